"""A web page → a fragment that shows it and can do nothing else, its cells and paragraphs with ids.

What may stay is on a list: structure, spans, alignment and the look of text. Scripts, style sheets, forms, pictures and
every address go, and so do the page's own ids, which could pass for ours. What the page's style sheets hide or strike
is marked, since those are not here to do it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

import nh3
from lxml import etree

from analytics.documents.facsimile.model import Located, name_anchor
from analytics.documents.model import Cell, Document, Grid, Heading, Paragraph
from analytics.documents.traced import MarkupTrace, Spot, Stretch
from analytics.documents.web.controls import replace_controls

TAGS = frozenset((
    "a", "abbr", "address", "article", "aside", "b", "big", "blockquote", "br", "caption", "center", "cite", "code",
    "col", "colgroup", "dd", "del", "div", "dl", "dt", "em", "figcaption", "figure", "font", "footer", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hr", "i", "ins", "li", "main", "mark", "nav", "ol", "p", "pre", "q", "rp", "rt",
    "ruby", "s", "section", "small", "span", "strike", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "tt", "u", "ul",
))  # fmt: skip
ATTRIBUTES = {
    "*": {"id", "class", "style", "align", "valign", "dir", "data-spot"},
    "td": {"colspan", "rowspan", "width", "height", "bgcolor"},
    "th": {"colspan", "rowspan", "width", "height", "bgcolor"},
    "col": {"span", "width"},
    "table": {"border", "cellpadding", "cellspacing", "width"},
    "font": {"color", "size"},
    "ol": {"start"},
}
STYLES = {
    "background-color", "border", "border-bottom", "border-collapse", "border-left", "border-right", "border-top",
    "color", "display", "font-size", "font-style", "font-weight", "letter-spacing", "line-height", "text-align",
    "text-decoration", "text-decoration-line", "text-indent", "vertical-align", "visibility", "white-space", "width",
}  # fmt: skip
"""None of these can load anything, or move a text over another."""
_DROPPED = {
    "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math", "title", "head", "select",
    "textarea", "canvas", "video", "audio", "noframes",
}  # fmt: skip
UNSEEN = "unseen"
"""Class of what the page's own styles hide or strike."""
_PICTURE_SIGN = "▨"


def render_markup(trace: MarkupTrace, document: Document) -> tuple[str, Mapping[Spot, Located]]:
    """The page as a fragment of HTML, and where each cell and paragraph stands in it."""
    root = trace.original
    replace_controls(root)
    _forget_names(root)
    for element in trace.unseen:
        if element.tag not in ("del", "s", "strike", "br") and "".join(element.itertext()).strip():
            element.set("class", UNSEEN)
    located = dict(_locate_cells(trace, document))
    taken = {id(element) for element in trace.cells.values()}
    for holder, stretches in groupby(trace.stretches, key=lambda stretch: stretch.holder):
        located.update(_locate_paragraphs(holder, list(stretches), document, taken))
    _replace_pictures(root)
    for element in root.iter(etree.Element):
        if element.get("id") and element.tag not in TAGS:
            element.tag = "div"  # what may not stay leaves its text, and its text is to be found
    body = root.find("body")
    return _clean(etree.tostring(root if body is None else body, encoding="unicode", method="html")), located


def _clean(markup: str) -> str:
    return nh3.clean(
        markup,
        tags=set(TAGS),
        clean_content_tags=_DROPPED,
        attributes=ATTRIBUTES,
        filter_style_properties=STYLES,
        attribute_filter=_filter_attribute,
        strip_comments=True,
        link_rel=None,
        url_schemes=set(),
    )


def _filter_attribute(_: str, name: str, value: str) -> str | None:
    """Declarations of a style that name a function or hide a name from the list are dropped, whatever they declare."""
    if name != "style":
        return value
    return ";".join(part for part in value.split(";") if not _ACTIVE.search(part))


_ACTIVE = re.compile(r"url|expression|image|[\\@<]", re.IGNORECASE)


def _forget_names(root: etree._Element) -> None:
    for element in root.iter(etree.Element):
        for name in [
            name for name in map(str, element.attrib) if name in ("id", "name", "class") or name[:5] == "data-"
        ]:
            del element.attrib[name]


def _replace_pictures(root: etree._Element) -> None:
    for picture in list(root.iter("img", "image")):
        picture.tag, picture.text = "span", _PICTURE_SIGN
        picture.attrib.clear()


def _locate_cells(trace: MarkupTrace, document: Document) -> Iterator[tuple[Spot, Located]]:
    for spot, element in trace.cells.items():
        block = document.blocks[spot.element]
        cell = _find_cell(block, spot) if isinstance(block, Grid) else None
        if cell is not None:
            anchor = name_anchor(spot)
            element.set("id", anchor)
            _insert_slot(element, anchor)
            yield spot, Located(cell.place, cell.text, anchor)


def _find_cell(grid: Grid, spot: Spot) -> Cell | None:
    try:
        return grid.rows[spot.row or 0][spot.column or 0]
    except IndexError:
        return None


def _insert_slot(element: etree._Element, anchor: str) -> None:
    slot = etree.Element("a")
    slot.set("data-spot", anchor)
    slot.tail, element.text = element.text, None
    element.insert(0, slot)


def _locate_paragraphs(
    holder: etree._Element, stretches: list[Stretch], document: Document, taken: set[int]
) -> Iterator[tuple[Spot, Located]]:
    """Paragraphs that are text of one element: itself where it holds but one, else the pieces of its text in order."""
    elements = [element for _, first, last in stretches for element in range(first, last)]
    blocks = {
        element: block for element in elements if isinstance(block := document.blocks[element], Paragraph | Heading)
    }
    is_alone = len(blocks) == 1 and not holder.get("id")
    if is_alone and _squeeze("".join(map(str, holder.itertext()))) == _squeeze(next(iter(blocks.values())).text):
        ((element, block),) = blocks.items()
        anchor = name_anchor(Spot(element))
        holder.set("id", anchor)
        _insert_slot(holder, anchor)
        yield Spot(element), Located(block.place, block.text, anchor)
        return
    remaining = [(element, _squeeze(block.text)) for element, block in blocks.items() if block.text]
    begun: set[int] = set()
    for node, is_tail in list(_list_texts(holder, taken)):
        piece = _squeeze((node.tail if is_tail else node.text) or "")
        if not piece or not remaining:
            continue
        element, text = remaining[0]
        if not text.startswith(piece):
            continue
        anchor = name_anchor(Spot(element))
        _wrap(node, anchor, is_tail=is_tail, is_first=element not in begun)
        if element not in begun:
            begun.add(element)
            yield Spot(element), Located(blocks[element].place, blocks[element].text, anchor)
        remaining[0] = (element, text[len(piece) :])
        if not remaining[0][1]:
            remaining.pop(0)


def _squeeze(text: str) -> str:
    return "".join(text.split()).replace("\u200b", "")


def _list_texts(holder: etree._Element, taken: set[int]) -> Iterator[tuple[etree._Element, bool]]:
    """Texts below an element in order, those of cells left out: (element, whether it is the text behind it)."""
    yield holder, False
    for child in holder:
        if isinstance(child.tag, str) and id(child) not in taken and child.tag not in _DROPPED and not child.get("id"):
            yield from _list_texts(child, taken)
        yield child, True


def _wrap(node: etree._Element, anchor: str, *, is_tail: bool, is_first: bool) -> None:
    span = etree.Element("span")
    if is_first:
        span.set("id", anchor)
    span.set("data-spot", anchor)
    if is_tail:
        parent = node.getparent()
        if parent is None:
            return
        span.text, node.tail = node.tail, None
        parent.insert(parent.index(node) + 1, span)
    else:
        span.text, node.text = node.text, None
        node.insert(0, span)
