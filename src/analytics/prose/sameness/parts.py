"""A text beside another → its parts: the form's own words, what both say, what it alone says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple
from unicodedata import category

import numpy as np
from numpy.typing import NDArray

from analytics.prose.sameness.shingles import WINDOW, find_form, hash_windows, read_han
from analytics.prose.sameness.spans import find_common_spans


class PartKind(StrEnum):
    """Whose words a part is."""

    FORM = "form"
    """Of the form, the law or the season: it makes no two reports alike."""
    REPEATED = "repeated"
    """In the other text as well."""
    OWN = "own"
    """In this text alone."""


_SENTENCE = re.compile(r"[^。；;！!？?\n]+")
"""What stands between two stops, or on a line of its own."""
_CODES = (PartKind.OWN, PartKind.REPEATED, PartKind.FORM)


class Part(NamedTuple):
    """A stretch from ``start`` up to ``end`` of a text; ``characters`` counts its Chinese ones."""

    start: int
    end: int
    kind: PartKind
    characters: int


def part_text(text: str, other: str) -> list[Part]:
    """The parts of a text, in order and without gaps; both say what agrees over ``spans.SHORTEST`` characters, and
    whole sentences however short. Signs and figures go with what stands before
    them, opening brackets and quotation marks with what stands behind."""
    characters, at = read_han(text)
    if not len(characters):
        return [Part(0, len(text), PartKind.OWN, 0)] if text else []
    codes = np.zeros(len(characters), dtype=np.int8)
    for span in find_common_spans(text, other):
        first, last = np.searchsorted(at, (span.start, span.end))
        codes[first:last] = _CODES.index(PartKind.REPEATED)
    others, other_at = read_han(other)
    known = {others[first:last].tobytes() for first, last in _list_sentences(other, other_at)}
    for first, last in _list_sentences(text, at):
        if characters[first:last].tobytes() in known:
            codes[first:last] = _CODES.index(PartKind.REPEATED)
    for place in np.flatnonzero(find_form(hash_windows(characters))):
        codes[place : place + WINDOW] = _CODES.index(PartKind.FORM)
    firsts = np.flatnonzero(np.r_[True, codes[1:] != codes[:-1]])
    starts = [0, *(int(at[first]) for first in firsts[1:])]
    starts = [_step_back(text, start) for start in starts]
    ends = [*starts[1:], len(text)]
    counts = np.diff(np.r_[firsts, len(codes)])
    return [
        Part(start, end, _CODES[codes[first]], int(count))
        for start, end, first, count in zip(starts, ends, firsts, counts, strict=True)
    ]


def _list_sentences(text: str, at: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    """The first Chinese character of each sentence that has any, and the one behind its last, by their numbers."""
    for match in _SENTENCE.finditer(text):
        first, last = np.searchsorted(at, match.span())
        if first < last:
            yield int(first), int(last)


def _step_back(text: str, start: int) -> int:
    while start and category(text[start - 1]) in ("Ps", "Pi"):
        start -= 1
    return start
