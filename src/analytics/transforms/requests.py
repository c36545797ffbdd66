"""Table III of one organ: who asked, where it ended, and what a change of a total is made of.

Required frame ``figures``: year, cell, value, status (grain year × cell, one organ). Values are those printed; a cell
without a value is never taken for 0 here, it is missing from the flows and said to be.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pandas as pd

from analytics.transforms.rows import each_row
from analytics.vocabulary import form
from analytics.vocabulary.terms import HAS_VALUE, Table

APPLICANTS = ("natural", "business", "research", "ngo", "legal", "others")
OUTCOMES = ("disclosed", "partly_disclosed", "refused", "unable", "not_processed", "other", "carried_forward")
"""Where applications end: lines with figures of their own, groups of reasons, and what is left for the next year."""
REASON_GROUPS = ("refused", "unable", "not_processed", "other")
_HAVE = tuple(map(str, HAS_VALUE))
REST = "rest"
"""The part of a change that the printed parts do not account for."""


def lines_of(outcome: str) -> tuple[str, ...]:
    """Keys of the lines with figures that an outcome consists of; those of both editions of （六）."""
    if outcome == "other":
        return ("other_2019", "correction_overdue", "fee_unpaid", "other_other")
    below = tuple(line.key for line in form.lines(Table.III) if line.parent == outcome and not line.is_head)
    return below or (outcome,)


def flows(figures: pd.DataFrame, year: int) -> pd.DataFrame:
    """applicant, outcome, value, missing: printed cells summed by outcome; ``missing`` counts cells of the outcome on
    the form of that year that print no value."""
    rows = {(applicant, outcome): [0.0, 0] for applicant in APPLICANTS for outcome in OUTCOMES}
    for row in each_row(figures[figures["year"] == year]):
        ends = _ends_of_cells().get(row.cell)
        if ends and row.status in _HAVE:
            rows[ends][0] += row.value
        elif ends:
            rows[ends][1] += 1
    return pd.DataFrame(
        [(*ends, *counts) for ends, counts in rows.items()], columns=["applicant", "outcome", "value", "missing"]
    )


def printed_total(figures: pd.DataFrame, year: int) -> float | None:
    """Applications that the form of a year accounts for: its printed totals of those answered and of those carried
    forward; None where either is not printed."""
    own = figures[(figures["year"] == year) & figures["status"].isin(_HAVE)]
    held = {row.cell: float(row.value) for row in each_row(own)}
    totals = [held.get(form.cell(Table.III, line, "total").code) for line in ("answered", "carried_forward")]
    return None if None in totals else sum(one for one in totals if one is not None)


def cells_behind(figures: pd.DataFrame, year: int) -> pd.DataFrame:
    """organ_id, report_id, cell, applicant, outcome: the printed cells that the bands of a flow consist of."""
    own = figures[(figures["year"] == year) & (figures["value"] > 0) & figures["cell"].isin(list(_ends_of_cells()))]
    ends = [_ends_of_cells()[int(code)] for code in own["cell"]]
    return own[["organ_id", "report_id", "cell"]].assign(
        applicant=[applicant for applicant, _ in ends], outcome=[outcome for _, outcome in ends]
    )


@cache
def _ends_of_cells() -> dict[int, tuple[str, str]]:
    """(applicant, outcome) of every cell that a flow consists of, by its code."""
    return {
        form.cell(Table.III, line, applicant).code: (applicant, outcome)
        for applicant in APPLICANTS
        for outcome in OUTCOMES
        for line in lines_of(outcome)
    }


def reasons(figures: pd.DataFrame, year: int) -> pd.DataFrame:
    """organ_id, report_id, year, group, line, cell, value, status: every reason for not disclosing that the form of the
    year has, in its order."""
    held = {row.cell: row for row in each_row(figures[figures["year"] == year])}
    return pd.DataFrame(
        [
            (*_report_of(held[code]), year, group, line, code, held[code].value, held[code].status)
            for group, line, code in _reason_cells()
            if code in held
        ],
        columns=["organ_id", "report_id", "year", "group", "line", "cell", "value", "status"],
    )


def _report_of(row: Any) -> tuple[Any, Any]:
    """Organ and report of a row; figures by themselves have none."""
    return getattr(row, "organ_id", pd.NA), getattr(row, "report_id", pd.NA)


@cache
def _reason_cells() -> list[tuple[str, str, int]]:
    """(group, line, code of its total) of every reason, in the form's order."""
    return [
        (group, line, form.cell(Table.III, line, "total").code) for group in REASON_GROUPS for line in lines_of(group)
    ]


def parts_of_change(figures: pd.DataFrame, year: int, line: str = "new") -> pd.DataFrame:
    """part, value: the total of the year before, the change of every applicant, the rest, the total of the year; with
    organ_id, report_id, year and cell of the printed figure (of a change: of its later year), NA for the rest.

    The parts add up exactly: ``rest`` is what the applicants' printed changes leave, 0 where totals and parts are
    printed and balance. Empty where a total is missing.
    """
    own = figures[figures["year"].isin([year - 1, year]) & figures["status"].isin(_HAVE)]
    held = {(int(row.year), row.cell): row for row in each_row(own)}
    code = form.cell(Table.III, line, "total").code
    names = ["part", "value", "organ_id", "report_id", "year", "cell"]
    if (year - 1, code) not in held or (year, code) not in held:
        return pd.DataFrame(columns=names)
    before, now = held[year - 1, code], held[year, code]
    parts = list(_changes(held, year, line))
    rest = float(now.value) - float(before.value) - sum(part[1] for part in parts)
    rows = [
        ("before", float(before.value), *_report_of(before), year - 1, code),
        *parts,
        (REST, rest, pd.NA, pd.NA, year, pd.NA),
        ("now", float(now.value), *_report_of(now), year, code),
    ]
    return pd.DataFrame(rows, columns=names)


def _changes(held: Mapping[tuple[int, int], Any], year: int, line: str) -> Iterator[tuple[Any, ...]]:
    for applicant in APPLICANTS:
        code = form.cell(Table.III, line, applicant).code
        if (year - 1, code) in held and (year, code) in held:
            now = held[year, code]
            yield applicant, float(now.value) - float(held[year - 1, code].value), *_report_of(now), year, code


def of_years(figures: pd.DataFrame, year: int) -> pd.DataFrame:
    """What the functions of this module need of an organ's figures to show a year: table III of it and of the one
    before."""
    cells = [cell.code for cell in form.cells() if cell.table is Table.III]
    wanted = figures["year"].isin([year - 1, year]) & figures["cell"].isin(cells)
    return figures.loc[wanted, ["organ_id", "report_id", "year", "cell", "value", "status"]]
