"""Ranks: ties shared, small bases and doubtful changes left out, intervals from counts, no better end."""

from __future__ import annotations

from statistics import NormalDist

import pandas as pd
import pytest

from analytics.transforms.groups.peers import find_nearest, find_peers, list_areas, list_sorts, select_members
from analytics.transforms.groups.ranking import By, add_intervals, count_left_out, rank_organs
from analytics.vocabulary.measures import find_measure

RATE, COUNT = find_measure("disclosure_rate"), find_measure("penalty_decisions")


def rows(values: dict[int, tuple[float, ...]], *, year: int = 2023, **more: object) -> pd.DataFrame:
    """organ → (value, numerator, denominator)."""
    frame = pd.DataFrame(
        [(organ, year, *numbers) for organ, numbers in values.items()],
        columns=["organ_id", "year", "value", "numerator", "denominator"],
    )
    return frame.assign(
        **{"difference": 0.0, "percent": 0.0, "value_previous": 100.0, "is_coverage_suspected": False,
           "stated_by_year": float("nan"), **more}
    )  # fmt: skip


def test_fictional_provinces_are_areas_of_their_own() -> None:
    organs = pd.DataFrame(
        {
            "organ_id": [1, 2], "place_code": ["991101", "992101"], "level": "county", "kind": "government",
            "province": ["甲", "乙"], "prefecture": ["东", "西"],
        }
    )  # fmt: skip
    assert [(area.code, area.name) for area in list_areas(organs)] == [
        ("", ""), ("991", "甲"), ("9911", "甲 · 东"), ("992", "乙"), ("9921", "乙 · 西"),
    ]  # fmt: skip
    assert select_members(organs, level="county", kind="government", area="992") == (2,)


def test_ties_share_the_better_rank_and_the_next_is_skipped() -> None:
    now = rows({1: (5, 1, 100), 2: (7, 1, 100), 3: (7, 1, 100), 4: (1, 1, 100)})
    found = rank_organs(now, COUNT, year=2023).set_index("organ_id")["rank"]
    assert found.to_dict() == {2: 1, 3: 1, 1: 3, 4: 4}


def test_places_gained_are_counted_from_the_year_before() -> None:
    before = rows({1: (9, 1, 100), 2: (5, 1, 100)}, year=2022)
    now = rows({1: (5, 1, 100), 2: (7, 1, 100), 3: (6, 1, 100)})
    found = rank_organs(pd.concat([before, now], ignore_index=True), COUNT, year=2023).set_index("organ_id")
    assert found["rank_change"].dropna().to_dict() == {2: 1, 1: -1}  # of the two ranked in both years


def test_places_are_compared_among_the_organs_ranked_in_both_years_and_the_others_are_new() -> None:
    before = rows({1: (9, 1, 100), 2: (5, 1, 100), 4: (7, 1, 100)}, year=2022)
    now = rows({1: (5, 1, 100), 2: (4, 1, 100), 3: (6, 1, 100), 5: (8, 1, 100)})
    found = rank_organs(pd.concat([before, now], ignore_index=True), COUNT, year=2023).set_index("organ_id")
    assert found["rank"].to_dict() == {5: 1, 3: 2, 1: 3, 2: 4} and set(found["ranked"]) == {4}
    assert found["rank_previous"].dropna().to_dict() == {1: 1, 2: 3} and set(found["ranked_previous"]) == {3}
    assert found["rank_change"].dropna().to_dict() == {1: 0, 2: 0} and set(found["ranked_both"]) == {2}
    assert found["is_new"].to_dict() == {5: True, 3: True, 1: False, 2: False}


def test_in_the_first_year_of_all_no_organ_is_new() -> None:
    assert not rank_organs(rows({1: (5, 1, 100), 2: (7, 1, 100)}), COUNT, year=2023)["is_new"].any()


def test_from_the_lowest_the_lowest_is_first_and_a_fall_gains_places() -> None:
    before = rows({1: (9, 1, 100), 2: (5, 1, 100), 3: (6, 1, 100)}, year=2022)
    now = rows({1: (1, 1, 100), 2: (7, 1, 100), 3: (7, 1, 100)})
    both = pd.concat([before, now], ignore_index=True)
    found = rank_organs(both, COUNT, year=2023, from_lowest=True)
    assert found["organ_id"].tolist() == [1, 2, 3] and found["rank"].tolist() == [1, 2, 2]
    assert found.set_index("organ_id")["rank_change"].to_dict() == {1: 2, 2: -1, 3: 0}


def test_a_rate_over_few_and_a_missing_value_are_left_out_with_their_reason() -> None:
    now = rows({1: (0.5, 15, 30), 2: (1.0, 29, 29), 3: (float("nan"), 0, 0)})
    found = rank_organs(now, RATE, year=2023).set_index("organ_id")
    assert found["rank"].dropna().to_dict() == {1: 1}
    assert found["left_out"].dropna().to_dict() == {2: "below_least_base", 3: "no_value"}


def test_a_suspected_change_of_coverage_is_ranked_only_on_request() -> None:
    now = rows({1: (9, 1, 1), 2: (5, 1, 1)}, percent=[17.0, 0.1], is_coverage_suspected=[True, False])
    assert rank_organs(now, COUNT, year=2023, by=By.PERCENT)["rank"].dropna().tolist() == [1]
    both = rank_organs(now, COUNT, year=2023, by=By.PERCENT, include_suspected=True)
    assert both["organ_id"].tolist() == [1, 2]


def test_what_another_years_report_states_has_no_rank() -> None:
    assert rank_organs(rows({1: (9, 1, 1)}, stated_by_year=2024.0), COUNT, year=2023)["left_out"].tolist() == [
        "stated_by_another_year"
    ]


def test_intervals_are_wilsons() -> None:
    part, whole = 12, 40
    (found,) = add_intervals(rows({1: (part / whole, part, whole)}), RATE).itertuples()
    z = NormalDist().inv_cdf(0.975)
    middle = (part / whole + z**2 / (2 * whole)) / (1 + z**2 / whole)
    half = z / (1 + z**2 / whole) * ((part / whole) * (1 - part / whole) / whole + z**2 / (4 * whole**2)) ** 0.5
    assert (found.low, found.high) == pytest.approx((middle - half, middle + half))
    odd = add_intervals(rows({1: (1.2, 12, 10), 2: (0.0, 0, 0)}), RATE)
    assert odd["low"].isna().all()


ORGANS = pd.DataFrame(
    [
        (1, "320801", "county", "government", "江苏省", "淮安市"),
        (2, "320802", "county", "government", "江苏省", "淮安市"),
        (3, "320901", "county", "government", "江苏省", "盐城市"),
        (4, "320800", "prefecture", "government", "江苏省", "淮安市"),
        (5, None, "county", "government", None, None),
    ],
    columns=["organ_id", "place_code", "level", "kind", "province", "prefecture"],
)


def test_groups_are_of_one_level_and_kind_in_one_area() -> None:
    assert [area.code for area in list_areas(ORGANS)] == ["", "32", "3208", "3209"]
    assert list_sorts(ORGANS)[0] == ("county", "government")
    assert select_members(ORGANS, level="county", kind="government", area="3208") == (1, 2)
    assert select_members(ORGANS, level="county", kind="government") == (1, 2, 3)


def test_peers_come_from_the_nearest_area_that_has_enough() -> None:
    assert find_peers(ORGANS, 1, least=1) == ("3208", (2,))
    assert find_peers(ORGANS, 1, least=2) == ("32", (2, 3))
    assert find_peers(ORGANS, 1, least=9) == ("", ())
    assert find_peers(ORGANS, 5) == ("", ())


def test_the_nearest_in_size_are_nearest_by_ratio_in_the_organs_own_latest_year() -> None:
    series = rows({1: (100, 0, 0), 2: (51, 0, 0), 3: (198, 0, 0), 4: (130, 0, 0), 5: (0, 0, 0), 6: (101, 0, 0)})
    later = rows({2: (1, 0, 0), 6: (100, 0, 0)}, year=2024)
    found = find_nearest(pd.concat([series, later], ignore_index=True), 1, [1, 2, 3, 4, 5], 3)
    assert found is not None
    assert (found.year, found.organ_value, found.low, found.high) == (2023, 100, 51, 198)
    assert found.organ_ids == (4, 2, 3)
    assert find_nearest(series, 5, [1, 2], 3) is None
    assert find_nearest(series, 1, [1], 3) is None


def test_those_without_a_rank_are_counted_by_their_own_reason() -> None:
    nan = float("nan")
    now = rows({1: (0.5, 15, 30), 2: (1.0, 29, 29), 3: (nan, 0, 0), 4: (nan, nan, nan), 5: (nan, nan, nan)})
    now = now.assign(status=["number", "number", "zero_denominator", "no_report", "no_report"])
    found = count_left_out(rank_organs(now, RATE, year=2023), By.VALUE)
    assert found.to_dict() == {"status.no_report": 2, "status.zero_denominator": 1, "left_out.below_least_base": 1}
    change = rows({1: (5, 1, 1), 2: (5, 1, 1)}, percent=nan, absent_reason=["no_report_previous", None])
    change = change.assign(percent_absent_reason=[None, "previous_zero"])
    counts = count_left_out(rank_organs(change, COUNT, year=2023, by=By.PERCENT), By.PERCENT)
    assert counts.to_dict() == {"reason.no_report_previous": 1, "reason.previous_zero": 1}
