"""Tables without ruling lines as programs print them: blank cells, moved heads, labels that hang, aligned or touching."""

from __future__ import annotations

import io
from itertools import accumulate

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from analytics.documents.model import Document, Grid
from analytics.documents.page.ruled.grids import find_blocks
from analytics.documents.pdf import pdf, pdfplumbed
from analytics.documents.printed import Box, Line, Table, Word, group_lines, raise_footnote_marks
from analytics.settings import Limits

EM = 10.0
FONT = "STSong-Light"
LABELS = ("一、本年新收申请", "二、上年结转申请", "（一）予以公开", "（二）部分公开", "1.重复申请", "（七）总计")
HEADS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")


def extent(text: str) -> float:
    return sum(EM / 2 if glyph.isascii() else EM for glyph in text)


def word(text: str, x: float, y: float) -> list[Word]:
    widths = [extent(glyph) for glyph in text]
    lefts = accumulate(widths, initial=x)
    return [Word(glyph, Box(at, y, at + w, y + EM)) for glyph, at, w in zip(text, lefts, widths, strict=False)]


def texts(table: Table | Line) -> list[list[str]]:
    assert isinstance(table, Table)
    return [[field.text for field in row] for row in table.rows]


def printed(cells: list[tuple[float, float, str]]) -> bytes:
    """A page with these texts at these places, points from its lower left corner."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.setFont(FONT, EM)
    for x, y, text in cells:
        canvas.drawString(x, y, text)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def readings(data: bytes) -> list[Document]:
    return [
        pdf.read(data, name="page", sha256="", limits=Limits()),
        pdfplumbed.read(data, name="page", sha256="", limits=Limits()),
    ]


def figures_of(document: Document, count: int) -> list[list[str]]:
    return [
        [cell.text for cell in row][-count:] for grid in document.blocks if isinstance(grid, Grid) for row in grid.rows
    ]


@given(
    rows=st.lists(
        st.lists(st.sampled_from(["", "", "0", "7", "128", "无", "/"]), min_size=5, max_size=5), min_size=3, max_size=6
    ),
    blank=st.sets(st.integers(0, 4), max_size=2),
    pitch=st.floats(16, 40),
    manner=st.sampled_from(["left", "centre", "right"]),
)
def test_a_space_that_fills_a_cell_keeps_its_column_and_its_row(
    rows: list[list[str]], blank: set[int], pitch: float, manner: str
) -> None:
    rows = [["" if column in blank else text for column, text in enumerate(row)] for row in rows]
    assume(all(sum(map(bool, row)) >= 2 for row in (rows[0], rows[-1])))
    cells = []
    for number, row in enumerate(rows):
        y = 700 - number * pitch
        cells.append((40.0, y, LABELS[number]))
        for column, text in enumerate(row):
            room = 15 - extent(text or " ")
            shift = {"left": 0.0, "centre": room / 2, "right": room}[manner]
            cells.append((200 + 30 * column + shift, y, text or " "))
    for document in readings(printed(cells)):
        assert figures_of(document, 5) == rows


def test_rows_of_spaces_alone_are_rows_far_from_any_figure_too() -> None:
    rows = [["", "", "", "0", "0"], *([[""] * 5] * 4), ["", "", "", "0", "0"]]
    cells = []
    for number, row in enumerate(rows):
        cells.append((40.0, 700.0 - 30 * number, LABELS[number]))
        cells += [(200.0 + 30 * column, 700.0 - 30 * number, text or " ") for column, text in enumerate(row)]
    for document in readings(printed(cells)):
        assert figures_of(document, 5) == rows


def test_a_printed_space_joins_the_words_of_a_head() -> None:
    cells = [
        (40.0, 740.0, "信息内容"),
        (200.0, 740.0, "本年 制发"),
        (247.0, 740.0, "本年 废止"),
        (300.0, 740.0, "有效"),
    ]
    for number, label in enumerate(LABELS[:3]):
        cells += [(40.0, 700.0 - 30 * number, label)]
        cells += [(x, 700.0 - 30 * number, str(number)) for x in (200.0, 247.0, 300.0)]
    for document in readings(printed(cells)):
        assert figures_of(document, 3)[0] == ["本年 制发", "本年 废止", "有效"]


def test_a_space_between_figures_never_makes_them_one_for_certain() -> None:
    cells = [(40.0, 700.0 - 30 * number, label) for number, label in enumerate(LABELS[:3])]
    for number in range(3):
        y = 700.0 - 30 * number
        cells += [(200.0, y, "5"), (205.0, y, " "), (207.1, y, "7"), (240.0, y, "9")]
    for document in readings(printed(cells)):
        cells_read = [cell for grid in document.blocks if isinstance(grid, Grid) for row in grid.rows for cell in row]
        assert cells_read
        assert all(cell.doubt for cell in cells_read if "57" in cell.text)


def test_heads_that_moved_left_over_labels_are_read_row_by_row() -> None:
    words = word("勾稽关系", 10, 0) + word("申请人", 220, 0)
    for x, text in ((10, "自然人"), (60, "法人组织"), (280, "总计")):
        words += word(text, x, 40)
    for x, text in zip((10, 60, 120, 220, 250), HEADS[1:6], strict=True):
        words += word(text[:2], x, 80)
    for number, label in enumerate(LABELS[:4]):
        words += word(label, 10, 120 + 40 * number)
        for column in range(7):
            words += word(str(column), 220 + 20 * column, 120 + 40 * number)
    rows = texts(find_blocks(words, [])[-1])
    assert rows[-6] == ["自然人", "法人组织", "总计"]
    assert rows[-5] == [head[:2] for head in HEADS[1:6]]
    assert rows[-4] == [LABELS[0], *map(str, range(7))]


def test_one_row_of_figures_under_heads_that_moved_left_is_a_table() -> None:
    results = ("维持", "纠正", "其他", "未结", "总计")
    words = word("四、政府信息公开行政复议、行政诉讼情况", 10, 0) + word("行政复议", 10, 40) + word("行政诉讼", 160, 40)
    for column in range(10):
        words += word(results[column % 5], 10 + 30 * column, 120)
        if column < 5:
            words += word(results[column], 10 + 30 * column, 80)
    words += word("直接起诉", 160, 80) + word("复议后起诉", 310, 80)
    figures = [str(column % 10) for column in range(15)]
    for column, figure in enumerate(figures):
        words += word(figure, 10 + 30 * column, 160)
    title, table = find_blocks(words, [])
    assert isinstance(title, Line)
    assert texts(table) == [
        ["行政复议", "行政诉讼"],
        [*results, "直接起诉", "复议后起诉"],
        [*results, *results],
        figures,
    ]


@given(
    counts=st.lists(st.integers(1, 4), min_size=4, max_size=7).filter(lambda counts: len(set(counts)) > 1),
    gap=st.sampled_from([0.0, 6.0]),
)
def test_labels_that_hang_from_the_line_of_their_figures_are_whole(counts: list[int], gap: float) -> None:
    words: list[Word] = []
    y = 0.0
    labels = []
    for number, count in enumerate(counts):
        lines = ["甲乙丙丁戊己庚"[number] * 4] * count
        labels.append(" ".join(lines))
        for line, text in enumerate(lines):
            words += word(text, 10, y + line * 12)
        for column in range(3):
            words += word(str(column), 100 + 30 * column, y)
        y += 12 * count + gap
    (table,) = find_blocks(words, [])
    assert texts(table) == [[label, "0", "1", "2"] for label in labels]


@pytest.mark.parametrize("edge", ["left", "centre", "right"])
def test_labels_about_the_middle_of_their_figures_are_whole_wherever_they_are_aligned(edge: str) -> None:
    labels = (("甲甲甲甲甲甲", "甲甲"), ("乙乙乙",), ("丙丙丙丙丙丙", "丙丙丙丙"), ("丁丁丁丁丁",))
    words = [glyph for column in range(3) for glyph in word("栏", 95 + 30 * column, -30)]
    y = 0.0
    for lines in labels:
        for line, text in enumerate(lines):
            room = 60 - extent(text)
            words += word(text, 10 + {"left": 0.0, "centre": room / 2, "right": room}[edge], y + 12 * line)
        for column in range(3):
            words += word(str(column), 100 + 30 * column, y + 6 * (len(lines) - 1))
        y += 12 * len(lines) + 2
    (table,) = find_blocks(words, [])
    assert texts(table)[1:] == [[" ".join(lines), "0", "1", "2"] for lines in labels]


def test_a_figure_that_touches_its_label_stands_in_its_column() -> None:
    words: list[Word] = []
    for number, label in enumerate(("危及安全稳定", "保护", "总计", "重复申请")):
        words += word(label, 40, 30 * number)
        for x in (100, 130, 160):
            words += word("0", x, 30 * number)
    (table,) = find_blocks(words, [])
    assert texts(table)[0] == ["危及安全稳定", "0", "0", "0"]


def test_lines_that_run_into_one_another_are_told_apart() -> None:
    heads = (("自", "然", "人"), ("商", "业", "企", "业"), ("社会", "公益", "组织"))
    words = [
        glyph
        for column, lines in enumerate(heads)
        for number, text in enumerate(lines)
        for glyph in word(text, 30 * column, 12 * number - 6 * len(lines) + 2 * column)
    ]
    tall = [
        glyph._replace(box=glyph.box._replace(top=glyph.box.top - 4, bottom=glyph.box.bottom + 4)) for glyph in words
    ]
    for line in group_lines(tall):
        assert not any(
            left.box.left < right.box.right - 1 and right.box.left < left.box.right - 1
            for left in line
            for right in line
            if left is not right
        )


def test_small_figures_over_a_large_heading_are_no_footnote_marks() -> None:
    figure = Word("5", Box(20, 0, 25, 12))
    heading = [Word("五", Box(0, 8, 20, 32)), Word("问", Box(20, 8, 40, 32))]
    assert figure in raise_footnote_marks([*heading, figure])


def test_a_label_beside_figures_that_have_none_is_in_doubt() -> None:
    words: list[Word] = []
    for number, label in enumerate(LABELS[:3]):
        words += word(label, 60, 60 * number)
        for x in (200, 230, 260):
            words += word("4", x, 60 * number)
    words += word("部分公开", 60, 180) + word("办理", 10, 215)
    for x in (200, 230, 260):
        words += word("8", x, 215)
    (table,) = find_blocks(words, [])
    assert isinstance(table, Table)
    doubts = {field.text: field.doubt for row in table.rows for field in row}
    assert doubts["部分公开"] == doubts["8"] == "label_unproven"
    assert not doubts["4"]
