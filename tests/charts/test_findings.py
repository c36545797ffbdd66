"""Titles are findings, and letters can be read on what they stand on."""

from __future__ import annotations

import pandas as pd
import pytest

from analytics.charts.compare import compare
from analytics.charts.largest_changes import draw_largest_changes
from analytics.charts.parts.room import Room
from analytics.charts.parts.theme import HOVER, INK, MUTED, PAPER, SHADES, choose_ink, make_layout, measure_contrast
from analytics.charts.parts.titles import write_latest_change, write_span_title
from analytics.charts.profile import write_profile_title
from analytics.vocabulary.measures import find_measure
from analytics.words import Language

NAMES = {1: "甲县", 2: "乙县", 3: "丙县"}
COUNT = find_measure("requests_new")


def build_values(values: list[float], years: list[int]) -> pd.DataFrame:
    return pd.DataFrame({"organ_id": range(1, len(values) + 1), "value": values, "year": years})


def test_the_lowest_and_the_highest_are_called_so_and_never_read_as_a_change() -> None:
    rows = build_values([530, 2086, 4119], [2024, 2024, 2024])
    english, chinese = (write_span_title(rows, NAMES, COUNT, language) for language in (Language.EN, Language.ZH))
    assert "2024" in english and "lowest 530" in english and "highest 4,119" in english and "from" not in english
    assert "2024年" in chinese and "甲县最低，530" in chinese and "丙县最高，4,119" in chinese


def test_values_of_different_years_or_counted_differently_have_no_lowest_and_no_highest() -> None:
    years = build_values([530, 2086, 693957], [2020, 2023, 2025])
    title = write_span_title(years, NAMES, COUNT, Language.EN)
    assert "2020–2025" in title and "the years differ" in title and "lowest" not in title and "highest" not in title
    decisions = find_measure("penalty_decisions")
    counted = [
        write_span_title(build_values([530, 693957], [2024, 2024]), NAMES, decisions, language) for language in Language
    ]
    assert "不比高低" in counted[0] and "最低" not in counted[0] and "最高" not in counted[0]
    assert "not ranked" in counted[1] and "lowest" not in counted[1]


def test_organs_that_share_an_end_are_counted() -> None:
    assert "lowest 3 requests in 甲县 (one of 2)" in write_span_title(
        build_values([3, 3, 9], [2020, 2020, 2020]), NAMES, COUNT, Language.EN
    )
    assert "2020–2021: 7 requests in all 2 agencies" in write_span_title(
        build_values([7, 7], [2020, 2021]), NAMES, COUNT, Language.EN
    )


def test_rates_on_small_bases_are_no_end_and_are_counted_apart() -> None:
    rate = find_measure("disclosure_rate")
    rows = build_values([0.5, 0.8, 1.0], [2024] * 3).assign(is_small_base=[False, False, True])
    english, chinese = (write_span_title(rows, NAMES, rate, language) for language in (Language.EN, Language.ZH))
    assert "2 agencies" in english and "highest 80%" in english and "1 more, with a base under 10, left out" in english
    assert "丙县" not in chinese and "另有1个基数小于10" in chinese
    few = write_span_title(rows.assign(is_small_base=[False, True, True]), NAMES, rate, Language.EN)
    assert "highest 100%" in few and "2 of them with a base under 10" in few


def one_change(before: float, now: float, **marks: bool) -> pd.DataFrame:
    return movers((1, before, now)).assign(percent_absent_reason=None, **marks)


def test_a_title_says_that_a_change_is_rather_one_of_coverage_or_on_a_small_base() -> None:
    plain, doubtful, small = one_change(550, 700), one_change(550, 9487), one_change(4, 8, is_small_base=True)
    doubtful["is_coverage_suspected"] = True
    titles = [write_latest_change(row, NAMES, COUNT, Language.ZH) for row in (plain, doubtful, small)]
    assert "口径" not in titles[0] and "疑似口径变化" in titles[1] and "基数小于10" in titles[2]
    assert "suspected change of coverage" in write_latest_change(doubtful, NAMES, COUNT, Language.EN)
    from_zero = small.assign(percent=float("nan"), percent_absent_reason="previous_zero")
    assert "基数" not in write_latest_change(from_zero, NAMES, COUNT, Language.ZH)


def movers(*changes: tuple[int, float, float]) -> pd.DataFrame:
    """(organ, before, now) of new requests in 2024."""
    return pd.DataFrame(
        [
            {
                "organ_id": organ, "year": 2024, "measure": "requests_new", "value_previous": before, "value": now,
                "difference": now - before, "percent": (now - before) / before, "basis": "computed", "report_id": 7,
                "status": "number", "read_from": "document", "origin": "published", "printed": str(now),
                "stated_by_year": float("nan"), "numerator": None, "denominator": None, "blanks_as_zero": False,
                "is_computed": False, "is_certain": True, "is_small_base": False, "absent_reason": None,
                "is_coverage_suspected": False,
            }
            for organ, before, now in changes
        ]
    )  # fmt: skip


def test_the_title_of_changes_counts_them_and_names_the_largest_with_both_values() -> None:
    figure = draw_largest_changes(
        movers((1, 21, 95), (2, 40, 30)), NAMES, Language.EN, title="2 largest changes", source="s"
    )
    title = figure.title.text
    assert "2 largest changes: 1 up, 1 down" in title and "甲县, 2024" in title and "21 → 95 (+352.4%)" in title
    assert "0%" in figure.layout["xaxis"]["ticktext"] and "+0%" not in figure.layout["xaxis"]["ticktext"]
    alone = draw_largest_changes(movers((1, 21, 95)), NAMES, Language.ZH, title="甲县2024年变化最大的1项", source="s")
    sole_title = alone.title.text
    assert sole_title.count("甲县") == 1 and "最大的1项，上升；" in sole_title


def test_a_rise_to_the_double_and_a_fall_to_the_half_are_bars_of_one_length() -> None:
    figure = draw_largest_changes(movers((1, 40, 80), (2, 80, 40)), NAMES, Language.EN, title="x", source="s")
    (bars,) = figure.traces
    assert bars["x"][0] == pytest.approx(-bars["x"][1])
    assert figure.layout["xaxis"]["ticktext"] == ["−50%", "0%", "+100%"]


def test_a_chart_of_changes_names_units_source_and_what_it_leaves_out() -> None:
    rows = movers((1, 21, 95))
    figure = draw_largest_changes(rows, NAMES, Language.EN, title="x", source="reports")
    beneath = figure.title.subtitle
    assert "Source: reports" in beneath and "simulated" not in beneath and "Unit: %" in beneath
    assert "suspected changes of coverage are left out" in beneath
    assert any("21 → 95 requests" in annotation["text"] for annotation in figure.layout["annotations"])
    doubtful = rows.assign(is_coverage_suspected=True, origin="simulated")
    beneath = draw_largest_changes(doubtful, NAMES, Language.EN, title="x", source="reports").title.subtitle
    assert (
        "simulated" in beneath
        and "coverage" not in beneath
        and "Values under 10 in either year and uncertain values are left out" in beneath
    )


def test_names_stand_left_of_bars_or_on_a_narrow_screen_above_them_and_the_hatched_bar_is_said_to_be_the_reference() -> (
    None
):
    rows = movers((1, 21, 95), (2, 40, 30)).assign(percent_absent_reason=None)
    wide = compare(rows, NAMES, COUNT, Language.EN, reference=2, source="s")
    assert [(name["y"], name["xanchor"]) for name in wide.layout["annotations"]] == [(0, "right"), (1, "right")]
    figure = compare(rows, NAMES, COUNT, Language.EN, reference=2, source="s", room=Room.NARROW)
    (bars,) = figure.traces
    tops = [place + bars["width"] / 2 for place in range(2)]
    assert [annotation["y"] for annotation in figure.layout["annotations"]] == tops
    assert "Hatched: the reference, 乙县" in figure.title.subtitle
    without = compare(rows.assign(value=[95, None]), NAMES, COUNT, Language.EN, reference=2, source="s")
    assert "Hatched" not in without.title.subtitle


def test_key_figures_are_counted_in_their_latest_year_with_doubtful_changes_apart() -> None:
    nan = float("nan")
    rows = pd.DataFrame(
        [(2023, 1, nan, False), (2024, 5, 4, False), (2024, 900, 800, True), (2024, 3, nan, False), (2024, nan, nan, False)],
        columns=["year", "value", "difference", "is_coverage_suspected"],
    ).assign(stated_by_year=nan)  # fmt: skip
    title = write_profile_title(rows, 4, "甲县", Language.EN)
    assert title == (
        "甲县, 2024: 3 of 4 figures drawn have a value; compared with the year before, 1 rose; "
        "1 more is a suspected change of coverage"
    )
    assert "没有可比的上年" in write_profile_title(rows[rows["year"] == 2023], 4, "甲县", Language.ZH)
    assert "none of the figures drawn" in write_profile_title(rows[rows["value"].isna()], 4, "甲县", Language.EN)


@pytest.mark.parametrize("shade", sorted({shade for shades in SHADES.values() for shade in shades}))
def test_letters_on_every_shade_of_a_map_meet_aa(shade: str) -> None:
    assert measure_contrast(choose_ink(shade), shade) >= 4.5


def test_hover_texts_are_dark_on_white_on_every_chart() -> None:
    assert make_layout(height=1)["hoverlabel"] == HOVER
    assert measure_contrast(HOVER["font"]["color"], HOVER["bgcolor"]) >= 7 and measure_contrast(MUTED, PAPER) >= 4.5  # type: ignore[index]
    assert measure_contrast("#000000", "#ffffff") == pytest.approx(21) and measure_contrast(INK, INK) == 1


def test_bars_are_sorted_and_those_without_a_value_stand_last() -> None:
    rows = movers((1, 21, 95), (2, 40, 30), (1, 3, 200)).assign(percent_absent_reason=None, value=[30, None, 95])
    (bars,) = compare(rows, NAMES, COUNT, Language.EN, reference=2, source="s").traces
    assert bars["x"] == [None, 30, 95]  # from the bottom
