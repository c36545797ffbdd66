"""Rows → whether a document is one line over and over, which no report is and which takes long to understand."""

from __future__ import annotations

from collections.abc import Sequence

from analytics.reports.rows import Row

_AGAIN = 40
"""Times that each row stands there on the average. The rows of a form differ; a year in figures of one digit, set one
cell a line, repeats ``0`` three times for each of its labels."""
_FEW = 50
"""Different rows: the form alone has sixty labels, so that even a book of many reports has more."""


def is_repeated(rows: Sequence[Row]) -> bool:
    """Whether a few rows make up the whole document. Blank rows do not count."""
    texts = [tuple(cell.text for cell in row.cells) for row in rows]
    printed = [text for text in texts if any(text)]
    different = len(set(printed))
    return different < _FEW and len(printed) > _AGAIN * different
