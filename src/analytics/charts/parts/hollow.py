"""Which values are drawn hollow: those that no table of the year's own report prints, corrected ones among them."""

from __future__ import annotations

from typing import Any

from analytics.transforms.series.prose import STATED_IN_PROSE
from analytics.words.numbers import is_missing


def is_hollow(row: Any) -> bool:
    """Whether another year's report states the value of a row [status, stated_by_year, is_corrected], only prose does,
    or a correction has part in it."""
    is_corrected = bool(getattr(row, "is_corrected", False))
    return is_corrected or row.status == STATED_IN_PROSE or not is_missing(row.stated_by_year)
