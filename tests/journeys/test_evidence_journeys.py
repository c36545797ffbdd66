"""From a mark on a chart to the printed cell in its document, beside the chart, and back from a number to its figure."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from test_journeys import served, wait_until

from analytics.ingest.pipeline import ingest
from analytics.settings import Settings
from analytics.simulate.docx import render_printed_docx
from analytics.simulate.places import list_counties
from analytics.simulate.workbook import render_printed_workbook
from analytics.simulate.world import simulate
from analytics.warehouse.read import open_warehouse
from conftest import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]
DRAWER = "#facsimile-drawer"
CASES = ROOT / "tests" / "cases" / "odd"
PAGE = "上海市人民政府办公厅_2019.html"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, str]]]:
    """Address of a server, and organ keys by the ending of the file that the organ's report is in."""
    folder = tmp_path_factory.mktemp("formats")
    raw = folder / "raw"
    raw.mkdir()
    shutil.copy(CASES / "lower_borders_and_a_row_torn_by_the_page.pdf", raw)
    shutil.copy(ROOT / "data" / "raw" / "transcribed" / PAGE, raw)
    first, second = (next(iter(simulate(place, (2022,), seed=7, errors=0.0))) for place in list_counties(9)[-2:])
    (raw / "report.docx").write_bytes(render_printed_docx(first.sheet, is_spanned=True))
    (raw / "report.xlsx").write_bytes(render_printed_workbook(second.sheet))
    settings = Settings(raw=raw, warehouse=folder / "warehouse")
    ingest(settings)
    with open_warehouse(settings.warehouse) as build:
        keys = dict(zip(build.organs()["organ_id"], build.organs()["organ_key"], strict=True))
        organs = {Path(row.file).suffix: keys[row.organ_id] for row in build.reports().itertuples()}
    with served(settings) as address:
        yield address, organs


def choose_mark(page: Any, address: str, organ: str, language: str) -> Any:
    """Click the organ's last value; the frame of the document that opens."""
    page.goto(f"{address}/trends?lang={language}&m=requests_new&o={quote(organ)}")
    marks = page.locator(".js-plotly-plot .scatterlayer .trace").first.locator(".points path")
    marks.last.wait_for(timeout=30_000)
    page.wait_for_timeout(1500)
    marks.last.scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    at = marks.last.bounding_box()
    page.mouse.click(at["x"] + at["width"] / 2, at["y"] + at["height"] / 2)
    page.wait_for_selector(f"{DRAWER} iframe", timeout=15_000)
    frame = page.frame_locator(f"{DRAWER} iframe")
    frame.locator("#here").first.wait_for(state="attached", timeout=15_000)
    page.wait_for_timeout(1000)
    return frame


def is_on_screen(page: Any, frame: Any, selector: str) -> bool:
    """Whether an element of the document stands within the screen, nothing scrolled by the reader."""
    box = frame.locator(selector).first.bounding_box()
    size = page.viewport_size
    return bool(
        box
        and 0 <= box["x"] <= size["width"] - 8
        and box["y"] >= 0
        and box["y"] + min(box["height"], 8) <= size["height"]
    )


@pytest.mark.parametrize("ending", [".pdf", ".html", ".docx", ".xlsx"])
def test_a_click_on_a_mark_shows_the_printed_cell_in_its_document(
    page: Any, server: tuple[str, dict[str, str]], ending: str, tmp_path: Path
) -> None:
    frame = choose_mark(page, server[0], server[1][ending], "zh")
    printed = frame.locator(".cells .printed").first.inner_text().strip()
    assert printed.isdigit()
    assert is_on_screen(page, frame, "#here")
    if ending == ".pdf":
        picture = frame.locator("img").first
        assert picture.evaluate("picture => picture.complete && picture.naturalWidth > 800")
        assert "chosen" in frame.locator("#here").get_attribute("class")
    else:
        assert frame.locator("#here").evaluate("element => element.parentElement.textContent.trim()") == printed
    page.screenshot(path=tmp_path / f"evidence{ending}.png")
    wide = page.viewport_size["width"] > 1000
    chart = page.locator(".js-plotly-plot").first.bounding_box()
    drawer = page.locator(DRAWER).bounding_box()
    if wide:
        assert chart["x"] + chart["width"] <= drawer["x"] + 1, "the document lies over the chart"
    else:
        assert drawer["y"] == 0 and drawer["height"] == page.viewport_size["height"], "part of the page is cut off"
        scale = page.locator("[data-testid=stSegmentedControl], [data-testid=stButtonGroup]").last.bounding_box()
        page.locator(f"{DRAWER} .back").click()
        wait_until(page, f"() => !document.querySelector('{DRAWER}')")
        assert page.locator(".js-plotly-plot").first.bounding_box() == chart
        assert (
            page.locator("[data-testid=stSegmentedControl], [data-testid=stButtonGroup]").last.bounding_box() == scale
        )


def test_numbers_of_the_document_lead_to_their_figures_and_the_drawer_closes(
    page: Any, server: tuple[str, dict[str, str]]
) -> None:
    frame = choose_mark(page, server[0], server[1][".html"], "en")
    before = frame.locator(".cells tbody").inner_text()
    frame.locator("nav a:has-text('Next finding')").click()
    frame.locator(".finding").wait_for()
    assert re.match(r"Finding \d+ of \d+", frame.locator(".finding").inner_text())
    link = frame.locator(".sheet a.to-fact").nth(40)
    name = link.get_attribute("aria-label")
    link.evaluate("element => element.scrollIntoView({block: 'center'})")
    link.click()
    frame.locator(".cells").wait_for()
    after = frame.locator(".cells tbody").inner_text()
    assert after != before and name is not None and after.split("\n")[0].strip().split("\t")[0] in name
    with page.expect_download() as saved:
        frame.locator("nav a[download]").click()
    assert Path(saved.value.path()).read_bytes() == (ROOT / "data" / "raw" / "transcribed" / PAGE).read_bytes()
    page.locator(f"{DRAWER} button:visible").click()
    wait_until(page, f"() => !document.querySelector('{DRAWER} iframe')")


def test_pointing_at_a_sum_lights_its_members(page: Any, server: tuple[str, dict[str, str]]) -> None:
    if page.viewport_size["width"] < 1000:
        pytest.skip("there is nothing to point with on a phone")
    frame = choose_mark(page, server[0], server[1][".pdf"], "zh")
    member = frame.locator(".box.member").first
    look = "element => getComputedStyle(element).backgroundColor"
    before = member.evaluate(look)
    frame.locator(".sums li").first.hover()
    lit = frame.locator(".box.member").evaluate_all(
        "all => all.map(element => getComputedStyle(element).backgroundColor)"
    )
    assert any(color != before for color in lit)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_finding_in_a_list_opens_its_document_and_keys_go_through_the_others(
    page: Any, server: tuple[str, dict[str, str]], language: str
) -> None:
    page.goto(f"{server[0]}/county?lang={language}&o={quote(server[1]['.html'])}")
    listed = page.locator("summary", has_text=re.compile("核查提示|Findings about"))
    listed.first.wait_for(timeout=30_000)
    page.wait_for_timeout(1500)  # the page is drawn to its end, and stands still
    listed.first.click()
    link = page.locator("[data-testid=stMain] a[href*='evidence/']").first
    link.wait_for()
    page.wait_for_timeout(500)
    link_text = link.inner_text()
    link.click()
    finding = page.frame_locator(f"{DRAWER} iframe").locator(".finding")
    finding.wait_for(timeout=15_000)
    first = finding.inner_text()
    assert first.split(" · ", 1)[1][:20] in link_text and page.url.split("?")[0].endswith("/county")
    page.keyboard.press("Alt+n")
    wait_for_other(finding, first)
    second = finding.inner_text()
    finding.click()
    page.keyboard.press("Alt+p")  # heard within the document as well
    wait_for_other(finding, second)
    assert finding.inner_text() == first
    page.keyboard.press("Escape")
    wait_until(page, f"() => !document.querySelector('{DRAWER}')")


def wait_for_other(element: Any, text: str) -> None:
    """Wait until an element says something else."""
    for _ in range(50):
        if element.inner_text() != text:
            return
        element.page.wait_for_timeout(100)
    raise AssertionError(text)


def test_a_figure_of_the_whole_form_opens_its_cell(page: Any, server: tuple[str, dict[str, str]]) -> None:
    page.goto(f"{server[0]}/county?lang=zh&o={quote(server[1]['.xlsx'])}")
    table = page.locator("[class*=st-key-form-] [data-testid=stDataFrame]").first
    table.wait_for(timeout=30_000)
    table.scroll_into_view_if_needed()
    page.wait_for_timeout(1500)
    table.click(position={"x": 30, "y": 52})
    for _ in range(3):  # line, column, sparkline: then the years
        page.keyboard.press("ArrowRight")
    frame = page.frame_locator(f"{DRAWER} iframe")
    frame.locator(".cells .printed").wait_for(timeout=15_000)
    assert frame.locator("nav a[href*='/county?']").count() == frame.locator("nav a[href*='/requests?']").count() == 1


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("ending", [".pdf", ".html"])
def test_no_document_breaks_a_serious_rule_of_access(
    page: Any, server: tuple[str, dict[str, str]], ending: str, language: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    choose_mark(page, server[0], server[1][ending], language)
    address = page.locator(f"{DRAWER} iframe").evaluate("frame => frame.contentWindow.location.href")
    document = page.request.get(address.split("#")[0]).text()
    page.goto("about:blank")  # no script runs at its own address, not even the one that looks for faults
    page.set_content(document.replace("<head>", f"<head><base href='{address}'>"))
    found = Axe().run(page).response["violations"]
    ours = [(violation["id"], node["html"]) for violation in found if violation["impact"] in ("serious", "critical")
            for node in violation["nodes"] if ".sheet" not in str(node["target"])]  # fmt: skip
    assert not ours


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_page_with_the_drawer_open_breaks_no_serious_rule_of_access(
    page: Any, server: tuple[str, dict[str, str]], language: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    choose_mark(page, server[0], server[1][".html"], language)
    drawer = page.locator(DRAWER).bounding_box()
    assert drawer["x"] >= 0 and drawer["x"] + drawer["width"] <= page.viewport_size["width"] + 1
    found = Axe().run(page).response["violations"]
    assert not [(violation["id"], node["html"]) for violation in found if violation["impact"] in ("serious", "critical")
                for node in violation["nodes"]]  # fmt: skip


def test_a_fold_that_is_open_stays_open_when_the_page_is_drawn_for_another_width(
    page: Any, server: tuple[str, dict[str, str]]
) -> None:
    page.goto(f"{server[0]}/county?lang=en&o={quote(server[1]['.html'])}")
    fold = page.locator("summary", has_text="Findings about")
    fold.wait_for(timeout=30_000)
    page.wait_for_timeout(1500)
    fold.click()
    link = page.locator("[data-testid=stMain] a[href*='evidence/']").first
    link.wait_for()
    width, height = page.viewport_size["width"], page.viewport_size["height"]
    page.set_viewport_size({"width": 390 if width > 1000 else 1440, "height": height})
    page.wait_for_timeout(3000)
    assert link.is_visible()
