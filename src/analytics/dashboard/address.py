"""The address is the view: a frozen Selection ↔ query parameters with stable keys, in any language.

A value that names nothing is reported by the page, never silently replaced.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from analytics.vocabulary.measures import has_measure
from analytics.words import Language

_GROUP = r"own(\|.+)?|[a-z]+\|[a-z]+\|(\d\d|99\d|\d{4})?|nearest\|(population|licensing_decisions)\|\d{1,3}\|.+"
"""Keys of groups, see ``dashboard.groups``."""
LATEST = "latest"
"""In place of a year: of each organ the latest that has a value."""


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
    last: int | None = None
    year: int | None = None
    reference: str | None = None
    build: str | None = None
    empty_years: bool = False
    suspected: bool = False
    peers: str | None = None
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
    among: str | None = None
    view: str | None = None
    latest_of_each: bool = False
    names: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A selection with what could not be understood: (parameter, value)."""

    selection: Selection
    unknown: tuple[tuple[str, str], ...] = field(default=())


def read(parameters: Mapping[str, Sequence[str]], *, organs: Collection[str]) -> Reading:
    """Parameters → selection. ``organs`` are the organ keys of the collection."""
    asked = _Asked(parameters)
    said, base, year = asked.word("lang", "zh|en"), asked.word("base", r"\d{1,6}"), asked.word("y", r"\d{4}|latest")
    selection = Selection(
        Language(said) if said else None,
        asked.known("m", has_measure),
        asked.known("o", organs.__contains__),
        asked.year("from"),
        asked.year("to"),
        int(year) if year and year != LATEST else None,
        next(iter(asked.known("ref", organs.__contains__)), None),
        asked.word("build", ".*"),
        asked.word("empty", "1") == "1",
        asked.word("suspected", "1") == "1",
        asked.word("peers", _GROUP),
        asked.word("by", "value|difference|percent"),
        asked.word("end", "highest|lowest"),
        None if base is None else int(base),
        asked.word("shape", "long|wide"),
        asked.word("scale", "value|log|index"),
        asked.year("index"),
        asked.word("band", "1") == "1",
        asked.word("sums", "1") == "1",
        asked.word("chart", "bars|multiples|dumbbell|slope|index"),
        asked.word("forms", "1") == "1",
        asked.word("aspect", "held|failing|break|late"),
        asked.word("among", _GROUP),
        asked.word("view", "shapes|tiles"),
        year == LATEST,
        asked.word("names", "zh|en|keys"),
    )
    return Reading(selection, tuple(asked.unknown))


class _Asked:
    """Parameters, and those of them that name nothing."""

    def __init__(self, parameters: Mapping[str, Sequence[str]]) -> None:
        self.parameters = parameters
        self.unknown: list[tuple[str, str]] = []

    def known(self, name: str, is_known: Callable[[str], bool]) -> tuple[str, ...]:
        values = [value for value in self.parameters.get(name, ()) if value]
        self.unknown.extend((name, value) for value in values if not is_known(value))
        return tuple(dict.fromkeys(filter(is_known, values)))

    def word(self, name: str, pattern: str) -> str | None:
        text = next(iter(self.parameters.get(name, ())), "")
        if text and not re.fullmatch(pattern, text):
            self.unknown.append((name, text))
            return None
        return text or None

    def year(self, name: str) -> int | None:
        text = self.word(name, r"\d{4}")
        return int(text) if text else None


def write(selection: Selection) -> dict[str, str | list[str]]:
    """Selection → parameters; what is unset is left out."""
    return {name: value for name, value in _pairs(selection).items() if value}


def _pairs(selection: Selection) -> dict[str, str | list[str]]:
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
        "peers": selection.peers or "",
        "by": selection.by or "",
        "end": selection.end or "",
        "shape": selection.shape or "",
        "scale": selection.scale or "",
        "index": str(selection.index_year or ""),
        "band": "1" if selection.band else "",
        "sums": "1" if selection.sums else "",
        "chart": selection.chart or "",
        "aspect": selection.aspect or "",
        "among": selection.among or "",
        "forms": "1" if selection.forms else "",
        "view": selection.view or "",
        "names": selection.names or "",
        "base": "" if selection.base is None else str(selection.base),
    }


PARAMETERS = frozenset(_pairs(Selection()))
"""Every name that an address may hold."""
