"""The tables of the form: what is declared of each, which editions own it, and which of them is in force."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from types import ModuleType

from analytics.vocabulary.form import disclosure, remedies, requests, statistics
from analytics.vocabulary.form.editions import EDITIONS
from analytics.vocabulary.form.model import Column, Edition, EditionTable, Line
from analytics.vocabulary.terms import Table

HEADINGS: tuple[tuple[str, str], ...] = (
    ("I", "总体情况"),
    ("II", "主动公开政府信息情况"),
    ("III", "收到和处理政府信息公开申请情况"),
    ("IV", "政府信息公开行政复议、行政诉讼情况"),
    ("V", "存在的主要问题及改进情况"),
    ("VI", "其他需要报告的事项"),
)
"""The six sections of a report, by number, as the form words them."""

_LABELS: dict[Table, ModuleType] = {
    Table.II: disclosure, Table.III: requests, Table.IV: remedies, Table.STATISTICS: statistics,
}  # fmt: skip


def list_tables_of_form() -> tuple[Table, ...]:
    """The tables of a report since 2019."""
    return (Table.II, Table.III, Table.IV)


DECLARED_TABLES = tuple(_LABELS)
"""The tables that are declared: those of the form, and the statistics table before it."""
FIRST_YEAR = min(
    declared.first_year
    for declared in EDITIONS.values()
    if any(owned.table in list_tables_of_form() for owned in declared.tables)
)
"""The first report year of the form."""


@cache
def list_tables() -> tuple[EditionTable, ...]:
    """Every table that an edition owns; of each table the oldest edition first."""
    return tuple(
        replace(owned, edition=edition)
        for table in _LABELS
        for edition, declared in EDITIONS.items()
        for owned in declared.tables
        if owned.table is table
    )


def list_declared_lines(table: Table) -> tuple[Line, ...]:
    """The lines that a table's module declares, then those of single editions, oldest edition first."""
    return (*_LABELS[table].LINES, *(line for each in EDITIONS.values() for line in each.lines.get(table, ())))


def list_declared_columns(table: Table) -> tuple[Column, ...]:
    """The columns, in the order of lines."""
    return (*_LABELS[table].COLUMNS, *(column for each in EDITIONS.values() for column in each.columns.get(table, ())))


@cache
def find_table(table: Table, edition: Edition) -> EditionTable:
    """A table as an edition prints it; KeyError where the edition has no such table."""
    for owned in list_tables():
        if owned.table is table and owned.edition == edition:
            return owned
    raise KeyError(table, edition)


@cache
def list_editions(table: Table) -> tuple[Edition, ...]:
    """The editions that have a table, oldest first."""
    return tuple(owned.edition for owned in list_tables() if owned.table is table)


@cache
def find_edition_in_force(table: Table, year: int, region: str = "") -> Edition:
    """The edition of a table that reports of a year are to print: a province's (``region``, its code) before that of
    all, the latest of several. LookupError where there was none."""
    in_force = [
        declared
        for declared in (EDITIONS[edition] for edition in list_editions(table))
        if declared.first_year <= year <= (declared.last_year or year) and declared.region in ("", region)
    ]
    if not in_force:
        raise LookupError(f"no edition of table {table} is for reports of {year}")
    return max(in_force, key=lambda declared: (bool(declared.region), declared.first_year)).edition
