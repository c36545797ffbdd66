"""A section's text as printed and words → the hits in it, each with the words around."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analytics.prose.folding import fold
from analytics.prose.search.index import can_be_searched


class Hit(NamedTuple):
    """A word found at ``start``–``end`` of a printed text."""

    start: int
    end: int


class Excerpt(NamedTuple):
    """``text`` is a stretch of the printed text from ``start`` on; ``hits`` are counted from its beginning. It is cut
    at its beginning or end where the flags say so."""

    start: int
    text: str
    hits: tuple[Hit, ...]
    is_cut_before: bool
    is_cut_behind: bool


def find_in_text(text: str, words: Sequence[str]) -> list[Hit]:
    """Every hit of folded words in a printed text, in order; those of one word may lie over each other."""
    folded = fold(text)
    hits = []
    for word in filter(can_be_searched, words):
        at = folded.text.find(word)
        while at >= 0:
            hits.append(Hit(*folded.find_span(at, at + len(word))))
            at = folded.text.find(word, at + 1)
    return sorted(hits)


def cut_excerpts(text: str, hits: Sequence[Hit], around: int = 40) -> Iterator[Excerpt]:
    """The hits with so many characters before and behind; those near each other stand in one excerpt."""
    group: list[Hit] = []
    for hit in hits:
        if group and hit.start - max(other.end for other in group) > 2 * around:
            yield _cut(text, group, around)
            group = []
        group.append(hit)
    if group:
        yield _cut(text, group, around)


def _cut(text: str, group: Sequence[Hit], around: int) -> Excerpt:
    start = max(0, group[0].start - around)
    end = min(len(text), max(hit.end for hit in group) + around)
    hits = tuple(Hit(hit.start - start, hit.end - start) for hit in group)
    return Excerpt(start, text[start:end], hits, start > 0, end < len(text))
