"""Reports → the years in which a series breaks: where an organ's own edition of a table changes, and law."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pandas as pd

from analytics.transforms.editions import DIFFERING, edition_of, main_table, measured_edition
from analytics.transforms.rows import each_row
from analytics.vocabulary import form
from analytics.vocabulary.measures import LAW_BREAK_YEAR, Measure
from analytics.vocabulary.terms import Status, Table

COLUMNS = ["organ_id", "year", "kind"]
EDITION, LAW = "edition", "law_2024"
"""Kinds of a break: another edition of the form, another law."""


def law_break(first: int, last: int, wanted: Measure | None = None) -> int | None:
    """The year from which another law holds, where that lies within the years: of table IV alone, which a page may show
    without a measure."""
    concerns = wanted is None or Table.IV in wanted.tables
    return LAW_BREAK_YEAR if concerns and first < LAW_BREAK_YEAR <= last else None


def breaks_within(rows: Sequence[Any], wanted: Measure) -> list[tuple[int, str]]:
    """(first year of the new state, kind) in one organ's series, ``rows`` [year, edition, status] in order of years; a
    year without an edition is bridged by the last one known, and a series begins after tables that do not have it."""
    known = [row for row in rows if not (pd.isna(row.edition) or _is_before(row))]
    found = [(int(after.year), EDITION) for before, after in pairwise(known) if before.edition != after.edition]
    year = law_break(int(rows[0].year), int(rows[-1].year), wanted)
    return found if year is None else [*found, (year, LAW)]


def breaks(reports: pd.DataFrame, wanted: Measure, organs: Sequence[int]) -> pd.DataFrame:
    """One row a break: organ_id, year (the first of the new state), kind ``edition`` or ``law_2024``.

    ``reports`` needs organ_id, year, is_current and editions. The edition is each organ's own, read from
    its tables, never derived from the year; years without a report are bridged by the last edition known.
    """
    rows: list[tuple[int, int, str]] = []
    wanted_reports = reports["is_current"] & reports["organ_id"].isin(organs)
    current = reports.loc[wanted_reports, ["organ_id", "year", "editions"]].sort_values("year")
    table = main_table(wanted)
    if table in DIFFERING or wanted.tables - {table}:
        stated = current.assign(edition=_edition(current, wanted))
        known = stated[stated["edition"].notna()]
        before = known.groupby("organ_id")["edition"].shift()
        changed = known[before.notna() & (before != known["edition"])]
        rows.extend((int(row.organ_id), int(row.year), EDITION) for row in each_row(changed))
    if Table.IV in wanted.tables:
        rows.extend((int(organ), LAW_BREAK_YEAR, LAW) for organ in organs)
    return pd.DataFrame(rows, columns=COLUMNS)


_EARLIER = frozenset(map(str, form.editions_of(Table.STATISTICS)))


def _is_before(row: Any) -> bool:
    """Whether a year lies before 2019 and its table does not have the measure."""
    return row.edition in _EARLIER and row.status == Status.NOT_ON_FORM


def _edition(reports: pd.DataFrame, wanted: Measure) -> pd.Series:
    """The edition whose change breaks a series: that of the measure's table, and of the statistics table where the
    measure goes back to it. Editions of a table that print the same cells are one."""
    table = main_table(wanted)
    edition = measured_edition(reports, wanted) if len(wanted.tables) > 1 else edition_of(reports, table)
    is_alike = table not in DIFFERING
    return edition.where(~(is_alike & edition.isin(form.editions_of(table))), str(table))
