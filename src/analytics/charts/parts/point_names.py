"""Names beside points of a plane, for those that have room: none covers another name, another point or the edge.

Places are worked out for the narrowest plot that a screen gives, and hold on one twice as wide.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from analytics.charts.parts.room import measure_text
from analytics.charts.parts.theme import INK
from analytics.words.plain import escape_html

_SIZE, _LINE = 11, 14
"""Pixels of letters, and of a line of text."""
_MARK = 7.0
"""Pixels from the middle of a mark to where nothing of it is seen."""
_MOST = 60
"""Names that are tried: those farthest from the middle, which a reader asks for first."""
_WIDTHS = (1.0, 2.0)
"""Widths of the plot, in the narrowest, in which a name must have its room."""
_Boxes = npt.NDArray[np.float64]


class Spot(NamedTuple):
    """A point as values of its axes (``x``, ``y``), as shares of the plot from the left (``across``) and from below
    (``up``), and its name."""

    x: float
    y: float
    across: float
    up: float
    name: str


_SIDES = {"left": (_MARK, 0.0), "right": (-_MARK, 0.0), "bottom": (0.0, _MARK), "top": (0.0, -_MARK)}
"""By which end a name is fixed, with its shift from the point: to the right, the left, above, below."""


def make_point_names(spots: Sequence[Spot], *, width: float, height: float) -> list[dict[str, Any]]:
    """Annotations of a plot that is at least so many pixels wide and exactly so many high."""
    if not spots:
        return []
    shares = np.array([(spot.across, spot.up) for spot in spots])
    order = np.argsort(-np.abs(shares - np.median(shares, axis=0)).max(axis=1), kind="stable")[:_MOST]
    taken: list[list[tuple[float, float, float, float]]] = [[] for _ in _WIDTHS]
    names = []
    for index in order:
        found = _find_side(int(index), spots, shares, taken, width=width, height=height)
        if found:
            side, boxes = found
            for box, boxes_of_width in zip(boxes, taken, strict=True):
                boxes_of_width.append(box)
            names.append(_make_name(spots[index], side))
    return names


def _find_side(
    index: int,
    spots: Sequence[Spot],
    shares: _Boxes,
    taken: list[list[tuple[float, float, float, float]]],
    *,
    width: float,
    height: float,
) -> tuple[str, list[tuple[float, float, float, float]]] | None:
    """The first side on which a name is free in every width, with its boxes."""
    for side in _SIDES:
        boxes = []
        for factor, boxes_of_width in zip(_WIDTHS, taken, strict=True):
            size = np.array([width * factor, height])
            box = _measure_box(shares[index] * size, spots[index].name, side)
            if not _is_free(box, np.delete(shares * size, index, axis=0), boxes_of_width, size):
                break
            boxes.append(box)
        else:
            return side, boxes
    return None


def _measure_box(place: _Boxes, name: str, side: str) -> tuple[float, float, float, float]:
    """Left, lower, right and upper end in pixels."""
    (x, y), wide, (right, up) = place, measure_text(name, _SIZE), _SIDES[side]
    left = x + right - (wide if side == "right" else 0 if side == "left" else wide / 2)
    low = y + up - (_LINE if side == "top" else 0 if side == "bottom" else _LINE / 2)
    return left, low, left + wide, low + _LINE


def _is_free(
    box: tuple[float, float, float, float],
    marks: _Boxes,
    names: Sequence[tuple[float, float, float, float]],
    size: _Boxes,
) -> bool:
    """Whether a box is within the plot and touches no mark and no name."""
    left, low, right, high = box
    if left < 0 or low < 0 or right > size[0] or high > size[1]:
        return False
    x, y = marks[:, 0], marks[:, 1]
    if ((x > left - _MARK) & (x < right + _MARK) & (y > low - _MARK) & (y < high + _MARK)).any():
        return False
    return not any(left < other[2] and other[0] < right and low < other[3] and other[1] < high for other in names)


def _make_name(spot: Spot, side: str) -> dict[str, Any]:
    right, up = _SIDES[side]
    is_beside = side in ("left", "right")
    return {
        "x": spot.x, "y": spot.y, "text": escape_html(spot.name), "showarrow": False,
        "xanchor": side if is_beside else "center", "yanchor": "middle" if is_beside else side,
        "xshift": right, "yshift": up, "font": {"size": _SIZE, "color": INK},
    }  # fmt: skip
