"""A page of measurements: sections are printed, written, and kept as they were where they are not measured anew."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from rich.console import Console
from rich.table import Table

Row = tuple[str, ...]
_LIBRARIES = ("lxml", "duckdb", "pandas", "streamlit")


@dataclass(frozen=True, slots=True)
class Section:
    """A table with what must be known to read it."""

    title: str
    note: str
    header: Row
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Page:
    """Where the sections stand: ``command`` and the name of a part measure that part again."""

    target: Path
    head: str
    command: str

    def write(self, measured: Iterable[tuple[str, Section]], parts: Iterable[str]) -> None:
        """Print each (part, section) as it is measured, then write the page. Parts that were not measured stay as they
        were; ``parts`` are all of them in order."""
        found: dict[str, list[str]] = {}
        for part, section in measured:
            print_section(section)
            found.setdefault(part, []).append(self._text(section, part))
        earlier = self._earlier()
        whole = ["\n".join(found[part]) if part in found else earlier.get(part, "") for part in parts]
        self.target.write_text("\n".join([self.head, *filter(None, whole)]), "utf-8")

    def _text(self, section: Section, part: str) -> str:
        """The section as it stands on the page, with the day, the machine, and the command that repeats it."""
        made = ", ".join([f"Python {platform.python_version()}", *(f"{name} {version(name)}" for name in _LIBRARIES)])
        machine = f"{platform.machine()}, {os.cpu_count()} cores, {made}"
        measured = f"Measured by `{self.command} {part}`, {datetime.now(UTC):%Y-%m-%d}, {machine}."
        lines = [f"## {section.title}", "", measured, ""]
        lines += [section.note, ""] if section.note else []
        lines += ["| " + " | ".join(section.header) + " |", "|" + "---|" * len(section.header)]
        lines += ["| " + " | ".join(row) + " |" for row in section.rows]
        return "\n".join(lines) + "\n"

    def _earlier(self) -> dict[str, str]:
        """The parts that the page holds, each with all of its sections."""
        if not self.target.is_file():
            return {}
        found: dict[str, list[str]] = {}
        measured = re.compile(rf"^Measured by `{re.escape(self.command)} (\w+)`", re.MULTILINE)
        for text in re.split(r"^(?=## )", self.target.read_text("utf-8"), flags=re.MULTILINE)[1:]:
            part = measured.search(text)
            if part:
                found.setdefault(part[1], []).append(text.rstrip("\n") + "\n")
        return {part: "\n".join(texts) for part, texts in found.items()}


def print_section(section: Section) -> None:
    """Print the section's table."""
    table = Table(*section.header, title=section.title)
    for row in section.rows:
        table.add_row(*row)
    Console(width=140).print(table)
