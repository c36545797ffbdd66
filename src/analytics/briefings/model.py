"""What stands in a briefing, in order, in the reader's language, whatever the file.

Refuses to know frames, files and fonts.
"""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from analytics.words import Language


@dataclass(frozen=True, slots=True)
class Table:
    """Texts in columns; ``widths`` are shares of the page's width."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture (PNG) with its name, and what it shows in a sentence for those who cannot see it."""

    name: str
    picture: bytes
    sentence: str


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with what stands under it, in this order."""

    heading: str
    notes: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    table: Table | None = None
    charts: tuple[Chart, ...] = ()


@dataclass(frozen=True, slots=True)
class Briefing:
    """What stands in the file. ``stamp`` is empty unless figures are simulated; ``font_note`` is for files that bring
    their own font, ``font_missing`` for those that cannot."""

    title: str
    stamp: str
    lead: tuple[str, ...]
    parts: tuple[Part, ...]
    _: KW_ONLY
    font_note: str
    font_missing: str
    language: Language = Language.ZH
