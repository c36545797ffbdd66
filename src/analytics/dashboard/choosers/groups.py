"""Groups of organs: those of an area, those nearest in size, a list of one's own.

A group has a key, which stands in the address, and a name, which stands on the chart. Keys: ``county|government|3208``
(level, kind, area), ``nearest|population|10|140830|人民政府`` (by what, how many, whose), ``own`` (the organs that the
address names, or those that follow: ``own|320813|人民政府,321300|人民政府``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from analytics.charts.parts.theme import Figure, with_note
from analytics.dashboard.state import data
from analytics.dashboard.state.session import language, t
from analytics.transforms.groups.peers import Nearest, members, nearest
from analytics.vocabulary.measures import POPULATION, measure
from analytics.words import Language, say
from analytics.words.numbers import number

LICENSING = "licensing_decisions"
OWN = "own"
MOST_NEAREST = 100
_NEAREST, _AND = "nearest", ","


@dataclass(frozen=True, slots=True)
class Group:
    """Organs that are shown or ranked together, in the order in which they stand."""

    key: str
    name: str
    organ_ids: tuple[int, ...]


def bases(held: data.Collection) -> tuple[str, ...]:
    """Measures of size that this collection can compare by."""
    return (POPULATION, LICENSING) if held.has_populations else (LICENSING,)


def of_area(held: data.Collection, level: str, kind: str, area: str) -> Group:
    """Organs of one level and kind in the country, a province or a prefecture."""
    place = held.area_names.get(area) or t("choose.everywhere")
    name = f"{place} · {t(f'level.{level}')}{t('join')}{t(f'kind.{kind}')}"
    return Group(f"{level}|{kind}|{area}", name, data.members_of(held.warehouse.build_id, level, kind, area))


def near(held: data.Collection, own: pd.Series, sizes: pd.DataFrame, count: int) -> Nearest | None:
    """Those of an organ's level and kind (its row ``own``) that are nearest in ``sizes``, a series of one measure."""
    return nearest(sizes, int(own["organ_id"]), members(held.placed, level=own["level"], kind=own["kind"]), count)


def of_size(held: data.Collection, organ: str, basis: str, count: int, said_in: Language | None = None) -> Group:
    """An organ and those of its level and kind that are nearest in size; itself alone where it has no such value."""
    own, chosen = held.row_of(organ), said_in or language()
    found = near(held, own, data.measured(held.warehouse.build_id, (basis,), None, None), count)
    key = f"{_NEAREST}|{basis}|{count}|{organ}"
    words = {"organ": own["organ"], "measure": measure(basis).named(chosen)}
    if found is None:
        return Group(key, say("group.nearest_none", chosen, **words), (held.keys[organ],))
    numbers = {one: number(getattr(found, one), chosen) for one in ("own", "low", "high")}
    name = say("group.nearest_name", chosen, count=len(found.organ_ids), year=found.year, **words, **numbers)
    return Group(key, name, (held.keys[organ], *found.organ_ids))


def of_own(held: data.Collection, organs: Sequence[str]) -> Group:
    """A list of one's own."""
    return Group(OWN, t("group.own", count=len(organs)), tuple(held.keys[organ] for organ in organs))


def of_list(held: data.Collection, organs: Sequence[str]) -> Group:
    """A list of one's own beside another organ: its key names the organs."""
    return replace(of_own(held, organs), key=f"{OWN}|{_AND.join(organs)}")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a key of the address asks for; fields of the other ways are empty."""

    level: str | None = None
    kind: str | None = None
    area: str | None = None
    basis: str | None = None
    count: int | None = None
    organ: str | None = None
    organs: tuple[str, ...] = ()


def asked_for(key: str | None) -> Asked:
    """The parts of a key; its form is checked where the address is read."""
    if not key or key == OWN:
        return Asked()
    if key.startswith(f"{OWN}|"):
        return Asked(organs=tuple(key.removeprefix(f"{OWN}|").split(_AND)))
    if key.startswith(_NEAREST):
        _, basis, count, organ = key.split("|", 3)
        return Asked(basis=basis, count=min(max(int(count), 1), MOST_NEAREST), organ=organ)
    level, kind, area = key.split("|")
    return Asked(level, kind, area)


def peers_in(held: data.Collection, peers: Group, said_in: Language) -> str:
    """Whose quartiles stand beside one organ's figures, in a language."""
    asked = asked_for(peers.key)
    count = number(len(peers.organ_ids), said_in)
    if asked.organ and asked.basis and asked.count:
        return of_size(held, asked.organ, asked.basis, asked.count, said_in).name
    if asked.area is None:
        return say("group.own", said_in, count=count)
    area = held.area_names.get(asked.area) or say("choose.everywhere", said_in)
    return say("county.peers", said_in, area=area, count=count)


def stated(group: Group, figure: Figure) -> Figure:
    """The chart with the group that it shows in its subtitle; a list of one's own is seen in the chart itself."""
    return figure if group.key == OWN else with_note(figure, t("group.said", group=group.name))
