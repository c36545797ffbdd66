"""Document → reports: the table of contents of this package."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from analytics.documents.model import Document, Format
from analytics.errors import DocumentError
from analytics.reports.blocks import of_this_year
from analytics.reports.checks import check
from analytics.reports.disclosure import read_disclosure
from analytics.reports.entries import TableReading
from analytics.reports.identify import identify
from analytics.reports.layout import Stretch, is_complete, stretches
from analytics.reports.model import Finding, Report
from analytics.reports.narrative import narrative
from analytics.reports.readings import Tables, is_doubtful, marked_second, settled
from analytics.reports.remedies import read_remedies
from analytics.reports.requests import read_requests
from analytics.reports.rows import Row, rows
from analytics.reports.several import part_of, parted
from analytics.reports.sheet import read_figures_sheet
from analytics.reports.torn import rejoined
from analytics.reports.unread import finding as unread_finding
from analytics.reports.unread import unread_in, unread_in_prose
from analytics.vocabulary import form
from analytics.vocabulary.terms import Edition, Severity, Table

_ANY = Edition.E2021
"""Table IV has the same cells in both editions."""
_PAGED = frozenset({Format.PDF, Format.OFD, Format.PICTURE})
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
    if document.format is Format.SHEET:
        return read_figures_sheet(document)
    parts = parted(document)
    if len(parts) == 1:
        return (_parse(document, hints, again),)
    return tuple(_parse(part, hints, again and part_of(again, year)) for year, part in parts)


def _parse(document: Document, hints: Sequence[str], again: Callable[[], Document | None] | None) -> Report:
    found = stretches(_rows(document))
    prose = narrative(found)
    said = identify(document, prose, hints)
    readings = _tables(found, said.year)
    if again is not None and is_doubtful(readings):
        readings, seen = _settled(readings, again, said.year)
        found = seen or found
    headings = {section.number for section in prose if section.number}
    if not readings and not (said.title and len(headings) >= 2):
        raise DocumentError("not_a_report", file=document.name)
    facts = tuple(reading.facts[code] for reading in readings.values() for code in sorted(reading.facts))
    editions = _editions(readings)
    unread = (*(one for reading in readings.values() for one in reading.unread), *unread_in_prose(found))
    findings = (
        *said.findings,
        *unread_finding(unread),
        *(Finding(remark, Severity.NOTE) for remark in document.remarks),
        *(finding for reading in readings.values() for finding in reading.findings),
        *check(facts, editions, said.organ),
        *_missing_tables(readings),
    )
    return Report(
        said.organ, said.year, said.scope, said.scope_words, editions, facts, prose, findings,
        document.reader, said.title, said.published, unread=unread,
    )  # fmt: skip


def _rows(document: Document) -> tuple[Row, ...]:
    found = rows(document)
    return rejoined(found) if document.format in _PAGED else found


def _settled(readings: Tables, again: Callable[[], Document | None], year: int | None) -> tuple[Tables, list[Stretch]]:
    """The better reading of each table, and the stretches of the second reading where any table is of it."""
    try:
        second = again()
    except DocumentError:
        return readings, []  # the other software cannot read the file: the first reading stands
    if second is None:
        return readings, []
    found = stretches(_rows(second))
    chosen = settled(readings, marked_second(_tables(found, year)))
    is_second = any(fact.place and fact.place.reading for table in chosen.values() for fact in table.facts.values())
    return chosen, found if is_second else []


def _tables(found: list[Stretch], year: int | None) -> dict[Table, TableReading]:
    readings = {}
    for table, reader in _READERS.items():
        own = [stretch for stretch in found if stretch.table is table]
        if own:
            blocks = of_this_year(table, found, year)
            goes_on = is_complete(found, own[-1])
            reading = reader(blocks.rows, is_complete=goes_on, year=year)
            reading.unread.extend(unread_in(reading, blocks.rows, blocks.others))
            if blocks.others:
                operands = {"table": str(table), "printed": blocks.caption}
                reading.findings.append(Finding("table_of_another_year", Severity.NOTE, operands))
            if reading.facts or reading.unread:
                readings[table] = reading
                if (
                    reading.facts
                    and not goes_on
                    and (table is not Table.IV or len(reading.facts) < len(form.form_cells(table, _ANY)))
                ):
                    reading.doubt_end()
    return readings


def _editions(readings: dict[Table, TableReading]) -> dict[Table, Edition | None]:
    """The edition of each table reached. Table IV is the same in both: it goes with table III, else with II."""
    editions = {table: reading.edition for table, reading in readings.items()}
    if Table.IV in editions:
        editions[Table.IV] = editions.get(Table.III) or editions.get(Table.II)
    return editions


def _missing_tables(readings: dict[Table, TableReading]) -> tuple[Finding, ...]:
    missing = [str(table) for table in _READERS if table not in readings]
    return (Finding("table_not_found", Severity.WARNING, {"tables": missing}),) if missing else ()
