"""Choosers: what a page shows, taken from the address when it opens and from the person afterwards.

Every widget has one key, so that its state is its own from the first change on; the address only says where to start.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Sequence
from typing import Any, cast

import streamlit as st

from analytics.dashboard.state import data
from analytics.dashboard.state.address import Selection
from analytics.dashboard.state.opening import is_first
from analytics.dashboard.state.session import language, t
from analytics.transforms.groups.compare import best_covered
from analytics.transforms.series.editions import main_table
from analytics.vocabulary import form
from analytics.vocabulary.measures import Measure, measure, measures, measures_before_2019, measures_per_resident
from analytics.vocabulary.terms import Table

_JOINED = 4
"""Ways that stand in one line on a narrow screen."""


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
    st.session_state[key] = [one for one in chosen if one in options]


def offered(held: data.Collection) -> tuple[Measure, ...]:
    """The measures that this collection can give: those per resident where it has populations, and
    those of the editions before 2019 that its reports use."""
    per_resident = measures_per_resident() if held.has_populations else ()
    return (*measures(), *per_resident, *measures_before_2019(held.earlier_editions))


def one_measure(held: data.Collection, current: str) -> Measure:
    """A group, then a measure of it."""
    left, right = st.columns([1, 2])
    among = offered(held)
    groups = list(dict.fromkeys(one.group for one in among))
    begin("group", groups, lambda: measure(current).group if measure(current) in among else groups[0])
    group = left.selectbox(t("choose.group"), groups, format_func=lambda key: t(f"group.{key}"), key="group")
    keys = [one.key for one in among if one.group == group]
    begin("measure", keys, lambda: current if current in keys else keys[0])
    chosen: str = right.selectbox(
        t("choose.measure"), keys, format_func=lambda key: measure(key).named(language()), key="measure"
    )
    return measure(chosen)


def several_measures(held: data.Collection, current: Sequence[str]) -> tuple[str, ...]:
    """Any measures, named with their groups."""
    keys = [one.key for one in offered(held)]
    begin_several("measures", keys, lambda: current)
    chosen = st.multiselect(
        t("choose.measures"),
        keys,
        format_func=lambda key: f"{t(f'group.{measure(key).group}')} · {measure(key).named(language())}",
        key="measures",
    )
    return tuple(chosen)


def default_organs(held: data.Collection, wanted: Measure, count: int) -> tuple[str, ...]:
    """The organs of one level and kind with most values of the measure: something worth looking at first."""
    frame = data.measured(held.warehouse.build_id, (wanted.key,), None, None)
    best = best_covered(frame, held.placed, count)
    return tuple(best["organ_key"])


def years(held: data.Collection, asked: Selection, wanted: Collection[Measure] = ()) -> tuple[int, int]:
    """First and last year. The year before the first report may be stated by that report. A view of measures begins
    with the form of 2019, since few of them go back further; without any, it begins with the first report."""
    low, high = held.span[0], held.span[-1]
    is_earlier = not wanted or any(main_table(measure) is Table.STATISTICS for measure in wanted)
    usual = held.years[0] if is_earlier or high < form.FIRST_YEAR else max(held.years[0], form.FIRST_YEAR)
    start = min(max(asked.first or usual, low), high)
    end = max(min(asked.last or high, high), start)
    now = None if is_first("years") else st.session_state.get("years")
    if now is None or not low <= now[0] <= now[1] <= high:
        st.session_state["years"] = (start, end)
    # The state is a pair, so the slider has two ends; its type cannot show it.
    first, last = cast("tuple[int, int]", st.slider(t("choose.years"), low, high, key="years"))
    return first, last


def common_year(place: Any, common: Sequence[int], held: Sequence[int], asked: Selection) -> int | None:
    """A year for all, or the latest of each (None). Years in which every organ has a value are named so."""
    options: list[int | None] = [None, *sorted((int(year) for year in held), reverse=True)]
    labels = {year: t("compare.common", year=year) if year in common else str(year) for year in options}
    labels[None] = t("compare.latest_of_each")
    start = None if asked.latest_of_each or not common else common[0]
    begin("common-year", options, lambda: asked.year if asked.year in options and asked.year else start)
    chosen: int | None = place.selectbox(
        t("compare.year"),
        options,
        format_func=lambda year: labels[year],
        key="common-year",
        placeholder=labels[None],  # an option that is None counts as no choice
    )
    return chosen


def reference(place: Any, held: data.Collection, among: Sequence[str], asked: str | None) -> str:
    """The organ that the others are compared with."""
    begin("reference", among, lambda: asked if asked in among else among[0])
    # Streamlit keeps what a widget was given as long as its session lasts: never a build.
    names = {key: held.names[held.keys[key]] for key in among}
    chosen: str = place.selectbox(t("compare.reference"), among, format_func=names.__getitem__, key="reference")
    return chosen


def one_of(
    place: Any, label: str, key: str, options: Sequence[str], asked: str | None, *, required: bool = True
) -> Any:
    """One of a few named ways; nothing is chosen at first where that is not ``required``."""
    start = asked if asked in options else options[0] if required else None
    if is_first(key) or st.session_state.get(key, "") not in (*options, None):
        st.session_state[key] = start
    # Joined buttons would be torn apart where they break into a second line.
    draw = place.segmented_control if len(options) <= _JOINED else place.pills
    return draw(t(label), options, format_func=lambda one: t(f"{label}.{one}"), key=key, required=required)


def is_on(place: Any, label: str, key: str, *, start: bool) -> bool:
    """A switch."""
    begin(key, (True, False), lambda: start)
    return bool(place.toggle(t(label), key=key))


def one_year(held: data.Collection, asked: int | None, organ_id: int | None = None) -> int:
    """One year in which there are reports, or one of the organ's, the latest at first."""
    own = held.reports_of(organ_id)["year"].dropna() if organ_id is not None else held.years
    known = sorted({int(year) for year in own}, reverse=True)
    begin("one-year", known, lambda: asked if asked in known else known[0])
    chosen: int = st.selectbox(t("choose.year"), known, key="one-year")
    return chosen


def base_year(place: Any, known: Sequence[int], asked: int | None) -> int:
    """The year that an index calls 100: the first shown at first."""
    begin("base-year", known, lambda: asked if asked in known else known[0])
    chosen: int = place.selectbox(t("choose.base_year"), known, key="base-year")
    return chosen


def two_years(left: Any, right: Any, known: Sequence[int], asked: Selection, start: tuple[int, int]) -> tuple[int, int]:
    """An earlier and a later year."""
    begin("pair-first", known[:-1], lambda: asked.first if asked.first in known[:-1] else start[0])
    first: int = left.selectbox(t("choose.first_year"), known[:-1], key="pair-first")
    later = [one for one in known if one > first]
    begin("pair-last", later, lambda: next(one for one in (asked.last, start[1], later[-1]) if one in later))
    last: int = right.selectbox(t("choose.last_year"), later, key="pair-last")
    return first, last
