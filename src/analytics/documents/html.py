"""A web page → Document.

Every innermost table becomes a Grid, every innermost block of text a Paragraph, in page order. Tables that
contain tables only lay out the page, unless those are no more than wrapped words of a cell. What a browser does
not show or strikes out is left out of cells. Nothing is known here of what a table means.
"""

from __future__ import annotations

import re

from lxml import etree

from analytics.documents import excess
from analytics.documents.model import RAISED, Block, Cell, Document, Format, Grid, Heading, Paragraph, Place
from analytics.documents.wrapping import only_wraps
from analytics.errors import DocumentError
from analytics.settings import Limits

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = frozenset(
    (*_HEADINGS, "p", "div", "table", "ul", "ol", "li", "dl", "dt", "dd", "section", "article", "center",
     "blockquote", "pre", "header", "footer", "main", "body", "form", "tr", "td", "th", "tbody", "thead",
     "tfoot", "caption", "hr", "iframe")
)  # fmt: skip
_INNER_BLOCKS = frozenset(
    (*_HEADINGS, "p", "div", "table", "ul", "ol", "li", "dl", "section", "article", "center", "pre", "form")
)
"""Blocks that part the text of an element; the others stand only inside these."""

_SILENT = ("script", "style", "noscript", "template", "select", "textarea", "svg", "head", "del", "s", "strike")
_BREAK = "\u2028"
"""Stands for <br> until lines are parted: white space of the markup itself means nothing."""

_ALL_TEXT = etree.XPath("string()", smart_strings=False)
"""All text below an element, gathered in C."""

_HIDING = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_DISPLAY_NONE = re.compile(r"display\s*:\s*none")
"""As pages mostly write it: a search that begins with plain letters is twenty times faster than ``_HIDING``."""
_HIDEABLE = ("tr", "td", "th", "span", "p", "div", "font", "a", "b", "i")
_LINES_OF_CELL = frozenset((*_HEADINGS, "p", "div", "li", "table", "tr", "td"))
"""Elements inside a cell that begin a line of their own: digits must not run together over their edges."""

_META_DATES = ("pubdate", "publishdate", "publish_time", "article:published_time", "date")
_LEADING_DIGITS = re.compile(r"^\s*(\d+)")
_DATE = re.compile(r"(20\d\d)[-/年.](\d{1,2})[-/月.](\d{1,2})")


def read(content: str, *, name: str, sha256: str, encoding: str, limits: Limits) -> Document:
    """Read a page. Raises DocumentError where the markup holds no text or nests beyond the limit."""
    excess.judge_markup(content, name=name, limits=limits)
    plain = content.replace("\x00", "")
    try:
        return _read(plain, name=name, sha256=sha256, encoding=encoding, limits=limits)
    except ValueError:
        # The tree took characters in that it does not take back. Looking for them in every page would cost a tenth.
        return _read(_without_controls(plain), name=name, sha256=sha256, encoding=encoding, limits=limits)


def _read(content: str, *, name: str, sha256: str, encoding: str, limits: Limits) -> Document:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True)
    try:
        root = etree.fromstring(content.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as reason:
        raise DocumentError("markup_broken", file=name, reason=reason.msg) from reason
    if root is None:
        raise DocumentError("empty_file", file=name)
    last = parser.error_log.last_error
    if last is not None and last.type_name == "ERR_RESOURCE_LIMIT":
        # What stands deeper than the parser goes would be lost without a word.
        raise DocumentError("nested_too_deep", file=name, limit=limits.nesting_depth)
    titles, published = _titles(root), _published(root)
    etree.strip_elements(root, *_SILENT, with_tail=False)
    if _hides_cells(content):
        _strip_hidden(root)
    for element in root.iter("sup", "sub"):
        _raise(element)
    for element in root.iter("br"):
        element.tail = _BREAK + (element.tail or "")
    reading = _Reading(name, limits)
    reading.walk(root, 0)
    reading.flush()
    return Document(
        name, sha256, Format.HTML, "html", tuple(reading.blocks), (*titles, *reading.headings[:3]), published,
        encoding,
    )  # fmt: skip


def _without_controls(content: str) -> str:
    """The markup without characters that no tree may hold, written as such or as references."""
    return _REFERENCE.sub(_character, _CONTROL.sub("", content))


def _character(reference: re.Match[str]) -> str:
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    return "" if code > _LAST_CODE or _CONTROL.match(chr(code)) else reference[0]


_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|(\d{1,9}));?")
_LAST_CODE = 0x10FFFF


def _hides_cells(content: str) -> bool:
    """Whether something may be hidden in a table. Pages hide much around them: looking through every element
    for it would cost as much as reading the page."""
    if any(word in content for word in ("DISPLAY", "Display", "mso-hide", "<TD")):
        return _HIDING.search(content) is not None
    return any(
        content.startswith("<t", tag := content.rfind("<", 0, found.start()))
        or content.rfind("<td", 0, tag) > content.rfind("</td", 0, tag)
        for found in _DISPLAY_NONE.finditer(content)
    )


def _strip_hidden(root: etree._Element) -> None:
    """Drop what a table hides. Hidden parts of the page around it stay: scripts may show them."""
    hidden = [one for one in root.iter(*_HIDEABLE) if _HIDING.search(one.get("style", ""))]
    for element in hidden:
        is_in_table = element.tag == "tr" or next(element.iterancestors("tr"), None) is not None
        if is_in_table and next(element.iterdescendants("table"), None) is None:
            for inner in list(element):
                element.remove(inner)
            element.text = ""
            parent = element.getparent()
            if element.tag in ("td", "th", "tr") and parent is not None:
                parent.remove(element)


def _raise(element: etree._Element) -> None:
    """Raised digits as the characters they look like: a footnote mark is not the last digit of a figure."""
    text = " ".join(_ALL_TEXT(element).split())
    for inner in list(element):
        element.remove(inner)
    element.text = text.translate(RAISED)


def fold(text: str) -> str:
    """White space folded as a browser shows it, hard spaces included."""
    return " ".join(text.split())


def _titles(root: etree._Element) -> tuple[str, ...]:
    metas = [meta.get("content", "") for meta in root.iter("meta") if meta.get("name", "").lower() == "articletitle"]
    return tuple(filter(None, (fold(one) for one in (*metas, *(node.text or "" for node in root.iter("title"))))))


def _published(root: etree._Element) -> str | None:
    for meta in root.iter("meta"):
        if (meta.get("name") or meta.get("property") or "").lower() in _META_DATES:
            found = _DATE.search(meta.get("content", ""))
            if found:
                return "{}-{:0>2}-{:0>2}".format(*found.groups())
    return None


class _Reading:
    """Blocks so far and the inline text not yet closed into a paragraph."""

    def __init__(self, name: str, limits: Limits) -> None:
        self.name, self.limits = name, limits
        self.blocks: list[Block] = []
        self.headings: list[str] = []
        self.inline: list[str] = []
        self.grids = 0
        self.cells = 0

    def walk(self, element: etree._Element, depth: int) -> None:
        if depth > self.limits.nesting_depth:
            raise DocumentError("nested_too_deep", file=self.name, limit=self.limits.nesting_depth)
        self.inline.append(element.text or "")
        for child in element:
            if not isinstance(child.tag, str):
                pass  # a comment or an instruction; the text behind it counts
            elif child.tag == "table" and _is_grid(child):
                self.flush()
                self._grid(child)
            elif child.tag not in _BLOCKS and not _has_blocks(child):
                self.inline.append(_ALL_TEXT(child))
            else:
                self._block(child, depth)
            self.inline.append(child.tail or "")

    def _block(self, element: etree._Element, depth: int) -> None:
        self.flush()
        if _has_blocks(element):
            self.walk(element, depth + 1)
            self.flush()
            return
        self.inline.append(_ALL_TEXT(element))
        self.flush(is_heading=element.tag in _HEADINGS, keep_empty=True)

    def flush(self, *, is_heading: bool = False, keep_empty: bool = False) -> None:
        text = "".join(self.inline)
        self.inline.clear()
        for line in text.split(_BREAK):
            folded = " ".join(line.split())
            if not folded and not keep_empty:
                continue
            place = Place(len(self.blocks))
            if len(self.blocks) >= self.limits.lines:
                raise DocumentError("too_many_lines", file=self.name, limit=self.limits.lines)
            if is_heading and folded:
                self.headings.append(folded)
                self.blocks.append(Heading(folded, place))
            else:
                self.blocks.append(Paragraph(folded, place))

    def _grid(self, table: etree._Element) -> None:
        element, rows = len(self.blocks), []
        for row, node in enumerate(table.iter("tr")):
            cells = self._row(node, element, row)
            self.cells += len(cells)
            if self.cells > self.limits.grid_cells:
                raise DocumentError("too_many_cells", file=self.name, limit=self.limits.grid_cells)
            rows.append(cells)
        if rows:
            self.blocks.append(Grid(tuple(rows), Place(element, grid=self.grids, line=table.sourceline)))
            self.grids += 1

    def _row(self, node: etree._Element, element: int, row: int) -> tuple[Cell, ...]:
        grid, line = self.grids, node.sourceline
        cells = []
        for column, cell in enumerate(node.iterchildren("td", "th")):
            place = Place(element, None, grid, row, column, line)
            rows, columns = cell.get("rowspan"), cell.get("colspan")
            cells.append(
                Cell(
                    _cell_text(cell),
                    place,
                    1 if rows is None else _span(rows),
                    1 if columns is None else _span(columns),
                )
            )
        return tuple(cells)


def _is_grid(table: etree._Element) -> bool:
    """Whether the table is no layout of the page; tables that wrap the words of single cells become text."""
    inner = list(table.iterdescendants("table"))
    if not inner:
        return True
    texts = [" ".join(_ALL_TEXT(one).split()) for one in inner]
    cells = sum(1 for _ in table.iter("td", "th")) - sum(1 for one in inner for _ in one.iter("td", "th"))
    if not only_wraps(cells, texts):
        return False
    for one in inner:
        parts = [" ".join(_ALL_TEXT(cell).split()) for cell in one.iter("td", "th")]
        for child in list(one):
            one.remove(child)
        one.tag, one.text = "div", " ".join(parts)
    return True


def _has_blocks(element: etree._Element) -> bool:
    return len(element) > 0 and any(one.tag in _INNER_BLOCKS for one in element.iterdescendants())


_ADJOINING = re.compile(r"\S\d")


def _cell_text(cell: etree._Element) -> str:
    children = len(cell)
    if children == 0:
        return " ".join((cell.text or "").split())
    only = cell[0] if children == 1 and not _says(cell.text) and not _says(cell[0].tail) else None
    if only is not None and len(only) == 0 and isinstance(only.tag, str):
        return " ".join((only.text or "").split())
    text = _ALL_TEXT(cell)
    if children > 1 or _ADJOINING.search(text):
        within = cell if only is None else only
        lines = [one for one in within.iterdescendants() if one.tag in _LINES_OF_CELL]
        for line in lines:
            line.text = " " + (line.text or "")
            line.tail = " " + (line.tail or "")
        if lines:
            text = _ALL_TEXT(cell)
    return " ".join(text.split())


def _says(text: str | None) -> bool:
    return text is not None and not text.isspace()


def _span(said: str) -> int:
    """What a span attribute says; 1 where it says nothing sensible."""
    digits = said if said.isascii() and said.isdigit() else "".join(_LEADING_DIGITS.findall(said))
    return min(int(digits[:4]), 1000) or 1 if digits else 1
