"""A title of a trend speaks of the trend: what rose and fell, over which years, where its breaks lie."""

from __future__ import annotations

import pandas as pd
import pytest

from analytics.charts.many import write_median_title
from analytics.charts.parts.titles import write_index_title, write_trend_title
from analytics.charts.requests import write_flow_title, write_reasons_title
from analytics.transforms.series.scale import Scale, apply_scale
from analytics.transforms.series.trend import build_moves, find_largest_move
from analytics.vocabulary.measures import find_measure
from analytics.words import Language

NAMES = {1: "甲县", 2: "乙县", 3: "丙县"}
COUNT, RATE = find_measure("requests_new"), find_measure("disclosure_rate")
DECISIONS, SUITS = find_measure("penalty_decisions"), find_measure("reconsideration_total")


def rows(values: dict[tuple[int, int], float | None], **more: object) -> pd.DataFrame:
    """(organ, year) → value, as changes of one measure."""
    found = pd.DataFrame([(*key, value) for key, value in values.items()], columns=["organ_id", "year", "value"])
    plain = {
        "value_previous": None, "difference": float("nan"), "percent": float("nan"), "basis": None,
        "edition": ["2019" if year < 2021 else "2021" for year in found["year"]], "stated_by_year": float("nan"),
        "is_small_base": False, "is_coverage_suspected": False, "absent_reason": None, "percent_absent_reason": None,
    }  # fmt: skip
    return found.assign(**(plain | more))


def test_several_organs_are_told_by_what_rose_and_fell_and_never_by_their_last_values() -> None:
    peaked = rows({(1, 2021): 20, (1, 2022): 900, (1, 2023): 40, (2, 2021): 90, (2, 2022): 80, (2, 2023): 30})
    title = write_trend_title(peaked, NAMES, COUNT, Language.EN)
    assert title == (
        "New requests, 2021 to 2023: of 2 agencies, 1 rose, 1 fell; "
        "in proportion the largest change is in 乙县, from 90 (2021) to 30 (2023), −60 (−66.7%)"
    )
    chinese = write_trend_title(peaked, NAMES, COUNT, Language.ZH)
    assert (
        "最高" not in chinese and "2个机关中，1个上升，1个下降；" in chinese and "按倍数计变化最大的是乙县" in chinese
    )


def test_a_fall_to_a_third_outweighs_a_rise_to_the_double_and_small_or_doubtful_moves_are_no_largest() -> None:
    moves = build_moves(rows({(1, 2021): 30, (1, 2022): 60, (2, 2021): 90, (2, 2022): 30}), COUNT)
    assert (largest := find_largest_move(moves, COUNT)) is not None and largest.organ_id == 2
    moves = build_moves(rows({(1, 2021): 30, (1, 2022): 60, (2, 2021): 9, (2, 2022): 900}), COUNT)
    assert (largest := find_largest_move(moves, COUNT)) is not None and largest.organ_id == 1
    doubtful = rows({(1, 2021): 550, (1, 2022): 9487, (2, 2021): 100, (2, 2022): 110})
    title = write_trend_title(doubtful, NAMES, DECISIONS, Language.EN)
    assert "2022: 1 agency rose; " in title and "1 more is a suspected change" in title and "9,487" not in title


@pytest.mark.parametrize(
    ("lasts", "english", "chinese"),
    [
        ((3, 4, 5), "all 3 agencies rose", "3个机关全部上升"),
        ((1, 1), "both agencies fell", "两个机关均下降"),
        ((2, 2, 2), "all 3 agencies stayed the same", "3个机关全部不变"),
        ((1, 2, 1), "of 3 agencies, 2 fell, 1 stayed the same", "3个机关中，2个下降，1个不变"),
    ],
)
def test_only_what_some_did_is_named(lasts: tuple[int, ...], english: str, chinese: str) -> None:
    moved = rows(
        {(organ, year): value for organ, last in enumerate(lasts, 1) for year, value in ((2021, 2), (2022, last))}
    )
    for language, counts in ((Language.EN, f": {english}"), (Language.ZH, f"：{chinese}")):
        assert (
            write_trend_title(moved, NAMES, COUNT, language)
            .split(";" if language is Language.EN else "；")[0]
            .endswith(counts)
        )


def test_where_every_change_may_be_one_of_coverage_nothing_is_said_to_rise() -> None:
    doubtful = rows({(1, 2021): 550, (1, 2022): 9487, (2, 2021): 100, (2, 2022): 11000})
    title = write_trend_title(doubtful, NAMES, DECISIONS, Language.EN)
    assert title.endswith("2021 to 2022: 2 agencies, all of them suspected changes of coverage") and "rose" not in title


def test_organs_of_other_years_are_told_by_their_own_and_those_with_a_single_year_apart() -> None:
    mixed = rows({(1, 2019): 10, (1, 2022): 20, (2, 2021): 30, (2, 2022): 30, (3, 2022): 5})
    title = write_trend_title(mixed, NAMES, COUNT, Language.EN)
    assert (
        "from the first to the latest year of each agency (within 2019–2022): of 2 agencies, 1 rose, 1 stayed the same; "
        in title
    )
    assert "1 more has a single year" in title and "over a new edition of the form (2022)" in title
    alone = rows({(1, 2019): 10, (2, 2021): 30})
    assert "none with values in two years" in write_trend_title(alone, NAMES, COUNT, Language.EN)


def test_one_organ_is_told_from_its_first_to_its_last_year_with_the_peak_between() -> None:
    title = write_trend_title(rows({(1, 2021): 20, (1, 2022): 95, (1, 2023): 40}), NAMES, COUNT, Language.EN)
    assert (
        title
        == "甲县: New requests from 20 in 2021 to 40 requests in 2023, +20 (+100%); in between it reached 95 (2022)"
    )
    fell = write_trend_title(rows({(1, 2021): 20, (1, 2022): 3, (1, 2023): 40}), NAMES, COUNT, Language.ZH)
    assert "其间最低为3（2022年）" in fell and "最高" not in fell
    from_zero = write_trend_title(rows({(1, 2021): 0, (1, 2022): 40}), NAMES, COUNT, Language.EN)
    assert "+40 (it starts from zero, so there is no percentage)" in from_zero and "base under" not in from_zero


def test_a_change_of_law_on_the_way_is_said() -> None:
    title = write_trend_title(rows({(1, 2023): 20, (1, 2024): 40}), NAMES, SUITS, Language.EN)
    assert title.endswith("over a change of law (2024)")
    before = write_trend_title(rows({(1, 2022): 20, (1, 2023): 40}), NAMES, SUITS, Language.EN)
    assert "over a" not in before


def test_a_change_that_one_report_states_counts_where_both_years_are_shown() -> None:
    stated = rows(
        {(1, 2019): None, (1, 2020): 1248}, basis=["", "reported"], difference=[float("nan"), -453.0],
        value_previous=[float("nan"), 1701.0],
    )  # fmt: skip
    (move,) = build_moves(stated, COUNT)
    assert (move.first, move.before, move.last, move.now, move.stated_by_year) == (2019, 1701, 2020, 1248, 2020)
    assert build_moves(stated[stated["year"] == 2020], COUNT) == []


def test_an_index_is_told_by_what_stands_above_and_below_its_base() -> None:
    values = {(1, 2021): 20, (1, 2022): 90, (1, 2023): 40, (2, 2021): 90, (2, 2023): 30, (3, 2021): 5, (3, 2023): 500}
    drawn = apply_scale(rows(values), Scale.INDEX, base_year=2021, breaks=pd.DataFrame(columns=["organ_id", "year"]))
    title = write_index_title(drawn, NAMES, COUNT, Language.EN, 2021)
    assert "in the last year drawn of each: of 3 agencies, 2 above 100, 1 below 100;" in title
    assert title.endswith("farthest from 100 is 乙县 with 33.3 (2023)")


def test_medians_are_told_with_the_number_of_organs_that_make_them() -> None:
    band = pd.DataFrame({"year": [2021, 2023], "low": [10, 20], "middle": [50, 40], "high": [90, 95], "count": [7, 12]})
    title = write_median_title(band, rows({(1, 2021): 1}), COUNT, Language.EN)
    assert "from 50 in 2021 (7 agencies) to 40 in 2023 (12); in 2023 half lie between 20 and 95" in title


@pytest.mark.parametrize("language", list(Language))
def test_outcomes_that_share_the_first_place_are_all_named(language: Language) -> None:
    flows = pd.DataFrame({"outcome": ["disclosed", "unable", "refused"], "value": [4.0, 4.0, 1.0]})
    title = write_flow_title(flows, "甲县", 2024, language, total=9)
    words = (
        ("予以公开”“无法提供", "各4件")
        if language is Language.ZH
        else ("disclosed in full”, “unable to provide", "4 and")
    )
    assert all(word in title for word in words)
    reasons = pd.DataFrame({"line": ["not_held", "state_secret"], "value": [4.0, 2.0]})
    assert ("“" in write_reasons_title(reasons, "甲县", 2024, language)) and "4" in title
