"""Printed figures → the value of each measure in each report: one cell, or the sum of several with the mark of it.

Required: ``figures`` as of ``transforms.series.complete``. A blank member beside numbers counts as zero and is marked;
anything worse spoils the sum and speaks for it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analytics.transforms.series.editions import EARLIER
from analytics.vocabulary.measures import Measure, Unit
from analytics.vocabulary.terms import AS_ZERO_KEYS, HAS_VALUE_KEYS, IN_WAN_YUAN, Origin, ReadFrom, Status

NO_REPORT = "no_report"
"""Status of an organ-year for which no report is held."""
NOT_CONVERTED = "no_unit"
"""Status of an amount printed without its unit: a number, but not comparable."""
ORIGIN, READ_FROM = tuple(map(str, Origin)), tuple(map(str, ReadFrom))
"""Strongest first."""
_KEYS = ["organ_id", "year", "report_id", "measure", "edition_of"]
_VALUES = ["value", "status", "measured_in", "origin", "read_from", "is_certain", "printed", "cell"]


def sum_members(figures: pd.DataFrame, measures: Sequence[Measure]) -> pd.DataFrame:
    """One row per organ, year, report, measure and edition whose cells it takes (``edition_of``): value, status,
    measured_in, origin, read_from, is_certain, printed, cell, is_computed, blanks_as_zero."""
    facts = _convert_amounts(figures.merge(_list_cells(measures), on="cell"))
    is_single = facts["of"] == 1
    alone = facts.loc[is_single, [*_KEYS, *_VALUES]].assign(is_computed=False, blanks_as_zero=False)
    if is_single.all():
        return alone.drop_duplicates(_KEYS)
    sums = _sum_cells(facts[~is_single])
    return (pd.concat([alone, sums], ignore_index=True) if len(alone) else sums).drop_duplicates(_KEYS)


def _list_cells(measures: Sequence[Measure]) -> pd.DataFrame:
    """cell, measure, edition_of, of (how many cells a value is the sum of), is_stock, is_money: one row a member."""
    rows = [
        (code, measure.key, str(edition), len(codes), code in measure.stock_cells, measure.unit is Unit.WAN_YUAN)
        for measure in measures
        for edition, codes in measure.cells.items()
        for code in codes
    ]
    return pd.DataFrame(rows, columns=["cell", "measure", "edition_of", "of", "is_stock", "is_money"])


def _convert_amounts(facts: pd.DataFrame) -> pd.DataFrame:
    """Amounts in 万元; one without a unit keeps its printed text and loses its value."""
    if not facts["is_money"].any():
        return facts
    for unit, in_wan_yuan in IN_WAN_YUAN.items():
        of_unit = facts["is_money"] & (facts["measured_in"] == str(unit))
        facts.loc[of_unit, "value"] = facts.loc[of_unit, "value"] * in_wan_yuan
    bare = facts["is_money"] & facts["measured_in"].isna() & (facts["status"] == str(Status.NUMBER))
    facts.loc[bare, "status"] = NOT_CONVERTED
    facts.loc[bare, "value"] = np.nan
    return facts


def _sum_cells(facts: pd.DataFrame) -> pd.DataFrame:
    has, blank = facts["status"].isin(HAS_VALUE_KEYS), facts["status"].isin(AS_ZERO_KEYS)
    spoils = ~(has | blank) | (blank & facts["is_stock"])
    facts = facts.assign(
        has=has,
        blank=blank,
        spoiling=facts["status"].where(spoils),
        origin=map_to_positions(facts["origin"], ORIGIN),
        read_from=map_to_positions(facts["read_from"], READ_FROM),
        is_certain=facts["is_certain"].astype("boolean").fillna(True),
    )
    grouped = facts.groupby(_KEYS, observed=True)
    out = grouped.agg(
        has=("has", "sum"), blank=("blank", "sum"), spoiling=("spoiling", "first"), first=("status", "first"),
        members=("cell", "nunique"), of=("of", "first"), measured_in=("measured_in", "first"), origin=("origin", "max"),
        read_from=("read_from", "max"), is_certain=("is_certain", "min"),
    ).assign(value=grouped["value"].sum(min_count=1)).reset_index()  # fmt: skip
    out["origin"], out["read_from"] = map_to_names(out["origin"], ORIGIN), map_to_names(out["read_from"], READ_FROM)
    absent = np.where(out["edition_of"].isin(EARLIER), str(Status.NOT_IN_TABLE), str(Status.NOT_REACHED))
    out["status"] = np.select(
        [out["spoiling"].notna(), out["members"] < out["of"], out["has"] == 0, out["value"] == 0],
        [out["spoiling"], absent, out["first"], str(Status.ZERO)],
        default=str(Status.NUMBER),
    )
    out["value"] = out["value"].where(out["status"].isin(HAS_VALUE_KEYS))
    out["blanks_as_zero"] = (out["blank"] > 0) & out["status"].isin(HAS_VALUE_KEYS)
    return out.assign(is_computed=True, printed="", cell=np.nan)[[*_KEYS, *_VALUES, "is_computed", "blanks_as_zero"]]


def map_to_positions(column: pd.Series, order: Sequence[str]) -> pd.Series:
    """Positions in ``order``: the largest of several is the weakest."""
    return column.map({name: float(index) for index, name in enumerate(order)})


def map_to_names(positions: pd.Series, order: Sequence[str]) -> pd.Series:
    """The names at these positions."""
    return positions.map(dict(enumerate(order))).astype("str")
