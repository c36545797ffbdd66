"""Which cells of a row are its label: those that spell it, and none that holds what stands for a figure."""

from __future__ import annotations

import pytest

from analytics.documents.model import OBJECT, Cell, Place
from analytics.reports.rows.stream import Row
from analytics.reports.tables.events import LineRow, LostRow
from analytics.reports.tables.lines import read_events
from analytics.vocabulary.terms import Table

CLIPPED = "知要求缴纳费用、行政机关不再处理其政府信息公"


def row(number: int, *texts: str) -> Row:
    return Row(tuple(Cell(text, Place(0, None, 0, number, at)) for at, text in enumerate(texts)), is_loose=False)


def test_a_clipped_label_soon_behind_the_last_line_is_its_line() -> None:
    found = read_events(Table.III, [row(0, "1.申请人无正当理由逾期不补正", "1", "2"), row(1, CLIPPED, "3", "4")])
    (_, clipped) = found
    assert isinstance(clipped, LineRow)
    assert clipped.match.keys == ("fee_unpaid",) and [cell.text for cell in clipped.cells] == ["3", "4"]


def test_a_clipped_label_anywhere_else_is_lost() -> None:
    found = read_events(Table.III, [row(0, "（一）予以公开", "1", "2"), row(1, CLIPPED, "3", "4")])
    assert isinstance(found[1], LostRow)
    found = read_events(
        Table.III, [row(0, "1.申请人无正当理由逾期不补正", "1", "2"), row(1, "不再处理其政府信", "3", "4")]
    )
    assert isinstance(found[1], LostRow)


@pytest.mark.parametrize("printed", [OBJECT, "*", "（无）", "：", f"{OBJECT} "])
def test_what_stands_in_place_of_a_figure_is_no_part_of_the_label(printed: str) -> None:
    (line,) = read_events(Table.II, [row(0, "行政处罚", printed, "", "")])
    assert isinstance(line, LineRow) and [cell.text for cell in line.cells] == [printed, "", ""]


@pytest.mark.parametrize(
    ("pieces", "key"),
    [
        (("5.要求行政机关确认或", "重新出具已获取信息"), "reissue"),
        (("（六）其他", "处理"), "other_2019"),
        (("四、", "结转下年度继续办理"), "carried_forward"),
    ],
)
def test_a_label_in_two_cells_is_one(pieces: tuple[str, str], key: str) -> None:
    (line,) = read_events(Table.III, [row(0, *pieces, "3", "4")])
    assert isinstance(line, LineRow) and line.match.keys[0] == key and [cell.text for cell in line.cells] == ["3", "4"]
