"""Trends: one measure over the years, one line an organ, or the quartiles of many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import pandas as pd
import streamlit as st

from analytics.charts.many import many, many_title
from analytics.charts.parts.theme import Figure, heading_of, with_note
from analytics.charts.trends import trends as trends_chart
from analytics.dashboard.choosers import controls, groups, organs
from analytics.dashboard.choosers.groups import Group
from analytics.dashboard.panels import charts, form_tables, tables
from analytics.dashboard.panels.evidence import evidence_panel
from analytics.dashboard.state import data, session
from analytics.dashboard.state.address import Selection
from analytics.transforms.groups.compare import mixtures
from analytics.transforms.groups.peers import of_organ
from analytics.transforms.organ.profile import quartiles
from analytics.transforms.series.breaks import breaks
from analytics.transforms.series.scale import Scale, likeliest_base, scaled, scales
from analytics.transforms.series.sums import counties_of, without_sums
from analytics.vocabulary.measures import Measure
from analytics.words.plain import escape_markdown

DEFAULT_MEASURE = "requests_new"
"""On the form of every edition, so that its lines go on where those of powers and penalties end."""
NAMED_LINES = 12
"""Lines that can be told apart; more are drawn thin, with the quartiles that they make."""
MOST = 400
"""Lines of one chart: a province has some hundred counties."""


def show() -> None:
    """Draw the page."""
    held = data.collection()
    t = session.t
    st.title(t("trends.title"))
    asked = session.selection(held)
    wanted = controls.one_measure(held, next(iter(asked.measures), DEFAULT_MEASURE))
    group = organs.group(held, asked, first=organs.NAMED, start=lambda: controls.default_organs(held, wanted, 4))
    first, last = controls.years(held, asked, [wanted])
    chosen = replace(organs.remembered(asked, held, group), measures=(wanted.key,), first=first, last=last)
    span = tuple(range(first, last + 1))
    chosen = _ways(held, group, wanted, chosen, span)
    session.remember(chosen, held, organs.shown(held, group, chosen))
    if not group.organ_ids:
        st.info(t("page.choose_organs"))
        return
    if len(group.organ_ids) > MOST:
        st.info(session.as_text("trends.too_many", count=len(group.organ_ids), most=MOST))
        return
    frame = data.measured(held.warehouse.build_id, (wanted.key,), group.organ_ids, span)
    charts.warn_of_mixtures(mixtures(held.organs, frame, group.organ_ids))
    if chosen.sums:
        frame = data.with_sums(held, frame, group.organ_ids, wanted, span)
    figure, title = _figure(held, frame, group, wanted, chosen)
    summary = charts.summary_of(title, without_sums(frame))
    point = charts.chart(groups.stated(group, figure), summary, "trends")
    st.caption(escape_markdown(summary))
    charts.notes(wanted)
    form_tables.findings_about(held, form_tables.reports_behind(held, frame), wanted.all_cells)
    row = tables.table_and_downloads(held, frame, (wanted.key,), "trends")
    evidence_panel(held, row or point, wanted)


def _ways(held: data.Collection, group: Group, wanted: Measure, chosen: Selection, years: Sequence[int]) -> Selection:
    """How the axis stands, and what else is drawn."""
    left, middle, right = st.columns([2, 1, 3])
    ways = [str(one) for one in scales(wanted)]
    scale = controls.one_of(left, "trends.scale", "scale", ways, chosen.scale) if len(ways) > 1 else ways[0]
    index_year = None
    if scale == Scale.INDEX:
        frame = data.measured(held.warehouse.build_id, (wanted.key,), group.organ_ids, tuple(years))
        index_year = controls.base_year(middle, years, chosen.index_year or likeliest_base(frame))
    with right:
        is_few = len(group.organ_ids) <= NAMED_LINES
        band = is_few and scale != Scale.INDEX and controls.is_on(st, "trends.band", "band", start=chosen.band)
        has_counties = is_few and scale != Scale.INDEX and any(counties_of(held.organs, one) for one in group.organ_ids)
        sums = has_counties and controls.is_on(st, "trends.sums", "sums", start=chosen.sums)
    return replace(chosen, scale=scale if scale != Scale.VALUE else None, index_year=index_year, band=band, sums=sums)


def _figure(
    held: data.Collection, frame: pd.DataFrame, group: Group, wanted: Measure, chosen: Selection
) -> tuple[Figure, str]:
    """The chart and its title."""
    language, scale = session.language(), Scale(chosen.scale or Scale.VALUE)
    marks = breaks(held.reports, wanted, group.organ_ids)
    marks = marks[marks["year"].between(frame["year"].min() + 1, frame["year"].max())]
    drawn = scaled(frame, scale, base_year=chosen.index_year, breaks=marks)
    source = session.t("chart.source")
    if len(group.organ_ids) > NAMED_LINES:
        own = quartiles(frame, group.organ_ids)
        figure = many(drawn, own, held.names, wanted, language, source=source, scale=scale, base_year=chosen.index_year)
        return figure, many_title(own, frame, wanted, language)
    names = tables.names(held, frame)
    band = _band(held, frame, group, wanted) if chosen.band else None
    figure = trends_chart(
        drawn, marks, names, wanted, language, source=source, scale=scale, base_year=chosen.index_year,
        band=None if band is None else band.quartiles,
    )  # fmt: skip
    noted = figure if band is None else with_note(figure, band.said)
    return noted, heading_of(figure)


class _Band(NamedTuple):
    """Quartiles, and whose they are."""

    quartiles: pd.DataFrame
    said: str


def _band(held: data.Collection, frame: pd.DataFrame, group: Group, wanted: Measure) -> _Band:
    """Quartiles of those like the first organ in the nearest area that has enough."""
    area, peers = of_organ(held.placed, group.organ_ids[0])
    found = quartiles(data.measured(held.warehouse.build_id, (wanted.key,), peers, None), peers)
    shown, years = found[found["year"].isin(frame["year"])], sorted(set(frame["year"].astype(int)))
    name = held.area_names.get(area) or session.t("choose.everywhere")
    if shown.empty:
        return _Band(shown, session.t("trends.band_none", area=name))
    note = session.t("trends.band_note", peers=session.t("county.peers", area=name, count=len(peers)))
    if without := [str(year) for year in years if year not in set(shown["year"])]:
        note += session.t("trends.band_years", years=session.t("list.names").join(without))
    return _Band(shown, note)
