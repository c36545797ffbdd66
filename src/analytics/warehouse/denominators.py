"""``denominators.csv``: what rates per 10,000 residents are divided by, added by whoever trusts the figures.

Columns: place_code, year, population (residents, a whole number of persons); further columns, such as the source, are
the user's own and not read. A place and year that the list does not have has no rate: nothing is carried over.
"""

from __future__ import annotations

import csv
import io
from typing import NamedTuple

from analytics.errors import CollectionError
from analytics.vocabulary.places import current_code, place

FILE_NAME = "denominators.csv"
COLUMNS = ("place_code", "year", "population")


class Denominator(NamedTuple):
    """Residents of a place in a year, under the division code in force now."""

    place_code: str
    year: int
    population: int


def read_denominators(content: bytes | None, *, path: str) -> list[Denominator]:
    """The rows of the list, none where there is no list. ``path`` is for messages.

    Raises CollectionError naming row and column.
    """
    if content is None:
        return []
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as reason:
        raise CollectionError("sources_encoding", file=path) from reason
    reader = csv.DictReader(io.StringIO(text))
    missing = [column for column in COLUMNS if column not in (reader.fieldnames or ())]
    if missing:
        raise CollectionError("sources_column_missing", file=path, columns=missing)
    found: dict[tuple[str, int], Denominator] = {}
    for position, row in enumerate(reader, start=2):
        one = _denominator({name: (row[name] or "").strip() for name in COLUMNS}, position, path)
        if (one.place_code, one.year) in found:
            raise CollectionError(
                "denominators_twice", file=path, row=position, place=one.place_code, year=str(one.year)
            )
        found[one.place_code, one.year] = one
    return list(found.values())


def _denominator(row: dict[str, str], position: int, path: str) -> Denominator:
    if place(row["place_code"].split("-X")[0]) is None:
        raise _bad(path, position, "place_code", row["place_code"])
    if not (row["year"].isdecimal() and 1949 <= int(row["year"]) <= 2100):
        raise _bad(path, position, "year", row["year"])
    if not (row["population"].isdecimal() and int(row["population"]) > 0):
        raise _bad(path, position, "population", row["population"])
    return Denominator(current_code(row["place_code"]), int(row["year"]), int(row["population"]))


def _bad(path: str, position: int, column: str, value: str) -> CollectionError:
    return CollectionError("sources_value", file=path, row=position, column=column, value=value)
