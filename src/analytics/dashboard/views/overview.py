"""Overview: what is held, what changed most, and how little of it is a real pair of years."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import pandas as pd
import streamlit as st

from analytics.charts.coverage import draw_coverage as coverage_chart
from analytics.charts.coverage import draw_coverage_by_area, write_coverage_title
from analytics.charts.largest_changes import draw_largest_changes as headline_chart
from analytics.charts.parts.chart import Chart
from analytics.charts.parts.room import Room
from analytics.dashboard.choosers import controls
from analytics.dashboard.panels import charts, comparisons, tables
from analytics.dashboard.panels.evidence import show_report_evidence
from analytics.dashboard.panels.tail import Tail, show_tail
from analytics.dashboard.state import data, session
from analytics.dashboard.state.address import Selection
from analytics.dashboard.state.open_builds import keep_with_build
from analytics.dashboard.state.screen import find_room
from analytics.transforms.groups.coverage import Aspect
from analytics.transforms.revisions import PageView
from analytics.vocabulary.measures import find_measure
from analytics.words import Language, say
from analytics.words.numbers import number

HEADLINE_MEASURES = (
    "penalty_items",
    "licensing_items",
    "coercion_items",
    "penalty_decisions",
    "licensing_decisions",
    "coercion_decisions",
    "requests_new",
    "charges_collected",
)
"""Printed figures that every county has; rates and table IV rest on small numbers."""

MOST_ROWS = 60
"""Organs of the coverage chart; more are shown by area."""
MOVERS = 10
_ALL = data.MoversFilter(HEADLINE_MEASURES, None, "")


class _Movers(NamedTuple):
    """One chart of changes: its key, the field of ``data.Movers`` it shows, the sentence of its title, and among which
    changes they are the largest."""

    key: str
    field: str
    title: str
    among: data.MoversFilter

    def pick(self, movers: data.Movers) -> pd.DataFrame:
        rows: pd.DataFrame = getattr(movers, self.field)
        return rows


def show() -> None:
    """Draw the page."""
    build = data.open_current_build()
    t = session.t
    st.title(t("overview.title"))
    st.markdown(t("overview.lead"))
    selection = session.read_selection(build)
    chosen = _choose_changes(build, selection)
    moved = data.find_movers(build.warehouse.build_id, HEADLINE_MEASURES, chosen, MOVERS)
    if len(moved.largest):
        _show_movers(build, moved.largest, _Movers("headline", "largest", "title", chosen))
    else:
        st.info(t("overview.no_changes" if chosen == _ALL else "overview.no_changes_chosen"))
    if len(moved.stated.index.difference(moved.largest.index)):
        _show_movers(build, moved.stated, _Movers("stated-movers", "stated", "stated", chosen))
    _, pairs = data.compute_coverage(build.warehouse.build_id)
    names = ("coverage_suspected", "small_in_either_year", "uncertain")
    counts = {name: number(moved.left_out.get(name, 0), session.language()) for name in names}
    st.caption(session.say_escaped("overview.left_out", **counts, pairs=number(pairs, session.language())))
    suspected = False
    if len(moved.suspected):
        controls.begin("suspected", (True, False), lambda: selection.suspected)
        apart = st.expander(
            session.say_escaped("overview.suspected", count=counts["coverage_suspected"]),
            on_change="rerun",
            key="suspected",
        )
        suspected = bool(apart.open)
        if suspected:
            with apart:
                _show_movers(build, moved.suspected, _Movers("suspected-movers", "suspected", "suspected", chosen))
    aspect = Aspect(
        controls.choose_way(st, "overview.aspect", "aspect", [str(option) for option in Aspect], selection.aspect)
    )
    _show_coverage(build, pairs, aspect)
    session.remember(
        replace(selection, suspected=suspected, aspect=str(aspect) if aspect is not Aspect.HELD else None,
                changes_year=chosen.year, changes_area=chosen.area or None,
                changes_measure=chosen.measures[0] if len(chosen.measures) == 1 else None), build,
        PageView(tuple(find_measure(key) for key in HEADLINE_MEASURES)),
    )  # fmt: skip


def _choose_changes(build: data.OpenBuild, selection: Selection) -> data.MoversFilter:
    """Of which year, area and measure the largest changes are; of all at first."""
    t, language = session.t, session.language()
    left, middle, right = st.columns(3)
    years = [None, *reversed(build.years)]
    controls.begin("changes-year", years, lambda: selection.changes_year if selection.changes_year in years else None)
    year = left.selectbox(
        t("choose.year"), years, format_func=lambda each: t("overview.all_years") if each is None else str(each),
        key="changes-year", placeholder=t("overview.all_years"),
    )  # fmt: skip
    areas = build.name_areas(language)
    controls.begin("changes-area", areas, lambda: selection.changes_area if selection.changes_area in areas else "")
    area = middle.selectbox(
        t("choose.area"), list(areas), format_func=lambda code: areas[code] or t("choose.everywhere"),
        key="changes-area",
    )  # fmt: skip
    keys = ["", *HEADLINE_MEASURES]
    controls.begin(
        "changes-measure", keys, lambda: selection.changes_measure if selection.changes_measure in keys else ""
    )
    key = right.selectbox(
        t("choose.measure"), keys, key="changes-measure",
        format_func=lambda each: find_measure(each).named(language) if each else t("overview.all_measures"),
    )  # fmt: skip
    return data.MoversFilter((key,) if key else HEADLINE_MEASURES, year, area or "")


def _show_movers(build: data.OpenBuild, rows: pd.DataFrame, chosen: _Movers) -> None:
    """Changes with both values, their table, and the printed cell behind the one that was clicked."""
    charts.warn_of_mixtures(data.list_mixtures(build, rows, tuple(rows["organ_id"])))
    chart = _draw_movers(build.warehouse.build_id, chosen, session.language(), find_room())
    measures = [find_measure(measure) for measure in HEADLINE_MEASURES]
    show_tail(build, Tail(key=chosen.key, chart=chart, rows=rows, measures=measures, summary=chart.title.text))


@keep_with_build(64)
def _draw_movers(build_id: str, chosen: _Movers, language: Language, room: Room) -> Chart:
    rows = chosen.pick(data.find_movers(build_id, HEADLINE_MEASURES, chosen.among, MOVERS))
    title = say(f"headline.{chosen.title}", language, count=len(rows))
    names = data.get_open_build(build_id).name_organs(language)
    return headline_chart(rows, names, language, title=title, source=say("chart.source", language), room=room)


def _show_coverage(build: data.OpenBuild, pairs: int, aspect: Aspect) -> None:
    """Organ by organ while that can be looked over, else area by area."""
    build_id, language = build.warehouse.build_id, session.language()
    chart = _draw_coverage(build_id, pairs, aspect, language)
    point = charts.show_chart(chart, chart.title.text, "coverage")
    box = st.expander(session.t("overview.coverage_table"), on_change="rerun", key="open-coverage")
    if box.open:
        with box:
            tables.show_table(_make_coverage_table(build_id, language), "coverage-table")
    if point:
        show_report_evidence(build, point)


def _is_by_organ(matrix: pd.DataFrame) -> bool:
    return bool(matrix["organ_id"].nunique() <= MOST_ROWS)


@keep_with_build(16)
def _draw_coverage(build_id: str, pairs: int, aspect: Aspect, language: Language) -> Chart:
    matrix, _ = data.compute_coverage(build_id)
    if _is_by_organ(matrix):
        return coverage_chart(matrix, language, pairs=pairs, aspect=aspect)
    title = write_coverage_title(matrix, language, aspect)
    return draw_coverage_by_area(
        data.count_coverage_by_area(build_id), title, language, pairs=pairs, aspect=aspect
    )  # fmt: skip


@keep_with_build(4)
def _make_coverage_table(build_id: str, language: Language) -> pd.DataFrame:
    matrix, _ = data.compute_coverage(build_id)
    if _is_by_organ(matrix):
        return comparisons.make_coverage_table(matrix)
    areas = data.count_coverage_by_area(build_id)
    return areas.rename(columns={name: say(f"column.{name}", language) for name in areas.columns})
