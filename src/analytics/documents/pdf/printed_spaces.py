"""The spaces that the text objects of a PDF page print: the library leaves them out, and says where text objects are.

A program prints the space of a cell alone, and those between words alone or within a run of them.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import pypdfium2.raw as pdfium

from analytics.documents.page.matrices import Bounds
from analytics.documents.pdf.seen import Item, Look, Scene, find_matrix

_SPACE = 32
_WIDTH, _SIZE = ctypes.c_float(), ctypes.c_float()
_FLAT, _SAME = 0.01, 0.06
"""Points and ems: a text object without ink has no height; a gap within a run is a space where it is as wide."""


class Glyph(NamedTuple):
    """A character of the page, its number there and where it stands."""

    number: int
    character: str
    bounds: Bounds

    @property
    def height(self) -> float:
        """From its lower edge to its upper one."""
        return self.bounds[3] - self.bounds[1]


def find_spaces(scene: Scene, glyphs: Sequence[Glyph], looks: Sequence[Look | None]) -> Iterator[Bounds]:
    """Where spaces stand on a page of these glyphs, ``looks`` beside them."""
    filled = {id(look) for look in looks}
    gaps: dict[int, list[tuple[Bounds, Bounds]]] = {}
    for (before, after), (look, other) in zip(pairwise(glyphs), pairwise(looks), strict=True):
        if look is other and look is not None and after.bounds[0] - before.bounds[2] > _SAME * before.height:
            gaps.setdefault(id(look), []).append((before.bounds, after.bounds))
    for item in scene.items:
        if item.kind != pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        look = scene.look_of(item.raw)
        if id(look) in gaps:
            width = _measure_width(item)
            yield from (
                (left[2], left[1], right[0], left[3])
                for left, right in gaps[id(look)]
                if abs(right[0] - left[2] - width) <= _SAME * (left[3] - left[1])
            )
        elif id(look) not in filled and item.bounds[3] - item.bounds[1] < _FLAT:
            x, y = item.bounds[:2]
            yield x, y, x + _measure_width(item), y


def _measure_width(item: Item) -> float:
    """How wide a space of the object is."""
    font = pdfium.FPDFTextObj_GetFont(item.raw)
    pdfium.FPDFTextObj_GetFontSize(item.raw, _SIZE)
    if not font or not pdfium.FPDFFont_GetGlyphWidth(font, _SPACE, _SIZE.value, _WIDTH):
        return 0.0
    a, b, *_ = find_matrix(item)
    return float(_WIDTH.value * (a * a + b * b) ** 0.5)
