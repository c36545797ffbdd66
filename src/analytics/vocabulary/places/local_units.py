"""Townships, subdistricts, development zones, farms and villages: the units that have no code of the standard.

Such a unit is named after hills, roads and cities of anywhere (北京街道, 凤凰镇), so its name proves no place: it stays
a unit of its own, below a county that something else names.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from analytics.vocabulary.naming import BODY_ENDINGS, GOVERNMENT
from analytics.vocabulary.places.divisions import Place, make_extension_code
from analytics.vocabulary.terms import Level

_HAN = r"[\u3400-\u9fff]"
_STEM = r"(?:(?![局厅署])[\u3400-\u9fff])"
_NO_TOWN = (
    rf"(?!(?:统筹|新型|特色|重点|住房|历史文化)?(?:城乡|城镇|乡镇|村镇|集镇|古镇|名镇|小城镇|小镇)(?!(?:人民)?政府)"
    rf"|各|所属|所辖|下辖|下属|部门|[返下回侨水家]乡|{_HAN}{{1,8}}[和与](?:城乡|城镇|乡镇|村镇|乡村))"
)
"""Departments whose name has the word in it: 城乡规划局, 返乡创业服务中心, 住房和城乡建设局."""
_GOES_ON = (
    rf"(?!街道|苏木|[村域级]|镇(?!(?:人民)?政府)|乡(?!村|(?:人民)?政府)|{_HAN}{{1,5}}族[镇乡]|"
    rf"{_HAN}{{1,4}}(?:[镇乡]|街道)(?:$|(?:人民)?政府|办))"
)
"""Not yet the end of the name: 宁乡 in 宁乡街道, 武乡 in 武乡回族乡."""
_TOWN = rf"{_NO_TOWN}{_STEM}{{1,10}}?(?:街道|[镇乡]{_GOES_ON}|苏木)"
_OF_A_TOWN = "所|站|中心|院|校|小学|中学|园|队|分局|办公室|厂|公司"
_AFTER_TOWN = rf"(?=$|[镇乡]?(?:人民)?政府|办|党|社区|卫生院|纪委|委员会|人大|{_HAN}{{0,8}}(?:{_OF_A_TOWN})$)"
_ZONE = (
    rf"{_STEM}{{0,10}}?(?:(?:经济技术|高新技术产业|高新技术|经济|高新|工业|产业)?开发区|高新区|经开区|度假区|名胜区|风景区|"
    r"保税区|综合实验区|综合试验区|示范区|合作区)"
    rf"|{_STEM}{{1,12}}?[区园](?=管委会|管理委员会)"
    rf"|(?!自然保护区|旅游景区){_STEM}{{1,10}}?(?:工业园区|产业园区|园区|工业园|产业园|管理区|实验区|试验区|保护区|港区|"
    r"集聚区|工业区|功能区|经济区|片区|景区|特区|新区|新城)"
)
_FARM = rf"{_STEM}{{1,8}}?(?:农场|林场|牧场|渔场|茶场)"
_DIGITS = "一二三四五六七八九十〇百0-9"
_CORPS = (
    rf"(?:(?:新疆)?(?:生产建设)?兵团)?第[{_DIGITS}]+师(?![范资])(?:第?[{_DIGITS}]+团)?"
    rf"|(?:新疆)?生产建设兵团(?:第?[{_DIGITS}]+团)?"
)
_VILLAGE = (
    rf"{_HAN}{{0,24}}?(?:村民委员会|居民委员会|村委会|居委会|"
    rf"{_HAN}(?:村|社区|嘎查)(?:党(?:总支|支部|委|群服务中心)(?:委员会)?)?)$"
)
"""Below the townships: no organ of the state, and in no list of places."""
_NO_STREET = "驻|联络|管理|工作|服务|建设|招商|保险|征收|拆迁|清理|会计|政府|地区"
_OFFICE_STEM = rf"(?!{_HAN}*(?:{_NO_STREET})){_STEM}{{2,8}}?(?<!街道)(?<!街)"
"""Of a street office that is printed without its 街道: 花园路办事处."""
_AFTER = rf"(?=$|管委会|管理委员会|党工委|人民政府|{_HAN}{{1,14}}?(?:{BODY_ENDINGS})$)"
_UNIT = re.compile(
    rf"(?P<village>{_VILLAGE})|(?P<corps>{_CORPS})|(?P<town>{_TOWN}){_AFTER_TOWN}"
    rf"|(?P<area>{_HAN}{{1,8}}?地区)(?=办事处)|(?P<office>{_OFFICE_STEM})(?=办事处(?:$|人民政府))"
    rf"|(?P<zone>{_ZONE}){_AFTER}|(?P<farm>{_FARM}){_AFTER}"
)
_TOWN_KIND = re.compile(rf"(?:街道|[镇乡]{_GOES_ON}|苏木|地区(?=办事处)){_AFTER_TOWN}")
_OF_TOWN = re.compile(r"[镇乡]?(?:人民政府|政府|街道办事处|办事处|办)+")
_OF_ZONE = re.compile(r"管委会|管理委员会|党工委管委会")
_OFFICE, _COMMITTEE = "办事处", "管理委员会"
_DIRECTIONS = tuple("东西南北中上下大小新老路")
"""A name that goes on with one of these after a city's name is that of a road or a hill: 南京西路街道."""


CORPS = "新疆生产建设兵团"
"""The zone whose divisions and regiments lie all over its region."""


class LocalUnit(NamedTuple):
    """``name`` as printed, and of which sort it is: village, town, area, zone, farm or corps."""

    name: str
    sort: str

    @property
    def is_town(self) -> bool:
        """Whether it is a township, subdistrict or area, which lies in one county."""
        return self.sort in ("town", "area")

    @property
    def level(self) -> Level | None:
        """A farm counts among the townships, a zone and a division of the Corps among the zones; a village is below."""
        if self.sort == "village":
            return None
        return Level.TOWNSHIP if self.is_town or self.sort == "farm" else Level.ZONE


def read_local_unit(text: str) -> LocalUnit | None:
    """The unit that the text begins with: 新明楼街道 of 新明楼街道办事处."""
    found = _UNIT.match(text)
    return LocalUnit(found[found.lastgroup or 0], found.lastgroup or "") if found else None


def complete_unit(unit: LocalUnit) -> LocalUnit:
    """The unit with its kind: a street office printed without 街道 is one of a subdistrict."""
    return LocalUnit(f"{unit.name}街道", "town") if unit.sort == "office" else unit


def has_kind_first(text: str) -> bool:
    """Whether the text goes on as the kind of a township: 镇人民政府 after 兴隆."""
    return _TOWN_KIND.match(text) is not None


def name_body(unit: LocalUnit, rest: str) -> str:
    """The standard body of a unit: what is called 街道, 街道办 and 街道办事处 is one organ."""
    if unit.sort == "area" or unit.name.endswith("街道"):
        return _OFFICE if not rest or _OF_TOWN.fullmatch(rest) else rest
    if unit.sort == "town":
        return GOVERNMENT if not rest or _OF_TOWN.fullmatch(rest) else rest
    if unit.sort == "zone":
        return _COMMITTEE if not rest or _OF_ZONE.fullmatch(rest) else rest
    return rest


def make_coded_name(unit: LocalUnit, above: Sequence[str]) -> str:
    """The name that the code is made of: without the short names of the places ``above``, from the nearest (新明楼街道
    of 榆阳新明楼街道), and a zone under its full kind, since 经开区 and 经济技术开发区 of a place are one."""
    if unit.sort == "corps":
        return _CORPS_PREFIX.sub("", unit.name) or unit.name
    if unit.sort != "zone":
        return _drop_parent(unit, above[0]) if above else unit.name
    name = unit.name
    for parent in above:
        name = _drop_parent(LocalUnit(name, unit.sort), parent)
    return next((kind.sub(full, name) for kind, full in _KINDS_OF_ZONE if kind.search(name)), name)


def _drop_parent(unit: LocalUnit, parent: str) -> str:
    rest = re.sub("^[省市县区](?=.)", "", unit.name.removeprefix(parent)) if unit.name.startswith(parent) else ""
    if not rest or not (below := read_local_unit(rest)) or below.sort != unit.sort:
        return unit.name
    if unit.is_town and (len(rest) < 4 or rest.startswith(_DIRECTIONS)):
        return unit.name
    return rest


_CORPS_PREFIX = re.compile("^(?:新疆)?(?:生产建设)?兵团(?=第)")
_KINDS_OF_ZONE = (
    (re.compile("(?:经开区|经济(?:技术)?开发区)$"), "经济技术开发区"),
    (re.compile("(?:高新区|高新(?:技术)?(?:产业)?(?:开发|园)区)$"), "高新技术产业开发区"),
)
"""Short kinds of zones → the full one. A place has one zone of a kind, and the state may promote it from 经济开发区."""


@cache
def map_known_zones() -> dict[str, str]:
    """Zones of the state whose place is common knowledge → the code of the place they are counted under."""
    return {row["name"]: row["parent_code"] for row in _read_zone_rows()}


@cache
def map_ranked_zones() -> dict[str, Place]:
    """Zones that have a rank of their own, such as a county's, since they govern a whole area → their place, whose code
    is an extension of that of the place above."""
    return {
        row["name"]: Place(
            code=(code := make_extension_code(row["parent_code"], row["name"])),
            name=row["name"],
            level=Level(row["level"]),
            parent_code=row["parent_code"],
            valid_from=int(row["since"]),
            valid_to=None,
            place_id=code,
        )
        for row in _read_zone_rows()
        if row["level"]
    }


@cache
def _read_zone_rows() -> tuple[dict[str, str], ...]:
    with files("analytics.vocabulary.places").joinpath("zones.csv").open(encoding="utf-8") as file:
        return tuple(csv.DictReader(file))
