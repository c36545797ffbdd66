"""The objects of a PDF page in paint order → what a reader of the page sees: glyphs, ruling lines, pictures.

A glyph is not seen where it is drawn invisibly, outside of the page or of its clip, in the colour of its ground, too
small to read, under something painted later, or in a layer that is switched off. Coordinates are those of the file,
which grow right and up.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import KW_ONLY, dataclass, field
from typing import Any, NamedTuple

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from analytics.documents.page.matrices import Bounds, Matrix, combine_matrices, place_bounds
from analytics.documents.pdf.painted import fill_of, is_filled, stroke_of

_DEPTH = 4
_INVISIBLE_MODES = frozenset({3, 7})
"""Text render modes that paint nothing: invisible, and clip only."""
_LARGE = 3.0
"""Points: a painted shape smaller than this, either way, is a line; it covers nothing."""
_UNSEEN, PALE = 0.08, 0.3
"""Contrast with the ground (0–1): below the first nothing is seen, below the second print is a watermark's."""
_OPAQUE = 230
"""Of 255."""


class Item(NamedTuple):
    """An object of the page: its handle, its kind (``FPDF_PAGEOBJ_…``), the matrix of the form that it stands in, its
    bounds on the page, and its place in the order of painting."""

    raw: Any
    kind: int
    matrix: Matrix | None
    bounds: Bounds
    order: int


@dataclass(slots=True)
class Look:
    """How the glyphs of one text object look. ``measure_contrast`` is with white paper."""

    order: int
    is_invisible: bool
    brightness: float
    is_layered: bool
    _: KW_ONLY
    clip: Bounds | None
    bounds: Bounds
    is_plain: bool = False
    """Whether nothing about it can keep its glyphs from being seen: then none is looked at."""


@dataclass(slots=True)
class Scene:
    """A page taken apart: ``covers`` are shapes and pictures that hide what was painted before, ``grounds`` filled
    shapes with their brightness."""

    page: pypdfium2.PdfPage
    items: list[Item]
    bounds: Bounds
    covers: list[Item] = field(default_factory=list)
    _: KW_ONLY
    grounds: list[tuple[Item, float]] = field(default_factory=list)
    looks: dict[int, Look] = field(default_factory=dict)
    drawn: NDArray[np.uint8] | None = None

    def list_pictures(self) -> Iterator[Item]:
        """The pictures of the page."""
        return (item for item in self.items if item.kind == pdfium.FPDF_PAGEOBJ_IMAGE)

    def look_of(self, raw: Any) -> Look | None:
        """The look of a text object, None for a glyph that belongs to none."""
        return self.looks.get(_get_address(raw))

    def is_seen(self, look: Look, box: Bounds) -> bool:
        """Whether a reader sees a glyph of this look in this place."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        if look.is_invisible or not _has_point(self.bounds, x, y) or (look.clip and not _has_point(look.clip, x, y)):
            return False
        if self.covers and any(
            cover.order > look.order and _has_point(cover.bounds, x, y) and _is_opaque(self.page, cover, x, y)
            for cover in self.covers
        ):
            return False
        return self.measure_contrast(look, box) >= _UNSEEN and not (look.is_layered and not self._has_ink(box))

    def measure_contrast(self, look: Look, box: Bounds) -> float:
        """Difference in brightness between a glyph and what it stands on."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        ground = 1.0
        for shape, brightness in self.grounds:
            if shape.order < look.order and _has_point(shape.bounds, x, y):
                ground = brightness
        return abs(ground - look.brightness)

    def _has_ink(self, box: Bounds) -> bool:
        """Whether the drawn page shows anything there: the only way to know whether a layer is on."""
        if self.page.get_rotation():
            return True  # drawn another way round
        if self.drawn is None:
            drawn = self.page.render(scale=2, grayscale=True).to_numpy()
            self.drawn = drawn.reshape(drawn.shape[:2])
        left, _, _, top = self.bounds
        rows = slice(int((top - box[3]) * 2), int((top - box[1]) * 2) + 1)
        part = self.drawn[rows, int((box[0] - left) * 2) : int((box[2] - left) * 2) + 1]
        return bool(part.size and int(part.max()) - int(part.min()) > 255 * _UNSEEN)


def build_scene(page: pypdfium2.PdfPage) -> Scene:
    """Take a page apart."""
    items = list(
        _walk(page.raw, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, matrix=None, depth=_DEPTH, order=[0])
    )
    scene = Scene(page, items, page.get_bbox())
    for item in items:
        if item.kind == pdfium.FPDF_PAGEOBJ_TEXT:
            scene.looks[_get_address(item.raw)] = _read_look(item)
        elif item.kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            if _is_large(item.bounds):
                scene.covers.append(item)
        elif item.kind == pdfium.FPDF_PAGEOBJ_PATH and _is_large(item.bounds) and is_filled(item.raw):
            brightness, alpha = fill_of(item.raw)
            if alpha >= _OPAQUE and not pdfium.FPDFPageObj_HasTransparency(item.raw):
                scene.covers.append(item)
                scene.grounds.append((item, brightness))
    last = max((look.order for look in scene.looks.values()), default=0)
    first = min((look.order for look in scene.looks.values()), default=0)
    # Backgrounds are painted before all text, and hide none.
    scene.covers = [cover for cover in scene.covers if cover.order > first]
    scene.grounds = [entry for entry in scene.grounds if entry[0].order < last]
    for look in scene.looks.values():
        look.is_plain = _is_plain(look, scene)
    return scene


_DARK, _LIGHT = 0.5, 0.95


def drop_overprinted(scene: Scene) -> None:
    """Take text that nobody sees off the page where other text stands in its place: the library gives a character
    that is printed twice in one place only once, and it may be the hidden one."""
    for item in scene.items:
        look = scene.looks.get(_get_address(item.raw)) if item.kind == pdfium.FPDF_PAGEOBJ_TEXT else None
        if look is None or look.is_plain or item.matrix is not None or scene.is_seen(look, look.bounds):
            continue
        rivals = (rival for rival in scene.looks.values() if rival is not look and _meet(rival.bounds, look.bounds))
        if any(rival.is_plain or scene.is_seen(rival, rival.bounds) for rival in rivals):
            pdfium.FPDFPage_RemoveObject(scene.page.raw, item.raw)


def _is_plain(look: Look, scene: Scene) -> bool:
    if look.is_invisible or look.is_layered or look.brightness > _DARK:
        return False
    if not _is_within(look.bounds, scene.bounds) or (look.clip is not None and not _is_within(look.bounds, look.clip)):
        return False
    if any(brightness < _LIGHT and _meet(look.bounds, item.bounds) for item, brightness in scene.grounds):
        return False
    return not any(cover.order > look.order and _meet(look.bounds, cover.bounds) for cover in scene.covers)


def _is_within(inner: Bounds, outer: Bounds) -> bool:
    return inner[0] >= outer[0] and inner[1] >= outer[1] and inner[2] <= outer[2] and inner[3] <= outer[3]


def _meet(bounds: Bounds, other: Bounds) -> bool:
    return bounds[0] < other[2] and other[0] < bounds[2] and bounds[1] < other[3] and other[1] < bounds[3]


def _walk(parent: Any, count: Any, get: Any, *, matrix: Matrix | None, depth: int, order: list[int]) -> Iterator[Item]:
    for index in range(count(parent)):
        raw = get(parent, index)
        kind = pdfium.FPDFPageObj_GetType(raw)
        order[0] += 1
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            if depth > 1:
                inner = combine_matrices(_read_matrix(raw), matrix)
                yield from _walk(
                    raw,
                    pdfium.FPDFFormObj_CountObjects,
                    pdfium.FPDFFormObj_GetObject,
                    matrix=inner,
                    depth=depth - 1,
                    order=order,
                )
        else:
            yield Item(raw, kind, matrix, place_bounds(_read_bounds(raw), matrix), order[0])


_LEFT, _BOTTOM, _RIGHT, _TOP = (ctypes.c_float() for _ in range(4))


def _read_bounds(raw: Any) -> Bounds:
    if not pdfium.FPDFPageObj_GetBounds(raw, _LEFT, _BOTTOM, _RIGHT, _TOP):
        return 0.0, 0.0, 0.0, 0.0
    return _LEFT.value, _BOTTOM.value, _RIGHT.value, _TOP.value


def find_matrix(item: Item) -> Matrix:
    """From the coordinates of an object to those of its page."""
    return combine_matrices(_read_matrix(item.raw), item.matrix)


def _read_matrix(raw: Any) -> Matrix:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(raw, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def _get_address(raw: Any) -> int:
    return ctypes.cast(raw, ctypes.c_void_p).value or 0


def _read_look(item: Item) -> Look:
    raw = item.raw
    mode = pdfium.FPDFTextObj_GetTextRenderMode(raw)
    brightness, alpha = stroke_of(raw) if mode in (1, 5) else fill_of(raw)
    brightness = 1 - (1 - brightness) * alpha / 255
    return Look(
        order=item.order,
        is_invisible=mode in _INVISIBLE_MODES,
        brightness=brightness,
        is_layered=_is_layered(raw),
        clip=_clip(raw, item.matrix),
        bounds=item.bounds,
    )


_NAME = ctypes.create_string_buffer(16)


def _is_layered(raw: Any) -> bool:
    """Whether the object belongs to a layer that can be switched off (``/OC`` content)."""
    for index in range(pdfium.FPDFPageObj_CountMarks(raw)):
        length = ctypes.c_ulong()
        mark = pdfium.FPDFPageObj_GetMark(raw, index)
        pdfium.FPDFPageObjMark_GetName(mark, ctypes.cast(_NAME, ctypes.POINTER(ctypes.c_ushort)), 16, length)
        if _NAME.raw[: max(0, length.value - 2)].decode("utf-16-le", "replace") == "OC":
            return True
    return False


_X, _Y = ctypes.c_float(), ctypes.c_float()


def _clip(raw: Any, matrix: Matrix | None) -> Bounds | None:
    """What the clip paths of an object leave in common; None where there are none."""
    path = pdfium.FPDFPageObj_GetClipPath(raw)
    count = pdfium.FPDFClipPath_CountPaths(path) if path else 0
    if count <= 0:
        return None
    left, bottom, right, top = -1e9, -1e9, 1e9, 1e9
    for index in range(count):
        xs, ys = [], []
        for number in range(pdfium.FPDFClipPath_CountPathSegments(path, index)):
            pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(path, index, number), _X, _Y)
            xs.append(_X.value)
            ys.append(_Y.value)
        if xs:
            left, right = max(left, min(xs)), min(right, max(xs))
            bottom, top = max(bottom, min(ys)), min(top, max(ys))
    return place_bounds((left, bottom, right, top), matrix)


def _has_point(bounds: Bounds, x: float, y: float) -> bool:
    return bounds[0] <= x <= bounds[2] and bounds[1] <= y <= bounds[3]


def _is_large(bounds: Bounds) -> bool:
    return min(bounds[2] - bounds[0], bounds[3] - bounds[1]) > _LARGE


def _is_opaque(page: pypdfium2.PdfPage, cover: Item, x: float, y: float) -> bool:
    """Whether a shape or picture hides what is below it at a point: a seal is a picture with holes."""
    if cover.kind != pdfium.FPDF_PAGEOBJ_IMAGE:
        return True
    bitmap = pdfium.FPDFImageObj_GetRenderedBitmap(page.pdf.raw, page.raw, cover.raw)
    if not bitmap:
        return True
    try:
        picture = pypdfium2.PdfBitmap.from_raw(bitmap).to_numpy()
        if picture.ndim < 3 or picture.shape[2] < 4:
            return True
        left, bottom, right, top = cover.bounds
        column = int((x - left) / (right - left) * (picture.shape[1] - 1))
        row = int((top - y) / (top - bottom) * (picture.shape[0] - 1))
        near = picture[max(0, row - 2) : row + 3, max(0, column - 2) : column + 3, 3]
        return bool(near.size and int(near.min()) >= _OPAQUE)
    finally:
        del bitmap
