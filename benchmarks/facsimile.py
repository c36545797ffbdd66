"""Documents as published: how long the boxed cell of a figure takes, from the request to the frame that shows it.

Cells of every report of a collection of PDF, web pages, texts, Word and spreadsheet files; the first request of each
document is cold, the others find it opened.
"""

from __future__ import annotations

import shutil
import statistics
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from urllib.parse import quote

from playwright.sync_api import Browser

from analytics.ingest.pipeline import ingest
from analytics.settings import Settings
from analytics.simulate.docx import render_printed_docx
from analytics.simulate.places import list_counties
from analytics.simulate.workbook import render_printed_workbook
from analytics.simulate.world import simulate
from analytics.warehouse.read import open_warehouse
from benchmarks import browser, servers

CELLS = 12
"""Cells of each report."""
SEEN = 100
"""Cells that are looked at in the browser."""
CLICKS = 20
"""Marks of charts that are clicked, each on a page just opened."""
GOAL = "≤ 300 ms"
_LOADED = """() => Math.max(performance.getEntriesByType('navigation')[0].loadEventStart,
  ...performance.getEntriesByType('paint').map(one => one.startTime))"""
"""Milliseconds from navigation until the page is painted and its pictures are there. The page runs no script, so it
cannot be asked for the very frame."""

_WATCH = """() => addEventListener("mousedown", () => {
  const start = performance.now();
  const look = () => {
    const frame = document.querySelector("#facsimile-drawer iframe"), shown = frame?.contentDocument;
    const pictures = [...shown?.querySelectorAll("img[loading=eager]") ?? []];
    const isBoxed = shown?.querySelector("#here") && pictures.every(one => one.complete && one.naturalWidth);
    if (isBoxed) window.boxedAfter = performance.now() - start; else requestAnimationFrame(look);
  };
  look();
}, {once: true, capture: true})"""
"""From the next press of the mouse to the frame that has the box, with its picture loaded."""


@dataclass(frozen=True, slots=True)
class Waits:
    """Waits in milliseconds."""

    name: str
    times: tuple[float, ...]

    def cells(self) -> tuple[str, ...]:
        slow = statistics.quantiles(self.times, n=20)[-1] if len(self.times) > 1 else self.times[0]
        return (self.name, f"{statistics.median(self.times):.0f}", f"{slow:.0f}", str(len(self.times)), GOAL)


def measure() -> list[Waits]:
    """Cold and warm requests, and warm ones in Chromium where there is one."""
    with _collection() as (warehouse, raw), servers.dashboard(warehouse, raw) as server:
        addresses = list(_addresses(warehouse, server.address))
        first = [cells[0] for cells in addresses]
        others = [cell for cells in addresses for cell in cells[1:]]
        Random(5).shuffle(others)
        found = [Waits("page with the marked cell, first request of a document", tuple(map(_answered, first)))]
        found.append(Waits("the same, document opened before", tuple(map(_answered, others))))
        with browser.chromium() as chromium:
            if not isinstance(chromium, str):
                page = chromium.new_context(viewport={"width": 640, "height": 800}).new_page()
                times = []
                for address in others[:SEEN]:
                    page.goto(f"{address}#here", wait_until="load")
                    if page.locator("#here").count():
                        times.append(float(page.evaluate(_LOADED)))
                found.append(Waits("in Chromium, until the cell is boxed on the drawn page", tuple(times)))
                clicked = tuple(_click_mark(chromium, server.address, organ) for organ in _choose_organs(warehouse))
                found.append(Waits("a click on a mark of Trends, until its cell is boxed beside it", clicked))
    return found


def _choose_organs(warehouse: Path) -> list[str]:
    with open_warehouse(warehouse) as build:
        keys = [key for key in build.organs()["organ_key"] if isinstance(key, str)]
    return [keys[number % len(keys)] for number in range(CLICKS)]


def _click_mark(chromium: Browser, address: str, organ: str) -> float:
    """The first value of an organ, on a page in a browser with nothing kept; the server has opened the document."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN")
    try:
        page = context.new_page()
        page.goto(f"{address}/trends?lang=zh&m=requests_new&o={quote(organ)}")
        mark = page.locator(browser.PLOT).first
        mark.wait_for()
        page.wait_for_timeout(1500)  # the person looks at the chart
        mark.scroll_into_view_if_needed()
        box = mark.bounding_box()
        assert box is not None
        page.evaluate(_WATCH)
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        for _ in range(100):
            page.wait_for_timeout(100)
            if (waited := page.evaluate("window.boxedAfter")) is not None:
                return float(waited)
        raise TimeoutError(organ)
    finally:
        context.close()


def _answered(address: str) -> float:
    start = time.perf_counter()
    urllib.request.urlopen(address, timeout=120).read()
    return (time.perf_counter() - start) * 1000


@contextmanager
def _collection() -> Iterator[tuple[Path, Path]]:
    with TemporaryDirectory() as name:
        raw, warehouse = Path(name) / "raw", Path(name) / "warehouse"
        raw.mkdir()
        cases = servers.ROOT / "tests" / "cases" / "odd"
        for case in ("printed_without_ruling_lines.pdf", "lower_borders_and_a_row_torn_by_the_page.pdf"):
            shutil.copy(cases / case, raw)
        for document in sorted((servers.ROOT / "data" / "raw" / "transcribed").glob("*")):
            shutil.copy(document, raw)
        for place in list_counties(6):
            report = next(iter(simulate(place, (2023,), seed=3, errors=0.2)))
            (raw / f"{place.code}.docx").write_bytes(render_printed_docx(report.sheet, is_spanned=True))
            (raw / f"{place.code}.xlsx").write_bytes(render_printed_workbook(report.sheet))
        ingest(Settings(raw=raw, warehouse=warehouse))
        yield warehouse, raw


def _addresses(warehouse: Path, root: str) -> Iterator[list[str]]:
    with open_warehouse(warehouse) as build:
        figures = build.figures()
        for report_id, rows in figures.groupby("report_id"):
            cells = Random(int(report_id)).sample(sorted(rows["cell"]), min(CELLS, len(rows)))
            yield [f"{root}/evidence/{build.build_id}/{report_id}?cell={cell}&lang=zh" for cell in cells]
