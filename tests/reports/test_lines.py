"""A row whose cell is too low to show its whole label is told by what it shows, where no other line has that."""

from __future__ import annotations

from analytics.documents.model import Cell, Place
from analytics.reports.events import LineRow, LostRow
from analytics.reports.lines import events
from analytics.reports.rows import Row
from analytics.vocabulary.terms import Table

CLIPPED = "知要求缴纳费用、行政机关不再处理其政府信息公"


def row(number: int, *texts: str) -> Row:
    return Row(tuple(Cell(text, Place(0, None, 0, number, at)) for at, text in enumerate(texts)), is_loose=False)


def test_a_clipped_label_soon_behind_the_last_line_is_its_line() -> None:
    found = events(Table.III, [row(0, "1.申请人无正当理由逾期不补正", "1", "2"), row(1, CLIPPED, "3", "4")])
    (_, clipped) = found
    assert isinstance(clipped, LineRow)
    assert clipped.match.keys == ("fee_unpaid",) and [cell.text for cell in clipped.cells] == ["3", "4"]


def test_a_clipped_label_anywhere_else_is_lost() -> None:
    found = events(Table.III, [row(0, "（一）予以公开", "1", "2"), row(1, CLIPPED, "3", "4")])
    assert isinstance(found[1], LostRow)
    found = events(Table.III, [row(0, "1.申请人无正当理由逾期不补正", "1", "2"), row(1, "不再处理其政府信", "3", "4")])
    assert isinstance(found[1], LostRow)
