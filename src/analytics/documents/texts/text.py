"""Plain text → Document.

Tables in text come tab-separated, barred, below or between rules, in columns that spaces part, or one cell a line. A
line with tabs or with several barred cells is a row of a Grid; tables of dashes and of spaces are Grids of their own; a
line that begins with the marks of Markdown is a heading; everything else is one Paragraph a line, empty lines included,
since an empty line may be an empty cell. Splitting on single spaces needs to know the labels and is left to whoever
knows the form.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from analytics.documents.invisible import remove_invisible
from analytics.documents.model import Block, Cell, Document, Format, Grid, Heading, Paragraph, Place
from analytics.documents.page.running import find_running_lines
from analytics.documents.texts.dashed import find_dashed_tables
from analytics.documents.texts.gridded import find_gridded_tables
from analytics.documents.texts.spaced import find_spaced_tables
from analytics.documents.texts.textcells import TextTable

_FOLDED = {"\u00a0": " ", "\u3000": " ", "｜": "|", "│": "|", "┃": "|", "∣": "|"}


def read(
    content: str, *, name: str, sha256: str, encoding: str, markup: Callable[[str], Sequence[Grid]] | None = None
) -> Document:
    """Read text. Any text has a reading; whether it is a report is not decided here. ``markup`` reads the tables that
    stand as markup within it, each from the line that opens it to the line that closes it."""
    reading = _Reading()
    content = remove_invisible(content)
    for odd, plain in _FOLDED.items():
        content = content.replace(odd, plain)
    lines = content.splitlines()
    embedded = dict(_find_embedded(lines)) if markup else {}
    running = find_running_lines(lines)
    tables = {
        table.first: table for table in _find_tables(["" if at in running else line for at, line in enumerate(lines)])
    }
    number = 0
    while number < len(lines):
        if markup and number in embedded:
            reading.take_grids(markup("\n".join(lines[number : embedded[number]])), number + 1)
            number = embedded[number]
            continue
        if number in tables:
            reading.take_table(tables[number])
            number = tables[number].behind
            continue
        if number not in running:
            reading.take(lines[number], number + 1)
        number += 1
    reading.close_grid()
    titles = tuple(block.text for block in reading.blocks[:12] if isinstance(block, Paragraph) and block.text)
    return Document(
        name=name,
        sha256=sha256,
        format=Format.TEXT,
        reader="text",
        blocks=tuple(reading.blocks),
        titles=titles,
        published=None,
        encoding=encoding,
    )


def read_lines(content: str, *, name: str, sha256: str, encoding: str) -> Document | None:
    """Read every line with figures or words as it runs, whatever stands below what: bars and gaps only part its words.
    None where the first reading does the same, or a line says by tabs where its cells are."""
    content = remove_invisible(content)
    for odd, plain in _FOLDED.items():
        content = content.replace(odd, plain)
    lines = content.splitlines()
    if "\t" in content or not ("|" in content or _find_tables(lines)):
        return None
    reading = _Reading()
    running = find_running_lines(lines)
    for number, line in enumerate(lines):
        parts = [part.strip() for part in line.split("|")]
        text = " ".join(part for part in parts if part and not (len(parts) > 1 and _is_rule(part)))
        if text and number not in running:
            reading.paragraph(" ".join(text.split()), number + 1)
    return Document(
        name=name,
        sha256=sha256,
        format=Format.TEXT,
        reader=LINES,
        blocks=tuple(reading.blocks),
        titles=(),
        published=None,
        encoding=encoding,
    )


LINES = "lines"
"""The reader that goes by lines alone."""
_OPENS, _CLOSES = re.compile(r"<table\b", re.IGNORECASE), re.compile(r"</table\s*>", re.IGNORECASE)


def _find_embedded(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Tables as markup: index of the line that opens one, and the index behind the line that closes it."""
    first, depth = 0, 0
    for at, line in enumerate(lines):
        opened = len(_OPENS.findall(line))
        first = at if opened and not depth else first
        depth_before, depth = depth, max(0, depth + opened - len(_CLOSES.findall(line)))
        if (depth_before or opened) and not depth:
            yield first, at + 1


def _find_tables(lines: Sequence[str]) -> list[TextTable]:
    """The tables that lines of their own lay out: first those that rules state, then what spaces part."""
    dashed = [*find_dashed_tables(lines), *find_gridded_tables(lines)]
    others = list(lines)
    for table in dashed:
        others[table.first : table.behind] = [_PARTED] * (table.behind - table.first)
    headings = frozenset(at for at, line in enumerate(others) if _HEADING.fullmatch(line.strip()))
    return [*dashed, *find_spaced_tables(others, headings)]


_PARTED = "|"
"""Stands for a line that is of no table of spaces."""
_HEADING = re.compile(r"(?:#{1,6}|={1,6}|h[1-6](?:\([^)]*\))?\.)\s+(?:\{anchor:[^}]*\})?(.*?)[\s#=]*")
"""Headings of Markdown, of wikis and AsciiDoc, of Textile and Jira."""
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
            self._read_row([part.strip() for part in line.split("\t")], number)
        else:
            self.paragraph(line.strip(), number)

    def _take_barred(self, line: str, number: int) -> None:
        parts = ["" if _PANDAS_BLANK.fullmatch(part.strip()) else part.strip() for part in line.strip().split("|")]
        if not parts[-1]:
            parts.pop()  # what follows the closing bar is no cell
        if any(parts) and all(_is_rule(part) for part in parts if part):
            return  # the rule under a Markdown header
        if len([part for part in parts if part]) > 1 or len(parts) > _FEW_BARS or (len(parts) > 2 and parts[0]):
            self._read_row(parts, number)
        elif len(parts) <= 1:
            self._close_at_bar("".join(parts), number)
        elif any(parts):
            self.paragraph("".join(parts), number, ends_cell=True)

    def _close_at_bar(self, content: str, number: int) -> None:
        last = self.blocks[-1] if self.blocks and not self.rows else None
        if not content and isinstance(last, Paragraph) and last.text and not last.ends_cell:
            # The bar stands on a line of its own and closes the cell above it.
            self.blocks[-1] = Paragraph(last.text, last.place, True)
        else:
            self.paragraph(content, number, ends_cell=True)

    def _read_row(self, parts: list[str], number: int) -> None:
        element, row = len(self.blocks), len(self.rows)
        grid = self.grids
        cells = [Cell(part, Place(element, None, grid, row, column, number)) for column, part in enumerate(parts)]
        self.rows.append(tuple(cells))

    def paragraph(self, content: str, number: int, *, ends_cell: bool = False) -> None:
        """A line that is no row, by its number from 1."""
        if self.rows:
            self.close_grid()
        place = Place(len(self.blocks), None, None, None, None, number)
        marked = _HEADING.fullmatch(content)
        self.blocks.append(Heading(marked[1], place) if marked else Paragraph(content, place, ends_cell))

    def take_table(self, table: TextTable) -> None:
        """A grid of its own."""
        self.close_grid()
        for line, cells in table.rows:
            element, row = len(self.blocks), len(self.rows)
            places = (Place(element, None, self.grids, row, column, line + 1) for column in range(len(cells)))
            self.rows.append(
                tuple(
                    Cell(cell.text, place, cell.rowspan, cell.colspan, doubt=cell.doubt)
                    for cell, place in zip(cells, places, strict=True)
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
