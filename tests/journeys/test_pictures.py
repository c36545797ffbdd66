"""Charts as they are seen, on a wide and a narrow screen, in both languages: no text over text, others dimmed."""

# ruff: noqa: F811

from __future__ import annotations

from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from test_journeys import opened, simulated_server, wait_until  # noqa: F401

from analytics.dashboard import pages

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]
OVERLAPS = """() => {
  const texts = [...document.querySelectorAll(
      '.js-plotly-plot .annotation-text, .js-plotly-plot .textpoint text, .js-plotly-plot .bartext')]
    .map(element => ({ text: element.textContent, box: element.getBoundingClientRect() })).filter(({ box }) => box.width);
  const found = [];
  for (const [at, first] of texts.entries()) for (const other of texts.slice(at + 1)) {
    const wide = Math.min(first.box.right, other.box.right) - Math.max(first.box.left, other.box.left);
    const high = Math.min(first.box.bottom, other.box.bottom) - Math.max(first.box.top, other.box.top);
    if (wide > 2 && high > 3) found.push(`${first.text} / ${other.text}`);
  }
  return found;
}"""
PAGES = ("trends?m=requests_new", "compare?m=requests_new", "compare?m=requests_new&chart=multiples",
         "compare?m=requests_new&chart=dumbbell", "compare?m=requests_new&chart=slope",
         "rankings?m=requests_new&end=highest", "remedies?")  # fmt: skip


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_text_stands_over_text(browser: Any, simulated_server: str, width: int, language: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 1600}, locale="en-US")
    page = context.new_page()
    found = {}
    for address in PAGES:
        opened(page, f"{simulated_server}/{address}&lang={language}")
        found[address] = page.evaluate(OVERLAPS)
    context.close()
    assert not {address: pairs for address, pairs in found.items() if pairs}


@pytest.mark.parametrize("width", [1440, 390])
def test_pointing_at_a_line_dims_the_others_and_leaving_it_shows_them_again(
    browser: Any, simulated_server: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 1800}, locale="en-US")
    page = opened(context.new_page(), f"{simulated_server}/trends?m=requests_new&lang=en")
    dimmed = "[...document.querySelectorAll('.scatterlayer .trace')].filter(trace => trace.style.opacity).length"
    every = page.evaluate("document.querySelectorAll('.scatterlayer .trace').length")
    mark = page.locator(".js-plotly-plot .scatterlayer .points path").first.bounding_box()
    page.mouse.move(mark["x"] + 2, mark["y"] + 2)
    page.mouse.move(mark["x"] + mark["width"] / 2, mark["y"] + mark["height"] / 2)
    wait_until(page, f"{dimmed} > 0 && {dimmed} < {every}")
    page.mouse.move(2, 2)
    wait_until(page, f"{dimmed} === 0")
    context.close()


def test_a_narrow_screen_keeps_what_the_address_asks_for(browser: Any, simulated_server: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 1600}, locale="en-US")
    page = opened(
        context.new_page(), f"{simulated_server}/compare?m=requests_new&chart=multiples&lang=en&from=2023&to=2023"
    )
    page.locator(".st-key-choices summary").click()
    slider = page.locator("[data-testid=stSlider]").inner_text()
    assert slider.count("2023") >= 2 and "from=2023" in page.url
    context.close()


def test_a_chart_alone_has_its_title_source_and_caveats_and_no_widget(browser: Any, simulated_server: str) -> None:
    context = browser.new_context(viewport={"width": 900, "height": 900}, locale="en-US")
    page = opened(context.new_page(), f"{simulated_server}/trends?m=penalty_decisions&lang=en&sheet=embed&only=trends")
    text = page.inner_text("body")
    assert "Source: simulated figures" in text and "No national counting rule" in text and "build 2" in text
    for part in ("stSelectbox", "stMultiSelect", "stSidebar", "stHeader", "stExpander"):
        assert not any(element.is_visible() for element in page.locator(f"[data-testid={part}]").all()), part
    assert page.locator(".js-plotly-plot").count() == 1
    context.close()


@pytest.mark.parametrize("address", ["trends?m=requests_new", "requests?"])
def test_a_chart_on_paper_is_pages_of_a4_with_its_table(
    browser: Any, simulated_server: str, tmp_path: Path, address: str
) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-US")
    key = {"trends": "trends", "requests": "requests-flow"}[address.split("?")[0]]
    page = opened(context.new_page(), f"{simulated_server}/{address}&lang=en&sheet=print&only={key}")
    page.pdf(path=tmp_path / "sheet.pdf", prefer_css_page_size=True, print_background=True)
    with pdfplumber.open(tmp_path / "sheet.pdf") as printed:
        assert {(round(sheet.width), round(sheet.height)) for sheet in printed.pages} == {(595, 842)}
        texts = [sheet.extract_text() for sheet in printed.pages]
    whole = " ".join(" ".join(texts).split())
    assert all(len(text) > 40 for text in texts), "an empty page"
    assert "Source: simulated figures" in whole and "build 2" in whole and "2023" in whole
    assert "Save this chart" not in whole and "Choose agencies" not in whole and "Print this page" not in whole
    head = "Change on the year before" if key == "trends" else "Applicant"
    assert head in whole
    context.close()


@pytest.mark.parametrize("address", ["trends?", "compare?", "compare?chart=scatter", "rankings?end=highest", "map?"])
def test_widgets_take_at_most_a_third_of_the_first_screen(browser: Any, simulated_server: str, address: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-US")
    page = opened(context.new_page(), f"{simulated_server}/{address}&lang=en")
    assert page.locator(".st-key-choices").bounding_box()["height"] <= 300
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_timeout(2500)
    assert page.locator(".st-key-choices").bounding_box()["height"] <= 844 / 3
    assert page.evaluate("document.documentElement.scrollWidth <= 390")
    context.close()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_on_a_phone_every_page_is_in_sight_and_a_tap_away(browser: Any, simulated_server: str, language: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="en-US")
    page = opened(context.new_page(), f"{simulated_server}/trends?lang={language}")
    page.wait_for_selector(".st-key-pages a")
    links = page.locator(".st-key-pages a").all()
    boxes = [link.bounding_box() for link in links]
    assert len(links) == len(pages.PAGES)
    assert all(box and box["x"] >= 0 and box["x"] + box["width"] <= 390 and box["y"] < 260 for box in boxes)
    page.locator(".st-key-pages a").nth(4).click()
    page.wait_for_url("**/rankings?**")
    context.close()


def test_sliding_the_year_of_a_map_changes_its_link_and_keeps_its_classes(browser: Any, simulated_server: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 1400}, locale="en-US")
    page = opened(context.new_page(), f"{simulated_server}/map?m=disclosure_rate&lang=en&y=2023")
    classes = "[...document.querySelectorAll('.legendtext')].map(text => text.textContent.split(' (')[0])"
    before = page.evaluate(classes)
    page.get_by_role("slider").first.focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**y=2022**")
    wait_until(page, "document.querySelector('.chart-title').textContent.includes('2022')")
    after = page.evaluate(classes)
    assert len(before) >= 5 and before[:5] == after[:5]
    assert "the same in every year" in page.inner_text("body")
    context.close()
