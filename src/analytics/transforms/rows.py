"""Rows of a frame, one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd


def each_row(frame: pd.DataFrame) -> Iterator[Any]:
    """Rows as named tuples. Their fields are the frame's columns, which no type checker can know."""
    return iter(frame.itertuples())
