"""The organ that a name names: place, standard body, level and kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from analytics.reports.labels import fold
from analytics.reports.model import Organ
from analytics.vocabulary import phrases
from analytics.vocabulary.places.chains import Match
from analytics.vocabulary.places.divisions import parents, short_name
from analytics.vocabulary.places.local_units import CORPS, body_of
from analytics.vocabulary.places.names import match_organ
from analytics.vocabulary.terms import Kind, Level


def organ_named(name: str, *, year: int | None, hints: Sequence[str] = (), prose: Sequence[str] = ()) -> Organ:
    """The organ of a printed name: place, standard body, level and kind. The place may stay unresolved."""
    folded = fold(name)
    return organ_of(folded, match_organ(folded, year, tuple(hints), tuple(prose)), year)


def organ_of(name: str, found: Match, year: int | None) -> Organ:
    """The organ of a name, folded, whose place has been matched."""
    code = found.place.code if found.place else None
    rest = phrases.TITLE_FILLERS.sub("", found.rest)
    rest = phrases.STANDARD_BODIES.get(rest, rest)
    rest = _committee(name, rest, is_unit=found.unit is not None)
    if found.unit and found.unit.sort == "village":
        return Organ(found.matched, kind=Kind.DEPARTMENT)
    if found.unit:
        body = body_of(found.unit, rest)
        kind = Kind.DEPARTMENT if found.unit.sort == "farm" and not body else kind_of(body)
        return Organ(_unit_name(found, year) + body, body, code, found.unit.level, kind)
    body = rest or phrases.GOVERNMENT
    level = found.place.level if found.place else _agreed(candidate.level for candidate in found.candidates)
    return Organ(found.matched + body, body, code, level, kind_of(body))


def _committee(name: str, rest: str, *, is_unit: bool) -> str:
    """The body of a name that begins with its organisation: 委宣传部 of 中共文成县委员会宣传部."""
    found = next((one for one in phrases.COMMITTEES if one.prefix.match(name)), None)
    if found is None:
        return rest
    return phrases.COMMITTEE.sub(found.of_township if is_unit else found.short, rest)


def _unit_name(found: Match, year: int | None) -> str:
    """The unit below its county, as printed where the county is printed with it."""
    if found.place is None:
        return found.matched
    ancestors = [parent.name for parent in parents(found.place.code, year)]
    named_after = ancestors[:1] if found.unit is not None and found.unit.is_town else ancestors
    is_full = found.matched.startswith((*map(short_name, named_after), CORPS)) or ancestors[0] in found.matched
    return found.matched if is_full else ancestors[0] + found.place.name


def kind_of(body: str) -> Kind:
    """Government, office or department, by the standard name of the body."""
    if body in phrases.GOVERNMENT_BODIES:
        return Kind.GOVERNMENT
    if body.endswith(phrases.OFFICE_SUFFIXES) and phrases.GOVERNMENT in body:
        return Kind.OFFICE
    return Kind.DEPARTMENT


def _agreed(levels: Iterable[Level]) -> Level | None:
    distinct = set(levels)
    return distinct.pop() if len(distinct) == 1 else None
