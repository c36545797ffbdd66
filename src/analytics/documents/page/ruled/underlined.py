"""Level rules drawn piece by piece, without upright ones → the edges of the cells over them.

A style that gives every cell a lower border and no other draws one piece of rule for every column: its ends are the
edges of a cell, unless print crosses them, and the cell reaches up to the next piece above. The first row has none
above: it begins as far above its print as its rule lies below.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from analytics.documents.printed import Box, Word, group_lines

_MEET, _LEVEL = 0.2, 0.1
"""Ems by which pieces of one line may overlap or stand apart, and stand higher or lower."""
_FEWEST_LINES, _FEWEST_COLUMNS = 3, 2
_CLOSE, _SYMMETRIC = 0.55, 0.9
"""Lines of one cell stand closer than this share of an em, or of the distance of print from its rule."""
_UPRIGHT_SHARE = 0.1
"""Where more of the rules are upright, they part the columns."""
_TOUCH = 0.08
"""Ems: characters that stand closer than the print of two cells can."""
_USUAL, _SLACK = 1.5, 0.2
"""Print above the first line is a row's only where it stands as near to it as other rows stand to theirs: times the
usual distance, and ems."""
_CELL_ROWS, _TALLEST_CELL = 3, 40
"""Rows among which a header's narrower cells have their pieces, and over which a group's cell may reach."""
_SMALL = 0.7
"""Ems: heads and feet of pages are printed smaller than tables."""

_Pieces = tuple[Box, ...]


class _Row(NamedTuple):
    """The pieces below a row from left to right, and where the row lies; ``words`` are those printed in it. No line
    closes an open row."""

    top: float
    y: float
    pieces: _Pieces
    words: list[Word]
    is_open: bool = False


class _Print(NamedTuple):
    """The words of a page from top to bottom, and how far down the middle of each is."""

    words: list[Word]
    heights: list[float]

    @classmethod
    def of(cls, words: Iterable[Word]) -> _Print:
        ordered = sorted(words, key=lambda word: word.box.middle[1])
        return cls(ordered, [word.box.middle[1] for word in ordered])

    def between(self, top: float, bottom: float) -> list[Word]:
        return self.words[bisect_right(self.heights, top) : bisect_left(self.heights, bottom)]


def find_cell_edges(words: Sequence[Word], rules: Sequence[Box], em: float) -> list[Box]:
    """The upright edges of cells, and the level ones that close them above where no piece does; none where rules are
    upright too or no line is in pieces."""
    level = [rule for rule in rules if rule.right - rule.left >= rule.bottom - rule.top]
    if not level or len(rules) - len(level) > _UPRIGHT_SHARE * len(rules):
        return []
    lines = list(_group_pieces(level, em))
    if sum(_is_in_pieces(pieces, em) for pieces in lines) < _FEWEST_LINES:
        return []
    return [edge for table in _group_tables(lines, _Print.of(words), em) for edge in _find_edges(table, em)]


def _group_pieces(level: Sequence[Box], em: float) -> Iterator[_Pieces]:
    """Pieces on one height, from left to right."""
    line: list[Box] = []
    for piece in sorted(level, key=lambda piece: piece.middle[1]):
        if line and piece.middle[1] - line[0].middle[1] > _LEVEL * em:
            yield tuple(sorted(line))
            line = []
        line.append(piece)
    if line:
        yield tuple(sorted(line))


def _is_in_pieces(pieces: _Pieces, em: float) -> bool:
    return any(abs(after.left - before.right) <= _MEET * em for before, after in pairwise(pieces))


def _group_tables(lines: Sequence[_Pieces], page: _Print, em: float) -> list[list[_Row]]:
    """Rows of each table: one begins where its first row does not reach up to the line above."""
    bands = list(_find_bands(lines, page, em))
    usual = _find_usual_distance(bands, em)
    tables: list[list[_Row]] = []
    for band in bands:
        top = _find_top(band, em)
        row = band._replace(words=[word for word in band.words if word.box.top >= top])
        if tables and top - band.top <= em / 2:
            tables[-1].append(row)
        else:
            is_border = band.y - max((word.box.bottom for word in band.words), default=0.0) > usual
            tables.append([row._replace(top=band.y, words=[]) if is_border else row._replace(top=top)])
    ends = [*(table[0].top for table in tables[1:]), float("inf")]
    for table, end in zip(tables, ends, strict=True):
        table.extend(_open_row(table, page.between(table[-1].y, end), usual, em))
    return tables


def _find_bands(lines: Sequence[_Pieces], page: _Print, em: float) -> Iterator[_Row]:
    """Each line with the print over it, up to the line above."""
    above = 0.0
    for index, pieces in enumerate(lines):
        y = pieces[0].middle[1]
        # A cell over several rows has its piece below the last of them.
        near = [piece for line in lines[index : index + _CELL_ROWS] for piece in line]
        left, right = min(piece.left for piece in near), max(piece.right for piece in near)
        words = [
            word
            for word in page.between(above, y)
            if left <= word.box.middle[0] <= right and word.box.bottom - word.box.top > _SMALL * em
        ]
        yield _Row(above, y, pieces, words)
        above = y


def _find_usual_distance(bands: Sequence[_Row], em: float) -> float:
    """How far print may stand above its line."""
    distances = [band.y - max(word.box.bottom for word in band.words) for band in bands if band.words]
    return _USUAL * median(distances) + _SLACK * em if distances else 0.0


def _find_top(band: _Row, em: float) -> float:
    """Where the row over a line begins: as far above its print as the line is below."""
    if not band.words:
        return 0.0
    far = max(0.0, band.y - max(word.box.bottom for word in band.words))
    near = max(_CLOSE * em, _SYMMETRIC * far)
    begins = band.y - far
    for word in sorted(band.words, key=lambda word: -word.box.bottom):
        if word.box.bottom < begins - near:
            break
        begins = min(begins, word.box.top)
    return begins - far


def _open_row(table: Sequence[_Row], below: Sequence[Word], usual: float, em: float) -> Iterator[_Row]:
    """The row that a page's end cut before its line: print in columns, as near below the last line as rows are."""
    last, widest = table[-1], max(table, key=lambda row: len(row.pieces)).pieces
    words: list[Word] = []
    bottom = last.y + usual
    for word in below:
        if word.box.top > bottom + _CLOSE * em:
            break
        words.append(word)
        bottom = max(bottom, word.box.bottom)
    left, right = widest[0].left, max(piece.right for piece in widest)
    if any(not left <= word.box.middle[0] <= right for word in words):
        return
    filled = {
        at for word in words for at, piece in enumerate(last.pieces) if piece.left <= word.box.middle[0] < piece.right
    }
    row = _Row(last.y, bottom, widest, words, is_open=True)
    if len(filled) - len(set(_find_crossed(words, last.y, row, em))) >= _FEWEST_COLUMNS:
        shift = bottom - widest[0].middle[1]
        pieces = tuple(piece._replace(top=piece.top + shift, bottom=piece.bottom + shift) for piece in widest)
        yield row._replace(pieces=pieces)


def _find_edges(table: Sequence[_Row], em: float) -> Iterator[Box]:
    first = table[0]
    if first.top < first.y:
        yield Box(first.pieces[0].left, first.top, max(piece.right for piece in first.pieces), first.top)
    for number, row in enumerate(table):
        if row.is_open:
            yield from row.pieces
        if row.top < row.y:
            yield from _find_row_edges(row, table[max(0, number - _TALLEST_CELL) : number], em)


def _find_row_edges(row: _Row, above: Sequence[_Row], em: float) -> Iterator[Box]:
    printed = sorted((word for other in (*above, row) for word in other.words), key=lambda word: word.box.middle[0])
    places = [word.box.middle[0] for word in printed]
    columns = [printed[bisect_left(places, piece.left) : bisect_right(places, piece.right)] for piece in row.pieces]
    tops = [_measure_reach(piece, row, above, words) for piece, words in zip(row.pieces, columns, strict=True)]
    lowered = max((top for top, is_new in tops if is_new), default=None)
    crossed: dict[float, list[float]] = {}
    sides = _find_sides(row.pieces, em)
    for piece, ends, words, (top, is_new) in zip(row.pieces, sides, columns, tops, strict=True):
        if lowered is not None and (is_new or (top < lowered and not any(word.box.middle[1] > top for word in words))):
            top = lowered
            yield Box(piece.left, top, piece.right, top)
        if top not in crossed:
            crossed[top] = _find_crossed(printed, top, row, em)
        for side in ends:
            if not any(abs(side - x) <= _MEET * em for x in crossed[top]):
                yield Box(side, top, side, row.y)


def _measure_reach(piece: Box, row: _Row, above: Sequence[_Row], words: Sequence[Word]) -> tuple[float, bool]:
    """How far up the cell over a piece reaches, and whether no piece closes it there: print stands in the middle of its
    cell, and rows above may be shorter than this one."""
    x = piece.middle[0]
    tops: list[float] = []
    for other in reversed(above):
        tops.append(other.y)
        if any(other_piece.left <= x <= other_piece.right for other_piece in other.pieces):
            break
    else:
        tops.append(above[0].top if above else row.top)
    inside = [word for word in words if word.box.middle[1] > tops[-1]]
    if len(tops) < 2 or not inside or row.is_open:
        return tops[-1], False  # an open row goes on over the page: what is printed here has no middle
    middle = (min(word.box.top for word in inside) + max(word.box.bottom for word in inside)) / 2
    best = min(tops, key=lambda top: abs((top + row.y) / 2 - middle))
    return best, best != tops[-1]


def _find_crossed(words: Iterable[Word], top: float, row: _Row, em: float) -> list[float]:
    """The ends of a row's pieces that print between a height and its line crosses: they are within a cell."""
    ends = sorted({end for sides in _find_sides(row.pieces, em) for end in sides})
    found = []
    for line in group_lines(word for word in words if word.box.middle[1] > top):
        for word in line:
            low, high = word.box.left + _TOUCH * em, word.box.right - _TOUCH * em
            found.extend(ends[bisect_right(ends, low) : bisect_left(ends, high)])
        for before, after in pairwise(line):
            if after.box.left - before.box.right < _TOUCH * em:
                low, high = before.box.right - _TOUCH * em, after.box.left + _TOUCH * em
                found.extend(ends[bisect_left(ends, low) : bisect_right(ends, high)])
    return found


def _find_sides(pieces: _Pieces, em: float) -> list[tuple[float, float]]:
    """Left and right edge of each piece: halfway where two overlap at the corner of their cells."""
    lefts, rights = [piece.left for piece in pieces], [piece.right for piece in pieces]
    for at, (before, after) in enumerate(pairwise(pieces)):
        if abs(before.right - after.left) <= _MEET * em:
            rights[at] = lefts[at + 1] = (before.right + after.left) / 2
    return list(zip(lefts, rights, strict=True))
