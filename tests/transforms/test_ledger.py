"""The ledger of requests: every year of an organ by applicant, and whether it opens with what the year before left."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest

import analytics
from analytics.errors import SelectionError
from analytics.query.ledger import COLUMNS
from analytics.settings import Settings
from analytics.terminal import write_ledger_row
from analytics.transforms.organ.ledger import APPLICANTS, build_ledger
from analytics.vocabulary import form
from analytics.vocabulary.measures.prose import PROSE_FIGURES
from analytics.vocabulary.terms import Table
from analytics.words import Language

PROSE = {figure.line: figure.code for figure in PROSE_FIGURES}
Year = dict[str, float | str]
BALANCED: Year = {"carried_over": 2, "new": 10, "answered": 9, "carried_forward": 3}


def ledger(years: dict[int, Year], *, broken: dict[int, list[int]] | None = None, unread: str = "[]") -> pd.DataFrame:
    """Of one organ's natural persons; ``broken`` are the cells of a carry-over that a finding is about, ``unread`` the
    tables of which something was not read in each report."""
    rows = []
    for year, lines in years.items():
        for line, value in lines.items():
            code = PROSE[line[6:]] if line.startswith("prose ") else form.find_cell(Table.III, line, "natural").code
            status = value if isinstance(value, str) else "number" if value else "zero"
            rows.append((7, year, 100 + year, code, float("nan") if isinstance(value, str) else value, status))
    figures = pd.DataFrame(rows, columns=["organ_id", "year", "report_id", "cell", "value", "status"])
    told = [(100 + year, "carry_over_differs", cells) for year, cells in (broken or {}).items()]
    findings = pd.DataFrame(told, columns=["report_id", "rule", "cells"])
    reports = pd.DataFrame(
        {"organ_id": 7, "year": list(years), "report_id": [100 + year for year in years], "unread_tables": unread}
    )
    found = build_ledger(figures, reports, findings)
    return found.set_index(["year", "applicant"])


def test_each_year_and_applicant_is_a_row_and_years_without_a_report_are_told() -> None:
    found = ledger({2021: BALANCED, 2023: {**BALANCED, "carried_over": 3, "answered": 10}})
    assert len(found) == 3 * len(APPLICANTS)
    continuity = found["continuity"].xs("natural", level="applicant")
    assert dict(continuity) == {2021: "first", 2022: "no_report", 2023: "no_report_before"}
    assert pd.isna(found.loc[(2022, "natural"), "received"]) and pd.isna(found.loc[(2022, "natural"), "report_id"])


@pytest.mark.parametrize(("unread", "status"), [('["III"]', "not_read"), ("[]", "not_reached")])
def test_a_report_of_which_no_request_was_read_is_a_report_all_the_same(unread: str, status: str) -> None:
    found = ledger({2021: BALANCED, 2022: {}, 2023: BALANCED}, unread=unread)
    row = found.loc[(2022, "natural")]
    assert (row["report_id"], row["continuity"], row["received_status"]) == (2122, "not_told", status)
    assert found.loc[(2023, "natural"), "continuity"] == "not_told"


def test_a_year_that_opens_with_another_number_is_a_break_with_its_finding() -> None:
    over = form.find_cell(Table.III, "carried_over", "natural").code
    found = ledger({2022: BALANCED, 2023: {**BALANCED, "carried_over": 4, "answered": 11}}, broken={2023: [over]})
    row = found.loc[(2023, "natural")]
    assert (row["continuity"], row["carried_before"], row["gap"], row["findings"]) == (
        "differs", 3, 1, ["carry_over_differs"],
    )  # fmt: skip
    assert found.loc[(2023, "total"), "findings"] == []


def test_a_year_that_continues_balances() -> None:
    row = ledger({2022: BALANCED, 2023: {**BALANCED, "carried_over": 3, "answered": 10}}).loc[(2023, "natural")]
    assert (row["continuity"], row["gap"], row["left_over"], row["blanks_as_zero"]) == ("continues", 0, 0, False)


def test_a_blank_is_no_zero_and_a_sum_that_takes_it_for_one_says_so() -> None:
    row = ledger({2022: BALANCED, 2023: {**BALANCED, "carried_over": "blank", "answered": 7}}).loc[(2023, "natural")]
    assert pd.isna(row["carried_over"]) and row["carried_over_status"] == "blank"
    assert (row["continuity"], row["left_over"], row["blanks_as_zero"]) == ("not_told", 0, True)


def test_an_unreadable_figure_leaves_the_balance_open() -> None:
    row = ledger({2023: {**BALANCED, "answered": "unreadable"}}).loc[(2023, "natural")]
    assert pd.isna(row["left_over"]) and row["answered_status"] == "unreadable"


def test_what_only_prose_states_stands_in_the_total_and_says_so() -> None:
    stated: Year = {f"prose {line}": value for line, value in BALANCED.items()}
    row = ledger({2022: stated}).loc[(2022, "total")]
    assert (row["received"], row["received_status"], row["left_over"]) == (10, "stated_in_prose", 0)


def test_words_in_the_place_of_a_figure_are_words_in_prose_too() -> None:
    row = ledger({2022: {"prose new": "text"}, 2023: BALANCED}).loc[(2022, "total")]
    assert pd.isna(row["received"]) and row["received_status"] == "text" and pd.isna(row["left_over"])


def test_a_line_says_of_a_year_without_all_figures_nothing_of_its_balance() -> None:
    row = ledger({2023: {**BALANCED, "answered": "unreadable"}}).loc[(2023, "natural")]
    told = SimpleNamespace(organ="甲县人民政府", year=2023, applicant="natural", **row)
    for language in Language:
        line = write_ledger_row(told, language)
        assert "NaN" not in line and "✗" not in line


def test_scripts_get_the_ledger_of_an_organ_by_name(collection: Settings) -> None:
    with analytics.open_warehouse(collection.warehouse) as warehouse:
        found = analytics.ledger(warehouse, organs=["江宁区人民政府"], applicants=False)
        of_year = analytics.ledger(warehouse, organs=["江宁区人民政府"], years=[2022])
        with pytest.raises(SelectionError):
            analytics.ledger(warehouse, organs=["nowhere"])
    assert list(found.columns) == COLUMNS
    told = {row.year: (row.carried_over, row.carried_before, row.continuity) for row in found.itertuples()}
    assert told[2022] == (8, 7, "differs") and told[2023] == (2, 2, "continues")
    assert dict(zip(found["year"], found["left_over"], strict=True))[2022] == 1
    assert set(of_year["year"]) == {2022} and len(of_year) == len(APPLICANTS)
