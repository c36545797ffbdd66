"""What a mark carries for the evidence behind it, and its one written form.

``7 1 2020``, ``7 1 2020 requests_new``, ``7 1 2020 cell:31+32``: report (``-`` where none is held), organ, year, and
where the chart is not of one measure, the measure or the printed cells. A text, since the browser sends it back as it
is, while thousands of lists would be copied and looked through at every rerun.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

import pandas as pd

_NO_REPORT, _CELLS, _AND = "-", "cell:", "+"


@dataclass(frozen=True, slots=True)
class Point:
    """A figure: whose, of which year, in which report. ``measure`` is its key, ``cells`` are codes of printed cells;
    where neither stands, it is of the measure of its chart."""

    report_id: int | None
    organ_id: int
    year: int
    measure: str = ""
    cells: tuple[int, ...] = ()

    @classmethod
    def of(cls, row: Any, *, measure: str = "", cells: tuple[int, ...] = ()) -> Self:
        """The point of a row [report_id, organ_id, year]."""
        report_id = None if pd.isna(row.report_id) else int(row.report_id)
        return cls(report_id, int(row.organ_id), int(row.year), measure, cells)

    @classmethod
    def parse(cls, text: str) -> Self:
        """The point that :meth:`write` wrote; ValueError for any other text."""
        report, organ, year, *rest = text.split(" ")
        last = "".join(rest)
        is_cells = last.startswith(_CELLS)
        cells = tuple(map(int, last.removeprefix(_CELLS).split(_AND))) if is_cells else ()
        return cls(
            None if report == _NO_REPORT else int(report), int(organ), int(year), "" if is_cells else last, cells
        )

    def write(self) -> str:
        """As a mark carries it."""
        report = _NO_REPORT if self.report_id is None else str(self.report_id)
        last = _CELLS + _AND.join(map(str, self.cells)) if self.cells else self.measure
        return " ".join(filter(None, (report, str(self.organ_id), str(self.year), last)))


def write_point(row: Any, *, measure: str = "") -> str:
    """What the mark of a row carries."""
    return Point.of(row, measure=measure).write()


def write_cell_point(row: Any) -> str:
    """What the mark of a row of one printed cell [cell] carries."""
    return Point.of(row, cells=(int(row.cell),)).write()
