"""Organs side by side: one bar an organ, its year on it, the reference marked by a line.

Required: the frame of ``transforms.groups.compare.compare_organs`` joined with the changes, names by organ_id.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.charts.parts.chart import Chart, Title
from analytics.charts.parts.names_beside import find_name_margin, make_name
from analytics.charts.parts.points import write_point
from analytics.charts.parts.room import Room
from analytics.charts.parts.short_names import shorten_names
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

_LENGTH = {Room.WIDE: 1.18, Room.NARROW: 1.45}
"""Length of the axis in that of the longest bar: its value stands beside it, dark on white."""
_BAR = {Room.WIDE: 0.62, Room.NARROW: 0.42}
"""Thickness of a bar in that of its row."""
_ROW = {Room.WIDE: 36, Room.NARROW: 58}
"""Pixels of a row."""
_STEPS = {Room.WIDE: 6, Room.NARROW: 3}
"""Numbers along the axis."""


def compare(
    rows: pd.DataFrame,
    names: dict[int, str],
    measure: Measure,
    language: Language,
    *,
    reference: int | None,
    source: str,
    room: Room = Room.WIDE,
) -> Chart:
    """The figure: horizontal bars, the longest first, missing ones last with their reason in place of a bar."""
    ordered = list(each_row(rows.sort_values("value", ascending=False, na_position="last", kind="stable")))[::-1]
    short_names = shorten_names(names, [row.organ_id for row in ordered])
    texts = [write_label(row, short_names, language) for row in ordered]
    labels = list(map(escape_html, texts))
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
        height=150 + _ROW[room] * len(rows),
        xaxis=make_value_axis(
            **make_measure_ticks(rows["value"], measure, language, most=_STEPS[room]),
            rangemode="tozero",
            tickangle=0,
            range=[0, highest * _LENGTH[room]] if highest and highest > 0 else None,
        ),
        yaxis=make_axis(showticklabels=False),
        annotations=[*(make_name(text, at, room, above=_BAR[room] / 2) for at, text in enumerate(texts)), *absent],
    )
    figure_layout["margin"]["l"] = find_name_margin(texts, room, otherwise=8)
    return Chart(
        title, [_make_bars(ordered, labels, names, measure, language, reference) | {"width": _BAR[room]}], figure_layout
    )


def _describe_hatching(rows: pd.DataFrame, names: dict[int, str], language: Language, reference: int | None) -> str:
    """Whose the hatched bar is, where there is one."""
    reference_rows = rows[rows["organ_id"] == reference]
    return (
        say("compare.hatched", language, organ=names[reference])
        if reference is not None and reference_rows["value"].notna().any()
        else ""
    )


def _make_bars(
    ordered: list[Any],
    labels: list[str],
    names: dict[int, str],
    measure: Measure,
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
            "color": [choose_colour(1) if is_marked else choose_colour(0) for is_marked in is_reference],
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
