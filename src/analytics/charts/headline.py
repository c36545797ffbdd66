"""The largest changes: one bar a change, with both values written out. Required: the frame of ``change.headline``
with ``measure`` and names by organ_id."""

from __future__ import annotations

import pandas as pd

from analytics.charts.theme import INK, Figure, axis, colour, layout, value_axis
from analytics.charts.wording import change_text, hover, name_of, value_text
from analytics.vocabulary.measures import measure
from analytics.words import Language, say


def headline(rows: pd.DataFrame, names: dict[int, str], language: Language) -> Figure:
    """The figure; bars of a change that a report itself states are hatched, computed ones full."""
    ordered = list(rows.itertuples())[::-1]
    labels = [f"{names[row.organ_id]} {int(row.year)}<br>{name_of(measure(row.measure), language)}" for row in ordered]
    bars = {
        "type": "bar", "orientation": "h", "y": labels, "x": [row.percent for row in ordered], "width": 0.55,
        "marker": {
            "color": [colour(0) if row.basis == "computed" else colour(5) for row in ordered],
            "pattern": {"shape": ["" if row.basis == "computed" else "/" for row in ordered], "fgcolor": "#ffffff", "solidity": 0.2},
        },
        "text": [_text(row, language) for row in ordered], "textposition": "outside", "cliponaxis": False,
        "customdata": [[int(row.report_id), int(row.organ_id), int(row.year), row.measure] for row in ordered],
        "hovertext": [hover(row, names[row.organ_id], measure(row.measure), language) for row in ordered],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }  # fmt: skip
    span = max(abs(rows["percent"]).max(), 0.1)
    low = min(rows["percent"].min(), 0)
    figure_layout = layout(
        say("headline.title", language, count=len(rows)), say("headline.subtitle", language), height=130 + 50 * len(rows),
        xaxis=value_axis(tickformat="+,.0%", range=[low - span * (0.6 if low < 0 else 0.05), max(rows["percent"].max(), 0) + span * 0.75]),
        yaxis=axis(tickfont={"color": INK, "size": 12}),
    )  # fmt: skip
    figure_layout["margin"]["l"] = 20
    return {"data": [bars], "layout": figure_layout}


def _text(row: object, language: Language) -> str:
    wanted = measure(row.measure)  # type: ignore[attr-defined]
    before = value_text(row.value_previous, wanted, language, with_unit=False)  # type: ignore[attr-defined]
    after = value_text(row.value, wanted, language, with_unit=False)  # type: ignore[attr-defined]
    return f"{before} → {after}　{change_text(row, wanted, language)}"
