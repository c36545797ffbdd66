"""``sources.csv``: what is known of each file of a collection, whatever the file says of itself.

Columns: file, organ, place_code, year, origin, url, published, fetched, sha256; empty fields say nothing.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date

from analytics.errors import CollectionError
from analytics.vocabulary.fictional import is_fictional
from analytics.vocabulary.places import place
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
    if content is None:
        return {}
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as reason:
        raise CollectionError("sources_encoding", file=path) from reason
    reader = csv.DictReader(io.StringIO(text))
    missing = [column for column in COLUMNS if column not in (reader.fieldnames or ())]
    if missing:
        raise CollectionError("sources_column_missing", file=path, columns=missing)
    found: dict[str, Source] = {}
    for position, row in enumerate(reader, start=2):
        source = _source({key: (value or "").strip() for key, value in row.items() if key}, position, path)
        if source.file in found:
            raise _bad(path, position, "file", source.file)
        found[source.file] = source
    return found


def _source(row: dict[str, str], position: int, path: str) -> Source:
    if not row["file"]:
        raise _bad(path, position, "file", "")
    if row["place_code"] and place(row["place_code"].split("-X")[0]) is None:
        raise _bad(path, position, "place_code", row["place_code"])
    if row["year"] and not (row["year"].isdigit() and 1949 <= int(row["year"]) <= 2100):
        raise _bad(path, position, "year", row["year"])
    if row["origin"] and row["origin"] not in set(Origin):
        raise _bad(path, position, "origin", row["origin"])
    if row["origin"] == Origin.SIMULATED and not is_fictional(row["place_code"]):
        raise _bad(path, position, "origin", row["origin"])  # a real place never carries an invented number
    return Source(
        row["file"].replace("\\", "/"),
        row["organ"] or None,
        row["place_code"] or None,
        int(row["year"]) if row["year"] else None,
        Origin(row["origin"]) if row["origin"] else None,
        row["url"] or None,
        _date(row, "published", position, path),
        _date(row, "fetched", position, path),
        row["sha256"].lower() or None,
        position,
    )


def _date(row: dict[str, str], column: str, position: int, path: str) -> date | None:
    try:
        return date.fromisoformat(row[column]) if row[column] else None
    except ValueError as reason:
        raise _bad(path, position, column, row[column]) from reason


def _bad(path: str, position: int, column: str, value: str) -> CollectionError:
    return CollectionError("sources_value", file=path, row=position, column=column, value=value)
