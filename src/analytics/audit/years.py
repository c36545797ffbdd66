"""Identities that tie a report to the same organ's report of the year before.

Required frame ``figures``: organ_id, year, report_id, cell, value (grain organ × year × cell, current reports), with
the codes of ``vocabulary.measures.prose`` for what prose states.
Findings have report_id (of the later year), rule, severity, operands, cells. The identities: 四 of t−1 = 二 of t;
现行有效(t) = 现行有效(t−1) + 制发(t) − 废止(t); 上一年项目数量(t) = 上一年项目数量(t−1) + 本年增/减(t−1);
历年累计(t) = 历年累计(t−1) + 年度(t) of the statistics tables before 2019.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from analytics.vocabulary.measures.prose import PROSE_FIGURES
from analytics.vocabulary.rules import RULES, Rule
from analytics.vocabulary.rules.across import (
    list_carried_cells,
    list_cumulative_cells,
    list_in_force_cells,
    list_item_cells,
)
from analytics.vocabulary.terms import Fault

COLUMNS = ["report_id", "rule", "severity", "operands", "cells"]


class _Tied(NamedTuple):
    """What a report should print by the one before, and what it prints, by organ and year; ``cells`` are its own."""

    where: str
    expected: pd.Series
    printed: pd.Series
    cells: list[int]
    is_firm: bool = False
    is_in_prose: bool = False


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
    rows = [
        row
        for rule in RULES
        if rule.is_across_years
        for tied in _TIES[rule.key](wide.loc[pairs], before.loc[pairs])
        for row in _find_differences(rule, tied, reports)
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def _carry_over(now: pd.DataFrame, before: pd.DataFrame) -> Iterator[_Tied]:
    for column, closed, opened in list_carried_cells():
        # Firm for the total; per column the publisher may have sorted an applicant anew.
        yield _Tied(
            column.label, _take_cell(before, closed), _take_cell(now, opened), [opened], is_firm=column.is_total
        )
        if column.is_total:
            yield _tie_prose(now, before, column.label, closed, opened)


def _tie_prose(now: pd.DataFrame, before: pd.DataFrame, where: str, closed: int, opened: int) -> _Tied:
    """The same where prose states a total that no table of its year prints."""
    codes = {figure.line: figure.code for figure in PROSE_FIGURES}
    forward, over = _take_cell(before, closed), _take_cell(now, opened)
    is_printed = forward.notna() & over.notna()
    expected = forward.where(forward.notna(), _take_cell(before, codes["carried_forward"])).where(~is_printed)
    printed = over.where(over.notna(), _take_cell(now, codes["carried_over"]))
    return _Tied(where, expected, printed, [opened, codes["carried_over"]], is_in_prose=True)


def _tie_in_force(now: pd.DataFrame, before: pd.DataFrame) -> Iterator[_Tied]:
    for line, stock, issued, repealed in list_in_force_cells():
        expected = _take_cell(before, stock) + _take_cell(now, issued) - _take_cell(now, repealed)
        yield _Tied(line.label, expected, _take_cell(now, stock), [stock, issued, repealed])


def _tie_prior_items(now: pd.DataFrame, before: pd.DataFrame) -> Iterator[_Tied]:
    for line, prior, change in list_item_cells():
        yield _Tied(line.label, _take_cell(before, prior) + _take_cell(before, change), _take_cell(now, prior), [prior])


def _tie_cumulative(now: pd.DataFrame, before: pd.DataFrame) -> Iterator[_Tied]:
    for line, year, cumulative in list_cumulative_cells():
        expected = _take_cell(before, cumulative) + _take_cell(now, year)
        yield _Tied(line.label, expected, _take_cell(now, cumulative), [cumulative, year])


_TIES = {
    "carry_over_differs": _carry_over, "in_force_differs": _tie_in_force, "item_count_differs": _tie_prior_items,
    "cumulative_differs": _tie_cumulative,
}  # fmt: skip


def _take_cell(frame: pd.DataFrame, cell: int) -> pd.Series:
    return frame[cell] if cell in frame.columns else pd.Series(float("nan"), index=frame.index)


def _find_differences(rule: Rule, tied: _Tied, reports: pd.Series) -> Iterator[tuple[object, ...]]:
    both = tied.expected.notna() & tied.printed.notna() & ((tied.expected - tied.printed).abs() > 1e-9)
    severity = rule.severity if tied.is_firm or rule.softer is None else rule.softer
    for index in tied.expected.index[both]:
        operands = {
            "where": tied.where,
            "expected": float(tied.expected[index]),
            "printed": float(tied.printed[index]),
            "year": int(index[1]),
            **({"is_in_prose": True} if tied.is_in_prose else {}),
            "fault": str(Fault.READER),  # no second reading was made of both reports
        }
        yield int(reports[index]), rule.key, str(severity), operands, tied.cells
