"""What stands in a briefing, in order, in the reader's language, whatever the file; and how its rows are worded.

Takes rows of ``transforms.change`` and frames of reports and findings. Refuses to know files and fonts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analytics.charts.wording import change_text, marks, state_text, value_text
from analytics.transforms.rows import each_row
from analytics.vocabulary.fictional import STAMP
from analytics.vocabulary.measures import Measure
from analytics.vocabulary.terms import Origin
from analytics.words import Language, say
from analytics.words.numbers import is_missing, number
from analytics.words.render import finding


@dataclass(frozen=True, slots=True)
class Table:
    """Texts in columns; ``widths`` are shares of the page's width."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with what stands under it, in this order. ``charts`` are (name, PNG)."""

    heading: str
    notes: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    table: Table | None = None
    charts: tuple[tuple[str, bytes], ...] = ()


@dataclass(frozen=True, slots=True)
class Briefing:
    """What stands in the file. ``stamp`` is empty unless figures are simulated; ``font_note`` is for files that bring
    their own font, ``font_missing`` for those that cannot."""

    title: str
    stamp: str
    lead: tuple[str, ...]
    parts: tuple[Part, ...]
    font_note: str
    font_missing: str


def briefing_of(
    title: str, lead: Sequence[str], parts: Sequence[Part], reports: pd.DataFrame, language: Language
) -> Briefing:
    """The whole, stamped where any of its reports is simulated."""
    is_simulated = bool((reports["origin"] == Origin.SIMULATED).any())
    notes = (say("briefing.font", language, font="{font}"), say("briefing.no_font", language))
    return Briefing(title, STAMP if is_simulated else "", tuple(lead), tuple(parts), *notes)


def value_with_counts(row: Any, wanted: Measure, language: Language) -> str:
    """26.6% (12 ÷ 45) · 1,701 件 · the reason where there is no value."""
    text = state_text(row, wanted, language)
    if not wanted.is_rate or is_missing(row.value) or is_missing(row.numerator):
        return text
    counts = f"{number(row.numerator, language)} ÷ {number(row.denominator, language)}"
    return f"{text}（{counts}）" if language is Language.ZH else f"{text} ({counts})"


def change_with_base(row: Any, wanted: Measure, language: Language) -> str:
    """The change, what it is measured from, and whether two reports or one tell it; else why there is none."""
    text = change_text(row, wanted, language)
    if is_missing(row.difference):
        return text
    before = value_text(row.value_previous, wanted, language, with_unit=False)
    basis = say(f"basis.{row.basis}", language)
    return say("briefing.change_from", language, change=text, before=before, basis=basis)


def marks_text(row: Any, language: Language) -> str:
    """Everything that must be said beside a value."""
    return say("briefing.join", language).join(marks(row, language))


def notes_of(wanted: Sequence[Measure], language: Language) -> tuple[str, ...]:
    """Formulas and notes of law and coverage, each once."""
    found: dict[str, None] = {}
    for one in wanted:
        formula = one.formula if language is Language.ZH else one.formula_english
        if formula:
            found[say("briefing.formula", language, measure=one.named(language), formula=formula)] = None
    for one in wanted:
        found.update(dict.fromkeys(say(f"note.{note}", language) for note in one.notes))
    return tuple(found)


def finding_lines(found: pd.DataFrame, language: Language) -> tuple[str, ...]:
    """The findings of reports, or that there is none."""
    lines = tuple(f"{int(row.year)}: {finding(row.rule, row.operands, language)}" for row in each_row(found))
    return lines or (say("briefing.no_findings", language),)


def source_lines(reports: pd.DataFrame, language: Language) -> Iterator[str]:
    """The documents behind the figures: file, address, origin, digest."""
    for row in each_row(reports.sort_values("year")):
        address = "" if pd.isna(row.url) else f" {row.url}"
        origin = say(f"origin.{row.origin}", language)
        yield f"{int(row.year)}: {row.file}{address} ({origin}, SHA-256 {str(row.sha256)[:12]}…)"
