"""What stands on the pages and was not read: figures of a table that are no cell's, no label's and no page number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from analytics.documents.model import Cell, Place
from analytics.reports.labels import Way, bare, column_match, fold, line_match
from analytics.reports.model import Finding, Unread
from analytics.reports.numbers import has_digits, is_figure
from analytics.reports.rows.layout import Stretch, is_sentence
from analytics.reports.rows.stream import Row
from analytics.reports.tables.entries import TableReading
from analytics.reports.tables.header_rows import is_row_number
from analytics.reports.tables.lines import is_page_number
from analytics.vocabulary.phrases import ARTICLE, DATE, IDENTITY_NOTE
from analytics.vocabulary.terms import Severity, Table

_NUMBER = re.compile(r"\d[\d,.]*")
_TABLE_SECTIONS = frozenset({"II", "III", "IV"})
_ADDRESS = "://"
_MANY = 5
"""Figures in one row of a grid that no table of the form took: prose has no such rows outside the tables' sections."""
_SHOWN = 12


def unread_in(reading: TableReading, rows: Sequence[Row], others: Sequence[Row]) -> Iterator[Unread]:
    """The figures of a table's rows that the reading did not use; ``others`` are rows it left out as another year's."""
    used = _used(reading)
    for row in rows:
        for cell in row.cells:
            if has_digits(cell.text):
                yield from _of_cell(reading.table, row, cell, used.get(cell.place))
    for row in others:
        for cell in row.cells:
            if is_figure(cell.text) and has_digits(cell.text):
                yield Unread(cell.text, cell.place, reading.table)


def unread_in_prose(found: Iterable[Stretch]) -> Iterator[Unread]:
    """The figures of rows that look like a table's and stand in no table that was found."""
    for stretch in found:
        if stretch.table is not None:
            continue
        for row in stretch.rows:
            figures = [cell for cell in row.cells if is_figure(cell.text) and has_digits(cell.text)]
            if figures and _is_of_table(stretch, row, len(figures)):
                yield from (Unread(cell.text, cell.place, None) for cell in figures if not is_page_number(cell))
            elif row.is_loose and stretch.section in _TABLE_SECTIONS and has_digits(row.text):
                parts = row.text.split()
                spaced = [part for part in parts if is_figure(part) and has_digits(part)]
                if len(spaced) > 1:
                    yield Unread(" ".join(spaced), row.cells[0].place, None)


def finding(unread: Sequence[Unread]) -> Iterator[Finding]:
    """One finding for all of them."""
    if unread:
        printed = " ".join(one.text for one in unread[:_SHOWN]) + ("…" if len(unread) > _SHOWN else "")
        yield Finding("figures_unread", Severity.WARNING, {"count": len(unread), "printed": printed})


def _used(reading: TableReading) -> dict[Place, list[str]]:
    used: dict[Place, list[str]] = {}
    for fact in (*reading.facts.values(), *reading.further):
        if fact.place is not None:
            place = fact.place._replace(reading=0) if fact.place.reading else fact.place
            used.setdefault(place, []).append(fact.printed)
    for place, text in reading.passed:
        used.setdefault(place, []).append(text)
    return used


def _is_of_table(stretch: Stretch, row: Row, figures: int) -> bool:
    if row.is_loose:
        return stretch.section in _TABLE_SECTIONS
    labels = (cell.text for cell in row.cells[:3] if cell.text and not is_figure(cell.text))
    is_named = any(_names_line(table, text) for text in labels for table in (Table.II, Table.III))
    return is_named or figures >= _MANY or (stretch.section in _TABLE_SECTIONS and len(row.cells) > 1)


def _names_line(table: Table, text: str) -> bool:
    match = line_match(table, text)
    return match is not None and match.way is Way.EXACT and len(match.label) > len("其他")


def _of_cell(table: Table, row: Row, cell: Cell, used: list[str] | None) -> Iterator[Unread]:
    text = cell.text
    is_no_cell = row.is_loose and (_ADDRESS in text or is_sentence(row, table))
    if used == [text] or is_page_number(cell) or is_no_cell:
        return
    if cell is row.cells[0] and _numbers_row(row):
        return
    if used is None and (_is_label(table, text) or (not row.is_loose and not _NUMBER.search(_without_dates(text)))):
        return
    rest = Counter(_numbers(text)) - Counter(number for one in used or () for number in _numbers(one))
    if rest:
        yield Unread(" ".join(rest.elements()), cell.place, table)


def _numbers_row(row: Row) -> bool:
    """Whether the first cell is the number of a row that has words and no figures behind it: a row of the header."""
    behind = [cell.text for cell in row.cells[1:] if cell.text]
    return is_row_number(row.text) and bool(behind) and not any(has_digits(bare(text)) for text in behind)


def _is_label(table: Table, text: str) -> bool:
    folded = fold(text)
    if ARTICLE.match(folded) or IDENTITY_NOTE in folded:
        return True
    match = line_match(table, text) or column_match(table, text)
    return match is not None and not is_figure(text) and not has_digits(bare(text).partition("(")[0])


def _without_dates(text: str) -> str:
    return DATE.sub(" ", text)


def _numbers(text: str) -> list[str]:
    """The numbers of a text without dates and the numbering before its words."""
    plain = _without_dates(text)
    if not is_figure(plain):
        plain = _NUMBERING.sub("", plain)
    return _NUMBER.findall(plain)


_NUMBERING = re.compile(r"^\s*[（(]?\d{1,2}[）)]?[.、．]?(?=\s*[\u3400-\u9fff])")
