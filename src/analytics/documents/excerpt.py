"""A place in a document → what stands around it, read again from the file itself."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from analytics.documents.detect import again_of, read_bytes
from analytics.documents.model import Document, Grid
from analytics.errors import DocumentError

ROWS_AROUND = 2


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Rows of the document around a place; ``marked`` is the (row, column) of the place among them, column None
    where the document has no cells."""

    rows: tuple[tuple[str, ...], ...]
    marked: tuple[int, int | None]


def excerpt(
    data: bytes, *, name: str, sha256: str, element: int, row: int | None, column: int | None, reading: int = 0
) -> Excerpt:
    """Read the rows around a place of the first or second ``reading``. DocumentError where the file is no longer
    the one that was read."""
    if hashlib.sha256(data).hexdigest() != sha256:
        raise DocumentError("document_changed", file=name)
    document = again_of(data, name=name) if reading else read_bytes(data, name=name)
    if document is None:
        raise DocumentError("document_changed", file=name)
    block = document.blocks[element] if element < len(document.blocks) else None
    if isinstance(block, Grid) and row is not None:
        return _of_grid(block, row, column)
    return _of_lines(document, element)


def _of_grid(grid: Grid, row: int, column: int | None) -> Excerpt:
    first = max(0, row - ROWS_AROUND)
    rows = tuple(tuple(cell.text for cell in one) for one in grid.rows[first : row + ROWS_AROUND + 1])
    return Excerpt(rows, (row - first, column))


def _of_lines(document: Document, element: int) -> Excerpt:
    """Loose lines: the ones before and after, empty ones left out."""
    texts = [(index, getattr(block, "text", "")) for index, block in enumerate(document.blocks)]
    shown = [
        (index, text) for index, text in texts if abs(index - element) <= 3 * ROWS_AROUND and (text or index == element)
    ]
    place = next(position for position, (index, _) in enumerate(shown) if index == element)
    return Excerpt(tuple((text,) for _, text in shown), (place, None))
