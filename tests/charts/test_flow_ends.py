"""Ends of a flow: no two of a column meet, all stand within the plot, and each name stands at its end."""

from __future__ import annotations

import pytest

from analytics.charts.parts.flow_ends import FlowEnd, make_flow_layout, make_nodes, place_ends
from analytics.charts.parts.room import Room, measure_text

HEIGHT = 400
LEFT = [FlowEnd("Natural persons", "151", 151), FlowEnd("Businesses", "3", 3)]
RIGHT = [FlowEnd(f"outcome <{value}>", str(value), value) for value in (33, 38, 11, 53, 2, 11, 6)]


@pytest.mark.parametrize(("room", "pad"), [(Room.WIDE, 22), (Room.NARROW, 36)])
def test_ends_of_a_column_keep_apart_and_within_the_plot(room: Room, pad: int) -> None:
    left, right = place_ends((LEFT, RIGHT), HEIGHT, room)
    scale = (HEIGHT - pad * (len(RIGHT) - 1)) / 154
    for column, middles in ((LEFT, left), (RIGHT, right)):
        tops = [middle * HEIGHT - end.value * scale / 2 for end, middle in zip(column, middles, strict=True)]
        bottoms = [middle * HEIGHT + end.value * scale / 2 for end, middle in zip(column, middles, strict=True)]
        assert tops[0] >= -1e-6 and bottoms[-1] <= HEIGHT + 1e-6
        gaps = [later - earlier for earlier, later in zip(bottoms, tops[1:], strict=False)]
        assert gaps == pytest.approx([pad] * len(gaps))


@pytest.mark.parametrize("room", list(Room))
def test_each_name_stands_outside_at_the_height_of_its_end(room: Room) -> None:
    layout = make_flow_layout((LEFT, RIGHT), HEIGHT, room)
    nodes = make_nodes((LEFT, RIGHT), ["#000000"] * 9, HEIGHT, room)
    assert [1 - label["y"] for label in layout["annotations"]] == pytest.approx(nodes["y"])
    assert [label["xanchor"] for label in layout["annotations"]] == ["right"] * 2 + ["left"] * 7
    assert layout["annotations"][2]["text"].startswith("outcome &lt;33&gt;")
    assert not any(nodes["label"]) and nodes["customdata"][0] == "Natural persons 151"
    assert layout["margin"]["l"] >= measure_text("Natural persons", 12)


@pytest.mark.parametrize("room", list(Room))
def test_a_name_in_chinese_characters_has_room_for_itself_and_what_is_around_it(room: Room) -> None:
    layout = make_flow_layout(([FlowEnd("商业企业", "3", 3)], [FlowEnd("予以公开", "3", 3)]), HEIGHT, room)
    label = layout["annotations"][0]
    widest = max(measure_text(line, label["font"]["size"]) for line in label["text"].split("<br>"))
    assert layout["margin"]["l"] > widest + abs(label["xshift"]) + 2  # Plotly puts a pixel of padding on each side


def test_a_column_without_ends_gives_no_places() -> None:
    assert make_nodes(([], []), [], HEIGHT, Room.WIDE)["y"] == [] and "annotations" not in make_flow_layout(
        ([], []), HEIGHT, Room.WIDE
    )
