"""Texts whose columns only spaces part: how wide a character is, and what stands below what."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from analytics.documents.detect import read_bytes
from analytics.documents.model import Cell, Grid
from analytics.documents.texts import text
from analytics.documents.texts.textcells import measure_width
from analytics.errors import DocumentError
from analytics.reports.parse import parse

ROWS = [
    ["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"],
    ["行政许可", "259", "48", "2635"],
    ["行政检查", "31", "-2", "404"],
    ["行政确认", "5", "1", "17"],
    ["行政处罚", "1812", "", "2217"],
    ["行政强制", "70", "", "63"],
]


def padded(rows: list[list[str]], wide: str) -> str:
    widths = [max(measure_width(cell, wide) for cell in column) + 3 for column in zip(*rows, strict=True)]
    return "\n".join(
        "".join(
            cell + " " * (width - measure_width(cell, wide)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    )


def cells(content: str) -> list[list[Cell]]:
    blocks = text.read(content, name="report.txt", sha256="", encoding="utf-8").blocks
    return [list(row) for block in blocks if isinstance(block, Grid) for row in block.rows]


@pytest.mark.parametrize("wide", ["WFA", ""])
def test_a_figure_behind_a_blank_keeps_its_column_however_wide_characters_are_held(wide: str) -> None:
    assert [[cell.text for cell in row] for row in cells(padded(ROWS, wide))] == ROWS
    assert not any(cell.doubt for row in cells(padded(ROWS, wide)) for cell in row)


PIECES = [
    "0",
    "12",
    "1,701",
    "/",
    "-",
    "规章",
    "（一）予以公开",
    "自然人",
    "总计",
    "申请人情况",
    "结果维持",
    "第二十条第（一）项",
    "--",
]


@given(
    st.lists(
        st.lists(st.tuples(st.integers(0, 9), st.sampled_from(PIECES)), max_size=12).map(
            lambda pieces: "".join(" " * gap + piece for gap, piece in pieces)
        ),
        max_size=16,
    )
)
@example(["0 第二十条第（一）项 0 0", "0 0 0  （一）予以公开", "申请人情况 0 0", "0 0 0  0"])
def test_no_text_breaks_the_reader(lines: list[str]) -> None:
    title = "芮城县人民政府2023年政府信息公开工作年度报告"
    content = "\n".join([title, *lines])
    document = read_bytes(content.encode(), name="report.txt")
    assert document.blocks
    with suppress(DocumentError):  # a text may be no report
        assert parse(document)


def test_a_line_longer_than_the_last_label_is_no_part_of_it() -> None:
    found = cells(padded(ROWS, "") + "\n第二十条第（八）项规定的内容")
    assert [cell.text for cell in found[-1]] == ROWS[-1]
