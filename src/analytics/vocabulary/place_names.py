"""The beginning of an organ's name → the place that it names.

Matching goes by name and parents and never guesses: a name that several places bear stays unresolved until a parent is
named, a short name counts only before the body of a city or county, and a township is never the county of its name.
Refuses to know documents: hints and prose are texts that someone hands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from analytics.vocabulary.local_units import (
    LocalUnit,
    known_zones,
    local_unit,
    ranked_zones,
    without_parent,
)
from analytics.vocabulary.phrases import SUPERIOR
from analytics.vocabulary.place_chains import Match, Step, ancestors_of, chain_of, is_related, is_under
from analytics.vocabulary.places import (
    Place,
    by_alias,
    by_name,
    by_short_name,
    counties_below,
    extension_code,
    place,
    short_name,
)
from analytics.vocabulary.terms import Level


class _Context(NamedTuple):
    """What else names places: ``hints`` anywhere (path, breadcrumb, site), ``prose`` only right before a name."""

    hints: tuple[str, ...]
    prose: tuple[str, ...]
    year: int | None


_SHORT_OFFICE = re.compile("(?<!道)街办(?=$|事处)")


@lru_cache(maxsize=4096)
def match_organ(text: str, year: int | None = None, hints: tuple[str, ...] = (), prose: tuple[str, ...] = ()) -> Match:
    """The place that the beginning of an organ's name names, e.g. 南京市江宁区城市管理局 → 江宁区, 城市管理局.

    In ``hints`` (title, path, breadcrumb, site, source) a parent may stand anywhere as a name of its own; in
    ``prose`` it counts only right before the place's own name, since any text may mention another city.
    """
    superior = SUPERIOR.match(text)
    text = _SHORT_OFFICE.sub("街道办", text[superior.end() :] if superior else text)
    if zone := _ranked_zone(text):
        return zone
    context = _Context(hints, prose, year)
    chain = chain_of(text, year)
    named = "".join(step.text for step in chain)
    rest = text[len(named) :]
    unit = local_unit(re.sub("^(?:人民政府|政府)(?=.)", "", rest))
    if unit is not None:
        return _unit_match(unit, chain, rest[rest.index(unit.name) + len(unit.name) :], context)
    if not chain:
        return Match(None, (), "", text)
    return _place_match(chain, named, rest, context)


def _ranked_zone(text: str) -> Match | None:
    """A zone that governs a county's whole area and bears its name: it is neither the county nor a unit below it."""
    for name, zone in ranked_zones().items():
        above = place(zone.parent_code or "")
        higher = (*ancestors_of(above), above) if above else ()
        parents = "".join(f"(?:{re.escape(parent.name)})?" for parent in higher)
        if found := re.match(f"{parents}{name}", text):
            return Match(zone, (zone,), name, text[found.end() :])
    return None


def _place_match(chain: list[Step], named: str, rest: str, context: _Context) -> Match:
    candidates, contradicted = _choose(chain, context)
    former = bool(candidates) and not any(one.holds(context.year) for one in candidates)
    found = candidates[0] if len(candidates) == 1 else None
    is_bare = chain[-1].is_bare and not rest
    if found and is_bare and not _is_confirmed(found, context):
        found = None
    if _names_another(rest):
        found, contradicted = None, True
    return Match(found, candidates, named, rest, former, is_bare, contradicted)


def _is_confirmed(bare: Place, context: _Context) -> bool:
    """Whether something says the kind of a place that the name leaves out: 我县, or the full name."""
    kind = bare.name[-1]
    said = (bare.name, f"我{kind}", f"本{kind}", f"{kind}人民政府")
    return any(word in text for text in (*context.hints, *context.prose) for word in said)


def _names_another(rest: str) -> bool:
    """Whether a place that is not below the place named follows it: 温州市芮城县."""
    return any(rest[:length] in by_name() for length in range(3, min(15, len(rest)) + 1))


# Chains of names ------------------------------------------------------------------------------------------


# Choosing between namesakes -------------------------------------------------------------------------------


def _choose(chain: list[Step], context: _Context) -> tuple[tuple[Place, ...], bool]:
    """Bearers of the last name that agree with the names before it, the year and the context; and whether the
    context contradicts itself."""
    candidates = chain[-1].bearers
    for step in chain[:-1]:
        candidates = tuple(one for one in candidates if is_under(one, step.bearers)) or candidates
    candidates = tuple(one for one in candidates if one.holds(context.year)) or _latest(candidates)
    if len(candidates) < 2:
        return candidates, False
    chosen = candidates
    for bearers in (*(named for _, named in _places_in(context)), *_right_before(candidates, context)):
        supported = {one for one in candidates if any(one == named or is_under(one, (named,)) for named in bearers)}
        if supported:
            chosen = tuple(one for one in chosen if one in supported)
    return (chosen, False) if chosen else (candidates, True)


def _latest(candidates: tuple[Place, ...]) -> tuple[Place, ...]:
    """Of intervals that do not cover the year, the latest of each place."""
    latest: dict[str, Place] = {}
    for one in sorted(candidates, key=lambda one: one.valid_from):
        latest[one.place_id] = one
    return tuple(latest.values())


_PARTS = re.compile(r"[\u3400-\u9fff]{2,30}")


def _places_in(context: _Context) -> Iterator[tuple[str, tuple[Place, ...]]]:
    for hint in context.hints:
        yield from _named_in(hint, context.year)


@lru_cache(maxsize=4096)
def _named_in(hint: str, year: int | None) -> tuple[tuple[str, tuple[Place, ...]], ...]:
    """What each part of a hint names, once per part: 江苏/徐州/鼓楼区 names three."""
    named = []
    for part in _PARTS.findall(hint):
        chain = chain_of(part, year)
        if chain:
            before = [step.bearers for step in chain[:-1]]
            bearers = tuple(one for one in chain[-1].bearers if all(is_under(one, above) for above in before))
            named.append((part, tuple(one for one in bearers if one.holds(year)) or bearers))
    return tuple(named)


def _right_before(candidates: tuple[Place, ...], context: _Context) -> Iterator[tuple[Place, ...]]:
    """The candidates whose parent stands right before their name in the prose: 福州市鼓楼区."""
    for text in context.prose:
        for name in {one.name for one in candidates}:
            for before in _texts_before(name, text):
                named = tuple(
                    one
                    for one in candidates
                    if before.endswith(
                        tuple(word for up in ancestors_of(one) for word in (up.name, short_name(up.name)))
                    )
                )
                if named:
                    yield named


_MENTION = re.compile(r"[赴到向与和及同如学对从往、][\u3400-\u9fff]{2,14}$")


def _texts_before(name: str, text: str) -> Iterator[str]:
    """What stands before each mention of the name, unless somebody goes there or learns from there."""
    at = text.find(name)
    while at >= 0:
        before = text[max(0, at - 15) : at].removesuffix("人民政府")
        if not _MENTION.search(before):
            yield before
        at = text.find(name, at + 1)


# Townships and zones --------------------------------------------------------------------------------------


def _unit_match(unit: LocalUnit, chain: list[Step], rest: str, context: _Context) -> Match:
    """A township, subdistrict, zone or farm below the places named before it, or below what the context names."""
    printed = "".join(step.text for step in chain) + unit.name
    candidates, contradicted = _choose(chain, context) if chain else ((), False)
    is_above = len(candidates) == 1 and (not unit.is_town or _has_townships(candidates[0], context.year))
    if not contradicted and not is_above:
        candidates, contradicted = _from_context(unit, candidates, context)
    if contradicted or len(candidates) != 1:
        return Match(None, candidates, printed, rest, is_contradicted=contradicted, unit=unit)
    (above,) = candidates
    name = without_parent(unit, short_name(above.name))
    code = extension_code(above.code, name)
    below = Place(code, name, Level.TOWNSHIP, above.code, above.valid_from, above.valid_to, code)
    former = not above.holds(context.year)
    return Match(below, (below,), printed, rest, former, unit=LocalUnit(name, unit.sort))


def _has_townships(above: Place, year: int | None) -> bool:
    """A county; or a city without counties (东莞市), whose townships lie right below it."""
    return above.level is Level.COUNTY or (above.level is Level.PREFECTURE and not counties_below(above.code, year))


def _from_context(unit: LocalUnit, within: tuple[Place, ...], context: _Context) -> tuple[tuple[Place, ...], bool]:
    """The one place above that the context names, and whether it names several. It must lie in one of ``within``."""
    near = set(_distinct(_adjacent(unit.name, context)))
    stem = re.sub("(?:街道|镇|乡|苏木)$", "", unit.name)  # a folder 兴隆 is no county of 兴隆镇
    named = [bearers for part, bearers in _places_in(context) if part != stem]
    seats = [tuple(one for one in bearers if _has_townships(one, context.year)) for bearers in named]
    around = [bearers for bearers, seat in zip(named, seats, strict=True) if not seat]
    found = near or set(_distinct(_narrowed(seats, around)))
    if within:
        found = {one for one in found if any(is_related(one, other) for other in within)}
    if len(within) > 1 and found == set(within):
        return within, False  # the context names no more than the name itself
    if not found and not unit.is_town:
        return _zone_parent(unit, within, around)
    if len(found) == 1 and all(
        any(is_related(one, other) for other in seat) for seat in seats if seat for one in found
    ):
        return tuple(found), False
    return (), bool(found)


def _narrowed(seats: list[tuple[Place, ...]], around: list[tuple[Place, ...]]) -> Iterator[Place]:
    """The counties named; of namesakes those that lie in the cities and provinces named beside them."""
    for bearers in seats:
        inside = tuple(one for one in bearers if all(is_under(one, up) for up in around))
        yield from inside or bearers


def _distinct(found: Iterable[Place]) -> Iterator[Place]:
    yield from {one.place_id: one for one in found}.values()


def _adjacent(name: str, context: _Context) -> Iterator[Place]:
    """The counties that stand right before the unit's name: 佳县螅镇."""
    for text in (*context.hints, *context.prose):
        for before in _texts_before(name, text) if name in text else ():
            for start in range(len(before) - 1):
                bearers = by_name().get(before[start:]) or by_alias().get(before[start:], ())
                fitting = [one for one in bearers if one.holds(context.year) and _has_townships(one, context.year)]
                if len(fitting) > 1:
                    fitting = [
                        one for one in fitting if before[:start].endswith(tuple(u.name for u in ancestors_of(one)))
                    ]
                if fitting:
                    yield from fitting
                    break


def _zone_parent(
    unit: LocalUnit, within: tuple[Place, ...], around: list[tuple[Place, ...]]
) -> tuple[tuple[Place, ...], bool]:
    """The place above a zone: common knowledge, the city it is called after, or the city that is named around it."""
    code = known_zones().get(unit.name)
    known = place(code) if code else None
    if known is not None:
        return (known,), False
    for length in range(len(unit.name) - 2, 1, -1):
        cities = [one for one in by_short_name().get(unit.name[:length], ()) if one.valid_to is None]
        rest = local_unit(unit.name[length:])
        if len(cities) == 1 and cities[0].level is not Level.COUNTY and rest and rest.sort == unit.sort:
            return tuple(cities), not all(is_related(cities[0], one) for one in within)
    cities = [one for bearers in around for one in bearers if one.level is Level.PREFECTURE]
    found = tuple(_distinct(cities))
    return (found, False) if len(found) == 1 and not within else (within if len(within) == 1 else (), False)
