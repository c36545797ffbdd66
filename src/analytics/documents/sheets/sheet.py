"""Figures collected by hand (CSV, or rows of a workbook) → Document: one Grid a sheet, first row as printed.

Only the shape is read here; which columns a figures sheet must have is known by ``reports.sheet``.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from analytics.documents.model import Cell, Document, Format, Grid, Place
from analytics.errors import DocumentError
from analytics.settings import Limits

_DELIMITERS = (",", "\t", ";")
_MARKERS = frozenset({"organ", "year", "table", "line", "column", "value", "printed", "evidence_kind"})
"""Column names of a figures sheet: three of them in the first line tell a sheet from prose with commas."""
_FEWEST_MARKERS = 3


def is_sheet(content: str) -> bool:
    """Whether the first line names columns of a figures sheet."""
    first = content.lstrip("\ufeff").split("\n", 1)[0]
    return is_header(_split(first, _find_delimiter(first)))


def is_header(fields: Iterable[str]) -> bool:
    """Whether these are names of columns of a figures sheet."""
    return len(_MARKERS & {field.strip().lower() for field in fields}) >= _FEWEST_MARKERS


def read_csv(content: str, *, name: str, sha256: str, encoding: str, limits: Limits) -> Document:
    """Read comma-, semicolon- or tab-separated values with quotes; rows may differ in length."""
    content = content.lstrip("\ufeff")
    reader = csv.reader(io.StringIO(content), delimiter=_find_delimiter(content.split("\n", 1)[0]))
    try:
        rows = [(reader.line_num, row) for row in reader if any(field.strip() for field in row)]
    except csv.Error as reason:
        raise DocumentError("sheet_broken", file=name, line=reader.line_num, reason=str(reason)) from reason
    return build_document([rows], name=name, sha256=sha256, encoding=encoding, limits=limits)


def build_document(
    sheets: list[list[tuple[int, list[str]]]], *, name: str, sha256: str, encoding: str | None, limits: Limits
) -> Document:
    """Sheets given as (line, fields) of each row → Document. Raises DocumentError where there are too many cells."""
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
    return Document(
        name=name,
        sha256=sha256,
        format=Format.SHEET,
        reader="sheet",
        blocks=grids,
        titles=(),
        published=None,
        encoding=encoding,
    )


def _find_delimiter(line: str) -> str:
    return max(_DELIMITERS, key=line.count)


def _split(line: str, delimiter: str) -> list[str]:
    return [part.strip().strip('"').lower() for part in line.split(delimiter)]
