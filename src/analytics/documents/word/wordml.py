"""The markup of a word processor's text → the same tree with nothing in it but what the page shows.

After :func:`reduce_to_visible`, every piece of visible text is the text of a ``w:t``: tabs, line breaks, symbols,
footnote marks and formulas are written as characters. Deleted, hidden and struck-out text, instructions of fields and
the second version of what is written twice are gone; text boxes stand behind the paragraph that holds them; wrappers
without a meaning of their own are dissolved. Which paragraphs are headings and which cells span is told apart from the
tree, because most have neither.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

from analytics.documents.model import OBJECT, RAISED
from analytics.documents.word.wordlooks import DIRECT, FILL, STYLED, apply_looks, find_notable_runs, mark_emptied
from analytics.documents.word.wordobjects import (
    DRAWN,
    FIELD,
    NUMBERING,
    PLACEHOLDER,
    SIMPLE_FIELD,
    become_text,
    mark_drawn,
    mark_numbers,
    mark_placeholders,
    read_fields,
)
from analytics.documents.word.wordstyles import (
    TRANSITIONAL,
    Styles,
    is_heading_level,
    is_on,
    may_mislead,
    read_looks,
    tag,
)

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


BODY, PARAGRAPH, RUN, TEXT = tag("body"), tag("p"), tag("r"), tag("t")
TABLE, ROW, CELL = tag("tbl"), tag("tr"), tag("tc")
VALUE = tag("val")
LINE = "\u2028"
"""Stands for a line break until lines are parted."""

_RUN_PROPERTIES, _PARAGRAPH_PROPERTIES = tag("rPr"), tag("pPr")
_ROW_PROPERTIES, _CELL_PROPERTIES = tag("trPr"), tag("tcPr")
_ALTERNATIVES, _BOX, _DELETED = f"{_COMPATIBILITY}AlternateContent", tag("txbxContent"), tag("del")
_FORMULA, _SYMBOL = f"{_MATH}oMath", tag("sym")
_HIDDEN_ROW, _HEIGHT = tag("hidden"), tag("trHeight")
_SILENT = tuple(map(tag, ("moveFrom", "rt", "sdtPr", "sdtEndPr", "delText")))
"""Text moved away, the pronunciation above a character, and descriptions of what stands elsewhere."""
_MOVED = tag("moveFrom")
_WRAPPERS = (
    *map(tag, ("sdt", "sdtContent", "customXml", "ins", "moveTo")),
    *(f"{_COMPATIBILITY}{name}" for name in ("AlternateContent", "Choice", "Fallback")),
)
_TURNED = tag("bdo")
_COLORED = re.compile(rb"<w:(?:color|shd|highlight) [^>]*>")
_RARE: tuple[tuple[str, Callable[[bytes], bool]], ...] = (
    (tag("sz"), lambda markup: re.search(rb"<w:sz w:val=\"[0-4]\"", markup) is not None),
    (tag("w"), lambda markup: b"<w:w w:val=" in markup),
    (tag("spacing"), lambda markup: b'<w:spacing w:val="-' in markup),
    (tag("rFonts"), lambda markup: any(word in markup for word in (b"dings", b"ymbol", b"arlett", b"arcode"))),
    (FILL, lambda markup: b"textFill" in markup),
)
"""Properties of runs that are common and seldom matter, with a cheap look for whether they can in a file."""
_SPECK = 30
"""Twentieths of a point: an exact height at which a row shows nothing."""
_CHARACTERS = {
    tag("tab"): "\t", tag("ptab"): "\t", tag("br"): LINE, tag("cr"): LINE, tag("noBreakHyphen"): "-",
}  # fmt: skip
_NOTES = (tag("footnoteReference"), tag("endnoteReference"))
_SPANS = {
    **{tag(name): (name, _CELL_PROPERTIES, CELL) for name in ("gridSpan", "vMerge", "hMerge")},
    **{tag(name): (name, _ROW_PROPERTIES, ROW) for name in ("gridBefore", "wBefore")},
}
_OUTLINE, _CELL_DELETED = tag("outlineLvl"), tag("cellDel")
_NOTICED = (
    *STYLED, _ALTERNATIVES, _BOX, _DELETED, FIELD, SIMPLE_FIELD, _FORMULA, _SYMBOL, *DIRECT, *_SILENT, *_WRAPPERS[:5],
    *_CHARACTERS, *_NOTES, *_SPANS, _OUTLINE, _CELL_DELETED, *DRAWN, PLACEHOLDER, NUMBERING, _HIDDEN_ROW, _HEIGHT,
    _TURNED,
)  # fmt: skip
_PICTURES = {0xA8: "☐", 0x6F: "☐", 0x71: "☐", 0xFE: "☑", 0x52: "☑", 0xFC: "✓", 0xFB: "✗", 0xFD: "☒"}
"""Characters of Wingdings that forms use. Other pictures keep their private code: unknown, but not lost."""

Elements = dict[str, list[etree._Element]]


@dataclass(slots=True)
class Marks:
    """Paragraphs that are headings; what cells and rows say of their place among the columns; why cells
    are in doubt."""

    headings: set[etree._Element] = field(default_factory=set)
    spans: dict[etree._Element, dict[str, str]] = field(default_factory=dict)
    doubts: dict[etree._Element, str] = field(default_factory=dict)


def reduce_to_visible(root: etree._Element, known: Styles, markup: bytes, prints_number: PrintsNumber) -> Marks:
    """Change the tree, made from ``markup``, to what the page shows; give the marks of headings and spans.
    ``prints_number`` tells of a list and a level whether its lines are numbered."""
    rare = [name for name, may_matter in _RARE if may_matter(markup)]
    if any(map(_is_telling, set(_COLORED.findall(markup)))):
        rare.extend(map(tag, ("color", "shd", "highlight")))
    found: Elements = defaultdict(list)
    for element in root.iter(*_NOTICED, *rare):
        found[str(element.tag)].append(element)
    if not found and not known.defaults and not known.default_styles:
        return Marks()
    mark_placeholders(found[PLACEHOLDER])
    deleted = _drop_absent(found)
    mark_drawn([element for name in DRAWN for element in found[name]])
    _write_characters(found)
    read_fields(root, found[SIMPLE_FIELD], found[FIELD])
    noted = [element for name in (*STYLED, *DIRECT, *rare) for element in found[name]]
    marks_of_looks = apply_looks(find_notable_runs(root, noted, known), known) | mark_emptied(deleted)
    for element in found[_TURNED]:
        _mark_turned(element)
    mark_numbers([*found[NUMBERING], *found[tag("pStyle")]], known, prints_number)
    for box in reversed(found[_BOX]):  # inner boxes before the ones that hold them
        _stand_behind(box)
    if any(found[wrapper] for wrapper in (*_WRAPPERS[:5], _ALTERNATIVES)):
        etree.strip_tags(root, *_WRAPPERS)
    marks = _collect_marks(found, known)
    marks.doubts = marks_of_looks
    return marks


PrintsNumber = Callable[[str, str], bool]


@lru_cache(maxsize=512)
def _is_telling(element: bytes) -> bool:
    """Whether a colour, a shading or a marker may take a text out of sight."""
    scope = f'<w:rPr xmlns:w="{TRANSITIONAL.decode()}">'.encode()
    try:
        properties = etree.fromstring(scope + element.rstrip(b"/>") + b"/></w:rPr>")
    except etree.XMLSyntaxError:
        return True  # with names from elsewhere
    return may_mislead(read_looks(properties))


def _mark_turned(element: etree._Element) -> None:
    """Digits printed from right to left are another number."""
    texts = [text for text in element.iter(TEXT) if (text.text or "").strip()]
    if texts and element.get(VALUE) == "rtl" and next(element.iterancestors(CELL), None) is not None:
        for text in texts:
            text.text = ""
        texts[0].text = OBJECT


def _drop_absent(found: Elements) -> set[etree._Element]:
    """Drop what is deleted, moved away or said twice; give the cells that it stood in."""
    holders: set[etree._Element] = set()
    for element in found[_ALTERNATIVES]:
        branches = list(element)
        filled = [alternative for alternative in branches if next(alternative.iter(TEXT), None) is not None]
        kept = next(
            iter(
                (
                    *filled,
                    *(alternative for alternative in branches if next(alternative.iter(*DRAWN), None) is not None),
                )
            ),
            None,
        )
        for branch in branches:
            if branch is not kept:
                element.remove(branch)
    for element in found[_DELETED]:
        row = _find_owner(element, _ROW_PROPERTIES, ROW)
        if row is None and any((text.text or "").strip() for text in element.iter(tag("delText"))):
            holders.update(element.iterancestors(CELL))
        _remove(element if row is None else row)
    for element in found[_CELL_DELETED]:
        cell = _find_owner(element, _CELL_PROPERTIES, CELL)
        if cell is not None:
            _remove(cell)
    for element in (*found[_HIDDEN_ROW], *found[_HEIGHT]):
        row = _find_owner(element, _ROW_PROPERTIES, ROW)
        if row is not None and (is_on(element) if element.tag == _HIDDEN_ROW else _is_speck(element)):
            _remove(row)
    for name in _SILENT:
        for element in found[name]:
            if name == _MOVED and any((text.text or "").strip() for text in element.iter(TEXT)):
                holders.update(element.iterancestors(CELL))
            _remove(element)
    return holders


def _is_speck(height: etree._Element) -> bool:
    value = height.get(VALUE, "")
    return height.get(tag("hRule")) == "exact" and value.isdigit() and int(value) <= _SPECK


def _write_characters(found: Elements) -> None:
    """Turn what is shown as a character into text."""
    for name, character in _CHARACTERS.items():
        for element in found[name]:
            parent = element.getparent()
            if parent is not None and parent.tag == RUN:  # a stop of the ruler is a w:tab too
                become_text(element, character)
    for element in found[_SYMBOL]:
        become_text(element, _decode_symbol(element.get(tag("char"), ""), element.get(tag("font"), "")))
    for name in _NOTES:
        numbered_notes = [note for note in found[name] if not note.get(tag("customMarkFollows"))]
        for number, element in enumerate(numbered_notes, start=1):
            become_text(element, str(number).translate(RAISED))
        for element in found[name]:
            run = element.getparent()
            if element.tag == name and run is not None:  # the mark is written behind its reference
                for text in run.iter(TEXT):
                    text.text = (text.text or "").translate(RAISED)
    for element in found[_FORMULA]:
        # The layout of a formula is lost: its parts stay apart, lest a fraction become a number.
        become_text(element, " ".join(text_element.text or "" for text_element in element.iter(f"{_MATH}t")))


def _decode_symbol(code: str, font: str) -> str:
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    low = point - 0xF000
    if not 0x20 <= low <= 0xFF:
        return chr(point) if point < 0x110000 else ""
    if font.startswith("Wingdings"):
        return _PICTURES.get(low, chr(point))
    return chr(low) if low < 0x40 else chr(point)  # digits and signs of Symbol stand where ASCII has them


def _stand_behind(box: etree._Element) -> None:
    """Put the blocks of a text box behind the paragraph that holds it."""
    holder = next(box.iterancestors(PARAGRAPH), None)
    if holder is not None:
        for block in reversed(list(box)):
            holder.addnext(block)


def _collect_marks(found: Elements, known: Styles) -> Marks:
    marks = Marks()
    for element in found[tag("pStyle")]:
        paragraph = _find_owner(element, _PARAGRAPH_PROPERTIES, PARAGRAPH)
        if paragraph is not None and element.get(VALUE) in known.headings:
            marks.headings.add(paragraph)
    for element in found[_OUTLINE]:
        paragraph = _find_owner(element, _PARAGRAPH_PROPERTIES, PARAGRAPH)
        if paragraph is not None:
            (marks.headings.add if is_heading_level(element) else marks.headings.discard)(paragraph)
    for name, (key, properties, kind) in _SPANS.items():
        for element in found[name]:
            owner = _find_owner(element, properties, kind)
            if owner is not None:
                marks.spans.setdefault(owner, {})[key] = element.get(VALUE) or element.get(tag("w")) or ""
    return marks


def _find_owner(element: etree._Element, properties: str, owner: str) -> etree._Element | None:
    """The element that this property belongs to; None where it only tells how it was before a change."""
    holder = element.getparent()
    found = holder.getparent() if holder is not None and holder.tag == properties else None
    return found if found is not None and found.tag == owner else None


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
