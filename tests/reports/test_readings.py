"""Two readings of one document: arithmetic chooses between whole tables, and what is printed wrong stays wrong."""

from __future__ import annotations

import pytest

from analytics.documents.detect import read_bytes
from analytics.documents.model import Document
from analytics.errors import DocumentError
from analytics.reports.model import Fact, Report
from analytics.reports.parse import parse
from analytics.simulate.render import FormSheet, render_html
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.terms import Status, Table

EDITIONS = dict.fromkeys((Table.II, Table.III, Table.IV), Edition("2021"))
NEW = form.find_cell(Table.III, "new", "natural").code
NEW_TOTAL = form.find_cell(Table.III, "new", "total").code
LICENSING = form.find_cell(Table.II, "licensing", "decisions").code


def page(**figures: str) -> Document:
    """A form of zeros with 8 requests of natural persons, all answered; ``figures`` by cell code override."""
    printed = {cell.code: "0" for table, edition in EDITIONS.items() for cell in form.list_form_cells(table, edition)}
    for line in ("new", "disclosed", "answered"):
        for column in ("natural", "total"):
            printed[form.find_cell(Table.III, line, column).code] = "8"
    printed |= {int(code.removeprefix("c")): text for code, text in figures.items()}
    sheet = FormSheet("芮城县人民政府2023年政府信息公开工作年度报告", EDITIONS, printed)
    return read_bytes(render_html(sheet).encode(), name="a.html")


def read(first: Document, second: Document) -> tuple[Report, dict[int | None, Fact]]:
    (report,) = parse(first, again=lambda: second)
    return report, {fact.cell: fact for fact in report.facts}


def never() -> Document:
    raise AssertionError("a second reading was asked for")


def test_a_sound_reading_asks_for_no_second_one() -> None:
    (report,) = parse(page(), again=never)
    assert all(fact.is_certain for fact in report.facts)


def test_the_reading_that_adds_up_is_chosen_and_the_difference_is_said() -> None:
    report, facts = read(page(**{f"c{NEW}": "3"}), page())
    assert (facts[NEW].value, facts[NEW].is_certain, facts[NEW_TOTAL].is_certain) == (8, False, True)
    assert facts[NEW].place is not None and facts[NEW].place.reading == 1
    (said,) = [one.operands for one in report.findings if one.rule == "readings_differ"]
    assert (said["printed"], said["other"]) == ("8", "3")


def test_a_wrong_sum_that_both_readings_see_survives() -> None:
    wrong = page(**{f"c{NEW_TOTAL}": "7"})
    report, facts = read(wrong, wrong)
    assert (facts[NEW_TOTAL].value, facts[NEW_TOTAL].is_certain) == (7, True)
    assert "total_equals_applicants" in {one.rule for one in report.findings}


def test_no_table_is_put_together_from_two_readings() -> None:
    """Each reading has one digit wrong in another row: no mixture is made, though it would add up."""
    _, facts = read(page(**{f"c{NEW}": "3", f"c{LICENSING}": ""}), page(**{f"c{NEW_TOTAL}": "9", f"c{LICENSING}": "5"}))
    assert (facts[NEW].value, facts[NEW_TOTAL].value) in {(3, 8), (8, 9)}


def test_a_cell_without_a_sum_is_uncertain_where_the_readings_differ() -> None:
    _, facts = read(page(**{f"c{LICENSING}": "1 2", f"c{NEW}": "3"}), page(**{f"c{LICENSING}": "12", f"c{NEW}": "3"}))
    assert (facts[LICENSING].value, facts[LICENSING].is_certain) == (12, False)


def test_a_table_that_only_one_reading_sees_is_uncertain() -> None:
    whole = page()
    without = Document(
        name=whole.name,
        sha256=whole.sha256,
        format=whole.format,
        reader=whole.reader,
        blocks=whole.blocks[:3],
        titles=whole.titles,
    )
    _, facts = read(without, whole)
    assert facts[NEW].value == 8 and not facts[NEW].is_certain


@pytest.mark.parametrize("answer", [None, DocumentError("pdf_broken", file="a", reason="b")])
def test_without_a_second_reading_the_first_stands(answer: DocumentError | None) -> None:
    def again() -> None:
        if answer:
            raise answer

    (report,) = parse(page(**{f"c{LICENSING}": "1 2"}), again=again)
    statuses = {fact.cell: fact.status for fact in report.facts}
    assert statuses[LICENSING] is Status.UNREADABLE
