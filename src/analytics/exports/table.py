"""Series → the table that a file holds: exactly the rows of the screen, a status beside every value.

Required columns: those of ``transforms.series.change.add_year_over_year`` plus ``find_measure`` (key). One row per
organ, year and measure; the organ's and the document's columns are joined here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

import pandas as pd

from analytics.vocabulary.measures import find_measure, list_measures, list_measures_before_2019
from analytics.words import Language, has, say
from analytics.words.render import name_edition

LONG = [
    "organ", "year", "measure", "value", "status", "unit", "value_previous", "difference", "percent", "basis",
    "absent_reason", "printed", "read_from", "origin", "edition", "scope", "is_coverage_suspected", "is_small_base",
    "is_certain", "is_computed", "blanks_as_zero", "stated_by_year", "reported_difference", "disagrees", "is_corrected",
    "value_printed", "is_change_corrected", "numerator", "denominator", "place_code", "province", "prefecture", "level",
    "kind", "file", "url",
]  # fmt: skip
"""Columns of a long table, in order; keys are also the column names of the ``keys`` naming."""

KEYS = "keys"
LONG_SHAPE, WIDE, YEARS = SHAPES = "long", "wide", "years"
"""One row an organ, year and measure; an organ and year; an organ and measure, with the years as columns."""
CORRECTED = "corrected"
"""Where a status stands for a value and there is no column of marks: the status of a value that a correction has part
in."""
STATED_BY = "stated_by_"
"""Before a year, in a table of years: the status of a value that the report of that year states."""
_CODED = {
    "status": "status", "level": "level", "kind": "kind", "scope": "scope", "basis": "basis", "origin": "origin",
    "read_from": "read_from", "absent_reason": "reason", "unit": "unit", "edition": "edition",
}  # fmt: skip


def build_long_table(changes: pd.DataFrame, organs: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """Columns LONG with keys as values: what every naming and format starts from."""
    places = organs[["organ_id", "organ", "place_code", "province", "prefecture", "level", "kind"]]
    documents = reports[["report_id", "file", "url"]].astype({"report_id": "Int64"})
    out = (
        changes.astype({"report_id": "Int64"})
        .merge(places, on="organ_id", how="left")
        .merge(documents, on="report_id", how="left")
    )
    # A difference from zero has no percentage: the reason stands where that of a missing change stands.
    out["absent_reason"] = out["absent_reason"].where(out["absent_reason"].notna(), out["percent_absent_reason"])
    out["unit"] = out["measure"].map({key: str(find_measure(key).unit) for key in out["measure"].unique()})
    return out[LONG]


def shape_table(
    table: pd.DataFrame, shape: str, naming: Language | str, years: Sequence[int] | None = None
) -> pd.DataFrame:
    """A long table with keys as what the screen shows and a file holds; ``years`` as of ``build_years_table``."""
    if shape == YEARS:
        return name_years_table(build_years_table(table, years), naming)
    return name_wide_table(build_wide_table(table), naming) if shape == WIDE else name_table(table, naming)


def build_wide_table(table: pd.DataFrame) -> pd.DataFrame:
    """A long table with keys → one row an organ and year: organ, place_code, year, then each measure with its
    ``_status`` beside it, in the order in which the measures first stand."""
    keys = list(dict.fromkeys(table["measure"]))
    index = ["organ", "place_code", "year"]
    rows = table[index].drop_duplicates(ignore_index=True)
    table = _mark_corrected(table)
    for key in keys:
        measure_rows = table.loc[table["measure"] == key, [*index, "value", "status"]]
        rows = rows.merge(measure_rows.rename(columns={"value": key, "status": f"{key}_status"}), on=index, how="left")
    return rows


def _mark_corrected(table: pd.DataFrame) -> pd.DataFrame:
    is_corrected = table["is_corrected"].astype(bool) & table["value"].notna()
    return table.assign(status=table["status"].mask(is_corrected, CORRECTED))


def name_wide_table(table: pd.DataFrame, naming: Language | str) -> pd.DataFrame:
    """A wide table with names of columns, measures and states in a language, or unchanged for ``keys``."""
    if naming == KEYS:
        return table
    language = Language(naming)
    out, names = table.copy(), {}
    for column in table.columns:
        key = column.removesuffix("_status")
        if has(f"column.{column}"):
            names[column] = say(f"column.{column}", language)
        elif column != key:
            out[column] = _translate_codes(out[column], "status", language)
            names[column] = say("column.status_of", language, measure=name_measure(key, language))
        else:
            names[column] = name_measure(key, language)
    return out.rename(columns=names)


def build_years_table(table: pd.DataFrame, years: Sequence[int] | None = None) -> pd.DataFrame:
    """A long table with keys → one row an organ and measure: organ, place_code, measure, then each of ``years`` (by
    default those of the table) with its ``_status`` beside it."""
    index = ["organ", "place_code", "measure"]
    rows = table[index].drop_duplicates(ignore_index=True)
    stated = table["stated_by_year"].notna() & table["value"].notna()
    stating = STATED_BY + table["stated_by_year"].astype("Int64").astype("string")
    known = _mark_corrected(table.assign(status=table["status"].where(~stated, stating)))
    for year in years if years is not None else sorted(table["year"].unique()):
        names = {"value": f"{year}", "status": f"{year}_status"}
        of_year = known.loc[known["year"] == year, [*index, *names]].rename(columns=names)
        rows = rows.merge(of_year, on=index, how="left")
    return rows


def name_years_table(table: pd.DataFrame, naming: Language | str) -> pd.DataFrame:
    """A table of years with names of columns, measures and states in a language, or unchanged for ``keys``."""
    if naming == KEYS:
        return table
    language = Language(naming)
    out = table.assign(
        measure=table["measure"].map({key: name_measure(key, language) for key in table["measure"].unique()})
    )
    names = {name: say(f"column.{name}", language) for name in ("organ", "place_code", "measure")}
    for column in (name for name in table.columns if name.endswith("_status")):
        out[column] = out[column].map({key: name_status(key, language) for key in out[column].dropna().unique()})
        names[column] = say("column.status_of", language, measure=column.removesuffix("_status"))
    return out.rename(columns=names)


def name_measure(key: str, language: Language) -> str:
    """A measure's name in a file: where another has the same, that of a table before 2019 bears its table's."""
    measure = find_measure(key)
    name = measure.named(language)
    if not measure.is_before_2019 or _count_names(language)[name] == 1:
        return name
    return say("column.measure_of_table", language, measure=name, table=name_edition(measure.group, language))


@cache
def _count_names(language: Language) -> Counter[str]:
    return Counter(measure.named(language) for measure in (*list_measures(), *list_measures_before_2019()))


def name_status(status: str, language: Language) -> str:
    """A status of a table of years in words."""
    if status.startswith(STATED_BY):
        return say("mark.stated_by", language, year=status.removeprefix(STATED_BY))
    return say(f"status.{status}", language)


def name_table(table: pd.DataFrame, naming: Language | str) -> pd.DataFrame:
    """The table with names of columns, measures and codes in a language, or unchanged for ``keys``."""
    if naming == KEYS:
        return table
    language = Language(naming)
    out = table.copy()
    for column, prefix in _CODED.items():
        if column in out.columns:
            out[column] = _translate_codes(out[column], prefix, language)
    if "measure" in out.columns:
        out["measure"] = out["measure"].map({key: name_measure(key, language) for key in out["measure"].unique()})
    return out.rename(columns={name: say(f"column.{name}", language) for name in out.columns if has(f"column.{name}")})


def _translate_codes(column: pd.Series, prefix: str, language: Language) -> pd.Series:
    """Names of codes; of editions that a slash joins, of each. A code without a name stays."""
    names = {
        code: "/".join(say(f"{prefix}.{key}", language) if has(f"{prefix}.{key}") else key for key in code.split("/"))
        for code in column.dropna().unique()
    }
    return column.map(names)
