"""Organs side by side: one bar an organ, its year on it, the reference marked by a line.

Required: the frame of ``transforms.compare.side_by_side`` joined with the changes, names by organ_id.
"""

from __future__ import annotations

import pandas as pd

from analytics.charts.theme import INK, MUTED, Figure, axis, colour, layout, value_axis
from analytics.charts.wording import hover, labelled, missing_sentence, name_of, state_text
from analytics.transforms.rows import each_row
from analytics.vocabulary.measures import Measure, Unit
from analytics.words import Language, say


def compare(
    rows: pd.DataFrame,
    names: dict[int, str],
    wanted: Measure,
    language: Language,
    *,
    reference: int | None,
    source: str,
) -> Figure:
    """The figure: horizontal bars in the order of the choice, missing ones with their reason in place of a bar."""
    ordered = list(each_row(rows))[::-1]
    labels = [labelled(row, names, language) for row in ordered]
    bars = {
        "type": "bar",
        "orientation": "h",
        "y": labels,
        "x": [None if pd.isna(row.value) else row.value for row in ordered],
        "marker": {
            "color": [colour(0) if row.organ_id != reference else colour(1) for row in ordered],
            "pattern": {
                "shape": ["" if row.organ_id != reference else "/" for row in ordered],
                "fgcolor": "#ffffff",
                "solidity": 0.15,
            },
        },
        "text": [state_text(row, wanted, language) for row in ordered],
        "textposition": "outside",
        "cliponaxis": False,
        "customdata": [
            [-1 if pd.isna(row.report_id) else int(row.report_id), int(row.organ_id), int(row.year)] for row in ordered
        ],
        "hovertext": [hover(row, names[row.organ_id], wanted, language) for row in ordered],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "width": 0.62,
    }
    absent = [row for row in ordered if pd.isna(row.value)]
    notes = [
        {
            "x": 0,
            "y": labelled(row, names, language),
            "xanchor": "left",
            "xshift": 6,
            "showarrow": False,
            "text": f"<i>{state_text(row, wanted, language)}</i>",
            "font": {"color": MUTED, "size": 12},
        }
        for row in absent
    ]
    highest = rows["value"].max()
    figure_layout = layout(
        title(rows, names, wanted, language),
        say(
            "chart.subtitle",
            language,
            unit=say(f"unit.{wanted.unit}", language),
            source=source,
            missing=missing_sentence(rows, language),
        ),
        height=150 + 46 * len(rows),
        xaxis=value_axis(
            tickformat=",.0%" if wanted.unit is Unit.SHARE else ",~f",
            rangemode="tozero",
            nticks=5,
            tickangle=0,
            range=[0, highest * 1.4] if highest and highest > 0 else None,
        ),
        yaxis=axis(tickfont={"color": INK, "size": 13}),
        annotations=notes,
        bargap=0.35,
    )
    figure_layout["margin"]["l"] = 20
    return {"data": [bars], "layout": figure_layout}


def title(rows: pd.DataFrame, names: dict[int, str], wanted: Measure, language: Language) -> str:
    """The span of the values, or that there is nothing to compare."""
    held = rows[rows["value"].notna()].sort_values("value")
    measure = name_of(wanted, language)
    if held.empty:
        return say("chart.nothing", language, measure=measure)
    low, high = held.iloc[0], held.iloc[-1]
    words = {
        "measure": measure,
        "count": len(held),
        "high_organ": names[high["organ_id"]],
        "low_organ": names[low["organ_id"]],
        "high": state_text(high, wanted, language),
        "low": state_text(low, wanted, language),
        "high_year": int(high["year"]),
        "low_year": int(low["year"]),
    }
    return say("chart.several" if len(held) > 1 else "chart.only", language, **words)
