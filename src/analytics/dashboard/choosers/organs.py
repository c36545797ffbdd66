"""Whose figures a page shows: organs one by one, a whole area, or those nearest in size.

Organs are found by name, pinyin, initials or division code. The address says where to start: the organs that it names
(``o``), or the key of a group (``peers``).
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from analytics.dashboard.choosers import groups
from analytics.dashboard.choosers.controls import begin, begin_several, one_of
from analytics.dashboard.choosers.groups import OWN, Group
from analytics.dashboard.state import data
from analytics.dashboard.state.address import Selection
from analytics.dashboard.state.session import language, t
from analytics.query.selections import organ_lists
from analytics.transforms.revisions import Shown
from analytics.transforms.rows import each_row
from analytics.vocabulary.measures import measure
from analytics.vocabulary.places.fictional import province_digits
from analytics.words import Language, say
from analytics.words.numbers import number

NAMED, AREA, NEAREST = "named", "area", "nearest"
_COUNT = 10
"""Organs beside one's own, at first: enough for quartiles, few enough to look at."""


@st.cache_resource(max_entries=4, show_spinner=False)
def _labels(build_id: str, chosen: Language, _held: data.Collection) -> dict[str, str]:
    """What an organ is found by, under its key, in order of the name: name, sort, code, letters."""
    labels = {
        row.organ_key: " · ".join(
            (
                str(row.organ),
                say(f"level.{row.level}", chosen) + say("join", chosen) + say(f"kind.{row.kind}", chosen),
                f"{row.place_code} {row.pinyin} {row.initials}",
            )
        )
        for row in each_row(_held.placed)
    }
    return {key: labels.get(key, key) for key in _held.keys}


def group(held: data.Collection, asked: Selection, *, first: str, start: Callable[[], Sequence[str]]) -> Group:
    """The organs that a page shows. ``first`` is the way of choosing where the address does not say, ``start`` gives
    the organs to begin with where one chooses one by one."""
    ways = [NAMED, AREA, NEAREST]
    way = one_of(st, "choose.whose", "whose", ways, _way(asked, first))
    if way == AREA:
        return area(held, asked.peers)
    if way == NEAREST:
        return _nearest(held, groups.asked_for(asked.peers), asked.organs)
    is_emptied = asked.peers == OWN and not asked.organs
    return groups.of_own(held, _several(held, asked.organs, tuple if is_emptied else start))


def remembered(asked: Selection, held: data.Collection, chosen: Group) -> Selection:
    """The selection with this group: by its key, or organ by organ."""
    if chosen.key == OWN:
        return replace(asked, organs=tuple(held.keys_of[one] for one in chosen.organ_ids), peers=OWN)
    return replace(asked, organs=(), peers=chosen.key)


def shown(held: data.Collection, chosen: Group, view: Selection) -> Shown:
    """What a page shows of a group: some measures, in the years from the first to the last where a view has them."""
    years = None if view.first is None or view.last is None else frozenset(range(view.first, view.last + 1))
    organs = frozenset(held.keys_of[one] for one in chosen.organ_ids)
    is_all = chosen.key == OWN and not organs
    is_area = groups.asked_for(chosen.key).level is not None
    return Shown(
        tuple(map(measure, view.measures)),
        organs=None if is_all else organs,
        years=years,
        group=chosen.key if is_area else "",
    )


def _way(asked: Selection, first: str) -> str:
    if asked.peers == OWN or (asked.organs and first == NAMED):
        return NAMED
    if asked.peers:
        return NEAREST if groups.asked_for(asked.peers).basis else AREA
    return first


def _several(
    held: data.Collection, current: Sequence[str], start: Callable[[], Sequence[str]], key: str = "organs"
) -> tuple[str, ...]:
    """Organs one by one, or as a list that was saved under a name."""
    labels = _labels(held.warehouse.build_id, language(), held)
    begin_several(key, labels, lambda: current or start())
    lists = organ_lists(data.folder())
    left, right = st.columns([3, 1]) if lists else (st, st)
    chosen = left.multiselect(
        t("choose.organs"), list(labels), format_func=labels.__getitem__, placeholder=t("choose.organs_hint"),
        filter_mode="contains", key=key,
    )  # fmt: skip
    if lists:
        right.selectbox(
            t("choose.list"), list(lists), index=None, placeholder=t("choose.list_hint"), key=f"{key}-list",
            on_change=lambda: _take(key, lists, labels),
        )  # fmt: skip
    return tuple(chosen)


def _take(key: str, lists: Mapping[str, Sequence[str]], labels: Container[str]) -> None:
    """Put a saved list in the place of what was chosen; organs that are not held any more fall away."""
    name = st.session_state[f"{key}-list"]
    if name is not None:
        st.session_state[key] = [organ for organ in lists[name] if organ in labels]


def one(held: data.Collection, asked: Sequence[str], start: Callable[[], Sequence[str]]) -> tuple[str, int, str]:
    """One organ: its key, id and name. At first the one asked for, else the first of ``start``."""
    labels = _labels(held.warehouse.build_id, language(), held)
    chosen = _one_of(st, labels, "one-organ", lambda: next(iter((*asked, *start(), *labels))))
    return chosen, held.keys[chosen], held.names[held.keys[chosen]]


def _one_of(place: Any, labels: dict[str, str], key: str, start: Callable[[], str]) -> str:
    begin(key, labels, start)
    chosen: str = place.selectbox(
        t("choose.organ"), list(labels), format_func=labels.__getitem__, filter_mode="contains", key=key
    )
    return chosen


def area(held: data.Collection, asked_key: str | None) -> Group:
    """Organs of one level and kind in an area."""
    asked = groups.asked_for(asked_key)
    kinds, places = held.sorts, held.area_names
    left, right = st.columns(2)
    begin("peers-sort", kinds, lambda: (asked.level, asked.kind) if (asked.level, asked.kind) in kinds else kinds[0])
    begin("peers-area", places, lambda: asked.area if asked.area in places else next(iter(places)))
    level, kind = left.selectbox(
        t("choose.sort"), kinds, format_func=lambda one: f"{t(f'level.{one[0]}')}{t('join')}{t(f'kind.{one[1]}')}",
        key="peers-sort",
    )  # fmt: skip
    where: str = right.selectbox(
        t("choose.area"), list(places), format_func=lambda one: places[one] or t("choose.everywhere"), key="peers-area"
    )
    return groups.of_area(held, level, kind, where)


def _nearest(held: data.Collection, asked: groups.Asked, organs: Sequence[str]) -> Group:
    labels = _labels(held.warehouse.build_id, language(), held)
    left, middle, right = st.columns([3, 2, 1])
    organ = _one_of(
        left, labels, "nearest-organ",
        lambda: next(one for one in (asked.organ, *organs, *labels) if one in labels),
    )  # fmt: skip
    ways = groups.bases(held)
    begin("nearest-basis", ways, lambda: asked.basis if asked.basis in ways else ways[0])
    basis = middle.selectbox(
        t("choose.basis"), ways, format_func=lambda one: measure(one).named(language()), key="nearest-basis"
    )
    begin("nearest-count", range(1, groups.MOST_NEAREST + 1), lambda: asked.count or _COUNT)
    count = right.number_input(t("choose.count"), 1, groups.MOST_NEAREST, key="nearest-count")
    return groups.of_size(held, organ, basis, int(count))


NEAR_AREA, PROVINCE, EVERYWHERE = "near_area", "province", "everywhere"


def peers_of(held: data.Collection, organ: str, asked: str | None) -> Group:
    """Those that one organ is seen among: of its level and kind in the nearest area that has enough of them, in its
    province or everywhere, those nearest in size (the organ itself stands first among them), or a list of one's own."""
    row, wanted = held.row_of(organ), groups.asked_for(asked)
    ways = [NEAR_AREA, PROVINCE, EVERYWHERE, *groups.bases(held), OWN]
    areas = {PROVINCE: province_digits(str(row["place_code"])), EVERYWHERE: ""}
    named = wanted.basis or (OWN if wanted.organs else None)
    started = named or next((way for way, area in areas.items() if asked and area == wanted.area), NEAR_AREA)
    begin("county-peers", ways, lambda: started if started in ways else NEAR_AREA)
    way = st.selectbox(t("choose.peers"), ways, format_func=lambda one: t(f"choose.peers.{one}"), key="county-peers")
    if way in groups.bases(held):
        return groups.of_size(held, organ, way, wanted.count or _COUNT)
    if way == OWN:
        listed = [one for one in wanted.organs if one in held.keys]
        return groups.of_list(held, [one for one in _several(held, listed, tuple, "own-peers") if one != organ])
    where = areas[way] if way in areas else data.near_area(held.warehouse.build_id, held.keys[organ])
    found = groups.of_area(held, row["level"], row["kind"], where)
    others = tuple(one for one in found.organ_ids if one != held.keys[organ])
    place = held.area_names.get(where) or t("choose.everywhere")
    return Group(found.key, t("county.peers", area=place, count=number(len(others), language())), others)
