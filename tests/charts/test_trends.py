"""What a trend chart draws: hollow points for stated values, no line over a gap, a place for what is missing."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from analytics.charts.parts.chart import Chart
from analytics.charts.parts.theme import make_band_traces
from analytics.charts.trends import draw_trends
from analytics.settings import Settings
from analytics.transforms.series.breaks import find_breaks
from analytics.transforms.series.complete import list_needed_cells
from analytics.transforms.series.long_frame import build_changes
from analytics.transforms.series.scale import Scale, apply_scale
from analytics.vocabulary.measures import find_measure
from analytics.warehouse.read import open_warehouse
from analytics.words import Language


def drawn(collection: Settings, key: str, organ: str, years: list[int]) -> Chart:
    measure = find_measure(key)
    with open_warehouse(collection.warehouse) as warehouse:
        organs, reports = warehouse.organs(), warehouse.reports()
        ids = organs.loc[organs["organ"] == organ, "organ_id"].tolist()
        frame = build_changes(
            warehouse.figures(list_needed_cells([measure])), reports, [measure], organs=ids, years=years
        )
    names = dict(zip(organs["organ_id"], organs["organ"], strict=True))
    marks = find_breaks(reports, measure, ids)
    frame = apply_scale(frame, Scale.VALUE, breaks=marks)
    return draw_trends(frame, marks, names, measure, Language.ZH, source="x")


def points(figure: Chart) -> dict[str, Any]:
    (found,) = [trace for trace in figure.traces if "customdata" in trace and any(y is not None for y in trace["y"])][
        :1
    ]
    return found


def test_a_value_stated_by_the_next_report_is_hollow_and_says_so(collection: Settings) -> None:
    trace = points(drawn(collection, "penalty_items", "芮城县人民政府", [2018, 2019, 2020]))
    by_year = dict(zip(map(int, trace["x"]), trace["marker"]["symbol"], strict=True))
    assert "open" in by_year[2019] and "open" not in by_year[2020]
    assert "2020" in trace["hovertext"][list(map(int, trace["x"])).index(2019)]


def test_a_title_says_the_change_with_its_numbers(collection: Settings) -> None:
    figure = drawn(collection, "penalty_items", "芮城县人民政府", [2018, 2019, 2020])
    title = figure.title.text
    assert "1,701" in title and "1,248" in title and "26.6" in title


@pytest.mark.parametrize("years", [[2020], [2016, 2017]])
def test_one_point_or_none_is_drawn_without_an_error(collection: Settings, years: list[int]) -> None:
    figure = drawn(collection, "penalty_items", "芮城县人民政府", years)
    heights = [y for trace in figure.traces for y in trace["y"] if y is not None and not pd.isna(y)]
    assert (1248 in heights) == (2020 in years)


def test_quartiles_go_across_no_year_without_them_and_are_seen_of_a_year_alone() -> None:
    band = [SimpleNamespace(year=year, low=1.0, middle=2.0, high=3.0) for year in (2019, 2020, 2022)]
    area, middle = make_band_traces(band)
    assert area["x"] == [2019, 2020, 2020, 2019, None, 2021.88, 2022.12, 2022.12, 2021.88]
    assert area["y"] == [3, 3, 1, 1, None, 3, 3, 1, 1]
    assert middle["x"] == [2019, 2020, None, 2021.88, 2022.12]
