"""The sum of a prefecture's counties: a series of its own, of those that are held, never an average of rates."""

from __future__ import annotations

import pandas as pd

from analytics.transforms.series.sums import is_sum, list_county_ids, list_sums, sum_id, sum_of_counties
from analytics.vocabulary.measures import find_measure

# 模拟甲东临市 and its counties, of which the standard's pattern gives forty.
ORGANS = pd.DataFrame(
    [(1, "991100", "prefecture", "government"), (2, "991101", "county", "government"),
     (3, "991102", "county", "government"), (4, "991101", "county", "department"),
     (5, "991201", "county", "government"), (6, "991100", "prefecture", "office")],
    columns=["organ_id", "place_code", "level", "kind"],
)  # fmt: skip


def changes(rows: list[tuple[int, int, float, float, float]]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["organ_id", "year", "value", "numerator", "denominator"])
    return frame.assign(
        status="number",
        stated_by_year=float("nan"),
        blanks_as_zero=False,
        is_certain=True,
        origin="published",
        read_from="document",
        is_coverage_suspected=False,
    )


VALUES = changes(
    [(1, 2021, 900, 0, 0), (2, 2021, 10, 5, 50), (3, 2021, 30, 1, 2), (2, 2022, 20, 10, 100), (3, 2022, 31, 3, 4),
     (2, 2023, 25, 1, 10), (5, 2023, 99, 1, 1), (4, 2023, 77, 1, 1)]
)  # fmt: skip


def test_counties_are_governments_right_below_the_prefectures_own_government() -> None:
    assert list_county_ids(ORGANS, 1) == (2, 3)
    assert list_county_ids(ORGANS, 2) == () == list_county_ids(ORGANS, 6)


def test_the_sum_holds_the_counties_and_says_how_many_of_how_many() -> None:
    found = sum_of_counties(VALUES, ORGANS, 1, find_measure("requests_new"), [2021, 2022, 2023, 2024]).set_index("year")
    assert found["value"].tolist()[:3] == [40, 51, 25] and pd.isna(found.loc[2024, "value"])
    assert found["members"].tolist() == [2, 2, 1, 0] and set(found["of"]) == {40}
    assert found.loc[2024, "status"] == "no_report"
    assert set(found["organ_id"]) == {sum_id(1)} and is_sum(sum_id(1))
    assert list_sums(found.reset_index()).to_dict("records") == [
        {"organ_id": sum_id(1), "above": 1, "members": 1, "of": 40}
    ]


def test_what_only_prose_states_is_in_no_sum() -> None:
    frame = VALUES.assign(status=VALUES["status"].where(VALUES["organ_id"] != 3, "stated_in_prose"))
    found = sum_of_counties(frame, ORGANS, 1, find_measure("requests_new"), [2021, 2022])
    assert found["value"].tolist() == [10, 20] and found["members"].tolist() == [1, 1]


def test_a_change_stands_only_between_the_same_counties() -> None:
    found = sum_of_counties(VALUES, ORGANS, 1, find_measure("requests_new"), [2021, 2022, 2023]).set_index("year")
    assert (found.loc[2022, "difference"], found.loc[2022, "percent"]) == (11, 11 / 40)
    assert pd.isna(found.loc[2023, "difference"]) and found.loc[2023, "absent_reason"] == "other_members"


def test_a_rate_is_of_sums_and_never_an_average() -> None:
    found = sum_of_counties(VALUES, ORGANS, 1, find_measure("disclosure_rate"), [2021, 2022]).set_index("year")
    assert (found.loc[2021, "value"], found.loc[2022, "value"]) == (6 / 52, 13 / 104)
    assert found.loc[2022, "percent"] != found.loc[2022, "percent"]  # a rate has no percent


def test_a_sum_is_as_good_as_its_weakest_member() -> None:
    values = VALUES.copy()
    values.loc[1, ["read_from", "is_certain"]] = ["ocr", False]
    found = sum_of_counties(values, ORGANS, 1, find_measure("requests_new"), [2021, 2022]).set_index("year")
    assert (found.loc[2021, "read_from"], found.loc[2021, "is_certain"]) == ("ocr", False)
    assert (found.loc[2022, "read_from"], found.loc[2022, "is_certain"]) == ("document", True)


def test_the_first_shown_year_is_compared_with_the_year_before_it() -> None:
    found = sum_of_counties(VALUES, ORGANS, 1, find_measure("requests_new"), [2022]).set_index("year")
    assert found.loc[2022, "difference"] == 11
    first = sum_of_counties(VALUES, ORGANS, 1, find_measure("requests_new"), [2021]).set_index("year")
    assert first.loc[2021, "absent_reason"] == "no_report_previous"


def test_a_doubtful_member_makes_a_doubtful_sum() -> None:
    values = VALUES.assign(is_coverage_suspected=(VALUES["organ_id"] == 2) & (VALUES["year"] == 2022))
    found = sum_of_counties(values, ORGANS, 1, find_measure("penalty_decisions"), [2022]).set_index("year")
    assert bool(found.loc[2022, "is_coverage_suspected"])
