"""Run the benchmarks, print their table, write ``docs/benchmarks.md``."""

from __future__ import annotations

import platform
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import many, peers, reading

READING = ("what", "ours (ms CPU)", "beside (ms CPU)", "ratio", "goal", "beside what")
PEERS = ("format", "reader", "ms CPU a report", "cells under their labels", "gives")
MANY = ("what", "measured", "goal")
PAGES = ("page", "first run (ms)", "rerun, median", "rerun, p95", "goal")
TARGET = Path(__file__).parent.parent / "docs" / "benchmarks.md"


def main() -> None:
    found = many.measure()
    parts = [
        ("Reading", READING, [row.cells() for row in reading.measure()]),
        ("Beside other readers, on the same files", PEERS, [row.cells() for row in peers.measure()]),
        ("Many at once", MANY, _many(found)),
        (f"Pages on {found.reports:,} reports, one user", PAGES, [row.cells() for row in found.pages]),
    ]
    for title, header, rows in parts:
        shown = Table(*header, title=title)
        for row in rows:
            shown.add_row(*row)
        Console(width=120).print(shown)
    TARGET.write_text(_markdown(parts), "utf-8")


def _many(found: many.Many) -> list[tuple[str, ...]]:
    name = f"{found.reports:,} simulated pages, bytes to published build, two processes"
    return [
        (name, f"{found.seconds:.0f} s", f"< {many.GOAL_SECONDS} s"),
        ("memory of all processes while reading", f"{found.halfway:.0f} MB", "flat"),
        ("most memory of all processes (while building)", f"{found.peak:.0f} MB", "bounded"),
        *(row.cells() for row in found.exports),
    ]


def _markdown(parts: list[tuple[str, tuple[str, ...], list[tuple[str, ...]]]]) -> str:
    machine = f"{platform.machine()}, Python {platform.python_version()}, lxml {version('lxml')}"
    day = f"{datetime.now(UTC):%Y-%m-%d}"
    lines = [
        "# Benchmarks",
        "",
        "Written by `make bench`; run it to repeat. CPU time of one process, median of the runs, ours and the bare",
        f"library in turn, so that their ratio holds when the machine's speed drifts. {machine}, {day}.",
        "",
        "*Ours* is bytes → facts and findings. *Bare lxml* parses the same bytes and takes the text of every cell.",
        "The real documents are measured where they are present; the others are made here. A cell counts",
        "as *under its labels* where an extracted table holds its text with both labels to the left and above.",
    ]
    for title, header, rows in parts:
        lines += ["", f"## {title}", "", "| " + " | ".join(header) + " |", "|" + "---|" * len(header)]
        lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
