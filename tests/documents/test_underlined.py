"""Level rules in pieces, and no upright ones, part cells: their ends are edges, and what stands open goes on."""

from __future__ import annotations

from itertools import pairwise

from analytics.documents.page.beside import BESIDE
from analytics.documents.page.ruled.grids import find_blocks
from analytics.documents.page.ruled.underlined import find_cell_edges
from analytics.documents.pdf.turned import remove_strokes
from analytics.documents.printed import Box, Line, Table, Word

EM, ROW = 10.0, 20.0
EDGES = (0.0, 100.0, 160.0, 220.0)


def word(text: str, x: float, y: float) -> list[Word]:
    return [Word(character, Box(x + i * EM, y, x + (i + 1) * EM, y + EM)) for i, character in enumerate(text)]


def pieces(y: float, edges: tuple[float, ...] = EDGES) -> list[Box]:
    return [Box(left, y, right, y + 0.5) for left, right in pairwise(edges)]


def printed(rows: list[tuple[str, ...]]) -> list[Word]:
    """Rows of texts, each at the left edge of its column."""
    return [
        glyph
        for number, row in enumerate(rows)
        for text, x in zip(row, EDGES, strict=False)
        for glyph in word(text, x + 2, number * ROW + 5)
    ]


ROWS = [("甲乙", "1", "2"), ("丙丁", "", "3"), ("戊己", "44", "5")]
RULES = [piece for number in (1, 2, 3) for piece in pieces(number * ROW)]


def texts(found: list[Table | Line]) -> list[list[tuple[str, int, int]]]:
    (table,) = found
    assert isinstance(table, Table)
    return [[(field.text, field.rowspan, field.colspan) for field in row] for row in table.rows]


def test_the_ends_of_pieces_part_cells_and_a_blank_cell_stays_blank() -> None:
    assert texts(find_blocks(printed(ROWS), RULES)) == [[(text, 1, 1) for text in row] for row in ROWS]


def test_print_across_the_end_of_a_piece_is_of_one_cell() -> None:
    rows = [("甲乙", "1", "2"), ("一二三四五六七八九十一二", "", "3"), ("戊己", "44", "5")]
    assert texts(find_blocks(printed(rows), RULES))[1] == [(rows[1][0], 1, 2), ("3", 1, 1)]


def test_a_cell_reaches_up_to_the_next_piece_above() -> None:
    rules = [*pieces(ROW)[1:], *pieces(2 * ROW), *pieces(3 * ROW)]
    words = [*printed([("", "1", "2"), ("", "7", "3"), ("戊己", "44", "5")]), *word("甲乙", 2, 15)]
    assert texts(find_blocks(words, rules)) == [
        [("甲乙", 2, 1), ("1", 1, 1), ("2", 1, 1)],
        [("7", 1, 1), ("3", 1, 1)],
        [("戊己", 1, 1), ("44", 1, 1), ("5", 1, 1)],
    ]


def test_a_row_that_the_page_ends_before_its_rule_belongs_to_the_table() -> None:
    rows = [*ROWS, ("庚辛", "6", "7")]
    assert texts(find_blocks(printed(rows), RULES)) == [[(text, 1, 1) for text in row] for row in rows]


def test_prose_below_the_last_rule_is_no_row() -> None:
    found = find_blocks([*printed(ROWS), *word("后面是一段比表格宽得多的文字从这里一直写到右边", 0, 65)], RULES)
    assert [type(block) for block in found] == [Table, Line]


def test_rules_in_one_piece_or_with_upright_ones_are_no_edges_of_this_kind() -> None:
    words = printed(ROWS)
    assert not find_cell_edges(words, [Box(0, number * ROW, 220, number * ROW + 0.5) for number in (1, 2, 3)], EM)
    assert not find_cell_edges(words, [*RULES, *(Box(x, 0, x + 0.5, 60) for x in EDGES)], EM)
    assert find_cell_edges(words, RULES, EM)


def test_a_short_rule_is_a_piece_only_where_it_goes_on_from_another() -> None:
    line, piece, stroke = Box(0, 10, 50, 10.5), Box(50.2, 10, 52.5, 10.5), Box(80, 10, 82.5, 10.5)
    following = Box(52.6, 10, 55, 10.5)
    assert remove_strokes([line, following, piece, stroke]) == [line, piece, following]


def test_a_figure_beside_a_row_puts_the_row_in_doubt() -> None:
    (table, line) = find_blocks([*printed(ROWS), *word("9", 240, ROW + 5)], RULES)
    assert isinstance(table, Table) and isinstance(line, Line)
    assert [{field.doubt for field in row} for row in table.rows] == [{""}, {BESIDE}, {""}]
