"""A list of findings on a page: the first ones as a table, all of them as files, and the chosen one in full.

Findings are those of ``state.quality.judge_all``. Clicking a row opens the document with the cells boxed.
"""

from __future__ import annotations

import zlib
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from analytics.charts.parts.room import Room
from analytics.dashboard.panels import reviewing
from analytics.dashboard.panels.downloads import download_buttons
from analytics.dashboard.panels.facsimile.drawer import open_drawer, write_address
from analytics.dashboard.panels.facsimile.view import Choice
from analytics.dashboard.state import data, quality
from analytics.dashboard.state.screen import find_room
from analytics.dashboard.state.session import language, say_escaped, t, write_link
from analytics.exports.formats import FileFormat
from analytics.exports.listed import PageTable, render_page_table
from analytics.query.findings import word_findings
from analytics.transforms.rows import each_row
from analytics.warehouse.reviewed import OPEN, REOPENED
from analytics.words import has
from analytics.words.numbers import number
from analytics.words.plain import escape_markdown

TABLE = "quality-findings"
MOST_ROWS = 500
"""Findings that a page lists; files have all."""
_COLUMNS = ("severity", "organ", "year", "finding", "fault", "hint", "review", "rule", "file")


def show_findings(build: data.OpenBuild, found: pd.DataFrame, sentence: str) -> None:
    """The table, its files, and what was clicked."""
    first = found.head(MOST_ROWS)
    if len(found) > len(first):
        counts = {"shown": number(len(first), language()), "count": number(len(found), language())}
        st.caption(say_escaped("quality.first_shown", **counts))
    # On a narrow screen the sentence stands where the table begins.
    order = ("finding", *_COLUMNS) if find_room() is Room.NARROW else _COLUMNS
    table = _make_table(build, first)[list(dict.fromkeys(order))].rename(
        columns={name: t(f"column.{name}") for name in _COLUMNS}
    )
    year = t("column.year")
    event = st.dataframe(
        table, hide_index=True, key=_make_key(first), on_select="rerun", selection_mode="single-row", placeholder="",
        column_config={
            year: st.column_config.NumberColumn(year, format="%d"),
            t("column.severity"): st.column_config.TextColumn(width=110),
            t("column.organ"): st.column_config.TextColumn(width="medium"),
            t("column.finding"): st.column_config.TextColumn(width="large"),
        },
    )  # fmt: skip
    _show_files(build, found, sentence)
    rows = [row for row in event.selection.rows if row < len(first)]
    if not rows:
        st.caption(t("quality.choose_row"))
        return
    _show_chosen(build, next(each_row(first.iloc[rows])))


def _make_key(found: pd.DataFrame) -> str:
    """A key of these rows: a row that was clicked among others is chosen no more."""
    return f"{TABLE}-{zlib.crc32(found['at'].to_numpy().tobytes()):08x}"


def _make_table(build: data.OpenBuild, found: pd.DataFrame) -> pd.DataFrame:
    """Findings in words, columns by key."""
    build_id = build.warehouse.build_id
    worded = word_findings(found, quality.map_all_hints(build_id, language()), language(), build_id=build_id)
    names = build.name_organs(language())
    columns = (
        worded["mark"],
        worded["organ_id"].map(names),
        worded["year"],
        worded["message"],
        worded["fault"].map(lambda fault: t(f"fault.{fault}"), na_action="ignore"),
        worded["hint"],
        worded["review"].map(lambda state: t(f"quality.review.{state}")),
        worded["rule"],
        worded["file"],
    )
    return pd.DataFrame(dict(zip(_COLUMNS, columns, strict=True)))


def _show_files(build: data.OpenBuild, found: pd.DataFrame, sentence: str) -> None:
    link, spoken = write_link(), language()

    def collect() -> PageTable:
        reports = build.warehouse.reports(current_only=False)
        notes = found[["review_note", "reviewed_by", "reviewed_at"]]
        return PageTable(
            table=_make_table(build, found).join(notes),
            sentence=sentence,
            reports=reports[reports["report_id"].isin(found["report_id"])],
            found=found.head(0),
            organs=build.organs,
            build_id=build.warehouse.build_id,
            built_on=build.build.built_at.date(),
            link=link,
            language=spoken,
        )

    files = {each: partial(_render, collect, each) for each in FileFormat}
    download_buttons(files, "countyscope-findings", len(found))


def _render(collect: Any, file_format: FileFormat) -> bytes:
    return render_page_table(collect(), file_format)


def _show_chosen(build: data.OpenBuild, finding: Any) -> None:
    """One finding in full, its document beside the page, and what can be said of it."""
    build_id = build.warehouse.build_id
    row = _make_table(build, pd.DataFrame([finding._asdict()])).iloc[0]
    choice = _find_choice(finding)
    with st.container(border=True):
        year = "" if pd.isna(finding.year) else int(finding.year)
        st.subheader(escape_markdown(f"{row['organ'] or ''} {year}".strip()))
        st.markdown(f"**{escape_markdown(row['severity'])}** {escape_markdown(row['finding'])}")
        if row["hint"]:
            st.info(escape_markdown(row["hint"]), icon=":material/lightbulb:")
        if finding.why and has(f"finding_adds.{finding.why}"):
            st.caption(say_escaped("quality.why", why=t(f"finding_adds.{finding.why}")))
        _show_state(finding, row["review"])
        address = write_address(build_id, int(finding.report_id), choice)
        st.markdown(f"[{t('quality.open_document')}]({escape_markdown(address)})")
        reviewing.show_finding_forms(build, finding, str(finding.at))
    open_drawer(build_id, int(finding.report_id), choice)


def _show_state(finding: Any, state: str) -> None:
    """What somebody said of a finding, where anybody has."""
    operands = {"by": finding.reviewed_by, "at": finding.reviewed_at, "note": finding.review_note}
    if finding.review == REOPENED:
        st.warning(say_escaped("quality.was_reviewed", **operands), icon=":material/history:")
    elif finding.review != OPEN:
        st.success(say_escaped("quality.reviewed", state=state, **operands), icon=":material/how_to_reg:")


def _find_choice(finding: Any) -> Choice:
    """What the document shows of a finding: one that is told by its number, another by its cells."""
    if not pd.isna(finding.number):
        return Choice(language(), finding=int(finding.number))
    cells = tuple(int(cell) for cell in finding.cells)
    return Choice(language(), cells, is_whole=not cells)
