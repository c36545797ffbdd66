"""What stands on the pages and was not read: figures of a table that are no cell's, no label's and no page number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from analytics.documents.model import Cell, Place
from analytics.reports.labels import Way, fold, match_column, match_line, strip_label
from analytics.reports.model import Finding, Unread
from analytics.reports.numbers import has_digits, is_figure
from analytics.reports.rows.header_rows import is_row_number
from analytics.reports.rows.layout import Stretch, is_sentence
from analytics.reports.rows.pieces import is_page_number
from analytics.reports.rows.stream import Row
from analytics.reports.tables.entries import TableReading
from analytics.vocabulary.phrases import ARTICLE, DATE, IDENTITY_NOTE
from analytics.vocabulary.terms import Severity, Table

_NUMBER = re.compile(r"\d[\d,.]*")
_TABLE_SECTIONS = frozenset({"II", "III", "IV"})
_ADDRESS = "://"
_MANY = 5
"""Figures in one row of a grid that no table of the form took: prose has no such rows outside the tables' sections."""
_SHOWN = 12


def find_unread(reading: TableReading, rows: Sequence[Row], others: Sequence[Row]) -> Iterator[Unread]:
    """The figures of a table's rows that the reading did not use; ``others`` are rows it left out as another year's."""
    used = _collect_used(reading) if rows else {}
    for row in rows:
        for cell in row.cells:
            printed = used.get(cell.place)
            if printed != [cell.text] and has_digits(cell.text):
                yield from _find_in_cell(reading.table, row, cell, printed)
    for row in others:
        for cell in row.cells:
            if is_figure(cell.text) and has_digits(cell.text):
                yield Unread(cell.text, cell.place, reading.table)


def find_unread_in_prose(found: Iterable[Stretch]) -> Iterator[Unread]:
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


def make_unread_finding(unread: Sequence[Unread]) -> Iterator[Finding]:
    """One finding for all of them."""
    if unread:
        printed = [*(figure.text for figure in unread[:_SHOWN]), *(["…"] if len(unread) > _SHOWN else [])]
        yield Finding("figures_unread", Severity.WARNING, {"count": len(unread), "printed": printed})


def _collect_used(reading: TableReading) -> dict[Place, list[str]]:
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
    is_named = any(_is_line_name(table, text) for text in labels for table in (Table.II, Table.III))
    return is_named or figures >= _MANY or (stretch.section in _TABLE_SECTIONS and len(row.cells) > 1)


def _is_line_name(table: Table, text: str) -> bool:
    match = match_line(table, text)
    return match is not None and match.way is Way.EXACT and len(match.label) > len("其他")


def _find_in_cell(table: Table, row: Row, cell: Cell, used: list[str] | None) -> Iterator[Unread]:
    text = cell.text
    is_no_cell = row.is_loose and (_ADDRESS in text or is_sentence(row, table))
    if is_page_number(cell) or is_no_cell:
        return
    if cell is row.cells[0] and _is_row_numbering(row):
        return
    if used is None and (_is_label(table, text) or (not row.is_loose and not _NUMBER.search(_remove_dates(text)))):
        return
    rest = Counter(_find_numbers(text)) - Counter(number for printed in used or () for number in _find_numbers(printed))
    if rest:
        yield Unread(" ".join(rest.elements()), cell.place, table)


def _is_row_numbering(row: Row) -> bool:
    """Whether the first cell is the number of a row that has words and no figures behind it: a row of the header."""
    behind = [cell.text for cell in row.cells[1:] if cell.text]
    return is_row_number(row.text) and bool(behind) and not any(has_digits(strip_label(text)) for text in behind)


def _is_label(table: Table, text: str) -> bool:
    folded = fold(text)
    if ARTICLE.match(folded) or IDENTITY_NOTE in folded:
        return True
    match = match_line(table, text) or match_column(table, text)
    return match is not None and not is_figure(text) and not has_digits(strip_label(text).partition("(")[0])


def _remove_dates(text: str) -> str:
    return DATE.sub(" ", text)


def _find_numbers(text: str) -> list[str]:
    """The numbers of a text without dates and the numbering before its words."""
    plain = _remove_dates(text)
    if not is_figure(plain):
        plain = _NUMBERING.sub("", plain)
    return _NUMBER.findall(plain)


_NUMBERING = re.compile(r"^\s*[（(]?\d{1,2}[）)]?[.、．]?(?=\s*[\u3400-\u9fff])")
