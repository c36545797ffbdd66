"""Lines of labels beside figures without ruling lines → the row of each: they stand about the middle of its figures.

Where rows follow one another as closely as the lines of a label, distance does not say which lines are of one cell.
Programs set a row's cells about one middle, though: the lines of a label are those whose middle the figures stand at.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from analytics.documents.page.unruled.heads import Piece

_SAME_PLACE = 0.5
"""Ems by which lines of one column of labels may begin, or have their middles, apart."""
_CENTRED = 0.3
"""Ems from the middle of a label to that of its figures."""
_MOST_LINES, _FARTHEST_LINES = 8, 1.9
"""Lines of one cell, and ems from one to the next."""
_LOOSE = 1.1
_LOST_LINE, _LOST_ROW = 0.4, 1.0
"""What it costs to leave a line in no row, and a row without lines; a label off its middle costs the ems it is off."""


class Stacks(NamedTuple):
    """The lines of each row's own label, by the row's number, and the lines that are of none."""

    by_row: dict[int, list[Piece]]
    others: list[Piece]


def stack_labels(pieces: Sequence[Piece], anchors: Sequence[float], em: float) -> Stacks:
    """Give the lines of labels to the rows whose figures stand at the heights ``anchors``, from above. The columns of
    labels from the right: the nearest to the figures is the row's own, those farther left are of groups."""
    by_row: dict[int, list[Piece]] = {}
    others: list[Piece] = []
    for column in reversed(_find_columns(pieces, em)):
        free = [number for number in range(len(anchors)) if number not in by_row]
        end = 0
        for start, behind, at in _choose_groups(column, [anchors[number] for number in free], em):
            others.extend(column[end:start])
            by_row[free[at]] = column[start:behind]
            end = behind
        others.extend(column[end:])
    return Stacks(by_row, others)


def group_cells(others: Sequence[Piece], stacks: Stacks, anchors: Sequence[float]) -> Iterator[list[Piece]]:
    """The labels of rows without figures: lines as near as those of other labels are of one, where rows are not."""
    near = [below - above for lines in stacks.by_row.values() for above, below in pairwise(map(_get_middle, lines))]
    pitch = _LOOSE * min(near, default=0.0)
    if any(below - above <= pitch for above, below in pairwise(anchors)):
        pitch = 0.0
    cell: list[Piece] = []
    for piece in sorted(others, key=_get_middle):
        if cell and (_get_middle(piece) - _get_middle(cell[-1]) > pitch or piece.box.left >= cell[-1].box.right):
            yield cell
            cell = []
        cell.append(piece)
    if cell:
        yield cell


def _get_middle(piece: Piece) -> float:
    return piece.box.middle[1]


def _find_columns(pieces: Sequence[Piece], em: float) -> list[list[Piece]]:
    """Lines that begin or end below one another, or whose middles do, from left to right, each column from above."""
    places = (
        [(piece.box.left, piece) for piece in pieces],
        [(piece.box.middle[0], piece) for piece in pieces],
        [(piece.box.right, piece) for piece in pieces],
    )
    return min((_group_columns(placed, _SAME_PLACE * em) for placed in places), key=len)


def _group_columns(placed: Sequence[tuple[float, Piece]], near: float) -> list[list[Piece]]:
    columns: list[list[Piece]] = []
    first = 0.0
    for x, piece in sorted(placed, key=lambda at: at[0]):
        if columns and x - first <= near:
            columns[-1].append(piece)
        else:
            columns.append([piece])
            first = x
    return [sorted(column, key=_get_middle) for column in columns]


_Group = tuple[int, int, int]
"""First line, the line behind the last, and the number of the anchor they stand about."""


def _choose_groups(lines: Sequence[Piece], anchors: Sequence[float], em: float) -> list[_Group]:
    """The parting of a column that leaves as few lines and rows alone as can be."""
    costs = [0.0] * (len(lines) + 1)
    chosen: list[_Group | None] = [None] * len(lines)
    for start in range(len(lines) - 1, -1, -1):
        costs[start] = costs[start + 1] + _LOST_LINE
        for group, offset in _find_centred(lines, start, anchors, em):
            cost = costs[group[1]] + offset - _LOST_ROW
            if cost < costs[start]:
                costs[start], chosen[start] = cost, group
    found: list[_Group] = []
    at = 0
    while at < len(lines):
        best = chosen[at]
        if best is not None:
            found.append(best)
        at = best[1] if best is not None else at + 1
    return found


def _find_centred(
    lines: Sequence[Piece], start: int, anchors: Sequence[float], em: float
) -> Iterator[tuple[_Group, float]]:
    """Lines from ``start`` on that stand about an anchor, and how many ems they are off it."""
    first = lines[start].box.middle[1]
    for behind in range(start + 1, min(len(lines), start + _MOST_LINES) + 1):
        last = lines[behind - 1].box.middle[1]
        if behind - start > 1 and last - lines[behind - 2].box.middle[1] > _FARTHEST_LINES * em:
            return
        middle = (first + last) / 2
        at = bisect_left(anchors, middle)
        for number in (at - 1, at):
            if 0 <= number < len(anchors) and (offset := abs(anchors[number] - middle) / em) <= _CENTRED:
                yield (start, behind, number), offset
