"""Document → whether a document is one line over and over, which no report is and which takes long to understand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from analytics.documents.model import Document, Format, Grid

_AGAIN = 40
"""Times that each row stands there on the average. The rows of a form differ; a year in figures of one digit, set one
cell a line, repeats ``0`` three times for each of its labels."""
_FEW = 50
"""Different rows: the form alone has sixty labels, so that even a book of many reports has more."""
_MOSTLY = 0.5
"""Of the rows of tables: no label of the form makes up a tenth of them."""
_COUNTED = re.compile(r"\d+")


def is_repeated(document: Document) -> bool:
    """Whether a few rows make up the whole document, or one row most of it, however its numbers count on. Blank rows do
    not count; the rows of a figures sheet differ in nothing but numbers."""
    printed = [row for row in _list_rows(document) if any(row)]
    different = len(set(printed))
    if different < _FEW and len(printed) > _AGAIN * different:
        return True
    if document.format is Format.SHEET:
        return False
    # A cell to a line, a report may say "无" in most of its lines; a row of a table begins with a label.
    rows = ["|".join(row) for row in printed if len(row) > 1]
    # Rows that are alike begin alike: where they do not, as in all but the oddest, the rest of them needs no look.
    return len(rows) > _AGAIN and _are_mostly_one([row.partition("|")[0] for row in rows]) and _are_mostly_one(rows)


def _are_mostly_one(texts: Sequence[str]) -> bool:
    """Whether most of the texts are the same but for their numbers."""
    counted = Counter(_COUNTED.sub("", text) for text in texts)
    return counted.most_common(1)[0][1] > _MOSTLY * len(texts)


def _list_rows(document: Document) -> Iterator[tuple[str, ...]]:
    for block in document.blocks:
        if isinstance(block, Grid):
            yield from (tuple(cell.text for cell in row) for row in block.rows)
        else:
            yield (block.text,)
