"""Whose figures a page shows: organs one by one, a whole area, or those nearest in size.

Organs are found by name, pinyin, initials or division code. The address says where to start: the organs that it names
(``o``), or the key of a group (``peers``).
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Any

import streamlit as st

from analytics.dashboard.choosers import groups
from analytics.dashboard.choosers.controls import begin, begin_several, choose_way
from analytics.dashboard.choosers.groups import AreaGroup, Group
from analytics.dashboard.state import data
from analytics.dashboard.state.address import Selection
from analytics.dashboard.state.group_keys import MOST_NEAREST, OWN, GroupKey, ListKey, SizeKey
from analytics.dashboard.state.open_builds import find_folder
from analytics.dashboard.state.session import language, t
from analytics.query.selections import read_organ_lists
from analytics.transforms.groups.peers import AreaKey
from analytics.transforms.revisions import PageView
from analytics.transforms.rows import each_row
from analytics.vocabulary.measures import find_measure
from analytics.vocabulary.places.fictional import take_province_digits
from analytics.words import Language, say
from analytics.words.numbers import number

NAMED, AREA, NEAREST = "named", "area", "nearest"
_COUNT = 10
"""Organs beside one's own, at first: enough for quartiles, few enough to look at."""


@st.cache_resource(max_entries=4, show_spinner=False)
def _list_labels(build_id: str, chosen: Language, _build: data.OpenBuild) -> dict[str, str]:
    """What an organ is found by, under its key, in order of the name: name, sort, code, letters."""
    labels = {
        row.organ_key: " · ".join(
            (
                _build.name_organs(chosen)[row.organ_id],
                say(f"level.{row.level}", chosen) + say("join", chosen) + say(f"kind.{row.kind}", chosen),
                f"{row.place_code} {row.pinyin} {row.initials}",
            )
        )
        for row in each_row(_build.placed)
    }
    return {key: labels.get(key, key) for key in _build.keys}


def choose_group(
    build: data.OpenBuild,
    selection: Selection,
    *,
    first: str,
    start: Callable[[], Sequence[str]],
    way_place: Any,
    place: AbstractContextManager[Any],
) -> Group:
    """The organs that a page shows. ``first`` is the way of choosing where the address does not say, ``start`` gives
    the organs to begin with where one chooses one by one. The way is chosen in ``way_place``, organs in ``place``."""
    ways = [NAMED, AREA, NEAREST]
    way = choose_way(way_place, "choose.whose", "whose", ways, _find_way(selection, first))
    with place:
        if way == AREA:
            return choose_area(build, selection.peers)
        if way == NEAREST:
            return _choose_nearest(build, selection.peers, selection.organs)
        is_emptied = selection.peers == OWN and not selection.organs
        return groups.make_own_group(build, _choose_several(build, selection.organs, tuple if is_emptied else start))


def set_group(selection: Selection, build: data.OpenBuild, chosen: Group) -> Selection:
    """The selection with this group: by its key, or organ by organ."""
    if chosen.key == OWN:
        return replace(selection, organs=tuple(build.keys_of[organ_id] for organ_id in chosen.organ_ids), peers=OWN)
    return replace(selection, organs=(), peers=chosen.key)


def describe_view(build: data.OpenBuild, chosen: Group, view: Selection) -> PageView:
    """What a page shows of a group: some measures, in the years from the first to the last where a view has them."""
    years = None if view.first is None or view.last is None else frozenset(range(view.first, view.last + 1))
    organs = frozenset(build.keys_of[organ_id] for organ_id in chosen.organ_ids)
    is_all = chosen.key == OWN and not organs
    return PageView(
        tuple(map(find_measure, view.measures)),
        organs=None if is_all else organs,
        years=years,
        group=chosen.key if isinstance(chosen.key, AreaKey) else None,
    )


def _find_way(selection: Selection, first: str) -> str:
    if selection.peers == OWN or (selection.organs and first == NAMED):
        return NAMED
    if selection.peers:
        return NEAREST if isinstance(selection.peers, SizeKey) else AREA
    return first


def _choose_several(
    build: data.OpenBuild, current: Sequence[str], start: Callable[[], Sequence[str]], key: str = "organs"
) -> tuple[str, ...]:
    """Organs one by one, or as a list that was saved under a name."""
    labels = _list_labels(build.warehouse.build_id, language(), build)
    begin_several(key, labels, lambda: current or start())
    lists = read_organ_lists(find_folder())
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


def choose_organ(
    build: data.OpenBuild, requested: Sequence[str], start: Callable[[], Sequence[str]]
) -> tuple[str, int, str]:
    """One organ: its key, id and name. At first the one asked for, else the first of ``start``."""
    labels = _list_labels(build.warehouse.build_id, language(), build)
    chosen = _choose_one(st, labels, "one-organ", lambda: next(iter((*requested, *start(), *labels))))
    return chosen, build.keys[chosen], build.name_organs(language())[build.keys[chosen]]


def _choose_one(place: Any, labels: dict[str, str], key: str, start: Callable[[], str]) -> str:
    begin(key, labels, start)
    chosen: str = place.selectbox(
        t("choose.organ"), list(labels), format_func=labels.__getitem__, filter_mode="contains", key=key
    )
    return chosen


def choose_area(build: data.OpenBuild, requested: GroupKey | None) -> AreaGroup:
    """Organs of one level and kind in an area."""
    kinds, places = build.sorts, build.name_areas(language())
    left, right = st.columns(2)
    sort, area = ((requested.level, requested.kind), requested.area) if isinstance(requested, AreaKey) else (None, None)
    begin("peers-sort", kinds, lambda: sort if sort in kinds else kinds[0])
    begin("peers-area", places, lambda: area if area in places else next(iter(places)))
    level, kind = left.selectbox(
        t("choose.sort"), kinds, format_func=lambda sort: f"{t(f'level.{sort[0]}')}{t('join')}{t(f'kind.{sort[1]}')}",
        key="peers-sort",
    )  # fmt: skip
    where: str = right.selectbox(
        t("choose.area"),
        list(places),
        format_func=lambda code: places[code] or t("choose.everywhere"),
        key="peers-area",
    )
    return groups.make_area_group(build, level, kind, where)


def _choose_nearest(build: data.OpenBuild, requested: GroupKey | None, organs: Sequence[str]) -> Group:
    key = requested if isinstance(requested, SizeKey) else None
    named = [key.organ] if key else []
    labels = _list_labels(build.warehouse.build_id, language(), build)
    left, middle, right = st.columns([3, 2, 1])
    organ = _choose_one(
        left, labels, "nearest-organ",
        lambda: next(organ_key for organ_key in (*named, *organs, *labels) if organ_key in labels),
    )  # fmt: skip
    ways = groups.list_bases(build)
    begin("nearest-basis", ways, lambda: key.basis if key and key.basis in ways else ways[0])
    basis = middle.selectbox(
        t("choose.basis"),
        ways,
        format_func=lambda measure_key: find_measure(measure_key).named(language()),
        key="nearest-basis",
    )
    begin("nearest-count", range(1, MOST_NEAREST + 1), lambda: key.count if key else _COUNT)
    count = right.number_input(t("choose.count"), 1, MOST_NEAREST, key="nearest-count")
    return groups.make_size_group(build, organ, basis, int(count))


NEAR_AREA, PROVINCE, EVERYWHERE, LISTED = "near_area", "province", "everywhere", "own"


def choose_peers(build: data.OpenBuild, organ: str, requested: GroupKey | None) -> Group:
    """Those that one organ is seen among: of its level and kind in the nearest area that has enough of them, in its
    province or everywhere, those nearest in size (the organ itself stands first among them), or a list of one's own."""
    row, bases = build.find_row(organ), groups.list_bases(build)
    ways = [NEAR_AREA, PROVINCE, EVERYWHERE, *bases, LISTED]
    areas = {PROVINCE: take_province_digits(str(row["place_code"])), EVERYWHERE: ""}
    started = _find_peers_way(requested, areas)
    begin("county-peers", ways, lambda: started if started in ways else NEAR_AREA)
    way = st.selectbox(
        t("choose.peers"), ways, format_func=lambda option: t(f"choose.peers.{option}"), key="county-peers"
    )
    if way in bases:
        return groups.make_size_group(build, organ, way, requested.count if isinstance(requested, SizeKey) else _COUNT)
    if way == LISTED:
        organs = requested.organs if isinstance(requested, ListKey) else ()
        listed = [organ_key for organ_key in organs if organ_key in build.keys]
        return groups.make_list_group(
            build, [organ_key for organ_key in _choose_several(build, listed, tuple, "own-peers") if organ_key != organ]
        )
    where = areas[way] if way in areas else data.find_near_area(build.warehouse.build_id, build.keys[organ])
    found = groups.make_area_group(build, row["level"], row["kind"], where)
    others = tuple(organ_id for organ_id in found.organ_ids if organ_id != build.keys[organ])
    place = build.name_areas(language()).get(where) or t("choose.everywhere")
    return Group(found.key, t("county.peers", area=place, count=number(len(others), language())), others)


def _find_peers_way(requested: GroupKey | None, areas: Mapping[str, str]) -> str:
    """The way of choosing peers that gives the group asked for, the nearest area where none of them does."""
    if isinstance(requested, SizeKey):
        return requested.basis
    if isinstance(requested, ListKey):
        return LISTED if requested.organs else NEAR_AREA
    area = None if requested is None else requested.area
    return next((way for way, code in areas.items() if code == area), NEAR_AREA)
