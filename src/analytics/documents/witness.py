"""A second, independent reading of formats that have but one reader: other software, and a walk of its own.

It bears witness to what a document prints where a sum fails. It knows nothing of what is struck, hidden or raised, and
is never taken for the reading itself. What it cannot see must not matter: it is certain only of cells that are marked
up as several others of their table are, since no look hides one figure among others that it shows. The libraries are
loaded when they are needed, which is seldom.
"""

from __future__ import annotations

import io
import re
import warnings
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from analytics.documents.containers import packed
from analytics.documents.looks import ALTERED
from analytics.documents.model import Block, Cell, Document, Format, Grid, Paragraph, Place
from analytics.errors import DocumentError

_WORKBOOK, _TEXT = "xl/workbook.xml", "word/document.xml"
"""Members of the archives that the other software knows; XLSB and texts saved in a browser have others."""
WITNESSES = frozenset({"lexbor", "python-docx", "openpyxl"})
"""The names of these readers."""
Field = tuple[object, str, int, int, Hashable]
"""What tells one cell from another, its text, how many rows and columns it spans, and how it is marked up."""
_FEWEST, _SHARE = 3, 0.03
"""Cells that share a look at least, and their share of the figures of a table: a row of table III is one of 25."""
_OWN_LINE = frozenset({"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "br", "tr", "section", "article"})


class Blocks:
    """Blocks of a document in order."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self.grids = 0

    def text(self, text: str) -> None:
        """Add a line."""
        if folded := " ".join(text.split()):
            self.found.append(Paragraph(folded, Place(len(self.found))))

    def grid(self, rows: Sequence[Sequence[Field]]) -> None:
        """Add a table."""
        element, grid = len(self.found), self.grids
        looks = Counter(look for row in rows for _, text, _, _, look in row if text.strip().isdigit())
        fewest = max(_FEWEST, _SHARE * looks.total())
        cells = tuple(
            tuple(
                Cell(
                    " ".join(text.split()), Place(element, None, grid, number, column), rowspan, colspan,
                    doubt="" if looks[look] >= fewest else ALTERED,
                )
                for column, (_, text, rowspan, colspan, look) in enumerate(row)
            )
            for number, row in enumerate(rows)
        )  # fmt: skip
        if any(cells):
            self.found.append(Grid(cells, Place(element, grid=grid)))
            self.grids += 1

    def build_document(self, name: str, sha256: str, kind: Format, reader: str) -> Document:
        """All of them as a document."""
        titles = tuple(block.text for block in self.found[:5] if isinstance(block, Paragraph))
        return Document(name=name, sha256=sha256, format=kind, reader=reader, blocks=tuple(self.found), titles=titles)


def read_html(content: str, *, name: str, sha256: str) -> Document:
    """Read a page by lexbor, the parser of another project than the first reading's."""
    from selectolax.lexbor import LexborHTMLParser

    blocks = Blocks()
    pending: list[str] = []
    body = LexborHTMLParser(content).body
    if body is not None:
        _walk(body, blocks, pending)
        blocks.text("".join(pending))
    return blocks.build_document(name, sha256, Format.HTML, "lexbor")


def _walk(node: Any, blocks: Blocks, pending: list[str]) -> None:
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            pending.append(child.text_content or "")
        elif child.tag == "table" and len(child.css("table")) == 1:
            blocks.text("".join(pending))
            pending.clear()
            blocks.grid([list(_read_row(row)) for row in child.css("tr")])
        elif child.tag not in ("script", "style"):
            _flush(child.tag, blocks, pending)
            _walk(child, blocks, pending)
            _flush(child.tag, blocks, pending)


def _flush(tag: str, blocks: Blocks, pending: list[str]) -> None:
    if tag in _OWN_LINE:
        blocks.text("".join(pending))
        pending.clear()


def _read_row(row: Any) -> Iterator[Field]:
    for cell in row.iter():
        if cell.tag in ("td", "th"):
            spans = (str(cell.attributes.get(name) or "1") for name in ("rowspan", "colspan"))
            rowspan, colspan = (max(1, int(span)) if span.isdecimal() else 1 for span in spans)
            yield None, cell.text(), rowspan, colspan, tuple(_read_html_look(cell))


def _read_html_look(cell: Any) -> Iterator[tuple[object, ...]]:
    for node in cell.traverse(include_text=False):
        attributes = {name: value or "" for name, value in node.attributes.items() if name not in _PLAIN_ATTRIBUTES}
        if style := _PLAIN_DECLARATIONS.sub("", attributes.pop("style", "").lower()).strip(" ;\n\t"):
            attributes["style"] = style
        yield "cell" if node.tag in ("td", "th") else node.tag, *sorted(attributes.items())


_PLAIN_ATTRIBUTES = frozenset(("rowspan", "colspan", "width", "height", "align", "valign", "nowrap", "lang", "scope"))
_PLAIN_DECLARATIONS = re.compile(
    r"(?<![\w-])(?:(?:min-)?width|height|(?:mso-)?border[\w-]*|(?:mso-)?padding[\w-]*|text-align|font-weight|word-break|"
    r"white-space|mso-(?:ascii|hansi|bidi|fareast|pagination|font-kerning|char-indent)[\w-]*)\s*:[^;]*;?"
)
"""What says how large a cell is, where in it its text stands, and how bold."""


def read_docx(data: bytes, *, name: str, sha256: str) -> Document:
    """Read a word-processor file by python-docx."""
    import docx

    blocks = Blocks()
    for item in docx.Document(io.BytesIO(data)).iter_inner_content():
        if hasattr(item, "rows"):
            blocks.grid(_merge_spanned([[(cell._tc, cell.text) for cell in row.cells] for row in item.rows]))
        else:
            blocks.text(item.text)
    return blocks.build_document(name, sha256, Format.DOCX, "python-docx")


def _merge_spanned(matrix: list[list[tuple[object, str]]]) -> list[list[Field]]:
    """A table in which spanned cells are repeated → each of them once."""
    seen: list[object] = []
    rows: list[list[Field]] = []
    for at, row in enumerate(matrix):
        fields: list[Field] = []
        for key, text in row:
            if any(key is seen_key for seen_key in seen):
                continue
            seen.append(key)
            across = sum(key is other for other, _ in row)
            down = sum(any(key is other for other, _ in below) for below in matrix[at:])
            fields.append((key, text, down, across, tuple(_read_word_look(key))))
        rows.append(fields)
    return rows


def _read_word_look(cell: Any) -> Iterator[tuple[object, ...]]:
    for element in cell.iter():
        name = str(element.tag).rpartition("}")[2]
        if name not in _PLAIN_ELEMENTS and not name.startswith("bookmark"):
            attributes = sorted(str(value) for key, value in element.attrib.items() if "rsid" not in str(key).lower())
            yield name, *attributes


_PLAIN_ELEMENTS = frozenset((
    "tc", "tcPr", "tcW", "gridSpan", "vMerge", "vAlign", "tcBorders", "top", "left", "start", "bottom", "right", "end",
    "tcMar", "noWrap", "p", "pPr", "jc", "ind", "snapToGrid", "widowControl", "kinsoku", "wordWrap", "adjustRightInd",
    "autoSpaceDE", "autoSpaceDN", "textAlignment", "r", "rPr", "lang", "b", "bCs", "szCs", "kern", "t", "proofErr",
    "lastRenderedPageBreak", "hideMark",
))  # fmt: skip
"""Elements that place a text and its cell, and that hold others."""


def read_workbook(data: bytes, *, name: str, sha256: str) -> Document:
    """Read an XLSX workbook by openpyxl, formulas as they were last worked out."""
    import openpyxl

    blocks = Blocks()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles that it does not know
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            blocks.grid(list(_read_sheet_rows(sheet)))
    return blocks.build_document(name, sha256, Format.WORKBOOK, "openpyxl")


def _read_sheet_rows(sheet: Any) -> Iterator[list[Field]]:
    spans = {
        (merged.min_row, merged.min_col): (merged.size["rows"], merged.size["columns"])
        for merged in sheet.merged_cells.ranges
    }
    covered = {
        (row, column)
        for merged in sheet.merged_cells.ranges
        for row, column in _list_within(merged)
        if (row, column) not in spans
    }
    for row in sheet.iter_rows():
        yield [
            (None, _print_value(cell.value), *spans.get((cell.row, cell.column), (1, 1)), _read_cell_look(cell))
            for cell in row
            if (cell.row, cell.column) not in covered
        ]


def _read_cell_look(cell: Any) -> Hashable:
    style = cell._style
    if style is None:  # of a workbook that has no styles
        return None
    return style.numFmtId, style.fontId, style.fillId, cell.alignment.horizontal == "fill"


def _list_within(merged: Any) -> Iterator[tuple[int, int]]:
    return ((row, column) for row, column in [*merged.top, *merged.cells])


def _print_value(value: object) -> str:
    return "" if value is None else str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def reread_page(content: str, *, name: str, sha256: str) -> Document:
    """The second reading of a page from its decoded ``content``. Raises DocumentError where the other software cannot
    read it."""
    with _explain_failure(name):
        return read_html(content, name=name, sha256=sha256)


def reread_workbook(data: bytes, *, name: str, sha256: str) -> Document | None:
    """The second reading of an XLSX; None for a workbook that the other software does not know. Errors as above."""
    with _explain_failure(name):
        is_known = _WORKBOOK in packed.list_members(data, name=name)
        return read_workbook(data, name=name, sha256=sha256) if is_known else None


def reread_docx(data: bytes, *, name: str, sha256: str) -> Document | None:
    """The second reading of a DOCX; None for one that the other software does not know. Errors as above."""
    with _explain_failure(name):
        is_known = _TEXT in packed.list_members(data, name=name)
        return read_docx(data, name=name, sha256=sha256) if is_known else None


@contextmanager
def _explain_failure(name: str) -> Iterator[None]:
    try:
        yield
    except MemoryError:
        raise
    except Exception as reason:  # each of these libraries raises errors of its own
        raise DocumentError("no_second_reading", file=name, reason=str(reason)) from reason
