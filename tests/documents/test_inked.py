"""The ruling lines of a page: found however low its rows are, and however near the characters stand."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("cv2", reason="the recognition of text is not installed (make setup-ocr)")

from analytics.documents.inked import Picture, rules_of
from analytics.documents.printed import Box

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
    rules, _ = rules_of(table(strokes=range(10, 42)), EM)
    assert upright(rules) == list(COLUMNS)


def test_a_figure_that_fills_its_cell_is_no_rule() -> None:
    """A 1 as tall as print makes it, three quarters of a character."""
    rules, ruled = rules_of(table(strokes=range(9, 42)), EM)
    assert upright(rules) == list(COLUMNS)
    assert not ruled[TOP + 25, [x + 12 for x in COLUMNS]].any()
