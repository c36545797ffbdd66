"""A spreadsheet file (XLSX, XLSB, XLS, ET) → Document: every visible sheet a Grid, with its merged cells as spans.

A sheet whose first row names the columns of a figures sheet makes the document one. A cell gives what it shows, by
its number format and font; where a format is not known (XLSB), its numbers are in doubt.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from analytics.documents.containers.packed import open_archive, read_part
from analytics.documents.invisible import remove_invisible
from analytics.documents.model import Block, Cell, Document, Format, Grid, Place
from analytics.documents.numberformat import NUMBER_FORMAT, Displayed, display_general
from analytics.documents.sheets import sheet, xls, xlsx
from analytics.documents.sheets.sheetmodel import Merged, Page, Seen, find_seen_rows
from analytics.errors import DocumentError
from analytics.settings import Limits

STREAMS = frozenset({"Workbook", "Book"})
"""Streams of a compound file that is one: XLS, and ET of WPS Office."""

_CELL = re.compile(rb"<(?:\w+:)?(?:c\s[^>]{0,80}?\br=\"([A-Za-z]{1,9})(\d{1,20})|row\s[^>]{0,200}?\br=\"(\d{1,20}))")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_FARTHEST = 10_000_000
"""Fields between the first and the last cell of a sheet: the reader makes room for each of them."""


def read_packed(data: bytes, *, name: str, sha256: str, limits: Limits) -> Document:
    """Read an archive (XLSX, XLSB). Raises DocumentError where it is damaged or unpacks too large."""
    with open_archive(data, name=name, limits=limits) as archive:
        for member in archive.namelist():
            if _SHEET.fullmatch(member):
                _refuse_far_cells(archive, member, name, limits)
        if xlsx.MAIN in archive.namelist():
            try:
                pages = xlsx.read_pages(archive, name=name, limits=limits)
            except (ValueError, IndexError) as reason:  # numbers that are none
                raise DocumentError("workbook_broken", file=name, reason=str(reason)) from reason
            return build_document(pages, reader="xlsx", name=name, sha256=sha256, limits=limits)
    return _read_by_values(data, name=name, sha256=sha256, limits=limits)


def _refuse_far_cells(archive: zipfile.ZipFile, member: str, name: str, limits: Limits) -> None:
    """One cell at the far corner of a sheet would claim room for seventeen thousand million."""
    last_row = last_column = 0
    for found in _CELL.finditer(read_part(archive, member, name=name, limits=limits)):
        column = 0
        for letter in (found[1] or b"").upper():
            column = column * 26 + letter - 64
        last_row, last_column = max(last_row, int(found[2] or found[3])), max(last_column, column)
    if last_row * max(1, last_column) > _FARTHEST:
        raise DocumentError("too_many_cells", file=name, limit=_FARTHEST)


def read(data: bytes, *, name: str, sha256: str, limits: Limits) -> Document:
    """Read a compound file (XLS, ET). Raises DocumentError where it is damaged, locked, or has too many cells."""
    try:
        pages = xls.read_pages(data)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001
        # The library knows files of Microsoft's program best; the other one may still read this one's values.
        return _read_by_values(data, name=name, sha256=sha256, limits=limits)
    return build_document(pages, reader="xls", name=name, sha256=sha256, limits=limits)


def _read_by_values(data: bytes, *, name: str, sha256: str, limits: Limits) -> Document:
    """Read the values of every visible sheet, whose formats are not known: every number is in doubt."""
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            sheet_names = [
                metadata.name
                for metadata in book.sheets_metadata
                if metadata.typ is SheetTypeEnum.WorkSheet and metadata.visible is SheetVisibleEnum.Visible
            ]
            pages = [_read_page(book.get_sheet_by_name(sheet_name)) for sheet_name in sheet_names]
    except MemoryError:
        raise
    except Exception as reason:  # each format behind this library raises errors of its own
        raise DocumentError("workbook_broken", file=name, reason=str(reason)) from reason
    except BaseException as reason:
        if type(reason).__name__ != "PanicException":
            raise
        raise DocumentError("workbook_broken", file=name, reason="damaged") from reason
    return build_document(pages, reader="calamine", name=name, sha256=sha256, limits=limits)


def build_document(pages: list[Page], *, reader: str, name: str, sha256: str, limits: Limits) -> Document:
    """The document that these sheets make: a figures sheet or a form. Raises DocumentError where they are empty or
    have too many cells."""
    if sum(len(page.cells) for page in pages) > limits.grid_cells * 20:
        raise DocumentError("too_many_cells", file=name, limit=limits.grid_cells * 20)
    filled = [sheet for sheet in map(find_seen_rows, pages) if sheet[0]]
    if not filled:
        raise DocumentError("empty_file", file=name)
    if sheet.is_header([cell.text for _, cell in filled[0][0][0][1]]):
        rows = [[(number, [cell.text for _, cell in row]) for number, row in sheet_rows] for sheet_rows, _, _ in filled]
        return sheet.build_document(rows, name=name, sha256=sha256, encoding=None, limits=limits)
    return _build_form(filled, reader=reader, name=name, sha256=sha256, limits=limits)


def _read_page(found: CalamineSheet) -> Page:
    top, left = found.start or (0, 0)
    cells = {
        (row, left + column): cell
        for row, fields in enumerate(found.to_python(skip_empty_area=True), start=top + 1)
        for column, value in enumerate(fields, start=1)
        if (cell := _print_value(value)).text
    }
    merged = {
        (first_row + 1, first + 1): (last_row - first_row + 1, last - first + 1)
        for (first_row, first), (last_row, last) in found.merged_cell_ranges or ()
    }
    return Page(cells, merged)


def _print_value(value: object) -> Displayed:
    if isinstance(value, float | int) and not isinstance(value, bool):
        return Displayed(display_general(float(value)).text, NUMBER_FORMAT)
    text = "\n".join(" ".join(line.split()) for line in remove_invisible(str(value)).split("\n")).strip()
    return Displayed(text)


def _build_form(sheets: list[Seen], *, reader: str, name: str, sha256: str, limits: Limits) -> Document:
    blocks: list[Block] = []
    count = 0
    for grids, (rows, merged, covered) in enumerate(sheets):
        element = len(blocks)
        cells = tuple(
            tuple(_build_cells(row, number, merged, covered, Place(element, None, grids, index)))
            for index, (number, row) in enumerate(rows)
        )
        count += sum(map(len, cells))
        if count > limits.grid_cells:
            raise DocumentError("too_many_cells", file=name, limit=limits.grid_cells)
        blocks.append(Grid(cells, Place(element, grid=grids)))
    lines = [
        text.text
        for block in blocks
        if isinstance(block, Grid)
        for row in block.rows[:_TITLES]
        for text in row
        if text.text and len([cell for cell in row if cell.text]) == 1
    ]
    return Document(
        name=name,
        sha256=sha256,
        format=Format.WORKBOOK,
        reader=reader,
        blocks=tuple(blocks),
        titles=tuple(lines[:_TITLES]),
    )


_TITLES = 5
"""Rows of a sheet among which its title stands."""


def _build_cells(
    row: list[tuple[int, Displayed]], number: int, merged: Merged, covered: set[tuple[int, int]], place: Place
) -> Iterator[Cell]:
    for column, cell in row:
        if (number, column) not in covered:
            rowspan, colspan = merged.get((number, column), (1, 1))
            at = place._replace(column=column - 1, line=number)
            yield Cell(cell.text, at, rowspan, colspan, None, cell.doubt)
