"""Whose report it is and for which year: what the document says of itself, weighed.

The title wins; a first paragraph or statistical period that names another year is a finding. Statements that exclude
each other leave the place unresolved, and so do a name that nothing proves and a place that several places are called.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import KW_ONLY, dataclass
from datetime import date

from analytics.documents.model import Document
from analytics.reports.identity.statements import (
    Signature,
    drop_addressees,
    find_acting_organ,
    find_organ_name,
    find_signature,
    find_title,
    list_early_texts,
    list_late_texts,
    list_stated_organs,
    list_surroundings,
    read_year,
)
from analytics.reports.identity.weighing import Named, Near, weigh_organ
from analytics.reports.labels import fold
from analytics.reports.model import Finding, Organ, Section
from analytics.vocabulary import form, naming
from analytics.vocabulary.terms import Kind, Scope, Severity

_OPENING_PARAGRAPHS = 6
_OPENING_SECTIONS = 3
_EARLY_TEXTS = 6
"""Lines at the top of a page in which the full name of the organ may stand."""
_OPENING = 600
"""Characters of the first section in which the organ may speak of itself."""
_LONGEST_SIGNATURE = 44
_LAST_MONTH_OF_PUBLICATION = 6
"""A report signed until then is one of the year before: the last day that the law gives is 31 March."""


@dataclass(frozen=True, slots=True)
class Identification:
    """What the document says of itself."""

    organ: Organ
    year: int | None
    scope: Scope
    scope_words: str
    _: KW_ONLY
    title: str
    published: str | None
    findings: tuple[Finding, ...]


def identify(document: Document, narrative: Sequence[Section], hints: Sequence[str] = ()) -> Identification:
    """Identify a report. ``hints`` (a path, a line of a source list) only help to choose between places."""
    early = list_early_texts(document)
    title = find_title((*document.titles, *early))
    lines = drop_addressees("\n".join(section.text for section in narrative[:2]))
    opening = "".join(lines)[:_OPENING]
    signature = find_signature(document)
    stated_year = title.year or _find_prose_year(opening, narrative)
    year = stated_year or _infer_signed_year(signature)
    signed = signature.name if signature else ""
    late = [text for text in list_late_texts(document) if len(text) <= _LONGEST_SIGNATURE]
    full = [find_organ_name(text) for text in late if title.name and text != title.name and text.endswith(title.name)]
    makers = [name for name in (*list_stated_organs(opening, document), *full) if name]
    near = tuple(
        fold(hint) for hint in (*hints, *list_surroundings(early, document.titles), *makers, signed, title.name) if hint
    )
    prose = (*(fold(text) for text in early[:_EARLY_TEXTS]), opening, signed, *late)
    selves = {found["kind"] for found in naming.SELF.finditer(opening)}
    named = Named(title.name, title.other, tuple(filter(None, (*makers, signed))), signed, find_acting_organ(lines))
    organ, findings = weigh_organ(named, selves, Near(year, near, prose))
    if naming.FORWARDED.search(title.text):
        organ, findings = Organ(), (Finding("organ_forwards", Severity.WARNING, {"title": title.text}),)
    scope, words = _find_scope(organ, narrative)
    published = _check_date(document.published) or _check_date(_find_published(early))
    findings = (*_check_year(year, opening, narrative, signature if stated_year is None else None), *findings)
    return Identification(
        organ=organ, year=year, scope=scope, scope_words=words, title=title.text, published=published, findings=findings
    )


# Years ----------------------------------------------------------------------------------------------------


def _find_prose_year(opening: str, narrative: Sequence[Section]) -> int | None:
    for pattern in (naming.PERIOD, naming.STATED_YEAR):
        stated = pattern.search(opening)
        if stated:
            return int(stated[1])
    announced = naming.ANNOUNCED.search(opening)
    if announced and find_organ_name(announced["organ"]):
        return read_year(announced["year"])
    first = fold(next((section.text for section in narrative if section.number == "I"), ""))
    spoken = naming.PROSE_YEAR.search(first[:80]) or naming.DISCLOSED_YEAR.search(first)
    if spoken:
        return int(spoken[1])
    begun = {
        int(found[1])
        for section in narrative[:_OPENING_SECTIONS]
        for line in section.text.split("\n")
        if (found := naming.PROSE_YEAR.match(fold(line)))
    }
    return begun.pop() if len(begun) == 1 else None


def _infer_signed_year(signature: Signature | None) -> int | None:
    """A report signed in the first months is one of the year before; one signed later may be of any year."""
    if signature is None or signature.month > _LAST_MONTH_OF_PUBLICATION:
        return None
    return signature.year - 1


def _find_published(texts: Sequence[str]) -> str | None:
    joined = " ".join(text for text in texts if len(text) < 200)
    found = naming.PUBLISHED.search(joined)
    return "{}-{:0>2}-{:0>2}".format(*found.groups()) if found else None


def _check_date(printed: str | None) -> str | None:
    """The date, if there is such a day: a page may print 2024-02-31."""
    try:
        return date.fromisoformat(printed).isoformat() if printed else None
    except ValueError:
        return None


def _find_scope(organ: Organ, narrative: Sequence[Section]) -> tuple[Scope, str]:
    prose = fold("".join(section.text for section in narrative))
    stated = naming.STATED_SCOPE.search(prose)
    if stated:
        return Scope(naming.STATED_SCOPES[stated["scope"]]), stated[0]
    if organ.kind is Kind.DEPARTMENT:
        return Scope.ONE_ORGAN, organ.body or ""
    own_office = naming.OWN_OFFICE.search(prose)
    if organ.kind is Kind.OFFICE:
        return (Scope.OWN_OFFICE, own_office[0]) if own_office else (Scope.ONE_ORGAN, organ.body or "")
    whole = naming.WHOLE_AREA.search(prose)
    if whole:
        return Scope.WHOLE_AREA, whole[0]
    return (Scope.OWN_OFFICE, own_office[0]) if own_office else (Scope.UNKNOWN, "")


# Findings -------------------------------------------------------------------------------------------------


def _check_year(
    year: int | None, opening: str, narrative: Sequence[Section], signature: Signature | None
) -> Iterator[Finding]:
    if year is None:
        yield Finding("year_unknown", Severity.WARNING)
        return
    if signature is not None:
        yield Finding("year_by_signature", Severity.WARNING, {"year": year, "signed": signature.year})
    if year < form.FIRST_YEAR:
        yield Finding("report_before_form", Severity.NOTE, {"year": year})
    paragraphs = "\n".join(section.text for section in narrative[:2]).split("\n")
    first = naming.REPORTED_YEAR.search("\n".join(map(fold, paragraphs[:_OPENING_PARAGRAPHS])))
    opened = {int(found[1]) for found in naming.STATED_YEAR.finditer(opening)} | ({int(first[1])} if first else set())
    periods = {int(found[1]) for found in naming.PERIOD.finditer(opening)}
    for where, stated_years in (("opening", opened), ("period", periods)):
        others = stated_years - {year}
        for stated in sorted(others):
            yield Finding("year_disagrees", Severity.WARNING, {"year": year, "stated": stated, "where": where})
