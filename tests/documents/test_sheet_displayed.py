"""A spreadsheet is read as it is displayed: formats applied, what is hidden left out, what is no text marked."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from analytics.documents.detect import read_bytes
from analytics.documents.model import OBJECT, Cell, Grid
from analytics.documents.numberformat import display_number, display_text
from analytics.reports.numbers import read as read_number

FORMATS = [
    (1708000, "#,##0,", "1,708", ""), (1708, '0"件"', "1708件", ""), (1708, ";;;", "", ""), (0, "#,###", "", ""),
    (-453, "0;(0)", "-453", ""), (-453, "0;[Red]0", "-453", "number_format"), (0.256, "0.0%", "25.6%", ""),
    (17345678, '0!.0,"万"', "1734.6万", ""), (17345678, "0.00,,", "17.35", ""), (1708, "[White]0", "", ""),
    (1708, "000000", "001708", ""), (2622.37, "#,##0.00", "2,622.37", ""), (2622.375, "0.0#", "2622.38", ""),
    (1708, '[>1000]"多";0', "多", ""), (5, 'General"件"', "5件", ""), (1708, "[DBNum1]0", "1708", "number_format"),
    (1708, "# ?/?", "1708", "number_format"), (44927, 'yyyy"年"m"月"', "2023-01-01", ""), (1708.4, "0", "1708", ""),
    (0, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', "-", ""), (1708, "0.00E+00", "1708", "number_format"),
    (1708, "+0;-0;0", "+1708", ""), (-0.0004, "0.00", "0.00", ""), (1708, "[$¥-804]#,##0.00", "¥1,708.00", ""),
    (22, "General", "22", ""), (0.1 + 0.2, "General", "0.3", ""), (1 / 3, "General", "0.333333333333333", "number_format"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "code", "text", "doubt"), FORMATS)
def test_a_number_is_shown_as_its_format_says(value: float, code: str, text: str, doubt: str) -> None:
    assert display_number(float(value), code) == (text, doubt)


@pytest.mark.parametrize(("code", "text"), [("@", "17"), ('@"件"', "17件"), (";;;", ""), ("0;0;0;", ""), ("0", "17")])
def test_a_text_is_shown_as_its_format_says(code: str, text: str) -> None:
    assert display_text("17", code) == text


@given(st.integers(-(10**9), 10**9), st.sampled_from(["0", "#,##0", '0"件"', "#,##0.00", '0_ ;-0 "件"', "General"]))
def test_a_format_that_only_dresses_a_count_changes_no_count(value: int, code: str) -> None:
    number = read_number(display_number(float(value), code).text)
    assert number.value == value


def book(fill: Callable[[Any, Any], None], **options: Any) -> Cell:
    """The cell right of 行政处罚 in a workbook of which ``fill`` is given book and sheet."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, **options}) as made:
        page = made.add_worksheet()
        page.write(0, 0, "年度报告")
        page.write(1, 0, "行政处罚")
        page.write(2, 0, "行政强制")
        page.write(2, 1, 265)
        fill(made, page)
    (grid,) = read_bytes(file.getvalue(), name="a.xlsx").blocks
    assert isinstance(grid, Grid)
    return next(row for row in grid.rows if row[0].text == "行政处罚")[1]


def rich(**look: Any) -> Callable[[Any, Any], None]:
    return lambda made, page: page.write_rich_string(1, 1, "1708", made.add_format(look), "1")


@pytest.mark.parametrize("look", [{"font_strikeout": True}, {"font_color": "#FFFFFF"}])
def test_runs_that_are_struck_out_or_white_are_not_read(look: dict[str, Any]) -> None:
    assert book(rich(**look)).text == "1708"


@pytest.mark.parametrize("script", [1, 2])
def test_raised_runs_are_no_digits(script: int) -> None:
    assert read_number(book(rich(font_script=script)).text).value == 1708


@pytest.mark.parametrize("look", [{"font_size": 7}, {"font_color": "red"}, {"bold": True}])
def test_runs_of_different_look_that_meet_are_doubted(look: dict[str, Any]) -> None:
    assert book(rich(**look)).doubt == "runs_differ"


@pytest.mark.parametrize(
    "look",
    [
        {"font_strikeout": True}, {"font_color": "#FFFFFF"}, {"num_format": ";;;"}, {"num_format": "[White]0"}, {"num_format": "[Color 2]0"},
        {"font_size": 1},
        {"font_color": "#333333", "bg_color": "#333333"}, {"bg_color": "#000000"}, {"pattern": 1, "fg_color": "#050505"},
    ],
)  # fmt: skip
@pytest.mark.parametrize("value", [1650, "1650"])
def test_a_figure_of_which_nothing_is_seen_is_no_blank_and_no_number(look: dict[str, Any], value: Any) -> None:
    if "num_format" in look and isinstance(value, str):
        return
    assert book(lambda made, page: page.write(1, 1, value, made.add_format(look))).text == OBJECT


def test_a_format_that_leaves_zeros_out_prints_a_blank() -> None:
    assert book(lambda made, page: page.write_number(1, 1, 0, made.add_format({"num_format": "0;-0;;@"}))).text == ""


@pytest.mark.parametrize(
    "look",
    [
        {"font_color": "#DDDDDD"},
        {"font_size": 3},
        {"num_format": "0*0"},
        {"num_format": "[Color19]0"},
        {"align": "fill"},
        {"font_name": "Wingdings"},
    ],
)
def test_a_figure_whose_look_may_hide_or_change_it_is_doubted(look: dict[str, Any]) -> None:
    found = book(lambda made, page: page.write(1, 1, 1708, made.add_format(look)))
    assert (found.text, bool(found.doubt)) == ("1708", True)


def test_colours_of_the_theme_and_the_palette_are_known() -> None:
    from openpyxl import Workbook
    from openpyxl.styles import Color, Font, PatternFill

    looks = [
        (Color(theme=0), None, False), (Color(theme=1), None, True), (Color(indexed=9), None, False),
        (Color(theme=0), Color(theme=4), True), (Color(theme=1), Color(theme=1), False), (Color(theme=0, tint=-0.9), None, True),
        (Color(indexed=18), Color(indexed=18), False), (Color(theme=1, tint=0.99), None, False),
    ]  # fmt: skip
    made = Workbook()
    sheet = made.active
    for row, (ink, ground, _) in enumerate(looks, start=1):
        cell = sheet.cell(row, 1, 1708)
        cell.font = Font(color=ink)
        cell.fill = PatternFill("solid", fgColor=ground) if ground else PatternFill()
    file = io.BytesIO()
    made.save(file)
    (grid,) = read_bytes(file.getvalue(), name="a.xlsx").blocks
    assert isinstance(grid, Grid)
    assert [row[0].text == "1708" for row in grid.rows[: len(looks)]] == [is_seen for _, _, is_seen in looks]


def hide_column(made: Any, page: Any) -> None:
    page.write_row(0, 1, ["本年数量", "去年数量"])
    page.write_row(1, 1, [1708, 1650])
    page.set_column(1, 1, None, None, {"hidden": True})


def hide_row(made: Any, page: Any) -> None:
    page.write(1, 1, 1708)
    page.set_row(1, None, None, {"hidden": True})


@pytest.mark.parametrize("fill", [hide_column, hide_row])
def test_a_hidden_line_of_a_table_keeps_its_place_and_its_figures_are_not_read(
    fill: Callable[[Any, Any], None],
) -> None:
    assert book(fill).text == OBJECT


def test_white_on_a_ground_is_read() -> None:
    look = {"font_color": "#FFFFFF", "bg_color": "#000080"}
    assert book(lambda made, page: page.write_number(1, 1, 1708, made.add_format(look))).text == "1708"


@pytest.mark.parametrize(
    ("formula", "kept", "text"),
    [("=1000+708", 0, "1708"), ("=B3+1", 0, OBJECT), ("=SUM(B3:B3)", "", OBJECT), ("=1/0", "#DIV/0!", OBJECT),
     ("=(1700+8)*1", 1708, "1708")],
)  # fmt: skip
def test_a_formula_is_read_where_its_result_can_be_trusted(formula: str, kept: Any, text: str) -> None:
    assert book(lambda _, page: page.write_formula(1, 1, formula, None, kept)).text == text


def test_a_picture_in_a_blank_cell_is_not_a_blank() -> None:
    from PIL import Image

    file = io.BytesIO()
    Image.new("RGB", (20, 10)).save(file, "PNG")
    picture = {"image_data": file}
    assert book(lambda _, page: page.insert_image(1, 1, "a.png", picture)).text == OBJECT


def test_hidden_rows_and_columns_are_not_read_and_spans_shrink() -> None:
    def fill(made: Any, page: Any) -> None:
        page.merge_range(1, 1, 1, 3, 1708)
        page.set_column(2, 2, None, None, {"hidden": True})
        page.write(2, 3, 7)
        page.write(3, 0, "行政处罚")
        page.write(3, 1, 1650)
        page.set_row(3, None, None, {"hidden": True})

    assert (book(fill).text, book(fill).colspan) == ("1708", 2)


def test_a_sheet_that_hides_zeros_shows_blanks() -> None:
    def fill(_: Any, page: Any) -> None:
        page.write_number(1, 1, 0)
        page.hide_zero()

    assert book(fill).text == ""


def test_what_a_condition_may_hide_is_doubted() -> None:
    def fill(made: Any, page: Any) -> None:
        page.write_number(1, 1, 1708)
        white = made.add_format({"font_color": "#FFFFFF"})
        page.conditional_format("B2:B2", {"type": "cell", "criteria": ">", "value": 5, "format": white})

    assert book(fill).doubt == "may_be_unseen"


@pytest.mark.parametrize(
    ("rule", "is_doubted"),
    [
        ({"type": "cell", "criteria": "==", "value": 0}, False), ({"type": "cell", "criteria": "between", "minimum": 1, "maximum": 2000}, True),
        ({"type": "cell", "criteria": "==", "value": "$B$3"}, True), ({"type": "formula", "criteria": "=B2>5"}, True),
    ],
)  # fmt: skip
def test_a_condition_doubts_only_the_cells_that_it_may_hide(rule: dict[str, Any], is_doubted: bool) -> None:
    def fill(made: Any, page: Any) -> None:
        page.write_number(1, 1, 1708)
        white = made.add_format({"font_color": "#FFFFFF"})
        page.conditional_format("A1:Z80", {**rule, "format": white})
        blue = made.add_format({"font_color": "#FFFFFF", "bg_color": "#000080"})
        page.conditional_format("A1:Z80", {"type": "formula", "criteria": "=TRUE", "format": blue})

    assert bool(book(fill).doubt) == is_doubted


def test_a_figure_under_a_picture_is_doubted() -> None:
    from PIL import Image

    file = io.BytesIO()
    Image.new("RGB", (300, 60)).save(file, "PNG")

    def fill(made: Any, page: Any) -> None:
        page.write_number(1, 1, 1708)
        page.insert_image(0, 0, "a.png", {"image_data": file})

    assert book(fill).doubt == "may_be_covered"


def test_a_number_wider_than_its_column_is_doubted() -> None:
    def fill(_: Any, page: Any) -> None:
        page.write_number(1, 1, 17081708)
        page.set_column(1, 1, 3)

    assert book(fill).doubt == "number_format"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(("kind", "reader"), [("xls", "xls"), ("xlsx", "xlsx")])
def test_a_workbook_saved_by_another_program_shows_the_same(kind: str, reader: str, tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as made:
        page = made.add_worksheet()
        page.write(0, 0, "年度报告")
        page.write(1, 0, "行政处罚")
        page.write_number(1, 1, 1708000, made.add_format({"num_format": "#,##0,"}))
        page.write(2, 0, "行政强制")
        page.write_rich_string(2, 1, made.add_format({"font_strikeout": True}), "1650", made.add_format(), "265")
        page.write(3, 0, "行政许可")
        page.write_formula(3, 1, "=1/0", None, "#DIV/0!")
        page.write(4, 0, "行政处罚")
        page.set_row(4, None, None, {"hidden": True})
        made.add_worksheet("old").hide()
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'p').as_uri()}", "--convert-to", kind,
         "--outdir", str(tmp_path / "out"), str(tmp_path / "a.xlsx")], check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    document = read_bytes((tmp_path / "out" / f"a.{kind}").read_bytes(), name="a")
    (grid,) = document.blocks
    assert isinstance(grid, Grid)
    assert document.reader == reader
    assert [row[1].text for row in grid.rows if row[0].text.startswith("行政")] == ["1,708", "265", OBJECT]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_figure_in_the_colour_of_its_fill_is_none_in_an_old_workbook_either(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as made:
        page = made.add_worksheet()
        page.write_column(0, 0, ["年度报告", "行政处罚", "行政强制"])
        page.write_number(1, 1, 1708, made.add_format({"font_color": "#333333", "bg_color": "#333333"}))
        page.write_number(2, 1, 265, made.add_format({"font_color": "#FFFFFF", "bg_color": "#000080"}))
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "xls"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(tmp_path / "a.xlsx")], check=True, capture_output=True)
    (grid,) = read_bytes((tmp_path / "a.xls").read_bytes(), name="a.xls").blocks
    assert isinstance(grid, Grid)
    assert [row[1].text for row in grid.rows[1:3]] == [OBJECT, "265"]
