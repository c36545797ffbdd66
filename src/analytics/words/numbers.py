"""Numbers, percentages and dates as each language writes them, through Babel."""

from __future__ import annotations

import math
from datetime import date, datetime
from functools import lru_cache

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from analytics.words import Language

_LOCALES = {Language.ZH: Locale.parse("zh_CN"), Language.EN: Locale("en")}
"""Parsed once: by name, each number would look its locale up anew, at ten times the cost."""
MINUS = "\u2212"


@lru_cache(maxsize=1 << 16)
def number(value: float, language: Language, *, digits: int = 2) -> str:
    """1,701 · 7,730.28 · −453; at most ``digits`` decimals."""
    pattern = "#,##0" + ("." + "#" * digits if digits else "")
    return format_decimal(value, format=pattern, locale=_LOCALES[language]).replace("-", MINUS)


def signed(value: float, language: Language, *, digits: int = 2) -> str:
    """+22 · −453 · 0."""
    text = number(value, language, digits=digits)
    return f"+{text}" if value > 0 else text


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
