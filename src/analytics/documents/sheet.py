"""CSV and XLSX → Document: one Grid a sheet, first row as printed.

Only the shape is read here; which columns a figures sheet must have is known by ``reports.sheet``.
"""

from __future__ import annotations

import csv
import io
import zipfile

from python_calamine import CalamineError, CalamineWorkbook

from analytics.documents.model import Cell, Document, Format, Grid, Place
from analytics.errors import DocumentError
from analytics.settings import Limits

_DELIMITERS = (",", "\t", ";")
_MARKERS = frozenset({"organ", "year", "table", "line", "column", "value", "printed", "evidence_kind"})
"""Column names of a figures sheet: three of them in the first line tell a sheet from prose with commas."""


def looks_like_sheet(content: str) -> bool:
    """Whether the first line names columns of a figures sheet."""
    first = content.lstrip("\ufeff").split("\n", 1)[0]
    return len(_MARKERS & set(_split(first, _delimiter(first)))) >= 3


def read_csv(content: str, *, name: str, sha256: str, encoding: str, limits: Limits) -> Document:
    """Read comma-, semicolon- or tab-separated values with quotes; rows may differ in length."""
    content = content.lstrip("\ufeff")
    reader = csv.reader(io.StringIO(content), delimiter=_delimiter(content.split("\n", 1)[0]))
    try:
        rows = [(reader.line_num, row) for row in reader if any(field.strip() for field in row)]
    except csv.Error as reason:
        raise DocumentError("sheet_broken", file=name, line=reader.line_num, reason=str(reason)) from reason
    return _document([rows], name=name, sha256=sha256, encoding=encoding, limits=limits)


def read_workbook(data: bytes, *, name: str, sha256: str, limits: Limits) -> Document:
    """Read every sheet of an XLSX workbook. Raises DocumentError where it is damaged or unpacks too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            unpacked = sum(entry.file_size for entry in packed.infolist())
        if unpacked > 4 * limits.document_bytes:
            raise DocumentError(
                "too_large", file=name, size_mb=unpacked / 1e6, limit_mb=4 * limits.document_bytes / 1e6
            )
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [book.get_sheet_by_name(one).to_python() for one in book.sheet_names]
    except (CalamineError, zipfile.BadZipFile, OSError) as reason:
        raise DocumentError("sheet_broken", file=name, line=0, reason=str(reason)) from reason
    rows = [
        [(number, [_printed(field) for field in row]) for number, row in enumerate(one, start=1) if any(row)]
        for one in sheets
    ]
    return _document(rows, name=name, sha256=sha256, encoding=None, limits=limits)


def _document(
    sheets: list[list[tuple[int, list[str]]]], *, name: str, sha256: str, encoding: str | None, limits: Limits
) -> Document:
    if sum(len(row) for rows in sheets for _, row in rows) > limits.grid_cells * 20:
        raise DocumentError("too_many_cells", file=name, limit=limits.grid_cells * 20)
    grids = tuple(
        Grid(
            tuple(
                tuple(
                    Cell(field.strip(), Place(element, None, element, row, column, line))
                    for column, field in enumerate(fields)
                )
                for row, (line, fields) in enumerate(rows)
            ),
            Place(element, grid=element, line=1),
        )
        for element, rows in enumerate(filter(None, sheets))
    )
    return Document(name, sha256, Format.SHEET, "sheet", grids, (), None, encoding)


def _printed(field: object) -> str:
    if isinstance(field, float) and field.is_integer():
        return str(int(field))
    return str(field)


def _delimiter(line: str) -> str:
    return max(_DELIMITERS, key=line.count)


def _split(line: str, delimiter: str) -> list[str]:
    return [part.strip().strip('"').lower() for part in line.split(delimiter)]
