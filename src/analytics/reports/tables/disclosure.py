"""Table II (主动公开政府信息情况): rows → facts. Each paragraph of article 20 is a block with its own header, which
tells the edition; a shortened header (``本年新`` | ``本年新`` | ``对外公开总数量``) is completed from the form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from analytics.reports.labels import Way, bare, column_match, has_unknown_unit, is_fragment, short_column, unit_in
from analytics.reports.model import Finding
from analytics.reports.rows.stream import Row
from analytics.reports.tables.entries import TableReading
from analytics.reports.tables.events import Event, HeaderRow, LineRow, LostRow
from analytics.reports.tables.heads import Head, slots, stacks, under
from analytics.reports.tables.lines import events
from analytics.reports.tables.placing import Placed, offsets, place
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.phrases import ARTICLE, CONTENT_HEADER
from analytics.vocabulary.terms import MeasuredIn, Severity, Table


class _Framed(NamedTuple):
    """A labelled row under the heads of its block; ``above``: by the grid's columns, where they are known."""

    row: LineRow
    heads: tuple[Head, ...]
    above: tuple[tuple[int, Head], ...]


class _Settled(NamedTuple):
    """A row with its line on the form, the columns of its block in printed order (none where the line is not on the
    edition), and the keys of the grid's columns where those are known."""

    row: LineRow
    line_key: str
    columns: tuple[str, ...]
    keys: dict[int, str]


def read_disclosure(rows: Sequence[Row], *, is_complete: bool, year: int | None = None) -> TableReading:
    """Read table II. ``is_complete``: the document goes on after these rows; ``year`` is the report's."""
    found = events(Table.II, rows)
    reading = TableReading(Table.II)
    framed = _framed(found)
    reading.edition = _edition(framed)
    reading.units = _units(framed)
    settled = [_settle(one, reading) for one in framed]
    voted = offsets((one.row, len(one.columns)) for one in settled if one.columns)
    is_vanishing = any(not one.row.cells and one.row.shape is None for one in settled[:-1])
    for index, one in enumerate(settled):
        if not one.columns:
            _note_unplaced(reading, one.row)
            continue
        own = tuple(key for key in one.columns if key)
        cells = under(one.row, one.keys, own) if one.keys else None
        if cells is not None:
            reading.enter(one.line_key, own, one.row, Placed(cells))
            continue
        is_last = not is_complete and index == len(settled) - 1 and found[-1] is one.row
        placed = place(one.row, len(one.columns), voted, is_last=is_last, blanks_vanish=is_vanishing)
        reading.enter(one.line_key, one.columns, one.row, placed)
    _note_heads(reading, framed)
    for event in found:
        if isinstance(event, LostRow):
            operands = {"table": "II", "printed": " ".join(cell.text for cell in event.cells)}
            reading.findings.append(Finding("row_without_label", Severity.WARNING, operands))
    return reading


def _framed(found: list[Event]) -> list[_Framed]:
    """Each labelled row with what heads its block."""
    framed: list[_Framed] = []
    headers: list[HeaderRow] = []
    is_open = False
    for event in found:
        if isinstance(event, HeaderRow):
            starts = any(_starts_block(cell.text) for cell in event.cells if cell.text)
            headers = [event] if starts or not is_open else [*headers, event]
            is_open = True
        elif isinstance(event, LineRow):
            texts = tuple(cell.text for header in headers for cell in header.cells if cell.text)
            heads = _heads(tuple(text for text in texts if bare(text) != CONTENT_HEADER))
            framed.append(_Framed(event, heads, _above(event, headers)))
            is_open = False
    return framed


def _starts_block(text: str) -> bool:
    return bare(text) == CONTENT_HEADER or ARTICLE.match(bare(text)) is not None


def _above(row: LineRow, headers: list[HeaderRow]) -> tuple[tuple[int, Head], ...]:
    """The heads that stand above the cells of a row, by the grid's columns."""
    own = [header for header in headers if header.spans and header.grid == row.grid]
    if not own or not row.spans:
        return ()
    first = row.spans[0][0]
    kept = {
        column: tuple(text for text in texts if not _starts_block(text))
        for column, texts in sorted(stacks(own).items())
        if column >= first
    }
    return tuple((column, _head(texts)) for column, texts in kept.items() if texts)


@lru_cache(maxsize=1024)
def _head(texts: tuple[str, ...]) -> Head:
    match = column_match(Table.II, "".join(texts)) or column_match(Table.II, texts[-1])
    return Head(match.keys[0] if match is not None else short_column(Table.II, "".join(texts)), "".join(texts))


@lru_cache(maxsize=1024)
def _heads(header: tuple[str, ...]) -> tuple[Head, ...]:
    """Header texts → heads of columns. Pieces of a broken label are joined."""
    heads: list[Head] = []
    index = 0
    while index < len(header):
        for joined in (1, 2, 3):
            text = "".join(header[index : index + joined])
            match = column_match(Table.II, text)
            if match is not None and (match.way is Way.EXACT or joined == 1):
                heads.append(Head(match.keys[0], text))
                index += joined
                break
        else:
            heads.append(Head(short_column(Table.II, header[index]), header[index]))
            index += 1
    return tuple(heads)


def _edition(framed: list[_Framed]) -> Edition | None:
    """The edition most header columns belong to."""
    votes: Counter[Edition] = Counter()
    for one in framed:
        for head in one.heads:
            if head.key is not None:
                votes.update(form.column(Table.II, head.key).editions)
        if len(one.row.match.keys) == 1:
            editions = form.line(Table.II, one.row.match.keys[0]).editions
            if len(editions) == 1:
                votes.update(editions)
    return votes.most_common(1)[0][0] if votes else None


def _settle(one: _Framed, reading: TableReading) -> _Settled:
    """The line of the block's edition and its columns in printed order; no columns where the line is not its."""
    if reading.edition is None:
        return _Settled(one.row, one.row.match.keys[0], (), {})
    edition = _edition_of_block(one) or reading.edition
    for key in one.row.match.keys:
        columns = form.columns_over(Table.II, edition, key)
        if columns:
            order, keys = _ordered(one, columns)
            if order is None:
                reading.doubt_header(" ".join(head.text for head in one.heads))
            return _Settled(one.row, key, order or columns, keys)
    return _Settled(one.row, one.row.match.keys[0], (), {})


def _edition_of_block(one: _Framed) -> Edition | None:
    """The edition all of whose columns of this paragraph are printed above the row, where it is one alone: a report
    may take one paragraph from either form."""
    named = {head.key for head in one.heads}
    complete = {
        edition
        for edition in form.editions_of(Table.II)
        for key in one.row.match.keys
        if (columns := form.columns_over(Table.II, edition, key)) and named.issuperset(columns)
    }
    return complete.pop() if len(complete) == 1 else None


def _ordered(one: _Framed, columns: tuple[str, ...]) -> tuple[tuple[str, ...] | None, dict[int, str]]:
    """The block's columns in printed order, and by the grid's columns where the heads stand above the cells."""
    if one.above:
        runs = [head for at, (_, head) in enumerate(one.above) if not at or one.above[at - 1][1] != head]
        order = slots([_of_block(head, columns) for head in runs], columns, Table.II, by_position=False)
        if order is not None and len(order) == len(runs):
            by_head = dict(zip(runs, order, strict=True))
            return order, {column: by_head[head] for column, head in one.above}
    heads = [_of_block(head, columns) for head in one.heads if head.key in columns or _names_other(head)]
    return slots(heads, columns, Table.II, by_position=False), {}


def _of_block(head: Head, columns: tuple[str, ...]) -> Head:
    return head if head.key in columns else Head(None, head.text)


_LONGEST_HEAD = 12
"""The longest header of a column of table II has eight characters and a bracket."""


def _names_other(head: Head) -> bool:
    """Whether the text heads a column by a name that the block does not have; a piece of a label heads none."""
    if ARTICLE.match(bare(head.text)):
        return False
    is_short = len(bare(head.text)) <= _LONGEST_HEAD
    return head.key is not None or (is_short and not is_fragment(Table.II, head.text))


def _units(framed: list[_Framed]) -> dict[str, MeasuredIn]:
    """Units of money as the headers print them."""
    heads = (head for one in framed for head in one.heads)
    return {head.key: unit for head in heads if head.key is not None and (unit := unit_in(head.text)) is not None}


def _note_heads(reading: TableReading, framed: list[_Framed]) -> None:
    """Say which heads name no column of the form, and doubt the figures under a unit that is not known."""
    for text in dict.fromkeys(head.text for one in framed for _, head in one.above if head.key is None):
        reading.note_extra(text)
    unknown = {head.key: head.text for one in framed for head in one.heads if head.key and has_unknown_unit(head.text)}
    for key, text in unknown.items():
        label = form.column(Table.II, key).label
        codes = tuple(code for code, fact in reading.facts.items() if fact.column == label)
        reading.facts |= {code: reading.facts[code]._replace(is_certain=False) for code in codes}
        without = [
            finding
            for finding in reading.findings
            if finding.rule != "amount_unit_assumed" or not {*finding.cells} <= {*codes}
        ]
        reading.findings = [*without, Finding("unit_unknown", Severity.WARNING, {"printed": text}, codes)]


def _note_unplaced(reading: TableReading, row: LineRow) -> None:
    if any(cell.text for cell in row.cells):
        operands = {"table": "II", "line": row.printed_label}
        reading.findings.append(Finding("line_not_of_edition", Severity.WARNING, operands))
