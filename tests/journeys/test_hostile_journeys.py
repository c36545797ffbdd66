"""A collection full of strings that would be code, in a real browser: no request leaves, nothing is rendered, and the
content policy stops nothing of ours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from test_journeys import served

from analytics.dashboard.pages import PAGES
from analytics.settings import Settings
from hostile import STRANGER, poison

pytestmark = [pytest.mark.slow, pytest.mark.fault, pytest.mark.xdist_group("browser")]
RUICHENG = quote("140830|人民政府")
QUERIES = {"trends": f"m=penalty_items&o={RUICHENG}", "rankings": "end=highest"}
"""Page → what its address asks for."""
ADDRESSES = (
    *("" if number == 0 else f"{name}?{QUERIES[name]}" if name in QUERIES else name for number, name in enumerate(PAGES)),
    "compare?chart=slope", "compare?chart=dumbbell", "compare?chart=multiples", "nowhere",
)  # fmt: skip
RENDERED = f"""() => {{
  const found = [...document.querySelectorAll('a, img, svg a, svg image, iframe, object, link, script')].filter(
    (element) => ['href', 'src', 'xlink:href'].some((name) => (element.getAttribute(name) ?? '').includes('{STRANGER}'))
  ).map((element) => element.outerHTML.slice(0, 200));
  // What a line of the battery would look like if a mark of it were one.
  const marked = [...document.querySelectorAll('strong, b, em, del, s, code:not(pre code), h1, h2, h3, .katex, tspan')].filter(
    (element) => ['bold', 'slant', 'gone', 'head', 'code'].includes(element.textContent.trim())
  ).map((element) => element.outerHTML.slice(0, 200));
  return [...found, ...marked];
}}"""


@pytest.fixture(scope="module")
def hostile_server(collection: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    settings = poison(collection, tmp_path_factory.mktemp("hostile") / "warehouse")
    with served(settings) as address:
        yield address


class Watched:
    """A page with what it asked for elsewhere and what its policy stopped."""

    def __init__(self, page: Any, address: str) -> None:
        self.page, self.away, self.stopped = page, list[str](), list[str]()
        own_addresses = (address, address.replace("http://", "ws://"), "data:", "blob:", "about:")
        page.context.on(
            "request", lambda request: None if request.url.startswith(own_addresses) else self.away.append(request.url)
        )
        page.on(
            "console",
            lambda message: self.stopped.append(message.text) if "Content Security Policy" in message.text else None,
        )
        page.on("dialog", lambda dialog: self.away.append(f"dialog {dialog.message}"))


@pytest.fixture
def watched(browser: Any, hostile_server: str) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": 1400, "height": 2400}, locale="zh-CN", accept_downloads=True)
    yield Watched(context.new_page(), hostile_server)
    context.close()


@pytest.mark.parametrize("path", ADDRESSES)
def test_nothing_of_a_hostile_collection_is_rendered_or_asked_for(
    path: str, watched: Watched, hostile_server: str
) -> None:
    page = watched.page
    page.goto(f"{hostile_server}/{path}")
    if path != "nowhere":
        page.wait_for_selector(
            ".js-plotly-plot .main-svg, [data-testid=stDataFrame], [data-testid=stFileUploader], [data-testid=stAlertContentInfo], .readable",
            timeout=60_000,
        )
        page.wait_for_timeout(1500)
        closed = page.locator("[data-testid=stMain] details:not([open]) > summary")
        for _ in range(min(closed.count(), 6)):
            closed.first.click()
            page.wait_for_timeout(600)
        page.locator("[data-testid=stPopover] button").first.click()
        page.wait_for_timeout(800)
    assert page.evaluate(RENDERED) == []
    assert watched.away == []
    assert watched.stopped == []
    if path not in ("data", "methods", "nowhere"):
        assert STRANGER in page.inner_text("body")  # the strings are there, as text


def test_hover_texts_and_printed_cells_are_text(watched: Watched, hostile_server: str) -> None:
    page = watched.page
    page.goto(f"{hostile_server}/trends?lang=zh&m=penalty_items&o={RUICHENG}")
    page.wait_for_selector(".js-plotly-plot .scatterlayer .points path", timeout=60_000)
    page.wait_for_timeout(1500)
    point = page.locator(".js-plotly-plot .scatterlayer .points path").nth(1).bounding_box()
    at = (point["x"] + point["width"] / 2, point["y"] + point["height"] / 2)
    page.mouse.move(*at)
    page.wait_for_selector(".hoverlayer text", timeout=10_000)
    assert "<img src=" in page.locator(".hoverlayer").first.text_content()
    assert page.evaluate(RENDERED) == []
    page.mouse.click(*at)
    page.wait_for_selector("h3:has-text('stranger')", timeout=20_000)
    page.wait_for_timeout(1500)
    assert page.evaluate(RENDERED) == []
    assert watched.away == [] and watched.stopped == []


def test_a_saved_chart_asks_for_nothing_and_renders_nothing(
    watched: Watched, hostile_server: str, tmp_path: Path
) -> None:
    page = watched.page
    page.goto(f"{hostile_server}/trends?lang=zh&m=penalty_items&o={RUICHENG}")
    page.wait_for_selector(".saving button", timeout=60_000)
    page.wait_for_timeout(1500)
    files = {}
    for at, made in enumerate(("png", "svg", "html")):
        with page.expect_download(timeout=30_000) as caught:
            page.locator(".saving button").nth(at).click()
        files[made] = tmp_path / f"chart.{made}"
        caught.value.save_as(files[made])
    assert "<img" not in files["svg"].read_text("utf-8").replace("&lt;img", "")
    for made in ("svg", "html"):
        other = page.context.new_page()
        other.goto(files[made].as_uri())
        other.wait_for_timeout(2500)
        assert other.evaluate(RENDERED) == []
    assert [address for address in watched.away if not address.startswith("file:")] == []
    assert watched.stopped == []
