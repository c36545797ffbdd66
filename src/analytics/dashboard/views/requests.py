"""Requests: who asked one organ in one year, where it ended, why not, and what changed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from analytics.charts import requests as requests_charts
from analytics.charts.parts.theme import Figure, cells_mark, heading_of, point_of
from analytics.dashboard.choosers import controls, organs
from analytics.dashboard.panels import charts, comparisons, form_tables
from analytics.dashboard.panels.evidence import evidence_panel
from analytics.dashboard.state import data, session
from analytics.transforms.organ.requests import cells_behind, flows, of_years, parts_of_change, printed_total, reasons
from analytics.transforms.revisions import Shown, with_previous
from analytics.transforms.rows import each_row
from analytics.vocabulary import form
from analytics.vocabulary.measures import measure
from analytics.vocabulary.terms import Table
from analytics.words.numbers import is_missing
from analytics.words.plain import escape_markdown

WANTED = measure("requests_answered")
CELLS = frozenset(cell.code for cell in form.cells() if cell.table is Table.III)
"""Of the whole table: a flow is made of nearly all of them."""


def show() -> None:
    """Draw the page."""
    held = data.collection()
    t, language = session.t, session.language()
    st.title(t("requests.title"))
    asked = session.selection(held)
    organ, organ_id, name = organs.one(held, asked.organs, lambda: controls.default_organs(held, WANTED, 1))
    year = controls.one_year(held, asked.year, organ_id)
    shown = Shown(tables=(Table.III,), organs=frozenset([organ]), years=with_previous([year]))
    session.remember(replace(asked, organs=(organ,), year=year), held, shown)
    reports = held.reports_of(organ_id)
    reports = reports[reports["is_current"]]
    figures = of_years(data.form_figures(held.warehouse.build_id, organ_id), reports, year)
    found, total = flows(figures, year), printed_total(figures, year)
    source = charts.source_of(held, organ_id)
    shown_of = partial(_shown, held, reports[reports["year"] == year], name, year)
    node = None
    if found["value"].sum():
        figure = requests_charts.flow(found, name, year, language, total=total, source=source)
        shown_of(figure, heading_of(figure), _flow_table(found), "flow")
        node = _node(found, figures, year)
    else:
        st.info(session.as_text("requests.none" if total == 0 else "requests.nothing", organ=name, year=year))
    form_tables.findings_about(held, reports[reports["year"] == year], CELLS)
    why, reason, part = reasons(figures, year), None, None
    if why.empty:
        st.caption(session.as_text("requests.reasons_unknown", organ=name, year=year))
    else:
        figure = requests_charts.reasons(why, name, year, language, source=source)
        reason = shown_of(figure, heading_of(figure), _reasons_table(why), "reasons")
    change = parts_of_change(figures, year)
    if change.empty:
        st.caption(session.as_text("requests.no_change", year=year - 1))
    else:
        figure = requests_charts.waterfall(change, name, year, language, source=source)
        both = reports[reports["year"].isin([year - 1, year])]
        table = _change_table(change, year)
        part = _shown(held, both, name, year, figure, heading_of(figure), table, "waterfall")
    if not figures["value"].notna().any():
        comparisons.prose_figures(held, [organ_id], year, year)
    evidence_panel(held, _latest(node=node, reason=reason, part=part), WANTED)


def _node(found: pd.DataFrame, figures: pd.DataFrame, year: int) -> list[Any] | None:
    """The ends of the flow as buttons, since its bands cannot be clicked: the printed cells behind the chosen one."""
    language = session.language()
    sums: dict[tuple[str, str], float] = {}
    least: set[tuple[str, str]] = set()
    for row in each_row(found):
        for end in (("applicant", row.applicant), ("outcome", row.outcome)):
            sums[end] = sums.get(end, 0) + (0 if is_missing(row.value) else row.value)
            least |= {end} if row.unknown else set()
    names = {"applicant": requests_charts.column_name, "outcome": requests_charts.outcome_name}
    labels = {
        (side, key): escape_markdown(
            f"{names[side](key, language)} {requests_charts.counted(value, language, is_least=(side, key) in least)}"
        )
        for (side, key), value in sorted(sums.items(), key=lambda one: one[0][0])
        if value > 0
    }
    chosen = st.pills(session.t("requests.behind"), list(labels), format_func=labels.__getitem__, key="requests-node")
    if chosen is None:
        return None
    behind = cells_behind(figures, year)
    own = behind[behind[chosen[0]] == chosen[1]]
    return [*point_of(next(each_row(own.assign(year=year)))), cells_mark([int(one) for one in own["cell"]])]


def _latest(**asked: list[Any] | None) -> list[Any] | None:
    """Of several things that can be chosen, the one that was chosen last."""
    seen = st.session_state.setdefault("requests-seen", {})
    for name, one in asked.items():
        if one != seen.get(name):
            seen |= {name: one, "": name}
    return asked.get(seen.get("", "")) or next((one for one in asked.values() if one), None)


def _shown(
    held: data.Collection,
    reports: pd.DataFrame,
    organ: str,
    year: int,
    figure: Figure,
    summary: str,
    table: pd.DataFrame,
    key: str,
) -> list[Any] | None:
    """A chart with its sentence, its table and the table's files, whose rows say of whom and when they are; the point
    that was clicked, if any."""
    point = charts.chart(figure, summary, f"requests-{key}")
    named = pd.concat([pd.DataFrame({"organ": organ, "year": year}, index=table.index), table], axis=1)
    form_tables.table_of(held, named, f"requests-{key}", said=summary, reports=reports, cells=CELLS)
    return point


def _flow_table(found: pd.DataFrame) -> pd.DataFrame:
    language = session.language()
    return found.drop(columns="unknown").assign(
        applicant=[requests_charts.column_name(one, language) for one in found["applicant"]],
        outcome=[requests_charts.outcome_name(one, language) for one in found["outcome"]],
    )


def _reasons_table(why: pd.DataFrame) -> pd.DataFrame:
    language = session.language()
    named = why[["group", "line", "value", "status"]].assign(
        group=[requests_charts.outcome_name(one, language) for one in why["group"]],
        line=[requests_charts.line_name(one, language) for one in why["line"]],
    )
    return named.rename(columns={"line": "ground"})


def _change_table(change: pd.DataFrame, year: int) -> pd.DataFrame:
    language = session.language()
    words = {"before": str(year - 1), "now": str(year), "rest": session.t("requests.rest")}
    return change[["part", "value"]].assign(
        part=[words.get(one) or requests_charts.column_name(one, language) for one in change["part"]]
    )
