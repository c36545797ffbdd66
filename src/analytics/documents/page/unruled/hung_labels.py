"""Lines of labels that hang from the line of their row's figures → the row of each.

Programs that set every cell from its top print a row's figures beside the first line of its label. Rows may then follow
one another as closely as lines: a line is of the row above it, as near below as lines of one cell stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from analytics.documents.page.unruled.heads import Piece
from analytics.documents.page.unruled.runs import Parts

HungRow = tuple[list[Piece], list[Piece]]
"""Pieces of the label, and figures."""
_LEVEL, _SAME_PLACE = 0.35, 0.5
"""Ems between a label's line and its figures, and between the edges or middles of lines of one label."""
_LOOSE = 1.15
_FEWEST_ROWS = 3


def hang_labels(rows: Sequence[Parts], others: Sequence[Piece], em: float) -> list[HungRow] | None:
    """Give the lines beside no figures to the rows above them, those above the first row to one without figures; None
    where the labels do not hang."""
    if len(rows) < _FEWEST_ROWS or not all(_is_level(parts, em) for parts in rows):
        return None
    ordered = sorted(others, key=lambda piece: piece.box.top)
    parts_of = [[piece for piece in ordered if _is_of(piece, parts, below)] for parts, below in _pair_with_next(rows)]
    pitch = _measure_pitch(rows, parts_of, em)
    if not pitch:
        return None
    found: list[HungRow] = []
    for parts, pieces in zip(rows, parts_of, strict=True):
        label = _collect_label(parts.labels[-1], pieces, _LOOSE * pitch, em)
        group = [piece for piece in pieces if piece not in label]
        if any(piece.box.right > parts.labels[-1].box.left + em / 4 for piece in group):
            return None
        found.append(([*parts.labels, *group, *label], list(parts.in_columns)))
    torn = [piece for piece in ordered if piece.box.middle[1] <= rows[0].middle]
    above = [torn, *(pieces for pieces, _ in found)]
    if not _is_one_spacing(
        [_is_following(pieces, parts, _LOOSE * pitch) for pieces, parts in zip(above, rows, strict=False)]
    ):
        return None
    return [(torn, []), *found] if torn else found


def _is_following(above: Sequence[Piece], parts: Parts, pitch: float) -> bool:
    """Whether a row's first line is as near to the last one above it as lines of one label are."""
    first = parts.labels[-1].box
    return any(
        piece.box.left < first.right and first.left < piece.box.right and first.top - piece.box.top <= pitch
        for piece in above
    )


def _is_one_spacing(follow: Sequence[bool]) -> bool:
    """Whether rows stand as near to one another as lines, or none does: else lines above a row are of its label."""
    return not any(follow) or sum(follow) > _MOST * len(follow)


_MOST = 0.5


def _is_level(parts: Parts, em: float) -> bool:
    if not parts.labels:
        return False
    figures = sorted(piece.box.middle[1] for piece in parts.in_columns)
    return abs(figures[len(figures) // 2] - parts.labels[-1].box.middle[1]) <= _LEVEL * em


def _pair_with_next(rows: Sequence[Parts]) -> list[tuple[Parts, Parts | None]]:
    return [*pairwise(rows), (rows[-1], None)]


def _is_of(piece: Piece, parts: Parts, below: Parts | None) -> bool:
    """Whether a line stands below the figures of a row and above those of the next."""
    y = piece.box.middle[1]
    return parts.middle < y and (below is None or y < below.middle)


def _measure_pitch(rows: Sequence[Parts], parts_of: Sequence[Sequence[Piece]], em: float) -> float:
    """The distance of two lines of one label; 0 where none has two."""
    nearest = (
        min((piece.box.top - first.box.top for piece in pieces if _is_below(first, piece, em)), default=0.0)
        for first, pieces in zip((parts.labels[-1] for parts in rows), parts_of, strict=True)
    )
    return min((distance for distance in nearest if distance > em / 2), default=0.0)


def _is_below(above: Piece, piece: Piece, em: float) -> bool:
    """Whether two lines begin, end or have their middle in one place."""
    places = zip(
        (above.box.left, above.box.right, above.box.middle[0]),
        (piece.box.left, piece.box.right, piece.box.middle[0]),
        strict=True,
    )
    return any(abs(upper - lower) <= _SAME_PLACE * em for upper, lower in places)


def _collect_label(first: Piece, pieces: Sequence[Piece], pitch: float, em: float) -> list[Piece]:
    """The lines below the first of a label, each as near to the one above as lines are."""
    label: list[Piece] = []
    last = first
    for piece in pieces:
        if _is_below(first, piece, em) and piece.box.top - last.box.top <= pitch:
            label.append(piece)
            last = piece
    return label
