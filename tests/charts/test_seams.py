"""What passes from a chart to a page is typed: its title as text, and what was clicked as a point."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest

from analytics.charts.parts.chart import Chart, Title
from analytics.charts.parts.points import Point, Quote, write_cell_point, write_point

POINTS = [
    Point(7, 1, 2020),
    Point(None, 1, 2020),
    Point(7, -3, 2020, measure="requests_new"),
    Point(7, 1, 2020, cells=(31,)),
    Point(None, 1, 2020, cells=(31, 32)),
    Point(7, 1, 2020, quote=Quote(2, 40, 61)),
]


@pytest.mark.parametrize("point", POINTS, ids=Point.write)
def test_a_point_is_read_as_it_was_written(point: Point) -> None:
    assert Point.parse(point.write()) == point


@pytest.mark.parametrize("text", ["", "7 1", "7 x 2020", "7 1 2020 cell:", "7 1 2020 cell:a"])
def test_a_text_that_no_mark_carries_is_no_point(text: str) -> None:
    with pytest.raises(ValueError, match=r"unpack|invalid literal"):
        Point.parse(text)


def test_a_row_without_a_report_has_a_point_without_one() -> None:
    row = SimpleNamespace(report_id=pd.NA, organ_id=3.0, year=2021, cell=31)
    assert Point.of(row) == Point(None, 3, 2021)
    assert Point.parse(write_point(row, measure="requests_new")).measure == "requests_new"
    assert Point.parse(write_cell_point(row)).cells == (31,)


def test_a_note_is_added_beneath_and_changes_no_other_chart() -> None:
    chart = Chart(Title("<b>Finding</b>", "Unit: 件\n甲县: blank"), [], {})
    noted = chart.add_note("a < b").add_note("c")
    assert noted.title.write_beneath(" · ") == "Unit: 件\n甲县: blank · a < b · c"
    assert noted.title.text == "<b>Finding</b>" and chart.title.notes == ()
