"""Back and Forward restore what was on the screen: widgets, figures, page and language."""

# ruff: noqa: F811

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from test_journeys import HONGZE, RUICHENG, opened, page, server  # noqa: F401

from analytics.settings import Settings

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]


def query(page: Any) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def after(page: Any, act: Callable[[], object], name: str, value: str | None) -> None:
    """Act, and wait until the address says so."""
    act()
    expected = None if value is None else [value]
    for _ in range(80):
        if query(page).get(name) == expected and page.locator("[data-testid=stStatusWidget]").count() == 0:
            page.wait_for_timeout(500)
            return
        page.wait_for_timeout(100)
    pytest.fail(f"{name} is {query(page).get(name)}, not {expected}")


def switch(page: Any, label: str) -> Any:
    return page.get_by_role("switch", name=label).or_(page.get_by_role("checkbox", name=label)).first


def pressed(page: Any, label: str) -> bool:
    button = page.locator("[data-testid=stMain]").get_by_role("radio", name=label, exact=True)
    return bool(button.get_attribute("aria-checked") == "true")


def drawn(page: Any) -> str:
    """The text of the chart: its axes and labels in their order."""
    return " ".join(page.locator(".js-plotly-plot").first.locator(".main-svg").all_text_contents())


def test_back_undoes_a_choice_and_forward_makes_it_again(page: Any, server: tuple[str, Settings]) -> None:
    opened(page, f"{server[0]}/rankings?lang=zh&m=requests_new&end=highest&y=2023&peers=county|government|32&base=0")
    first = drawn(page)
    assert pressed(page, "从高到低")
    after(page, lambda: page.get_by_role("radio", name="从低到高", exact=True).click(), "end", "lowest")
    second = drawn(page)
    assert first != second
    base = page.get_by_role("spinbutton")
    after(page, lambda: (base.fill("200"), base.press("Enter")), "base", "200")
    after(page, page.go_back, "base", "0")
    assert base.input_value() == "0" and drawn(page) == second
    after(page, page.go_back, "end", "highest")
    assert pressed(page, "从高到低") and drawn(page) == first
    after(page, page.go_forward, "end", "lowest")
    assert pressed(page, "从低到高") and drawn(page) == second
    assert "链接" not in page.inner_text("[data-testid=stMain]")
    after(page, lambda: page.get_by_role("radio", name="从高到低", exact=True).click(), "end", "highest")


def test_back_undoes_switches_lists_and_years(page: Any, server: tuple[str, Settings]) -> None:
    opened(page, f"{server[0]}/data?lang=zh&m=requests_new&o={RUICHENG}&o={HONGZE}&from=2019&to=2024")
    after(page, lambda: page.get_by_text("不列未收录报告的年度").click(), "empty", "1")
    summary = page.inner_text("[data-testid=stExpander] summary")
    thumb = page.get_by_role("slider").first
    after(page, lambda: (thumb.focus(), page.keyboard.press("ArrowRight")), "from", "2020")
    remove = page.locator("[data-testid=stMultiSelect]").last.get_by_role(
        "button", name=re.compile("Remove|remove|移除")
    )
    after(page, lambda: remove.first.click(), "o", "320813|人民政府")
    page.go_back()
    page.wait_for_timeout(2500)
    assert query(page)["o"] == ["140830|人民政府", "320813|人民政府"] and query(page)["from"] == ["2020"]
    after(page, page.go_back, "from", "2019")
    assert page.inner_text("[data-testid=stExpander] summary") == summary
    assert thumb.input_value() == "2019"
    after(page, page.go_back, "empty", None)
    assert switch(page, "不列未收录报告的年度").is_checked()


def test_back_leads_to_the_page_before_as_it_was(page: Any, server: tuple[str, Settings]) -> None:
    opened(page, f"{server[0]}/trends?lang=zh&m=requests_new&o={RUICHENG}&o={HONGZE}&from=2020&to=2023&band=1")
    before, title = query(page), page.inner_text(".chart-title")
    after(page, lambda: page.get_by_role("link", name="排序").click(), "base", "30")
    after(page, lambda: page.get_by_role("radio", name="从低到高", exact=True).click(), "end", "lowest")
    after(page, lambda: page.get_by_role("link", name="方法与口径").click(), "m", None)
    after(page, page.go_back, "end", "lowest")
    after(page, page.go_back, "end", None)
    assert urlsplit(page.url).path == "/rankings"
    after(page, page.go_back, "base", None)
    assert urlsplit(page.url).path == "/trends"
    assert query(page) == before and page.inner_text(".chart-title") == title
    assert page.locator("[data-testid=stMultiSelect] [data-tag]").count() == 2


def test_pages_that_answer_at_once_are_one_step_each(page: Any, server: tuple[str, Settings]) -> None:
    opened(page, f"{server[0]}/trends?lang=zh&m=requests_new&o={RUICHENG}")
    names = ["依申请公开", "复议诉讼", "数据", "方法与口径", "一县全览"]
    for _ in range(2):  # the second time nothing has to be made anew
        for name in names:
            page.get_by_role("link", name=name, exact=True).click()
            page.wait_for_selector(f"h1:has-text('{name}')")
            page.wait_for_timeout(1500)
    paths = []
    for _ in range(11):
        paths.append(urlsplit(page.url).path)
        page.go_back()
        page.wait_for_timeout(1500)
    assert paths == [*["/county", "/methods", "/data", "/remedies", "/requests"] * 2, "/trends"]


def test_the_page_that_chooses_nothing_says_so(page: Any, server: tuple[str, Settings]) -> None:
    page.goto(f"{server[0]}/methods?lang=en&foo=1&y=2020")
    page.wait_for_selector("[data-testid=stAlert]", timeout=30_000)
    alerts = "\n".join(page.locator("[data-testid=stAlert]").all_inner_texts())
    assert "an unknown parameter, foo=1" in alerts and "y=2020, which this page cannot show" in alerts


def test_back_restores_the_language(page: Any, server: tuple[str, Settings]) -> None:
    opened(page, f"{server[0]}/trends?lang=zh&m=requests_new&o={RUICHENG}")
    after(page, lambda: page.get_by_text("English", exact=True).click(), "lang", "en")
    assert page.inner_text("h1") == "Trends"
    after(page, page.go_back, "lang", "zh")
    assert page.inner_text("h1") == "趋势"
    chosen = page.get_by_role("radio", name="中文", exact=True)
    assert chosen.get_attribute("aria-checked") == "true"
    after(page, lambda: page.get_by_text("English", exact=True).click(), "lang", "en")
