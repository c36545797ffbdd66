"""The address is the view: a frozen Selection ↔ query parameters with stable keys, in any language.

A value that names nothing is reported by the page, never silently replaced.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass

from analytics.dashboard.state.group_keys import GroupKey, parse_group_key, write_group_key
from analytics.vocabulary.measures import has_measure
from analytics.words import Language

_YEAR, _BUILD = r"(19|20)\d\d", r"\d{8}T\d{6,12}"
LATEST = "latest"
"""In place of a year: of each organ the latest that has a value."""
_DEFAULTS = {"scale": "value", "chart": "bars", "aspect": "held"}
"""Words for what a page shows anyway; a selection leaves them unsaid."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What a page shows.

    ``organs`` are organ keys, ``peers`` the key of a group of them, ``among`` of the peers of one, ``measures`` measure
    keys; ``year`` None is unsaid, unless ``latest_of_each``; ``reference`` is the organ compared with.
    ``empty_years`` shows years without a report, ``suspected`` changes whose coverage is in doubt. ``by``, ``end`` and
    ``base`` say how a ranking stands, ``scale`` and ``index_year`` how an axis does, ``band`` shows peers' quartiles,
    ``sums`` the sum of a prefecture's counties, ``forms`` whole forms; ``chart`` is one of a page's charts, ``aspect``
    what a matrix of reports is looked at for, ``shape`` that of a table, ``names`` how
    its columns are named (a language or keys; without it as the page), ``view`` how a map is drawn.
    """

    language: Language | None = None
    measures: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()
    first: int | None = None
    _: KW_ONLY
    last: int | None = None
    year: int | None = None
    reference: str | None = None
    build: str | None = None
    empty_years: bool = False
    suspected: bool = False
    peers: GroupKey | None = None
    by: str | None = None
    end: str | None = None
    base: int | None = None
    shape: str | None = None
    scale: str | None = None
    index_year: int | None = None
    band: bool = False
    sums: bool = False
    chart: str | None = None
    forms: bool = False
    aspect: str | None = None
    among: GroupKey | None = None
    view: str | None = None
    latest_of_each: bool = False
    names: str | None = None


@dataclass(frozen=True, slots=True)
class ParsedAddress:
    """A selection with what could not be understood: ``unknown`` values and ``strange`` parameters, as (parameter,
    value), and years that run ``backwards`` (first, last)."""

    selection: Selection
    unknown: tuple[tuple[str, str], ...] = ()
    strange: tuple[tuple[str, str], ...] = ()
    backwards: tuple[int, int] | None = None


def read(
    parameters: Mapping[str, Sequence[str]], *, organs: Collection[str], years: Collection[int] | None = None
) -> ParsedAddress:
    """Parameters → selection. ``organs`` are the organ keys of the collection, ``years`` those that it can show; any
    will do without them."""
    reader = _Asked(parameters, years)
    language, base, year = (
        reader.read_word("lang", "zh|en"),
        reader.read_word("base", r"\d{1,6}"),
        reader.year("y", LATEST),
    )
    first, last = reader.year("from"), reader.year("to")
    backwards = (int(first), int(last)) if first and last and first > last else None
    selection = Selection(
        language=Language(language) if language else None,
        measures=reader.known("m", has_measure),
        organs=reader.known("o", organs.__contains__),
        first=int(first) if first and not backwards else None,
        last=int(last) if last and not backwards else None,
        year=int(year) if year and year != LATEST else None,
        latest_of_each=year == LATEST,
        reference=next(iter(reader.known("ref", organs.__contains__, most=1)), None),
        build=reader.read_word("build", _BUILD),
        empty_years=reader.read_word("empty", "1") == "1",
        suspected=reader.read_word("suspected", "1") == "1",
        peers=reader.read_group("peers"),
        among=reader.read_group("among"),
        by=reader.read_word("by", "value|difference|percent"),
        end=reader.read_word("end", "highest|lowest"),
        base=None if base is None else int(base),
        shape=reader.read_word("shape", "long|wide"),
        scale=reader.read_word("scale", "value|log|index"),
        index_year=int(index) if (index := reader.year("index")) else None,
        band=reader.read_word("band", "1") == "1",
        sums=reader.read_word("sums", "1") == "1",
        chart=reader.read_word("chart", "bars|multiples|dumbbell|slope|index"),
        forms=reader.read_word("forms", "1") == "1",
        aspect=reader.read_word("aspect", "held|failing|break|late"),
        view=reader.read_word("view", "shapes|tiles"),
        names=reader.read_word("names", "zh|en|keys"),
    )
    strange = [(name, value) for name in parameters if name not in PARAMETERS for value in parameters[name]]
    return ParsedAddress(selection, tuple(reader.unknown), tuple(strange), backwards)


class _Asked:
    """Parameters, and those of them that name nothing."""

    def __init__(self, parameters: Mapping[str, Sequence[str]], years: Collection[int] | None) -> None:
        self.parameters, self.years = parameters, years
        self.unknown: list[tuple[str, str]] = []

    def known(self, name: str, is_known: Callable[[str], bool], *, most: int | None = None) -> tuple[str, ...]:
        values = [value for value in self.parameters.get(name, ()) if value]
        found = tuple(dict.fromkeys(filter(is_known, values)))[:most]
        self.unknown.extend((name, value) for value in values if value not in found)
        return found

    def read_word(self, name: str, pattern: str) -> str | None:
        """The one value of a parameter; a second one names nothing."""
        found = self.known(name, lambda value: re.fullmatch(pattern, value) is not None, most=1)
        return next((value for value in found if value != _DEFAULTS.get(name)), None)

    def read_group(self, name: str) -> GroupKey | None:
        """The one group that a parameter names."""
        found = self.known(name, lambda value: parse_group_key(value) is not None, most=1)
        return parse_group_key(found[0]) if found else None

    def year(self, name: str, *words: str) -> str | None:
        def is_year(value: str) -> bool:
            is_one = re.fullmatch(_YEAR, value) is not None
            return value in words or (is_one and (self.years is None or int(value) in self.years))

        return next(iter(self.known(name, is_year, most=1)), None)


def write(selection: Selection) -> dict[str, str | list[str]]:
    """Selection → parameters; what is unset is left out."""
    return {name: value for name, value in _list_pairs(selection).items() if value}


def _list_pairs(selection: Selection) -> dict[str, str | list[str]]:
    return {
        "lang": str(selection.language) if selection.language else "",
        "m": list(selection.measures),
        "o": list(selection.organs),
        "from": str(selection.first or ""),
        "to": str(selection.last or ""),
        "y": LATEST if selection.latest_of_each else str(selection.year or ""),
        "ref": selection.reference or "",
        "build": selection.build or "",
        "empty": "1" if selection.empty_years else "",
        "suspected": "1" if selection.suspected else "",
        "peers": write_group_key(selection.peers) if selection.peers else "",
        "by": selection.by or "",
        "end": selection.end or "",
        "shape": selection.shape or "",
        "scale": selection.scale or "",
        "index": str(selection.index_year or ""),
        "band": "1" if selection.band else "",
        "sums": "1" if selection.sums else "",
        "chart": selection.chart or "",
        "aspect": selection.aspect or "",
        "among": write_group_key(selection.among) if selection.among else "",
        "forms": "1" if selection.forms else "",
        "view": selection.view or "",
        "names": selection.names or "",
        "base": "" if selection.base is None else str(selection.base),
    }


PARAMETERS = frozenset(_list_pairs(Selection()))
"""Every name that an address may hold."""
DATA_LINK_PARAMETERS = ("m", "o", "peers", "from", "to", "empty", "shape", "names", "lang", "build", "bom")
"""What a data link may hold: those that choose rows."""
