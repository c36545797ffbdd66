"""Whether tables within a table lay out a page, or only wrap the words of single cells."""

from __future__ import annotations

from collections.abc import Sequence

_LONGEST_WRAPPED = 40
"""Characters of a table that only wraps the words of one cell of another table."""
_FEWEST_CELLS = 6
"""A layout of a page has a handful of cells."""


def is_mere_wrapping(own_cells: int, inner_texts: Sequence[str]) -> bool:
    """Whether the inner tables of a table are the words of its cells: then the outer one is the real one.

    ``own_cells`` counts the cells of the outer table alone.
    """
    return own_cells >= max(_FEWEST_CELLS, len(inner_texts) + 1) and all(
        len(text) <= _LONGEST_WRAPPED for text in inner_texts
    )
