"""Series → the table that a file holds: exactly the rows of the screen, a status beside every value.

Required columns: those of ``transforms.change.year_over_year`` plus ``measure`` (key) and ``organ`` columns joined from
the organs frame. Long tables have one row per organ, year and measure; wide ones a value and a status column
per measure.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analytics.vocabulary.measures import Measure, measure
from analytics.words import Language, has, say

LONG = [
    "organ", "year", "measure", "value", "status", "unit", "value_previous", "difference", "percent", "basis",
    "absent_reason", "printed", "read_from", "origin", "edition", "scope", "is_coverage_suspected", "is_small_base",
    "is_computed", "blanks_as_zero", "stated_by_year", "numerator", "denominator", "place_code", "province",
    "prefecture",    "level", "kind", "file", "url",
]  # fmt: skip
"""Columns of a long table, in order; keys are also the column names of the ``keys`` naming."""

KEYS = "keys"
_CODED = {
    "status": "status", "level": "level", "kind": "kind", "scope": "scope", "basis": "basis", "origin": "origin",
    "read_from": "read_from", "absent_reason": "reason", "unit": "unit",
}  # fmt: skip


def long_table(changes: pd.DataFrame, organs: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """Columns LONG with keys as values: what every naming and format starts from."""
    places = organs[["organ_id", "organ", "place_code", "province", "prefecture", "level", "kind"]]
    documents = reports[["report_id", "file", "url"]].astype({"report_id": "Int64"})
    out = (
        changes.astype({"report_id": "Int64"})
        .merge(places, on="organ_id", how="left")
        .merge(documents, on="report_id", how="left")
    )
    out["unit"] = out["measure"].map(lambda key: str(measure(key).unit))
    return out[LONG]


def named(table: pd.DataFrame, naming: Language | str) -> pd.DataFrame:
    """The table with names of columns, measures and codes in a language, or unchanged for ``keys``."""
    if naming == KEYS:
        return table
    language = Language(naming)
    out = table.copy()
    for column, prefix in _CODED.items():
        if column in out.columns:
            out[column] = _worded(out[column], prefix, language)
    if "measure" in out.columns:
        out["measure"] = out["measure"].map(lambda key: measure_name(measure(key), language))
    return out.rename(columns={name: say(f"column.{name}", language) for name in out.columns if has(f"column.{name}")})


def _worded(column: pd.Series, prefix: str, language: Language) -> pd.Series:
    words = {key: say(f"{prefix}.{key}", language) for key in column.dropna().unique() if has(f"{prefix}.{key}")}
    return column.map(lambda key: words.get(key, key))


def measure_name(wanted: Measure, language: Language) -> str:
    """The measure's name in a language."""
    return wanted.label if language is Language.ZH else wanted.english


def wide_table(table: pd.DataFrame, keys: Sequence[str]) -> pd.DataFrame:
    """One row an organ and year: for each measure its value and its ``_status``."""
    index = ["organ", "place_code", "year"]
    wide = table[index].drop_duplicates().reset_index(drop=True)
    for key in keys:
        own = table[table["measure"] == key][[*index, "value", "status"]]
        wide = wide.merge(own.rename(columns={"value": key, "status": f"{key}_status"}), on=index, how="left")
    return wide
