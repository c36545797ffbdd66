"""A stretch of a report's prose → its words, and the paragraphs and cells of the document that print it.

The prose that was read knows no place in the document, so its words are looked for there: where they stand several
times, as often from the beginning as they stand in the prose. White space counts for nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from analytics.charts.parts.points import Quote
from analytics.documents.facsimile.model import Facsimile, Located

_LAST = -1
"""Order of a paragraph among cells: it has no row and no column."""


class SectionText(NamedTuple):
    """A section of a report's prose."""

    position: int
    heading: str
    text: str


def read_quote(sections: Sequence[SectionText], quote: Quote) -> str:
    """The words of a stretch as printed; empty where the report has no such section."""
    return next(
        (section.text[quote.start : quote.end] for section in sections if section.position == quote.position), ""
    )


def name_section(sections: Sequence[SectionText], quote: Quote) -> str:
    """The heading of the section that a stretch is in."""
    return next((section.heading for section in sections if section.position == quote.position), "")


def find_quoted(facsimile: Facsimile, sections: Sequence[SectionText], quote: Quote) -> list[Located]:
    """The paragraphs and cells of the document that print a stretch, in order; none where its words are not there."""
    words = _squeeze(read_quote(sections, quote))
    if not words:
        return []
    places = sorted(
        facsimile.located.items(), key=lambda item: tuple(_LAST if part is None else part for part in item[0])
    )
    pieces = [(located, _squeeze(located.text)) for _, located in places]
    printed = "".join(text for _, text in pieces)
    start = _find_nth(printed, words, _count_before(sections, quote, words))
    found, at = [], 0
    for located, text in pieces:
        if text and start is not None and at < start + len(words) and start < at + len(text):
            found.append(located)
        at += len(text)
    return found


def _count_before(sections: Sequence[SectionText], quote: Quote, words: str) -> int:
    """How often the words stand in the prose before this stretch."""
    before = [section.text for section in sections if section.position < quote.position]
    own = next(section.text for section in sections if section.position == quote.position)
    return _squeeze("".join([*before, own[: quote.start]])).count(words)


def _find_nth(text: str, words: str, number: int) -> int | None:
    """Where words stand for the time of this number, from 0; for the last time where they stand less often."""
    found = None
    at = text.find(words)
    while at >= 0:
        found = at
        if not number:
            break
        number -= 1
        at = text.find(words, at + len(words))
    return found


def _squeeze(text: str) -> str:
    return "".join(text.split())
