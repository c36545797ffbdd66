"""Tables → CSV and Parquet, whole or in pieces.

CSV is UTF-8 with a byte order mark, so that spreadsheets keep the Chinese. Text that a spreadsheet would run as a
formula is neutralised with an apostrophe; negative numbers stay numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import IO

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

NOTES_KEY = "countyscope"
"""Where a Parquet file has its notes, as JSON."""
FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""What a spreadsheet may take for the beginning of a formula; Chinese ones take the full-width signs as well, and a tab
or a line break before a sign is passed over."""


def render_csv(table: pd.DataFrame, *, byte_order_mark: bool = True, header: bool = True) -> bytes:
    """The table as CSV; missing values are empty fields."""
    encoding = "utf-8-sig" if byte_order_mark else "utf-8"
    return _neutralise_table(table).to_csv(index=False, header=header, lineterminator="\r\n").encode(encoding)


def render_csv_pieces(tables: Iterable[pd.DataFrame], *, byte_order_mark: bool = True) -> Iterator[bytes]:
    """Tables with the same columns as one CSV, a piece a table, so that none is held longer than it is written."""
    for index, table in enumerate(tables):
        yield render_csv(table, byte_order_mark=byte_order_mark and index == 0, header=index == 0)


def write_parquet(file: IO[bytes], tables: Iterable[pd.DataFrame], notes: Callable[[], str]) -> None:
    """Tables with the same columns as one Parquet file, a row group a table. Types are kept, nothing is neutralised,
    since no program runs what it finds there. ``notes`` is asked last; it becomes the file's metadata."""
    writer: pq.ParquetWriter | None = None
    for table in tables:
        rows = pa.Table.from_pandas(table, _build_schema(table), preserve_index=False)
        writer = writer or pq.ParquetWriter(file, rows.schema)
        writer.write_table(rows)
    if writer is not None:
        writer.add_key_value_metadata({NOTES_KEY: notes()})
        writer.close()


def _build_schema(table: pd.DataFrame) -> pa.Schema:
    """One type a column whatever a single table holds: a column without any value is still text or a number."""
    types: dict[str, pa.DataType] = {
        "float64": pa.float64(),
        "Int16": pa.int16(),
        "bool": pa.bool_(),
        "int64": pa.int64(),
    }
    return pa.schema([(name, types.get(str(table[name].dtype), pa.string())) for name in table.columns])


def _neutralise_table(table: pd.DataFrame) -> pd.DataFrame:
    out = table.copy()
    for name in out.columns:
        if out[name].dtype in ("str", "object"):
            out[name] = out[name].map(neutralise, na_action="ignore")
        elif out[name].dtype == "float64":
            # 530, not 530.0: counts are printed as counts.
            out[name] = pd.Series([_convert_count(value) for value in out[name]], index=out.index, dtype="object")
    return out.rename(columns=neutralise)


def _convert_count(value: float) -> float | int:
    return int(value) if value.is_integer() else value


def neutralise(text: object) -> object:
    """The text, with an apostrophe before it where a spreadsheet would take it for a formula."""
    if isinstance(text, str) and text.startswith(FORMULA_STARTS):
        return f"'{text}"
    return text
