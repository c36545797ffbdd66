"""Rows that a page break cut in two → whole rows again, or rows in doubt.

The last row of a page and the first of the next are one where their labels together are a label of the form and at
least one of them alone is not, and only one of them holds figures. Where that stays open the figures are doubted: half
a row looks like a row of blank cells.
"""

from __future__ import annotations

from collections.abc import Sequence

from analytics.documents.model import Cell
from analytics.reports.labels import Match, Way, is_fragment, match_line
from analytics.reports.numbers import is_figure
from analytics.reports.rows.header_rows import is_header
from analytics.reports.rows.stream import Row
from analytics.vocabulary import form
from analytics.vocabulary.terms import Table

_FURNITURE = 10
"""Lines that may stand between the halves: page number, header, footer, pieces of a group's label that the break left
outside of the rows."""
TORN = "row_torn_by_page"


def rejoin_torn(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows of a paged document, those cut by a page break made whole."""
    found = list(rows)
    index = 0
    while index < len(found):
        behind = _find_next_page(found, index)
        if behind is not None:
            width = _find_width(found, index, behind)
            whole = _join_rows(found[index], found[behind], width) if width else None
            if whole is not None:
                found[index] = whole
                del found[behind]
            elif _is_open(found[index], found[behind]):
                found[index] = _doubt_row(found[index])
                found[behind] = _doubt_row(found[behind])
        index += 1
    return tuple(found)


def _find_next_page(rows: Sequence[Row], index: int) -> int | None:
    """The first row of the next page's grid below its header, where this row is the last of its page's."""
    row = rows[index]
    here = row.cells[0].place
    if row.is_loose or here.page is None:
        return None
    for at in range(index + 1, min(len(rows), index + _FURNITURE + 2)):
        other = rows[at]
        if other.is_loose:
            continue
        place = other.cells[0].place
        if place.grid == here.grid or place.page != here.page + 1:
            return None
        if not is_header(Table.III, other.cells):
            return at
    return None


def _find_width(rows: Sequence[Row], index: int, behind: int) -> int:
    """How many columns of figures the rows about the break have; 0 where none shows it."""
    for at in (*range(index, max(-1, index - 6), -1), *range(behind, min(len(rows), behind + 6))):
        row = rows[at]
        if row.is_loose:
            continue
        count = _count_trailing(row.cells)
        label = row.cells[: len(row.cells) - count]
        if count and any(cell.text for cell in row.cells[-count:]) and label and label[-1].text:
            return count
    return 0


def _count_trailing(cells: Sequence[Cell]) -> int:
    count = 0
    for cell in reversed(cells):
        if cell.text and not is_figure(cell.text):
            break
        count += 1
    return count


def _join_rows(row: Row, other: Row, width: int) -> Row | None:
    if min(len(row.cells), len(other.cells)) < width or not _is_halved(row, other, width):
        return None
    if all(_is_named(half) for half in (row, other)):
        return None
    upper, lower = _find_label(row, width), _find_label(other, width)
    if upper is None and lower is None:
        return None
    texts = [cell.text for cell in (upper, lower) if cell is not None]
    alone = [_match_exactly(text) for text in texts]
    if len(texts) == 2 and (_match_exactly("".join(texts)) is None or all(alone)):
        return None
    if len(texts) == 1 and not alone[0]:
        return None
    base = upper or lower
    assert base is not None
    figures = [
        first if first.text else two for first, two in zip(row.cells[-width:], other.cells[-width:], strict=True)
    ]
    groups = [cell for cell in row.cells[: len(row.cells) - width] if cell is not upper]
    return row._replace(cells=(*groups, base._replace(text="".join(texts)), *figures))


def _is_named(row: Row) -> bool:
    """Whether a row has a label of its own before its figures, however many columns of them it has."""
    label = _find_label(row, _count_trailing(row.cells))
    return label is not None and _is_row_label(_match_exactly(label.text))


def _is_halved(row: Row, other: Row, width: int) -> bool:
    """Whether only one of the rows holds figures."""
    return _has_figures(row, width) != _has_figures(other, width) and all(
        not first.text or not two.text for first, two in zip(row.cells[-width:], other.cells[-width:], strict=True)
    )


def _has_figures(row: Row, width: int) -> bool:
    return width > 0 and any(is_figure(cell.text) for cell in row.cells[-width:])


def _find_label(row: Row, width: int) -> Cell | None:
    labels = [cell for cell in row.cells[: len(row.cells) - width] if cell.text]
    return labels[-1] if labels else None


def _match_exactly(text: str) -> Match | None:
    for table in (Table.III, Table.II):
        match = match_line(table, text)
        if match is not None and match.way is Way.EXACT:
            return match
    return None


def _is_open(row: Row, other: Row) -> bool:
    """Whether one of the rows may be half of a row: it alone has figures, and not both have labels of their own."""
    if is_header(Table.III, row.cells) or is_header(Table.II, row.cells):
        return False
    counts = [_count_trailing(half.cells) for half in (row, other)]
    filled = [_has_figures(half, count) for half, count in zip((row, other), counts, strict=True)]
    if all(filled) or not any(filled) or not all(counts):
        return False
    labels = [_find_label(half, count) for half, count in zip((row, other), counts, strict=True)]
    label, blank = labels if filled[0] else reversed(labels)
    is_whole = label is not None and _is_row_label(_match_exactly(label.text))
    if blank is None:
        return not is_whole  # the room of a row that goes on
    if not _is_piece(blank.text):
        return False  # a header, or a row that the form does not have
    return not (is_whole and _is_row_label(_match_exactly(blank.text)))


def _is_piece(text: str) -> bool:
    return any(is_fragment(table, text) or match_line(table, text) is not None for table in (Table.III, Table.II))


def _is_row_label(match: Match | None) -> bool:
    """Whether a label is a row's own: that of a group may stand beside figures whose own label is torn off."""
    return match is not None and not any(line.key in match.keys and line.is_head for line in form.list_lines(Table.III))


def _doubt_row(row: Row) -> Row:
    label = len(row.cells) - _count_trailing(row.cells)
    behind = (cell._replace(doubt=cell.doubt or TORN) for cell in row.cells[label:])
    return row._replace(cells=(*row.cells[:label], *behind))
