"""Remedies: reconsideration and litigation of one organ over the years, and how often it was corrected."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analytics.charts import remedies as remedies_charts
from analytics.charts.corrections import beside_rates, corrections
from analytics.charts.parts.cell_counts import missing_note
from analytics.charts.parts.theme import heading_of, with_note
from analytics.charts.parts.wording import missing_sentence
from analytics.dashboard.choosers import controls, organs
from analytics.dashboard.panels import charts, form_tables, tables
from analytics.dashboard.panels.evidence import evidence_panel
from analytics.dashboard.state import data, session
from analytics.transforms.organ.remedies import by_result
from analytics.transforms.revisions import Shown
from analytics.vocabulary import form
from analytics.vocabulary.measures import measure
from analytics.vocabulary.terms import Table
from analytics.words.plain import escape_markdown

CELLS = frozenset(cell.code for cell in form.cells() if cell.table is Table.IV)
RATES = ("reconsideration_correction_rate", "litigation_correction_rate")
BESIDE = ("reconsideration_other_share", "reconsideration_correction_rate_narrow",
          "litigation_other_share", "litigation_correction_rate_narrow")  # fmt: skip
"""What a correction rate is read with: the share of other results, and the rate that leaves them out."""


def show() -> None:
    """Draw the page."""
    held = data.collection()
    t, language = session.t, session.language()
    st.title(t("remedies.title"))
    asked = session.selection(held)
    organ, organ_id, name = organs.one(
        held, asked.organs, lambda: controls.default_organs(held, measure("reconsideration_total"), 1)
    )
    session.remember(replace(asked, organs=(organ,)), held, Shown(tables=(Table.IV,), organs=frozenset([organ])))
    reports = held.reports_of(organ_id)
    reports = reports[reports["is_current"]]
    cells = by_result(data.form_figures(held.warehouse.build_id, organ_id), reports)
    if not cells["value"].notna().any():
        st.info(session.as_text("remedies.nothing", organ=name))
        return
    source = charts.source_of(held, organ_id)
    figure = remedies_charts.cases(cells, name, language, source=source)
    missing = missing_note(cells, language)
    summary = f"{heading_of(figure)}{t('full_stop')}{missing.strip(' ·　')}"
    case = charts.chart(with_note(figure, missing), summary, "remedies-cases")
    form_tables.findings_about(held, reports, CELLS)
    named = cells[["year", "block", "result", "value", "status"]].assign(
        block=[remedies_charts.line_name(cell, language) for cell in cells["block"]],
        result=[remedies_charts.column_name(cell, language) for cell in cells["result"]],
    )
    named.insert(0, "organ", name)
    form_tables.table_of(held, named, "remedies-cases", said=summary, reports=reports, cells=CELLS)
    every = data.measured(held.warehouse.build_id, RATES + BESIDE, (organ_id,), held.span_of(organ_id))
    frame = every[every["measure"].isin(RATES)].reset_index(drop=True)
    figure = corrections(frame, name, [measure(key) for key in RATES], language, source=source)
    noted = with_note(figure, t("remedies.missing_rates", missing=missing_sentence(frame, language)))
    rate = charts.chart(noted, charts.summary_of(heading_of(figure), frame), "remedies-rates")
    said = beside_rates(every, [measure(key) for key in BESIDE], language)
    if said:
        st.caption(escape_markdown(said))
    charts.notes(*map(measure, RATES))
    row = tables.table_and_downloads(held, every, RATES + BESIDE, "remedies")
    chosen = row or rate
    evidence_panel(held, chosen or case, measure(str(chosen[3])) if chosen else measure(RATES[0]))
