"""The form, filled with printed cells → word processor files (DOCX): plain markup in a zip archive.

Only what a reader needs is written: the parts list, the relation to the text, and the text with its tables.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

from lxml import etree

from analytics.simulate.render import FormSheet, Span, TableRows, build_table_rows, write_heading

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = f"{{{WORD}}}"
_CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="word/document.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
_TEXT_WIDTH = 9000
"""Of a line on A4 between usual margins, in twentieths of a point."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip archive can hold: the same sheet gives the same bytes."""


def render_docx(sheet: FormSheet) -> bytes:
    """A word processor file with the spans of the official layout: gridSpan across, vMerge down."""
    return write_archive(_build_document(sheet, lambda rows: rows))


def render_unspanned_docx(sheet: FormSheet) -> bytes:
    """The same with every row spread over single cells: only the printed cells are told apart."""
    return write_archive(_build_document(sheet, _remove_spans))


def render_printed_docx(sheet: FormSheet, *, is_spanned: bool = True) -> bytes:
    """The same with ruling lines and columns of a width, as a word processor leaves it: other programs lay it out."""
    document = _build_document(sheet, (lambda rows: rows) if is_spanned else _remove_spans)
    for table in document.iter(f"{_W}tbl"):
        _draw_rules(table)
    return write_archive(document)


def _draw_rules(table: etree._Element) -> None:
    properties = etree.Element(f"{_W}tblPr")
    etree.SubElement(properties, f"{_W}tblW", {f"{_W}w": str(_TEXT_WIDTH), f"{_W}type": "dxa"})
    borders = etree.SubElement(properties, f"{_W}tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        etree.SubElement(borders, f"{_W}{side}", {f"{_W}val": "single", f"{_W}sz": "4"})
    table.insert(0, properties)
    columns = list(table.iter(f"{_W}gridCol"))
    for column in columns:
        column.set(f"{_W}w", str(_TEXT_WIDTH // len(columns)))


def write_archive(document: etree._Element, **parts: bytes) -> bytes:
    """The archive of a text; ``parts`` are further members of its ``word`` folder (``styles`` and its like)."""
    members = {
        "[Content_Types].xml": _CONTENT_TYPES.encode(),
        "_rels/.rels": _RELATIONS.encode(),
        "word/document.xml": etree.tostring(document, xml_declaration=True, encoding="UTF-8", standalone=True),
        **{f"word/{part}.xml": content for part, content in parts.items()},
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _build_document(sheet: FormSheet, respan: Callable[[TableRows], TableRows]) -> etree._Element:
    root = etree.Element(f"{_W}document", nsmap={"w": WORD})
    body = etree.SubElement(root, f"{_W}body")
    for line in (sheet.title, *sheet.notes):
        _add_paragraph(body, line)
    for table in sheet.editions:
        _add_paragraph(body, write_heading(table), outline=0)
        _add_table(body, respan(build_table_rows(sheet, table)))
    _add_paragraph(body, write_heading("V"), outline=0)
    return root


def _add_paragraph(parent: etree._Element, text: str, *, outline: int | None = None) -> None:
    paragraph = etree.SubElement(parent, f"{_W}p")
    if outline is not None:
        properties = etree.SubElement(paragraph, f"{_W}pPr")
        etree.SubElement(properties, f"{_W}outlineLvl", {f"{_W}val": str(outline)})
    if text:
        run = etree.SubElement(paragraph, f"{_W}r")
        etree.SubElement(run, f"{_W}t").text = text


def _add_table(parent: etree._Element, rows: TableRows) -> None:
    table = etree.SubElement(parent, f"{_W}tbl")
    grid = etree.SubElement(table, f"{_W}tblGrid")
    for _ in range(max(sum(span.colspan for span in row) for row in rows)):
        etree.SubElement(grid, f"{_W}gridCol")
    below: dict[int, tuple[Span, int]] = {}
    for row in rows:
        node = etree.SubElement(table, f"{_W}tr")
        below = _add_row(node, row, below)


def _add_row(node: etree._Element, row: list[Span], above: dict[int, tuple[Span, int]]) -> dict[int, tuple[Span, int]]:
    """Write a row: its own cells, and one that continues for each cell spanned from above. Gives the spans still
    open below it, by their first column, with the rows they have left."""
    below: dict[int, tuple[Span, int]] = {}
    row_spans, column = list(row), 0
    while row_spans or column in above:
        is_continued = column in above
        span, left = above[column] if is_continued else (row_spans[0], row_spans.pop(0).rowspan)
        _add_cell(node, span, is_continued=is_continued)
        if left > 1:
            below[column] = (span, left - 1)
        column += span.colspan
    return below


def _add_cell(row: etree._Element, span: Span, *, is_continued: bool) -> None:
    cell = etree.SubElement(row, f"{_W}tc")
    properties = etree.SubElement(cell, f"{_W}tcPr")
    if span.colspan > 1:
        etree.SubElement(properties, f"{_W}gridSpan", {f"{_W}val": str(span.colspan)})
    if is_continued:
        etree.SubElement(properties, f"{_W}vMerge")
    elif span.rowspan > 1:
        etree.SubElement(properties, f"{_W}vMerge", {f"{_W}val": "restart"})
    _add_paragraph(cell, "" if is_continued else span.text)


def _remove_spans(rows: TableRows) -> TableRows:
    return [[Span(span.text, is_figure=span.is_figure) for span in row] for row in rows]


DOCX_MANNERS: Mapping[str, Callable[[FormSheet], bytes]] = {"plain": render_docx, "unspanned": render_unspanned_docx}
"""Every manner of word processor file by name."""
