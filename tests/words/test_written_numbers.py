"""Numbers as each language writes them."""

from __future__ import annotations

from analytics.words import Language
from analytics.words.numbers import number, percent, write_fixed


def test_what_is_written_as_zero_has_no_sign_whichever_came_first() -> None:
    for _ in range(2):
        assert (percent(-0.0004, Language.EN), percent(0.0, Language.EN)) == ("0%", "0%")
        assert (number(-0.001, Language.ZH), number(0.0, Language.ZH)) == ("0", "0")
        assert write_fixed(-0.001, Language.EN, 2) == "0.00"
    assert number(-0.5, Language.EN) == "−0.5"
