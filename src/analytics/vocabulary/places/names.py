"""The beginning of an organ's name → the place that it names.

Matching goes by name and parents and never guesses: a name that several places bear stays unresolved until a parent is
named, a short name counts only before the body of a city or county, and a township is never the county of its name.
Refuses to know documents: hints and prose are texts that someone hands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from analytics.vocabulary.naming import BRANCH_OF_COMPANY, SUPERIOR
from analytics.vocabulary.places.chains import Match, Step, is_related, is_under, list_ancestors, read_chain
from analytics.vocabulary.places.divisions import (
    Place,
    count_years_beyond,
    find_place,
    list_counties_below,
    make_extension_code,
    map_by_alias,
    map_by_name,
    map_by_short_name,
    shorten_name,
)
from analytics.vocabulary.places.local_units import (
    CORPS,
    LocalUnit,
    complete_unit,
    make_coded_name,
    map_known_zones,
    map_ranked_zones,
    read_local_unit,
)
from analytics.vocabulary.places.namesakes import Context, choose, find_places_in, list_texts_before
from analytics.vocabulary.terms import Level

SURE_WITHIN = 1
"""Years by which the list of places may be wrong about when a place began or ended."""
_SHORT_OFFICE = re.compile("(?<!道)街办(?=$|事处)")


@lru_cache(maxsize=4096)
def match_organ(text: str, year: int | None = None, hints: tuple[str, ...] = (), prose: tuple[str, ...] = ()) -> Match:
    """The place that the beginning of an organ's name names, e.g. 南京市江宁区城市管理局 → 江宁区, 城市管理局.

    In ``hints`` (title, path, breadcrumb, site, source) a parent may stand anywhere as a name of its own; in
    ``prose`` it counts only right before the place's own name, since any text may mention another city.
    """
    superior = SUPERIOR.match(text)
    text = _SHORT_OFFICE.sub("街道办", text[superior.end() :] if superior else text)
    if zone := _match_ranked_zone(text):
        return zone
    context = Context(hints, prose, year)
    chain = _drop_later_districts(read_chain(text, year), year)
    named = "".join(step.text for step in chain)
    rest = text[len(named) :]
    unit = read_local_unit(re.sub("^(?:人民政府|政府)(?=.)", "", rest))
    if unit is not None:
        return _match_unit(complete_unit(unit), chain, rest[rest.index(unit.name) + len(unit.name) :], context)
    if not chain:
        return Match(None, (), "", text)
    return _place_match(chain, named, rest, context)


def _drop_later_districts(chain: list[Step], year: int | None) -> list[Step]:
    """Without a zone that became a district of its name after the year: 两江新区."""
    is_later = (
        chain
        and chain[-1].text in map_known_zones()
        and all(count_years_beyond(bearer, year) for bearer in chain[-1].bearers)
    )
    return chain[:-1] if is_later else chain


def _match_ranked_zone(text: str) -> Match | None:
    """A zone that governs a county's whole area and bears its name: it is neither the county nor a unit below it."""
    for name, zone in map_ranked_zones().items():
        above = find_place(zone.parent_code or "")
        higher = (*list_ancestors(above), above) if above else ()
        parents = "".join(f"(?:{re.escape(parent.name)})?" for parent in higher)
        if found := re.match(f"{parents}{name}", text):
            rest = text[found.end() :]
            if unit := read_local_unit(rest):
                return Match(None, (), found[0] + unit.name, rest[len(unit.name) :], unit=unit)
            return Match(zone, (zone,), name, rest)
    return None


def _place_match(chain: list[Step], named: str, rest: str, context: Context) -> Match:
    candidates, contradicted = choose(chain, context)
    found = candidates[0] if len(candidates) == 1 else None
    is_bare = chain[-1].is_bare and not rest
    if found and is_bare and not _is_confirmed(found, context):
        found = None
    if contradicted or _has_another_place(rest):
        found, contradicted = None, True
    beyond = min((count_years_beyond(candidate, context.year) for candidate in candidates), default=0)
    return Match(
        place=found if beyond <= SURE_WITHIN else None,
        candidates=candidates,
        matched=named,
        rest=rest,
        is_bare=is_bare,
        is_contradicted=contradicted,
        years_beyond=beyond,
    )


def _is_confirmed(bare: Place, context: Context) -> bool:
    """Whether something says the kind of a place that the name leaves out: 我县, or the full name."""
    kind = bare.name[-1]
    words = (bare.name, f"我{kind}", f"本{kind}", f"{kind}人民政府")
    return any(word in text for text in (*context.hints, *context.prose) for word in words)


def _has_another_place(rest: str) -> bool:
    """Whether a place follows that is not below the place named (温州市芮城县), or the branch of a company, which lies
    anywhere."""
    return BRANCH_OF_COMPANY.search(rest) is not None or any(
        rest[:length] in map_by_name() for length in range(3, min(15, len(rest)) + 1)
    )


# Townships and zones --------------------------------------------------------------------------------------


def _match_unit(unit: LocalUnit, chain: list[Step], rest: str, context: Context) -> Match:
    """A township, subdistrict, zone or farm below the places named before it, or below what the context names."""
    before = "".join(step.text for step in chain)
    printed = before + unit.name
    candidates, contradicted = choose(chain, context) if chain else ((), False)
    if unit.sort == "village":
        return Match(None, candidates, printed, rest, unit=unit)
    if unit.sort in ("zone", "corps"):
        inner = read_local_unit(rest)
        if inner is not None and inner.sort == "zone":
            unit, rest = LocalUnit(unit.name + inner.name, "zone"), rest[len(inner.name) :]
            printed = before + unit.name
        elif inner is not None:  # nothing says in which county it lies
            return Match(None, (), printed + inner.name, rest[len(inner.name) :], unit=inner)
        elif county := _place_within(printed, rest, context):
            return county
        if known := _find_known_parent(unit, candidates):
            candidates, contradicted = (known,), False
    is_above = len(candidates) == 1 and (not unit.is_town or _has_townships(candidates[0], context.year))
    if not contradicted and not is_above:
        candidates, contradicted = _find_in_context(unit, candidates, context)
    if contradicted or len(candidates) != 1:
        return Match(None, candidates, printed, rest, is_contradicted=contradicted, unit=unit)
    (above,) = candidates
    name = make_coded_name(unit, [shorten_name(ancestor.name) for ancestor in (above, *list_ancestors(above))])
    code = make_extension_code(above.code, name)
    level = unit.level or Level.TOWNSHIP
    below = Place(
        code=code,
        name=name,
        level=level,
        parent_code=above.code,
        valid_from=above.valid_from,
        valid_to=above.valid_to,
        place_id=code,
    )
    beyond = count_years_beyond(above, context.year)
    return Match(
        place=below if beyond <= SURE_WITHIN else None,
        candidates=(below,),
        matched=printed,
        rest=rest,
        unit=LocalUnit(name, unit.sort),
        years_beyond=beyond,
    )


def _place_within(printed: str, rest: str, context: Context) -> Match | None:
    """A county that is named after the zone in which it lies: 雄安新区容城县."""
    chain = read_chain(rest, context.year)
    if not chain or chain[-1].is_bare:
        return None
    named = "".join(step.text for step in chain)
    return _place_match(chain, printed + named, rest[len(named) :], context)


def _find_known_parent(unit: LocalUnit, within: tuple[Place, ...]) -> Place | None:
    """The place of a zone that is common knowledge, whatever the name puts before it."""
    zones = map_known_zones()
    named = [CORPS] if unit.sort == "corps" else [name for name in zones if name in unit.name]
    for known, name in ((find_place(zones[name]), name) for name in named):
        if known is None or (within and not any(is_related(known, other) for other in within)):
            continue
        shorts = {"", *(shorten_name(up.name) for up in (known, *list_ancestors(known)))}
        if unit.sort == "corps" or unit.name.partition(name)[0] in shorts:
            return known
    return None


def _has_townships(above: Place, year: int | None) -> bool:
    """A county; or a city without counties (东莞市), whose townships lie right below it."""
    return above.level is Level.COUNTY or (
        above.level is Level.PREFECTURE and not list_counties_below(above.code, year)
    )


def _find_in_context(unit: LocalUnit, within: tuple[Place, ...], context: Context) -> tuple[tuple[Place, ...], bool]:
    """The one place above that the context names, and whether it names several. It must lie in one of ``within``."""
    near = set(_drop_duplicates(_find_adjacent(unit.name, context)))
    stem = re.sub("(?:街道|镇|乡|苏木)$", "", unit.name)  # a folder 兴隆 is no county of 兴隆镇
    named = [bearers for part, bearers in find_places_in(context) if part != stem]
    seats = [tuple(bearer for bearer in bearers if _has_townships(bearer, context.year)) for bearers in named]
    around = [bearers for bearers, seat in zip(named, seats, strict=True) if not seat]
    found = near or set(_drop_duplicates(_narrow_seats(seats, around)))
    if within:
        found = {seat for seat in found if any(is_related(seat, other) for other in within)}
    if len(within) > 1 and found == set(within):
        return within, False  # the context names no more than the name itself
    if not found and not unit.is_town:
        return _find_zone_parent(unit, within, around)
    if len(found) == 1 and all(
        any(is_related(county, other) for other in seat) for seat in seats if seat for county in found
    ):
        return tuple(found), False
    return (), bool(found)


def _narrow_seats(seats: list[tuple[Place, ...]], around: list[tuple[Place, ...]]) -> Iterator[Place]:
    """The counties named; of namesakes those that lie in the cities and provinces named beside them."""
    for bearers in seats:
        inside = tuple(bearer for bearer in bearers if all(is_under(bearer, up) for up in around))
        yield from inside or bearers


def _drop_duplicates(found: Iterable[Place]) -> Iterator[Place]:
    yield from {place.place_id: place for place in found}.values()


def _find_adjacent(name: str, context: Context) -> Iterator[Place]:
    """The counties that stand right before the unit's name: 佳县螅镇."""
    for text in (*context.hints, *context.prose):
        for before in list_texts_before(name, text) if name in text else ():
            for start in range(len(before) - 1):
                bearers = map_by_name().get(before[start:]) or map_by_alias().get(before[start:], ())
                fitting = [
                    bearer
                    for bearer in bearers
                    if bearer.is_in_force(context.year) and _has_townships(bearer, context.year)
                ]
                if len(fitting) > 1:
                    fitting = [
                        county
                        for county in fitting
                        if before[:start].endswith(tuple(u.name for u in list_ancestors(county)))
                    ]
                if fitting:
                    yield from fitting
                    break


def _find_zone_parent(
    unit: LocalUnit, within: tuple[Place, ...], around: list[tuple[Place, ...]]
) -> tuple[tuple[Place, ...], bool]:
    """The place above a zone: the city it is called after, or the city that is named around it."""
    for length in range(len(unit.name) - 2, 1, -1):
        cities = [city for city in map_by_short_name().get(unit.name[:length], ()) if city.valid_to is None]
        rest = read_local_unit(unit.name[length:])
        if len(cities) == 1 and cities[0].level is not Level.COUNTY and rest and rest.sort == unit.sort:
            return tuple(cities), not all(is_related(cities[0], other) for other in within)
    cities = [bearer for bearers in around for bearer in bearers if bearer.level is Level.PREFECTURE]
    found = tuple(_drop_duplicates(cities))
    return (found, False) if len(found) == 1 and not within else (within if len(within) == 1 else (), False)
