"""Folded prose → each of its numbers with the words around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from analytics.prose.figures.tokens import Token, find_tokens
from analytics.vocabulary.prose.quantities import FigureKind

_BREAKS = ",;:。!?\n"
_CLOSE_BREAKS = frozenset(_BREAKS + "、()")
_FAR = 70
"""How many characters before a number still speak of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """``near`` and ``behind`` are the words within the number's own part of the sentence; ``before`` those since the
    number before it in the sentence, ``clause_before`` those since the last comma, ``sentence`` since its beginning,
    ``paragraph`` the whole paragraph so far. ``years`` are the years named in it so far, each with the words before
    and behind."""

    token: Token
    near: str
    behind: str
    clause_before: str
    before: str
    sentence: str
    paragraph: str
    sentence_start: int
    clause: tuple[int, int]
    years: tuple[tuple[int, str, str, bool], ...]


def list_contexts(text: str) -> Iterator[Context]:
    """Every number with its context, in order."""
    tokens = find_tokens(text)
    sentence, paragraph = 0, 0
    last_end = 0
    years: list[tuple[int, str, str, bool]] = []
    for token, following in zip_longest(tokens, tokens[1:]):
        stop = _find_last(text, "。!?\n", token.start)
        if stop > sentence:
            sentence = stop
        line = text.rfind("\n", 0, token.start) + 1
        if line > paragraph:
            paragraph = line
            years = []
        if token.kind is FigureKind.DATE and token.value is not None:
            years.append(_describe_year(text, token, sentence))
        clause = _find_clause(text, token)
        since = max(last_end, sentence)
        until = _find_next(text, token.end, following.start if following else len(text))
        near_from = max(since, _find_last_of(text, token.start, since))
        yield Context(
            token=token,
            near=text[near_from : token.start],
            behind=text[token.end : until],
            clause_before=text[max(clause[0], since) : token.start],
            before=text[max(since, token.start - _FAR) : token.start],
            sentence=text[sentence : token.start],
            paragraph=text[paragraph : token.start],
            sentence_start=sentence,
            clause=clause,
            years=tuple(years),
        )
        if token.kind is FigureKind.QUANTITY:
            last_end = token.end


def _describe_year(text: str, token: Token, sentence: int) -> tuple[int, str, str, bool]:
    before = text[max(0, token.start - 6) : token.start]
    is_first = token.start == sentence or text[token.start - 1] in _CLOSE_BREAKS
    return int(token.value or 0), before, text[token.end : token.end + 12], is_first


def _find_clause(text: str, token: Token) -> tuple[int, int]:
    start = max(text.rfind(sign, 0, token.start) for sign in _BREAKS) + 1
    ends = [at for sign in _BREAKS if (at := text.find(sign, token.end)) >= 0]
    return start, max(min(ends, default=len(text)), token.end)


def _find_last(text: str, signs: str, before: int) -> int:
    return max(text.rfind(sign, 0, before) for sign in signs) + 1


def _find_last_of(text: str, before: int, since: int) -> int:
    for at in range(before - 1, since - 1, -1):
        if text[at] in _CLOSE_BREAKS:
            return at + 1
    return since


def _find_next(text: str, since: int, until: int) -> int:
    for at in range(since, until):
        if text[at] in _CLOSE_BREAKS:
            return at
    return until
