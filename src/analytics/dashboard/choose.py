"""Choosers: what a page shows, taken from the address when it opens and from the person afterwards.

Every widget has one key, so that its state is its own from the first change on; the address only says where to start.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast

import pandas as pd
import streamlit as st

from analytics.dashboard import data
from analytics.dashboard.address import Selection
from analytics.dashboard.parts import language, t
from analytics.transforms.compare import best_covered
from analytics.transforms.peers import EVERYWHERE, areas, members, sorts
from analytics.transforms.rows import each_row
from analytics.vocabulary.measures import Measure, measure, measures, measures_per_resident
from analytics.words import Language, say

T = TypeVar("T")


def _one(key: str, options: Sequence[T], start: T) -> None:
    """Begin with ``start``, and again where what was chosen is no longer offered."""
    if st.session_state.get(key, None) not in options or key not in st.session_state:
        st.session_state[key] = start


def _several(key: str, options: Sequence[str], start: Sequence[str]) -> None:
    """Begin with ``start``; what is no longer offered falls away."""
    chosen = st.session_state.get(key, list(start))
    st.session_state[key] = [one for one in chosen if one in options]


def offered(held: data.Collection) -> tuple[Measure, ...]:
    """The measures that this collection can give: those per resident where it has populations."""
    return measures() + (measures_per_resident() if held.has_populations else ())


def one_measure(held: data.Collection, current: str) -> Measure:
    """A group, then a measure of it."""
    left, right = st.columns([1, 2])
    among = offered(held)
    groups = list(dict.fromkeys(one.group for one in among))
    _one("group", groups, measure(current).group if measure(current) in among else groups[0])
    group = left.selectbox(t("choose.group"), groups, format_func=lambda key: t(f"group.{key}"), key="group")
    keys = [one.key for one in among if one.group == group]
    _one("measure", keys, current if current in keys else keys[0])
    chosen: str = right.selectbox(
        t("choose.measure"), keys, format_func=lambda key: measure(key).named(language()), key="measure"
    )
    return measure(chosen)


def several_measures(held: data.Collection, current: Sequence[str]) -> tuple[str, ...]:
    """Any measures, named with their groups."""
    keys = [one.key for one in offered(held)]
    _several("measures", keys, current)
    chosen = st.multiselect(
        t("choose.measures"),
        keys,
        format_func=lambda key: f"{t(f'group.{measure(key).group}')} · {measure(key).named(language())}",
        key="measures",
    )
    return tuple(chosen)


@st.cache_data(max_entries=4, show_spinner=False)
def _labels(build_id: str, chosen: Language, _organs: pd.DataFrame) -> dict[str, str]:
    """Organ's name, code, level and kind by its key: what a chooser is searched by."""
    return {
        row.organ_key: " · ".join(
            (
                str(row.organ),
                str(row.place_code),
                say(f"level.{row.level}", chosen) + say("join", chosen) + say(f"kind.{row.kind}", chosen),
            )
        )
        for row in each_row(_organs[_organs["place_code"].notna()])
    }


def organs(held: data.Collection, current: Sequence[str], *, limit: int | None = None) -> tuple[str, ...]:
    """Organs by name; level and kind stand beside the names."""
    labels = _labels(held.warehouse.build_id, language(), held.organs)
    key = f"organs-{limit}"
    _several(key, list(held.keys), current)
    chosen = st.multiselect(
        t("choose.organs"),
        list(held.keys),
        format_func=lambda one: labels.get(one, one),
        max_selections=limit,
        placeholder=t("choose.organs_hint"),
        key=key,
    )
    return tuple(chosen)


def default_organs(held: data.Collection, wanted: Measure, count: int) -> tuple[str, ...]:
    """The organs of one level and kind with most values of the measure: something worth looking at first."""
    frame = data.measured(held.warehouse.build_id, (wanted.key,), None, None)
    best = best_covered(frame, held.organs[held.organs["organ_key"].isin(list(held.keys))], count)
    return tuple(best["organ_key"])


def years(held: data.Collection, asked: Selection) -> tuple[int, int]:
    """First and last year. The year before the first report may be stated by that report."""
    known = [int(year) for year in held.reports["year"].dropna()]
    low, high = min(known) - 1, max(known)
    start = min(max(asked.first or min(known), low), high)
    end = max(min(asked.last or high, high), start)
    now = st.session_state.get("years")
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
    _one("common-year", options, asked.year if asked.year in options and asked.year else start)
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
    _one("reference", among, asked if asked in among else among[0])
    chosen: str = place.selectbox(
        t("compare.reference"), among, format_func=lambda key: held.names[held.keys[key]], key="reference"
    )
    return chosen


def one_of(
    place: Any, label: str, key: str, options: Sequence[str], asked: str | None, *, required: bool = True
) -> Any:
    """One of a few named ways; nothing is chosen at first where that is not ``required``."""
    start = asked if asked in options else options[0] if required else None
    if key not in st.session_state or st.session_state[key] not in (*options, None):
        st.session_state[key] = start
    return place.segmented_control(
        t(label), options, format_func=lambda one: t(f"{label}.{one}"), key=key, required=required
    )


def one_year(held: data.Collection, asked: int | None, organ_id: int | None = None) -> int:
    """One year in which there are reports, or one of the organ's, the latest at first."""
    own = held.reports if organ_id is None else held.reports[held.reports["organ_id"] == organ_id]
    known = sorted({int(year) for year in own["year"].dropna()}, reverse=True)
    _one("one-year", known, asked if asked in known else known[0])
    chosen: int = st.selectbox(t("choose.year"), known, key="one-year")
    return chosen


def one_organ(held: data.Collection, asked: Sequence[str], wanted: Measure) -> tuple[str, int, str]:
    """One organ, found by its name or division code: its key, id and name. At first one with most values of the
    measure, so that there is something to see."""
    labels = _labels(held.warehouse.build_id, language(), held.organs)
    start = next(iter((*asked, *default_organs(held, wanted, 1), *held.keys)))
    _one("one-organ", list(held.keys), start)
    chosen: str = st.selectbox(
        t("choose.organ"), list(held.keys), format_func=lambda one: labels.get(one, one), key="one-organ"
    )
    return chosen, held.keys[chosen], held.names[held.keys[chosen]]


@dataclass(frozen=True, slots=True)
class Peers:
    """A group of organs that may be ranked together; ``key`` stands in the address."""

    key: str
    name: str
    organ_ids: tuple[int, ...]


def peers(held: data.Collection, asked: Selection) -> Peers:
    """Organs of one level and kind, in the country, a province or a prefecture."""
    placed = held.organs[held.organs["organ_key"].isin(list(held.keys))]
    kinds, places = sorts(placed), {one.code: one.name for one in areas(placed)}
    level, kind, area = (asked.peers or "||").split("|")
    left, right = st.columns(2)
    _one("peers-sort", kinds, (level, kind) if (level, kind) in kinds else kinds[0])
    _one("peers-area", list(places), area if area in places else EVERYWHERE)
    sort: tuple[str, str] = left.selectbox(
        t("choose.sort"), kinds, format_func=lambda one: f"{t(f'level.{one[0]}')}{t('join')}{t(f'kind.{one[1]}')}",
        key="peers-sort",
    )  # fmt: skip
    chosen: str = right.selectbox(
        t("choose.area"), list(places), format_func=lambda one: places[one] or t("choose.everywhere"), key="peers-area"
    )
    name = f"{places[chosen] or t('choose.everywhere')} · {t(f'level.{sort[0]}')}{t('join')}{t(f'kind.{sort[1]}')}"
    return Peers("|".join((*sort, chosen)), name, members(placed, level=sort[0], kind=sort[1], area=chosen))
