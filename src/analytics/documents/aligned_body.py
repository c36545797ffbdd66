"""The lines below a header without ruling lines → rows: which labels and figures stand in one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from analytics.documents.heads import Piece
from analytics.documents.printed import Box, Line, Word

FARTHEST = 6.0
"""Ems between two rows of one table: a heading row and a label of three lines stand between."""


class Parts(NamedTuple):
    """A line of text with its pieces; ``figures`` is how many of the last pieces are figures in columns."""

    line: Line
    words: list[Word]
    pieces: list[Piece]
    figures: int

    @property
    def middle(self) -> float:
        """How far down the middle of the line is."""
        return self.line.box.middle[1]

    @property
    def labels(self) -> list[Piece]:
        """The pieces before the figures."""
        return self.pieces[: len(self.pieces) - self.figures]


_Row = tuple[list[Piece], list[Piece]]
"""Pieces of the label, and figures."""


def body_rows(
    body: Sequence[Parts], labels: Sequence[Piece], wrap: float, em: float, levels: Sequence[Box]
) -> list[_Row]:
    """Rows by their figures; lines of labels beside none go to the nearest, or are rows without figures."""
    rows = [parts for parts in body if parts.figures]
    anchors = [parts.middle for parts in rows]
    found: dict[float, _Row] = {
        parts.middle: (list(parts.labels), list(parts.pieces[-parts.figures :])) for parts in rows
    }
    others = [*labels, *(piece for parts in body if not parts.figures for piece in parts.pieces)]
    is_hung = bool(others) and not labels and all(parts.labels for parts in rows)
    pitch = median([below - above for above, below in pairwise(anchors)]) if len(anchors) > 1 else FARTHEST * em
    edges = sorted(rule.middle[1] for rule in levels)
    waiting = sorted(others, key=lambda piece: min(abs(piece.box.middle[1] - anchor) for anchor in anchors))
    for piece in waiting:
        y = piece.box.middle[1]
        near = _nearest(y, anchors, edges, (0.55 if wrap else 0.8) * pitch, is_hung=is_hung)
        if near is None:
            # A line of a label of many, or of a row without figures.
            near = next((at for at, (cells, _) in found.items() if _goes_on(piece, cells, wrap, em)), y)
        found.setdefault(near, ([], []))[0].append(piece)
    return [found[at] for at in sorted(found)]


def by_place(cells: list[Piece], figures: list[Piece], zone: float) -> _Row:
    """A word among the columns of figures stands in one of them, and is no part of the label."""
    inside = [piece for piece in cells if piece.box.left >= zone]
    return [piece for piece in cells if piece.box.left < zone], [*inside, *figures]


def _goes_on(piece: Piece, cells: Sequence[Piece], wrap: float, em: float) -> bool:
    """Whether a line stands as near above or below one of a label as lines of one cell do."""
    return any(
        abs(piece.box.top - cell.box.top) <= max(wrap, em / 2)
        and min(piece.box.right, cell.box.right) - max(piece.box.left, cell.box.left) > em / 4
        for cell in cells
    )


def _nearest(y: float, anchors: list[float], edges: list[float], far: float, *, is_hung: bool) -> float | None:
    if edges:
        band = bisect_left(edges, y)
        within = [anchor for anchor in anchors if bisect_left(edges, anchor) == band]
        if 0 < band < len(edges) and len(within) <= 1:
            return within[0] if within else None
    below = bisect_left(anchors, y)
    if is_hung and below:
        return anchors[below - 1]
    near = min(anchors[max(0, below - 1) : below + 1], key=lambda anchor: abs(anchor - y))
    return near if abs(near - y) < far else None
