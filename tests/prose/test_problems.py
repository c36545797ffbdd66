"""Section five: problems and measures apart, problems that come back, measures that next year's report tells of."""

from __future__ import annotations

import pandas as pd
import pytest

from analytics.prose.problems import (
    count_themes,
    find_repeated,
    find_reported,
    find_themes,
    list_items,
    measure_likeness,
    split_items,
)
from analytics.vocabulary.prose.problems import THEME_BY_KEY, THEMES

_FIVE = """（一）存在的主要问题。一是政策解读形式单一；二是业务培训不够深入。
（二）改进措施。一是丰富解读形式，采用图解、视频等方式解读政策文件。二是组织业务培训，邀请专家授课。"""


def _narratives(*rows: tuple[int, int, str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["report_id", "position", "number", "text"])


def _reports(*rows: tuple[int, int, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["report_id", "organ_id", "year"])


def test_problems_and_measures_are_parted() -> None:
    items = split_items(_FIVE)
    assert [(str(item.kind), _FIVE[item.start : item.end]) for item in items] == [
        ("problem", "一是政策解读形式单一"),
        ("problem", "二是业务培训不够深入"),
        ("measure", "一是丰富解读形式，采用图解、视频等方式解读政策文件"),
        ("measure", "二是组织业务培训，邀请专家授课"),
    ]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "存在的主要问题有：制度机制还不健全；培训不足。改进措施：一是完善制度。二是加强培训。",
            ["problem", "problem", "measure", "measure"],
        ),
        (
            "取得一定成效，但仍存在差距。如公开内容的深度有待提高、队伍建设有待加强等。下一步，我局将加强培训工作。",
            ["problem", "problem", "measure"],
        ),
        ("2023年，信息更新不及时。2024年，我镇将继续加强信息更新。", ["problem", "measure"]),
        ("问题：人员业务能力不强。针对上述问题，已组织培训3次。", ["problem", "taken"]),
        ("政府信息公开存在的问题及改进情况\n一是更新不及时。\n改进情况：及时更新网站栏目。", ["problem", "measure"]),
        ("无。", []),
        ("", []),
    ],
)
def test_sections_written_otherwise_are_parted_as_well(text: str, kinds: list[str]) -> None:
    assert [str(item.kind) for item in split_items(text)] == kinds


def test_themes_say_what_an_item_is_about() -> None:
    assert find_themes("业务培训不够深入") == ("training",)
    assert find_themes("政策解读形式单一") == ("interpretation", "forms")
    assert find_themes("其他") == ()
    assert len(THEME_BY_KEY) == len(THEMES)


def test_a_problem_named_again_in_the_next_year_is_repeated() -> None:
    five = "存在问题：业务培训不够深入。"
    narratives = _narratives(
        (1, 4, "V", five), (2, 4, "V", five), (3, 4, "V", five), (4, 4, "V", "存在问题：解读形式单一。")
    )
    reports = _reports((1, 7, 2021), (2, 7, 2022), (3, 7, 2023), (4, 7, 2024))
    repeated = find_repeated(list_items(narratives), reports)
    assert repeated[["year", "theme", "years_running", "likeness"]].values.tolist() == [
        [2022, "training", 2, 1.0],
        [2023, "training", 3, 1.0],
    ]


def test_a_problem_of_another_organ_or_after_a_gap_is_not_repeated() -> None:
    five = "存在问题：业务培训不够深入。"
    narratives = _narratives((1, 4, "V", five), (2, 4, "V", five), (3, 4, "V", five))
    assert find_repeated(list_items(narratives), _reports((1, 7, 2021), (2, 8, 2022), (3, 7, 2023))).empty


def test_a_measure_is_reported_by_the_sentence_that_tells_of_it() -> None:
    work = "2023年，我县推进工作。采用图解、视频等方式解读政策文件20件。"
    narratives = _narratives((1, 4, "V", _FIVE), (2, 1, "I", work))
    found = find_reported(list_items(narratives), narratives, _reports((1, 7, 2022), (2, 7, 2023)))
    told, untold = found.to_dict("records")
    assert work[told["later_start"] : told["later_end"]] == "采用图解、视频等方式解读政策文件20件"
    assert told["later_id"] == 2 and pd.isna(untold["later_id"])


def test_without_a_next_report_nothing_is_said_of_a_measure() -> None:
    narratives = _narratives((1, 4, "V", _FIVE), (2, 1, "I", "采用图解、视频等方式解读政策文件。"))
    assert find_reported(list_items(narratives), narratives, _reports((1, 7, 2022), (2, 7, 2024))).empty


def test_commonplaces_make_no_likeness() -> None:
    assert measure_likeness("进一步加强政府信息公开工作", "进一步加强政府信息公开工作") == 0.0
    assert measure_likeness("邀请专家学者授课并组织轮训", "邀请专家学者授课") > 0.4


def test_themes_are_counted_by_organs() -> None:
    five = "存在问题：一是业务培训不够深入；二是培训学习不足；三是解读形式单一。"
    narratives = _narratives((1, 4, "V", five), (2, 4, "V", "存在问题：业务培训不足。"))
    counted = count_themes(
        list_items(narratives), _reports((1, 7, 2023), (2, 8, 2023)), pd.Series({7: "甲省", 8: "甲省"})
    )
    training = counted[counted["theme"] == "training"].iloc[0]
    assert (training["organs"], training["of_organs"], training["share"]) == (2, 2, 1.0)
    assert counted["theme"].iloc[0] == "training"


def test_no_sections_are_no_items() -> None:
    empty = list_items(_narratives())
    assert empty.empty
    assert find_repeated(empty, _reports()).empty
    assert find_reported(empty, _narratives(), _reports()).empty
    assert count_themes(empty, _reports(), pd.Series(dtype="object")).empty
