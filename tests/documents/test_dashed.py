"""Tables that rules of dashes lay out, as pandoc writes them, and texts that only look like them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.documents.model import Document, Grid
from analytics.documents.texts import text
from analytics.documents.texts.textcells import COLUMN_DOUBT, measure_width

FIGURES = [["规章", "0", "", "42"], ["规范性文件", "7", "-1", "1,042"]]


def read(content: str) -> Document:
    return text.read(content, name="report.txt", sha256="", encoding="utf-8")


def grids(content: str) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row] for row in block.rows] for block in read(content).blocks if isinstance(block, Grid)
    ]


def widths(rows: list[list[str]], wide: str) -> list[int]:
    return [max(3, *(measure_width(cell, wide) for cell in column)) for column in zip(*rows, strict=True)]


def line(row: list[str], columns: list[int], wide: str) -> str:
    cells = (cell + " " * (width - measure_width(cell, wide)) for cell, width in zip(row, columns, strict=True))
    return "  " + " ".join(cells)


def simple(rows: list[list[str]], wide: str) -> str:
    columns = widths(rows, wide)
    rule = "  " + " ".join("-" * width for width in columns)
    return "\n".join([rule, *(line(row, columns, wide) for row in rows), rule])


def multiline(rows: list[list[str]], wide: str) -> str:
    first, *body, last = simple(rows, wide).split("\n")
    return "\n".join([first, "\n\n".join(body), "", last])


def with_header(rows: list[list[str]], wide: str) -> str:
    rule, header, *body, _ = simple(rows, wide).split("\n")
    whole = "  " + "-" * (len(rule) - 2)
    return "\n".join([whole, header, rule, "\n\n".join(body), "", whole])


@pytest.mark.parametrize("wide", ["WF", "WFA", ""])
@pytest.mark.parametrize("draw", [simple, multiline, with_header])
def test_blank_cells_between_dashes_keep_their_column(draw: object, wide: str) -> None:
    assert callable(draw)
    assert grids(f"标题\n\n{draw(FIGURES, wide)}\n\n后文") == [FIGURES]


@given(
    st.lists(
        st.lists(st.text("一二三规章（）“”0123456789,.-", max_size=6).map(lambda cell: cell.strip("-")), min_size=3, max_size=3),
        min_size=2,
        max_size=5,
    ).filter(lambda rows: all(any(row) for row in rows)),
    st.sampled_from(["WF", "WFA", ""]),
)  # fmt: skip
def test_a_cell_between_dashes_is_in_its_column_or_doubted(rows: list[list[str]], wide: str) -> None:
    found = [block for block in read(simple(rows, wide)).blocks if isinstance(block, Grid)]
    assert len(found) == 1
    for row, cells in zip(rows, found[0].rows, strict=True):
        assert all(cell.text == text or cell.doubt == COLUMN_DOUBT for text, cell in zip(row, cells, strict=True))


def test_a_header_above_its_rule_and_rows_below_are_one_table() -> None:
    assert grids("A    B\n---- ----\n1    2\n3    4\n\n后文") == [[["A", "B"], ["1", "2"], ["3", "4"]]]


def test_lines_of_one_cell_are_joined_in_a_table_whose_rows_blank_lines_part() -> None:
    rule = "  ---------- ----"
    assert grids(f"{rule}\n  其他对外管 12\n  理服务事项\n\n  规章       3\n\n{rule}") == [
        [["其他对外管理服务事项", "12"], ["规章", "3"]]
    ]


def test_a_table_that_a_line_crosses_is_not_laid_out_by_its_dashes() -> None:
    assert grids("---- ----\n12345678\n---- ----") == []


@given(
    st.lists(
        st.lists(
            st.sampled_from(["-", "--", "---", "  ", " ", "|", "\t", "+", "=", "1", "0", "23", "规章", "申请人情况", "\u0301"]),
            max_size=14,
        ).map("".join),
        max_size=14,
    ).map("\n".join)
)  # fmt: skip
def test_any_text_has_a_reading(content: str) -> None:
    blocks = read(content).blocks
    assert [block.place.element for block in blocks] == list(range(len(blocks)))
