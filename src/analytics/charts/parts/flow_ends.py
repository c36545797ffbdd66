"""The ends of a flow in two columns: where each stands, and its name outside the ribbons, which would strike it out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from analytics.charts.parts.room import Room, measure_text
from analytics.charts.parts.theme import INK, make_layout
from analytics.words.plain import escape_html

THICKNESS = 14
"""Pixels of an end from left to right."""
_PADS = {Room.WIDE: 22, Room.NARROW: 36}
"""Pixels between two ends of a column: their names have a line where a screen is wide, and two where it is not."""
_GAP = 8
"""Pixels between an end and its name."""
_PADDING = 6
"""Pixels around a name that Plotly keeps clear: Chinese characters, measured exactly, would lose their first stroke."""
_SIZES = {Room.WIDE: 13, Room.NARROW: 12}
"""Letters of a name."""
_EDGES = (0.001, 0.999)
"""The columns in shares of the width: Plotly takes a zero for a place that is not given."""


class FlowEnd(NamedTuple):
    """An end of a flow: its name, its sum as written, and the sum that makes its height."""

    name: str
    written: str
    value: float


def place_ends(columns: Sequence[Sequence[FlowEnd]], height: int, room: Room) -> list[list[float]]:
    """The middle of each end of each column, in shares of a plot that is so many pixels high, from the top. Heights are
    those that Plotly gives: the largest scale at which each column has room for its ends and what is between them."""
    scale = min(
        (height - _PADS[room] * (len(column) - 1)) / sum(end.value for end in column) for column in columns if column
    )
    return [_place_column([end.value * scale for end in column], height, _PADS[room]) for column in columns]


def _place_column(heights: Sequence[float], height: int, pad: int) -> list[float]:
    top = (height - sum(heights) - pad * (len(heights) - 1)) / 2
    middles = []
    for end_height in heights:
        middles.append((top + end_height / 2) / height)
        top += end_height + pad
    return middles


def make_nodes(columns: Sequence[Sequence[FlowEnd]], colours: Sequence[str], height: int, room: Room) -> dict[str, Any]:
    """The ends as Plotly's nodes, column after column; what names them stands beside them."""
    edges = [edge for edge, column in zip(_EDGES, columns, strict=True) for _ in column]
    middles = [middle for column in place_ends(columns, height, room) for middle in column] if all(columns) else []
    return {
        "label": ["" for column in columns for _ in column],
        "customdata": [f"{end.name} {end.written}" for column in columns for end in column],
        "color": list(colours), "x": edges, "y": middles, "pad": _PADS[room],
        "thickness": THICKNESS, "line": {"width": 0},
        "hovertemplate": "%{customdata}<extra></extra>",
    }  # fmt: skip


def make_flow_layout(columns: Sequence[Sequence[FlowEnd]], plot_height: int, room: Room) -> dict[str, Any]:
    """A layout with a name left of each end of the first column and right of each of the second."""
    labels = [[_write_name(end, room) for end in column] for column in columns]
    layout = make_layout(height=plot_height)
    left, right = (
        round(max((_measure_label(label, room) for label in column), default=0)) + _GAP + _PADDING for column in labels
    )
    layout["margin"] |= {"l": left, "r": right}
    layout["height"] += layout["margin"]["t"] + layout["margin"]["b"]
    if all(columns):
        places = place_ends(columns, plot_height, room)
        layout["annotations"] = [
            _make_name(label, at, room, is_left=number == 0)
            for number, (column, middles) in enumerate(zip(labels, places, strict=True))
            for label, at in zip(column, middles, strict=True)
        ]
    return layout


def _write_name(end: FlowEnd, room: Room) -> str:
    return f"{escape_html(end.name)}{'<br>' if room is Room.NARROW else ' '}{escape_html(end.written)}"


def _measure_label(label: str, room: Room) -> float:
    return max(measure_text(line, _SIZES[room]) for line in label.split("<br>"))


def _make_name(label: str, middle: float, room: Room, *, is_left: bool) -> dict[str, Any]:
    return {
        "x": 0 if is_left else 1, "xref": "paper", "xanchor": "right" if is_left else "left",
        "xshift": -_GAP if is_left else _GAP, "y": 1 - middle, "yref": "paper", "yanchor": "middle",
        "align": "right" if is_left else "left", "text": label, "showarrow": False,
        "font": {"size": _SIZES[room], "color": INK},
    }  # fmt: skip
