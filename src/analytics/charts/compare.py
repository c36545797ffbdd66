"""Organs side by side: one bar an organ, its year on it, the reference marked by a line.

Required: the frame of ``transforms.groups.compare.compare_organs`` joined with the changes, names by organ_id.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.charts.parts.chart import Chart, Title
from analytics.charts.parts.hollow import is_hollow
from analytics.charts.parts.points import write_point
from analytics.charts.parts.theme import (
    INK,
    MUTED,
    choose_colour,
    make_axis,
    make_layout,
    make_text_beside,
    make_value_axis,
)
from analytics.charts.parts.ticks import make_measure_ticks
from analytics.charts.parts.wording import (
    describe_doubts,
    write_hover,
    write_label,
    write_span_title,
    write_state,
    write_subtitle,
)
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
    measure: Measure,
    language: Language,
    *,
    reference: int | None,
    source: str,
) -> Chart:
    """The figure: horizontal bars in the order of the choice, missing ones with their reason in place of a bar."""
    ordered = list(each_row(rows))[::-1]
    labels = [escape_html(write_label(row, names, language)) for row in ordered]
    absent = [
        make_text_beside(f"<i>{write_state(row, measure, language)}</i>", 0, label, color=MUTED)
        for row, label in zip(ordered, labels, strict=True)
        if pd.isna(row.value)
    ]
    highest = rows["value"].max()
    title = Title(
        write_title(rows, names, measure, language),
        write_subtitle(measure, language, source, rows) + _describe_hatching(rows, names, language, reference),
    )
    figure_layout = make_layout(
        height=150 + 58 * len(rows),
        xaxis=make_value_axis(
            **make_measure_ticks(rows["value"], measure, language, most=3),
            rangemode="tozero",
            tickangle=0,
            range=[0, highest * _ROOM] if highest and highest > 0 else None,
        ),
        yaxis=make_axis(showticklabels=False),
        annotations=[*(_make_bar_label(label, at) for at, label in enumerate(labels)), *absent],
        bargap=0.5,
    )
    figure_layout["margin"]["l"] = 8
    return Chart(title, [_make_bars(ordered, labels, names, measure, language, reference)], figure_layout)


def _describe_hatching(rows: pd.DataFrame, names: dict[int, str], language: Language, reference: int | None) -> str:
    """Whose the hatched bar is, where there is one."""
    reference_rows = rows[rows["organ_id"] == reference]
    return (
        say("compare.hatched", language, organ=names[reference])
        if reference is not None and reference_rows["value"].notna().any()
        else ""
    )


def _make_bar_label(label: str, place: int) -> dict[str, Any]:
    """The label above its bar, however thick that is drawn: beside it, it would take half of a narrow screen."""
    return {
        "x": 0, "xref": "paper", "xanchor": "left", "y": place + _BAR / 2, "yanchor": "bottom", "text": label,
        "showarrow": False, "font": {"color": INK, "size": 13},
    }  # fmt: skip


def _make_bars(
    ordered: list[Any],
    labels: list[str],
    names: dict[int, str],
    measure: Measure,
    language: Language,
    reference: int | None,
) -> dict[str, Any]:
    """One bar an organ; the reference is hatched as well as coloured, and a bar is an outline where a value is hollow
    elsewhere."""
    is_reference = [row.organ_id == reference for row in ordered]
    tints = [choose_colour(1) if is_marked else choose_colour(0) for is_marked in is_reference]
    return {
        "type": "bar",
        "orientation": "h",
        "y": labels,
        "x": [None if pd.isna(row.value) else row.value for row in ordered],
        "marker": {
            "color": ["#ffffff" if is_hollow(row) else tint for row, tint in zip(ordered, tints, strict=True)],
            "line": {"color": tints, "width": [1.8 if is_hollow(row) else 0 for row in ordered]},
            "pattern": {
                "shape": ["/" if is_marked else "" for is_marked in is_reference],
                "fillmode": "overlay",
                "fgcolor": "#ffffff",
                "solidity": 0.15,
            },
        },
        "text": ["" if pd.isna(row.value) else write_state(row, measure, language) for row in ordered],
        "textposition": "outside",
        "textfont": {"color": INK},
        "cliponaxis": False,
        "customdata": [write_point(row) for row in ordered],
        "hovertext": [write_hover(row, names[row.organ_id], measure, language) for row in ordered],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "width": _BAR,
    }


def write_title(rows: pd.DataFrame, names: dict[int, str], measure: Measure, language: Language) -> str:
    """The span of the values, or that there is nothing to compare."""
    valued_rows = rows[rows["value"].notna()]
    measure_name = measure.named(language)
    if valued_rows.empty:
        return say("chart.nothing", language, measure=measure_name)
    if len(valued_rows) > 1:
        return write_span_title(valued_rows, names, measure, language)
    (only,) = each_row(valued_rows)
    return say(
        "chart.only",
        language,
        measure=measure_name,
        high_organ=names[only.organ_id],
        high_year=int(only.year),
        high=write_state(only, measure, language)
        + (describe_doubts(only, measure, language) if measure.is_rate else ""),
    )
