"""What the rows of a table are: a line of the form with its cells, heads of columns, or figures whose label is lost."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass, field

from analytics.documents.model import Cell
from analytics.reports.labels import Match
from analytics.reports.rows.spans import Span


@dataclass(slots=True)
class LineRow:
    """A label with the cells after it. ``shape`` is (label index, cell count) of a grid row, None when loose:
    rows of one shape are laid out alike. ``spans`` are the columns of ``grid`` under each cell, empty where unknown;
    ``before`` are figures that stand before the label: the number of the row. ``is_of_two``: the words before the
    figures are the labels of two lines."""

    match: Match
    printed_label: str
    cells: list[Cell] = field(default_factory=list)
    shape: tuple[int, int] | None = None
    _: KW_ONLY
    spans: tuple[Span, ...] = ()
    grid: int | None = None
    before: tuple[Cell, ...] = ()
    is_of_two: bool = False


@dataclass(slots=True)
class HeaderRow:
    """Cells that head columns, with the columns of ``grid`` that each spans; no spans where they are unknown."""

    cells: tuple[Cell, ...]
    spans: tuple[Span, ...] = ()
    grid: int | None = None


@dataclass(slots=True)
class LostRow:
    """Figures whose label is lost."""

    cells: tuple[Cell, ...]


Event = LineRow | HeaderRow | LostRow
