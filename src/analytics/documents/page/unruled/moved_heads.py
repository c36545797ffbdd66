"""A header whose cells lack the rows they should span → its rows as they are printed, each head beside the next.

Where a head does not reach down, those of the next row move left, over labels and other columns: where a head stands
then says nothing about whose column it is, and its row still says what stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from analytics.documents.page.unruled.heads import Heads, Piece, Stack, stack_heads

_APART = 1.0
"""Ems between two cells of a header that stand over the labels; a note there is one cell."""
_FEWEST_COLUMNS, _MOST_HEADED = 5, 2 / 3
"""Where there are no labels, most columns from the left have a head of their own, and the last ones none."""


def is_moved(heads: Heads, labels: Sequence[Piece], em: float, *, is_labelled: bool) -> bool:
    """Whether a header has moved left; ``labels`` are its pieces that stand over the labels of rows."""
    if heads.is_complete:
        return False
    if is_labelled:
        return any(_are_beside(left, right, em) for left, right in pairwise(sorted(labels, key=_get_place)))
    is_wide = len(heads.columns) >= _FEWEST_COLUMNS
    return is_wide and heads.headed >= _MOST_HEADED * len(heads.columns)


def _get_place(piece: Piece) -> tuple[float, float]:
    return piece.box.middle[1], piece.box.left


def _are_beside(left: Piece, right: Piece, em: float) -> bool:
    is_level = abs(left.box.middle[1] - right.box.middle[1]) < em / 4
    return is_level and right.box.left - left.box.right > _APART * em


def find_moved_rows(pieces: Sequence[Piece], em: float, wrap: float) -> Iterator[list[list[Piece]]]:
    """The rows of the header, each the pieces of its cells from left to right."""
    row: list[Stack] = []
    for stack in sorted(stack_heads(pieces, wrap, em), key=lambda stack: stack.box.top):
        if row and stack.box.top > max(other.box.bottom for other in row) - em / 4:
            yield _order_cells(row)
            row = []
        row.append(stack)
    if row:
        yield _order_cells(row)


def _order_cells(row: Sequence[Stack]) -> list[list[Piece]]:
    return [stack.pieces for stack in sorted(row, key=lambda stack: stack.box.left)]
