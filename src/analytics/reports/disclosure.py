"""Table II (主动公开政府信息情况): rows → facts. Each paragraph of article 20 has a header of its own, which
tells the edition; a shortened header (``本年新`` | ``本年新`` | ``对外公开总数量``) is completed from the form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from analytics.reports.entries import TableReading
from analytics.reports.labels import Way, article_columns, bare, column_match, is_fragment, unit_in
from analytics.reports.lines import Event, HeaderRow, LineRow, LostRow, events
from analytics.reports.model import Finding
from analytics.reports.placing import offsets, place, printed_order
from analytics.reports.rows import Row
from analytics.vocabulary import form
from analytics.vocabulary.phrases import ARTICLE, CONTENT_HEADER
from analytics.vocabulary.terms import Edition, MeasuredIn, Severity, Table


def read_disclosure(rows: Sequence[Row], *, is_complete: bool) -> TableReading:
    """Read table II. ``is_complete``: the document goes on after these rows."""
    found = events(Table.II, rows)
    reading = TableReading(Table.II)
    framed = _framed(found)
    reading.edition = _edition(framed)
    reading.units = _units(framed)
    settled = [(row, *_settle(row, header, reading)) for row, header in framed]
    voted = offsets((row, len(columns)) for row, _, columns in settled if columns)
    is_vanishing = any(not row.cells and row.shape is None for row, _, _ in settled[:-1])
    for index, (row, line_key, columns) in enumerate(settled):
        if not columns:
            _note_unplaced(reading, row)
            continue
        is_last = not is_complete and index == len(settled) - 1 and found[-1] is row
        placed = place(row, len(columns), voted, is_last=is_last, blanks_vanish=is_vanishing)
        reading.enter(line_key, columns, row, placed)
    for event in found:
        if isinstance(event, LostRow):
            operands = {"table": "II", "printed": " ".join(cell.text for cell in event.cells)}
            reading.findings.append(Finding("row_without_label", Severity.WARNING, operands))
    return reading


def _framed(found: list[Event]) -> list[tuple[LineRow, tuple[str, ...]]]:
    """Each labelled row with the header texts that stand above it."""
    framed: list[tuple[LineRow, tuple[str, ...]]] = []
    header: tuple[str, ...] = ()
    is_open = False
    for event in found:
        if isinstance(event, HeaderRow):
            texts = [cell.text for cell in event.cells if cell.text]
            starts = any(bare(text) == CONTENT_HEADER or ARTICLE.match(bare(text)) for text in texts)
            kept = (one for one in texts if bare(one) != CONTENT_HEADER)
            header = tuple(kept) if starts or not is_open else (*header, *texts)
            is_open = True
        elif isinstance(event, LineRow):
            framed.append((event, header))
            is_open = False
    return framed


class _Head(NamedTuple):
    """One header of a column: its key, None where the text names no column, and the text."""

    key: str | None
    text: str


@lru_cache(maxsize=1024)
def _heads(header: tuple[str, ...]) -> tuple[_Head, ...]:
    """Header texts → heads of columns. Pieces of a broken label are joined."""
    heads: list[_Head] = []
    index = 0
    while index < len(header):
        for joined in (1, 2, 3):
            text = "".join(header[index : index + joined])
            match = column_match(Table.II, text)
            if match is not None and (match.way is Way.EXACT or joined == 1):
                heads.append(_Head(match.keys[0], text))
                index += joined
                break
        else:
            heads.append(_Head(None, header[index]))
            index += 1
    return tuple(heads)


def _edition(framed: list[tuple[LineRow, tuple[str, ...]]]) -> Edition | None:
    """The edition most header columns belong to."""
    votes: Counter[Edition] = Counter()
    for _, header in framed:
        for head in _heads(header):
            if head.key is not None:
                votes.update(form.column(Table.II, head.key).editions)
    for row, _ in framed:
        if len(row.match.keys) == 1:
            editions = form.line(Table.II, row.match.keys[0]).editions
            if len(editions) == 1:
                votes.update(editions)
    return votes.most_common(1)[0][0] if votes else None


def _settle(row: LineRow, header: tuple[str, ...], reading: TableReading) -> tuple[str, tuple[str, ...]]:
    """The line of this edition and its columns in printed order; no columns where the line is not its."""
    if reading.edition is None:
        return row.match.keys[0], ()
    for key in row.match.keys:
        columns = article_columns(reading.edition, key)
        if columns:
            heads = [head.key for head in _heads(header) if head.key in columns or _names_other(head)]
            order = printed_order(heads, columns)
            if order is None:
                reading.doubt_header(" ".join(header))
            return key, order or columns
    return row.match.keys[0], ()


_LONGEST_HEAD = 12
"""The longest header of a column of table II has eight characters and a bracket."""


def _names_other(head: _Head) -> bool:
    """Whether the text heads a column by a name that the form does not have; a piece of a label heads none."""
    is_short = len(bare(head.text)) <= _LONGEST_HEAD
    return head.key is None and is_short and not ARTICLE.match(bare(head.text)) and not is_fragment(Table.II, head.text)


def _units(framed: list[tuple[LineRow, tuple[str, ...]]]) -> dict[str, MeasuredIn]:
    """Units of money as the headers print them."""
    heads = (head for _, header in framed for head in _heads(header))
    return {head.key: unit for head in heads if head.key is not None and (unit := unit_in(head.text)) is not None}


def _note_unplaced(reading: TableReading, row: LineRow) -> None:
    if any(cell.text for cell in row.cells):
        operands = {"table": "II", "line": row.printed_label}
        reading.findings.append(Finding("line_not_of_edition", Severity.WARNING, operands))
