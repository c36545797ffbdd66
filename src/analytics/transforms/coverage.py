"""Organs and reports → what is held: an organ × year matrix, and how many consecutive years there really are."""

from __future__ import annotations

import pandas as pd

FULL, PARTIAL, PROSE, FIGURES, NONE = "full", "partial", "prose", "figures", "none"
"""A complete form from a document · some of its tables · prose figures only · figures collected by hand · no report."""


def matrix(organs: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """Complete organ × year grid of states: organ_id, organ, year, state, editions, origin, read_from, report_id.

    Requires reports [organ_id, year, report_id, is_current, is_prose_current, reached_*, edition_*, origin, read_from].
    """
    held = reports[reports["is_resolved"]].copy()
    held["state"] = _state(held)
    held["editions"] = _editions(held)
    held = held.sort_values(["organ_id", "year", "is_current"], ascending=[True, True, False])
    held = held.drop_duplicates(["organ_id", "year"])
    if held.empty:
        return pd.DataFrame(
            columns=["organ_id", "organ", "year", "state", "editions", "origin", "read_from", "report_id"]
        )
    years = range(int(held["year"].min()), int(held["year"].max()) + 1)
    ids = organs[organs["organ_id"].isin(held["organ_id"])][["organ_id", "organ"]]
    grid = ids.merge(pd.DataFrame({"year": pd.array(list(years), dtype="Int16")}), how="cross")
    names = ["organ_id", "year", "state", "editions", "origin", "read_from", "report_id"]
    out = grid.merge(held[names], on=["organ_id", "year"], how="left")
    out["state"] = out["state"].where(out["state"].notna(), NONE)
    return out


def _state(held: pd.DataFrame) -> pd.Series:
    reached = held[["reached_ii", "reached_iii", "reached_iv"]].astype(bool)
    state = pd.Series(PARTIAL, index=held.index, dtype="str")
    state[~reached.any(axis=1)] = PROSE
    state[reached.all(axis=1)] = FULL
    state[reached.all(axis=1) & (held["origin"] == "collected")] = FIGURES
    return state


def _editions(held: pd.DataFrame) -> pd.Series:
    """``2019``, ``2021`` or ``2021/2019`` where tables II and III differ."""
    second, third = held["edition_ii"].astype("object"), held["edition_iii"].astype("object")
    both = second.notna() & third.notna() & (second != third)
    single = second.where(second.notna(), third)
    return single.where(~both, second.astype("str") + "/" + third.astype("str")).astype("str")


def consecutive_pairs(reports: pd.DataFrame) -> int:
    """How many organ-years have a report of the year before with a table in common."""
    current = reports[reports["is_current"]].astype({"year": "Int64"})
    names = ["organ_id", "year", "reached_ii", "reached_iii", "reached_iv"]
    before = current[names].assign(year=current["year"] + 1)
    pairs = current[names].merge(before, on=["organ_id", "year"], suffixes=("", "_previous"))
    common = [
        pairs[f"reached_{table}"].astype(bool) & pairs[f"reached_{table}_previous"].astype(bool)
        for table in ("ii", "iii", "iv")
    ]
    return int(pd.concat(common, axis=1).any(axis=1).sum()) if len(pairs) else 0


def by_area(matrix: pd.DataFrame, organs: pd.DataFrame) -> pd.DataFrame:
    """area, year, held, full, organs: how many organs of an area have a report, and a complete form, in a year.

    Areas are provinces, prefectures where there is one province only; organs without a place are in none. ``organs`` is
    the number of organs of the area in the matrix.
    """
    placed = matrix.merge(organs[["organ_id", "province", "prefecture"]], on="organ_id", how="left")
    finer = placed["province"].nunique() <= 1
    placed["area"] = placed["prefecture"] if finer else placed["province"]
    known = placed[placed["area"].notna()]
    grouped = known.assign(
        held=(known["state"] != NONE).astype(int), full=(known["state"] == FULL).astype(int)
    ).groupby(["area", "year"], sort=True)
    return grouped.agg(held=("held", "sum"), full=("full", "sum"), organs=("organ_id", "nunique")).reset_index()
