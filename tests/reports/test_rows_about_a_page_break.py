"""Two rows about a page break that both have labels of their own are two rows, however many columns each has."""

from __future__ import annotations

from analytics.documents.detect import read_bytes
from analytics.reports.parse import parse
from analytics.simulate.pdf import render_short_pages
from analytics.simulate.render import FormSheet
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.terms import Status, Table

_ABOVE = (2020, 2044, 2053, 2065)
"""Cells of the rows before it on the page, which show how many columns rows have there."""


def test_a_blank_row_of_three_columns_and_a_filled_one_of_two_are_not_joined() -> None:
    editions = {Table.II: Edition("2019"), Table.III: Edition("2021"), Table.IV: Edition("2021")}
    printed = {cell.code: "" for table, edition in editions.items() for cell in form.list_form_cells(table, edition)}
    filled = form.find_cell(Table.II, "charges", "prior_items").code
    beside = form.find_cell(Table.II, "charges", "item_change").code
    printed |= dict.fromkeys([filled, *_ABOVE], "0")
    data = render_short_pages(FormSheet("芮城县人民政府2023年政府信息公开工作年度报告", editions, printed))
    (report,) = parse(read_bytes(data, name="a.pdf"))
    facts = {fact.cell: fact.status for fact in report.facts}
    assert (facts[filled], facts[beside]) == (Status.ZERO, Status.BLANK)
    coercion = [cell.code for cell in form.list_form_cells(Table.II, Edition("2019")) if cell.line.key == "coercion"]
    assert coercion and all(facts.get(code) is Status.BLANK for code in coercion)
