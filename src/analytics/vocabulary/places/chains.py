"""Names of places one after another at the beginning of a text, from the province down."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from functools import lru_cache
from typing import NamedTuple

from analytics.vocabulary.naming import ADMINISTRATION, BODY_WORDS, GOVERNMENT, OF_NATURE
from analytics.vocabulary.places.divisions import Place, find_place, map_by_alias, map_by_name, map_by_short_name
from analytics.vocabulary.places.local_units import LocalUnit, has_kind_first, read_local_unit


@dataclass(frozen=True, slots=True)
class Match:
    """``place`` is None where no place is named, several bear the name, or nothing proves it: these are ``candidates``.

    ``matched`` is the stretch of text that names the place, ``rest`` what follows (the body's name), ``unit`` the
    township, zone or farm. ``is_bare``:
    only the name without its kind is there. ``is_contradicted``: what is known names places that exclude each other.
    ``years_beyond``: between the year asked for and the nearest one in which the place stood under any name.
    """

    place: Place | None
    candidates: tuple[Place, ...]
    matched: str
    rest: str
    _: KW_ONLY
    is_bare: bool = False
    is_contradicted: bool = False
    unit: LocalUnit | None = None
    years_beyond: int = 0


class Step(NamedTuple):
    """One place name of a chain with its bearers; ``is_bare``: printed without its kind."""

    bearers: tuple[Place, ...]
    text: str
    is_bare: bool


def read_chain(text: str, year: int | None) -> list[Step]:
    """Place names one after another at the beginning of the text, each with its bearers."""
    chain: list[Step] = []
    while text and (step := _find_longest_name(text, chain, year)):
        chain.append(step)
        text = text[len(step.text) :]
    return chain


def _find_longest_name(text: str, chain: list[Step], year: int | None) -> Step | None:
    above = chain[-1].bearers if chain else None
    for length in range(min(15, len(text)), 1, -1):
        name = text[:length]
        for index, is_bare in ((map_by_name(), False), (map_by_alias(), False), (map_by_short_name(), True)):
            bearers = index.get(name, ())
            if bearers and above is not None:
                bearers = tuple(bearer for bearer in bearers if is_under(bearer, above))
            if bearers and is_bare:
                bearers = _prove_bearers(bearers, text, length, year)
            step = Step(bearers, name, is_bare and name != bearers[0].name) if bearers else None
            if step and not (has_kind_first(text[length:]) and _find_longest_name(text[length:], [step], year) is None):
                return step
    return None


_KINDS = ("省", "市", "州", "县", "区", "盟", "旗")


def _prove_bearers(bearers: tuple[Place, ...], text: str, length: int, year: int | None) -> tuple[Place, ...]:
    """The bearers of a short name where what follows is the body of a city or county, a place below it, or nothing:
    海南 in 海南州, 南京 in 南京路街道 and 芮城 in 芮城中学 are not."""
    fitting = tuple(bearer for bearer in bearers if bearer.is_in_force(year))
    rest = text[length:]
    if not fitting or rest.startswith(_KINDS) or read_local_unit(text):
        return ()
    if OF_NATURE.match(rest):
        return ()
    if text[:length] in BODY_WORDS and not rest.startswith(GOVERNMENT):
        return ()
    if not rest or ADMINISTRATION.fullmatch(rest):
        return fitting
    return fitting if _find_longest_name(rest, [Step(fitting, text[:length], True)], year) else ()


def is_under(child: Place, above: tuple[Place, ...]) -> bool:
    """Whether a place lies in one of the others."""
    codes = {other.code for other in above}
    return child.code not in codes and any(parent.code in codes for parent in list_ancestors(child))


@lru_cache(maxsize=8192)
def list_ancestors(child: Place) -> tuple[Place, ...]:
    """The places in which a place lies, from the nearest."""
    above = find_place(child.parent_code, child.valid_to) if child.parent_code else None
    return (above, *list_ancestors(above)) if above else ()


def is_within(place: Place, other: Place) -> bool:
    """Whether a place is another one or lies in it."""
    return place.place_id == other.place_id or is_under(place, (other,))


def is_related(place: Place, other: Place) -> bool:
    """Whether they are the same place or one lies in the other."""
    return is_within(place, other) or is_under(other, (place,))
