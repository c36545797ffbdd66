"""The heart of the suite: one report, in any layout and with any lossless damage, gives the same facts."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analytics.documents.detect import read_bytes
from analytics.errors import DocumentError
from analytics.reports.model import Report
from analytics.reports.numbers import read
from analytics.reports.parse import parse
from analytics.simulate.damage import DAMAGES, LOSSY
from analytics.simulate.docx import DOCX_MANNERS
from analytics.simulate.html import PAGES, render_mhtml
from analytics.simulate.ofd import render_ofd
from analytics.simulate.pdf import PDF_MANNERS
from analytics.simulate.quality import measure_quality
from analytics.simulate.render import MANNERS, FormSheet
from analytics.simulate.workbook import WORKBOOK_MANNERS
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.terms import Table

ALL = {**MANNERS, **PAGES}
EDITIONS = [
    (Edition("2019"), Edition("2019")),
    (Edition("2021"), Edition("2021")),
    (Edition("2021"), Edition("2019")),  # a real district: table II of 2021 with table III of 2019
]
FIGURES = st.one_of(
    st.integers(0, 10**6).map(str), st.integers(1000, 10**6).map("{:,}".format), st.sampled_from(["/", "-", "无", "0"])
)


@st.composite
def sheets(draw: st.DrawFn, *, blanks: bool) -> FormSheet:
    second, third = draw(st.sampled_from(EDITIONS))
    editions = {Table.II: second, Table.III: third, Table.IV: third}
    cells = [cell.code for table, edition in editions.items() for cell in form.list_form_cells(table, edition)]
    filled = st.one_of(st.just(""), FIGURES) if blanks else FIGURES
    # One draw for all cells keeps the search small; the seed spreads the figures.
    pool, seed = draw(st.lists(filled, min_size=4, max_size=12)), draw(st.integers(0, 2**16))
    rng = Random(seed)
    printed = {code: rng.choice(pool) for code in cells}
    return FormSheet("芮城县人民政府2023年政府信息公开工作年度报告", editions, printed)


def parsed(content: str | bytes) -> Report:
    data = content.encode() if isinstance(content, str) else content
    (report,) = parse(read_bytes(data, name="report"))
    return report


def assert_same_facts(report: Report, sheet: FormSheet) -> None:
    facts = {fact.cell: (fact.status, fact.value) for fact in report.facts}
    wanted = {code: read(text)[:2] for code, text in sheet.printed.items()}
    assert facts == wanted
    assert (report.organ.name, report.organ.place_code, report.year) == ("芮城县人民政府", "140830", 2023)
    assert dict(report.editions) == dict(sheet.editions)


@pytest.mark.parametrize("manner", sorted(set(ALL) - {"spaced"}))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sheet=sheets(blanks=True))
def test_every_manner_gives_the_same_facts(manner: str, sheet: FormSheet) -> None:
    assert_same_facts(parsed(ALL[manner](sheet)), sheet)


@pytest.mark.parametrize("manner", sorted(DOCX_MANNERS))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sheet=sheets(blanks=True))
def test_every_word_processor_file_gives_the_same_facts(manner: str, sheet: FormSheet) -> None:
    assert_same_facts(parsed(DOCX_MANNERS[manner](sheet)), sheet)


@pytest.mark.parametrize("manner", sorted(WORKBOOK_MANNERS))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sheet=sheets(blanks=True))
def test_every_workbook_gives_the_same_facts(manner: str, sheet: FormSheet) -> None:
    assert_same_facts(parsed(WORKBOOK_MANNERS[manner](sheet)), sheet)


@pytest.mark.parametrize("manner", sorted(PDF_MANNERS))
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sheet=sheets(blanks=True))
def test_every_pdf_gives_the_same_facts(manner: str, sheet: FormSheet) -> None:
    assert_same_facts(parsed(PDF_MANNERS[manner](sheet)), sheet)


@pytest.mark.parametrize("draw", [render_ofd, render_mhtml], ids=["ofd", "mhtml"])
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sheet=sheets(blanks=True))
def test_every_ofd_and_saved_page_gives_the_same_facts(draw: Callable[[FormSheet], bytes], sheet: FormSheet) -> None:
    assert_same_facts(parsed(draw(sheet)), sheet)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sheet=sheets(blanks=False))
def test_cells_parted_by_empty_lines_give_the_same_facts(sheet: FormSheet) -> None:
    assert_same_facts(parsed(ALL["spaced"](sheet)), sheet)


@pytest.mark.parametrize("damage", sorted(DAMAGES))
@pytest.mark.parametrize("manner", ["html", "cms", "tabbed", "barred"])
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sheet=sheets(blanks=True), seed=st.integers(0, 2**16))
def test_lossless_damage_changes_no_fact(manner: str, damage: str, sheet: FormSheet, seed: int) -> None:
    damaged = DAMAGES[damage](ALL[manner](sheet), Random(seed))
    facts = {fact.cell: (fact.status, fact.value) for fact in parsed(damaged).facts}
    assert facts == {code: read(text)[:2] for code, text in sheet.printed.items()}


@pytest.mark.parametrize("damage", sorted(LOSSY))
@pytest.mark.parametrize("manner", ["html", "cms", "word", "tabbed", "lined"])
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sheet=sheets(blanks=True), seed=st.integers(0, 2**16))
def test_what_damage_loses_is_missed_or_doubted(manner: str, damage: str, sheet: FormSheet, seed: int) -> None:
    damaged = LOSSY[damage](ALL[manner](sheet), Random(seed))
    try:
        report = parsed(damaged)
    except DocumentError:
        return  # hardly anything is left of it
    assert measure_quality(report, sheet.printed).silent == 0


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("manner", ["html", "tabbed"])
def test_the_encoding_is_found_by_content(manner: str, encoding: str) -> None:
    printed = {cell.code: "3" for cell in form.list_form_cells(Table.II, Edition("2021"))}
    sheet = FormSheet("芮城县人民政府2023年政府信息公开工作年度报告", {Table.II: Edition("2021")}, printed)
    (report,) = parse(read_bytes(ALL[manner](sheet).encode(encoding), name="report"))
    assert {fact.value for fact in report.facts} == {3.0}
    assert report.organ.place_code == "140830"


def test_a_row_with_a_figure_too_many_is_flagged_and_not_placed() -> None:
    printed = {cell.code: "3" for cell in form.list_form_cells(Table.III, Edition("2021"))}
    sheet = FormSheet("芮城县人民政府2023年政府信息公开工作年度报告", {Table.III: Edition("2021")}, printed)
    row = "（一）予以公开\t3\t3\t3\t3\t3\t3\t3"
    assert row in ALL["tabbed"](sheet)
    report = parsed(ALL["tabbed"](sheet).replace(row, row + "\t3"))
    assert {fact.status for fact in report.facts if fact.line == "（一）予以公开"} == {"unreadable"}
    assert "row_incomplete" in {finding.rule for finding in report.findings}
