"""Files made to harm, or harmed: what a fuzz found, and what the limits are for."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from lxml import etree
from reportlab.pdfgen.canvas import Canvas

from analytics.documents.detect import read_bytes
from analytics.documents.syntax import refuse_exhausted
from analytics.errors import DocumentError
from analytics.reports.parse import parse
from analytics.simulate.render import FormSheet, render_tabbed_text
from analytics.simulate.workbook import render_workbook
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.terms import Table
from hostile_documents import drawing_a_billion, drawing_itself, using_forms_as_programs_do

pytestmark = pytest.mark.fault


def changed(data: bytes, member: str, old: bytes, new: bytes) -> bytes:
    """The archive with a stretch of one member replaced."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as held, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in held.namelist():
            content = held.read(name)
            assert name != member or old in content
            archive.writestr(name, content.replace(old, new, 1) if name == member else content)
    return file.getvalue()


@pytest.mark.parametrize("control", ["\x01", "\x0b", "\ufffe", "&#1;", "&#x1F;", "&#xD800;", "&#99999999;"])
def test_controls_in_a_page_are_passed_over(control: str) -> None:
    page = f"<table><tr><td>规{control}章<br>{control}2<sup>{control}1</sup></td><td>3</td></tr></table>"
    (grid,) = read_bytes(page.encode(), name="a.html").blocks
    assert [cell.text for cell in grid.rows[0]][1] == "3"  # type: ignore[union-attr]


@pytest.mark.parametrize("row", [b"4294967295", b"99999999999999999999"])
def test_a_row_beyond_all_rows_is_refused_before_room_is_made_for_it(row: bytes) -> None:
    book = render_workbook(FormSheet("甲", {Table.IV: Edition("2021")}, {}))
    with pytest.raises(DocumentError) as refusal:
        read_bytes(changed(book, "xl/worksheets/sheet1.xml", b'<row r="2"', b'<row r="' + row + b'"'), name="a.xlsx")
    assert refusal.value.key == "too_many_cells"


def test_a_pdf_of_five_thousand_pages_is_refused_soon() -> None:
    file = io.BytesIO()
    canvas = Canvas(file)
    for _ in range(5000):
        canvas.showPage()
    canvas.save()
    start = time.process_time()
    with pytest.raises(DocumentError) as refusal:
        read_bytes(file.getvalue(), name="a.pdf")
    assert refusal.value.key == "too_many_pages"
    assert time.process_time() - start < 10  # it would take minutes to read


def test_markup_that_nests_without_end_is_refused() -> None:
    with pytest.raises(DocumentError) as refusal:
        read_bytes(b"<html>" + b"<div>" * 100_000 + "规章".encode(), name="a.html")
    assert refusal.value.key == "nested_too_deep"


@pytest.mark.parametrize("data", [drawing_itself(), drawing_a_billion()])
def test_a_pdf_whose_drawings_never_end_is_refused_before_it_is_drawn(data: bytes) -> None:
    with pytest.raises(DocumentError) as refusal:
        read_bytes(data, name="a.pdf")
    assert refusal.value.key == "pdf_draws_endlessly"


def test_a_pdf_may_draw_forms_as_programs_do() -> None:
    with pytest.raises(DocumentError) as refusal:
        read_bytes(using_forms_as_programs_do(), name="a.pdf")
    assert refusal.value.key == "pdf_without_text"  # it was drawn, and nothing is written on it


PART = b"--b\r\nContent-Type: text/plain\r\n\r\nx\r\n"
MESSAGE = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"<html><td " + b" ".join(b"a%d" % n for n in range(300_000)) + b">x</td>", "too_many_attributes"),
        (b"<html>" + b"<b>x</b>" * 600_000, "too_many_elements"),
        (b"<html>" + "<p>（一）予以公开</p>".encode() * 110_000, "too_many_lines"),
        ("行政许可\n行政处罚\n".encode() * 60_000, "too_many_lines"),
        (MESSAGE + b"\r\n\r\n" + PART * 600_000, "too_many_parts"),
        (MESSAGE + b"; a=b" * 20_000 + b"\r\n\r\n<html>", "too_many_parts"),
    ],
)
def test_what_no_report_is_as_large_as_is_refused_by_counting(data: bytes, key: str) -> None:
    with pytest.raises(DocumentError) as refusal:
        read_bytes(data, name="a")
    assert refusal.value.key == key


def test_a_picture_in_an_attribute_is_one_attribute() -> None:
    packed = "\n".join(["QUJD" * 19] * 9_000)
    page = f'<html><p><img src="data:image/png;base64,{packed}" alt=x>规章</p>'
    assert [block.text for block in read_bytes(page.encode(), name="a.html").blocks] == ["规章"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "page",
    [
        "<html><table>" + "<tr><td>行政处罚</td><td>1</td><td>2</td></tr>" * 500 + "</table>",
        "organ,year,table,line,column,value\n" + "芮城县人民政府,2023,II,行政处罚,本年处理决定数量,1\n" * 500,
        "<html><h1>2023年政府信息公开工作年度报告</h1>" + "<p>本年新收政府信息公开申请数量</p>" * 500,
        f"<html><h1>2023年政府信息公开工作年度报告</h1><table>{'<tr><td>行政处罚</td><td>1</td></tr>' * 60}</table>",
        "<html><table>" + "".join(f"<tr><td>行政处罚</td><td>{n}</td></tr>" for n in range(5_000)) + "</table>",
    ],
)
def test_a_page_of_one_repeated_line_or_row_is_no_report(page: str) -> None:
    document = read_bytes(page.encode(), name="a")
    with pytest.raises(DocumentError) as refusal:
        parse(document)
    assert refusal.value.key == "rows_repeated"


def test_a_book_of_many_blank_forms_is_not_one_repeated_row() -> None:
    editions = dict.fromkeys((Table.II, Table.III, Table.IV), Edition("2021"))
    printed = {cell.code: "0" for table in editions for cell in form.list_form_cells(table, Edition("2021"))}
    page = render_tabbed_text(FormSheet("芮城县人民政府2023年政府信息公开工作年度报告", editions, printed))
    assert parse(read_bytes((page * 60).encode(), name="a.txt"))


def test_markup_for_which_memory_does_not_suffice_is_not_called_damaged() -> None:
    for reason in (etree.XMLSyntaxError("unknown error", etree.ErrorTypes.ERR_INTERNAL_ERROR, 0, 0),
                   etree.XMLSyntaxError("Memory allocation failed", etree.ErrorTypes.ERR_NO_MEMORY, 0, 0)):  # fmt: skip
        with pytest.raises(MemoryError):
            refuse_exhausted(reason)
    refuse_exhausted(etree.XMLSyntaxError("Start tag expected", etree.ErrorTypes.ERR_DOCUMENT_EMPTY, 1, 1))
