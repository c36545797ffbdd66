"""Reports → the years in which a series breaks: where an organ's own edition of a table changes, and law."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analytics.transforms.rows import each_row
from analytics.vocabulary.measures import LAW_BREAK_YEAR, Measure
from analytics.vocabulary.terms import Table

COLUMNS = ["organ_id", "year", "kind"]


def breaks(reports: pd.DataFrame, wanted: Measure, organs: Sequence[int]) -> pd.DataFrame:
    """One row a break: organ_id, year (the first of the new state), kind ``edition`` or ``law_2024``.

    ``reports`` needs organ_id, year, is_current and the edition columns. The edition is each organ's own, read from
    its tables, never derived from the year; years without a report are bridged by the last edition known.
    """
    rows: list[tuple[int, int, str]] = []
    names = ["organ_id", "year", "edition_ii", "edition_iii"]
    wanted_reports = reports["is_current"] & reports["organ_id"].isin(organs)
    current = reports.loc[wanted_reports, names].sort_values("year")
    for table in sorted(wanted.tables - {Table.IV}):
        column = f"edition_{table.lower()}"
        known = current[current[column].notna()]
        before = known.groupby("organ_id")[column].shift()
        changed = known[before.notna() & (before != known[column])]
        rows.extend((int(row.organ_id), int(row.year), "edition") for row in each_row(changed))
    if Table.IV in wanted.tables:
        rows.extend((int(organ), LAW_BREAK_YEAR, "law_2024") for organ in organs)
    return pd.DataFrame(rows, columns=COLUMNS)
