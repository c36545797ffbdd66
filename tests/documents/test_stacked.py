"""Labels of several lines beside figures without ruling lines, and tables of this kind that go on over the page."""

from __future__ import annotations

import pytest

from analytics.documents.page.ruled.grids import find_blocks
from analytics.documents.page.unruled.continued import find_ending, remove_borrowed
from analytics.documents.printed import Box, Line, Table, Word

EM = 10.0
PITCH = 12.0
COLUMNS = (200.0, 240.0, 280.0)


def word(text: str, x: float, y: float) -> list[Word]:
    return [Word(character, Box(x + i * EM, y, x + (i + 1) * EM, y + EM)) for i, character in enumerate(text)]


def figures(y: float, *texts: str) -> list[Word]:
    return [glyph for x, text in zip(COLUMNS, texts, strict=True) for glyph in word(text, x, y)]


def table_of(found: list[Table | Line]) -> Table:
    (table,) = [block for block in found if isinstance(block, Table)]
    return table


def texts(table: Table) -> list[list[str]]:
    return [[field.text for field in row] for row in table.rows]


@pytest.mark.parametrize("is_centred", [False, True])
def test_lines_as_near_as_rows_are_of_the_figures_they_stand_about(is_centred: bool) -> None:
    lines = ["一甲甲甲甲甲", "二乙乙乙乙乙", "乙乙乙", "乙乙乙乙乙", "三丙丙丙丙丙", "丙丙丙", "四丁丁丁丁丁"]
    width = max(map(len, lines))
    words = [
        glyph
        for number, line in enumerate(lines)
        for glyph in word(line, 60 + (width - len(line)) * EM / 2 * is_centred, number * PITCH)
    ]
    for row, at in enumerate((0, 2, 4.5, 6), start=1):
        words += figures(at * PITCH, str(row), "0", "7")
    assert texts(table_of(find_blocks(words, []))) == [
        [lines[0], "1", "0", "7"],
        [" ".join(lines[1:4]), "2", "0", "7"],
        [" ".join(lines[4:6]), "3", "0", "7"],
        [lines[6], "4", "0", "7"],
    ]


def test_the_label_of_a_group_stands_left_of_the_rows_own() -> None:
    words = [*word("组名", 0, 0.5 * PITCH), *word("续", 0, 1.5 * PITCH)]
    for number, label in enumerate(("一甲甲甲", "二乙乙乙", "三丙丙丙")):
        words += [*word(label, 60, number * PITCH), *figures(number * PITCH, "1", "2", "3")]
    labels = [[text for text in row[:-3] if text] for row in texts(table_of(find_blocks(words, [])))]
    assert [row[-1] for row in labels] == ["一甲甲甲", "二乙乙乙", "三丙丙丙"]
    assert [text for row in labels for text in row[:-1]] == ["组名", "续"]


def test_a_row_of_one_figure_is_told_by_the_columns_of_others() -> None:
    words = [*word("3", 150, 9 * PITCH)]  # the number of the page
    for number, filled in enumerate((("1", "2", "3"), ("", "", "0"), ("4", "", "5"), ("", "", "6"), ("7", "8", "9"))):
        words += [*word("一二三四五六"[number] + "甲甲", 0, number * 2 * PITCH), *figures(number * 2 * PITCH, *filled)]
    found = find_blocks(words, [])
    assert [row[-3:] for row in texts(table_of(found))] == [
        ["1", "2", "3"], ["", "", "0"], ["4", "", "5"], ["", "", "6"], ["7", "8", "9"],
    ]  # fmt: skip
    assert [block.text for block in found if isinstance(block, Line)] == ["3"]


def test_figures_of_neighbouring_columns_that_nearly_touch_are_apart() -> None:
    words: list[Word] = []
    for number in range(4):
        y = number * 2 * PITCH
        words += [*word("一二三四"[number] + "甲甲甲甲", 0, y), *word("5", 200, y), *word("114", 211, y)]
    assert [row[-2:] for row in texts(table_of(find_blocks(words, [])))] == [["5", "114"]] * 4


def test_blank_columns_of_the_page_before_are_columns_of_the_next() -> None:
    first = [*word("甲乙", 195, 0), *word("丙丁", 235, 0), *word("戊己", 275, 0)]
    for number in range(1, 4):
        first += [
            *word("一二三四"[number] + "甲甲", 0, number * 2 * PITCH),
            *figures(number * 2 * PITCH, "1", "2", "3"),
        ]
    ending = find_ending(find_blocks(first, []), first)
    second = [glyph for y in (0, 30) for glyph in (*word("五甲甲", 0, y), *figures(y, "4", "", "6"))]
    assert [row[-3:] for row in texts(table_of(find_blocks(second, [], before=ending)))] == [["4", "", "6"]] * 2


def test_a_header_at_the_end_of_a_page_heads_the_table_of_the_next() -> None:
    first = [*word("第一段文字", 0, 0), *word("甲乙", 195, 200), *word("丙丁", 235, 200), *word("戊己", 275, 200)]
    second = [
        glyph
        for number in range(4)
        for glyph in (*word("一二三四"[number] + "甲甲", 0, number * 30), *figures(number * 30, "1", "2", "3"))
    ]
    above = find_blocks(first, [])
    below = find_blocks(second, [], before=find_ending(above, first))
    assert texts(table_of(below))[0][-3:] == ["甲乙", "丙丁", "戊己"]
    kept, _ = remove_borrowed([above, below])
    assert [block.text for block in kept if isinstance(block, Line)] == ["第一段文字"]
