"""Plain text → Document.

Tables in text come tab-separated, barred, under rules of dashes, in columns that wide spaces part, or one cell a line.
A line with tabs or with several barred cells is a row of a Grid, and so are lines whose pieces stand below one another;
a line that begins with the marks of Markdown is a heading; everything else is one Paragraph a line, empty lines
included, since an empty line may be an empty cell. Splitting on single spaces needs to know the labels and is left to
whoever knows the form.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from analytics.documents.aligned import aligned
from analytics.documents.dashed import Dashed, dashed_tables
from analytics.documents.invisible import without_invisible
from analytics.documents.model import Block, Cell, Document, Format, Grid, Heading, Paragraph, Place
from analytics.documents.printed import Box, Field, Table, Word, line_of
from analytics.documents.wide import width_of

_FOLDED = {"\u00a0": " ", "\u3000": " ", "｜": "|", "│": "|", "┃": "|", "∣": "|"}


def read(
    content: str, *, name: str, sha256: str, encoding: str, tables: Callable[[str], Sequence[Grid]] | None = None
) -> Document:
    """Read text. Any text has a reading; whether it is a report is not decided here. ``tables`` reads the tables that
    stand as markup within it, each from the line that opens it to the line that closes it."""
    reading = _Reading()
    content = without_invisible(content)
    for odd, plain in _FOLDED.items():
        content = content.replace(odd, plain)
    lines = content.splitlines()
    spaced = {table.first: (_table_of(table), table.behind) for table in dashed_tables(lines)}
    spaced |= dict(_spaced_tables(_without(lines, spaced.items())))
    embedded = dict(_embedded(lines)) if tables else {}
    number = 0
    while number < len(lines):
        if tables and number in embedded:
            reading.take_grids(tables("\n".join(lines[number : embedded[number]])), number + 1)
            number = embedded[number]
        elif number in spaced:
            table, behind = spaced[number]
            reading.take_table(table)
            number = behind
        else:
            reading.take(lines[number], number + 1)
            number += 1
    reading.close_grid()
    titles = tuple(block.text for block in reading.blocks[:12] if isinstance(block, Paragraph) and block.text)
    return Document(name, sha256, Format.TEXT, "text", tuple(reading.blocks), titles, None, encoding)


_OPENS, _CLOSES = re.compile(r"<table\b", re.IGNORECASE), re.compile(r"</table\s*>", re.IGNORECASE)


def _embedded(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Tables as markup: index of the line that opens one, and the index behind the line that closes it."""
    first, depth = 0, 0
    for at, line in enumerate(lines):
        opened = len(_OPENS.findall(line))
        first = at if opened and not depth else first
        depth_before, depth = depth, max(0, depth + opened - len(_CLOSES.findall(line)))
        if (depth_before or opened) and not depth:
            yield first, at + 1


_HEADING = re.compile(r"#{1,6}\s+(.*?)[\s#]*")
_PIECE = re.compile(r"\S+(?: \S+)*")
_RULED = re.compile(r"[-=+\s]*")
_COLUMN = 0.55
"""Width of a column of text in ems: two of them part what stands below one another, and a Chinese character has two."""
_LINE = 1.2
_FEWEST_PIECES, _FEWEST_LINES = 4, 3
_Table = list[tuple[int, tuple[Field, ...]]]
"""Rows with the number of the line in which each begins."""
_NOWHERE = Box(0, 0, 0, 0)


def _table_of(dashed: Dashed) -> _Table:
    return [
        (row.line + 1, tuple(Field(cell, number, at, 1, 1, _NOWHERE) for at, cell in enumerate(row.cells)))
        for number, row in enumerate(dashed.rows)
    ]


def _without(lines: Sequence[str], tables: Iterable[tuple[int, tuple[_Table, int]]]) -> list[str]:
    """The lines, those of tables that are known blank."""
    rest = list(lines)
    for first, (_, behind) in tables:
        rest[first:behind] = [""] * (behind - first)
    return rest


def _spaced_tables(lines: Sequence[str]) -> Iterator[tuple[int, tuple[_Table, int]]]:
    """Tables whose columns wide spaces part: index of the first line, the rows, and the index behind the last line."""
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and "|" not in lines[end] and "\t" not in lines[end]:
            end += 1
        stretch = [(at, words) for at in range(start, end) if (words := _words(lines[at], at))]
        if sum(len(words) >= _FEWEST_PIECES for _, words in stretch) >= _FEWEST_LINES:
            for block in aligned([(line_of(words, 1.0), words) for _, words in stretch], 1.0):
                if isinstance(block, Table):
                    first, last = round(block.box.top / _LINE), round((block.box.bottom - 1) / _LINE)
                    rows = [row for row in block.rows if row]
                    yield first, (list(zip(map(_line_number, rows), rows, strict=True)), last + 1)
        start = end + 1


def _words(line: str, number: int) -> list[Word]:
    if _RULED.fullmatch(line):
        return []  # the rules of a table, or nothing
    words, column, at = [], 0, 0
    for piece in _PIECE.finditer(line):
        column += width_of(line[at : piece.start()])
        behind = column + width_of(piece[0])
        box = Box(column * _COLUMN, number * _LINE, behind * _COLUMN, number * _LINE + 1)
        words.append(Word(piece[0], box))
        column, at = behind, piece.end()
    return words


def _line_number(row: Sequence[Field]) -> int:
    """The line, counted from 1, in which a row begins."""
    return round(max(field.box.top for field in row) / _LINE) + 1


_FEW_BARS = 3
"""One cell a line stands between at most two bars; more of them are a row, however blank."""


_PANDAS_BLANK = re.compile(r"NaN|Unnamed: \d+(?:_level_\d+)?")
"""What pandas, through which programs turn tables into Markdown, writes for a blank cell and a blank head."""


class _Reading:
    """Blocks so far and the rows of the grid that is open."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.rows: list[tuple[Cell, ...]] = []
        self.grids = 0

    def take(self, line: str, number: int) -> None:
        if "|" in line:
            self._take_barred(line, number)
        elif "\t" in line.lstrip() and line.strip():
            self._row([part.strip() for part in line.split("\t")], number)
        else:
            self._paragraph(line.strip(), number)

    def _take_barred(self, line: str, number: int) -> None:
        parts = ["" if _PANDAS_BLANK.fullmatch(part.strip()) else part.strip() for part in line.strip().split("|")]
        if not parts[-1]:
            parts.pop()  # what follows the closing bar is no cell
        if any(parts) and all(_is_rule(part) for part in parts if part):
            return  # the rule under a Markdown header
        if len([part for part in parts if part]) > 1 or len(parts) > _FEW_BARS or (len(parts) > 2 and parts[0]):
            self._row(parts, number)
        elif len(parts) <= 1:
            self._bar_closes("".join(parts), number)
        elif any(parts):
            self._paragraph("".join(parts), number, ends_cell=True)

    def _bar_closes(self, content: str, number: int) -> None:
        last = self.blocks[-1] if self.blocks and not self.rows else None
        if not content and isinstance(last, Paragraph) and last.text and not last.ends_cell:
            # The bar stands on a line of its own and closes the cell above it.
            self.blocks[-1] = Paragraph(last.text, last.place, True)
        else:
            self._paragraph(content, number, ends_cell=True)

    def _row(self, parts: list[str], number: int) -> None:
        element, row = len(self.blocks), len(self.rows)
        grid = self.grids
        cells = [Cell(part, Place(element, None, grid, row, column, number)) for column, part in enumerate(parts)]
        self.rows.append(tuple(cells))

    def _paragraph(self, content: str, number: int, *, ends_cell: bool = False) -> None:
        if self.rows:
            self.close_grid()
        place = Place(len(self.blocks), None, None, None, None, number)
        marked = _HEADING.fullmatch(content)
        self.blocks.append(Heading(marked[1], place) if marked else Paragraph(content, place, ends_cell))

    def take_table(self, rows: list[tuple[int, tuple[Field, ...]]]) -> None:
        """Rows of a table with the number of the line in which each begins."""
        self.close_grid()
        for line, fields in rows:
            element, row = len(self.blocks), len(self.rows)
            self.rows.append(
                tuple(
                    Cell(field.text, Place(element, None, self.grids, row, at, line), field.rowspan, field.colspan)
                    for at, field in enumerate(fields)
                )
            )
        self.close_grid()

    def take_grids(self, grids: Sequence[Grid], line: int) -> None:
        """Tables that another reader read, all of one line."""
        self.close_grid()
        for grid in grids:
            element = len(self.blocks)
            self.rows = [
                tuple(
                    cell._replace(place=Place(element, None, self.grids, cell.place.row, cell.place.column, line))
                    for cell in row
                )
                for row in grid.rows
            ]
            self.close_grid()

    def close_grid(self) -> None:
        if self.rows:
            place = Place(len(self.blocks), grid=self.grids, line=self.rows[0][0].place.line)
            self.blocks.append(Grid(tuple(self.rows), place))
            self.rows, self.grids = [], self.grids + 1


def _is_rule(part: str) -> bool:
    return len(part) > 1 and set(part) <= set("-: ")
