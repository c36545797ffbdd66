"""Cell forms of real reports, and what they must never become."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.documents.model import LOST, OBJECT
from analytics.reports.numbers import read
from analytics.vocabulary.terms import MeasuredIn, Status


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("1701", 1701), ("+22", 22), ("-453", -453), ("－４５３", -453), ("−10", -10), ("减少22", -22), ("减22", -22),
        ("增加3", 3), ("1,701", 1701), ("1，701", 1701), ("22（其中修订 16 件）", 22), ("26件", 26), ("7774591.96", 7774591.96),
        ("減少22", -22), ("共1247件", 1247), ("1247。", 1247), ("1247*", 1247), ("1247（*）", 1247),
    ],
)  # fmt: skip
def test_numbers_are_read_as_printed(printed: str, value: float) -> None:
    assert read(printed).value == value
    assert read(printed).status is Status.NUMBER


@pytest.mark.parametrize("printed", ["", " ", "\u00a0", "\u3000"])
def test_blank_is_not_zero(printed: str) -> None:
    assert read(printed)[:3] == (Status.BLANK, None, None)


@pytest.mark.parametrize("printed", [OBJECT, f"1708{OBJECT}", f"17{LOST}8", f"{OBJECT} 无"])
def test_what_is_not_text_is_neither_blank_nor_a_number(printed: str) -> None:
    assert read(printed)[:3] == (Status.UNREADABLE, None, None)


@pytest.mark.parametrize("printed", ["/", "-", "—", "－", "无", "無", "--", "／"])
def test_dash_is_not_zero(printed: str) -> None:
    assert read(printed)[:3] == (Status.NOT_APPLICABLE, None, None)


@pytest.mark.parametrize("printed", ["0", "０", "0.0", "-0", "零"])
def test_zero_is_zero(printed: str) -> None:
    assert read(printed)[:2] == (Status.ZERO, 0.0)


@pytest.mark.parametrize(
    ("printed", "unit"),
    [("251000元", MeasuredIn.YUAN), ("17345 万元", MeasuredIn.WAN_YUAN), ("3萬元", MeasuredIn.WAN_YUAN), ("12", None)],
)
def test_the_unit_is_the_printed_one(printed: str, unit: MeasuredIn | None) -> None:
    assert read(printed).measured_in is unit


@pytest.mark.parametrize("printed", ["12 3", "1 701", "1.2.3", "12a", "#REF!", "1,70", "□", "1247."])
def test_a_damaged_number_is_unreadable_and_never_repaired(printed: str) -> None:
    assert read(printed)[:3] == (Status.UNREADABLE, None, None)


def test_a_sentence_is_text() -> None:
    assert read("本单位未制作规章").status is Status.TEXT


@given(st.integers(-(10**9), 10**9), st.booleans(), st.booleans())
def test_any_integer_is_read_in_any_dress(value: int, grouped: bool, wide: bool) -> None:
    printed = f"{value:,}" if grouped else str(value)
    printed = printed.translate({ord(char): ord(char) + 0xFEE0 for char in "0123456789,-"}) if wide else printed
    assert read(printed).value == value


@given(st.text(max_size=12))
def test_only_number_and_zero_have_a_value(printed: str) -> None:
    result = read(printed)
    assert (result.value is not None) == (result.status in (Status.NUMBER, Status.ZERO))


@pytest.mark.parametrize("text", ["㊿", "㉚", "٣", "१२४७"])
def test_digits_that_nobody_prints_are_no_count(text: str) -> None:
    assert read(text).status is Status.UNREADABLE


@pytest.mark.parametrize("printed", ["1247[1]", "1247〔2〕", "1247注1", "1247【注】"])
def test_a_note_mark_of_digits_is_no_part_of_the_figure_and_leaves_it_in_doubt(printed: str) -> None:
    assert read(printed) == (Status.NUMBER, 1247, None, True)
    assert not read("1247").is_marked


def test_persons_where_requests_are_counted_are_read_and_in_doubt() -> None:
    assert read("1247人") == (Status.NUMBER, 1247, None, True)
    assert not read("1247人次").is_marked


def test_a_figure_that_begins_with_a_zero_is_in_doubt() -> None:
    assert read("0247") == (Status.NUMBER, 247, None, True)
    assert not read("0.5").is_marked
