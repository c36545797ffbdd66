"""Tables that rules and bars draw around every cell, and texts that only look like them."""

from __future__ import annotations

from analytics.documents.texts.gridded import find_gridded_tables
from analytics.documents.texts.textcells import TextCell


def tables(text: str) -> list[list[list[TextCell]]]:
    return [[list(cells) for _, cells in table.rows] for table in find_gridded_tables(text.splitlines())]


def test_lines_of_a_cell_are_one_text_whatever_the_width_of_a_character() -> None:
    text = """
+--------+------+
| 行政规 | 8    |
| 范性   |      |
+========+======+
| 规章 | 0      |
+--------+------+
"""
    assert tables(text) == [
        [[TextCell("行政规范性"), TextCell("8")], [TextCell("规章"), TextCell("0")]],
    ]


def test_cells_span_rows_and_columns_where_no_rule_or_bar_is_drawn() -> None:
    text = """
+--------+-------------+------+
| 项目   | 申请人情况  | 总计 |
|        +------+------+      |
|        | 自然 | 其他 |      |
+--------+------+------+------+
| 新收   | 3    | 4    | 7    |
+--------+------+------+------+
"""
    assert tables(text) == [
        [
            [TextCell("项目", 2), TextCell("申请人情况", 1, 2), TextCell("总计", 2)],
            [TextCell("自然"), TextCell("其他")],
            [TextCell("新收"), TextCell("3"), TextCell("4"), TextCell("7")],
        ]
    ]


def test_a_table_whose_bars_stand_off_its_crosses_is_left_to_others() -> None:
    text = """
+--------+-------------+
| 项目 | 申请人情况  |
|        +------+------+
|        | 自然 | 其他 |
+--------+------+------+
"""
    assert tables(text) == []


def test_a_rule_without_a_table_is_none() -> None:
    assert tables("+----+----+\n第一行\n+----+----+") == []
    assert tables("+----+----+") == []
