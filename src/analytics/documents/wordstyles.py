"""The table of styles of a word processor's file → which styles make headings, raise digits or hide text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
"""The name of the same elements in files saved as "Strict Open XML"."""

_OFF = ("0", "false", "off", "none")
_HEADING_NAME = re.compile(r"(?:heading|标题) ?\d|title|标题", re.IGNORECASE)
"""Names stay English in most files whatever the language; ids do not."""
_LEVELS = frozenset("012345678")
"""Outline levels of headings; 9 is text."""


@dataclass(frozen=True, slots=True)
class Styles:
    """Ids of styles that make a heading, raise their digits, or hide their text."""

    headings: frozenset[str] = frozenset()
    raised: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()


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
    own: dict[str, dict[str, bool]] = {}
    parents: dict[str, str] = {}
    for style in root.iter(tag("style")):
        key, based = style.get(tag("styleId"), ""), style.find(tag("basedOn"))
        own[key] = _says(style)
        parents[key] = based.get(tag("val"), "") if based is not None else ""
    found: dict[str, set[str]] = {"heading": set(), "raised": set(), "hidden": set()}
    for key in own:
        for matter, says in _inherited(key, own, parents).items():
            if says:
                found[matter].add(key)
    return Styles(frozenset(found["heading"]), frozenset(found["raised"]), frozenset(found["hidden"]))


def _inherited(key: str, own: dict[str, dict[str, bool]], parents: dict[str, str]) -> dict[str, bool]:
    says: dict[str, bool] = {}
    seen: set[str] = set()
    while key in own and key not in seen:  # a style may claim to be based on itself
        seen.add(key)
        says = own[key] | says
        key = parents[key]
    return says


def _says(style: etree._Element) -> dict[str, bool]:
    said = {}
    name = style.find(tag("name"))
    if name is not None and _HEADING_NAME.fullmatch(name.get(tag("val"), "")):
        said["heading"] = style.get(tag("type")) == "paragraph"
    for element in style.iter(tag("outlineLvl"), tag("vertAlign"), tag("vanish")):
        if element.tag == tag("outlineLvl"):
            said["heading"] = is_heading_level(element)
        elif element.tag == tag("vertAlign"):
            said["raised"] = element.get(tag("val")) in ("superscript", "subscript")
        else:
            said["hidden"] = is_on(element)
    return said
