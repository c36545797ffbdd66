"""Ruling lines and words become cells: spans by missing lines, open rows at a page break, columns without lines."""

from __future__ import annotations

from analytics.documents.page.ruled.grids import find_blocks
from analytics.documents.printed import Box, Line, Table, Word

EM = 10.0


def word(text: str, x: float, y: float) -> list[Word]:
    return [Word(character, Box(x + i * EM, y, x + (i + 1) * EM, y + EM)) for i, character in enumerate(text)]


def level(x0: float, x1: float, y: float) -> Box:
    return Box(x0, y, x1, y)


def upright(x: float, y0: float, y1: float) -> Box:
    return Box(x, y0, x, y1)


def texts(table: Table) -> list[list[tuple[str, int, int]]]:
    return [[(field.text, field.rowspan, field.colspan) for field in row] for row in table.rows]


def test_a_missing_line_joins_fields() -> None:
    rules = [level(0, 200, y) for y in (0, 20, 40)] + [upright(0, 0, 40), upright(200, 0, 40), upright(100, 20, 40)]
    (table,) = find_blocks([*word("表头", 80, 5), *word("甲", 10, 25), *word("12", 110, 25)], rules)
    assert isinstance(table, Table)
    assert texts(table) == [[("表头", 1, 2)], [("甲", 1, 1), ("12", 1, 1)]]


def test_a_row_open_at_the_end_of_a_page_belongs_to_its_table() -> None:
    rules = [level(0, 200, y) for y in (0, 20)] + [upright(x, 0, 40) for x in (0, 100, 200)]
    (table,) = find_blocks([*word("甲", 10, 5), *word("1", 110, 5), *word("乙", 10, 25), *word("2", 110, 25)], rules)
    assert isinstance(table, Table)
    assert texts(table) == [[("甲", 1, 1), ("1", 1, 1)], [("乙", 1, 1), ("2", 1, 1)]]


def test_double_rules_are_one() -> None:
    rules = [level(0, 200, y) for y in (0, 2, 20, 22)] + [upright(x, 0, 22) for x in (0, 2, 100, 102, 200)]
    (table,) = find_blocks([*word("甲", 10, 6), *word("1", 110, 6)], rules)
    assert isinstance(table, Table)
    assert texts(table) == [[("甲", 1, 1), ("1", 1, 1)]]


def test_a_blank_column_as_narrow_as_three_tenths_of_a_character_is_a_column() -> None:
    rules = [level(0, 203, y) for y in (0, 20)] + [upright(x, 0, 20) for x in (0, 100, 103, 203)]
    (table,) = find_blocks([*word("甲", 10, 6), *word("1", 110, 6)], rules)
    assert isinstance(table, Table)
    assert texts(table) == [[("甲", 1, 1), ("", 1, 1), ("1", 1, 1)]]


def test_pieces_of_a_line_that_drifts_are_one_line() -> None:
    """A photograph bends: pieces that follow one another are one rule, what runs side by side is two."""
    rules = [level(0, 200, y) for y in (0, 40, 80)] + [upright(x, 0, 80) for x in (0, 200)]
    rules += [upright(100, 0, 40), upright(103, 40, 80)]
    words = [*word("甲", 10, 15), *word("1", 110, 15), *word("乙", 10, 55), *word("2", 110, 55)]
    (table,) = find_blocks(words, rules)
    assert isinstance(table, Table)
    assert texts(table) == [[("甲", 1, 1), ("1", 1, 1)], [("乙", 1, 1), ("2", 1, 1)]]


def test_digits_on_two_lines_of_a_cell_stay_apart() -> None:
    rules = [level(0, 60, y) for y in (0, 40)] + [upright(x, 0, 40) for x in (0, 30, 60)]
    (table,) = find_blocks([*word("甲", 5, 15), *word("69", 35, 3), *word("3", 35, 22)], rules)
    assert isinstance(table, Table)
    assert texts(table) == [[("甲", 1, 1), ("69 3", 1, 1)]]


def test_a_frame_around_one_text_is_no_table() -> None:
    rules = [level(0, 200, 0), level(0, 200, 40), upright(0, 0, 40), upright(200, 0, 40)]
    (line,) = find_blocks(word("说明", 10, 15), rules)
    assert isinstance(line, Line) and line.text == "说明"


def test_columns_without_lines_are_found_and_a_blank_cell_stays_blank() -> None:
    rows = [("一", "1", "2", "3"), ("二", "4", "", "6"), ("三", "7", "8", "9"), ("四", "1", "2", "3")]
    words = [
        glyph
        for y, row in enumerate(rows)
        for x, text in enumerate(row)
        if text
        for glyph in word(text, x * 60.0, y * 20.0)
    ]
    (table,) = find_blocks([*words, *word("后面是一段文字", 0, 300)], [])[:1]
    assert isinstance(table, Table)
    assert [[text for text, _, _ in row] for row in texts(table)] == [list(row) for row in rows]
