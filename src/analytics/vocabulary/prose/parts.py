"""The parts that the form's notice asks section one to have, by the words that show them."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Presence(StrEnum):
    """How a part of section one is there."""

    HEADED = "headed"
    """Under a heading or a number of its own."""
    MENTIONED = "mentioned"
    ABSENT = "absent"


class Part(NamedTuple):
    """A part of section one. ``pattern`` is matched against folded text."""

    key: str
    chinese: str
    english: str
    pattern: str


PARTS = (
    Part("publication", "主动公开", "publication", "主动公开|主动(?:发布|公布)"),
    Part("requests", "依申请公开", "requests", "依申请|申请公开"),
    Part(
        "information",
        "政府信息管理",
        "management of information",
        "信息(?:资源)?(?:的)?(?:规范)?(?:化)?管理|信息发布(?:管理|审核)|公文管理",
    ),
    Part("platforms", "平台建设", "platforms", "平台|网站建设|新媒体|公开渠道|公开载体"),
    Part("supervision", "监督保障", "supervision", "监督|保障|考核|评议|组织领导"),
)
NUMBERED = (
    r"(?:^|[\n。;])(?:[(]?[一二三四五六七八九十\d]{1,2}(?:[)、.]|是)|第[一二三四五六七八九十][,、])[^。;,:\n]{0,16}"
)
"""What stands before a part's words in a heading."""
