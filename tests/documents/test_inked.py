"""The ruling lines of a page: found however low its rows are, and however near the characters stand."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

pytest.importorskip("cv2", reason="the recognition of text is not installed (make setup-ocr)")

import cv2

from analytics.documents.printed import Box
from analytics.documents.scans.inked import Picture, find_rules, is_zero

EM, TOP, ROW = 44, 100, 50
COLUMNS = (100, 300, 500, 700)


def table(*, strokes: range) -> Picture:
    """Ink of one row of a table, lower than 1.3 ems, with an upright stroke close to every upright rule."""
    ink = np.zeros((400, 900), np.uint8)
    for y in (TOP, TOP + ROW):
        ink[y : y + 3, COLUMNS[0] : COLUMNS[-1] + 3] = 255
    for x in COLUMNS:
        ink[TOP : TOP + ROW, x : x + 3] = 255
        ink[TOP + strokes.start : TOP + strokes.stop, x + 10 : x + 14] = 255
    return ink


def upright(rules: list[Box]) -> list[int]:
    return sorted(round(rule.left) for rule in rules if rule.bottom - rule.top > rule.right - rule.left)


def test_an_upright_rule_between_two_level_ones_is_found_in_a_low_row_with_characters_beside_it() -> None:
    rules, _ = find_rules(table(strokes=range(10, 42)), EM)
    assert upright(rules) == list(COLUMNS)


def test_a_figure_that_fills_its_cell_is_no_rule() -> None:
    """A 1 as tall as print makes it, three quarters of a character."""
    rules, ruled = find_rules(table(strokes=range(9, 42)), EM)
    assert upright(rules) == list(COLUMNS)
    assert not ruled[TOP + 25, [x + 12 for x in COLUMNS]].any()


def _rings(*rings: Sequence[int]) -> Picture:
    """Ink of ellipses, each by the middle and half the extent of its outer edge and of its hole."""
    ink = np.zeros((80, 80), np.uint8)
    for x, y, across, down, hole_x, hole_y, hole_across, hole_down in rings:
        cv2.ellipse(ink, (x, y), (across, down), 0, 0, 360, 255, -1)
        cv2.ellipse(ink, (hole_x, hole_y), (hole_across, hole_down), 0, 0, 360, 0, -1)
    return ink


ZERO = (40, 40, 10, 17, 40, 40, 6, 13)
WHOLE = Box(5, 5, 75, 75)


def test_one_upright_ring_is_a_zero() -> None:
    assert is_zero(_rings(ZERO), WHOLE, EM)


@pytest.mark.parametrize(
    "rings",
    [
        [(40, 40, 10, 17, 40, 46, 6, 8)],  # 6: the hole is low and half as tall
        [(40, 34, 10, 17, 40, 28, 6, 8)],  # 9
        [(40, 31, 10, 9, 40, 31, 6, 6), (40, 48, 10, 9, 40, 48, 6, 6)],  # 8
        [(40, 40, 17, 17, 40, 40, 13, 13)],  # a circle
        [(40, 40, 5, 8, 40, 40, 3, 5)],  # a degree sign
        [ZERO, (65, 40, 5, 17, 65, 40, 0, 0)],  # something beside it
        [],
    ],
    ids=["six", "nine", "eight", "circle", "degree", "not_alone", "nothing"],
)
def test_other_shapes_are_no_zero(rings: list[tuple[int, ...]]) -> None:
    assert not is_zero(_rings(*rings), WHOLE, EM)
