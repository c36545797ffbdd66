"""The statistics table of a report before 2019: rows → facts, whichever of the editions it is.

There was no single form, and labels drift from year to year: a line is found by its label, and where labels recur under
several heads, by the head above it; a line that no edition has is kept under its printed label.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from analytics.documents.model import Cell
from analytics.reports.labels import Match, Way, find_unit, fold
from analytics.reports.model import Fact, Finding
from analytics.reports.numbers import has_digits, read
from analytics.reports.rows.layout import Stretch, split_stretches
from analytics.reports.rows.stream import Row
from analytics.reports.tables.entries import TableReading
from analytics.reports.tables.events import LineRow
from analytics.reports.tables.placing import Doubt, Placed
from analytics.reports.tables.statistics_doubts import describe_times, describe_unknown, place_entry
from analytics.reports.tables.statistics_heads import Heads, find_heads
from analytics.reports.tables.statistics_labels import (
    FEWEST_LINES,
    find_edition,
    find_group,
    find_keys,
    is_told_apart,
    list_groups,
    match_lines,
)
from analytics.reports.tables.statistics_rows import Entry, continues_table, is_row_of_table, read_entries
from analytics.reports.tables.statistics_unread import list_figures
from analytics.reports.tables.statistics_years import describe_left_out, select_tables_of_year
from analytics.vocabulary import form
from analytics.vocabulary.phrases import AMOUNT_UNITS, APPLICANTS_HEADER, CONTENT_HEADER
from analytics.vocabulary.terms import HAS_VALUE, MeasuredIn, Severity, Table

_TABLE = Table.STATISTICS
_CAPTIONS, _LONGEST_CAPTION = 2, 40
"""Lines above a table among which its caption stands, and its longest words."""
_SAMPLE = 80
"""Rows below a header that show whether it is that of a statistics table."""
_MOST_HEADERS = 60
"""Headers that are looked at: a page of hundreds of small tables of 项目 and 数量 is no report."""


class _Part(NamedTuple):
    """A statistics table among the rows of a document, in the stretches of them that a page or a paragraph parts, and
    the caption above it."""

    stretches: tuple[tuple[int, int], ...]
    caption: str

    def rows_of(self, rows: Sequence[Row]) -> list[Row]:
        return [row for start, end in self.stretches for row in rows[start:end]]


def split_statistics(rows: tuple[Row, ...], found: list[Stretch]) -> list[Stretch]:
    """The stretches of a document, one for each of its statistics tables. What only looks like a table of the form (a
    line of such a name among others) is none; beside a form that is one, the statistics are figures to be told."""
    parts = _find_parts(rows)
    if not parts:
        return found
    if any(APPLICANTS_HEADER in fold(row.text) or CONTENT_HEADER in _join_heads(row) for row in rows):
        return _split_from_form(rows, parts)
    out: list[Stretch] = []
    at = 0
    for part in parts:
        for number, (start, end) in enumerate(part.stretches):
            out.extend(split_stretches(rows[at:start]))
            if number == 0:
                out.append(Stretch(_TABLE, out[-1].section, part.caption, part.rows_of(rows)))
            at = end
    return [*out, *split_stretches(rows[at:])]


def _join_heads(row: Row) -> str:
    return "".join(fold(cell.text) for cell in row.cells[:3])


def _split_from_form(rows: tuple[Row, ...], parts: Sequence[_Part]) -> list[Stretch]:
    """The stretches of a form, without the statistics tables among them, which follow by themselves."""
    inside = {at for part in parts for start, end in part.stretches for at in range(start, end)}
    kept = tuple(row for at, row in enumerate(rows) if at not in inside)
    return [*split_stretches(kept), *(Stretch(_TABLE, "", part.caption, part.rows_of(rows)) for part in parts)]


def _find_parts(rows: tuple[Row, ...]) -> list[_Part]:
    headers = [(at, heads) for at in range(len(rows)) if (heads := find_heads(rows, at)) is not None]
    starts = [(at, heads) for at, heads in headers[:_MOST_HEADERS] if _is_statistics(rows, at, heads)]
    parts: list[_Part] = []
    for number, (start, heads) in enumerate(starts):
        limit = starts[number + 1][0] if number + 1 < len(starts) else len(rows)
        lines = [at for at in range(heads.end, limit) if is_row_of_table(rows[at], heads)]
        end = lines[-1] + 1 if lines else limit
        while end < limit and continues_table(rows[end], heads):
            end += 1
        above = rows[max(0, start - _CAPTIONS) : start]
        captions = (row.text for row in reversed(above) if row.is_loose and 0 < len(row.text) <= _LONGEST_CAPTION)
        caption = next(captions, "")
        if parts and _is_continuation(parts[-1].rows_of(rows), rows[start:end]):
            parts[-1] = parts[-1]._replace(stretches=(*parts[-1].stretches, (start, end)))
        else:
            parts.append(_Part(((start, end),), caption))
    return parts


def _is_statistics(rows: Sequence[Row], at: int, heads: Heads) -> bool:
    labels = [entry.label for entry in read_entries(rows[heads.end : at + _SAMPLE], heads)]
    return (
        max(sum(bool(find_keys(edition, label)) for label in labels) for edition in form.list_editions(_TABLE))
        >= FEWEST_LINES
    )


def _is_continuation(before: Sequence[Row], rows: Sequence[Row]) -> bool:
    """Whether a header is that of the table before, printed again on the next page: no line of it is printed twice."""
    first, second = _list_labels(before), _list_labels(rows)
    editions = form.list_editions(_TABLE)
    return not any(label in first and any(is_told_apart(edition, label) for edition in editions) for label in second)


def _list_labels(rows: Sequence[Row]) -> set[str]:
    heads = find_heads(rows, 0)
    return {entry.label for entry in read_entries(rows[heads.end :], heads)} if heads is not None else set()


def read_statistics(tables: Sequence[Stretch], *, is_complete: bool, year: int | None = None) -> TableReading:
    """Read the statistics table of a year. ``tables`` are all that the document prints: of several none says whose it
    is, unless the caption of all others is another year's. ``is_complete``: anything is printed after the last."""
    current = select_tables_of_year(tables, year)
    reading = _read(current[0].rows, is_complete=is_complete) if len(current) == 1 else TableReading(_TABLE)
    for table in tables:
        if len(current) != 1 or table is not current[0]:
            reading.unread.extend(list_figures(table.rows))
    reading.findings.extend(describe_left_out(table, year) for table in tables if table not in current)
    if len(current) > 1:
        captions = "；".join(table.heading or str(number) for number, table in enumerate(current, start=1))
        operands = {"table": str(_TABLE), "count": len(current), "printed": captions}
        reading.findings.append(Finding("tables_rival", Severity.WARNING, operands))
    return reading


def _read(rows: Sequence[Row], *, is_complete: bool) -> TableReading:
    reading = TableReading(_TABLE)
    heads = find_heads(rows, 0)
    if heads is None:
        return reading
    printed = read_entries(rows[heads.end :], heads)
    labels = [entry.label for entry in printed]
    reading.edition = find_edition(labels)
    heads_beside = [entry.heads for entry in printed]
    found = match_lines(reading.edition, labels, heads_beside) if reading.edition else {}
    groups = list_groups(reading.edition, labels, heads_beside) if reading.edition else [""] * len(labels)
    has = (
        form.list_columns_over(_TABLE, reading.edition, next(iter(found.values()))) if reading.edition and found else ()
    )
    columns = tuple(key if key in has else "" for key in heads.columns)
    for at, entry in enumerate(printed):
        unit = AMOUNT_UNITS.get(entry.unit) or find_unit(entry.label)
        if at in found:
            reading.units = dict.fromkeys(columns, unit) if unit is not None else {}
            row = LineRow(Match((found[at],), Way.EXACT, ""), entry.label, shape=(0, 0))
            line = form.find_line(_TABLE, found[at])
            reading.enter(found[at], columns, row, place_entry(entry, line))
            cells = [cell.code for cell in form.list_cells_of_line(_TABLE, line.key, tuple(filter(None, columns)))]
            reading.findings.extend(filter(None, [describe_times(entry, line, cells)]))
            if reading.edition is not None and is_told_apart(reading.edition, entry.label):
                reading.told_apart.update(cells)
        elif not _enter_again(reading, entry, columns, found.values(), group=groups[at]):
            if entry.is_unread:
                continue  # no line and no figures: whatever it prints is unread
            keys = find_keys(reading.edition, entry.label) if reading.edition is not None else ()
            doubt = describe_unknown(entry, is_known=not {*keys}.isdisjoint(found.values()))
            facts = list(_make_unknown_facts(entry, heads.columns, unit, is_certain=doubt is None))
            reading.further.extend(facts)
            reading.findings.extend(filter(None, [doubt if facts else None]))
        reading.passed.extend((cell.place, cell.text) for cell in entry.beside)
    if len(reading.repeated) >= FEWEST_LINES:
        # Another list of the same lines: whose each of them is, is not said.
        operands = {"count": len(reading.repeated), "printed": "、".join(sorted(reading.repeated))}
        reading.doubt_all("lines_rival", operands)
    last = found.get(len(printed) - 1, "")
    lines = [entry for at, entry in enumerate(printed) if at in found and not form.find_line(_TABLE, found[at]).is_head]
    if last and not is_complete and (_ends_in_row(lines) or _ends_in_sum(reading, last)):
        _doubt_last(reading, last)
    return reading


def _enter_again(
    reading: TableReading, entry: Entry, columns: tuple[str, ...], known: Collection[str], *, group: str
) -> bool:
    """Enter a line that the table has printed before, which doubts the first where the figures differ; whether they are
    the same. A line below the head of another ``group`` has the other's words alone."""
    labelled = find_keys(reading.edition, entry.label) if reading.edition is not None else ()
    keys = tuple(key for key in labelled if find_group(key) in ("", group))
    if len(keys) != 1 or keys[0] not in known or entry.doubt is not Doubt.NONE or entry.is_blank:
        return False
    before = len(reading.repeated)
    row = LineRow(Match(keys, Way.EXACT, ""), entry.label, shape=(0, 0))
    reading.enter(keys[0], columns, row, Placed(entry.figures, entry.doubt))
    return len(reading.repeated) == before


def _doubt_last(reading: TableReading, key: str) -> None:
    if reading.facts and form.map_cells_by_code()[next(reversed(reading.facts))].line.key == key:
        reading.doubt_end()


def _ends_in_row(lines: Sequence[Entry]) -> bool:
    """Whether the last line lacks figures, or is the only one whose last cell is blank."""
    blanks = [isinstance(entry.figures[-1], Cell) and not entry.figures[-1].text for entry in lines]
    return bool(lines) and (lines[-1].is_unread or (blanks[-1] and not any(blanks[:-1])))


def _ends_in_sum(reading: TableReading, key: str) -> bool:
    """Whether a table whose last line is this one lacks the rest of a sum. Tables print as many lines as they like:
    only where the lines of a sum are printed one after another and do not yet add up to it, more of them must follow.
    """
    if reading.edition is None:
        return False
    values = {
        form.map_cells_by_code()[code].line.key: fact.value
        for code, fact in reading.facts.items()
        if form.map_cells_by_code()[code].column.key == "year"
    }
    ends = {key}
    for group in reversed(list(form.find_table(_TABLE, reading.edition).groups())):
        parts = form.list_parts(group)
        at = max((number for number, part in enumerate(parts) if part in ends), default=-1)
        if at == len(parts) - 1:
            ends.add(group.head)
        elif group.total and at >= 0 and _lacks_parts(values, values.get(group.total), parts[: at + 1]):
            return True
    return False


def _lacks_parts(values: Mapping[str, float | None], total: float | None, parts: Sequence[str]) -> bool:
    """Whether all these are printed and add up to less than the total."""
    printed = [value for part in parts if (value := values.get(part)) is not None]
    return total is not None and len(printed) == len(parts) and sum(printed) < total


def _make_unknown_facts(
    entry: Entry, columns: Sequence[str], unit: MeasuredIn | None, *, is_certain: bool
) -> Iterator[Fact]:
    """The figures of a line that no edition has."""
    for key, cell in zip(columns, entry.figures, strict=True):
        if isinstance(cell, Cell) and has_digits(cell.text):
            status, value, printed_unit, is_marked = read(cell.text)
            yield Fact(
                _TABLE, entry.label, form.find_column(_TABLE, key).label, None, value, status, cell.text,
                printed_unit or unit or MeasuredIn.COUNT, cell.place, entry.label,
                is_certain=is_certain and not cell.doubt and status in HAS_VALUE and not is_marked,
            )  # fmt: skip
