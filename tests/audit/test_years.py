"""Identities over two years: each holds, fails, and says nothing where a year or a cell is missing."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from analytics.audit import years as years_module
from analytics.audit.faults import judge_faults
from analytics.audit.hints import Printed
from analytics.audit.years import check_across_years
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.rules import RULES, Tie
from analytics.vocabulary.terms import Table

Cells = dict[tuple[Table, str, str], float]
FORWARD, OVER = (Table.III, "carried_forward", "total"), (Table.III, "carried_over", "total")
HELD, ISSUED, REPEALED = ((Table.II, "admin_normative", key) for key in ("in_force", "issued", "repealed"))
PRIOR, CHANGE = ((Table.II, "penalties", key) for key in ("prior_items", "item_change"))


def findings(years: dict[int, Cells]) -> list[tuple[int, str, str]]:
    rows = [
        (7, year, 100 + year, form.find_cell(*cell).code, value)
        for year, cells in years.items()
        for cell, value in cells.items()
    ]
    found = check_across_years(pd.DataFrame(rows, columns=["organ_id", "year", "report_id", "cell", "value"]))
    return [(row.report_id, row.rule, row.severity) for row in found.itertuples()]


@pytest.mark.parametrize(
    ("before", "now", "rule", "severity"),
    [
        ({FORWARD: 7.0}, {OVER: 8.0}, "carry_over_differs", "error"),
        ({HELD: 10.0}, {HELD: 12.0, ISSUED: 3.0, REPEALED: 2.0}, "in_force_differs", "warning"),
        ({PRIOR: 1701.0, CHANGE: -453.0}, {PRIOR: 1250.0}, "item_count_differs", "warning"),
    ],
)
def test_a_year_that_does_not_follow_is_a_finding_of_its_own_report(
    before: Cells, now: Cells, rule: str, severity: str
) -> None:
    assert findings({2022: before, 2023: now}) == [(2123, rule, severity)]


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ({FORWARD: 7.0}, {OVER: 7.0}),
        ({HELD: 10.0}, {HELD: 11.0, ISSUED: 3.0, REPEALED: 2.0}),
        ({PRIOR: 1701.0, CHANGE: -453.0}, {PRIOR: 1248.0}),
        ({FORWARD: 7.0}, {OVER: float("nan")}),
        ({HELD: 10.0}, {HELD: 12.0, ISSUED: 3.0}),
    ],
)
def test_what_follows_or_is_blank_is_no_finding(before: Cells, now: Cells) -> None:
    assert findings({2022: before, 2023: now}) == []


def test_years_with_a_gap_are_not_compared() -> None:
    assert findings({2021: {FORWARD: 7.0}, 2023: {OVER: 8.0}}) == []


def test_a_sum_over_two_years_needs_no_more_than_its_declaration(monkeypatch: pytest.MonkeyPatch) -> None:
    stock, issued, repealed = (form.find_cell(*cell).code for cell in (HELD, ISSUED, REPEALED))
    tie = Tie("x", issued, (stock, repealed), taken=(repealed,))
    rule = replace(next(rule for rule in RULES if rule.is_across_years), key="declared_here", ties=lambda: [tie])
    monkeypatch.setattr(years_module, "RULES", (rule,))
    before: Cells = {HELD: 10.0, REPEALED: 2.0}
    assert findings({2022: before, 2023: {ISSUED: 9.0, REPEALED: 3.0}}) == []
    assert findings({2022: before, 2023: {ISSUED: 8.0, REPEALED: 3.0}}) == [(2123, "declared_here", "warning")]
    assert findings({2022: before, 2023: {ISSUED: 8.0}}) == []


def test_a_break_that_the_sums_of_both_reports_bear_out_is_the_publishers() -> None:
    def printed(**figures: int) -> Printed:
        values = {cell.code: 0.0 for cell in form.list_form_cells(Table.III, Edition("2021"))}
        named = {form.find_cell(Table.III, *key.split("__")).code: float(value) for key, value in figures.items()}
        return Printed({**values, **named}, editions={Table.III: Edition("2021")})

    both = ("natural", "total")
    before = printed(**{f"{line}__{column}": 7 for line in ("new", "carried_forward") for column in both})
    now = printed(**{f"{line}__{column}": 8 for line in ("carried_over", "disclosed", "answered") for column in both})
    misread = printed(carried_over__total=8)
    over = form.find_cell(*OVER).code
    row = (123, "carry_over_differs", "error", {"fault": "reader"}, [over])
    found = pd.DataFrame([row], columns=["report_id", "rule", "severity", "operands", "cells"])
    for origin, later, fault in (
        ("published", now, "publisher"), ("transcribed", now, "transcription"), ("published", misread, "reader"),
    ):  # fmt: skip
        reports = pd.DataFrame({"report_id": [123], "organ_id": [7], "year": [2023], "origin": [origin]})
        judged = judge_faults(found, {(7, 2022): before, (7, 2023): later}, reports)
        assert judged["operands"].iloc[0]["fault"] == fault
