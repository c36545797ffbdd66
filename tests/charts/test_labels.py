"""Names stand at the ends of lines: none over another, none far from its line, the same for the same figures."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_lines import breaks, frame

from analytics.charts.corrections import thin_out
from analytics.charts.parts.end_labels import LINE
from analytics.charts.parts.placing import spread_labels
from analytics.charts.parts.room import Room, cut_text, measure_text
from analytics.charts.parts.short_names import drop_government, split_scripts, write_lines
from analytics.charts.trends import draw_trends
from analytics.transforms.series.scale import Scale, apply_scale
from analytics.vocabulary.measures import find_measure
from analytics.vocabulary.places.divisions import list_places
from analytics.vocabulary.places.english import translate_area, translate_place, write_english
from analytics.words import Language

COUNT = find_measure("penalty_decisions")


@given(st.lists(st.floats(0, 100), min_size=1, max_size=12))
def test_labels_are_apart_in_order_and_within_the_plot(places: list[float]) -> None:
    found = spread_labels(places, apart=5, low=0, high=100)
    order = sorted(range(len(places)), key=lambda index: (places[index], index))
    steps = [found[after] - found[before] for before, after in pairwise(order)]
    assert all(step >= 5 - 1e-9 for step in steps)
    assert min(found) >= -1e-9 and max(found) <= 100 + 1e-9


def test_labels_that_have_room_stay_and_a_crowd_stands_around_its_middle() -> None:
    assert spread_labels([10, 50, 90], apart=10, low=0, high=100) == [10, 50, 90]
    assert spread_labels([50, 50, 50], apart=10, low=0, high=100) == [40, 50, 60]
    assert spread_labels([99, 100], apart=10, low=0, high=100) == [90, 100]


def test_governments_are_named_by_their_places_and_other_bodies_in_full() -> None:
    assert drop_government(["甲县人民政府", "乙县人民政府"]) == ["甲县", "乙县"]
    assert drop_government(["Jia County People's Government 甲县人民政府", "Yi County People's Government 乙县人民政府"]) == [
        "Jia County 甲县", "Yi County 乙县",
    ]  # fmt: skip
    for kept in (["甲县人民政府", "甲县教育局"], ["甲县人民政府"], ["甲县人民政府", "甲县人民政府"]):
        assert drop_government(kept) == kept
    assert split_scripts("Jia County 甲县") == ("Jia County", "甲县") and split_scripts("甲县") == ("甲县",)
    assert write_lines("Jia County 甲县", Room.NARROW) == ["Jia County", "甲县"]


def test_a_text_is_cut_to_its_width() -> None:
    assert cut_text("芮城县", 40) == "芮城县"
    assert measure_text(cut_text("芮城县人民政府办公室", 60)) <= 60 and cut_text("芮城县人民政府办公室", 60).endswith(
        "…"
    )


@pytest.mark.parametrize("room", list(Room))
@pytest.mark.parametrize("scale", [Scale.VALUE, Scale.LOG])
def test_every_line_has_its_name_at_its_end_and_no_two_names_touch(room: Room, scale: Scale) -> None:
    names = {organ: f"{chr(0x4E00 + organ)}县人民政府" for organ in range(12)}
    rows = frame({(organ, year): 100 + organ % 3 for organ in names for year in (2022, 2023)})
    none = breaks()
    chart = draw_trends(
        apply_scale(rows, scale, base_year=None, breaks=none), none, names, COUNT, Language.ZH, source="x", scale=scale,
        room=room,
    )  # fmt: skip
    labels = [label for label in chart.layout["annotations"] if label.get("showarrow")]
    assert [label["name"] for label in labels] == [str(organ) for organ in names]
    assert all(names[int(label["name"])].removesuffix("人民政府") in label["text"] for label in labels)
    low, high = chart.layout["yaxis"]["range"]
    margins = chart.layout["margin"]["t"] + chart.layout["margin"]["b"]
    pixels = sorted(label["ay"] / (high - low) * (chart.layout["height"] - margins) for label in labels)
    assert min(after - before for before, after in pairwise(pixels)) >= LINE
    assert not any(trace.get("showlegend") for trace in chart.traces)
    assert {trace["meta"] for trace in chart.traces} == {str(organ) for organ in names}  # what a pointer dims by


def test_labels_of_breaks_that_would_touch_on_a_narrow_screen_stand_below_each_other() -> None:
    rows = frame({(organ, year): 5 for organ in (1, 2) for year in range(2008, 2025)})
    found = breaks((1, 2020, "edition"), (2, 2021, "edition"), (1, 2022, "edition"), (2, 2024, "law_2024"))
    chart = draw_trends(
        apply_scale(rows, Scale.VALUE, base_year=None, breaks=found), found, {1: "甲县", 2: "乙县"}, COUNT, Language.EN,
        source="x", room=Room.NARROW,
    )  # fmt: skip
    labels = [label for label in chart.layout["annotations"] if "hovertext" in label]
    rows_of = [(label["yanchor"], label.get("yshift", 0)) for label in labels]
    assert len(set(rows_of)) == len(rows_of) == 4


def test_names_of_places_are_in_latin_letters_and_the_printed_name_stays() -> None:
    assert write_english("芮城县人民政府", "芮城县") == "Ruicheng County People's Government 芮城县人民政府"
    assert write_english("南京市江宁区教育局", "江宁区") == "Jiangning District Education Bureau 南京市江宁区教育局"
    zone = "平潭综合实验区管理委员会"
    named = f"Pingtan Comprehensive Experimental Zone Administrative Committee {zone}"
    assert write_english(zone, "") == write_english(zone, "平潭县") == write_english(zone, "平潭综合实验区") == named
    assert write_english("某机关", "") == "某机关"
    assert translate_place("西安市") == "Xi'an City" and translate_place("陕西省") == "Shaanxi Province"
    assert translate_place("白沙黎族自治县") == "Baisha Li Autonomous County"
    assert translate_place("模拟星江市") == "Simulated Xingjiang City"
    assert translate_place("单县") == "Shanxian County"


def test_every_place_of_the_list_has_a_name_without_chinese() -> None:
    lacking = {place.name for place in list_places() if not translate_place(place.name).replace("’", "'").strip()}
    assert not lacking
    strange = {
        place.name for place in list_places() if any(letter >= "\u4e00" for letter in translate_place(place.name))
    }
    assert not strange, sorted(strange)[:5]


def test_rates_are_written_above_as_many_points_as_have_room_and_always_above_the_last() -> None:
    texts = [f"1{place}.5%<br>1/{place}" for place in range(9)]
    assert thin_out(texts, 200) == texts
    found = thin_out(texts, 20)
    assert found[-1] == texts[-1] and [place for place, text in enumerate(found) if text] == [0, 2, 4, 6, 8]


def test_an_area_has_its_printed_name_behind_the_one_in_latin_letters() -> None:
    assert translate_area("江苏省 · 淮安市") == "Jiangsu Province · Huai'an City 江苏省 · 淮安市"
    assert translate_area("") == ""
