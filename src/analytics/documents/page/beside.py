"""Tables of a page → the same, their rows in doubt where a figure stands beside them, outside of every cell.

A figure on the level of a row and not in it is one that the ruling lines read so far do not enclose: what they enclose
may then stand in other columns than it seems.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from analytics.documents.printed import Field, Table, Word

BESIDE = "figure_beside_row"
_FIGURE = frozenset("0123456789０１２３４５６７８９/／")


def doubt_beside(table: Table, rest: Sequence[Word], em: float) -> Table:
    """The table of which no word of ``rest`` is a part."""
    heights = sorted(
        word.box.middle[1]
        for word in rest
        if word.score is None and _FIGURE.issuperset(word.text) and word.box.bottom - word.box.top < _OVERSIZED * em
    )
    heights = heights[bisect_left(heights, table.box.top) : bisect_right(heights, table.box.bottom)]
    if not heights:
        return table
    return replace(table, rows=tuple(tuple(_doubt_field(field, heights) for field in row) for row in table.rows))


_OVERSIZED = 1.6
"""Glyphs of watermarks are larger than those of cells."""


def _doubt_field(field: Field, heights: Sequence[float]) -> Field:
    near = bisect_left(heights, field.box.top)
    is_level = near < len(heights) and heights[near] <= field.box.bottom
    return field._replace(doubt=field.doubt or BESIDE) if is_level else field
