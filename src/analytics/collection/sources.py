"""``sources.csv``: what is known of each file of a collection, whatever the file says of itself.

Columns: file, organ, place_code, year, origin, url, published, fetched, sha256; empty fields say nothing.
"""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from datetime import date

from analytics.collection.lists import check_place, check_year, make_value_error, read_rows
from analytics.vocabulary.places.fictional import is_fictional
from analytics.vocabulary.terms import Origin

FILE_NAME = "sources.csv"
COLUMNS = ("file", "organ", "place_code", "year", "origin", "url", "published", "fetched", "sha256")


@dataclass(frozen=True, slots=True)
class Source:
    """One row; ``position`` is its order in the list."""

    file: str
    organ: str | None
    place_code: str | None
    year: int | None
    _: KW_ONLY
    origin: Origin | None
    url: str | None
    published: date | None
    fetched: date | None
    sha256: str | None
    position: int


def read_sources(content: bytes | None, *, path: str) -> dict[str, Source]:
    """The rows of a source list by file; none where there is no list. ``path`` is for messages.

    Raises CollectionError naming row and column: a list that cannot be trusted must not decide anything.
    """
    found: dict[str, Source] = {}
    for position, row in read_rows(content, COLUMNS, path=path):
        source = _read_source(row, position, path)
        if source.file in found:
            raise make_value_error(path, position, "file", source.file)
        found[source.file] = source
    return found


def read_addresses(content: bytes, *, path: str) -> tuple[Source, ...]:
    """The rows of a list of what is to be had: ``url`` alone is needed, every other column and its values may be
    missing. Rows without an address are left out. Raises CollectionError as :func:`read_sources`."""
    others = [column for column in COLUMNS if column != "url"]
    rows = read_rows(content, ("url",), path=path, optional=others)
    return tuple(_read_values(row, position, path) for position, row in rows if row["url"])


def _read_source(row: dict[str, str], position: int, path: str) -> Source:
    if not row["file"]:
        raise make_value_error(path, position, "file", "")
    return _read_values(row, position, path)


def _read_values(row: dict[str, str], position: int, path: str) -> Source:
    if row["place_code"]:
        check_place(row["place_code"], path, position)
    if row["year"]:
        check_year(row["year"], path, position)
    if row["origin"] and row["origin"] not in set(Origin):
        raise make_value_error(path, position, "origin", row["origin"])
    if row["origin"] == Origin.SIMULATED and not is_fictional(row["place_code"]):
        raise make_value_error(path, position, "origin", row["origin"])  # a real place never carries an invented number
    return Source(
        file=row["file"].replace("\\", "/"),
        organ=row["organ"] or None,
        place_code=row["place_code"] or None,
        year=int(row["year"]) if row["year"] else None,
        origin=Origin(row["origin"]) if row["origin"] else None,
        url=row["url"] or None,
        published=_read_date(row, "published", position, path),
        fetched=_read_date(row, "fetched", position, path),
        sha256=row["sha256"].lower() or None,
        position=position,
    )


def _read_date(row: dict[str, str], column: str, position: int, path: str) -> date | None:
    try:
        return date.fromisoformat(row[column]) if row[column] else None
    except ValueError as reason:
        raise make_value_error(path, position, column, row[column]) from reason
