"""A number with its context → what it counts, or nothing: a subject is never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from analytics.prose.figures.contexts import Context
from analytics.vocabulary.prose.subjects import (
    CASE,
    CHANNELS,
    COUNTED,
    DOCUMENT_CHANGES,
    DOCUMENTS,
    INFORMATION,
    IS_OF,
    LISTED_UNITS,
    OTHER_DEEDS,
    OUTCOMES,
    PARTS_FOLLOW,
    PARTS_OF_REQUESTS,
    PUBLISHING,
    RATES,
    RECEIVED,
    SOCIAL,
    SUBJECTS,
    TOPICS,
    VAGUE_UNITS,
    Subject,
)

_REQUESTS, _ITEMS, _ON = "requests_", "items_", "items_on_"
_PUBLISHED, _CATEGORY, _ANSWERED = "items_published", "items_of_category", "requests_answered"
_LISTED = (_ITEMS, "documents", "interpretations")
_WHOLES = frozenset({"requests_received", "requests_carried_over", "requests_answered", "requests_handled"})
_CHANNELS = {key: re.compile(words) for key, words in CHANNELS.items()}
_TOPICS = re.compile("|".join(f"(?P<{key}>{words})" for key, words in TOPICS.items()))
_PARTS_FOLLOW = re.compile(PARTS_FOLLOW)
_PARTS_OF_REQUESTS = re.compile(PARTS_OF_REQUESTS)
_OUTCOMES = re.compile(OUTCOMES)
_PUBLISHING = re.compile(PUBLISHING)
_DOCUMENT_CHANGES = re.compile(DOCUMENT_CHANGES)
_OTHER_DEEDS = re.compile(OTHER_DEEDS)
_CLAUSES = re.compile(r"[,;:。!?\n]")
_OF_PEOPLE = frozenset({"letters", "letters_answered", "proposals", "hotline_calls"})
_IS_OF = re.compile(IS_OF)
_RECEIVED = re.compile(RECEIVED)
_LONGEST_NOUN = 12
_LONGEST_PART = 18


@dataclass(slots=True, kw_only=True)
class Reading:
    """What the numbers before in the same sentence count, the nearest last, and what a list that is under way counts
    parts of (``whole``, the number ``whole_at`` of the sentence)."""

    sentence_start: int = -1
    subjects: list[str | None] = field(default_factory=list)
    units: list[str] = field(default_factory=list)
    whole: str | None = None
    whole_at: int | None = None
    part_start: int = 0

    def read(self, context: Context, *, is_change: bool) -> str | None:
        """The key of the subject of the next quantity; a change without words of its own has the subject before it."""
        self._follow(context)
        subject = self._find(context, is_change)
        self.subjects.append(subject)
        self.units.append(context.token.unit)
        return subject

    def _follow(self, context: Context) -> None:
        goes_on = _PARTS_FOLLOW.search(context.before)
        last = self._find_whole(context.token.unit)
        if context.sentence_start != self.sentence_start:
            is_list = goes_on is not None and goes_on.start() == 0
            self.whole = (self.whole or last) if is_list else None
            self.whole_at = None
            self.sentence_start = context.sentence_start
            self.subjects, self.units, self.part_start = [], [], 0
        elif goes_on is not None and self.subjects:
            self.whole = "requests_received" if last == "requests_carried_over" and self._is_after_received() else last
            self.whole_at = self.subjects.index(last) if last else None
        if ";" in context.before:
            self.part_start = len(self.subjects)

    def _find_whole(self, unit: str) -> str | None:
        """What the nearest number before counts: in the same unit, if there is one."""
        known = [(subject, other == unit) for subject, other in zip(self.subjects, self.units, strict=True) if subject]
        return next((subject for subject, is_alike in reversed(known) if is_alike), known[-1][0] if known else None)

    def _is_after_received(self) -> bool:
        return "requests_received" in self.subjects[self.part_start :]

    def _find(self, context: Context, is_change: bool) -> str | None:
        if not is_change and self._is_part_of_requests(context):
            return self.whole or self._find_whole(context.token.unit)
        unit = CASE if is_change and context.token.unit in RATES else context.token.unit
        for key in _list_fitting(context, unit):
            subject = self._settle(key, context)
            if subject is not None:
                return subject
        if _DOCUMENT_CHANGES.search(context.near + "#"):
            return self._find_changed(context)
        before = self.subjects[-1] if self.subjects else None
        if is_change or (before is not None and not context.before):
            return before
        return self._find_as_part(context)

    def _is_part_of_requests(self, context: Context) -> bool:
        """Whether the number is of requests that came in one way or from one kind of applicant."""
        whole = self.whole or self._find_whole(context.token.unit)
        if whole not in _WHOLES or context.token.unit not in _get_units(whole):
            return False
        words = context.near + "#" + context.behind
        if _OUTCOMES.search(words) or not _PARTS_OF_REQUESTS.search(words):
            return False
        return self.whole is not None or _IS_OF.match(context.behind) is not None

    def _find_changed(self, context: Context) -> str | None:
        """Which documents were repealed, changed or kept: those that the sentence counted or named last."""
        counted = [subject for subject in self.subjects if subject in DOCUMENTS]
        named = sorted(
            (context.sentence.rfind(word), key) for key, word in DOCUMENTS.items() if word in context.sentence
        )
        return counted[-1] if counted else named[-1][1] if named else None

    def _settle(self, key: str, context: Context) -> str | None:
        """The subject in view of what was said before; None where it cannot be meant."""
        if key.startswith(_REQUESTS):
            return self._settle_request(key, context)
        is_in_list = self.whole is not None and self.whole.startswith(_ITEMS)
        is_deed = _OTHER_DEEDS.search(context.near) is not None and not context.near.endswith(INFORMATION)
        if key == "columns" and context.token.unit in LISTED_UNITS and is_in_list and COUNTED not in context.near:
            return _CATEGORY
        if key in _OF_PEOPLE and context.token.unit in LISTED_UNITS and is_in_list and not is_deed:
            return _CATEGORY
        if not key.startswith(_ITEMS):
            return key
        if self.whole is not None and self.whole.startswith(_REQUESTS):
            return None
        channel = _find_channel(context, is_listed=self.whole is not None)
        if context.token.unit in VAGUE_UNITS and context.behind:
            return None
        is_published = _PUBLISHING.search(_get_clause(context)) is not None
        if key.startswith(_ON):
            is_other = is_deed or context.token.unit in VAGUE_UNITS
            return None if is_other and not is_published else channel or _PUBLISHED
        if channel and is_published:
            return channel
        if key == _PUBLISHED:
            return _CATEGORY if is_in_list else key
        if not is_in_list and _list_patterns_of(_PUBLISHED).search(context.before + "#"):
            return _PUBLISHED
        is_other = any(subject is not None and subject.startswith(_LISTED) for subject in self.subjects)
        return key if is_in_list or is_published or is_other else None

    def _settle_request(self, key: str, context: Context) -> str | None:
        """答复 without more may be of requests or of letters: the paragraph's last topic decides."""
        if any(subject is not None and subject.startswith(_REQUESTS) for subject in self.subjects):
            return key
        topics = [match.lastgroup for match in _TOPICS.finditer(context.paragraph + context.behind)]
        topic = topics[-1] if topics else None
        if topic == "requests":
            return key
        if key == "requests_received" and topic is not None:
            return "letters" if topic == "letters_answered" else topic
        if key != _ANSWERED:
            return None
        return "letters" if topic == "letters_answered" and _RECEIVED.search(context.near) else topic

    def _find_as_part(self, context: Context) -> str | None:
        unit = context.token.unit
        if self.whole is None or unit in RATES:
            return _CATEGORY if self._is_listed(context) else None
        if self.whole.startswith(_ITEMS):
            is_deed = _OTHER_DEEDS.search(context.near) is not None and not context.near.endswith(INFORMATION)
            return _CATEGORY if unit in _count_items() and not is_deed else None
        is_alike = unit in _get_units(self.whole)
        if not is_alike or _OTHER_DEEDS.search(context.near):
            return None
        return self.whole if self.whole in _WHOLES or len(context.near) <= _LONGEST_PART else None

    def _is_listed(self, context: Context) -> bool:
        """Whether the number goes on in a list of kinds of items, with a noun and nothing else before it."""
        if not self.subjects or self.units[-1] not in _count_items() or len(context.before) > _LONGEST_NOUN:
            return False
        return self.subjects[-1] in (_CATEGORY, "documents", "interpretations") and context.token.unit in _count_items()


def _list_fitting(context: Context, unit: str) -> Iterator[str]:
    """Keys of the subjects whose words stand around the number: those within its part of the sentence first."""
    for words in dict.fromkeys((f"{context.near}#{context.behind}", f"{context.before}#{context.behind}")):
        for key, pattern in _list_patterns(unit):
            if pattern.search(words):
                yield key


@cache
def _list_patterns(unit: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """(key, pattern) of the subjects that are counted in a unit."""
    return tuple(
        (subject.key, re.compile("|".join(f"(?:{pattern})" for pattern in subject.patterns)))
        for subject in SUBJECTS
        if _is_counted_in(subject, unit)
    )


@cache
def _list_patterns_of(key: str) -> re.Pattern[str]:
    subject = next(subject for subject in SUBJECTS if subject.key == key)
    return re.compile("|".join(f"(?:{pattern})" for pattern in subject.patterns))


def _is_counted_in(subject: Subject, unit: str) -> bool:
    return not subject.units or unit in subject.units


@cache
def _get_units(key: str) -> frozenset[str]:
    return next(subject.units for subject in SUBJECTS if subject.key == key)


def _count_items() -> frozenset[str]:
    return _get_units(_CATEGORY)


def _get_clause(context: Context) -> str:
    return _CLAUSES.split(context.before)[-1] + context.behind


def _find_channel(context: Context, *, is_listed: bool) -> str | None:
    """Where the clause says something is published, if in one kind of place only."""
    found = _list_channels(context.near + context.behind) if is_listed else set()
    if len(found) != 1:
        found = _list_channels(_get_clause(context))
    if len(found) > 1 and found <= SOCIAL:
        return "items_on_new_media"
    return found.pop() or None if len(found) == 1 else None


def _list_channels(words: str) -> set[str]:
    return {key for key, pattern in _CHANNELS.items() if pattern.search(words)}
