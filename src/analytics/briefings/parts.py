"""What every briefing has: the frames it is made of, its latest rows, their wording, notes, findings and sources.

Takes rows of ``transforms.series.change`` and frames of reports and findings. Refuses to know files and fonts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from typing import Any

import pandas as pd

from analytics.briefings.model import Briefing, Chart, Part
from analytics.charts.parts.wording import describe_missing, list_marks, write_change, write_state, write_value
from analytics.transforms.groups.compare import compare_organs
from analytics.transforms.rows import each_row
from analytics.vocabulary.measures import Measure
from analytics.vocabulary.places.fictional import STAMP
from analytics.vocabulary.terms import Origin
from analytics.words import Language, say
from analytics.words.numbers import is_missing, number
from analytics.words.render import mark_finding, write_finding


@dataclass(frozen=True, slots=True)
class Frames:
    """What a briefing is made of: ``changes`` of its organs (grain organ × year × measure), the measures in their
    order, ``reports`` and ``found`` (findings) of the same organs."""

    changes: pd.DataFrame
    measures: tuple[Measure, ...]
    reports: pd.DataFrame
    found: pd.DataFrame
    _: KW_ONLY
    language: Language
    build_id: str

    def say(self, key: str, **operands: object) -> str:
        """A sentence in the briefing's language."""
        return say(key, self.language, **operands)

    def of(self, measure: Measure) -> pd.DataFrame:
        """The changes of one measure."""
        return self.changes[self.changes["measure"] == measure.key]

    def rows_of(self, measure: Measure, year: int | None = None) -> pd.DataFrame:
        """One row an organ: of ``year``, else its latest with a value, else its latest report with the reason."""
        return compare_organs(self.of(measure), year=year, reference=None)


def assemble_briefing(frames: Frames, title: str, lead: Iterable[str], parts: Iterable[Part]) -> Briefing:
    """The briefing, stamped where any of its reports is simulated."""
    is_simulated = bool((frames.reports["origin"] == Origin.SIMULATED).any())
    return Briefing(
        title=title,
        stamp=STAMP if is_simulated else "",
        lead=tuple(lead),
        parts=tuple(parts),
        font_note=frames.say("briefing.font", font="{font}"),
        font_missing=frames.say("briefing.no_font"),
        language=frames.language,
    )


def write_header(frames: Frames, *names: str) -> tuple[str, ...]:
    """The head of a table."""
    return tuple(frames.say(f"briefing.{name}") for name in names)


def describe_row(row: Any, measure: Measure, language: Language) -> tuple[str, str, str, str]:
    """Year, value, change and marks of a row; a row without a value has its reason once, in place of the value."""
    changed = "" if is_missing(row.value) else change_with_base(row, measure, language)
    marked = say("list.clauses", language).join(list_marks(row, language))
    return str(int(row.year)), write_value_with_counts(row, measure, language), changed, marked


def write_value_with_counts(row: Any, measure: Measure, language: Language) -> str:
    """26.6% (12 ÷ 45) · 1,701 件 · the reason where there is no value."""
    text = write_state(row, measure, language)
    if not measure.is_rate or is_missing(row.value) or is_missing(row.numerator):
        return text
    counts = f"{number(row.numerator, language)} ÷ {number(row.denominator, language)}"
    return f"{text}（{counts}）" if language is Language.ZH else f"{text} ({counts})"


def change_with_base(row: Any, measure: Measure, language: Language) -> str:
    """The change, what it is measured from, and whether two reports or one tell it; else why there is none."""
    text = write_change(row, measure, language)
    if is_missing(row.difference):
        return text
    before = write_value(row.value_previous, measure, language, with_unit=False)
    basis = say(f"basis.{row.basis}", language)
    return say("briefing.change_from", language, change=text, before=before, basis=basis)


def make_chart(frames: Frames, name: str, picture: bytes, sentence: str, rows: pd.DataFrame) -> Chart:
    """A picture with its sentence: the finding, and what is missing."""
    stop = frames.say("full_stop")
    return Chart(name, picture, f"{sentence}{stop}{describe_missing(rows, frames.language)}{stop}".strip())


def describe_reading(frames: Frames, measures: Sequence[Measure]) -> Part:
    """Formulas and notes of law and coverage, each once."""
    found: dict[str, None] = {}
    for measure in measures:
        formula = measure.formula if frames.language is Language.ZH else measure.formula_english
        if formula:
            found[frames.say("briefing.formula", measure=measure.named(frames.language), formula=formula)] = None
    for measure in measures:
        found.update(dict.fromkeys(frames.say(f"note.{note}") for note in measure.notes))
    return Part(frames.say("briefing.reading"), (), tuple(found))


def describe_findings(frames: Frames, names: Mapping[int, str]) -> Part:
    """The findings of the reports of some organs, each under its organ's name; organs without one are told last."""
    lines, without = [], []
    for organ_id, name in names.items():
        organ_findings = frames.found[frames.found["organ_id"] == organ_id].sort_values("year", kind="stable")
        before = f"{name} " if name else ""
        lines += [f"{before}{int(row.year)}: {_write_told(row, frames)}" for row in each_row(organ_findings)]
        without += [name] if organ_findings.empty else []
    if without:
        is_all = len(without) == len(names)
        joined = frames.say("list.names").join(without)
        lines.append(frames.say("briefing.no_findings" if is_all else "briefing.no_findings_of", organs=joined))
    return Part(frames.say("briefing.findings"), (), tuple(lines))


def _write_told(row: Any, frames: Frames) -> str:
    mark = mark_finding(row.severity, row.verdict, frames.language)
    return frames.say("findings.marked", mark=mark, said=write_finding(row.rule, row.operands, frames.language))


def describe_sources(frames: Frames, names: Mapping[int, str]) -> Part:
    """The documents behind the figures, each under its organ's name: file, address, origin, digest; the build last."""
    lines = tuple(
        f"{name} {line}".strip() for organ_id, name in names.items() for line in _describe_documents(frames, organ_id)
    )
    return Part(frames.say("briefing.sources"), (), (*lines, frames.say("briefing.build", build=frames.build_id)))


def _describe_documents(frames: Frames, organ_id: int) -> Iterator[str]:
    organ_reports = frames.reports[frames.reports["organ_id"] == organ_id]
    for row in each_row(organ_reports.sort_values("year")):
        address = "" if pd.isna(row.url) else f" {row.url}"
        origin = frames.say(f"origin.{row.origin}")
        yield frames.say(
            "briefing.document", year=int(row.year), file=f"{row.file}{address}", origin=origin, digest=row.sha256[:12]
        )
