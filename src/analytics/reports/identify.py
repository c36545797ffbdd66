"""Whose report it is and for which year: title, first paragraph and period, in this order.

The title wins; a first paragraph or statistical period that names another year is a finding. An organ that
nothing names, or a place that several places are called, stays unresolved.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from analytics.documents.model import Document, Grid
from analytics.reports.labels import fold
from analytics.reports.model import Finding, Organ, Section
from analytics.vocabulary import phrases
from analytics.vocabulary.place_names import match_organ
from analytics.vocabulary.places import Place, parents
from analytics.vocabulary.terms import Kind, Level, Scope, Severity

_EARLY_BLOCKS = 40
"""Titles, publication lines and metadata tables stand before the report's own tables."""
_OPENING_PARAGRAPHS = 6
_EARLY_TEXTS = 6
"""Lines at the top of a page in which the full name of the organ may stand."""
_LONGEST_TITLE = 90
_OPENING = 600
"""Characters of the first section in which the organ may speak of itself."""


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
    early = _early_texts(document)
    title, title_year, name = _title((*document.titles, *early))
    opening = fold("".join(section.text for section in narrative[:2]))[:_OPENING]
    year = title_year or _prose_year(opening, narrative)
    name = name or _stated_organ(opening) or _issuer(document)
    near = (*hints, title)
    prose = (*early[:_EARLY_TEXTS], opening)
    organ = organ_named(name, year=year, hints=near, prose=prose) if name else Organ()
    scope, words = _scope(organ, narrative)
    found = match_organ(fold(name), year, near, prose)
    findings = (*_year_findings(year, opening, narrative), *_organ_findings(organ, name, found.candidates))
    published = _dated(document.published) or _dated(_published(early))
    return Identification(organ, year, scope, words, title, published, findings)


def organ_named(name: str, *, year: int | None, hints: Sequence[str] = (), prose: Sequence[str] = ()) -> Organ:
    """The organ of a printed name: place, standard body, level and kind. The place may stay unresolved."""
    folded = fold(name)
    found = match_organ(folded, year, tuple(hints), tuple(prose))
    rest = phrases.TITLE_FILLERS.sub("", found.rest)
    body = phrases.STANDARD_BODIES.get(rest, rest) or phrases.GOVERNMENT
    level = found.place.level if found.place else _agreed(one.level for one in found.candidates)
    if found.place is None and found.matched and not found.candidates:
        level = Level.TOWNSHIP  # a township or zone whose county is not named
    above = parents(found.place.code, year)[0].name if found.place and level is Level.TOWNSHIP else ""
    return Organ(
        ("" if above in found.matched else above) + found.matched + body,
        body,
        found.place.code if found.place else None,
        level,
        kind_of(body),
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


# Title ----------------------------------------------------------------------------------------------------


def _early_texts(document: Document) -> tuple[str, ...]:
    texts: list[str] = []
    for block in document.blocks[:_EARLY_BLOCKS]:
        if isinstance(block, Grid):
            texts.extend(cell.text for row in block.rows[:8] for cell in row)
        elif block.text:
            texts.append(block.text)
    return tuple(texts)


def _title(texts: Sequence[str]) -> tuple[str, int | None, str]:
    """(title, year, organ's name): the first title that names both, else the best there is."""
    best: tuple[str, int | None, str] = ("", None, "")
    for text in texts:
        if len(text) > _LONGEST_TITLE:
            continue
        found = phrases.TITLE.search(fold(text))
        if not found:
            continue
        stated = found["year"] or found["late"]
        year = int(stated.translate(phrases.CHINESE_DIGITS)) if stated else None
        name = _organ_in_title(found)
        if year and name:
            return text, year, name
        if not best[0] or (name and not best[2]) or (year and not best[1]):
            best = (text, year or best[1], name or best[2])
    return best


def _organ_in_title(found: re.Match[str]) -> str:
    for group in ("before", "between"):
        name = phrases.TITLE_FILLERS.sub("", found[group].strip("()（）"))
        if len(name) > 1:
            return name
    return ""


# Prose ----------------------------------------------------------------------------------------------------


def _prose_year(opening: str, narrative: Sequence[Section]) -> int | None:
    period = phrases.PERIOD.search(opening)
    if period:
        return int(period[1])
    stated = phrases.STATED_YEAR.search(opening)
    if stated:
        return int(stated[1])
    first = fold(next((section.text for section in narrative if section.number == "I"), ""))
    spoken = phrases.PROSE_YEAR.search(first[:80]) or phrases.DISCLOSED_YEAR.search(first)
    return int(spoken[1]) if spoken else None


def _stated_organ(opening: str) -> str:
    for pattern in (phrases.ISSUER, phrases.ANNOUNCED):
        found = pattern.search(opening)
        if found and match_organ(found["organ"]).matched:
            return found["organ"]
    for found in phrases.PROSE_ORGAN.finditer(opening[:120]):
        name = re.sub(r"^.*?年度?", "", found[0])
        match = match_organ(name)
        if match.matched and match.rest:
            return name
    return ""


def _issuer(document: Document) -> str:
    """The organ that a metadata table names as issuer."""
    for block in document.blocks[:_EARLY_BLOCKS]:
        for row in block.rows if isinstance(block, Grid) else ():
            for label, cell in pairwise(row):
                if fold(label.text).strip(":：") in phrases.ISSUER_LABELS and cell.text:
                    return cell.text
    return ""


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


def _year_findings(year: int | None, opening: str, narrative: Sequence[Section]) -> Iterable[Finding]:
    if year is None:
        yield Finding("year_unknown", Severity.WARNING)
        return
    paragraphs = "\n".join(section.text for section in narrative[:2]).split("\n")
    first = phrases.REPORTED_YEAR.search("\n".join(map(fold, paragraphs[:_OPENING_PARAGRAPHS])))
    opened = {int(found[1]) for found in phrases.STATED_YEAR.finditer(opening)} | ({int(first[1])} if first else set())
    periods = {int(found[1]) for found in phrases.PERIOD.finditer(opening)}
    for where, stated_years in (("opening", opened), ("period", periods)):
        others = stated_years - {year}
        for stated in sorted(others):
            yield Finding("year_disagrees", Severity.WARNING, {"year": year, "stated": stated, "where": where})


def _organ_findings(organ: Organ, name: str, candidates: Sequence[Place]) -> Iterable[Finding]:
    if not name:
        yield Finding("organ_unknown", Severity.WARNING)
    elif organ.place_code is None:
        rule = "place_ambiguous" if candidates else "place_unknown"
        operands = {"name": name, "candidates": [one.code for one in candidates]}
        yield Finding(rule, Severity.WARNING, operands)
