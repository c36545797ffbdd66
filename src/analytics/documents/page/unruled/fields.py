"""Labels, heads and figures of a table without ruling lines → its fields, which know their place among the columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from analytics.documents.page.unruled.blank_fields import remove_blanks
from analytics.documents.page.unruled.heads import Piece
from analytics.documents.printed import Box, Column, Field, Word, doubt_of, find_score, group_lines, join_text

TIGHT_GAP = 0.06
"""Ems from which two figures stand apart where the characters of a page touch one another, as programs set them that do
not stretch lines."""


def build_header_fields(
    rows: Sequence[Sequence[tuple[int, int, list[Piece]]]], notes: list[Piece], width: int, em: float
) -> Iterator[tuple[Field, ...]]:
    """Rows of the header; what stands left of the columns is beside the first of them."""
    for number, row in enumerate(rows):
        cells = [
            _build_field(pieces, number, width + start, span, em)._replace(
                rowspan=_count_rowspan(rows[number + 1 :], start, span)
            )
            for start, span, pieces in row
        ]
        if number == 0 and width:
            # Blank or not: the corner above the labels spans the whole header.
            corner = _build_field(notes, 0, 0, width, em)
            cells.insert(0, corner._replace(rowspan=len(rows)))
        yield tuple(cells)


def build_moved_fields(rows: Sequence[Sequence[list[Piece]]], em: float) -> Iterator[tuple[Field, ...]]:
    """Rows of a header that has moved left: one cell after another, none of them over what it heads."""
    for number, row in enumerate(rows):
        yield tuple(_build_field(pieces, number, column, 1, em) for column, pieces in enumerate(row))


def _count_rowspan(below: Sequence[Sequence[tuple[int, int, list[Piece]]]], start: int, span: int) -> int:
    """How many rows a head reaches down, up to the next that has a head under it."""
    for number, row in enumerate(below, start=1):
        if any(other < start + span and start < other + width for other, width, _ in row):
            return number
    return 1 + len(below)


def group_into_cells(pieces: Sequence[Piece], em: float) -> list[list[Piece]]:
    """Pieces of a label that stand below one another are one cell."""
    cells: list[list[Piece]] = []
    right = 0.0
    for piece in sorted(pieces, key=lambda piece: piece.box.left):
        if cells and piece.box.left < right - em / 4:
            cells[-1].append(piece)
            right = max(right, piece.box.right)
        else:
            cells.append([piece])
            right = piece.box.right
    return cells


def build_row_fields(
    labels: list[Piece], figures: list[Piece], columns: Sequence[Column], *, row: int, width: int, em: float
) -> Iterator[Field]:
    """The fields of a row: its labels in the first ``width`` columns, then one for every column of figures."""
    cells = group_into_cells(labels, em) if width else []
    if not cells and width:
        cells = [[]]
    for position, cell in enumerate(cells):
        yield _build_field(cell, row, position, width - position if cell is cells[-1] else 1, em)
    for index, column in enumerate(columns):
        inside = [piece for piece in figures if column.left <= piece.box.middle[0] <= column.right]
        yield _build_field(inside, row, width + index, 1, em)


def doubt_label(field: Field) -> Field:
    """The field of a row whose label may be another's."""
    return field._replace(doubt=field.doubt or _LABEL_UNPROVEN)


def doubt_column(field: Field) -> Field:
    """The field of a row whose figures may stand below other heads."""
    return field._replace(doubt=field.doubt or _UNPROVEN)


def _build_field(pieces: Sequence[Piece], row: int, column: int, span: int, em: float) -> Field:
    words = remove_blanks(word for piece in pieces for word in piece.words)
    if not words:
        return Field("", row, column, 1, span, Box(0, 0, 0, 0))
    box = Box(
        min(word.box.left for word in words),
        min(word.box.top for word in words),
        max(word.box.right for word in words),
        max(word.box.bottom for word in words),
    )
    doubt = doubt_of(words) or (_UNPROVEN if _has_gap(words, em) else "")
    return Field(join_text(words, em), row, column, 1, span, box, find_score(words), doubt)


_UNPROVEN, _LABEL_UNPROVEN = "column_unproven", "label_unproven"


def _has_gap(words: Sequence[Word], em: float) -> bool:
    """Whether digits of a figure stand apart by as much as figures of two columns may."""
    return any(
        left.text.isdecimal() and right.text.isdecimal() and TIGHT_GAP * em < right.box.left - left.box.right
        for line in group_lines(words)
        for left, right in pairwise(line)
    )
