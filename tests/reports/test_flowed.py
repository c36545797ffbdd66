"""Texts that programs draw line by line: labels broken around their figures, figures printed right behind labels."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.documents.detect import read_bytes, read_bytes_again
from analytics.documents.model import Cell, Paragraph, Place
from analytics.reports.model import Report
from analytics.reports.parse import parse
from analytics.reports.rows.flowed import BROKEN, rejoin_flowed
from analytics.reports.rows.stream import Row
from analytics.vocabulary import form
from analytics.vocabulary.terms import Status, Table


def rows(*lines: str) -> tuple[Row, ...]:
    return tuple(Row((Cell(line, Place(at, line=at + 1)),), True) for at, line in enumerate(lines))


def texts(found: tuple[Row, ...]) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in found]


def report(*lines: str) -> Report:
    content = "\n".join(
        ["芮城县人民政府2023年政府信息公开工作年度报告", *lines, "五、存在的主要问题及改进情况", "无。"]
    )
    return parse(read_bytes(content.encode(), name="report.txt"))[0]


def test_a_label_broken_before_and_behind_its_figures_is_one_row() -> None:
    found = rejoin_flowed(rows("（二）部分公开（区分处理的，只计", "29 3 0 0 1 2 35", "这一情形，不计其他情形）"))
    assert texts(found) == [
        ["（二）部分公开（区分处理的，只计这一情形，不计其他情形）", *["29", "3", "0", "0", "1", "2", "35"]]
    ]


def test_pieces_of_the_labels_of_groups_stand_among_those_of_a_line() -> None:
    found = rejoin_flowed(
        rows("1.本机关不掌握相关政府", "三、本年度 75 10 0 0 1 1 87", "信息", "办理结果", "（四）无法 2.没有现成信息需要另行",
             "21 1 0 0 3 0 25", "提供 制作")
    )  # fmt: skip
    assert [row for row in texts(found) if len(row) > 1] == [
        ["1.本机关不掌握相关政府信息", *["75", "10", "0", "0", "1", "1", "87"]],
        ["2.没有现成信息需要另行制作", *["21", "1", "0", "0", "3", "0", "25"]],
    ]


def test_a_page_break_within_a_label_is_passed_over() -> None:
    found = rejoin_flowed(
        rows("5.要求行政机关确认或重新出具已", "芮城县2023年政府信息公开工作年度报告", "https://example.com/a 2/4", "获取信息 0 1 0 0 0 0 1")
    )  # fmt: skip
    assert ["5.要求行政机关确认或重新出具已获取信息", *["0", "1", "0", "0", "0", "0", "1"]] in texts(found)


@pytest.mark.parametrize(
    "lines",
    [
        ("2.没有现成信息", "21 1 0 3 0 25", "需要另行制作"),  # a figure is missing
        ("2.没有现成信息", "21 1 0 0 3 0 25", "需要另行"),  # the label is not whole
        ("2.没有现成信息", "别的文字", "21 1 0 0 3 0 25", "需要另行制作"),  # words of no label
        ("2.没有现成信息", "9 9", "21 1 0 0 3 0 25", "需要另行制作"),  # figures between
        ("2.没有现成", "1 0 0 0 0 0 1", "信息需要另行制作", "1.属于国家", "2 0 0 0 0 0 2", "秘密"),  # not in order
    ],
)
def test_what_leaves_anything_open_stays_as_it_is(lines: tuple[str, ...]) -> None:
    assert rejoin_flowed(rows(*lines)) == rows(*lines)


def test_figures_that_do_not_add_up_are_doubted() -> None:
    found = rejoin_flowed(rows("2.没有现成信息需要", "21 1 0 0 3 0 26", "另行制作"))
    assert {cell.doubt for cell in found[0].cells[1:]} == {BROKEN}


PIECES = [word for line in form.list_lines(Table.III) for word in (line.label, line.label[:5], line.label[5:])]


@given(
    st.lists(
        st.lists(st.sampled_from([*PIECES, "0", "12", "1,701", "/", "事项759", "总计", "申请人情况", "——", "（"]), max_size=9).map(" ".join),
        max_size=20,
    )
)  # fmt: skip
def test_no_figure_is_lost_or_made(lines: list[str]) -> None:
    def figures(found: tuple[Row, ...]) -> list[str]:
        return sorted(
            "".join(
                sorted(
                    character for row in found for cell in row.cells for character in cell.text if character.isdigit()
                )
            )
        )

    assert figures(rejoin_flowed(rows(*lines))) == figures(rows(*lines))


def test_a_figure_right_behind_a_label_is_read() -> None:
    found = report(
        "二、主动公开政府信息情况", "第二十条第（五）项", "信息内容 上一年项目数量 本年增/减 处理决定数量",
        "行政许可 259 48 2635", "其他对外管理服务事项759 -1 2260",
    )  # fmt: skip
    cells = {fact.column: fact.value for fact in found.facts if fact.line == "其他对外管理服务事项"}
    assert list(cells.values()) == [759, -1, 2260]


def test_a_text_whose_lines_are_out_of_order_is_doubted() -> None:
    found = report(
        "二、主动公开政府信息情况", "第二十条第（一）项", "信息内容", "本年制发件数", "本年废止件数", "现行有效件数",
        "0", "0", "0", "规章", "7", "7", "42", "行政规范性文件",
    )  # fmt: skip
    assert not any(fact.is_certain for fact in found.facts if fact.status in (Status.NUMBER, Status.ZERO))
    assert any(finding.rule == "lines_out_of_order" for finding in found.findings)


def test_fifteen_figures_under_heads_in_pieces_are_the_forms_and_doubted() -> None:
    found = report(
        "四、政府信息公开行政复议、行政诉讼情况", "行政复议", "行政诉讼", *"结果维持", *"结果纠正", *"总计", "未经", "复议后起诉", "起诉",
        "16 8 3 0 27 9 1 4 0 14 6 1 1 2 10",
    )  # fmt: skip
    facts = [fact for fact in found.facts if fact.table is Table.IV]
    assert [fact.value for fact in facts] == [16, 8, 3, 0, 27, 9, 1, 4, 0, 14, 6, 1, 1, 2, 10]
    assert not any(fact.is_certain for fact in facts)


APPLICANTS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]


def test_columns_that_the_gaps_of_a_text_blur_are_read_by_its_lines_and_doubted() -> None:
    lines = ["三、收到和处理政府信息公开申请情况", "        申请人情况", "   自然人   " + " ".join(APPLICANTS[1:])]
    keys = [line for line in form.list_lines(Table.III) if not line.is_head and line.key != "other_2019"]
    for number, line in enumerate(keys):
        gap = " " * (4 + number % 3)
        lines.append(f"{' ' * (number % 4)}{line.label}{gap}{number} 1 0 0{gap}2 0{gap}{number + 3}")
    content = "\n".join(
        ["芮城县人民政府2023年政府信息公开工作年度报告", *lines, "五、存在的主要问题及改进情况", "无。"]
    ).encode()
    found = parse(read_bytes(content, name="report.txt"), again=partial(read_bytes_again, content, name="report.txt"))[
        0
    ]
    printed = {
        form.find_cell(Table.III, line.key, column.key).code: value
        for number, line in enumerate(keys)
        for column, value in zip(form.list_columns(Table.III), (number, 1, 0, 0, 2, 0, number + 3), strict=True)
    }
    assert {fact.cell: fact.value for fact in found.facts if fact.table is Table.III} == printed


def test_a_text_by_its_lines_holds_every_word_once_and_no_bars() -> None:
    document = read_bytes_again("| 规章 | | 21 5 |\n| --- | --- | --- |\n\n后文   1".encode(), name="report.md")
    assert document is not None
    assert [block.text for block in document.blocks if isinstance(block, Paragraph)] == ["规章 21 5", "后文 1"]


def test_a_text_whose_cells_tabs_part_has_no_second_reading() -> None:
    assert read_bytes_again("规章\t\t3\n| 1 |".encode(), name="report.txt") is None


def table_of(*header: str, order: Sequence[int] = range(7)) -> tuple[Report, dict[int | None, float | None]]:
    """A report whose table III has this header and its columns in this order, and the values of its cells."""
    values = {
        line.key: (40, 3, 2, 0, 1, 5, 51) for line in form.list_lines(Table.III) if line.key in ("new", "answered")
    }
    lines = [
        f"{form.find_line(Table.III, key).label} {' '.join(str(row[at]) for at in order)}"
        for key, row in values.items()
    ]
    printed: dict[int | None, float | None] = {
        form.find_cell(Table.III, key, column.key).code: value
        for key, row in values.items()
        for column, value in zip(form.list_columns(Table.III), row, strict=True)
    }
    return report("三、收到和处理政府信息公开申请情况", *header, *lines), printed


@pytest.mark.parametrize(
    ("header", "order"),
    [
        (("申请人情况", "自然", "人", "法人或其他组织", "总计", "商业", "企业", "科研", "机构", "社会公", "益组织", "法律服", "务机构", "其", "他"), range(7)),
        (("申请人情况", "自然", "人", "法人或其他组织", "总计", "科研", "机构", "商业", "企业", "社会公", "益组织", "法律服", "务机构", "其", "他"), (0, 2, 1, 3, 4, 5, 6)),
        (("申请人情况", "法人或其他组织 自然", "人", "总计", "商业", "企业", "科研", "机构", "社会公", "益组织", "法律服", "务机构", "其", "他"), (1, 2, 3, 4, 5, 0, 6)),
    ],
)  # fmt: skip
def test_a_header_in_pieces_is_read_by_what_they_spell(header: tuple[str, ...], order: Sequence[int]) -> None:
    found, printed = table_of(*header, order=order)
    assert {fact.cell: fact.value for fact in found.facts} == printed


@pytest.mark.parametrize(
    "header",
    [
        ("申请人情况", "科研 商业 社会公 法律服 其 总计", "机构 企业 益组织 务机构 他"),
        ("申请人情况", "总计"),
        ("申请人情况", "自然", "人", "法人或其他组织", "总计", "商业", "企业", "占比", "科研", "机构", "社会公", "益组织", "法律服", "务机构", "其", "他"),
    ],
)  # fmt: skip
def test_a_header_in_pieces_that_spell_no_order_leaves_no_figure_certain(header: tuple[str, ...]) -> None:
    found, _ = table_of(*header)
    assert found.facts
    assert not any(fact.is_certain for fact in found.facts)


@pytest.mark.parametrize(
    ("pieces", "is_certain"),
    [
        ("结果维 持 结果纠 正 其他结 果 尚未审 结 总 计", True),
        ("结果纠 正 结果维 持 其他结 果 尚未审 结 总 计", False),
        ("结果 结果 其他 尚未 总 维持 纠正 结果 审结 计", False),
    ],
)
def test_results_in_pieces_are_certain_only_where_they_spell_the_forms_order(pieces: str, is_certain: bool) -> None:
    found = report(
        "四、政府信息公开行政复议、行政诉讼情况", "行政复议", "行政诉讼", *pieces.split(), "未经复议直接起诉", "复议后起诉",
        *pieces.split(), *pieces.split(), "16 8 3 0 27 9 1 4 0 14 6 1 1 2 10",
    )  # fmt: skip
    facts = [fact for fact in found.facts if fact.table is Table.IV]
    assert len(facts) == 15
    assert all(fact.is_certain is is_certain for fact in facts)
