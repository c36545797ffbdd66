"""Remedies: reconsideration and litigation of one organ over the years, and how often it was corrected."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from analytics.charts import remedies as remedies_charts
from analytics.charts.corrections import describe_rate_context, draw_corrections
from analytics.charts.parts.cell_counts import write_missing_note
from analytics.charts.parts.wording import describe_missing
from analytics.dashboard.choosers import controls, organs
from analytics.dashboard.panels import charts
from analytics.dashboard.panels.form_tables import FormTable
from analytics.dashboard.panels.tail import Tail, show_form_chart, show_tail
from analytics.dashboard.state import data, session
from analytics.dashboard.state.screen import find_room
from analytics.transforms.organ.remedies import list_results
from analytics.transforms.revisions import PageView
from analytics.vocabulary import form
from analytics.vocabulary.measures import find_measure
from analytics.vocabulary.terms import Table

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
    cases = remedies_charts.draw_cases(cells, name, language, source=source)
    missing = write_missing_note(cells, language)
    case = show_form_chart(
        build, cases.add_note(missing), FormTable(len(cells), lambda: _make_cases_table(cells, name)), "remedies-cases",
        summary=f"{cases.title.text}{t('full_stop')}{missing}", reports=reports, cells=CELLS, has_findings=True,
    )  # fmt: skip
    every = data.read_changes(build.warehouse.build_id, RATES + BESIDE, (organ_id,), build.find_span(organ_id))
    frame = every[every["measure"].isin(RATES)].reset_index(drop=True)
    rates, beside = ([find_measure(key) for key in keys] for keys in (RATES, BESIDE))
    chart = draw_corrections(frame, name, rates, language, source=source, room=find_room())
    show_tail(
        build,
        Tail(
            key="remedies", chart=chart.add_note(describe_missing(frame, language)), rows=every,
            measures=[*rates, *beside], summary=charts.write_summary(chart.title.text, frame),
            caption=describe_rate_context(every, beside, language), noted=rates,
        ),
        case=case,
    )  # fmt: skip


def _make_cases_table(cells: pd.DataFrame, organ: str) -> pd.DataFrame:
    language = session.language()
    named = cells[["year", "block", "result", "value", "status"]].assign(
        block=[remedies_charts.name_line(cell, language) for cell in cells["block"]],
        result=[remedies_charts.name_column(cell, language) for cell in cells["result"]],
    )
    named.insert(0, "organ", organ)
    return named
