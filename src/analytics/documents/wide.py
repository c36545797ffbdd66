"""Where the characters of a line of text stand, counting two columns for those of double width."""

from __future__ import annotations

import unicodedata
from itertools import accumulate


def width_of(text: str) -> int:
    """Columns that a text takes."""
    return len(text) if text.isascii() else sum(map(_width, text))


def columns_of(line: str) -> list[int]:
    """The column in which each character begins, counted from 0."""
    return list(accumulate(map(_width, line[:-1]), initial=0)) if line else []


def _width(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WFA" else 1
