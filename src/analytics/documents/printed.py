"""Words of a page → lines of text. What ruled and unruled tables share.

Coordinates grow right and down, in any unit; ``em`` is the height of the page's ordinary character.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

ILLEGIBLE = "\ufffd"
"""Stands for a character that is there and cannot be read."""


class Box(NamedTuple):
    """A rectangle: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        """Centre, as (x, y)."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


class Word(NamedTuple):
    """A piece of printed text that nothing parts: a character of a PDF, a recognised line of a picture.

    ``score`` is the recogniser's own, 0 to 1; None where the file itself says what it prints.
    """

    text: str
    box: Box
    score: float | None = None


class Field(NamedTuple):
    """One cell of a grid: its text, where it begins, how far it spans, and the lowest score of its words."""

    text: str
    row: int
    column: int
    rowspan: int
    colspan: int
    box: Box
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Cells of one table on one page, by rows, without repetition of spanned ones."""

    box: Box
    rows: tuple[tuple[Field, ...], ...]


class Line(NamedTuple):
    """One line of text outside of tables. ``height`` is that of its characters."""

    text: str
    box: Box
    height: float


_SPACE = 0.2
"""A gap wider than this share of an em is a space: half of the narrowest space that print uses."""


def lines_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words that stand beside one another, from top to bottom, each line from left to right."""
    lines: list[tuple[float, float, list[Word]]] = []
    for word in sorted(words, key=lambda word: word.box.middle[1]):
        middle = word.box.middle[1]
        if lines and lines[-1][0] <= middle <= lines[-1][1]:
            top, bottom, line = lines[-1]
            line.append(word)
            lines[-1] = (min(top, _upper(word)), max(bottom, _lower(word)), line)
        else:
            lines.append((_upper(word), _lower(word), [word]))
    return [sorted(line, key=lambda word: word.box.left) for _, _, line in lines]


def _upper(word: Word) -> float:
    return word.box.top + (word.box.bottom - word.box.top) / 4


def _lower(word: Word) -> float:
    return word.box.bottom - (word.box.bottom - word.box.top) / 4


def line_of(words: Sequence[Word], em: float) -> Line:
    """The words of one line, from left to right, with a space where they stand apart."""
    pieces = [words[0].text]
    for before, word in pairwise(words):
        if word.box.left - before.box.right > _SPACE * em:
            pieces.append(" ")
        pieces.append(word.text)
    box = Box(
        words[0].box.left,
        min(word.box.top for word in words),
        max(word.box.right for word in words),
        max(word.box.bottom for word in words),
    )
    return Line("".join(pieces), box, median(word.box.bottom - word.box.top for word in words))


def score_of(words: Iterable[Word]) -> float | None:
    """The lowest score of recognised words; None where none was recognised."""
    return min((word.score for word in words if word.score is not None), default=None)


def text_of(words: Sequence[Word], em: float) -> str:
    """Lines of a cell, parted by a space: digits must not run together over the end of a line."""
    return " ".join(line_of(line, em).text for line in lines_of(words))
