"""Two years side by side: what lacks a year is said, never drawn as a change."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from analytics.charts.multiples import draw_multiples
from analytics.charts.pairs import draw_dumbbell
from analytics.charts.parts.room import Room
from analytics.charts.slope import draw_slope
from analytics.transforms.series.scale import Scale
from analytics.vocabulary.measures import find_measure
from analytics.words import Language

NAMES = {1: "甲县", 2: "乙县", 3: "丙县"}
COUNT, RATE = find_measure("penalty_decisions"), find_measure("disclosure_rate")


def frame(values: dict[tuple[int, int], float | None], **more: object) -> pd.DataFrame:
    """(organ, year) → value, with what hovers ask for."""
    found = pd.DataFrame([(*key, value) for key, value in values.items()], columns=["organ_id", "year", "value"])
    empty = dict.fromkeys(("printed", "basis", "absent_reason", "percent_absent_reason", "read_from", "origin"))
    numbers = {name: float("nan") for name in ("numerator", "denominator", "difference", "percent", "stated_by_year")}
    return found.assign(
        status=["no_report" if pd.isna(value) else "number" for value in found["value"]],
        report_id=[float("nan") if pd.isna(value) else 7 for value in found["value"]],
        **empty, **numbers, blanks_as_zero=False, is_computed=False, is_certain=True, is_small_base=False,
        is_coverage_suspected=False,
        edition=["2019" if year < 2021 else "2021" for year in found["year"]], **more,
    )  # fmt: skip


ROWS = frame({(1, 2020): 10, (1, 2021): 40, (2, 2020): 50, (2, 2021): 25, (3, 2020): None, (3, 2021): 9})


@pytest.mark.parametrize("draw", [draw_dumbbell, draw_slope])
def test_an_organ_that_lacks_a_year_is_named_with_its_reason_and_no_change(draw: object) -> None:
    figure = draw(ROWS, NAMES, COUNT, Language.EN, first=2020, last=2021, source="x")  # type: ignore[operator]
    lines = [trace for trace in figure.traces if "lines" in trace["mode"]]
    assert not [trace for trace in lines if "丙县" in str(trace.get("y")) or trace.get("name") == "丙县"]
    text = str(figure.layout["annotations"]) + figure.title.subtitle
    assert "2020 no report in the collection → 2021 9" in text
    assert "of 2 agencies, 1 rose, 1 fell" in figure.title.text


def test_changes_are_written_with_their_percentage_and_a_rate_in_points() -> None:
    text = str(draw_dumbbell(ROWS, NAMES, COUNT, Language.EN, first=2020, last=2021, source="x").layout["annotations"])
    assert "+30 (+300%)" in text and "+30 (+300%)　" not in text and "−25 (−50%)" in text
    rates = frame({(1, 2020): 0.5, (1, 2021): 0.75})
    text = str(draw_dumbbell(rates, NAMES, RATE, Language.EN, first=2020, last=2021, source="x").layout["annotations"])
    assert "+25 percentage points" in text and "%)" not in text


def test_a_slope_over_a_new_edition_is_dotted() -> None:
    over = draw_slope(ROWS, NAMES, COUNT, Language.ZH, first=2020, last=2021, source="x").traces
    assert {trace["line"]["dash"] for trace in over} == {"dot"}
    within = frame({(1, 2021): 1, (1, 2022): 2})
    assert (
        draw_slope(within, NAMES, COUNT, Language.ZH, first=2021, last=2022, source="x").traces[0]["line"]["dash"]
        == "solid"
    )


def test_nothing_to_compare_is_a_title_and_no_line() -> None:
    alone = frame({(1, 2020): None, (1, 2021): 4})
    figure = draw_slope(alone, NAMES, COUNT, Language.EN, first=2020, last=2021, source="x")
    assert figure.traces == [] and "no agency has a value in both" in figure.title.text


def test_every_panel_has_the_same_axes_and_a_missing_year_leaves_a_gap() -> None:
    rows = frame({(1, 2019): 3, (1, 2020): None, (1, 2021): 5, (2, 2019): 8, (2, 2020): 9, (2, 2021): 90})
    figure = draw_multiples(rows, NAMES, COUNT, Language.ZH, source="x")
    ranges = [axis["range"] for name, axis in figure.layout.items() if name.startswith("yaxis")]
    assert len(ranges) == 2 and ranges[0] == ranges[1] and ranges[0][1] >= 90
    line = next(trace for trace in figure.traces if trace.get("customdata"))
    assert line["y"] == [3, None, 5] and line["customdata"] == ["7 1 2019", None, "7 1 2021"]


@pytest.mark.parametrize("draw", [draw_dumbbell, draw_slope])
def test_a_suspected_change_of_coverage_is_marked_and_counted_apart(draw: object) -> None:
    rows = frame({(1, 2021): 818, (1, 2022): 7267, (2, 2021): 50, (2, 2022): 60})
    figure = draw(rows, NAMES, COUNT, Language.EN, first=2021, last=2022, source="x")  # type: ignore[operator]
    assert "1 agency rose" in figure.title.text
    assert "1 more is a suspected change of coverage" in figure.title.text
    marked = [annotation["text"] for annotation in figure.layout["annotations"] if "suspected" in annotation["text"]]
    assert len(marked) == 1 and "+6,449" in marked[0]


def test_a_percentage_on_a_small_base_says_so() -> None:
    rows = frame({(1, 2021): 2, (1, 2022): 4})
    text = str(draw_dumbbell(rows, NAMES, COUNT, Language.EN, first=2021, last=2022, source="x").layout["annotations"])
    assert "+2 (+100%)" in text and "base" in text


def test_the_change_of_law_and_a_new_edition_are_seen_in_every_way_of_comparing() -> None:
    remedies = find_measure("suit_direct_total")
    over = frame({(1, 2023): 20, (1, 2024): 30})
    (bar,) = [trace for trace in draw_dumbbell(over, NAMES, remedies, Language.ZH, first=2023, last=2024, source="x").traces
              if trace["mode"] == "lines"]  # fmt: skip
    assert bar["line"]["dash"] == "dot"
    assert (
        draw_slope(over, NAMES, remedies, Language.ZH, first=2023, last=2024, source="x").traces[0]["line"]["dash"]
        == "dot"
    )
    years = frame({(1, year): 20 for year in range(2019, 2025)})
    marks = draw_multiples(years, NAMES, remedies, Language.ZH, source="x").layout["shapes"]
    assert [(mark["x0"], mark["line"]["dash"]) for mark in marks] == [(2023.5, "dash")]  # its editions print the same
    decided = draw_multiples(years, NAMES, find_measure("penalty_decisions"), Language.ZH, source="x").layout["shapes"]
    assert [(mark["x0"], mark["line"]["dash"]) for mark in decided] == [(2020.5, "dot")]


def test_a_value_that_another_report_states_has_a_mark_of_its_own() -> None:
    rows = frame({(1, 2021): 20, (1, 2022): 30})
    rows.loc[0, "stated_by_year"] = 2022.0
    ends = [trace for trace in draw_dumbbell(rows, NAMES, COUNT, Language.ZH, first=2021, last=2022, source="x").traces
            if trace["mode"] == "markers"]  # fmt: skip
    assert [mark["marker"]["symbol"] for mark in ends] == [["diamond-open"], ["circle"]]


@pytest.mark.parametrize("room", list(Room))
@pytest.mark.parametrize("draw", [draw_dumbbell, draw_slope])
def test_a_zero_has_no_place_on_a_logarithmic_axis_and_is_said_with_its_organ(draw: Any, room: Room) -> None:
    rows = frame({(1, 2020): 10, (1, 2021): 1000, (2, 2020): 0, (2, 2021): 25})
    chart = draw(rows, NAMES, COUNT, Language.EN, first=2020, last=2021, source="x", scale=Scale.LOG, room=room)
    axis = chart.layout["xaxis" if draw is draw_dumbbell else "yaxis"]
    assert axis["type"] == "log" and axis["range"][0] < 1 and axis["range"][1] > 3
    assert "logarithmic axis" in chart.title.subtitle and "1 zero cannot be drawn" in chart.title.subtitle
    lines = [trace for trace in chart.traces if "lines" in trace["mode"]]
    values = [value for trace in lines for value in trace["x" if draw is draw_dumbbell else "y"] if value is not None]
    assert values == [10, 1000]
    text = str(chart.layout["annotations"]) + chart.title.subtitle
    assert "乙县" in text and "2020 0 " in text
    plain = draw(rows, NAMES, COUNT, Language.EN, first=2020, last=2021, source="x", room=room)
    assert "type" not in plain.layout["xaxis" if draw is draw_dumbbell else "yaxis"]


def test_small_multiples_on_a_logarithmic_axis_have_a_gap_at_zero_and_say_so() -> None:
    rows = frame({(1, 2019): 3, (1, 2020): 0, (1, 2021): 500, (2, 2019): 8, (2, 2020): 9, (2, 2021): 90})
    chart = draw_multiples(rows, NAMES, COUNT, Language.EN, source="x", scale=Scale.LOG)
    line = next(trace for trace in chart.traces if trace.get("customdata"))
    assert line["y"] == [3, None, 500]
    assert {axis["type"] for name, axis in chart.layout.items() if name.startswith("yaxis")} == {"log"}
    assert "1 zero cannot be drawn on a logarithmic axis" in chart.title.subtitle


def test_names_and_changes_of_dumbbells_stand_beside_their_marks_on_a_wide_screen() -> None:
    wide = draw_dumbbell(ROWS, NAMES, COUNT, Language.EN, first=2020, last=2021, source="x")
    ends = {(label["xanchor"], label["yanchor"]) for label in wide.layout["annotations"]}
    assert ends == {("right", "middle"), ("left", "middle")} and len(wide.layout["annotations"]) == 6
    narrow = draw_dumbbell(ROWS, NAMES, COUNT, Language.EN, first=2020, last=2021, source="x", room=Room.NARROW)
    assert {label["yanchor"] for label in narrow.layout["annotations"]} == {"bottom"}
