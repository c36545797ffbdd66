"""Nothing unread: every number of the pages is a cell's or is listed. Whatever a reader loses turns up here."""

from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analytics.documents.detect import read, read_bytes
from analytics.reports.model import Report
from analytics.reports.numbers import has_digits
from analytics.reports.parse import parse
from analytics.simulate.damage import DAMAGES, LOSSY
from analytics.simulate.html import PAGES
from analytics.simulate.render import MANNERS, FormSheet
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.terms import Table
from conftest import REPORTS

ALL = {**MANNERS, **PAGES}
REAL = [path for folder in ("documents", "excerpts") for path in sorted((REPORTS / folder).glob("*"))]


@st.composite
def sheets(draw: st.DrawFn) -> FormSheet:
    """Forms whose every cell prints a figure of four digits, each its own: none can be taken for another."""
    edition = draw(st.sampled_from(form.list_editions(Table.III)))
    editions = dict.fromkeys((Table.II, Table.III, Table.IV), edition)
    codes = [cell.code for table in editions for cell in form.list_form_cells(table, edition)]
    rng = Random(draw(st.integers(0, 2**16)))
    figures = rng.sample(range(3000, 9999), len(codes))
    return FormSheet(
        "芮城县人民政府2023年政府信息公开工作年度报告", editions, dict(zip(codes, map(str, figures), strict=True))
    )


def parsed(content: str) -> Report:
    (report,) = parse(read_bytes(content.encode(), name="report"))
    return report


def unread_texts(report: Report) -> set[str]:
    return {text.replace(",", "") for piece in report.unread for text in piece.text.split()}


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_a_real_report_leaves_nothing_unread(path: pytest.TempPathFactory) -> None:
    (report,) = parse(read(path))  # type: ignore[arg-type]
    assert report.unread == ()


@pytest.mark.parametrize("manner", sorted(ALL))
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sheet=sheets())
def test_a_report_read_in_full_leaves_nothing_unread(manner: str, sheet: FormSheet) -> None:
    report = parsed(ALL[manner](sheet))
    assert report.unread == ()
    assert "figures_unread" not in {finding.rule for finding in report.findings}


@pytest.mark.parametrize("damage", sorted({**DAMAGES, **LOSSY}))
@pytest.mark.parametrize("manner", ["html", "cms", "tabbed", "lined"])
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sheet=sheets(), seed=st.integers(0, 2**16))
def test_a_figure_still_printed_is_a_cells_or_unread(manner: str, damage: str, sheet: FormSheet, seed: int) -> None:
    content = {**DAMAGES, **LOSSY}[damage](ALL[manner](sheet), Random(seed))
    content = re.sub(r"<[^<>]*$", "", content)  # a torn tag swallows the text before it
    report = parsed(content)
    known = {f"{int(fact.value)}" for fact in report.facts if fact.value is not None}
    known |= {fact.printed for fact in report.facts if fact.value is None} | unread_texts(report)
    assert [text for text in sheet.printed.values() if text in content and text not in known] == []


@pytest.mark.parametrize("manner", ["html", "cms", "word", "tabbed", "piped", "barred"])
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sheet=sheets(), seed=st.integers(0, 2**16))
def test_the_figures_of_a_row_whose_label_is_garbled_turn_up(manner: str, sheet: FormSheet, seed: int) -> None:
    lines = [
        line for line in form.list_lines(Table.III) if not line.is_head and sheet.editions[Table.III] in line.editions
    ]
    line = Random(seed).choice([line for line in lines if len(line.label) >= 6])
    content = ALL[manner](sheet)
    label = max((text for text in (line.label, *line.aliases) if text in content), key=len, default="")
    if not label or content.count(label) != 1:
        return  # spelled character by character
    report = parsed(content.replace(label, "鸟兽虫鱼"))
    lost = {sheet.text(Table.III, line.key, column.key) for column in form.list_columns(Table.III)}
    certain = {fact.printed for fact in report.facts if fact.is_certain}
    assert lost & certain == set()
    assert lost <= unread_texts(report) | {fact.printed for fact in report.facts}
    assert any(has_digits(fact.printed) and not fact.is_certain for fact in report.facts) or report.unread


def test_the_place_of_what_is_unread_is_told() -> None:
    sheet = FormSheet(
        "芮城县人民政府2023年政府信息公开工作年度报告", {Table.III: Edition("2021")}, {3010: "4321", 3016: "4321"}
    )
    report = parsed(ALL["html"](sheet).replace("一、本年新收政府信息公开申请数量", "鸟兽虫鱼"))
    assert [(piece.text, piece.table, piece.place.row) for piece in report.unread] == [("4321", Table.III, 3)] * 2
    (operands,) = [finding.operands for finding in report.findings if finding.rule == "figures_unread"]
    assert operands == {"count": 2, "printed": ["4321", "4321"]}


def test_a_blank_beside_a_figure_that_is_unread_is_in_doubt() -> None:
    rows = [
        ["信息内容", "上", "上一年项目数量", "本年增/减", "处理决定数量"],
        ["行政处罚", "7", "", "1", "2"],
        ["行政强制", "", "", "3", "4"],
    ]
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    page = f"<!doctype html><h1>芮城县人民政府2020年政府信息公开工作年度报告</h1><h2>二、主动公开政府信息情况</h2><table>{table}</table>"
    (report,) = parse(read_bytes(page.encode(), name="a.html"))
    blank = {fact.line: fact.is_certain for fact in report.facts if fact.column == "上一年项目数量"}
    assert [piece.text for piece in report.unread] == ["7"]
    assert blank == {"行政处罚": False, "行政强制": True}
