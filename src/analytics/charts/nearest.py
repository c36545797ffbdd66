"""The reports that share most text with one. Required: rows of ``query.narratives.nearest_copies`` of one report, the
largest share first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from analytics.charts.parts.chart import Chart, Title
from analytics.charts.parts.names_beside import calculate_name_margin, calculate_row, make_name
from analytics.charts.parts.room import Room
from analytics.charts.parts.short_names import name_report, shorten_names
from analytics.charts.parts.theme import (
    LEGEND,
    PALETTE,
    make_axis,
    make_hatching,
    make_layout,
    make_text_beside,
    make_value_axis,
)
from analytics.transforms.rows import each_row
from analytics.words import Language, say
from analytics.words.numbers import percent
from analytics.words.plain import escape_html

_LOOKS = {"others": (PALETTE[0], ""), "same": ("#a8c9e1", "/")}
_ROW = {Room.WIDE: 32, Room.NARROW: 50}


def draw_nearest(
    copies: pd.DataFrame, names: Mapping[int, str], *, title: Title, language: Language, room: Room = Room.WIDE
) -> Chart:
    """The figure: a bar a report, those of the same agency apart from other agencies'; each leads to its document."""
    order = list(each_row(copies.sort_values("is_same_organ", kind="stable")))
    short_names = shorten_names(names, list(dict.fromkeys(row.other_organ_id for row in order)))
    labels = [name_report(short_names[row.other_organ_id], int(row.other_year)) for row in order]
    traces = _draw_bars(order, labels, language)
    beside = [
        make_text_beside(
            f"<b>{percent(row.share, language)}</b>　{say(f'narrative.first_{row.published_first}', language)}",
            float(row.share),
            at,
        )
        for at, row in enumerate(order)
    ]
    layout = make_layout(
        height=100 + calculate_row(labels, room, _ROW[room]) * len(order),
        barmode="overlay",
        showlegend=True,
        legend={**LEGEND, "y": 0, "yanchor": "top"},
        xaxis=make_value_axis(
            side="top",
            tickformat=".0%",
            range=[0, 2.5 if room is Room.NARROW else 1.3],
            fixedrange=True,
            tickvals=[0, 0.5, 1],
        ),
        yaxis=make_axis(
            showticklabels=False, range=[len(order) - 0.4, -0.8 if room is Room.NARROW else -0.6], fixedrange=True
        ),
        annotations=[*(make_name(label, at, room, above=-0.3) for at, label in enumerate(labels)), *beside],
    )
    layout["margin"] |= {"l": calculate_name_margin(labels, room, otherwise=8), "r": 12, "t": 30, "b": 50}
    return Chart(title, traces, layout)


def _draw_bars(order: Sequence[Any], labels: Sequence[str], language: Language) -> list[dict[str, Any]]:
    """The bars of other agencies, and those of the same one."""
    traces: list[dict[str, Any]] = []
    for kind, (tint, hatching) in _LOOKS.items():
        rows = [(at, row) for at, row in enumerate(order) if bool(row.is_same_organ) == (kind == "same")]
        traces.append(
            {
                "type": "bar",
                "orientation": "h",
                "name": say(f"narrative.nearest_{kind}", language),
                "x": [float(row.share) for _, row in rows],
                "y": [at for at, _ in rows],
                "width": 0.56,
                "marker": {"color": tint, "pattern": make_hatching(hatching)} if hatching else {"color": tint},
                "customdata": [
                    f"{int(row.other_id)} {int(row.other_organ_id)} {int(row.other_year)}" for _, row in rows
                ],
                "hovertext": [_write_hover(row, labels[at], language) for at, row in rows],
                "hovertemplate": "%{hovertext}<extra></extra>",
            }
        )
    return traces


def _write_hover(row: Any, label: str, language: Language) -> str:
    lines = [
        f"<b>{escape_html(label)}</b>",
        say("narrative.share_of_this", language, share=percent(row.share, language)),
        say("narrative.share_of_that", language, share=percent(row.other_share, language)),
        say(f"narrative.first_{row.published_first}", language),
    ]
    return "<br>".join(lines)
