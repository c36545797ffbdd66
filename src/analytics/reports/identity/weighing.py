"""Whose report it is where a document names several organs: its title, makers, signature and prose, weighed.

The title wins. Statements that exclude each other leave the place unresolved, and so do a name that nothing proves
and a place that several places are called.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from analytics.reports.identity.organs import make_organ
from analytics.reports.model import Finding, Organ
from analytics.vocabulary import naming
from analytics.vocabulary.places.chains import Match, is_related
from analytics.vocabulary.places.divisions import Place, list_parents
from analytics.vocabulary.places.names import SURE_WITHIN, match_organ
from analytics.vocabulary.terms import Kind, Level, Severity


class Named(NamedTuple):
    """Names of organs by where they stand: the title and the ``second`` organ there, the makers that the document
    states, the signature among them, the first sentence."""

    title: str
    second: str
    makers: tuple[str, ...]
    signed: str
    acting: str


class Near(NamedTuple):
    """The year and the texts in which parents are named: see ``match_organ``."""

    year: int | None
    hints: tuple[str, ...]
    prose: tuple[str, ...]

    def match(self, name: str) -> Match:
        """The place of a name, with what is known around it."""
        return match_organ(name, self.year, self.hints, self.prose)


def weigh_organ(named: Named, selves: set[str], near: Near) -> tuple[Organ, tuple[Finding, ...]]:
    """The organ, with the finding that says why its place is unresolved."""
    name = named.title or next(iter(named.makers), "") or named.acting
    if not name:
        return Organ(), (Finding("organ_unknown", Severity.WARNING),)
    found = near.match(name)
    if not found.matched:
        name = next((full for full in (*named.makers, named.acting, *near.hints) if _is_full_name_of(full, name)), name)
        found = near.match(name)
    organ = make_organ(name, found, near.year)
    if organ.place_code is None:
        return organ, (_describe_unresolved(name, found, near.year),)
    kind = _find_other_self(organ, found, selves)
    if kind:
        operands = {"name": organ.name, "self": kind}
        return replace(organ, place_code=None), (Finding("organ_speaks_as_another", Severity.WARNING, operands),)
    for other in named.makers:
        if _are_exclusive(near.match(other), found) or (
            other == named.signed and _is_signed_by_other(other, organ, near)
        ):
            operands = {"name": name, "other": other}
            return replace(organ, place_code=None), (Finding("organ_contradicted", Severity.WARNING, operands),)
    if named.second and name == named.title and not _is_second_name(named.second, organ, near):
        operands = {"name": name, "other": named.second}
        return replace(organ, place_code=None), (Finding("organ_named_twice", Severity.WARNING, operands),)
    return organ, _find_doubts(name, found, near.year)


def _find_doubts(name: str, found: Match, year: int | None) -> tuple[Finding, ...]:
    """What is said of a place that the list knows only in the years beside the one of the report."""
    if not found.years_beyond:
        return ()
    return (Finding("place_perhaps_not_of_year", Severity.WARNING, {"name": name, "year": year}),)


def _is_full_name_of(full: str, name: str) -> bool:
    """Whether a full name is that of a body printed without its place: 文成县水利局 of 水利局."""
    return full != name and full.endswith(name.lstrip("省市县区旗州")) and bool(match_organ(full).matched)


def _find_other_self(organ: Organ, found: Match, selves: set[str]) -> str:
    """How the text speaks of itself where no such organ would: 我镇 and 我局 of a county, 我县 of a city."""
    if found.unit is not None or found.place is None:
        return ""
    areas = selves & naming.AREA_SELVES
    if areas:
        is_high = found.place.level in (Level.PROVINCE, Level.PREFECTURE) and not areas & _list_areas(found.place)
        return naming.WE + min(areas) if is_high else ""
    others = selves - naming.AREA_SELVES if organ.kind is Kind.GOVERNMENT else selves & naming.TOWN_SELVES
    return naming.WE + min(others) if others else ""


def _list_areas(place: Place) -> frozenset[str]:
    """The words by which a place may call itself or what lies above it: of 南宁市, 我市 and 我区."""
    return frozenset(area.name[-1] for area in (place, *list_parents(place.code)))


def _are_exclusive(other: Match, found: Match) -> bool:
    """Whether two names are of places of which neither lies in the other, of two units, or of a unit and its county."""
    if other.place is None or found.place is None or other.place.code == found.place.code:
        return False
    if other.unit:
        return found.unit is None or other.unit.name != found.unit.name
    return not is_related(other.place, found.place)


def _is_signed_by_other(signed: str, organ: Organ, near: Near) -> bool:
    """Whether the organ that signs is one of another place, or another department of the same one. What lies above a
    township or zone may stand at the foot of its page."""
    other = make_organ(signed, near.match(signed), near.year)
    if other.place_code is None:
        return False
    if other.place_code != organ.place_code:
        return not {organ.level, other.level} & {Level.TOWNSHIP, Level.ZONE}
    return other.kind is organ.kind is Kind.DEPARTMENT and not are_alike(other.body or "", organ.body or "")


def are_alike(name: str, other: str) -> bool:
    """Whether one name of a body has the characters of the other, in their order: 民宗局 and 民族宗教事务局."""
    short, long = sorted((name, other), key=len)
    characters = iter(long)
    return all(character in characters for character in short)


def _is_second_name(second: str, organ: Organ, near: Near) -> bool:
    """Whether both organs of a title are departments of one place: two names of one body."""
    other = make_organ(second, near.match(second), near.year)
    are_departments = other.kind is organ.kind is Kind.DEPARTMENT and organ.body not in naming.COMMITTEE_NAMES
    return are_departments and other.place_code in (organ.place_code, None)


def _describe_unresolved(name: str, found: Match, year: int | None) -> Finding:
    operands = {"name": name, "candidates": [candidate.code for candidate in found.candidates]}
    if found.unit and found.unit.sort == "village":
        return Finding("organ_below_township", Severity.WARNING, {"name": name})
    if found.years_beyond > SURE_WITHIN:
        return Finding("place_not_of_year", Severity.WARNING, operands | {"year": year})
    if found.is_contradicted:
        return Finding("place_contradicted", Severity.WARNING, operands)
    if len(found.candidates) > 1:
        return Finding("place_ambiguous", Severity.WARNING, operands)
    if found.unit:
        return Finding("place_above_unnamed", Severity.WARNING, operands)
    return Finding("place_named_short" if found.is_bare else "place_unknown", Severity.WARNING, operands)
