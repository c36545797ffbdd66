"""Markdown and texts under rules of dashes, as converters and extractors write them."""

from __future__ import annotations

from analytics.documents.detect import read_bytes
from analytics.documents.model import Grid, Heading


def grids(text: str) -> list[list[list[str]]]:
    document = read_bytes(text.encode(), name="report")
    return [[[cell.text for cell in row] for row in block.rows] for block in document.blocks if isinstance(block, Grid)]


def test_a_table_under_rules_of_dashes_is_cut_where_its_columns_begin() -> None:
    text = """
  ---------- ------ ------
  信息内容   制作   公开
  规章              0
  规范性文件 7
  ---------- ------ ------

后文
"""
    assert grids(text) == [[["信息内容", "制作", "公开"], ["规章", "", "0"], ["规范性文件", "7", ""]]]


def test_rows_of_several_lines_are_parted_by_blank_lines() -> None:
    text = """
  -------------------------
  信息       制作    公开
  内容       数量    数量
  ---------- ------- ------
  规章       1       0

  规范性     7       2
  文件
  -------------------------
"""
    assert grids(text) == [[["信息内容", "制作数量", "公开数量"], ["规章", "1", "0"], ["规范性文件", "7", "2"]]]


def test_markup_within_markdown_is_read_and_its_tables_are_tables() -> None:
    text = """# 芮城县2023年报告

<div class="page">

| 信息内容<br>（件） | 制作 | 公开 |
|---|---|---|
| 规章 | 1<sup>2</sup> | ~~3~~ |

<table><tr><td rowspan="2">甲</td><td>5</td></tr>
<tr><td>6</td></tr></table>

</div>
"""
    assert grids(text) == [[["", "信息内容（件）", "制作", "公开"], ["", "规章", "1", ""]], [["甲", "5"], ["6"]]]
    document = read_bytes(text.encode(), name="report")
    assert [block.text for block in document.blocks if isinstance(block, Heading)] == ["芮城县2023年报告"]


def test_what_pandas_writes_for_blanks_is_blank() -> None:
    text = "## 表二\n\n| 信息内容 | Unnamed: 1 | NaN |\n| --- | --- | --- |\n| 规章 | NaN | 3 |\n"
    assert grids(text) == [[["", "信息内容", "", ""], ["", "规章", "", "3"]]]


def test_a_page_stays_a_page() -> None:
    page = "<html><body><table><tr><td>| 1 |</td></tr></table><p># 2</p></body></html>"
    assert grids(page) == [[["| 1 |"]]]
