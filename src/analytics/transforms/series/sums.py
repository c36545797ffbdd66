"""Changes of counties → the sum of those that are held of a prefecture: a series of its own beside the prefecture's.

A prefecture's own report is no sum of its counties' reports, and the sum is no figure of the prefecture: it covers the
counties that are held (``members`` of ``of``), their governments' reports alone.

Required: ``changes`` of one measure [organ_id, year, value, status, numerator, denominator, blanks_as_zero, is_certain,
origin, read_from, stated_by_year, is_coverage_suspected], grain organ × year; ``organs`` [organ_id, place_code, level,
kind].
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analytics.transforms.series.change import NO_REPORT_PREVIOUS, PREVIOUS_ZERO
from analytics.transforms.series.complete import NO_REPORT
from analytics.transforms.series.prose import STATED_IN_PROSE
from analytics.vocabulary.measures import SMALL_BASE, Measure
from analytics.vocabulary.places.divisions import list_counties_below
from analytics.vocabulary.terms import Kind, Level, Origin, ReadFrom, Status

OTHER_MEMBERS = "other_members"
"""Why a sum has no change: other counties are held than the year before."""


_KINDS = {
    "year": "Int16", "value": "float64", "report_id": "Int64", "cell": "Int64", "stated_by_year": "Int16",
    "numerator": "float64", "denominator": "float64", "value_previous": "float64", "difference": "float64",
    "percent": "float64", "reported_difference": "float64",
}  # fmt: skip
"""As in ``transforms.series.complete``, so that sums and organs can stand in one frame."""


_CORRECTED = ("is_corrected", "is_change_corrected")


def sum_id(organ_id: int) -> int:
    """The id under which the sum of a prefecture's counties stands: never one of an organ."""
    return -1 - organ_id


def is_sum(organ_id: int) -> bool:
    """Whether an id stands for a sum."""
    return organ_id < 0


def drop_sums(changes: pd.DataFrame) -> pd.DataFrame:
    """The rows of organs: a sum is none of them, and no title counts it among them."""
    return changes[changes["organ_id"] >= 0]


def list_county_ids(organs: pd.DataFrame, organ_id: int) -> tuple[int, ...]:
    """Ids of the county governments that are held below a prefecture's government; none for any other organ."""
    organ = organs[organs["organ_id"] == organ_id].iloc[0]
    if organ["level"] != Level.PREFECTURE or organ["kind"] != Kind.GOVERNMENT or pd.isna(organ["place_code"]):
        return ()
    below = list_counties_below(organ["place_code"])
    alike = organs[(organs["level"] == Level.COUNTY) & (organs["kind"] == Kind.GOVERNMENT)]
    return tuple(int(county_id) for county_id in alike.loc[alike["place_code"].isin(below), "organ_id"])


def list_sums(changes: pd.DataFrame) -> pd.DataFrame:
    """organ_id, above (the prefecture's organ id), members, of (of the latest year with a value): one row a sum."""
    if "members" not in changes:
        return pd.DataFrame(columns=["organ_id", "above", "members", "of"])
    latest = changes[changes["members"] > 0].sort_values("year").drop_duplicates("organ_id", keep="last")
    return latest.assign(above=-1 - latest["organ_id"])[["organ_id", "above", "members", "of"]].astype(int)


def sum_of_counties(
    changes: pd.DataFrame, organs: pd.DataFrame, organ_id: int, measure: Measure, years: Sequence[int]
) -> pd.DataFrame:
    """The sum as rows of ``changes`` under ``sum_id(organ_id)``, one a year, with ``members`` (how many counties have a
    value) and ``of`` (how many counties the prefecture has).

    A rate is computed from sums, never averaged. What a county lacks is left out and shows in ``members``; a change
    stands only where the same counties have a value in both years.
    """
    county_rows = changes[
        changes["organ_id"].isin(list_county_ids(organs, organ_id))
        & changes["value"].notna()
        & (changes["status"] != STATED_IN_PROSE)
        & changes["stated_by_year"].isna()
    ]
    code = organs.loc[organs["organ_id"] == organ_id, "place_code"].iloc[0]
    span = sorted({*years, *(year - 1 for year in years)})
    rows = [
        _make_row(county_rows[county_rows["year"] == year], year, len(list_counties_below(code, year)), measure)
        for year in span
    ]
    out = pd.DataFrame(rows).assign(organ_id=sum_id(organ_id), measure=measure.key)
    members = {int(str(year)): frozenset(year_rows["organ_id"]) for year, year_rows in county_rows.groupby("year")}
    doubtful = set(county_rows.loc[county_rows["is_coverage_suspected"].astype(bool), "year"].astype(int))
    found = _add_changes(out, members, doubtful, measure)
    return found[found["year"].isin(years)].reset_index(drop=True).astype(_KINDS)


def _make_row(member_rows: pd.DataFrame, year: int, of: int, measure: Measure) -> dict[str, object]:
    top, bottom = (member_rows[name].sum(min_count=1) for name in ("numerator", "denominator"))
    rate = top / bottom * measure.unit.factor if bottom else float("nan")
    value = rate if measure.is_rate else member_rows["value"].sum(min_count=1)
    state = NO_REPORT if pd.isna(value) else str(Status.NUMBER if value else Status.ZERO)
    return {
        "year": year,
        "value": value,
        "status": state,
        "numerator": top,
        "denominator": bottom,
        "members": len(member_rows),
        "of": of,
        "report_id": pd.NA,
        "edition": pd.NA,
        "measured_in": pd.NA,
        "origin": _find_weakest(member_rows["origin"], Origin),
        "read_from": _find_weakest(member_rows["read_from"], ReadFrom),
        "is_certain": bool(member_rows["is_certain"].all()),
        "printed": "",
        "cell": pd.NA,
        "scope": pd.NA,
        "is_computed": True,
        "blanks_as_zero": bool(member_rows["blanks_as_zero"].any()),
        "stated_by_year": pd.NA,
        "is_small_base": bool(measure.is_rate and bottom < SMALL_BASE),
        "is_coverage_suspected": False,
        "reported_difference": float("nan"),
        "disagrees": False,
        **{name: bool(member_rows.get(name, pd.Series(dtype=bool)).any()) for name in _CORRECTED},
        "value_printed": float("nan"),
    }


def _find_weakest(column: pd.Series, order: type[Origin] | type[ReadFrom]) -> str | None:
    """A sum is as good as its weakest member; the order is strongest first."""
    ranks = [str(rank) for rank in order]
    return max(column.dropna(), key=ranks.index, default=None)


def _add_changes(
    out: pd.DataFrame, members: dict[int, frozenset[int]], doubtful: set[int], measure: Measure
) -> pd.DataFrame:
    before = out.set_index("year")["value"]
    before.index += 1
    previous = out["year"].map(before)
    known = [(members.get(int(year)), members.get(int(year) - 1)) for year in out["year"]]
    is_same = pd.Series([now is not None and now == then for now, then in known], index=out.index)
    difference = (out["value"] - previous).where(is_same)
    is_small = (previous.abs() < SMALL_BASE) & (not measure.is_rate)
    reason = pd.Series(None, index=out.index, dtype="object")
    reason[out["value"].notna() & difference.isna()] = OTHER_MEMBERS
    reason[out["value"].notna() & ~out["year"].isin([year + 1 for year in members])] = NO_REPORT_PREVIOUS
    reason[out["value"].isna()] = NO_REPORT
    return out.assign(
        value_previous=previous.where(is_same),
        difference=difference,
        percent=float("nan") if measure.is_rate else difference / previous.where(previous != 0),
        basis=pd.Series("computed", index=out.index).where(difference.notna()),
        absent_reason=reason,
        percent_absent_reason=pd.Series(
            [
                PREVIOUS_ZERO if is_from_zero and not measure.is_rate else None
                for is_from_zero in difference.notna() & (previous == 0)
            ],
            index=out.index,
            dtype="object",
        ),
        is_small_base=out["is_small_base"] | (is_small & difference.notna()),
        is_coverage_suspected=out["year"].isin(doubtful) & difference.notna(),
    )
