"""Whether a report has the parts that it has to have: sections, texts, the five parts of section one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from analytics.reports.labels import fold
from analytics.reports.model import Finding, Section
from analytics.vocabulary import form, stated
from analytics.vocabulary.rules import find_rule

_NUMBERS = tuple(number for number, _ in form.HEADINGS)
_WITH_TEXT = ("I", "V", "VI")
_FEWEST_HEADINGS = 3
_LONG_TEXT = 200
"""Characters: prose shorter than this may be an excerpt, or beside tables that somebody copied alone."""
_QUOTED = 12


def check_parts(narrative: Sequence[Section], *, is_torn: bool, year: int | None) -> Iterator[Finding]:
    """Findings on parts that a report of a year has to have; of none where the year is unknown. Nothing is said of
    documents that hold the tables alone or a piece of a report."""
    for finding in _check_all(narrative, is_torn=is_torn):
        if year is not None and find_rule(finding.rule).first_year <= year:
            yield finding


def _check_all(narrative: Sequence[Section], *, is_torn: bool) -> Iterator[Finding]:
    sections = [section for section in narrative if section.number]
    by_number = {section.number: section for section in sections}
    texts = {number: "".join(part.text for part in sections if part.number == number) for number in by_number}
    yield from _check_numbers(sections)
    if not is_torn:
        yield from _check_overview(texts.get("I", ""))
    prose = sum(len(texts.get(number, "")) for number in _WITH_TEXT)
    if prose < _LONG_TEXT or len(by_number) < _FEWEST_HEADINGS:
        return
    yield from _check_sections(texts, is_torn=is_torn)


def _check_sections(texts: Mapping[str, str], *, is_torn: bool) -> Iterator[Finding]:
    last = max(_NUMBERS.index(number) for number in texts)
    missing = [number for number in _NUMBERS[:last] if number not in texts]
    if missing:
        yield _make_finding("section_missing", sections=list(map(_write_numeral, missing)))
    # A heading at the end of what is there is the last one because the document goes no further.
    empty = [number for number in _WITH_TEXT if texts.get(number) == "" and not (is_torn and _NUMBERS[last] == number)]
    if empty:
        yield _make_finding("section_empty", sections=list(map(_write_numeral, empty)))
    if last < len(_NUMBERS) - 2 and not is_torn:
        words = texts[_NUMBERS[last]] or next((text for text in reversed(list(texts.values())) if text), "")
        quote = fold(words)[-_QUOTED:]
        yield _make_finding("report_ends_early", section=_write_numeral(_NUMBERS[last]), quote=quote)


def _check_numbers(sections: Sequence[Section]) -> Iterator[Finding]:
    for section in sections:
        printed = stated.HEADING_NUMERAL.match(fold(section.heading))
        if printed and printed[1] != _write_numeral(section.number):
            yield _make_finding("section_renumbered", heading=section.heading, section=_write_numeral(section.number))


def _check_overview(text: str) -> Iterator[Finding]:
    folded = "".join(map(fold, text.split("\n")))
    if len(folded) < _LONG_TEXT:
        return
    for rule, parts in (
        ("overview_part_missing", stated.PARTS_OF_OVERVIEW),
        ("supervision_unstated", stated.SUPERVISION),
    ):
        missing = _find_missing(folded, parts)
        if missing:
            yield _make_finding(rule, parts=missing)


def _find_missing(text: str, parts: Mapping[str, re.Pattern[str]]) -> list[str]:
    return [name for name, words in parts.items() if not words.search(text)]


def _write_numeral(number: str) -> str:
    return stated.NUMERALS[_NUMBERS.index(number)]


def _make_finding(key: str, **operands: object) -> Finding:
    rule = find_rule(key)
    return Finding(key, rule.severity, {**operands, "fault": str(rule.fault)}, fault=rule.fault)
