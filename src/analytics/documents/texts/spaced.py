"""Lines of text → tables whose columns wide spaces part.

Columns are where pieces stand below one another, which depends on how wide the program held a Chinese character: as one
place or as two. Of both the one is taken by which more pieces begin, end or have their middle where one above does;
where neither has clearly more, the rows on which they disagree are doubted.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence, Set
from itertools import groupby, pairwise

from analytics.documents.page.unruled.tables import build_tables
from analytics.documents.printed import Box, Field, Table, Word, build_line
from analytics.documents.texts.textcells import COLUMN_DOUBT, TextCell, TextTable, measure_width

_PIECE = re.compile(r"\S+")
_RULED = re.compile(r"[-=+\s]*")
_COLUMN = 0.55
"""Width of a place in ems: two of them part what stands below one another."""
_LINE = 1.2
_WIDE_GAP = 1.5
"""Places between two pieces that more than a single space parts."""
_FEWEST_PIECES, _FEWEST_LINES = 4, 3
_WIDE_CLASSES = ("WFA", "")
_CLEARLY, _FEWEST_COINCIDENCES = 3, 2
"""How many times as many pieces must stand below others by one width alone, and how many, for it to be the program's
own."""

_Lines = list[list[Word]]


def find_spaced_tables(lines: Sequence[str], headings: Set[int] = frozenset()) -> Iterator[TextTable]:
    """The tables among ``lines``, from above; lines with bars or tabs are of none. None goes on behind one of the lines
    that are marked as ``headings``, given by their indexes."""
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and "|" not in lines[end] and "\t" not in lines[end]:
            end += 1
        yield from _find_tables_within(lines, range(start, end), headings)
        start = end + 1


def _find_tables_within(lines: Sequence[str], within: range, headings: Set[int]) -> Iterator[TextTable]:
    if sum(len(lines[at].split()) >= _FEWEST_PIECES for at in within) < _FEWEST_LINES:
        return  # before anything is measured
    readings = [
        [words for at in within if at not in headings and (words := _split_words(lines[at], at, wide))]
        for wide in _WIDE_CLASSES
    ]
    filled = [words for words in readings[0] if len(words) >= _FEWEST_PIECES]
    if len(filled) < _FEWEST_LINES or 2 * sum(map(_is_spread, filled)) < len(filled):
        return  # single spaces part words, and say nothing of where they stand
    standing = [_find_coincidences(reading) for reading in readings]
    only = [len(standing[0] - standing[1]), len(standing[1] - standing[0])]
    best, other = (0, 1) if only[0] >= only[1] else (1, 0)
    tables = _find_tables(readings[best], headings)
    if only[best] < max(_FEWEST_COINCIDENCES, _CLEARLY * only[other]):
        tables = _doubt_differing(tables, _find_tables(readings[other], headings))
    yield from tables


def _is_spread(words: Sequence[Word]) -> bool:
    return any(right.box.left - left.box.right > _WIDE_GAP * _COLUMN for left, right in pairwise(words))


def _split_words(line: str, number: int, wide: str) -> list[Word]:
    if _RULED.fullmatch(line):
        return []  # the rules of a table, or nothing
    words, place, at = [], 0, 0
    for piece in _PIECE.finditer(line):
        place += measure_width(line[at : piece.start()], wide)
        behind = place + measure_width(piece[0], wide)
        box = Box(place * _COLUMN, number * _LINE, behind * _COLUMN, number * _LINE + 1)
        words.append(Word(piece[0], box))
        place, at = behind, piece.end()
    return words


def _find_coincidences(lines: _Lines) -> set[tuple[int, int]]:
    """Line and place in it of pieces behind the first that begin, end, or have their middle exactly where one of the
    line above does."""
    found = set()
    for number, (above, below) in enumerate(pairwise(lines)):
        edges = {edge for word in above for edge in _list_edges(word)}
        found |= {(number, at) for at, word in enumerate(below[1:]) if not edges.isdisjoint(_list_edges(word))}
    return found


def _list_edges(word: Word) -> tuple[tuple[str, int], ...]:
    """Where a piece begins, ends, and has its middle: a place before it where as many places cannot be halved."""
    left, right = round(word.box.left / _COLUMN), round(word.box.right / _COLUMN)
    return ("left", left), ("right", right), ("middle", (left + right) // 2)


def _find_tables(lines: _Lines, headings: Set[int]) -> list[TextTable]:
    edges = sorted(headings)
    parts = groupby(lines, key=lambda words: bisect(edges, round(words[0].box.top / _LINE)))
    blocks = (
        block for _, part in parts for block in build_tables([(build_line(words, 1.0), words) for words in part], 1.0)
    )
    return [_convert_table(block) for block in blocks if isinstance(block, Table)]


def _convert_table(table: Table) -> TextTable:
    first, last = round(table.box.top / _LINE), round((table.box.bottom - 1) / _LINE)
    rows = tuple(
        (round(max(field.box.top for field in row) / _LINE), tuple(map(_convert_cell, row)))
        for row in table.rows
        if row
    )
    return TextTable(first, last + 1, rows)


def _convert_cell(field: Field) -> TextCell:
    return TextCell(field.text, field.rowspan, field.colspan, field.doubt)


def _doubt_differing(tables: Sequence[TextTable], others: Sequence[TextTable]) -> list[TextTable]:
    """The tables, with a doubt on every cell of a row that the other tables do not have as it is."""
    agreed = {row for table in others for row in table.rows}
    return [
        table._replace(rows=tuple(row if row in agreed else (row[0], _doubt_cells(row[1])) for row in table.rows))
        for table in tables
    ]


def _doubt_cells(cells: Sequence[TextCell]) -> tuple[TextCell, ...]:
    return tuple(cell._replace(doubt=cell.doubt or COLUMN_DOUBT) for cell in cells)
