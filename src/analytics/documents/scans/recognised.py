"""The ink of a page → its words, each with the recogniser's score.

Needs the optional part ``ocr`` (rapidocr, onnxruntime, opencv). Words are cut at ruling lines before they are
recognised, so that no word stands in two cells; ink that the detector passes over is recognised as well, so that a cell
is blank only where there is no ink.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from statistics import median
from typing import Any

import cv2
import numpy as np
from rapidocr import RapidOCR
from rapidocr.ch_ppocr_rec.typings import TextRecInput

from analytics.documents.printed import ILLEGIBLE, Box, Word
from analytics.documents.scans.inked import (
    SPECK,
    Picture,
    compute_ink,
    find_rules,
    has_ink,
    is_leaning,
    is_zero,
    remove_dust,
    stroke_of,
)

_SIGN = 0.45
"""Ems: ink as tall as this is a character, even one that cannot be recognised."""
_LOWEST_SCORE, _HALF, _WITNESSED = 0.3, 0.5, 0.97
"""Below the first, the recogniser sees nothing in particular; the last is for what the shape of the ink says too."""


def recognise_picture(picture: Picture, detected: Sequence[Box]) -> tuple[list[Word], list[Box], float | None]:
    """Words, ruling lines and em of a picture that is upright, in which text was ``detected``."""
    if not detected:
        return [], [], None
    em = median(box.bottom - box.top for box in detected) * _EM_OF_A_BOX
    ink = compute_ink(picture)
    rules, ruled = find_rules(ink, em)
    written = remove_dust((ink & ~ruled).astype(np.uint8), em)
    pieces = [piece for box in detected for piece in _cut(box, rules, em) if has_ink(written, piece, em)]
    boxes = [row for piece in pieces for row in _split_rows(written, piece, em)]
    alone: list[Box] = []
    for piece in _find_passed_over(written, boxes, em):
        neighbour = next((index for index, box in enumerate(boxes) if is_continuation(box, piece, rules, em)), None)
        if neighbour is None:
            alone.append(piece)
        else:
            boxes[neighbour] = _join_boxes(boxes[neighbour], piece)
    return list(_recognise_words(picture, ruled, written, [*boxes, *alone], em)), rules, em


def is_continuation(box: Box, piece: Box, rules: Sequence[Box], em: float) -> bool:
    """Whether ink is the overlooked beginning or end of a line, in the same cell: 一、 before a bold label."""
    gap = max(piece.left - box.right, box.left - piece.right)
    y = piece.middle[1]
    if not (box.top <= y <= box.bottom and 0 <= gap < em / 3 and piece.bottom - piece.top < 1.5 * em):
        return False
    left, right = sorted((piece.middle[0], box.right if piece.left > box.left else box.left))
    return not any(
        _is_upright(rule) and rule.top < y < rule.bottom and left <= rule.middle[0] <= right for rule in rules
    )


def _is_upright(rule: Box) -> bool:
    return rule.bottom - rule.top > rule.right - rule.left


def _join_boxes(box: Box, other: Box) -> Box:
    return Box(
        min(box.left, other.left), min(box.top, other.top), max(box.right, other.right), max(box.bottom, other.bottom)
    )


_EM_OF_A_BOX = 0.8
"""The detector draws its boxes a quarter taller than the characters."""


def find_quarters(picture: Picture, detected: Sequence[Box]) -> int:
    """Quarters by which to turn a page against the clock until its text is upright: it is recognised best that way."""
    crops = [
        picture[max(0, int(box.top)) : int(box.bottom) + 1, max(0, int(box.left)) : int(box.right) + 1]
        for box in sorted(detected, key=_rank_box)[:_SAMPLE]
    ]
    crops = [crop for crop in crops if min(crop.shape) > 4]
    if not crops:
        return 0
    scores = [_measure_legibility(crops, 0)]
    if scores[0] >= _LEGIBLE:
        return 0
    scores += [_measure_legibility(crops, quarters) for quarters in (1, 2, 3)]
    return scores.index(max(scores))


def _rank_box(box: Box) -> float:
    """How far a box is from a line of a few characters, which says as much of the page as a long one, and sooner."""
    short, long = sorted((box.right - box.left, box.bottom - box.top))
    return abs(long / max(short, 1.0) - _LABEL)


_SAMPLE, _LEGIBLE, _LABEL = 8, 0.8, 6.0


def _measure_legibility(crops: Sequence[Picture], quarters: int) -> float:
    """How surely the recogniser reads lines of text when they are turned so."""
    turned = [cv2.cvtColor(np.ascontiguousarray(np.rot90(crop, quarters)), cv2.COLOR_GRAY2BGR) for crop in crops]
    found = _load_engine()._load_rec_model()(TextRecInput(img=turned))
    return float(
        np.mean([score if len(text.strip()) > 1 else 0.0 for text, score in zip(found.txts, found.scores, strict=True)])
    )


@cache
def _load_engine() -> Any:
    return RapidOCR(
        params={
            "Global.log_level": "error",
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            # Cells are narrow: padding each to the usual width costs three times the time.
            "Rec.rec_img_shape": [3, 48, 112],
            "Det.limit_type": "max",
        }
    )


def detect_text(picture: Picture, *, side: int) -> list[Box]:
    """Where the detector sees text. ``side`` is the longest side, in pixels, at which it looks at the picture: another
    one makes another reading."""
    detector = _load_engine()._load_det_model()
    detector.limit_side_len = side
    found = detector(cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR))
    if found.boxes is None:
        return []
    return [
        Box(float(xs.min()), float(ys.min()), float(xs.max()), float(ys.max()))
        for xs, ys in ((np.asarray(box)[:, 0], np.asarray(box)[:, 1]) for box in found.boxes)
    ]


def _cut(box: Box, rules: Sequence[Box], em: float) -> list[Box]:
    """The pieces into which upright and level rules part a box."""
    xs = [box.left, box.right]
    ys = [box.top, box.bottom]
    for rule in rules:
        x, y = rule.middle
        if _is_upright(rule):
            if box.left < x < box.right and rule.top < box.middle[1] < rule.bottom:
                xs.append(x)
        elif box.top < y < box.bottom and rule.left < box.middle[0] < rule.right:
            ys.append(y)
    xs, ys = sorted(xs), sorted(ys)
    return [
        Box(left, top, right, bottom)
        for top, bottom in pairwise(ys)
        for left, right in pairwise(xs)
        if bottom - top > em / 3 and right - left > em / 5
    ]


def _split_rows(ink: Picture, box: Box, em: float) -> Iterator[Box]:
    """The lines of a box that is taller than one: labels are set downwards, a character a line."""
    if box.bottom - box.top < 2 * em:
        yield box
        return
    part = ink[int(box.top) : int(box.bottom), int(box.left) : int(box.right)]
    filled: list[bool] = (part.max(axis=1) > 0).tolist()
    start: int | None = None
    found: list[tuple[int, int]] = []
    for y, is_filled in enumerate([*filled, False]):
        if is_filled and start is None:
            start = y
        elif not is_filled and start is not None:
            if found and y - found[-1][0] < 1.2 * em and start - found[-1][1] < em / 4:
                found[-1] = (found[-1][0], y)  # the parts of one character: 三, 二
            else:
                found.append((start, y))
            start = None
    for top, bottom in found:
        if bottom - top > em / 5:
            yield Box(box.left, box.top + top - 2, box.right, box.top + bottom + 2)


def _find_passed_over(ink: Picture, boxes: Sequence[Box], em: float) -> Iterator[Box]:
    """Ink outside of all boxes, in pieces of neighbouring characters."""
    left_over = ink.copy()
    for box in boxes:
        left_over[max(0, int(box.top)) : int(box.bottom) + 1, max(0, int(box.left)) : int(box.right) + 1] = 0
    joined = cv2.dilate(left_over, np.ones((3, max(3, round(em / 2))), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined.astype(np.uint8), connectivity=8)
    for index in range(1, count):
        left, top, width, height, _ = stats[index]
        ys, xs = np.nonzero(
            left_over[top : top + height, left : left + width]
            & (labels[top : top + height, left : left + width] == index)
        )
        if len(xs) and max(np.ptp(xs), np.ptp(ys)) >= SPECK * em and len(xs) > em / 3 and np.ptp(ys) < 3 * em:
            yield Box(
                float(left + xs.min()), float(top + ys.min()), float(left + xs.max() + 1), float(top + ys.max() + 1)
            )


def _recognise_words(
    picture: Picture, ruled: Picture, written: Picture, boxes: Sequence[Box], em: float
) -> Iterator[Word]:
    if not boxes:
        return
    clean = np.where(ruled > 0, np.uint8(np.median(picture)), picture)
    crops = [cv2.cvtColor(_crop(clean, box, em), cv2.COLOR_GRAY2BGR) for box in boxes]
    found = _load_engine()._load_rec_model()(TextRecInput(img=crops))
    for box, text, score in zip(boxes, found.txts, found.scores, strict=True):
        plain = text.strip()
        stroke = stroke_of(written, box, em) if len(plain) <= 1 else None
        if stroke:
            yield Word(stroke, box, 1.0)
        elif plain == "1" and is_leaning(written, box):
            yield Word(plain, box, _HALF)
        elif plain == "0" and is_zero(written, box, em):
            yield Word(plain, box, max(float(score), _WITNESSED))
        elif plain and score >= _LOWEST_SCORE:
            yield Word(plain, box, float(score))
        elif box.bottom - box.top >= _SIGN * em:
            yield Word(ILLEGIBLE, box, 0.0)


def _crop(picture: Picture, box: Box, em: float) -> Picture:
    """The ink of a box with a margin: the recogniser was taught on boxes a little larger than their text."""
    margin = round(em / 6)
    height, width = picture.shape
    top, bottom = max(0, int(box.top)), min(height, int(box.bottom) + 1)
    if bottom - top < em:
        top, bottom = max(0, top - margin), min(height, bottom + margin)
    if bottom - top < em:  # a dash: as tall as a character, or it looks like a bar
        middle = (top + bottom) // 2
        top, bottom = max(0, middle - round(em * 0.6)), min(height, middle + round(em * 0.6))
    left, right = max(0, int(box.left) - margin), min(width, int(box.right) + 1 + margin)
    return picture[top:bottom, left:right]
