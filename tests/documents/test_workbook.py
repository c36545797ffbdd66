"""A workbook is read by its cells and spans; figures sheets and forms are told apart by their first row."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import olefile
import pytest
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from analytics.documents.detect import read_bytes
from analytics.documents.model import Format, Grid
from analytics.errors import DocumentError
from analytics.words import Language
from analytics.words.render import write_error


def book(fill: Callable[[Worksheet], None]) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as made:
        fill(made.add_worksheet())
    return file.getvalue()


def grid(data: bytes) -> Grid:
    (found,) = read_bytes(data, name="report.xlsx").blocks
    assert isinstance(found, Grid)
    return found


def test_spans_are_those_of_merged_cells_and_places_those_of_the_sheet() -> None:
    def fill(page: Worksheet) -> None:
        page.merge_range(2, 1, 3, 2, "申请人情况")
        page.write_number(2, 3, 22)
        page.write_number(3, 3, 96.5)

    first, second, below = grid(book(fill)).rows
    assert [(cell.text, cell.rowspan, cell.colspan) for cell in first] == [("申请人情况", 2, 2), ("22", 1, 1)]
    assert [cell.text for cell in second] == ["96.5"]
    assert (first[1].place.column, first[1].place.line) == (3, 3)
    assert not any(cell.text for cell in below)  # a blank row of figures is a row as well


def test_a_hidden_sheet_is_not_read() -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as made:
        made.add_worksheet("shown").write_string(0, 0, "年度报告")
        hidden = made.add_worksheet("old")
        hidden.write_string(0, 0, "去年")
        hidden.hide()
    assert grid(file.getvalue()).rows[0][0].text == "年度报告"


def test_a_first_row_of_column_names_makes_a_figures_sheet() -> None:
    found = read_bytes(book(lambda page: page.write_row(0, 0, ["organ", "year", "table", "value"])), name="f.xlsx")
    assert found.format is Format.SHEET
    form = read_bytes(book(lambda page: page.write_row(0, 0, ["自然人", "总计"])), name="f.xlsx")
    assert form.format is Format.WORKBOOK


def test_a_cell_at_the_far_corner_is_refused_before_room_is_made_for_it() -> None:
    def fill(page: Worksheet) -> None:
        page.write_string(0, 0, "年度报告")
        page.write_number(1_048_575, 16_383, 1)

    with pytest.raises(DocumentError) as refusal:
        read_bytes(book(fill), name="far.xlsx")
    assert refusal.value.key == "too_many_cells"


def test_a_damaged_workbook_is_refused_with_a_sentence() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook")
    for data in (packed.getvalue(), bytes(olefile.MAGIC) + b"\0" * 600):
        with pytest.raises(DocumentError) as refusal:
            read_bytes(data, name="broken.xls")
        for language in Language:
            assert "broken.xls" in write_error(refusal.value, language)
