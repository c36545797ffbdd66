"""Organs and reports → what is held: an organ × year matrix, and how many consecutive years there really are.

Beside what is held stand three things that a count of reports hides: sums that fail, forms of another edition than the
year before, and reports published after they were due.
"""

from __future__ import annotations

from enum import StrEnum

import pandas as pd

from analytics.transforms.series.editions import DIFFERING, find_edition, has_table, join_editions
from analytics.vocabulary import form
from analytics.vocabulary.due_dates import find_due_date
from analytics.vocabulary.terms import Table

FULL, PARTIAL, PROSE, FIGURES, NONE = "full", "partial", "prose", "figures", "none"
"""A complete form from a document · some of its tables · prose figures only · figures collected by hand · no report."""


class Aspect(StrEnum):
    """What a matrix of reports is looked at for."""

    HELD = "held"
    FAILING = "failing"
    BREAK = "break"
    LATE = "late"


COLUMNS = [
    "organ_id", "organ", "year", "state", "editions", "origin", "read_from", "report_id", "errors",
    "weaker", "fails_with_blanks", "holds_with_blanks", "is_break", "days_late",
]  # fmt: skip
CHECKS = ("errors", "weaker", "fails_with_blanks", "holds_with_blanks")


def build_matrix(organs: pd.DataFrame, reports: pd.DataFrame, checks: pd.DataFrame) -> pd.DataFrame:
    """Complete organ × year grid of states: columns COLUMNS.

    Requires reports [organ_id, year, report_id, is_current, is_prose_current, editions, origin, read_from, published];
    ``checks`` counts by report_id, in CHECKS, the findings that contradict the form's own arithmetic, rules broken that
    may honestly be, and the sums that fail, or hold, only with blanks counted as zero. ``is_break``: a table whose
    editions differ has another one than in the organ's last report before. ``days_late``: publication after the due
    date (negative: before it), NA where the date is not known.
    """
    report_rows = reports[reports["is_resolved"]].copy()
    report_rows["state"] = _find_state(report_rows)
    report_rows = report_rows.sort_values(["organ_id", "year", "is_current"], ascending=[True, True, False])
    report_rows = report_rows.drop_duplicates(["organ_id", "year"])
    if report_rows.empty:
        return pd.DataFrame(columns=COLUMNS)
    for name in CHECKS:
        counts = checks[name].reindex(report_rows["report_id"], fill_value=0)
        report_rows[name] = pd.array(counts.tolist(), dtype="Int64")
    report_rows["is_break"] = _is_break(report_rows)
    report_rows["days_late"] = count_days_late(report_rows, organs)
    report_rows["editions"] = join_editions(report_rows)
    years = range(int(report_rows["year"].min()), int(report_rows["year"].max()) + 1)
    ids = organs[organs["organ_id"].isin(report_rows["organ_id"])][["organ_id", "organ"]]
    grid = ids.merge(pd.DataFrame({"year": pd.array(list(years), dtype="Int16")}), how="cross")
    names = [name for name in COLUMNS if name != "organ"]
    out = grid.merge(report_rows[names], on=["organ_id", "year"], how="left")
    out["state"] = out["state"].where(out["state"].notna(), NONE)
    out["is_break"] = out["is_break"].astype("boolean").fillna(False).astype(bool)
    return out[COLUMNS]


def is_failing_with_blanks(matrix: pd.DataFrame) -> pd.Series:
    """Whether nothing fails as printed, and a sum does once blanks are counted as zero."""
    return ((matrix["errors"] == 0) & (matrix["fails_with_blanks"] > 0)).fillna(False).astype(bool)


def is_failing_weaker(matrix: pd.DataFrame) -> pd.Series:
    """Whether no sum fails, and a rule is broken that may honestly be: from one year to the next, in prose."""
    is_clear = (matrix["errors"] == 0) & (matrix["fails_with_blanks"] == 0)
    return (is_clear & (matrix["weaker"] > 0)).fillna(False).astype(bool)


def _is_break(report_rows: pd.DataFrame) -> pd.Series:
    """Whether table II or III is of another edition than in the organ's report before, where both are known."""
    ordered = report_rows.sort_values(["organ_id", "year"])
    found = pd.Series(False, index=ordered.index)
    for table in DIFFERING:
        edition = find_edition(ordered, table)
        edition = edition.where(edition.notna(), find_edition(ordered, Table.STATISTICS))
        before = edition.groupby(ordered["organ_id"]).shift()
        found |= before.notna() & edition.notna() & (before != edition)
    return found


def count_days_late(report_rows: pd.DataFrame, organs: pd.DataFrame) -> pd.Series:
    """Days from the due date to publication of reports [organ_id, year, published], below zero where it was in time;
    NA where the day of publication is unknown. ``organs``: organ_id, kind."""
    kinds = report_rows["organ_id"].map(organs.set_index("organ_id")["kind"])
    dues = [find_due_date(int(year), kind) for year, kind in zip(report_rows["year"], kinds, strict=True)]
    due = pd.Series(pd.to_datetime(dues), index=report_rows.index)
    published = pd.to_datetime(report_rows["published"])
    return (published - due).dt.days.astype("Int64")


def _find_state(report_rows: pd.DataFrame) -> pd.Series:
    earlier = has_table(report_rows, Table.STATISTICS)  # all the tables that a report before 2019 has
    reached = pd.concat([has_table(report_rows, table) | earlier for table in form.list_tables_of_form()], axis=1)
    state = pd.Series(PARTIAL, index=report_rows.index, dtype="str")
    state[~reached.any(axis=1)] = PROSE
    state[reached.all(axis=1)] = FULL
    state[reached.all(axis=1) & (report_rows["origin"] == "collected")] = FIGURES
    return state


def count_consecutive_pairs(reports: pd.DataFrame) -> int:
    """How many organ-years have a report of the year before with a table in common."""
    current = reports[reports["is_current"]].astype({"year": "Int64"})
    current_editions = current[["organ_id", "year", "editions"]]
    pairs = current_editions.merge(
        current_editions.assign(year=current_editions["year"] + 1), on=["organ_id", "year"], suffixes=("", "_previous")
    )
    previous = pairs[["editions_previous"]].rename(columns={"editions_previous": "editions"})
    common = [
        has_table(pairs, table) & has_table(previous, table)
        for table in (*form.list_tables_of_form(), Table.STATISTICS)
    ]
    return int(pd.concat(common, axis=1).any(axis=1).sum()) if len(pairs) else 0


def count_by_area(matrix: pd.DataFrame, organs: pd.DataFrame) -> pd.DataFrame:
    """area, year, held, full, failing, failing_with_blanks, failing_weaker, breaks, dated, late, organs: how many
    organs of an area have in a year a report, a complete form, a sum that fails, none that fails unless blanks are
    counted as zero, nothing but a weaker rule broken, another edition than before, a known day of publication, and one
    after it was due.

    Areas are provinces, prefectures where there is one province only; organs without a place are in none. ``organs`` is
    the number of organs of the area in the matrix.
    """
    placed = matrix.merge(organs[["organ_id", "province", "prefecture"]], on="organ_id", how="left")
    finer = placed["province"].nunique() <= 1
    placed["area"] = placed["prefecture"] if finer else placed["province"]
    known = placed[placed["area"].notna()]
    counted = known.assign(
        held=known["state"] != NONE, full=known["state"] == FULL, failing=(known["errors"] > 0).fillna(False),
        failing_with_blanks=is_failing_with_blanks(known), failing_weaker=is_failing_weaker(known),
        breaks=known["is_break"], dated=known["days_late"].notna(), late=(known["days_late"] > 0).fillna(False),
    )  # fmt: skip
    names = ["held", "full", "failing", "failing_with_blanks", "failing_weaker", "breaks", "dated", "late"]
    grouped = counted.astype(dict.fromkeys(names, int)).groupby(["area", "year"], sort=True)
    return grouped.agg(**{name: (name, "sum") for name in names}, organs=("organ_id", "nunique")).reset_index()
