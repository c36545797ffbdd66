"""The table behind a chart: the same rows, made when a reader opens it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analytics.charts.parts.points import Point
from analytics.dashboard.panels.downloads import extract_of, show_downloads
from analytics.dashboard.panels.years_table import show_years_table
from analytics.dashboard.state import data
from analytics.dashboard.state.session import language, say_escaped, t
from analytics.exports.table import LONG_SHAPE, WIDE, YEARS, build_long_table, shape_table
from analytics.transforms.rows import each_row
from analytics.transforms.series.sums import is_sum, list_sums
from analytics.words import Language, say
from analytics.words.numbers import number
from analytics.words.plain import escape_markdown


def show_table(frame: pd.DataFrame, key: str, *, is_clickable: bool = True) -> int | None:
    """The table behind a chart; the row that was clicked, if any."""
    formats = {
        name: st.column_config.NumberColumn(format="localized")
        for name in frame.select_dtypes("number").columns
        if name not in _list_year_columns()
    }
    formats |= {
        name: st.column_config.NumberColumn(format="%d") for name in _list_year_columns() if name in frame.columns
    }
    if not is_clickable:
        st.dataframe(frame, hide_index=True, key=key, column_config=formats, placeholder="")
        return None
    event = st.dataframe(
        frame,
        hide_index=True,
        key=key,
        on_select="rerun",
        selection_mode="single-row",
        column_config=formats,
        placeholder="",
    )
    return event.selection.rows[0] if event.selection.rows else None


@cache
def _list_year_columns() -> frozenset[str]:
    """Names of columns that hold years, in every naming: written without a thousands mark."""
    keys = ("year", "stated_by_year")
    return frozenset((*keys, *(say(f"column.{key}", naming) for key in keys for naming in Language)))


def list_names(build: data.OpenBuild, frame: pd.DataFrame) -> dict[int, str]:
    """Names by organ id, with those of the sums in a frame: how many counties of how many they hold."""
    if "members" not in frame:  # there is none
        return build.name_organs(language())
    sums = {
        row.organ_id: t("sum.name", organ=build.name_organs(language())[row.above], members=row.members, of=row.of)
        for row in each_row(list_sums(frame))
    }
    return build.name_organs(language()) | sums


def export_rows(build: data.OpenBuild, frame: pd.DataFrame) -> pd.DataFrame:
    """The long table of a frame of changes, with keys; a sum of counties stands under a name of its own."""
    named_sums = {organ_id: name for organ_id, name in list_names(build, frame).items() if is_sum(organ_id)}
    sums = pd.DataFrame({"organ_id": list(named_sums), "organ": list(named_sums.values())})
    organs = pd.concat([build.organs, sums], ignore_index=True) if named_sums else build.organs
    return build_long_table(frame, organs, build.reports)


def fold_table(row_count: int, key: str, label: str | None = None) -> DeltaGenerator | None:
    """Where the table behind a chart stands, once a reader opens it. One that nobody opened is not made: on most pages
    it would cost more than the chart."""
    heading = label or t("page.table_and_files", rows=number(row_count, language()))
    box = st.expander(escape_markdown(heading), on_change="rerun", key=f"open-{key}")
    return box if box.open else None


def show_table_and_files(
    build: data.OpenBuild,
    frame: pd.DataFrame,
    keys: Sequence[str],
    name: str,
    *,
    shape: str = LONG_SHAPE,
    names: str | None = None,
    plain: bool = False,
    empty_years: str = "as_shown",
    is_open: bool = False,
) -> Point | None:
    """The table behind a chart with its files; the point of the clicked row or cell, if any. A wide one has one row
    an organ and year, so that a row is no single figure."""
    box = None if is_open else fold_table(len(frame), name)
    if box is None and not is_open:
        return None
    table_of = export_rows(build, frame)
    extract = extract_of(build, keys, shape=shape, names=names)
    displayed = shape_table(table_of, shape, extract.names)
    with box or st.expander(say_escaped("page.table", rows=number(len(displayed), language())), expanded=True):
        if shape == YEARS:
            point = show_years_table(frame, table_of, extract.names, f"table-{name}")
            show_downloads(extract, table_of, displayed, f"countyscope-{name}", plain=plain, empty_years=empty_years)
            return point
        row = show_table(displayed, f"table-{name}")
        show_downloads(extract, table_of, displayed, f"countyscope-{name}", plain=plain, empty_years=empty_years)
    if row is None or shape == WIDE:
        return None
    chosen = frame.iloc[row]
    return Point.of(chosen, measure=str(chosen["measure"]))
