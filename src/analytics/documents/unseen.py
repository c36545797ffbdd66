"""A page's tree → the same tree without what a browser does not show or strikes out, raised digits marked as raised.

What is declared comes from :mod:`analytics.documents.styling`. Parts of a page that hold its only tables stay although
they are hidden: a script shows them. Everything else that is hidden is left out.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache

import tinycss2.color4
from lxml import etree

from analytics.documents.model import OBJECT, RAISED
from analytics.documents.styling import Declared, Styling

HIDDEN_LEFT_OUT, HIDDEN_READ = "hidden_tables_left_out", "hidden_tables_read"
"""Remarks: tables that the page hides beside others that it shows; tables that are read although they are hidden."""
_PARTS = ("tr", "td", "th", "tbody", "thead", "tfoot")
_LENGTH = re.compile(r"(-?\d*\.?\d+)\s*([a-z%]*)")
_PIXELS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0, "ex": 8.0, "%": 10.0, "vw": 12.0, "vh": 8.0,
           "cm": 37.8, "mm": 3.78, "in": 96.0, "pc": 16.0}  # fmt: skip
"""A pixel's worth of each unit, roughly: only the very small and the very far matter."""
_TINY, _FAR = 2.5, 300.0
_FEWEST_CELLS = 6
"""A table with fewer lays out a page."""
_RAISING = ("super", "sub", "text-top", "text-bottom")
_WHITE = 0.975


class Look(Enum):
    """How an element is shown, as far as it matters."""

    PLAIN = auto()
    GONE = auto()
    UNSEEN = auto()
    STRUCK = auto()
    RAISED = auto()
    TURNED = auto()


def remove_unseen(root: etree._Element, styling: Styling) -> tuple[str, ...]:
    """Change the tree to what is seen; give the remarks that this makes."""
    outside = []
    plain: set[str | None] = set()
    for element in styling.elements(root):
        style = element.get("style")
        if style in plain and not styling.has_rules_for(element) and element.get("hidden") is None:
            continue
        look = look_of(element, styling)
        if look is Look.PLAIN and "color" not in styling.of(element):
            plain.add(style)
        if look is Look.PLAIN or element.tag in ("html", "body"):
            continue
        if not _is_in_table(element):
            if look in (Look.GONE, Look.UNSEEN):
                outside.append(element)
            elif look is Look.STRUCK:
                _empty(element)
            continue
        _change(element, look, styling)
    for element in styling.generated:
        if _is_in_table(element) and len("".join(element.itertext())) < _SHORT:
            element.text = OBJECT + (element.text or "")
    return _remove_outside(root, outside)


_SHORT = 40
"""A mark that a style sheet prints beside a long text is decoration."""


def look_of(element: etree._Element, styling: Styling) -> Look:
    """How the element is shown by what is declared for itself."""
    declared = styling.of(element)
    if element.get("hidden") is not None and not declared.get("display"):
        return Look.GONE
    if not declared:
        return Look.PLAIN
    look = _look(tuple(declared.items()))
    is_part = element.tag in _PARTS
    if look is Look.UNSEEN and is_part and declared.get("visibility") == "collapse":
        return Look.GONE
    if look in (Look.PLAIN, Look.RAISED) and "color" in declared and _has_color_of_ground(element, declared, styling):
        return Look.UNSEEN
    return Look.PLAIN if look is Look.RAISED and (is_part or element.tag == "table") else look


@lru_cache(maxsize=4096)
def _look(items: tuple[tuple[str, str], ...]) -> Look:
    declared = dict(items)
    if declared.get("display") == "none":
        return Look.GONE
    if _is_unseen(declared):
        return Look.UNSEEN
    if "line-through" in declared.get("text-decoration", "") + declared.get("text-decoration-line", ""):
        return Look.STRUCK
    if declared.get("unicode-bidi", "").endswith("override") and declared.get("direction") == "rtl":
        return Look.TURNED
    return Look.RAISED if _is_raised(declared) else Look.PLAIN


def _is_unseen(declared: Declared) -> bool:
    if declared.get("visibility") in ("hidden", "collapse") or declared.get("mso-hide") == "all":
        return True
    if declared.get("content-visibility") == "hidden" or declared.get("-webkit-text-fill-color") == "transparent":
        return True
    if _is_below(declared.get("opacity"), 0.05) or _is_below(declared.get("zoom"), 0.1):
        return True
    if "opacity(0" in declared.get("filter", "") or "scale(0" in declared.get("transform", "").replace("scale(0.", ""):
        return True
    return _has_no_size(declared) or _is_off_screen(declared) or _is_clipped(declared)


def _has_no_size(declared: Declared) -> bool:
    size = declared.get("font-size") or declared.get("font", "").split("/")[0].split(" ")[-1]
    length = pixels(size)
    return length is not None and 0 <= length < _TINY


def _is_off_screen(declared: Declared) -> bool:
    sides = ("left", "top", "right", "bottom") if declared.get("position") not in (None, "static") else ()
    moved = [declared.get(side) for side in (*sides, "margin-left", "text-indent")]
    if any((length := pixels(value)) is not None and length <= -_FAR for value in moved):
        return True
    return any((length := pixels(declared.get(side))) is not None and length >= 10 * _FAR for side in sides)


def _is_clipped(declared: Declared) -> bool:
    clip = declared.get("clip", "").replace(" ", "")
    if re.match(r"rect\((?:0|1)(?:px)?,(?:0|1)(?:px)?,(?:0|1)(?:px)?,(?:0|1)(?:px)?\)", clip):
        return True
    if re.match(r"inset\((?:50|100)%|circle\(0", declared.get("clip-path", "")):
        return True
    sizes = [pixels(declared.get(name)) for name in ("width", "height", "max-height", "max-width")]
    is_cut = declared.get("overflow", "").split(" ")[0] in ("hidden", "clip")
    return is_cut and any(size is not None and size < _TINY for size in sizes)


def _is_raised(declared: Declared) -> bool:
    align = declared.get("vertical-align", "")
    length = pixels(align)
    if align in _RAISING or declared.get("font-variant-position") in ("super", "sub"):
        return True
    if length is not None and abs(length) >= 1:
        return True
    if declared.get("position") == "absolute":
        return True
    shifted = declared.get("position") == "relative" and any(
        abs(pixels(declared.get(side)) or 0) >= _TINY for side in ("top", "bottom")
    )
    return shifted or "translatey(" in declared.get("transform", "") or "translate(" in declared.get("transform", "")


def _has_color_of_ground(element: etree._Element, declared: Declared, styling: Styling) -> bool:
    """Whether the text has the colour of what it stands on; white where nothing says what that is."""
    color = declared.get("color")
    shade = _shade(color) if color else None
    if shade is None or (shade[3] >= _CLEAR and max(shade[:3]) < _DARK):
        return False
    if shade[3] < _CLEAR:
        return True
    holder: etree._Element | None = element
    while holder is not None:
        known = styling.of(holder)
        ground = known.get("background-color") or known.get("background")
        if known.get("background-image", "none") != "none" or (ground and "url(" in ground):
            return False
        ground = ground or holder.get("bgcolor")
        found = _shade(ground) if ground else None
        if found is not None and found[3] >= _CLEAR:
            return all(abs(one - other) < 1 - _WHITE for one, other in zip(shade[:3], found[:3], strict=True))
        holder = holder.getparent()
    return min(shade[:3]) >= _WHITE


_CLEAR = 0.05
_DARK = 0.6
"""Texts on dark ground are pale; a dark text is looked for on no ground: it would have to be as dark."""


@lru_cache(maxsize=1024)
def _shade(value: str) -> tuple[float, float, float, float] | None:
    for part in (value, *value.split(" ")):
        found = tinycss2.color4.parse_color(part)
        if found is not None and found != "currentcolor":
            red, green, blue = found.to("srgb").coordinates
            return red or 0.0, green or 0.0, blue or 0.0, found.alpha
    return None


def pixels(value: str | None) -> float | None:
    """A length in pixels, roughly; None where it is none."""
    found = _LENGTH.fullmatch(value) if value else None
    return float(found[1]) * _PIXELS[found[2]] if found and found[2] in _PIXELS else None


def _is_below(value: str | None, least: float) -> bool:
    found = _LENGTH.fullmatch(value) if value else None
    return found is not None and float(found[1]) / (100 if found[2] == "%" else 1) < least


def _is_in_table(element: etree._Element) -> bool:
    is_part = element.tag in _PARTS or next(element.iterancestors("tr"), None) is not None
    return is_part and next(element.iterdescendants("table"), None) is None


def _change(element: etree._Element, look: Look, styling: Styling) -> None:
    if look is Look.RAISED:
        raise_text(element)
    elif look is Look.TURNED:
        _empty(element)
        element.text = OBJECT
    elif look is Look.GONE and element.tag in _PARTS:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    elif styling.of(element).get("visibility") == "hidden":
        _empty_but_visible(element, styling)
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


def _empty_but_visible(element: etree._Element, styling: Styling) -> None:
    """Visibility comes back where an element inside says so."""
    element.text = ""
    for inner in element:
        if styling.of(inner).get("visibility") != "visible":
            _empty_but_visible(inner, styling)
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
