"""Which of the places of one name is meant: by the names before it, the year, and what is named around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from analytics.vocabulary.places.chains import Step, is_under, list_ancestors, read_chain
from analytics.vocabulary.places.divisions import Place, shorten_name


class Context(NamedTuple):
    """What else names places: ``hints`` anywhere (path, breadcrumb, site), ``prose`` only right before a name."""

    hints: tuple[str, ...]
    prose: tuple[str, ...]
    year: int | None


def choose(chain: list[Step], context: Context) -> tuple[tuple[Place, ...], bool]:
    """Bearers of the last name that agree with the names before it, the year and the context; and whether the
    context contradicts itself."""
    candidates = chain[-1].bearers
    for step in chain[:-1]:
        candidates = tuple(candidate for candidate in candidates if is_under(candidate, step.bearers)) or candidates
    every = candidates
    candidates = tuple(candidate for candidate in candidates if candidate.is_in_force(context.year)) or _select_latest(
        candidates
    )
    if len(candidates) < 2:
        return candidates, _is_of_a_former_one(every, candidates, context)
    chosen = candidates
    for bearers in (*(named for _, named in find_places_in(context)), *_find_right_before(candidates, context)):
        supported = {
            candidate
            for candidate in candidates
            if any(candidate == named or is_under(candidate, (named,)) for named in bearers)
        }
        if supported:
            chosen = tuple(bearer for bearer in chosen if bearer in supported)
    return (chosen, False) if chosen else (candidates, True)


def _is_of_a_former_one(every: tuple[Place, ...], standing: tuple[Place, ...], context: Context) -> bool:
    """Whether what is around names a city in which only a bearer lies that the year knows no more."""
    ids = {bearer.place_id for bearer in standing}
    for _, bearers in find_places_in(context):
        supported = {bearer.place_id for bearer in every if is_under(bearer, bearers)}
        if supported and not supported & ids:
            return True
    return False


def _select_latest(candidates: tuple[Place, ...]) -> tuple[Place, ...]:
    """Of intervals that do not cover the year, the latest of each place."""
    latest: dict[str, Place] = {}
    for candidate in sorted(candidates, key=lambda interval: interval.valid_from):
        latest[candidate.place_id] = candidate
    return tuple(latest.values())


_PARTS = re.compile(r"[\u3400-\u9fff]{2,30}")


def find_places_in(context: Context) -> Iterator[tuple[str, tuple[Place, ...]]]:
    """The places that the hints name, each with the words that name it."""
    for hint in context.hints:
        yield from _find_named(hint, context.year)


@lru_cache(maxsize=4096)
def _find_named(hint: str, year: int | None) -> tuple[tuple[str, tuple[Place, ...]], ...]:
    """What each part of a hint names, once per part: 江苏/徐州/鼓楼区 names three."""
    named = []
    for part in _PARTS.findall(hint):
        chain = read_chain(part, year)
        if chain:
            before = [step.bearers for step in chain[:-1]]
            bearers = tuple(bearer for bearer in chain[-1].bearers if all(is_under(bearer, above) for above in before))
            named.append((part, tuple(bearer for bearer in bearers if bearer.is_in_force(year)) or bearers))
    return tuple(named)


def _find_right_before(candidates: tuple[Place, ...], context: Context) -> Iterator[tuple[Place, ...]]:
    """The candidates whose parent stands right before their name in the prose: 福州市鼓楼区."""
    for text in context.prose:
        for name in {candidate.name for candidate in candidates}:
            for before in list_texts_before(name, text):
                named = tuple(
                    candidate
                    for candidate in candidates
                    if before.endswith(
                        tuple(word for up in list_ancestors(candidate) for word in (up.name, shorten_name(up.name)))
                    )
                )
                if named:
                    yield named


_MENTION = re.compile(r"[赴到向与和及同如学对从往、][\u3400-\u9fff]{2,14}$")


def list_texts_before(name: str, text: str) -> Iterator[str]:
    """What stands before each mention of the name, unless somebody goes there or learns from there."""
    at = text.find(name)
    while at >= 0:
        before = text[max(0, at - 15) : at].removesuffix("人民政府")
        if not _MENTION.search(before):
            yield before
        at = text.find(name, at + 1)
