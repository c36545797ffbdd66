"""Reports → the years in which a series breaks: where an organ's own edition of a table changes, and law."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import Any

import pandas as pd

from analytics.transforms.rows import each_row
from analytics.transforms.series.editions import DIFFERING, EARLIER, choose_edition, find_main_table
from analytics.vocabulary import form
from analytics.vocabulary.measures import LAW_BREAK_YEAR, Measure
from analytics.vocabulary.terms import Table

COLUMNS = ["organ_id", "year", "kind"]
EDITION, LAW = "edition", "law_2024"
"""Kinds of a break: another edition of the form, another law."""


def find_law_break(first: int, last: int, measure: Measure | None = None) -> int | None:
    """The year from which another law holds, where that lies within the years: of table IV alone, which a page may show
    without a measure."""
    concerns = measure is None or Table.IV in measure.tables
    return LAW_BREAK_YEAR if concerns and first < LAW_BREAK_YEAR <= last else None


def find_breaks_within(rows: Sequence[Any], measure: Measure) -> list[tuple[int, str]]:
    """(first year of the new state, kind) in one organ's series, ``rows`` [year, edition] in order of years.

    Editions of a table that print the same cells are one. A year without an edition is bridged by the last one known,
    and a series begins after the tables before 2019 that do not have it.
    """
    table = find_main_table(measure)
    alike = () if table in DIFFERING else form.list_editions(table)
    known = [
        (int(row.year), str(table) if row.edition in alike else row.edition)
        for row in rows
        if not (pd.isna(row.edition) or _is_before(row.edition, measure))
    ]
    found = [(year, EDITION) for (_, before), (year, edition) in pairwise(known) if before != edition]
    year = find_law_break(int(rows[0].year), int(rows[-1].year), measure)
    return found if year is None else [*found, (year, LAW)]


def _is_before(edition: str, measure: Measure) -> bool:
    """Whether an edition is of the years before 2019 and does not have the measure."""
    return edition in EARLIER and edition not in measure.cells


def find_breaks(reports: pd.DataFrame, measure: Measure, organs: Sequence[int]) -> pd.DataFrame:
    """One row a break: organ_id, year (the first of the new state), kind ``edition`` or ``law_2024``.

    ``reports`` needs organ_id, year, is_current and editions. The edition is each organ's own, read from its tables,
    never derived from the year; years without a report are bridged by the last edition known.
    """
    current = reports.loc[reports["is_current"] & reports["organ_id"].isin(organs), ["organ_id", "year", "editions"]]
    stated = current.assign(edition=choose_edition(current, measure)).sort_values(["organ_id", "year"])
    rows = [
        (organ_id, year, kind)
        for organ_id, series in groupby(each_row(stated), key=lambda row: int(row.organ_id))
        for year, kind in find_breaks_within(list(series), measure)
    ]
    return pd.DataFrame(rows, columns=COLUMNS)
