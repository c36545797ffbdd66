"""Pages of a PDF, an OFD file or pictures → pictures of them, and the frames of what was read on them."""

from __future__ import annotations

import ctypes
import html
import io
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageOps, ImageSequence

from analytics.documents.facsimile.model import Frame, Leaf, Located, Picture, name_anchor
from analytics.documents.model import Document, Format, Grid, Place
from analytics.documents.printed import Box
from analytics.documents.traced import Bounds, Spot, Surface, Trace
from analytics.errors import DocumentError
from analytics.settings import Limits

PDFIUM = threading.RLock()
"""The library that draws PDF pages may be entered by a single thread at a time."""
_SIDE = 1684
"""Pixels of a drawn page's longer side: A4 at 144 to the inch, sharp on a screen and drawn in a moment."""
_GRAIN = 1_000_000
"""Parts into which a page is cut to tell where a point of it stands."""
_JPEG, _PNG, _SVG = "image/jpeg", "image/png", "image/svg+xml"


def locate_pages(
    files: Sequence[bytes], document: Document, trace: Trace
) -> tuple[tuple[Leaf, ...], Mapping[Spot, Located]]:
    """The pages, and where each cell and paragraph stands on them."""
    to_frames: list[Callable[[Box], Frame]] = [_share_of(surface) for surface in trace.surfaces]
    leaves = [_make_leaf(surface) for surface in trace.surfaces]
    if document.format is Format.PDF:
        with PDFIUM, pypdfium2.PdfDocument(files[0]) as pdf:
            for number, surface in enumerate(trace.surfaces):
                page = pdf[number]
                if surface.bounds is not None:
                    leaves[number] = Leaf(*page.get_size())
                    to_frames[number] = _map_to_page(page, surface.bounds, surface.quarters)
            located = dict(_locate(document, trace, to_frames))
    else:
        located = dict(_locate(document, trace, to_frames))
    return tuple(leaves), located


def _locate(
    document: Document, trace: Trace, to_frames: Sequence[Callable[[Box], Frame]]
) -> Iterator[tuple[Spot, Located]]:
    for spot, (page, boxes) in trace.boxes.items():
        if page <= len(to_frames):
            frames = tuple(frame for frame in map(to_frames[page - 1], boxes) if frame.bottom > 0 and frame.top < 1)
            place, text = _read_spot(document, spot)
            if frames:
                yield spot, Located(place, text, name_anchor(spot), page, tuple(map(_clip_to_page, frames)))


def _read_spot(document: Document, spot: Spot) -> tuple[Place, str]:
    block = document.blocks[spot.element]
    if isinstance(block, Grid):
        cell = block.rows[spot.row or 0][spot.column or 0]
        return cell.place, cell.text
    return block.place, block.text


def _clip_to_page(frame: Frame) -> Frame:
    return Frame(*(min(max(share, 0.0), 1.0) for share in frame))


def _share_of(surface: Surface) -> Callable[[Box], Frame]:
    return lambda box: Frame(
        box.left / surface.width, box.top / surface.height, box.right / surface.width, box.bottom / surface.height
    )


def _make_leaf(surface: Surface) -> Leaf:
    if surface.picture is not None:
        return Leaf(surface.width, surface.height, _encode(Image.fromarray(surface.picture)), _JPEG)
    if surface.words or surface.rules:
        return Leaf(surface.width, surface.height, _draw_marks(surface), _SVG)
    return Leaf(surface.width, surface.height)


def _map_to_page(page: pypdfium2.PdfPage, bounds: Bounds, quarters: int) -> Callable[[Box], Frame]:
    """Boxes of level text → frames on the page as it is shown, which may be turned once more."""

    def frame(box: Box) -> Frame:
        x0, y0, x1, y1 = turn_back(box, bounds, quarters)
        corners = [_map_point(page, x, y) for x, y in ((x0, y0), (x1, y1))]
        (left, right), (top, bottom) = (sorted(ends) for ends in zip(*corners, strict=True))
        return Frame(left, top, right, bottom)

    return frame


def turn_back(box: Box, bounds: Bounds, quarters: int) -> Bounds:
    """A box on a page turned level → left, bottom, right, top in the page's space; undoes ``Turn.box``."""
    left, bottom, right, top = bounds
    if quarters == 1:
        return box.top + left, box.left + bottom, box.bottom + left, box.right + bottom
    if quarters == 2:
        return right - box.right, box.top + bottom, right - box.left, box.bottom + bottom
    if quarters == 3:
        return right - box.bottom, top - box.right, right - box.top, top - box.left
    return box.left + left, top - box.bottom, box.right + left, top - box.top


def _map_point(page: pypdfium2.PdfPage, x: float, y: float) -> tuple[float, float]:
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(page.raw, 0, 0, _GRAIN, _GRAIN, 0, x, y, ctypes.byref(across), ctypes.byref(down))
    return across.value / _GRAIN, down.value / _GRAIN


def draw_page(files: Sequence[bytes], kind: Format, leaves: Sequence[Leaf], limits: Limits, number: int) -> Picture:
    """The picture of a page, numbered from 1. DocumentError where the file has none, or it cannot be drawn."""
    if not 1 <= number <= len(leaves):
        raise DocumentError("document_changed", file="")
    leaf = leaves[number - 1]
    if leaf.picture is not None:
        return Picture(leaf.picture, leaf.media_type)
    if kind is Format.PDF:
        return _draw_pdf_page(files[0], number)
    frame = _find_frame(files, number, limits)
    frame.thumbnail((_SIDE * 2, _SIDE * 2))
    return Picture(_encode(frame), _JPEG)


def _draw_pdf_page(data: bytes, number: int) -> Picture:
    with PDFIUM:
        try:
            with pypdfium2.PdfDocument(data) as document:
                page = document[number - 1]
                drawn = page.render(scale=_SIDE / max(page.get_size()), rev_byteorder=True).to_pil()
        except pypdfium2.PdfiumError as reason:
            raise DocumentError("pdf_broken", file="", reason=str(reason)) from reason
    encoded = io.BytesIO()
    drawn.convert("RGB").save(encoded, "PNG", compress_level=1)
    return Picture(encoded.getvalue(), _PNG)


def _find_frame(files: Sequence[bytes], number: int, limits: Limits) -> Image.Image:
    count = 0
    for data in files:
        with Image.open(io.BytesIO(data)) as file:
            for frame in ImageSequence.Iterator(file):
                count += 1
                if count == number:
                    if frame.width * frame.height > limits.picture_pixels:
                        raise DocumentError("picture_too_large", file="", limit=limits.picture_pixels // 1_000_000)
                    return ImageOps.exif_transpose(frame).convert("RGB")
    raise DocumentError("document_changed", file="")


def _encode(picture: Image.Image) -> bytes:
    encoded = io.BytesIO()
    picture.save(encoded, "JPEG", quality=88)
    return encoded.getvalue()


def _draw_marks(surface: Surface) -> bytes:
    """A page that nothing here can draw as its publisher's program would: its characters and lines where they stand."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {surface.width:g} {surface.height:g}">'
        f'<rect width="100%" height="100%" fill="#fff"/><g font-family="Noto Serif CJK SC, SimSun, serif" fill="#111">'
    ]
    for box in surface.rules:
        width, height = max(box.right - box.left, 0.15), max(box.bottom - box.top, 0.15)
        parts.append(f'<rect x="{box.left:g}" y="{box.top:g}" width="{width:g}" height="{height:g}"/>')
    for word in surface.words:
        size = word.box.bottom - word.box.top
        base = word.box.bottom - 0.14 * size
        parts.append(f'<text x="{word.box.left:g}" y="{base:g}" font-size="{size:g}">{html.escape(word.text)}</text>')
    return "".join([*parts, "</g></svg>"]).encode()
