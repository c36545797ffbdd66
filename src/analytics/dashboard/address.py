"""The address is the view: a frozen Selection ↔ query parameters with stable keys, in any language.

A value that names nothing is reported by the page, never silently replaced.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from analytics.vocabulary.measures import has_measure
from analytics.words import Language


@dataclass(frozen=True, slots=True)
class Selection:
    """What a page shows. ``organs`` are organ keys, ``measures`` measure keys, ``year`` None means latest of each.
    ``empty_years`` shows years without a report, ``suspected`` changes whose coverage is in doubt."""

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


@dataclass(frozen=True, slots=True)
class Reading:
    """A selection with what could not be understood: (parameter, value)."""

    selection: Selection
    unknown: tuple[tuple[str, str], ...] = field(default=())


def read(parameters: Mapping[str, Sequence[str]], *, organs: Collection[str]) -> Reading:
    """Parameters → selection. ``organs`` are the organ keys of the collection."""
    unknown: list[tuple[str, str]] = []

    def known(name: str, held: Collection[str] | None) -> tuple[str, ...]:
        values = [value for value in parameters.get(name, ()) if value]
        good = [value for value in values if (has_measure(value) if held is None else value in held)]
        unknown.extend((name, value) for value in values if value not in good)
        return tuple(dict.fromkeys(good))

    def year(name: str) -> int | None:
        text = next(iter(parameters.get(name, ())), "")
        if text and not (text.isdigit() and len(text) == 4):
            unknown.append((name, text))
            return None
        return int(text) if text else None

    def flag(name: str) -> bool:
        text = next(iter(parameters.get(name, ())), "")
        if text not in ("", "1"):
            unknown.append((name, text))
        return text == "1"

    said = next(iter(parameters.get("lang", ())), "")
    if said and said not in set(Language):
        unknown.append(("lang", said))
    selection = Selection(
        Language(said) if said in set(Language) else None,
        known("m", None),
        known("o", organs),
        year("from"),
        year("to"),
        year("y"),
        next(iter(known("ref", organs)), None),
        next(iter(parameters.get("build", ())), None),
        flag("empty"),
        flag("suspected"),
    )
    return Reading(selection, tuple(unknown))


def write(selection: Selection) -> dict[str, str | list[str]]:
    """Selection → parameters; what is unset is left out."""
    pairs: dict[str, str | list[str]] = {
        "lang": str(selection.language) if selection.language else "",
        "m": list(selection.measures),
        "o": list(selection.organs),
        "from": str(selection.first or ""),
        "to": str(selection.last or ""),
        "y": str(selection.year or ""),
        "ref": selection.reference or "",
        "build": selection.build or "",
        "empty": "1" if selection.empty_years else "",
        "suspected": "1" if selection.suspected else "",
    }
    return {name: value for name, value in pairs.items() if value}
