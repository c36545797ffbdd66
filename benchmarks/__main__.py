"""Run the benchmarks and print their tables; a whole run writes ``docs/benchmarks.md``.

``python -m benchmarks visitors queries`` measures single parts and leaves the others of the page as they were.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from benchmarks import (
    beside,
    browser,
    exporting,
    facsimile,
    many,
    peers,
    queries,
    reading,
    sameness,
    search,
    servers,
    visitors,
)
from benchmarks.many import Nation
from benchmarks.page import Page, Row, Section

TARGET = Path(__file__).parent.parent / "docs" / "benchmarks.md"
HEAD = """# Benchmarks

Written by `make bench`, which runs all parts; each part says how it is repeated alone. A goal is what was aimed at;
what was measured stands beside it, met or not. `BENCH_COLLECTION=folder` uses a ready collection (`raw`, `warehouse`).
Single runs: server, clients and browser share the cores, so wall times are those of a busy machine; the CPU columns
are not.
"""
ALONE = (
    "page", "opened first (ms)", "rerun, median (ms)", "p95 (ms)", "goal", "server's CPU (ms)", "goal of CPU", "kB sent"
)  # fmt: skip
STEPS = ("users", "reruns a second", "median (ms)", "p95 (ms)", "goal", "server busy", "its memory", "failed visits")
PAGE = Page(TARGET, HEAD, ".venv/bin/python -m benchmarks")
SEEN = ("what", "median (ms)", "slowest (ms)", "runs", "goal")


class Part(StrEnum):
    """What can be measured apart."""

    READING = "reading"
    FACSIMILE = "facsimile"
    PEERS = "peers"
    SEARCH = "search"
    SAMENESS = "sameness"
    MANY = "many"
    EXPORTING = "exporting"
    VISITORS = "visitors"
    BROWSER = "browser"
    QUERIES = "queries"
    BESIDE = "beside"


# Parts ---------------------------------------------------------------------------------------------------------


def _reading() -> Iterator[Section]:
    note = """CPU time of one process, median of the runs, ours and the bare library in turn, so that their ratio
holds when the machine's speed drifts. *Ours* is bytes → facts and findings. *Bare lxml* parses the same bytes and
takes the text of every cell. The real documents are measured where they are present; the others are made here."""
    header = ("what", "ours (ms CPU)", "beside (ms CPU)", "ratio", "goal", "beside what")
    yield Section("Reading", note, header, [row.cells() for row in reading.measure()])


def _facsimile() -> Iterator[Section]:
    note = """A click on a figure opens its document with the cell boxed: the page with its marks (its picture is asked
for beside it), over HTTP, in Chromium from navigation to the frame that shows the box on the drawn page, and from a
click on a mark of a page just opened. Every request reads and hashes the file."""
    header = ("what", "median (ms)", "p95 (ms)", "cells", "goal")
    yield Section("Evidence in view", note, header, [row.cells() for row in facsimile.measure()])


def _peers() -> Iterator[Section]:
    note = """A cell counts as *under its labels* where an extracted table holds its text with both labels to the left
and above."""
    header = ("format", "reader", "ms CPU a report", "cells under their labels", "gives")
    yield Section("Beside other readers, on the same files", note, header, [row.cells() for row in peers.measure()])


def _search() -> Iterator[Section]:
    note = f"""An index over {search.REPORTS:,} narratives of {search.CHARACTERS:,} characters, kept in arrays beside a
build; {len(search.QUERIES)} queries of one to three words, thrice in turn. *Wrong* are counts that differ from those of
the text itself, over {search.CHECKED} reports."""
    header = ("what", "measured", "goal")
    yield Section("Search of narratives", note, header, search.measure().rows())


def _sameness() -> Iterator[Section]:
    note = f"""Texts of {sameness.CHARACTERS:,} characters: the form's opening, set phrases that thousands share, and
words at random; one report of ten has 30% of its text from another, in pieces and with other figures."""
    yield Section("Near-copies among all pairs", note, ("what", "measured", "goal"), sameness.measure().rows())


def _many(nation: Nation) -> Iterator[Section]:
    if nation.reading is not None:
        yield Section("Many at once", "", ("what", "measured", "goal"), nation.reading.rows())


def _exporting(nation: Nation) -> Iterator[Section]:
    note = """Every measure of every agency and year as one file, in a process of its own; memory beyond what the
process held when it had opened the warehouse and read one measure."""
    rows = [row.cells() for row in exporting.measure(nation.warehouse)]
    yield Section("A million rows", note, ("what", "measured", "goal"), rows)


def _visitors(nation: Nation) -> Iterator[Section]:
    note = """A websocket client speaks to `analytics serve` as a browser does and changes a filter each time, most of
them for the first time: from the change sent to the message that the script has finished, everything of the page
received. The CPU is that of the server's process alone, the median of the same reruns."""
    with servers.dashboard(nation.warehouse, nation.raw) as server:
        rows = [row.cells() for row in visitors.one_user(server)]
        yield Section(f"Pages on {nation.reports:,} reports, one user", note, ALONE, rows)
        steps = list(visitors.many_users(server, *visitors.on_mixed_pages()))
    note = f"""The same changes by many, who are on all pages and think for {visitors.THINK_SECONDS:.0f} s (2.5 to 7.5)
before each; more users at every step, {visitors.LEAST_USERS} at least, until the 95th percentile is above the goal.
Sustained: **{visitors.sustained(steps)}** users. One server process, {visitors.STEP_SECONDS:.0f} s a step after all
have arrived."""
    yield Section("Many users", note, STEPS, [step.cells() for step in steps])


def _browser(nation: Nation) -> Iterator[Section]:
    with servers.dashboard(nation.warehouse, nation.raw) as server:
        rows = _looked_at(lambda found: browser.ours(found, server.address))
    note = """Chromium, a new context with an empty cache every time, a server that is already warm; by the page's own
clock, from navigation (or the click on an option) to the first frame that shows it."""
    yield Section("In the browser", note, SEEN, rows)


def _looked_at(look: Callable[[browser.Browser], list[browser.SeenRow]]) -> list[Row]:
    with browser.chromium() as found:
        return [(found, "–", "–", "–", "–")] if isinstance(found, str) else [row.cells() for row in look(found)]


def _queries(nation: Nation) -> Iterator[Section]:
    note = """Wall time, median, in turn: a read of `warehouse.read`, and the SQL it sends by
`con.cursor().execute(sql).df()` on the same connection."""
    header = ("read", "rows", "ours (ms)", "bare DuckDB (ms)", "ratio", "goal")
    yield Section("Queries", note, header, [row.cells() for row in queries.measure_queries(nation.warehouse)])


def _beside(nation: Nation) -> Iterator[Section]:
    rows, seen = [], []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with servers.dashboard(nation.warehouse, nation.raw) as server:
            rows.append(_row_of(*beside.measure_ours(server)))
        with beside.plain_streamlit(nation.warehouse, folder) as server:
            rows.append(_row_of(*beside.measure_streamlit(server)))
            seen += _looked_at(lambda found: browser.plain_streamlit(found, server.address))
        with beside.datasette(nation.warehouse, folder) as answer:
            if isinstance(answer, str):
                rows.append(("Datasette", answer, *["–"] * 5))
            else:
                rows += [_row_of(*one) for one in beside.measure_datasette(answer, nation.warehouse)]
                paths = beside.paths(nation.warehouse, browser.RUNS + 1)
                seen += _looked_at(lambda found: browser.datasette(found, answer.address, paths))
    note = """One measure of four agencies, as a chart and a table. The plain page is Streamlit as tutorials write it
(SQL under `st.cache_data`, `px.line`, `st.dataframe`, Streamlit's defaults). Datasette has the same facts as SQLite,
indexed by cell and agency; it renders a table on the server and its plug-in datasette-vega draws the chart in the
browser. Neither gives changes, reasons of what is missing, or the printed cell, so this is what those cost beside
it."""
    header = ("what", "opened first (ms)", "median (ms)", "p95 (ms)", "server's CPU (ms)", "kB sent", "users sustained")
    yield Section("The same table and chart elsewhere, one user and many", note, header, rows)
    yield Section("The same in the browser", "", SEEN, seen)


def _row_of(one: visitors.Alone, steps: list[visitors.Step]) -> Row:
    name, first, median, slow, _, cpu, _, sent = one.cells()
    return (name, first, median, slow, cpu, sent, visitors.sustained(steps) if steps else "–")


ALONE_PARTS = {
    Part.READING: _reading,
    Part.FACSIMILE: _facsimile,
    Part.PEERS: _peers,
    Part.SEARCH: _search,
    Part.SAMENESS: _sameness,
}
NATION_PARTS = {
    Part.MANY: _many,
    Part.EXPORTING: _exporting,
    Part.VISITORS: _visitors,
    Part.BROWSER: _browser,
    Part.QUERIES: _queries,
    Part.BESIDE: _beside,
}


# The whole -----------------------------------------------------------------------------------------------------


def main(
    parts: Annotated[list[Part] | None, typer.Argument(help="Parts to run; all without")] = None,
) -> None:
    """Measure, print, and write the page: a run of some parts leaves the others as they were measured."""
    PAGE.write(_sections(parts or list(Part)), Part)


def _sections(parts: list[Part]) -> Iterator[tuple[Part, Section]]:
    for part, measure in ALONE_PARTS.items():
        if part in parts:
            yield from ((part, section) for section in measure())
    if not set(NATION_PARTS) & set(parts):
        return
    with many.nation() as nation:
        for part, measure_on in NATION_PARTS.items():
            if part in parts:
                yield from ((part, section) for section in measure_on(nation))


if __name__ == "__main__":
    typer.run(main)
