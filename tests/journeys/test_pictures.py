"""Charts as they are seen, on a wide and a narrow screen, in both languages: no text over text, others dimmed."""

# ruff: noqa: F811

from __future__ import annotations

from typing import Any

import pytest
from test_journeys import opened, simulated_server, wait_until  # noqa: F401

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]
OVERLAPS = """() => {
  const texts = [...document.querySelectorAll(
      '.js-plotly-plot .annotation-text, .js-plotly-plot .textpoint text, .js-plotly-plot .bartext')]
    .map(element => ({ said: element.textContent, box: element.getBoundingClientRect() })).filter(({ box }) => box.width);
  const found = [];
  for (const [at, one] of texts.entries()) for (const other of texts.slice(at + 1)) {
    const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
    const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
    if (wide > 2 && high > 3) found.push(`${one.said} / ${other.said}`);
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
    dimmed = "[...document.querySelectorAll('.scatterlayer .trace')].filter(one => one.style.opacity).length"
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
    slider = page.locator("[data-testid=stSlider]").inner_text()
    assert slider.count("2023") >= 2 and "from=2023" in page.url
    context.close()
