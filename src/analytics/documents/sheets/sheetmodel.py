"""A sheet of a workbook as every reader of one hands it on: what each cell shows, what is merged, what is hidden."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from analytics.documents.looks import HIDDEN
from analytics.documents.model import OBJECT
from analytics.documents.numberformat import Displayed

BLANK = Displayed("")
Row = tuple[int, list[tuple[int, Displayed]]]
"""Number of a row and its cells by column, both from 1."""
Merged = dict[tuple[int, int], tuple[int, int]]
"""Rows and columns of merged cells, by the row and column of the first."""


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet: what its cells show, by row and column from 1; spans; hidden rows and columns."""

    cells: Mapping[tuple[int, int], Displayed]
    merged: Merged = field(default_factory=dict)
    hidden_rows: Collection[int] = frozenset()
    hidden_columns: Collection[int] = frozenset()


class Seen(NamedTuple):
    """What is seen of a sheet, with the numbers that rows and columns have in the file: rows; spans in seen rows and
    columns; cells that merged ones cover."""

    rows: list[Row]
    merged: Merged
    covered: set[tuple[int, int]]


def find_seen_rows(page: Page) -> Seen:
    """The rows that are seen and the spans among them, with those hidden ones that :func:`_reveal_hidden_lines` keeps.

    One row is given beyond the last that is filled, and one of several empty ones: the figures of a table that is left
    blank are an empty row, and nothing in the file says so.
    """
    page = _reveal_hidden_lines(page)
    cells, merged, covered = _remove_hidden(page)
    if not any(cell.text for cell in cells.values()):
        return Seen([], {}, set())
    filled = [place for place, cell in cells.items() if cell.text]
    top, bottom = min(row for row, _ in filled), max(row for row, _ in cells)
    columns = [
        column
        for column in range(min(column for _, column in cells), max(column for _, column in cells) + 1)
        if column not in page.hidden_columns
    ]
    rows: list[Row] = [
        (number, [(column, cells.get((number, column), BLANK)) for column in columns])
        for number in range(top, bottom + 2)
        if number not in page.hidden_rows
    ]
    filled_rows = {row for row, _ in filled}
    kept = [row for before, row in pairwise([(0, []), *rows]) if row[0] in filled_rows or before[0] in filled_rows]
    return Seen(kept, merged, covered)


def _reveal_hidden_lines(page: Page) -> Page:
    """The sheet with the hidden rows and columns that belong to its tables, their figures marked as not seen.

    A hidden line has a label of its own, which nothing that is shown repeats, and figures. Without it, its figures
    would be taken for blank, or those beside it for its own.
    """
    rows, columns = _find_hidden_lines(page, axis=0), _find_hidden_lines(page, axis=1)
    if not rows and not columns:
        return page
    cells = dict(page.cells)
    filled = {row for row, column in cells if column not in columns and _is_figure(cells[row, column])}
    for row in filled | rows:
        for column in columns:
            cells.setdefault((row, column), Displayed("", HIDDEN))
    for (row, column), cell in cells.items():
        if (row in rows or column in columns) and (_is_figure(cell) or cell.text == OBJECT):
            cells[row, column] = Displayed(OBJECT, HIDDEN)
    return Page(cells, page.merged, frozenset(page.hidden_rows) - rows, frozenset(page.hidden_columns) - columns)


def _find_hidden_lines(page: Page, axis: int) -> set[int]:
    """The hidden rows (axis 0) or columns (axis 1) that are lines of a table. A row is known by its label wherever that
    stands, a column by one beside those of others."""
    hidden = (page.hidden_rows, page.hidden_columns)[axis]
    visible_labels: set[tuple[int, str]] = set()
    labels: dict[int, set[tuple[int, str]]] = defaultdict(set)
    figured: set[int] = set()
    for place, cell in page.cells.items() if hidden else ():
        label = (place[1 - axis] if axis else 0, cell.text)
        if place[axis] not in hidden:
            visible_labels.add(label)
        elif _is_figure(cell) or cell.text == OBJECT:
            figured.add(place[axis])
        elif cell.text:
            labels[place[axis]].add(label)
    return {number for number in figured if labels[number] - visible_labels}


def _is_figure(cell: Displayed) -> bool:
    return bool(cell.text) and not any(character.isalpha() for character in cell.text) and cell.text != OBJECT


def _remove_hidden(page: Page) -> tuple[dict[tuple[int, int], Displayed], Merged, set[tuple[int, int]]]:
    """Cells and spans without what is hidden. Merged cells show the text of the first even where that is hidden, and
    reach no further than one row beyond the last cell: one may go down to the last row of the program."""
    cells = dict(page.cells)
    merged: Merged = {}
    covered: set[tuple[int, int]] = set()
    bottom, right = max((row for row, _ in cells), default=0) + 1, max((column for _, column in cells), default=0)
    for (row, column), (height, width) in page.merged.items():
        rows = [number for number in range(row, min(row + height, bottom + 1)) if number not in page.hidden_rows]
        columns = [
            number for number in range(column, min(column + width, right + 1)) if number not in page.hidden_columns
        ]
        if rows and columns:
            merged[rows[0], columns[0]] = (len(rows), len(columns))
            if (rows[0], columns[0]) != (row, column):
                cells[rows[0], columns[0]] = cells.get((row, column), BLANK)
            covered.update((covered_row, other) for covered_row in rows for other in columns)
    return (
        {
            (row, column): cell
            for (row, column), cell in cells.items()
            if row not in page.hidden_rows and column not in page.hidden_columns
        },
        merged,
        covered - merged.keys(),
    )
