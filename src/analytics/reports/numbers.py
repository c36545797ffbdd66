"""The printed text of one cell → status, value and unit of measure.

Cell forms are those met in real reports: ``0``, blank, ``/``, ``-``, ``—``, ``无``, ``+22``, full-width
``－４５３``, ``减少22``, ``1,701``, ``251000元``, ``17345 万元``, ``22（其中修订 16 件）``, a sentence. Blank, "/" and
"-" are not zero. A number whose digits are parted, or that is glued to something unknown, is unreadable:
it is never repaired.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from analytics.documents.model import LOST, OBJECT
from analytics.reports.labels import simplify, strip_invisible
from analytics.vocabulary.phrases import (
    ALTOGETHER,
    AMOUNT_UNITS,
    COUNT_UNITS,
    CURRENCY,
    DECREASE,
    INCREASE,
    NOT_APPLICABLE,
    PERSON_UNITS,
    ZERO_WORDS,
)
from analytics.vocabulary.terms import HAS_VALUE, MeasuredIn, Status


class Printed(NamedTuple):
    """What a cell says. ``value`` is in ``measured_in`` where the cell names a unit of its own; ``is_marked`` where
    something stands beside the figure that is hardly a part of it, and could be."""

    status: Status
    value: float | None = None
    measured_in: MeasuredIn | None = None
    is_marked: bool = False


BLANK = Printed(Status.BLANK)
_DASHES = str.maketrans(dict.fromkeys("－−–—―‐‑‒─﹣", "-") | {"﹢": "+", "＋": "+", "，": ",", "．": "."})
_NUMBER = re.compile(
    rf"(?:{CURRENCY}|¥|{ALTOGETHER})?(?P<turn>{DECREASE}|{INCREASE})?(?P<sign>[-+])?(?P<digits>\d+|\d{{1,3}}(?:,\d{{3}})+)(?P<part>\.\d+)?"
    rf"(?:{CURRENCY})?(?P<unit>{'|'.join(AMOUNT_UNITS)}|{COUNT_UNITS}|(?P<persons>{PERSON_UNITS}))?(?P<note>\(.*\)?)?"
)
_TRAILING_MARK = re.compile(r"(?<=\d)\s*[\[［〔(（]?[①-⑳㉑-㉟㊱-㊿⁰¹²³⁴-⁹*＊※†]+[\]］〕)）]?\s*$")
"""A footnote mark behind a figure is no part of it."""
_DOUBTFUL_MARK = re.compile(r"(?<=\d)\s*(?:[\[［〔【](?:注\d{0,2}|\d{1,2})[\]］〕】]|注\d{0,2})\s*$")
"""What is a footnote mark behind a figure in all likelihood."""
_FULL_STOP = re.compile(r"(?<=[\d件人次项个条])\s*[。；;]\s*$")
_LEADING_ZERO = re.compile(r"0\d")
"""No count begins with a zero: what does is a number of something, or has lost what stood before it."""
_ASCII_MARKS = ("*", "*)", "*]")
_INNER_MARK = re.compile(r"[①-⑳㉑-㉟㊱-㊿⓪-⓿❶-➓⁰¹²³⁴-⁹]")
_FOREIGN_DIGIT = re.compile(r"(?![0-9０-９])\d")
"""A digit of another script: nobody prints one in these reports, so it is something else that was taken for it."""
_MOST_DIGITS = 15
"""Beyond this a float no longer tells integers apart, and no county counts so far."""
_HAS_DIGIT = re.compile(r"\d")
_HAS_HAN = re.compile(r"[\u3400-\u9fff]")


@lru_cache(maxsize=8192)
def read(text: str) -> Printed:
    """Status, value and unit of one printed cell."""
    if OBJECT in text or LOST in text or _FOREIGN_DIGIT.search(text):
        return Printed(Status.UNREADABLE)
    if _DOUBTFUL_MARK.search(text):
        printed = read(_DOUBTFUL_MARK.sub("", text))
        return printed._replace(is_marked=True) if printed.value is not None else Printed(Status.UNREADABLE)
    text = _FULL_STOP.sub("", text if text.isascii() else strip_invisible(text))
    parted = text
    if not text.isascii() or text.rstrip().endswith(_ASCII_MARKS):
        parted = _INNER_MARK.sub(" ", _TRAILING_MARK.sub("", text))
    folded = unicodedata.normalize("NFKC", parted).translate(_DASHES).strip()
    if not folded.isascii():
        folded = simplify(folded)
    if not folded:
        return Printed(Status.UNREADABLE) if text.strip() else BLANK
    if folded.strip("-/\\ ") == "" or folded in NOT_APPLICABLE:
        return Printed(Status.NOT_APPLICABLE)
    if folded in ZERO_WORDS:
        return Printed(Status.ZERO, 0.0)
    found = _NUMBER.fullmatch(folded) or _NUMBER.fullmatch(_remove_inner_space(folded))
    if found and len(found["digits"]) <= _MOST_DIGITS:
        return _read_number(found)
    if _HAS_HAN.search(folded):
        return Printed(Status.TEXT)
    return Printed(Status.UNREADABLE)


def _remove_inner_space(text: str) -> str:
    """Spaces between a figure and its sign, unit or note fold away; spaces between digits stay."""
    return re.sub(r"(?<!\d)\s+|\s+(?!\d)", "", text)


def _read_number(found: re.Match[str]) -> Printed:
    value = float(found["digits"].replace(",", "") + (found["part"] or ""))
    is_decrease = bool(found["turn"]) and re.fullmatch(DECREASE, found["turn"]) is not None
    if found["sign"] == "-" or is_decrease:
        value = -value
    if value == 0:
        value = 0.0  # "-0" is zero
    status = Status.ZERO if value == 0 else Status.NUMBER
    is_marked = found["persons"] is not None or _LEADING_ZERO.match(found["digits"]) is not None
    return Printed(status, value, AMOUNT_UNITS.get(found["unit"] or ""), is_marked)


@lru_cache(maxsize=8192)
def read_count(text: str) -> Printed:
    """A cell of a column of counts: what is no whole number, below zero or an amount of money is unreadable there."""
    printed = read_change(text)
    return printed if printed.value is None or printed.value >= 0 else Printed(Status.UNREADABLE)


@lru_cache(maxsize=8192)
def read_change(text: str) -> Printed:
    """A cell of a column of changes in counts (本年增/减): as :func:`read_count`, but it may be below zero."""
    printed = read(text)
    is_whole = printed.value is None or (printed.value.is_integer() and printed.measured_in is None)
    return printed if is_whole and not _PARTED_BY_POINTS.search(text) else Printed(Status.UNREADABLE)


_PARTED_BY_POINTS = re.compile(r"\d[.．]\d{3}")
"""``2.000`` may be two or two thousand."""


@lru_cache(maxsize=8192)
def is_figure(text: str) -> bool:
    """Whether the cell prints a number, or one of the marks that stand where a number would."""
    return read(text).status in {*HAS_VALUE, Status.NOT_APPLICABLE}


@lru_cache(maxsize=8192)
def has_two_figures(text: str) -> bool:
    """Whether the cell prints figures side by side, each a figure by itself."""
    parts = text.split()
    return len(parts) > 1 and all(map(is_figure, parts)) and not is_figure(text)


def has_digits(text: str) -> bool:
    """Whether any digit is printed."""
    return _HAS_DIGIT.search(text) is not None
