"""What stands with a chart on every page: its sentence, notes, findings, table with files, and the evidence behind
what was clicked last."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import KW_ONLY, dataclass

import pandas as pd
import streamlit as st

from analytics.charts.parts.chart import Chart
from analytics.charts.parts.points import Point
from analytics.dashboard.panels import charts, form_tables, tables
from analytics.dashboard.panels.evidence import show_evidence
from analytics.dashboard.panels.sheets import show_paper_rows
from analytics.dashboard.state import data
from analytics.vocabulary.measures import Measure, find_measure
from analytics.words.plain import escape_markdown


@dataclass(frozen=True, slots=True)
class Tail:
    """A chart of ``rows``, the frame of changes of some ``measures``, and what is said with it.

    ``summary`` is its sentence for those who cannot see it, ``caption`` what stands beneath; formulas and notes are
    those of ``noted``, findings those about ``cells``. ``beneath`` draws what a page has beside between findings and
    table. ``key`` tells the charts of a page apart. ``is_table`` shows the rows in place of the chart.
    """

    key: str
    chart: Chart
    rows: pd.DataFrame
    measures: Sequence[Measure]
    _: KW_ONLY
    summary: str
    caption: str = ""
    noted: Sequence[Measure] = ()
    cells: Collection[int] = ()
    beneath: Callable[[], None] | None = None
    is_table: bool = False


def show_tail(build: data.OpenBuild, tail: Tail, **others: Point | None) -> None:
    """The whole tail; ``others`` are points that were clicked elsewhere on the page."""
    show_chosen_evidence(build, tail.measures[0], tail.key, **show_chart_and_table(build, tail), **others)


def show_chart_and_table(build: data.OpenBuild, tail: Tail) -> dict[str, Point | None]:
    """The tail without its evidence: the ``row`` of the table and the ``mark`` of the chart that are clicked."""
    mark = None if tail.is_table else charts.show_chart(tail.chart, tail.summary, tail.key, tail.measures[0])
    row = _show_rows(build, tail) if tail.is_table else None
    if tail.caption:
        st.caption(escape_markdown(tail.caption))
    with st.container(key=f"sheetnotes-{tail.key}"):
        charts.show_notes(*tail.noted)
    show_paper_rows(tail.rows, tail.measures, tables.list_names(build, tail.rows), tail.key)
    if tail.cells:
        form_tables.show_findings(build, tail.rows["report_id"].dropna(), tail.cells, tail.key)
    if tail.beneath:
        tail.beneath()
    if not tail.is_table:
        row = tables.show_table_and_files(build, tail.rows, [measure.key for measure in tail.measures], tail.key)
    return {"row": row, "mark": mark}


def _show_rows(build: data.OpenBuild, tail: Tail) -> Point | None:
    """The rows under the heading of their chart; the point of the row that is clicked."""
    charts.show_heading(tail.chart)
    return tables.show_table_and_files(
        build, tail.rows, [measure.key for measure in tail.measures], tail.key, is_open=True
    )


def show_form_chart(
    build: data.OpenBuild,
    chart: Chart,
    table: form_tables.FormTable,
    key: str,
    *,
    summary: str,
    reports: pd.DataFrame,
    cells: Collection[int],
    has_findings: bool = False,
) -> Point | None:
    """A chart of one organ's form with the table of what it shows, made of ``cells`` of ``reports``; the point that was
    clicked, if any. Findings about them stand with one chart of a page."""
    point = charts.show_chart(chart, summary, key)
    if has_findings:
        form_tables.show_findings(build, reports["report_id"], cells, key)
    form_tables.show_form_paper(build, table, key, reports=reports)
    form_tables.show_form_table(build, table, key, caption=summary, reports=reports, cells=cells)
    return point


def show_chosen_evidence(build: data.OpenBuild, measure: Measure, key: str, **choices: Point | None) -> None:
    """The evidence behind what was clicked last. A point without measure or cells is one of ``measure``."""
    point = _find_latest(key, choices)
    if point is not None and point.measure:
        measure = find_measure(point.measure)
    show_evidence(build, point, measure, key=f"evidence-{key}")


def _find_latest(key: str, choices: dict[str, Point | None]) -> Point | None:
    """Of several things that can be clicked, and stay so, the one that was clicked last."""
    seen: dict[str, Point | None] = st.session_state.setdefault(f"clicked-{key}", {})
    latest = f"latest-{key}"
    for name, choice in choices.items():
        if choice != seen.get(name):
            seen[name] = choice
            st.session_state[latest] = name
    clicked = choices.get(st.session_state.get(latest, ""))
    return clicked or next((choice for choice in choices.values() if choice), None)
