"""Choosers: what a page shows, taken from the address when it opens and from the person afterwards.

Every widget has one key, so that its state is its own from the first change on; the address only says where to start.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Sequence
from contextlib import AbstractContextManager
from typing import Any, cast

import streamlit as st

from analytics.charts.parts.room import Room
from analytics.dashboard.state import data
from analytics.dashboard.state.address import TABS, Selection
from analytics.dashboard.state.opening import is_first
from analytics.dashboard.state.screen import find_room
from analytics.dashboard.state.session import language, t
from analytics.transforms.groups.compare import find_best_covered
from analytics.transforms.series.editions import find_main_table
from analytics.vocabulary import form
from analytics.vocabulary.measures import (
    Measure,
    find_measure,
    list_measures,
    list_measures_before_2019,
    list_measures_per_resident,
)
from analytics.vocabulary.terms import Table

_JOINED = 4
"""Ways that stand in one line on a narrow screen."""
_SECOND = ("disclosure_rate", "requests_new")
"""What a measure is seen against at first."""


def begin(key: str, options: Container[object], start: Callable[[], object]) -> None:
    """Begin with ``start`` when a view is opened, and again where what was chosen is no longer offered.

    What was chosen is put back as well: after a change of page, a widget with the same key would else begin with its
    first option.
    """
    is_held = not is_first(key) and key in st.session_state and st.session_state[key] in options
    st.session_state[key] = st.session_state[key] if is_held else start()


def begin_several(key: str, options: Container[str], start: Callable[[], Sequence[str]]) -> None:
    """Begin with ``start`` when a view is opened; what is no longer offered falls away."""
    chosen = start() if is_first(key) or key not in st.session_state else st.session_state[key]
    st.session_state[key] = [option for option in chosen if option in options]


def open_choices() -> AbstractContextManager[Any]:
    """Where the widgets of a page stand: in rows above the chart, or folded where they would fill a narrow screen."""
    if find_room() is Room.NARROW:
        return st.expander(t("choose.fold"), icon=":material/tune:", key="choices")
    return st.container(key="choices", gap="small")


def choose_tab(place: Any, requested: str | None, tabs: Sequence[str] = TABS) -> str:
    """Whether a page shows its figures as a chart or as a table."""
    return str(choose_way(place, "page.tab", "tab", tabs, requested))


def choose_listed(place: Any, label: str, key: str, options: Sequence[str], requested: str | None) -> str:
    """One of more named ways than stand beside each other."""
    begin(key, options, lambda: requested if requested in options else options[0])
    chosen: str = place.selectbox(t(label), options, format_func=lambda option: t(f"{label}.{option}"), key=key)
    return chosen


def list_offered_measures(build: data.OpenBuild) -> tuple[Measure, ...]:
    """The measures that this collection can give: those per resident where it has populations, and
    those of the editions before 2019 that its reports use, and what its reports' prose counts."""
    per_resident = list_measures_per_resident() if build.has_populations else ()
    earlier = list_measures_before_2019(build.earlier_editions)
    return (*list_measures(), *per_resident, *earlier, *build.narrative_measures)


def choose_measure(build: data.OpenBuild, current: str) -> Measure:
    """A group, then a measure of it."""
    left, right = st.columns([1, 2])
    among = list_offered_measures(build)
    groups = list(dict.fromkeys(measure.group for measure in among))
    begin("group", groups, lambda: find_measure(current).group if find_measure(current) in among else groups[0])
    group = left.selectbox(t("choose.group"), groups, format_func=lambda key: t(f"group.{key}"), key="group")
    keys = [measure.key for measure in among if measure.group == group]
    begin("measure", keys, lambda: current if current in keys else keys[0])
    chosen: str = right.selectbox(
        t("choose.measure"), keys, format_func=lambda key: find_measure(key).named(language()), key="measure"
    )
    return find_measure(chosen)


def choose_second_measure(place: Any, build: data.OpenBuild, first: Measure, requested: Sequence[str]) -> Measure:
    """Another measure than the first: the second of those asked for, else a rate that organs of any size have."""
    keys = [measure.key for measure in list_offered_measures(build) if measure != first]
    start = next((key for key in (*requested[1:2], *_SECOND) if key in keys), keys[0])
    begin("second-measure", keys, lambda: start)
    chosen: str = place.selectbox(t("compare.second_measure"), keys, format_func=_name_with_group, key="second-measure")
    return find_measure(chosen)


def _name_with_group(key: str) -> str:
    measure = find_measure(key)
    return f"{t(f'group.{measure.group}')} · {measure.named(language())}"


def choose_measures(build: data.OpenBuild, current: Sequence[str]) -> tuple[str, ...]:
    """Any measures, named with their groups."""
    keys = [measure.key for measure in list_offered_measures(build)]
    begin_several("measures", keys, lambda: current)
    chosen = st.multiselect(
        t("choose.measures"),
        keys,
        format_func=_name_with_group,
        key="measures",
    )
    return tuple(chosen)


def find_default_organs(build: data.OpenBuild, measure: Measure, count: int) -> tuple[str, ...]:
    """The organs of one level and kind with most values of the measure: something worth looking at first."""
    frame = data.read_changes(build.warehouse.build_id, (measure.key,), None, None)
    best = find_best_covered(frame, build.placed, count)
    return tuple(best["organ_key"])


def choose_years(build: data.OpenBuild, selection: Selection, measures: Collection[Measure] = ()) -> tuple[int, int]:
    """First and last year. The year before the first report may be stated by that report. A view of measures begins
    with the form of 2019, since few of them go back further; without any, it begins with the first report."""
    low, high = build.span[0], build.span[-1]
    is_earlier = not measures or any(find_main_table(measure) is Table.STATISTICS for measure in measures)
    usual = build.years[0] if is_earlier or high < form.FIRST_YEAR else max(build.years[0], form.FIRST_YEAR)
    start = min(max(selection.first or usual, low), high)
    end = max(min(selection.last or high, high), start)
    now = None if is_first("years") else st.session_state.get("years")
    is_kept = now is not None and low <= now[0] <= now[1] <= high
    # What was chosen is put back as in ``begin``: a slider that moves to another place would else begin anew.
    st.session_state["years"] = now if is_kept else (start, end)
    # The state is a pair, so the slider has two ends; its type cannot show it.
    first, last = cast("tuple[int, int]", st.slider(t("choose.years"), low, high, key="years"))
    return first, last


def choose_common_year(
    place: Any, common: Sequence[int], known_years: Sequence[int], selection: Selection, *, fullest: int | None
) -> int | None:
    """A year for all, or the latest of each (None). Years in which every organ has a value are named so; where there is
    none, the ``fullest`` is what one begins with, since values of different years are no comparison."""
    options: list[int | None] = [None, *sorted((int(year) for year in known_years), reverse=True)]
    labels = {year: t("compare.common", year=year) if year in common else str(year) for year in options}
    labels[None] = t("compare.latest_of_each")
    start = None if selection.latest_of_each else common[0] if common else fullest
    begin("common-year", options, lambda: selection.year if selection.year in options and selection.year else start)
    chosen: int | None = place.selectbox(
        t("compare.year"),
        options,
        format_func=lambda year: labels[year],
        key="common-year",
        placeholder=labels[None],  # an option that is None counts as no choice
    )
    return chosen


def choose_reference(
    place: Any, build: data.OpenBuild, among: Sequence[str], requested: str | None, *, label: str = "compare.reference"
) -> str:
    """The organ that the others are compared with."""
    begin("reference", among, lambda: requested if requested in among else among[0])
    # Streamlit keeps what a widget was given as long as its session lasts: never a build.
    names = {key: build.name_organs(language())[build.keys[key]] for key in among}
    chosen: str = place.selectbox(t(label), among, format_func=names.__getitem__, key="reference")
    return chosen


def choose_way(
    place: Any, label: str, key: str, options: Sequence[str], requested: str | None, *, required: bool = True
) -> Any:
    """One of a few named ways; nothing is chosen at first where that is not ``required``."""
    start = requested if requested in options else options[0] if required else None
    is_kept = not is_first(key) and st.session_state.get(key, "") in (*options, None)
    st.session_state[key] = st.session_state[key] if is_kept else start
    # Joined buttons would be torn apart where they break into a second line.
    draw = place.segmented_control if len(options) <= _JOINED else place.pills
    return draw(t(label), options, format_func=lambda option: t(f"{label}.{option}"), key=key, required=required)


def is_on(place: Any, label: str, key: str, *, start: bool) -> bool:
    """A switch."""
    begin(key, (True, False), lambda: start)
    return bool(place.toggle(t(label), key=key))


def choose_year(build: data.OpenBuild, requested: int | None, organ_id: int | None = None, *, place: Any = st) -> int:
    """One year in which there are reports, or one of the organ's, the latest at first."""
    reported_years = build.select_reports(organ_id)["year"].dropna() if organ_id is not None else build.years
    known = sorted({int(year) for year in reported_years}, reverse=True)
    begin("one-year", known, lambda: requested if requested in known else known[0])
    chosen: int = place.selectbox(t("choose.year"), known, key="one-year")
    return chosen


def choose_base_year(place: Any, known: Sequence[int], requested: int | None) -> int:
    """The year that an index calls 100: the first shown at first."""
    begin("base-year", known, lambda: requested if requested in known else known[0])
    chosen: int = place.selectbox(t("choose.base_year"), known, key="base-year")
    return chosen


def choose_two_years(
    left: Any, right: Any, known: Sequence[int], selection: Selection, start: tuple[int, int]
) -> tuple[int, int]:
    """An earlier and a later year."""
    begin("pair-first", known[:-1], lambda: selection.first if selection.first in known[:-1] else start[0])
    first: int = left.selectbox(t("choose.first_year"), known[:-1], key="pair-first")
    later = [year for year in known if year > first]
    begin("pair-last", later, lambda: next(year for year in (selection.last, start[1], later[-1]) if year in later))
    last: int = right.selectbox(t("choose.last_year"), later, key="pair-last")
    return first, last
