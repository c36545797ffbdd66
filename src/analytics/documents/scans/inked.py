"""The picture of a page → its ink: made upright, its ruling lines, what is written between them, single strokes.

Needs the optional part ``ocr`` (opencv). Coordinates are pixels of the picture made upright.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import cv2
import numpy as np
from numpy.typing import NDArray

from analytics.documents.printed import Box

Picture = NDArray[np.uint8]
"""Height × width, 0 is black."""
_LEVEL = 0.05
"""Degrees: turning blurs, and a page of 2,300 pixels is out by two."""
_RULE_EMS, _UPRIGHT_EMS = 3.0, 1.3
"""The shortest rules: longer than a dash of two characters, longer than an upright stroke of one."""
_BETWEEN_EMS = 1.0
"""The shortest upright rule that goes from one level rule to another: the height of a low row."""
_GAP_PIXELS = 7
"""Ruling lines of a scan are broken for as long as this."""
SPECK = 0.17
"""Ems: smaller ink is dirt, or a dot of a figure that is recognised with its neighbours."""
_DUST = 0.13


def scale_picture(picture: Picture, side: int, enough: float) -> Picture:
    """The picture with a longer side of ``side`` pixels; as it is where that is nearly so."""
    longest = max(picture.shape)
    if side <= longest <= side * enough:
        return picture
    scale = side / longest
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return cv2.resize(picture, None, fx=scale, fy=scale, interpolation=way).astype(np.uint8)


def flatten_sheet(picture: Picture) -> Picture:
    """The sheet of a photograph alone, its corners pulled square; a picture that shows no sheet as it is.

    A sheet is the one large bright shape with four corners before a darker ground.
    """
    scale = _FOUND_AT / max(picture.shape)
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA).astype(np.uint8)
    edge = np.concatenate([small[0], small[-1], small[:, 0], small[:, -1]])
    paper = float(np.percentile(small, 90))
    if float(np.median(edge)) > _GROUND * paper:
        return picture  # paper up to the edges: a scan
    _, bright = cv2.threshold(cv2.GaussianBlur(small, (5, 5), 0), 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    bright = cv2.morphologyEx(bright, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
    shapes, _ = cv2.findContours(bright, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    sheet = cv2.convexHull(max(shapes, key=cv2.contourArea))
    corners = cv2.approxPolyDP(sheet, _CORNER * cv2.arcLength(sheet, True), True).reshape(-1, 2)
    if len(corners) != 4 or cv2.contourArea(sheet) < _LEAST_SHEET * small.size:
        return picture
    return _pull_square(picture, corners.astype(np.float32) / scale)


def _pull_square(picture: Picture, corners: NDArray[np.float32]) -> Picture:
    sums, differences = corners.sum(axis=1), np.diff(corners, axis=1).ravel()
    ordered = corners[[sums.argmin(), differences.argmin(), sums.argmax(), differences.argmax()]]
    upper_left, upper_right, lower_right, lower_left = ordered
    width = round(max(np.linalg.norm(upper_right - upper_left), np.linalg.norm(lower_right - lower_left)))
    height = round(max(np.linalg.norm(lower_left - upper_left), np.linalg.norm(lower_right - upper_right)))
    square = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    pulled = cv2.getPerspectiveTransform(ordered, square)
    return cv2.warpPerspective(picture, pulled, (width, height), flags=cv2.INTER_CUBIC, borderValue=255.0).astype(
        np.uint8
    )


_FOUND_AT = 600
"""Pixels of the longer side at which a sheet is looked for."""
_GROUND, _CORNER, _LEAST_SHEET = 0.8, 0.02, 0.35
"""Brightness of the ground beside the paper's; how far a corner may be cut, of the outline; the sheet's share."""


def turn_upright(picture: Picture) -> Picture:
    """The picture turned so that its ruling lines, or else its lines of text, are level."""
    angle = _tilt(picture)
    if abs(angle) < _LEVEL:
        return picture
    height, width = picture.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    turned = cv2.warpAffine(picture, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=255.0)
    return turned.astype(np.uint8)


def _tilt(picture: Picture) -> float:
    """Degrees to turn by, so that ink gathers in level rows: the sharpest profile, first coarsely, then finely."""
    angle = 0.0
    for shrunk, steps, step in _STEPS:
        ink = compute_ink(
            cv2.resize(picture, None, fx=shrunk, fy=shrunk, interpolation=cv2.INTER_AREA).astype(np.uint8)
        )
        angle = max(
            (angle + step * number for number in range(-steps, steps + 1)), key=partial(_measure_sharpness, ink)
        )
    return angle


_STEPS = ((0.25, 12, 0.5), (0.25, 4, 0.1), (0.5, 2, 0.03))
"""(scale of the picture, steps both ways, degrees a step): sheets lie on a scanner by less than six degrees."""


def _measure_sharpness(ink: Picture, angle: float) -> float:
    """How much the ink of one row differs from that of the next. Level wins where all are alike."""
    height, width = ink.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    profile = cv2.warpAffine(ink, turn, (width, height), flags=cv2.INTER_NEAREST).sum(axis=1, dtype=np.float64)
    return float((np.diff(profile) ** 2).sum()) - abs(angle)


def compute_ink(picture: Picture) -> Picture:
    """255 where there is ink, against the brightness around it: scans are darker at the fold."""
    window = max(15, picture.shape[1] // 40 | 1)
    ink = cv2.adaptiveThreshold(picture, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, window, 15)
    return ink.astype(np.uint8)


def remove_dust(ink: Picture, em: float) -> Picture:
    """The ink without specks too small for any sign but a full stop, whose figure is found without it."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    extent = np.maximum(stats[:count, cv2.CC_STAT_WIDTH], stats[:count, cv2.CC_STAT_HEIGHT])
    return np.where((extent >= _DUST * em)[labels], ink, np.uint8(0)).astype(np.uint8)


def has_ink(written: Picture, box: Box, em: float) -> bool:
    """Whether a box holds more than specks. ``em`` is the height of a character, in pixels, here as below."""
    ys, xs = np.nonzero(written[max(0, int(box.top)) : int(box.bottom), max(0, int(box.left)) : int(box.right)])
    return len(xs) > 0 and bool(max(np.ptp(xs), np.ptp(ys)) >= SPECK * em)


def find_rules(ink: Picture, em: float) -> tuple[list[Box], Picture]:
    """Ruling lines as boxes, and the pixels that they cover."""
    level = _level_rules(ink, round(_RULE_EMS * em), em)
    # A line that goes from one level rule to another is an upright rule, however near its cell's characters stand.
    ends = [Box(level_rule.top, level_rule.left, level_rule.bottom, level_rule.right) for level_rule in level]
    shortest = round(_BETWEEN_EMS * em)
    turned = [
        rule
        for rule in _level_rules(np.ascontiguousarray(ink.T), shortest, em, ends=ends)
        if rule.right - rule.left >= round(_UPRIGHT_EMS * em) or _is_between(rule, ends, em)
    ]
    down = [Box(turned_rule.top, turned_rule.left, turned_rule.bottom, turned_rule.right) for turned_rule in turned]
    # The rules of a table touch others; a stroke of a large title does not.
    found = [level_rule for level_rule in level if any(_touch(level_rule, other, em) for other in down)]
    found += [upright_rule for upright_rule in down if any(_touch(upright_rule, other, em) for other in level)]
    covered = np.zeros_like(ink)
    for ruling_line in found:
        covered[int(ruling_line.top) : int(ruling_line.bottom), int(ruling_line.left) : int(ruling_line.right)] = 255
    return found, cv2.dilate(covered, np.ones((3, 3), np.uint8)).astype(np.uint8)


def _touch(box: Box, other: Box, em: float) -> bool:
    near = em / 2
    return (
        box.left - near <= other.right
        and other.left <= box.right + near
        and box.top - near <= other.bottom
        and other.top <= box.bottom + near
    )


def _is_between(rule: Box, ends: Sequence[Box], em: float) -> bool:
    """Whether a level stroke begins at one upright rule and ends at another."""
    near, (_, y) = em * _AT_RULE, rule.middle
    xs = [end.middle[0] for end in ends if end.top - near <= y <= end.bottom + near]
    return any(abs(x - rule.left) <= near for x in xs) and any(abs(x - rule.right) <= near for x in xs)


_AT_RULE = 0.2
"""Ems between the end of a rule and the rule that it meets; characters stand further away."""


def _level_rules(ink: Picture, shortest: int, em: float, *, ends: Sequence[Box] = ()) -> list[Box]:
    """Level rules as long as ``shortest`` pixels. Those between two of the upright rules ``ends`` may stand close to
    characters."""
    found: list[Box] = []
    whole = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((3, _GAP_PIXELS), np.uint8))
    lines = cv2.morphologyEx(whole, cv2.MORPH_OPEN, np.ones((1, shortest), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(lines.astype(np.uint8), connectivity=8)
    for left, top, width, height, _ in stats[1:count].tolist():
        rule = Box(left, top, left + width, top + height)
        if height <= em / 2 and (
            _is_between(rule, ends, em) or _is_rule(ink, left, top, width=width, height=height, em=em)
        ):
            found.append(rule)
    return found


def _is_rule(ink: Picture, left: int, top: int, *, width: int, height: int, em: float) -> bool:
    """Whether level ink stands free: strokes of bold characters touch over a whole word, but have others near."""
    if width > _SURELY_EMS * em:
        return True
    rule_ink = ink[top : top + height, left : left + width].any(axis=0)
    near = round(em / 6)
    above = ink[max(0, top - 2 * near) : max(0, top - near // 2), left : left + width].any(axis=0)
    below = ink[top + height + near // 2 : top + height + 2 * near, left : left + width].any(axis=0)
    return bool(rule_ink.mean() > _COVERED and max(above.mean(), below.mean()) < _CROWDED)


_SURELY_EMS = 20.0
"""No word is this long without a gap."""
_COVERED, _CROWDED = 0.85, 0.5


def stroke_of(written: Picture, box: Box, em: float) -> str | None:
    """A single straight stroke: the signs for "nothing here" are too plain for a recogniser that was taught on words,
    which sees a 1 in a slash, and nothing in a dash."""
    xs, ys = _find_points(written, box)
    if len(xs) < _FEWEST_POINTS:
        return None
    width, height = float(np.ptp(xs)), float(np.ptp(ys))
    if height <= em / 5 and width >= SPECK * em:
        return "-" if width < em * 0.8 else "—"
    steep, across = _measure_axes(xs, ys)
    if across <= _THIN * em and height >= em / 2 and _SLASH[0] <= steep <= _SLASH[1]:
        return "/"
    return None


def is_zero(written: Picture, box: Box, em: float) -> bool:
    """Whether the ink is one upright ring: a 0 by its shape, which no other figure shares. Recognisers waver between a
    0 that stands alone and a letter."""
    top, left = max(0, int(box.top) - 2), max(0, int(box.left) - 2)
    part = written[top : int(box.bottom) + 3, left : int(box.right) + 3]
    shapes, tree = cv2.findContours(part, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    if len(shapes) != 2 or tree is None:
        return False
    (x, y, width, height), (inner_x, inner_y, inner_width, inner_height) = sorted(
        (cv2.boundingRect(shape) for shape in shapes), key=lambda frame: -frame[2] * frame[3]
    )
    is_ring = bool((tree[0][:, 3] >= 0).any())
    off_level = abs((inner_x + inner_width / 2) - (x + width / 2)) / width
    off_height = abs((inner_y + inner_height / 2) - (y + height / 2)) / height
    return (
        is_ring
        and height / em >= _ZERO_EMS
        and _ZERO_SHAPE[0] <= width / height <= _ZERO_SHAPE[1]
        and inner_height >= _HOLE[0] * height
        and inner_width >= _HOLE[1] * width
        and max(off_level, off_height) <= _OFF_CENTRE
    )


_ZERO_EMS, _ZERO_SHAPE, _HOLE, _OFF_CENTRE = 0.5, (0.4, 0.85), (0.55, 0.3), 0.1
"""The lowest 0; how broad it is, of its height; how much of it is the hole, by height (a 6 or 9 has less) and width;
how far the hole may stand from the middle."""


def is_leaning(written: Picture, box: Box) -> bool:
    """Whether what looks like a 1 leans like a slash, though it is too broken or broad to be called one."""
    xs, ys = _find_points(written, box)
    return len(xs) >= _FEWEST_POINTS and _SLASH[0] <= _measure_axes(xs, ys)[0] <= _SLASH[1]


def _find_points(written: Picture, box: Box) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    top, left = max(0, int(box.top)), max(0, int(box.left))
    ys, xs = np.nonzero(written[top : int(box.bottom) + 1, left : int(box.right) + 1])
    return xs, ys


def _measure_axes(xs: NDArray[np.intp], ys: NDArray[np.intp]) -> tuple[float, float]:
    """How steep points lie (degrees from level, rising to the right), and how far they spread to the side (standard
    deviation)."""
    spreads, directions = np.linalg.eigh(np.cov(np.stack([xs, ys])))
    along = directions[:, 1]
    return float(np.degrees(np.arctan2(-along[1], along[0])) % 180), float(np.sqrt(max(0.0, spreads[0])))


_FEWEST_POINTS = 8
_THIN = 0.05
_SLASH = (45.0, 80.0)
"""Degrees from level: a 1 stands at 90, with a serif or flag that makes it broader."""
