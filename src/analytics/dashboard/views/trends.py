"""Trends: one measure over the years, one line an organ, or the quartiles of many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import pandas as pd
import streamlit as st

from analytics.charts.many import many, many_title
from analytics.charts.theme import Figure, heading_of, with_note
from analytics.charts.trends import trends as trends_chart
from analytics.dashboard import choose, data, groups, listed, parts, whose
from analytics.dashboard.address import Selection
from analytics.dashboard.evidence import evidence_panel
from analytics.dashboard.groups import Group
from analytics.transforms.breaks import breaks
from analytics.transforms.compare import mixtures
from analytics.transforms.peers import of_organ
from analytics.transforms.profile import quartiles
from analytics.transforms.scale import Scale, likeliest_base, scaled, scales
from analytics.transforms.sums import counties_of, without_sums
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
    t = parts.t
    st.title(t("trends.title"))
    asked = parts.selection(held)
    wanted = choose.one_measure(held, next(iter(asked.measures), DEFAULT_MEASURE))
    group = whose.group(held, asked, first=whose.NAMED, start=lambda: choose.default_organs(held, wanted, 4))
    first, last = choose.years(held, asked, [wanted])
    chosen = replace(whose.remembered(asked, held, group), measures=(wanted.key,), first=first, last=last)
    span = tuple(range(first, last + 1))
    chosen = _ways(held, group, wanted, chosen, span)
    parts.remember(chosen, held, whose.shown(held, group, chosen))
    if not group.organ_ids:
        st.info(t("page.choose_organs"))
        return
    if len(group.organ_ids) > MOST:
        st.info(parts.as_text("trends.too_many", count=len(group.organ_ids), most=MOST))
        return
    frame = data.measured(held.warehouse.build_id, (wanted.key,), group.organ_ids, span)
    parts.warn_of_mixtures(mixtures(held.organs, frame, group.organ_ids))
    if chosen.sums:
        frame = data.with_sums(held, frame, group.organ_ids, wanted, span)
    figure, title = _figure(held, frame, group, wanted, chosen)
    summary = parts.summary_of(title, without_sums(frame))
    point = parts.chart(groups.stated(group, figure), summary, "trends")
    st.caption(escape_markdown(summary))
    parts.notes(wanted)
    listed.findings_about(held, listed.reports_behind(held, frame), wanted.all_cells)
    row = parts.table_and_downloads(held, frame, (wanted.key,), "trends")
    evidence_panel(held, row or point, wanted)


def _ways(held: data.Collection, group: Group, wanted: Measure, chosen: Selection, years: Sequence[int]) -> Selection:
    """How the axis stands, and what else is drawn."""
    left, middle, right = st.columns([2, 1, 3])
    ways = [str(one) for one in scales(wanted)]
    scale = choose.one_of(left, "trends.scale", "scale", ways, chosen.scale) if len(ways) > 1 else ways[0]
    index_year = None
    if scale == Scale.INDEX:
        frame = data.measured(held.warehouse.build_id, (wanted.key,), group.organ_ids, tuple(years))
        index_year = choose.base_year(middle, years, chosen.index_year or likeliest_base(frame))
    with right:
        is_few = len(group.organ_ids) <= NAMED_LINES
        band = is_few and scale != Scale.INDEX and choose.is_on(st, "trends.band", "band", start=chosen.band)
        has_counties = is_few and scale != Scale.INDEX and any(counties_of(held.organs, one) for one in group.organ_ids)
        sums = has_counties and choose.is_on(st, "trends.sums", "sums", start=chosen.sums)
    return replace(chosen, scale=scale if scale != Scale.VALUE else None, index_year=index_year, band=band, sums=sums)


def _figure(
    held: data.Collection, frame: pd.DataFrame, group: Group, wanted: Measure, chosen: Selection
) -> tuple[Figure, str]:
    """The chart and its title."""
    language, scale = parts.language(), Scale(chosen.scale or Scale.VALUE)
    marks = breaks(held.reports, wanted, group.organ_ids)
    marks = marks[marks["year"].between(frame["year"].min() + 1, frame["year"].max())]
    drawn = scaled(frame, scale, base_year=chosen.index_year, breaks=marks)
    source = parts.t("chart.source")
    if len(group.organ_ids) > NAMED_LINES:
        own = quartiles(frame, group.organ_ids)
        figure = many(drawn, own, held.names, wanted, language, source=source, scale=scale, base_year=chosen.index_year)
        return figure, many_title(own, frame, wanted, language)
    names = parts.names(held, frame)
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
    name = held.area_names.get(area) or parts.t("choose.everywhere")
    if shown.empty:
        return _Band(shown, parts.t("trends.band_none", area=name))
    note = parts.t("trends.band_note", peers=parts.t("county.peers", area=name, count=len(peers)))
    if without := [str(year) for year in years if year not in set(shown["year"])]:
        note += parts.t("trends.band_years", years=parts.t("list.names").join(without))
    return _Band(shown, note)
