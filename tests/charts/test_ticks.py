"""Numbers along an axis: round, of one unit and one precision, in the language of the page."""

from __future__ import annotations

import pytest

from analytics.charts.parts.ticks import choose_year_ticks, make_decade_ticks, make_measure_ticks, make_ticks
from analytics.vocabulary.measures import find_measure
from analytics.words import Language


@pytest.mark.parametrize(
    ("values", "chinese", "english"),
    [
        ([3, 9], ["0", "2", "4", "6", "8", "10"], ["0", "2", "4", "6", "8", "10"]),
        ([56_863], ["0", "2万", "4万", "6万"], ["0", "20k", "40k", "60k"]),
        ([12_500], ["0", "0.5万", "1.0万", "1.5万"], ["0", "5k", "10k", "15k"]),
        ([1_800_000], ["0", "50万", "100万", "150万", "200万"], ["0", "0.5M", "1.0M", "1.5M", "2.0M"]),
        (
            [4_119],
            ["0", "1,000", "2,000", "3,000", "4,000", "5,000"],
            ["0", "1,000", "2,000", "3,000", "4,000", "5,000"],
        ),
    ],
)
def test_large_numbers_are_short_in_each_language_and_never_of_mixed_precision(
    values: list[float], chinese: list[str], english: list[str]
) -> None:
    assert make_ticks(values, Language.ZH)["ticktext"] == chinese
    assert make_ticks(values, Language.EN)["ticktext"] == english


def test_zero_has_no_sign_and_changes_have_one() -> None:
    drawn = make_ticks([-0.569, 3.524], Language.EN, is_share=True, sign=True, most=3)
    assert drawn["ticktext"] == ["−200%", "0%", "+200%", "+400%"] and drawn["tickvals"] == [-2, 0, 2, 4]


def test_what_is_counted_has_no_halves_and_a_rate_has_percentages() -> None:
    assert make_measure_ticks([1, 2], find_measure("requests_new"), Language.EN)["ticktext"] == ["0", "1", "2"]
    assert make_measure_ticks([0.004], find_measure("disclosure_rate"), Language.EN, most=2)["ticktext"] == [
        "0%",
        "0.2%",
        "0.4%",
    ]


def test_an_axis_without_values_has_no_numbers() -> None:
    assert make_ticks([float("nan")], Language.ZH, from_zero=False)["tickvals"] == []
    assert make_ticks([0, 0], Language.ZH)["tickvals"][0] == 0
    assert len(make_ticks([100.0], Language.ZH, from_zero=False)["tickvals"]) >= 2


def test_a_logarithmic_axis_has_steps_between_powers_where_they_are_few() -> None:
    assert {"100", "200", "500"} <= set(make_decade_ticks([96, 329], Language.EN)["ticktext"])
    assert make_decade_ticks([3, 1_800_000], Language.ZH)["ticktext"] == [
        "1",
        "10",
        "100",
        "1,000",
        "1万",
        "10万",
        "100万",
        "1,000万",
    ]


def test_a_single_value_below_zero_has_an_axis_as_well() -> None:
    assert len(make_ticks([-10.0], Language.EN, from_zero=False)["tickvals"]) >= 2


def test_years_are_thinned_from_the_last_one() -> None:
    assert choose_year_ticks(range(2019, 2026)) == list(range(2019, 2026))
    assert choose_year_ticks(range(2011, 2026)) == [2011, 2013, 2015, 2017, 2019, 2021, 2023, 2025]
    assert choose_year_ticks(range(2008, 2028))[-1] == 2027
