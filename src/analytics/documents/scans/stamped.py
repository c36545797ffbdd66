"""A page in colour → its brightness, without red seals and with red print as dark as any.

Needs the optional part ``ocr`` (opencv). A seal is a ring as large as a coin; the print below shows through it. Red
characters are no seal: a figure printed in red must not become a blank.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from analytics.documents.printed import Box

Picture = NDArray[np.uint8]
"""Height × width, 0 is black."""
_REDDER, _REDDEST = 40, 0.2
"""By how much red must outshine green and blue, in steps and as a share of itself: warm light does less."""
_LARGE, _HIGH, _WIDE = 0.06, 0.03, 0.2
"""Shares of the page's longer side: a seal is larger than the first, print at most so high and, where its characters
touch, so wide."""
_RING, _MOST = (0.8, 1.1), 0.5
"""Where the ink of a ring lies, in half axes of its ellipse, and the least share of the ink that lies there."""
_EDGE = 0.85
"""The edge of a seal may be this much darker than its ink."""
_FRINGE = 5
"""Pixels around red ink in which a picture's compression spreads its colour."""


def measure_brightness(colours: NDArray[np.uint8]) -> Picture:
    """Brightness of a page given as height × width × (red, green, blue), or as brightness already."""
    if colours.ndim == 2:
        return colours
    red, green, blue = (np.ascontiguousarray(colours[..., index]) for index in range(3))
    others = cv2.max(green, blue)
    excess = cv2.subtract(red, others)
    is_red = ((excess > _REDDER) & (excess > _REDDEST * red)).astype(np.uint8)
    if not is_red.any():
        return red
    return _remove_seals(red, cv2.min(green, blue).astype(np.uint8), is_red)


def _remove_seals(red: Picture, dark: Picture, is_red: Picture) -> Picture:
    """The page as red light sees it: paper below seals as bright as beside them, red characters dark."""
    joined = cv2.morphologyEx(is_red, cv2.MORPH_CLOSE, np.ones((_FRINGE, _FRINGE), np.uint8)).astype(np.uint8)
    count, found, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    labels = found.astype(np.int32)
    side = max(red.shape)
    seals = [
        Box(left, top, left + width, top + height)
        for index, (left, top, width, height, _) in enumerate(stats[:count].tolist())
        if index
        and min(width, height) > _LARGE * side
        and _is_ring(labels, index, left, top=top, width=width, height=height)
    ]
    page = red.copy()
    is_small = (stats[:count, cv2.CC_STAT_HEIGHT] < _HIGH * side) & (stats[:count, cv2.CC_STAT_WIDTH] < _WIDE * side)
    is_small[0] = False
    is_print = is_small[labels]
    for seal in seals:
        is_print[int(seal.top) : int(seal.bottom), int(seal.left) : int(seal.right)] = False
    page[is_print] = dark[is_print]
    for seal in seals:
        _lift(page, is_red, seal)
    return page


def _is_ring(labels: NDArray[np.int32], index: int, left: int, *, top: int, width: int, height: int) -> bool:
    """Whether most ink of a connected shape lies along the ellipse that fills its frame."""
    ys, xs = np.nonzero(labels[top : top + height, left : left + width] == index)
    across, down = (xs + 0.5) / width * 2 - 1, (ys + 0.5) / height * 2 - 1
    radius = np.hypot(across, down)
    return bool(((radius > _RING[0]) & (radius < _RING[1])).mean() >= _MOST)


def _lift(page: Picture, is_red: Picture, seal: Box) -> None:
    """Brighten what a seal covers, so that its ink becomes paper and print below it stays dark."""
    top, left = max(0, int(seal.top) - _FRINGE), max(0, int(seal.left) - _FRINGE)
    rows, columns = slice(top, int(seal.bottom) + _FRINGE), slice(left, int(seal.right) + _FRINGE)
    covered = is_red[rows, columns]
    part = page[rows, columns]
    ink = float(np.median(part[covered > 0]))
    near = cv2.dilate(covered, np.ones((2 * _FRINGE + 1, 2 * _FRINGE + 1), np.uint8)) > 0
    lifted = np.minimum(255.0, part * (255.0 / max(_EDGE * ink, 1.0))).astype(np.uint8)
    part[near] = lifted[near]
