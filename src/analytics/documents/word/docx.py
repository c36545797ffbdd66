"""A word processor's file (DOCX) → Document.

Every innermost table becomes a Grid, every paragraph outside one a Paragraph or Heading, in the order of the text.
Only what the page shows is read. Macros, pictures, headers and the texts of footnotes are neither unpacked nor run.
Places have no line: the markup of a whole text is mostly a single one.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Sequence

from lxml import etree

from analytics.documents.containers.office_marks import find_docx_text
from analytics.documents.containers.packed import open_archive, parse_markup, read_part
from analytics.documents.invisible import remove_invisible_bytes
from analytics.documents.looks import RUNS_DIFFER
from analytics.documents.model import Block, Cell, Document, Format, Grid, Heading, Paragraph, Place
from analytics.documents.web.wrapping import is_mere_wrapping
from analytics.documents.word.wordchunks import CHUNK, Chunks, move_blocks, put_into_cells, read_chunks
from analytics.documents.word.wordlooks import has_runs_that_differ
from analytics.documents.word.wordml import BODY, CELL, LINE, PARAGRAPH, ROW, TABLE, TEXT, Marks, reduce_to_visible
from analytics.documents.word.wordobjects import DRAWN, build_number_test
from analytics.documents.word.wordstyles import STRICT, TRANSITIONAL, Styles, read_styles
from analytics.errors import DocumentError
from analytics.settings import Limits

_STYLES, _NUMBERING, _PROPERTIES = "word/styles.xml", "word/numbering.xml", "docProps/core.xml"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_TITLES = 3
_CONTINUED = ("", "continue")
_WRAPPED = "wrapped"
"""The name of what is left of a table that only wrapped the words of a cell."""
_LEVELS_OF_A_TABLE = 3
"""A table in a cell stands three elements deeper: table, row, cell."""
_SHIFT = 240
"""Twentieths of a point: a row set in by less than a character was pulled by hand and has no empty cell."""
_WIDEST = 1000
"""As for pages: more columns no table has."""

_PrintedCells = list[tuple[etree._Element, list[str]]]


def read(
    data: bytes, *, name: str, sha256: str, limits: Limits, read_chunk: Callable[[bytes], Document] | None = None
) -> Document:
    """Read a file; ``read_chunk`` reads documents that are embedded as parts of its text. Raises DocumentError where
    it is damaged, declares entities, or is beyond a limit."""
    with open_archive(data, name=name, limits=limits) as archive:
        members = frozenset(archive.namelist())
        main = find_docx_text(members)
        if main is None:
            raise DocumentError("archive_damaged", file=name, reason="word/document.xml")
        markup = _read_markup(archive, main, name, limits)
        root = parse_markup(markup, name=name, limits=limits)
        known = read_styles(_read_tree(archive, _STYLES, name, limits)) if _STYLES in members else Styles()
        stated_title = (
            _find_stated_title(_read_tree(archive, _PROPERTIES, name, limits)) if _PROPERTIES in members else ""
        )
        has_lists = _NUMBERING in members and b"<w:numPr" in markup
        lists = _read_tree(archive, _NUMBERING, name, limits) if has_lists else None
        chunks = read_chunks(root, archive, main, name=name, limits=limits, read=read_chunk)
    put_into_cells(chunks)
    reading = _Reading(name, limits, reduce_to_visible(root, known, markup, build_number_test(lists)), chunks)
    body = root.find(BODY)
    if body is not None:
        reading.walk(body, 2)
    return Document(
        name=name,
        sha256=sha256,
        format=Format.DOCX,
        reader="docx",
        blocks=tuple(reading.blocks),
        titles=_collect_titles(reading.blocks, stated_title),
        pictures=tuple(reading.pictures),
    )


def _read_tree(archive: zipfile.ZipFile, member: str, name: str, limits: Limits) -> etree._Element:
    return parse_markup(_read_markup(archive, member, name, limits), name=name, limits=limits)


def _read_markup(archive: zipfile.ZipFile, member: str, name: str, limits: Limits) -> bytes:
    content = remove_invisible_bytes(read_part(archive, member, name=name, limits=limits))
    return content.replace(STRICT, TRANSITIONAL) if STRICT in content else content


def _find_stated_title(properties: etree._Element) -> str:
    return _fold_spaces(properties.findtext(_TITLE) or "")


def _collect_titles(blocks: list[Block], stated: str) -> tuple[str, ...]:
    """The first lines, headings, and last the title among the properties of the file: that is often the title of
    the report which this one was written over."""
    lines = [block for block in blocks if not isinstance(block, Grid) and block.text]
    headings = [block for block in lines[_TITLES:] if isinstance(block, Heading)]
    texts = [block.text for block in (*lines[:_TITLES], *headings[:_TITLES])]
    return tuple(filter(None, (*texts, stated)))


def _fold_spaces(text: str) -> str:
    return " ".join(text.split())


class _Reading:
    """Blocks so far."""

    def __init__(self, name: str, limits: Limits, marks: Marks, chunks: Chunks) -> None:
        self.name, self.limits, self.marks, self.chunks = name, limits, marks, chunks
        self.blocks: list[Block] = []
        self.pictures: list[int] = []
        self.grids = 0
        self.cells = 0

    def walk(self, holder: etree._Element, depth: int) -> None:
        """Read the blocks of the text or of a cell that lays out the page."""
        if depth > self.limits.nesting_depth:
            raise DocumentError("nested_too_deep", file=self.name, limit=self.limits.nesting_depth)
        for child in holder.iterchildren(PARAGRAPH, TABLE, CHUNK):
            if child.tag == PARAGRAPH:
                self._add_paragraph(child)
            elif child.tag == CHUNK:
                self._chunk(child)
            elif _is_grid(child):
                self._add_grid(child)
            else:
                for cell in child.iterchildren(ROW):
                    for inner in cell.iterchildren(CELL):
                        self.walk(inner, depth + _LEVELS_OF_A_TABLE)

    def _add_paragraph(self, paragraph: etree._Element) -> None:
        text = "".join([element.text or "" for element in paragraph.iter(TEXT)])
        is_heading = paragraph in self.marks.headings
        if next(paragraph.iter(*DRAWN), None) is not None:
            self.pictures.append(len(self.blocks))
        for line in text.split(LINE):
            folded, place = " ".join(line.split()), Place(len(self.blocks))
            self.blocks.append(Heading(folded, place) if is_heading and folded else Paragraph(folded, place))

    def _chunk(self, element: etree._Element) -> None:
        chunk = self.chunks.get(element)
        blocks = move_blocks(chunk.blocks if chunk else (), len(self.blocks), self.grids)
        self.pictures.extend(len(self.blocks) + picture for picture in (chunk.pictures if chunk else ()))
        self.blocks.extend(blocks)
        self.grids += sum(isinstance(block, Grid) for block in blocks)

    def _add_grid(self, table: etree._Element) -> None:
        element = len(self.blocks)
        rows = _Rows(element, self.grids, self.marks)
        for row, cells in _collect_rows(table):
            self.cells += len(cells)
            if self.cells > self.limits.grid_cells:
                raise DocumentError("too_many_cells", file=self.name, limit=self.limits.grid_cells)
            rows.add(row, cells)
        if any(rows.rows):
            self.blocks.append(Grid(tuple(map(tuple, rows.rows)), Place(element, grid=self.grids)))
            self.grids += 1


class _Rows:
    """The rows of one table so far, and the cells that may go on below, by their first column."""

    def __init__(self, element: int, grid: int, marks: Marks) -> None:
        self.element, self.grid, self.spans, self.doubts = element, grid, marks.spans, marks.doubts
        self.rows: list[list[Cell]] = []
        self.open: dict[int, tuple[int, int]] = {}

    def add(self, node: etree._Element, cells: _PrintedCells) -> None:
        """Read a row: a cell that continues one above, or the one beside it, lengthens that one."""
        row: list[Cell] = []
        self.rows.append(row)
        column = self._skip_columns(node)
        for cell, texts in cells:
            spans = self.spans.get(cell)
            if spans is None:
                self._append(cell, texts, 1)
                column += 1
                continue
            width = _parse_span(spans.get("gridSpan"))
            if row and spans.get("hMerge") in _CONTINUED:
                row[-1] = row[-1]._replace(colspan=row[-1].colspan + width)
            elif spans.get("vMerge") not in _CONTINUED or not self._extend_cell(column):
                self.open[column] = (len(self.rows) - 1, len(row))
                self._append(cell, texts, width)
            column += width

    def _extend_cell(self, column: int) -> bool:
        """Let the cell that ends above this column go on; False where none does."""
        above, index = self.open.get(column, (0, 0))
        begun = self.rows[above][index] if column in self.open else None
        if begun is None or above + begun.rowspan != len(self.rows) - 1:
            return False
        self.rows[above][index] = begun._replace(rowspan=begun.rowspan + 1)
        return True

    def _skip_columns(self, node: etree._Element) -> int:
        """Columns left empty before a row; a gap as wide as a character counts as an empty cell."""
        spans = self.spans.get(node)
        if spans is None or "gridBefore" not in spans:
            return 0
        width = _parse_span(spans["gridBefore"])
        gap = spans.get("wBefore", "")
        if not gap.isdigit() or int(gap) >= _SHIFT:
            self._append(None, (), width)
        return width

    def _append(self, cell: etree._Element | None, texts: Sequence[str], width: int) -> None:
        row = self.rows[-1]
        place = Place(self.element, None, self.grid, len(self.rows) - 1, len(row))
        text = " ".join("".join(texts).split())
        doubt = ""
        if cell is not None and len(texts) > _PIECES and _MEETING.search(text) and has_runs_that_differ(cell):
            doubt = RUNS_DIFFER
        elif self.doubts and cell is not None:
            doubt = self.doubts.get(cell, "")
        row.append(Cell(text, place, 1, width, None, doubt))


_PIECES = 2
"""A paragraph and its only run."""
_MEETING = re.compile(r"\d[.,，]?\d")


def _collect_rows(table: etree._Element) -> list[tuple[etree._Element, _PrintedCells]]:
    """Rows, their cells, and the pieces of their text. One walk over a whole table costs a quarter of one a cell.

    The paragraphs of a cell are parted, lest their digits run together.
    """
    rows: list[tuple[etree._Element, _PrintedCells]] = []
    cells: _PrintedCells = []
    texts: list[str] = []
    for element in table.iter(ROW, CELL, PARAGRAPH, TEXT):
        kind = element.tag
        if kind == TEXT:
            texts.append(element.text or "")
        elif kind == PARAGRAPH:
            texts.append(" ")
        elif kind == CELL:
            texts = []
            cells.append((element, texts))
        else:
            cells = []
            rows.append((element, cells))
    return rows


def _is_grid(table: etree._Element) -> bool:
    """Whether the table is no layout of the page; tables that wrap the words of single cells become text."""
    inner = list(table.iterdescendants(TABLE))
    if not inner:
        return True
    cell_count = sum(1 for _ in table.iter(CELL)) - len(
        {cell for inner_table in inner for cell in inner_table.iter(CELL)}
    )
    if not is_mere_wrapping(
        cell_count, [_fold_spaces("".join(text.text or "" for text in inner_table.iter(TEXT))) for inner_table in inner]
    ):
        return False
    for wrapped_table in inner:
        etree.strip_tags(wrapped_table, TABLE, ROW, CELL)
        wrapped_table.tag = _WRAPPED
    return True


def _parse_span(value: str | None) -> int:
    """What a span says; 1 where it says nothing sensible."""
    return min(int(value[:4]), _WIDEST) or 1 if value and value.isascii() and value.isdigit() else 1
