"""What prose states beside its tables: every statement on this year and on the whole agency, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.labelled import measure_labelled

from analytics.documents.detect import read
from analytics.documents.model import Cell, Place
from analytics.reports.checks import check
from analytics.reports.checks.prose import Speaker, list_statements
from analytics.reports.model import Organ, Section
from analytics.reports.parse import parse
from analytics.reports.tables.entries import make_fact
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.rules import RULES, Basis
from analytics.vocabulary.terms import Fault, Kind, Level, Scope, Table

COUNTY = Organ("芮城县人民政府", "人民政府", "140830", Level.COUNTY, Kind.GOVERNMENT)
BUREAU = Organ("沭阳县发展和改革局", "发展和改革局", "321322", Level.COUNTY, Kind.DEPARTMENT)


def stated(sentence: str, organ: Organ = COUNTY, scope: Scope = Scope.UNKNOWN) -> list[tuple[str, int]]:
    return [(found.quantity.key, found.value) for found in list_statements(sentence, Speaker(organ, 2023, scope))]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("2023年全区受理政府信息公开申请21件,均在法定期限答复。", [("accepted", 21)]),
        ("2023年政府信息依申请公开收到申请19条,及时回复19条。", [("new", 19)]),
        ("全县共收到政府信息公开申请1,859件。", [("new", 1859)]),
        ("上年结转8件,本年新收申请783件,办结788件,结转下年度2件。",
         [("new", 783), ("carried_over", 8), ("carried_forward", 2), ("answered", 788)]),
        ("予以公开及部分公开258件,不予公开35件,无法提供265件。", [("disclosed_both", 258), ("refused", 35), ("unable", 265)]),
        ("其中,予以公开的7件,部分公开的5件,本机关不掌握的22件。", [("partly_disclosed", 5), ("disclosed", 7), ("not_held", 22)]),
    ],
)  # fmt: skip
def test_a_statement_is_found_with_the_lines_it_means(sentence: str, found: list[tuple[str, int]]) -> None:
    assert stated(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "2022年收到政府信息公开申请17件。",
        "去年同期收到政府信息公开申请17件。",
        "截至目前累计收到政府信息公开申请170件。",
        "网上收到申请9件。",
        "收到自然人申请9件。",
        "县公安局收到政府信息公开申请12件。",
        "各乡镇、街道收到申请3件。",
        "收到申请10余件。",
        "主动公开政府信息6931条。",
        "区政府办公室受理政府信息公开申请34件。",
        "收到因政府信息公开申请引起的行政复议2件。",
        "县长信箱收到信件237件，办结98件。",
        "全年办结回复网民来信55件。",
    ],
)
def test_a_number_of_another_year_or_of_a_part_is_left_alone(sentence: str) -> None:
    assert stated(sentence) == []


def test_a_bureau_that_speaks_of_itself_is_meant() -> None:
    assert stated("2023年度我局共收到依申请信息公开26件", BUREAU) == [("new", 26)]


def test_what_two_readings_agree_on_is_the_publishers() -> None:
    cells = [form.find_cell(Table.III, line, "total") for line in ("new", "carried_over")]
    facts = tuple(make_fact(cell, Cell(text, Place(0)), "") for cell, text in zip(cells, ("5", "0"), strict=True))
    prose = (Section("I", "一、总体情况", "收到政府信息公开申请7件。"),)
    editions = {Table.III: Edition("2021")}
    for agreed, fault in ((frozenset(), Fault.READER), (frozenset(cell.code for cell in cells), Fault.PUBLISHER)):
        (found,) = check(facts, editions, COUNTY, narrative=prose, year=2023, agreed=agreed)
        assert (found.rule, found.fault, found.operands["printed"]) == ("prose_differs", fault, 5)


def test_more_received_may_count_what_was_carried_over() -> None:
    cells = [form.find_cell(Table.III, line, "total") for line in ("new", "carried_over")]
    facts = tuple(make_fact(cell, Cell(text, Place(0)), "") for cell, text in zip(cells, ("5", "2"), strict=True))
    for text, expected in (
        ("收到申请7件。", ["prose_counts_carried_over"]),
        ("收到申请6件。", ["prose_differs"]),
        ("受理申请4件。", []),
    ):
        prose = (Section("I", "一、总体情况", text),)
        found = check(facts, {Table.III: Edition("2021")}, COUNTY, narrative=prose, year=2023)
        assert [finding.rule for finding in found] == expected


def test_the_prose_of_shanghai_2019_contradicts_its_tables_as_a_careful_reader_finds(real_reports: Path) -> None:
    (report,) = parse(read(real_reports / "documents" / "上海市人民政府办公厅_2019.html"))
    by_prose = {rule.key for rule in RULES if rule.basis is Basis.PROSE}
    found = [(one.rule, one.operands.get("stated"), one.operands.get("printed")) for one in report.findings]
    assert [told for told in found if told[0] in by_prose] == [
        ("prose_differs", 258, 275),
        ("prose_differs", 265, 337),
        ("prose_outcomes_differ", 805, None),
        ("all_upheld_but_not", None, 3),
    ]


def test_the_prose_of_the_other_real_documents_agrees_with_their_tables(real_reports: Path) -> None:
    by_prose = {rule.key for rule in RULES if rule.basis is Basis.PROSE}
    for path in sorted((real_reports / "documents").glob("*")):
        if path.suffix in (".txt", ".pdf") or "沭阳" in path.stem:
            (report,) = parse(read(path))
            assert not [finding for finding in report.findings if finding.rule in by_prose], path.stem


def test_a_number_of_the_whole_area_is_not_that_of_one_office() -> None:
    sentence = "全市各级各部门收到政府信息公开申请653件。"
    assert stated(sentence, scope=Scope.OWN_OFFICE) == []
    assert stated(sentence, scope=Scope.WHOLE_AREA) == [("new", 653)]


def test_nothing_is_taken_from_labelled_clauses_but_what_they_state_of_requests() -> None:
    measured = measure_labelled()
    assert measured.stated > 100 and not measured.wrong
    assert measured.taken > measured.stated / 3  # the rest is left alone rather than said wrongly
