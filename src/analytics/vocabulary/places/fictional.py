"""Places that do not exist: provinces, prefectures and counties for simulated reports.

Codes begin with 99, which GB/T 2260 never gives out, and every name begins with 模拟 (simulated), so that no figure of
theirs can pass for one of a real county. Codes follow the standard's pattern: 99P000 a province, 99PF00 a prefecture,
99PFNN its districts (01 on), counties (21 on) and county-level cities (81 on).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from analytics.vocabulary.terms import Level

PREFIX = "99"
SIMULATED = "模拟"
"""Every name begins so."""
STAMP = "模拟数据，非真实报告 (simulated, not a real report)"
"""Stands in every simulated document, and on every page and in every file that shows a figure of one."""

_PROVINCES = "甲乙丙丁戊己庚辛壬"
_PREFECTURES = ("东临", "西陵", "南浦", "北渡", "中原", "上津", "下川", "左溪", "右岭")
_FIRST = (
    "云松柏竹梅兰桂枫杨柳荷莲菊葵棠杏桃李橘柚鹤鹭雁燕鹿麟玉珠金银铜铁锦绣虹霞"
    "霜雪露雨风晴曦月星辰朝晚春夏秋冬清明和顺安乐康宁福禄寿喜瑞祥丰泰恒盛"
)
_SECOND = "山川河湖海江溪泉潭池洲屿岛湾港渡桥林原野坪坝岭峰谷岗台城镇关塘浦津汀渚崖坡丘垣坊里亭阁堡寨营庄塬"
_KINDS = (("区", 1, 12), ("县", 21, 22), ("市", 81, 6))
"""(kind, first number, how many a prefecture has): 40 in all."""
_SINCE = 2008
"""The year from which the list of real places holds."""


class FictionalPlace(NamedTuple):
    """A place with its code and the code of the place above (None: a province)."""

    code: str
    name: str
    level: Level
    parent_code: str | None
    valid_from: int = _SINCE


def is_fictional(code: str | None) -> bool:
    """Whether a division or extension code is one of these."""
    return code is not None and code.startswith(PREFIX)


def take_province_digits(code: str) -> str:
    """The digits of a code that name its province: two, of a fictional one three."""
    return code[: len(PREFIX) + is_fictional(code)]


@cache
def list_fictional_places() -> tuple[FictionalPlace, ...]:
    """9 provinces, 81 prefectures and 3,240 counties, ordered by code; no two have the same name."""
    return tuple(sorted(_make_places()))


def _make_places() -> Iterator[FictionalPlace]:
    names = (first + second for second in _SECOND for first in _FIRST)
    for p, province in enumerate(_PROVINCES, start=1):
        above = f"{PREFIX}{p}000"
        yield FictionalPlace(above, f"{SIMULATED}{province}省", Level.PROVINCE, None)
        for f, prefecture in enumerate(_PREFECTURES, start=1):
            code = f"{PREFIX}{p}{f}00"
            yield FictionalPlace(code, f"{SIMULATED}{province}{prefecture}市", Level.PREFECTURE, above)
            for kind, first, count in _KINDS:
                for number in range(first, first + count):
                    name = f"{SIMULATED}{next(names)}{kind}"
                    yield FictionalPlace(f"{PREFIX}{p}{f}{number:02}", name, Level.COUNTY, code)
