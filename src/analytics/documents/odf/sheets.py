"""The sheets of an OpenDocument workbook, as they are displayed."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from analytics.documents.numberformat import Displayed
from analytics.documents.odf.styles import PLAIN, Look, Styles, tag
from analytics.documents.odf.texts import (
    CELL,
    COLUMN,
    COVERED,
    LONGEST_REPEAT,
    SHEETS,
    TABLE,
    display_cell,
    list_rows,
    repeat_count,
)
from analytics.documents.sheets.sheetmodel import Merged, Page
from analytics.errors import DocumentError
from analytics.settings import Limits


def read_pages(root: etree._Element, known: Styles, *, name: str, limits: Limits) -> list[Page]:
    """The visible sheets of a spreadsheet in order."""
    body = next(root.iter(SHEETS), None)
    sheets = body.iterchildren(TABLE) if body is not None else ()
    return [
        _read_page(sheet, known, name, limits)
        for sheet in sheets
        if sheet.get(tag("table", "style-name"), "") not in known.hidden_tables
        and sheet.get(tag("table", "display")) != "false"
    ]


def _read_page(sheet: etree._Element, known: Styles, name: str, limits: Limits) -> Page:
    hidden, looks = _read_columns(sheet, known)
    cells: dict[tuple[int, int], Displayed] = {}
    merged: Merged = {}
    number = 1
    for row, is_seen in list_rows(sheet):
        found = list(_read_row(row, known, looks)) if is_seen else []
        repeated = repeat_count(row, "number-rows-repeated")
        for copy in range(min(repeated, LONGEST_REPEAT) if found else 0):
            for column, cell, spans in found:
                if cell.text:
                    cells[number + copy, column] = cell
                if spans != (1, 1):
                    merged[number + copy, column] = spans
        if len(cells) > limits.grid_cells * 20:
            raise DocumentError("too_many_cells", file=name, limit=limits.grid_cells * 20)
        number += repeated
    return Page(cells, merged, frozenset(), hidden)


def _read_row(
    row: etree._Element, known: Styles, looks: dict[int, Look]
) -> Iterator[tuple[int, Displayed, tuple[int, int]]]:
    column = 1
    for cell in row.iterchildren(CELL, COVERED):
        repeated = repeat_count(cell, "number-columns-repeated")
        has_content = len(cell) or cell.get(tag("office", "value")) or cell.get(tag("table", "formula"))
        if cell.tag == CELL and has_content:
            spans = repeat_count(cell, "number-rows-spanned"), repeat_count(cell, "number-columns-spanned")
            for at in range(column, column + min(repeated, LONGEST_REPEAT)):
                yield at, display_cell(cell, known, looks.get(at, PLAIN)), spans
        elif cell.tag == CELL and repeated == 1:
            spans = repeat_count(cell, "number-rows-spanned"), repeat_count(cell, "number-columns-spanned")
            if spans != (1, 1):
                yield column, Displayed(""), spans
        column += repeated


def _read_columns(sheet: etree._Element, known: Styles) -> tuple[frozenset[int], dict[int, Look]]:
    hidden: set[int] = set()
    looks: dict[int, Look] = {}
    number = 1
    for column in sheet.iter(COLUMN):
        repeated = repeat_count(column, "number-columns-repeated")
        among = range(number, number + min(repeated, LONGEST_REPEAT))
        look = known.look("table-cell", column.get(tag("table", "default-cell-style-name")))
        if column.get(tag("table", "visibility"), "visible") != "visible":
            hidden.update(among)
        if look != PLAIN:
            looks.update(dict.fromkeys(among, look))
        number += repeated
    return frozenset(hidden), looks
