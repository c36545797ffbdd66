"""Series → change against the year before, by joining on year − 1, never against the previous row.

A change is *computed* from two reports, or *reported*: stated by one report's own 本年增/减. Both are kept where both
exist, and a disagreement is flagged. An absent change has its reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import numpy as np
import pandas as pd

from analytics.transforms.series.complete import NO_POPULATION, NO_REPORT, NOT_CONVERTED, ZERO_DENOMINATOR
from analytics.transforms.series.prose import NOT_IN_PROSE, STATED_IN_PROSE
from analytics.vocabulary.measures import LEAST_OF_EITHER_YEAR, SMALL_BASE, SUSPECTED_FACTOR, Measure
from analytics.vocabulary.terms import HAS_VALUE, HAS_VALUE_KEYS, Status

Number = TypeVar("Number", float, pd.Series)
COMPUTED, REPORTED = "computed", "reported"
NO_REPORT_PREVIOUS = "no_report_previous"
EDITION_BREAK = "edition_break"
PREVIOUS_ZERO = "previous_zero"
PROSE_BESIDE_TABLE = "prose_beside_table"
"""One of the two values is a table's and the other only prose's: they are not subtracted."""


def add_year_over_year(series: pd.DataFrame, measures: Sequence[Measure], figures: pd.DataFrame) -> pd.DataFrame:
    """Add to the series of some measures: value_previous, status_previous, difference, percent (0.1 = ten per cent),
    basis, absent_reason, percent_absent_reason, is_coverage_suspected, is_small_base, reported_difference, disagrees.

    ``figures`` holds the reported changes. A rate's difference is in its own unit and has no percent.
    """
    out = _add_previous(series)
    is_rate = out["measure"].isin([measure.key for measure in measures if measure.is_rate])
    out["reported_difference"] = _find_reported(out, measures, figures)
    in_table, in_prose = (
        out["status"].isin(of_kind) & out["status_previous"].isin(of_kind)
        for of_kind in (HAS_VALUE_KEYS, (STATED_IN_PROSE,))
    )
    computed = (in_table | in_prose) & out["stated_by_year"].isna() & out["stated_previous"].isna()
    from_report = out["status"].isin(HAS_VALUE_KEYS) & out["reported_difference"].notna() & ~computed
    difference = out["value"] - out["value_previous"]
    out["difference"] = difference.where(computed, out["reported_difference"].where(from_report))
    out["basis"] = (
        pd.Series(np.select([computed, from_report], [COMPUTED, REPORTED], default=""), index=out.index)
        .replace("", pd.NA)
        .astype("str")
    )
    base = out["value_previous"].where(computed, out["value"] - out["reported_difference"])
    out["percent"] = (out["difference"] / base.where(base != 0)).where(~is_rate)
    out["value_previous"] = out["value_previous"].where(~from_report, base)
    out["absent_reason"] = _find_absent_reason(out)
    no_percent = out["difference"].notna() & out["percent"].isna() & ~is_rate
    out["percent_absent_reason"] = no_percent.map({True: PREVIOUS_ZERO, False: None}).astype("object")
    out["is_small_base"] |= out["difference"].notna() & (base.abs() < SMALL_BASE) & ~is_rate
    out["is_coverage_suspected"] = _find_suspected(out, base, measures)
    stated = out["reported_difference"].notna() & computed
    out["disagrees"] = stated & ((out["reported_difference"] - difference).abs() > 1e-9)
    return out


def _is_held(out: pd.DataFrame) -> pd.Series:
    return out["status"].isin(HAS_VALUE_KEYS) & out["stated_by_year"].isna()


def _add_previous(series: pd.DataFrame) -> pd.DataFrame:
    before = series[["organ_id", "year", "measure", "value", "status", "edition", "stated_by_year"]].copy()
    before["year"] = before["year"] + 1
    names = {"value": "value_previous", "status": "status_previous", "edition": "edition_previous",
             "stated_by_year": "stated_previous"}  # fmt: skip
    out = series.merge(before.rename(columns=names), on=["organ_id", "year", "measure"], how="left")
    out["status_previous"] = out["status_previous"].where(out["status_previous"].notna(), NO_REPORT)
    return out


def _find_reported(out: pd.DataFrame, chosen_measures: Sequence[Measure], figures: pd.DataFrame) -> pd.Series:
    measures = {measure.change_cell: measure.key for measure in chosen_measures if measure.change_cell is not None}
    stated = figures[figures["cell"].isin(list(measures)) & figures["status"].isin(HAS_VALUE_KEYS)]
    if stated.empty:
        return pd.Series(np.nan, index=out.index)
    keys = ["organ_id", "year", "measure"]
    keyed = stated[["organ_id", "year", "value"]].assign(measure=stated["cell"].map(measures))
    keyed = keyed.rename(columns={"value": "reported"}).astype({"organ_id": "int64"})
    found = out[keys].merge(keyed.drop_duplicates(keys), on=keys, how="left")
    return found["reported"].where(_is_held(out).to_numpy()).set_axis(out.index)


def _find_absent_reason(out: pd.DataFrame) -> pd.Series:
    """Why there is no change: this year's own reason first, then the previous year's."""
    crossed = (
        out["status_previous"].eq(str(Status.NOT_ON_FORM)) & out["status"].isin(HAS_VALUE_KEYS)
        | out["status"].eq(str(Status.NOT_ON_FORM)) & out["status_previous"].isin(HAS_VALUE_KEYS)
    )  # fmt: skip
    plain = [
        NOT_CONVERTED,
        NO_POPULATION,
        NOT_IN_PROSE,
        ZERO_DENOMINATOR,
        *(str(status) for status in Status if status not in HAS_VALUE),
    ]
    is_mixed = (
        out["status"].eq(STATED_IN_PROSE) & out["status_previous"].isin(HAS_VALUE_KEYS)
        | out["status"].isin(HAS_VALUE_KEYS) & out["status_previous"].eq(STATED_IN_PROSE)
    )  # fmt: skip
    reason = np.select(
        [
            out["difference"].notna(),
            is_mixed & out["stated_by_year"].isna() & out["stated_previous"].isna(),
            crossed,
            out["status"].eq(NO_REPORT) | out["stated_by_year"].notna(),
            out["status"].isin(plain),
            out["status_previous"].eq(NO_REPORT) | out["stated_previous"].notna(),
        ],
        ["", PROSE_BESIDE_TABLE, EDITION_BREAK, NO_REPORT, out["status"], NO_REPORT_PREVIOUS],
        default=out["status_previous"],
    )
    return pd.Series(reason, index=out.index).replace("", pd.NA).astype("str")


def _find_suspected(out: pd.DataFrame, base: pd.Series, measures: Sequence[Measure]) -> pd.Series:
    """Beyond ×5 or ÷5, and not on a base so small that a few cases do it."""
    is_unknown = out["measure"].isin([measure.key for measure in measures if "coverage_unknown" in measure.notes])
    return is_unknown & out["difference"].notna() & is_beyond(base, out["value"])


def is_beyond(before: Number, now: Number) -> Number:
    """Whether a count changed beyond ×5 or ÷5, on a base that is not so small that a few cases do it. For figures or
    for columns of them."""
    return (before >= SMALL_BASE) & ((now > before * SUSPECTED_FACTOR) | (now < before / SUSPECTED_FACTOR))


def find_largest_changes(changes: pd.DataFrame, *, limit: int = 10, include_suspected: bool = False) -> pd.DataFrame:
    """The largest changes by ratio, largest first: by per cent no fall could pass −100, and every rise to the double
    would stand before it. Those that ``explain_left_out`` names are left out."""
    kept = changes[explain_left_out(changes, include_suspected=include_suspected).isna() & changes["percent"].notna()]
    ratios = np.abs(np.log(kept["value"].to_numpy(dtype=float) / kept["value_previous"].to_numpy(dtype=float)))
    order = pd.Series(ratios, index=kept.index).sort_values(ascending=False, kind="stable").index
    return kept.loc[order].head(limit)


def explain_left_out(changes: pd.DataFrame, *, include_suspected: bool = False) -> pd.Series:
    """Why a change of a count is no candidate for the largest: ``coverage_suspected``, ``uncertain`` or
    ``small_in_either_year`` (under ``LEAST_OF_EITHER_YEAR``, so that a rise from 5 to 100 and a fall from 100 to 5 fare
    alike); None elsewhere, also where there is no change."""
    least = changes[["value", "value_previous"]].min(axis=1)
    is_change = changes["difference"].notna() & (changes["percent"].notna() | changes["percent_absent_reason"].notna())
    reason = pd.Series(None, index=changes.index, dtype="object")
    reason[is_change & (least < LEAST_OF_EITHER_YEAR)] = "small_in_either_year"
    reason[is_change & ~changes["is_certain"].astype(bool)] = "uncertain"
    if not include_suspected:
        reason[is_change & changes["is_coverage_suspected"].astype(bool)] = "coverage_suspected"
    return reason
