"""The styles of an OpenDocument file → what they hide, strike out, raise; with all that they are based on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import KW_ONLY, dataclass, field

from lxml import etree

SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "form": "urn:oasis:names:tc:opendocument:xmlns:form:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
}
_WHITE = ("#ffffff", "#fff")
_TINIEST = 2.5
"""Points: smaller letters are a speck."""
_SHIFT = re.compile(r"(-?\d+(?:\.\d+)?)%")


def tag(space: str, name: str) -> str:
    """The full name of an element or attribute."""
    return f"{{{SPACES[space]}}}{name}"


@dataclass(frozen=True, slots=True)
class Look:
    """How a run is shown; None where nothing is said."""

    is_hidden: bool | None = None
    is_struck: bool | None = None
    is_raised: bool | None = None
    is_white: bool | None = None
    _: KW_ONLY
    has_ground: bool | None = None
    differing: tuple[tuple[str, str], ...] = ()
    """What makes runs look different."""

    def combine_with(self, inner: Look) -> Look:
        """The look of a run within one of this look."""
        kept = dict(self.differing) | dict(inner.differing)
        return Look(
            is_hidden=_choose_nearest(inner.is_hidden, self.is_hidden),
            is_struck=_choose_nearest(inner.is_struck, self.is_struck),
            is_raised=_choose_nearest(inner.is_raised, self.is_raised),
            is_white=_choose_nearest(inner.is_white, self.is_white),
            has_ground=_choose_nearest(inner.has_ground, self.has_ground),
            differing=tuple(sorted(kept.items())),
        )

    @property
    def is_unseen(self) -> bool:
        """Whether nothing of a run is seen, or it is struck out."""
        return bool(self.is_hidden or self.is_struck or (self.is_white and not self.has_ground))


PLAIN = Look()


def _choose_nearest(inner: bool | None, outer: bool | None) -> bool | None:
    return outer if inner is None else inner


@dataclass(slots=True)
class Styles:
    """Looks by family and name; hidden tables; styles whose condition may hide a figure; lists that print numbers."""

    looks: dict[tuple[str, str], Look] = field(default_factory=dict)
    hidden_tables: set[str] = field(default_factory=set)
    conditional: set[str] = field(default_factory=set)
    numbered_lists: set[str] = field(default_factory=set)
    levels: dict[str, int] = field(default_factory=dict)

    def look(self, family: str, name: str | None) -> Look:
        """The look that a style gives."""
        return self.looks.get((family, name or ""), self.looks.get((family, ""), PLAIN))


def read_styles(roots: Iterable[etree._Element]) -> Styles:
    """The styles of all parts of a file."""
    found, parents, known = dict[tuple[str, str], Look](), dict[tuple[str, str], str](), Styles()
    mapped: list[tuple[str, str]] = []
    for root in roots:
        for style in root.iter(tag("style", "default-style"), tag("style", "style")):
            family, name = style.get(tag("style", "family"), ""), style.get(tag("style", "name"), "")
            key = (family, name)
            found[key] = _read_look(style)
            parents[key] = style.get(tag("style", "parent-style-name"), "")
            mapped.extend(
                (name, mapping.get(tag("style", "apply-style-name"), "")) for mapping in style.iter(tag("style", "map"))
            )
            properties = style.find(tag("style", "table-properties"))
            if properties is not None and properties.get(tag("table", "display")) == "false":
                known.hidden_tables.add(name)
        known.numbered_lists.update(_find_numbered(root))
    for key in found:
        known.looks[key] = _inherit_look(key, found, parents)
    known.conditional = {name for name, other in mapped if known.look("table-cell", other).is_unseen}
    return known


def _inherit_look(
    key: tuple[str, str], found: Mapping[tuple[str, str], Look], parents: Mapping[tuple[str, str], str]
) -> Look:
    chain: list[Look] = []
    seen: set[tuple[str, str]] = set()
    while key in found and key not in seen:
        seen.add(key)
        chain.append(found[key])
        key = (key[0], parents[key])  # the one without a name holds the defaults of the family
    look = PLAIN
    for outer in reversed(chain):
        look = look.combine_with(outer)
    return look


def _read_look(style: etree._Element) -> Look:
    text, cell = style.find(tag("style", "text-properties")), style.find(tag("style", "table-cell-properties"))
    paragraph = style.find(tag("style", "paragraph-properties"))
    grounds = [
        properties.get(tag("fo", "background-color"))
        for properties in (text, cell, paragraph)
        if properties is not None
    ]
    ground = next((background for background in grounds if background), None)
    has_ground = None if ground is None else ground not in ("transparent", *_WHITE)
    if text is None:
        return Look(has_ground=has_ground)
    line = text.get(tag("style", "text-line-through-style")) or text.get(tag("style", "text-line-through-type"))
    display, color, size = (
        text.get(tag("text", "display")),
        text.get(tag("fo", "color")),
        text.get(tag("fo", "font-size")),
    )
    is_tiny = size is not None and size.endswith("pt") and float(size[:-2]) < _TINIEST
    names = ("font-size", "color", "font-weight", "font-style", "background-color")
    differing = [(name, value) for name in names if (value := text.get(tag("fo", name)))]
    position = text.get(tag("style", "text-position"))
    return Look(
        is_hidden=True if is_tiny else None if display is None else display == "none",
        is_struck=None if line is None else line != "none",
        is_raised=None if position is None else _is_raised(position),
        is_white=None if color is None else color.lower() in _WHITE,
        has_ground=has_ground,
        differing=tuple(differing) + ((("position", position),) if position else ()),
    )


def _is_raised(position: str) -> bool:
    first = position.split(" ")[0]
    shift = _SHIFT.fullmatch(first)
    return first in ("super", "sub") or (shift is not None and float(shift[1]) != 0)


def _find_numbered(root: etree._Element) -> list[str]:
    return [
        list_style.get(tag("style", "name"), "")
        for list_style in root.iter(tag("text", "list-style"))
        if any(
            level.get(tag("style", "num-format")) for level in list_style.iter(tag("text", "list-level-style-number"))
        )
    ]
