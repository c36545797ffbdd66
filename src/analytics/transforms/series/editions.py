"""Reports → the edition of each of their tables, which stands as data in one column.

Required column ``editions``: a JSON object a report, the key of each table that its document reaches → the edition,
null where it cannot be told. ``has_unread`` needs ``unread_tables`` beside it, a JSON list of tables. Both are missing
where there is no report.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.measures import Measure
from analytics.vocabulary.terms import Table

DIFFERING = tuple(
    table
    for table in form.list_tables_of_form()
    if len({form.list_form_cells(table, edition) for edition in form.list_editions(table)}) > 1
)
"""Tables of which the editions print other cells: a series of theirs breaks where the edition changes."""

EARLIER = frozenset(map(str, form.list_editions(Table.STATISTICS)))
"""Keys of the editions before 2019."""


def find_edition(reports: pd.DataFrame, table: Table) -> pd.Series:
    """The edition of a table by report, missing where it is not reached or not known."""
    return _read_by_report(reports, lambda editions: editions.get(table))


def has_table(reports: pd.DataFrame, table: Table) -> pd.Series:
    """Whether the document of each report reaches a table."""
    return _read_by_report(reports, lambda editions: table in editions).fillna(False).astype(bool)


def has_unread(reports: pd.DataFrame, table: Table) -> pd.Series:
    """Whether a table, or what may be it, stands in the document of each report and was not read whole."""
    return _read_by_report(reports, lambda tables: table in tables, "unread_tables").fillna(False).astype(bool)


def is_before_2019(reports: pd.DataFrame) -> pd.Series:
    """Whether a report has a statistics table, which none has since 2019."""
    return has_table(reports, Table.STATISTICS)


def has_unread_statistics(reports: pd.DataFrame) -> pd.Series:
    """Whether a report has no table of the form, and in its place a statistics table that was not read."""
    is_of_form = pd.concat([has_table(reports, table) for table in form.list_tables_of_form()], axis=1).any(axis=1)
    return has_unread(reports, Table.STATISTICS) & ~is_of_form


def list_earlier_editions(reports: pd.DataFrame) -> tuple[Edition, ...]:
    """The editions of the statistics table that any report has, oldest first."""
    printed = set(find_edition(reports, Table.STATISTICS).dropna())
    return tuple(edition for edition in form.list_editions(Table.STATISTICS) if edition in printed)


def choose_edition(reports: pd.DataFrame, measure: Measure) -> pd.Series:
    """The edition that decides which cells a measure has in each report: that of its own table, or where the document
    is of the other side of 2019, of a table it has there."""
    measure_table = find_main_table(measure)
    others = form.list_tables_of_form() if measure_table is Table.STATISTICS else (Table.STATISTICS,)
    edition = find_edition(reports, measure_table)
    for table in others:
        edition = edition.where(edition.notna() | has_table(reports, measure_table), find_edition(reports, table))
    return edition


def find_main_table(measure: Measure) -> Table:
    """The table of the form that a measure is of; the statistics table where it is of no other, prose where it is of
    none."""
    return min(measure.tables, key=lambda table: (table is Table.STATISTICS, table), default=Table.PROSE)


def join_editions(reports: pd.DataFrame) -> pd.Series:
    """``2019``, ``2021``, or ``2021/2019`` where the tables of a report are of different editions; missing where none
    is known."""
    return _read_by_report(reports, _join_known)


def _join_known(editions: Mapping[str, str | None]) -> str | None:
    known = [edition for table in (*DIFFERING, Table.STATISTICS) if (edition := editions.get(table))]
    return "/".join(dict.fromkeys(known)) or None


def list_by_side(reports: pd.DataFrame, table: Table) -> list[tuple[int, Edition | None, bool]]:
    """(year, edition of the table, whether it has something unread) of each report on the table's side of 2019, in the
    order of ``reports`` [year, editions, unread_tables]: those before have the statistics table, or in place of the
    form one that was not read. Of some dozen rows, which one by one take a tenth of the time of whole columns."""
    found = []
    for year, stated, unread in zip(*(reports[name].tolist() for name in _STATED), strict=True):
        editions, tables = _read_text(stated, "{}"), _read_text(unread, "[]")
        is_of_form = any(each in editions for each in form.list_tables_of_form())
        is_earlier = Table.STATISTICS in editions or (Table.STATISTICS in tables and not is_of_form)
        if is_earlier == (table is Table.STATISTICS):
            edition = editions.get(table)
            found.append((int(year), None if edition is None else Edition(edition), table in tables))
    return found


_STATED = ("year", "editions", "unread_tables")


def _read_text(text: object, otherwise: str) -> Any:
    """What stands as data in a cell, ``otherwise`` where it is missing."""
    return _parse_text(text if isinstance(text, str) else otherwise)


@lru_cache(maxsize=1024)
def _parse_text(text: str) -> Any:
    return json.loads(text)


def _read_by_report(reports: pd.DataFrame, read: Callable[[Any], object], column: str = "editions") -> pd.Series:
    """A value a report; the texts are few, so each is read once."""
    codes, texts = pd.factorize(reports[column])
    values = np.array([*(read(_parse_text(text)) for text in texts), None], dtype=object)
    return pd.Series(values[codes], index=reports.index, dtype=object)
