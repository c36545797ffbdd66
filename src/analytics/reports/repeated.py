"""Document → whether a document is one line over and over, which no report is and which takes long to understand."""

from __future__ import annotations

from collections.abc import Iterator

from analytics.documents.model import Document, Grid

_AGAIN = 40
"""Times that each row stands there on the average. The rows of a form differ; a year in figures of one digit, set one
cell a line, repeats ``0`` three times for each of its labels."""
_FEW = 50
"""Different rows: the form alone has sixty labels, so that even a book of many reports has more."""


def is_repeated(document: Document) -> bool:
    """Whether a few rows make up the whole document. Blank rows do not count."""
    printed = [row for row in _rows(document) if any(row)]
    different = len(set(printed))
    return different < _FEW and len(printed) > _AGAIN * different


def _rows(document: Document) -> Iterator[tuple[str, ...]]:
    for block in document.blocks:
        if isinstance(block, Grid):
            yield from (tuple(cell.text for cell in row) for row in block.rows)
        else:
            yield (block.text,)
