"""Changes of every measure, organ and year, worked out once when a build is made: the table ``change``.

In come the frames of ``transforms.series.long_frame.build_changes``, out go the same rows of any measures, organs and
years. How a change is worked out is not known here. Facts stay apart: these rows are derived, and made anew with every
build.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import duckdb
import numpy as np
import pandas as pd

_WORDS = (
    "measure", "status", "edition", "measured_in", "origin", "read_from", "scope", "status_previous",
    "edition_previous", "basis", "absent_reason", "percent_absent_reason",
)  # fmt: skip
"""Text of few different values, kept as small codes."""
_TEXT = (*_WORDS, "printed")
_NUMBERS = {"organ_id": "INTEGER", "year": "SMALLINT", "report_id": "INTEGER", "cell": "INTEGER",
            "stated_by_year": "SMALLINT", "stated_previous": "SMALLINT"}  # fmt: skip
_FEW = 64
"""Organs of which a frame is made row by row."""
_KINDS = {"organ_id": "int64", "year": "Int16", "report_id": "Int64", "cell": "Int64", "stated_by_year": "Int16",
          "stated_previous": "Int16"}  # fmt: skip


def load_changes(con: duckdb.DuckDBPyConnection, frames: Iterable[pd.DataFrame]) -> None:
    """Make the table ``change`` of frames that follow one another in order of measure, organ and year."""
    casts = [*((name, "VARCHAR") for name in _TEXT), *_NUMBERS.items()]
    typed = ", ".join(f"{name}::{kind} AS {name}" for name, kind in casts)
    for number, frame in enumerate(frames):
        con.register("incoming", frame)
        start = "INSERT INTO derived" if number else "CREATE TEMP TABLE derived AS"
        con.execute(f"{start} SELECT * REPLACE ({typed}) FROM incoming")
        con.unregister("incoming")
    coded = ", ".join(f"{name}::{kind} AS {name}" for name, kind in _create_enums(con).items())
    con.execute(f"CREATE TABLE change AS SELECT * {f'REPLACE ({coded})' if coded else ''} FROM derived")
    con.execute("DROP TABLE derived")


def _create_enums(con: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """A type for each column of words that has any, its values in the order in which they first stand."""
    made = {}
    for name in _WORDS:
        found = con.execute(
            f"SELECT {name} FROM derived WHERE {name} IS NOT NULL GROUP BY ALL ORDER BY min(rowid)"
        ).fetchall()
        if found:
            made[name] = f"change_{name}"
            con.execute(f"CREATE TYPE {made[name]} AS ENUM ({', '.join(repr(str(word)) for (word,) in found)})")
    return made


def read_changes(
    con: duckdb.DuckDBPyConnection,
    measures: Sequence[str],
    organs: Sequence[int] | None,
    years: Sequence[int] | None,
    *,
    first_year: int | None,
    columns: Sequence[str] | None = None,
) -> pd.DataFrame:
    """The rows of some measures, in the order of ``measures``, ``organs`` and year; of all organs that have a current
    report, and all years from ``first_year``, that of the first of them, where these are None. ``columns`` beside
    organ_id, year and measure, all without it."""
    keys = list(dict.fromkeys(measures))
    where, parameters = _build_where(keys, organs, years, first_year)
    names = "*" if columns is None else ", ".join(f'"{name}"' for name in ("organ_id", "year", "measure", *columns))
    query = f"SELECT {names} FROM change WHERE {where}"
    if organs is not None and len(organs) <= _FEW:
        result = con.execute(query, parameters)
        kinds = {str(column[0]): str(column[1]) for column in result.description}
        return _build_small_frame(kinds, result.fetchall(), keys, organs)
    found = con.execute(f"{query} ORDER BY measure, organ_id, year", parameters).df()
    # Column by column into a new frame: astype over all would copy it several times.
    frame = pd.DataFrame({name: _restore_type(str(name), column) for name, column in found.items()}, copy=False)
    if organs is None and len(keys) == 1:  # as the database orders it
        return frame
    order = [
        frame["year"].to_numpy(),
        frame["organ_id"].to_numpy(),
        pd.Index(keys).get_indexer(pd.Index(frame["measure"])),
    ]
    if organs is not None:
        order[1] = pd.Index(list(dict.fromkeys(organs))).get_indexer(pd.Index(frame["organ_id"]))
    return frame.iloc[np.lexsort(order)].reset_index(drop=True)


def _build_small_frame(
    kinds: Mapping[str, str], rows: Sequence[tuple[Any, ...]], measures: Sequence[str], organs: Sequence[int]
) -> pd.DataFrame:
    """The same frame of few rows, made of tuples: by way of columns it would take twice as long. ``kinds`` are the
    database's, by column."""
    names = list(kinds)
    measure_at, organ_at = ({key: at for at, key in enumerate(dict.fromkeys(each))} for each in (measures, organs))
    organ, year, measure = (names.index(name) for name in ("organ_id", "year", "measure"))
    ordered = sorted(rows, key=lambda row: (measure_at[row[measure]], organ_at[row[organ]], row[year]))
    columns = zip(*ordered, strict=True) if ordered else ([] for _ in names)
    # A copy puts columns of one type together: what selects rows has fewer parts to look through.
    return pd.DataFrame(
        {name: _make_column(name, kinds[name], list(values)) for name, values in zip(names, columns, strict=True)}
    ).copy()


def _make_column(name: str, kind: str, values: list[Any]) -> Any:
    if name in _KINDS:
        return pd.array(values, dtype=_KINDS[name])  # type: ignore[call-overload]
    if name in _TEXT:
        return pd.Series([np.nan if value is None else value for value in values], dtype="object")
    return np.array(values, dtype=bool if kind == "BOOLEAN" else float)


def _restore_type(name: str, column: pd.Series) -> pd.Series:
    """The column's values: numbers in their types, text as objects with NaN for what is missing."""
    if name in _KINDS:
        return column.astype(_KINDS[name])  # type: ignore[call-overload,no-any-return]
    if name not in _TEXT:
        return column
    if isinstance(column.dtype, pd.CategoricalDtype):
        words = np.append(column.cat.categories.to_numpy(object), np.nan)
        return pd.Series(words[column.cat.codes.to_numpy()], dtype="object")
    # A column of nothing but NULL arrives as objects: as text first, so that what is missing is NaN.
    return column.astype("str").astype("object")


def count_changes(
    con: duckdb.DuckDBPyConnection,
    measures: Sequence[str],
    organs: Sequence[int] | None,
    years: Sequence[int] | None,
    *,
    first_year: int | None,
    without: str,
    whole_rows: bool,
) -> int:
    """How many of these rows have another status than ``without``; of ``whole_rows``, how many organs and years."""
    where, parameters = _build_where(list(dict.fromkeys(measures)), organs, years, first_year)
    what = "count(DISTINCT (organ_id, year))" if whole_rows else "count(*)"
    found = con.execute(
        f"SELECT {what} FROM change WHERE {where} AND status::VARCHAR <> ?", [*parameters, without]
    ).fetchone()
    return int(found[0]) if found else 0


def _build_where(
    measures: Sequence[str], organs: Sequence[int] | None, years: Sequence[int] | None, first_year: int | None
) -> tuple[str, list[object]]:
    """Measures are named one by one, since rows stand in their order: what lies elsewhere is not looked at. A condition
    that is a query of its own costs more than the rows of one organ, a list of several as constants more than both."""
    parts = [f"measure IN ({', '.join('?' * len(measures)) or 'NULL'})"]
    parameters: list[object] = list(measures)
    if organs is None:
        parts.append("organ_id IN (SELECT organ_id FROM report WHERE is_resolved AND is_current)")
    elif len(organs) == 1:
        parts.append("organ_id = ?")
        parameters.append(int(organs[0]))
    else:
        parts.append("organ_id IN (SELECT unnest(?::INTEGER[]))")
        parameters.append([int(organ) for organ in organs])
    if years is None:
        parts.append("year >= ?")
        parameters.append(first_year)
    else:
        parts.append("year IN (SELECT unnest(?::INTEGER[]))")
        parameters.append([int(year) for year in years])
    return " AND ".join(parts), parameters
