"""Table III of one organ: who asked, where it ended, and what a change of a total is made of.

Required frame ``figures``, of ``of_years``: organ_id, report_id, year, cell, value, status (grain year × cell, one
organ). Values are those printed; a cell without a value is never taken for 0 here, it is missing from the flows and
said to be.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pandas as pd

from analytics.transforms.organ.profile import form_over_years, of_reports
from analytics.transforms.rows import each_row
from analytics.vocabulary import form
from analytics.vocabulary.terms import AS_ZERO, HAS_VALUE, Status, Table

APPLICANTS = tuple(column.key for column in form.columns(Table.III) if not column.is_total)
_ANSWERED, _CARRIED_FORWARD = "answered", "carried_forward"
OUTCOMES = (
    *(
        line.key
        for line in form.lines(Table.III)
        if line.parent == "outcomes" and line.key != _ANSWERED and not line.stands_for
    ),
    _CARRIED_FORWARD,
)
"""Where applications end: lines with figures of their own, groups of reasons, and what is left for the next year."""
REASON_GROUPS = tuple(key for key in OUTCOMES if form.line(Table.III, key).is_head)
_NEW = "new"
"""The line of applications received in the year."""
_HAVE, _AS_ZERO = tuple(map(str, HAS_VALUE)), tuple(map(str, AS_ZERO))
REST = "rest"
"""The part of a change that the printed parts do not account for."""


def lines_of(outcome: str) -> tuple[str, ...]:
    """Keys of the lines with figures that an outcome consists of; those of all editions of （六）."""
    return form.lines_of_group(Table.III, outcome)


def of_years(figures: pd.DataFrame, reports: pd.DataFrame, year: int) -> pd.DataFrame:
    """Table III of a year and of the one before, as this module needs it: complete over the cells that each report's
    form has, those that its document does not hold with that status. ``figures`` and current ``reports`` as of
    ``transforms.organ.profile``, of one organ."""
    held = reports[reports["year"].isin([year - 1, year])]
    rows = form_over_years(figures[figures["year"].isin([year - 1, year])], held, Table.III)
    own = of_reports(rows[rows["status"] != str(Status.NOT_ON_FORM)], held)
    return own[["organ_id", "report_id", "year", "cell", "value", "status"]].reset_index(drop=True)


def flows(figures: pd.DataFrame, year: int) -> pd.DataFrame:
    """applicant, outcome, value, missing, unknown: printed cells summed by outcome, NaN where none of them is printed;
    ``missing`` counts cells of the outcome on the form of that year that print no value, ``unknown`` those of them that
    are neither blank nor struck out."""
    rows: dict[tuple[str, str], list[float]] = {
        (applicant, outcome): [0, 0.0, 0, 0] for applicant in APPLICANTS for outcome in OUTCOMES
    }
    for row in each_row(figures[figures["year"] == year]):
        ends = _ends_of_cells().get(row.cell)
        if ends and row.status in _HAVE:
            rows[ends][0] += 1
            rows[ends][1] += row.value
        elif ends:
            rows[ends][2] += 1
            rows[ends][3] += row.status not in _AS_ZERO
    return pd.DataFrame(
        [
            (*ends, value if count else float("nan"), int(missing), int(unknown))
            for ends, (count, value, missing, unknown) in rows.items()
        ],
        columns=["applicant", "outcome", "value", "missing", "unknown"],
    )


def printed_total(figures: pd.DataFrame, year: int) -> float | None:
    """Applications that the form of a year accounts for: its printed totals of those answered and of those carried
    forward; None where either is not printed."""
    own = figures[(figures["year"] == year) & figures["status"].isin(_HAVE)]
    held = {row.cell: float(row.value) for row in each_row(own)}
    totals = [held.get(form.cell(Table.III, line, "total").code) for line in (_ANSWERED, _CARRIED_FORWARD)]
    return None if None in totals else sum(total for total in totals if total is not None)


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
    """organ_id, report_id, year, group, line, cells, value, status, is_computed: every reason for not disclosing that
    the form of the year has, in its order; empty where the document holds none of them. A value is the printed total,
    else the sum of the applicants that are printed, which ``cells`` are and ``is_computed`` marks."""
    held = {row.cell: row for row in each_row(figures[figures["year"] == year])}
    rows = [(group, line, *_reason(held, line, code)) for group, line, code in _reason_cells() if code in held]
    if all(row.status == str(Status.NOT_REACHED) and not found for *_, row, found in rows):
        rows = []
    return pd.DataFrame(
        [
            (row.organ_id, row.report_id, year, group, line, tuple(one.cell for one in found) or (row.cell,),
             sum(one.value for one in found) if found else row.value,
             (str(Status.NUMBER) if any(one.value for one in found) else str(Status.ZERO)) if found else row.status,
             bool(found))
            for group, line, row, found in rows
        ],
        columns=["organ_id", "report_id", "year", "group", "line", "cells", "value", "status", "is_computed"],
    )  # fmt: skip


def _reason(held: Mapping[int, Any], line: str, code: int) -> tuple[Any, list[Any]]:
    """The row of a reason's total, and where that has no value the printed rows of applicants that stand in for it."""
    row = held[code]
    if row.status in _HAVE:
        return row, []
    own = (held.get(form.cell(Table.III, line, applicant).code) for applicant in APPLICANTS)
    return row, [one for one in own if one is not None and one.status in _HAVE]


@cache
def _reason_cells() -> list[tuple[str, str, int]]:
    """(group, line, code of its total) of every reason, in the form's order."""
    return [
        (group, line, form.cell(Table.III, line, "total").code) for group in REASON_GROUPS for line in lines_of(group)
    ]


def parts_of_change(figures: pd.DataFrame, year: int) -> pd.DataFrame:
    """part, value: applications received in the year before, the change of every applicant, the rest, those of the
    year; with before and now (the two printed values of a change), organ_id, report_id, year and cell of the printed
    figure (of a change: of its later year), NA for the rest.

    The parts add up exactly: ``rest`` is what the applicants' printed changes leave, 0 where totals and parts are
    printed and balance. Empty where a total is missing.
    """
    own = figures[figures["year"].isin([year - 1, year]) & figures["status"].isin(_HAVE)]
    held = {(int(row.year), row.cell): row for row in each_row(own)}
    code = form.cell(Table.III, _NEW, "total").code
    names = ["part", "value", "before", "now", "organ_id", "report_id", "year", "cell"]
    if (year - 1, code) not in held or (year, code) not in held:
        return pd.DataFrame(columns=names)
    before, now = held[year - 1, code], held[year, code]
    parts = list(_changes(held, year))
    rest = float(now.value) - float(before.value) - sum(part[1] for part in parts)
    rows = [
        ("before", float(before.value), None, None, before.organ_id, before.report_id, year - 1, code),
        *parts,
        (REST, rest, None, None, pd.NA, pd.NA, year, pd.NA),
        ("now", float(now.value), None, None, now.organ_id, now.report_id, year, code),
    ]
    return pd.DataFrame(rows, columns=names)


def _changes(held: Mapping[tuple[int, int], Any], year: int) -> Iterator[tuple[Any, ...]]:
    for applicant in APPLICANTS:
        code = form.cell(Table.III, _NEW, applicant).code
        if (year - 1, code) in held and (year, code) in held:
            now = held[year, code]
            before, after = float(held[year - 1, code].value), float(now.value)
            yield applicant, after - before, before, after, now.organ_id, now.report_id, year, code
