"""Cells of tables that a text lays out by the places of its characters, and how wide a character is held to be."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

COLUMN_DOUBT = "columns_by_spaces"
"""Key of the finding about a cell whose column depends on how wide its program holds a character."""

WIDE_CLASSES = ("WF", "WFA", "")
"""East Asian width classes that take two places: as terminals have it, as Chinese fonts have it, and none, as programs
that count characters have it."""


class TextCell(NamedTuple):
    """Text of a cell and how far it spans; ``doubt`` is the key of a finding, or empty."""

    text: str
    rowspan: int = 1
    colspan: int = 1
    doubt: str = ""


class TextTable(NamedTuple):
    """Rows, each with the index of the line in which it begins; ``first`` and ``behind`` bound the lines it takes."""

    first: int
    behind: int
    rows: tuple[tuple[int, tuple[TextCell, ...]], ...]


@lru_cache(maxsize=8192)
def measure_width(text: str, wide: str) -> int:
    """How many places a text takes where the classes of ``wide`` take two."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(character) else 1 + (unicodedata.east_asian_width(character) in wide)
        for character in text
    )


def join_lines(lines: Iterable[str]) -> str:
    """Lines of one cell as one text: words of letters and figures keep the space that the break stands for."""
    filled = [line.strip() for line in lines if line.strip()]
    text = filled[0] if filled else ""
    for before, line in pairwise(filled):
        text += (" " if (before[-1] + line[0]).isascii() else "") + line
    return text
