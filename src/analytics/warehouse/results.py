"""What a query found → a frame with one type a text column, or rows by the names of their columns."""

from __future__ import annotations

from typing import Any

import duckdb
import pandas as pd


def fetch_frame(result: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """What a query found, every text column of one type: an all-NULL one arrives as object."""
    frame = result.df()
    objects = [name for name in frame.columns if frame[name].dtype == object and not _has_lists(frame[name])]
    return frame.astype(dict.fromkeys(objects, "str")) if objects else frame


def _has_lists(column: pd.Series) -> bool:
    return any(hasattr(value, "__len__") and not isinstance(value, str) for value in column)


def fetch_records(result: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    """What a query found: rows by the names of their columns."""
    names = [column[0] for column in result.description or ()]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]
