"""Pages whose text is set sideways, and the ruling lines of a page as boxes on the page turned level."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from analytics.documents.page.matrices import Bounds, place_bounds
from analytics.documents.pdf.seen import Item, Look, Scene, find_matrix
from analytics.documents.printed import Box

THIN = 3.0
"""Points: a shape thinner than this is a line."""
_SHORTEST, _PIECE = 4.0, 1.5
"""Points: a line shorter than the first is a stroke of a letter, or from the second the piece of a line along a column
that is blank throughout."""


class Turn(NamedTuple):
    """Quarters by which the text of a page is turned, against the clock."""

    quarters: int

    def box(self, page: Bounds, bounds: Bounds) -> Box:
        """Bounds on the page → a box that grows right and down from its upper left corner, the text level."""
        left, bottom, right, top = page
        x0, y0, x1, y1 = bounds
        if self.quarters == 1:
            return Box(y0 - bottom, x0 - left, y1 - bottom, x1 - left)
        if self.quarters == 2:
            return Box(right - x1, y0 - bottom, right - x0, y1 - bottom)
        if self.quarters == 3:
            return Box(top - y1, right - x1, top - y0, right - x0)
        return Box(x0 - left, top - y1, x1 - left, top - y0)

    def is_slanted(self, angle: float) -> bool:
        """Whether a glyph stands neither level nor upright."""
        return abs((angle + _QUARTER / 2) % _QUARTER - _QUARTER / 2) > _SLANT


_QUARTER = math.pi / 2
_SLANT = 0.1


def turn_of(looks: list[Look | None], angles: dict[int, float]) -> Turn:
    """The turn of most glyphs; ``angles`` are those of the looks, by identity."""
    counts = Counter(round(-angles[id(look)] / _QUARTER) % 4 for look in looks if look is not None)
    return Turn(counts.most_common(1)[0][0] if counts else 0)


def find_rules(item: Item, scene: Scene, turn: Turn) -> Iterator[Box]:
    """Straight strokes and thin shapes or pictures, as boxes."""
    if item.kind not in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
        return
    bounds = turn.box(scene.bounds, item.bounds)
    width, height = _measure_extent(bounds)
    if min(width, height) <= THIN:
        if max(width, height) >= _PIECE:
            yield bounds
    elif item.kind == pdfium.FPDF_PAGEOBJ_PATH and _is_stroked(item.raw):
        found = (turn.box(scene.bounds, stroke) for stroke in _find_strokes(item))
        yield from (stroke for stroke in found if max(_measure_extent(stroke)) >= _SHORTEST)


def remove_strokes(rules: Sequence[Box]) -> list[Box]:
    """The rules but short ones that go on from no other, end to end."""
    pieces: dict[_Square, list[Box]] = {}
    kept: list[Box] = []
    taken: set[Box] = set()
    for rule in rules:
        if max(_measure_extent(rule)) >= _SHORTEST:
            kept.append(rule)
        else:
            for square in _end_squares(rule):
                pieces.setdefault(square, []).append(rule)
    if pieces:
        for rule in kept:  # grows as pieces are found
            for x, y in _end_squares(rule):
                for square in ((x + right, y + down) for right in (-1, 0, 1) for down in (-1, 0, 1)):
                    near = pieces.pop(square, [])
                    kept.extend(piece for piece in near if piece not in taken)
                    taken.update(near)
    return kept


_Square = tuple[int, int]


def _end_squares(rule: Box) -> tuple[_Square, _Square]:
    """Where a rule begins and where it ends, in whole points."""
    x, y = rule.middle
    if rule.right - rule.left >= rule.bottom - rule.top:
        return (round(rule.left), round(y)), (round(rule.right), round(y))
    return (round(x), round(rule.top)), (round(x), round(rule.bottom))


def _measure_extent(box: Box) -> tuple[float, float]:
    return box.right - box.left, box.bottom - box.top


def _is_stroked(raw: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(raw, fill, stroke)
    return bool(stroke.value)


def _find_strokes(item: Item) -> Iterator[Bounds]:
    """Upright and level segments of a path: one path may draw a whole table."""
    matrix = find_matrix(item)
    points: list[tuple[float, float, bool]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(pdfium.FPDFPath_CountSegments(item.raw)):
        segment = pdfium.FPDFPath_GetPathSegment(item.raw, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        px, py, _, _ = place_bounds((x.value, y.value, x.value, y.value), matrix)
        is_move = pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO
        points.append((px, py, is_move))
        if pdfium.FPDFPathSegment_GetClose(segment):
            start = next(point for point in reversed(points) if point[2])
            points.append((start[0], start[1], False))
    for (ax, ay, _), (bx, by, is_move) in pairwise(points):
        if not is_move and min(abs(ax - bx), abs(ay - by)) <= THIN:
            yield min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
