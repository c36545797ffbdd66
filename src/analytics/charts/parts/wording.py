"""Rows of a series → the words on a chart: values with their unit, reasons, marks, hover texts, summaries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pandas as pd

from analytics.transforms.series.prose import STATED_IN_PROSE
from analytics.vocabulary.measures import SMALL_BASE, Measure, Unit, find_measure
from analytics.vocabulary.terms import Origin
from analytics.words import Language, say
from analytics.words.numbers import is_missing, number, percent, write_signed
from analytics.words.plain import escape_html

SAID_ALWAYS = ("secondary", "ocr")
"""Ways of reading that a reader must see without hovering."""


def write_value(value: float, measure: Measure, language: Language, *, with_unit: bool = True) -> str:
    """1,701 项 · 26.6% · 7,730.28 万元."""
    if measure.unit is Unit.SHARE:
        return percent(value, language)
    text = number(value, language)
    if not with_unit:
        return text
    unit = say(f"unit.{measure.unit}", language)
    return f"{text} {unit}"


def write_change(row: Any, measure: Measure, language: Language) -> str:
    """−453（−26.6%） · the reason where there is no change."""
    if is_missing(row.difference):
        return "" if is_missing(row.absent_reason) else say(f"reason.{row.absent_reason}", language)
    text = write_difference(row.difference, measure, language)
    if is_missing(row.percent):
        reason = getattr(row, "percent_absent_reason", None)
        if is_missing(reason):
            return text
        words = say(f"reason.{reason}", language)
        return f"{text}（{words}）" if language is Language.ZH else f"{text} ({words})"
    both = percent(row.percent, language, sign=True)
    return f"{text}（{both}）" if language is Language.ZH else f"{text} ({both})"


def write_difference(value: float, measure: Measure, language: Language) -> str:
    """+22 · −453 · +3.1 percentage points."""
    if measure.unit is Unit.SHARE:
        return say("chart.points", language, points=write_signed(round(value * 100, 1), language, digits=1))
    return write_signed(value, language)


def write_state(row: Any, measure: Measure, language: Language) -> str:
    """The value, or the reason why there is none."""
    return say(f"status.{row.status}", language) if is_missing(row.value) else write_value(row.value, measure, language)


def list_marks(row: Any, language: Language) -> list[str]:
    """Everything that must be said beside a value."""
    found = [*_describe_correction(row, language)]
    if not is_missing(row.stated_by_year):
        found.append(say("mark.stated_by", language, year=int(row.stated_by_year)))
    if row.status == STATED_IN_PROSE:
        found.append(say("mark.stated_in_prose", language))
    if row.blanks_as_zero:
        found.append(say("mark.blanks_as_zero", language))
    elif row.is_computed and not is_missing(row.value):
        found.append(say("mark.computed", language))
    if not row.is_certain:
        found.append(say("mark.uncertain", language))
    if row.is_small_base:
        found.append(say("mark.small_base", language))
    if getattr(row, "is_coverage_suspected", False):
        found.append(say("mark.suspected", language))
    if getattr(row, "disagrees", False):
        found.append(say("mark.disagrees", language, value=write_signed(row.reported_difference, language)))
    if not is_missing(row.read_from) and row.read_from != "document":
        found.append(say(f"read_from.{row.read_from}", language))
    if not is_missing(row.origin) and row.origin != "published" and row.read_from == "document":
        found.append(say(f"origin.{row.origin}", language))
    return found


def _describe_correction(row: Any, language: Language) -> Iterator[str]:
    """That a correction has part in a value, with what it would be as printed, or only in its change."""
    if getattr(row, "is_corrected", False):
        if is_missing(row.value_printed):
            yield say("mark.corrected_unprinted", language)
            return
        is_share = find_measure(row.measure).unit is Unit.SHARE
        printed = (percent if is_share else number)(row.value_printed, language)
        yield say("mark.corrected", language, printed=printed)
    elif getattr(row, "is_change_corrected", False):
        yield say("mark.change_corrected", language)


def write_hover(row: Any, organ: str, measure: Measure, language: Language) -> str:
    """The hover text of a point, as markup: organ, year, value, counts, printed text, change with its basis, marks."""
    lines = [write_state(row, measure, language)]
    if measure.is_rate and not is_missing(row.denominator):
        top = "–" if is_missing(row.numerator) else number(row.numerator, language)
        lines.append(f"{top} ÷ {number(row.denominator, language)}")
    if not is_missing(row.printed) and row.printed:
        lines.append(say("chart.printed", language, printed=row.printed))
    if not is_missing(getattr(row, "members", None)):
        lines.append(say("sum.members", language, members=int(row.members), of=int(row.of)))
    change = write_change(row, measure, language)
    if change and not is_missing(row.value):
        basis = "" if is_missing(row.basis) else f"　{say('basis.' + row.basis, language)}"
        lines.append(say("chart.change", language, change=change) + basis)
    head = f"<b>{escape_html(organ)}</b>　{int(row.year)}"
    marked = (f"<i>{escape_html(mark)}</i>" for mark in list_marks(row, language))
    return "<br>".join([head, *map(escape_html, lines), *marked])


def write_label(row: Any, names: dict[int, str], language: Language, *, has_year: bool = True) -> str:
    """Organ and year, and where the figure is not read from the document itself, what it was read from; or that only
    prose states it, or that it is corrected."""
    text = f"{names[row.organ_id]} {int(row.year)}" if has_year else names[row.organ_id]
    notes = [say(f"status.{STATED_IN_PROSE}", language)] if row.status == STATED_IN_PROSE else []
    notes += [say("status.corrected", language)] if getattr(row, "is_corrected", False) else []
    if not is_missing(row.read_from) and row.read_from in SAID_ALWAYS:
        notes.append(say(f"read_from.{row.read_from}", language))
    if not notes:
        return text
    words = say("list.clauses", language).join(notes)
    return f"{text}（{words}）" if language is Language.ZH else f"{text} ({words})"


def describe_doubts(row: Any, measure: Measure, language: Language) -> str:
    """What a title that states a value and its change must say of them: a rate or a per cent on a small base, a change
    that is rather one of coverage."""
    is_small = row.is_small_base and (measure.is_rate or not is_missing(row.percent))
    doubt_keys = ["doubt.in_prose"] if row.status == STATED_IN_PROSE else []
    doubt_keys += ["doubt.suspected"] if getattr(row, "is_coverage_suspected", False) else []
    doubt_keys += ["doubt.small_base"] if is_small else []
    return "".join(say(key, language, base=SMALL_BASE) for key in doubt_keys)


def describe_missing(changes: pd.DataFrame, language: Language) -> str:
    """How many organ-years have a value, of several measures how many figures, and why the others have none."""
    value_count, total = (number(count, language) for count in (int(changes["value"].notna().sum()), len(changes)))
    reasons = describe_reasons(changes, language)
    is_several = "measure" in changes and changes["measure"].nunique() > 1
    key = ("chart.missing" if reasons else "chart.complete") + ("_figures" if is_several else "")
    text = say(key, language, held=value_count, total=total, reasons=reasons)
    return text + describe_prose(changes, language, "chart.in_prose")


def describe_prose(rows: pd.DataFrame, language: Language, key: str) -> str:
    """How many of the values only prose states, in the sentence of a key; empty where none is."""
    count = int((rows["status"] == STATED_IN_PROSE).sum())
    return say(key, language, count=number(count, language)) if count else ""


def describe_reasons(rows: pd.DataFrame, language: Language) -> str:
    """Why rows [value, status] have no value, each reason with its count; empty where all have one."""
    counts = Counter(rows["status"].to_numpy()[rows["value"].isna().to_numpy()])
    reason_texts = [
        f"{say(f'status.{status}', language)} {number(count, language)}" for status, count in counts.most_common()
    ]
    return say("list.parts", language).join(reason_texts)


def write_subtitle(measure: Measure, language: Language, source: str, changes: pd.DataFrame) -> str:
    """Unit, source, what is missing and why, and that what is counted may differ where no rule of counting is known."""
    parts = {"unit": say(f"unit.{measure.unit}", language), "source": describe_source(source, changes, language)}
    text = say("chart.subtitle", language, missing=describe_missing(changes, language), **parts)
    return text + say("chart.coverage_note", language) if has_unknown_coverage(measure) else text


def has_unknown_coverage(measure: Measure) -> bool:
    """Whether no rule is known of what is counted, so that levels of several organs may not be ranked unsaid."""
    return "coverage_unknown" in measure.notes


def describe_source(source: str, rows: pd.DataFrame, language: Language) -> str:
    """The source of rows [origin]; simulated ones say so."""
    is_simulated = (rows["origin"] == Origin.SIMULATED).any()
    return say("chart.simulated", language, source=source) if is_simulated else source
