"""The state of a collection beside its findings: what was rejected or belongs to nobody, corrections, cells read."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.dashboard.panels import definitions, reviewing
from analytics.dashboard.panels.readable import add_style, show_readable_table
from analytics.dashboard.state import data, quality
from analytics.dashboard.state.session import language, say_escaped, t
from analytics.errors import FAULTS_OF_THE_MOMENT
from analytics.exports.corrections import name_cell
from analytics.transforms.rows import each_row
from analytics.words.numbers import number, percent
from analytics.words.render import write_problem


def show_collection_state(build: data.OpenBuild) -> None:
    """All of it, each part folded where it is long."""
    reviewing.show_newer_lists(build)
    _show_rejected(build)
    _show_unresolved(build)
    _show_corrections(build)
    _show_cells(build)
    _show_accuracy()


def _show_rejected(build: data.OpenBuild) -> None:
    rejected = build.warehouse.rejected()
    with st.expander(
        say_escaped("quality.rejected", count=number(len(rejected), language())),
        icon=":material/block:",
        key="fold-rejected",
    ):
        if rejected.empty:
            st.caption(t("quality.rejected_none"))
            return
        rows = [(row.file, write_problem(row.key, row.operands, language())) for row in each_row(rejected)]
        st.dataframe(
            pd.DataFrame(rows, columns=[t("column.file"), t("column.why_rejected")]), hide_index=True,
            key="quality-rejected", placeholder="",
        )  # fmt: skip
        again = sum(key in FAULTS_OF_THE_MOMENT for key in rejected["key"])
        st.caption(say_escaped("quality.retry", again=number(again, language())))
        st.code(reviewing.write_ingest_command(), language=None)


def _show_unresolved(build: data.OpenBuild) -> None:
    unresolved = quality.list_unresolved(build.warehouse.build_id)
    if unresolved.empty:
        return
    heading = say_escaped("quality.unresolved", count=number(len(unresolved), language()))
    with st.expander(heading, icon=":material/help:", key="fold-unresolved"):
        st.caption(t("quality.unresolved_note"))
        table = unresolved[["file", "position", "title", "organ", "year"]]
        st.dataframe(
            table.rename(columns={name: t(f"column.{name}") for name in table.columns}), hide_index=True,
            key="quality-unresolved", placeholder="",
        )  # fmt: skip
        reviewing.show_assignment_form(build, unresolved)


def _show_corrections(build: data.OpenBuild) -> None:
    corrections = build.warehouse.corrections()
    if corrections.empty:
        return
    names = dict(zip(build.organs["organ_key"], build.organs["organ_id"], strict=True))
    organs = build.name_organs(language())
    rows = [
        (organs.get(names.get(row.organ_key, -1), row.organ_key), int(row.year),
         " · ".join(name_cell(int(row.cell), language())), row.printed, row.value, t(f"quality.outcome.{row.outcome}"),
         row.reason, row.source, row.written_by, row.written_at)
        for row in each_row(corrections)
    ]  # fmt: skip
    columns = ("organ", "year", "cell", "printed", "corrected_value", "correction_outcome", "correction_reason",
               "correction_source", "written_by", "written_at")  # fmt: skip
    year = t("column.year")
    heading = say_escaped("quality.corrections", count=number(len(rows), language()))
    with st.expander(heading, icon=":material/edit:", key="fold-corrections"):
        st.dataframe(
            pd.DataFrame(rows, columns=[t(f"column.{name}") for name in columns]), hide_index=True,
            key="quality-corrections", placeholder="",
            column_config={year: st.column_config.NumberColumn(year, format="%d")},
        )  # fmt: skip


def _show_cells(build: data.OpenBuild) -> None:
    st.header(t("quality.cells"), anchor="cells")
    st.caption(t("quality.cells_note"))
    add_style()
    rows = [
        (f"{row.format} · {row.reader}", *map(_write_count, (row.reports, row.expected, row.cells)),
         percent(row.cells / row.expected, language()) if row.expected else "–",
         *map(_write_count, (row.uncertain, row.unreadable, row.second)))
        for row in each_row(quality.count_cells(build.warehouse.build_id))
    ]  # fmt: skip
    columns = ("format_reader", "reports", "cells_expected", "cells_printed", "read_share", "cells_uncertain",
               "cells_unreadable", "cells_second")  # fmt: skip
    table = pd.DataFrame(rows, columns=[t(f"column.{name}") for name in columns])
    show_readable_table(table, (22, 10, 12, 12, 11, 11, 11, 11))


def _write_count(count: int) -> str:
    return number(count, language())


def _show_accuracy() -> None:
    st.header(t("quality.accuracy"), anchor="accuracy")
    st.markdown(t("methods.accuracy_text"))
    show_readable_table(definitions.list_accuracy(language()), (25, 15, 15, 15, 15, 15))
