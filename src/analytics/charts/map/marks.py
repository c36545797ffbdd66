"""What a map is drawn with: areas, circles, lines, texts and entries of the legend, each as one trace.

In: a ground and rows of it; out: traces as dicts. A trace holds any number of areas: thousands of traces would not be
drawn in time. Knows looks, nothing of what they mean.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from analytics.charts.map.ground import Ground, Line, encode_numbers
from analytics.charts.parts.theme import FONT, INK, MUTED, PAPER, SHADES, choose_ink
from analytics.charts.parts.wording import write_value
from analytics.vocabulary.measures import Measure
from analytics.vocabulary.places.shapes import PACKAGE
from analytics.words import Language, say
from analytics.words.plain import escape_html

_LINES = {
    "boundary": (INK, 1.5),
    "country": (INK, 1.0),
    "province": ("#55636f", 1.0),
    "prefecture": ("#8b98a5", 0.7),
    "seam": ("#62707d", 0.8),
}
_CIRCLE = np.linspace(0, 2 * np.pi, 25)


def make_area(ground: Ground, rows: Any, *, fill: str, pattern: tuple[str, str] = ("", "")) -> dict[str, Any]:
    """The areas of some rows as one path."""
    x, y = ground.find_areas(rows)
    return {
        "type": "scatter",
        "mode": "lines",
        "x": encode_numbers(x),
        "y": encode_numbers(y),
        "fill": "toself",
        "line": {"color": "#c3cbd3", "width": 0.5, "simplify": False},
        "hoverinfo": "skip",
        "showlegend": False,
        **_make_fill(fill, pattern),
    }


def _make_fill(fill: str, pattern: tuple[str, str]) -> dict[str, Any]:
    """A fill, hatched where a pattern is given."""
    shape, ink = pattern
    if not shape:
        return {"fillcolor": fill}
    return {
        "fillcolor": fill,
        "fillpattern": {"shape": shape, "fgcolor": ink, "bgcolor": fill, "size": 5, "solidity": 0.2},
    }


def make_legend_entry(
    name: str, *, fill: str, pattern: tuple[str, str] = ("", ""), edge: str = MUTED
) -> dict[str, Any]:
    """An entry of the legend: a bar without a length, since only bars have square, hatched keys."""
    shape, ink = pattern
    marker: dict[str, Any] = {"color": fill, "line": {"color": edge, "width": 1}}
    if shape:
        marker["pattern"] = {"shape": shape, "fgcolor": ink, "bgcolor": fill, "size": 5, "solidity": 0.2}
    return {"type": "bar", "x": [None], "y": [None], "name": name, "hoverinfo": "skip", "marker": marker}


def make_circles(centres: Any, radii: Any, *, fill: str, edge: str) -> dict[str, Any]:
    """Circles in the plane of the map: they keep their share of it on every screen."""
    corners = np.column_stack([np.cos(_CIRCLE), np.sin(_CIRCLE)])
    rings = centres[:, None, :] + radii[:, None, None] * corners[None, :, :]
    gaps = np.full((len(rings), 1, 2), np.nan)
    points = np.concatenate([rings, gaps], axis=1).reshape(-1, 2)
    return {
        "type": "scatter",
        "mode": "lines",
        "x": encode_numbers(points[:, 0]),
        "y": encode_numbers(points[:, 1]),
        "fill": "toself",
        "fillcolor": fill,
        "line": {"color": edge, "width": 0.8, "simplify": False},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def patch(corners: Any, *, fill: str) -> dict[str, Any]:
    """A bare field of the map."""
    return {
        "type": "scatter",
        "mode": "none",
        "x": encode_numbers(corners[:, 0]),
        "y": encode_numbers(corners[:, 1]),
        "fill": "toself",
        "fillcolor": fill,
        "hoverinfo": "skip",
        "showlegend": False,
    }


def make_line(ground_line: Line, language: Language) -> dict[str, Any]:
    """A line of the ground; those of the national boundary and the sea have an entry in the legend."""
    tint, width = _LINES[ground_line.kind]
    is_boundary = ground_line.kind == "boundary"
    return {
        "type": "scatter",
        "mode": "lines",
        "x": encode_numbers(ground_line.x),
        "y": encode_numbers(ground_line.y),
        "line": {"color": tint, "width": width, "simplify": False},
        "hoverinfo": "skip",
        "name": say("map.boundary", language) if is_boundary else "",
        "showlegend": is_boundary and len(ground_line.x) > 0,
        "meta": ground_line.kind,
    }


def make_texts(rows: pd.DataFrame, ground: Ground, words: list[str], classes: int, *, size: int) -> dict[str, Any]:
    """A text in each area: light letters on dark shades (of so many ``classes``), with a halo that keeps them from the
    hatching."""
    shades = SHADES[max(classes, 1)]
    fills = [PAPER if pd.isna(shade) else shades[int(shade)] for shade in rows["shade"]]
    inks = [choose_ink(fill) for fill in fills]
    return {
        "type": "scatter",
        "mode": "text",
        "x": encode_numbers(ground.centres[:, 0]),
        "y": encode_numbers(ground.centres[:, 1]),
        "text": words,
        "textfont": {
            "size": size,
            "color": inks,
            "shadow": [f"0 0 3px {fill}, 0 0 2px {fill}" for fill in fills],
        },
        "hoverinfo": "skip",
        "showlegend": False,
    }


def make_origin_note(x: float, y: float, language: Language) -> dict[str, Any]:
    """Whose the shapes are, in the picture itself: it is what leaves the page."""
    return {
        "text": say("map.origin", language, package=PACKAGE), "x": x, "y": y, "xanchor": "left", "yanchor": "top",
        "align": "left", "showarrow": False, "font": {"size": 10, "color": MUTED, "family": FONT},
    }  # fmt: skip


def make_block_name(text: str, x: float, y: float) -> dict[str, Any]:
    """The name of a block of tiles, above its first one."""
    return {
        "text": escape_html(text), "x": x, "y": y, "xanchor": "left", "yanchor": "bottom", "showarrow": False,
        "xshift": -2, "yshift": -2, "font": {"size": 11, "color": INK, "family": FONT},
    }  # fmt: skip


def find_strip(ground: Ground) -> float:
    """Height of the strip below a map of circles that says how large they are."""
    return max(3 * ground.radius, 0.03 * (ground.window[1] - ground.window[0]))


def make_circle_scale(
    ground: Ground, most: float, measure: Measure, language: Language, look: tuple[str, str]
) -> list[dict[str, Any]]:
    """What the largest circle stands for, and one of about a quarter of it, in the strip below."""
    if not most:
        return []
    left, right, low, _ = ground.window
    values = [most, float(round(most / 4))] if most >= 4 else [most]  # a quarter of one case is none
    at = np.array([left + ground.radius * 1.5, left + 0.5 * (right - left)])[: len(values)]
    y = [low - find_strip(ground) / 2] * len(values)
    centres = np.column_stack([at, y])
    radii = ground.radius * np.sqrt(np.array(values) / most)
    circle_trace = make_circles(centres, radii, fill=look[0], edge=look[1])
    words = {
        "type": "scatter", "mode": "text", "x": (at + ground.radius * 1.2).tolist(), "y": y,
        "text": [f"  {write_value(value, measure, language)}" for value in values], "textposition": "middle right",
        "textfont": {"size": 12, "color": INK}, "hoverinfo": "skip", "showlegend": False,
    }  # fmt: skip
    foot = low - find_strip(ground)
    bare = np.array([(left, low), (right, low), (right, foot), (left, foot), (left, low)])
    return [patch(bare, fill=PAPER), circle_trace, words]
