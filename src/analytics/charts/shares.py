"""Shares where rows and columns meet, as squares from light to dark with their figures. Required: cells [row, column
(places from 0), share, point, hover]; where none is, nothing is drawn and nothing is meant."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analytics.charts.parts.chart import Chart, Title
from analytics.charts.parts.mark_matrix import make_matrix_layout
from analytics.charts.parts.room import Room
from analytics.charts.parts.theme import SHADES, choose_ink

_BOUNDS = (0.2, 0.4, 0.6, 0.8)
_ZERO = "#f4f6f8"
"""Of a share of nothing: lighter than any shade."""
_SIZE = {Room.WIDE: 25, Room.NARROW: 22}


def draw_shares(
    cells: pd.DataFrame, rows: Sequence[str], columns: Sequence[str], title: Title, room: Room = Room.WIDE
) -> Chart:
    """The figure, its rows from the top."""
    tints = [_choose_tint(share) for share in cells["share"]]
    trace = {
        "type": "scatter",
        "mode": "markers+text",
        "x": cells["column"].tolist(),
        "y": cells["row"].tolist(),
        "marker": {"symbol": "square", "size": _SIZE[room], "color": tints, "line": {"width": 0}},
        "text": [f"{share:.0%}".rstrip("%") for share in cells["share"]],
        "textfont": {"size": 11, "color": [choose_ink(tint) for tint in tints]},
        "textposition": "middle center",
        "customdata": cells["point"].tolist(),
        "hovertext": cells["hover"].tolist(),
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    layout = make_matrix_layout(rows, columns, room, legend_lines=0) | {"showlegend": False}
    return Chart(title, [trace], layout)


def _choose_tint(share: float) -> str:
    return SHADES[5][sum(share > bound for bound in _BOUNDS)] if share else _ZERO
