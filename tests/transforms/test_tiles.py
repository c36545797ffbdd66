"""Every place has one tile of its own; what is on the map is in a class or has a reason."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.transforms.groups.map_classes import (
    State,
    build_map_rows,
    choose_first_area,
    list_area_places,
    list_class_spans,
    list_map_values,
)
from analytics.transforms.groups.tiles import find_heads, place_tiles, trace_seams
from analytics.vocabulary.measures import find_measure
from analytics.vocabulary.places.divisions import list_places
from analytics.vocabulary.places.fictional import list_fictional_places
from analytics.vocabulary.places.tile_blocks import BLOCKS
from analytics.vocabulary.terms import Level

REAL = [place.code for place in list_places() if place.valid_to is None and place.level is Level.COUNTY]
FICTIONAL = [place.code for place in list_fictional_places() if place.level is Level.COUNTY]
RATE, COUNT = find_measure("disclosure_rate"), find_measure("requests_new")


@pytest.mark.parametrize("area", ["", "32", "51", "3208", "110", "991", "9911"])
@pytest.mark.parametrize("codes", [REAL, FICTIONAL, REAL + FICTIONAL])
def test_every_county_has_exactly_one_tile_and_none_overlap(codes: list[str], area: str) -> None:
    places = pd.Series([code for code in codes if code.startswith(area)], dtype="str")
    laid = place_tiles(places, area)
    assert laid["code"].tolist() == places.tolist()
    for (_, x), (_, y) in zip(laid["x"].items(), laid["y"].items(), strict=True):
        assert x >= 0 and y < 0
    places_taken = set(zip(laid["x"].round(3), laid["y"].round(3), strict=True))
    assert len(places_taken) == len(places)
    for row in laid.groupby(laid["y"].round(3))["x"]:
        ordered = sorted(row[1])
        assert all(b - a >= 1 - 1e-9 for a, b in pairwise(ordered))


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(REAL), min_size=1, max_size=60), st.randoms())
def test_the_layout_does_not_depend_on_the_order_of_the_rows(codes: list[str], random: object) -> None:
    unique = sorted(set(codes))
    shuffled = list(unique)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    first, second = (place_tiles(pd.Series(order, dtype="str"), "").set_index("code") for order in (unique, shuffled))
    pd.testing.assert_frame_equal(first, second.loc[unique])


@pytest.mark.parametrize("codes", [REAL, FICTIONAL])
def test_names_of_provinces_have_room_above_their_tiles_on_a_narrow_screen(codes: list[str]) -> None:
    laid = place_tiles(pd.Series(codes, dtype="str"), "")
    ends = laid.groupby("block").agg(left=("x", "min"), right=("x", "max"), top=("y", "max"), foot=("y", "min"))
    pixel = (laid["x"].max() + 1) / 360
    for head in find_heads(laid).itertuples():
        above = ends[(ends["foot"] >= head.y) & (ends["left"] <= head.x + 1) & (ends["right"] >= head.x)]
        assert above.empty or above["foot"].min() - head.y >= 14 * pixel


def test_provinces_have_a_place_each() -> None:
    known = {place.code for place in list_places() if place.valid_to is None and place.level is Level.PROVINCE}
    assert set(BLOCKS) == known
    assert len(set(BLOCKS.values())) == len(BLOCKS)


def test_a_block_is_named_above_its_tiles_and_its_prefectures_are_parted() -> None:
    laid = place_tiles(pd.Series([code for code in REAL if code.startswith("32")], dtype="str"), "")
    assert find_heads(laid)["block"].tolist() == ["320000"]
    assert find_heads(laid)["y"].iloc[0] == laid["y"].max() + 1
    assert trace_seams(laid)
    alone = place_tiles(pd.Series(["320802", "320803"], dtype="str"), "")
    assert trace_seams(alone) == []


def organs(codes: list[str]) -> pd.DataFrame:
    return pd.DataFrame({"organ_id": range(len(codes)), "place_code": codes, "place": codes})


def changes(values: list[float], **more: object) -> pd.DataFrame:
    frame = pd.DataFrame({"organ_id": range(len(values)), "year": 2023, "value": values, "status": "number"})
    frame["status"] = frame["status"].where(frame["value"].notna(), "blank")
    return frame.assign(**{"is_small_base": False, "stated_by_year": float("nan"), **more})


@settings(deadline=None, max_examples=40)
@given(st.lists(st.floats(0, 1).map(lambda value: round(value, 2)), min_size=1, max_size=40))
def test_classes_hold_every_value_once_and_do_not_overlap(values: list[float]) -> None:
    places = organs(REAL[: len(values)])
    every = places.rename(columns={"place_code": "code"})[["code", "place"]]
    rows = build_map_rows(changes(values), places, every, RATE)
    found = list_class_spans(rows)
    assert sum(count for _, _, count in found) == len(values)
    assert all(low <= high for low, high, _ in found)
    assert all(a[1] < b[0] for a, b in pairwise(found))
    assert len(found) <= 5


def test_classes_over_all_years_stay_the_same_from_year_to_year() -> None:
    places = organs(REAL[:4])
    every = places.rename(columns={"place_code": "code"})[["code", "place"]]
    first, last = [0.1, 0.2, 0.3, 0.4], [0.4, 0.8, 0.9, float("nan")]
    over = list_map_values(pd.concat([changes(first), changes(last)]), RATE)
    assert sorted(over) == sorted([*first, *last[:3]])
    maps = [build_map_rows(changes(values), places, every, RATE, over) for values in (first, last)]
    spans = [list_class_spans(rows, over) for rows in maps]
    assert [span[:2] for span in spans[0]] == [span[:2] for span in spans[1]]
    assert [sum(count for _, _, count in found) for found in spans] == [4, 3]
    assert maps[0]["shade"].tolist()[3] == maps[1]["shade"].tolist()[0]  # 0.4 is in one class in both years
    for rows, found in zip(maps, spans, strict=True):
        for row in rows[rows["value"].notna()].itertuples():
            assert found[row.shade][0] <= row.value <= found[row.shade][1]
    alone = build_map_rows(changes(last), places, every, RATE)
    assert alone["shade"].tolist()[0] == 0 != maps[1]["shade"].tolist()[0]


def test_each_reason_for_a_missing_value_is_its_own_state() -> None:
    places = organs(REAL[:4])
    every = pd.DataFrame({"code": REAL[:5], "place": REAL[:5]})
    status = ["number", "blank", "not_on_form", "no_report"]
    rows = build_map_rows(changes([1.0, *[float("nan")] * 3], status=status), places, every, COUNT)
    assert rows["state"].tolist() == [
        State.VALUE, State.NO_FIGURE, State.NOT_ON_FORM, State.NO_REPORT, State.NO_REPORT,
    ]  # fmt: skip


def test_a_printed_zero_is_no_missing_value_and_a_small_base_is_marked() -> None:
    places, every = organs(REAL[:2]), pd.DataFrame({"code": REAL[:2], "place": REAL[:2]})
    assert build_map_rows(changes([0.0, 3.0]), places, every, COUNT)["state"].tolist() == [State.ZERO, State.VALUE]
    rates = build_map_rows(changes([0.0, 0.5], is_small_base=[True, False]), places, every, RATE)
    assert rates["state"].tolist() == [State.SMALL, State.VALUE]
    assert rates["shade"].notna().all()


def test_places_without_an_organ_are_on_the_map_of_real_places_only() -> None:
    assert len(list_area_places(organs(["320813"]), "county", "32")) == len(
        [code for code in REAL if code.startswith("32")]
    )
    assert list_area_places(organs(["991101"]), "county", "991")["code"].tolist() == ["991101"]


def test_the_first_area_is_where_the_organs_are() -> None:
    assert choose_first_area(organs(["320813", "320830", "140830"]), "county") == "32"
    assert choose_first_area(organs(REAL[: len(REAL) // 2 + 1]), "county") == ""
    assert choose_first_area(organs(FICTIONAL[:80]), "county") == ""
