"""Remedies: reconsideration and litigation of one organ over the years, and how often it was corrected."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analytics.charts import remedies as remedies_charts
from analytics.charts.corrections import describe_rate_context, draw_corrections
from analytics.charts.parts.cell_counts import write_missing_note
from analytics.charts.parts.theme import add_note, find_heading
from analytics.charts.parts.wording import describe_missing
from analytics.dashboard.choosers import controls, organs
from analytics.dashboard.panels import charts, form_tables, tables
from analytics.dashboard.panels.evidence import show_evidence
from analytics.dashboard.state import data, session
from analytics.transforms.organ.remedies import list_results
from analytics.transforms.revisions import PageView
from analytics.vocabulary import form
from analytics.vocabulary.measures import find_measure
from analytics.vocabulary.terms import Table
from analytics.words.plain import escape_markdown

CELLS = frozenset(cell.code for cell in form.list_cells() if cell.table is Table.IV)
RATES = ("reconsideration_correction_rate", "litigation_correction_rate")
BESIDE = ("reconsideration_other_share", "reconsideration_correction_rate_narrow",
          "litigation_other_share", "litigation_correction_rate_narrow")  # fmt: skip
"""What a correction rate is read with: the share of other results, and the rate that leaves them out."""


def show() -> None:
    """Draw the page."""
    build = data.open_current_build()
    t, language = session.t, session.language()
    st.title(t("remedies.title"))
    selection = session.read_selection(build)
    organ, organ_id, name = organs.choose_organ(
        build, selection.organs, lambda: controls.find_default_organs(build, find_measure("reconsideration_total"), 1)
    )
    session.remember(
        replace(selection, organs=(organ,)), build, PageView(tables=(Table.IV,), organs=frozenset([organ]))
    )
    reports = build.select_reports(organ_id)
    reports = reports[reports["is_current"]]
    cells = list_results(data.read_form_figures(build.warehouse.build_id, organ_id), reports)
    if not cells["value"].notna().any():
        st.info(session.say_escaped("remedies.nothing", organ=name))
        return
    source = charts.describe_source(build, organ_id)
    figure = remedies_charts.draw_cases(cells, name, language, source=source)
    missing = write_missing_note(cells, language)
    summary = f"{find_heading(figure)}{t('full_stop')}{missing.strip(' ·　')}"
    case = charts.show_chart(add_note(figure, missing), summary, "remedies-cases")
    form_tables.show_findings(build, reports, CELLS)
    named = cells[["year", "block", "result", "value", "status"]].assign(
        block=[remedies_charts.name_line(cell, language) for cell in cells["block"]],
        result=[remedies_charts.name_column(cell, language) for cell in cells["result"]],
    )
    named.insert(0, "organ", name)
    form_tables.show_form_table(build, named, "remedies-cases", caption=summary, reports=reports, cells=CELLS)
    every = data.read_changes(build.warehouse.build_id, RATES + BESIDE, (organ_id,), build.find_span(organ_id))
    frame = every[every["measure"].isin(RATES)].reset_index(drop=True)
    figure = draw_corrections(frame, name, [find_measure(key) for key in RATES], language, source=source)
    noted = add_note(figure, t("remedies.missing_rates", missing=describe_missing(frame, language)))
    rate = charts.show_chart(noted, charts.write_summary(find_heading(figure), frame), "remedies-rates")
    sentence = describe_rate_context(every, [find_measure(key) for key in BESIDE], language)
    if sentence:
        st.caption(escape_markdown(sentence))
    charts.show_notes(*map(find_measure, RATES))
    row = tables.show_table_and_files(build, every, RATES + BESIDE, "remedies")
    chosen = row or rate
    show_evidence(build, chosen or case, find_measure(str(chosen[3])) if chosen else find_measure(RATES[0]))
