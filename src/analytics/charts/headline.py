"""The largest changes: one bar a change, with both values written out. Required: the frame of ``change.headline``
with ``measure`` and names by organ_id."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.charts.theme import INK, Figure, axis, beside, colour, hatched, layout, point_of, value_axis
from analytics.charts.wording import hover, labelled, value_text
from analytics.transforms.rows import each_row
from analytics.vocabulary.measures import measure
from analytics.words import Language, say
from analytics.words.numbers import percent


def headline(rows: pd.DataFrame, names: dict[int, str], language: Language, *, title: str) -> Figure:
    """The figure, named by organ and year where there are several; bars of a change that a report itself states are
    hatched, computed ones full."""
    ordered = list(each_row(rows))[::-1]
    is_one = rows[["organ_id", "year"]].drop_duplicates().shape[0] == 1
    labels = [_words(row, language) if is_one else f"{labelled(row, names, language)}<br>{_words(row, language)}"
              for row in ordered]  # fmt: skip
    # Every text stands to the right of zero: beside a negative bar it would run into the names.
    texts = [
        beside(percent(row.percent, language, sign=True), max(row.percent, 0), label)
        for row, label in zip(ordered, labels, strict=True)
    ]
    span = max(abs(rows["percent"]).max(), 0.1)
    figure_layout = layout(
        title,
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
    return {"data": [_bars(ordered, labels, names, language)], "layout": figure_layout}


def _bars(ordered: list[Any], labels: list[str], names: dict[int, str], language: Language) -> dict[str, Any]:
    is_computed = [row.basis == "computed" for row in ordered]
    return {
        "type": "bar",
        "orientation": "h",
        "y": labels,
        "x": [row.percent for row in ordered],
        "width": 0.55,
        "marker": {
            "color": [colour(0) if one else colour(5) for one in is_computed],
            "pattern": hatched(["" if one else "/" for one in is_computed]),
        },
        "customdata": [[*point_of(row), row.measure] for row in ordered],
        "hovertext": [hover(row, names[row.organ_id], measure(row.measure), language) for row in ordered],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _words(row: Any, language: Language) -> str:
    """Measure with both values."""
    wanted = measure(row.measure)
    before = value_text(row.value_previous, wanted, language, with_unit=False)
    return f"{wanted.named(language)} {before} → {value_text(row.value, wanted, language, with_unit=False)}"
