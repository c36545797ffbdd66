"""Table IV (政府信息公开行政复议、行政诉讼情况): rows → facts.

One row of fifteen figures under three blocks of five, or the blocks one below the other. Which is which is
proven by the header cells above it; where those do not say where they stand, the order of blocks and of results is
taken from the header's words where it is legible, and sums that add up only in the form's own order outweigh it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import combinations

from analytics.documents.model import Cell, Place
from analytics.reports.checks import measure_balance
from analytics.reports.labels import Match, Way, fold, match_column, match_line, strip_label
from analytics.reports.model import Finding
from analytics.reports.numbers import has_digits, is_figure
from analytics.reports.rows.stream import Row
from analytics.reports.tables.entries import TableReading
from analytics.reports.tables.events import HeaderRow, LineRow
from analytics.reports.tables.placing import Doubt, Placed, place_cells
from analytics.reports.tables.remedies_proven import (
    BLOCKS,
    RESULTS,
    find_results_above,
    is_column_header,
    is_header_word,
    is_row_of_another_year,
    label_of_block,
    read_proven,
    read_proven_rows,
)
from analytics.vocabulary import form
from analytics.vocabulary.phrases import LITIGATION_HEADER
from analytics.vocabulary.terms import Severity, Status, Table

_SUITS = BLOCKS[1:]


def read_remedies(rows: Sequence[Row], *, is_complete: bool, year: int | None = None) -> TableReading:
    """Read table IV. ``is_complete``: the document goes on after these rows; ``year`` is the report's."""
    found = read_proven(rows, year)
    if found is not None:
        whole = list(dict.fromkeys(tuple(cell.text for cell in row) for row in _find_whole_rows(rows, year)))
        if len(whole) > 1:
            printed = "；".join(" ".join(text or "–" for text in row) for row in whole)
            found.doubt_all("rows_rival", {"count": len(whole), "printed": printed})
        return found
    by_rows = read_proven_rows(rows, year)
    if by_rows is not None:
        return by_rows
    reading, header = _read(rows, is_complete=is_complete)
    if reading.order != RESULTS:
        by_form, _ = _read(rows, is_complete=is_complete, results=RESULTS)
        ours, theirs = (measure_balance(candidate.facts.values(), Table.IV) for candidate in (reading, by_form))
        reading = by_form if theirs > ours else reading
        if theirs >= ours:
            reading.doubt_throughout(" ".join(header))
    elif (
        not _is_in_order(header)
        or (_is_of_lines(rows, header) and not _is_spelt_out(header))
        or not _are_blocks_proven(rows, header)
    ):
        reading.doubt_throughout(" ".join(header))
    return reading


def _find_whole_rows(rows: Sequence[Row], year: int | None) -> list[tuple[Cell, ...]]:
    """The figures of rows that have one for each result of each block, and are not said to be another year's."""
    whole = (row for row in rows if not row.is_loose and not is_row_of_another_year(row, year))
    found = (tuple(cell for cell in row.cells if is_figure(cell.text)) for row in whole)
    return [figures for figures in found if len(figures) >= len(BLOCKS) * len(RESULTS)]


def _read(rows: Sequence[Row], *, is_complete: bool, results: tuple[str, ...] = ()) -> tuple[TableReading, list[str]]:
    """Read by counting, and the header's texts. ``results``: their order, whatever the header says."""
    reading = TableReading(Table.IV, order=RESULTS)
    header: list[str] = []
    waiting: list[Cell] = []
    headers: list[HeaderRow] = []
    named: dict[Place, set[str]] = {}
    for index, row in enumerate(rows):
        cells = _split_cells(row)
        if _read_block_row(reading, cells, results or _find_results(header)):
            continue
        is_header = is_column_header(cells) and not (waiting and _has_more_figures(rows[index + 1 :], waiting))
        if is_header and _are_fields_of_header(waiting, cells):
            waiting = []
        if is_header and not waiting:
            header.extend(cell.text for cell in cells if cell.text)
            headers.append(HeaderRow(cells, row.spans, row.grid))
        elif is_header:
            break
        elif header and (any(cell.text for cell in cells) or row.is_loose or len(cells) > len(RESULTS)):
            waiting.extend(_drop_label(cells))
            named |= find_results_above(row, headers)
    if header and not reading.facts:
        reading.order = results or _find_results(header)
        _enter(reading, header, waiting, named, is_complete=is_complete)
    return reading, header


def _are_fields_of_header(waiting: Sequence[Cell], cells: tuple[Cell, ...]) -> bool:
    """Whether blank cells are fields that the heads above reach down to: fewer than figures, with heads behind them."""
    is_blank = not any(cell.text for cell in waiting) and len(waiting) < len(BLOCKS) * len(RESULTS)
    return is_blank and any(is_header_word(cell.text) for cell in cells if cell.text)


def _has_more_figures(behind: Sequence[Row], waiting: list[Cell]) -> bool:
    """Whether figures of the same row stand behind a line of its own that is none."""
    following = next((row for row in behind if row.text), None)
    return (
        len(waiting) < len(BLOCKS) * len(RESULTS)
        and following is not None
        and (following.is_loose and len(following.cells) == 1 and is_figure(following.text))
    )


def _drop_label(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The row without a word before its fifteen figures (``件数``)."""
    is_labelled = len(cells) == len(BLOCKS) * len(RESULTS) + 1 and cells[0].text and not has_digits(cells[0].text)
    return cells[1:] if is_labelled and not is_figure(cells[0].text) else cells


def _split_cells(row: Row) -> tuple[Cell, ...]:
    """Cells of the row; a line of text whose columns only spaces part is split."""
    if row.is_loose and row.text:
        parts = row.text.split()
        if len(parts) > 1 and (all(map(is_figure, parts)) or all(map(is_header_word, parts))):
            return tuple(Cell(part, row.cells[0].place) for part in parts)
    return row.cells


def _read_block_row(reading: TableReading, cells: tuple[Cell, ...], results: tuple[str, ...]) -> bool:
    """A block of its own row: label, then five figures."""
    label = label_of_block(cells)
    if label is None or len(cells) - label[1] <= len(RESULTS):
        return False
    match, index = label
    row = LineRow(match, cells[index].text, list(cells[index + 1 :]), (index, len(cells)))
    reading.order = results
    reading.enter(match.keys[0], results, row, place_cells(row, len(RESULTS), {}, is_last=False, blanks_vanish=False))
    return True


def _enter(
    reading: TableReading, header: list[str], cells: list[Cell], named: Mapping[Place, set[str]], *, is_complete: bool
) -> None:
    """Enter the figures of the only row by counting. ``named`` are the results that heads name above its cells."""
    blocks, results = _find_blocks(header), reading.order
    if len(blocks) < len(BLOCKS):
        reading.doubt_header(" ".join(header))
        if len(cells) >= len(BLOCKS) * len(RESULTS):
            blocks = BLOCKS  # their heads are in pieces, and the figures are as many as the form has
    size = len(blocks) * len(RESULTS)
    label = Match((blocks[0],), Way.EXACT, "")
    row = LineRow(label, "", cells, None)
    is_cut = not is_complete and len(cells) < size
    placed = place_cells(row, size, {}, is_last=is_cut, blanks_vanish=False)
    counted = zip(placed.cells, results * len(blocks), strict=True)
    if any(isinstance(cell, Cell) and key not in named.get(cell.place, {key}) for cell, key in counted):
        reading.doubt_header(" ".join(header))  # a head stands above the figure of another result
    if placed.doubt is Doubt.INCOMPLETE:
        operands = {"table": "IV", "printed": " ".join(cell.text for cell in cells)}
        reading.findings.append(Finding("row_without_label", Severity.WARNING, operands))
    for index, block in enumerate(blocks):
        part = placed.cells[index * len(RESULTS) : (index + 1) * len(RESULTS)]
        if all(cell is Status.NOT_REACHED for cell in part):
            continue
        match = Match((block,), Way.EXACT, "")
        block_row = LineRow(match, form.find_line(Table.IV, block).label, [])
        reading.enter(block, results, block_row, Placed(part, placed.doubt))


def _find_blocks(header: list[str]) -> tuple[str, ...]:
    """Blocks in printed order: 行政诉讼 stands for the two kinds of suit under it."""
    order: list[str] = []
    suits: list[str] = []
    for text in header:
        match = match_line(Table.IV, text)
        key = match.keys[0] if match else LITIGATION_HEADER if LITIGATION_HEADER in fold(text) else None
        if key in _SUITS:
            suits.append(key)
        if key is not None and key not in _SUITS and key not in order:
            order.append(key)
    suits = list(dict.fromkeys(suits)) or list(_SUITS if LITIGATION_HEADER in order else ())
    if LITIGATION_HEADER in order:
        at = order.index(LITIGATION_HEADER)
        order[at : at + 1] = suits
    else:
        order.extend(suits)
    return tuple(order) or BLOCKS


def _are_blocks_proven(rows: Sequence[Row], header: list[str]) -> bool:
    """Whether a single row of a grid prints each two blocks that are not in the form's order: heads of rows below one
    another say nothing about which of them is further left."""
    ranks = [BLOCKS.index(block) for block in _find_blocks(header)]
    moved = [(left, right) for left, right in combinations(ranks, 2) if left > right]
    printed = [[_rank_blocks(cell.text) for cell in row.cells if cell.text] for row in rows if not row.is_loose]
    return all(
        any(left in before and right in behind for row in printed for before, behind in combinations(row, 2))
        for left, right in moved
    )


def _rank_blocks(text: str) -> Collection[int]:
    """The places in the form's order of the blocks that a head names: 行政诉讼 is over both kinds of suit."""
    match = match_line(Table.IV, text)
    if match is not None:
        return (BLOCKS.index(match.keys[0]),)
    return range(1, len(BLOCKS)) if fold(text) == LITIGATION_HEADER else ()


def _is_in_order(header: list[str]) -> bool:
    """Whether the heads, as far as they are legible, name the results as the form does, block by block."""
    keys = [match.keys[0] for match in (match_column(Table.IV, text) for text in header) if match]
    whole = iter(RESULTS * len(BLOCKS))
    return all(key in whole for key in keys)


def _is_of_lines(rows: Sequence[Row], header: list[str]) -> bool:
    """Whether lines of their own print the header, which may be in pieces then."""
    return any(row.is_loose and row.text in header for row in rows)


def _is_spelt_out(header: list[str]) -> bool:
    """Whether the header's texts spell the results as the form orders them, once or over each block: one after another,
    or two lines of as many pieces below one another."""
    zipped: list[str] = []
    for text in header:
        above, below = (zipped[-1].split() if zipped else []), text.split()
        if len(above) == len(below) > 1:
            zipped[-1] = "".join(upper + lower for upper, lower in zip(above, below, strict=True))
        else:
            zipped.append(text)
    labels = [strip_label(column.label) for column in form.list_columns(Table.IV)]
    found = (_RESULT_LABELS.findall("".join(map(strip_label, texts))) for texts in (header, zipped))
    return any(found_labels in (labels, labels * len(BLOCKS)) for found_labels in found)


_RESULT_LABELS = re.compile("|".join(strip_label(column.label) for column in form.list_columns(Table.IV)))


def _find_results(header: list[str]) -> tuple[str, ...]:
    """The five results in the order that all blocks print; the form's where the header is in pieces."""
    keys = [match.keys[0] for match in (match_column(Table.IV, text) for text in header) if match]
    blocks = {tuple(keys[start : start + len(RESULTS)]) for start in range(0, len(keys), len(RESULTS))}
    first = blocks.pop() if len(blocks) == 1 else RESULTS
    return first if sorted(first) == sorted(RESULTS) else RESULTS
