"""Coverage by area counts organs, and says of how many."""

from __future__ import annotations

import pandas as pd

from analytics.charts.coverage import coverage_by_area
from analytics.transforms.coverage import by_area
from analytics.words import Language

ORGANS = pd.DataFrame(
    [(1, "甲省", "甲市"), (2, "甲省", "乙市"), (3, "乙省", "丙市"), (4, None, None)],
    columns=["organ_id", "province", "prefecture"],
)
MATRIX = pd.DataFrame(
    [(1, 2022, "full"), (1, 2023, "none"), (2, 2022, "partial"), (2, 2023, "full"), (3, 2022, "none"), (3, 2023, "full"),
     (4, 2022, "full"), (4, 2023, "full")],
    columns=["organ_id", "year", "state"],
)  # fmt: skip


def test_organs_are_counted_by_province_and_by_prefecture_where_there_is_one_province() -> None:
    found = by_area(MATRIX, ORGANS).set_index(["area", "year"])
    assert found.loc[("甲省", 2022)].tolist() == [2, 1, 2]
    assert found.loc[("乙省", 2022)].tolist() == [0, 0, 1]
    assert len(found) == 4
    one = by_area(MATRIX[MATRIX["organ_id"] < 3], ORGANS)
    assert set(one["area"]) == {"甲市", "乙市"}


def test_the_chart_says_held_of_all() -> None:
    heat = coverage_by_area(by_area(MATRIX, ORGANS), Language.EN, pairs=2)["data"][0]
    assert heat["y"] == ["甲省", "乙省"]
    assert heat["text"] == [["2/2", "1/2"], ["0/1", "1/1"]]
