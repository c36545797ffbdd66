"""Tables without ruling lines: figures and heads belong together by where they stand, in whatever order they are."""

from __future__ import annotations

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from analytics.documents.page.ruled.grids import find_blocks
from analytics.documents.printed import Box, Table, Word

EM = 10.0
HEADS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
LABELS = ("一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开", "（七）总计")
ZONE = 220.0


def word(text: str, x: float, y: float) -> list[Word]:
    widths = [EM / 2 if character.isascii() else EM for character in text]
    lefts = accumulate(widths, initial=x)
    return [Word(character, Box(at, y, at + w, y + EM)) for character, at, w in zip(text, lefts, widths, strict=False)]


def extent(text: str) -> float:
    return sum(EM / 2 if character.isascii() else EM for character in text)


@given(
    order=st.permutations(range(7)),
    figures=st.lists(
        st.lists(st.sampled_from(["0", "7", "12", "1347", "-", ""]), min_size=7, max_size=7), min_size=3, max_size=4
    ),
    manner=st.sampled_from(["left", "centre", "right"]),
    pitch=st.floats(18, 40),
)
def test_figures_stand_below_their_heads_in_any_order(
    order: list[int], figures: list[list[str]], manner: str, pitch: float
) -> None:
    heads = [HEADS[index] for index in order]
    rows = [row for row in figures if sum(bool(text) for text in row) >= 3]
    if len(rows) < 3:
        return
    words: list[Word] = []
    lefts = list(accumulate((extent(head) + 12 for head in heads), initial=ZONE))

    def put(text: str, column: int, y: float) -> None:
        room = extent(heads[column]) - extent(text)
        words.extend(word(text, lefts[column] + room * {"left": 0, "centre": 0.5, "right": 1}[manner], y))

    for column, head in enumerate(heads):
        put(head, column, 10)
    for number, row in enumerate(rows, start=1):
        words.extend(word(LABELS[number - 1], 10, 10 + number * pitch))
        for column, text in enumerate(row):
            put(text, column, 10 + number * pitch)
    (table,) = find_blocks(words, [])
    assert isinstance(table, Table)
    assert [field.text for field in table.rows[0]][-7:] == heads
    assert [[field.text for field in row][-7:] for row in table.rows[1:]] == rows


def test_heads_of_several_levels_and_lines_keep_their_columns() -> None:
    words = [
        *word("申请人", 300, 0), *word("自然人", 200, 30), *word("法人", 300, 20), *word("企", 260, 40), *word("业", 260, 51),
        *word("机构", 330, 45), *word("总计", 400, 30),
    ]  # fmt: skip
    for number, label in enumerate(LABELS[:3]):
        words += word(label, 10, 75 + 25 * number)
        for x, text in ((205, "1"), (262, "2"), (335, "3"), (405, "6")):
            words += word(text, x, 75 + 25 * number)
    (table,) = find_blocks(words, [])
    assert isinstance(table, Table)
    heads = [[(field.text, field.rowspan, field.colspan) for field in row if field.text] for row in table.rows[:3]]
    assert heads == [
        [("申请人", 1, 4)],
        [("自然人", 2, 1), ("法人", 1, 2), ("总计", 2, 1)],
        [("企 业", 1, 1), ("机构", 1, 1)],
    ]


def test_borders_drawn_cell_by_cell_are_one_table() -> None:
    rules = [
        Box(x, y, x + 100, y) for y in (0, 20, 40) for x in (0, 100, 200)
    ] + [Box(x, y, x, y + 20) for y in (0, 20) for x in (0, 300)] + [Box(x, 20, x, 40) for x in (100, 200)]  # fmt: skip
    words = [*word("表头", 140, 5), *word("甲", 10, 25), *word("12", 110, 25), *word("3", 210, 25)]
    (table,) = find_blocks(words, rules)
    assert isinstance(table, Table)
    assert [[(field.text, field.colspan) for field in row] for row in table.rows] == [
        [("表头", 3)],
        [("甲", 1), ("12", 1), ("3", 1)],
    ]
