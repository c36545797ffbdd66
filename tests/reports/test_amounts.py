"""The unit of an amount is printed or in doubt."""

from __future__ import annotations

import pytest

from analytics.documents.detect import read_bytes
from analytics.reports.model import Report
from analytics.reports.parse import parse
from analytics.vocabulary import form
from analytics.vocabulary.terms import MeasuredIn, Table

CHARGES = form.find_cell(Table.II, "charges", "charged").code


def report(head: str, amount: str) -> Report:
    page = (
        "<html><h1>芮城县人民政府2023年政府信息公开工作年度报告</h1><h2>二、主动公开政府信息情况</h2><table>"
        "<tr><td colspan=2>第二十条第（八）项</td></tr>"
        f"<tr><td>信息内容</td><td>本年收费金额{head}</td></tr><tr><td>行政事业性收费</td><td>{amount}</td></tr></table>"
        "<h2>五、存在的主要问题及改进情况</h2><p>无。</p></html>"
    )
    (found,) = parse(read_bytes(page.encode(), name="a.html"))
    return found


@pytest.mark.parametrize(
    ("head", "amount", "value", "unit", "is_certain"),
    [
        ("（单位：万元）", "2622.37", 2622.37, MeasuredIn.WAN_YUAN, True),
        ("", "2622.37万元", 2622.37, MeasuredIn.WAN_YUAN, True),
        ("", "0", 0, MeasuredIn.WAN_YUAN, True),
        ("", "26223700", 26223700, MeasuredIn.WAN_YUAN, False),
        ("（单位：个）", "32", 32, MeasuredIn.WAN_YUAN, False),
    ],
)
def test_an_amount_is_certain_where_its_unit_is_printed(
    head: str, amount: str, value: float, unit: MeasuredIn, is_certain: bool
) -> None:
    found = report(head, amount)
    (fact,) = [fact for fact in found.facts if fact.cell == CHARGES]
    assert (fact.value, fact.measured_in, fact.is_certain) == (value, unit, is_certain)
    assert is_certain != ("amount_unit_assumed" in {finding.rule for finding in found.findings})
