"""A chart with its title, its sentence for those who cannot see it, its notes and its warnings."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st
from plotly.basedatatypes import BaseFigure

from analytics.charts.parts.chart import Chart
from analytics.charts.parts.points import Point
from analytics.charts.parts.wording import describe_missing
from analytics.dashboard.panels import sheets
from analytics.dashboard.panels.chart_files import show_save_buttons
from analytics.dashboard.state import data
from analytics.dashboard.state.session import language, t
from analytics.vocabulary.measures import Measure
from analytics.vocabulary.terms import Origin
from analytics.words import Language
from analytics.words.plain import escape_html, escape_markdown

CHART_CONFIG = {
    "displaylogo": False,
    "modeBarButtonsToRemove": [
        "toImage",
        "zoom2d",
        "pan2d",
        "select2d",
        "lasso2d",
        "zoomIn2d",
        "zoomOut2d",
        "autoScale2d",
    ],
}


class _Drawn(BaseFigure):  # type: ignore[misc]
    """A chart without its title that Streamlit sends as it is.

    A dict would be checked property by property on every rerun, which takes longer than drawing it; the tests check
    every chart instead.
    """

    def __init__(self, chart: Chart) -> None:
        self._chart = chart

    def to_dict(self) -> dict[str, object]:
        return {"data": self._chart.traces, "layout": self._chart.layout}


def show_chart(chart: Chart, summary: str, key: str, measure: Measure | None = None) -> Point | None:
    """A chart with its sentence for those who cannot see it; the point that was clicked, if any.

    Title and subtitle stand above the plot as text, where they wrap on a narrow screen. They carry what
    ``facsimile.js`` needs to open the document behind a mark; marks that name nothing are of ``measure``, else of whole
    reports.
    """
    build_id = data.open_current_build().warehouse.build_id
    with st.container(key=f"sheet-{key}"):
        show_heading(chart, _write_behind(build_id, key, measure))
        event = st.plotly_chart(
            _Drawn(chart),
            theme=None,
            config=CHART_CONFIG,
            on_select="rerun",
            selection_mode="points",
            key=key,
            alt=summary,
        )
        sheets.show_foot()
    sheets.show_sheet_links(chart, key)
    show_save_buttons(chart.title, key, language(), build_id)
    points = event.selection.points if event else []
    carried = points[0].get("customdata") if points else None
    return Point.parse(carried) if carried else None


def _write_behind(build_id: str, key: str, measure: Measure | None) -> str:
    return f"data-chart='{key}' data-evidence='evidence/{build_id}' data-measure='{measure.key if measure else ''}'"


def show_heading(chart: Chart, behind: str = "") -> None:
    """Title and subtitle as text, in which nothing is markup; ``behind`` are attributes of ours."""
    heading, beneath = escape_html(chart.title.text), escape_html(chart.title.write_beneath(t("list.notes")))
    st.html(f"<div class='chart-title' {behind}>{heading}</div><div class='chart-subtitle'>{beneath}</div>")


def show_notes(*measures: Measure) -> None:
    """Formulas and the notes of law and coverage, each of them once."""
    formulas = [measure.formula if language() is Language.ZH else measure.formula_english for measure in measures]
    lines = [t("page.formula", formula=formula) for formula in formulas if formula]
    lines += [t(f"note.{note}") for measure in measures for note in measure.notes]
    if lines:
        st.caption("  \n".join(map(escape_markdown, dict.fromkeys(lines))))


def describe_source(build: data.OpenBuild, organ_id: int) -> str:
    """What the figures of an organ come from, in words; simulated ones say so."""
    reports = build.select_reports(organ_id)
    source = t("chart.source")
    return t("chart.simulated", source=source) if (reports["origin"] == Origin.SIMULATED).any() else source


def write_summary(title: str, frame: pd.DataFrame) -> str:
    """The one-sentence summary of a chart: its finding and what is missing."""
    missing = describe_missing(frame, language())
    return f"{title}{t('full_stop')}{missing[0].upper()}{missing[1:]}{t('full_stop')}"


def warn_of_mixtures(found: Sequence[str], *, years: int = 1) -> None:
    """Say it where organs of different level, kind or scope, or different years, stand on one axis."""
    for name in found:
        st.warning(t(f"mixed.{name}"), icon=":material/info:")
    if years > 1:
        st.warning(t("mixed.year"), icon=":material/info:")
