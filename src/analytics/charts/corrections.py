"""How often an organ was corrected, in reconsideration and in court: a panel a rate, with the counts behind it.

Required: the changes of the rates of one organ. Pending cases are in no denominator.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.charts.parts.missing_markers import gap_keys, gap_marker, gap_of
from analytics.charts.parts.panels import panel_heading, panels
from analytics.charts.parts.theme import INK, MUTED, Figure, colour, point_of, shape
from analytics.charts.parts.ticks import ticks
from analytics.charts.parts.wording import hover, value_text
from analytics.transforms.rows import each_row
from analytics.vocabulary.measures import Measure
from analytics.words import Language, say
from analytics.words.numbers import is_missing, number, percent


def corrections(changes: pd.DataFrame, organ: str, wanted: list[Measure], language: Language, *, source: str) -> Figure:
    """Correction rates over the years, one panel each, with the counts they are made of; pending cases are in no
    denominator."""
    years = sorted(int(one) for one in changes["year"].unique())
    traces: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    gaps: list[str] = []
    for index, one in enumerate(wanted):
        suffix = str(index + 1) if index else ""
        rows = list(each_row(changes[changes["measure"] == one.key].sort_values("year")))
        lacking = [row for row in rows if is_missing(row.value)]
        gaps += map(gap_of, lacking)
        traces += [_rates(rows, organ, one, index, suffix, language), _lacking(lacking, organ, one, suffix, language)]
        notes.append(panel_heading(f"<b>{one.named(language)}</b>", index, len(wanted)))
    scale = {"range": [-0.16, 1.42], **ticks([0.0, 1.0], language, is_share=True, most=2)}
    figure_layout = panels(
        corrections_title(changes, organ, wanted, language),
        say("remedies.rates_note", language, source=source),
        years,
        [scale for _ in wanted],
        notes,
        language,
    )
    return {"data": [*traces, *gap_keys(gaps, language)], "layout": figure_layout}


def corrections_title(changes: pd.DataFrame, organ: str, wanted: list[Measure], language: Language) -> str:
    """The rates of the latest year that has any, with their counts."""
    held = changes[changes["value"].notna()]
    if held.empty:
        return say("remedies.no_rates", language, organ=organ)
    year = int(held["year"].max())
    latest = {row.measure: row for row in each_row(held[held["year"] == year])}
    said = [
        say("remedies.rate", language, rate=one.named(language), value=percent(row.value, language),
            top=number(row.numerator, language), base=number(row.denominator, language))
        if (row := latest.get(one.key)) else say("remedies.no_rate", language, rate=one.named(language))
        for one in wanted
    ]  # fmt: skip
    joined = say("list.parts", language).join(said)
    return say("remedies.rates_found", language, organ=organ, year=year, rates=joined)


def beside_rates(changes: pd.DataFrame, wanted: list[Measure], language: Language) -> str:
    """Measures of the latest year that has any, in a sentence: what the rates are read with. Empty without any."""
    held = changes[changes["value"].notna() & changes["measure"].isin([one.key for one in wanted])]
    if held.empty:
        return ""
    year = int(held["year"].max())
    latest = {row.measure: row for row in each_row(held[held["year"] == year])}
    said = [
        f"{one.named(language)} {value_text(latest[one.key].value, one, language)}"
        for one in wanted
        if one.key in latest
    ]
    return say("remedies.beside", language, year=year, rates=say("list.parts", language).join(said))


def _rates(rows: list[Any], organ: str, wanted: Measure, index: int, suffix: str, language: Language) -> dict[str, Any]:
    """One rate over the years, its counts above each point in two short lines."""
    return {
        "type": "scatter", "mode": "lines+markers+text", "name": wanted.named(language), "connectgaps": False,
        "showlegend": False, "x": [int(row.year) for row in rows],
        "y": [None if is_missing(row.value) else row.value for row in rows],
        "text": [_counts(row, language) for row in rows], "textposition": "top center",
        "textfont": {"size": 11, "color": INK}, "line": {"color": colour(index), "width": 2},
        "marker": {
            "size": 9, "color": colour(index),
            "symbol": [shape(index) + ("-open" if row.is_small_base else "") for row in rows],
        },
        "customdata": [[*point_of(row), wanted.key] for row in rows],
        "hovertext": [hover(row, organ, wanted, language) for row in rows],
        "hovertemplate": "%{hovertext}<extra></extra>", "cliponaxis": False, "yaxis": f"y{suffix}",
    }  # fmt: skip


def _lacking(rows: list[Any], organ: str, wanted: Measure, suffix: str, language: Language) -> dict[str, Any]:
    """Marks below the axis for years without a rate."""
    return {
        "type": "scatter", "mode": "markers", "showlegend": False, "x": [int(row.year) for row in rows],
        "y": [-0.09] * len(rows), "marker": gap_marker([gap_of(row) for row in rows], MUTED), "cliponaxis": False,
        "customdata": [[*point_of(row), wanted.key] for row in rows],
        "hovertext": [hover(row, organ, wanted, language) for row in rows],
        "hovertemplate": "%{hovertext}<extra></extra>", "yaxis": f"y{suffix}",
    }  # fmt: skip


def _counts(row: Any, language: Language) -> str:
    if is_missing(row.value):
        return ""
    counts = f"{number(row.numerator, language)}/{number(row.denominator, language)}"
    return f"{percent(row.value, language)}<br>{counts}"
