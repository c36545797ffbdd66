"""The tree of a page → the same with nothing but what the page shows as text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from analytics.documents.web.colored import has_telling_colors
from analytics.documents.web.controls import replace_controls
from analytics.documents.web.laidout import may_lay_out, turn_into_tables
from analytics.documents.web.styling import Styling, is_telling_style
from analytics.documents.web.unseen import Seen, raise_text, remove_unseen

_SILENT = (
    "script", "style", "noscript", "template", "select", "textarea", "svg", "head", "del", "s", "strike", "rt", "rp",
    "rtc", "title", "object", "canvas", "video", "audio", "iframe", "datalist", "noframes",
)  # fmt: skip
"""What is struck out, what stands above or in place of something, and what no page shows as its text. Where they
stand in a cell, they were dealt with before."""
_ALL_TEXT = etree.XPath("string()", smart_strings=False)


def reduce_to_seen(root: etree._Element, content: str, sheets: Sequence[str]) -> Seen:
    """Change the tree to the text that the page shows; give the remarks and doubts that this makes."""
    seen = Seen()
    lays_out, hides = may_lay_out(content), bool(sheets) or _may_hide(root, content)
    styling = Styling(root, sheets) if lays_out or hides else None
    if styling is not None and lays_out:
        turn_into_tables(root, styling)
    etree.strip_elements(root, "template", with_tail=False)
    replace_controls(root)
    if styling is not None and hides:
        remove_unseen(root, styling, seen, paints=has_telling_colors(root, content, styling))
    for element in root.iter(*_STRUCK):
        seen.note_loss(element)
    etree.strip_elements(root, *_SILENT, with_tail=False)
    seen.mark_emptied()
    for element in root.iter("sup", "sub"):
        raise_text(element)
    for element in root.iter("a"):
        if _is_note(element):
            raise_text(element)
    return seen


_STRUCK = ("del", "s", "strike")


def _may_hide(root: etree._Element, content: str) -> bool:
    """Whether something may be hidden, struck out, raised or coloured: looking through every element for it would cost
    as much as reading the page."""
    lowered = content.lower()
    if not any(word in lowered for word in _STYLED):
        return False
    if next(root.iter("style"), None) is not None or root.xpath("boolean(//@hidden | //font/@color | //@bgcolor)"):
        return True
    styles = root.xpath("//@style", smart_strings=False)
    return isinstance(styles, list) and any(is_telling_style(style) for style in set(map(str, styles)))


_STYLED = ("style", "hidden", "color", "text=")
_MARK = re.compile(r"[\[(［（〔【]?\d{1,3}[\])］）〕】]?|[*＊※†‡]+")


def _is_note(link: etree._Element) -> bool:
    """Whether a link leads to a note of the page from beside a figure: its text is the mark of that note."""
    if not (link.get("href") or "").startswith("#"):
        return False
    text = "".join(_ALL_TEXT(link).split())
    cell = next(link.iterancestors("td", "th"), None)
    return cell is not None and _MARK.fullmatch(text) is not None and "".join(_ALL_TEXT(cell).split()) != text
