"""Short names of lines and columns: known where their place agrees, and never for the sum of a group."""

from __future__ import annotations

from itertools import combinations

from analytics.documents.model import Cell, Place
from analytics.reports.labels import Way, match_line, strip_label
from analytics.reports.rows.stream import Row
from analytics.reports.tables.events import LineRow
from analytics.reports.tables.lines import read_events
from analytics.vocabulary import form
from analytics.vocabulary.short_names import COLUMN_NAMES, LINE_NAMES
from analytics.vocabulary.terms import Table

FIGURES = ["1", "0", "0", "0", "0", "0", "1"]


def lines_of(*labels: str) -> list[str]:
    rows = [
        Row(tuple(Cell(text, Place(0, row=at, column=column)) for column, text in enumerate([label, *FIGURES])), False)
        for at, label in enumerate(labels)
    ]
    return [event.match.keys[0] for event in read_events(Table.III, rows) if isinstance(event, LineRow)]


def test_no_short_name_stands_for_two_lines_or_columns_of_a_table() -> None:
    for names in (*COLUMN_NAMES.values(), *LINE_NAMES.values()):
        for first, second in combinations(names.values(), 2):
            assert not set(map(strip_label, first)) & set(map(strip_label, second))


def test_every_short_name_is_its_own_line_s() -> None:
    for table, names in LINE_NAMES.items():
        for key, found in names.items():
            for name in found:
                match = match_line(table, name)
                assert match is not None and key in match.keys, name


def test_every_short_name_is_of_a_column_of_the_form() -> None:
    for table, names in COLUMN_NAMES.items():
        assert set(names) <= {column.key for column in form.list_columns(table)}


def test_a_line_is_known_by_a_short_name_behind_the_line_before_it() -> None:
    assert lines_of("1.属于国家秘密", "法律法规禁止", "7.属于行政执法案卷", "行政查询") == [
        "state_secret", "prohibited", "enforcement_file", "registry",
    ]  # fmt: skip
    assert lines_of("8.属于行政查询事项", "法律法规禁止") == ["registry"]


def test_a_total_is_the_table_s_own_behind_the_last_group_alone() -> None:
    assert lines_of("2.申请人逾期未按收费通知要求缴纳费用", "3.其他", "合计") == [
        "fee_unpaid",
        "other_other",
        "answered",
    ]
    assert lines_of("8.属于行政查询事项", "合计") == ["registry"]
    assert lines_of("3.其他", "合计", "（七）总计") == ["other_other", "answered"]
    assert lines_of("5.要求行政机关确认或重新出具已获取信息", "（七）合计") == ["reissue", "answered"]


def test_a_short_name_says_so() -> None:
    match = match_line(Table.IV, "直接起诉")
    assert match is not None and match.way is Way.SHORT


def test_a_row_called_other_is_the_group_or_its_last_line_by_its_number() -> None:
    above = "5.要求行政机关确认或重新出具已获取信息"
    assert lines_of(above, "（六）其他", "（七）总计") == ["reissue", "other_2019", "answered"]
    assert lines_of("2.申请人逾期未按收费通知要求缴纳费用", "3.其他处理") == ["fee_unpaid", "other_other"]


def test_what_was_carried_over_is_last_year_s_and_no_other_year_s_figure() -> None:
    match = match_line(Table.III, "二、上年度结转政府信息公开申请数量")
    assert match is not None and match.keys == ("carried_over",)
