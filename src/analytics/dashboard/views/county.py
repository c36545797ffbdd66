"""County: one organ in full: its key figures among its peers, every cell of the form, its documents."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from analytics.briefings.county import Peers, write_briefing
from analytics.briefings.model import Briefing
from analytics.charts.largest_changes import draw_largest_changes as headline_chart
from analytics.charts.parts.points import Point
from analytics.charts.profile import draw_profile
from analytics.dashboard.choosers import controls, groups, organs
from analytics.dashboard.choosers.groups import Group
from analytics.dashboard.panels import charts, forms
from analytics.dashboard.panels.briefings import collect_frames, show_briefing_buttons
from analytics.dashboard.panels.tail import Tail, show_chart_and_table, show_chosen_evidence
from analytics.dashboard.state import data, session
from analytics.transforms.organ.documents import list_documents
from analytics.transforms.revisions import PageView
from analytics.transforms.series.change import find_largest_changes
from analytics.vocabulary.measures import KEY_MEASURES, find_measure
from analytics.vocabulary.terms import Table
from analytics.words import Language
from analytics.words.numbers import day, is_missing, number
from analytics.words.render import name_edition

MEASURES = tuple(map(find_measure, KEY_MEASURES))
CELLS = frozenset(code for measure in MEASURES for code in measure.all_cells)


def show() -> None:
    """Draw the page."""
    build = data.open_current_build()
    t, language = session.t, session.language()
    st.title(t("county.title"))
    selection = session.read_selection(build)
    start = partial(controls.find_default_organs, build, find_measure("requests_new"), 1)
    organ, organ_id, name = organs.choose_organ(build, selection.organs, start)
    peers = organs.choose_peers(build, organ, selection.among)
    displayed = PageView(tables=(*forms.TABLES, Table.STATISTICS), organs=frozenset([organ]))
    session.remember(replace(selection, organs=(organ,), among=peers.key), build, displayed)
    others = tuple(peer_id for peer_id in peers.organ_ids if peer_id != organ_id)
    changes = data.read_changes(build.warehouse.build_id, KEY_MEASURES, (organ_id,), build.find_span(organ_id))
    bands = data.compute_group_quartiles(build.warehouse.build_id, KEY_MEASURES, peers.organ_ids, organ_id)
    chart = draw_profile(
        changes, bands, MEASURES, name, language,
        peers=peers.name, source=charts.describe_source(build, organ_id),
    )  # fmt: skip
    clicked = show_chart_and_table(
        build,
        Tail(
            key="county", chart=chart, rows=changes, measures=MEASURES, cells=CELLS,
            summary=charts.write_summary(chart.title.text, changes),
            beneath=partial(_show_briefings, build, changes, bands, organ_id, replace(peers, organ_ids=others)),
        ),
    )  # fmt: skip
    changed = _show_changes(build, changes, name)
    show_chosen_evidence(build, MEASURES[0], "county", changed=changed, **clicked)
    forms.show_over_years(build, organ_id)
    _show_documents(build, organ_id)


def _show_changes(build: data.OpenBuild, changes: pd.DataFrame, name: str) -> Point | None:
    """The largest changes of the latest year that has any; suspected changes of coverage are counted apart."""
    t = session.t
    changed = changes[changes["percent"].notna()]
    if changed.empty:
        st.caption(t("county.nothing_changed"))
        return None
    year = int(changed["year"].max())
    latest = changed[changed["year"] == year]
    top = find_largest_changes(latest, limit=6)
    doubtful = int(latest["is_coverage_suspected"].sum())
    point = None
    if len(top):
        title = t("headline.organ", organ=name, year=year, count=len(top))
        chart = headline_chart(
            top, build.name_organs(session.language()), session.language(), title=title, source=t("chart.source")
        )
        point = charts.show_chart(chart, charts.write_summary(chart.title.text, top), "changed")
    if doubtful:
        st.caption(session.say_escaped("county.doubtful", count=number(doubtful, session.language()), year=year))
    return point


def _show_briefings(
    build: data.OpenBuild, changes: pd.DataFrame, bands: pd.DataFrame, organ_id: int, peers: Group
) -> None:
    """One click each: the page as a file to send on."""

    def make_briefing(language: Language) -> Briefing:
        named_peers = Peers(
            groups.describe_peers(build, peers, language), tuple(build.names[peer_id] for peer_id in peers.organ_ids)
        )
        frames = collect_frames(build, changes, KEY_MEASURES, (organ_id,), language)
        return write_briefing(frames, bands, organ_id=organ_id, name=build.names[organ_id], peers=named_peers)

    show_briefing_buttons(make_briefing, "countyscope-briefing")


def _show_documents(build: data.OpenBuild, organ_id: int) -> None:
    t = session.t
    st.subheader(t("county.documents"))
    reports = build.select_reports(organ_id)
    found = list_documents(
        reports, data.read_findings(build.warehouse.build_id, tuple(int(report) for report in reports["report_id"]))
    )
    displayed = found.assign(
        origin=found["origin"].map(lambda origin: t(f"origin.{origin}")),
        editions=found["editions"].map(
            lambda editions: "" if is_missing(editions) else name_edition(editions, session.language())
        ),
        published=found["published"].map(
            lambda published: "" if is_missing(published) else day(published, session.language())
        ),
    )
    st.dataframe(
        displayed.rename(columns={name: t(f"column.{name}") for name in displayed.columns}), hide_index=True,
        key="county-documents", placeholder="",
        column_config={t("column.year"): st.column_config.NumberColumn(format="%d")},
    )  # fmt: skip
