"""Map: one measure in one year over the places of an area, as shapes with their source or as tiles of one size."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from analytics.charts.map.figure import LABELS, draw_map
from analytics.charts.map.ground import (
    Ground,
    build_shapes_ground,
    build_tiles_ground,
    find_missing_shapes,
    find_strange_shapes,
)
from analytics.charts.parts.chart import Chart
from analytics.dashboard.choosers import controls, organs, snapshot
from analytics.dashboard.choosers.groups import AreaGroup
from analytics.dashboard.panels import charts
from analytics.dashboard.panels.tail import Tail, show_tail
from analytics.dashboard.state import data, session
from analytics.dashboard.state.address import MAP_VIEWS, SHAPES, TILES, Selection
from analytics.dashboard.state.open_builds import keep_with_build
from analytics.transforms.groups.map_classes import (
    build_map_rows,
    choose_first_area,
    list_area_places,
    list_class_spans,
    list_map_values,
)
from analytics.transforms.groups.peers import AreaKey
from analytics.vocabulary.measures import Measure, find_measure
from analytics.vocabulary.places.divisions import find_place
from analytics.vocabulary.places.fictional import is_fictional
from analytics.vocabulary.places.shapes import LIKELY_APPROVAL, PACKAGE, has_shapes
from analytics.vocabulary.terms import Level
from analytics.words import Language, say
from analytics.words.numbers import number
from analytics.words.plain import escape_markdown

LABELLED = 60
"""Tiles that can carry name and value."""
WIDEST = 7.5
"""Tiles side by side that leave room for names on a narrow screen."""
_LEGEND = 240
"""Pixels above and below a map on a narrow screen."""
NAMED = 8
"""Names of places without a shape that a sentence lists."""


def show() -> None:
    """Draw the page."""
    build = data.open_current_build()
    t, language = session.t, session.language()
    st.title(t("map.title"))
    selection = session.read_selection(build)
    choices = controls.open_choices()
    with choices:
        left, right = st.columns([3, 2])
        with left:
            measure = snapshot.choose_measure(build, selection)
        area_place, year_place = st.columns([3, 2])
        with area_place:
            group = organs.choose_area(build, _find_area_key(build, selection))
        year = snapshot.slide_year(build, selection, group, year_place)
    level, area = group.key.level, group.key.area
    hurdle = _find_hurdle(build.warehouse.build_id, group)
    view = controls.choose_way(
        right, "map.view", "map-view", MAP_VIEWS, selection.view or (TILES if hurdle else SHAPES)
    )
    chosen = replace(selection, measures=(measure.key,), year=year, peers=group.key, view=view)
    snapshot.remember(build, group, chosen)
    if not group.organ_ids:
        st.info(t("map.nothing"))
        return
    if hurdle and view == SHAPES:
        st.info(t(hurdle), icon=":material/grid_view:")
    rows, chart = _draw_chart(
        build.warehouse.build_id, measure.key, group, year, as_tiles=view == TILES or bool(hurdle), language=language
    )
    st.caption(session.say_escaped("map.of", group=group.name, count=number(len(group.organ_ids), language), year=year))
    frame = rows[rows["organ_id"].notna() & rows["year"].notna()].reset_index(drop=True)
    charts.warn_of_mixtures(data.list_mixtures(build, frame, group.organ_ids))
    summary = charts.write_summary(chart.title.text, rows)
    st.html(_write_narrow_style(chart))
    show_tail(
        build,
        Tail(
            key="map", chart=chart, rows=frame, measures=[measure], summary=summary, caption=summary, noted=[measure],
            beneath=partial(_show_captions, rows, level, area, is_shapes=view == SHAPES and not hurdle),
        ),
    )  # fmt: skip


def _find_area_key(build: data.OpenBuild, selection: Selection) -> AreaKey:
    """The area that is asked for, else the most frequent sort of organs where most of them are: a map has no place
    for a list of one's own."""
    if isinstance(selection.peers, AreaKey):
        return selection.peers
    level, kind = build.sorts[0]
    placed_organs = build.placed[(build.placed["level"] == level) & (build.placed["kind"] == kind)]
    return AreaKey(level, kind, choose_first_area(placed_organs, level))


@keep_with_build(64)
def _find_hurdle(build_id: str, group: AreaGroup) -> str | None:
    """Why shapes cannot show these organs, if they cannot."""
    codes = data.get_open_build(build_id).select_organs(group.organ_ids)["place_code"]
    if any(map(is_fictional, codes)):
        return "map.fictional"
    if not has_shapes(group.key.level):
        return "map.no_level"
    return "map.doubles" if codes.duplicated().any() else None


@keep_with_build(16)
def _draw_chart(
    build_id: str, key: str, group: AreaGroup, year: int, *, as_tiles: bool, language: Language
) -> tuple[pd.DataFrame, Chart]:
    """Rows and chart, kept: a map of the country has three thousand hover texts."""
    build, measure = data.get_open_build(build_id), find_measure(key)
    changes = data.read_changes(build_id, (key,), group.organ_ids, None)
    (group_organs, places), over = _find_places(build_id, group), _list_values(build_id, key, group)
    rows = build_map_rows(changes[changes["year"] == year], group_organs, places, measure, over)
    ground = _build_ground(build_id, tuple(rows["code"]), group.key, as_tiles)
    chart = draw_map(
        rows, ground, build.name_organs(language), measure, language, source=session.t("chart.source"),
        labelled=as_tiles and len(rows) <= LABELLED, values_of_years=over,
    )  # fmt: skip
    return rows, chart.add_note(_describe_scale(measure, list_class_spans(rows, over), language))


@keep_with_build(16)
def _find_places(build_id: str, group: AreaGroup) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The organs of a group, and the places that its map shows."""
    group_organs = data.get_open_build(build_id).select_organs(group.organ_ids)
    return group_organs, list_area_places(group_organs, group.key.level, group.key.area)


@keep_with_build(64)
def _list_values(build_id: str, key: str, group: AreaGroup) -> pd.Series:
    """The values of all years, on whose scale each of them is drawn."""
    return list_map_values(data.read_changes(build_id, (key,), group.organ_ids, None), find_measure(key))


@keep_with_build(16)
def _build_ground(build_id: str, codes: tuple[str, ...], area: AreaKey, as_tiles: bool) -> Ground:
    """What a map is drawn on, the same for every measure and year."""
    places = pd.Series(codes, dtype="str")
    if as_tiles:
        return build_tiles_ground(places, area.area)
    return build_shapes_ground(places, Level(area.level), area.area)


def _describe_scale(measure: Measure, classes: list[tuple[float, float, int]], language: Language) -> str:
    """That maps of all years are drawn on one scale."""
    return say("map.classes" if measure.is_rate else "map.symbols", language, count=number(len(classes), language))


def _write_narrow_style(chart: Chart) -> str:
    """Style that only the browser can apply, which knows how wide it is: a map does not stand higher than it is drawn,
    and names leave tiles that have no room for them. The table and the hover texts have them all."""
    (left, right), (low, high) = (chart.layout[f"{axis}axis"]["range"] for axis in "xy")
    height = f"max-height: calc({_LEGEND}px + {100 * (high - low) / (right - left):.0f}vw); overflow: hidden"
    hidden = f" .st-key-map .trace{LABELS} {{display: none}}" if right - left > WIDEST else ""
    return f"<style>@media (max-width: 640px) {{.st-key-map {{{height}}}{hidden}}}</style>"


def _show_captions(rows: pd.DataFrame, level: str, area: str, *, is_shapes: bool) -> None:
    """How it is drawn, and for shapes whose they are and what has none."""
    t, language = session.t, session.language()
    if not is_shapes:
        st.caption(escape_markdown(t("map.tiles_note")))
        return
    lacking = find_missing_shapes(rows["code"], Level(level))
    if lacking:
        st.caption(
            session.say_escaped("map.no_shape", count=number(len(lacking), language), names=_join_names(lacking))
        )
    strange = find_strange_shapes(rows["code"], Level(level), area) if level == Level.COUNTY else []
    if strange:
        count = number(len(strange), language)
        st.caption(
            session.say_escaped("map.strange", count=count, level=t(f"level.{level}"), names=_join_names(strange))
        )
    st.caption(session.say_escaped("map.source", package=PACKAGE, approval=LIKELY_APPROVAL))


def _join_names(codes: list[str]) -> str:
    found = [here.name if (here := find_place(code)) else code for code in codes[:NAMED]]
    joined = session.t("list.names").join(found)
    return joined + (session.t("map.and_more") if len(codes) > NAMED else "")
