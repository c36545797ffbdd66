"""The page of measured accuracy, ``docs/accuracy.md``: a line a format and producer, with what made its documents."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from analytics.documents.word.office import find_program
from benchmarks.producers.workshop import PRODUCERS

TARGET = Path(__file__).parent.parent / "docs" / "accuracy.md"
OURS = "CountyScope"
HEAD = """# How exactly documents are read

Written by `make quality`; some lines are measured alone by `.venv/bin/python -m benchmarks.quality "NAME"`. Simulated
reports, some with a publisher's error, in every manner of page and damaged in part, made into files by the programs
named and read cell by cell beside the form that was printed. *Right*: status and value as printed. *Silent*: wrong,
called certain, and named by no finding. *Doubted*: the share of the right cells that the reader is not sure of. What is
neither right nor silent is unread or doubted, and says so. The goal is 0 silent everywhere.

`tests/quality_floor.json` holds what the suite requires of a sample of these documents; it only rises.
"""
PART = "\n## "
"""Begins each part that another command writes below the table."""
HEADER = ("format", "made by", "documents", "cells", "right", "silent", "doubted though right", "command")
_VERSIONS = (("chromium", "--version"), ("pandoc", "--version"), ("pdftotext", "-v"))
Figures = Mapping[str, float]


def cells_of(found: Figures) -> tuple[str, ...]:
    """Documents, cells, right, silent and doubted, as they are shown."""
    share = (f"{found['exact']:.2%}", f"{found['silent']:.0f}", f"{found['flagged']:.2%}")
    return (f"{found['documents']:,.0f}", f"{found['cells']:,.0f}", *share)


def write(measured: Mapping[str, Figures]) -> None:
    """Write the page of everything that was measured."""
    made = f"Written {datetime.now(UTC):%Y-%m-%d}; {', '.join(versions())}."
    lines = [HEAD, made, "", "| " + " | ".join(HEADER) + " |", "|" + "---|" * len(HEADER)]
    lines += ["| " + " | ".join(row_of(name, found)) + " |" for name, found in measured.items()]
    _, parted, parts = TARGET.read_text("utf-8").partition(PART) if TARGET.exists() else ("", "", "")
    TARGET.write_text("\n".join(lines) + "\n" + parted + parts, "utf-8")


def write_part(title: str, note: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write one part below the table of formats anew, and leave the others as they are."""
    head, *parts = TARGET.read_text("utf-8").split(PART)
    table = ["| " + " | ".join(row) + " |" for row in (header, ["---"] * len(header), *rows)]
    kept = {part.partition("\n")[0]: part for part in parts}
    kept[title] = "\n".join((title, "", note, "", *table)) + "\n"
    TARGET.write_text(PART.join((head, *kept.values())), "utf-8")


def row_of(name: str, found: Figures) -> tuple[str, ...]:
    """One line: what our own programs made has no command of another's."""
    producer = PRODUCERS.get(name)
    if producer is None:
        made, _, manner = name.partition(" ")
        return made, f"{OURS} {manner}".strip(), *cells_of(found), "`countyscope simulate`"
    return producer.format, producer.name, *cells_of(found), f"`{producer.command}`"


def versions() -> list[str]:
    """The programs of this machine with their versions, as they call themselves."""
    said = []
    for command, option in (*_VERSIONS, (find_program() or "soffice", "--version")):
        done = subprocess.run([command, option], capture_output=True, text=True, check=True)
        said.append((done.stdout or done.stderr).splitlines()[0].strip())
    return said + [f"{name} {version(name)}" for name in ("weasyprint", "pdfplumber", "markitdown", "pillow")]
