"""Several organs side by side: one common year or the latest of each, with differences from a chosen organ."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import pandas as pd

from analytics.transforms.series.prose import HAS_VALUE_OR_STATED
from analytics.vocabulary.terms import Kind, Level


def compare_organs(series: pd.DataFrame, *, year: int | None, reference: int | None) -> pd.DataFrame:
    """One row an organ: its value in ``year``, or in its latest year with a value where ``year`` is None.

    Adds difference and ratio to the ``reference`` organ (NA where either is missing). Requires a series of one measure.
    """
    rows = series[series["year"] == year] if year is not None else _find_latest(series)
    out = rows.copy()
    base = out.loc[out["organ_id"] == reference, "value"]
    start = float(base.iloc[0]) if len(base) and pd.notna(base.iloc[0]) else float("nan")
    out["difference_to_reference"] = out["value"] - start
    out["ratio_to_reference"] = out["value"] / (start if start else float("nan"))
    return out


def _find_latest(series: pd.DataFrame) -> pd.DataFrame:
    """The latest year of each organ whose own report gives a value; else that of its latest report, with the reason."""
    reported_rows = series[series["stated_by_year"].isna()]
    rank = reported_rows["report_id"].notna().astype(int).where(~reported_rows["status"].isin(HAS_VALUE_OR_STATED), 2)
    order = reported_rows.assign(rank=rank).sort_values(["organ_id", "rank", "year"])
    return order.drop_duplicates("organ_id", keep="last").drop(columns="rank").sort_index()


def find_common_years(series: pd.DataFrame) -> list[int]:
    """Years in which every organ of the series has a value of its own, latest first."""
    reported_rows = series[series["status"].isin(HAS_VALUE_OR_STATED) & series["stated_by_year"].isna()]
    counts = reported_rows.groupby("year")["organ_id"].nunique()
    return sorted((int(year) for year in counts.index[counts == series["organ_id"].nunique()]), reverse=True)


def find_year_of_most_values(series: pd.DataFrame) -> int | None:
    """The year in which most organs have a value of their own, of such years the latest; None where fewer than two
    organs have one in any."""
    reported_rows = series[series["status"].isin(HAS_VALUE_OR_STATED) & series["stated_by_year"].isna()]
    counts = reported_rows.groupby("year")["organ_id"].nunique().sort_index()
    fullest = counts[(counts == counts.max()) & (counts > 1)]
    return int(fullest.index[-1]) if len(fullest) else None


def find_best_pair(series: pd.DataFrame) -> tuple[int, int]:
    """The two years in which most organs have a value of their own in both; of such pairs the latest, then the nearest.

    Requires two years at least.
    """
    reported_rows = series[series["status"].isin(HAS_VALUE_OR_STATED) & series["stated_by_year"].isna()]
    holders = {
        int(year): frozenset(reported_rows.loc[reported_rows["year"] == year, "organ_id"])
        for year in series["year"].unique()
    }
    return max(
        combinations(sorted(holders), 2), key=lambda two: (len(holders[two[0]] & holders[two[1]]), two[1], two[0])
    )


def find_best_covered(series: pd.DataFrame, organs: pd.DataFrame, count: int) -> pd.DataFrame:
    """The organs with most values, of county governments where there are any, else of all: rows of ``organs``."""
    values = series[series["value"].notna()].groupby("organ_id").size().rename("values").reset_index()
    ranked = organs.merge(values, on="organ_id").sort_values("values", ascending=False, kind="stable")
    alike = ranked[(ranked["level"] == Level.COUNTY) & (ranked["kind"] == Kind.GOVERNMENT)]
    return (alike if len(alike) else ranked).head(count)


def find_mixtures(organs: pd.DataFrame, series: pd.DataFrame, organ_ids: Sequence[int]) -> list[str]:
    """Which of ``level``, ``kind`` and ``scope`` differ between the organs: keys of warnings.

    Scope is compared where a report states it; unknown beside known is a mixture too.
    """
    sorts = find_mixed_sorts(organs[organs["organ_id"].isin(organ_ids)])
    return [*sorts, *find_mixed_scopes(series[series["organ_id"].isin(organ_ids)])]


def find_mixed_sorts(organs: pd.DataFrame) -> list[str]:
    """Which of ``level`` and ``kind`` differ between organs."""
    return [name for name in ("level", "kind") if organs[name].nunique(dropna=False) > 1]


def find_mixed_scopes(series: pd.DataFrame) -> list[str]:
    """``scope`` where the reports state several."""
    return ["scope"] if series["scope"].nunique() > 1 else []
