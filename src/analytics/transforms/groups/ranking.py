"""Organs in order: one measure, one year, by value or by change, ties shared, small bases left out and counted.

A rank is of those that can be compared: organs below the least base, with a suspected change of coverage or without a
value have none, and are counted by reason. Nothing says which end is better.
"""

from __future__ import annotations

from enum import StrEnum
from math import sqrt
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.transforms.rows import each_row
from analytics.vocabulary.measures import Measure, Unit

LEAST_RANKED_BASE = 30
"""Applications answered, or cases: below, a rate says more of chance than of conduct."""
_Z = 1.959963984540054
"""The normal quantile of 97.5 %."""
Numbers = npt.NDArray[np.float64]
Reasons = npt.NDArray[np.object_]


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
    least_base: int = LEAST_RANKED_BASE,
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
    organs = changes["organ_id"].to_numpy(dtype=np.int64)
    left_out = _find_left_out(changes, measure, by, least_base, include_suspected)
    values = changes[by].to_numpy(dtype=float, na_value=np.nan)
    kept = np.where([reason is None for reason in left_out], values if from_lowest else -values, np.nan)
    here, before = np.flatnonzero(years == year), np.flatnonzero(years == year - 1)
    places, places_before = _rank(kept[here]), _rank(kept[before])
    of_organ = dict(zip(organs[before].tolist(), places_before.tolist(), strict=True))
    previous = np.array([of_organ.get(organ, np.nan) for organ in organs[here].tolist()], dtype=float)
    # A place gained because another organ has no report this year is none: places are counted among those of both.
    is_both = ~np.isnan(places) & ~np.isnan(previous)
    gained = _rank(np.where(is_both, previous, np.nan)) - _rank(np.where(is_both, places, np.nan))
    ranked_previous = int((~np.isnan(places_before)).sum())
    order = np.lexsort((organs[here], places))  # NaN comes last
    return (
        changes.iloc[here[order]]
        .reset_index(drop=True)
        .assign(
            left_out=pd.Series(left_out[here[order]], dtype="object"),
            rank=_write_places(places[order]),
            rank_previous=_write_places(previous[order]),
            ranked=int((~np.isnan(places)).sum()),
            ranked_previous=ranked_previous,
            ranked_both=int(is_both.sum()),
            rank_change=_write_places(gained[order]),
            is_new=(~np.isnan(places) & np.isnan(previous) & bool(ranked_previous))[order],
        )
    )


def _rank(values: Numbers) -> Numbers:
    """Places from 1 for the smallest; ties share the better one, NaN has none."""
    ordered = np.sort(values[~np.isnan(values)])
    return np.where(np.isnan(values), np.nan, np.searchsorted(ordered, values) + 1)


def _write_places(values: Numbers) -> pd.api.extensions.ExtensionArray:
    return pd.arrays.IntegerArray(np.nan_to_num(values).astype(np.int64), np.isnan(values))


def _find_left_out(rows: pd.DataFrame, measure: Measure, by: By, least_base: int, include_suspected: bool) -> Reasons:
    reason = np.full(len(rows), None, dtype=object)
    base = _choose_base(rows, measure, by)
    if base is not None:
        reason[~(base.to_numpy(dtype=float) >= least_base)] = "below_least_base"
    if not include_suspected and by is not By.VALUE:
        reason[rows["is_coverage_suspected"].to_numpy(dtype=bool)] = "coverage_suspected"
    reason[rows["stated_by_year"].notna().to_numpy()] = "stated_by_another_year"
    reason[rows[by].isna().to_numpy()] = "no_value"
    return reason


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
