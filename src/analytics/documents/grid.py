"""Ruling lines and words of one page → grids and the lines of text between them.

Shared by every format that only says where ink is: PDF, OFD, pictures. Coordinates grow right and down, in any unit;
``em`` is the height of the page's ordinary character. A cell is what ruling lines enclose: neighbouring fields
without a line between them are one cell, so spans need not be said by anyone. Tables without ruling lines
are found by the columns that their fullest rows share.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        """Centre, as (x, y)."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


class Word(NamedTuple):
    """A piece of printed text that nothing parts: a character of a PDF, a recognised line of a picture."""

    text: str
    box: Box


class Field(NamedTuple):
    """One cell of a grid: its text, where it begins, and how far it spans."""

    text: str
    row: int
    column: int
    rowspan: int
    colspan: int
    box: Box


@dataclass(frozen=True, slots=True)
class Table:
    """Cells of one table on one page, by rows, without repetition of spanned ones."""

    box: Box
    rows: tuple[tuple[Field, ...], ...]


class Line(NamedTuple):
    """One line of text outside of tables. ``height`` is that of its characters."""

    text: str
    box: Box
    height: float


Block = Table | Line

_SNAP = 0.35
"""Ruling lines nearer than this share of an em are one line: double rules, edges of neighbouring cells."""
_SHARE = 0.5
"""A line parts two fields where it covers at least half of their common edge."""
_SPACE = 0.2
"""A gap wider than this share of an em is a space."""
_COLUMN_GAP = 1.0
"""In a table without lines, columns stand at least an em apart."""
_FEWEST_COLUMNS, _FEWEST_ROWS = 4, 3


def blocks(words: Sequence[Word], rules: Sequence[Box]) -> list[Block]:
    """Tables and lines of text of a page, from top to bottom."""
    em = median([word.box.bottom - word.box.top for word in words]) if words else 10.0
    found: list[Block] = []
    rest = list(words)
    for area, xs, ys, horizontal, vertical in _frames(rules, em):
        inside = [word for word in rest if _holds(area, word.box)]
        if len(xs) * len(ys) <= 4 or not inside:
            continue  # a frame around text, a rule under a heading
        rest = [word for word in rest if not _holds(area, word.box)]
        found.append(Table(area, _fields(inside, xs, ys, horizontal, vertical, em)))
    found.extend(_unruled(_parts([(_line(line, em), line) for line in _lines(rest)], em), em))
    return sorted(found, key=lambda block: (block.box.top, block.box.left))


# Ruled tables ---------------------------------------------------------------------------------------------

_Frame = tuple[Box, list[float], list[float], list[Box], list[Box]]


def _frames(rules: Sequence[Box], em: float) -> Iterator[_Frame]:
    """Groups of rules that touch: the table's area, its column and row edges, and the rules both ways."""
    snap = _SNAP * em
    horizontal = [one for one in rules if one.right - one.left >= one.bottom - one.top]
    vertical = [one for one in rules if one.right - one.left < one.bottom - one.top]
    everything = [*horizontal, *vertical]
    leader = list(range(len(everything)))
    for i, one in enumerate(horizontal):
        for j, other in enumerate(vertical, start=len(horizontal)):
            if _touch(one, other, snap):
                leader[_find(leader, i)] = _find(leader, j)
    groups: dict[int, list[int]] = {}
    for index in range(len(everything)):
        groups.setdefault(_find(leader, index), []).append(index)
    for members in groups.values():
        across = [everything[index] for index in members if index < len(horizontal)]
        down = [everything[index] for index in members if index >= len(horizontal)]
        if across and down:
            ys = _edges([(one.top + one.bottom) / 2 for one in across], snap)
            xs = _edges([(one.left + one.right) / 2 for one in down], snap)
            # At a page break a row may stand open: its upright rules end where no level one closes it.
            ys = _open_ended(ys, min(one.top for one in down), max(one.bottom for one in down), em)
            xs = _open_ended(xs, min(one.left for one in across), max(one.right for one in across), em)
            yield Box(xs[0], ys[0], xs[-1], ys[-1]), xs, ys, across, down


def _open_ended(edges: list[float], low: float, high: float, em: float) -> list[float]:
    before = [low] if edges[0] - low > em / 2 else []
    behind = [high] if high - edges[-1] > em / 2 else []
    return [*before, *edges, *behind]


def _touch(one: Box, other: Box, snap: float) -> bool:
    return (
        one.left - snap <= other.right
        and other.left <= one.right + snap
        and one.top - snap <= other.bottom
        and other.top <= one.bottom + snap
    )


def _find(leader: list[int], index: int) -> int:
    while leader[index] != index:
        leader[index] = leader[leader[index]]
        index = leader[index]
    return index


def _edges(positions: Iterable[float], snap: float) -> list[float]:
    """Distinct positions: those nearer than ``snap`` to the first of their group are one."""
    edges: list[float] = []
    for position in sorted(positions):
        if not edges or position - edges[-1] > snap:
            edges.append(position)
    return edges


def _fields(
    words: Sequence[Word], xs: list[float], ys: list[float], across: list[Box], down: list[Box], em: float
) -> tuple[tuple[Field, ...], ...]:
    """Cells: elementary fields joined wherever no rule parts them, with the words whose middle they hold."""
    columns, rows = len(xs) - 1, len(ys) - 1
    leader = list(range(columns * rows))
    for row in range(rows):
        for column in range(columns):
            here = row * columns + column
            if column + 1 < columns and not _parted(down, xs[column + 1], ys[row], ys[row + 1], em, is_across=False):
                leader[_find(leader, here)] = _find(leader, here + 1)
            if row + 1 < rows and not _parted(across, ys[row + 1], xs[column], xs[column + 1], em, is_across=True):
                leader[_find(leader, here)] = _find(leader, here + columns)
    members: dict[int, list[int]] = {}
    for index in range(columns * rows):
        members.setdefault(_find(leader, index), []).append(index)
    texts = _texts(words, xs, ys, leader, em)
    fields = [_field(indexes, texts.get(one, ""), xs, ys) for one, indexes in members.items()]
    by_row: list[list[Field]] = [[] for _ in range(rows)]
    for field in fields:
        by_row[field.row].append(field)
    return tuple(tuple(sorted(row, key=lambda field: field.column)) for row in by_row if row)


def _parted(rules: list[Box], at: float, start: float, end: float, em: float, *, is_across: bool) -> bool:
    """Whether rules at this position cover most of the stretch."""
    snap, covered = _SNAP * em, 0.0
    for one in rules:
        middle = (one.top + one.bottom) / 2 if is_across else (one.left + one.right) / 2
        if abs(middle - at) <= snap:
            low, high = (one.left, one.right) if is_across else (one.top, one.bottom)
            covered += max(0.0, min(high, end) - max(low, start))
    return covered >= _SHARE * (end - start)


def _field(indexes: list[int], text: str, xs: list[float], ys: list[float]) -> Field:
    columns = len(xs) - 1
    rows_of = [index // columns for index in indexes]
    columns_of = [index % columns for index in indexes]
    row, column = min(rows_of), min(columns_of)
    rowspan, colspan = max(rows_of) - row + 1, max(columns_of) - column + 1
    return Field(text, row, column, rowspan, colspan, Box(xs[column], ys[row], xs[column + colspan], ys[row + rowspan]))


def _texts(words: Sequence[Word], xs: list[float], ys: list[float], leader: list[int], em: float) -> dict[int, str]:
    columns = len(xs) - 1
    held: dict[int, list[Word]] = {}
    for word in words:
        x, y = word.box.middle
        column = max(index for index, edge in enumerate(xs[:-1]) if edge <= x or index == 0)
        row = max(index for index, edge in enumerate(ys[:-1]) if edge <= y or index == 0)
        held.setdefault(_find(leader, row * columns + column), []).append(word)
    return {cell: _text(inside, em) for cell, inside in held.items()}


def _text(words: Sequence[Word], em: float) -> str:
    """Lines of a cell, parted by a space: digits must not run together over the end of a line."""
    return " ".join(_line(line, em).text for line in _lines(words))


def _holds(area: Box, box: Box) -> bool:
    x, y = box.middle
    return area.left <= x <= area.right and area.top <= y <= area.bottom


# Lines of text --------------------------------------------------------------------------------------------


def _lines(words: Iterable[Word]) -> list[list[Word]]:
    """Words that stand beside one another, from top to bottom, each line from left to right."""
    lines: list[tuple[float, float, list[Word]]] = []
    for word in sorted(words, key=lambda word: word.box.middle[1]):
        middle = word.box.middle[1]
        if lines and lines[-1][0] <= middle <= lines[-1][1]:
            top, bottom, line = lines[-1]
            line.append(word)
            lines[-1] = (min(top, _upper(word)), max(bottom, _lower(word)), line)
        else:
            lines.append((_upper(word), _lower(word), [word]))
    return [sorted(line, key=lambda word: word.box.left) for _, _, line in lines]


def _upper(word: Word) -> float:
    return word.box.top + (word.box.bottom - word.box.top) / 4


def _lower(word: Word) -> float:
    return word.box.bottom - (word.box.bottom - word.box.top) / 4


def _line(words: Sequence[Word], em: float) -> Line:
    pieces = [words[0].text]
    for before, word in pairwise(words):
        if word.box.left - before.box.right > _SPACE * em:
            pieces.append(" ")
        pieces.append(word.text)
    box = Box(
        words[0].box.left,
        min(word.box.top for word in words),
        max(word.box.right for word in words),
        max(word.box.bottom for word in words),
    )
    return Line("".join(pieces), box, median(word.box.bottom - word.box.top for word in words))


# Tables without rules -------------------------------------------------------------------------------------


class _Parts(NamedTuple):
    """A line of text with the pieces that wide gaps part."""

    line: Line
    pieces: tuple[Word, ...]


def _parts(lines: list[tuple[Line, list[Word]]], em: float) -> list[_Parts]:
    parted = []
    for line, words in lines:
        groups = [[words[0]]]
        for before, word in pairwise(words):
            if word.box.left - before.box.right > _COLUMN_GAP * em:
                groups.append([])
            groups[-1].append(word)
        joined = [_line(group, em) for group in groups]
        parted.append(_Parts(line, tuple(Word(one.text, one.box) for one in joined)))
    return parted


def _unruled(parted: list[_Parts], em: float) -> Iterator[Block]:
    """Runs of lines with columns → tables; every other line as it is."""
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
        yield Field(_text(words, em), row, max(first, column), 1, last - max(first, column) + 1, words[0].box)
        column = max(column, last + 1)
    for blank in range(column, most):
        yield Field("", row, blank, 1, 1, Box(0, 0, 0, 0))
