"""Tables → a workbook with everything that explains them, written row by row: what was written is not held.

Text is written as text, never as a formula or a link; numbers stay numbers, missing values stay empty.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import IO, Any

import pandas as pd
import xlsxwriter

from analytics.errors import SelectionError

MOST_ROWS = 1_048_575
"""Rows of a sheet below its header."""
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_WIDTHS = (8, 42)


def refuse_too_many(rows: int) -> None:
    """SelectionError where a sheet cannot hold so many rows."""
    if rows > MOST_ROWS:
        raise SelectionError("too_many_rows", rows=f"{rows:,}", most=f"{MOST_ROWS:,}")


def write_workbook(
    file: IO[bytes], name: str, tables: Iterable[pd.DataFrame], explained: Callable[[], Mapping[str, pd.DataFrame]]
) -> None:
    """Tables with the same columns as the sheet ``name``, then the sheets of ``explained``, which is asked last."""
    packed = io.BytesIO()  # an archive that a full disk cut short would complain once more when it is let go
    with xlsxwriter.Workbook(packed, _OPTIONS) as book:
        _write_sheet(book, name, tables)
        for title, table in explained().items():
            _write_sheet(book, title, [table])
    file.write(packed.getbuffer())


def _write_sheet(book: Any, name: str, tables: Iterable[pd.DataFrame]) -> None:
    sheet = book.add_worksheet(name[:31])
    sheet.freeze_panes(1, 0)
    bold, at = book.add_format({"bold": True}), 0
    for table in tables:
        if at == 0:
            _write_head(sheet, table, bold)
            at = 1
        for row in table.astype("object").where(table.notna(), None).itertuples(index=False, name=None):
            for column, value in enumerate(row):
                _write_cell(sheet, at, column, value)
            at += 1


def _write_head(sheet: Any, table: pd.DataFrame, bold: Any) -> None:
    for column, name in enumerate(table.columns):
        sample = max((len(str(value)) for value in table[name].head(50).dropna()), default=0)
        sheet.set_column(column, column, min(max(len(str(name)) * 2, sample * 1.6, _WIDTHS[0]), _WIDTHS[1]))
        sheet.write_string(0, column, str(name), bold)


def _write_cell(sheet: Any, row: int, column: int, value: object) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, (int, float)):
        sheet.write_number(row, column, value)
    else:
        sheet.write_string(row, column, value.isoformat()[:10] if isinstance(value, date) else str(value))
