"""Identities that tie a report to the same organ's report of the year before.

Required frame ``figures``: organ_id, year, report_id, cell, value (grain organ × year × cell, current reports).
Findings have report_id (of the later year), rule, severity, operands, cells. Which sums of two years belong together
the rules declare (``vocabulary.rules.across``).
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from analytics.vocabulary.rules import RULES, Rule, Tie
from analytics.vocabulary.terms import Fault

COLUMNS = ["report_id", "rule", "severity", "operands", "cells"]


def list_cells_across_years() -> list[int]:
    """Codes of the cells that the rules tie together."""
    return sorted({code for rule in RULES if rule.is_across_years for code in rule.cells()})


def check_across_years(figures: pd.DataFrame) -> pd.DataFrame:
    """Findings where two consecutive years do not fit; empty where no organ has consecutive years."""
    wide = figures.pivot_table(index=["organ_id", "year"], columns="cell", values="value", aggfunc="first")
    reports = figures.groupby(["organ_id", "year"])["report_id"].first()
    before = wide.copy()
    before.index = pd.MultiIndex.from_arrays(
        [before.index.get_level_values(0), before.index.get_level_values(1) + 1], names=before.index.names
    )
    pairs = wide.index.intersection(before.index)
    now, before = wide.loc[pairs], before.loc[pairs]
    rows = [
        row
        for rule in RULES
        for tie in (rule.ties() if rule.ties is not None else ())
        for row in _find_differences(rule, tie, reports, now=now, before=before)
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def _take_cell(frame: pd.DataFrame, cell: int) -> pd.Series:
    return frame[cell] if cell in frame.columns else pd.Series(float("nan"), index=frame.index)


def _sum_cells(frame: pd.DataFrame, cells: tuple[int, ...]) -> pd.Series:
    """The sum of cells by organ and year, NaN where one has no value; 0 of no cells."""
    total = pd.Series(0.0, index=frame.index)
    for cell in cells:
        total = total + _take_cell(frame, cell)
    return total


def _find_differences(
    rule: Rule, tie: Tie, reports: pd.Series, *, now: pd.DataFrame, before: pd.DataFrame
) -> Iterator[tuple[object, ...]]:
    printed = _take_cell(now, tie.cell)
    expected = _sum_cells(before, tie.before) + _sum_cells(now, tie.added) - _sum_cells(now, tie.taken)
    both = expected.notna() & printed.notna() & ((expected - printed).abs() > 1e-9)
    severity = rule.severity if tie.is_firm or rule.softer is None else rule.softer
    for index in expected.index[both]:
        operands = {
            "where": tie.where,
            "expected": float(expected[index]),
            "printed": float(printed[index]),
            "year": int(index[1]),
            "fault": str(Fault.READER),  # no second reading was made of both reports
        }
        yield int(reports[index]), rule.key, str(severity), operands, list(tie.printed_cells)
