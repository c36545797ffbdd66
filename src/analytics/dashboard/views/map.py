"""Map: one measure in one year over the places of an area, as shapes with their source or as tiles of one size."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from analytics.charts.compare import title
from analytics.charts.map.figure import LABELS, draw_map
from analytics.charts.map.ground import missing_shapes, shapes_ground, strange_shapes, tiles_ground
from analytics.charts.parts.theme import Figure
from analytics.dashboard.choosers import controls, groups, organs, snapshot
from analytics.dashboard.choosers.groups import Group
from analytics.dashboard.panels import charts, tables
from analytics.dashboard.panels.evidence import evidence_panel
from analytics.dashboard.state import data, session
from analytics.dashboard.state.address import Selection
from analytics.dashboard.state.open_builds import kept_with_build
from analytics.transforms.groups.compare import mixtures
from analytics.transforms.groups.map_classes import first_area, mapped, spans, universe
from analytics.vocabulary.measures import Measure, measure
from analytics.vocabulary.places.divisions import place
from analytics.vocabulary.places.fictional import is_fictional
from analytics.vocabulary.places.shapes import LIKELY_APPROVAL, PACKAGE, has_shapes
from analytics.vocabulary.terms import Level
from analytics.words import Language
from analytics.words.numbers import number
from analytics.words.plain import escape_markdown

SHAPES, TILES = "shapes", "tiles"
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
    held = data.collection()
    t, language = session.t, session.language()
    st.title(t("map.title"))
    asked = session.selection(held)
    wanted = snapshot.one_measure(held, asked)
    group = organs.area(held, _area_key(held, asked))
    left, right = st.columns(2)
    with left:
        year = snapshot.one_year(held, asked, group)
    level, _, area = group.key.split("|")
    hurdle = _hurdle(held, group, level)
    view = controls.one_of(right, "map.view", "map-view", [SHAPES, TILES], asked.view or (TILES if hurdle else SHAPES))
    chosen = replace(asked, measures=(wanted.key,), year=year, peers=group.key, view=view)
    snapshot.remember(held, group, chosen)
    if not group.organ_ids:
        st.info(t("map.nothing"))
        return
    if hurdle and view == SHAPES:
        st.info(t(hurdle), icon=":material/grid_view:")
    rows, figure = _drawn(held.warehouse.build_id, wanted.key, group, year, view == TILES or bool(hurdle), language)
    st.caption(session.as_text("map.of", group=group.name, count=number(len(group.organ_ids), language), year=year))
    frame = rows[rows["organ_id"].notna() & rows["year"].notna()]
    charts.warn_of_mixtures(mixtures(held.organs, frame, group.organ_ids))
    summary = charts.summary_of(title(rows, held.names, wanted, language), rows)
    st.html(_for_narrow_screens(figure))
    point = charts.chart(figure, summary, "map")
    _captions(rows, wanted, level, area, is_shapes=view == SHAPES and not hurdle)
    st.caption(escape_markdown(summary))
    charts.notes(wanted)
    row = tables.table_and_downloads(held, frame.reset_index(drop=True), (wanted.key,), "map")
    evidence_panel(held, row or point, wanted)


def _area_key(held: data.Collection, asked: Selection) -> str:
    """The area that is asked for, else the most frequent sort of organs where most of them are: a map has no place
    for a list of one's own."""
    if groups.asked_for(asked.peers).level:
        return str(asked.peers)
    level, kind = held.sorts[0]
    own = held.placed[(held.placed["level"] == level) & (held.placed["kind"] == kind)]
    return "|".join((level, kind, first_area(own, level)))


def _group_organs(held: data.Collection, group: Group) -> pd.DataFrame:
    return held.organs[held.organs["organ_id"].isin(group.organ_ids)]


def _hurdle(held: data.Collection, group: Group, level: str) -> str | None:
    """Why shapes cannot show these organs, if they cannot."""
    codes = _group_organs(held, group)["place_code"]
    if any(map(is_fictional, codes)):
        return "map.fictional"
    if not has_shapes(level):
        return "map.no_level"
    return "map.doubles" if codes.duplicated().any() else None


@kept_with_build(16)
def _drawn(
    build_id: str, key: str, group: Group, year: int, as_tiles: bool, language: Language
) -> tuple[pd.DataFrame, Figure]:
    """Rows and figure, kept: a map of the country has three thousand hover texts."""
    held, wanted = data.opened(build_id), measure(key)
    level, _, area = group.key.split("|")
    changes = data.measured(build_id, (key,), group.organ_ids, (year,))
    own = _group_organs(held, group)
    rows = mapped(changes, own, universe(own, level, area), wanted)
    ground = tiles_ground(rows["code"], area) if as_tiles else shapes_ground(rows["code"], Level(level), area)
    figure = draw_map(
        rows, ground, held.names, wanted, language, source=session.t("chart.source"),
        labelled=as_tiles and len(rows) <= LABELLED,
    )  # fmt: skip
    return rows, figure


def _for_narrow_screens(figure: Figure) -> str:
    """Style that only the browser can apply, which knows how wide it is: a map does not stand higher than it is drawn,
    and names leave tiles that have no room for them. The table and the hover texts have them all."""
    (left, right), (low, high) = (figure["layout"][f"{one}axis"]["range"] for one in "xy")
    height = f"max-height: calc({_LEGEND}px + {100 * (high - low) / (right - left):.0f}vw); overflow: hidden"
    hidden = f" .st-key-map .trace{LABELS} {{display: none}}" if right - left > WIDEST else ""
    return f"<style>@media (max-width: 640px) {{.st-key-map {{{height}}}{hidden}}}</style>"


def _captions(rows: pd.DataFrame, wanted: Measure, level: str, area: str, *, is_shapes: bool) -> None:
    """How it is drawn, and for shapes whose they are and what has none."""
    t, language = session.t, session.language()
    classes = len(spans(rows)) if wanted.is_rate else 0
    how = t("map.classes", count=classes) if classes else "" if wanted.is_rate else t("map.symbols")
    st.caption(escape_markdown(how if is_shapes else f"{how}{t('join')}{t('map.tiles_note')}"))
    if not is_shapes:
        return
    lacking = missing_shapes(rows["code"], Level(level))
    if lacking:
        st.caption(session.as_text("map.no_shape", count=number(len(lacking), language), names=_names(lacking)))
    strange = strange_shapes(rows["code"], Level(level), area) if level == Level.COUNTY else []
    if strange:
        count = number(len(strange), language)
        st.caption(session.as_text("map.strange", count=count, level=t(f"level.{level}"), names=_names(strange)))
    st.caption(session.as_text("map.source", package=PACKAGE, approval=LIKELY_APPROVAL))


def _names(codes: list[str]) -> str:
    found = [here.name if (here := place(code)) else code for code in codes[:NAMED]]
    joined = session.t("list.names").join(found)
    return joined + (session.t("map.and_more") if len(codes) > NAMED else "")
