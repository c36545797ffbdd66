"""A table of a page of prose: folded behind what it belongs to, with its files; a clicked row opens the words it is of.

A table has columns by key and rows as they stand on the screen; ``places`` says where each row was printed, row by row.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from analytics.charts.parts.points import Quote
from analytics.dashboard.panels.downloads import download_buttons
from analytics.dashboard.panels.facsimile.drawer import open_drawer
from analytics.dashboard.panels.facsimile.view import Choice
from analytics.dashboard.panels.tables import fold_table
from analytics.dashboard.state import data
from analytics.dashboard.state.session import language, t, write_link
from analytics.exports.formats import FileFormat
from analytics.exports.listed import PageTable, render_page_table, translate_table

MOST_ROWS = 1000
"""Rows on the screen; the files of a longer table have all, and the page says so."""
PLACES = ["report_id", "position", "start_at", "end_at"]


@dataclass(frozen=True, slots=True)
class Listed:
    """A ``table`` with what it shows in a ``sentence``. ``places`` [PLACES] (position NA: the whole report) makes rows
    lead to documents; ``reports`` are the ids of those behind it, those of ``places`` without it. ``shares`` are
    columns written as percentages."""

    key: str
    table: pd.DataFrame
    sentence: str
    _: KW_ONLY
    places: pd.DataFrame | None = None
    reports: Sequence[int] | None = None
    shares: Sequence[str] = ()
    label: str | None = None


def show_listed(build: data.OpenBuild, listed: Listed) -> None:
    """The table behind a fold; the document of the row that is clicked."""
    show_later(build, listed.key, len(listed.table), lambda: listed, label=listed.label)


def show_later(
    build: data.OpenBuild, key: str, row_count: int, make: Callable[[], Listed], *, label: str | None = None
) -> None:
    """As ``show_listed``, of a table that is made when somebody opens it: a long one costs more than its chart."""
    box = fold_table(row_count, key, label)
    if box is None:
        return
    listed = make()
    with box:
        row = _show_rows(build, listed)
        _show_files(build, listed)
    if row is not None and listed.places is not None:
        open_place(build, listed.places.iloc[row])


def list_whole(report_ids: pd.Series) -> pd.DataFrame:
    """Places [PLACES] that are whole reports."""
    return pd.DataFrame({"report_id": report_ids}).reindex(columns=PLACES)


def open_place(build: data.OpenBuild, place: Any) -> None:
    """Have the document opened where a row [PLACES] was printed."""
    quote = None if pd.isna(place.position) else Quote(int(place.position), int(place.start_at), int(place.end_at))
    choice = Choice(language(), is_whole=quote is None, quote=quote)
    open_drawer(build.warehouse.build_id, int(place.report_id), choice)


def _show_rows(build: data.OpenBuild, listed: Listed) -> int | None:
    table = translate_table(_make_page_table(build, listed)).head(MOST_ROWS)
    if len(listed.table) > len(table):
        st.caption(t("narrative.first_rows"))
    names = dict(zip(listed.table.columns, table.columns, strict=True))
    formats: dict[str, Any] = {
        names[name]: st.column_config.NumberColumn(format="percent") for name in listed.shares if name in names
    }
    formats |= {
        names[name]: st.column_config.NumberColumn(format="%d") for name in ("year", "other_year") if name in names
    }
    formats |= {
        names[name]: st.column_config.TextColumn(width="large")
        for name in ("excerpt", "sentence", "words", "promised", "told_later")
        if name in names
    }
    key = f"table-{listed.key}"
    if listed.places is None:
        st.dataframe(table, hide_index=True, key=key, column_config=formats, placeholder="")
        return None
    event = st.dataframe(
        table, hide_index=True, key=key, column_config=formats, placeholder="", on_select="rerun",
        selection_mode="single-row",
    )  # fmt: skip
    st.caption(t("narrative.choose_row"))
    rows = [row for row in event.selection.rows if row < len(table)]
    return rows[0] if rows else None


def _show_files(build: data.OpenBuild, listed: Listed) -> None:
    page_table = _make_page_table(build, listed)
    files = {each: partial(render_page_table, page_table, each) for each in FileFormat}
    download_buttons(files, f"countyscope-{listed.key}", len(listed.table))


def _make_page_table(build: data.OpenBuild, listed: Listed) -> PageTable:
    ids = listed.reports if listed.reports is not None else () if listed.places is None else listed.places["report_id"]
    return PageTable(
        table=listed.table.reset_index(drop=True),
        sentence=listed.sentence,
        reports=build.reports[build.reports["report_id"].isin(list(ids))],
        found=data.read_findings(build.warehouse.build_id, ()).head(0),
        organs=build.organs,
        build_id=build.warehouse.build_id,
        built_on=build.build.built_at.date(),
        link=write_link(),
        language=language(),
    )
