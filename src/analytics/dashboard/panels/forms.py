"""The whole statutory form on the screen: one organ's over the years, or several organs' side by side."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import pandas as pd
import streamlit as st

from analytics.dashboard.panels import form_tables
from analytics.dashboard.panels.facsimile.drawer import open_drawer
from analytics.dashboard.panels.facsimile.view import Choice
from analytics.dashboard.state import data, session
from analytics.dashboard.state.open_builds import keep_with_build
from analytics.transforms.organ.profile import build_form_over_years, compare_forms, find_longest_run
from analytics.transforms.rows import each_row
from analytics.transforms.series.editions import is_before_2019
from analytics.vocabulary import form
from analytics.vocabulary.terms import HAS_VALUE_KEYS, Status, Table
from analytics.words import Language, say
from analytics.words.numbers import number

TABLES = form.list_tables_of_form()
_SHADE = "background-color: #fdf0d5; font-weight: 600"


def show_over_years(build: data.OpenBuild, organ_id: int) -> None:
    """Every cell of the form, year by year as printed, with its sparkline: a tab a table."""
    t = session.t
    st.subheader(t("county.form"))
    st.caption(t("county.form_note"))
    tables = _find_tables_of(build.warehouse.build_id, organ_id)
    tabs = st.tabs([t(f"table.{table}") for table in tables], key="form-tabs", on_change="rerun")
    for tab, table in zip(tabs, tables, strict=True):
        if not tab.open:  # a table that nobody looks at is not made
            continue
        wide_table = _make_wide_table(build.warehouse.build_id, organ_id, table, session.language())
        if wide_table.empty:
            tab.caption(t("county.no_table"))
            continue
        trend = t("county.trend")
        chosen = tab.dataframe(
            wide_table, hide_index=True, key=f"form-{table}", on_select="rerun", selection_mode="single-cell",
            column_config={trend: st.column_config.BarChartColumn(trend, width="small", y_min=0)},
        ).selection.cells  # fmt: skip
        with tab:
            for row, column in chosen:
                if column.isdecimal():
                    _open_document(build, organ_id, int(column), int(wide_table.index[row]))
            _show_files(
                build, _make_file_table(build.warehouse.build_id, organ_id, table, session.language()), table,
                f"form-{table}", {organ_id: None},
            )  # fmt: skip


def _open_document(build: data.OpenBuild, organ_id: int, year: int, cell: int) -> None:
    """The document of a year with the cell boxed, or where it does not hold the cell, the whole document."""
    figures = data.read_form_figures(build.warehouse.build_id, organ_id)
    found = figures[(figures["cell"] == cell) & (figures["year"] == year)]
    reports = build.select_reports(organ_id)
    behind = found if len(found) else reports[reports["is_current"] & (reports["year"] == year)]
    choice = Choice(session.language(), (cell,)) if len(found) else Choice(session.language(), is_whole=True)
    for report_id in behind["report_id"].head(1):
        open_drawer(build.warehouse.build_id, int(report_id), choice)


@keep_with_build(512)
def _find_tables_of(build_id: str, organ_id: int) -> tuple[Table, ...]:
    return _find_tables(data.get_open_build(build_id).select_reports(organ_id))


def _find_tables(reports: pd.DataFrame) -> tuple[Table, ...]:
    """The tables that an organ's reports are of: those since 2019, the one before, or both."""
    earlier = is_before_2019(reports)
    return (*(TABLES if not earlier.all() else ()), *((Table.STATISTICS,) if earlier.any() else ()))


@keep_with_build(512)
def _make_wide_table(build_id: str, organ_id: int, table: Table, language: Language) -> pd.DataFrame:
    """Line, column, sparkline, and what every year prints, by cell; a word where it prints no number."""
    figures, build = data.read_form_figures(build_id, organ_id), data.get_open_build(build_id)
    rows = build_form_over_years(figures, build.select_reports(organ_id), table)
    by_cell: dict[int, list[Any]] = {}
    for row in each_row(rows):
        by_cell.setdefault(int(row.cell), []).append(row)
    own_lines = _list_own_lines(build_id) if table is Table.STATISTICS else {}
    printed = _find_printed_labels(figures) if table is Table.STATISTICS and language is Language.ZH else {}
    for row in each_row(figures[figures["cell"].isin(own_lines)]):
        by_cell.setdefault(int(row.cell), []).append(row)
    words = {status: say(f"status.{status}", language) for status in Status}
    names = [say(key, language) for key in ("column.form_line", "column.form_column", "county.trend")]
    rows_by_cell = [
        {
            **dict(zip(names[:2], own_lines.get(code) or _find_labels(code, language, printed), strict=True)),
            names[2]: find_longest_run(cell_rows),
            **{str(row.year): _write_cell(row, words, language) for row in cell_rows},
        }
        for code, cell_rows in by_cell.items()
    ]
    return pd.DataFrame(rows_by_cell, index=list(by_cell))


@keep_with_build(256)
def _make_file_table(build_id: str, organ_id: int, table: Table, language: Language) -> pd.DataFrame:
    """The same as files have it: no sparkline, columns by key where they have any."""
    wide_table = _make_wide_table(build_id, organ_id, table, language)
    names = {say(f"column.{name}", language): name for name in ("form_line", "form_column")}
    return wide_table.drop(columns=say("county.trend", language)).reset_index(drop=True).rename(columns=names)


@keep_with_build(4)
def _list_own_lines(build_id: str) -> dict[int, tuple[str, str]]:
    """(line, column) as printed of the lines that no edition has, by code."""
    found = data.get_open_build(build_id).warehouse.read_own_lines()
    return {int(row.cell): (row.line, row.column) for row in each_row(found)}


def _find_printed_labels(figures: pd.DataFrame) -> dict[int, str]:
    """Code of a cell → the label beside its figures, where it is the same in all years: statistics tables word their
    lines in more ways than one."""
    labelled = figures[figures["printed_label"].fillna("") != ""].drop_duplicates(["cell", "printed_label"])
    alike = labelled.drop_duplicates("cell", keep=False)
    return {int(row.cell): str(row.printed_label) for row in each_row(alike)}


def _find_labels(code: int, language: Language, printed: Mapping[int, str] = MappingProxyType({})) -> tuple[str, str]:
    cell = form.map_cells_by_code()[code]
    if language is Language.ZH:
        is_ambiguous = form.name_line(cell.line) != cell.line.label
        return form.name_line(cell.line) if is_ambiguous else printed.get(code, cell.line.label), cell.column.label
    return cell.line.english, cell.column.english


def _write_cell(row: Any, words: Mapping[Status, str], language: Language) -> str:
    """What is printed, or the word for what is there instead of a number; a correction with what is printed beside."""
    if row.is_corrected:
        printed = row.printed or say("evidence.blank", language)
        return say("evidence.corrected_cell", language, value=number(row.value, language), printed=printed)
    is_printed = row.status in HAS_VALUE_KEYS or (row.printed and row.status in (Status.TEXT, Status.UNREADABLE))
    text: str = row.printed if is_printed else words[Status(row.status)]
    return text


def show_forms_beside(build: data.OpenBuild, years: Mapping[int, int], reference: int) -> None:
    """Whole forms side by side, one year of each organ (``years`` by organ id); what differs from the reference is
    shaded and counted."""
    t = session.t
    st.caption(session.say_escaped("compare.forms_note", organ=build.name_organs(session.language())[reference]))
    whole = {
        year: (data.read_form_figures(build.warehouse.build_id, year), build.select_reports(year)) for year in years
    }
    for table in _find_tables(pd.concat([reports for _, reports in whole.values()])):
        st.markdown(f"**{t(f'table.{table}')}**")
        found = compare_forms(whole, years, reference, table)
        if found.empty:
            st.caption(t("county.no_table"))
        else:
            _show_beside_table(found, build, years, table)


def _show_beside_table(found: pd.DataFrame, build: data.OpenBuild, years: Mapping[int, int], table: Table) -> None:
    t, language = session.t, session.language()
    words = {status: say(f"status.{status}", language) for status in Status}
    with_texts = found.assign(shown=[_write_cell(row, words, language) for row in each_row(found)])
    order = list(dict.fromkeys(found["cell"]))
    wide = with_texts.pivot(index="cell", columns="organ_id", values="shown").reindex(order)[list(years)]
    differs = found.pivot(index="cell", columns="organ_id", values="differs").reindex(order)[list(years)]
    labels = [_find_labels(int(code), language) for code in order]
    names = {organ_id: f"{build.name_organs(session.language())[organ_id]} {year}" for organ_id, year in years.items()}
    plain = pd.DataFrame(
        {
            t("column.form_line"): [line for line, _ in labels],
            t("column.form_column"): [column for _, column in labels],
            **{names[organ_id]: wide[organ_id].tolist() for organ_id in years},
            t("column.differing"): differs.sum(axis=1).astype(int).tolist(),
        }
    )
    marks = pd.DataFrame("", index=plain.index, columns=plain.columns)
    for organ_id in years:
        marks[names[organ_id]] = [_SHADE if is_so else "" for is_so in differs[organ_id]]
    chosen = st.dataframe(
        plain.style.apply(lambda _: marks, axis=None), hide_index=True, key=f"forms-{table}", placeholder="",
        on_select="rerun", selection_mode="single-cell",
    ).selection.cells  # fmt: skip
    organs = {name: organ_id for organ_id, name in names.items()}
    for at, column in chosen:
        if column in organs:
            _open_document(build, organs[column], years[organs[column]], int(order[at]))
    keys = {t(f"column.{name}"): name for name in ("form_line", "form_column", "differing")}
    _show_files(build, plain.rename(columns=keys), table, f"forms-{table}", years)


def _show_files(
    build: data.OpenBuild, displayed: pd.DataFrame, table: Table, key: str, years: Mapping[int, int | None]
) -> None:
    """The table's files; ``years`` says which report of each organ it shows, all of them where it is None."""
    each = [
        reports if year is None else reports[reports["year"] == year]
        for reports, year in ((build.select_reports(organ_id), year) for organ_id, year in years.items())
    ]
    organ_reports = pd.concat(each) if len(each) > 1 else each[0]
    organs = session.t("list.names").join(build.name_organs(session.language())[organ_id] for organ_id in years)
    caption = session.t("listed.form", organs=organs, table=session.t(f"table.{table}"))
    cells = {cell.code for cell in form.list_cells() if cell.table is table}
    form_tables.show_form_files(build, displayed, key, caption=caption, reports=organ_reports, cells=cells)
