"""The numbers along an axis, as the language writes them: 2万 or 20k, all of one unit and one precision.

In: the values that an axis shows. Out: properties of an axis of plotly, which by itself knows neither 万 nor how to
leave the sign off a zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil, floor, log10
from typing import Any

from analytics.vocabulary.measures import Measure, Unit
from analytics.words import Language
from analytics.words.numbers import find_shortening, is_missing, write_fixed, write_shortened

_MOST = 5
"""Steps along an axis: as many numbers as find room on a narrow screen."""
_FEW_DECADES = 2


def make_ticks(
    values: Iterable[float],
    language: Language,
    *,
    is_share: bool = False,
    sign: bool = False,
    from_zero: bool = True,
    most: int = _MOST,
    least_step: float = 0.0,
) -> dict[str, Any]:
    """Ticks at round numbers over the span of ``values``, and over zero unless the axis leaves it out.

    ``is_share`` writes percentages, ``sign`` a plus before what is above zero; ``least_step`` 1 keeps halves off an
    axis of whole numbers.
    """
    known = [float(value) for value in values if not is_missing(value)] + ([0.0] if from_zero else [])
    if not known:
        return {"tickmode": "array", "tickvals": [], "ticktext": []}
    low, high = min(known), max(known)
    if low == high:
        low, high = (
            (low, low + max(1.0, least_step)) if from_zero else (low - abs(low) / 10, high + (abs(high) / 10 or 1.0))
        )
    step = max(_round_step((high - low) / most), least_step)
    at = [round(index * step, 10) for index in range(floor(low / step), ceil(high / step) + 1)]
    return {
        "tickmode": "array",
        "tickvals": at,
        "ticktext": _write_texts(at, step, language, is_share=is_share, sign=sign),
    }


def make_count_ticks(values: Iterable[float], language: Language, *, most: int = _MOST) -> dict[str, Any]:
    """Ticks of an axis of counts: whole numbers."""
    return make_ticks(values, language, most=most, least_step=1)


def make_measure_ticks(
    values: Iterable[float], measure: Measure, language: Language, *, most: int = _MOST, from_zero: bool = True
) -> dict[str, Any]:
    """Ticks of an axis of a measure: percentages for shares, whole numbers for what is counted."""
    return make_ticks(
        values, language, is_share=measure.unit is Unit.SHARE, most=most, from_zero=from_zero,
        least_step=1.0 if measure.unit.is_counted else 0.0,
    )  # fmt: skip


def make_decade_ticks(values: Iterable[float], language: Language) -> dict[str, Any]:
    """Ticks of a logarithmic axis: the powers of ten about the values, with steps between where they are few."""
    above = [log10(value) for value in values if not is_missing(value) and value > 0] or [0.0]
    between = (1, 2, 5) if max(above) - min(above) < _FEW_DECADES else (1,)
    at = [factor * 10.0**power for power in range(floor(min(above)), ceil(max(above)) + 1) for factor in between]
    return {"tickmode": "array", "tickvals": at, "ticktext": [write_shortened(tick, language) for tick in at]}


def _round_step(least: float) -> float:
    """The next of 1, 2, 5, 10, 20, …"""
    size = 10.0 ** floor(log10(least))
    return float(next(factor for factor in (1, 2, 5, 10) if factor * size >= least * (1 - 1e-9)) * size)


def _write_texts(at: list[float], step: float, language: Language, *, is_share: bool, sign: bool) -> list[str]:
    scale, unit = (0.01, "%") if is_share else find_shortening(max(map(abs, at)), language)
    digits = max(0, -floor(log10(step / scale) + 1e-9))
    return [_write_text(tick / scale, unit, digits, language, sign=sign) for tick in at]


def _write_text(value: float, unit: str, digits: int, language: Language, *, sign: bool) -> str:
    if value == 0:
        return "0%" if unit == "%" else "0"
    return f"{'+' if sign and value > 0 else ''}{write_fixed(value, language, digits)}{unit}"


_MOST_YEARS = 9
"""Labels of years that stand beside each other on a telephone."""


def choose_year_ticks(years: Sequence[int], most: int = _MOST_YEARS) -> list[int]:
    """The years that are written below an axis, counted from the last: every one, or every second, third …; not more
    than ``most``."""
    return sorted(years[:: -ceil(len(years) / max(1, most))])
