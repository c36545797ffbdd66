"""County: one organ in full: its key figures among its peers, every cell of the form, its documents."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from analytics.briefings.county import Peers, briefing
from analytics.briefings.model import Briefing
from analytics.charts.largest_changes import headline as headline_chart
from analytics.charts.parts.theme import heading_of
from analytics.charts.profile import profile
from analytics.dashboard.choosers import controls, groups, organs
from analytics.dashboard.choosers.groups import Group
from analytics.dashboard.panels import charts, form_tables, forms, tables
from analytics.dashboard.panels.briefings import briefing_buttons, frames_of
from analytics.dashboard.panels.evidence import evidence_panel
from analytics.dashboard.state import data, session
from analytics.transforms.organ.documents import documents
from analytics.transforms.revisions import Shown
from analytics.transforms.series.change import headline
from analytics.vocabulary.measures import KEY_MEASURES, measure
from analytics.vocabulary.terms import Table
from analytics.words import Language
from analytics.words.numbers import day, is_missing, number
from analytics.words.render import edition_name

CELLS = frozenset(code for key in KEY_MEASURES for code in measure(key).all_cells)


def show() -> None:
    """Draw the page."""
    held = data.collection()
    t, language = session.t, session.language()
    st.title(t("county.title"))
    asked = session.selection(held)
    start = partial(controls.default_organs, held, measure("requests_new"), 1)
    organ, organ_id, name = organs.one(held, asked.organs, start)
    peers = organs.peers_of(held, organ, asked.among)
    shown = Shown(tables=(*forms.TABLES, Table.STATISTICS), organs=frozenset([organ]))
    session.remember(replace(asked, organs=(organ,), among=peers.key), held, shown)
    others = tuple(one for one in peers.organ_ids if one != organ_id)
    own = data.measured(held.warehouse.build_id, KEY_MEASURES, (organ_id,), held.span_of(organ_id))
    bands = data.quartiles_of(held.warehouse.build_id, KEY_MEASURES, peers.organ_ids, organ_id)
    figure = profile(
        own, bands, [measure(key) for key in KEY_MEASURES], name, language,
        peers=peers.name, source=charts.source_of(held, organ_id),
    )  # fmt: skip
    point = charts.chart(figure, charts.summary_of(heading_of(figure), own), "county")
    _briefings(held, own, bands, organ_id, replace(peers, organ_ids=others))
    form_tables.findings_about(held, form_tables.reports_behind(held, own), CELLS)
    row = tables.table_and_downloads(held, own, KEY_MEASURES, "county")
    changed = _what_changed(held, own, name)
    chosen = row or changed or point
    evidence_panel(held, chosen, measure(str(chosen[3])) if chosen else measure(KEY_MEASURES[0]))
    forms.over_years(held, organ_id)
    _documents(held, organ_id)


def _what_changed(held: data.Collection, own: pd.DataFrame, name: str) -> list[Any] | None:
    """The largest changes of the latest year that has any; suspected changes of coverage are counted apart."""
    t = session.t
    changed = own[own["percent"].notna()]
    if changed.empty:
        st.caption(t("county.nothing_changed"))
        return None
    year = int(changed["year"].max())
    latest = changed[changed["year"] == year]
    top = headline(latest, limit=6)
    doubtful = int(latest["is_coverage_suspected"].sum())
    point = None
    if len(top):
        title = t("headline.organ", organ=name, year=year, count=len(top))
        figure = headline_chart(top, held.names, session.language(), title=title, source=t("chart.source"))
        point = charts.chart(figure, charts.summary_of(heading_of(figure), top), "changed")
    if doubtful:
        st.caption(session.as_text("county.doubtful", count=number(doubtful, session.language()), year=year))
    return point


def _briefings(held: data.Collection, own: pd.DataFrame, bands: pd.DataFrame, organ_id: int, peers: Group) -> None:
    """One click each: the page as a file to send on."""

    def made(language: Language) -> Briefing:
        said = Peers(groups.peers_in(held, peers, language), tuple(held.names[one] for one in peers.organ_ids))
        frames = frames_of(held, own, KEY_MEASURES, (organ_id,), language)
        return briefing(frames, bands, organ_id=organ_id, name=held.names[organ_id], peers=said)

    briefing_buttons(made, "countyscope-briefing")


def _documents(held: data.Collection, organ_id: int) -> None:
    t = session.t
    st.subheader(t("county.documents"))
    reports = held.reports_of(organ_id)
    found = documents(
        reports, data.findings(held.warehouse.build_id, tuple(int(report) for report in reports["report_id"]))
    )
    shown = found.assign(
        origin=found["origin"].map(lambda one: t(f"origin.{one}")),
        editions=found["editions"].map(lambda one: "" if is_missing(one) else edition_name(one, session.language())),
        published=found["published"].map(lambda one: "" if is_missing(one) else day(one, session.language())),
    )
    st.dataframe(
        shown.rename(columns={name: t(f"column.{name}") for name in shown.columns}), hide_index=True,
        key="county-documents", placeholder="",
        column_config={t("column.year"): st.column_config.NumberColumn(format="%d")},
    )  # fmt: skip
