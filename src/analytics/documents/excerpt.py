"""A place in a document → what stands around it, read again from the file, with its cells merged as they are there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from analytics.documents.detect import read_bytes, read_bytes_again, read_pages
from analytics.documents.model import Cell, Document, Grid
from analytics.documents.scans.photographed import hash_files
from analytics.errors import DocumentError

ROWS_AROUND = 2
_MOST_HEADER = 4
"""Rows of a header; the deepest of the statutory form has three."""


class Head(StrEnum):
    """What a header cell heads."""

    COLUMN = "col"
    ROW = "row"


class ExcerptCell(NamedTuple):
    """A cell of an excerpt; spans reach no further than the rows that are shown."""

    text: str
    rowspan: int = 1
    colspan: int = 1
    is_marked: bool = False
    head: Head | None = None


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Rows of the document around a place. ``header`` are the table's own header rows where the rows do not begin with
    them; where the document has no cells, all of the place's line is marked."""

    rows: tuple[tuple[ExcerptCell, ...], ...]
    header: tuple[tuple[ExcerptCell, ...], ...] = ()


def read_excerpt(
    files: Sequence[bytes],
    *,
    name: str,
    sha256: str,
    element: int,
    row: int | None,
    column: int | None,
    reading: int = 0,
) -> Excerpt:
    """Read the rows around a place of the first or second ``reading`` of a document, of which ``files`` are its pages
    where it has several. DocumentError where they are no longer those that were read."""
    if hash_files(files) != sha256:
        raise DocumentError("document_changed", file=name)
    if len(files) > 1:
        document: Document | None = read_pages(files, name=name, reading=reading)
    else:
        document = read_bytes_again(files[0], name=name) if reading else read_bytes(files[0], name=name)
    if document is None:
        raise DocumentError("document_changed", file=name)
    return excerpt_of_document(document, element, row, column)


def excerpt_of_document(document: Document, element: int, row: int | None, column: int | None) -> Excerpt:
    """The rows around a place of a document that is read already."""
    block = document.blocks[element] if element < len(document.blocks) else None
    if isinstance(block, Grid) and row is not None:
        return _cut_grid(block, row, column)
    return _cut_lines(document, element)


def _cut_grid(grid: Grid, row: int, column: int | None) -> Excerpt:
    first, last = max(0, row - ROWS_AROUND), min(len(grid.rows), row + ROWS_AROUND + 1)
    depth = _count_header_rows(grid)
    if first <= depth:
        return Excerpt(tuple(_build_rows(grid, 0, last, depth, (row, column))))
    header = tuple(_build_rows(grid, 0, depth, depth, (row, column)))
    return Excerpt(tuple(_build_rows(grid, first, last, depth, (row, column))), header)


def _count_header_rows(grid: Grid) -> int:
    """How many rows the header has: as the tallest cell of the first row says, and all that go on with words alone."""
    depth = max((cell.rowspan for cell in grid.rows[0]), default=1)
    while depth < len(grid.rows) and _has_words_alone(grid.rows[depth]):
        depth += 1
    return depth if depth <= _MOST_HEADER and depth < len(grid.rows) else 0


def _has_words_alone(cells: tuple[Cell, ...]) -> bool:
    texts = [cell.text for cell in cells if cell.text]
    return len(texts) > 1 and not any(text[0].isdigit() or text[-1].isdigit() for text in texts)


def _build_rows(
    grid: Grid, first: int, last: int, depth: int, marked: tuple[int, int | None]
) -> Iterator[tuple[ExcerptCell, ...]]:
    """Rows ``first`` to ``last``: a cell that begins above them stands in the first, one that goes on below is cut."""
    standing: dict[int, list[tuple[int, ExcerptCell]]] = {row: [] for row in range(first, last)}
    for row, column, cell in _place_cells(grid, last):
        start, end = max(row, first), min(row + cell.rowspan, last)
        if start >= end:
            continue
        is_marked = row == marked[0] and marked[1] in (None, cell.place.column)
        is_row_head = column == 0 and row >= depth and bool(cell.text) and not cell.text[0].isdigit()
        head = Head.COLUMN if row < depth else Head.ROW if is_row_head else None
        standing[start].append((column, ExcerptCell(cell.text, end - start, cell.colspan, is_marked, head)))
    for cells in standing.values():
        yield tuple(cell for _, cell in sorted(cells, key=lambda pair: pair[0]))


def _place_cells(grid: Grid, last: int) -> Iterator[tuple[int, int, Cell]]:
    """(row, column, cell) of every cell above row ``last``, columns counted over merged cells as a browser does."""
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(grid.rows[:last]):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            yield row, column, cell
            down, across = range(row, min(row + cell.rowspan, last)), range(column, column + cell.colspan)
            taken.update((covered_row, other) for covered_row in down for other in across)
            column += cell.colspan


def _cut_lines(document: Document, element: int) -> Excerpt:
    """Loose lines: the ones before and after, empty ones left out."""
    texts = [(index, getattr(block, "text", "")) for index, block in enumerate(document.blocks)]
    nearby = [
        (index, text) for index, text in texts if abs(index - element) <= 3 * ROWS_AROUND and (text or index == element)
    ]
    return Excerpt(tuple((ExcerptCell(text, is_marked=index == element),) for index, text in nearby))
