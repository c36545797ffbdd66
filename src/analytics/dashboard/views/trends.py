"""Trends: one measure over the years, one line an organ, or the quartiles of many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import pandas as pd
import streamlit as st

from analytics.charts.many import draw_many_organs
from analytics.charts.parts.chart import Chart
from analytics.charts.trends import draw_trends as trends_chart
from analytics.dashboard.choosers import controls, groups, organs
from analytics.dashboard.choosers.groups import Group
from analytics.dashboard.panels import charts, tables
from analytics.dashboard.panels.tail import Tail, show_tail
from analytics.dashboard.state import data, session
from analytics.dashboard.state.address import CHART, TABLE, Selection
from analytics.dashboard.state.screen import find_room
from analytics.transforms.groups.peers import find_peers
from analytics.transforms.organ.profile import find_quartiles
from analytics.transforms.series.scale import Scale, apply_scale, choose_base_year, list_scales
from analytics.transforms.series.sums import drop_sums
from analytics.vocabulary.measures import Measure

DEFAULT_MEASURE = "requests_new"
"""On the form of every edition, so that its lines go on where those of powers and penalties end."""
NAMED_LINES = 12
"""Lines that can be told apart; more are drawn thin, with the quartiles that they make."""
MOST = 400
"""Lines of one chart: a province has some hundred counties."""


def show() -> None:
    """Draw the page."""
    build = data.open_current_build()
    t = session.t
    st.title(t("trends.title"))
    selection = session.read_selection(build)
    with controls.open_choices():
        measure, group, chosen = _choose(build, selection)
    span = tuple(range(chosen.first or 0, (chosen.last or 0) + 1))
    session.remember(chosen, build, organs.describe_view(build, group, chosen))
    if not group.organ_ids:
        st.info(t("page.choose_organs"))
        return
    if len(group.organ_ids) > MOST:
        st.info(session.say_escaped("trends.too_many", count=len(group.organ_ids), most=MOST))
        return
    frame = data.read_changes(build.warehouse.build_id, (measure.key,), group.organ_ids, span)
    charts.warn_of_mixtures(data.list_mixtures(build, frame, group.organ_ids))
    if chosen.sums:
        frame = data.add_sums(build, frame, group.organ_ids, measure, span)
    chart = groups.add_group_note(group, _draw_chart(build, frame, group, measure, chosen))
    summary = charts.write_summary(chart.title.text, drop_sums(frame))
    show_tail(
        build,
        Tail(
            key="trends", chart=chart, rows=frame, measures=[measure], summary=summary, caption=summary,
            noted=[measure], cells=measure.all_cells, is_table=chosen.tab == TABLE,
        ),
    )  # fmt: skip


def _choose(build: data.OpenBuild, selection: Selection) -> tuple[Measure, Group, Selection]:
    """Measure, organs, years and how they are drawn, in three rows."""
    left, right = st.columns([3, 2])
    with left:
        measure = controls.choose_measure(build, next(iter(selection.measures), DEFAULT_MEASURE))
    organs_place, years_place = st.columns([3, 1])
    group = organs.choose_group(
        build, selection, first=organs.NAMED, start=lambda: controls.find_default_organs(build, measure, 4),
        way_place=right, place=organs_place,
    )  # fmt: skip
    with years_place:
        first, last = controls.choose_years(build, selection, [measure])
    chosen = replace(organs.set_group(selection, build, group), measures=(measure.key,), first=first, last=last)
    return measure, group, _choose_ways(build, group, measure, chosen, range(first, last + 1))


def _choose_ways(
    build: data.OpenBuild, group: Group, measure: Measure, chosen: Selection, years: Sequence[int]
) -> Selection:
    """How the axis stands, and what else is drawn."""
    tab_place, left, middle, right = st.columns([2, 2, 1, 3], vertical_alignment="bottom")
    tab = controls.choose_tab(tab_place, chosen.tab)
    chosen = replace(chosen, tab=tab if tab != CHART else None)
    ways = [str(way) for way in list_scales(measure)]
    scale = controls.choose_way(left, "trends.scale", "scale", ways, chosen.scale) if len(ways) > 1 else ways[0]
    index_year = None
    if scale == Scale.INDEX:
        frame = data.read_changes(build.warehouse.build_id, (measure.key,), group.organ_ids, tuple(years))
        index_year = controls.choose_base_year(middle, years, chosen.index_year or choose_base_year(frame))
    with right:
        is_few = len(group.organ_ids) <= NAMED_LINES
        band = is_few and scale != Scale.INDEX and controls.is_on(st, "trends.band", "band", start=chosen.band)
        has_counties = (
            is_few
            and scale != Scale.INDEX
            and any(data.find_county_ids(build.warehouse.build_id, organ_id) for organ_id in group.organ_ids)
        )
        sums = has_counties and controls.is_on(st, "trends.sums", "sums", start=chosen.sums)
    return replace(chosen, scale=scale if scale != Scale.VALUE else None, index_year=index_year, band=band, sums=sums)


def _draw_chart(build: data.OpenBuild, frame: pd.DataFrame, group: Group, measure: Measure, chosen: Selection) -> Chart:
    """A line an organ, or for many of them their quartiles."""
    language, scale = session.language(), Scale(chosen.scale or Scale.VALUE)
    marks = data.find_series_breaks(build.warehouse.build_id, measure.key, group.organ_ids)
    marks = marks[marks["year"].between(frame["year"].min() + 1, frame["year"].max())]
    drawn = apply_scale(frame, scale, base_year=chosen.index_year, breaks=marks)
    source = session.t("chart.source")
    if len(group.organ_ids) > NAMED_LINES:
        group_quartiles = find_quartiles(frame, group.organ_ids)
        return draw_many_organs(
            drawn,
            group_quartiles,
            build.name_organs(language),
            measure,
            language,
            source=source,
            scale=scale,
            base_year=chosen.index_year,
        )
    names = tables.list_names(build, frame)
    band = _find_band(build, frame, group, measure) if chosen.band else None
    chart = trends_chart(
        drawn, marks, names, measure, language, source=source, scale=scale, base_year=chosen.index_year,
        band=None if band is None else band.quartiles, room=find_room(),
    )  # fmt: skip
    return chart if band is None else chart.add_note(band.sentence)


class _Band(NamedTuple):
    """Quartiles, and whose they are."""

    quartiles: pd.DataFrame
    sentence: str


def _find_band(build: data.OpenBuild, frame: pd.DataFrame, group: Group, measure: Measure) -> _Band:
    """Quartiles of those like the first organ in the nearest area that has enough."""
    area, peers = find_peers(build.placed, group.organ_ids[0])
    found = find_quartiles(data.read_changes(build.warehouse.build_id, (measure.key,), peers, None), peers)
    yearly_quartiles, years = found[found["year"].isin(frame["year"])], sorted(set(frame["year"].astype(int)))
    name = build.name_areas(session.language()).get(area) or session.t("choose.everywhere")
    if yearly_quartiles.empty:
        return _Band(yearly_quartiles, session.t("trends.band_none", area=name))
    note = session.t("trends.band_note", peers=session.t("county.peers", area=name, count=len(peers)))
    if without := [str(year) for year in years if year not in set(yearly_quartiles["year"])]:
        note += session.t("trends.band_years", years=session.t("list.names").join(without))
    return _Band(yearly_quartiles, note)
