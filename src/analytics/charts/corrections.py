"""How often an organ was corrected, in reconsideration and in court: a panel a rate, with the counts behind it.

Required: the changes of the rates of one organ. Pending cases are in no denominator.
"""

from __future__ import annotations

from math import ceil
from typing import Any

import pandas as pd

from analytics.charts.parts.chart import Chart, Title
from analytics.charts.parts.missing_markers import find_gap, make_gap_keys, make_gap_marker
from analytics.charts.parts.panels import make_panel_heading, make_panels
from analytics.charts.parts.points import write_point
from analytics.charts.parts.room import Room, measure_text
from analytics.charts.parts.theme import INK, MUTED, choose_colour, choose_shape
from analytics.charts.parts.ticks import make_ticks
from analytics.charts.parts.wording import write_hover, write_value
from analytics.transforms.rows import each_row
from analytics.vocabulary.measures import Measure
from analytics.words import Language, say
from analytics.words.numbers import is_missing, number, percent

_SIZE, _BETWEEN = 11, 6
"""Pixels of letters above a point, and between two of these texts."""


def draw_corrections(
    changes: pd.DataFrame,
    organ: str,
    measures: list[Measure],
    language: Language,
    *,
    source: str,
    room: Room = Room.WIDE,
) -> Chart:
    """Correction rates over the years, one panel each, with the counts they are made of; pending cases are in no
    denominator."""
    years = sorted(int(year) for year in changes["year"].unique())
    traces: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    gaps: list[str] = []
    for index, measure in enumerate(measures):
        suffix = str(index + 1) if index else ""
        rows = list(each_row(changes[changes["measure"] == measure.key].sort_values("year")))
        lacking = [row for row in rows if is_missing(row.value)]
        gaps += map(find_gap, lacking)
        traces += [
            _make_rate_trace(
                rows, organ, measure, language, index=index, suffix=suffix, pixels=room.width / len(years)
            ),
            _make_gap_trace(lacking, organ, measure, suffix, language),
        ]
        notes.append(make_panel_heading(f"<b>{measure.named(language)}</b>", index, len(measures)))
    scale = {"range": [-0.16, 1.42], **make_ticks([0.0, 1.0], language, is_share=True, most=2)}
    title = Title(
        write_corrections_title(changes, organ, measures, language),
        say("remedies.rates_note", language, source=source),
    )
    figure_layout = make_panels(
        years,
        [scale for _ in measures],
        notes,
        language,
    )
    return Chart(title, [*traces, *make_gap_keys(gaps, language)], figure_layout)


def write_corrections_title(changes: pd.DataFrame, organ: str, measures: list[Measure], language: Language) -> str:
    """The rates of the latest year that has any, with their counts."""
    valued_rows = changes[changes["value"].notna()]
    if valued_rows.empty:
        return say("remedies.no_rates", language, organ=organ)
    year = int(valued_rows["year"].max())
    latest = {row.measure: row for row in each_row(valued_rows[valued_rows["year"] == year])}
    rate_texts = [
        say("remedies.rate", language, rate=measure.named(language), value=percent(row.value, language),
            top=number(row.numerator, language), base=number(row.denominator, language))
        if (row := latest.get(measure.key)) else say("remedies.no_rate", language, rate=measure.named(language))
        for measure in measures
    ]  # fmt: skip
    joined = say("list.parts", language).join(rate_texts)
    return say("remedies.rates_found", language, organ=organ, year=year, rates=joined)


def describe_rate_context(changes: pd.DataFrame, measures: list[Measure], language: Language) -> str:
    """Measures of the latest year that has any, in a sentence: what the rates are read with. Empty without any."""
    valued_rows = changes[changes["value"].notna() & changes["measure"].isin([measure.key for measure in measures])]
    if valued_rows.empty:
        return ""
    year = int(valued_rows["year"].max())
    latest = {row.measure: row for row in each_row(valued_rows[valued_rows["year"] == year])}
    measure_texts = [
        f"{measure.named(language)} {write_value(latest[measure.key].value, measure, language)}"
        for measure in measures
        if measure.key in latest
    ]
    return say("remedies.beside", language, year=year, rates=say("list.parts", language).join(measure_texts))


def _make_rate_trace(
    rows: list[Any], organ: str, measure: Measure, language: Language, *, index: int, suffix: str, pixels: float
) -> dict[str, Any]:
    """One rate over the years, its counts above each point in two short lines: above every second or third one, counted
    from the last, where a year has too few ``pixels`` for them."""
    texts = thin_out([_write_counts(row, language) for row in rows], pixels)
    return {
        "type": "scatter", "mode": "lines+markers+text", "name": measure.named(language), "connectgaps": False,
        "showlegend": False, "x": [int(row.year) for row in rows],
        "y": [None if is_missing(row.value) else row.value for row in rows],
        "text": texts, "textposition": "top center",
        "textfont": {"size": _SIZE, "color": INK}, "line": {"color": choose_colour(index), "width": 2},
        "marker": {
            "size": 9, "color": choose_colour(index),
            "symbol": [choose_shape(index) + ("-open" if row.is_small_base else "") for row in rows],
        },
        "customdata": [write_point(row, measure=measure.key) for row in rows],
        "hovertext": [write_hover(row, organ, measure, language) for row in rows],
        "hovertemplate": "%{hovertext}<extra></extra>", "cliponaxis": False, "yaxis": f"y{suffix}",
    }  # fmt: skip


def _make_gap_trace(rows: list[Any], organ: str, measure: Measure, suffix: str, language: Language) -> dict[str, Any]:
    """Marks below the axis for years without a rate."""
    return {
        "type": "scatter",
        "mode": "markers",
        "showlegend": False,
        "x": [int(row.year) for row in rows],
        "y": [-0.09] * len(rows),
        "marker": make_gap_marker([find_gap(row) for row in rows], MUTED),
        "cliponaxis": False,
        "customdata": [write_point(row, measure=measure.key) for row in rows],
        "hovertext": [write_hover(row, organ, measure, language) for row in rows],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "yaxis": f"y{suffix}",
    }


def thin_out(texts: list[str], pixels: float) -> list[str]:
    """The texts, ``pixels`` from one to the next, without those that would run into another; the last one stays."""
    widest = max((measure_text(line, _SIZE) for text in texts for line in text.split("<br>")), default=0)
    step = max(1, ceil((widest + _BETWEEN) / pixels))
    last = len(texts) - 1
    return [text if (last - place) % step == 0 else "" for place, text in enumerate(texts)]


def _write_counts(row: Any, language: Language) -> str:
    if is_missing(row.value):
        return ""
    counts = f"{number(row.numerator, language)}/{number(row.denominator, language)}"
    return f"{percent(row.value, language)}<br>{counts}"
