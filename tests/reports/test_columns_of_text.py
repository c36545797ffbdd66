"""Tables that a text sets in columns of spaces, aligned in any way: a figure under the wrong head is never certain."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.reports.test_other_texts import TITLE, expanded

from analytics.documents.detect import read_bytes
from analytics.documents.model import Grid
from analytics.documents.texts.text import read as read_text
from analytics.documents.texts.textcells import measure_width
from analytics.reports.model import Report
from analytics.reports.numbers import read
from analytics.reports.parse import parse
from analytics.reports.two_labels import names_two_lines
from analytics.simulate.render import FormSheet, TableRows, build_table_rows, write_heading
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.terms import Status, Table

POOLS = {
    "mixed": ["0", "7", "12", "351", "2086", "", "/"],
    "full": ["0", "7", "12", "351", "2086"],
    "sparse": ["0", "7", "2086", "", "", "", "", ""],
    "binary": ["0", "0", "0", "1", ""],
    "marks": ["0", "3", "/", "/", "/", "15", ""],
}
UNREAD = (Status.UNREADABLE, Status.NOT_REACHED)


@dataclass(frozen=True)
class Layout:
    """How a program sets columns: labels and figures at the left, right or in the middle, ``gap`` places apart,
    ``wide`` classes of characters held for two places, texts broken after ``broken`` characters (0: never)."""

    words: str = "left"
    figures: str = "left"
    gap: int = 3
    wide: str = "WFA"
    broken: int = 0
    heading: str = "## "
    parted: bool = True


def pad(text: str, width: int, side: str, wide: str) -> str:
    free = width - measure_width(text, wide)
    before = {"left": 0, "right": free, "middle": free // 2}[side]
    return " " * before + text + " " * (free - before)


def break_lines(line: list[str], length: int) -> list[list[str]]:
    pieces = [[text[at : at + length] for at in range(0, len(text), length)] for text in line]
    return [[piece[at] if at < len(piece) else "" for piece in pieces] for at in range(max(1, *map(len, pieces)))]


def set_columns(rows: TableRows, layout: Layout) -> str:
    lines = expanded(rows, repeats=False)
    if layout.broken:
        lines = [broken for line in lines for broken in break_lines(line, layout.broken)]
    widths = [max(measure_width(text, layout.wide) for text in column) for column in zip(*lines, strict=True)]
    return "\n".join(
        (" " * layout.gap)
        .join(
            pad(text, width, layout.figures if text[:1] in "0123456789/" else layout.words, layout.wide)
            for text, width in zip(line, widths, strict=True)
        )
        .rstrip()
        for line in lines
    )


def fill(edition: Edition, seed: int, pool: str = "mixed") -> FormSheet:
    editions = dict.fromkeys((Table.II, Table.III, Table.IV), edition)
    rng = Random(seed)
    codes = [cell.code for table in editions for cell in form.list_form_cells(table, edition)]
    return FormSheet(TITLE, editions, {code: rng.choice(POOLS[pool]) for code in codes})


def write(sheet: FormSheet, layout: Layout) -> str:
    parts = [f"# {TITLE}" if layout.heading else TITLE]
    for table in sheet.editions:
        parts += [layout.heading + write_heading(table), set_columns(build_table_rows(sheet, table), layout)]
    parts += [layout.heading + write_heading("V"), "公开内容还不够全面。"]
    return ("\n\n" if layout.parted else "\n").join(parts)


def read_columns(sheet: FormSheet, layout: Layout) -> Report:
    (report,) = parse(read_bytes(write(sheet, layout).encode(), name="report.md"))
    return report


def list_certain_errors(report: Report, sheet: FormSheet) -> list[tuple[int, str, str]]:
    """Code, text as read and text as printed of every cell that is read wrong and called certain."""
    return [
        (fact.cell, fact.printed, sheet.printed[fact.cell])
        for fact in report.facts
        if fact.is_certain and fact.cell in sheet.printed and fact.status not in UNREAD
        if (fact.status, fact.value) != read(sheet.printed[fact.cell])[:2]
    ]


SIDES = st.sampled_from(["left", "right", "middle"])
LAYOUTS = st.builds(
    Layout, SIDES, SIDES, st.integers(2, 5), st.sampled_from(["WFA", ""]), st.sampled_from([0, 0, 8]),
    st.sampled_from(["## ", ""]), st.booleans(),
)  # fmt: skip
SHEETS = st.builds(
    fill, st.sampled_from(form.list_editions(Table.III)), st.integers(0, 2**16), st.sampled_from(sorted(POOLS))
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sheet=SHEETS, layout=LAYOUTS)
@example(fill(Edition("2019"), 2145), Layout())  # table IV below the columns of table III
@example(fill(Edition("2019"), 42, "binary"), Layout("middle", "right", 3, "WFA", 0, "## ", False))
@example(fill(Edition("2021"), 99), Layout("left", "middle", 3, "WFA", 0, "## ", False))
@example(fill(Edition("2019"), 59, "binary"), Layout("middle", "right", 2, "WFA", 0, "## ", False))  # heads of table II
@example(fill(Edition("2021"), 307, "marks"), Layout("middle", "right", 5, "", 0, "", False))  # heads beside figures
@example(fill(Edition("2019"), 396, "marks"), Layout("middle", "right", 3, "", 0, "## ", True))
@example(fill(Edition("2019"), 154), Layout("right", "left", 5, "WFA", 0, "", False))
@example(fill(Edition("2021"), 262, "sparse"), Layout("right", "right", 4, "", 0, "## ", False))
@example(fill(Edition("2021"), 34, "sparse"), Layout("left", "left", 2, "", 0, "## ", True))  # labels of blank rows
@example(fill(Edition("2019"), 896, "sparse"), Layout("left", "left", 4, "", 0, "", False))
@example(fill(Edition("2021"), 784, "sparse"), Layout("left", "right", 3, "", 8, "", True))
@example(fill(Edition("2021"), 130, "marks"), Layout("middle", "middle", 5, "", 0, "", True))  # a mark behind a label
@example(fill(Edition("2021"), 133, "marks"), Layout("right", "right", 4, "WFA", 8, "## ", False))  # a broken article
@example(fill(Edition("2019"), 1118, "sparse"), Layout("middle", "middle", 2, "WFA", 8, "## ", False))  # width of signs
def test_no_figure_of_columns_is_wrong_and_certain(sheet: FormSheet, layout: Layout) -> None:
    assert list_certain_errors(read_columns(sheet, layout), sheet) == []


@pytest.mark.parametrize("heading", ["## ", ""])
@pytest.mark.parametrize("seed", [64, 73])
def test_full_columns_are_read_cell_by_cell_table_after_table(seed: int, heading: str) -> None:
    sheet = fill(Edition("2021"), seed, "full")
    facts = {fact.cell: fact.printed for fact in read_columns(sheet, Layout(heading=heading)).facts}
    in_requests = {code: text for code, text in sheet.printed.items() if code // 1000 == 3}
    assert {code: facts[code] for code in in_requests} == in_requests


def list_grids(lines: list[str]) -> list[list[list[str]]]:
    blocks = read_text("\n".join(lines), name="a.txt", sha256="", encoding="utf-8").blocks
    return [[[cell.text for cell in row] for row in block.rows] for block in blocks if isinstance(block, Grid)]


ROWS = [
    "                          甲      乙      丙      丁",
    "第一类项目                1       20      3       4",
    "第二类项目                5       60      7       8",
    "第三类项目                9       10      11      12",
]


@pytest.mark.parametrize("between", ["# 其他", "戊    己    庚    辛"])
def test_a_heading_or_a_new_stack_of_heads_ends_a_table_of_spaces(between: str) -> None:
    heads = [] if between.startswith("戊") else ["戊    己    庚    辛"]
    above, below = list_grids([*ROWS, between, *heads, "31    32    33    34", "41    42    43    44"])
    assert [row[-4:] for row in above[1:]] == [["1", "20", "3", "4"], ["5", "60", "7", "8"], ["9", "10", "11", "12"]]
    assert below == [["戊", "己", "庚", "辛"], ["31", "32", "33", "34"], ["41", "42", "43", "44"]]


def test_a_row_of_figures_where_no_other_row_has_one_is_doubted() -> None:
    blocks = read_text("\n".join([*ROWS, "  7   8      9   "]), name="a.txt", sha256="", encoding="utf-8").blocks
    (grid,) = (block for block in blocks if isinstance(block, Grid))
    assert {cell.doubt for cell in grid.rows[-1]} == {"column_unproven"}
    assert {cell.doubt for row in grid.rows[:-1] for cell in row} == {""}


@pytest.mark.parametrize(
    ("text", "key", "is_of_two"),
    [
        ("2.重复申请 3.要求提供公开出版物", "repeated", True),
        ("（五）不予处理 3.补正后申请内容仍不明确 1.信访举报投诉类申请", "petition", True),
        ("（六）其他处理 （七）总计", "answered", True),
        ("三、本年度办理结果 （一）予以公开", "disclosed", False),
        ("（六）其他处理 3.其他", "other_other", False),
        ("5.要求行政机关确认或 重新出具已获取信息", "reissue", False),
    ],
)
def test_a_row_that_prints_the_labels_of_two_lines_is_told_from_a_group_and_a_broken_label(
    text: str, key: str, is_of_two: bool
) -> None:
    assert names_two_lines(Table.III, text, (key,)) is is_of_two
