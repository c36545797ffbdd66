"""Places: division codes with their names and years of validity, and the places above and below.

Codes are those of GB/T 2260; ``place_id`` is one for all codes and names that a place has had. A place without a
code there (township, subdistrict, development zone) gets an extension code: its parent's code, ``-X`` and a digest
of its name. Source of the data: ``places.NOTICE.md``.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import KW_ONLY, dataclass
from functools import cache, lru_cache
from importlib.resources import files

from analytics.vocabulary.places.fictional import list_fictional_places
from analytics.vocabulary.terms import Level

_SUFFIXES = re.compile(r"(?:自治区|自治州|自治县|自治旗|特别行政区|林区|矿区|新区|地区|省|市|州|盟|县|区|旗)$")
_PEOPLES = re.compile(
    r"(?:壮族|回族|维吾尔|藏族|羌族|彝族|白族|傣族|苗族|侗族|土家族|布依族|蒙古族?|哈萨克|朝鲜族|黎族|瑶族|畲族|满族|"
    r"哈尼族|景颇族|傈僳族|柯尔克孜|土族|撒拉族|东乡族|保安族|裕固族|锡伯|塔吉克|达斡尔族|鄂伦春族?|鄂温克族|仫佬族|"
    r"毛南族|仡佬族|水族|拉祜族|佤族|布朗族|独龙族|怒族|纳西族|普米族|各族)+$"
)


FIRST_YEAR = 2008
"""The first year of the list; an interval from then on may have begun before."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place during one interval; ``valid_to`` None means in force. ``parent_code`` None: a province."""

    code: str
    name: str
    level: Level
    parent_code: str | None
    _: KW_ONLY
    valid_from: int
    valid_to: int | None
    place_id: str

    def is_in_force(self, year: int | None) -> bool:
        """Whether the interval covers the year; without a year, whether the place is in force."""
        if year is None:
            return self.valid_to is None
        return self.valid_from <= year <= (self.valid_to or 9999)


@cache
def list_places() -> tuple[Place, ...]:
    """Every interval of every real place, ordered by code."""
    with files("analytics.vocabulary.places").joinpath("places.csv").open(encoding="utf-8") as file:
        return tuple(
            Place(
                code=row["code"],
                name=row["name"],
                level=Level(row["level"]),
                parent_code=row["parent_code"] or None,
                valid_from=int(row["valid_from"]),
                valid_to=int(row["valid_to"]) if row["valid_to"] else None,
                place_id=row["place_id"],
            )
            for row in csv.DictReader(file)
        )


@cache
def _list_all() -> tuple[Place, ...]:
    """Real and fictional places: a simulated report resolves as a real one does."""
    fictional = (
        Place(
            code=place.code,
            name=place.name,
            level=place.level,
            parent_code=place.parent_code,
            valid_from=place.valid_from,
            valid_to=None,
            place_id=place.code,
        )
        for place in list_fictional_places()
    )
    return (*list_places(), *fictional)


@cache
def _map_by_code() -> dict[str, tuple[Place, ...]]:
    return _group_pairs((place.code, place) for place in _list_all())


@cache
def map_by_name() -> dict[str, tuple[Place, ...]]:
    """Every place, real and fictional, under its name."""
    return _group_pairs((place.name, place) for place in _list_all())


@cache
def map_by_short_name() -> dict[str, tuple[Place, ...]]:
    """Every place under its name without the kind: 芮城 for 芮城县."""
    return _group_pairs((shorten_name(place.name), place) for place in _list_all())


@cache
def map_by_alias() -> dict[str, tuple[Place, ...]]:
    """Places under the shorter names that keep the kind: 海南州 for 海南藏族自治州, 达茂旗 for 达尔罕茂明安联合旗."""
    with files("analytics.vocabulary.places").joinpath("place_aliases.csv").open(encoding="utf-8") as file:
        listed = [(row["alias"], place) for row in csv.DictReader(file) for place in map_by_name()[row["name"]]]
    listed += _list_regular_aliases()
    # 巴州 is 巴音郭楞 in one province, and short for 巴州区 in another.
    namesakes = [(alias, place) for alias, _ in listed for place in map_by_short_name().get(alias, ())]
    return _group_pairs(dict.fromkeys((*listed, *namesakes)))


def _list_regular_aliases() -> Iterator[tuple[str, Place]]:
    for place in _list_all():
        kind = re.search("自治(州|县|旗)$", place.name)
        short = shorten_name(place.name)
        if kind and short != place.name:
            yield short + kind[1], place


def _group_pairs(pairs: Iterable[tuple[str, Place]]) -> dict[str, tuple[Place, ...]]:
    grouped: dict[str, list[Place]] = {}
    for key, place in pairs:
        grouped.setdefault(key, []).append(place)
    return {key: tuple(ones) for key, ones in grouped.items()}


def shorten_name(name: str) -> str:
    """The name without its kind and people (芮城县 → 芮城, 白沙黎族自治县 → 白沙); at least two characters stay."""
    stem = _SUFFIXES.sub("", name)
    stem = _PEOPLES.sub("", stem) or stem
    return stem if len(stem) > 1 else name


def split_name(name: str) -> tuple[str, str, str]:
    """Name, peoples of an autonomous area, kind: 白沙黎族自治县 → 白沙, 黎族, 自治县. 矿区 alone is a name."""
    found = _SUFFIXES.search(name)
    kind = found[0] if found and found.start() else ""
    whole = name.removesuffix(kind)
    stem = _PEOPLES.sub("", whole) or whole
    return stem, whole[len(stem) :], kind


def find_place(code: str, year: int | None = None) -> Place | None:
    """The place of a code, in the interval of ``year`` or else the latest one; None for an unknown code."""
    intervals = _map_by_code().get(code, ())
    fitting = [interval for interval in intervals if interval.is_in_force(year)]
    ordered = fitting or sorted(intervals, key=lambda interval: interval.valid_from)
    return ordered[-1] if ordered else None


def list_parents(code: str, year: int | None = None) -> tuple[Place, ...]:
    """The places above, nearest first. An extension code has the place of its first six digits above it."""
    if "-X" in code:
        above = find_place(code.split("-X")[0], year)
        return (above, *list_parents(above.code, year)) if above else ()
    found: list[Place] = []
    here = find_place(code, year)
    while here is not None and here.parent_code:
        here = find_place(here.parent_code, year)
        if here is not None:
            found.append(here)
    return tuple(found)


@lru_cache(maxsize=4096)
def list_counties_below(code: str, year: int | None = None) -> frozenset[str]:
    """Codes of the county-level places right below a prefecture in a year, or in force now."""
    return frozenset(
        place.code
        for place in _list_all()
        if place.parent_code == code and place.level is Level.COUNTY and place.is_in_force(year)
    )


def find_current_code(code: str) -> str:
    """The code in force of the place that had this code; the code itself where none is. An extension code goes with
    the place of its first six digits."""
    if "-X" in code:
        above, digest = code.split("-X")
        return f"{find_current_code(above)}-X{digest}"
    here = find_place(code)
    if here is None or here.valid_to is None:
        return code
    return next(
        (place.code for place in _list_all() if place.place_id == here.place_id and place.valid_to is None), code
    )


@cache
def _map_by_id() -> dict[str, tuple[Place, ...]]:
    return _group_pairs((place.place_id, place) for place in _list_all())


def count_years_beyond(here: Place, year: int | None) -> int:
    """Years between a year and the nearest one in which the place stood under its name, whatever its code and kind: 0
    where it did then. 洪泽县 stands on as 洪泽区; 萝岗区 does not as the district that took it in. The list begins in
    :data:`FIRST_YEAR`; before it, nothing is known to have been missing."""
    if year is None:
        return 0
    listed_year = max(year, FIRST_YEAR)
    named = shorten_name(here.name)
    intervals = [place for place in _map_by_id().get(here.place_id, (here,)) if shorten_name(place.name) == named]
    return min(
        max(interval.valid_from - listed_year, listed_year - (interval.valid_to or listed_year), 0)
        for interval in intervals
    )


def is_shared_name(name: str) -> bool:
    """Whether several places in force bear the name (鼓楼区: four)."""
    return len({place.place_id for place in map_by_name().get(name, ()) if place.valid_to is None}) > 1


def make_extension_code(parent_code: str, name: str) -> str:
    """A code for a township, subdistrict or zone: deterministic, and never mistaken for a code of the standard."""
    return f"{parent_code}-X{hashlib.sha256(name.encode()).hexdigest()[:6].upper()}"
