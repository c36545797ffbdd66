"""Groups of organs: those of an area, those nearest in size, a list of one's own.

A group has a key, which stands in the address (``dashboard.state.group_keys``), and a name, which stands on the chart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from analytics.charts.parts.chart import Chart
from analytics.dashboard.state import data
from analytics.dashboard.state.group_keys import OWN, GroupKey, ListKey, SizeKey
from analytics.dashboard.state.session import language, t
from analytics.transforms.groups.peers import AreaKey, Nearest, find_nearest, select_members
from analytics.vocabulary.measures import POPULATION, find_measure
from analytics.words import Language, say
from analytics.words.numbers import number

LICENSING = "licensing_decisions"


@dataclass(frozen=True, slots=True)
class Group:
    """Organs that are shown or ranked together, in the order in which they stand."""

    key: GroupKey
    name: str
    organ_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AreaGroup(Group):
    """Those of one level and kind in an area."""

    key: AreaKey


def list_bases(build: data.OpenBuild) -> tuple[str, ...]:
    """Measures of size that this collection can compare by."""
    return (POPULATION, LICENSING) if build.has_populations else (LICENSING,)


def make_area_group(build: data.OpenBuild, level: str, kind: str, area: str) -> AreaGroup:
    """Organs of one level and kind in the country, a province or a prefecture."""
    place = build.name_areas(language()).get(area) or t("choose.everywhere")
    name = f"{place} · {t(f'level.{level}')}{t('join')}{t(f'kind.{kind}')}"
    return AreaGroup(
        AreaKey(level, kind, area), name, data.find_member_ids(build.warehouse.build_id, level, kind, area)
    )


def find_near_organs(build: data.OpenBuild, organ_row: pd.Series, sizes: pd.DataFrame, count: int) -> Nearest | None:
    """Those of an organ's level and kind (its row ``own``) that are nearest in ``sizes``, a series of one measure."""
    return find_nearest(
        sizes,
        int(organ_row["organ_id"]),
        select_members(build.placed, level=organ_row["level"], kind=organ_row["kind"]),
        count,
    )


def make_size_group(
    build: data.OpenBuild, organ: str, basis: str, count: int, said_in: Language | None = None
) -> Group:
    """An organ and those of its level and kind that are nearest in size; itself alone where it has no such value."""
    organ_row, chosen = build.find_row(organ), said_in or language()
    found = find_near_organs(build, organ_row, data.read_changes(build.warehouse.build_id, (basis,), None, None), count)
    key = SizeKey(basis, count, organ)
    words = {"organ": organ_row["organ"], "measure": find_measure(basis).named(chosen)}
    if found is None:
        return Group(key, say("group.nearest_none", chosen, **words), (build.keys[organ],))
    numbers = {"own": found.organ_value, "low": found.low, "high": found.high}
    name = say(
        "group.nearest_name",
        chosen,
        count=len(found.organ_ids),
        year=found.year,
        **words,
        **{name: number(value, chosen) for name, value in numbers.items()},
    )
    return Group(key, name, (build.keys[organ], *found.organ_ids))


def make_own_group(build: data.OpenBuild, organs: Sequence[str]) -> Group:
    """A list of one's own."""
    return Group(OWN, t("group.own", count=len(organs)), tuple(build.keys[organ] for organ in organs))


def make_list_group(build: data.OpenBuild, organs: Sequence[str]) -> Group:
    """A list of one's own beside another organ: its key names the organs."""
    return replace(make_own_group(build, organs), key=ListKey(tuple(organs)))


def describe_peers(build: data.OpenBuild, peers: Group, said_in: Language) -> str:
    """Whose quartiles stand beside one organ's figures, in a language."""
    key, count = peers.key, number(len(peers.organ_ids), said_in)
    if isinstance(key, SizeKey):
        return make_size_group(build, key.organ, key.basis, key.count, said_in).name
    if isinstance(key, ListKey):
        return say("group.own", said_in, count=count)
    area = build.name_areas(said_in).get(key.area) or say("choose.everywhere", said_in)
    return say("county.peers", said_in, area=area, count=count)


def add_group_note(group: Group, chart: Chart) -> Chart:
    """The chart with the group that it shows in its subtitle; a list of one's own is seen in the chart itself."""
    return chart if group.key == OWN else chart.add_note(t("group.said", group=group.name))
