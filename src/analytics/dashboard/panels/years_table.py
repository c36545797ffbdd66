"""A table with years as columns, sorted by a click on a heading; what has no number, and why, ends each row."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from analytics.charts.parts.points import Point
from analytics.charts.parts.wording import write_value
from analytics.dashboard.state.session import language
from analytics.exports.table import KEYS, build_years_table, name_status, name_years_table
from analytics.vocabulary.measures import find_measure
from analytics.vocabulary.terms import HAS_VALUE_KEYS
from analytics.words import Language, say

_MISSING, _STATED = "background-color: #eef1f4", "font-style: italic"


def show_years_table(frame: pd.DataFrame, table: pd.DataFrame, naming: Language | str, key: str) -> Point | None:
    """The table of a frame of changes and of its long ``table`` with keys; the point of the clicked cell, if any."""
    keyed = build_years_table(table)
    years = [name for name in keyed.columns if f"{name}_status" in keyed.columns]
    named = name_years_table(keyed, naming)
    statuses = keyed[[f"{year}_status" for year in years]].set_axis(years, axis=1)
    spoken = _choose_language(naming)
    displayed = named[[*named.columns[:3], *years]]
    displayed[say("data.without_number", spoken)] = _describe_missing(displayed[years], statuses, spoken)
    event = st.dataframe(
        _style(displayed, statuses, keyed["measure"], spoken),
        hide_index=True,
        key=key,
        on_select="rerun",
        selection_mode="single-cell",
        placeholder="",
    )
    cells = event.selection.cells
    if not cells or cells[0][1] not in years:
        return None
    row, year = cells[0]
    return _find_point(frame, table, keyed.iloc[row], int(year))


def _choose_language(naming: Language | str) -> Language:
    return language() if naming == KEYS else Language(naming)


def _describe_missing(values: pd.DataFrame, statuses: pd.DataFrame, spoken: Language) -> list[str]:
    """Of each row the years without a number, by reason: a cell of numbers cannot hold its reason itself."""
    texts = []
    for row, row_statuses in zip(values.itertuples(index=False), statuses.itertuples(index=False), strict=True):
        years: dict[str, list[str]] = {}
        for year, value, status in zip(values.columns, row, row_statuses, strict=True):
            if pd.isna(value):
                years.setdefault(status, []).append(year)
        parts = (f"{say('list.names', spoken).join(found)} {name_status(status, spoken)}"
                 for status, found in years.items())  # fmt: skip
        texts.append(say("list.clauses", spoken).join(parts))
    return texts


def _style(values: pd.DataFrame, statuses: pd.DataFrame, measures: pd.Series, spoken: Language) -> Styler:
    """Numbers as they are written elsewhere; what stands elsewhere says so, and a missing one is grey. Sorting goes by
    the numbers beneath."""
    styler = values.style
    for year in statuses.columns:
        keys = measures + " " + statuses[year].fillna("")
        for key, rows in keys.groupby(keys).groups.items():
            measure, status = str(key).split(" ")
            subset = pd.IndexSlice[rows, [year]]
            styler = styler.format(_make_writer(measure, status, spoken), subset=subset)
            if status not in HAS_VALUE_KEYS:
                styler = styler.map(_choose_look, subset=subset)
    return styler


def _make_writer(measure: str, status: str, spoken: Language) -> Callable[[object], str]:
    """How a value of a measure and status is written, one from elsewhere with its source."""
    words = name_status(status, spoken) if status else ""

    def write(value: object) -> str:
        if not isinstance(value, float) or pd.isna(value):
            return ""
        text = write_value(value, find_measure(measure), spoken, with_unit=False)
        if status in HAS_VALUE_KEYS:
            return text
        return f"{text}（{words}）" if spoken is Language.ZH else f"{text} ({words})"

    return write


def _choose_look(value: object) -> str:
    return _MISSING if isinstance(value, float) and pd.isna(value) else _STATED


def _find_point(frame: pd.DataFrame, table: pd.DataFrame, row: pd.Series, year: int) -> Point | None:
    """The point of an organ's measure in a year; ``frame`` and ``table`` stand row by row."""
    is_same = (table["organ"] == row["organ"]) & (table["measure"] == row["measure"]) & (table["year"] == year)
    is_same &= table["place_code"].fillna("") == ("" if pd.isna(row["place_code"]) else row["place_code"])
    found = frame[is_same.to_numpy()]
    return None if found.empty else Point.of(found.iloc[0], measure=str(row["measure"]))
