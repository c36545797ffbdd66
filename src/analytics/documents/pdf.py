"""A PDF with a text layer → Document: characters and ruling lines of each page, in reading order.

A table cut by a page break is one Grid a page; what belongs together is known by its labels, elsewhere. Pages
that hold only a picture are refused here and read as pictures.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

import pypdfium2
import pypdfium2.raw as pdfium

from analytics.documents.grid import blocks
from analytics.documents.model import Block, Cell, Document, Format, Grid, Paragraph, Place
from analytics.documents.printed import Box, Line, Table, Word
from analytics.errors import DocumentError
from analytics.settings import Limits

_THIN = 3.0
"""Points: a filled rectangle no wider than this is a ruling line; drawing programs make lines of rectangles."""
_SHORTEST = 4.0
"""Points: shorter strokes are marks, not rules of a table."""
_SPACES = frozenset({0xA0, 0x3000, 0xFFFE, 0xFEFF})
_TALLEST = 4.0
"""Times the usual height: titles are not half as tall."""
_INDENT = 1.2
"""Ems by which the first line of a paragraph is drawn in; Chinese print uses two."""
_TITLE_LINES = 3


def read(data: bytes, *, name: str, sha256: str, limits: Limits) -> Document:
    """Read every page. Raises DocumentError where the file is damaged, locked, too long, or holds no text."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as reason:
        raise DocumentError("pdf_broken", file=name, reason=str(reason)) from reason
    try:
        if len(document) > limits.pages:
            raise DocumentError("too_many_pages", file=name, pages=len(document), limit=limits.pages)
        reading = _Reading(name, limits)
        for number in range(len(document)):
            reading.page(number + 1, _printed(document, number, name, limits))
        title = " ".join(document.get_metadata_dict().get("Title", "").split())
    finally:
        document.close()
    if not reading.blocks:
        raise DocumentError("pdf_without_text", file=name)
    titles = tuple(filter(None, (reading.title, title)))
    return Document(name, sha256, Format.PDF, "pdfium", tuple(reading.blocks), titles)


def _printed(document: pypdfium2.PdfDocument, number: int, name: str, limits: Limits) -> list[Table | Line]:
    page = document[number]
    try:
        left, _, _, top = page.get_bbox()
        words = list(_words(page, left, top, name, limits))
        return blocks(words, list(_rules(page, left, top)))
    finally:
        page.close()


def _words(page: pypdfium2.PdfPage, left: float, top: float, name: str, limits: Limits) -> Iterator[Word]:
    """The characters of the page with their advance boxes: the ink of a "1" is narrower than its place."""
    text = page.get_textpage()
    count = text.count_chars()
    if count > limits.page_characters:
        raise DocumentError("too_many_characters", file=name, limit=limits.page_characters)
    box = pdfium.FS_RECTF()
    placed = []
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code > 32 and code not in _SPACES and pdfium.FPDFText_GetLooseCharBox(text, index, box):
            placed.append((index, chr(code), box.left, box.top, box.right, box.bottom))
    tallest = _TALLEST * median(one[3] - one[5] for one in placed) if placed else 0.0
    for index, character, x0, y1, x1, y0 in placed:
        if y1 - y0 > tallest:
            # Characters set downwards are given a place as large as their whole column; their ink is right.
            x0, y0, x1, y1 = text.get_charbox(index)
        yield Word(character, Box(x0 - left, top - y1, x1 - left, top - y0))


def _rules(page: pypdfium2.PdfPage, left: float, top: float) -> Iterator[Box]:
    """Straight strokes and thin filled rectangles, as boxes."""
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=4):
        x0, y0, x1, y1 = item.get_bounds()
        bounds = Box(x0 - left, top - y1, x1 - left, top - y0)
        width, height = bounds.right - bounds.left, bounds.bottom - bounds.top
        if min(width, height) <= _THIN:
            if max(width, height) >= _SHORTEST:
                yield bounds
        elif _is_stroked(item):
            yield from (one for one in _strokes(item, left, top) if max(_extent(one)) >= _SHORTEST)


def _extent(box: Box) -> tuple[float, float]:
    return box.right - box.left, box.bottom - box.top


def _is_stroked(item: pypdfium2.PdfObject) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    return bool(stroke.value)


def _strokes(item: pypdfium2.PdfObject, left: float, top: float) -> Iterator[Box]:
    """Upright and level segments of a path: one path may draw a whole table."""
    matrix = item.get_matrix()
    points: list[tuple[float, float, bool]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(pdfium.FPDFPath_CountSegments(item)):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        px, py = matrix.on_point(x.value, y.value)
        is_move = pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO
        points.append((px - left, top - py, is_move))
        if pdfium.FPDFPathSegment_GetClose(segment):
            start = next(point for point in reversed(points) if point[2])
            points.append((start[0], start[1], False))
    for (ax, ay, _), (bx, by, is_move) in pairwise(points):
        if not is_move and min(abs(ax - bx), abs(ay - by)) <= _THIN:
            yield Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


class _Reading:
    """Blocks so far. Lines of prose are joined to paragraphs, cells counted against the limit."""

    def __init__(self, name: str, limits: Limits) -> None:
        self.name, self.limits = name, limits
        self.blocks: list[Block] = []
        self.title = ""
        self.cells = 0
        self.grids = 0

    def page(self, number: int, printed: list[Table | Line]) -> None:
        lines = [block for block in printed if isinstance(block, Line)]
        if number == 1:
            self.title = _title(lines)
        right = max((line.box.right for line in lines), default=0.0)
        held: list[Line] = []
        for block in printed:
            if isinstance(block, Table):
                self._paragraph(held, number)
                self._grid(block, number)
                held = []
            else:
                if held and not _goes_on(held[-1], block, right):
                    self._paragraph(held, number)
                    held = []
                held.append(block)
        self._paragraph(held, number)

    def _paragraph(self, lines: list[Line], page: int) -> None:
        if lines:
            text = "".join(line.text for line in lines)
            self.blocks.append(Paragraph(text, Place(len(self.blocks), page)))

    def _grid(self, table: Table, page: int) -> None:
        element, grid = len(self.blocks), self.grids
        self.cells += sum(map(len, table.rows))
        if self.cells > self.limits.grid_cells:
            raise DocumentError("too_many_cells", file=self.name, limit=self.limits.grid_cells)
        rows = tuple(
            tuple(
                Cell(field.text, Place(element, page, grid, number, column), field.rowspan, field.colspan)
                for column, field in enumerate(row)
            )
            for number, row in enumerate(table.rows)
        )
        self.blocks.append(Grid(rows, Place(element, page, grid)))
        self.grids += 1


def _goes_on(above: Line, line: Line, right: float) -> bool:
    """Whether a line continues the paragraph of the one above: that one is full, and this one is not drawn in."""
    em = max(above.height, line.height)
    is_full = right - above.box.right < 2 * em
    is_drawn_in = line.box.left - above.box.left > _INDENT * em
    is_near = line.box.top - above.box.bottom < 1.5 * em
    return is_full and is_near and not is_drawn_in and abs(above.height - line.height) < em / 4


def _title(lines: list[Line]) -> str:
    """The largest lines at the top of the first page, joined: a title often takes two."""
    if not lines:
        return ""
    largest = max(line.height for line in lines)
    large = [line for line in lines if line.height > 0.9 * largest]
    return "".join(line.text for line in large[:_TITLE_LINES]) if len(large) <= _TITLE_LINES else ""
