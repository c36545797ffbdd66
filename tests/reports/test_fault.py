"""A sum that fails is the publisher's only where two independent readings print the same cells."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from analytics.documents.detect import read_bytes, read_bytes_again
from analytics.documents.model import Document
from analytics.reports.model import Finding, Report
from analytics.reports.parse import parse
from analytics.simulate.docx import DOCX_MANNERS
from analytics.simulate.render import MANNERS, FormSheet, render_html
from analytics.simulate.workbook import WORKBOOK_MANNERS
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.terms import Fault, Table, Verdict
from analytics.words import Language
from analytics.words.render import mark_finding
from analytics.words.render import write_finding as sentence

EDITIONS = dict.fromkeys((Table.II, Table.III, Table.IV), Edition("2021"))
TITLE = "芮城县人民政府2023年政府信息公开工作年度报告"
NEW_TOTAL = form.find_cell(Table.III, "new", "total").code
RULE = "total_equals_applicants"


def sheet(total: str) -> FormSheet:
    """A form of zeros with 8 requests of natural persons whose total is printed as given."""
    printed = {cell.code: "0" for table, edition in EDITIONS.items() for cell in form.list_form_cells(table, edition)}
    for line in ("new", "disclosed", "answered"):
        for column in ("natural", "total"):
            printed[form.find_cell(Table.III, line, column).code] = "8"
    return FormSheet(TITLE, EDITIONS, printed | {NEW_TOTAL: total})


def failing(report: Report) -> Finding:
    (found,) = [one for one in report.findings if one.rule == RULE and one.fault is not None]
    return found


def read(data: bytes, again: Callable[[], Document | None] | None = None) -> Report:
    (report,) = parse(read_bytes(data, name="report"), again=again or partial(read_bytes_again, data, name="report"))
    return report


RENDERED = {
    "page": lambda one: render_html(one).encode(),
    **{f"docx_{name}": draw for name, draw in DOCX_MANNERS.items()},
    **{f"workbook_{name}": draw for name, draw in WORKBOOK_MANNERS.items()},
    **{f"text_{name}": lambda one, draw=MANNERS[name]: draw(one).encode() for name in ("tabbed", "piped", "lined")},
}


@pytest.mark.parametrize("name", sorted(RENDERED))
def test_a_wrong_sum_that_two_readings_print_is_the_publishers(name: str) -> None:
    assert failing(read(RENDERED[name](sheet("9")))).fault is Fault.PUBLISHER


def test_without_a_second_reading_the_reader_is_in_doubt() -> None:
    assert failing(read(render_html(sheet("9")).encode(), lambda: None)).fault is Fault.READER


def test_where_the_second_reading_says_otherwise_the_reader_is_in_doubt() -> None:
    other = read_bytes_again(render_html(sheet("8")).encode(), name="other")
    assert failing(read(render_html(sheet("9")).encode(), lambda: other)).fault is Fault.READER


@pytest.mark.parametrize(
    ("look", "fault"),
    [
        ('<td style="-webkit-box-reflect:below">9</td>', Fault.READER), ('<td><i class="from-elsewhere">9</i></td>', Fault.READER),
        ('<td style="text-align:center;border:none">9</td>', Fault.PUBLISHER),
    ],
)  # fmt: skip
def test_a_second_reading_that_sees_no_styles_confirms_no_cell_with_a_look_of_its_own(look: str, fault: Fault) -> None:
    page = render_html(sheet("9"))
    assert page.count("<td>9</td>") == 1
    assert failing(read(page.replace("<td>9</td>", look).encode())).fault is fault


def test_a_look_that_figures_share_hides_none_of_them() -> None:
    page = render_html(sheet("9")).replace("<td>", '<td class="xl65"><span style="font-family:仿宋">')
    assert failing(read(page.encode())).fault is Fault.PUBLISHER


def test_a_row_of_text_with_a_piece_too_many_is_confirmed_by_nothing() -> None:
    text = MANNERS["tabbed"](sheet("9")).replace("商业企业\t科研机构", "科研机构\t商业企业")
    found = [one for one in read(text.encode()).findings if one.rule == RULE and one.fault is not None]
    assert {one.fault for one in found} == {Fault.READER}


def test_a_blank_total_is_never_said_to_be_zero() -> None:
    found = failing(read(render_html(sheet("")).encode()))
    assert found.verdict is Verdict.FAILS_BLANKS_AS_ZERO
    for language, blank in ((Language.ZH, "总计空白"), (Language.EN, "the total is blank")):
        said = sentence(found.rule, found.operands, language)
        assert blank in said and "总计为0" not in said and "total is 0" not in said


def test_parts_that_are_all_blank_are_never_said_to_add_up_to_zero() -> None:
    blank = dict.fromkeys(("natural", "business", "research", "ngo", "legal", "others"), "")
    cells = form.map_cells_by_code()
    printed = {code: blank.get(cells[code].column.key, text) for code, text in sheet("9").printed.items()}
    report = read(render_html(FormSheet(TITLE, EDITIONS, printed)).encode())
    found = [one for one in report.findings if one.rule == RULE and one.operands["is_right_blank"]]
    assert found
    for language, blank_words in ((Language.ZH, "六类申请人均空白"), (Language.EN, "applicant are blank")):
        said = sentence(found[0].rule, found[0].operands, language)
        assert blank_words in said and "之和为0" not in said and "add up to 0" not in said
        assert mark_finding(found[0].severity, found[0].verdict, language) in (
            "空白按零计则不符",
            "fails with blanks as zero",
        )


@pytest.mark.parametrize("language", list(Language))
def test_every_sentence_of_a_verdict_with_blanks_says_so(language: Language) -> None:
    printed = {code: text for code, text in sheet("9").printed.items() if text != "0"}
    report = read(render_html(FormSheet(TITLE, EDITIONS, printed)).encode())
    told = [one for one in report.findings if one.verdict is Verdict.FAILS_BLANKS_AS_ZERO]
    word = "按零计" if language is Language.ZH else "counted as zero"
    assert told and all(word in sentence(one.rule, one.operands, language) for one in told)
