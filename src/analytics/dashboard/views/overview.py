"""Overview: what is held, what changed most, and how little of it is a real pair of years."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from analytics.charts.coverage import coverage as coverage_chart
from analytics.charts.coverage import coverage_by_area
from analytics.charts.headline import headline as headline_chart
from analytics.dashboard import data, parts
from analytics.dashboard.evidence import evidence_panel
from analytics.transforms.change import headline
from analytics.transforms.coverage import by_area
from analytics.transforms.revisions import Shown
from analytics.vocabulary.measures import measure

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


def show() -> None:
    """Draw the page."""
    held = data.collection()
    t, build = parts.t, held.warehouse.build_id
    st.title(t("overview.title"))
    st.markdown(t("overview.lead"))
    matrix, pairs = data.coverage(build)
    changes = data.measured(build, HEADLINE_MEASURES, None, None)
    asked = parts.selection(held)
    include = st.toggle(t("overview.include_suspected"), key="include-suspected", value=asked.suspected)
    everything = Shown(tuple(measure(key) for key in HEADLINE_MEASURES))
    parts.remember(replace(asked, suspected=include), held, everything)
    top = headline(changes, limit=10, include_suspected=include)
    point = None
    if len(top):
        figure = headline_chart(top, held.names, parts.language())
        point = parts.chart(figure, t("overview.headline_alt", count=len(top)), "headline")
        row = parts.table_and_downloads(held, top, HEADLINE_MEASURES, "headline")
        point = row or point
        evidence_panel(held, point, measure(str(point[3])) if point else measure(HEADLINE_MEASURES[0]))
    else:
        st.info(t("overview.no_changes"))
    left_out = int((changes["is_coverage_suspected"] & changes["percent"].notna()).sum())
    st.caption(t("overview.left_out", count=left_out, pairs=pairs))
    _coverage(held, matrix, pairs)


def _coverage(held: data.Collection, matrix: pd.DataFrame, pairs: int) -> None:
    """Organ by organ while that can be looked over, else area by area."""
    t = parts.t
    if matrix["organ_id"].nunique() <= MOST_ROWS:
        figure, table = coverage_chart(matrix, parts.language(), pairs=pairs), parts.coverage_table(matrix)
    else:
        areas = by_area(matrix, held.organs)
        figure = coverage_by_area(areas, parts.language(), pairs=pairs)
        table = areas.rename(columns={name: t(f"column.{name}") for name in areas.columns})
    parts.chart(figure, parts.heading_of(figure), "coverage")
    with st.expander(t("overview.coverage_table")):
        parts.table(table, "coverage-table")
