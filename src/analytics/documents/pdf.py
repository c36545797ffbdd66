"""A PDF with a text layer → Document: characters and ruling lines of each page, in reading order.

A table cut by a page break is one Grid a page; what belongs together is known by its labels, elsewhere. A
page that holds a picture and hardly any text is rendered and read as a picture.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from analytics.documents import picture
from analytics.documents.grid import blocks
from analytics.documents.model import Document, Format
from analytics.documents.paged import Pages
from analytics.documents.printed import ILLEGIBLE, Box, Line, Table, Word
from analytics.errors import DocumentError
from analytics.settings import Limits

_THIN = 3.0
"""Points: a filled rectangle no wider than this is a ruling line; drawing programs make lines of rectangles."""
_SHORTEST = 4.0
"""Points: shorter strokes are marks, not rules of a table."""
_SPACES = frozenset({0xA0, 0x3000, 0xFFFE, 0xFEFF})
_TALLEST = 4.0
"""Times the usual height: titles are not half as tall."""


_SCANNED_AT = 200 / 72
"""Pixels a point: what a scanned page is rendered at, the usual resolution of scanners."""
_HARDLY_ANY_TEXT = 60
"""Characters: a scan may carry a page number or a stamp of its archive as text."""
_MOST_OF_A_PAGE = 0.4


def is_scan(data: bytes, *, limits: Limits) -> bool:
    """Whether some page is a picture to be recognised. False for a file that cannot be opened."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return False
    try:
        return any(_is_picture(document[number]) for number in range(min(len(document), limits.pages)))
    except pypdfium2.PdfiumError:
        return False  # reading says what is wrong
    finally:
        document.close()


def _is_picture(page: pypdfium2.PdfPage) -> bool:
    if page.get_textpage().count_chars() > _HARDLY_ANY_TEXT:
        return False
    left, bottom, right, top = page.get_bbox()
    area = (right - left) * (top - bottom)
    pictured = 0.0
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        x0, y0, x1, y1 = item.get_bounds()
        pictured += max(0.0, min(x1, right) - max(x0, left)) * max(0.0, min(y1, top) - max(y0, bottom))
    return bool(pictured >= _MOST_OF_A_PAGE * area)


def _recognised(page: pypdfium2.PdfPage, name: str, limits: Limits, reading: int) -> list[Table | Line]:
    width, height = page.get_size()
    scale = min(_SCANNED_AT, (limits.picture_pixels / (width * height)) ** 0.5)
    drawn = page.render(scale=scale, rev_byteorder=True).to_numpy()
    return picture.printed(np.ascontiguousarray(drawn[..., 0]), name=name, reading=reading)


def read(data: bytes, *, name: str, sha256: str, limits: Limits, reading: int = 0) -> Document:
    """Read every page. Raises DocumentError where the file is damaged, locked, too long, or holds no text.
    ``reading`` is 1 for the second reading of its pictures."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as reason:
        raise DocumentError("pdf_broken", file=name, reason=str(reason)) from reason
    try:
        if len(document) > limits.pages:
            raise DocumentError("too_many_pages", file=name, pages=len(document), limit=limits.pages)
        pages = Pages(name, limits)
        is_recognised = False
        for number in range(len(document)):
            is_recognised |= _is_picture(document[number])
            pages.add(number + 1, _printed(document, number, name, limits, reading))
        title = _title(document)
    except pypdfium2.PdfiumError as reason:
        raise DocumentError("pdf_broken", file=name, reason=str(reason)) from reason
    finally:
        document.close()
    if not pages.blocks:
        raise DocumentError("pdf_without_text", file=name)
    titles = tuple(filter(None, (pages.title, title)))
    return Document(
        name, sha256, Format.PDF, picture.READER if is_recognised else "pdfium", tuple(pages.blocks), titles
    )


def _title(document: pypdfium2.PdfDocument) -> str:
    """What the file calls itself; empty where that cannot be decoded."""
    try:
        said = document.get_metadata_dict().get("Title", "")
    except UnicodeDecodeError:
        return ""
    return " ".join(said.split())


def _printed(
    document: pypdfium2.PdfDocument, number: int, name: str, limits: Limits, reading: int
) -> list[Table | Line]:
    page = document[number]
    try:
        if _is_picture(page):
            return _recognised(page, name, limits, reading)
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
            character = chr(code) if not 0xD800 <= code <= 0xDFFF else ILLEGIBLE  # half a character
            placed.append((index, character, box.left, box.top, box.right, box.bottom))
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
