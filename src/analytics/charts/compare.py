"""Organs side by side: one bar an organ, its year on it, the reference marked by a line.

Required: the frame of ``transforms.groups.compare.side_by_side`` joined with the changes, names by organ_id.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.charts.parts.theme import INK, MUTED, Figure, axis, beside, colour, layout, point_of, value_axis
from analytics.charts.parts.ticks import measure_ticks
from analytics.charts.parts.wording import doubts, hover, labelled, span_title, state_text, subtitle
from analytics.transforms.rows import each_row
from analytics.vocabulary.measures import Measure
from analytics.words import Language, say
from analytics.words.plain import escape_html

_ROOM = 1.45
"""Length of the axis in that of the longest bar: its value stands beside it, dark on white, on a narrow screen too."""
_BAR = 0.42
"""Thickness of a bar in that of its row."""


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
    labels = [escape_html(labelled(row, names, language)) for row in ordered]
    absent = [
        beside(f"<i>{state_text(row, wanted, language)}</i>", 0, label, color=MUTED)
        for row, label in zip(ordered, labels, strict=True)
        if pd.isna(row.value)
    ]
    highest = rows["value"].max()
    figure_layout = layout(
        title(rows, names, wanted, language),
        subtitle(wanted, language, source, rows) + _hatching(rows, names, language, reference),
        height=150 + 58 * len(rows),
        xaxis=value_axis(
            **measure_ticks(rows["value"], wanted, language, most=3),
            rangemode="tozero",
            tickangle=0,
            range=[0, highest * _ROOM] if highest and highest > 0 else None,
        ),
        yaxis=axis(showticklabels=False),
        annotations=[*(_above(label, at) for at, label in enumerate(labels)), *absent],
        bargap=0.5,
    )
    figure_layout["margin"]["l"] = 8
    return {"data": [_bars(ordered, labels, names, wanted, language, reference)], "layout": figure_layout}


def _hatching(rows: pd.DataFrame, names: dict[int, str], language: Language, reference: int | None) -> str:
    """Whose the hatched bar is, where there is one."""
    own = rows[rows["organ_id"] == reference]
    return (
        say("compare.hatched", language, organ=names[reference])
        if reference is not None and own["value"].notna().any()
        else ""
    )


def _above(label: str, place: int) -> dict[str, Any]:
    """The label above its bar, however thick that is drawn: beside it, it would take half of a narrow screen."""
    return {
        "x": 0, "xref": "paper", "xanchor": "left", "y": place + _BAR / 2, "yanchor": "bottom", "text": label,
        "showarrow": False, "font": {"color": INK, "size": 13},
    }  # fmt: skip


def _bars(
    ordered: list[Any],
    labels: list[str],
    names: dict[int, str],
    wanted: Measure,
    language: Language,
    reference: int | None,
) -> dict[str, Any]:
    """One bar an organ; the reference is hatched as well as coloured."""
    is_reference = [row.organ_id == reference for row in ordered]
    return {
        "type": "bar",
        "orientation": "h",
        "y": labels,
        "x": [None if pd.isna(row.value) else row.value for row in ordered],
        "marker": {
            "color": [colour(1) if one else colour(0) for one in is_reference],
            "pattern": {
                "shape": ["/" if one else "" for one in is_reference],
                "fillmode": "overlay",
                "fgcolor": "#ffffff",
                "solidity": 0.15,
            },
        },
        "text": ["" if pd.isna(row.value) else state_text(row, wanted, language) for row in ordered],
        "textposition": "outside",
        "textfont": {"color": INK},
        "cliponaxis": False,
        "customdata": [point_of(row) for row in ordered],
        "hovertext": [hover(row, names[row.organ_id], wanted, language) for row in ordered],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "width": _BAR,
    }


def title(rows: pd.DataFrame, names: dict[int, str], wanted: Measure, language: Language) -> str:
    """The span of the values, or that there is nothing to compare."""
    held = rows[rows["value"].notna()]
    measure = wanted.named(language)
    if held.empty:
        return say("chart.nothing", language, measure=measure)
    if len(held) > 1:
        return span_title(held, names, wanted, language)
    (only,) = each_row(held)
    return say(
        "chart.only", language, measure=measure, high_organ=names[only.organ_id], high_year=int(only.year),
        high=state_text(only, wanted, language) + (doubts(only, wanted, language) if wanted.is_rate else ""),
    )  # fmt: skip
