"""The form, filled with printed cells → workbooks (XLSX), as offices keep the tables of their report."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from analytics.simulate.render import FormSheet, Span, TableRows, build_table_rows, write_heading

_A4, _TALL, _WIDE = 9, 34, 18
"""The paper's number in the format; points and characters that long labels need in merged cells: nothing fits those."""
_CREATED = datetime(2020, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The same sheet gives the same bytes."""


def render_workbook(sheet: FormSheet) -> bytes:
    """All tables below one another on one sheet, spans as merged cells, figures as numbers where they are."""
    return _write_file(lambda book: _write_one_sheet(book, sheet))


def render_sheets(sheet: FormSheet) -> bytes:
    """A sheet for each table, every figure stored as text."""
    return _write_file(lambda book: _write_sheets(book, sheet))


def render_printed_workbook(sheet: FormSheet) -> bytes:
    """All tables on one sheet with ruling lines and wrapped texts, its width fitted to a page."""

    def fill(book: xlsxwriter.Workbook) -> None:
        look = book.add_format({"border": 1, "text_wrap": True, "valign": "vcenter"})
        page = _write_one_sheet(book, sheet, look)
        page.set_default_row(_TALL)
        page.set_column(0, 2, _WIDE)
        page.set_paper(_A4)
        page.fit_to_pages(1, 0)

    return _write_file(fill)


def _write_file(fill: Callable[[xlsxwriter.Workbook], None]) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.set_properties({"created": _CREATED})
        fill(book)
    return file.getvalue()


def _write_one_sheet(book: xlsxwriter.Workbook, sheet: FormSheet, look: Format | None = None) -> Worksheet:
    page = book.add_worksheet()
    row = 0
    for line in (sheet.title, *sheet.notes):
        page.write_string(row, 0, line)
        row += 1
    for table in sheet.editions:
        page.write_string(row, 0, write_heading(table))
        row = _write_table(page, row + 1, build_table_rows(sheet, table), look=look) + 1
    page.write_string(row, 0, write_heading("V"))
    return page


def _write_sheets(book: xlsxwriter.Workbook, sheet: FormSheet) -> None:
    for table in sheet.editions:
        page = book.add_worksheet(str(table))
        for number, line in enumerate((sheet.title, *sheet.notes, write_heading(table))):
            page.write_string(number, 0, line)
        _write_table(page, 3 + len(sheet.notes), build_table_rows(sheet, table), as_text=True)


def _write_table(
    page: Worksheet, top: int, rows: TableRows, *, as_text: bool = False, look: Format | None = None
) -> int:
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows, start=top):
        column = 0
        for span in row:
            while (number, column) in taken:
                column += 1
            _write(page, number, column, span, as_text=as_text, look=look)
            taken |= {(number + down, column + right) for down in range(span.rowspan) for right in range(span.colspan)}
    return top + len(rows)


def _write(page: Worksheet, row: int, column: int, span: Span, *, as_text: bool, look: Format | None) -> None:
    if span.rowspan > 1 or span.colspan > 1:
        page.merge_range(row, column, row + span.rowspan - 1, column + span.colspan - 1, "", look)
    is_number = span.is_figure and span.text.isascii() and span.text.isdecimal() and str(int(span.text)) == span.text
    if is_number and not as_text:
        page.write_number(row, column, int(span.text), look)
    else:
        page.write_string(row, column, span.text, look)


WORKBOOK_MANNERS: Mapping[str, Callable[[FormSheet], bytes]] = {"merged": render_workbook, "sheets": render_sheets}
"""Every manner of workbook by name."""
