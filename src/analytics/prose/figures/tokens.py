"""Folded prose → every number in it, with its unit: quantities, and what is no quantity by its reason.

No digit of the text is lost: what no pattern knows is a quantity without a unit. Numbers in words count where a unit
stands behind them, or where they number a list, an article or a year.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from analytics.vocabulary.prose.quantities import (
    ALIKE_UNITS,
    DIGITS,
    MAGNITUDES,
    POINTS,
    QUOTED,
    TOKENS,
    UNCERTAIN,
    FigureKind,
)


class Token(NamedTuple):
    """A number in folded text. ``value`` is in ``unit``, magnitudes worked out but those of money: 1.2万条 is 12,000 条
    and 3万元 is 3 万元. ``highest`` is the other end of a range. ``value`` is None for what is no quantity, except the
    year of a date."""

    start: int
    end: int
    kind: FigureKind
    value: float | None = None
    highest: float | None = None
    unit: str = ""
    is_rounded: bool = False


_TOKENS = re.compile(TOKENS, re.VERBOSE)
_QUOTED = re.compile(QUOTED)
_MYRIAD = 10_000
_PARTS_OF_NAMES = (FigureKind.QUANTITY, FigureKind.DATE, FigureKind.REFERENCE, FigureKind.ORDER)
_LONGEST_COUNT = 8
"""A run of more digits without a unit counts nothing: it is a number of something."""


def find_tokens(text: str) -> list[Token]:
    """Every number of the text, in order."""
    names = [match.span() for match in _QUOTED.finditer(text)]
    tokens = []
    at = 0
    for match in _TOKENS.finditer(text):
        token = _read_token(match)
        while at < len(names) and names[at][1] <= token.start:
            at += 1
        if (
            at < len(names)
            and names[at][0] <= token.start
            and token.end <= names[at][1]
            and token.kind in _PARTS_OF_NAMES
        ):
            token = Token(token.start, token.end, FigureKind.NAME)
        tokens.append(token)
    return tokens


def _read_token(match: re.Match[str]) -> Token:
    start, end = match.span()
    kind = match.lastgroup
    if kind == "quantity":
        return _read_quantity(match)
    if kind == "spelled":
        word = match["word"]
        value = read_spelled(word[1:]) if word[0] in UNCERTAIN else read_spelled(word)
        return Token(
            start,
            end,
            FigureKind.QUANTITY,
            value,
            None,
            ALIKE_UNITS.get(match["spelled_unit"], match["spelled_unit"]),
            bool(match["spelled_about"]) or word[0] in UNCERTAIN,
        )
    if kind == "percent":
        return _read_percent(match)
    if kind == "year":
        return Token(start, end, FigureKind.DATE, float(match["digits"] or _read_year(match[0])))
    return Token(start, end, FigureKind(str(kind)))


def _read_quantity(match: re.Match[str]) -> Token:
    start, end = match.span()
    unit = match["unit"] or ""
    if not unit and not match["magnitude"] and len(match["number"]) > _LONGEST_COUNT:
        return Token(start, end, FigureKind.CONTACT)
    scale = 1
    for sign in match["magnitude"] or "":
        scale *= MAGNITUDES[sign]
    low_scale = MAGNITUDES[match["low_magnitude"]] if match["low_magnitude"] else scale
    value = read_plain(match["number"]) * low_scale
    highest = read_plain(match["high"]) * scale if match["high"] else None
    unit = ALIKE_UNITS.get(unit, unit)
    is_rounded = bool(match["about"] or match["about_behind"])
    return Token(start, end, FigureKind.QUANTITY, round(value, 6), highest, unit, is_rounded)


def _read_percent(match: re.Match[str]) -> Token:
    start, end = match.span()
    if match["rate"] is None:
        part = "".join(str(DIGITS[digit]) for digit in match["part"] or "")
        whole = read_spelled(match["spelled_rate"])
        return Token(start, end, FigureKind.QUANTITY, float(f"{whole:.0f}.{part or 0}"), None, "%")
    highest = read_plain(match["rate_high"]) if match["rate_high"] else None
    unit = match["sign"] if match["sign"] in ("%", "‰") else POINTS
    return Token(start, end, FigureKind.QUANTITY, read_plain(match["rate"]), highest, unit)


def read_plain(digits: str) -> float:
    """A number in digits."""
    return float(digits.replace(",", ""))


def read_spelled(word: str) -> float:
    """A number in words: 二十三, 一百零五, 三千, 一二三 digit by digit."""
    if len(word) > 1 and not any(sign in MAGNITUDES for sign in word):
        return float("".join(str(DIGITS[digit]) for digit in word))
    total, section, digit = 0, 0, 0
    for sign in word:
        if sign in DIGITS:
            digit = DIGITS[sign]
            continue
        size = MAGNITUDES[sign]
        if size >= _MYRIAD:
            total, section, digit = (total + section + digit) * size, 0, 0
        else:
            section, digit = section + (digit or 1) * size, 0
    return float(total + section + digit)


def _read_year(printed: str) -> str:
    return "".join(str(DIGITS.get(digit, 0)) for digit in printed[:4])
