"""A PDF with a text layer → Document: characters and ruling lines of each page, in reading order.

A table cut by a page break is one Grid a page; what belongs together is known by its labels, elsewhere. A
page that holds a picture and hardly any text is rendered and read as a picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import NamedTuple

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from analytics.documents.model import OBJECT, RECOGNISER, Document, Format
from analytics.documents.page.blanks import join_spaced_words
from analytics.documents.page.matrices import Bounds
from analytics.documents.page.paged import Pages
from analytics.documents.page.ruled.grids import find_blocks
from analytics.documents.page.ruled.struck import remove_struck
from analytics.documents.page.unruled.continued import NO_ENDING, Ending, find_ending, remove_borrowed
from analytics.documents.pdf.pictures import find_bare_pictures, mark_pictures
from analytics.documents.pdf.printed_spaces import Glyph, find_spaces
from analytics.documents.pdf.seen import PALE, Look, Scene, build_scene, drop_overprinted
from analytics.documents.pdf.turned import Turn, find_rules, remove_strokes, turn_of
from analytics.documents.printed import ILLEGIBLE, Box, Line, Table, Word
from analytics.documents.scans import picture
from analytics.documents.traced import note_page
from analytics.errors import DocumentError
from analytics.settings import Limits

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
        with pypdfium2.PdfDocument(data) as document:
            pages = (document[number] for number in range(min(len(document), limits.pages)))
            return any(_is_picture(page, *_collect_glyphs(page, "", limits)) for page in pages)
    except (pypdfium2.PdfiumError, DocumentError):
        return False  # reading says what is wrong


def find_seen_words(data: bytes, limits: Limits) -> Iterator[tuple[Sequence[Word], Sequence[Box]]]:
    """The words of each page that a reader sees, struck ones left out, and its blank cells, for other software to go
    by."""
    with pypdfium2.PdfDocument(data) as document:
        for number in range(min(len(document), limits.pages)):
            page, fields = _flatten_page(document, number)
            glyphs, scene = _collect_glyphs(page, "", limits, fields)
            note_page(scene.bounds, glyphs.turn.quarters)
            words = glyphs.words
            if len(glyphs.hidden) > len(words):
                words = [word._replace(doubt="text_invisible") for word in (*words, *glyphs.hidden)]
            em = median(word.box.bottom - word.box.top for word in words) if words else 10.0
            yield remove_struck(words, glyphs.rules, em)[0], glyphs.blanks
            page.close()


class _Glyphs(NamedTuple):
    """The glyphs of a page: the words that a reader sees, what is not to be seen, and spaces that stand alone."""

    words: list[Word]
    hidden: list[Word]
    rules: list[Box]
    blanks: list[Box]
    is_unmapped: bool
    turn: Turn


def _is_picture(page: pypdfium2.PdfPage, glyphs: _Glyphs, scene: Scene) -> bool:
    if glyphs.is_unmapped:
        return True
    if len(glyphs.words) > _HARDLY_ANY_TEXT:
        return False
    left, bottom, right, top = page.get_bbox()
    area = (right - left) * (top - bottom)
    pictured = sum(
        max(0.0, min(x1, right) - max(x0, left)) * max(0.0, min(y1, top) - max(y0, bottom))
        for x0, y0, x1, y1 in (item.bounds for item in scene.list_pictures())
    )
    return bool(pictured >= _MOST_OF_A_PAGE * area)


def _recognise_page(page: pypdfium2.PdfPage, name: str, limits: Limits, reading: int) -> list[Table | Line]:
    width, height = page.get_size()
    scale = min(_SCANNED_AT, (limits.picture_pixels / (width * height)) ** 0.5)
    drawn = page.render(scale=scale, rev_byteorder=True).to_numpy()
    return picture.recognise_page(np.ascontiguousarray(drawn[..., :3]), name=name, reading=reading)


@dataclass(slots=True)
class _Notes:
    """What is noted of a file while its pages are read: remarks, and number of a page → where its pictures begin."""

    remarks: list[str] = field(default_factory=list)
    pictures: dict[int, list[float]] = field(default_factory=dict)


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
        notes = _Notes()
        printed = _read_pages(document, name, limits, reading, notes)
        for number, found in enumerate(remove_borrowed(printed), 1):
            pages.add(number, found, notes.pictures.get(number, ()))
        title = _read_title(document)
    except pypdfium2.PdfiumError as reason:
        raise DocumentError("pdf_broken", file=name, reason=str(reason)) from reason
    finally:
        document.close()
    if not pages.blocks:
        raise DocumentError("pdf_without_text", file=name)
    return Document(
        name=name,
        sha256=sha256,
        format=Format.PDF,
        reader=RECOGNISER if RECOGNISER in notes.remarks else "pdfium",
        blocks=tuple(pages.blocks),
        titles=tuple(filter(None, (pages.title, title))),
        remarks=tuple(dict.fromkeys(remark for remark in notes.remarks if remark != RECOGNISER)),
        pictures=tuple(pages.pictures),
    )


def _read_title(document: pypdfium2.PdfDocument) -> str:
    """What the file calls itself; empty where that cannot be decoded."""
    try:
        title = document.get_metadata_dict().get("Title", "")
    except UnicodeDecodeError:
        return ""
    return " ".join(title.split())


def _read_pages(
    document: pypdfium2.PdfDocument, name: str, limits: Limits, reading: int, notes: _Notes
) -> Iterator[list[Table | Line]]:
    ending = NO_ENDING
    for number in range(len(document)):
        found, words = _read_page(document, number, name, limits=limits, reading=reading, notes=notes, before=ending)
        ending = find_ending(found, words)
        yield found


def _read_page(
    document: pypdfium2.PdfDocument, number: int, name: str,
    *, limits: Limits, reading: int, notes: _Notes, before: Ending,
) -> tuple[list[Table | Line], list[Word]]:  # fmt: skip
    """The blocks of a page and the words they are of; no words where they were recognised."""
    page, fields = _flatten_page(document, number)
    try:
        glyphs, scene = _collect_glyphs(page, name, limits, fields)
        if _is_picture(page, glyphs, scene):
            notes.remarks.append(RECOGNISER)
            if glyphs.is_unmapped:
                notes.remarks.append("fonts_without_characters")
            elif len(glyphs.hidden) > _HARDLY_ANY_TEXT:
                notes.remarks.append("text_layer_of_scan")
            return _recognise_page(page, name, limits, reading), []
        words = glyphs.words
        if len(glyphs.hidden) > len(words):
            # Hardly anything of the page can be seen, and no picture stands in for it: what it says is in doubt.
            notes.remarks.append("text_mostly_invisible")
            words = [word._replace(doubt="text_invisible") for word in (*words, *glyphs.hidden)]
        note_page(scene.bounds, glyphs.turn.quarters)
        found = find_blocks(words, glyphs.rules, before=before, blanks=glyphs.blanks)
        notes.pictures[number + 1] = list(find_bare_pictures(scene, glyphs.turn, glyphs.words, found))
        return found, words
    finally:
        page.close()


def _flatten_page(document: pypdfium2.PdfDocument, number: int) -> tuple[pypdfium2.PdfPage, list[Bounds]]:
    """The page with what its form fields and notes show as part of it, and where its fields are."""
    page = document[number]
    count = pdfium.FPDFPage_GetAnnotCount(page.raw)
    fields = []
    for index in range(count):
        note = pdfium.FPDFPage_GetAnnot(page.raw, index)
        bounds = pdfium.FS_RECTF()
        if pdfium.FPDFAnnot_GetSubtype(note) == pdfium.FPDF_ANNOT_WIDGET and pdfium.FPDFAnnot_GetRect(note, bounds):
            fields.append((bounds.left, bounds.bottom, bounds.right, bounds.top))
        pdfium.FPDFPage_CloseAnnot(note)
    if count and pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS:
        page.close()
        page = document[number]
    return page, fields


def _apply_fields(glyphs: _Glyphs, fields: Sequence[Box]) -> None:
    """Frames of form fields are no ruling lines, and a field that shows no text is no blank cell."""
    for frame in fields:
        glyphs.rules[:] = [rule for rule in glyphs.rules if not _is_within(rule, frame)]
        if not any(_is_within(Box(*word.box.middle, *word.box.middle), frame) for word in glyphs.words):
            glyphs.words.append(Word(OBJECT, frame))


def _is_within(inner: Box, outer: Box) -> bool:
    is_beside = inner.left < outer.left - 1 or inner.right > outer.right + 1
    return not is_beside and inner.top >= outer.top - 1 and inner.bottom <= outer.bottom + 1


def _collect_glyphs(
    page: pypdfium2.PdfPage, name: str, limits: Limits, fields: Sequence[Bounds] = ()
) -> tuple[_Glyphs, Scene]:
    """The glyphs of the page, turned so that its text is level, with their advance boxes: the ink of a "1" is narrower
    than its place."""
    scene = build_scene(page)
    drop_overprinted(scene)
    text = page.get_textpage()
    count = text.count_chars()
    if count > limits.page_characters:
        raise DocumentError("too_many_characters", file=name, limit=limits.page_characters)
    box = pdfium.FS_RECTF()
    found: list[Glyph] = []
    looks: list[Look | None] = []
    angles: dict[int, float] = {}
    printed = unmapped = 0
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(text, index)
        raw = pdfium.FPDFText_GetTextObject(text, index)
        look = scene.look_of(raw) if raw else None
        if look is not None:
            printed += 1
            unmapped += code < 32 or code in _UNMAPPED or 0xE000 <= code <= 0xF8FF
            if id(look) not in angles:
                angles[id(look)] = pdfium.FPDFText_GetCharAngle(text, index)
        if code > 32 and code not in _SPACES and pdfium.FPDFText_GetLooseCharBox(text, index, box):
            character = chr(code) if not 0xD800 <= code <= 0xDFFF else ILLEGIBLE  # half a character
            found.append(Glyph(index, character, (box.left, box.bottom, box.right, box.top)))
            looks.append(look)
    turn = turn_of(looks, angles)
    tallest = _TALLEST * median(max(glyph.height, 1.0) for glyph in found) if found else 0.0
    is_unmapped = printed >= _FEWEST_GLYPHS and unmapped > _MOST_UNMAPPED * printed
    glyphs = _Glyphs([], [], [], [], is_unmapped, turn)
    for glyph, look in zip(found, looks, strict=True):
        # Characters set downwards are given a place as large as their whole column; their ink is right.
        bounds = glyph.bounds if glyph.height <= tallest else text.get_charbox(glyph.number)
        word = Word(glyph.character, turn.box(scene.bounds, bounds))
        is_seen = look is None or look.is_plain or scene.is_seen(look, bounds)
        if look is not None and turn.is_slanted(angles[id(look)]):
            continue  # a watermark across the page
        if is_seen and look is not None and not look.is_plain and scene.measure_contrast(look, bounds) < PALE:
            word = word._replace(doubt="glyph_pale")
        (glyphs.words if is_seen else glyphs.hidden).append(word)
    spaces = [turn.box(scene.bounds, space) for space in find_spaces(scene, found, looks)]
    glyphs.words[:], glyphs.blanks[:] = join_spaced_words(_remove_marks(glyphs.words), spaces)
    glyphs.words.extend(mark_pictures(scene, turn))
    glyphs.rules.extend(remove_strokes([rule for item in scene.items for rule in find_rules(item, scene, turn)]))
    _apply_fields(glyphs, [turn.box(scene.bounds, frame) for frame in fields])
    return glyphs, scene


_UNMAPPED = frozenset({0xFFFD, 0xFFFE, 0xFFFF})
_FEWEST_GLYPHS, _MOST_UNMAPPED = 20, 0.1
"""A page on which more than a tenth of the glyphs have no character cannot be read as text."""


def _remove_marks(words: list[Word]) -> list[Word]:
    """The words without pale print larger than the page's (a watermark) or too small to be read."""
    if not words:
        return words
    em = median(word.box.bottom - word.box.top for word in words)
    kept = []
    for word in words:
        height = word.box.bottom - word.box.top
        is_tiny = word.text.isascii() and word.text.isalnum() and height < _TINY * em
        if not (word.doubt and height > _WATERMARK * em) and not is_tiny:
            kept.append(word)
    return kept


_WATERMARK, _TINY = 1.6, 0.25
