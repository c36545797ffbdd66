"""The lines below a header without ruling lines → rows: which labels and figures stand in one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from analytics.documents.page.unruled.heads import Piece
from analytics.documents.page.unruled.hung_labels import hang_labels
from analytics.documents.page.unruled.runs import FARTHEST, Parts, is_figure
from analytics.documents.page.unruled.stacked_labels import group_cells, stack_labels
from analytics.documents.printed import Box, Column

_Row = tuple[list[Piece], list[Piece]]
"""Pieces of the label, and figures."""


def build_body_rows(
    body: Sequence[Parts], labels: Sequence[Piece], wrap: float, em: float, levels: Sequence[Box]
) -> list[_Row]:
    """Rows by their figures; lines of labels beside none go to the nearest, or are rows without figures."""
    rows = [parts for parts in body if parts.figures]
    others = [*labels, *(piece for parts in body if not parts.figures for piece in parts.pieces)]
    if not levels and (hung := hang_labels(rows, others, em)):
        return hung
    if not levels and (stacked := _build_stacked_rows(rows, body, labels, em)):
        return stacked
    anchors = [parts.middle for parts in rows]
    found: dict[float, _Row] = {parts.middle: (list(parts.labels), list(parts.in_columns)) for parts in rows}
    is_hung = bool(others) and not labels and all(parts.labels for parts in rows)
    pitch = median([below - above for above, below in pairwise(anchors)]) if len(anchors) > 1 else FARTHEST * em
    edges = sorted(rule.middle[1] for rule in levels)
    waiting = sorted(others, key=lambda piece: min(abs(piece.box.middle[1] - anchor) for anchor in anchors))
    for piece in waiting:
        y = piece.box.middle[1]
        near = _find_nearest(y, anchors, edges, (0.55 if wrap else 0.8) * pitch, is_hung=is_hung)
        if near is None:
            # A line of a label of many, or of a row without figures.
            near = next((at for at, (cells, _) in found.items() if _is_continuation(piece, cells, wrap, em)), y)
        found.setdefault(near, ([], []))[0].append(piece)
    return [found[at] for at in sorted(found)]


def split_labels(body: Sequence[Parts], em: float, gap: float) -> list[Parts]:
    """The lines with labels of one row apart: the group's may end right before the row's own, which begins below
    others. Characters of one label stand no farther apart than ``gap``."""
    lefts = sorted(piece.box.left for parts in body for piece in parts.labels)
    return [
        parts._replace(
            pieces=[
                *(part for piece in parts.labels for part in _split_label(piece, lefts, em, gap)),
                *parts.in_columns,
            ]
        )
        for parts in body
    ]


def split_figures(rows: Sequence[Parts], columns: Sequence[Column], em: float) -> list[Parts]:
    """The lines with the figures that touch their label apart from it: they stand in a column of other rows' figures,
    in which their own row has none."""
    return [_split_figure(parts, columns, em) if parts.figures and parts.labels else parts for parts in rows]


def _split_figure(parts: Parts, columns: Sequence[Column], em: float) -> Parts:
    label = parts.labels[-1]
    first = len(label.words)
    while first and is_figure(label.words[first - 1].text):
        first -= 1
    if not 0 < first < len(label.words):
        return parts
    figure, rest = Piece.of(label.words[first:]), Piece.of(label.words[:first])
    near = _TOUCHING * em
    column = next((column for column in columns if _is_over(figure, column)), None)
    is_inside = column is not None and column.left - near <= figure.box.left and figure.box.right <= column.right + near
    if column is None or not is_inside or rest.box.right > column.left + near:
        return parts
    if any(_is_over(piece, column) for piece in parts.in_columns):
        return parts
    return parts._replace(pieces=[*parts.labels[:-1], rest, figure, *parts.in_columns], figures=parts.figures + 1)


def _is_over(piece: Piece, column: Column) -> bool:
    return piece.box.left < column.right and column.left < piece.box.right


_TOUCHING = 0.15
"""Ems by which a figure may reach out of the column of the others."""


def _split_label(piece: Piece, lefts: Sequence[float], em: float, gap: float) -> Iterator[Piece]:
    start = 0
    for at in range(1, len(piece.words)):
        left = piece.words[at].box.left
        near = bisect_left(lefts, left - _SAME_LEFT * em)
        is_edge = near < len(lefts) and lefts[near] <= left + _SAME_LEFT * em
        has_words = any(_WORD.search(word.text) for word in piece.words[start:at])
        if is_edge and has_words and left - piece.words[at - 1].box.right > gap:
            yield Piece.of(piece.words[start:at])
            start = at
    yield Piece.of(piece.words[start:])


_SAME_LEFT = 0.1
_WORD = re.compile(r"[\u3400-\u9fff]")


def _build_stacked_rows(
    rows: Sequence[Parts], body: Sequence[Parts], labels: Sequence[Piece], em: float
) -> list[_Row] | None:
    """Rows by the middle of their lines; None where that leaves a row without its label. At the ends of a page half a
    label may be cut off."""
    figures = [parts.in_columns for parts in rows]
    anchors = [median([piece.box.middle[1] for piece in pieces]) for pieces in figures]
    pieces = [*labels, *(piece for parts in body for piece in parts.labels)]
    stacks = stack_labels(pieces, anchors, em)
    if any(number not in stacks.by_row for number in range(1, len(rows) - 1)):
        return None
    found = {
        at: (list(stacks.by_row.get(number, ())), pieces)
        for number, (at, pieces) in enumerate(zip(anchors, figures, strict=True))
    }
    blank: list[Piece] = []
    for piece in stacks.others:
        near = min(range(len(anchors)), key=lambda number: abs(anchors[number] - piece.box.middle[1]))
        edge = min((line.box.left for line in stacks.by_row.get(near, ())), default=0.0)
        if piece.box.right <= edge + em / 4:
            found[anchors[near]][0].append(piece)  # what stands left of a row's label is of a group
        else:
            blank.append(piece)
    for lines in group_cells(blank, stacks, anchors):
        found.setdefault(lines[0].box.middle[1], ([], []))[0].extend(lines)
    return [found[at] for at in sorted(found)]


def move_into_columns(cells: list[Piece], figures: list[Piece], zone: float) -> _Row:
    """A word among the columns of figures stands in one of them, and is no part of the label."""
    inside = [piece for piece in cells if piece.box.left >= zone]
    return [piece for piece in cells if piece.box.left < zone], [*inside, *figures]


def find_unproven_rows(rows: Sequence[_Row], em: float) -> frozenset[int]:
    """The rows whose label and figures may belong together in another way: one has a label and no figures, and the one
    beside it has figures and no label, or but a group's, which stands further left."""
    found: set[int] = set()
    for at, ((label, figures), (other_label, other_figures)) in enumerate(pairwise(rows)):
        if bool(figures) == bool(other_figures):
            continue
        lone, beside = (other_label, label) if figures else (label, other_label)
        edge = min((piece.box.left for piece in lone), default=0.0)
        if lone and all(piece.box.right <= edge + em / 4 for piece in beside):
            found.update((at, at + 1))
    return frozenset(found)


def find_lonely_rows(rows: Sequence[_Row], columns: Sequence[Column]) -> frozenset[int]:
    """The rows of several figures most of which stand where no other row has one: nothing but the row itself says that
    there are columns, nor whether blank ones are between them."""
    places = [[_find_column(piece, columns) for piece in figures] for _, figures in rows]
    filled = Counter(column for row in places for column in set(row))
    if len(rows) < _FEWEST_ROWS:
        return frozenset()
    return frozenset(
        at
        for at, row in enumerate(places)
        if len(row) > 1 and 2 * sum(filled[column] == 1 for column in row) > len(row)
    )


_FEWEST_ROWS = 3
"""Rows of which one can stand alone: two of them say nothing of one another."""


def _find_column(piece: Piece, columns: Sequence[Column]) -> int:
    return next((at for at, column in enumerate(columns) if _is_over(piece, column)), -1)


def _is_continuation(piece: Piece, cells: Sequence[Piece], wrap: float, em: float) -> bool:
    """Whether a line stands as near above or below one of a label as lines of one cell do."""
    return any(
        abs(piece.box.top - cell.box.top) <= max(wrap, em / 2)
        and min(piece.box.right, cell.box.right) - max(piece.box.left, cell.box.left) > em / 4
        for cell in cells
    )


def _find_nearest(y: float, anchors: list[float], edges: list[float], far: float, *, is_hung: bool) -> float | None:
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
