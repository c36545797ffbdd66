"""The statistics tables of reports before 2019: their columns, and what an edition makes its table of.

Each edition has lines with names and numbers of its own: nothing but what ``continues`` says goes on after 2018.
"""

from __future__ import annotations

from analytics.vocabulary.form.model import Block, Column, EditionTable, Line, Outline
from analytics.vocabulary.terms import Table

LINES: tuple[Line, ...] = ()
"""No line is of more than one edition."""
COLUMNS = (
    Column(
        0,
        "year",
        "统计数",
        "This year",
        aliases=(
            "年度",
            "本年累计",
            "本年",
            "本年度",
            "数量",
            "统计数据",
            "年度数",
            "本年数",
            "本年度数",
            "本年统计数",
            "本年度统计数",
            "年度累计",
            "当年",
            "全年",
        ),
    ),
    Column(1, "cumulative", "历年累计", "All years so far", aliases=("历年累计数", "累计")),
    Column(2, "period", "本月", "This month or period", aliases=("本期", "本月(期)", "本月数")),
)
PARTS_RULE = "line_equals_parts"
"""The identity of a line with those below it."""


def make_table(lines: Outline, columns: Outline, heads: tuple[str, ...]) -> EditionTable:
    """A statistics table: one block, whose lines add up those below them."""
    return EditionTable(Table.STATISTICS, (Block(lines, columns),), parts_rule=PARTS_RULE, heads=heads)
