"""What a person waits for, in Chromium: first paint, a chart in a fresh browser, a filter change.

Every run is a new context with an empty cache and a server that is already warm. Times are the page's own clock, so
that the remote control costs nothing.
"""

from __future__ import annotations

import shutil
import statistics
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Error, Page, sync_playwright

RUNS = 9
FIRST_PAINT, COLD_CHART, CHANGE = "≤ 1000 ms", "≤ 2000 ms", "≤ 150 ms"
PLOT = ".js-plotly-plot .scatterlayer .points path"
_WAIT = 60_000
_ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
_SEEN = """selector => new Promise(done => {
  const look = () => document.querySelector(selector)
    ? requestAnimationFrame(() => done(performance.now())) : requestAnimationFrame(look);
  look();
})"""
"""Milliseconds since navigation at which the selector is on the page and drawn."""
_PAINTED = """() => new Promise(done => new PerformanceObserver(list => {
  for (const one of list.getEntriesByName('first-contentful-paint')) done(one.startTime);
}).observe({type: 'paint', buffered: true}))"""
_WATCH = """selector => {
  const text = () => document.querySelector(selector)?.textContent ?? '';
  const before = text();
  addEventListener('click', () => {
    const start = performance.now();
    const look = () => text() && text() !== before
      ? (window.changedAfter = performance.now() - start) : requestAnimationFrame(look);
    requestAnimationFrame(look);
  }, {once: true, capture: true});
}"""
"""From the next click to the first frame in which the text of the selector is another."""


@dataclass(frozen=True, slots=True)
class SeenRow:
    """One wait in milliseconds."""

    name: str
    times: tuple[float, ...]
    goal: str = "–"

    def cells(self) -> tuple[str, ...]:
        times = (f"{statistics.median(self.times):.0f}", f"{max(self.times):.0f}")
        return (self.name, *times, str(len(self.times)), self.goal)


@contextmanager
def chromium() -> Iterator[Browser | str]:
    """A browser, or why there is none."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        yield "left out: there is no Chromium here"
        return
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=found, args=_ARGUMENTS)
        yield browser
        browser.close()


def ours(browser: Browser, address: str) -> list[SeenRow]:
    """The start page, a chart, a change of the measure."""
    chart = f"{address}/trends?lang=zh&m=penalty_decisions"
    seen(browser, chart, PLOT, runs=1)  # the server's caches; the browser's are new each time
    paints = [_painted(browser, f"{address}/?lang=zh") for _ in range(RUNS)]
    content = seen(browser, f"{address}/?lang=zh", "[data-testid=stMain] h1")
    start_chart = seen(browser, f"{address}/?lang=zh", ".js-plotly-plot .main-svg")
    return [
        SeenRow("first paint of the start page", tuple(paints), FIRST_PAINT),
        SeenRow("its heading", content),
        SeenRow("its first chart", start_chart),
        SeenRow("a chart (Trends), cold", seen(browser, chart, PLOT), COLD_CHART),
        SeenRow("another measure: its title is there", changed(browser, chart, 1, ".chart-title"), CHANGE),
    ]


def plain_streamlit(browser: Browser, address: str) -> list[SeenRow]:
    """The plain page's chart, and a change of its measure."""
    return [
        SeenRow("plain Streamlit page: its chart, cold", seen(browser, address, PLOT)),
        SeenRow("plain Streamlit page: another measure", changed(browser, address, 0, ".js-plotly-plot .gtitle")),
    ]


def datasette(browser: Browser, address: str, paths: Sequence[str]) -> list[SeenRow]:
    """Datasette's table, its chart (by datasette-vega), and another filter, which is another page."""
    table, chart = "table.rows-and-columns td", "#vis canvas, #vis svg, .vega-embed canvas, .vega-embed svg"
    marks = "#g.mark=line&g.x_column=year&g.x_type=ordinal&g.y_column=value&g.y_type=quantitative&g.color_column=organ"
    rows = [SeenRow("Datasette: its table, cold", seen(browser, address + paths[0], table))]
    try:
        rows.append(SeenRow("Datasette: its chart, cold", seen(browser, address + paths[0] + marks, chart)))
    except Error:
        rows.append(SeenRow("Datasette: its chart was not drawn", (float("nan"),)))
    return [*rows, SeenRow("Datasette: the table of another filter", _next(browser, address, paths, table))]


def seen(browser: Browser, address: str, selector: str, *, runs: int = RUNS) -> tuple[float, ...]:
    """Navigation → the selector is drawn, each in a new context."""
    return tuple(_in_new(browser, lambda page: _opened(page, address, selector)) for _ in range(runs))


def changed(browser: Browser, address: str, chooser: int, selector: str) -> tuple[float, ...]:
    """A click on another option of a chooser → the text of the selector is another, in one context."""
    return _in_new(browser, lambda page: _changes(page, address, chooser, selector))


def _changes(page: Page, address: str, chooser: int, selector: str) -> tuple[float, ...]:
    _opened(page, address, PLOT)
    times = []
    for number in range(RUNS):
        page.wait_for_timeout(1500)  # the person looks at the chart
        box = page.get_by_test_id("stSelectbox").nth(chooser).locator("input")
        shown = box.input_value()
        box.click()
        options = [one for one in page.get_by_role("option").all() if one.inner_text() != shown]
        page.evaluate(_WATCH, selector)
        options[number % len(options)].click()
        _wait_until(page, "window.changedAfter !== undefined")
        times.append(page.evaluate("(() => {const it = window.changedAfter; delete window.changedAfter; return it})()"))
    return tuple(times)


def _wait_until(page: Page, expression: str) -> None:
    """Ask until an expression is true: the content policy of our pages forbids Playwright's own way of waiting."""
    for _ in range(_WAIT // 100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(100)
    raise TimeoutError(expression)


def _next(browser: Browser, address: str, paths: Sequence[str], selector: str) -> tuple[float, ...]:
    def walk(page: Page) -> tuple[float, ...]:
        return tuple(_opened(page, address + path, selector) for path in paths)[1:]

    return _in_new(browser, walk)


def _painted(browser: Browser, address: str) -> float:
    def first(page: Page) -> float:
        page.goto(address, wait_until="commit")
        return float(page.evaluate(_PAINTED))

    return _in_new(browser, first)


def _opened(page: Page, address: str, selector: str) -> float:
    page.goto(address, wait_until="commit")
    return float(page.evaluate(_SEEN, selector))


def _in_new(browser: Browser, run: Callable[[Page], Any]) -> Any:
    context = browser.new_context(viewport={"width": 1400, "height": 1000}, locale="zh-CN")
    context.set_default_timeout(_WAIT)
    try:
        return run(context.new_page())
    finally:
        context.close()
