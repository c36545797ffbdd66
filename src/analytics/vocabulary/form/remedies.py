"""Table IV (政府信息公开行政复议、行政诉讼情况): three blocks of five results, the same in every edition."""

from __future__ import annotations

from analytics.vocabulary.form.model import Block, Column, EditionTable, Line, Under
from analytics.vocabulary.terms import Table

LINES = (
    Line(1, "reconsideration", "行政复议", "Administrative reconsideration"),
    Line(2, "suit_direct", "未经复议直接起诉", "Suit without reconsideration", aliases=("未经行政复议直接起诉",)),
    Line(
        3,
        "suit_after",
        "复议后起诉",
        "Suit after reconsideration",
        aliases=("行政复议后起诉", "经复议后起诉"),
    ),
)

COLUMNS = (
    Column(0, "upheld", "结果维持", "Upheld"),
    Column(1, "corrected", "结果纠正", "Corrected"),
    Column(2, "other_result", "其他结果", "Other result"),
    Column(3, "pending", "尚未审结", "Pending"),
    Column(4, "total", "总计", "Total", aliases=("合计",), is_total=True),
)

_LINES = ("reconsideration", Under("litigation", ("suit_direct", "suit_after"), is_declared=False))
_RESULTS = ("upheld", "corrected", "other_result", "pending", "total")


def make_table() -> EditionTable:
    """The table, which no edition has changed yet."""
    return EditionTable(Table.IV, (Block(_LINES, _RESULTS),), total_rule="total_equals_results")
