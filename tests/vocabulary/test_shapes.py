"""Shapes have codes of the list, the country's boundary lines are there, and the file stays small."""

from __future__ import annotations

from importlib.resources import files

import numpy as np
import pytest

from analytics.vocabulary.places.divisions import list_places
from analytics.vocabulary.places.shapes import load_boundary, load_layer
from analytics.vocabulary.terms import Level

NEWER = {"500157", "653132", "653228", "653229", "659013"}
"""Counties founded after the shapes were drawn: 两江新区, 岑岭县, 和康县, 和安县, 草湖市."""
COUNTIES = {place.code for place in list_places() if place.valid_to is None and place.level is Level.COUNTY}


def area(ring: np.ndarray) -> float:
    x, y = ring[:, 0], ring[:, 1]
    return float((x[:-1] * y[1:] - x[1:] * y[:-1]).sum() / 2)


@pytest.mark.parametrize("fine", [True, False])
def test_every_county_of_the_list_has_a_shape_but_those_named_in_the_notice(fine: bool) -> None:
    codes = load_layer(Level.COUNTY, fine=fine).codes
    assert COUNTIES - set(codes) == NEWER
    assert len(set(codes)) == len(codes)
    notice = files("analytics.vocabulary.places").joinpath("shapes.NOTICE.md").read_text("utf-8")
    names = {place.name for place in list_places() if place.code in NEWER and place.valid_to is None}
    assert all(name in notice for name in names)


def test_shapes_of_no_county_stay_in_the_country() -> None:
    strangers = set(load_layer(Level.COUNTY, fine=True).codes) - COUNTIES
    assert {code[:2] for code in strangers} >= {"71", "81", "82"}
    assert "441900" in strangers and "820000" in strangers


def test_all_provinces_have_a_shape() -> None:
    known = {place.code for place in list_places() if place.valid_to is None and place.level is Level.PROVINCE}
    assert set(load_layer(Level.PROVINCE, fine=False).codes) == known


def test_the_boundary_lines_of_the_sea_reach_as_far_south_as_they_do() -> None:
    points = np.vstack(load_boundary())
    assert points[:, 1].min() < 4 and points[:, 0].max() > 122.5
    southern = [line for line in load_boundary() if line[:, 1].max() < 25 and np.ptp(line, axis=0).max() > 0.5]
    assert len(southern) >= 10


@pytest.mark.parametrize("level", [*[level for level in Level if level not in (Level.TOWNSHIP, Level.ZONE)], "country"])
def test_rings_are_closed_and_centres_are_inside_the_country(level: Level) -> None:
    layer = load_layer(level, fine=False)
    ends = np.array([layer.starts[1:] - 1, layer.starts[:-1]])
    assert (layer.points[ends[0]] == layer.points[ends[1]]).all()
    assert layer.centres.shape == (len(layer.codes), 2)
    assert layer.centres[:, 0].min() > 73 and layer.centres[:, 0].max() < 136


def test_a_province_is_as_large_as_its_counties() -> None:
    def of(level: Level) -> float:
        layer = load_layer(level, fine=True)
        shapes = {index for index, code in enumerate(layer.codes) if code.startswith("32")}
        rings = [
            layer.points[a:b]
            for a, b, who in zip(layer.starts, layer.starts[1:], layer.whose, strict=False)
            if who in shapes
        ]
        return sum(map(area, rings))

    assert of(Level.COUNTY) == pytest.approx(of(Level.PROVINCE), rel=1e-4)


def test_the_file_is_small() -> None:
    assert len(files("analytics.vocabulary.places").joinpath("shapes.npz").read_bytes()) < 3_500_000
