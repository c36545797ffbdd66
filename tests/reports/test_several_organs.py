"""A document with the reports of several organs is as many reports; one organ's name printed twice is one."""

from __future__ import annotations

import pytest

from analytics.documents.detect import read_bytes, read_bytes_again
from analytics.reports.model import Report
from analytics.reports.parse import parse
from analytics.simulate.html import render_html
from analytics.simulate.render import FormSheet
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.terms import Table

EDITIONS = {Table.II: Edition("2021"), Table.III: Edition("2021"), Table.IV: Edition("2021")}
CELLS = [cell.code for table, edition in EDITIONS.items() for cell in form.list_form_cells(table, edition)]


def page(organ: str, figure: str) -> str:
    return render_html(FormSheet(f"{organ}2022年政府信息公开工作年度报告", EDITIONS, dict.fromkeys(CELLS, figure)))


def read(data: str) -> tuple[Report, ...]:
    encoded = data.encode()
    return parse(read_bytes(encoded, name="a.html"), again=lambda: read_bytes_again(encoded, name="a.html"))


@pytest.mark.parametrize("figure", ["0", "7"])
def test_reports_of_two_organs_are_two(figure: str) -> None:
    first, second = read(page("芮城县人民政府", "0") + page("平陆县人民政府", figure))
    assert (first.organ.name, second.organ.name) == ("芮城县人民政府", "平陆县人民政府")
    assert len(first.facts) == len(second.facts) == len(CELLS)
    assert {fact.printed for fact in first.facts} == {"0"}
    assert {fact.printed for fact in second.facts} == {figure}
    assert not first.unread and not second.unread


@pytest.mark.parametrize(
    "links",
    ["<ul><li>平陆县人民政府2022年政府信息公开工作年度报告</li></ul>", "<p>芮城县2022年政府信息公开工作年度报告</p>"],
)
def test_a_link_to_another_report_is_none(links: str) -> None:
    report = page("芮城县人民政府", "0")
    for data in (links + report, report + links):
        (found,) = read(data)
        assert len(found.facts) == len(CELLS)


@pytest.mark.parametrize("closing", ["</html>", "</body></html>", "</BODY ></HTML>", "</body>"])
def test_a_page_that_closes_too_early_is_read_to_its_end(closing: str) -> None:
    whole = page("芮城县人民政府", "3")
    (expected,) = read(whole)
    for cut in (whole.index("三、收到"), whole.index("<tr", whole.index("三、收到"))):
        (report,) = read(whole[:cut] + closing + whole[cut:])
        assert [(fact.cell, fact.printed) for fact in report.facts] == [
            (fact.cell, fact.printed) for fact in expected.facts
        ]
