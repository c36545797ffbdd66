"""One look for every chart: hairlines, direct labels, a palette that colour-blind readers can tell apart.

Colours carry no judgement (no red against green) and never stand alone: every series has a marker shape of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from analytics.charts.parts.runs import split_runs

INK, MUTED, HAIRLINE, PAPER = "#1f2933", "#62707d", "#e3e7eb", "#ffffff"
VEIL = "rgba(255,255,255,.85)"
"""Behind words over lines and marks: these are seen to go on, and no letter is crossed."""
FONT = "'Source Han Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', 'Segoe UI', sans-serif"
PALETTE = ("#1f4e79", "#d9822b", "#2a9d8f", "#8e5ea2", "#7a6a53", "#5aa9e6", "#b4436c", "#3d405b")
"""Eight hues of clearly different lightness, after the idea of Okabe and Ito; no pure red or green."""
SHADES = {
    1: ("#6f9fc7",),
    2: ("#b5d0e5", "#2f689b"),
    3: ("#c6dbec", "#6f9fc7", "#1f4e79"),
    4: ("#cfe1ef", "#93bbd9", "#3f79a9", "#1f4e79"),
    5: ("#d6e6f2", "#a8c9e1", "#6f9fc7", "#3a74a6", "#173f65"),
}
"""One hue from light to dark, evenly in lightness, so that it reads in grey as well; on each of them either dark or
white letters can be read."""
SHAPES = ("circle", "square", "diamond", "triangle-up", "cross", "pentagon", "star", "hexagon")

GLYPHS = ("●", "■", "◆", "▲", "✚", "⬟", "★", "⬢")
"""The same shapes as letters, for a label that stands apart from its mark."""

LEGEND = {
    "orientation": "h",
    "x": 0,
    "xanchor": "left",
    "y": -0.06,
    "yanchor": "top",
    "font": {"size": 12, "color": INK},
    "itemclick": False,
    "itemdoubleclick": False,
}
"""Below the plot, where it wraps on a narrow screen; clicking hides nothing by accident."""
HOVER = {
    "align": "left",
    "bgcolor": PAPER,
    "bordercolor": MUTED,
    "font": {"family": FONT, "size": 13, "color": INK},
}
"""Dark on white whatever the series: white letters on a colour of the middle could not be read."""


def make_layout(*, height: int, **rest: Any) -> dict[str, Any]:
    """The layout every chart starts from. Its title stands beside it, see ``charts.parts.chart``."""
    return {
        "font": {"family": FONT, "size": 13, "color": INK},
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "height": height,
        "showlegend": False,
        "margin": {"l": 64, "r": 24, "t": 28, "b": 44},
        "hoverlabel": HOVER,
        "colorway": list(PALETTE),
        "dragmode": False,
        **rest,
    }


def make_axis(**rest: Any) -> dict[str, Any]:
    """A quiet axis: no box, no ticks, small grey labels."""
    return {
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "automargin": True,
        "ticksuffix": " ",
        "tickfont": {"color": MUTED, "size": 12},
        **rest,
    }


BELOW = {"ticks": "outside", "ticklen": 6, "tickcolor": "rgba(0,0,0,0)"}
"""Years a little below their axis, so that they keep clear of the zero at its left."""


def make_value_axis(**rest: Any) -> dict[str, Any]:
    """An axis of values: horizontal hairlines and a visible zero."""
    return make_axis(**{"showgrid": True, "gridcolor": HAIRLINE, "zeroline": True, "zerolinecolor": "#b8c1ca", **rest})


def choose_colour(index: int) -> str:
    """Colour of the series at this place."""
    return PALETTE[index % len(PALETTE)]


def choose_shape(index: int) -> str:
    """Marker of the series at this place."""
    return SHAPES[index % len(SHAPES)]


def choose_ink(fill: str) -> str:
    """Dark or white, whichever is read more easily on a fill (the contrast of WCAG 2.2)."""
    return max((INK, PAPER), key=lambda ink: measure_contrast(ink, fill))


def measure_contrast(tint: str, other: str) -> float:
    """The contrast ratio of two colours: 1 for the same, 21 for black on white, by the definition of WCAG 2.2."""
    dark, light = sorted((_measure_luminance(tint), _measure_luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _measure_luminance(tint: str) -> float:
    parts = (int(tint[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * channel for weight, channel in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def write_glyph(index: int) -> str:
    """Marker of the series at this place as a coloured letter."""
    return f"<span style='color:{choose_colour(index)}'>{GLYPHS[index % len(GLYPHS)]}</span>"


_PATTERNS = ("", "/", ".", "x", "-", "+", "|", "\\")
"""Hatchings of the parts of a bar, since colour never stands alone."""


def choose_pattern(index: int) -> str:
    """Hatching of the part at this place."""
    return _PATTERNS[index % len(_PATTERNS)]


def make_hatching(shapes: str | list[str]) -> dict[str, Any]:
    """White hatching over the colour of a bar."""
    return {"shape": shapes, "fillmode": "overlay", "fgcolor": "#ffffff", "solidity": 0.2}


def make_text_beside(text: str, x: float, y: str | int, *, shift: int = 6, **font: Any) -> dict[str, Any]:
    """A text to the right of a place on a bar chart, ``shift`` pixels away."""
    return {
        "x": x,
        "y": y,
        "xanchor": "left",
        "xshift": shift,
        "showarrow": False,
        "text": text,
        "font": {"size": 12, **font},
    }


BAND = "rgba(31,78,121,0.13)"
"""Quartiles behind a line: light enough for any line to stand before it."""


_ALONE = 0.12
"""Of a year: to each side of one that stands alone."""


def _widen_piece(piece: list[Any]) -> list[tuple[float, Any]]:
    """Rows of consecutive years with where they stand; one alone stands twice, so that something is seen of it."""
    if len(piece) == 1:
        return [(int(piece[0].year) + side, piece[0]) for side in (-_ALONE, _ALONE)]
    return [(int(row.year), row) for row in piece]


def make_band_traces(band: Sequence[Any], **axes: str) -> list[dict[str, Any]]:
    """Quartiles as an area with their median dotted: rows [year, low, middle, high], by year. Neither goes across a
    year without quartiles; of a year alone they are as wide as a mark."""
    if not band:
        return []
    pieces = [_widen_piece(piece) for piece in split_runs(band)]
    outline: list[tuple[float | None, float | None]] = []
    middles: list[tuple[float | None, float | None]] = []
    for piece in pieces:
        outline += [(year, row.high) for year, row in piece] + [(year, row.low) for year, row in reversed(piece)]
        middles += [(year, row.middle) for year, row in piece]
        if piece is not pieces[-1]:
            outline.append((None, None))
            middles.append((None, None))
    area = {
        "type": "scatter", "x": [year for year, _ in outline], "y": [value for _, value in outline], "fill": "toself",
        "fillcolor": BAND, "line": {"width": 0}, "mode": "lines", "hoverinfo": "skip", "showlegend": False, **axes,
    }  # fmt: skip
    middle = {
        "type": "scatter", "x": [year for year, _ in middles], "y": [value for _, value in middles], "mode": "lines",
        "showlegend": False,
        "line": {"color": MUTED, "width": 1, "dash": "dot"}, "hoverinfo": "skip", **axes,
    }  # fmt: skip
    return [area, middle]
