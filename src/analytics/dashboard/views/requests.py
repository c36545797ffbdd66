"""Requests: who asked one organ in one year, where it ended, why not, and what changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from analytics.charts import requests as requests_charts
from analytics.charts.parts import request_names
from analytics.charts.parts.chart import Chart
from analytics.charts.parts.points import Point
from analytics.charts.waterfall import draw_waterfall
from analytics.dashboard.choosers import controls, organs
from analytics.dashboard.panels import charts, comparisons, form_tables
from analytics.dashboard.panels.form_tables import FormTable
from analytics.dashboard.panels.tail import show_chosen_evidence, show_form_chart
from analytics.dashboard.state import data, session
from analytics.dashboard.state.screen import find_room
from analytics.transforms.organ.requests import (
    find_cells_behind,
    list_reasons,
    select_years,
    split_change,
    sum_flows,
    sum_printed_totals,
)
from analytics.transforms.revisions import PageView, add_previous_years
from analytics.transforms.rows import each_row
from analytics.vocabulary import form
from analytics.vocabulary.measures import find_measure
from analytics.vocabulary.terms import Table
from analytics.words.numbers import is_missing
from analytics.words.plain import escape_markdown

WANTED = find_measure("requests_answered")
CELLS = frozenset(cell.code for cell in form.list_cells() if cell.table is Table.III)
"""Of the whole table: a flow is made of nearly all of them."""


def show() -> None:
    """Draw the page."""
    build = data.open_current_build()
    t, language = session.t, session.language()
    st.title(t("requests.title"))
    selection = session.read_selection(build)
    left, right = st.columns([3, 1])
    with left:
        organ, organ_id, name = organs.choose_organ(
            build, selection.organs, lambda: controls.find_default_organs(build, WANTED, 1)
        )
    year = controls.choose_year(build, selection.year, organ_id, place=right)
    displayed = PageView(tables=(Table.III,), organs=frozenset([organ]), years=add_previous_years([year]))
    session.remember(replace(selection, organs=(organ,), year=year), build, displayed)
    reports = build.select_reports(organ_id)
    reports = reports[reports["is_current"]]
    figures = select_years(data.read_form_figures(build.warehouse.build_id, organ_id), reports, year)
    found, total = sum_flows(figures, year), sum_printed_totals(figures, year)
    source = charts.describe_source(build, organ_id)
    show_year = partial(_show_chart, build, reports[reports["year"] == year], name, year)
    node = None
    if found["value"].sum():
        chart = requests_charts.draw_flow(found, name, year, language, total=total, source=source, room=find_room())
        show_year(chart=chart, make_table=partial(_make_flow_table, found), rows=len(found), key="flow")
        node = _choose_node(found, figures, year)
    else:
        st.info(session.say_escaped("requests.none" if total == 0 else "requests.nothing", organ=name, year=year))
    form_tables.show_findings(build, reports.loc[reports["year"] == year, "report_id"], CELLS, "requests")
    why, reason, part = list_reasons(figures, year), None, None
    if why.empty:
        st.caption(session.say_escaped("requests.reasons_unknown", organ=name, year=year))
    else:
        chart = requests_charts.draw_reasons(why, name, year, language, source=source, room=find_room())
        reason = show_year(chart=chart, make_table=partial(_make_reasons_table, why), rows=len(why), key="reasons")
    change = split_change(figures, year)
    if change.empty:
        st.caption(session.say_escaped("requests.no_change", year=year - 1))
    else:
        chart = draw_waterfall(change, name, year, language, source=source)
        both = reports[reports["year"].isin([year - 1, year])]
        part = _show_chart(
            build, both, name, year, chart=chart, make_table=partial(_make_change_table, change, year),
            rows=len(change), key="waterfall",
        )  # fmt: skip
    if not figures["value"].notna().any():
        comparisons.show_prose_figures(build, [organ_id], year, year)
    show_chosen_evidence(build, WANTED, "requests", node=node, reason=reason, part=part)


def _choose_node(found: pd.DataFrame, figures: pd.DataFrame, year: int) -> Point | None:
    """The ends of the flow as buttons, since its bands cannot be clicked: the printed cells behind the chosen one."""
    language = session.language()
    sums: dict[tuple[str, str], float] = {}
    least: set[tuple[str, str]] = set()
    for row in each_row(found):
        for end in (("applicant", row.applicant), ("outcome", row.outcome)):
            sums[end] = sums.get(end, 0) + (0 if is_missing(row.value) else row.value)
            least |= {end} if row.unknown else set()
    names = {"applicant": request_names.name_column, "outcome": request_names.name_outcome}
    labels = {
        (side, key): escape_markdown(
            f"{names[side](key, language)} "
            f"{requests_charts.write_count(value, language, is_least=(side, key) in least)}"
        )
        for (side, key), value in sorted(sums.items(), key=lambda item: item[0][0])
        if value > 0
    }
    chosen = st.pills(session.t("requests.behind"), list(labels), format_func=labels.__getitem__, key="requests-node")
    if chosen is None:
        return None
    behind = find_cells_behind(figures, year)
    node_cells = behind[behind[chosen[0]] == chosen[1]]
    return Point.of(next(each_row(node_cells.assign(year=year))), cells=tuple(map(int, node_cells["cell"])))


def _show_chart(
    build: data.OpenBuild,
    reports: pd.DataFrame,
    organ: str,
    year: int,
    *,
    chart: Chart,
    make_table: Callable[[], pd.DataFrame],
    rows: int,
    key: str,
) -> Point | None:
    """A chart with its table and the table's files, whose rows say of whom and when they are; the point that was
    clicked, if any."""

    def make_named() -> pd.DataFrame:
        table = make_table()
        return pd.concat([pd.DataFrame({"organ": organ, "year": year}, index=table.index), table], axis=1)

    return show_form_chart(
        build, chart, FormTable(rows, make_named), f"requests-{key}", summary=chart.title.text, reports=reports,
        cells=CELLS,
    )  # fmt: skip


def _make_flow_table(found: pd.DataFrame) -> pd.DataFrame:
    language = session.language()
    return found.drop(columns="unknown").assign(
        applicant=[request_names.name_column(column, language) for column in found["applicant"]],
        outcome=[request_names.name_outcome(outcome, language) for outcome in found["outcome"]],
    )


def _make_reasons_table(why: pd.DataFrame) -> pd.DataFrame:
    language = session.language()
    named = why[["group", "line", "value", "status"]].assign(
        group=[request_names.name_outcome(outcome, language) for outcome in why["group"]],
        line=[request_names.name_line(line, language) for line in why["line"]],
    )
    return named.rename(columns={"line": "ground"})


def _make_change_table(change: pd.DataFrame, year: int) -> pd.DataFrame:
    language = session.language()
    words = {"before": str(year - 1), "now": str(year), "rest": session.t("requests.rest")}
    return change[["part", "value"]].assign(
        part=[words.get(part) or request_names.name_column(part, language) for part in change["part"]]
    )
