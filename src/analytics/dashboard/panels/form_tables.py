"""What stands below a chart of one organ's form: its table with files, and findings about the cells that it shows."""

from __future__ import annotations

from collections.abc import Collection as Some
from functools import partial

import pandas as pd
import streamlit as st

from analytics.dashboard.panels.downloads import download_buttons
from analytics.dashboard.panels.tables import folded
from analytics.dashboard.state import data
from analytics.dashboard.state.session import as_text, language, link, t
from analytics.exports.listed import FORMATS, Listed, file_of, worded
from analytics.transforms.organ.documents import about
from analytics.transforms.rows import each_row
from analytics.words.numbers import number
from analytics.words.plain import escape_markdown
from analytics.words.render import finding

_MOST = 6
"""Findings that are read at once; more are opened."""


def table_of(
    held: data.Collection,
    frame: pd.DataFrame,
    key: str,
    *,
    said: str,
    reports: pd.DataFrame,
    cells: Some[int],
    label: str | None = None,
) -> None:
    """The table behind a chart, with its files, made when it is opened: columns of ``frame`` by key, statuses as keys.
    ``said`` is what it shows, which stands above it where it has a ``label`` of its own; ``reports`` and ``cells`` are
    what it is made of."""
    box = folded(len(frame), key, label)
    if box is None:
        return
    listed = _listed(held, frame, said, reports, cells)
    with box:
        if label:
            st.caption(escape_markdown(said))
        st.dataframe(
            worded(listed), hide_index=True, key=f"table-{key}", placeholder="",
            column_config={t("column.year"): st.column_config.NumberColumn(format="%d")},
        )  # fmt: skip
        _files(listed, key)


def files_of(
    held: data.Collection, frame: pd.DataFrame, key: str, *, said: str, reports: pd.DataFrame, cells: Some[int]
) -> None:
    """The files of a table that stands on the page in a look of its own; otherwise as ``table_of``."""
    _files(_listed(held, frame, said, reports, cells), key)


def _listed(
    held: data.Collection, frame: pd.DataFrame, said: str, reports: pd.DataFrame, cells: Some[int]
) -> Listed:  # fmt: skip
    build = held.build
    found = about(data.findings(build.build_id, _ids(reports)), cells)
    return Listed(frame, said, reports, found, held.organs, build.build_id, build.built_at.date(), link(), language())


def _files(listed: Listed, key: str) -> None:
    files = {made: partial(file_of, listed, made) for made in FORMATS}
    download_buttons(files, f"countyscope-{key}", len(listed.table))


def findings_about(held: data.Collection, reports: pd.DataFrame, cells: Some[int]) -> None:
    """Say what the checks found about some cells of some reports, where they found anything."""
    found = about(data.findings(held.warehouse.build_id, _ids(reports)), cells)
    if found.empty:
        return
    lines = [
        t("findings.line", organ=held.names[row.organ_id], year=int(row.year),
          said=finding(row.rule, row.operands, language()))
        for row in each_row(found)
    ]  # fmt: skip
    heading, listed = (
        as_text("findings.about", count=number(len(lines), language())),
        "\n".join(f"- {escape_markdown(line)}" for line in lines),
    )
    if len(lines) <= _MOST:
        st.warning(f"**{heading}**\n{listed}", icon=":material/rule:")
    else:
        st.expander(heading, icon=":material/rule:").markdown(listed)


def reports_behind(held: data.Collection, frame: pd.DataFrame) -> pd.DataFrame:
    """The reports that the rows of a frame come from."""
    return held.reports[held.reports["report_id"].isin(frame["report_id"].dropna())]


def _ids(reports: pd.DataFrame) -> tuple[int, ...]:
    return tuple(int(report) for report in reports["report_id"])
