"""Two measures of many organs: who lacks one of them is counted with the reason, and no name covers anything."""

from __future__ import annotations

from statistics import correlation

import pandas as pd
import pytest

from analytics.charts.parts.point_names import Spot, make_point_names
from analytics.charts.parts.room import Room, measure_text
from analytics.charts.scatter import draw_scatter
from analytics.transforms.groups.pairing import correlate_ranks, find_fullest_pair_year, pair_measures
from analytics.transforms.series.scale import Scale
from analytics.vocabulary.measures import find_measure
from analytics.words import Language
from charts.test_pairs import frame

COUNTS = find_measure("requests_new"), find_measure("penalty_decisions")
NAMES = {organ: f"模拟{organ}县人民政府" for organ in range(1, 40)}


def both(across: list[float | None], up: list[float | None], year: int = 2023) -> pd.DataFrame:
    columns = [
        frame({(organ, year): value for organ, value in enumerate(values, 1)}).assign(measure=measure.key)
        for values, measure in zip((across, up), COUNTS, strict=True)
    ]
    return pd.concat(columns, ignore_index=True)


def test_only_organs_with_both_measures_are_points_and_the_others_are_counted_with_their_reason() -> None:
    chart = draw_scatter(both([5, 7, None], [50, None, 9]), NAMES, COUNTS, Language.EN, year=2023, source="s")
    (points,) = chart.traces
    assert (points["x"], points["y"]) == ([5], [50])
    assert chart.title.subtitle.count("2 of 3 agency-years have a value (no report in the collection 1)") == 2
    assert "1 agency has both" in chart.title.text
    assert points["customdata"][0].startswith("7 1 2023 cell:")


def test_the_correlation_is_that_of_ranks_and_is_not_given_for_few_or_for_equal_values() -> None:
    rising = [float(value**3) for value in range(1, 13)]
    pairs = pair_measures(both(rising, list(range(12, 0, -1))), *(measure.key for measure in COUNTS))
    assert correlate_ranks(pairs) == pytest.approx(-1)
    assert correlate_ranks(pairs.head(9)) is None
    assert correlate_ranks(pairs.assign(second=4)) is None
    tied = pd.DataFrame({"first": [1, 2, 2, 3, 4, 5, 6, 7, 8, 9.0], "second": [2, 1, 3, 3, 5, 4, 7, 6, 9, 8.0]})
    ranks = [1, 2.5, 2.5, 4, 5, 6, 7, 8, 9, 10], [2, 1, 3.5, 3.5, 6, 5, 8, 7, 10, 9]
    assert correlate_ranks(tied) == pytest.approx(correlation(*ranks))
    chart = draw_scatter(both(rising, rising), NAMES, COUNTS, Language.ZH, year=2023, source="s")
    assert "12个机关的等级相关系数为1.00" in chart.title.text


def test_zeros_leave_a_logarithmic_axis_and_are_counted() -> None:
    changes = both([0, 10, 100], [5, 50, 500])
    chart = draw_scatter(changes, NAMES, COUNTS, Language.EN, year=2023, source="s", scale=Scale.LOG)
    assert chart.traces[0]["x"] == [10, 100] and chart.layout["xaxis"]["type"] == "log"
    assert "1 zero cannot be drawn" in chart.title.subtitle


def test_a_rate_keeps_its_axis_of_values_beside_a_logarithmic_one() -> None:
    measures = COUNTS[0], find_measure("disclosure_rate")
    changes = both([10, 100], [0.0, 0.5]).replace({"measure": {COUNTS[1].key: "disclosure_rate"}})
    chart = draw_scatter(changes, NAMES, measures, Language.EN, year=2023, source="s", scale=Scale.LOG)
    assert chart.traces[0]["y"] == [0.0, 0.5] and "type" not in chart.layout["yaxis"]
    assert "logarithmic: New requests" in chart.title.subtitle


def test_measures_of_the_same_cells_are_said_to_be_related_in_any_case() -> None:
    rates = find_measure("disclosure_rate"), find_measure("refusal_rate")
    changes = both([0.1, 0.2], [0.5, 0.3]).replace(
        {"measure": {COUNTS[0].key: rates[0].key, COUNTS[1].key: rates[1].key}}
    )
    chart = draw_scatter(changes, NAMES, rates, Language.EN, year=2023, source="s")
    assert "related in any case" in chart.title.subtitle
    apart = draw_scatter(both([1, 2], [3, 4]), NAMES, COUNTS, Language.EN, year=2023, source="s")
    assert "related in any case" not in apart.title.subtitle


def test_the_year_of_a_scatter_is_the_one_with_most_organs_that_have_both() -> None:
    years = pd.concat([both([1, 2, 3], [1, None, 3], 2022), both([1, 2, None], [None, None, 3], 2023)])
    assert find_fullest_pair_year(years) == 2022
    assert find_fullest_pair_year(both([None], [2])) is None


@pytest.mark.parametrize("width", [1.0, 1.6, 2.0])
def test_names_at_points_cover_no_name_and_no_point_at_any_width(width: float) -> None:
    places = [(at * 37 % 101 / 101, at * 61 % 97 / 97) for at in range(60)]
    spots = [Spot(*place, *place, f"模拟{at}县") for at, place in enumerate(places)]
    names = make_point_names(spots, width=Room.NARROW.width, height=400)
    assert 5 < len(names) < 60
    plot = Room.NARROW.width * width
    boxes = []
    for name in names:
        wide = measure_text(name["text"], name["font"]["size"])
        left = name["x"] * plot + name["xshift"] - {"left": 0, "right": wide, "center": wide / 2}[name["xanchor"]]
        low = name["y"] * 400 + name["yshift"] - {"bottom": 0, "top": 14, "middle": 7}[name["yanchor"]]
        boxes.append((left, low, left + wide, low + 14))
    for at, box in enumerate(boxes):
        for other in boxes[at + 1 :]:
            assert min(box[2], other[2]) <= max(box[0], other[0]) or min(box[3], other[3]) <= max(box[1], other[1])
        assert not any(box[0] < x * plot < box[2] and box[1] < y * 400 < box[3] for x, y in places)
