"""The styles of a word processor's file → which make headings, and what they say of the looks of runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from lxml import etree

TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
"""The name of the same elements in files saved as "Strict Open XML"."""

_OFF = ("0", "false", "off", "none")
_HEADING_NAME = re.compile(r"(?:heading|标题) ?\d|title|标题", re.IGNORECASE)
"""Names stay English in most files whatever the language; ids do not."""
_LEVELS = frozenset("012345678")
"""Outline levels of headings; 9 is text."""


RUN_LOOKS = ("strike", "dstrike", "vanish", "specVanish", "vertAlign", "position", "color", "sz", "shd", "highlight")
"""Properties of a run that decide how, or whether, it is seen."""
_TOGGLED = frozenset(("strike", "vanish"))
"""Two styles of a run that both say so cancel out (ECMA-376, 17.7.3)."""
_TINIEST = 5
"""Half points: smaller letters are a speck."""
_SHIFTED = 3
"""Half points by which a raised run stands off its line at least."""
_THEME_GROUND = ("background1", "bg1", "light1", "lt1")


class Look(StrEnum):
    """What can be said of a run: the letters of the key are found in the files as well."""

    STRIKE = "strike"
    DSTRIKE = "dstrike"
    VANISH = "vanish"
    RAISED = "vertAlign"
    SHIFTED = "position"
    WHITE = "color"
    TINY = "sz"
    GROUND = "shd"
    NUMBERED = "numPr"


Says = dict[str, bool]
"""What properties say, by the key of a look; absent where they say nothing."""


@dataclass(frozen=True, slots=True)
class Styles:
    """Ids of styles that make a heading; what styles say of looks, with what they inherit; and what the defaults say.
    ``shaded`` are styles of tables that lay a ground under some cells."""

    headings: frozenset[str] = frozenset()
    looks: Mapping[str, Says] = field(default_factory=dict)
    defaults: Says = field(default_factory=dict)
    default_styles: Mapping[str, str] = field(default_factory=dict)
    shaded: frozenset[str] = frozenset()

    def of_run(self, direct: Says, paragraph: str, character: str, tables: Iterable[str]) -> Says:
        """What holds for a run: its own word, then its styles', then the defaults'."""
        names = (
            character or self.default_styles.get("character", ""),
            paragraph or self.default_styles.get("paragraph", ""),
            *(tables or (self.default_styles.get("table", ""),)),
        )
        levels = [self.looks.get(name, {}) for name in names]
        holds: Says = dict(self.defaults)
        for level in reversed(levels):
            holds |= level
        for matter in _TOGGLED:
            said = sum(level.get(matter, False) for level in levels)
            holds[matter] = said % 2 == 1 or self.defaults.get(matter, False)
        return holds | direct


def tag(name: str) -> str:
    """The full name of a word processor's element or attribute."""
    return f"{{{TRANSITIONAL.decode()}}}{name}"


def is_on(element: etree._Element) -> bool:
    """Whether a property that can be switched is on: it is, unless it says otherwise."""
    return element.get(tag("val"), "") not in _OFF


def is_heading_level(element: etree._Element) -> bool:
    """Whether an outline level is one of headings."""
    return element.get(tag("val")) in _LEVELS


def styles(root: etree._Element) -> Styles:
    """The styles that matter, with what each inherits: the nearest word on a matter stands."""
    said: dict[str, Says] = {}
    parents: dict[str, str] = {}
    default_styles: dict[str, str] = {}
    for style in root.iter(tag("style")):
        key, based = style.get(tag("styleId"), ""), style.find(tag("basedOn"))
        said[key] = _says(style)
        parents[key] = based.get(tag("val"), "") if based is not None else ""
        if style.get(tag("default")) in ("1", "true", "on"):
            default_styles[style.get(tag("type"), "")] = key
    looks = {key: _inherited(key, said, parents) for key in said}
    defaults = root.find(f"{tag('docDefaults')}/{tag('rPrDefault')}/{tag('rPr')}")
    return Styles(
        frozenset(key for key, says in looks.items() if says.pop("heading", False)),
        {key: says for key, says in looks.items() if says},
        looks_of(defaults) if defaults is not None else {},
        default_styles,
        frozenset(style.get(tag("styleId"), "") for style in root.iter(tag("style")) if _is_shaded(style)),
    )


def _is_shaded(style: etree._Element) -> bool:
    return any(is_ground(shade) for shade in style.iter(tag("shd")))


def is_ground(shade: etree._Element) -> bool:
    """Whether a shading lays anything but white under a text."""
    if shade.tag == tag("highlight"):
        return shade.get(tag("val"), "none") not in ("none", "white")
    fill, pattern = shade.get(tag("fill"), "auto").lower(), shade.get(tag("val"), "clear")
    if shade.get(tag("themeFill")) in _THEME_GROUND:
        fill = "ffffff"
    return fill not in ("auto", "ffffff", "none", "") or pattern not in ("clear", "nil")


def _inherited(key: str, own: dict[str, Says], parents: dict[str, str]) -> Says:
    says: Says = {}
    seen: set[str] = set()
    while key in own and key not in seen:  # a style may claim to be based on itself
        seen.add(key)
        says = own[key] | says
        key = parents[key]
    return says


def _says(style: etree._Element) -> Says:
    said: Says = {}
    name = style.find(tag("name"))
    if name is not None and _HEADING_NAME.fullmatch(name.get(tag("val"), "")):
        said["heading"] = style.get(tag("type")) == "paragraph"
    for level in style.iterfind(f"{tag('pPr')}/{tag('outlineLvl')}"):
        said["heading"] = is_heading_level(level)
    if style.find(f"{tag('pPr')}/{tag('numPr')}/{tag('numId')}") is not None:
        said[Look.NUMBERED] = True
    for properties in style.iterchildren(tag("rPr")):
        said |= looks_of(properties)
    return said


def looks_of(properties: etree._Element) -> Says:
    """What the properties of a run say of its look."""
    said: Says = {}
    for element in properties:
        name = etree.QName(element).localname
        if name in RUN_LOOKS:
            key, holds = _look(name, element)
            said[key] = holds
    return said


def _look(name: str, element: etree._Element) -> tuple[str, bool]:
    value = element.get(tag("val"), "")
    if name in ("strike", "dstrike", "vanish", "specVanish"):
        return (Look.VANISH if name == "specVanish" else name), is_on(element)
    if name == "vertAlign":
        return Look.RAISED, value in ("superscript", "subscript")
    if name == "position":
        return Look.SHIFTED, value.lstrip("-").isdigit() and abs(int(value)) >= _SHIFTED
    if name == "sz":
        return Look.TINY, value.isdigit() and int(value) < _TINIEST
    if name == "color":
        is_shifted = any(element.get(tag(shift)) for shift in ("themeShade", "themeTint"))
        return Look.WHITE, value.upper() == "FFFFFF" or (
            element.get(tag("themeColor")) in _THEME_GROUND and not is_shifted
        )
    return Look.GROUND, is_ground(element)
