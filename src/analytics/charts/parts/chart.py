"""A chart: what is drawn, and the title that travels beside it as text.

No title stands in what is drawn: a page shows it above the plot, where it wraps; a saved file draws it as its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Title:
    """Texts, in which nothing is markup: the finding; beneath it unit, source and what is missing, where a line break
    breaks the line; and notes, each of them a sentence of a page about what it shows."""

    text: str
    subtitle: str
    notes: tuple[str, ...] = ()

    def write_beneath(self, separator: str) -> str:
        """Subtitle and notes as one text."""
        return separator.join((self.subtitle, *self.notes))


@dataclass(frozen=True, slots=True)
class Chart:
    """A title, and traces and a layout as Plotly takes them."""

    title: Title
    traces: list[dict[str, Any]]
    layout: dict[str, Any]

    def add_note(self, note: str) -> Chart:
        """The chart with one more note."""
        return replace(self, title=replace(self.title, notes=(*self.title.notes, note)))
