"""The stretches of text in a cell of a page, each with its look: whether different ones meet digit to digit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from analytics.documents.looks import differ
from analytics.documents.web.styling import parse_attribute

LINES_OF_CELL = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "li", "table", "tr", "td"))
"""Elements that begin a line of their own within a cell."""
_EMPHASIS = frozenset(("b", "strong", "i", "em", "u", "font", "small", "big", "a", "mark", "code", "sup", "sub", "ins"))
_LOOKS = (
    "font-size",
    "font",
    "color",
    "background",
    "background-color",
    "text-decoration",
    "vertical-align",
    "position",
)
_NEUTRAL = frozenset(("spelle", "grame", "msoins"))
"""Classes by which word processors remember what they checked."""


def has_runs(cell: etree._Element) -> bool:
    """Whether runs of different look meet in a cell. A cell without any look costs no more than this look."""
    if not any(map(_has_look, cell.iterdescendants())):
        return False
    return differ(_list_runs(cell, ()))


def _has_look(element: etree._Element) -> bool:
    if element.tag in LINES_OF_CELL:
        return False
    return element.tag in _EMPHASIS or any(map(element.get, _SAYING))


_SAYING = ("class", "style", "color", "size")


def _list_runs(element: etree._Element, look: tuple[object, ...]) -> Iterator[tuple[str, tuple[object, ...]]]:
    yield element.text or "", look
    for inner in element:
        if isinstance(inner.tag, str):
            yield from (
                _list_runs(inner, _collect_looks(inner, look))
                if inner.tag not in LINES_OF_CELL
                else _separate_runs(inner)
            )
        yield inner.tail or "", look


def _separate_runs(element: etree._Element) -> Iterator[tuple[str, tuple[object, ...]]]:
    yield " ", ()
    yield from _list_runs(element, ())
    yield " ", ()


def _collect_looks(element: etree._Element, around: tuple[object, ...]) -> tuple[object, ...]:
    looks: list[object] = [element.tag] if element.tag in _EMPHASIS else []
    looks.extend(sorted(set((element.get("class") or "").lower().split()) - _NEUTRAL))
    looks.extend((name, value) for name, value, _ in parse_attribute(element.get("style", "")) if name in _LOOKS)
    looks.extend((name, value) for name in ("color", "size") if (value := element.get(name)))
    return (*around, *looks) if looks else around


_LEADING_DIGITS = re.compile(r"^\s*(\d+)")


def parse_span(value: str) -> int:
    """What a span attribute says; 1 where it says nothing sensible."""
    digits = value if value.isascii() and value.isdigit() else "".join(_LEADING_DIGITS.findall(value))
    return min(int(digits[:4]), 1000) or 1 if digits else 1
