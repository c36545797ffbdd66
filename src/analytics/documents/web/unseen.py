"""A page's tree → the same tree without what a browser does not show or strikes out, raised digits marked as raised.

What is declared comes from :mod:`analytics.documents.web.styling`, what that does from
:mod:`analytics.documents.web.effects`.
Parts of a page that hold its only tables stay although they are hidden: a script shows them. Everything else that is
hidden is left out. A cell all of whose text is left out is not blank: it holds the mark of an object.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from analytics.documents.looks import ALTERED, HIDDEN, UNSEEN
from analytics.documents.model import OBJECT, RAISED
from analytics.documents.shades import Sight
from analytics.documents.web.colored import Painting, find_texts
from analytics.documents.web.effects import Declared, Look, has_no_size, is_sized, look_by
from analytics.documents.web.styling import COLORS, Styling

HIDDEN_LEFT_OUT, HIDDEN_READ = "hidden_tables_left_out", "hidden_tables_read"
"""Remarks: tables that the page hides beside others that it shows; tables that are read although they are hidden."""
_PARTS = ("tr", "td", "th", "tbody", "thead", "tfoot")
_CELLS = ("td", "th")
_FEWEST_CELLS = 6
"""A table with fewer lays out a page."""

Doubts = dict[etree._Element, str]
"""Why cells are in doubt."""


@dataclass(slots=True)
class Seen:
    """What came of looking at a page: remarks about it, doubts about its cells, cells that lost text."""

    remarks: tuple[str, ...] = ()
    doubts: Doubts = field(default_factory=dict)
    emptied: set[etree._Element] = field(default_factory=set)

    def doubt(self, element: etree._Element, key: str) -> None:
        """Doubt the cell that an element is in, or the cells that it holds, where they show any text."""
        cell = element if element.tag in _CELLS else next(element.iterancestors(*_CELLS), None)
        for holder in (cell,) if cell is not None else element.iter(*_CELLS):
            if _has_text(holder):
                self.doubts.setdefault(holder, key)

    def note_loss(self, element: etree._Element) -> None:
        """Remember the cell that an element is in, or those that it holds, before their text is taken out."""
        cell = element if element.tag in _CELLS else next(element.iterancestors(*_CELLS), None)
        if cell is not None:
            if _has_text(element):
                self.emptied.add(cell)
        elif element.tag in ("tr", "tbody", "thead", "tfoot"):
            self.emptied.update(holder for holder in element.iter(*_CELLS) if _has_text(holder))

    def mark_emptied(self) -> None:
        """Say of cells that have lost all of their text that something is there."""
        for cell in self.emptied:
            if not _has_text(cell):
                cell.text = OBJECT
                self.doubts[cell] = HIDDEN


def _has_text(element: etree._Element) -> bool:
    return any(text and not text.isspace() for text in element.itertext())


def remove_unseen(root: etree._Element, styling: Styling, seen: Seen, *, paints: bool) -> None:
    """Change the tree to what is seen. ``paints`` where texts may have the colour of their ground."""
    outside = []
    plain: set[str | None] = set()
    painting = Painting(styling)
    _doubt_possible(painting, seen)
    if paints:
        _take_colors(root, painting, seen)
    for element in styling.elements(root):
        style = element.get("style")
        if style in plain and not styling.has_rules_for(element) and element.get("hidden") is None:
            continue
        look = look_of(element, styling)
        if look is Look.PLAIN and "color" not in styling.of(element):
            plain.add(style)
        if element.tag in ("html", "body"):
            continue
        is_in_table = _is_in_table(element)
        if not is_in_table and "color" in styling.of(element) and painting.find_sight(element) is Sight.UNSEEN:
            look = look if look is Look.GONE else Look.UNSEEN
        if look is Look.PLAIN:
            continue
        if element.tag in ("col", "colgroup"):
            _doubt_columns(element, look, seen)
        elif is_in_table:
            _change_element(element, look, styling, seen)
        elif look in (Look.GONE, Look.UNSEEN):
            outside.append(element)
        elif look is Look.STRUCK:
            _empty(element)
        elif look is Look.DOUBTED and element.tag == "table":
            seen.doubt(element, ALTERED)
    for element in styling.generated:
        if _is_in_table(element) and len("".join(element.itertext())) < _SHORT:
            element.text = OBJECT + (element.text or "")
    seen.remarks = _remove_outside(root, outside)


_SHORT = 40
"""A mark that a style sheet prints beside a long text is decoration."""


def look_of(element: etree._Element, styling: Styling) -> Look:
    """How the element is shown by what is declared for itself."""
    return _look_by(element, styling.of(element))


def _look_by(element: etree._Element, declared: Declared) -> Look:
    if element.get("hidden") is not None and not declared.get("display"):
        return Look.GONE
    if not declared:
        return Look.PLAIN
    look = look_by(tuple(declared.items()))
    is_part = element.tag in _PARTS
    if look is Look.UNSEEN and is_part and declared.get("visibility") == "collapse":
        return Look.GONE
    return Look.PLAIN if look is Look.RAISED and (is_part or element.tag == "table") else look


def _doubt_possible(painting: Painting, seen: Seen) -> None:
    """Doubt what rules that may hold would change; an element with more such rules than a page has is in doubt."""
    tried: Counter[etree._Element] = Counter()
    for element, more in painting.styling.possible:
        tried[element] += 1
        if tried[element] > _MOST_RULES or not (element.tag == "table" or _is_in_table(element)):
            continue
        declared = painting.styling.of(element)
        if tried[element] == _MOST_RULES or _look_by(element, {**declared, **more}) is not _look_by(element, declared):
            seen.doubt(element, ALTERED)
            tried[element] = _MOST_RULES
        elif not COLORS.isdisjoint(more) and painting.find_sight(element, more) is not painting.find_sight(element):
            seen.doubt(element, UNSEEN)


_MOST_RULES = 50


def _take_colors(root: etree._Element, painting: Painting, seen: Seen) -> None:
    """Take out of cells what has the colour of its ground; doubt those in which it nearly has."""
    for cell in root.iter(*_CELLS):
        if next(cell.iterdescendants("table"), None) is not None:
            continue
        for element, before in list(find_texts(cell)):
            sight = painting.find_sight(element)
            if sight is Sight.FAINT:
                seen.doubt(cell, UNSEEN)
            elif sight is Sight.UNSEEN:
                seen.emptied.add(cell)
                if before is not None:
                    before.tail = ""
                else:
                    element.text = ""


def _doubt_columns(element: etree._Element, look: Look, seen: Seen) -> None:
    """Which cells a column that is not shown has, depends on all spans of its table."""
    table = next(element.iterancestors("table"), None)
    if table is not None and look in (Look.GONE, Look.UNSEEN):
        seen.doubt(table, ALTERED)


def _is_in_table(element: etree._Element) -> bool:
    is_part = element.tag in _PARTS or next(element.iterancestors("tr"), None) is not None
    return is_part and next(element.iterdescendants("table"), None) is None


def _change_element(element: etree._Element, look: Look, styling: Styling, seen: Seen) -> None:
    if look is Look.DOUBTED:
        seen.doubt(element, ALTERED)
        return
    if look is Look.RAISED:
        raise_text(element)
        return
    seen.note_loss(element)
    if look is Look.TURNED:
        _empty(element)
        element.text = OBJECT
    elif look is Look.GONE and element.tag in _PARTS:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    elif styling.of(element).get("visibility") == "hidden":
        _empty_but(element, styling, lambda declared: declared.get("visibility") == "visible")
    elif has_no_size(styling.of(element)):
        _empty_but(element, styling, is_sized)
    else:
        _empty(element)


def raise_text(element: etree._Element) -> None:
    """Digits as the characters they look like: a footnote mark is not the last digit of a figure. Brackets around
    one are part of the mark."""
    mark = _BRACKETED.fullmatch("".join(str(text) for text in element.itertext()).strip())
    if mark:
        _empty(element)
        element.text = mark[1]
    for inner in element.iter():
        inner.text = (inner.text or "").translate(RAISED)
        if inner is not element:
            inner.tail = (inner.tail or "").translate(RAISED)


_BRACKETED = re.compile(r"[\[(［（〔【](\d{1,3})[\])］）〕】]")


def _empty(element: etree._Element) -> None:
    if element.tag == "tr":
        for cell in element:
            _empty(cell)
        return
    for inner in list(element):
        element.remove(inner)
    element.text = ""


def _empty_but(element: etree._Element, styling: Styling, is_shown: Callable[[Declared], bool]) -> None:
    """Empty an element, but for what is shown again inside it because it says so itself."""
    element.text = ""
    for inner in element:
        if not is_shown(styling.of(inner)):
            _empty_but(inner, styling, is_shown)
        inner.tail = ""


def _remove_outside(root: etree._Element, hidden: list[etree._Element]) -> tuple[str, ...]:
    """Remove hidden parts of the page, unless its only tables are among them."""
    if not hidden:
        return ()
    concealed = {table for holder in hidden for table in holder.iter("table")}
    is_any_seen = any(
        table not in concealed and sum(1 for _ in table.iter("td", "th")) >= _FEWEST_CELLS
        for table in root.iter("table")
    )
    has_tables = any(sum(1 for _ in table.iter("td", "th")) >= _FEWEST_CELLS for table in concealed)
    for holder in hidden:
        parent = holder.getparent()
        if parent is not None and (is_any_seen or next(holder.iter("table"), None) is None):
            _keep_tail(parent, holder)
    if not has_tables:
        return ()
    return (HIDDEN_LEFT_OUT,) if is_any_seen else (HIDDEN_READ,)


def _keep_tail(parent: etree._Element, element: etree._Element) -> None:
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)
