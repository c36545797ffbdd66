"""The order of columns is proven or doubted: whatever a header says or leaves out, no figure is another column's for sure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

import pytest

from analytics.documents.detect import read_bytes, read_bytes_again
from analytics.reports.model import Report
from analytics.reports.parse import parse
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.terms import Fault, Status, Table

TITLE = "芮城县人民政府2023年政府信息公开工作年度报告"
COLUMNS = [column.label for column in form.list_columns(Table.III)]
LINES = [line for line in form.list_lines(Table.III) if Edition("2021") in line.editions and not line.is_head]
OTHERS = "<h2>五、存在的主要问题及改进情况</h2><p>无。</p>"


def figures() -> dict[str, list[int]]:
    """Seven figures a line, the last the sum of the others; no two columns alike."""
    random = Random("columns")
    rows = {line.key: [random.randint(10 * at + 1, 10 * at + 9) for at in range(6)] for line in LINES}
    return {key: [*row, sum(row)] for key, row in rows.items()}


def page(header: str, order: Sequence[int | None], values: Mapping[str, list[int]]) -> bytes:
    """A report of table III alone; None in ``order`` is a blank cell."""
    rows = "".join(
        f"<tr><td>{line.label}</td>"
        + "".join(f"<td>{'' if at is None else values[line.key][at]}</td>" for at in order)
        + "</tr>"
        for line in LINES
    )
    heading = "<h2>三、收到和处理政府信息公开申请情况</h2>"
    return f"<html><h1>{TITLE}</h1>{heading}<table>{header}{rows}</table>{OTHERS}</html>".encode()


def head(*names: str) -> str:
    return "<tr><td>项目</td>" + "".join(f"<td>{name}</td>" for name in names) + "</tr>"


def silent(report: Report, values: Mapping[str, list[int]]) -> list[str]:
    """Lines with a figure that is certain and wrong."""
    expected = {
        form.find_cell(Table.III, line.key, column.key).code: values[line.key][at]
        for line in LINES
        for at, column in enumerate(form.list_columns(Table.III))
    }
    return [
        fact.line
        for fact in report.facts
        if fact.is_certain and fact.status is not Status.NOT_REACHED and fact.value != expected.get(fact.cell or 0)
    ]


TOTAL_FIRST = [6, 0, 1, 2, 3, 4, 5]
SWAPPED = [0, 2, 1, 3, 4, 5, 6]
TWO_LEVELS = (
    "<tr><td rowspan=2>项目</td><td rowspan=2>总计</td><td rowspan=2>自然人</td><td colspan=5>法人或其他组织</td></tr><tr>"
    + "".join(f"<td>{name}</td>" for name in COLUMNS[1:6])
    + "</tr>"
)


@pytest.mark.parametrize(
    ("header", "order"),
    [
        (head(*(COLUMNS[at] for at in TOTAL_FIRST)), TOTAL_FIRST),
        (head(*(COLUMNS[at] for at in SWAPPED)), SWAPPED),
        (TWO_LEVELS, TOTAL_FIRST),
        (head(*"甲乙丙丁戊己庚"), TOTAL_FIRST),
        ("", TOTAL_FIRST),
        ("", SWAPPED),
        (head(*COLUMNS[:2], *COLUMNS[3:]), [0, 1, 3, 4, 5, 6, None]),
        (head(COLUMNS[0], "", *COLUMNS[1:]), [0, 0, 1, 2, 3, 4, 5, 6]),
    ],
    ids=["total_first", "swapped", "two_levels", "unknown", "none", "none_swapped", "one_left_out", "one_without_name"],
)
def test_figures_stand_in_their_columns_or_are_doubted(header: str, order: Sequence[int | None]) -> None:
    values = figures()
    data = page(header, order, values)
    (report,) = parse(read_bytes(data, name="a.html"), again=lambda: read_bytes_again(data, name="a.html"))
    assert report.facts
    assert silent(report, values) == []
    blamed = [finding.rule for finding in report.findings if finding.fault is Fault.PUBLISHER]
    assert "total_equals_applicants" not in blamed  # every row adds up


@pytest.mark.parametrize("order", [TOTAL_FIRST, SWAPPED])
def test_a_header_in_one_row_is_read_whatever_stands_above_it(order: Sequence[int]) -> None:
    values = figures()
    (report,) = parse(read_bytes(page(head(*(COLUMNS[at] for at in order)), order, values), name="a.html"))
    certain = [fact for fact in report.facts if fact.is_certain]
    assert len(certain) == len(report.facts) == 7 * len(LINES)


def test_two_rows_of_figures_in_table_four_are_doubted() -> None:
    results = "".join(f"<td>{name}</td>" for name in ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计"))
    header = (
        "<tr><td colspan=5>行政复议</td><td colspan=10>行政诉讼</td></tr>"
        f"<tr>{results.replace('<td>', '<td rowspan=2>')}"
        "<td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr>"
        f"<tr>{results}{results}</tr>"
    )
    rows = "".join(
        "<tr>" + "".join(f"<td>{value}</td>" for value in row) + "</tr>" for row in (range(15), range(1, 16))
    )
    heading = "<h2>四、政府信息公开行政复议、行政诉讼情况</h2>"
    data = f"<html><h1>{TITLE}</h1>{heading}<table>{header}{rows}</table>{OTHERS}</html>".encode()
    (report,) = parse(read_bytes(data, name="a.html"))
    assert report.facts and not any(fact.is_certain for fact in report.facts)
    (finding,) = [finding for finding in report.findings if finding.rule == "rows_rival"]
    assert finding.operands["count"] == 2
    assert finding.operands["printed"] == "；".join(" ".join(map(str, row)) for row in (range(15), range(1, 16)))


def test_a_row_that_lost_a_cell_and_ends_blank_is_in_doubt() -> None:
    values = figures()
    line = LINES[3]
    cells = [f"<td>{value}</td>" for value in values[line.key]]
    printed = page(head(*COLUMNS), range(7), values).decode()
    moved = printed.replace("".join(cells), "".join(cells[:2] + cells[3:]) + "<td></td>").encode()
    (report,) = parse(read_bytes(moved, name="a.html"), again=lambda: read_bytes_again(moved, name="a.html"))
    assert silent(report, values) == []
    assert {fact.line for fact in report.facts if not fact.is_certain} == {line.label}
    assert [finding.operands["line"] for finding in report.findings if finding.rule == "row_moved"] == [line.label]


def test_a_blank_total_beside_figures_is_no_doubt() -> None:
    values = figures()
    line = LINES[3]
    total = f"<td>{values[line.key][6]}</td></tr>"
    printed = page(head(*COLUMNS), range(7), values).decode().replace(total, "<td></td></tr>").encode()
    (report,) = parse(read_bytes(printed, name="a.html"))
    assert all(fact.is_certain for fact in report.facts)
    assert [fact.line for fact in report.facts if fact.status is Status.BLANK] == [line.label]


def test_heads_of_suits_below_one_another_do_not_tell_which_is_further_left() -> None:
    results = "".join(f"<td>{name}</td>" for name in ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计"))
    heads = ("行政复议", "行政诉讼 复议后起诉", "未经复议直接起诉")
    header = "".join(f"<tr><td colspan=15>{name}</td></tr>" for name in heads) + f"<tr>{results * 3}</tr>"
    row = "<tr>" + "".join(f"<td>{value}</td>" for value in (1, 2, 3, 4, 10, 1, 1, 1, 1, 4, 2, 2, 2, 2, 8)) + "</tr>"
    heading = "<h2>四、政府信息公开行政复议、行政诉讼情况</h2>"
    data = f"<html><h1>{TITLE}</h1>{heading}<table>{header}{row}</table>{OTHERS}</html>".encode()
    (report,) = parse(read_bytes(data, name="a.html"))
    assert len(report.facts) == 15
    assert not any(fact.is_certain for fact in report.facts)


def test_the_end_of_a_note_over_the_labels_heads_no_column() -> None:
    values = figures()
    whole = page(head(*COLUMNS), [*range(7)], values).decode()
    start = whole.index(f"<tr><td>{LINES[1].label}")
    padded = whole[start:].replace("</td></tr>", "</td><td></td></tr>")
    torn = (whole[:start] + "</table><table>" + padded).replace("<td>项目</td>", "<td>等于第三项加第四项之和）</td>")
    (report,) = parse(read_bytes(torn.encode(), name="report"))
    assert sum(fact.is_certain for fact in report.facts) == 7 * len(LINES)
    assert not silent(report, values)
