"""Townships, subdistricts, development zones and farms: the units that have no code of the standard.

Such a unit is named after hills, roads and cities of anywhere (北京街道, 凤凰镇), so its name proves no place: it stays
a unit of its own, below a county that something else names.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from analytics.vocabulary.phrases import BODY_ENDINGS, GOVERNMENT
from analytics.vocabulary.places import Place, extension_code
from analytics.vocabulary.terms import Level

_HAN = r"[\u3400-\u9fff]"
_TOWN = rf"{_HAN}{{1,10}}?(?:街道|镇|乡|苏木)"
_AFTER_TOWN = rf"(?=$|人民政府|政府|办|党|社区|卫生院|{_HAN}{{0,8}}(?:所|站|中心|院|校|小学|中学|园)$)"
_ZONE = (
    rf"{_HAN}{{0,10}}?(?:(?:经济技术|高新技术产业|高新技术|经济|高新|工业|产业)?开发区|高新区|经开区|度假区|名胜区|风景区|"
    r"保税区|综合实验区|综合试验区|示范区|合作区)"
    rf"|{_HAN}{{1,10}}?(?:工业园区|产业园区|园区|工业园|产业园|管理区|实验区|试验区|保护区|港区|新区|新城)"
)
_FARM = rf"{_HAN}{{1,8}}?(?:农场|林场|牧场|渔场|茶场)"
_CORPS = r"(?:新疆)?生产建设兵团(?:第?[一二三四五六七八九十]+师)?(?:第?[一二三四五六七八九十〇0-9]+团)?"
_AFTER = rf"(?=$|管委会|管理委员会|党工委|人民政府|{_HAN}{{1,14}}?(?:{BODY_ENDINGS})$)"
_UNIT = re.compile(
    rf"(?P<corps>{_CORPS})|(?P<town>{_TOWN}){_AFTER_TOWN}|(?P<area>{_HAN}{{1,8}}?地区)(?=办事处)"
    rf"|(?P<zone>{_ZONE}){_AFTER}|(?P<farm>{_FARM}){_AFTER}"
)
_TOWN_KIND = re.compile(rf"(?:街道|镇|乡|苏木|地区(?=办事处)){_AFTER_TOWN}")
_OF_TOWN = re.compile(r"(?:人民政府|政府|街道办事处|办事处|办)+")
_OF_ZONE = re.compile(r"管委会|管理委员会|党工委管委会")
_OFFICE, _COMMITTEE = "办事处", "管理委员会"
_DIRECTIONS = tuple("东西南北中上下大小新老路")
"""A name that goes on with one of these after a city's name is that of a road or a hill: 南京西路街道."""


class LocalUnit(NamedTuple):
    """``name`` as printed, and of which sort it is: town, area, zone, farm or corps."""

    name: str
    sort: str

    @property
    def is_town(self) -> bool:
        """Whether it is a township, subdistrict or area, which lies in one county."""
        return self.sort in ("town", "area")


def local_unit(text: str) -> LocalUnit | None:
    """The unit that the text begins with: 新明楼街道 of 新明楼街道办事处."""
    found = _UNIT.match(text)
    return LocalUnit(found[found.lastgroup or 0], found.lastgroup or "") if found else None


def begins_with_kind(text: str) -> bool:
    """Whether the text goes on as the kind of a township: 镇人民政府 after 兴隆."""
    return _TOWN_KIND.match(text) is not None


def body_of(unit: LocalUnit, rest: str) -> str:
    """The standard body of a unit: what is called 街道, 街道办 and 街道办事处 is one organ."""
    if unit.sort == "area" or unit.name.endswith("街道"):
        return _OFFICE if not rest or _OF_TOWN.fullmatch(rest) else rest
    if unit.sort == "town":
        return GOVERNMENT if not rest or _OF_TOWN.fullmatch(rest) else rest
    if unit.sort == "zone":
        return _COMMITTEE if not rest or _OF_ZONE.fullmatch(rest) else rest
    return rest


def without_parent(unit: LocalUnit, parent: str) -> str:
    """The name without the short name of the place above before it: 新明楼街道 of 榆阳新明楼街道."""
    rest = unit.name.removeprefix(parent)
    if rest == unit.name or not (below := local_unit(rest)) or below.sort != unit.sort:
        return unit.name
    if unit.is_town and (len(rest) < 4 or rest.startswith(_DIRECTIONS)):
        return unit.name
    return rest


@cache
def known_zones() -> dict[str, str]:
    """Zones of the state whose place is common knowledge → the code of the place they are counted under."""
    return {row["name"]: row["parent_code"] for row in _zone_rows()}


@cache
def ranked_zones() -> dict[str, Place]:
    """Zones that have a rank of their own, such as a county's, since they govern a whole area → their place, whose code
    is an extension of that of the place above."""
    return {
        row["name"]: Place(
            code := extension_code(row["parent_code"], row["name"]), row["name"], Level(row["level"]),
            row["parent_code"], int(row["since"]), None, code,
        )
        for row in _zone_rows()
        if row["level"]
    }  # fmt: skip


@cache
def _zone_rows() -> tuple[dict[str, str], ...]:
    with files("analytics.vocabulary").joinpath("zones.csv").open(encoding="utf-8") as file:
        return tuple(csv.DictReader(file))
