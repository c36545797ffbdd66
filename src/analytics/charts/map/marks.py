"""What a map is drawn with: areas, circles, lines, texts and entries of the legend, each as one trace.

In: a ground and rows of it; out: traces as dicts. A trace holds any number of areas: thousands of traces would not be
drawn in time. Knows looks, nothing of what they mean.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from analytics.charts.map.ground import Ground, Line, typed
from analytics.charts.parts.theme import INK, MUTED, PAPER, ink_on
from analytics.transforms.groups.map_classes import spans
from analytics.words import Language, say

SHADES = {
    1: ("#6f9fc7",),
    2: ("#b5d0e5", "#2f689b"),
    3: ("#c6dbec", "#6f9fc7", "#1f4e79"),
    4: ("#cfe1ef", "#93bbd9", "#3f79a9", "#1f4e79"),
    5: ("#d6e6f2", "#a8c9e1", "#6f9fc7", "#3a74a6", "#173f65"),
}
"""One hue from light to dark, evenly in lightness, so that it reads in grey as well; on each of them either dark or
white letters can be read."""
_LINES = {
    "boundary": (INK, 1.5),
    "country": (INK, 1.0),
    "province": ("#55636f", 1.0),
    "prefecture": ("#8b98a5", 0.7),
    "seam": ("#62707d", 0.8),
}
_CIRCLE = np.linspace(0, 2 * np.pi, 25)


def area(ground: Ground, rows: Any, *, fill: str, pattern: tuple[str, str] = ("", "")) -> dict[str, Any]:
    """The areas of some rows as one path."""
    x, y = ground.areas(rows)
    return {
        "type": "scatter",
        "mode": "lines",
        "x": typed(x),
        "y": typed(y),
        "fill": "toself",
        "line": {"color": "#c3cbd3", "width": 0.5, "simplify": False},
        "hoverinfo": "skip",
        "showlegend": False,
        **_filled(fill, pattern),
    }


def _filled(fill: str, pattern: tuple[str, str]) -> dict[str, Any]:
    """A fill, hatched where a pattern is given."""
    shape, ink = pattern
    if not shape:
        return {"fillcolor": fill}
    return {
        "fillcolor": fill,
        "fillpattern": {"shape": shape, "fgcolor": ink, "bgcolor": fill, "size": 5, "solidity": 0.2},
    }


def key(name: str, *, fill: str, pattern: tuple[str, str] = ("", ""), edge: str = MUTED) -> dict[str, Any]:
    """An entry of the legend: a bar without a length, since only bars have square, hatched keys."""
    shape, ink = pattern
    marker: dict[str, Any] = {"color": fill, "line": {"color": edge, "width": 1}}
    if shape:
        marker["pattern"] = {"shape": shape, "fgcolor": ink, "bgcolor": fill, "size": 5, "solidity": 0.2}
    return {"type": "bar", "x": [None], "y": [None], "name": name, "hoverinfo": "skip", "marker": marker}


def circles(centres: Any, radii: Any, *, fill: str, edge: str) -> dict[str, Any]:
    """Circles in the plane of the map: they keep their share of it on every screen."""
    corners = np.column_stack([np.cos(_CIRCLE), np.sin(_CIRCLE)])
    rings = centres[:, None, :] + radii[:, None, None] * corners[None, :, :]
    gaps = np.full((len(rings), 1, 2), np.nan)
    points = np.concatenate([rings, gaps], axis=1).reshape(-1, 2)
    return {
        "type": "scatter", "mode": "lines", "x": typed(points[:, 0]), "y": typed(points[:, 1]), "fill": "toself",
        "fillcolor": fill, "line": {"color": edge, "width": 0.8, "simplify": False}, "hoverinfo": "skip",
        "showlegend": False,
    }  # fmt: skip


def patch(corners: Any, *, fill: str) -> dict[str, Any]:
    """A bare field of the map."""
    return {
        "type": "scatter", "mode": "none", "x": typed(corners[:, 0]), "y": typed(corners[:, 1]), "fill": "toself",
        "fillcolor": fill, "hoverinfo": "skip", "showlegend": False,
    }  # fmt: skip


def line(one: Line, language: Language) -> dict[str, Any]:
    """A line of the ground; those of the national boundary and the sea have an entry in the legend."""
    tint, width = _LINES[one.kind]
    is_boundary = one.kind == "boundary"
    return {
        "type": "scatter",
        "mode": "lines",
        "x": typed(one.x),
        "y": typed(one.y),
        "line": {"color": tint, "width": width, "simplify": False},
        "hoverinfo": "skip",
        "name": say("map.boundary", language) if is_boundary else "",
        "showlegend": is_boundary and len(one.x) > 0,
        "meta": one.kind,
    }


def text(rows: pd.DataFrame, ground: Ground, words: list[str], *, size: int) -> dict[str, Any]:
    """A text in each area: light letters on dark shades, with a halo that keeps them from the hatching."""
    shades = SHADES[max(len(spans(rows)), 1)]
    fills = [PAPER if pd.isna(shade) else shades[int(shade)] for shade in rows["shade"]]
    inks = [ink_on(fill) for fill in fills]
    return {
        "type": "scatter",
        "mode": "text",
        "x": typed(ground.centres[:, 0]),
        "y": typed(ground.centres[:, 1]),
        "text": words,
        "textfont": {
            "size": size,
            "color": inks,
            "shadow": [f"0 0 3px {fill}, 0 0 2px {fill}" for fill in fills],
        },
        "hoverinfo": "skip",
        "showlegend": False,
    }
