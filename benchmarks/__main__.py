"""Run the benchmarks, print their table, write ``docs/benchmarks.md``."""

from __future__ import annotations

import platform
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.reading import Row, measure

HEADER = ("what", "ours (ms CPU)", "beside (ms CPU)", "ratio", "goal", "beside what")
TARGET = Path(__file__).parent.parent / "docs" / "benchmarks.md"


def main() -> None:
    rows = measure()
    shown = Table(*HEADER, title="CountyScope benchmarks")
    for row in rows:
        shown.add_row(*row.cells())
    Console(width=110).print(shown)
    TARGET.write_text(_markdown(rows), "utf-8")


def _markdown(rows: list[Row]) -> str:
    machine = f"{platform.machine()}, Python {platform.python_version()}, lxml {version('lxml')}"
    day = f"{datetime.now(UTC):%Y-%m-%d}"
    lines = [
        "# Benchmarks",
        "",
        "Written by `make bench`; run it to repeat. CPU time of one process, median of the runs, ours and the bare",
        f"library in turn, so that their ratio holds when the machine's speed drifts. {machine}, {day}.",
        "",
        "| " + " | ".join(HEADER) + " |",
        "|" + "---|" * len(HEADER),
        *("| " + " | ".join(row.cells()) + " |" for row in rows),
        "",
        "*Ours* is bytes → facts and findings. *Bare lxml* parses the same bytes and takes the text of every cell.",
        "The real documents are measured where they are present; the others are rendered from a made form.",
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
