"""Table II (主动公开政府信息情况): rows → facts. Each paragraph of article 20 is a block with its own header, which
tells the edition; a shortened header (``本年新`` | ``本年新`` | ``对外公开总数量``) is completed from the form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from analytics.reports.labels import (
    Way,
    find_short_column,
    find_unit,
    has_unknown_unit,
    is_fragment,
    match_column,
    strip_label,
)
from analytics.reports.model import Finding
from analytics.reports.rows.stream import Row
from analytics.reports.tables.entries import TableReading
from analytics.reports.tables.events import Event, HeaderRow, LineRow, LostRow
from analytics.reports.tables.heads import Head, find_cells_under, order_slots, stack_heads
from analytics.reports.tables.lines import read_events
from analytics.reports.tables.placing import Placed, find_offsets, place_cells
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
    found = read_events(Table.II, rows)
    reading = TableReading(Table.II)
    framed = _collect_framed(found)
    reading.edition = _find_edition(framed)
    reading.units = _find_units(framed)
    settled = [_settle(block, reading) for block in framed]
    voted = find_offsets((entry.row, len(entry.columns)) for entry in settled if entry.columns)
    is_vanishing = any(not entry.row.cells and entry.row.shape is None for entry in settled[:-1])
    for index, entry in enumerate(settled):
        if not entry.columns:
            _note_unplaced(reading, entry.row)
            continue
        columns = tuple(key for key in entry.columns if key)
        cells = find_cells_under(entry.row, entry.keys, columns) if entry.keys else None
        if cells is not None:
            reading.enter(entry.line_key, columns, entry.row, Placed(cells))
            continue
        is_last = not is_complete and index == len(settled) - 1 and found[-1] is entry.row
        placed = place_cells(entry.row, len(entry.columns), voted, is_last=is_last, blanks_vanish=is_vanishing)
        reading.enter(entry.line_key, entry.columns, entry.row, placed)
    _note_heads(reading, framed)
    for event in found:
        if isinstance(event, LostRow):
            operands = {"table": "II", "printed": " ".join(cell.text for cell in event.cells)}
            reading.findings.append(Finding("row_without_label", Severity.WARNING, operands))
    return reading


def _collect_framed(found: list[Event]) -> list[_Framed]:
    """Each labelled row with what heads its block."""
    framed: list[_Framed] = []
    headers: list[HeaderRow] = []
    is_open = False
    for event in found:
        if isinstance(event, HeaderRow):
            starts = any(_is_block_start(cell.text) for cell in event.cells if cell.text)
            headers = [event] if starts or not is_open else [*headers, event]
            is_open = True
        elif isinstance(event, LineRow):
            texts = tuple(cell.text for header in headers for cell in header.cells if cell.text)
            heads = _match_heads(tuple(text for text in texts if strip_label(text) != CONTENT_HEADER))
            framed.append(_Framed(event, heads, _find_heads_above(event, headers)))
            is_open = False
    return framed


def _is_block_start(text: str) -> bool:
    return strip_label(text) == CONTENT_HEADER or ARTICLE.match(strip_label(text)) is not None


def _find_heads_above(row: LineRow, headers: list[HeaderRow]) -> tuple[tuple[int, Head], ...]:
    """The heads that stand above the cells of a row, by the grid's columns."""
    grid_headers = [header for header in headers if header.spans and header.grid == row.grid]
    if not grid_headers or not row.spans:
        return ()
    first = row.spans[0][0]
    kept = {
        column: tuple(text for text in texts if not _is_block_start(text))
        for column, texts in sorted(stack_heads(grid_headers).items())
        if column >= first
    }
    return tuple((column, _match_head(texts)) for column, texts in kept.items() if texts)


@lru_cache(maxsize=1024)
def _match_head(texts: tuple[str, ...]) -> Head:
    match = match_column(Table.II, "".join(texts)) or match_column(Table.II, texts[-1])
    return Head(match.keys[0] if match is not None else find_short_column(Table.II, "".join(texts)), "".join(texts))


@lru_cache(maxsize=1024)
def _match_heads(header: tuple[str, ...]) -> tuple[Head, ...]:
    """Header texts → heads of columns. Pieces of a broken label are joined."""
    heads: list[Head] = []
    index = 0
    while index < len(header):
        for joined in (1, 2, 3):
            text = "".join(header[index : index + joined])
            match = match_column(Table.II, text)
            if match is not None and (match.way is Way.EXACT or joined == 1):
                heads.append(Head(match.keys[0], text))
                index += joined
                break
        else:
            heads.append(Head(find_short_column(Table.II, header[index]), header[index]))
            index += 1
    return tuple(heads)


def _find_edition(framed: list[_Framed]) -> Edition | None:
    """The edition most header columns belong to."""
    votes: Counter[Edition] = Counter()
    for block in framed:
        for head in block.heads:
            if head.key is not None:
                votes.update(form.find_column(Table.II, head.key).editions)
        if len(block.row.match.keys) == 1:
            editions = form.find_line(Table.II, block.row.match.keys[0]).editions
            if len(editions) == 1:
                votes.update(editions)
    return votes.most_common(1)[0][0] if votes else None


def _settle(block: _Framed, reading: TableReading) -> _Settled:
    """The line of the block's edition and its columns in printed order; no columns where the line is not its."""
    if reading.edition is None:
        return _Settled(block.row, block.row.match.keys[0], (), {})
    edition = _find_block_edition(block) or reading.edition
    for key in block.row.match.keys:
        columns = form.list_columns_over(Table.II, edition, key)
        if columns:
            order, keys = _order_columns(block, columns)
            if order is None:
                reading.doubt_header(" ".join(head.text for head in block.heads))
            return _Settled(block.row, key, order or columns, keys)
    return _Settled(block.row, block.row.match.keys[0], (), {})


def _find_block_edition(block: _Framed) -> Edition | None:
    """The edition all of whose columns of this paragraph are printed above the row, where it is one alone: a report
    may take one paragraph from either form."""
    named = {head.key for head in block.heads}
    complete = {
        edition
        for edition in form.list_editions(Table.II)
        for key in block.row.match.keys
        if (columns := form.list_columns_over(Table.II, edition, key)) and named.issuperset(columns)
    }
    return complete.pop() if len(complete) == 1 else None


def _order_columns(block: _Framed, columns: tuple[str, ...]) -> tuple[tuple[str, ...] | None, dict[int, str]]:
    """The block's columns in printed order, and by the grid's columns where the heads stand above the cells."""
    if block.above:
        runs = [head for at, (_, head) in enumerate(block.above) if not at or block.above[at - 1][1] != head]
        order = order_slots([_limit_to_block(head, columns) for head in runs], columns, Table.II, by_position=False)
        if order is not None and len(order) == len(runs):
            by_head = dict(zip(runs, order, strict=True))
            return order, {column: by_head[head] for column, head in block.above}
    heads = [_limit_to_block(head, columns) for head in block.heads if head.key in columns or _is_other_name(head)]
    return order_slots(heads, columns, Table.II, by_position=False), {}


def _limit_to_block(head: Head, columns: tuple[str, ...]) -> Head:
    return head if head.key in columns else Head(None, head.text)


_LONGEST_HEAD = 12
"""The longest header of a column of table II has eight characters and a bracket."""


def _is_other_name(head: Head) -> bool:
    """Whether the text heads a column by a name that the block does not have; a piece of a label heads none."""
    if ARTICLE.match(strip_label(head.text)):
        return False
    is_short = len(strip_label(head.text)) <= _LONGEST_HEAD
    return head.key is not None or (is_short and not is_fragment(Table.II, head.text))


def _find_units(framed: list[_Framed]) -> dict[str, MeasuredIn]:
    """Units of money as the headers print them."""
    heads = (head for block in framed for head in block.heads)
    return {head.key: unit for head in heads if head.key is not None and (unit := find_unit(head.text)) is not None}


def _note_heads(reading: TableReading, framed: list[_Framed]) -> None:
    """Say which heads name no column of the form, and doubt the figures under a unit that is not known."""
    for text in dict.fromkeys(head.text for block in framed for _, head in block.above if head.key is None):
        reading.note_extra(text)
    unknown = {
        head.key: head.text for block in framed for head in block.heads if head.key and has_unknown_unit(head.text)
    }
    for key, text in unknown.items():
        label = form.find_column(Table.II, key).label
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
