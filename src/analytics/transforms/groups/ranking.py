"""Organs in order: one measure, one year, by value or by change, ties shared, small bases left out and counted.

A rank is of those that can be compared: organs below the least base, with a suspected change of coverage or without a
value have none, and are counted by reason. Nothing says which end is better.
"""

from __future__ import annotations

from enum import StrEnum
from math import sqrt
from typing import Any

import numpy as np
import pandas as pd

from analytics.transforms.rows import each_row
from analytics.vocabulary.measures import Measure, Unit

LEAST_BASE = 30
"""Applications answered, or cases: below, a rate says more of chance than of conduct."""
_Z = 1.959963984540054
"""The normal quantile of 97.5 %."""


class By(StrEnum):
    """What is ranked."""

    VALUE = "value"
    DIFFERENCE = "difference"
    PERCENT = "percent"


def rank_organs(
    changes: pd.DataFrame,
    measure: Measure,
    *,
    year: int,
    by: By = By.VALUE,
    least_base: int = LEAST_BASE,
    include_suspected: bool = False,
    from_lowest: bool = False,
) -> pd.DataFrame:
    """The rows of ``year`` with ``rank`` (1 is the highest, or ``from_lowest`` the lowest; ties share the better one)
    and ``left_out`` (reason, None where ranked), in order of the rank; and against the year before: ``rank_previous``,
    ``ranked`` and ``ranked_previous`` (of how many in either year), ``rank_change`` (positive: nearer to the first
    place, among the ``ranked_both`` organs that have a rank in both years) and ``is_new`` (ranked now, not before).

    Requires the changes of one measure for ``year`` and the year before. The base is a rate's denominator, a count's
    value of the year before where its change is ranked.
    """
    years = changes["year"].to_numpy(dtype=float, na_value=np.nan)
    earlier = changes[list(dict.fromkeys((*_RANKED_BY, by)))]
    now, before = (
        _rank_rows(
            rows,
            measure,
            by,
            least_base=least_base,
            include_suspected=include_suspected,
            from_lowest=from_lowest,
        )
        for rows in (changes[years == year], earlier[years == year - 1])
    )
    previous = before.set_index("organ_id")["rank"]
    now["rank_previous"] = now["organ_id"].map(previous).astype("Int64")
    now["ranked"], now["ranked_previous"] = int(now["rank"].notna().sum()), int(previous.notna().sum())
    # A place gained because another organ has no report this year is none: places are counted among those of both.
    is_both = now["rank"].notna() & now["rank_previous"].notna()
    places, places_previous = (now[column].where(is_both).rank(method="min") for column in ("rank", "rank_previous"))
    now["ranked_both"] = int(is_both.sum())
    now["rank_change"] = (places_previous - places).astype("Int64")
    now["is_new"] = now["rank"].notna() & now["rank_previous"].isna() & bool(previous.notna().any())
    return now.sort_values(["rank", "organ_id"], na_position="last").reset_index(drop=True)


def _rank_rows(
    rows: pd.DataFrame, measure: Measure, by: By, *, least_base: int, include_suspected: bool, from_lowest: bool
) -> pd.DataFrame:
    out = rows.copy()
    out["left_out"] = _find_left_out(out, measure, by, least_base, include_suspected)
    kept = out[by].where(out["left_out"].isna())
    out["rank"] = kept.rank(method="min", ascending=from_lowest).astype("Int64")
    return out


def _find_left_out(rows: pd.DataFrame, measure: Measure, by: By, least_base: int, include_suspected: bool) -> pd.Series:
    reason = np.full(len(rows), None, dtype=object)
    base = _choose_base(rows, measure, by)
    if base is not None:
        reason[~(base.to_numpy(dtype=float) >= least_base)] = "small_base"
    if not include_suspected and by is not By.VALUE:
        reason[rows["is_coverage_suspected"].to_numpy(dtype=bool)] = "coverage_suspected"
    reason[rows["stated_by_year"].notna().to_numpy()] = "stated_by_another_year"
    reason[rows[by].isna().to_numpy()] = "no_value"
    return pd.Series(reason, index=rows.index, dtype="object")


_RANKED_BY = ("organ_id", "denominator", "value_previous", "is_coverage_suspected", "stated_by_year")
"""What a rank rests on beside the values ranked."""


def _choose_base(rows: pd.DataFrame, measure: Measure, by: By) -> pd.Series | None:
    if measure.is_rate:
        return rows["denominator"]
    return rows["value_previous"] if by is By.PERCENT else None


def count_left_out(rows: pd.DataFrame, by: By) -> pd.Series:
    """How many organs have no rank, by reason, most first. Where there is no value the reason is its own: the status of
    the value, or why there is no change (keys ``status.…``, ``reason.…``, else ``left_out.…``)."""
    out = rows[rows["left_out"].notna()]
    if by is By.VALUE:
        absent = "status." + out["status"].astype("object")
    else:
        reason = out["absent_reason"].where(out["absent_reason"].notna(), out["percent_absent_reason"])
        absent = "reason." + reason.astype("object")
    reasons = absent.where(out["left_out"] == "no_value", "left_out." + out["left_out"])
    return reasons.value_counts()


def add_intervals(rows: pd.DataFrame, measure: Measure) -> pd.DataFrame:
    """Add ``low`` and ``high``, the Wilson interval of 95 % of a share, from its counts; NA for anything else, and
    where the counts are no part of a whole."""
    found = [_find_interval(row) if measure.unit is Unit.SHARE else (_NAN, _NAN) for row in each_row(rows)]
    return rows.assign(low=[low for low, _ in found], high=[high for _, high in found])


_NAN = float("nan")


def _find_interval(row: Any) -> tuple[float, float]:
    part, whole = row.numerator, row.denominator
    if pd.isna(part) or pd.isna(whole) or not 0 <= part <= whole or whole == 0:
        return _NAN, _NAN
    return compute_wilson_interval(int(part), int(whole))


def compute_wilson_interval(part: int, whole: int) -> tuple[float, float]:
    """The score interval of 95 % of a share: Wilson, E. B. (1927), Probable inference, the law of succession, and
    statistical inference, JASA 22 (158), 209-212."""
    share, weight = part / whole, _Z**2 / whole
    centre = (share + weight / 2) / (1 + weight)
    half = _Z / (1 + weight) * sqrt(share * (1 - share) / whole + weight / (4 * whole))
    # At its ends a share's interval ends there exactly; rounding would leave it a hair beside.
    return (0.0 if part == 0 else centre - half), (1.0 if part == whole else centre + half)
