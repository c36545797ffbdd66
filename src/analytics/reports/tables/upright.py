"""Tables that a report prints on their side → the same with the form's lines as rows again.

Where applicants head the rows of table III, or results those of table IV, the whole grid is turned about its diagonal:
each cell goes to where its row and column cross in the form's own direction, spans with it, and its place stays what it
is in the document. Nothing is read here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from analytics.documents.model import Cell
from analytics.reports.labels import Way, find_short_column, match_column, match_line
from analytics.reports.numbers import is_figure
from analytics.reports.rows.stream import Row
from analytics.vocabulary import form
from analytics.vocabulary.terms import Table

_FEWEST_LINES = {Table.III: 6, Table.IV: 2}
"""Labels of lines that stand beside one another where a table is on its side."""
_LABEL_CELLS = 3


def turn_upright(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows, those of grids on their side turned."""
    found: list[Row] = []
    for grid, group in groupby(rows, lambda row: row.grid):
        block = list(group)
        is_turned = grid is not None and any(_is_on_its_side(table, block) for table in _FEWEST_LINES)
        found.extend(_turn_rows(block) if is_turned else block)
    return tuple(found)


def _is_on_its_side(table: Table, rows: Sequence[Row]) -> bool:
    """Whether rows with figures are headed by the columns of a table, all of them, and lines stand beside one another
    above."""
    if not all(row.spans for row in rows):
        return False
    columns = {column.key for column in form.list_columns(table)}
    headed = [(column, row) for row in rows if (column := _find_column(table, row)) is not None]
    if {column for column, _ in headed} != columns:
        return False  # most grids have no such heads: their figures need no look
    if {column for column, row in headed if any(is_figure(cell.text) for cell in row.cells)} != columns:
        return False
    return max(map(len, (_find_lines_beside(table, row) for row in rows))) >= _FEWEST_LINES[table]


def _find_column(table: Table, row: Row) -> str | None:
    """The column of the form that the last word before the figures of a row names."""
    words: list[str] = []
    for cell in row.cells[:_LABEL_CELLS]:
        if is_figure(cell.text):
            break
        words.extend([cell.text] if cell.text else [])
    match = match_column(table, words[-1]) if words else None
    if match is None:
        return find_short_column(table, words[-1]) if words else None
    return match.keys[0] if match.way is Way.EXACT else None


def _find_lines_beside(table: Table, row: Row) -> set[str]:
    matches = (match_line(table, cell.text) for cell in row.cells if cell.text and not is_figure(cell.text))
    return {match.keys[0] for match in matches if match is not None}


def _turn_rows(rows: Sequence[Row]) -> Iterable[Row]:
    """Each column of a grid as a row: a cell over several rows spans as many columns."""
    width = max(row.spans[-1][1] for row in rows)
    grid = rows[0].grid
    columns: list[list[tuple[Cell, tuple[int, int]]]] = [[] for _ in range(width)]
    for number, row in enumerate(rows):
        for cell, (first, behind) in zip(row.cells, row.spans, strict=True):
            turned = cell._replace(rowspan=behind - first, colspan=cell.rowspan)
            columns[first].append((turned, (number, number + cell.rowspan)))
    for column in columns:
        if column:
            yield Row(tuple(cell for cell, _ in column), False, False, tuple(span for _, span in column), grid)
