"""Remedies: reconsideration and litigation of one organ over the years, and how often it was corrected."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analytics.charts import remedies as charts
from analytics.charts.corrections import corrections
from analytics.dashboard import choose, data, parts, whose
from analytics.dashboard.evidence import evidence_panel
from analytics.transforms.remedies import by_result
from analytics.transforms.revisions import Shown
from analytics.vocabulary.measures import measure
from analytics.vocabulary.terms import Table

RATES = ("reconsideration_correction_rate", "litigation_correction_rate")


def show() -> None:
    """Draw the page."""
    held = data.collection()
    t, language = parts.t, parts.language()
    st.title(t("remedies.title"))
    asked = parts.selection(held)
    organ, organ_id, name = whose.one(
        held, asked.organs, lambda: choose.default_organs(held, measure("reconsideration_total"), 1)
    )
    parts.remember(replace(asked, organs=(organ,)), held, Shown(tables=(Table.IV,), organs=frozenset([organ])))
    cells = by_result(data.form_figures(held.warehouse.build_id, organ_id))
    if cells.empty:
        st.info(t("remedies.nothing", organ=name))
        return
    source = parts.source_of(held, organ_id)
    reported = {int(year) for year in held.reports_of(organ_id)["year"].dropna()}
    figure = charts.cases(cells, name, language, reported=reported, source=source)
    case = parts.chart(figure, parts.heading_of(figure), "remedies-cases")
    named = cells[["year", "block", "result", "value", "status"]].assign(
        block=[charts.line_name(one, language) for one in cells["block"]],
        result=[charts.column_name(one, language) for one in cells["result"]],
        status=[t(f"status.{one}") for one in cells["status"]],
    )
    parts.small_table(named.rename(columns={one: t(f"column.{one}") for one in named.columns}), "remedies-cases")
    frame = data.measured(held.warehouse.build_id, RATES, (organ_id,), None)
    figure = corrections(frame, name, [measure(key) for key in RATES], language, source=source)
    rate = parts.chart(figure, parts.summary_of(parts.heading_of(figure), frame), "remedies-rates")
    parts.notes(*map(measure, RATES))
    row = parts.table_and_downloads(held, frame, RATES, "remedies")
    chosen = row or rate
    evidence_panel(held, chosen or case, measure(str(chosen[3])) if chosen else measure(RATES[0]))
