"""What a mark carries for the evidence behind it, and its one written form.

``7 1 2020``, ``7 1 2020 requests_new``, ``7 1 2020 cell:31+32``, ``7 1 2020 prose:2.40.61``: report (``-`` where none
is held), organ, year, and where the chart is not of one measure, the measure, the printed cells or a stretch of prose.
A text, since the browser sends it back as it is, while thousands of lists would be copied and looked through at every
rerun.
"""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from typing import Any, NamedTuple, Self

import pandas as pd

_NO_REPORT, _CELLS, _AND = "-", "cell:", "+"
_PROSE = "prose:"


class Quote(NamedTuple):
    """A stretch of a report's prose: the section by its position, and from which of its characters up to which."""

    position: int
    start: int
    end: int

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """The stretch that :meth:`write` wrote; None for any other text."""
        parts = text.split(".")
        if len(parts) != len(cls._fields) or not all(
            part.isascii() and part.isdigit() and len(part) < 10 for part in parts
        ):
            return None
        return cls(*map(int, parts))

    def write(self) -> str:
        """As a mark and an address carry it."""
        return ".".join(map(str, self))


@dataclass(frozen=True, slots=True)
class Point:
    """A figure: whose, of which year, in which report. ``measure`` is its key, ``cells`` are codes of printed cells,
    ``quote`` is a stretch of prose; where none of them stands, it is of the measure of its chart."""

    report_id: int | None
    organ_id: int
    year: int
    measure: str = ""
    _: KW_ONLY
    cells: tuple[int, ...] = ()
    quote: Quote | None = None

    @classmethod
    def of(cls, row: Any, *, measure: str = "", cells: tuple[int, ...] = (), quote: Quote | None = None) -> Self:
        """The point of a row [report_id, organ_id, year]."""
        report_id = None if pd.isna(row.report_id) else int(row.report_id)
        return cls(report_id, int(row.organ_id), int(row.year), measure, cells=cells, quote=quote)

    @classmethod
    def parse(cls, text: str) -> Self:
        """The point that :meth:`write` wrote; ValueError for any other text."""
        report, organ, year, *rest = text.split(" ")
        last = "".join(rest)
        is_cells = last.startswith(_CELLS)
        cells = tuple(map(int, last.removeprefix(_CELLS).split(_AND))) if is_cells else ()
        quote = Quote.parse(last.removeprefix(_PROSE)) if last.startswith(_PROSE) else None
        measure = "" if is_cells or quote else last
        report_id = None if report == _NO_REPORT else int(report)
        return cls(report_id, int(organ), int(year), measure, cells=cells, quote=quote)

    def write(self) -> str:
        """As a mark carries it."""
        report = _NO_REPORT if self.report_id is None else str(self.report_id)
        last = _CELLS + _AND.join(map(str, self.cells)) if self.cells else self.measure
        last = _PROSE + self.quote.write() if self.quote else last
        return " ".join(filter(None, (report, str(self.organ_id), str(self.year), last)))


def write_point(row: Any, *, measure: str = "") -> str:
    """What the mark of a row carries."""
    return Point.of(row, measure=measure).write()


def write_quote_point(row: Any) -> str:
    """What the mark of a row of one stretch of prose [position, start_at, end_at] carries; of the whole report where
    that is NA."""
    quote = None if pd.isna(row.position) else Quote(int(row.position), int(row.start_at), int(row.end_at))
    return Point.of(row, quote=quote).write()


def write_cell_point(row: Any) -> str:
    """What the mark of a row of one printed cell [cell] carries."""
    return Point.of(row, cells=(int(row.cell),)).write()
