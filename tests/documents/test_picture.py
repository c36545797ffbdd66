"""Scans and photographs: what is recognised is what is printed, and what is in doubt says so."""

from __future__ import annotations

import io
import sys
from functools import partial
from pathlib import Path
from random import Random

import pytest
from PIL import Image

from analytics.documents.detect import read_bytes, read_bytes_again
from analytics.documents.model import Format
from analytics.errors import DocumentError
from analytics.reports.model import Report
from analytics.reports.numbers import read
from analytics.reports.parse import parse
from analytics.settings import Limits
from analytics.simulate.pdf import render_pdf
from analytics.simulate.render import FormSheet
from analytics.simulate.scan import CLEAN, ORDINARY, POOR, Scanner, draw_pictures, render_scan
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.terms import ReadFrom, Table


def sheet(seed: int) -> FormSheet:
    """A form whose figures obey no sum at all: nothing but the print says what they are."""
    random = Random(seed)
    editions = dict.fromkeys(list(Table)[:3], random.choice([Edition("2019"), Edition("2021")]))
    codes = [cell.code for table, edition in editions.items() for cell in form.list_form_cells(table, edition)]
    marks = ["", "", "0", "0", "0", "/", "-", "无", "1", "7", "11", "1,701"]
    printed = {code: random.choice([*marks, str(int(10 ** random.uniform(0, 5)))]) for code in codes}
    return FormSheet("芮城县人民政府2023年政府信息公开工作年度报告", editions, printed)


def report(data: bytes) -> Report:
    (found,) = parse(read_bytes(data, name="scan"), again=partial(read_bytes_again, data, name="scan"))
    return found


def told_apart(found: Report, wanted: FormSheet) -> tuple[list[int], list[int], list[int]]:
    """Cells that are wrong, those of them that are wrong without a mark, and right ones that carry a mark."""
    facts = {fact.cell: fact for fact in found.facts}
    wrong = [
        code for code, text in wanted.printed.items() if code not in facts or facts[code][4:6] != read(text)[1::-1]
    ]
    silent = [code for code in wrong if code in facts and facts[code].is_certain]
    flagged = [code for code in wanted.printed.keys() - set(wrong) if not facts[code].is_certain]
    return wrong, silent, flagged


@pytest.fixture(scope="module")
def _recognition() -> None:
    for part in ("rapidocr", "cv2", "onnxruntime"):
        pytest.importorskip(part, reason="the recognition of text is not installed (make setup-ocr)")


@pytest.mark.slow
@pytest.mark.usefixtures("_recognition")
@pytest.mark.parametrize("scanner", [CLEAN, ORDINARY, POOR], ids=["clean", "ordinary", "poor"])
def test_a_scan_is_read_as_printed_or_marked(scanner: Scanner) -> None:
    wanted = sheet(7)
    wrong, silent, flagged = told_apart(report(render_scan(render_pdf(wanted), scanner, seed=7)), wanted)
    assert silent == []
    if scanner is not POOR:
        assert len(wrong) <= len(wanted.printed) // 200  # at least 99.5 of a hundred
        assert len(flagged) <= len(wanted.printed) // 20


@pytest.mark.slow
@pytest.mark.usefixtures("_recognition")
def test_the_publishers_wrong_sum_survives_recognition() -> None:
    editions = {Table.III: Edition("2021")}
    printed = {cell.code: "0" for cell in form.list_form_cells(Table.III, Edition("2021"))}
    brought = form.find_cell(Table.III, "carried_over", "natural").code
    printed[brought] = "8"  # with 0, the sums would balance
    found = report(
        render_scan(render_pdf(FormSheet("芮城县人民政府2023年政府信息公开工作年度报告", editions, printed)))
    )
    fact = next(fact for fact in found.facts if fact.cell == brought)
    assert (fact.value, fact.read_from) == (8, ReadFrom.OCR)
    assert any(finding.rule == "received_equals_handled" for finding in found.findings)


@pytest.mark.slow
@pytest.mark.usefixtures("_recognition")
def test_a_published_pdf_and_its_scan_say_the_same(real_reports: Path) -> None:
    data = (real_reports / "documents" / "淮安市洪泽区人民政府_2023.pdf").read_bytes()
    (text,) = parse(read_bytes(data, name="text"))
    scan = report(render_scan(data, Scanner(dpi=150, tilt=1.5), seed=3))
    assert {fact.cell: (fact.status, fact.value) for fact in scan.facts} == {
        fact.cell: (fact.status, fact.value) for fact in text.facts
    }
    assert (scan.organ, scan.year) == (text.organ, text.year)


@pytest.mark.slow
@pytest.mark.usefixtures("_recognition")
def test_a_photograph_of_a_page_is_a_document_of_its_own() -> None:
    editions = {Table.IV: Edition("2021")}
    wanted = FormSheet("芮城县2023年政府信息公开工作年度报告", editions, dict.fromkeys(range(4010, 4015), "3"))
    (page,) = draw_pictures(render_pdf(wanted), CLEAN, Random(0))
    file = io.BytesIO()
    page.convert("RGB").save(file, "JPEG")
    found = read_bytes(file.getvalue(), name="page.jpg")
    assert (found.format, found.reader) == (Format.PICTURE, "rapidocr")
    (read_report,) = parse(found)
    values = {fact.cell: fact.value for fact in read_report.facts}
    assert [values[code] for code in range(4010, 4015)] == [3] * 5


def test_a_picture_beyond_the_limit_is_refused_by_its_head() -> None:
    file = io.BytesIO()
    Image.new("1", (3000, 3000)).save(file, "PNG")
    with pytest.raises(DocumentError) as refusal:
        read_bytes(file.getvalue(), name="large.png", limits=Limits(picture_pixels=1_000_000))
    assert refusal.value.key == "picture_too_large"


def test_without_recognition_a_scan_is_refused_with_the_command_that_adds_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "analytics.documents.scans.recognised", raising=False)
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    import analytics.documents.scans as package

    monkeypatch.delattr(package, "recognised", raising=False)
    file = io.BytesIO()
    Image.new("L", (200, 200), 255).save(file, "PNG")
    with pytest.raises(DocumentError) as refusal:
        read_bytes(file.getvalue(), name="scan.png")
    assert refusal.value.key == "ocr_missing"


@pytest.mark.parametrize("size", [(1, 60_000), (60_000, 1)])
def test_a_picture_of_a_shape_that_cannot_be_recognised_is_said(size: tuple[int, int]) -> None:
    pytest.importorskip("rapidocr")
    file = io.BytesIO()
    Image.new("L", size).save(file, "PNG")
    with pytest.raises(DocumentError) as refusal:
        read_bytes(file.getvalue(), name="a.png")
    assert (refusal.value.key, refusal.value.operands["width"]) == ("picture_not_taken", size[0])
