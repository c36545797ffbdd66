"""Lines of text → tables without ruling lines: columns are where the fullest rows have text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from analytics.documents.printed import Box, Field, Line, Table, Word, line_of, score_of, text_of

_COLUMN_GAP = 1.0
"""In a table without lines, columns stand at least an em apart."""
_FEWEST_COLUMNS, _FEWEST_ROWS = 4, 3


class _Parts(NamedTuple):
    """A line of text with the pieces that wide gaps part."""

    line: Line
    pieces: tuple[Word, ...]


def _parts(lines: Sequence[tuple[Line, list[Word]]], em: float) -> list[_Parts]:
    parted = []
    for line, words in lines:
        groups = [[words[0]]]
        for before, word in pairwise(words):
            if word.box.left - before.box.right > _COLUMN_GAP * em:
                groups.append([])
            groups[-1].append(word)
        joined = [line_of(group, em) for group in groups]
        scores = map(score_of, groups)
        pieces = tuple(Word(one.text, one.box, score) for one, score in zip(joined, scores, strict=True))
        parted.append(_Parts(line, pieces))
    return parted


def aligned(lines: Sequence[tuple[Line, list[Word]]], em: float) -> Iterator[Table | Line]:
    """Runs of lines with columns → tables; every other line as it is."""
    parted = _parts(lines, em)
    start = 0
    for first, last in _runs(parted, em):
        yield from (one.line for one in parted[start:first])
        yield _aligned(parted[first : last + 1], em)
        start = last + 1
    yield from (one.line for one in parted[start:])


def _runs(parted: list[_Parts], em: float) -> Iterator[tuple[int, int]]:
    """(first, last) of stretches in which at least three lines have at least four columns."""
    full = [index for index, one in enumerate(parted) if len(one.pieces) >= _FEWEST_COLUMNS]
    run: list[int] = []
    for index in full:
        if run and parted[index].line.box.top - parted[run[-1]].line.box.bottom > _FARTHEST * em:
            if len(run) >= _FEWEST_ROWS:
                yield run[0], run[-1]
            run = []
        run.append(index)
    if len(run) >= _FEWEST_ROWS:
        yield run[0], run[-1]


_FARTHEST = 6.0
"""Ems between two full rows of one table: a heading row and a label of three lines stand between."""


def _aligned(parted: list[_Parts], em: float) -> Table:
    """Columns are where the fullest rows have text; a piece over several of them spans them."""
    most = max(len(one.pieces) for one in parted)
    fullest = [one.pieces for one in parted if len(one.pieces) == most]
    columns = [(min(row[i].box.left for row in fullest), max(row[i].box.right for row in fullest)) for i in range(most)]
    edges = [(left[1] + right[0]) / 2 for left, right in pairwise(columns)]
    rows = []
    for number, lines in enumerate(_rows_of(parted)):
        cells: dict[tuple[int, int], list[Word]] = {}
        for piece in sorted((piece for one in lines for piece in one.pieces), key=lambda one: one.box.top):
            first = sum(edge <= piece.box.left + em / 4 for edge in edges)
            last = max(first, sum(edge <= piece.box.right - em / 4 for edge in edges))
            cells.setdefault((first, last), []).append(piece)
        rows.append(tuple(_aligned_fields(cells, number, most, em)))
    boxes = [one.line.box for one in parted]
    area = Box(min(b.left for b in boxes), boxes[0].top, max(b.right for b in boxes), boxes[-1].bottom)
    return Table(area, tuple(rows))


def _rows_of(parted: list[_Parts]) -> Iterator[list[_Parts]]:
    """Lines that overlap upright are one row: a label of two lines stands beside the middle of its figures."""
    row: list[_Parts] = []
    bottom = 0.0
    for one in parted:
        box = one.line.box
        if row and box.top > bottom - (box.bottom - box.top) / 10:
            yield row
            row = []
        bottom = max(bottom, box.bottom) if row else box.bottom
        row.append(one)
    yield row


def _aligned_fields(cells: dict[tuple[int, int], list[Word]], row: int, most: int, em: float) -> Iterator[Field]:
    column = 0
    for (first, last), words in sorted(cells.items()):
        for blank in range(column, first):
            yield Field("", row, blank, 1, 1, words[0].box)
        yield Field(
            text_of(words, em), row, max(first, column), 1, last - max(first, column) + 1, words[0].box, score_of(words)
        )
        column = max(column, last + 1)
    for blank in range(column, most):
        yield Field("", row, blank, 1, 1, Box(0, 0, 0, 0))
