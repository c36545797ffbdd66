"""What stands below a chart of one organ's form: its table with files, and findings about the cells that it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from collections.abc import Collection as Some
from functools import partial
from typing import NamedTuple

import pandas as pd
import streamlit as st

from analytics.dashboard.panels.downloads import download_buttons
from analytics.dashboard.panels.facsimile.drawer import write_address
from analytics.dashboard.panels.facsimile.view import Choice
from analytics.dashboard.panels.sheets import show_paper_table
from analytics.dashboard.panels.tables import fold_table
from analytics.dashboard.state import data
from analytics.dashboard.state.address import Sheet
from analytics.dashboard.state.open_builds import keep_with_build
from analytics.dashboard.state.session import language, say_escaped, t, write_link
from analytics.dashboard.state.sheet import find_sheet
from analytics.exports.formats import FileFormat
from analytics.exports.listed import PageTable, render_page_table, translate_table
from analytics.transforms.organ.documents import select_findings_about
from analytics.transforms.rows import each_row
from analytics.words import Language, say
from analytics.words.numbers import number
from analytics.words.plain import escape_markdown
from analytics.words.render import mark_finding, write_finding

_MOST = 6
"""Findings that are read at once; more are opened."""


class FormTable(NamedTuple):
    """A table that is made when somebody looks at it, of which so many rows are known to be."""

    row_count: int
    make: Callable[[], pd.DataFrame]


def show_form_table(
    build: data.OpenBuild,
    table: FormTable,
    key: str,
    *,
    caption: str,
    reports: pd.DataFrame,
    cells: Some[int],
    label: str | None = None,
) -> None:
    """The table behind a chart, with its files, made when it is opened: its columns by key, statuses as keys.
    ``caption`` is what it shows, which stands above it where it has a ``label`` of its own; ``reports`` and ``cells``
    are what it is made of."""
    box = fold_table(table.row_count, key, label)
    if box is None:
        return
    collect = _postpone(build, table.make(), caption, reports, cells)
    with box:
        if label:
            st.caption(escape_markdown(caption))
        st.dataframe(
            translate_table(collect()), hide_index=True, key=f"table-{key}", placeholder="",
            column_config={t("column.year"): st.column_config.NumberColumn(format="%d")},
        )  # fmt: skip
        _show_files(collect, table.row_count, key)


def show_form_paper(build: data.OpenBuild, table: FormTable, key: str, *, reports: pd.DataFrame) -> None:
    """The same table on paper, where its chart stands alone there."""
    if find_sheet() is Sheet.PRINT:
        show_paper_table(translate_table(_postpone(build, table.make(), "", reports, ())()), key)


def show_form_files(
    build: data.OpenBuild, frame: pd.DataFrame, key: str, *, caption: str, reports: pd.DataFrame, cells: Some[int]
) -> None:
    """The files of a table that stands on the page in a look of its own; otherwise as ``show_form_table``."""
    _show_files(_postpone(build, frame, caption, reports, cells), len(frame), key)


def _postpone(
    build: data.OpenBuild, frame: pd.DataFrame, caption: str, reports: pd.DataFrame, cells: Some[int]
) -> Callable[[], PageTable]:
    """A table with what its files say of it, put together when it is called for; address and language are those of now.
    The build is named and not kept, since buttons outlast it."""
    build_id, link, spoken = build.warehouse.build_id, write_link(), language()

    def collect() -> PageTable:
        current = data.get_open_build(build_id)
        return PageTable(
            table=frame,
            sentence=caption,
            reports=reports,
            found=select_findings_about(data.read_findings(build_id, _list_ids(reports)), cells),
            organs=current.organs,
            build_id=build_id,
            built_on=current.build.built_at.date(),
            link=link,
            language=spoken,
        )

    return collect


def _show_files(collect: Callable[[], PageTable], row_count: int, key: str) -> None:
    files = {file_format: partial(_render, collect, file_format) for file_format in FileFormat}
    download_buttons(files, f"countyscope-{key}", row_count)


def _render(collect: Callable[[], PageTable], file_format: FileFormat) -> bytes:
    return render_page_table(collect(), file_format)


def show_findings(build: data.OpenBuild, report_ids: Iterable[int], cells: Some[int], key: str) -> None:
    """Say what the checks found about some cells of some reports, where they found anything. Each finding leads to its
    document. A fold with a key stays open while the page is drawn anew for another width."""
    ids = tuple(sorted({int(report_id) for report_id in report_ids}))
    lines = _write_lines(build.warehouse.build_id, ids, frozenset(cells), language())
    if not lines:
        return
    heading = say_escaped("findings.about", count=number(len(lines), language()))
    listed = "\n".join(f"- [{escape_markdown(line)}]({escape_markdown(address)})" for line, address in lines)
    if len(lines) <= _MOST:
        st.warning(f"**{heading}**\n{listed}", icon=":material/rule:")
    else:
        st.expander(heading, icon=":material/rule:", key=f"findings-{key}").markdown(listed)


@keep_with_build(256)
def _write_lines(
    build_id: str, ids: tuple[int, ...], cells: frozenset[int], spoken: Language
) -> tuple[tuple[str, str], ...]:
    """Each finding in words, with the address of its document."""
    names = data.get_open_build(build_id).name_organs(spoken)
    return tuple(
        (say("findings.line", spoken, organ=names[row.organ_id], year=int(row.year),
             mark=mark_finding(row.severity, row.verdict, spoken),
             said=write_finding(row.rule, row.operands, spoken)),
         write_address(build_id, int(row.report_id), Choice(spoken, finding=int(row.number))))
        for row in each_row(data.find_findings(build_id, ids, cells))
    )  # fmt: skip


def select_reports(build: data.OpenBuild, frame: pd.DataFrame) -> pd.DataFrame:
    """The reports that the rows of a frame come from."""
    of_organs = build.select_reports_of(frame["organ_id"].unique())
    return of_organs[of_organs["report_id"].isin(frame["report_id"].dropna())]


def _list_ids(reports: pd.DataFrame) -> tuple[int, ...]:
    return tuple(int(report) for report in reports["report_id"])
