"""An OFD file (GB/T 33190, the national fixed-layout format) → Document: glyphs and ruling lines of every page.

An archive of markup: ``OFD.xml`` names the document, that names its pages, and each page sets runs of text at a place
with the advance of every character. Coordinates are millimetres that grow right and down.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from analytics.documents.containers.office_marks import OFD_MAIN
from analytics.documents.containers.packed import open_archive, parse_markup, read_part
from analytics.documents.model import Document, Format
from analytics.documents.page.paged import Pages
from analytics.documents.page.ruled.grids import find_blocks
from analytics.documents.printed import Box, Word
from analytics.documents.traced import Surface, current_trace
from analytics.errors import DocumentError
from analytics.settings import Limits

READER = "ofd"
_THIN = 1.0
"""Millimetres: what is no thicker is a ruling line."""
_SHORTEST = 1.4
_ASCENT = 0.86
"""Share of a character's size above its base line, as in the usual Chinese fonts."""
_REPEATED = re.compile(r"g\s+(\d+)\s+(-?[\d.]+)")
"""Advances written once for many: ``g 3 4.2``."""
_STEP = re.compile(r"([MLSCBQA])([^MLSCBQA]*)")
_MOST_ADVANCES = 10_000


def read(data: bytes, *, name: str, sha256: str, limits: Limits) -> Document:
    """Read every page. Raises DocumentError where the file is damaged, too long, or holds no text."""
    with open_archive(data, name=name, limits=limits) as archive:
        root = _read_tree(archive, OFD_MAIN, name, limits)
        title = _find_text(root, "Title")
        at = _locate_part("", _find_text(root, "DocRoot"))
        document = _read_tree(archive, at, name, limits)
        places = [page.get("BaseLoc") or "" for page in document.iter(_match_tag("Page"))]
        if len(places) > limits.pages:
            raise DocumentError("too_many_pages", file=name, pages=len(places), limit=limits.pages)
        pages, known = Pages(name, limits), frozenset(archive.namelist())
        for number, place in enumerate(places, start=1):
            member = _locate_part(at, place)
            if member not in known:
                raise DocumentError("archive_damaged", file=name, reason=place)
            page = _read_tree(archive, member, name, limits)
            words = list(_read_words(page))
            if len(words) > limits.page_characters:
                raise DocumentError("too_many_characters", file=name, limit=limits.page_characters)
            rules = list(_find_rules(page))
            if (trace := current_trace()) is not None:
                trace.surfaces.append(_measure_surface(page, document, words, rules))
            pages.add(number, find_blocks(words, rules))
    if not pages.blocks:
        raise DocumentError("pdf_without_text", file=name)
    return Document(
        name=name,
        sha256=sha256,
        format=Format.OFD,
        reader=READER,
        blocks=tuple(pages.blocks),
        titles=tuple(filter(None, (pages.title, title))),
    )


def _measure_surface(page: etree._Element, document: etree._Element, words: list[Word], rules: list[Box]) -> Surface:
    """The sheet that a page is printed on: as the page says, else the document, else as far as its marks reach."""
    for root in (page, document):
        area = _parse_floats(_find_text(root, "PhysicalBox"))
        if len(area) == 4 and min(area[2:]) > 0:
            return Surface(area[2], area[3], words=words, rules=rules)
    boxes = [*(word.box for word in words), *rules]
    right, bottom = (max((box[side] for box in boxes), default=1.0) for side in (2, 3))
    return Surface(right, bottom, words=words, rules=rules)


def _read_tree(archive: zipfile.ZipFile, member: str, name: str, limits: Limits) -> etree._Element:
    return parse_markup(read_part(archive, member, name=name, limits=limits), name=name, limits=limits)


def _match_tag(tag: str) -> str:
    """The tag in any name space: files of old programs use another one."""
    return f"{{*}}{tag}"


def _find_first(root: etree._Element, tag: str) -> etree._Element | None:
    return next(root.iter(_match_tag(tag)), None)


def _find_text(root: etree._Element, tag: str) -> str:
    found = _find_first(root, tag)
    return (found.text or "").strip() if found is not None else ""


def _locate_part(base: str, place: str) -> str:
    """A location of the file, which counts from the folder of the part that states it unless it begins at the top."""
    return posixpath.normpath(
        place.lstrip("/") if place.startswith("/") else posixpath.join(posixpath.dirname(base), place)
    )


def _parse_floats(text: str | None) -> list[float]:
    try:
        return [float(number) for number in (text or "").split()]
    except ValueError:
        return []


def _read_words(page: etree._Element) -> Iterator[Word]:
    for run in page.iter(_match_tag("TextObject")):
        boundary = _parse_floats(run.get("Boundary"))
        size = (_parse_floats(run.get("Size")) or [0.0])[0]
        if len(boundary) != 4 or size <= 0 or run.get("Visible") == "false":
            continue
        a, b, c, d, e, f = _read_matrix(run)
        x = y = 0.0
        for code in run.iter(_match_tag("TextCode")):
            x, y = (_parse_floats(code.get("X")) or [x])[0], (_parse_floats(code.get("Y")) or [y])[0]
            text = code.text or ""
            across, down = (_parse_advances(code.get(name), len(text)) for name in ("DeltaX", "DeltaY"))
            px, py = x, y
            for index, character in enumerate(text):
                if not character.isspace():
                    left, base = boundary[0] + a * px + c * py + e, boundary[1] + b * px + d * py + f
                    em = size * (abs(d) or 1.0)
                    width = across[index] if index < len(across) and across[index] > 0 else size
                    right = left + min(width, size) * (abs(a) or 1.0)
                    yield Word(character, Box(left, base - _ASCENT * em, right, base + (1 - _ASCENT) * em))
                px += across[index] if index < len(across) else (0.0 if down else size)
                py += down[index] if index < len(down) else 0.0


def _read_matrix(item: etree._Element) -> tuple[float, float, float, float, float, float]:
    found = _parse_floats(item.get("CTM"))
    return tuple(found) if len(found) == 6 else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)  # type: ignore[return-value]


def _parse_advances(text: str | None, count: int) -> list[float]:
    """Advances between characters: numbers, or ``g`` with a count and a number. Never more than there are."""
    spread = _REPEATED.sub(lambda found: f"{found[2]} " * min(int(found[1][:6]), count, _MOST_ADVANCES), text or "")
    return _parse_floats(spread)


def _find_rules(page: etree._Element) -> Iterator[Box]:
    """Upright and level strokes, and thin filled shapes."""
    for item in page.iter(_match_tag("PathObject")):
        boundary = _parse_floats(item.get("Boundary"))
        if len(boundary) != 4 or item.get("Visible") == "false":
            continue
        a, b, c, d, e, f = _read_matrix(item)
        points: list[tuple[float, float]] = []
        strokes: list[Box] = []
        start = (0.0, 0.0)
        for step, operands in _STEP.findall(_find_text(item, "AbbreviatedData")):
            numbers = _parse_floats(operands.replace(",", " "))
            if step != "C" and len(numbers) >= 2:
                here = (
                    boundary[0] + a * numbers[-2] + c * numbers[-1] + e,
                    boundary[1] + b * numbers[-2] + d * numbers[-1] + f,
                )
            elif step == "C" and points:
                here = start
            else:
                continue
            if step in "MS":
                start = here
            elif step in "LC" and points:
                strokes.append(_stroke(points[-1], here))
            points.append(here)
        yield from _find_path_rules(points, strokes)


def _stroke(point: tuple[float, float], other: tuple[float, float]) -> Box:
    return Box(min(point[0], other[0]), min(point[1], other[1]), max(point[0], other[0]), max(point[1], other[1]))


def _find_path_rules(points: list[tuple[float, float]], strokes: list[Box]) -> Iterator[Box]:
    if not points:
        return
    xs, ys = [x for x, _ in points], [y for _, y in points]
    whole = Box(min(xs), min(ys), max(xs), max(ys))
    if _is_thin(whole):
        strokes = [whole]
    yield from (stroke for stroke in strokes if _is_thin(stroke) and max(_measure_extent(stroke)) >= _SHORTEST)


def _measure_extent(box: Box) -> tuple[float, float]:
    return box.right - box.left, box.bottom - box.top


def _is_thin(box: Box) -> bool:
    return min(_measure_extent(box)) <= _THIN
