"""Identities that tie a report to the same organ's report of the year before.

Required frame ``figures``: organ_id, year, report_id, cell, value (grain organ × year × cell, current reports).
Findings have report_id (of the later year), rule, severity, operands, cells. The identities: 四 of t−1 = 二 of t;
现行有效(t) = 现行有效(t−1) + 制发(t) − 废止(t); 上一年项目数量(t) = 上一年项目数量(t−1) + 本年增/减(t−1);
历年累计(t) = 历年累计(t−1) + 年度(t) of the statistics tables before 2019.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from analytics.vocabulary import form
from analytics.vocabulary.terms import Fault, Severity, Table

COLUMNS = ["report_id", "rule", "severity", "operands", "cells"]


def cells_across_years() -> list[int]:
    """Codes of the cells that the identities tie together."""
    requests = [
        form.cell(Table.III, line, column.key).code
        for line in ("carried_over", "carried_forward")
        for column in form.columns(Table.III)
    ]
    in_force = [form.cell(Table.II, line, key).code for line in _IN_FORCE for key in ("in_force", "issued", "repealed")]
    items = [form.cell(Table.II, line, key).code for line in _ITEMS for key in ("prior_items", "item_change")]
    years = [code for pair in _cumulative_cells() for code in pair]
    return [*requests, *in_force, *items, *years]


def _cumulative_cells() -> list[tuple[int, int]]:
    """(this year, all years so far) of every line of a statistics table that prints both."""
    return [
        (form.cell(Table.STATISTICS, line.key, "year").code, cumulative)
        for line in form.lines(Table.STATISTICS)
        for codes in form.continued_cells(Table.STATISTICS, line.key, "cumulative").values()
        for cumulative in codes
    ]


def _lines_with(column_key: str) -> tuple[str, ...]:
    """Lines of table II under a column."""
    return tuple(line.key for line in form.lines(Table.II) if form.continued_cells(Table.II, line.key, column_key))


_IN_FORCE, _ITEMS = _lines_with("in_force"), _lines_with("prior_items")


def across_years(figures: pd.DataFrame) -> pd.DataFrame:
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
        for rule in (_carry_over, _in_force, _prior_items, _cumulative)
        for row in rule(wide.loc[pairs], before.loc[pairs], reports)
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def _carry_over(now: pd.DataFrame, before: pd.DataFrame, reports: pd.Series) -> Iterator[tuple[object, ...]]:
    for column in form.columns(Table.III):
        opened = form.cell(Table.III, "carried_over", column.key).code
        closed = form.cell(Table.III, "carried_forward", column.key).code
        # Firm for the total; per column the publisher may have sorted an applicant anew.
        severity = Severity.ERROR if column.is_total else Severity.WARNING
        yield from _differences(
            "carry_over_differs", severity, column.label, _of(before, closed), _of(now, opened), reports, [opened]
        )


def _in_force(now: pd.DataFrame, before: pd.DataFrame, reports: pd.Series) -> Iterator[tuple[object, ...]]:
    for line in _IN_FORCE:
        held, issued, repealed = (form.cell(Table.II, line, key).code for key in ("in_force", "issued", "repealed"))
        expected = _of(before, held) + _of(now, issued) - _of(now, repealed)
        label = form.line(Table.II, line).label
        yield from _differences(
            "in_force_differs", Severity.WARNING, label, expected, _of(now, held), reports, [held, issued, repealed]
        )


def _prior_items(now: pd.DataFrame, before: pd.DataFrame, reports: pd.Series) -> Iterator[tuple[object, ...]]:
    for line in _ITEMS:
        prior, change = (form.cell(Table.II, line, key).code for key in ("prior_items", "item_change"))
        expected = _of(before, prior) + _of(before, change)
        label = form.line(Table.II, line).label
        yield from _differences(
            "item_count_differs", Severity.WARNING, label, expected, _of(now, prior), reports, [prior]
        )


def _cumulative(now: pd.DataFrame, before: pd.DataFrame, reports: pd.Series) -> Iterator[tuple[object, ...]]:
    for year, cumulative in _cumulative_cells():
        expected = _of(before, cumulative) + _of(now, year)
        label = form.cells_by_code()[year].line.label
        yield from _differences(
            "cumulative_differs", Severity.WARNING, label, expected, _of(now, cumulative), reports, [cumulative, year]
        )


def _of(frame: pd.DataFrame, cell: int) -> pd.Series:
    return frame[cell] if cell in frame.columns else pd.Series(float("nan"), index=frame.index)


def _differences(
    rule: str,
    severity: Severity,
    where: str,
    expected: pd.Series,
    printed: pd.Series,
    reports: pd.Series,
    cells: list[int],
) -> Iterator[tuple[object, ...]]:
    both = expected.notna() & printed.notna() & ((expected - printed).abs() > 1e-9)
    for index in expected.index[both]:
        operands = {
            "where": where,
            "expected": float(expected[index]),
            "printed": float(printed[index]),
            "year": int(index[1]),
            "fault": str(Fault.READER),  # no second reading was made of both reports
        }
        yield int(reports[index]), rule, str(severity), operands, cells
