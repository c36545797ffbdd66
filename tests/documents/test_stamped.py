"""Seals and red print: what lies below a seal is read as if it were not there, and a red figure is no blank."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("cv2", reason="the recognition of text is not installed (make setup-ocr)")

import cv2

from analytics.documents.printed import Box
from analytics.documents.scans.recognised import is_continuation
from analytics.documents.scans.stamped import measure_brightness

HEIGHT, WIDTH = 1000, 700
PRINT = (slice(300, 303), slice(100, 600))
"""A ruling line that passes below the seal."""


def page() -> np.ndarray:
    """White paper with one black line."""
    paper = np.full((HEIGHT, WIDTH, 3), 255, np.uint8)
    paper[PRINT] = 0
    return paper


def stamp(paper: np.ndarray, ink: tuple[int, int, int]) -> np.ndarray:
    seal = np.full_like(paper, 255)
    cv2.circle(seal, (350, 300), 120, ink, 10)
    cv2.circle(seal, (350, 300), 25, ink, -1)
    return np.minimum(paper, seal)


@pytest.mark.parametrize("ink", [(200, 30, 30), (235, 110, 110), (150, 20, 40)], ids=["plain", "pale", "deep"])
def test_a_seal_becomes_paper_and_print_below_it_stays(ink: tuple[int, int, int]) -> None:
    seen = measure_brightness(stamp(page(), ink))
    assert (seen[PRINT] < 60).all()
    rest = np.ones(seen.shape, bool)
    rest[PRINT] = False
    assert (seen[rest] > 240).all()


def test_a_figure_printed_in_red_stays_as_dark_as_any() -> None:
    paper = page()
    paper[500:520, 300:310] = (255, 0, 0)
    assert (measure_brightness(paper)[500:520, 300:310] < 60).all()


def test_paper_in_warm_light_is_no_red_ink() -> None:
    paper = np.full((HEIGHT, WIDTH, 3), (255, 228, 196), np.uint8)
    assert (measure_brightness(paper) == 255).all()


def test_brightness_alone_is_left_as_it_is() -> None:
    grey = np.full((HEIGHT, WIDTH), 17, np.uint8)
    assert (measure_brightness(grey) == 17).all()


def test_ink_behind_a_ruling_line_is_not_the_end_of_the_label_before_it() -> None:
    label, figure = Box(20, 100, 396, 140), Box(402, 105, 414, 135)
    rule = Box(397, 0, 400, 500)
    assert is_continuation(label, figure, [], 40)
    assert not is_continuation(label, figure, [rule], 40)
    assert not is_continuation(figure._replace(left=402, right=500), Box(380, 105, 394, 135), [rule], 40)
