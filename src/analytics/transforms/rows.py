"""Rows of a frame, one at a time."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Iterator
from functools import cache
from typing import Any

import pandas as pd


def each_row(frame: pd.DataFrame) -> Iterator[Any]:
    """Rows as named tuples. Their fields are the frame's columns, which no type checker can know.

    The frame is turned into objects at once: ``itertuples`` asks every column by itself, which takes five times as
    long where columns are many and rows few, as behind a chart.
    """
    return map(_make_row_type(tuple(frame.columns))._make, frame.to_numpy(dtype=object).tolist())


def zip_columns(frame: pd.DataFrame, *names: str) -> Iterator[tuple[Any, ...]]:
    """Rows of a few columns as tuples: what reads some dozen rows needs no frame of them."""
    return zip(*(frame[name].tolist() for name in names), strict=True)


def hold_text_as_objects(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with its text in one block of objects, NaN for what is missing: of some dozen rows, what selects them
    asks every column of strings by itself, which takes five times as long."""
    texts = [name for name, kind in frame.dtypes.items() if isinstance(kind, pd.StringDtype)]
    return frame.astype(dict.fromkeys(texts, object)).copy()


@cache
def _make_row_type(names: tuple[str, ...]) -> Any:
    return namedtuple("Row", names)
