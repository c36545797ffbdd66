"""The styles of a word processor's file → which make headings, and what they say of the looks of runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import KW_ONLY, dataclass, field
from enum import StrEnum
from typing import Any

from lxml import etree

from analytics.documents.shades import BLACK, WHITE, Shade, is_dark, is_pale, lay_over, parse_hex

TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
"""The name of the same elements in files saved as "Strict Open XML"."""

_OFF = ("0", "false", "off", "none")
_HEADING_NAME = re.compile(r"(?:heading|标题) ?\d|title|标题", re.IGNORECASE)
"""Names stay English in most files whatever the language; ids do not."""
_LEVELS = frozenset("012345678")
"""Outline levels of headings; 9 is text."""


RUN_LOOKS = (
    "strike", "dstrike", "vanish", "specVanish", "vertAlign", "position", "color", "sz", "shd", "highlight", "w",
    "spacing", "rFonts", "textFill",
)  # fmt: skip
"""Properties of a run that decide how, or whether, it is seen."""
_TOGGLED = frozenset(("strike", "vanish"))
"""Two styles of a run that both say so cancel out (ECMA-376, 17.7.3)."""
_TINIEST = 5
"""Half points: smaller letters are a speck."""
_SHIFTED = 3
"""Half points by which a raised run stands off its line at least."""
_THEME_GROUND = ("background1", "bg1", "light1", "lt1")
_THEME_INK = ("text1", "tx1", "dark1", "dk1")
_NARROWEST = 40
"""Per cent: narrower letters are no letters."""
_TIGHTEST = -60
"""Twentieths of a point: letters set closer than this lie over one another."""
_SYMBOLS = re.compile(r"wingdings|webdings|zapf ?dingbats|symbol|marlett|barcode", re.IGNORECASE)
"""Fonts in which a digit is drawn as something else."""
_MARKERS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF", "red": "FF0000",
    "yellow": "FFFF00", "white": "FFFFFF", "darkblue": "000080", "darkcyan": "008080", "darkgreen": "008000",
    "darkmagenta": "800080", "darkred": "800000", "darkyellow": "808000", "darkgray": "808080", "lightgray": "C0C0C0",
}  # fmt: skip


class Look(StrEnum):
    """What can be said of a run: the letters of the key are found in the files as well."""

    STRIKE = "strike"
    DSTRIKE = "dstrike"
    VANISH = "vanish"
    RAISED = "vertAlign"
    SHIFTED = "position"
    COLOR = "color"
    TINY = "sz"
    GROUND = "shd"
    MARKER = "highlight"
    ALTERED = "altered"
    NUMBERED = "numPr"


Says = dict[str, Any]
"""What properties say, by the key of a look; absent where they say nothing. A colour says a shade, or None where it is
left to the program; every other look says yes or no."""


def may_mislead(says: Says) -> bool:
    """Whether a text of this look may not be seen, or not be what it says."""
    if any(says.get(look) for look in _TAKING):
        return True
    color, grounds = says.get(Look.COLOR), (says.get(Look.GROUND), says.get(Look.MARKER))
    return (color is not None and is_pale(color)) or any(ground is not None and is_dark(ground) for ground in grounds)


_TAKING = (Look.STRIKE, Look.DSTRIKE, Look.VANISH, Look.RAISED, Look.SHIFTED, Look.TINY, Look.ALTERED)


@dataclass(frozen=True, slots=True)
class Styles:
    """Ids of styles that make a heading; what styles say of looks, with what they inherit; and what the defaults say.
    ``shaded`` are styles of tables that lay grounds under some cells, and which; ``altering`` are those that hide or
    change the text of some."""

    headings: frozenset[str] = frozenset()
    looks: Mapping[str, Says] = field(default_factory=dict)
    defaults: Says = field(default_factory=dict)
    default_styles: Mapping[str, str] = field(default_factory=dict)
    _: KW_ONLY
    shaded: Mapping[str, tuple[Shade, ...]] = field(default_factory=dict)
    altering: frozenset[str] = frozenset()

    def find_run_look(self, direct: Says, paragraph: str, character: str, tables: Iterable[str]) -> Says:
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
            toggles = sum(bool(level.get(matter)) for level in levels)
            holds[matter] = toggles % 2 == 1 or self.defaults.get(matter, False)
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


def read_styles(root: etree._Element) -> Styles:
    """The styles that matter, with what each inherits: the nearest word on a matter stands."""
    direct_looks: dict[str, Says] = {}
    parents: dict[str, str] = {}
    default_styles: dict[str, str] = {}
    for style in root.iter(tag("style")):
        key, based = style.get(tag("styleId"), ""), style.find(tag("basedOn"))
        direct_looks[key] = _read_style(style)
        parents[key] = based.get(tag("val"), "") if based is not None else ""
        if style.get(tag("default")) in ("1", "true", "on"):
            default_styles[style.get(tag("type"), "")] = key
    looks = {key: _inherit_looks(key, direct_looks, parents) for key in direct_looks}
    defaults = root.find(f"{tag('docDefaults')}/{tag('rPrDefault')}/{tag('rPr')}")
    return Styles(
        headings=frozenset(key for key, says in looks.items() if says.pop("heading", False)),
        looks={key: says for key, says in looks.items() if says},
        defaults=read_looks(defaults) if defaults is not None else {},
        default_styles=default_styles,
        shaded={
            key: grounds
            for style in root.iter(tag("style"))
            if (grounds := _find_grounds(style)) and (key := _get_id(style))
        },
        altering=frozenset(_get_id(style) for style in root.iter(tag("style")) if _is_altering(style)),
    )


def _get_id(style: etree._Element) -> str:
    return style.get(tag("styleId"), "")


def _find_grounds(style: etree._Element) -> tuple[Shade, ...]:
    if style.get(tag("type")) != "table":
        return ()
    shades = (read_ground(shade) for shade in style.iter(tag("shd")))
    return tuple({shade for shade in shades if shade is not None and is_dark(shade)})


def _is_altering(style: etree._Element) -> bool:
    """Whether a table's style hides or changes the texts of some of its cells: white on a ground it lays is seen."""
    for part in style.iter(tag("tblStylePr")):
        properties = part.find(tag("rPr"))
        says = read_looks(properties) if properties is not None else {}
        shade = part.find(f"{tag('tcPr')}/{tag('shd')}")
        if shade is not None and says.get(Look.COLOR) is not None and read_ground(shade) is not None:
            says.pop(Look.COLOR)
        if may_mislead(says):
            return True
    return False


def read_ground(shade: etree._Element) -> Shade | None:
    """The colour that a shading or a marker lays under a text; None where it lays none."""
    value = shade.get(tag("val"), "clear")
    if shade.tag == tag("highlight"):
        return parse_hex(_MARKERS.get(value.lower(), ""))
    fill = WHITE if shade.get(tag("themeFill")) in _THEME_GROUND else parse_hex(shade.get(tag("fill"), "auto"))
    pattern = parse_hex(shade.get(tag("color"), "auto")) or BLACK
    if value == "solid":
        return pattern
    if value.startswith("pct") and value[3:].isdigit():
        return lay_over(pattern._replace(alpha=int(value[3:]) / 100), fill or WHITE)
    return fill


def _inherit_looks(key: str, direct_looks: dict[str, Says], parents: dict[str, str]) -> Says:
    says: Says = {}
    seen: set[str] = set()
    while key in direct_looks and key not in seen:  # a style may claim to be based on itself
        seen.add(key)
        says = direct_looks[key] | says
        key = parents[key]
    return says


def _read_style(style: etree._Element) -> Says:
    looks: Says = {}
    name = style.find(tag("name"))
    if name is not None and _HEADING_NAME.fullmatch(name.get(tag("val"), "")):
        looks["heading"] = style.get(tag("type")) == "paragraph"
    for level in style.iterfind(f"{tag('pPr')}/{tag('outlineLvl')}"):
        looks["heading"] = is_heading_level(level)
    if style.find(f"{tag('pPr')}/{tag('numPr')}/{tag('numId')}") is not None:
        looks[Look.NUMBERED] = True
    for shade in style.iterfind(f"{tag('pPr')}/{tag('shd')}"):
        looks[Look.GROUND] = read_ground(shade)
    for properties in style.iterchildren(tag("rPr")):
        looks |= read_looks(properties)
    return looks


def read_looks(properties: etree._Element) -> Says:
    """What the properties of a run say of its look."""
    looks: Says = {}
    for element in properties:
        name = etree.QName(element).localname
        if name in RUN_LOOKS:
            key, holds = _read_look(name, element)
            looks[key] = looks.get(key) or holds
    return looks


def _read_look(name: str, element: etree._Element) -> tuple[str, Any]:
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
        return Look.COLOR, _read_color(element, value)
    if name in ("shd", "highlight"):
        return (Look.GROUND if name == "shd" else Look.MARKER), read_ground(element)
    return Look.ALTERED, _is_altered(name, element, value)


def _read_color(element: etree._Element, value: str) -> Shade | None:
    is_shifted = any(element.get(tag(shift)) for shift in ("themeShade", "themeTint"))
    theme = element.get(tag("themeColor"))
    if not is_shifted and theme in _THEME_GROUND:
        return WHITE
    if not is_shifted and theme in _THEME_INK:
        return BLACK
    return parse_hex(value)


def _is_altered(name: str, element: etree._Element, value: str) -> bool:
    """Whether letters are pressed together, drawn as symbols, or filled with nothing."""
    if name == "w":
        return value.rstrip("%").isdigit() and int(value.rstrip("%")) < _NARROWEST
    if name == "spacing":
        return value.lstrip("-").isdigit() and int(value) <= _TIGHTEST
    if name == "rFonts":
        return any(_SYMBOLS.search(element.get(tag(font), "")) for font in ("ascii", "hAnsi", "cs"))
    return next(element.iter("{*}noFill", "{*}alpha"), None) is not None
