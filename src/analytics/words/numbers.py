"""Numbers, percentages and dates as each language writes them, through Babel."""

from __future__ import annotations

import math
from datetime import date, datetime
from functools import cache, lru_cache

from babel import Locale
from babel.dates import format_date
from babel.numbers import NumberPattern, parse_pattern

from analytics.words import Language

_LOCALES = {Language.ZH: Locale.parse("zh_CN"), Language.EN: Locale.parse("en")}
MINUS = "\u2212"
_SHORT = {
    Language.ZH: ((1e8, "亿"), (1e4, "万")),
    Language.EN: ((1e9, "bn"), (1e6, "M"), (1e3, "k")),
}
_LONG = 1e4
"""From here on the numbers of an axis are shortened."""


@cache
def _make_pattern(digits: int, decimal: str = "#") -> NumberPattern:
    """Parsed once: a page writes hundreds of numbers, and reading the pattern costs more than writing one."""
    return parse_pattern("#,##0" + ("." + decimal * digits if digits else ""))


def number(value: float, language: Language, *, digits: int = 2) -> str:
    """1,701 · 7,730.28 · −453; at most ``digits`` decimals."""
    return _write_number(float(value), language, digits)


@lru_cache(maxsize=50_000)
def _write_number(value: float, language: Language, digits: int) -> str:
    """A map of the country writes nine thousand numbers, mostly small ones that are written again and again."""
    return _write_minus(_make_pattern(digits).apply(value, _LOCALES[language]))


def _write_minus(text: str) -> str:
    """With a real minus; what is written as zero has no sign."""
    return text.replace("-", MINUS if text.strip("-0.") else "")


def write_signed(value: float, language: Language, *, digits: int = 2) -> str:
    """+22 · −453 · 0."""
    text = number(value, language, digits=digits)
    return f"+{text}" if value > 0 else text


def write_fixed(value: float, language: Language, digits: int) -> str:
    """0.50 · 1.00 · 2.00: exactly ``digits`` decimals, as numbers in a row are written."""
    return _write_minus(_make_pattern(digits, "0").apply(value, _LOCALES[language]))


def find_shortening(value: float, language: Language) -> tuple[float, str]:
    """What numbers as large as this are divided by on an axis, and the word for it: 万 and 亿, k and M."""
    if abs(value) < _LONG:
        return 1.0, ""
    return next(step for step in _SHORT[language] if abs(value) >= step[0])


def write_shortened(value: float, language: Language) -> str:
    """950 · 2万 · 20k."""
    scale, word = find_shortening(value, language)
    return number(value / scale, language) + word


def percent(value: float, language: Language, *, sign: bool = False) -> str:
    """0.2663 → 26.6%. A no-break space parts the sign in neither language."""
    text = number(round(value * 100, 1), language, digits=1)
    whole = f"{text}%"
    return f"+{whole}" if sign and value > 0 else whole


def day(value: date | datetime, language: Language) -> str:
    """2024年1月17日 · 17 January 2024."""
    pattern = "y年M月d日" if language is Language.ZH else "d MMMM y"
    return format_date(value, format=pattern, locale=_LOCALES[language])


def is_missing(value: object) -> bool:
    """Whether a frame's cell holds nothing."""
    return value is None or (isinstance(value, float) and math.isnan(value)) or str(value) in ("<NA>", "NaT", "nan")
