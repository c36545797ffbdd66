"""Groups of organs as the address names them, and their one written form.

``county|government|3208`` (level, kind, area), ``nearest|population|10|140830|人民政府`` (by what, how many, whose),
``own`` (the organs that the address names) or ``own|320813|人民政府,321300|人民政府`` (those that follow).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from analytics.transforms.groups.peers import AreaKey

MOST_NEAREST = 100
_OWN, _NEAREST, _PART, _AND = "own", "nearest", "|", ","
_AREA = re.compile(r"(?P<level>[a-z]+)\|(?P<kind>[a-z]+)\|(?P<area>\d\d|99\d|\d{4}|)")
_SIZE = re.compile(r"nearest\|(?P<basis>population|licensing_decisions)\|(?P<count>\d{1,3})\|(?P<organ>.+)")
_LIST = re.compile(r"own(\|(?P<organs>.+))?")


@dataclass(frozen=True, slots=True)
class SizeKey:
    """An organ and the ``count`` of its level and kind that are nearest to it by a measure of size."""

    basis: str
    count: int
    organ: str


@dataclass(frozen=True, slots=True)
class ListKey:
    """A list of one's own: these organs, or those that stand beside the key."""

    organs: tuple[str, ...] = ()


GroupKey = AreaKey | SizeKey | ListKey
OWN = ListKey()


def parse_group_key(text: str) -> GroupKey | None:
    """The key that a text writes; None for a text of another form. Numbers out of bounds are taken to the nearest."""
    if listed := _LIST.fullmatch(text):
        return ListKey(tuple(listed["organs"].split(_AND)) if listed["organs"] else ())
    if size := _SIZE.fullmatch(text):
        return SizeKey(size["basis"], min(max(int(size["count"]), 1), MOST_NEAREST), size["organ"])
    if area := _AREA.fullmatch(text):
        return AreaKey(area["level"], area["kind"], area["area"])
    return None


def write_group_key(key: GroupKey) -> str:
    """The key as an address holds it."""
    if isinstance(key, AreaKey):
        return _PART.join((key.level, key.kind, key.area))
    if isinstance(key, SizeKey):
        return _PART.join((_NEAREST, key.basis, str(key.count), key.organ))
    return _PART.join((_OWN, _AND.join(key.organs))) if key.organs else _OWN
