"""What stands in the cells of a page and is not text: read where its text can be told, marked where it cannot.

A cell that holds a picture, a drawing or a control is never blank. Controls outside cells belong to the page around
the report and are left out; of pictures there it is kept where they stand.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from analytics.documents.model import OBJECT

_KINDS = (
    "input", "select", "textarea", "img", "svg", "canvas", "video", "audio", "object", "embed", "iframe", "math",
    "script", "meter", "progress", "applet", "picture", "map", "ol", "bdo", "details", "dialog", "noscript", "image",
    "marquee", "keygen", "isindex", "frame",
)  # fmt: skip
_LONGEST = 80
"""Characters of a cell of the form with its longest note; longer ones lay out a page."""
_LINE_OF_TEXT = ("text", "number", "tel", "search", "email", "url", "")
_PICTURES = ("img", "image", "canvas", "object", "embed")
_UNSEEN_SIZES = ("0", "1", "0px", "1px")


def replace_controls(root: etree._Element) -> None:
    """Put into each cell of a table the text of its controls, or the mark of an object where there is none."""
    for element in list(root.iter(*_KINDS)):
        cell = next(element.iterancestors("td", "th"), None)
        if cell is None or next(cell.iterdescendants("table"), None) is not None:
            continue
        text = _find_text(element, cell)
        if text is not None:
            _stand_in(element, text)
    for cell in root.iter("td", "th"):
        if len(cell) == 0 and cell.get("background") and not (cell.text or "").strip():
            cell.text = OBJECT


def find_shown_pictures(root: etree._Element) -> Iterator[etree._Element]:
    """The pictures of a page that are no mere speck, wherever they stand; those in cells have become marks before."""
    return (element for element in root.iter(*_PICTURES) if not _is_unseen(element))


def _is_unseen(picture: etree._Element) -> bool:
    return any(picture.get(side) in _UNSEEN_SIZES for side in ("width", "height"))


def _find_text(element: etree._Element, cell: etree._Element) -> str | None:
    """The text that stands for a control; None where the element is to stay as it is."""
    kind = element.tag
    if kind == "input":
        return _read_input(element)
    if kind == "select":
        chosen = [option for option in element.iter("option") if option.get("selected") is not None]
        return _join_text(chosen[0]) if len(chosen) == 1 and element.get("multiple") is None else OBJECT
    if kind == "textarea":
        return _join_text(element) or OBJECT
    if kind in ("img", "image") and _is_unseen(element):
        return ""
    if kind == "math":
        plain = all(inner.tag in ("math", "mrow", "mn", "mstyle", "mtext") for inner in element.iter(etree.Element))
        return None if plain else OBJECT
    if kind == "bdo":
        return OBJECT if element.get("dir", "").lower() == "rtl" else None
    if kind in ("details", "dialog"):
        return _read_folded(element, cell)
    if kind == "noscript":
        return None
    rest = "".join(" ".join(_join_text(cell).split()))
    if kind == "ol":
        return _read_list(element, rest)
    if kind == "script":
        writes = "write" in (element.text or "") or not rest.replace((element.text or "").strip(), "").strip()
        return OBJECT if writes and len(rest) - len(element.text or "") <= _LONGEST else None
    return OBJECT if len(rest) <= _LONGEST else None


def _read_input(element: etree._Element) -> str:
    kind = (element.get("type") or "").lower()
    if kind == "hidden":
        return ""
    if kind in _LINE_OF_TEXT:
        return element.get("value") or OBJECT
    return OBJECT


def _read_folded(element: etree._Element, cell: etree._Element) -> str | None:
    """What is folded away shows its summary only; where a cell has nothing else, it is not blank."""
    if element.get("open") is not None:
        return None
    summary = "".join(_join_text(child) for child in element.iterchildren("summary"))
    return summary or (OBJECT if _join_text(cell) == _join_text(element) != "" else "")


def _read_list(element: etree._Element, rest: str) -> str | None:
    """A list numbers its lines by itself: where a cell has no words, the number could be taken for the figure."""
    has_words = any(character.isalpha() for character in rest)
    return None if has_words else OBJECT + " ".join(_join_text(item) for item in element.iterchildren())


def _join_text(element: etree._Element) -> str:
    return "".join(text if isinstance(text, str) else "" for text in element.itertext()).strip()


def _stand_in(element: etree._Element, text: str) -> None:
    parent = element.getparent()
    if parent is None:
        return
    span = etree.Element("span")
    span.text, span.tail = text, element.tail
    for name in ("style", "class", "hidden"):
        value = element.get(name)
        if value is not None:
            span.set(name, value)
    parent.replace(element, span)
