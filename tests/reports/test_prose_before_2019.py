"""Prose of reports before 2019 beside the statistics table: agreeing, differing, or not to be told."""

from __future__ import annotations

import pytest

from analytics.documents.detect import read_bytes
from analytics.reports.model import Finding, Report
from analytics.reports.parse import parse
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.rules import find_rule
from analytics.vocabulary.stated_before_2019 import list_stated_lines
from analytics.vocabulary.terms import Fault, Severity, Table
from analytics.words import Language
from analytics.words.render import write_finding

ROWS = (
    ("（一）主动公开政府信息数", "条", "6931"), ("（一）收到申请数", "件", "19"), ("1．当面申请数", "件", "9"),
    ("3．网络申请数", "件", "10"), ("（二）申请办结数", "件", "19"), ("（三）申请答复数", "件", "18"),
)  # fmt: skip


def parse_beside(prose: str, rows: tuple[tuple[str, ...], ...] = ROWS, organ: str = "芮城县") -> Report:
    cells = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in rows)
    table = f"<table><tr><td>统计指标</td><td>单位</td><td>统计数</td></tr>{cells}</table>"
    title = f"{organ}2015年政府信息公开工作年度报告"
    page = f"<html><h1>{title}</h1><p>一、概述</p><p>{prose}</p>{table}<p>特此报告。</p></html>"
    (report,) = parse(read_bytes(page.encode(), name="a"))
    return report


def list_findings(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.rule.startswith(("prose_", "zero_"))]


def tell(
    prose: str, rows: tuple[tuple[str, ...], ...] = ROWS, organ: str = "芮城县"
) -> list[tuple[str, object, object]]:
    """(rule, line, number stated) of what is said of a text."""
    found = list_findings(parse_beside(prose, rows, organ))
    return [(finding.rule, finding.operands["line"], finding.operands["stated"]) for finding in found]


@pytest.mark.parametrize(
    ("prose", "line", "number"),
    [
        ("2015年，我县共收到政府信息公开申请{}件。", "收到申请数", 19),
        ("全年收到申请{}件，其中当面申请9件，网络申请10件。", "收到申请数", 19),
        ("收到申请数{}件。", "收到申请数", 19),
        ("申请全部依法答复：答复{}件。", "申请答复数", 18),
        ("申请答复数{}件。", "申请答复数", 18),
        ("申请已办结{}件。", "申请办结数", 19),
        ("2015年度，芮城县人民政府主动公开政府信息{}条。", "主动公开政府信息数", 6931),
        ("本年度主动公开政府信息数为{}条。", "主动公开政府信息数", 6931),
    ],
)  # fmt: skip
def test_a_number_of_the_whole_line_agrees_or_differs(prose: str, line: str, number: int) -> None:
    assert tell(prose.format(number)) == [("prose_agrees", line, number)]
    assert tell(prose.format(number + 2)) == [("prose_differs", line, number + 2)]


@pytest.mark.parametrize(
    "prose",
    [
        "2014年收到申请7件。",
        "去年同期收到申请7件。",
        "条例施行以来，共收到申请700件。",
        "截至2015年底，累计主动公开政府信息90000条。",
        "网上收到申请10件。",
        "县公安局收到申请12件。",
        "县政府网站主动公开政府信息5000条。",
        "其中，主动公开政府信息12条。",
        "收到申请若干件。",
        "收到申请20余件。",
        "按时办结申请3件，延期办结1件。",
        "申请中，同意公开答复3件，不予公开答复1件。",
        "收到群众来信40件，答复40件。",
        "受理申请17件。",
    ],
)
def test_nothing_is_said_of_another_year_organ_or_part(prose: str) -> None:
    assert tell(prose) == []


@pytest.mark.parametrize(
    "prose",
    [
        "县政府公报主动公开政府信息12条。",
        "财政领域：主动公开政府信息120条。",
        "收到申请21件。收到申请22件。",
        "各部门收到申请30件。",
    ],
)
def test_what_may_be_another_number_is_said_not_to_be_assessed(prose: str) -> None:
    assert [rule for rule, _, _ in tell(prose)] == ["prose_not_assessed"]


def test_what_the_table_has_once_among_several_numbers_agrees() -> None:
    assert tell("收到申请19件。县档案馆另收到申请4件。") == [("prose_agrees", "收到申请数", 19)]


@pytest.mark.parametrize("printed", ["", "/", "若干"])
def test_a_line_without_a_figure_is_not_assessed(printed: str) -> None:
    rows = (ROWS[0], ("（一）收到申请数", "件", printed), *ROWS[2:])
    assert tell("收到申请19件。", rows) == [("prose_not_assessed", "收到申请数", 19)]


def test_a_figure_that_is_itself_in_doubt_is_not_assessed() -> None:
    rows = (*ROWS[:-1], ("（三）申请答复数", "万元", "18"))
    assert tell("申请已答复20件。", rows) == [("prose_not_assessed", "申请答复数", 20)]


def test_more_than_the_table_has_contradicts_words_that_may_leave_some_out() -> None:
    assert tell("受理申请25件。") == [("prose_differs", "收到申请数", 25)]


def test_a_difference_is_the_readers_until_a_second_reading_agrees_and_both_languages_say_so() -> None:
    (found,) = list_findings(parse_beside("收到申请21件。"))
    code = form.find_cell(Table.STATISTICS, "national_received", "year").code
    assert (found.cells, found.fault, found.severity) == ((code,), Fault.READER, Severity.WARNING)
    assert "“收到申请21件”" in write_finding(found.rule, found.operands, Language.ZH)
    assert "the statistics table (before 2019) has 19" in write_finding(found.rule, found.operands, Language.EN)


def test_the_rule_binds_the_cells_of_statistics_that_its_findings_name() -> None:
    (found,) = list_findings(parse_beside("收到申请21件。"))
    assert find_rule("prose_differs").cells() >= {*found.cells}
    assert not [cell for cell in found.cells if form.map_cells_by_code()[cell].table is not Table.STATISTICS]


@pytest.mark.parametrize("edition", form.list_editions(Table.STATISTICS))
def test_only_wholes_are_stated_and_requests_received_are_in_every_edition(edition: Edition) -> None:
    keys = {line.key for line in list_stated_lines(edition)}
    lines = {key: form.find_line(Table.STATISTICS, key) for key in keys}
    assert any(line.continues == "new" for line in lines.values())
    for line in lines.values():
        parent = line.parent and form.find_line(Table.STATISTICS, line.parent)
        assert not parent or parent.is_head
