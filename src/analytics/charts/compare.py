"""Organs side by side: one bar an organ, its year on it, the reference hatched; on a logarithmic axis, which has no
zero for a bar to begin at, one dot an organ, the reference hollow.

Required: the frame of ``transforms.groups.compare.compare_organs`` joined with the changes, names by organ_id.
"""

from __future__ import annotations

from math import floor, log10
from typing import Any

import pandas as pd

from analytics.charts.parts.chart import Chart, Title
from analytics.charts.parts.hollow import is_hollow
from analytics.charts.parts.names_beside import calculate_name_margin, calculate_row, make_name
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
from analytics.charts.parts.ticks import make_decade_ticks, make_measure_ticks
from analytics.charts.parts.titles import write_span_title
from analytics.charts.parts.wording import (
    describe_doubts,
    write_hover,
    write_label,
    write_state,
    write_subtitle,
)
from analytics.transforms.rows import each_row
from analytics.transforms.series.scale import Scale
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
    scale: Scale = Scale.VALUE,
) -> Chart:
    """The figure: horizontal bars, the longest first, missing ones last with their reason in place of a bar."""
    is_log = scale is Scale.LOG
    ordered = list(each_row(rows.sort_values("value", ascending=False, na_position="last", kind="stable")))[::-1]
    short_names = shorten_names(names, [row.organ_id for row in ordered])
    texts = [write_label(row, short_names, language) for row in ordered]
    labels = list(map(escape_html, texts))
    absent = [
        _write_absent(row, label, measure, language, is_log=is_log)
        for row, label in zip(ordered, labels, strict=True)
        if pd.isna(row.value) or (is_log and row.value <= 0)
    ]
    beneath = (
        write_subtitle(measure, language, source, rows)
        + _describe_years(rows, language)
        + (say("scale.note_log", language) if is_log else "")
        + _describe_hatching(rows, names, language, reference, is_log=is_log)
    )
    figure_layout = make_layout(
        height=150 + calculate_row(texts, room, _ROW[room]) * len(rows),
        xaxis=make_value_axis(tickangle=0, **_make_ticks(rows["value"], measure, language, room, is_log=is_log)),
        yaxis=make_axis(
            showticklabels=False,
            type="category",
            categoryorder="array",
            categoryarray=labels,
            range=[-0.5, len(labels) - 0.5],
        ),
        annotations=[*(make_name(text, at, room, above=_BAR[room] / 2) for at, text in enumerate(texts)), *absent],
    )
    figure_layout["margin"]["l"] = calculate_name_margin(texts, room, otherwise=8)
    drawn = (
        _make_dots(ordered, labels, names, measure, language, reference=reference)
        if is_log
        else _make_bars(ordered, labels, names, measure, language, reference=reference) | {"width": _BAR[room]}
    )
    return Chart(Title(write_title(rows, names, measure, language), beneath), [drawn], figure_layout)


def _make_ticks(values: pd.Series, measure: Measure, language: Language, room: Room, *, is_log: bool) -> dict[str, Any]:
    if is_log:
        return _make_log_ticks(values, language, room)
    highest = values.max()
    ends = [0, highest * _LENGTH[room]] if highest and highest > 0 else None
    ticks = make_measure_ticks(values, measure, language, most=_STEPS[room])
    return {**ticks, "rangemode": "tozero", "range": ends}


def _make_log_ticks(values: pd.Series, language: Language, room: Room) -> dict[str, Any]:
    """Powers of ten, with room beside the last dot for its value: the share of the axis that a bar leaves as well."""
    powers = [log10(value) for value in values if value > 0] or [0.0]
    low, high = floor(min(powers)), max(powers)
    length = max(high - low, 1.0) * _LENGTH[room]
    return {
        "type": "log",
        "zeroline": False,
        "range": [low - 0.05, low + length],
        **make_decade_ticks(values, language),
    }


def _write_absent(row: Any, label: str, measure: Measure, language: Language, *, is_log: bool) -> dict[str, Any]:
    """The reason in place of a bar, or of a dot that a logarithmic axis has no place for."""
    text = write_state(row, measure, language)
    if not pd.isna(row.value):
        text = f"{text}{say('list.parts', language)}{say('unshown.why_zero_on_log', language)}"
    beside = make_text_beside(f"<i>{text}</i>", 0, label, color=MUTED)
    return beside | ({"xref": "paper", "x": 0} if is_log else {})


def _describe_years(rows: pd.DataFrame, language: Language) -> str:
    """That values of different years stand side by side, where they do."""
    is_mixed = rows.loc[rows["value"].notna(), "year"].nunique() > 1
    return say("chart.years_note", language) if is_mixed else ""


def _describe_hatching(
    rows: pd.DataFrame, names: dict[int, str], language: Language, reference: int | None, *, is_log: bool
) -> str:
    """Whose the hatched bar or the hollow dot is, where there is one."""
    reference_rows = rows[rows["organ_id"] == reference]
    return (
        say("compare.hollow" if is_log else "compare.hatched", language, organ=names[reference])
        if reference is not None and reference_rows["value"].notna().any()
        else ""
    )


def _make_bars(
    ordered: list[Any],
    labels: list[str],
    names: dict[int, str],
    measure: Measure,
    language: Language,
    *,
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
    }


def _make_dots(
    ordered: list[Any],
    labels: list[str],
    names: dict[int, str],
    measure: Measure,
    language: Language,
    *,
    reference: int | None,
) -> dict[str, Any]:
    """One dot an organ; the reference is hollow as well as coloured."""
    drawn = [(row, label) for row, label in zip(ordered, labels, strict=True) if row.value > 0]
    is_reference = [row.organ_id == reference for row, _ in drawn]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "y": [label for _, label in drawn],
        "x": [row.value for row, _ in drawn],
        "marker": {
            "color": [choose_colour(int(is_marked)) for is_marked in is_reference],
            "size": 13,
            "line": {"width": 2},
            "symbol": ["circle-open" if is_marked else "circle" for is_marked in is_reference],
        },
        "text": [f"\u2002{write_state(row, measure, language)}" for row, _ in drawn],
        "textposition": "middle right",
        "textfont": {"color": INK},
        "cliponaxis": False,
        "customdata": [write_point(row) for row, _ in drawn],
        "hovertext": [write_hover(row, names[row.organ_id], measure, language) for row, _ in drawn],
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
