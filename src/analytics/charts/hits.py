"""How many of a year's things are of a kind: reports that have some words, measures that the next report tells of.

Required: years [year, whole, part, hover], one row a year.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.charts.parts.chart import Chart, Title
from analytics.charts.parts.room import Room
from analytics.charts.parts.theme import (
    BELOW,
    HAIRLINE,
    INK,
    LEGEND,
    MUTED,
    PALETTE,
    make_axis,
    make_layout,
    make_value_axis,
)
from analytics.charts.parts.ticks import choose_year_ticks
from analytics.transforms.rows import each_row

_HEIGHT = 250
_LABELLED = {Room.WIDE: 16, Room.NARROW: 7}
"""Years whose bars have room for their counts."""


def draw_hits(years: pd.DataFrame, title: Title, names: tuple[str, str], room: Room = Room.WIDE) -> Chart:
    """The figure: the whole as a pale bar, the part before it; ``names`` are what they are."""
    x = years["year"].astype(int).tolist()
    labels = [f"{row.part}/{row.whole}" for row in each_row(years)] if len(x) <= _LABELLED[room] else None
    traces: list[dict[str, Any]] = [
        {
            "type": "bar",
            "name": names[0],
            "x": x,
            "y": years["whole"].tolist(),
            "width": 0.62,
            "hoverinfo": "skip",
            "marker": {"color": HAIRLINE, "line": {"color": "#b8c1ca", "width": 1}},
            "text": labels,
            "textposition": "outside",
            "textfont": {"size": 12, "color": INK},
            "cliponaxis": False,
        },
        {
            "type": "bar",
            "name": names[1],
            "x": x,
            "y": years["part"].tolist(),
            "width": 0.62,
            "marker": {"color": PALETTE[0]},
            "hovertext": years["hover"].tolist(),
            "hovertemplate": "%{hovertext}<extra></extra>",
        },
    ]
    highest = max(years["whole"].max(), 1)
    layout = make_layout(
        height=_HEIGHT,
        barmode="overlay",
        showlegend=True,
        legend={**LEGEND, "y": -0.22},
        xaxis=make_axis(
            tickvals=choose_year_ticks(x), range=[x[0] - 0.8, x[-1] + 0.8], fixedrange=True, tickangle=0, **BELOW
        ),
        yaxis=make_value_axis(
            range=[0, highest * 1.22], fixedrange=True, nticks=4, tickformat=",d", tickfont={"color": MUTED}
        ),
    )
    layout["margin"] |= {"l": 44, "r": 8, "t": 12, "b": 76}
    return Chart(title, traces, layout)
