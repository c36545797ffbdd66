"""Table III (收到和处理政府信息公开申请情况): rows → facts.

The seven columns stand under a header of three levels. Which is which is proven by the header cells above the figures;
where those do not say where they stand, the header is read level by level, and sums that add up only in the form's own
order outweigh it. The edition shows in （六）其他处理: one row, or three.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from analytics.documents.model import Cell
from analytics.reports.checks import measure_balance
from analytics.reports.labels import Match, Way, strip_label
from analytics.reports.model import Finding
from analytics.reports.numbers import is_figure, read_count
from analytics.reports.rows.stream import Row
from analytics.reports.tables.applicants import (
    COLUMNS,
    TOP,
    Keys,
    find_printed_columns,
    is_headless,
    join_header,
    list_header_rows,
    prove_columns,
)
from analytics.reports.tables.entries import TableReading
from analytics.reports.tables.events import Event, LineRow, LostRow
from analytics.reports.tables.heads import EXTRA, find_cells_under
from analytics.reports.tables.lines import read_events
from analytics.reports.tables.placing import Doubt, Placed, Shape, find_offsets, place_cells
from analytics.reports.tables.short_lines import group_of_sum
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.phrases import EXTRA_ROW
from analytics.vocabulary.terms import Severity, Status, Table


def read_requests(rows: Sequence[Row], *, is_complete: bool, year: int | None = None) -> TableReading:
    """Read table III. ``is_complete``: the document goes on after these rows; ``year`` is the report's."""
    found = read_events(Table.III, rows)
    proven = prove_columns(found, year)
    reading = _read(found, proven, is_complete=is_complete, year=year)
    if reading.order == COLUMNS:
        is_unproven = not proven and not reading.is_header_in_doubt
        if is_unproven and (is_headless(found) or measure_balance(reading.facts.values(), Table.III) < 0):
            reading.doubt_throughout(join_header(found))
        return reading
    by_form = _read(found, {}, is_complete=is_complete, year=year, order=COLUMNS)
    ours, theirs = (measure_balance(candidate.facts.values(), Table.III) for candidate in (reading, by_form))
    if theirs > ours:
        by_form.doubt_throughout(join_header(found))
        return by_form
    is_moved = (reading.order[0], reading.order[-1]) != TOP
    if not proven and (any(header.grid is None for header in list_header_rows(found)) or (is_moved and ours <= theirs)):
        reading.doubt_throughout(join_header(found))
    return reading


def _read(
    found: list[Event], proven: Mapping[int, Keys], *, is_complete: bool, year: int | None, order: tuple[str, ...] = ()
) -> TableReading:
    """Enter the rows under the columns that are ``proven`` for each of them, by event; the others by ``order``, else by
    the words of the header."""
    reading = TableReading(Table.III)
    labelled = [event for event in found if isinstance(event, LineRow)]
    reading.edition = _find_edition(labelled)
    printed = order or find_printed_columns(found, proven, reading, year)
    reading.order = tuple(key for key in printed if key != EXTRA)
    whole = _find_whole_shapes(labelled, len(printed)) if proven else set()
    voted = find_offsets((row, len(printed)) for row in labelled)
    is_vanishing = any(not row.cells and row.shape is None for row in labelled[:-1] if not _is_head(row))
    for index, row in enumerate(found):
        if not isinstance(row, LineRow):
            continue
        line_key = _choose_line_key(row.match, reading.edition)
        if line_key is None or (_is_head(row) and not any(cell.text for cell in row.cells)):
            continue
        keys = proven.get(index)
        cells = find_cells_under(row, keys, COLUMNS) if keys else None
        if cells is not None:
            reading.enter(line_key, COLUMNS, row, Placed(cells))
            continue
        is_last = not is_complete and index == len(found) - 1
        placed = place_cells(row, len(printed), voted, is_last=is_last, blanks_vanish=is_vanishing)
        is_off = bool(proven) and row.grid is not None and not row.spans and len(row.cells) > len(printed)
        is_off &= row.shape not in whole and not _are_alike(placed.cells[:-1])
        if placed.doubt is Doubt.NONE and (is_off or (EXTRA in printed and keys)) and any(c.text for c in row.cells):
            # The heads say where cells stand; a row that goes another way has lost one, or has one too many.
            placed = replace(placed, doubt=Doubt.SHIFTED)
        reading.enter(line_key, printed, row, placed)
    _place_lost(found, printed, reading)
    return reading


def _are_alike(cells: Sequence[Cell | Status]) -> bool:
    """Whether all cells before the last print the same: moved by one or not, they say the same."""
    return len({cell.text if isinstance(cell, Cell) else cell for cell in cells}) == 1


def _find_whole_shapes(labelled: Sequence[LineRow], size: int) -> set[Shape | None]:
    """The shapes of rows whose figures reach from the first column to the last: no row of such a shape has lost one."""
    found: set[Shape | None] = set()
    for row in labelled:
        cells = place_cells(row, size, {}, is_last=False, blanks_vanish=False).cells
        if all(isinstance(cell, Cell) and cell.text for cell in (cells[0], cells[-1])):
            found.add(row.shape)
    return found - {None}


def _is_head(row: LineRow) -> bool:
    return form.find_line(Table.III, row.match.keys[0]).is_head


def _find_edition(labelled: list[LineRow]) -> Edition | None:
    """The edition that alone has a line that is met; else the one in which a line stands for a group (（六） has cells
    of its own), where the rows after it are met without those of the group. None where the document ends before."""
    met = {key for row in labelled for key in row.match.keys}
    lines = [
        line for line in form.list_lines(Table.III) if line.key in met and len(line.editions) == 1 and not line.is_head
    ]
    for line in lines:
        if not line.stands_for:
            return next(iter(line.editions))
    for line in lines:
        (edition,) = line.editions
        printed = [other.key for other in form.list_printed_lines(Table.III, edition)]
        if met.intersection(printed[printed.index(line.key) + 1 :]):
            return edition
    return None


def _choose_line_key(match: Match, edition: Edition | None) -> str | None:
    if len(match.keys) == 1:
        return match.keys[0]
    if edition is None:
        return None  # （六） at the torn end of a document: one row or the head of three
    return next(key for key in match.keys if edition in form.find_line(Table.III, key).editions)


def _place_lost(found: list[Event], columns: tuple[str, ...], reading: TableReading) -> None:
    """Figures without a label are placed only between two labels that leave exactly one line open, and are
    marked uncertain; otherwise they stay unplaced, with a finding."""
    for index, event in enumerate(found):
        if not isinstance(event, LostRow):
            continue
        printed = " ".join(cell.text for cell in event.cells)
        if _note_extra_row(event, reading) or _enter_subtotal(found[:index], event, columns, reading):
            continue
        cells = [cell for cell in event.cells if cell.text]
        gap = _find_gap(found, index, reading.edition)
        if gap is not None and len(cells) == len(columns) and all(is_figure(cell.text) for cell in cells):
            row = LineRow(Match((gap,), Way.OPENING, ""), "", cells)
            reading.enter(gap, columns, row, Placed(tuple(cells), Doubt.MERGED))
            rule, line = "row_label_lost", form.find_line(Table.III, gap).label
        else:
            rule, line = "row_without_label", ""
        operands = {"table": "III", "printed": printed, "line": line}
        reading.findings.append(Finding(rule, Severity.WARNING, operands))


def _enter_subtotal(above: Sequence[Event], event: LostRow, columns: tuple[str, ...], reading: TableReading) -> bool:
    """Enter a row called a sum that stands below the rows of a group and adds them up, column by column."""
    last = next((row for row in reversed(above) if isinstance(row, LineRow)), None)
    group = group_of_sum(event.cells, last.match.keys[0]) if last is not None else None
    if group is None or EXTRA in columns:
        return False
    match, at = group
    cells = event.cells[at + 1 :][-len(columns) :]
    values = [read_count(cell.text).value for cell in cells]
    codes = [
        [cell.code for cell in form.list_cells_of_line(Table.III, line.key, columns)] for line in _list_lines(match)
    ]
    parts = [
        [fact.value for code in column if (fact := reading.facts.get(code))] for column in zip(*codes, strict=True)
    ]
    if len(values) < len(columns) or values != [sum(value or 0 for value in column) for column in parts]:
        return False
    row = LineRow(match, event.cells[at].text, list(cells))
    reading.enter(match.keys[0], columns, row, Placed(tuple(cells)))
    return True


def _list_lines(group: Match) -> list[form.Line]:
    return [line for line in form.list_lines(Table.III) if line.parent == group.keys[0]]


def _note_extra_row(event: LostRow, reading: TableReading) -> bool:
    """Say what a row prints whose own words tell that the form has no such row."""
    words = [cell.text for cell in event.cells if cell.text and not is_figure(cell.text)]
    if not words or EXTRA_ROW.match(strip_label(words[-1])) is None:
        return False
    figures = [cell for cell in event.cells if is_figure(cell.text)]
    reading.passed.extend((cell.place, cell.text) for cell in event.cells)
    operands = {"table": "III", "line": words[-1], "printed": " ".join(cell.text for cell in figures)}
    reading.findings.append(Finding("row_not_on_form", Severity.NOTE, operands))
    return True


def _find_gap(found: list[Event], index: int, edition: Edition | None) -> str | None:
    if edition is None:
        return None
    order = [line.key for line in form.list_printed_lines(Table.III, edition) if not line.is_head]
    above = [key for event in found[:index] if isinstance(event, LineRow) for key in event.match.keys if key in order]
    below = [key for event in found[index:] if isinstance(event, LineRow) for key in event.match.keys if key in order]
    if not above or not below:
        return None
    between = order[order.index(above[-1]) + 1 : order.index(below[0])]
    neighbours_lost = sum(isinstance(event, LostRow) for event in found[index - 1 : index + 2])
    return between[0] if len(between) == 1 and neighbours_lost == 1 else None
