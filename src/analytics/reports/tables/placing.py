"""The cells after a label → one cell per column, or the reason why they cannot be told apart.

The count decides: as many cells as columns are those columns, in the order their header prints. Cells too many
must be blank padding, cells too few a merged blank or the torn end of the document. Where blanks could lie on
either side, rows of the same shape that leave no doubt decide; a row that stays in doubt is said to be so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from analytics.documents.model import Cell
from analytics.reports.numbers import is_figure
from analytics.reports.tables.events import LineRow
from analytics.vocabulary.terms import Status

Shape = tuple[int, int]


class Doubt(Enum):
    """Why a row's cells need interpretation, or have none."""

    NONE = "none"
    SHIFTED = "shifted"
    MOVED = "moved"
    MERGED = "merged"
    INCOMPLETE = "incomplete"
    CUT = "cut"
    LABEL_TORN = "label_torn"
    NUMBERED = "numbered"
    UNIT_UNKNOWN = "unit_unknown"
    UNIT_MISSING = "unit_missing"
    UNIT_MISPLACED = "unit_misplaced"
    UNIT_CONTRARY = "unit_contrary"


RULES: Mapping[Doubt, str] = {
    Doubt.SHIFTED: "columns_in_doubt",
    Doubt.MOVED: "row_moved",
    Doubt.MERGED: "merged_figure",
    Doubt.INCOMPLETE: "row_incomplete",
    Doubt.LABEL_TORN: "row_label_torn",
    Doubt.NUMBERED: "row_of_numbered_lines",
    Doubt.UNIT_UNKNOWN: "row_unit_unknown",
    Doubt.UNIT_MISSING: "row_unit_missing",
    Doubt.UNIT_MISPLACED: "row_unit_misplaced",
    Doubt.UNIT_CONTRARY: "row_unit_contrary",
}
"""The finding that says each doubt of a row."""


@dataclass(frozen=True, slots=True)
class Placed:
    """One entry per column: the cell, or the status where there is no cell to point at. ``unit`` is the printed word
    that casts the doubt where that is one of units."""

    cells: tuple[Cell | Status, ...]
    doubt: Doubt = Doubt.NONE
    unit: str = ""


def find_offsets(rows: Iterable[tuple[LineRow, int]]) -> dict[Shape, int]:
    """For each row shape, where its figures begin behind the label, by rows that leave no doubt; :data:`NOWHERE` where
    no place suits all rows, whose surplus cells are no padding then."""
    votes: dict[Shape, Counter[int]] = {}
    common: dict[tuple[Shape, int], set[int]] = {}
    known = list(rows)
    if not any(len(row.cells) > size for row, size in known):
        return {}  # no row has cells to spare: nothing will be asked
    for row, size in known:
        possible = _find_windows(row.cells, size)
        if row.shape is None:
            continue
        if len(row.cells) > size and all(is_figure(cell.text) for cell in row.cells if cell.text):
            common[row.shape, size] = common.get((row.shape, size), set(possible)) & set(possible)
        if len(possible) == 1:
            votes.setdefault(row.shape, Counter())[possible[0]] += 1
    found = {shape: counter.most_common(1)[0][0] for shape, counter in votes.items()}
    return {**found, **{shape: NOWHERE for (shape, _), starts in common.items() if not starts}}


NOWHERE = -1


def place_cells(row: LineRow, size: int, voted: dict[Shape, int], *, is_last: bool, blanks_vanish: bool) -> Placed:
    """Place the cells of one row in ``size`` columns.

    ``is_last``: the document ends in this row, so missing cells were not reached. ``blanks_vanish``: other
    loose rows of the table print nothing at all, so a blank row leaves no trace here.
    """
    cells = row.cells
    if len(cells) == size:
        return Placed(tuple(cells))
    if len(cells) > size:
        return _place_too_many(row, size, voted)
    if is_last and not (blanks_vanish and not cells):
        return Placed((*cells, *(Status.NOT_REACHED,) * (size - len(cells))), Doubt.CUT)
    if not any(cell.text for cell in cells):
        return Placed((Status.BLANK,) * size)
    if sum(cell.colspan for cell in cells) == size:
        return _spread(cells)
    return Placed((Status.UNREADABLE,) * size, Doubt.INCOMPLETE)


def _find_windows(cells: Sequence[Cell], size: int) -> list[int]:
    """The starts from which ``size`` cells leave only blank ones outside."""
    surplus = len(cells) - size
    return [
        start
        for start in range(surplus + 1)
        if not any(cell.text for cell in cells[:start]) and not any(cell.text for cell in cells[start + size :])
    ]


def _place_too_many(row: LineRow, size: int, voted: dict[Shape, int]) -> Placed:
    possible = _find_windows(row.cells, size)
    if not possible:
        behind = [cell for cell in row.cells[size:] if cell.text]
        if row.shape is None and not any(is_figure(cell.text) for cell in behind):
            return Placed(tuple(row.cells[:size]))  # the prose after the table
        return Placed((Status.UNREADABLE,) * size, Doubt.INCOMPLETE)
    start = voted.get(row.shape) if row.shape is not None else None
    first = tuple(row.cells[possible[0] : possible[0] + size])
    is_alone = len(possible) == 1 and (start != NOWHERE or all(cell.text for cell in first))
    if not any(cell.text for cell in row.cells) or is_alone:
        return Placed(first)
    if start in possible:
        return Placed(tuple(row.cells[start : start + size]))
    return Placed(first, Doubt.SHIFTED)


def _spread(cells: Sequence[Cell]) -> Placed:
    """Merged cells over several columns: blank ones are blank in each, a figure belongs to none of them."""
    spread: list[Cell | Status] = []
    doubt = Doubt.NONE
    for cell in cells:
        if cell.colspan == 1 or not is_figure(cell.text):
            spread.extend([cell] * cell.colspan)
        else:
            spread.extend([Status.UNREADABLE] * cell.colspan)
            doubt = Doubt.MERGED
    return Placed(tuple(spread), doubt)
