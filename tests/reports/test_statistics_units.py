"""Units of statistics tables before 2019: what is said of rows whose unit is none, unknown, or another than declared."""

from __future__ import annotations

import pytest

from analytics.documents.detect import read_bytes
from analytics.reports.model import Fact, Report
from analytics.reports.parse import parse
from analytics.vocabulary.terms import MeasuredIn
from analytics.words import Language
from analytics.words.render import write_finding

HEADS = ("统计指标", "单位", "统计数")
REQUESTS = (
    ("（一）收到申请数", "件", "19"), ("1．当面申请数", "件", "3"), ("2．传真申请数", "件", "0"),
    ("3．网络申请数", "件", "10"), ("4．信函申请数", "件", "6"),
)  # fmt: skip
TITLE = "芮城县2015年政府信息公开工作年度报告"


def parse_rows(*rows: tuple[str, ...], is_text: bool = False) -> Report:
    """A report whose statistics table prints these rows below five that are in no doubt."""
    printed = (HEADS, *REQUESTS, *rows)
    table = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in printed)
    page = f"<html><h1>{TITLE}</h1><p>一、概述</p><table>{table}</table><p>特此报告。</p></html>"
    lines = "\n".join("   ".join(filter(None, row)) for row in printed)
    text = f"{TITLE}\n一、概述\n{lines}\n特此报告。\n"
    (report,) = parse(read_bytes((text if is_text else page).encode(), name="a"))
    return report


def list_rules(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings if finding.rule not in ("report_before_form", "figures_unread")]


def find_fact(report: Report, line: str) -> Fact:
    (fact,) = [fact for fact in report.facts if fact.line == line]
    return fact


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        (("接受培训人员数", "人次（含网上）", "60"), "row_unit_unknown"),
        (("（三）申请答复数", "19", "件"), "row_unit_misplaced"),
        (("（三）申请答复数", "19"), "row_incomplete"),
    ],
)
def test_a_row_whose_unit_is_in_the_way_says_so_and_gives_no_figure(row: tuple[str, ...], rule: str) -> None:
    report = parse_rows(row)
    fact = find_fact(report, row[0].removeprefix("（三）"))
    assert (fact.value, fact.is_certain) == (None, False)
    assert rule in list_rules(report)
    assert "row_label_torn" not in list_rules(report)


def test_a_line_of_text_without_a_unit_is_not_said_to_lack_cells() -> None:
    report = parse_rows(("（三）申请答复数", "", "19"), is_text=True)
    assert find_fact(report, "申请答复数").value is None
    assert list_rules(report) == ["row_unit_missing"]


def test_an_unread_row_above_a_line_nobody_knows_is_not_said_to_be_torn() -> None:
    report = parse_rows(("接受培训人员数", "人次（含网上）", "60"), ("微信申请数", "件", "8"))
    assert list_rules(report) == ["row_unit_unknown"]


def test_a_blank_row_above_the_other_half_of_its_label_is_said_to_be_torn() -> None:
    report = parse_rows(("（三）申请答复数", "件", ""), ("的全部", "件", "19"))
    assert list_rules(report) == ["row_label_torn"]


@pytest.mark.parametrize(
    ("label", "unit", "declared"),
    [("申请答复数", "万元", "件"), ("申请答复数", "千元", "件"), ("依申请公开信息收取的费用", "件", "万元")],
)
def test_money_for_a_count_and_a_count_for_money_are_kept_in_doubt(label: str, unit: str, declared: str) -> None:
    report = parse_rows((label, unit, "12"))
    fact = find_fact(report, label)
    assert (fact.value, fact.is_certain) == (12, False)
    assert list_rules(report) == ["row_unit_contrary"]
    (finding,) = [finding for finding in report.findings if finding.rule == "row_unit_contrary"]
    for language in Language:
        sentence = write_finding(finding.rule, finding.operands, language)
        assert f"“{unit}”" in sentence and f"“{declared}”" in sentence


@pytest.mark.parametrize("unit", ["千元", "百万元", "亿元"])
def test_every_unit_of_money_is_one_in_its_column(unit: str) -> None:
    fact = find_fact(parse_rows(("七、依申请公开信息收取的费用", unit, "12")), "依申请公开信息收取的费用")
    assert (fact.value, fact.measured_in, fact.is_certain) == (12, MeasuredIn(unit), True)


def test_an_amount_without_a_unit_is_said_to_be_in_the_unit_of_its_own_table() -> None:
    report = parse_rows(("（四）政府信息公开专项经费", "", "12"))
    assert not find_fact(report, "政府信息公开专项经费").is_certain
    (finding,) = [finding for finding in report.findings if finding.rule == "amount_unit_of_table"]
    assert finding.operands["declared"] == "万元"
    assert "amount_unit_assumed" not in list_rules(report)


@pytest.mark.parametrize(
    ("unit", "is_other"), [("条", False), ("条次", True), ("条/次", True), ("件", False), ("", False)]
)
def test_times_counted_for_things_are_noted_and_the_figure_stands(unit: str, is_other: bool) -> None:
    report = parse_rows(("（一）主动公开政府信息数", unit, "77"))
    fact = find_fact(report, "主动公开政府信息数")
    assert (fact.value, fact.is_certain) == (77, True)
    assert list_rules(report) == (["unit_counts_otherwise"] if is_other else [])


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        (("十、村务公开栏更新数", "架次", "88"), "unknown_line_unit"),
        (("微信申请数4", "件", "88"), "unknown_line_digit"),
        (("十、村务公开栏更新数", "万元", "88"), ""),
    ],
)
def test_a_line_nobody_knows_says_why_it_is_in_doubt_or_is_in_none(row: tuple[str, ...], rule: str) -> None:
    report = parse_rows(row)
    assert find_fact(report, row[0]).is_certain == (rule == "")
    assert list_rules(report) == ([rule] if rule else [])
