"""Saying something of a finding or a cell on a page: reviews, corrections, whose a report is, a letter.

What is said goes into the lists beside the documents at once; corrections and assignments wait for the next ingest.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from analytics.collection.reviews import Decision
from analytics.dashboard.state import data, quality
from analytics.dashboard.state.open_builds import find_folder
from analytics.dashboard.state.session import language, say_escaped, t
from analytics.errors import CountyScopeError
from analytics.exports.corrections import name_cell
from analytics.query.letter import list_askable, write_letter
from analytics.query.reviewing import Statement, Whose, assign_report, correct_figure, review_figure, review_finding
from analytics.transforms.rows import each_row
from analytics.vocabulary import form
from analytics.words.plain import escape_markdown
from analytics.words.render import write_error

_AUTHOR = "review-author"
_ANSWERS: Mapping[str, tuple[Decision, str]] = {
    "confirm": (Decision.CONFIRMED, ":material/check:"),
    "dismiss": (Decision.DISMISSED, ":material/close:"),
    "annotate": (Decision.ANNOTATED, ":material/edit_note:"),
    "reopen": (Decision.REOPENED, ":material/undo:"),
}


def show_finding_forms(build: data.OpenBuild, finding: Any, key: str) -> None:
    """What can be said of a finding of ``state.quality.judge_all``: a review, a correction of its cells, a letter."""
    if quality.may_write():
        with st.container(border=True, key=f"review-box-{key}"):
            st.markdown(f"**{t('quality.review_form')}**")
            _show_answers(
                f"review-{key}",
                lambda decision, note, by: review_finding(
                    data.find_raw_folder(), build.warehouse, finding, decision, note=note, by=by
                ),
            )
        _show_correction_form(build, int(finding.report_id), finding.cells, key)
    else:
        st.caption(t("quality.read_only"))
    _show_letter(build, finding)


def ask_author(key: str) -> str:
    """Who says so; asked once a session."""
    st.session_state.setdefault(f"{key}-by", st.session_state.get(_AUTHOR, ""))
    name = st.text_input(t("quality.by"), key=f"{key}-by", max_chars=80)
    st.session_state[_AUTHOR] = name
    return name.strip()


def _show_answers(key: str, write: Callable[[Decision, str, str], object]) -> None:
    """Who says what, a button an answer."""
    left, right = st.columns([1, 3])
    with left:
        by = ask_author(key)
    note = right.text_input(t("quality.note"), key=f"{key}-note", max_chars=2000)
    with st.container(horizontal=True):
        for answer, (decision, icon) in _ANSWERS.items():
            if st.button(t(f"quality.{answer}"), key=f"{key}-{answer}", icon=icon):
                _attempt(partial(write, decision, note.strip(), by), "reviews.csv")


def _show_correction_form(build: data.OpenBuild, report_id: int, codes: Iterable[int], key: str) -> None:
    """Say what a cell of the form should read; only of reports that figures are taken from."""
    cells = [int(code) for code in dict.fromkeys(codes) if code in form.map_cells_by_code()]
    if not cells or not is_in_use(build, report_id):
        return
    with st.expander(t("quality.correct_form"), icon=":material/edit:"):
        st.caption(t("quality.correct_note"))
        left, right = st.columns([3, 1])
        with left:
            cell = _choose_cell(build, report_id, cells, f"correct-cell-{key}")
        value = right.number_input(t("quality.value"), value=None, step=1.0, format="%g", key=f"correct-value-{key}")
        reason = st.text_input(t("quality.reason"), key=f"correct-reason-{key}", max_chars=2000)
        source = st.text_input(t("quality.source"), key=f"correct-source-{key}", max_chars=2000)
        by = ask_author(f"correct-{key}")
        if st.button(t("quality.save_correction"), key=f"correct-save-{key}", disabled=value is None):
            statement = Statement(by, reason.strip(), source.strip())
            _attempt(
                lambda: correct_figure(
                    data.find_raw_folder(), build.warehouse, report_id, cell, value, statement=statement
                ),
                "corrections.csv",
            )


def is_in_use(build: data.OpenBuild, report_id: int) -> bool:
    """Whether figures are taken from a report."""
    current = build.reports.loc[build.reports["is_current"], "report_id"]
    return bool(current.eq(report_id).any())


def _choose_cell(build: data.OpenBuild, report_id: int, cells: Sequence[int], key: str) -> int:
    """One of the cells, named with what it prints."""
    printed = build.warehouse.read_printed([report_id])
    names = {
        code: f"{' · '.join(name_cell(code, language()))} = {printed.get((report_id, code), '')}" for code in cells
    }
    chosen: int = st.selectbox(t("quality.cell"), cells, format_func=lambda code: names.get(code, str(code)), key=key)
    return chosen


def show_figure_forms(build: data.OpenBuild, report_id: int, codes: Sequence[int], key: str) -> None:
    """What was said of printed cells, and what can be said of them: a review, a correction."""
    for cell, state in quality.find_figure_reviews(build, report_id, codes):
        name = " · ".join(name_cell(cell, language()))
        sentence = t(
            "quality.figure_reviewed", cell=name, state=t(f"quality.review.{state.state}"), note=state.note,
            by=state.by, at=state.at,
        )  # fmt: skip
        st.info(escape_markdown(sentence), icon=":material/how_to_reg:")
    cells = [code for code in codes if code in form.map_cells_by_code()]
    if not (cells and quality.may_write() and is_in_use(build, report_id)):
        return
    with st.expander(t("quality.review_figure"), icon=":material/edit_note:", key=f"figure-{key}"):
        cell = _choose_cell(build, report_id, cells, f"figure-cell-{key}")
        _show_answers(
            f"figure-{key}",
            lambda decision, note, by: review_figure(
                data.find_raw_folder(), build.warehouse, report_id, cell, decision, note=note, by=by
            ),
        )
    _show_correction_form(build, report_id, cells, key)


def _show_letter(build: data.OpenBuild, finding: Any) -> None:
    findings = pd.DataFrame([finding._asdict()])
    if list_askable(findings).empty:
        return
    with st.expander(t("quality.letter"), icon=":material/mail:"):
        st.caption(t("quality.letter_note"))
        text = write_letter(build.warehouse, int(finding.report_id), findings, language())
        st.code(text, language=None, wrap_lines=True)


def show_assignment_form(build: data.OpenBuild, unresolved: pd.DataFrame) -> None:
    """Say whose one of the reports is whose place or year nobody knows."""
    if not quality.may_write():
        st.caption(t("quality.read_only"))
        return
    reports = {(row.file, int(row.position)): f"{row.file} · {row.title or ''}" for row in each_row(unresolved)}
    chosen = st.selectbox(
        t("quality.which_report"), list(reports), format_func=reports.__getitem__, key="assign-report"
    )
    left, middle, right = st.columns([3, 1, 1])
    organ = left.text_input(t("quality.organ_name"), key="assign-organ", max_chars=100).strip()
    place = middle.text_input(t("quality.place_code"), key="assign-place", max_chars=12).strip()
    year = right.number_input(t("quality.report_year"), 1949, 2100, value=None, step=1, key="assign-year")
    reason = st.text_input(t("quality.reason"), key="assign-reason", max_chars=2000).strip()
    source = st.text_input(t("quality.source"), key="assign-source", max_chars=2000).strip()
    by = ask_author("assign")
    if st.button(t("quality.assign"), key="assign-save", disabled=not (organ or place or year)):
        whose = Whose(organ=organ or None, place_code=place or None, year=int(year) if year else None)
        statement = Statement(by, reason, source)
        _attempt(
            lambda: assign_report(
                data.find_raw_folder(), build.warehouse, chosen[0], whose, number=chosen[1], statement=statement
            ),
            "assignments.csv",
        )


def show_newer_lists(build: data.OpenBuild) -> None:
    """Say that lists are ahead of the build, with the command that makes another."""
    names = quality.list_newer_lists(build)
    if names:
        st.info(say_escaped("quality.newer_lists", names=t("list.names").join(names)), icon=":material/update:")
        st.code(write_ingest_command(), language=None)


def write_ingest_command() -> str:
    """The command that reads the collection of this server anew."""
    folder = shlex.quote(data.find_raw_folder())
    return f"countyscope ingest {folder} --warehouse {shlex.quote(str(find_folder()))}"


def _attempt(write: Callable[[], object], file: str) -> None:
    """Write, and draw the page anew with what was written; a refusal is a sentence."""
    try:
        write()
    except CountyScopeError as refusal:
        st.error(escape_markdown(write_error(refusal, language())), icon=":material/error:")
        return
    st.toast(say_escaped("quality.saved", file=file), icon=":material/check:")
    st.rerun()
