"""Names beside charts: whole on a wide screen, a line for each script where one is too short."""

from __future__ import annotations

from html import unescape

import pytest
from test_findings import movers

from analytics.charts.largest_changes import draw_largest_changes
from analytics.charts.parts.names_beside import calculate_name_margin, calculate_row, make_name
from analytics.charts.parts.room import Room, measure_text
from analytics.charts.parts.short_names import write_lines
from analytics.words import Language

LONG = "Hongze District People's Government 洪泽区人民政府 2024 (taken from the prose)"
SHORT = "洪泽区人民政府 2024"


def test_a_name_too_long_for_a_line_takes_one_for_each_script_and_a_higher_row() -> None:
    label = make_name(LONG, 0, Room.WIDE, above=0)
    lines = [unescape(line) for line in label["text"].split("<br>")]
    assert lines == ["Hongze District People's Government", "洪泽区人民政府 2024 (taken from the prose)"]
    assert calculate_row([LONG, SHORT], Room.WIDE, 26) >= 2 * 1.3 * label["font"]["size"]
    assert calculate_row([SHORT], Room.WIDE, 26) == calculate_row([LONG], Room.NARROW, 26) == 26
    margin = calculate_name_margin([LONG, SHORT], Room.WIDE, otherwise=8)
    assert all(measure_text(line, label["font"]["size"]) < margin for line in lines)
    assert "<br>" not in make_name(SHORT, 0, Room.WIDE, above=0)["text"]


def test_a_rank_and_a_name_in_one_script_are_never_parted() -> None:
    assert "<br>" not in make_name(f"1　{'洪泽区人民政府' * 6}", 0, Room.WIDE, above=0)["text"]
    assert make_name(f"1　{LONG}", 0, Room.WIDE, above=0)["text"].startswith("1　Hongze")


def test_a_name_at_a_line_keeps_both_scripts() -> None:
    name = "Gaoling District People's Government 高陵区人民政府"
    assert write_lines(name, Room.WIDE) == ["Gaoling District People's Government", "高陵区人民政府"]
    assert write_lines(SHORT, Room.WIDE) == [SHORT]


@pytest.mark.parametrize("room", Room)
def test_texts_of_changes_stand_left_of_the_bars_or_above_them(room: Room) -> None:
    names = {1: LONG.split(" 2024")[0], 2: "甲县人民政府"}
    figure = draw_largest_changes(
        movers((1, 21, 95), (2, 40, 30)), names, Language.EN, title="x", source="s", room=room
    )
    texts = [note for note in figure.layout["annotations"] if "→" in note["text"]]
    assert len(texts) == 2
    widest = max(measure_text(unescape(line)) for note in texts for line in note["text"].split("<br>"))
    if room is Room.WIDE:
        assert {(note["xanchor"], note["yanchor"]) for note in texts} == {("right", "middle")}
        assert figure.layout["margin"]["l"] >= widest
    else:
        assert {(note["xanchor"], note["yanchor"]) for note in texts} == {("left", "bottom")}
