"""What a person does, in a real browser: find the printed cell, compare, take the figures away, share a link."""

from __future__ import annotations

import csv
import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from PIL import Image

from analytics.dashboard.pages import PAGES
from analytics.ingest.pipeline import ingest
from analytics.settings import Settings
from conftest import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]
RUICHENG = quote("140830|人民政府")
HONGZE = quote("320813|人民政府")
WIDTHS = {"wide": 1400, "narrow": 390}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Settings]]:
    settings = Settings(raw=ROOT / "data" / "raw", warehouse=tmp_path_factory.mktemp("served"))
    ingest(settings)
    with served(settings) as address:
        yield address, settings


@pytest.fixture(scope="module")
def simulated_server(simulated: Settings) -> Iterator[str]:
    with served(simulated) as address:
        yield address


@contextmanager
def served(settings: Settings) -> Iterator[str]:
    port = free_port()
    command = [sys.executable, "-m", "analytics", "serve", "--port", str(port)]
    command += ["--warehouse", str(settings.warehouse), "--raw", str(settings.raw)]
    process = subprocess.Popen(command, cwd=ROOT, env=os.environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    for _ in range(120):
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=1)
            break
        except OSError:
            time.sleep(0.25)
    else:
        process.kill()
        pytest.fail("the dashboard did not come up")
    yield address
    process.terminate()
    process.wait(10)


def wait_until(page: Any, expression: str, seconds: float = 15) -> None:
    """Wait until an expression is true. The content policy of our pages forbids the way in which Playwright waits."""
    until = time.monotonic() + seconds
    while not page.evaluate(expression):
        assert time.monotonic() < until, expression
        page.wait_for_timeout(100)


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 1400, "height": 1800}, locale="zh-CN", accept_downloads=True)
    yield context.new_page()
    context.close()


def opened(page: Any, url: str) -> Any:
    page.goto(url)
    drawn = ".js-plotly-plot .main-svg, [data-testid=stDataFrame], [data-testid=stFileUploader], .readable"
    # A sentence stands in the place of the chart there; on other pages sentences stand above charts still to come.
    explained = ", [data-testid=stAlertContentInfo]" if "/practices" in url else ""
    page.wait_for_selector(drawn + explained, timeout=30_000)
    page.wait_for_timeout(1500)
    return page


def test_one_click_leads_from_the_change_to_the_printed_cells(page: Any, server: tuple[str, Settings]) -> None:
    opened(page, f"{server[0]}/trends?lang=zh&m=penalty_items&o={RUICHENG}")
    text = page.inner_text("[data-testid=stMain]")
    assert "1,701" in text and "1,248" in text and "−453" in text and "−26.6%" in text
    point = page.locator(".js-plotly-plot .scatterlayer .points path").nth(1).bounding_box()
    page.mouse.click(point["x"] + point["width"] / 2, point["y"] + point["height"] / 2)
    page.wait_for_selector(".excerpt td:has-text('1701')", timeout=15_000)
    evidence = page.inner_text("[data-testid=stMain]")
    assert "芮城县人民政府_2020.txt" in evidence and "转录" in evidence
    assert page.locator(".excerpt td:has-text('-453')").count() >= 1
    assert page.locator(".excerpt td:has-text('530')").count() >= 1  # decisions stand beside items in the document


def test_decisions_are_another_measure_than_items(page: Any, server: tuple[str, Settings]) -> None:
    opened(page, f"{server[0]}/trends?lang=en&m=penalty_decisions&o={RUICHENG}")
    text = page.inner_text("[data-testid=stMain]")
    assert "530" in text and "decisions made" in text
    assert "No national counting rule" in text


def test_the_downloaded_csv_is_the_table_on_the_screen(page: Any, server: tuple[str, Settings], tmp_path: Path) -> None:
    opened(
        page, f"{server[0]}/data?lang=zh&m=penalty_items&m=penalty_decisions&o={RUICHENG}&o={HONGZE}&from=2019&to=2024"
    )
    button = page.get_by_role("button", name="下载 CSV")
    count = int("".join(filter(str.isdigit, button.inner_text())))
    with page.expect_download() as caught:
        button.click()
    file = tmp_path / "out.csv"
    caught.value.save_as(file)
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines()))
    assert len(rows) == count
    found = {(row["机关"], row["年度"], row["指标"]): (row["数值"], row["状态"]) for row in rows}
    assert found["芮城县人民政府", "2020", "行政处罚项目数量（清单事项）"] == ("1248", "数值")
    assert found["芮城县人民政府", "2020", "行政处罚处理决定数量"] == ("530", "数值")
    assert found["洪泽区人民政府", "2023", "行政处罚项目数量（清单事项）"] == ("", "该版表格无此项")
    assert set(rows[0]) >= {"数值", "状态"}


def test_a_link_made_in_chinese_shows_the_same_figures_in_english(
    browser: Any, page: Any, server: tuple[str, Settings]
) -> None:
    opened(page, f"{server[0]}/compare?lang=zh&m=penalty_decisions&o={RUICHENG}&o={HONGZE}")
    link = page.url
    assert "m=penalty_decisions" in link and "140830" in link
    context = browser.new_context(viewport={"width": 1400, "height": 1600}, locale="en-US")
    other = opened(context.new_page(), link.replace("lang=zh", "lang=en"))
    text = other.inner_text("[data-testid=stMain]")
    assert "530" in text and "2,776" in text and "Compared with" in text
    context.close()


def test_choosing_one_measure_after_another_keeps_page_and_address_together(
    page: Any, server: tuple[str, Settings]
) -> None:
    opened(page, f"{server[0]}/trends?lang=en&m=penalty_items&o={RUICHENG}")
    for label, key in (
        ("Administrative licensing: items on the list of powers", "licensing_items"),
        ("Administrative coercion: items on the list of powers", "coercion_items"),
    ):
        page.get_by_label("Measure").last.click()
        page.get_by_role("option", name=label).click()
        wait_until(page, f"location.search.includes('m={key}')")
        page.wait_for_selector(f".chart-title:has-text('{label}')", timeout=15_000)
        assert "140830" in page.url
    page.get_by_label("Group").last.click()
    page.get_by_role("option", name="Rates").click()
    wait_until(page, "location.search.includes('m=disclosure_rate')")


QUOTATION_MARK_WIDTH = """() => {
  const mark = document.createElement('span');
  mark.textContent = '“';
  document.querySelector('[data-testid=stMain] h1').append(mark);
  const width = mark.getBoundingClientRect().width;
  mark.remove();
  return width;
}"""


def test_the_language_follows_the_browser_and_can_be_switched(browser: Any, server: tuple[str, Settings]) -> None:
    context = browser.new_context(viewport={"width": 1400, "height": 1000}, locale="en-US")
    page = opened(context.new_page(), server[0])
    assert page.get_by_role("heading", name="Overview").count() == 1
    narrow = page.evaluate(QUOTATION_MARK_WIDTH)
    page.get_by_text("中文", exact=True).click()
    page.wait_for_selector("h1:has-text('概览')", timeout=15_000)
    assert 0 < narrow < page.evaluate(QUOTATION_MARK_WIDTH)
    context.close()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", ["", "trends", "compare", "data"])
def test_no_page_is_wider_than_its_window(browser: Any, server: tuple[str, Settings], path: str, width: str) -> None:
    context = browser.new_context(viewport={"width": WIDTHS[width], "height": 900}, locale="zh-CN")
    page = opened(context.new_page(), f"{server[0]}/{path}")
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[width]
    assert page.locator("[data-testid=stException]").count() == 0
    context.close()


def test_a_page_stays_open_during_an_ingest_and_shows_the_new_build(
    page: Any, server: tuple[str, Settings], tmp_path: Path
) -> None:
    address, settings = server
    opened(page, f"{address}/data?lang=zh&m=penalty_decisions")
    before = page.inner_text("[data-testid=stSidebar]")
    raw = tmp_path / "raw"
    raw.mkdir()
    document = (ROOT / "data" / "raw" / "transcribed" / "芮城县人民政府_2020.txt").read_text("utf-8")
    (raw / "other.txt").write_text(document.replace("2020年政府", "2019年政府"), "utf-8")
    ingest(Settings(raw=raw, warehouse=settings.warehouse), replace_build=True)
    page.get_by_text("不列未收录报告的年度").click()
    sidebar = "document.querySelector('[data-testid=stSidebar]').innerText"
    wait_until(page, f"{sidebar} !== {json.dumps(before)} && {sidebar}.includes('1份报告')")
    after = page.inner_text("[data-testid=stSidebar]")
    assert before != after and "1份报告" in after
    ingest(settings, replace_build=True)


def clicked(page: Any, organ: str) -> None:
    """Click the place whose hover text names the organ, wherever the map draws it."""
    spot = page.evaluate(
        """organ => {
            const plot = document.querySelector('.js-plotly-plot');
            const at = plot._fullLayout, box = plot.querySelector('.nsewdrag').getBoundingClientRect();
            for (const trace of plot._fullData)
                if (trace.meta === 'points') for (let i = 0; i < trace.hovertext.length; i++)
                    if (trace.hovertext[i].includes(organ))
                        return [box.x + at.xaxis.d2p(trace.x[i]), box.y + at.yaxis.d2p(trace.y[i])];
        }""",
        organ,
    )
    assert spot, f"{organ} is not on the map"
    page.mouse.move(*spot)
    page.wait_for_timeout(300)
    page.mouse.click(*spot)


def tones(page: Any) -> int:
    """How many different colours the drawing has: a blank one has one."""
    picture = page.locator(".js-plotly-plot").screenshot()
    return len(Image.open(BytesIO(picture)).convert("RGB").getcolors(1 << 20) or ())


def test_a_click_on_a_county_of_a_real_map_leads_to_its_printed_cells(page: Any, server: tuple[str, Settings]) -> None:
    opened(page, f"{server[0]}/map?lang=zh&m=penalty_decisions&peers=county%7Cgovernment%7C14&y=2020")
    assert page.locator(".js-plotly-plot .scatterlayer path.js-fill").count() >= 3
    assert tones(page) > 50
    assert "审图号" in page.inner_text("[data-testid=stMain]")
    clicked(page, "芮城县人民政府")
    page.wait_for_selector(".excerpt td:has-text('530')", timeout=15_000)


def test_a_click_on_a_tile_of_a_fictional_map_leads_to_its_printed_cells(page: Any, simulated_server: str) -> None:
    opened(page, f"{simulated_server}/map?lang=zh&m=requests_new&peers=county%7Cgovernment%7C991")
    text = page.inner_text("[data-testid=stMain]")
    assert "模拟甲省" in text and "审图号" not in text
    assert tones(page) > 20
    organ = page.evaluate(
        "document.querySelector('.js-plotly-plot')._fullData.find(trace => trace.meta === 'points').hovertext[3]"
    )
    name = organ.split("<b>")[1].split("</b>")[0]
    clicked(page, name)
    page.wait_for_selector(f"h3:has-text('{name}')", timeout=15_000)
    page.wait_for_selector(".excerpt td", timeout=15_000)


def test_a_view_is_saved_opened_shared_and_deleted(browser: Any, page: Any, server: tuple[str, Settings]) -> None:
    address, settings = server
    opened(page, f"{address}/trends?lang=zh&m=penalty_items&o={RUICHENG}&from=2019&to=2020")
    page.get_by_role("button", name="保存的视图").click()
    page.get_by_label("为当前页面命名").fill("芮城处罚")
    page.get_by_label("为当前页面命名").press("Tab")
    page.locator("[data-testid=stPopoverBody]").get_by_role("button", name="保存", exact=True).click()
    page.wait_for_selector("text=已保存“芮城处罚”", timeout=15_000)
    context = browser.new_context(viewport={"width": 1400, "height": 1200}, locale="en-US")
    other = opened(context.new_page(), f"{address}/data?m=requests_new")
    other.get_by_role("button", name="Saved views").click()
    link = other.locator(".saved-views a", has_text="芮城处罚")
    assert "build=" not in link.get_attribute("href")
    link.click()
    other.wait_for_selector("h1:has-text('Trends')", timeout=15_000)
    wait_until(other, "location.search.includes('m=penalty_items')")
    other.wait_for_selector(".js-plotly-plot .main-svg", timeout=15_000)
    assert "1,248" in other.inner_text("[data-testid=stMain]") and len(context.pages) == 1
    other.get_by_role("button", name="Saved views").click()
    shared = other.locator("[data-testid=stPopoverBody] code").first.inner_text()
    assert shared.startswith(f"{address}/trends?") and "build=" in shared and "lang=" not in shared
    context.close()
    opened(page, shared)
    assert "1,248" in page.inner_text("[data-testid=stMain]")
    page.get_by_role("button", name="保存的视图").click()
    page.get_by_text("重命名、分享或删除").click()
    page.get_by_role("button", name="删除").click()
    page.wait_for_selector("text=已删除“芮城处罚”", timeout=15_000)
    assert (settings.warehouse / "selections.json").read_text("utf-8").count("name") == 0


ADDRESSES = [
    *("" if number == 0 else name for number, name in enumerate(PAGES)),
    "rankings?end=highest",
    "map?view=tiles",
]


@pytest.mark.parametrize("path", ADDRESSES)
def test_no_page_breaks_a_serious_rule_of_access(path: str, page: Any, server: tuple[str, Settings]) -> None:
    from axe_playwright_python.sync_playwright import Axe

    opened(page, f"{server[0]}/{path}")
    page.wait_for_timeout(2000)
    found = Axe().run(page).response["violations"]
    serious = [
        (violation["id"], violation["nodes"][0]["html"])
        for violation in found
        if violation["impact"] in ("serious", "critical")
    ]
    assert not serious


@pytest.mark.parametrize("typed", ["rcx", "ruicheng", "140830", "芮城"])
def test_an_organ_is_found_by_initials_pinyin_code_or_name(typed: str, page: Any, server: tuple[str, Settings]) -> None:
    opened(page, f"{server[0]}/trends?lang=zh&m=penalty_items&o={HONGZE}")
    page.get_by_label("机关", exact=True).click()
    page.keyboard.type(typed)
    page.get_by_role("option", name="芮城县人民政府").click()
    wait_until(page, "location.search.includes('140830')")
    page.keyboard.press("Escape")
    wait_until(page, "document.body.innerText.includes('1,248')")


def test_an_area_is_chosen_as_a_whole_and_stated_on_the_chart(page: Any, simulated_server: str) -> None:
    opened(page, f"{simulated_server}/trends?lang=zh&m=requests_new")
    page.get_by_text("按地区", exact=True).click()
    page.wait_for_selector(".chart-subtitle:has-text('范围：全部地区 · 县级政府')", timeout=15_000)
    assert "中位数由" in page.inner_text(".chart-title") and "（24个机关）" in page.inner_text(".chart-title")
    assert "peers=county%7Cgovernment%7C" in page.url and "o=" not in page.url.split("?")[1].split("&")


def drawn_marks(page: Any) -> int:
    """Marks of the chart that lie within its plot and have a size."""
    count: int = page.evaluate(
        """() => [...document.querySelectorAll('.js-plotly-plot .points path')]
            .filter(mark => mark.getBoundingClientRect().width > 2).length"""
    )
    return count


COMPARED = "&".join(f"o={code}%7C%E4%BA%BA%E6%B0%91%E6%94%BF%E5%BA%9C" for code in ("991101", "991102", "991121"))


@pytest.mark.parametrize(("chart", "least"), [("multiples", 6), ("dumbbell", 6), ("slope", 6), ("index", 3)])
def test_every_way_of_comparing_is_really_drawn(chart: str, least: int, page: Any, simulated_server: str) -> None:
    opened(page, f"{simulated_server}/compare?lang=zh&m=requests_new&chart={chart}&{COMPARED}")
    assert drawn_marks(page) >= least
    assert page.locator(".chart-title").inner_text()


def test_a_prefecture_and_the_sum_of_its_counties_are_two_lines(page: Any, simulated_server: str) -> None:
    prefecture = "o=991100%7C%E4%BA%BA%E6%B0%91%E6%94%BF%E5%BA%9C"
    opened(page, f"{simulated_server}/trends?lang=zh&m=requests_new&{prefecture}")
    assert drawn_marks(page) == 2
    page.get_by_text("所辖县合计（单列一线）").click()
    wait_until(page, "document.body.innerText.includes('/40个）')")
    page.wait_for_timeout(1000)
    assert drawn_marks(page) == 4
    assert "sums=1" in page.url


def test_reports_with_sums_that_fail_are_found_from_the_overview(page: Any, simulated_server: str) -> None:
    opened(page, f"{simulated_server}/?lang=zh")
    page.get_by_text("勾稽不符", exact=True).first.click()
    page.wait_for_selector(".chart-title:has-text('份有数字不符合勾稽关系')", timeout=15_000)
    assert "aspect=failing" in page.url
    mark = page.locator(".js-plotly-plot").last.locator(".scatterlayer .trace").first.locator(".points path").first
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_selector("h3:has-text('年的报告')", timeout=15_000)
    text = page.inner_text("[data-testid=stMain]")
    counted = re.search(r"这份报告的(\d+)项核查提示", text)
    assert counted, text[-1500:]
    assert "两者不等" in text


def test_peers_nearest_in_size_are_named_with_their_span(page: Any, simulated_server: str) -> None:
    opened(page, f"{simulated_server}/county?lang=zh&o=991101%7C%E4%BA%BA%E6%B0%91%E6%94%BF%E5%BA%9C")
    page.get_by_label("比较对象").click()
    page.get_by_role("option", name="常住人口相近").click()
    wait_until(page, "document.body.innerText.includes('常住人口最接近的10个')")
    assert "among=nearest%7Cpopulation%7C10" in page.url


def test_what_is_chosen_on_one_page_is_chosen_on_the_next(page: Any, simulated_server: str) -> None:
    opened(page, f"{simulated_server}/trends?lang=zh&m=requests_answered&{COMPARED}")
    for name, heading in (("对比", "对比"), ("趋势", "趋势")):
        page.get_by_role("link", name=name).click()
        page.wait_for_selector(f"h1:has-text('{heading}')", timeout=15_000)
        wait_until(page, "location.search.includes('m=')")
        page.wait_for_timeout(1500)
        assert "m=requests_answered" in page.url and "991102" in page.url


def test_the_steps_of_a_waterfall_are_all_drawn(page: Any, server: tuple[str, Settings]) -> None:
    opened(page, f"{server[0]}/requests?lang=zh&o={HONGZE}&y=2024")
    steps = page.evaluate(
        """() => [...document.querySelectorAll('.js-plotly-plot')].filter(plot => plot._fullData[0].type === 'waterfall')
            .map(plot => [plot._fullData[0].x.length, plot.querySelectorAll('.waterfalllayer .point').length])[0]"""
    )
    assert steps and steps[0] == steps[1] >= 3


def test_an_end_of_the_flow_leads_to_the_printed_cells_behind_it(page: Any, simulated_server: str) -> None:
    organ = "o=991101%7C%E4%BA%BA%E6%B0%91%E6%94%BF%E5%BA%9C"
    opened(page, f"{simulated_server}/requests?lang=zh&y=2023&{organ}")
    page.locator("button", has_text="予以公开 ").click()
    page.wait_for_selector("h3:has-text('予以公开')", timeout=15_000)
    page.wait_for_selector(".excerpt td", timeout=15_000)
    page.locator("button", has_text="自然人 ").click()
    page.wait_for_selector("h3:has-text('自然人')", timeout=15_000)


LETTERS = """() => {
    const found = [];
    for (const plot of document.querySelectorAll('.js-plotly-plot')) {
        const frame = plot.getBoundingClientRect();
        const texts = [...plot.querySelectorAll('svg text')]
            .filter(text => text.textContent.trim() && !/rotate\\((?!0[,)])/.test(text.getAttribute('transform') || ''))
            .map(text => [text.textContent.trim(), text.getBoundingClientRect()])
            .filter(([, box]) => box.width > 1);
        texts.forEach(([text, box], at) => {
            if (box.left < frame.left - 1 || box.right > frame.right + 1) found.push(`${text} is cut`);
            for (const [other, its] of texts.slice(at + 1))
                if (Math.min(box.right, its.right) - Math.max(box.left, its.left) > 4
                    && Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top) > 6)
                    found.push(`${text} on ${other}`);
        });
    }
    return found;
}"""
"""Texts of the charts that leave their chart or stand on one another."""


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "path",
    ["", "trends", "rankings?end=highest", "remedies", "county", "compare", "compare?chart=multiples",
     "compare?chart=dumbbell", "compare?chart=slope", "compare?chart=index", "map?m=requests_new"],
)  # fmt: skip
def test_no_letter_of_a_chart_is_cut_or_covered_on_a_narrow_screen(
    path: str, language: str, browser: Any, simulated_server: str
) -> None:
    context = browser.new_context(viewport={"width": WIDTHS["narrow"], "height": 900}, locale="zh-CN")
    page = opened(context.new_page(), f"{simulated_server}/{path}{'&' if '?' in path else '?'}lang={language}")
    assert not page.evaluate(LETTERS)
    context.close()


def test_a_reason_and_a_result_lead_to_their_printed_cells(page: Any, simulated_server: str) -> None:
    organ = "o=991101%7C%E4%BA%BA%E6%B0%91%E6%94%BF%E5%BA%9C"
    for path, heading in ((f"requests?lang=zh&y=2023&{organ}", "总计"), (f"remedies?lang=zh&{organ}", "结果维持")):
        opened(page, f"{simulated_server}/{path}")
        bars = page.locator(".js-plotly-plot .barlayer .point path:not([d='M0,0Z'])")
        sizes = [bars.nth(at).bounding_box() for at in range(bars.count())]
        box = max((size for size in sizes if size), key=lambda size: size["width"] * size["height"])
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.wait_for_selector(".excerpt td", timeout=15_000)
        wait_until(
            page, f"[...document.querySelectorAll('h3')].some(heading => heading.innerText.includes('{heading}'))"
        )


def test_a_browser_asks_no_other_host_for_anything(page: Any, server: tuple[str, Settings]) -> None:
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url))
    opened(page, f"{server[0]}/data?lang=zh&m=requests_new")
    assert page.locator("link[rel*=icon]").get_attribute("href").startswith("data:image/svg+xml")
    assert addresses and not [
        address for address in addresses if not address.startswith((f"{server[0]}/", "data:", "blob:"))
    ]
