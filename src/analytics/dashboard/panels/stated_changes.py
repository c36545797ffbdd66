"""The changes that an organ's own reports state, as printed, with what they make of the number before."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from analytics.dashboard.panels import form_tables
from analytics.dashboard.panels.facsimile.drawer import open_drawer
from analytics.dashboard.panels.facsimile.view import Choice
from analytics.dashboard.state import data
from analytics.dashboard.state.open_builds import keep_with_build
from analytics.dashboard.state.session import language, t
from analytics.transforms.organ.stated_changes import list_stated_changes
from analytics.transforms.rows import each_row
from analytics.transforms.series.editions import has_unread
from analytics.vocabulary.measures import find_measure, list_profile_measures
from analytics.vocabulary.terms import HAS_VALUE_KEYS, Status, Table
from analytics.words import Language, say

_MEASURES = tuple(measure for measure in list_profile_measures() if measure.change_cell is not None)
_CELLS = frozenset(code for measure in _MEASURES for code in measure.all_cells)


def show_stated_changes(build: data.OpenBuild, organ_id: int) -> None:
    """A table with its files, where any report of the organ has a cell for such a change; nothing where none has."""
    build_id = build.warehouse.build_id
    rows, listed = _list_changes(build_id, organ_id, language())
    if rows.empty:
        return
    st.subheader(t("county.stated"))
    st.caption(t("county.stated_note"))
    chosen = st.dataframe(
        listed.rename(columns={name: t(f"column.{name}") for name in listed.columns}), hide_index=True,
        key="county-stated", placeholder="", on_select="rerun", selection_mode="single-row",
        column_config={
            t("column.year"): st.column_config.NumberColumn(format="%d"),
            t("column.items_now"): st.column_config.NumberColumn(format="localized"),
            t("column.percent"): st.column_config.NumberColumn(format="%.4f"),
        },
    ).selection.rows  # fmt: skip
    for at in chosen:
        open_drawer(build_id, int(rows["report_id"].iloc[at]), Choice(language(), measure=rows["measure"].iloc[at]))
    reports = build.select_reports(organ_id)
    reports = reports[reports["report_id"].isin(rows["report_id"])]
    caption = t("county.stated_caption", organ=build.name_organs(language())[organ_id])
    form_tables.show_form_files(build, listed, "stated", caption=caption, reports=reports, cells=_CELLS)


@keep_with_build(256)
def _list_changes(build_id: str, organ_id: int, spoken: Language) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The stated changes of an organ's reports as rows, and as the table of the page."""
    found = list_stated_changes(data.read_form_figures(build_id, organ_id), _MEASURES)
    if found.empty:
        return found, found
    reports = data.get_open_build(build_id).select_reports(organ_id)
    is_unread = found["report_id"].isin(reports.loc[has_unread(reports, Table.II), "report_id"])
    is_absent = found["status_previous"].isna()
    found["status_previous"] = found["status_previous"].mask(is_absent, str(Status.NOT_REACHED))
    found["status_previous"] = found["status_previous"].mask(is_absent & is_unread, str(Status.NOT_READ))
    every = tuple(measure.key for measure in list_profile_measures())  # as the page has read them
    changes = data.read_changes(build_id, every, (organ_id,), data.get_open_build(build_id).find_span(organ_id))
    own = changes[changes["stated_by_year"].isna()]
    rows = found.merge(own[["year", "measure", "value", "reported_difference"]], on=["year", "measure"], how="left")
    return rows, pd.DataFrame([_describe_change(row, spoken) for row in each_row(rows)])


def _describe_change(row: Any, spoken: Language) -> dict[str, object]:
    before = row.value - row.reported_difference
    return {
        "year": int(row.year),
        "measure": find_measure(row.measure).named(spoken),
        "printed_previous": _write_printed(row.printed_previous, row.status_previous, spoken),
        "printed_change": _write_printed(row.printed_change, row.status_change, spoken),
        "items_now": row.value,
        "percent": row.reported_difference / before if before else float("nan"),
    }


def _write_printed(printed: object, status: object, spoken: Language) -> str:
    """What the cell prints, or the word for what stands there instead of a number."""
    return str(printed) if status in HAS_VALUE_KEYS else say(f"status.{status}", spoken)
