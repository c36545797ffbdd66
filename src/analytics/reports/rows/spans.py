"""Where the cells of a grid stand: the columns of the grid that each of them covers, by its spans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from analytics.documents.model import Cell

Span = tuple[int, int]
"""First column, and the one behind the last."""


def find_spans(rows: Sequence[tuple[Cell, ...]], *, is_placed: bool) -> list[tuple[Span, ...]]:
    """The spans of the cells of each row; empty for a row that does not end where most rows of its grid end, since its
    spans are wrong or a cell of it is missing. ``is_placed``: the cells' places already count the grid's columns."""
    found = [_place_cells(cells) for cells in rows] if is_placed else _count_spans(rows)
    ends = Counter(end for spans, end in found if spans)
    usual = ends.most_common(1)[0][0] if ends else 0
    return [spans if end == usual else () for spans, end in found]


def _place_cells(cells: tuple[Cell, ...]) -> tuple[tuple[Span, ...], int]:
    spans = tuple((column, column + cell.colspan) for cell in cells if (column := cell.place.column) is not None)
    return (spans, spans[-1][1]) if len(spans) == len(cells) and spans else ((), 0)


def _count_spans(rows: Sequence[tuple[Cell, ...]]) -> list[tuple[tuple[Span, ...], int]]:
    if all(cell.rowspan == 1 and cell.colspan == 1 for cells in rows for cell in cells):
        return [(tuple((column, column + 1) for column in range(len(cells))), len(cells)) for cells in rows]
    found = []
    hanging: dict[int, int] = {}  # column → rows that a cell from above still covers
    for cells in rows:
        column, spans, opened = 0, [], {}
        for cell in cells:
            while hanging.get(column, 0):
                column += 1
            spans.append((column, column + cell.colspan))
            if cell.rowspan > 1:
                opened.update(dict.fromkeys(range(column, column + cell.colspan), cell.rowspan))
            column += cell.colspan
        end = column
        if hanging or opened:
            end = max([column, *(at + 1 for at, left in hanging.items() if left)])
            hanging = {at: left - 1 for at, left in {**hanging, **opened}.items() if left > 1 or at in opened}
        found.append((tuple(spans), end))
    return found
