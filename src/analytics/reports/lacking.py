"""The tables that a report lacks, and those of which something is printed, or may be, that was not read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from analytics.documents.model import OBJECT, RECOGNISER, Document
from analytics.reports.model import Finding, Unread
from analytics.reports.rows.layout import Stretch
from analytics.reports.tables.entries import TableReading
from analytics.vocabulary import form
from analytics.vocabulary.terms import Severity, Table

_HIDING = frozenset({"attachments_unread", "hidden_tables_left_out", "text_mostly_invisible"})
"""Remarks on documents of which some part was not read."""


def may_hide(document: Document, found: Sequence[Stretch]) -> bool:
    """Whether a table that was not found may be there all the same: in a picture or another part that is not read, or
    on a page of which the words had to be recognised."""
    return document.reader == RECOGNISER or not _HIDING.isdisjoint(document.remarks) or has_pictures(document, found)


def list_unread_tables(
    readings: Mapping[Table, TableReading],
    found: Sequence[Stretch],
    unread: Sequence[Unread],
    *,
    year: int | None,
    is_old: bool,
    may_hide: bool,
) -> tuple[Table, ...]:
    """The tables that are printed, or may be, and were not read whole. ``is_old``: the document prints statistics of
    the years before 2019 that are no table here; ``may_hide``: see :func:`may_hide`."""
    partly = {table for table, reading in readings.items() if _is_partly_unread(reading)}
    if Table.STATISTICS in readings:
        return tuple(sorted(partly))
    begun = {stretch.table for stretch in found if stretch.table is not None}
    strays = {figure.table for figure in unread}
    is_before = year is not None and year < form.FIRST_YEAR
    possible: set[Table] = set()
    if may_hide or None in strays:  # figures that are no known table's may be of any
        possible |= {Table.STATISTICS} if is_before or year is None else set()
        possible |= set(form.list_tables_of_form()) if not is_before else set()
    if is_old or Table.STATISTICS in strays:
        possible.add(Table.STATISTICS)
    possible |= begun
    if readings:  # a form has no such table in place of its own
        possible.discard(Table.STATISTICS)
    return tuple(sorted(partly | (possible - readings.keys())))


def _is_partly_unread(reading: TableReading) -> bool:
    is_unknown = reading.edition is None and reading.table is not Table.IV  # which lines it has is not known either
    return reading.has_unread_rows or not reading.facts or is_unknown


def list_missing_tables(
    readings: Mapping[Table, TableReading], *, is_old: bool, has_pictures: bool
) -> tuple[Finding, ...]:
    """The finding that says which tables were not found, and what is known of why. ``has_pictures``: see
    :func:`has_pictures`."""
    if Table.STATISTICS in readings:
        return ()
    if is_old:
        return (Finding("form_before_2019", Severity.WARNING),)
    if not readings:
        return (Finding("tables_are_pictures" if has_pictures else "tables_absent", Severity.WARNING),)
    missing = [str(table) for table in form.list_tables_of_form() if table not in readings]
    return (Finding("table_not_found", Severity.WARNING, {"tables": missing}),) if missing else ()


def has_pictures(document: Document, found: Sequence[Stretch]) -> bool:
    """Whether a picture stands where a table may be: in a cell or among the words of a page, or below the heading of a
    section that has a table."""
    if _are_below_heading(document.pictures, found):
        return True
    return any(OBJECT in cell.text for stretch in found for row in stretch.rows for cell in row.cells)


def _are_below_heading(pictures: Sequence[int], found: Sequence[Stretch]) -> bool:
    for before in pictures:
        above = [stretch for stretch in found if stretch.begins_at < before]
        if above and above[-1].section in _SECTIONS_OF_TABLES:
            return True
    return False


_SECTIONS_OF_TABLES = frozenset(table.name for table in form.list_tables_of_form())
"""Sections are numbered as their tables are named."""
