"""The organ that a name names: place, standard body, level and kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from analytics.reports.labels import fold
from analytics.reports.model import Organ
from analytics.vocabulary import naming
from analytics.vocabulary.places.chains import Match
from analytics.vocabulary.places.divisions import list_parents, shorten_name
from analytics.vocabulary.places.local_units import CORPS, name_body
from analytics.vocabulary.places.names import match_organ
from analytics.vocabulary.terms import Kind, Level


def find_organ(name: str, *, year: int | None, hints: Sequence[str] = (), prose: Sequence[str] = ()) -> Organ:
    """The organ of a printed name: place, standard body, level and kind. The place may stay unresolved."""
    folded = fold(name)
    return make_organ(folded, match_organ(folded, year, tuple(hints), tuple(prose)), year)


def make_organ(name: str, found: Match, year: int | None) -> Organ:
    """The organ of a name, folded, whose place has been matched."""
    code = found.place.code if found.place else None
    rest = naming.TITLE_FILLERS.sub("", found.rest)
    rest = naming.STANDARD_BODIES.get(rest, rest)
    rest = _name_committee(name, rest, is_unit=found.unit is not None)
    if found.unit and found.unit.sort == "village":
        return Organ(found.matched, kind=Kind.DEPARTMENT)
    if found.unit:
        body = name_body(found.unit, rest)
        kind = Kind.DEPARTMENT if found.unit.sort == "farm" and not body else find_kind(body)
        return Organ(_name_unit(found, year) + body, body, code, found.unit.level, kind)
    body = rest or naming.GOVERNMENT
    level = found.place.level if found.place else _find_agreed_level(candidate.level for candidate in found.candidates)
    return Organ(found.matched + body, body, code, level, find_kind(body))


def _name_committee(name: str, rest: str, *, is_unit: bool) -> str:
    """The body of a name that begins with its organisation: 委宣传部 of 中共文成县委员会宣传部."""
    found = next((committee for committee in naming.COMMITTEES if committee.prefix.match(name)), None)
    if found is None:
        return rest
    return naming.COMMITTEE.sub(found.of_township if is_unit else found.short, rest)


def _name_unit(found: Match, year: int | None) -> str:
    """The unit below its county, as printed where the county is printed with it."""
    if found.place is None:
        return found.matched
    ancestors = [parent.name for parent in list_parents(found.place.code, year)]
    named_after = ancestors[:1] if found.unit is not None and found.unit.is_town else ancestors
    is_full = found.matched.startswith((*map(shorten_name, named_after), CORPS)) or ancestors[0] in found.matched
    return found.matched if is_full else ancestors[0] + found.place.name


def find_kind(body: str) -> Kind:
    """Government, office or department, by the standard name of the body."""
    if body in naming.GOVERNMENT_BODIES:
        return Kind.GOVERNMENT
    if body.endswith(naming.OFFICE_SUFFIXES) and naming.GOVERNMENT in body:
        return Kind.OFFICE
    return Kind.DEPARTMENT


def _find_agreed_level(levels: Iterable[Level]) -> Level | None:
    distinct = set(levels)
    return distinct.pop() if len(distinct) == 1 else None
