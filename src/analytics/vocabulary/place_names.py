"""The beginning of an organ's name → the place that it names.

Matching goes by name and parents and never guesses: a name that several places bear stays unresolved until a parent is
named. Refuses to know documents: hints are texts that someone hands in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from analytics.vocabulary.places import Place, by_name, by_short_name, extension_code, place, short_name
from analytics.vocabulary.terms import Level

_TOWNSHIP = re.compile(
    r"(?P<name>[\u3400-\u9fff]{1,12}?(?:"
    r"(?:民族乡|街道|镇|乡|苏木)(?=$|人民政府|政府|办事处)"
    r"|(?:经济技术|高新技术产业|经济|高新|工业)开发区|开发区|管理区|新城))"
)

_ZONES = {"平潭综合实验区": ("350100", 2009)}
"""Zones of a county's rank whose place is not in the standard: name → the place above, the year founded."""


@dataclass(frozen=True, slots=True)
class Match:
    """``place`` is None where no place is named or several bear the name: these are ``candidates``.

    ``matched`` is the stretch of text that names the place, ``rest`` what follows (the body's name).
    ``is_former_name``: the name or code was not in force in the year asked for.
    """

    place: Place | None
    candidates: tuple[Place, ...]
    matched: str
    rest: str
    is_former_name: bool = False


@lru_cache(maxsize=4096)
def match_organ(text: str, year: int | None = None, hints: tuple[str, ...] = (), prose: tuple[str, ...] = ()) -> Match:
    """The place that the beginning of an organ's name names, e.g. 南京市江宁区城市管理局 → 江宁区, 城市管理局.

    ``hints`` are texts in which a parent may be named anywhere (title, path, source list); in ``prose`` a parent
    counts only right before the place's own name, since any text may mention another city. Both only choose
    between candidates. Short names (芮城 for 芮城县) count where exactly one place has them.
    """
    if zone := _zone(text):
        return zone
    chain, rest = _chain(text, year)
    if not chain:
        return _township(Match(None, (), "", text), text, year, (*hints, *prose))
    matched = text[: len(text) - len(rest)]
    candidates = _choose(chain, year, hints, prose)
    former = bool(candidates) and not any(one.holds(year) for one in candidates)
    found = Match(candidates[0] if len(candidates) == 1 else None, candidates, matched, rest, former)
    return _township(found, rest, year, (*hints, *prose))


def _zone(text: str) -> Match | None:
    """A zone that governs a county's whole area and bears its name: it is neither the county nor a township of it."""
    for name, (above, since) in _ZONES.items():
        if found := re.match(rf"(?:{'|'.join((*_names_above(above), ''))})(?P<name>{name})", text):
            code = extension_code(above, name)
            here = Place(code, name, Level.COUNTY, above, since, None, code)
            return Match(here, (here,), name, text[found.end() :])
    return None


def _names_above(code: str) -> tuple[str, ...]:
    """The names that may stand before a place below this code: 福建省, 福建省福州市."""
    here = place(code)
    higher = _ancestors(here) if here else ()
    return tuple(re.escape(one.name) for one in (*higher, *((here,) if here else ())))


def _chain(text: str, year: int | None) -> tuple[list[tuple[Place, ...]], str]:
    """Place names one after another at the beginning of the text, each with its bearers."""
    chain: list[tuple[Place, ...]] = []
    rest = text
    while rest:
        bearers, length = _longest_name(rest, chain, year)
        if not bearers:
            break
        chain.append(bearers)
        rest = rest[length:]
    return chain, rest


def _longest_name(text: str, chain: list[tuple[Place, ...]], year: int | None) -> tuple[tuple[Place, ...], int]:
    for length in range(min(15, len(text)), 1, -1):
        for index in (by_name(), by_short_name()):
            bearers = index.get(text[:length], ())
            if chain:
                bearers = tuple(one for one in bearers if _is_under(one, chain[-1]))
            if index is not by_name():
                bearers = _one_place(bearers, year)
            if bearers and not _is_half_a_name(text, length, index is by_name()):
                return bearers, length
    return (), 0


_KINDS = ("省", "市", "州", "县", "区", "盟", "旗")


def _is_half_a_name(text: str, length: int, is_full: bool) -> bool:
    """Whether a short name is followed by the kind of another place: 海南 in 海南州 is not the province."""
    return not is_full and text.startswith(_KINDS, length)


def _one_place(bearers: tuple[Place, ...], year: int | None) -> tuple[Place, ...]:
    """Bearers of a short name, if it is one place's in the year; a county below its namesake city is another."""
    fitting = tuple(one for one in bearers if one.holds(year))
    return fitting if len({one.place_id for one in fitting}) == 1 else ()


def _is_under(child: Place, above: tuple[Place, ...]) -> bool:
    codes = {one.code for one in above}
    return child.code not in codes and any(parent.code in codes for parent in _ancestors(child))


def _ancestors(child: Place) -> tuple[Place, ...]:
    above = place(child.parent_code, child.valid_to) if child.parent_code else None
    return (above, *_ancestors(above)) if above else ()


def _choose(
    chain: list[tuple[Place, ...]], year: int | None, hints: Sequence[str], prose: Sequence[str]
) -> tuple[Place, ...]:
    """Bearers of the last name that agree with the names before it, the year, and then the hints."""
    candidates = chain[-1]
    for above in chain[:-1]:
        candidates = tuple(one for one in candidates if _is_under(one, above)) or candidates
    candidates = tuple(one for one in candidates if one.holds(year)) or _latest(candidates)
    if len(candidates) > 1:
        named = _hinted(candidates, hints, prose)
        candidates = named if len(named) == 1 else candidates
    return candidates


def _latest(candidates: tuple[Place, ...]) -> tuple[Place, ...]:
    """Of intervals that do not cover the year, the latest of each place."""
    latest: dict[str, Place] = {}
    for one in sorted(candidates, key=lambda one: one.valid_from):
        latest[one.place_id] = one
    return tuple(latest.values())


def _hinted(candidates: tuple[Place, ...], hints: Sequence[str], prose: Sequence[str]) -> tuple[Place, ...]:
    """The candidates whose parent a hint names: the nearest parents are asked first, a province names many."""
    for step in (0, 1):
        named = tuple(
            one
            for one in candidates
            if len(_ancestors(one)) > step
            and (_is_named(_ancestors(one)[step].name, hints) or _stands_before(_ancestors(one)[step], one, prose))
        )
        if named:
            return named
    return ()


def _is_named(name: str, hints: Sequence[str]) -> bool:
    return any(name in hint or short_name(name) in hint for hint in hints)


def _stands_before(parent: Place, child: Place, prose: Sequence[str]) -> bool:
    return any(above + child.name in text for text in prose for above in (parent.name, short_name(parent.name)))


def _township(found: Match, rest: str, year: int | None, hints: tuple[str, ...]) -> Match:
    """A township, subdistrict or zone named after the place, or alone with its county in the hints."""
    named = _TOWNSHIP.match(rest)
    if named is None:
        return found
    name, above = named["name"], found.place
    if above is None and not found.candidates:
        above = _county_before(name, year, hints)
    if above is None:
        return replace(found, matched=found.matched + name, rest=rest[len(name) :], place=None)
    code = extension_code(above.code, name)
    below = Place(code, name, Level.TOWNSHIP, above.code, above.valid_from, above.valid_to, code)
    return Match(below, (below,), found.matched + name, rest[len(name) :], found.is_former_name)


def _county_before(name: str, year: int | None, hints: tuple[str, ...]) -> Place | None:
    """The one county that a hint names just before the township: 佳县螅镇."""
    counties = set()
    for hint in hints:
        before = hint.split(name)[0] if name in hint else ""
        for length in range(2, min(12, len(before)) + 1):
            for one in by_name().get(before[-length:], ()):
                if one.holds(year):
                    counties.add(one)
    return counties.pop() if len({one.place_id for one in counties}) == 1 else None
