"""A spreadsheet file (XLSX, XLSB, XLS, ET, ODS) → Document: every visible sheet a Grid, with its merged cells as spans.

A sheet whose first row names the columns of a figures sheet makes the document one. A sheet gives values, not what
their number format shows: a count is given without decimals, everything else as it is stored.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import pairwise

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from analytics.documents import sheet
from analytics.documents.model import Block, Cell, Document, Format, Grid, Place
from analytics.documents.packed import opened, part
from analytics.errors import DocumentError
from analytics.settings import Limits

PARTS = frozenset({"xl/workbook.xml", "xl/workbook.bin", "content.xml"})
"""Members of an archive that is a spreadsheet file (with ``content.xml``: where its ``mimetype`` says so)."""
STREAMS = frozenset({"Workbook", "Book"})
"""Streams of a compound file that is one: XLS, and ET of WPS Office."""

_CELL = re.compile(rb"<(?:\w+:)?(?:c\s[^>]{0,80}?\br=\"([A-Za-z]{1,9})(\d{1,20})|row\s[^>]{0,200}?\br=\"(\d{1,20}))")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_FARTHEST = 10_000_000
"""Fields between the first and the last cell of a sheet: the reader makes room for each of them."""

Merged = dict[tuple[int, int], tuple[int, int]]


def read_packed(data: bytes, *, name: str, sha256: str, limits: Limits) -> Document:
    """Read an archive (XLSX, XLSB, ODS). Raises DocumentError where it is damaged or unpacks too large."""
    with opened(data, name=name, limits=limits) as archive:
        for member in archive.namelist():
            if _SHEET.fullmatch(member):
                _refuse_far_cells(archive, member, name, limits)
    return read(data, name=name, sha256=sha256, limits=limits)


def _refuse_far_cells(archive: zipfile.ZipFile, member: str, name: str, limits: Limits) -> None:
    """One cell at the far corner of a sheet would claim room for seventeen thousand million."""
    last_row = last_column = 0
    for found in _CELL.finditer(part(archive, member, name=name, limits=limits)):
        column = 0
        for letter in (found[1] or b"").upper():
            column = column * 26 + letter - 64
        last_row, last_column = max(last_row, int(found[2] or found[3])), max(last_column, column)
    if last_row * max(1, last_column) > _FARTHEST:
        raise DocumentError("too_many_cells", file=name, limit=_FARTHEST)


def read(data: bytes, *, name: str, sha256: str, limits: Limits) -> Document:
    """Read every visible sheet. Raises DocumentError where the file is damaged, locked, or has too many cells."""
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            shown = [
                one.name
                for one in book.sheets_metadata
                if one.typ is SheetTypeEnum.WorkSheet and one.visible is SheetVisibleEnum.Visible
            ]
            sheets = [_rows(book.get_sheet_by_name(one)) for one in shown]
    except Exception as reason:  # each format behind this library raises errors of its own
        raise DocumentError("workbook_broken", file=name, reason=str(reason)) from reason
    except BaseException as reason:
        if type(reason).__name__ != "PanicException":
            raise
        raise DocumentError("workbook_broken", file=name, reason="damaged") from reason
    filled = [one for one in sheets if one[0]]
    if not filled:
        raise DocumentError("empty_file", file=name)
    if sheet.is_header([text for _, text in filled[0][0][0][1]]):
        rows = [[(number, [text for _, text in row]) for number, row in one] for one, _ in filled]
        return sheet.of_rows(rows, name=name, sha256=sha256, encoding=None, limits=limits)
    return _form(filled, name=name, sha256=sha256, limits=limits)


_Row = tuple[int, list[tuple[int, str]]]


def _rows(found: CalamineSheet) -> tuple[list[_Row], Merged]:
    """Rows with their number and each cell's column from 1, and spans by (row, column).

    One row is given beyond the last that is filled, and one of several empty ones: the figures of a table that is
    left blank are an empty row, and nothing in the file says so.
    """
    top, left = found.start or (0, 0)
    rows = [
        (number, [(left + column, _printed(field)) for column, field in enumerate(row, start=1)])
        for number, row in enumerate(found.to_python(skip_empty_area=True), start=top + 1)
    ]
    merged = {
        (first_row + 1, first + 1): (last_row - first_row + 1, last - first + 1)
        for (first_row, first), (last_row, last) in found.merged_cell_ranges or ()
    }
    if rows:
        rows.append((rows[-1][0] + 1, [(column, "") for column, _ in rows[-1][1]]))
    kept = [row for before, row in pairwise([(0, []), *rows]) if _is_filled(row) or _is_filled(before)]
    return kept, merged


def _is_filled(row: _Row) -> bool:
    return any(text for _, text in row[1])


def _printed(field: object) -> str:
    if isinstance(field, float):
        return str(int(field)) if field.is_integer() else repr(field)
    return "\n".join(" ".join(line.split()) for line in str(field).split("\n")).strip()


def _form(sheets: list[tuple[list[_Row], Merged]], *, name: str, sha256: str, limits: Limits) -> Document:
    blocks: list[Block] = []
    count = 0
    for grids, (rows, merged) in enumerate(sheets):
        covered = {
            (row + down, column + right)
            for (row, column), (rowspan, colspan) in _within(merged, rows).items()
            for down in range(rowspan)
            for right in range(colspan)
        } - merged.keys()
        element = len(blocks)
        cells = tuple(
            tuple(_cells(row, number, merged, covered, Place(element, None, grids, index)))
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
        if text.text and len([one for one in row if one.text]) == 1
    ]
    return Document(name, sha256, Format.WORKBOOK, "calamine", tuple(blocks), tuple(lines[:_TITLES]))


_TITLES = 5
"""Rows of a sheet among which its title stands."""


def _within(merged: Merged, rows: list[_Row]) -> Merged:
    """Spans cut to the rows that are there: a column merged down to the last row of the program is not worth a set."""
    last_row = rows[-1][0]
    last_column = max(row[-1][0] for _, row in rows)
    return {
        (row, column): (min(rowspan, last_row - row + 1), min(colspan, last_column - column + 1))
        for (row, column), (rowspan, colspan) in merged.items()
        if row <= last_row and column <= last_column
    }


def _cells(
    row: list[tuple[int, str]], number: int, merged: Merged, covered: set[tuple[int, int]], place: Place
) -> Iterator[Cell]:
    for column, text in row:
        if (number, column) not in covered:
            rowspan, colspan = merged.get((number, column), (1, 1))
            yield Cell(text, place._replace(column=column - 1, line=number), rowspan, colspan)
