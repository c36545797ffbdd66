"""The axis of values on a scale, with its title and what cannot stand on it.

Required: frames of ``transforms.series.scale.apply_scale``.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import log10
from typing import Any

import pandas as pd

from analytics.charts.parts.ticks import make_decade_ticks, make_measure_ticks, make_ticks
from analytics.charts.parts.titles import write_index_title, write_trend_title
from analytics.charts.parts.wording import describe_missing, write_subtitle
from analytics.transforms.series.scale import Scale
from analytics.transforms.series.sums import drop_sums
from analytics.vocabulary.measures import Measure
from analytics.vocabulary.terms import Origin
from analytics.words import Language, say
from analytics.words.numbers import number


def write_scale_title(
    changes: pd.DataFrame,
    names: dict[int, str],
    measure: Measure,
    language: Language,
    *,
    scale: Scale,
    base_year: int | None,
) -> str:
    """The finding: of indices where they are drawn, and never of a sum as if it were an organ."""
    if scale is Scale.INDEX:
        return write_index_title(changes, names, measure, language, base_year)
    return write_trend_title(drop_sums(changes), names, measure, language)


def make_y_scale(
    changes: pd.DataFrame, measure: Measure, language: Language, scale: Scale, *, others: Iterable[float] = ()
) -> dict[str, Any]:
    """The axis of values on a scale, with the numbers that the values ``shown`` and those of ``others`` ask for."""
    values = [*changes["shown"], *others]
    if scale is Scale.LOG:
        ticks = make_decade_ticks(values, language)
        return {"type": "log", "zeroline": False, "range": _find_span(map(log10, ticks["tickvals"])), **ticks}
    if scale is Scale.INDEX:
        ticks = make_ticks(values, language, from_zero=False)
        return {"zeroline": False, "range": _find_span(ticks["tickvals"]), **ticks}
    ticks = make_measure_ticks(values, measure, language)
    return {"range": _find_span(ticks["tickvals"]), **ticks}


def _find_span(places: Iterable[float]) -> list[float]:
    """From the first tick to a little above the last one, so that a mark on it is whole."""
    ends = list(places) or [0.0, 1.0]
    low, high = min(ends), max(ends)
    return [low, high + 0.03 * (high - low or 1.0)]


def write_scale_subtitle(
    changes: pd.DataFrame, measure: Measure, language: Language, source: str, *, scale: Scale, base_year: int | None
) -> str:
    """Unit, source, what is missing and why, and what the scale is; an index has a unit of its own."""
    whole = drop_sums(changes)
    note = _write_scale_note(changes, scale, language)
    if scale is not Scale.INDEX:
        return write_subtitle(measure, language, source, whole) + note
    unit = say("scale.unit_index", language, year=base_year)
    if (whole["origin"] == Origin.SIMULATED).any():
        source = say("chart.simulated", language, source=source)
    missing = describe_missing(whole, language)
    return say("chart.subtitle", language, unit=unit, source=source, missing=missing) + note


def _write_scale_note(changes: pd.DataFrame, scale: Scale, language: Language) -> str:
    """What the scale is, and how many values cannot stand on it and why."""
    if scale is Scale.VALUE:
        return ""
    note = say(f"scale.note_{scale}", language)
    counts = changes["unshown"].dropna().value_counts()
    return note + "".join(say(f"unshown.{key}", language, count=number(n, language)) for key, n in counts.items())
