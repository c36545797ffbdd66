"""Document → reports: the table of contents of this package."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from analytics.documents.model import TRAITS, Document, Format
from analytics.documents.witness import WITNESSES
from analytics.errors import DocumentError
from analytics.reports.checks import check
from analytics.reports.identity.identify import Identification, identify
from analytics.reports.joined import refuse_strangers
from analytics.reports.labels import find_other_year
from analytics.reports.lacking import has_pictures, list_missing_tables, list_unread_tables, may_hide
from analytics.reports.makers import doubt_other_maker
from analytics.reports.model import Fact, Finding, Report, Section, Unread
from analytics.reports.narrative import read_narrative
from analytics.reports.readings import (
    Tables,
    find_agreed_cells,
    find_cells_agreed_with,
    improve_readings,
    is_doubtful,
    mark_second,
    settle_readings,
)
from analytics.reports.repeated import is_repeated
from analytics.reports.rows import tokens
from analytics.reports.rows.flowed import rejoin_flowed
from analytics.reports.rows.layout import Stretch, has_rows_after, is_complete, split_stretches
from analytics.reports.rows.stream import Row, read_rows
from analytics.reports.rows.torn import rejoin_torn
from analytics.reports.several import part_of, split_reports
from analytics.reports.sheet import read_figures_sheet
from analytics.reports.tables.blocks import select_this_year
from analytics.reports.tables.disclosure import read_disclosure
from analytics.reports.tables.entries import TableReading
from analytics.reports.tables.remedies import read_remedies
from analytics.reports.tables.requests import read_requests
from analytics.reports.tables.statistics import read_statistics, split_statistics
from analytics.reports.tables.statistics_unread import is_before_form, list_unread_figures
from analytics.reports.tables.statistics_years import select_tables_of_year
from analytics.reports.tables.upright import turn_upright
from analytics.reports.unread import find_unread, find_unread_in_prose
from analytics.reports.unread import make_unread_finding as unread_finding
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.terms import Severity, Table

_TORN = frozenset({"table_torn"})
"""Findings which say that a document ends within a table."""
_READERS = {Table.II: read_disclosure, Table.III: read_requests, Table.IV: read_remedies}


def parse(
    document: Document, *, hints: Sequence[str] = (), again: Callable[[], Document | None] | None = None
) -> tuple[Report, ...]:
    """The reports of a document: one; one a year, the latest first, where it holds several; or one per organ and year
    of a figures sheet.

    ``hints`` are texts (such as the path) in which a parent place may be named; ``again`` makes a second, independent
    reading of the document, asked only where the first one leaves a doubt. Raises DocumentError where the
    document is no report; a report without place or year is kept, unresolved.
    """
    if is_repeated(document):
        raise DocumentError("rows_repeated", file=document.name)
    if document.format is Format.SHEET:
        return read_figures_sheet(document)
    parts = split_reports(document)
    if len(parts) == 1:
        return (_parse(document, hints, again),)
    return tuple(_parse(part, hints, again and part_of(again, key)) for key, part in parts)


def _list_facts(readings: Tables) -> tuple[Fact, ...]:
    """Facts in the order of the form; before 2019 in that of the page, since no form laid one down."""
    return tuple(
        fact
        for table, reading in readings.items()
        for fact in (
            *(reading.facts[code] for code in (reading.facts if table is Table.STATISTICS else sorted(reading.facts))),
            *reading.further,
        )
    )


def _parse(document: Document, hints: Sequence[str], again: Callable[[], Document | None] | None) -> Report:
    found = _split_stretches(document)
    if "pages_joined" in document.remarks:
        refuse_strangers(document, found)
    prose = read_narrative(found)
    identification = identify(document, prose, hints)
    second = _Second(_read_tables(found, identification.year), found)
    if (again is not None or document.format is Format.TEXT) and is_doubtful(second.readings):
        second = _add_second(second, document, again, identification.year)
    readings, found = second.readings, second.found
    if Table.STATISTICS in readings:
        doubt_other_maker(readings[Table.STATISTICS], found, identification.organ, identification.year)
    if document.format is Format.TEXT and any(reading.unread for reading in readings.values()):
        for reading in readings.values():
            reading.doubt_apart()
    headings = {section.number for section in prose if section.number}
    is_old = not readings and is_before_form(found, identification.year)
    is_known = identification.title and len(headings) >= _FEWEST_HEADINGS
    if not readings and not is_known and not is_old and len(headings) < _UNTITLED_HEADINGS:
        raise DocumentError("not_a_report", file=document.name)
    facts = _list_facts(readings)
    editions = _find_editions(readings)
    unread = _list_unread(readings, found)
    findings = (
        *identification.findings,
        *unread_finding(unread),
        *(Finding(remark, Severity.NOTE) for remark in document.remarks),
        *((Finding("no_second_reading", Severity.NOTE),) if second.is_failed else ()),
        *(finding for reading in readings.values() for finding in reading.findings),
        *_check_facts(facts, editions, second, identification, prose),
        *list_missing_tables(readings, is_old=is_old, has_pictures=has_pictures(document, found)),
    )
    return Report(
        organ=identification.organ,
        year=identification.year,
        scope=identification.scope,
        scope_words=identification.scope_words,
        editions=editions,
        facts=facts,
        narrative=prose,
        findings=findings,
        reader=document.reader,
        title=identification.title,
        published=identification.published,
        unread=unread,
        unread_tables=list_unread_tables(
            readings, found, unread, year=identification.year, is_old=is_old, may_hide=may_hide(document, found)
        ),
    )


def _check_facts(
    facts: tuple[Fact, ...],
    editions: Mapping[Table, Edition | None],
    second: _Second,
    identification: Identification,
    prose: tuple[Section, ...],
) -> Iterable[Finding]:
    readings = second.readings
    return check(
        facts,
        editions,
        identification.organ,
        agreed=second.agreed - _find_ambiguous_cells(readings),
        narrative=prose,
        year=identification.year,
        scope=identification.scope,
        is_torn=any(finding.rule in _TORN for reading in readings.values() for finding in reading.findings),
    )


def _list_unread(readings: Mapping[Table, TableReading], stretches: Sequence[Stretch]) -> tuple[Unread, ...]:
    """Numbers that are no fact's: of the tables that were read, of the prose, and beside them."""
    beside = [] if Table.STATISTICS in readings else list_unread_figures(stretches, is_form=bool(readings))
    of_tables = (figure for reading in readings.values() for figure in reading.unread)
    return (*of_tables, *find_unread_in_prose(stretches), *beside)


def _find_ambiguous_cells(readings: Mapping[Table, TableReading]) -> frozenset[int]:
    """Cells whose line was found by more than its label's own words: two readings that agree on their figures take the
    same line for them, which proves nothing."""
    statistics = readings.get(Table.STATISTICS)
    return frozenset(statistics.facts.keys() - statistics.told_apart) if statistics is not None else frozenset()


def _read_rows(document: Document) -> tuple[Row, ...]:
    found = turn_upright(read_rows(document))
    if document.format is Format.TEXT:
        return rejoin_flowed(found)
    return rejoin_torn(found) if TRAITS[document.format].is_paged else found


def _split_stretches(document: Document) -> list[Stretch]:
    found = _read_rows(document)
    return split_statistics(found, split_stretches(found))


class _Second(NamedTuple):
    """What a document says after its second reading, if there was one; ``agreed`` are the cells both give alike."""

    readings: Tables
    found: list[Stretch]
    agreed: frozenset[int] = frozenset()
    is_failed: bool = False
    """Whether the other software could not read the document: the first reading stands alone."""


def _add_second(
    first: _Second, document: Document, again: Callable[[], Document | None] | None, year: int | None
) -> _Second:
    if document.format is Format.TEXT:
        return _add_lines(first, document, again() if again is not None else None, year)
    try:
        second = again() if again is not None else None
    except DocumentError:
        return first._replace(is_failed=True)
    if second is None:
        return first
    found = _split_stretches(second)
    tables = _read_tables(found, year)
    alike = find_agreed_cells(first.readings, tables)
    if not TRAITS[document.format].has_rival and second.reader in WITNESSES:
        return first._replace(agreed=alike)
    chosen = settle_readings(first.readings, mark_second(tables))
    is_second = any(fact.place and fact.place.reading for table in chosen.values() for fact in table.facts.values())
    return _Second(chosen, found if is_second else first.found, alike)


def _add_lines(first: _Second, document: Document, lines: Document | None, year: int | None) -> _Second:
    """A text whose columns are in doubt, with the tables that its lines alone say better."""
    tables = first.readings
    if lines is not None:
        tables = improve_readings(tables, mark_second(_read_tables(_split_stretches(lines), year)))
    if Table.III not in tables:
        return first._replace(readings=tables)
    cells = tokens.read_cells(document, tables[Table.III].edition)
    return first._replace(readings=tables, agreed=find_cells_agreed_with(tables, cells))


def _read_tables(found: list[Stretch], year: int | None) -> dict[Table, TableReading]:
    readings = {}
    for table, reader in _READERS.items():
        matching = [stretch for stretch in found if stretch.table is table]
        if matching:
            blocks = select_this_year(table, found, year)
            goes_on = is_complete(found, matching[-1])
            reading = reader(blocks.rows, is_complete=goes_on, year=year)
            reading.unread.extend(find_unread(reading, blocks.rows, ()))
            reading.has_unread_rows = bool(reading.unread)
            reading.unread.extend(find_unread(reading, (), blocks.others))
            if reading.unread:
                reading.doubt_blanks()
            if blocks.others:
                stated = find_other_year(blocks.caption)
                operands = {"table": str(table), "printed": blocks.caption, "stated": stated, "year": year or "?"}
                reading.findings.append(Finding("table_of_another_year", Severity.NOTE, operands))
            if reading.facts or reading.unread:
                readings[table] = reading
                if (
                    reading.facts
                    and not goes_on
                    and (table is not Table.IV or len(reading.facts) < len(form.list_form_cells(table, _ANY)))
                ):
                    reading.doubt_end()
    tables = [stretch for stretch in found if stretch.table is Table.STATISTICS]
    if tables and not readings:
        reading = read_statistics(tables, is_complete=has_rows_after(found, tables[-1]), year=year)
        current = select_tables_of_year(tables, year)
        if len(current) == 1:
            own = list(find_unread(reading, current[0].rows, ()))
            reading.has_unread_rows = bool(own)
            reading.unread.extend(own)
        readings[Table.STATISTICS] = reading
    elif year is not None and year < form.FIRST_YEAR:
        for reading in readings.values():  # whose year it is, is in doubt: no report before 2019 was on this form
            reading.facts = {code: fact._replace(is_certain=False) for code, fact in reading.facts.items()}
    return readings


def _find_editions(readings: dict[Table, TableReading]) -> dict[Table, Edition | None]:
    """The edition of each table reached. Table IV is the same in both: it goes with table III, else with II."""
    editions = {table: reading.edition for table, reading in readings.items()}
    if Table.IV in editions:
        editions[Table.IV] = editions.get(Table.III) or editions.get(Table.II)
    return editions


_ANY = form.list_editions(Table.IV)[-1]
"""Table IV has the same cells in all editions."""
_FEWEST_HEADINGS, _UNTITLED_HEADINGS = 2, 4
"""Sections of the form that a document without its tables must have to be a report: with a title, and without one."""
