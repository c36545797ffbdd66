"""A web page → Document.

Every innermost table becomes a Grid, every innermost block of text a Paragraph, in page order. Tables that
contain tables only lay out the page, unless those are no more than wrapped words of a cell. What a browser does
not show or strikes out is left out of cells. Nothing is known here of what a table means.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from analytics.documents import excess
from analytics.documents.invisible import remove_invisible
from analytics.documents.looks import RUNS_DIFFER
from analytics.documents.model import Block, Cell, Document, Format, Grid, Heading, Paragraph, Place
from analytics.documents.syntax import refuse_exhausted
from analytics.documents.traced import MarkupTrace, current_trace
from analytics.documents.web.characters import remove_controls
from analytics.documents.web.controls import find_shown_pictures
from analytics.documents.web.markup_runs import LINES_OF_CELL, has_runs, parse_span
from analytics.documents.web.page_head import find_published_date, find_titles
from analytics.documents.web.seen_text import reduce_to_seen
from analytics.documents.web.unseen import Doubts
from analytics.documents.web.wrapping import is_mere_wrapping
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

_BREAK = "\u2028"
"""Stands for <br> until lines are parted: white space of the markup itself means nothing."""
_PICTURE = "\u2029"
"""Stands for a picture until lines are parted: white space too, so that no text takes it over."""

_ALL_TEXT = etree.XPath("string()", smart_strings=False)
"""All text below an element, gathered in C."""

_CLOSING = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
"""Where a page set together of several closes the first of them. A browser goes on; the parser would stop."""


def read(
    content: str, *, name: str, sha256: str, encoding: str, limits: Limits, sheets: Sequence[str] = ()
) -> Document:
    """Read a page; ``sheets`` are style sheets that came with it. Raises DocumentError where the markup holds no text
    or nests beyond the limit."""
    excess.judge_markup(content, name=name, limits=limits)
    plain = remove_invisible(_CLOSING.sub("", content.replace("\x00", "")))
    try:
        return _read(plain, name=name, sha256=sha256, encoding=encoding, limits=limits, sheets=sheets)
    except ValueError:
        # The tree took characters in that it does not take back. Looking for them in every page would cost a tenth.
        plain = remove_controls(plain)
        return _read(plain, name=name, sha256=sha256, encoding=encoding, limits=limits, sheets=sheets)


def _read(content: str, *, name: str, sha256: str, encoding: str, limits: Limits, sheets: Sequence[str]) -> Document:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True)
    try:
        root = etree.fromstring(content.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as reason:
        refuse_exhausted(reason)
        raise DocumentError("markup_broken", file=name, reason=reason.msg) from reason
    if root is None:
        raise DocumentError("empty_file", file=name)
    last = parser.error_log.last_error
    if last is not None and last.type_name == "ERR_RESOURCE_LIMIT":
        # What stands deeper than the parser goes would be lost without a word.
        raise DocumentError("nested_too_deep", file=name, limit=limits.nesting_depth)
    titles, published = find_titles(root), find_published_date(root)
    if (trace := current_trace()) is not None:
        trace.markup = MarkupTrace(root)
    seen = reduce_to_seen(root, content, sheets)
    if trace is not None and trace.markup is not None:
        trace.markup.note_unseen()
    for element in root.iter("br"):
        element.tail = _BREAK + (element.tail or "")
    for element in find_shown_pictures(root):
        element.text = _PICTURE
    reading = _Reading(name, limits, seen.doubts, None if trace is None else trace.markup)
    reading.walk(root, 0)
    reading.flush()
    return Document(
        name=name,
        sha256=sha256,
        format=Format.HTML,
        reader="html",
        blocks=tuple(reading.blocks),
        titles=(*titles, *reading.headings[:3]),
        published=published,
        encoding=encoding,
        remarks=seen.remarks,
        pictures=tuple(reading.pictures),
    )


class _Reading:
    """Blocks so far and the inline text not yet closed into a paragraph."""

    def __init__(self, name: str, limits: Limits, doubts: Doubts, trace: MarkupTrace | None = None) -> None:
        self.name, self.limits, self.doubts, self.trace = name, limits, doubts, trace
        self.holder: etree._Element | None = None
        self.blocks: list[Block] = []
        self.headings: list[str] = []
        self.inline: list[str] = []
        self.pictures: list[int] = []
        self.grids = 0
        self.cells = 0

    def walk(self, element: etree._Element, depth: int) -> None:
        if depth > self.limits.nesting_depth:
            raise DocumentError("nested_too_deep", file=self.name, limit=self.limits.nesting_depth)
        self.holder = element
        self.inline.append(element.text or "")
        for child in element:
            if not isinstance(child.tag, str):
                pass  # a comment or an instruction; the text behind it counts
            elif child.tag == "table" and _is_grid(child):
                self.flush()
                self._add_grid(child)
            elif child.tag not in _BLOCKS and not _has_blocks(child):
                self.inline.append(_ALL_TEXT(child))
            else:
                self._read_block(child, depth)
                self.holder = element
            self.inline.append(child.tail or "")

    def _read_block(self, element: etree._Element, depth: int) -> None:
        self.flush()
        if _has_blocks(element):
            self.walk(element, depth + 1)
            self.flush()
            return
        self.holder = element
        self.inline.append(_ALL_TEXT(element))
        self.flush(is_heading=element.tag in _HEADINGS, keep_empty=True)

    def flush(self, *, is_heading: bool = False, keep_empty: bool = False) -> None:
        text = "".join(self.inline)
        self.inline.clear()
        first = len(self.blocks)
        for line in text.split(_BREAK):
            if _PICTURE in line:
                self.pictures.append(len(self.blocks))
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
        if self.trace is not None:
            self.trace.note_paragraphs(self.holder, first, len(self.blocks))

    def _add_grid(self, table: etree._Element) -> None:
        element, rows = len(self.blocks), []
        for row, node in enumerate(table.iter("tr")):
            cells = self._read_row(node, element, row)
            self.cells += len(cells)
            if self.cells > self.limits.grid_cells:
                raise DocumentError("too_many_cells", file=self.name, limit=self.limits.grid_cells)
            rows.append(cells)
        if rows:
            self.blocks.append(Grid(tuple(rows), Place(element, grid=self.grids, line=table.sourceline)))
            self.grids += 1

    def _read_row(self, node: etree._Element, element: int, row: int) -> tuple[Cell, ...]:
        grid, line = self.grids, node.sourceline
        cells = []
        for column, cell in enumerate(node.iterchildren("td", "th")):
            place = Place(element, None, grid, row, column, line)
            if self.trace is not None:
                self.trace.note_cell(element, row, column, cell)
            rows, columns = cell.get("rowspan"), cell.get("colspan")
            run = _find_only_run(cell)
            text = _read_cell_text(cell) if run is None else " ".join((run.text or "").split())
            doubt = RUNS_DIFFER if run is None and _MEETING.search(text) and has_runs(cell) else ""
            if self.doubts and not doubt:
                doubt = self.doubts.get(cell, "")
            cells.append(
                Cell(
                    text,
                    place,
                    1 if rows is None else parse_span(rows),
                    1 if columns is None else parse_span(columns),
                    None,
                    doubt,
                )
            )
        return tuple(cells)


def _is_grid(table: etree._Element) -> bool:
    """Whether the table is no layout of the page; tables that wrap the words of single cells become text."""
    inner = list(table.iterdescendants("table"))
    if not inner:
        return True
    texts = [" ".join(_ALL_TEXT(inner_table).split()) for inner_table in inner]
    cells = sum(1 for _ in table.iter("td", "th")) - sum(
        1 for inner_table in inner for _ in inner_table.iter("td", "th")
    )
    if not is_mere_wrapping(cells, texts):
        return False
    for wrapped_table in inner:
        parts = [" ".join(_ALL_TEXT(cell).split()) for cell in wrapped_table.iter("td", "th")]
        for child in list(wrapped_table):
            wrapped_table.remove(child)
        wrapped_table.tag, wrapped_table.text = "div", " ".join(parts)
    return True


def _has_blocks(element: etree._Element) -> bool:
    return len(element) > 0 and any(iterdescendant.tag in _INNER_BLOCKS for iterdescendant in element.iterdescendants())


_MEETING = re.compile(r"\d[.,，]?\d")
_ADJOINING = re.compile(r"\S\d")


def _find_only_run(cell: etree._Element) -> etree._Element | None:
    """The element that holds all the text of a cell, which is the cell itself or stands alone in it; None where several
    may. Most cells of word processors are such, and need no look at what their text is made of."""
    run = cell
    while len(run) == 1 and not _has_text(run.text) and not _has_text(run[0].tail):
        run = run[0]
    return run if len(run) == 0 and isinstance(run.tag, str) else None


def _read_cell_text(cell: etree._Element) -> str:
    text = _ALL_TEXT(cell)
    if len(cell) > 1 or _ADJOINING.search(text):
        lines = [element for element in cell.iterdescendants() if element.tag in LINES_OF_CELL]
        for line in lines:
            line.text = " " + (line.text or "")
            line.tail = " " + (line.tail or "")
        if lines:
            text = _ALL_TEXT(cell)
    return " ".join(text.split())


def _has_text(text: str | None) -> bool:
    return text is not None and not text.isspace()
