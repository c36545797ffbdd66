"""Rows that a page break cut in two → whole rows again, or rows in doubt.

The last row of a page and the first of the next are one where their labels together are a label of the form and at
least one of them alone is not, and only one of them holds figures. Where that stays open the figures are doubted: half
a row looks like a row of blank cells.
"""

from __future__ import annotations

from collections.abc import Sequence

from analytics.documents.model import Cell
from analytics.reports.labels import Match, Way, line_match
from analytics.reports.numbers import is_figure
from analytics.reports.rows import Row
from analytics.vocabulary.terms import Table

_FURNITURE = 4
"""Lines that may stand between the halves: page number, header, footer."""
TORN = "row_torn_by_page"


def rejoined(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows of a paged document, those cut by a page break made whole."""
    found = list(rows)
    index = 0
    while index < len(found):
        behind = _next_page(found, index)
        if behind is not None:
            width = _width(found, index, behind)
            whole = _joined(found[index], found[behind], width) if width else None
            if whole is not None:
                found[index] = whole
                del found[behind]
            elif width and _is_open(found[index], found[behind], width):
                found[index] = _doubted(found[index], width)
                found[behind] = _doubted(found[behind], width)
        index += 1
    return tuple(found)


def _next_page(rows: Sequence[Row], index: int) -> int | None:
    """The first row of the next page's grid, where this row is the last of its page's."""
    row = rows[index]
    if row.is_loose or row.cells[0].place.page is None:
        return None
    for at in range(index + 1, min(len(rows), index + _FURNITURE + 2)):
        other = rows[at]
        if not other.is_loose:
            place, here = other.cells[0].place, row.cells[0].place
            is_next = place.grid != here.grid and here.page is not None and place.page == here.page + 1
            return at if is_next else None
    return None


def _width(rows: Sequence[Row], index: int, behind: int) -> int:
    """How many columns of figures the rows about the break have; 0 where none shows it."""
    for at in (*range(index, max(-1, index - 6), -1), *range(behind, min(len(rows), behind + 6))):
        row = rows[at]
        if row.is_loose:
            continue
        count = _trailing(row.cells)
        label = row.cells[: len(row.cells) - count]
        if count and any(cell.text for cell in row.cells[-count:]) and label and label[-1].text:
            return count
    return 0


def _trailing(cells: Sequence[Cell]) -> int:
    count = 0
    for cell in reversed(cells):
        if cell.text and not is_figure(cell.text):
            break
        count += 1
    return count


def _joined(row: Row, other: Row, width: int) -> Row | None:
    if min(len(row.cells), len(other.cells)) < width or not _is_halved(row, other, width):
        return None
    upper, lower = _label(row, width), _label(other, width)
    if upper is None and lower is None:
        return None
    texts = [cell.text for cell in (upper, lower) if cell is not None]
    alone = [_exact(text) for text in texts]
    if len(texts) == 2 and (_exact("".join(texts)) is None or all(alone)):
        return None
    if len(texts) == 1 and not alone[0]:
        return None
    base = upper or lower
    assert base is not None
    figures = [one if one.text else two for one, two in zip(row.cells[-width:], other.cells[-width:], strict=True)]
    groups = [cell for cell in row.cells[: len(row.cells) - width] if cell is not upper]
    return row._replace(cells=(*groups, base._replace(text="".join(texts)), *figures))


def _is_halved(row: Row, other: Row, width: int) -> bool:
    """Whether only one of the rows holds figures."""
    return _has_figures(row, width) != _has_figures(other, width) and all(
        not one.text or not two.text for one, two in zip(row.cells[-width:], other.cells[-width:], strict=True)
    )


def _has_figures(row: Row, width: int) -> bool:
    return any(is_figure(cell.text) for cell in row.cells[-width:])


def _label(row: Row, width: int) -> Cell | None:
    labels = [cell for cell in row.cells[: len(row.cells) - width] if cell.text]
    return labels[-1] if labels else None


def _exact(text: str) -> Match | None:
    for table in (Table.III, Table.II):
        match = line_match(table, text)
        if match is not None and match.way is Way.EXACT:
            return match
    return None


def _is_open(row: Row, other: Row, width: int) -> bool:
    """Whether one of the rows may be half of a row: it has figures or a label, and the other is not whole."""
    if min(len(row.cells), len(other.cells)) < width or not _is_halved(row, other, width):
        return False
    return not all((label := _label(half, width)) and _exact(label.text) for half in (row, other))


def _doubted(row: Row, width: int) -> Row:
    label = row.cells[: len(row.cells) - width]
    return row._replace(cells=(*label, *(cell._replace(doubt=cell.doubt or TORN) for cell in row.cells[-width:])))
