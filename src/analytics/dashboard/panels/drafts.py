"""What was read of files that were handed over: reports, refused files, findings with the document around their
cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pandas as pd
import streamlit as st

from analytics.dashboard.panels.evidence import write_excerpt
from analytics.dashboard.state.drafts import ReadDraft, find_settings, read_draft_excerpt
from analytics.dashboard.state.session import language, t
from analytics.errors import CountyScopeError
from analytics.exports.files import render_csv
from analytics.query.findings import map_hints, word_findings
from analytics.transforms.rows import each_row
from analytics.vocabulary import form
from analytics.warehouse.read import open_warehouse
from analytics.words.numbers import number, percent
from analytics.words.plain import escape_markdown
from analytics.words.render import write_error, write_problem

_FINDING_COLUMNS = ("mark", "organ", "year", "message", "fault", "hint", "file")
_FINDING_NAMES = ("severity", "organ", "year", "finding", "fault", "hint", "file")


@contextmanager
def show_progress() -> Iterator[Callable[[int, int], None]]:
    """A bar of documents read; it goes when that is over."""
    bar = st.progress(0.0, t("upload.begun"))

    def advance(done: int, total: int) -> None:
        counts = {"done": number(done, language()), "total": number(total, language())}
        bar.progress(done / max(total, 1), t("upload.progress", **counts))

    try:
        yield advance
    finally:
        bar.empty()


def show_draft(draft: ReadDraft) -> None:
    """All that was read, file by file, and what was not."""
    _show_reports(draft)
    _show_rejected(draft)
    _show_findings(draft)


def _show_reports(draft: ReadDraft) -> None:
    st.header(t("upload.reports"), anchor="reports")
    if draft.reports.empty:
        st.info(t("upload.no_report"))
        return
    table = _make_table(draft.reports)
    st.dataframe(table, hide_index=True, key="upload-reports", placeholder="", column_config=_write_year())
    st.caption(t("upload.held_note"))
    _offer_csv(table, "reports")


def _make_table(reports: pd.DataFrame) -> pd.DataFrame:
    shares = [None if pd.isna(share) else percent(float(share), language()) for share in reports["sure_share"]]
    columns = {
        "organ": reports["organ"].where(reports["organ"].notna(), t("upload.unknown")),
        "year": reports["year"],
        "held": reports["held"].map(lambda held: t(f"upload.held.{held}")),
        "cells_printed": reports["cells"],
        "sure_share": pd.Series(shares, index=reports.index, dtype=object),
        "cells_uncertain": reports["uncertain"],
        "cells_unreadable": reports["unreadable"],
        "unread": reports["unread"],
        "errors": reports["errors"],
        "warnings": reports["warnings"],
        "file": reports["file"],
    }
    named = {"held", "sure_share", "unread", "errors", "warnings"}
    return pd.DataFrame(
        {t(f"upload.{name}" if name in named else f"column.{name}"): column for name, column in columns.items()}
    )


def _write_year() -> dict[str, Any]:
    return {t("column.year"): st.column_config.NumberColumn(t("column.year"), format="%d")}


def _offer_csv(table: pd.DataFrame, name: str) -> None:
    st.download_button(
        "CSV", lambda: render_csv(table), f"countyscope-upload-{name}.csv", "text/csv", key=f"upload-csv-{name}",
        on_click="ignore",
    )  # fmt: skip


def _show_rejected(draft: ReadDraft) -> None:
    rows = [(row.file, write_problem(row.key, row.operands, language())) for row in each_row(draft.rejected)]
    rows += [(name, t("upload.ignored")) for name in draft.draft.ignored]
    if not rows:
        return
    st.header(t("upload.rejected"), anchor="rejected")
    table = pd.DataFrame(rows, columns=[t("column.file"), t("column.why_rejected")])
    st.dataframe(table, hide_index=True, key="upload-rejected", placeholder="")
    _offer_csv(table, "rejected")


def _show_findings(draft: ReadDraft) -> None:
    st.header(t("quality.findings"), anchor="findings")
    hints = map_hints(draft.findings, language())
    found = word_findings(draft.told, hints, language(), build_id=None).reset_index(drop=True)
    if found.empty:
        st.info(t("upload.no_finding"))
        return
    table = found[list(_FINDING_COLUMNS)].assign(
        fault=found["fault"].map(lambda fault: t(f"fault.{fault}"), na_action="ignore")
    )
    table = table.set_axis([t(f"column.{name}") for name in _FINDING_NAMES], axis=1)
    event = st.dataframe(
        table, hide_index=True, key="upload-findings", on_select="rerun", selection_mode="single-row", placeholder="",
        column_config={**_write_year(), t("column.finding"): st.column_config.TextColumn(width="large")},
    )  # fmt: skip
    _offer_csv(table, "findings")
    rows = [row for row in event.selection.rows if row < len(found)]
    if not rows:
        st.caption(t("upload.choose_row"))
        return
    _show_document(draft, next(each_row(found.iloc[rows])))


def _show_document(draft: ReadDraft, finding: Any) -> None:
    """A finding in full, with the rows of the document that its first cell stands in."""
    with st.container(border=True):
        st.markdown(f"**{escape_markdown(finding.mark)}** {escape_markdown(finding.message)}")
        codes = [int(code) for code in finding.codes if code in form.map_cells_by_code()]
        try:
            around = read_draft_excerpt(draft.draft, int(finding.report_id), codes)
        except CountyScopeError as refusal:
            st.warning(escape_markdown(write_error(refusal, language())))
            return
        if around is None:
            st.caption(t("upload.no_place"))
            return
        st.caption(t("evidence.around"))
        st.html(write_excerpt(around))


def publish_draft(draft: ReadDraft, progress: Callable[[int, int], None]) -> str:
    """Publish; the sentence that says what became of it."""
    settings = find_settings()
    summary = draft.draft.publish(settings, draft.held, progress)
    with open_warehouse(settings.warehouse, summary.build_id) as build:
        reports = build.reports(current_only=False)
    own = reports[reports["file"].str.startswith(f"{draft.draft.name}/")]
    in_use = int((own["is_current"] | own["is_prose_current"]).sum())
    counts = {name: number(count, language()) for name, count in (("reports", len(own)), ("used", in_use))}
    return t("upload.published", build=summary.build_id, folder=draft.draft.name, **counts)
