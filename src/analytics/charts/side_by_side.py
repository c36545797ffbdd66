"""What of two reports is new, repeated or the form's, in Chinese characters.

Required: counts [label, kind, characters], one row a section of a report and kind, in order.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analytics.charts.parts.chart import Chart, Title
from analytics.charts.parts.names_beside import calculate_name_margin, calculate_row, make_name
from analytics.charts.parts.room import Room
from analytics.charts.parts.theme import (
    LEGEND,
    PALETTE,
    choose_ink,
    make_axis,
    make_hatching,
    make_layout,
    make_value_axis,
)
from analytics.transforms.rows import each_row
from analytics.words import Language, say
from analytics.words.numbers import number
from analytics.words.plain import escape_html

LOOKS = {"own": (PALETTE[0], ""), "repeated": ("#a8c9e1", "/"), "form": ("#dfe3e7", ".")}
"""Colour and hatching of each kind; the text on the page has the same colours."""
_ROW = {Room.WIDE: 32, Room.NARROW: 50}


def draw_side_by_side(
    counts: pd.DataFrame, title: Title, names: Mapping[str, str], language: Language, room: Room = Room.WIDE
) -> Chart:
    """The figure: a bar a section and report, its parts behind one another."""
    labels = list(dict.fromkeys(counts["label"]))
    place = {label: at for at, label in enumerate(labels)}
    traces: list[dict[str, Any]] = []
    for kind, (tint, hatching) in LOOKS.items():
        rows = counts[counts["kind"] == kind]
        traces.append(
            {
                "type": "bar",
                "orientation": "h",
                "name": names[kind],
                "x": rows["characters"].tolist(),
                "y": rows["label"].map(place).tolist(),
                "width": 0.56,
                "marker": {"color": tint, "pattern": make_hatching(hatching)} if hatching else {"color": tint},
                "text": [number(count, language) if count else "" for count in rows["characters"]],
                "textposition": "inside",
                "insidetextanchor": "middle",
                "textangle": 0,
                "constraintext": "inside",
                "textfont": {"size": 12, "color": choose_ink(tint)},
                "hovertext": [_write_hover(row, names[kind], language) for row in each_row(rows)],
                "hovertemplate": "%{hovertext}<extra></extra>",
            }
        )
    layout = make_layout(
        height=110 + calculate_row(labels, room, _ROW[room]) * len(labels),
        barmode="stack",
        showlegend=True,
        legend={**LEGEND, "y": -0.02, "traceorder": "normal"},
        xaxis=make_value_axis(side="top", fixedrange=True, nticks=5, tickformat=",d"),
        yaxis=make_axis(
            showticklabels=False, range=[len(labels) - 0.4, -0.8 if room is Room.NARROW else -0.6], fixedrange=True
        ),
        annotations=[make_name(label, at, room, above=-0.3) for label, at in place.items()],
    )
    layout["margin"] |= {"l": calculate_name_margin(labels, room, otherwise=8), "r": 12, "t": 30, "b": 50}
    return Chart(title, traces, layout)


def _write_hover(row: Any, kind: str, language: Language) -> str:
    count = say("narrative.characters", language, count=number(row.characters, language))
    return f"<b>{escape_html(row.label)}</b><br>{kind} {count}"
