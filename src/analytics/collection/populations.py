"""``denominators.csv``: what rates per 10,000 residents are divided by, added by whoever trusts the figures.

Columns: place_code, year, population (residents, a whole number of persons); further columns, such as the source, are
the user's own and not read. A place and year that the list does not have has no rate: nothing is carried over.
"""

from __future__ import annotations

from typing import NamedTuple

from analytics.collection.lists import check_place, check_year, make_value_error, read_rows
from analytics.errors import CollectionError
from analytics.vocabulary.places.divisions import find_current_code

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
    found: dict[tuple[str, int], Denominator] = {}
    for position, row in read_rows(content, COLUMNS, path=path):
        denominator = _read_denominator(row, position, path)
        if (denominator.place_code, denominator.year) in found:
            raise CollectionError(
                "denominators_twice", file=path, row=position, place=denominator.place_code, year=str(denominator.year)
            )
        found[denominator.place_code, denominator.year] = denominator
    return list(found.values())


def _read_denominator(row: dict[str, str], position: int, path: str) -> Denominator:
    check_place(row["place_code"], path, position)
    check_year(row["year"], path, position)
    if not (row["population"].isdecimal() and int(row["population"]) > 0):
        raise make_value_error(path, position, "population", row["population"])
    return Denominator(find_current_code(row["place_code"]), int(row["year"]), int(row["population"]))
