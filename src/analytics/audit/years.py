"""Identities that tie a report to the same organ's report of the year before.

Required frame ``figures``: organ_id, year, report_id, cell, value (grain organ × year × cell, current reports), with
the codes of ``vocabulary.measures.prose`` for what prose states.
Findings have report_id (of the later year), rule, severity, operands, cells. Which sums of two years belong together
the rules declare (``vocabulary.rules.across``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from analytics.audit.pairs import COLUMNS, Years, pair_years, take_cell
from analytics.vocabulary.rules import RULES, Rule, Tie
from analytics.vocabulary.terms import Fault


class _Sums(NamedTuple):
    """What a report should print by the one before, and what it prints, by organ and year."""

    expected: pd.Series
    printed: pd.Series


def list_cells_across_years() -> list[int]:
    """Codes of the cells that the rules tie together."""
    return sorted({code for rule in RULES if rule.is_across_years for code in rule.cells()})


def check_across_years(figures: pd.DataFrame) -> pd.DataFrame:
    """Findings where two consecutive years do not fit; empty where no organ has consecutive years."""
    years = pair_years(figures)
    rows = [
        row
        for rule in RULES
        for tie in (rule.ties() if rule.ties is not None else ())
        for row in (*_check_tables(rule, tie, years), *_check_prose(rule, tie, years))
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def _check_tables(rule: Rule, tie: Tie, years: Years) -> Iterator[tuple[object, ...]]:
    expected = _sum_cells(years.before, tie.before) + _sum_cells(years.now, tie.added)
    sums = _Sums(expected - _sum_cells(years.now, tie.taken), take_cell(years.now, tie.cell))
    severity = rule.severity if tie.is_firm or rule.softer is None else rule.softer
    for index, operands in _find_differences(tie, sums):
        yield int(years.reports[index]), rule.key, str(severity), operands, list(tie.printed_cells)


def _check_prose(rule: Rule, tie: Tie, years: Years) -> Iterator[tuple[object, ...]]:
    """The same where prose states what no table of its year prints: it is not bound as firmly."""
    if tie.in_prose is None:
        return
    (closed,), stated = tie.before, tie.in_prose
    forward, over = take_cell(years.before, closed), take_cell(years.now, tie.cell)
    is_printed = forward.notna() & over.notna()
    expected = forward.where(forward.notna(), take_cell(years.before, stated.before)).where(~is_printed)
    printed = over.where(over.notna(), take_cell(years.now, stated.cell))
    for index, operands in _find_differences(tie, _Sums(expected, printed)):
        cells = [tie.cell, stated.cell]
        severity = rule.softer or rule.severity
        yield int(years.reports[index]), rule.key, str(severity), {**operands, "is_in_prose": True}, cells


def _sum_cells(frame: pd.DataFrame, cells: tuple[int, ...]) -> pd.Series:
    """The sum of cells by organ and year, NaN where one has no value; 0 of no cells."""
    total = pd.Series(0.0, index=frame.index)
    for cell in cells:
        total = total + take_cell(frame, cell)
    return total


def _find_differences(tie: Tie, sums: _Sums) -> Iterator[tuple[tuple[int, int], dict[str, object]]]:
    differs = sums.expected.notna() & sums.printed.notna() & ((sums.expected - sums.printed).abs() > 1e-9)
    for index in sums.expected.index[differs]:
        yield (
            index,
            {
                "where": tie.where,
                "expected": float(sums.expected[index]),
                "printed": float(sums.printed[index]),
                "year": int(index[1]),
                "fault": str(Fault.READER),  # no second reading was made of both reports
            },
        )
