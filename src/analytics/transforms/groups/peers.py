"""Organs that may stand on one axis: of one level and kind, in one area or nearest in size.

Required frame ``organs``: organ_id, place_code, level, kind, province, prefecture (grain organ). Organs without a
place are in no group.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.transforms.rows import each_row
from analytics.vocabulary.places.fictional import take_province_digits

EVERYWHERE = ""
LEAST_PEERS = 4
"""A quartile of fewer says nothing."""


@dataclass(frozen=True, slots=True)
class Area:
    """The country (an empty code), a province (two digits, a fictional one three) or a prefecture (four), by its
    name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class AreaKey:
    """Organs of one level and kind in an area, by its code."""

    level: str
    kind: str
    area: str


def list_areas(organs: pd.DataFrame) -> list[Area]:
    """Provinces, each followed by its prefectures, that hold organs; the country first."""
    placed = organs[organs["place_code"].notna()]
    found: dict[str, str] = {}
    for row in each_row(placed):
        if pd.notna(row.province):
            found[take_province_digits(row.place_code)] = row.province
            if pd.notna(row.prefecture):
                found[row.place_code[:4]] = f"{row.province} · {row.prefecture}"
    return [Area(EVERYWHERE, ""), *(Area(code, found[code]) for code in sorted(found))]


def list_sorts(organs: pd.DataFrame) -> list[tuple[str, str]]:
    """(level, kind) of the organs that have a place, the most frequent first."""
    placed = organs[organs["place_code"].notna() & organs["level"].notna() & organs["kind"].notna()]
    counts = placed.groupby(["level", "kind"]).size().sort_values(ascending=False, kind="stable")
    return [(str(level), str(kind)) for level, kind in counts.index]


def select_members(organs: pd.DataFrame, *, level: str, kind: str, area: str = EVERYWHERE) -> tuple[int, ...]:
    """Ids of the organs of one level and kind in an area, in order of place code."""
    alike = organs[(organs["level"] == level) & (organs["kind"] == kind) & organs["place_code"].notna()]
    inside = alike[alike["place_code"].str.startswith(area)]
    return tuple(int(value) for value in inside.sort_values("place_code")["organ_id"])


def find_peers(organs: pd.DataFrame, organ_id: int, *, least: int = LEAST_PEERS) -> tuple[str, tuple[int, ...]]:
    """The nearest area that holds at least ``least`` other organs like this one: (area code, ids of the others).

    The area is the prefecture, else the province, else the country; ids are empty where even that holds fewer.
    """
    organ = organs[organs["organ_id"] == organ_id].iloc[0]
    for area in list_areas_around(organ["place_code"]):
        alike = select_members(organs, level=organ["level"], kind=organ["kind"], area=area)
        others = tuple(peer for peer in alike if peer != organ_id)
        if len(others) >= least:
            return area, others
    return EVERYWHERE, ()


def list_areas_around(place_code: str | None) -> tuple[str, ...]:
    """The areas whose organs may be peers of one in a place, the nearest first; none without a place."""
    return () if pd.isna(place_code) else (place_code[:4], take_province_digits(place_code), EVERYWHERE)


@dataclass(frozen=True, slots=True)
class Nearest:
    """The organs nearest in size: ``year`` and ``own`` value compared, ``organ_ids`` nearest first, ``low`` and
    ``high`` of their values."""

    year: int
    organ_value: float
    low: float
    high: float
    organ_ids: tuple[int, ...]


def find_nearest(series: pd.DataFrame, organ_id: int, among: Sequence[int], count: int) -> Nearest | None:
    """The ``count`` organs of ``among`` whose value is nearest by ratio (half as large is as far as twice as large).

    ``series`` of one measure [organ_id, year, value, stated_by_year]. The year is the latest in which the organ's own
    report gives a value above 0; None where there is none, or nobody to compare with.
    """
    valued_rows = series[(series["value"] > 0) & series["stated_by_year"].isna()]
    mine = valued_rows[valued_rows["organ_id"] == organ_id].sort_values("year").tail(1)
    if mine.empty:
        return None
    year, organ_value = int(mine["year"].iloc[0]), float(mine["value"].iloc[0])
    others = valued_rows[
        (valued_rows["year"] == year) & valued_rows["organ_id"].isin(among) & (valued_rows["organ_id"] != organ_id)
    ]
    distance = (np.log(others["value"].astype(float)) - np.log(organ_value)).abs()
    chosen = others.loc[distance.sort_values(kind="stable").index].head(count)
    if chosen.empty:
        return None
    values = chosen["value"].astype(float)
    return Nearest(year, organ_value, values.min(), values.max(), tuple(int(peer) for peer in chosen["organ_id"]))
