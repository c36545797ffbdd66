"""The axis of values on a scale, with its title and what cannot stand on it.

Required: frames of ``transforms.series.scale.scaled``.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.charts.parts.ticks import decades, measure_ticks, ticks
from analytics.charts.parts.wording import index_title, missing_sentence, subtitle, trend_title
from analytics.transforms.series.scale import Scale
from analytics.transforms.series.sums import without_sums
from analytics.vocabulary.measures import Measure
from analytics.vocabulary.terms import Origin
from analytics.words import Language, say
from analytics.words.numbers import number


def scale_title(
    changes: pd.DataFrame,
    names: dict[int, str],
    wanted: Measure,
    language: Language,
    scale: Scale,
    base_year: int | None,
) -> str:
    """The finding: of indices where they are drawn, and never of a sum as if it were an organ."""
    if scale is Scale.INDEX:
        return index_title(changes, names, wanted, language, base_year)
    return trend_title(without_sums(changes), names, wanted, language)


def y_scale(changes: pd.DataFrame, wanted: Measure, language: Language, scale: Scale) -> dict[str, Any]:
    """The axis of values on a scale, with the numbers that the values ``shown`` ask for."""
    shown = changes["shown"]
    if scale is Scale.LOG:
        return {"type": "log", "zeroline": False, **decades(shown, language)}
    if scale is Scale.INDEX:
        return {"rangemode": "normal", "zeroline": False, **ticks(shown, language, from_zero=False)}
    return {"rangemode": "tozero", **measure_ticks(shown, wanted, language)}


def scale_subtitle(
    changes: pd.DataFrame, wanted: Measure, language: Language, source: str, scale: Scale, base_year: int | None
) -> str:
    """Unit, source, what is missing and why, and what the scale is; an index has a unit of its own."""
    whole = without_sums(changes)
    note = _scale_note(changes, scale, language)
    if scale is not Scale.INDEX:
        return subtitle(wanted, language, source, whole) + note
    unit = say("scale.unit_index", language, year=base_year)
    if (whole["origin"] == Origin.SIMULATED).any():
        source = say("chart.simulated", language, source=source)
    missing = missing_sentence(whole, language)
    return say("chart.subtitle", language, unit=unit, source=source, missing=missing) + note


def _scale_note(changes: pd.DataFrame, scale: Scale, language: Language) -> str:
    """What the scale is, and how many values cannot stand on it and why."""
    if scale is Scale.VALUE:
        return ""
    said = say(f"scale.note_{scale}", language)
    counts = changes["unshown"].dropna().value_counts()
    return said + "".join(say(f"unshown.{key}", language, count=number(n, language)) for key, n in counts.items())
