"""The formats of files with rows, each declared once, and how rows and their notes become one of them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import IO

import pandas as pd

from analytics.errors import SelectionError
from analytics.exports.files import render_csv_pieces, write_parquet
from analytics.exports.notes import Notes, render_json, render_markdown
from analytics.exports.workbook import write_workbook


class FileFormat(StrEnum):
    """A format by the ending of its files, in the order in which they are offered. ``MARKDOWN`` has the notes alone."""

    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"
    MARKDOWN = "md"

    @property
    def media_type(self) -> str:
        """What an answer over HTTP calls it."""
        return _MEDIA_TYPES[self]


_MEDIA_TYPES = {
    FileFormat.CSV: "text/csv; charset=utf-8",
    FileFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileFormat.PARQUET: "application/vnd.apache.parquet",
    FileFormat.MARKDOWN: "text/markdown; charset=utf-8",
}


def find_format(ending: str) -> FileFormat:
    """The format with this ending, with or without its dot. SelectionError where there is none."""
    plain = ending.removeprefix(".")
    if plain not in set(FileFormat):
        raise SelectionError("format_unknown", format=ending)
    return FileFormat(plain)


@dataclass(frozen=True, slots=True)
class FileParts:
    """What a file is made of. ``tables`` have the same columns and are taken one by one; ``notes`` and ``sheets``, the
    sheets of a workbook that explain its rows, are asked for after the last of them."""

    tables: Iterable[pd.DataFrame]
    notes: Callable[[], Notes]
    sheets: Callable[[], Mapping[str, pd.DataFrame]]
    sheet_name: str


def write_file(file: IO[bytes], file_format: FileFormat, parts: FileParts, *, byte_order_mark: bool = True) -> None:
    """Write the parts in one format; ``byte_order_mark`` is CSV's."""
    match file_format:
        case FileFormat.CSV:
            file.writelines(render_csv_pieces(parts.tables, byte_order_mark=byte_order_mark))
        case FileFormat.XLSX:
            write_workbook(file, parts.sheet_name, parts.tables, parts.sheets)
        case FileFormat.PARQUET:
            write_parquet(file, parts.tables, lambda: render_json(parts.notes()))
        case FileFormat.MARKDOWN:
            for _ in parts.tables:
                pass  # the notes count what passed
            file.write(render_markdown(parts.notes()).encode())


def render_file(file_format: FileFormat, parts: FileParts, *, byte_order_mark: bool = True) -> bytes:
    """The same in memory."""
    stream = io.BytesIO()
    write_file(stream, file_format, parts, byte_order_mark=byte_order_mark)
    return stream.getvalue()
