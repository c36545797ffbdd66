"""What every briefing has: the frames it is made of, its latest rows, their wording, notes, findings and sources.

Takes rows of ``transforms.series.change`` and frames of reports and findings. Refuses to know files and fonts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analytics.briefings.model import Briefing, Chart, Part
from analytics.charts.parts.wording import change_text, marks, missing_sentence, state_text, value_text
from analytics.transforms.groups.compare import side_by_side
from analytics.transforms.rows import each_row
from analytics.vocabulary.measures import Measure
from analytics.vocabulary.places.fictional import STAMP
from analytics.vocabulary.terms import Origin
from analytics.words import Language, say
from analytics.words.numbers import is_missing, number
from analytics.words.render import finding


@dataclass(frozen=True, slots=True)
class Frames:
    """What a briefing is made of: ``changes`` of its organs (grain organ × year × measure), the measures in their
    order, ``reports`` and ``found`` (findings) of the same organs."""

    changes: pd.DataFrame
    wanted: tuple[Measure, ...]
    reports: pd.DataFrame
    found: pd.DataFrame
    language: Language
    build_id: str

    def say(self, key: str, **operands: object) -> str:
        """A sentence in the briefing's language."""
        return say(key, self.language, **operands)

    def of(self, wanted: Measure) -> pd.DataFrame:
        """The changes of one measure."""
        return self.changes[self.changes["measure"] == wanted.key]

    def rows_of(self, wanted: Measure, year: int | None = None) -> pd.DataFrame:
        """One row an organ: of ``year``, else its latest with a value, else its latest report with the reason."""
        return side_by_side(self.of(wanted), year=year, reference=None)


def whole(held: Frames, title: str, lead: Iterable[str], parts: Iterable[Part]) -> Briefing:
    """The briefing, stamped where any of its reports is simulated."""
    is_simulated = bool((held.reports["origin"] == Origin.SIMULATED).any())
    notes = (held.say("briefing.font", font="{font}"), held.say("briefing.no_font"))
    return Briefing(title, STAMP if is_simulated else "", tuple(lead), tuple(parts), *notes, held.language)


def header(held: Frames, *names: str) -> tuple[str, ...]:
    """The head of a table."""
    return tuple(held.say(f"briefing.{name}") for name in names)


def worded(row: Any, wanted: Measure, language: Language) -> tuple[str, str, str, str]:
    """Year, value, change and marks of a row; a row without a value has its reason once, in place of the value."""
    changed = "" if is_missing(row.value) else change_with_base(row, wanted, language)
    marked = say("list.clauses", language).join(marks(row, language))
    return str(int(row.year)), value_with_counts(row, wanted, language), changed, marked


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


def chart(held: Frames, name: str, picture: bytes, said: str, shown: pd.DataFrame) -> Chart:
    """A picture with its sentence: the finding, and what is missing."""
    stop = held.say("full_stop")
    return Chart(name, picture, f"{said}{stop}{missing_sentence(shown, held.language)}{stop}".strip())


def reading(held: Frames, wanted: Sequence[Measure]) -> Part:
    """Formulas and notes of law and coverage, each once."""
    found: dict[str, None] = {}
    for one in wanted:
        formula = one.formula if held.language is Language.ZH else one.formula_english
        if formula:
            found[held.say("briefing.formula", measure=one.named(held.language), formula=formula)] = None
    for one in wanted:
        found.update(dict.fromkeys(held.say(f"note.{note}") for note in one.notes))
    return Part(held.say("briefing.reading"), (), tuple(found))


def findings(held: Frames, names: Mapping[int, str]) -> Part:
    """The findings of the reports of some organs, each under its organ's name; organs without one are told last."""
    lines, without = [], []
    for organ_id, name in names.items():
        own = held.found[held.found["organ_id"] == organ_id].sort_values("year", kind="stable")
        before = f"{name} " if name else ""
        lines += [f"{before}{int(row.year)}: {finding(row.rule, row.operands, held.language)}" for row in each_row(own)]
        without += [name] if own.empty else []
    if without:
        is_all = len(without) == len(names)
        joined = held.say("list.names").join(without)
        lines.append(held.say("briefing.no_findings" if is_all else "briefing.no_findings_of", organs=joined))
    return Part(held.say("briefing.findings"), (), tuple(lines))


def sources(held: Frames, names: Mapping[int, str]) -> Part:
    """The documents behind the figures, each under its organ's name: file, address, origin, digest; the build last."""
    lines = tuple(f"{name} {line}".strip() for one, name in names.items() for line in _documents(held, one))
    return Part(held.say("briefing.sources"), (), (*lines, held.say("briefing.build", build=held.build_id)))


def _documents(held: Frames, organ_id: int) -> Iterator[str]:
    own = held.reports[held.reports["organ_id"] == organ_id]
    for row in each_row(own.sort_values("year")):
        address = "" if pd.isna(row.url) else f" {row.url}"
        origin = held.say(f"origin.{row.origin}")
        yield held.say(
            "briefing.document", year=int(row.year), file=f"{row.file}{address}", origin=origin, digest=row.sha256[:12]
        )
