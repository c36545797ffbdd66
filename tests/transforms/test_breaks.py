"""One law of breaks: pages that ask for many organs and charts that go through one organ's years say the same."""

from __future__ import annotations

import json

import pandas as pd
import pytest

from analytics.transforms.rows import each_row
from analytics.transforms.series.breaks import find_breaks, find_breaks_within
from analytics.transforms.series.editions import choose_edition
from analytics.vocabulary.measures import Measure, find_measure, list_measures

YEARS = {
    2017: {"pre2019": "national_2014"}, 2018: {"pre2019": "national_2014"}, 2019: {"II": "2019", "III": "2019", "IV": "2019"},
    2020: {"II": "2019", "III": "2019", "IV": "2019"}, 2021: {"II": "2021", "III": "2019", "IV": "2019"},
    2022: {"II": "2021", "III": "2021", "IV": "2021"}, 2023: {"II": "2021", "III": None}, 2024: {"III": "2021", "IV": "2021"},
}  # fmt: skip
REPORTS = pd.DataFrame(
    [(1, year, True, json.dumps(editions)) for year, editions in YEARS.items()],
    columns=["organ_id", "year", "is_current", "editions"],
)


def kinds(key: str) -> list[tuple[int, str]]:
    return [(row.year, row.kind) for row in each_row(find_breaks(REPORTS, find_measure(key), [1]))]


def test_a_break_stands_where_the_edition_of_the_own_table_changes() -> None:
    assert kinds("licensing_decisions") == [(2021, "edition")]
    assert kinds("requests_answered") == [(2022, "edition")]


def test_what_goes_on_over_2018_breaks_there_and_what_does_not_begins_there() -> None:
    assert kinds("requests_new") == [(2019, "edition"), (2022, "edition")]
    assert kinds("disclosure_rate") == [(2022, "edition")]


def test_table_four_is_the_same_in_both_editions_and_has_a_break_of_law() -> None:
    assert kinds("reconsideration_total") == [(2024, "law_2024")]
    assert kinds("reconsideration_upheld") == [(2019, "edition"), (2024, "law_2024")]
    before = find_breaks(REPORTS[REPORTS["year"] < 2023], find_measure("reconsideration_total"), [1])
    assert before.empty


@pytest.mark.parametrize("measure", list_measures(), ids=lambda measure: measure.key)
def test_one_organs_years_break_where_its_reports_do(measure: Measure) -> None:
    rows = list(each_row(REPORTS.assign(edition=choose_edition(REPORTS, measure))))
    assert find_breaks_within(rows, measure) == kinds(measure.key)
