"""Places: division codes with their years of validity, and the place that a text names.

Codes are those of GB/T 2260; ``place_id`` is one for all codes and names that a place has had. A place without a
code there (township, subdistrict, development zone) gets an extension code: its parent's code, ``-X`` and a digest
of its name. Matching goes by name and parents and never guesses: a name that several places bear stays unresolved
until a parent is named. Source of the data: ``places.NOTICE.md``.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files

from analytics.vocabulary.fictional import fictional_places
from analytics.vocabulary.terms import Level

_SUFFIXES = re.compile(r"(?:自治区|自治州|自治县|自治旗|特别行政区|林区|矿区|新区|地区|省|市|州|盟|县|区|旗)$")
_PEOPLES = re.compile(
    r"(?:壮族|回族|维吾尔|藏族|羌族|彝族|白族|傣族|苗族|侗族|土家族|布依族|蒙古族?|哈萨克|朝鲜族|黎族|瑶族|畲族|满族|"
    r"哈尼族|景颇族|傈僳族|柯尔克孜|土族|撒拉族|东乡族|保安族|裕固族|锡伯|塔吉克|达斡尔族|鄂伦春族?|鄂温克族|仫佬族|"
    r"毛南族|仡佬族|水族|拉祜族|佤族|布朗族|独龙族|怒族|纳西族|普米族|各族)+$"
)
_TOWNSHIP = re.compile(
    r"(?P<name>[\u3400-\u9fff]{1,12}?(?:"
    r"(?:民族乡|街道|镇|乡|苏木)(?=$|人民政府|政府|办事处)"
    r"|(?:经济技术|高新技术产业|经济|高新|工业)开发区|开发区|管理区|新城))"
)


@dataclass(frozen=True, slots=True)
class Place:
    """One place during one interval; ``valid_to`` None means in force. ``parent_code`` None: a province."""

    code: str
    name: str
    level: Level
    parent_code: str | None
    valid_from: int
    valid_to: int | None
    place_id: str

    def holds(self, year: int | None) -> bool:
        """Whether the interval covers the year; without a year, whether the place is in force."""
        if year is None:
            return self.valid_to is None
        return self.valid_from <= year <= (self.valid_to or 9999)


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


@cache
def places() -> tuple[Place, ...]:
    """Every interval of every real place, ordered by code."""
    with files("analytics.vocabulary").joinpath("places.csv").open(encoding="utf-8") as file:
        return tuple(
            Place(
                row["code"], row["name"], Level(row["level"]), row["parent_code"] or None,
                int(row["valid_from"]), int(row["valid_to"]) if row["valid_to"] else None, row["place_id"],
            )
            for row in csv.DictReader(file)
        )  # fmt: skip


@cache
def _all() -> tuple[Place, ...]:
    """Real and fictional places: a simulated report resolves as a real one does."""
    fictional = (
        Place(one.code, one.name, one.level, one.parent_code, one.valid_from, None, one.code)
        for one in fictional_places()
    )
    return (*places(), *fictional)


@cache
def _by_code() -> dict[str, tuple[Place, ...]]:
    return _grouped((one.code, one) for one in _all())


@cache
def _by_name() -> dict[str, tuple[Place, ...]]:
    return _grouped((one.name, one) for one in _all())


@cache
def _by_short_name() -> dict[str, tuple[Place, ...]]:
    return _grouped((short, one) for one in _all() for short in _short_names(one.name))


def _short_names(name: str) -> Iterator[str]:
    """芮城 for 芮城县; for 海南藏族自治州 also 海南州, as it is called."""
    short = short_name(name)
    yield short
    kind = re.search("自治(州|县|旗)$", name)
    if kind and short != name:
        yield short + kind[1]


def _grouped(pairs: Iterable[tuple[str, Place]]) -> dict[str, tuple[Place, ...]]:
    grouped: dict[str, list[Place]] = {}
    for key, one in pairs:
        grouped.setdefault(key, []).append(one)
    return {key: tuple(ones) for key, ones in grouped.items()}


def short_name(name: str) -> str:
    """The name without its kind and people (芮城县 → 芮城, 白沙黎族自治县 → 白沙); at least two characters stay."""
    stem = _SUFFIXES.sub("", name)
    stem = _PEOPLES.sub("", stem) or stem
    return stem if len(stem) > 1 else name


def place(code: str, year: int | None = None) -> Place | None:
    """The place of a code, in the interval of ``year`` or else the latest one; None for an unknown code."""
    intervals = _by_code().get(code, ())
    fitting = [one for one in intervals if one.holds(year)]
    ordered = fitting or sorted(intervals, key=lambda one: one.valid_from)
    return ordered[-1] if ordered else None


def parents(code: str, year: int | None = None) -> tuple[Place, ...]:
    """The places above, nearest first. An extension code has the place of its first six digits above it."""
    if "-X" in code:
        above = place(code.split("-X")[0], year)
        return (above, *parents(above.code, year)) if above else ()
    found: list[Place] = []
    here = place(code, year)
    while here is not None and here.parent_code:
        here = place(here.parent_code, year)
        if here is not None:
            found.append(here)
    return tuple(found)


@lru_cache(maxsize=4096)
def counties_below(code: str, year: int | None = None) -> frozenset[str]:
    """Codes of the county-level places right below a prefecture in a year, or in force now."""
    return frozenset(
        one.code for one in _all() if one.parent_code == code and one.level is Level.COUNTY and one.holds(year)
    )


def full_name(code: str, year: int | None = None) -> str:
    """江苏省淮安市洪泽区; the code itself where it is unknown."""
    here = place(code, year)
    return "".join(one.name for one in (*reversed(parents(code, year)), here)) if here else code


def current_code(code: str) -> str:
    """The code in force of the place that had this code; the code itself where none is."""
    here = place(code)
    if here is None or here.valid_to is None:
        return code
    return next((one.code for one in _all() if one.place_id == here.place_id and one.valid_to is None), code)


def is_shared_name(name: str) -> bool:
    """Whether several places in force bear the name (鼓楼区: four)."""
    return len({one.place_id for one in _by_name().get(name, ()) if one.valid_to is None}) > 1


def extension_code(parent_code: str, name: str) -> str:
    """A code for a township, subdistrict or zone: deterministic, and never mistaken for a code of the standard."""
    return f"{parent_code}-X{hashlib.sha256(name.encode()).hexdigest()[:6].upper()}"


@lru_cache(maxsize=4096)
def match_organ(text: str, year: int | None = None, hints: tuple[str, ...] = (), prose: tuple[str, ...] = ()) -> Match:
    """The place that the beginning of an organ's name names, e.g. 南京市江宁区城市管理局 → 江宁区, 城市管理局.

    ``hints`` are texts in which a parent may be named anywhere (title, path, source list); in ``prose`` a parent
    counts only right before the place's own name, since any text may mention another city. Both only choose
    between candidates. Short names (芮城 for 芮城县) count where exactly one place has them.
    """
    chain, rest = _chain(text, year)
    if not chain:
        return _township(Match(None, (), "", text), text, year, (*hints, *prose))
    matched = text[: len(text) - len(rest)]
    candidates = _choose(chain, year, hints, prose)
    former = bool(candidates) and not any(one.holds(year) for one in candidates)
    found = Match(candidates[0] if len(candidates) == 1 else None, candidates, matched, rest, former)
    return _township(found, rest, year, (*hints, *prose))


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
        for index in (_by_name(), _by_short_name()):
            bearers = index.get(text[:length], ())
            if chain:
                bearers = tuple(one for one in bearers if _is_under(one, chain[-1]))
            if index is not _by_name():
                bearers = _one_place(bearers, year)
            if bearers and not _is_half_a_name(text, length, index is _by_name()):
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
            for one in _by_name().get(before[-length:], ()):
                if one.holds(year):
                    counties.add(one)
    return counties.pop() if len({one.place_id for one in counties}) == 1 else None
