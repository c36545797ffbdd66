"""Files made to harm, or harmed: what a fuzz found, and what the limits are for."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from reportlab.pdfgen.canvas import Canvas

from analytics.documents.detect import read_bytes
from analytics.errors import DocumentError
from analytics.simulate.render import FormSheet
from analytics.simulate.workbook import as_workbook
from analytics.vocabulary.terms import Edition, Table


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
    book = as_workbook(FormSheet("甲", {Table.IV: Edition.E2021}, {}))
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
