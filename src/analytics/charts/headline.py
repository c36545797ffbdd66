"""The largest changes: one bar a change, with both values written out. Required: the frame of ``change.headline``
with ``measure`` and names by organ_id."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.charts.theme import INK, Figure, axis, colour, layout, value_axis
from analytics.charts.wording import hover, labelled, name_of, value_text
from analytics.transforms.rows import each_row
from analytics.vocabulary.measures import measure
from analytics.words import Language, say
from analytics.words.numbers import percent


def headline(rows: pd.DataFrame, names: dict[int, str], language: Language) -> Figure:
    """The figure; bars of a change that a report itself states are hatched, computed ones full."""
    ordered = list(each_row(rows))[::-1]
    labels = [f"{labelled(row, names, language)}<br>{_words(row, language)}" for row in ordered]
    bars = {
        "type": "bar",
        "orientation": "h",
        "y": labels,
        "x": [row.percent for row in ordered],
        "width": 0.55,
        "marker": {
            "color": [colour(0) if row.basis == "computed" else colour(5) for row in ordered],
            "pattern": {
                "shape": ["" if row.basis == "computed" else "/" for row in ordered],
                "fgcolor": "#ffffff",
                "solidity": 0.2,
            },
        },
        "customdata": [[int(row.report_id), int(row.organ_id), int(row.year), row.measure] for row in ordered],
        "hovertext": [hover(row, names[row.organ_id], measure(row.measure), language) for row in ordered],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    # Every text stands to the right of zero: beside a negative bar it would run into the names.
    texts = [
        {
            "x": max(row.percent, 0),
            "y": label,
            "xanchor": "left",
            "xshift": 6,
            "showarrow": False,
            "align": "left",
            "text": percent(row.percent, language, sign=True),
            "font": {"size": 12},
        }
        for row, label in zip(ordered, labels, strict=True)
    ]
    span = max(abs(rows["percent"]).max(), 0.1)
    figure_layout = layout(
        say("headline.title", language, count=len(rows)),
        say("headline.subtitle", language),
        height=130 + 50 * len(rows),
        xaxis=value_axis(
            tickformat="+,.0%",
            nticks=5,
            tickangle=0,
            range=[min(rows["percent"].min(), 0) * 1.1, max(rows["percent"].max(), 0) + span * 0.4],
        ),
        yaxis=axis(tickfont={"color": INK, "size": 12}),
        annotations=texts,
    )
    figure_layout["margin"]["l"] = 20
    return {"data": [bars], "layout": figure_layout}


def _words(row: Any, language: Language) -> str:
    """Measure with both values."""
    wanted = measure(row.measure)
    before = value_text(row.value_previous, wanted, language, with_unit=False)
    return f"{name_of(wanted, language)} {before} → {value_text(row.value, wanted, language, with_unit=False)}"
