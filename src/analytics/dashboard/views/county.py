"""County: one organ in full: its key figures among its peers, every cell of the form, its documents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import NamedTuple

import pandas as pd
import streamlit as st

from analytics.briefings.county import Peers, write_briefing
from analytics.briefings.model import Briefing
from analytics.charts.largest_changes import draw_largest_changes as headline_chart
from analytics.charts.parts.chart import Chart
from analytics.charts.parts.points import Point
from analytics.charts.parts.room import Room
from analytics.charts.parts.wording import write_state
from analytics.charts.profile import draw_profile
from analytics.dashboard.choosers import controls, groups, organs
from analytics.dashboard.choosers.groups import Group
from analytics.dashboard.panels import charts, form_tables, forms, narratives, stated_changes
from analytics.dashboard.panels.briefings import collect_frames, show_briefing_buttons
from analytics.dashboard.panels.facsimile.drawer import open_drawer
from analytics.dashboard.panels.facsimile.view import Choice
from analytics.dashboard.panels.tail import Tail, show_chart_and_table, show_chosen_evidence
from analytics.dashboard.state import data, session
from analytics.dashboard.state.open_builds import keep_with_build
from analytics.dashboard.state.screen import find_room
from analytics.transforms.organ.documents import list_documents
from analytics.transforms.organ.profile import find_valued_measures
from analytics.transforms.revisions import PageView
from analytics.transforms.rows import each_row
from analytics.transforms.series.change import find_largest_changes
from analytics.vocabulary import form
from analytics.vocabulary.measures import KEY_MEASURES, find_measure, list_profile_measures
from analytics.vocabulary.measures.prose import PROSE_CODES
from analytics.vocabulary.terms import Table
from analytics.words import Language, say
from analytics.words.numbers import day, is_missing, number
from analytics.words.plain import escape_markdown
from analytics.words.render import name_edition

KEYS = tuple(measure.key for measure in list_profile_measures())
_CELLS = frozenset({*form.map_cells_by_code(), *PROSE_CODES})


def show() -> None:
    """Draw the page."""
    build = data.open_current_build()
    st.title(session.t("county.title"))
    selection = session.read_selection(build)
    start = partial(controls.find_default_organs, build, find_measure("requests_new"), 1)
    organ, organ_id, name = organs.choose_organ(build, selection.organs, start)
    peers = organs.choose_peers(build, organ, selection.among)
    displayed = PageView(tables=(*forms.TABLES, Table.STATISTICS), organs=frozenset([organ]))
    session.remember(replace(selection, organs=(organ,), among=peers.key), build, displayed)

    def show_beneath() -> None:
        absent = _describe_absent(build.warehouse.build_id, organ_id, session.language())
        if absent:
            st.caption(escape_markdown(absent))
        _show_briefings(build, organ_id, peers)

    clicked = _show_profile(build, organ_id, peers, show_beneath)
    changed = _show_changes(build, organ_id, name)
    stated_changes.show_stated_changes(build, organ_id)
    show_chosen_evidence(build, find_measure(KEY_MEASURES[0]), "county", changed=changed, **clicked)
    forms.show_over_years(build, organ_id)
    narratives.show_narratives(build, organ_id)
    _show_documents(build, organ_id)


class _Changes(NamedTuple):
    """Of one organ: those of the measures that have a value (``keys``), and with them those of the key measures,
    as a briefing tells them."""

    valued: pd.DataFrame
    keys: tuple[str, ...]
    briefed: pd.DataFrame


@keep_with_build(256)
def _read_changes(build_id: str, organ_id: int) -> _Changes:
    span = data.get_open_build(build_id).find_span(organ_id)
    every = data.read_changes(build_id, KEYS, (organ_id,), span)
    keys = find_valued_measures(every, KEYS)
    briefed = every[every["measure"].isin(tuple(dict.fromkeys((*KEY_MEASURES, *keys))))]
    return _Changes(every[every["measure"].isin(keys)].reset_index(drop=True), keys, briefed)


def _show_profile(
    build: data.OpenBuild, organ_id: int, peers: Group, show_beneath: Callable[[], None]
) -> dict[str, Point | None]:
    """A panel for each measure that has a value, with its table; no chart where there is none."""
    build_id = build.warehouse.build_id
    changes = _read_changes(build_id, organ_id)
    if changes.valued.empty:
        form_tables.show_findings(build, build.select_reports(organ_id)["report_id"], _CELLS, "county")
        show_beneath()
        return {}
    chart, summary = _draw_profile(build_id, organ_id, peers, session.language(), find_room())
    tail = Tail(
        key="county", chart=chart, rows=changes.valued, measures=[find_measure(key) for key in changes.keys],
        cells=_CELLS, summary=summary, beneath=show_beneath,
    )  # fmt: skip
    return show_chart_and_table(build, tail)


@keep_with_build(64)
def _draw_profile(build_id: str, organ_id: int, peers: Group, language: Language, room: Room) -> tuple[Chart, str]:
    """The chart and its sentence."""
    build, changes = data.get_open_build(build_id), _read_changes(build_id, organ_id)
    chart = draw_profile(
        changes.valued, data.compute_group_quartiles(build_id, changes.keys, peers.organ_ids, organ_id),
        [find_measure(key) for key in changes.keys], build.name_organs(language)[organ_id], language,
        peers=peers.name, source=charts.describe_source(build, organ_id), room=room,
    )  # fmt: skip
    return chart, charts.write_summary(chart.title.text, changes.valued)


@keep_with_build(256)
def _describe_absent(build_id: str, organ_id: int, language: Language) -> str:
    """The key measures without a panel, each with the reason of the latest report; nothing where there is none."""
    changes = _read_changes(build_id, organ_id)
    is_absent = changes.briefed["measure"].isin([key for key in KEY_MEASURES if key not in changes.keys])
    latest = changes.briefed[is_absent].sort_values("year").dropna(subset=["report_id"])
    reasons: dict[str, list[str]] = {}
    for row in sorted(
        each_row(latest.drop_duplicates("measure", keep="last")), key=lambda row: KEY_MEASURES.index(row.measure)
    ):
        measure = find_measure(row.measure)
        reasons.setdefault(write_state(row, measure, language), []).append(measure.named(language))
    names = say("list.names", language)
    told = [
        say("county.absent_for", language, reason=reason, measures=names.join(found))
        for reason, found in reasons.items()
    ]
    parts = say("list.parts", language).join(told)
    return say("county.absent", language, measures=parts) if told else ""


class _Largest(NamedTuple):
    """The largest changes of the latest year that has any: their chart with its sentence, where any is sure; suspected
    changes of coverage are counted apart."""

    year: int
    drawn: tuple[Chart, str] | None
    doubtful: int


def _show_changes(build: data.OpenBuild, organ_id: int, name: str) -> Point | None:
    largest, language = (
        _draw_largest(build.warehouse.build_id, organ_id, name, session.language(), find_room()),
        session.language(),
    )
    if largest is None:
        if _read_changes(build.warehouse.build_id, organ_id).valued["difference"].isna().all():
            st.caption(session.t("county.nothing_changed"))
        return None
    point = charts.show_chart(*largest.drawn, "changed") if largest.drawn else None
    if largest.doubtful:
        count = number(largest.doubtful, language)
        st.caption(session.say_escaped("county.doubtful", count=count, year=largest.year))
    return point


@keep_with_build(256)
def _draw_largest(build_id: str, organ_id: int, name: str, language: Language, room: Room) -> _Largest | None:
    changes, names = _read_changes(build_id, organ_id).valued, data.get_open_build(build_id).name_organs(language)
    changed = changes[changes["percent"].notna()]
    if changed.empty:
        return None
    year = int(changed["year"].max())
    latest = changed[changed["year"] == year]
    top = find_largest_changes(latest, limit=6)
    doubtful = int(latest["is_coverage_suspected"].sum())
    if top.empty:
        return _Largest(year, None, doubtful)
    title = say("headline.organ", language, organ=name, year=year, count=len(top))
    chart = headline_chart(top, names, language, title=title, source=say("chart.source", language), room=room)
    return _Largest(year, (chart, charts.write_summary(chart.title.text, top)), doubtful)


def _show_briefings(build: data.OpenBuild, organ_id: int, group: Group) -> None:
    """One click each: the page as a file to send on."""
    peers = replace(group, organ_ids=tuple(peer_id for peer_id in group.organ_ids if peer_id != organ_id))

    def make_briefing(language: Language) -> Briefing:
        named_peers = Peers(
            groups.describe_peers(build, peers, language), tuple(build.names[peer_id] for peer_id in peers.organ_ids)
        )
        changes = _read_changes(build.warehouse.build_id, organ_id)
        bands = data.compute_group_quartiles(build.warehouse.build_id, changes.keys, group.organ_ids, organ_id)
        keys = tuple(dict.fromkeys(changes.briefed["measure"]))
        frames = collect_frames(build, changes.briefed, keys, (organ_id,), language)
        return write_briefing(frames, bands, organ_id=organ_id, name=build.names[organ_id], peers=named_peers)

    show_briefing_buttons(make_briefing, "countyscope-briefing")


@keep_with_build(256)
def _list_documents(build_id: str, organ_id: int, language: Language) -> pd.DataFrame:
    """The organ's documents as the table of the page."""
    reports = data.get_open_build(build_id).select_reports(organ_id)
    found = list_documents(reports, data.read_findings(build_id, tuple(int(report) for report in reports["report_id"])))
    displayed = found.assign(
        origin=[say(f"origin.{origin}", language) for origin in found["origin"]],
        editions=["" if is_missing(editions) else name_edition(editions, language) for editions in found["editions"]],
        published=["" if is_missing(published) else day(published, language) for published in found["published"]],
    )
    return displayed.rename(columns={name: say(f"column.{name}", language) for name in displayed.columns})


def _show_documents(build: data.OpenBuild, organ_id: int) -> None:
    t = session.t
    st.subheader(t("county.documents"))
    chosen = st.dataframe(
        _list_documents(build.warehouse.build_id, organ_id, session.language()), hide_index=True,
        key="county-documents", placeholder="", on_select="rerun", selection_mode="single-row",
        column_config={t("column.year"): st.column_config.NumberColumn(format="%d")},
    ).selection.rows  # fmt: skip
    for at in chosen:
        report_id = int(build.select_reports(organ_id).sort_values("year")["report_id"].iloc[at])
        open_drawer(build.warehouse.build_id, report_id, Choice(session.language(), is_whole=True))
