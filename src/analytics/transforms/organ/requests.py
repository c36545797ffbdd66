"""Table III of one organ: who asked, where it ended, and what a change of a total is made of.

Required frame ``figures``, of ``select_years``: organ_id, report_id, year, cell, value, status (grain year × cell, one
organ). Values are those printed; a cell without a value is never taken for 0 here, it is missing from the flows and
said to be.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pandas as pd

from analytics.transforms.organ.profile import PRINTED, list_form_rows, place_rows
from analytics.transforms.rows import each_row, zip_columns
from analytics.vocabulary import form
from analytics.vocabulary.terms import AS_ZERO_KEYS, HAS_VALUE_KEYS, Status, Table

APPLICANTS = tuple(column.key for column in form.list_columns(Table.III) if not column.is_total)
_ANSWERED, _CARRIED_FORWARD = "answered", "carried_forward"
OUTCOMES = (
    *dict.fromkeys(
        form.find_line(Table.III, key).stands_for or key
        for edition in form.list_editions(Table.III)
        for key in form.list_outcome_heads(edition)
    ),
    _CARRIED_FORWARD,
)
"""Where applications end: lines with figures of their own, groups of reasons, and what is left for the next year."""
REASON_GROUPS = tuple(key for key in OUTCOMES if form.find_line(Table.III, key).is_head)
_NEW = "new"
"""The line of applications received in the year."""
_NOT_FOUND = (str(Status.NOT_REACHED), str(Status.NOT_READ))
REST = "rest"
"""The part of a change that the printed parts do not account for."""


def list_lines(outcome: str) -> tuple[str, ...]:
    """Keys of the lines with figures that an outcome consists of; those of all editions of （六）."""
    return form.list_lines_of_group(Table.III, outcome)


def select_years(figures: pd.DataFrame, reports: pd.DataFrame, year: int) -> pd.DataFrame:
    """Table III of a year and of the one before, as this module needs it: complete over the cells that each report's
    form has, those that its document does not hold with that status. ``figures`` and current ``reports`` as of
    ``transforms.organ.profile``, of one organ."""
    years = (year - 1, year)
    rows = list_form_rows(zip_columns(figures, *PRINTED), reports, Table.III, years=years)
    return place_rows([row for row in rows if row[3] != str(Status.NOT_ON_FORM)], reports)


def sum_flows(figures: pd.DataFrame, year: int) -> pd.DataFrame:
    """applicant, outcome, value, missing, unknown: printed cells summed by outcome, NaN where none of them is printed;
    ``missing`` counts cells of the outcome on the form of that year that print no value, ``unknown`` those of them that
    are neither blank nor struck out."""
    rows: dict[tuple[str, str], list[float]] = {
        (applicant, outcome): [0, 0.0, 0, 0] for applicant in APPLICANTS for outcome in OUTCOMES
    }
    for row in each_row(figures[figures["year"] == year]):
        ends = _list_cell_ends().get(row.cell)
        if ends and row.status in HAS_VALUE_KEYS:
            rows[ends][0] += 1
            rows[ends][1] += row.value
        elif ends:
            rows[ends][2] += 1
            rows[ends][3] += row.status not in AS_ZERO_KEYS
    return pd.DataFrame(
        [
            (*ends, value if count else float("nan"), int(missing), int(unknown))
            for ends, (count, value, missing, unknown) in rows.items()
        ],
        columns=["applicant", "outcome", "value", "missing", "unknown"],
    )


def sum_printed_totals(figures: pd.DataFrame, year: int) -> float | None:
    """Applications that the form of a year accounts for: its printed totals of those answered and of those carried
    forward; None where either is not printed."""
    printed_rows = figures[(figures["year"] == year) & figures["status"].isin(HAS_VALUE_KEYS)]
    values_by_cell = {row.cell: float(row.value) for row in each_row(printed_rows)}
    totals = [
        values_by_cell.get(form.find_cell(Table.III, line, "total").code) for line in (_ANSWERED, _CARRIED_FORWARD)
    ]
    return None if None in totals else sum(total for total in totals if total is not None)


def find_cells_behind(figures: pd.DataFrame, year: int) -> pd.DataFrame:
    """organ_id, report_id, cell, applicant, outcome: the printed cells that the bands of a flow consist of."""
    printed_rows = figures[
        (figures["year"] == year) & (figures["value"] > 0) & figures["cell"].isin(list(_list_cell_ends()))
    ]
    ends = [_list_cell_ends()[int(code)] for code in printed_rows["cell"]]
    return printed_rows[["organ_id", "report_id", "cell"]].assign(
        applicant=[applicant for applicant, _ in ends], outcome=[outcome for _, outcome in ends]
    )


@cache
def _list_cell_ends() -> dict[int, tuple[str, str]]:
    """(applicant, outcome) of every cell that a flow consists of, by its code."""
    return {
        form.find_cell(Table.III, line, applicant).code: (applicant, outcome)
        for applicant in APPLICANTS
        for outcome in OUTCOMES
        for line in list_lines(outcome)
    }


def list_reasons(figures: pd.DataFrame, year: int) -> pd.DataFrame:
    """organ_id, report_id, year, group, line, cells, value, status, is_computed: every reason for not disclosing that
    the form of the year has, in its order; empty where the document holds none of them. A value is the printed total,
    else the sum of the applicants that are printed, which ``cells`` are and ``is_computed`` marks."""
    rows_by_cell = {row.cell: row for row in each_row(figures[figures["year"] == year])}
    rows = [
        (group, line, *_find_reason(rows_by_cell, line, code))
        for group, line, code in _list_reason_cells()
        if code in rows_by_cell
    ]
    if all(row.status in _NOT_FOUND and not found for *_, row, found in rows):
        rows = []
    return pd.DataFrame(
        [
            (row.organ_id, row.report_id, year, group, line, tuple(part.cell for part in found) or (row.cell,),
             sum(part.value for part in found) if found else row.value,
             (str(Status.NUMBER) if any(part.value for part in found) else str(Status.ZERO)) if found else row.status,
             bool(found))
            for group, line, row, found in rows
        ],
        columns=["organ_id", "report_id", "year", "group", "line", "cells", "value", "status", "is_computed"],
    )  # fmt: skip


def _find_reason(rows_by_cell: Mapping[int, Any], line: str, code: int) -> tuple[Any, list[Any]]:
    """The row of a reason's total, and where that has no value the printed rows of applicants that stand in for it."""
    row = rows_by_cell[code]
    if row.status in HAS_VALUE_KEYS:
        return row, []
    applicant_rows = (rows_by_cell.get(form.find_cell(Table.III, line, applicant).code) for applicant in APPLICANTS)
    return row, [part for part in applicant_rows if part is not None and part.status in HAS_VALUE_KEYS]


@cache
def _list_reason_cells() -> list[tuple[str, str, int]]:
    """(group, line, code of its total) of every reason, in the form's order."""
    return [
        (group, line, form.find_cell(Table.III, line, "total").code)
        for group in REASON_GROUPS
        for line in list_lines(group)
    ]


def split_change(figures: pd.DataFrame, year: int) -> pd.DataFrame:
    """part, value: applications received in the year before, the change of every applicant, the rest, those of the
    year; with before and now (the two printed values of a change), organ_id, report_id, year and cell of the printed
    figure (of a change: of its later year), NA for the rest.

    The parts add up exactly: ``rest`` is what the applicants' printed changes leave, 0 where totals and parts are
    printed and balance. Empty where a total is missing.
    """
    printed_rows = figures[figures["year"].isin([year - 1, year]) & figures["status"].isin(HAS_VALUE_KEYS)]
    rows_by_cell = {(int(row.year), row.cell): row for row in each_row(printed_rows)}
    code = form.find_cell(Table.III, _NEW, "total").code
    names = ["part", "value", "before", "now", "organ_id", "report_id", "year", "cell"]
    if (year - 1, code) not in rows_by_cell or (year, code) not in rows_by_cell:
        return pd.DataFrame(columns=names)
    before, now = rows_by_cell[year - 1, code], rows_by_cell[year, code]
    parts = list(_list_changes(rows_by_cell, year))
    rest = float(now.value) - float(before.value) - sum(part[1] for part in parts)
    rows = [
        ("before", float(before.value), None, None, before.organ_id, before.report_id, year - 1, code),
        *parts,
        (REST, rest, None, None, pd.NA, pd.NA, year, pd.NA),
        ("now", float(now.value), None, None, now.organ_id, now.report_id, year, code),
    ]
    return pd.DataFrame(rows, columns=names)


def _list_changes(rows_by_cell: Mapping[tuple[int, int], Any], year: int) -> Iterator[tuple[Any, ...]]:
    for applicant in APPLICANTS:
        code = form.find_cell(Table.III, _NEW, applicant).code
        if (year - 1, code) in rows_by_cell and (year, code) in rows_by_cell:
            now = rows_by_cell[year, code]
            before, after = float(rows_by_cell[year - 1, code].value), float(now.value)
            yield applicant, after - before, before, after, now.organ_id, now.report_id, year, code
