"""Lists that someone keeps beside the documents → their rows, as text, with the checks that every list needs.

A list that cannot be trusted must not decide anything: each refusal is a CollectionError that names row and column.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from analytics.errors import CollectionError
from analytics.vocabulary import form
from analytics.vocabulary.places.divisions import find_place

FIRST_YEAR, LAST_YEAR = 1949, 2100


def read_rows(
    content: bytes | None, columns: Sequence[str], *, path: str, optional: Sequence[str] = ()
) -> Iterator[tuple[int, dict[str, str]]]:
    """(position, row) of a CSV: positions as a spreadsheet counts them, ``columns`` all there, ``optional`` ones empty
    where they are not, fields without white space around them; further columns are left out. No content, no rows.
    ``path`` is for messages."""
    if content is None:
        return
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as reason:
        raise CollectionError("sources_encoding", file=path) from reason
    reader = csv.DictReader(io.StringIO(text))
    missing = [column for column in columns if column not in (reader.fieldnames or ())]
    if missing:
        raise CollectionError("sources_column_missing", file=path, columns=missing)
    for position, row in enumerate(reader, start=2):
        yield position, {name: (row.get(name) or "").strip() for name in (*columns, *optional)}


def read_cell(text: str) -> int | None:
    """The code of a cell of the form by its code or its key (``III.new.total``); None where there is no such cell."""
    known = form.map_cells_by_code()
    if text.isdecimal():
        return int(text) if int(text) in known else None
    return next((code for code, cell in known.items() if cell.key == text), None)


def make_value_error(path: str, position: int, column: str, value: str) -> CollectionError:
    """The refusal of a value."""
    return CollectionError("sources_value", file=path, row=position, column=column, value=value)


def check_place(code: str, path: str, position: int) -> None:
    """Refuse a division code that no place has had; an extension code is judged by the place above it."""
    if find_place(code.split("-X")[0]) is None:
        raise make_value_error(path, position, "place_code", code)


def check_year(year: str, path: str, position: int) -> None:
    """Refuse what is no year."""
    if not (year.isdecimal() and FIRST_YEAR <= int(year) <= LAST_YEAR):
        raise make_value_error(path, position, "year", year)
