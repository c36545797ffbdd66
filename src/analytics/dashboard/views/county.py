"""County: one organ in full: its key figures among its peers, every cell of the form, its documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from analytics.briefings.county import Peers, write_briefing
from analytics.briefings.model import Briefing
from analytics.charts.largest_changes import draw_largest_changes as headline_chart
from analytics.charts.parts.points import Point
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
from analytics.transforms.organ.documents import list_documents
from analytics.transforms.organ.profile import find_valued_measures
from analytics.transforms.revisions import PageView
from analytics.transforms.rows import each_row
from analytics.transforms.series.change import find_largest_changes
from analytics.vocabulary import form
from analytics.vocabulary.measures import KEY_MEASURES, find_measure, list_profile_measures
from analytics.vocabulary.measures.prose import PROSE_CODES
from analytics.vocabulary.terms import Table
from analytics.words import Language
from analytics.words.numbers import day, is_missing, number
from analytics.words.render import name_edition

KEYS = tuple(measure.key for measure in list_profile_measures())


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
    others = tuple(peer_id for peer_id in peers.organ_ids if peer_id != organ_id)
    every = data.read_changes(build.warehouse.build_id, KEYS, (organ_id,), build.find_span(organ_id))
    keys = find_valued_measures(every, KEYS)
    changes = every[every["measure"].isin(keys)].reset_index(drop=True)
    bands = data.compute_group_quartiles(build.warehouse.build_id, keys, peers.organ_ids, organ_id)
    briefed = every[every["measure"].isin(tuple(dict.fromkeys((*KEY_MEASURES, *keys))))]

    def show_beneath() -> None:
        _tell_absent(every, [key for key in KEY_MEASURES if key not in keys])
        _show_briefings(build, briefed, bands, organ_id, replace(peers, organ_ids=others))

    clicked = _show_profile(build, changes, bands, organ_id, peers, show_beneath)
    changed = _show_changes(build, changes, name)
    stated_changes.show_stated_changes(build, organ_id)
    show_chosen_evidence(build, find_measure(KEY_MEASURES[0]), "county", changed=changed, **clicked)
    forms.show_over_years(build, organ_id)
    narratives.show_narratives(build, organ_id)
    _show_documents(build, organ_id)


def _show_profile(
    build: data.OpenBuild,
    changes: pd.DataFrame,
    bands: pd.DataFrame,
    organ_id: int,
    peers: Group,
    show_beneath: Callable[[], None],
) -> dict[str, Point | None]:
    """A panel for each measure that has a value, with its table; no chart where there is none."""
    cells = {*form.map_cells_by_code(), *PROSE_CODES}
    if changes.empty:
        form_tables.show_findings(build, build.select_reports(organ_id)["report_id"], cells, "county")
        show_beneath()
        return {}
    measures = [find_measure(key) for key in dict.fromkeys(changes["measure"])]
    chart = draw_profile(
        changes, bands, measures, build.names[organ_id], session.language(),
        peers=peers.name, source=charts.describe_source(build, organ_id),
    )  # fmt: skip
    tail = Tail(
        key="county", chart=chart, rows=changes, measures=measures, cells=cells,
        summary=charts.write_summary(chart.title.text, changes), beneath=show_beneath,
    )  # fmt: skip
    return show_chart_and_table(build, tail)


def _tell_absent(changes: pd.DataFrame, keys: Sequence[str]) -> None:
    """The key measures without a panel, each with the reason of the latest report."""
    language = session.language()
    latest = changes[changes["measure"].isin(keys)].sort_values("year").dropna(subset=["report_id"])
    reasons: dict[str, list[str]] = {}
    for row in sorted(
        each_row(latest.drop_duplicates("measure", keep="last")), key=lambda row: KEY_MEASURES.index(row.measure)
    ):
        measure = find_measure(row.measure)
        reasons.setdefault(write_state(row, measure, language), []).append(measure.named(language))
    names = session.t("list.names")
    told = [
        session.t("county.absent_for", reason=reason, measures=names.join(found)) for reason, found in reasons.items()
    ]
    if told:
        st.caption(session.say_escaped("county.absent", measures=session.t("list.parts").join(told)))


def _show_changes(build: data.OpenBuild, changes: pd.DataFrame, name: str) -> Point | None:
    """The largest changes of the latest year that has any; suspected changes of coverage are counted apart."""
    t = session.t
    changed = changes[changes["percent"].notna()]
    if changed.empty:
        if changes["difference"].isna().all():
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
        frames = collect_frames(build, changes, tuple(dict.fromkeys(changes["measure"])), (organ_id,), language)
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
    chosen = st.dataframe(
        displayed.rename(columns={name: t(f"column.{name}") for name in displayed.columns}), hide_index=True,
        key="county-documents", placeholder="", on_select="rerun", selection_mode="single-row",
        column_config={t("column.year"): st.column_config.NumberColumn(format="%d")},
    ).selection.rows  # fmt: skip
    for at in chosen:
        report_id = int(reports.sort_values("year")["report_id"].iloc[at])
        open_drawer(build.warehouse.build_id, report_id, Choice(session.language(), is_whole=True))
