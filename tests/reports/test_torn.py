"""Half a row looks like a row of blank cells: where a page break may have made one, nothing about it is certain."""

from __future__ import annotations

from analytics.documents.model import Cell, Place
from analytics.reports.rows.stream import Row
from analytics.reports.rows.torn import TORN, rejoin_torn

FIGURES = ("7", "0", "0", "0", "0", "0", "7")
BLANKS = ("",) * 7
HEADER = ("三、本年度办理结果", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")


def row(page: int, grid: int, number: int, *texts: str) -> Row:
    cells = tuple(Cell(text, Place(grid, page, grid, number, at)) for at, text in enumerate(texts))
    return Row(cells, is_loose=False, grid=grid)


def doubts(rows: tuple[Row, ...]) -> list[set[str]]:
    return [{cell.doubt for cell in row.cells[-7:]} for row in rows]


def test_figures_beside_the_head_of_a_group_and_a_blank_row_on_the_next_page_are_in_doubt() -> None:
    upper = row(1, 0, 5, "（六）其他处理", *FIGURES)
    lower = row(2, 1, 0, "", "1.申请人无正当理由逾期不补正", *BLANKS)
    assert doubts(rejoin_torn([upper, lower])) == [{TORN}, {TORN}]


def test_two_whole_rows_are_certain_even_if_one_is_blank() -> None:
    upper = row(1, 0, 5, "（三）不予公开", "1.属于国家秘密", *FIGURES)
    lower = row(2, 1, 0, "（三）不予公开", "2.其他法律行政法规禁止公开", *BLANKS)
    assert doubts(rejoin_torn([upper, lower])) == [{""}, {""}]


def test_a_header_repeated_on_the_next_page_stands_between_the_halves() -> None:
    upper = row(1, 0, 5, "5.要求行政机关确认或", *FIGURES)
    lower = row(2, 1, 1, "重新出具已获取信息", *BLANKS)
    (whole, header) = rejoin_torn([upper, row(2, 1, 0, *HEADER), lower])
    assert [cell.text for cell in whole.cells] == ["5.要求行政机关确认或重新出具已获取信息", *FIGURES]
    assert header.cells[1].text == "自然人"


def test_the_header_at_the_end_of_a_page_is_no_half_of_a_row() -> None:
    upper = row(1, 0, 5, "信息内容", "上一年项目数量", "本年增/减")
    lower = row(2, 1, 0, "行政事业性收费", "30", "-1")
    assert [cell.doubt for line in rejoin_torn([upper, lower]) for cell in line.cells] == [""] * 6


def test_room_above_the_break_belongs_to_no_other_row() -> None:
    whole = rejoin_torn([row(1, 0, 5, "", "", ""), row(2, 1, 0, "行政事业性收费", "30", "-1")])[-1]
    assert [cell.text for cell in whole.cells if cell.text] == ["行政事业性收费", "30", "-1"]
    assert not any(cell.doubt for cell in whole.cells)


def test_the_header_of_the_next_table_is_no_half_of_a_row() -> None:
    upper = row(1, 0, 5, "四、结转下年度继续办理", *FIGURES)
    lower = row(2, 1, 0, "行政复议", "", "", "", "", "行政诉讼", *BLANKS)
    assert doubts(rejoin_torn([upper, lower])) == [{""}, {""}]
