"""Two measures of many organs in one year: who has both, and how far the order by one is the order by the other."""

from __future__ import annotations

import pandas as pd

from analytics.vocabulary.measures import Measure

LEAST_PAIRS = 10
"""Organs without which a correlation says nothing: of fewer it is as often large by chance."""


def pair_measures(changes: pd.DataFrame, first: str, second: str) -> pd.DataFrame:
    """organ_id → [first, second]: organs with a value of both in the one year of ``changes``
    [organ_id, measure, value]; organs in the order in which they stand there."""
    columns = [changes[changes["measure"] == key].set_index("organ_id")["value"] for key in (first, second)]
    order = list(dict.fromkeys(changes["organ_id"]))
    both = pd.concat(columns, axis=1, keys=["first", "second"])
    return both.loc[[organ_id for organ_id in order if organ_id in both.index]].dropna()


def correlate_ranks(pairs: pd.DataFrame) -> float | None:
    """Spearman's rank correlation of [first, second], ties at their mean rank (Spearman 1904); None for fewer than
    ``LEAST_PAIRS`` or where one of the measures is the same everywhere."""
    if len(pairs) < LEAST_PAIRS or pairs["first"].nunique() < 2 or pairs["second"].nunique() < 2:
        return None
    return float(pairs["first"].rank().corr(pairs["second"].rank()))


def find_fullest_pair_year(changes: pd.DataFrame) -> int | None:
    """The year in which most organs have a value of every measure of ``changes`` [organ_id, year, measure, value], of
    such years the latest."""
    measures = changes["measure"].nunique()
    valued = changes[changes["value"].notna()].groupby(["year", "organ_id"]).size()
    counts = valued[valued == measures].groupby("year").size().sort_index()
    return int(counts.index[counts == counts.max()][-1]) if len(counts) else None


def share_figures(first: Measure, second: Measure) -> bool:
    """Whether both are made of some of the same printed cells, so that they are related whatever organs do."""
    return bool(first.all_cells & second.all_cells)
