"""Two years of several organs, paired: what was and what is, in words, and the title of any chart of them.

Required: the frame of changes of one measure with both years, names by organ_id.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd

from analytics.charts.parts.short_names import shorten_names
from analytics.charts.parts.titles import write_moves_title, write_step
from analytics.charts.parts.wording import write_state
from analytics.transforms.rows import each_row
from analytics.transforms.series.breaks import find_breaks_within
from analytics.transforms.series.change import is_beyond
from analytics.transforms.series.scale import Scale
from analytics.vocabulary.measures import SMALL_BASE, Measure
from analytics.words import Language, say
from analytics.words.numbers import is_missing, number


class Pair(NamedTuple):
    """One organ's rows of the earlier and the later year."""

    name: str
    before: Any
    now: Any

    @property
    def is_whole(self) -> bool:
        """Whether both years have a value."""
        return not (is_missing(self.before.value) or is_missing(self.now.value))

    def is_drawn(self, scale: Scale) -> bool:
        """Whether both stand on an axis: a logarithmic one has no place for zero."""
        return self.is_whole and (scale is not Scale.LOG or min(self.before.value, self.now.value) > 0)

    def is_suspected(self, measure: Measure) -> bool:
        """Whether the change is so large that another coverage is likelier, by the rule of
        ``transforms.series.change``."""
        return "coverage_unknown" in measure.notes and bool(is_beyond(self.before.value, self.now.value))

    def is_broken(self, measure: Measure) -> bool:
        """Whether a new edition of the form or of the law lies between the years."""
        return bool(find_breaks_within((self.before, self.now), measure))


def build_pairs(changes: pd.DataFrame, names: dict[int, str], first: int, last: int) -> list[Pair]:
    """One pair an organ, in the order of ``changes``."""
    rows = {(int(row.organ_id), int(row.year)): row for row in each_row(changes)}
    return [
        Pair(names[organ_id], rows[organ_id, first], rows[organ_id, last])
        for organ_id in dict.fromkeys(changes["organ_id"])
    ]


def build_short_pairs(changes: pd.DataFrame, names: dict[int, str], first: int, last: int) -> list[Pair]:
    """As ``build_pairs``, with names as short as tells them apart."""
    organ_ids = list(dict.fromkeys(changes["organ_id"]))
    return build_pairs(changes, shorten_names(names, organ_ids), first, last)


def describe_change(pair: Pair, measure: Measure, language: Language) -> str:
    """The difference of the two years, with its percentage for counts and amounts, and what must be said beside it."""
    text = write_step(pair.before.value, pair.now.value, measure, language)
    if measure.is_rate or not pair.before.value:
        return text
    marks = ["suspected"] if pair.is_suspected(measure) else ["small_base"] if pair.before.value < SMALL_BASE else []
    return "　".join([text, *(f"<i>{say(f'mark.{mark}', language)}</i>" for mark in marks)])


def describe_both_years(pair: Pair, measure: Measure, language: Language) -> str:
    """What stands in both years, where one of them has no value."""
    return " → ".join(f"{int(row.year)} {write_state(row, measure, language)}" for row in (pair.before, pair.now))


def write_pairs_title(organ_pairs: list[Pair], measure: Measure, language: Language, *, first: int, last: int) -> str:
    """How many rose, fell and stayed between the years; suspected changes of coverage are counted apart."""
    whole = [pair for pair in organ_pairs if pair.is_whole]
    sure = [pair.now.value - pair.before.value for pair in whole if not pair.is_suspected(measure)]
    if not whole:
        return say("chart.pairs_none", language, measure=measure.named(language), first=first, last=last)
    return write_moves_title(sure, len(whole) - len(sure), measure, language, years=(first, last))


def describe_scale(organ_pairs: list[Pair], scale: Scale, language: Language) -> str:
    """That an axis is logarithmic, and how many zeros it has no place for."""
    if scale is not Scale.LOG:
        return ""
    zeros = sum(not is_missing(row.value) and row.value <= 0 for pair in organ_pairs for row in (pair.before, pair.now))
    note = say("scale.note_log", language)
    return note + (say("unshown.zero_on_log", language, count=number(zeros, language)) if zeros else "")
