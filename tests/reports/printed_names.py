"""Reports whose organ and place are known because they were made up here: names of the list of places, printed in many
manners, with and without something that proves the place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from random import Random
from typing import NamedTuple

from analytics.documents.detect import read_bytes
from analytics.reports.identity.identify import Identification, identify
from analytics.reports.narrative import read_narrative
from analytics.reports.rows.layout import split_stretches
from analytics.reports.rows.stream import read_rows
from analytics.vocabulary.naming import BODY_WORDS
from analytics.vocabulary.places.divisions import (
    Place,
    list_parents,
    list_places,
    make_extension_code,
    map_by_alias,
    map_by_name,
    map_by_short_name,
    shorten_name,
)
from analytics.vocabulary.places.local_units import LocalUnit, make_coded_name, name_body
from analytics.vocabulary.terms import Level

YEAR = 2023
DEPARTMENTS = (
    "水利局", "教育局", "气象局", "消防救援大队", "发展和改革局", "行政审批服务局", "国有资产监督管理委员会", "公安局",
    "政务公开领导小组办公室", "机构编制委员会办公室", "林业和草原局", "生态环境局", "市场监督管理局", "第一中学", "人民医院",
)  # fmt: skip
STREETS = ("", "办", "办事处", "办事处人民政府")
TOWNS = ("", "人民政府", "政府")
TITLES = (
    "{name}{year}年政府信息公开工作年度报告", "{year}年{name}政府信息公开工作年度报告", "{name}{year}年度政府信息公开年报",
    "{name}政府信息公开工作年度报告（{year}年度）", "{name}二〇二三年政府信息公开工作年度报告", "关于{name}{year}年政府信息公开工作情况的报告",
    "{name}关于{year}年政府信息公开工作年度报告", "{name}２０２３年度信息公开工作报告", "{name} {year} 年 度 政府信息公开工作年度报告",
    "{name}\n{year}年政府信息公开工作年度报告", "{name}{year}年政府信息公开\n工作年度报告",
    "{name}{year}年政府信息公开工作年度报告{name}{year}年政府信息公开工作年度报告",
    "现发布《{name}{year}年政府信息公开工作年度报告》。", "根据《条例》第五十条要求，现公布{name}{year}年政府信息公开工作年度报告。",
    "{name}{year}年政府信息公开工作情况", "{name}关于发布{year}年政府信息公开工作年度报告的通知",
)  # fmt: skip
MENTIONS = (
    "根据《中华人民共和国政府信息公开条例》和《浙江省人民政府办公厅关于做好年报工作的通知》要求编制。",
    "在国务院办公厅的指导下，干部赴福州考察学习，与龙泉市交流经验。",
    "请各区人民政府、市政府各部门认真落实。", "我们向北京学习，并对接杭州市西湖区人民政府。", "本年完成各项任务。", "",
)  # fmt: skip
_SECTIONS = (
    "二、主动公开政府信息情况\n无。\n三、收到和处理政府信息公开申请情况\n无。\n五、存在的主要问题及改进情况\n无。"
)


SECTIONS = "二、主动公开政府信息情况\n无。\n五、存在的主要问题及改进情况\n无。"


def identified(text: str, *hints: str) -> Identification:
    """What a text says of itself, read with the hints."""
    document = read_bytes(text.encode(), name="report.txt")
    return identify(document, read_narrative(split_stretches(read_rows(document))), hints)


def page(title: str, opening: str = "本年完成各项任务。", end: str = "") -> str:
    """A report of the title, with an opening and lines at its end."""
    return f"{title}\n一、总体情况\n{opening}\n{SECTIONS}\n{end}".strip()


def rules(found: Identification) -> set[str]:
    """The rules of its findings."""
    return {finding.rule for finding in found.findings}


class Printed(NamedTuple):
    """One report and its truth. ``is_proven``: a careful reader can tell the place."""

    text: str
    hints: tuple[str, ...]
    code: str
    body: str
    is_proven: bool
    sort: str


@cache
def _in_force(level: Level) -> tuple[Place, ...]:
    return tuple(place for place in list_places() if place.valid_to is None and place.level is level)


def printed_reports(seed: int, count: int) -> Iterator[Printed]:
    """Reports of every sort of organ, in the order of a seeded draw."""
    rng = Random(seed)
    makers = (_government, _department, _vertical, _town, _town, _town, _zone, _shared)
    for _ in range(count):
        yield rng.choice(makers)(rng)


def _chain(place: Place, rng: Random) -> str:
    above = [place.name for place in list_parents(place.code)]
    return "".join(reversed(above[: rng.randint(0, len(above))])) + place.name


def _is_unique(name: str) -> bool:
    return len({place.place_id for place in map_by_name().get(name, ()) if place.is_in_force(YEAR)}) == 1


def _any(rng: Random) -> Place:
    while True:
        level = rng.choice((Level.COUNTY, Level.COUNTY, Level.COUNTY, Level.PREFECTURE, Level.PROVINCE))
        place = rng.choice(_in_force(level))
        if place.is_in_force(YEAR):
            return place


def _page(rng: Random, name: str, sentence: str, before: str = "", after: str = "") -> str:
    title = rng.choice(TITLES).format(name=name, year=YEAR)
    opening = rng.choice(MENTIONS)
    return f"{before}{title}\n一、总体情况\n{opening}{sentence}\n{_SECTIONS}\n{after}".strip()


def _government(rng: Random) -> Printed:
    place = _any(rng)
    name = _chain(place, rng)
    body = rng.choice(("", "人民政府", "人民政府办公室"))
    # A bare name after the year or none is no sentence that a report would be called by.
    sentence = rng.choice(("", f"我{place.name[-1]}公开信息9条。"))
    return Printed(
        _page(rng, name + body, sentence), (), place.code, body or "人民政府",
        name != place.name or _is_unique(name), "government",
    )  # fmt: skip


def _department(rng: Random) -> Printed:
    place = _any(rng)
    name, body = _chain(place, rng), rng.choice(DEPARTMENTS)
    return Printed(
        _page(rng, name + body, rng.choice(("", "我局公开信息9条。"))), (), place.code, body,
        name != place.name or _is_unique(name), "department",
    )  # fmt: skip


def _vertical(rng: Random) -> Printed:
    place = _any(rng)
    name = _chain(place, rng)
    return Printed(
        _page(rng, f"国家税务总局{name}税务局", ""), (), place.code, "税务局",
        name != place.name or _is_unique(name), "vertical",
    )  # fmt: skip


def _county(rng: Random) -> Place:
    while True:
        place = rng.choice(_in_force(Level.COUNTY))
        if place.is_in_force(YEAR):
            return place


def _unit_name(rng: Random) -> str:
    place = rng.choice(_in_force(rng.choice((Level.COUNTY, Level.PREFECTURE, Level.PROVINCE))))
    stem = shorten_name(place.name)
    if stem == place.name or stem in {**map_by_name(), **map_by_alias()}:  # 沙县 of 沙县区 was a county
        return _unit_name(rng)
    return stem + rng.choice(("", "", "路", "西路", "山")) + rng.choice(("镇", "乡", "街道", "回族乡", "苏木"))


def _evidence(rng: Random, county: Place, unit: str, full: str) -> tuple[tuple[str, ...], str, str, bool]:
    """(hints, before, after, whether the county is proven) of one manner of proof."""
    city = list_parents(county.code)[0].name
    site = _is_unique(county.name)
    return rng.choice((
        ((), "", "", False),
        ((), f"首页 > {city}{county.name}{unit} > 政府信息公开年报\n", "", True),
        ((), f"当前位置：首页 > {county.name}{unit} > 年报\n", "", site),
        ((f"{city}/{county.name}/{unit}_2023.txt",), "", "", True),
        ((f"{county.name}{unit}_2023.txt",), "", "", site),
        ((), f"{county.name}人民政府门户网站\n", "", site),
        ((), f"来源：{county.name}人民政府办公室 时间：2024-01-31\n", "", site),
        ((), "", f"{city}{county.name}{full}\n2024年1月20日", True),
        ((), f"地址：{city}{county.name}{unit}人民路1号\n", "", True),
    ))  # fmt: skip


def _town(rng: Random) -> Printed:
    county, unit = _county(rng), _unit_name(rng)
    full = unit + rng.choice(STREETS if unit.endswith("街道") else TOWNS)
    body = name_body(LocalUnit(unit, "town"), "")
    code = make_extension_code(county.code, unit)
    sentence = rng.choice(
        ("", f"我{unit[-2:] if unit.endswith(('街道', '苏木')) else unit[-1]}公开信息9条。", "我县公开。")
    )
    if rng.random() < 0.4:
        chain = _chain(county, rng) + rng.choice(("", "人民政府"))
        proven = chain.removesuffix("人民政府") != county.name or _is_unique(county.name)
        return Printed(_page(rng, chain + full, sentence), (), code, body, proven, "town")
    hints, before, after, proven = _evidence(rng, county, unit, full)
    return Printed(_page(rng, full, sentence, before, after), hints, code, body, proven, "town")


def _zone(rng: Random) -> Printed:
    place = _any(rng)
    unit = rng.choice(("经济开发区", "高新技术产业开发区", "工业园区", "凤凰新城", "红星农场"))
    if unit == "工业园区":
        unit = "东风工业园区"
    sort = "farm" if unit.endswith("农场") else "zone"
    chain = _chain(place, rng)
    body = rng.choice(("", "管委会", "管理委员会")) if sort == "zone" else ""
    proven = chain != place.name or _is_unique(place.name)
    standard = name_body(LocalUnit(unit, sort), body)
    code = make_extension_code(place.code, make_coded_name(LocalUnit(unit, sort), [shorten_name(place.name)]))
    return Printed(_page(rng, chain + unit + body, ""), (), code, standard, proven, sort)


def _shared(rng: Random) -> Printed:
    """The short name alone, before a body: proven where only one place has it."""
    place = _any(rng)
    short = shorten_name(place.name)
    if short in map_by_name() or short in BODY_WORDS:  # 赣县 of 赣县区 was a county; 公安局 is a bureau
        return _shared(rng)
    bearers = {place.place_id for place in map_by_short_name().get(short, ()) if place.is_in_force(YEAR)}
    body = rng.choice(("人民政府", "人民政府办公室", "教育局"))
    proven = len(bearers) == 1 and not short.endswith(("镇", "乡"))  # 北镇 may be a township
    return Printed(_page(rng, short + body, ""), (), place.code, body, proven, "short")
