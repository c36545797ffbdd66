"""Overview: what is held, what changed most, and how little of it is a real pair of years."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from analytics.charts.coverage import coverage as coverage_chart
from analytics.charts.coverage import coverage_by_area, coverage_title
from analytics.charts.largest_changes import headline as headline_chart
from analytics.charts.parts.theme import heading_of
from analytics.dashboard.choosers import controls
from analytics.dashboard.panels import charts, comparisons, tables
from analytics.dashboard.panels.evidence import evidence_panel, report_panel
from analytics.dashboard.state import data, session
from analytics.transforms.groups.compare import mixtures
from analytics.transforms.groups.coverage import Aspect
from analytics.transforms.revisions import Shown
from analytics.vocabulary.measures import measure
from analytics.words.numbers import number

HEADLINE_MEASURES = (
    "penalty_items",
    "licensing_items",
    "coercion_items",
    "penalty_decisions",
    "licensing_decisions",
    "coercion_decisions",
    "requests_new",
    "charges_collected",
)
"""Printed figures that every county has; rates and table IV rest on small numbers."""

MOST_ROWS = 60
"""Organs of the coverage chart; more are shown by area."""
MOVERS = 10


def show() -> None:
    """Draw the page."""
    held = data.collection()
    t = session.t
    st.title(t("overview.title"))
    st.markdown(t("overview.lead"))
    asked = session.selection(held)
    moved = data.movers(held.warehouse.build_id, HEADLINE_MEASURES, MOVERS)
    if len(moved.largest):
        _movers(held, moved.largest, t("headline.title", count=len(moved.largest)), "headline")
    else:
        st.info(t("overview.no_changes"))
    matrix, pairs = data.coverage(held.warehouse.build_id)
    said = {"count": number(moved.suspected_count, session.language()), "pairs": number(pairs, session.language())}
    st.caption(session.as_text("overview.left_out", **said))
    suspected = False
    if len(moved.suspected):
        controls.begin("suspected", (True, False), lambda: asked.suspected)
        apart = st.expander(
            session.as_text("overview.suspected", count=said["count"]), on_change="rerun", key="suspected"
        )
        suspected = bool(apart.open)
        if suspected:
            with apart:
                title = t("headline.suspected", count=len(moved.suspected))
                _movers(held, moved.suspected, title, "suspected-movers")
    aspect = Aspect(controls.one_of(st, "overview.aspect", "aspect", [str(one) for one in Aspect], asked.aspect))
    _coverage(held, matrix, pairs, aspect)
    session.remember(
        replace(asked, suspected=suspected, aspect=str(aspect) if aspect is not Aspect.HELD else None), held,
        Shown(tuple(measure(key) for key in HEADLINE_MEASURES)),
    )  # fmt: skip


def _movers(held: data.Collection, rows: pd.DataFrame, title: str, key: str) -> None:
    """Changes with both values, their table, and the printed cell behind the one that was clicked."""
    charts.warn_of_mixtures(mixtures(held.organs, rows, tuple(rows["organ_id"])))
    figure = headline_chart(rows, held.names, session.language(), title=title, source=session.t("chart.source"))
    point = charts.chart(figure, heading_of(figure), key)
    row = tables.table_and_downloads(held, rows, HEADLINE_MEASURES, key)
    chosen = row or point
    wanted = measure(str(chosen[3])) if chosen else measure(HEADLINE_MEASURES[0])
    evidence_panel(held, chosen, wanted, key=f"evidence-{key}")


def _coverage(held: data.Collection, matrix: pd.DataFrame, pairs: int, aspect: Aspect) -> None:
    """Organ by organ while that can be looked over, else area by area."""
    t, language = session.t, session.language()
    if matrix["organ_id"].nunique() <= MOST_ROWS:
        figure = coverage_chart(matrix, language, pairs=pairs, aspect=aspect)
        table = comparisons.coverage_table(matrix)
    else:
        areas = data.coverage_by_area(held.warehouse.build_id)
        title = coverage_title(matrix, language, aspect)
        figure = coverage_by_area(areas, title, language, pairs=pairs, aspect=aspect)
        table = areas.rename(columns={name: t(f"column.{name}") for name in areas.columns})
    point = charts.chart(figure, heading_of(figure), "coverage")
    with st.expander(t("overview.coverage_table")):
        tables.table(table, "coverage-table")
    if point and point[0] >= 0:
        report_panel(held, point)
