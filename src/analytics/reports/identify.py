"""Whose report it is and for which year: what the document says of itself, weighed.

The title wins; a first paragraph or statistical period that names another year is a finding. Statements that exclude
each other leave the place unresolved, and so do a name that nothing proves and a place that several places are called.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from analytics.documents.model import Document
from analytics.reports.labels import fold
from analytics.reports.model import Finding, Organ, Section
from analytics.reports.statements import (
    Signature,
    acting_organ,
    early_texts,
    organ_name,
    signature_of,
    stated_organs,
    surroundings,
    title_of,
    year_of,
)
from analytics.vocabulary import phrases
from analytics.vocabulary.local_units import body_of
from analytics.vocabulary.place_chains import Match, is_related
from analytics.vocabulary.place_names import match_organ
from analytics.vocabulary.places import parents, short_name
from analytics.vocabulary.terms import Kind, Level, Scope, Severity

_OPENING_PARAGRAPHS = 6
_OPENING_SECTIONS = 3
_EARLY_TEXTS = 6
"""Lines at the top of a page in which the full name of the organ may stand."""
_OPENING = 600
"""Characters of the first section in which the organ may speak of itself."""
_LAST_MONTH_OF_PUBLICATION = 6
"""A report signed until then is one of the year before: the last day that the law gives is 31 March."""


@dataclass(frozen=True, slots=True)
class Identification:
    """What the document says of itself."""

    organ: Organ
    year: int | None
    scope: Scope
    scope_words: str
    title: str
    published: str | None
    findings: tuple[Finding, ...]


def identify(document: Document, narrative: Sequence[Section], hints: Sequence[str] = ()) -> Identification:
    """Identify a report. ``hints`` (a path, a line of a source list) only help to choose between places."""
    early = early_texts(document)
    title = title_of((*document.titles, *early))
    opening = fold("".join(section.text for section in narrative[:2]))[:_OPENING]
    signature = signature_of(document)
    stated_year = title.year or _prose_year(opening, narrative)
    year = stated_year or _signed_year(signature)
    signed = signature.name if signature else ""
    makers = [name for name in stated_organs(opening, document) if name]
    near = tuple(
        fold(hint) for hint in (*hints, *surroundings(early, document.titles), *makers, signed, title.name) if hint
    )
    prose = tuple(fold(text) for text in (*early[:_EARLY_TEXTS], opening, signed))
    selves = {found["kind"] for found in phrases.SELF.finditer(opening)}
    named = _Named(title.name, tuple(filter(None, (*makers, signed))), acting_organ(opening))
    organ, findings = _weighed(named, selves, _Near(year, near, prose))
    scope, words = _scope(organ, narrative)
    published = _dated(document.published) or _dated(_published(early))
    findings = (*_year_findings(year, opening, narrative, signature if stated_year is None else None), *findings)
    return Identification(organ, year, scope, words, title.text, published, findings)


# Weighing -------------------------------------------------------------------------------------------------


class _Named(NamedTuple):
    """Names of organs by where they stand: the title, the makers that the document states, the first sentence."""

    title: str
    makers: tuple[str, ...]
    acting: str


class _Near(NamedTuple):
    """The year and the texts in which parents are named: see ``match_organ``."""

    year: int | None
    hints: tuple[str, ...]
    prose: tuple[str, ...]

    def match(self, name: str) -> Match:
        return match_organ(name, self.year, self.hints, self.prose)


def _weighed(named: _Named, selves: set[str], near: _Near) -> tuple[Organ, tuple[Finding, ...]]:
    """The organ, with the finding that says why its place is unresolved."""
    name = named.title or next(iter(named.makers), "") or named.acting
    if not name:
        return Organ(), (Finding("organ_unknown", Severity.WARNING),)
    found = near.match(name)
    if not found.matched:
        name = next((full for full in (*named.makers, named.acting) if _completes(full, name)), name)
        found = near.match(name)
    organ = _organ(name, found, near.year)
    if organ.place_code is None:
        return organ, (_unresolved(name, found),)
    kind = _other_self(organ, found, selves)
    if kind:
        operands = {"name": organ.name, "self": f"我{kind}"}
        return replace(organ, place_code=None), (Finding("organ_speaks_as_another", Severity.WARNING, operands),)
    for other in named.makers:
        if _excludes(near.match(other), found):
            operands = {"name": name, "other": other}
            return replace(organ, place_code=None), (Finding("organ_contradicted", Severity.WARNING, operands),)
    return organ, ()


def _completes(full: str, name: str) -> bool:
    """Whether a full name is that of a body printed without its place: 文成县水利局 of 水利局."""
    return full != name and full.endswith(name.lstrip("省市县区旗州")) and bool(match_organ(full).matched)


def _other_self(organ: Organ, found: Match, selves: set[str]) -> str:
    """How the text speaks of itself where no government of a county or city would: 我镇, 我局."""
    if found.unit is not None or organ.kind is not Kind.GOVERNMENT or selves & phrases.AREA_SELVES:
        return ""
    return next(iter(sorted(selves - phrases.AREA_SELVES)), "")


def _excludes(other: Match, found: Match) -> bool:
    """Whether two names are of places of which neither lies in the other, of two units, or of a unit and its county."""
    if other.place is None or found.place is None or other.place.code == found.place.code:
        return False
    if other.unit:
        return found.unit is None or other.unit.name != found.unit.name
    return not is_related(other.place, found.place)


def _unresolved(name: str, found: Match) -> Finding:
    operands = {"name": name, "candidates": [one.code for one in found.candidates]}
    if found.is_contradicted:
        return Finding("place_contradicted", Severity.WARNING, operands)
    if len(found.candidates) > 1:
        return Finding("place_ambiguous", Severity.WARNING, operands)
    if found.unit:
        return Finding("place_above_unnamed", Severity.WARNING, operands)
    return Finding("place_named_short" if found.is_bare else "place_unknown", Severity.WARNING, operands)


def organ_named(name: str, *, year: int | None, hints: Sequence[str] = (), prose: Sequence[str] = ()) -> Organ:
    """The organ of a printed name: place, standard body, level and kind. The place may stay unresolved."""
    folded = fold(name)
    return _organ(folded, match_organ(folded, year, tuple(hints), tuple(prose)), year)


def _organ(name: str, found: Match, year: int | None) -> Organ:
    code = found.place.code if found.place else None
    rest = phrases.TITLE_FILLERS.sub("", found.rest)
    rest = phrases.STANDARD_BODIES.get(rest, rest)
    if found.unit:
        body = body_of(found.unit, rest)
        return Organ(_unit_name(found, year) + body, body, code, Level.TOWNSHIP, kind_of(body))
    body = rest or phrases.GOVERNMENT
    level = found.place.level if found.place else _agreed(one.level for one in found.candidates)
    return Organ(found.matched + body, body, code, level, kind_of(body))


def _unit_name(found: Match, year: int | None) -> str:
    """The unit below its county, as printed where the county is printed with it."""
    if found.place is None:
        return found.matched
    above = parents(found.place.code, year)[0].name
    return (
        found.matched
        if found.matched.startswith(short_name(above)) or above in found.matched
        else above + found.place.name
    )


def kind_of(body: str) -> Kind:
    """Government, office or department, by the standard name of the body."""
    if body in phrases.GOVERNMENT_BODIES:
        return Kind.GOVERNMENT
    if body.endswith(phrases.OFFICE_SUFFIXES) and phrases.GOVERNMENT in body:
        return Kind.OFFICE
    return Kind.DEPARTMENT


def _agreed(levels: Iterable[Level]) -> Level | None:
    distinct = set(levels)
    return distinct.pop() if len(distinct) == 1 else None


# Years ----------------------------------------------------------------------------------------------------


def _prose_year(opening: str, narrative: Sequence[Section]) -> int | None:
    for pattern in (phrases.PERIOD, phrases.STATED_YEAR):
        stated = pattern.search(opening)
        if stated:
            return int(stated[1])
    announced = phrases.ANNOUNCED.search(opening)
    if announced and organ_name(announced["organ"]):
        return year_of(announced["year"])
    first = fold(next((section.text for section in narrative if section.number == "I"), ""))
    spoken = phrases.PROSE_YEAR.search(first[:80]) or phrases.DISCLOSED_YEAR.search(first)
    if spoken:
        return int(spoken[1])
    begun = {
        int(found[1])
        for section in narrative[:_OPENING_SECTIONS]
        for line in section.text.split("\n")
        if (found := phrases.PROSE_YEAR.match(fold(line)))
    }
    return begun.pop() if len(begun) == 1 else None


def _signed_year(signature: Signature | None) -> int | None:
    """A report signed in the first months is one of the year before; one signed later may be of any year."""
    if signature is None or signature.month > _LAST_MONTH_OF_PUBLICATION:
        return None
    return signature.year - 1


def _published(texts: Sequence[str]) -> str | None:
    joined = " ".join(text for text in texts if len(text) < 200)
    found = phrases.PUBLISHED.search(joined)
    return "{}-{:0>2}-{:0>2}".format(*found.groups()) if found else None


def _dated(said: str | None) -> str | None:
    """The date, if there is such a day: a page may print 2024-02-31."""
    try:
        return date.fromisoformat(said).isoformat() if said else None
    except ValueError:
        return None


def _scope(organ: Organ, narrative: Sequence[Section]) -> tuple[Scope, str]:
    prose = fold("".join(section.text for section in narrative))
    stated = phrases.STATED_SCOPE.search(prose)
    if stated:
        return Scope(phrases.STATED_SCOPES[stated["scope"]]), stated[0]
    if organ.kind is Kind.DEPARTMENT:
        return Scope.ONE_ORGAN, organ.body or ""
    own = phrases.OWN_OFFICE.search(prose)
    if organ.kind is Kind.OFFICE:
        return (Scope.OWN_OFFICE, own[0]) if own else (Scope.ONE_ORGAN, organ.body or "")
    whole = phrases.WHOLE_AREA.search(prose)
    if whole:
        return Scope.WHOLE_AREA, whole[0]
    return (Scope.OWN_OFFICE, own[0]) if own else (Scope.UNKNOWN, "")


# Findings -------------------------------------------------------------------------------------------------


def _year_findings(
    year: int | None, opening: str, narrative: Sequence[Section], signature: Signature | None
) -> Iterator[Finding]:
    if year is None:
        yield Finding("year_unknown", Severity.WARNING)
        return
    if signature is not None:
        yield Finding("year_by_signature", Severity.WARNING, {"year": year, "signed": signature.year})
    if year < phrases.BEFORE_FORM:
        yield Finding("report_before_form", Severity.NOTE, {"year": year})
    paragraphs = "\n".join(section.text for section in narrative[:2]).split("\n")
    first = phrases.REPORTED_YEAR.search("\n".join(map(fold, paragraphs[:_OPENING_PARAGRAPHS])))
    opened = {int(found[1]) for found in phrases.STATED_YEAR.finditer(opening)} | ({int(first[1])} if first else set())
    periods = {int(found[1]) for found in phrases.PERIOD.finditer(opening)}
    for where, stated_years in (("opening", opened), ("period", periods)):
        others = stated_years - {year}
        for stated in sorted(others):
            yield Finding("year_disagrees", Severity.WARNING, {"year": year, "stated": stated, "where": where})
