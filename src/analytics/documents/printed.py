"""Words of a page → lines of text. What ruled and unruled tables share.

Coordinates grow right and down, in any unit; ``em`` is the height of the page's ordinary character.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from analytics.documents.model import RAISED

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

    ``score`` is the recogniser's own, 0 to 1; None where the file itself says what it prints. ``doubt`` is the key of
    the finding that says why the piece may not be what a reader sees.
    """

    text: str
    box: Box
    score: float | None = None
    doubt: str = ""


class Field(NamedTuple):
    """One cell of a grid: its text, where it begins, how far it spans, and the lowest score of its words."""

    text: str
    row: int
    column: int
    rowspan: int
    colspan: int
    box: Box
    score: float | None = None
    doubt: str = ""


class Column(NamedTuple):
    """The stretch of the page in which a column's figures stand."""

    left: float
    right: float

    @property
    def middle(self) -> float:
        """Halfway."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Table:
    """Cells of one table on one page, by rows, without repetition of spanned ones. ``columns`` are the stretches of the
    page in which the figures of a table without ruling lines stand, ``borrowed`` the lines of the page before that are
    its header."""

    box: Box
    rows: tuple[tuple[Field, ...], ...]
    columns: tuple[Column, ...] = ()
    borrowed: int = 0


class Line(NamedTuple):
    """One line of text outside of tables. ``height`` is that of its characters."""

    text: str
    box: Box
    height: float


_SPACE = 0.2
"""A gap wider than this share of an em is a space: half of the narrowest space that print uses."""


def group_lines(words: Iterable[Word]) -> list[list[Word]]:
    """Words that stand beside one another, from top to bottom, each line from left to right."""
    ordered = sorted(words, key=lambda word: word.box.middle[1])
    # A dash is as flat as its ink in some files: it shares the line of characters about it all the same.
    least = 0.8 * median(word.box.bottom - word.box.top for word in ordered) if ordered else 0.0
    lines: list[tuple[float, float, list[Word]]] = []
    for word in ordered:
        middle = word.box.middle[1]
        quarter = max(word.box.bottom - word.box.top, least) / 4
        if lines and lines[-1][0] <= middle <= lines[-1][1]:
            top, bottom, line = lines[-1]
            line.append(word)
            lines[-1] = (min(top, middle - quarter), max(bottom, middle + quarter), line)
        else:
            lines.append((middle - quarter, middle + quarter, [word]))
    return [part for _, _, line in lines for part in _split_levels(sorted(line, key=lambda word: word.box.left))]


def _split_levels(line: list[Word]) -> Iterator[list[Word]]:
    """The line, or the lines that run into one another in it: heads of many lines beside one another, each set about
    its middle, stand but a part of a line higher or lower, and no character of a line stands below another."""
    if not any(_is_below(before.box, word.box) for before, word in pairwise(line)):
        yield line
        return
    level: list[Word] = []
    for word in sorted(line, key=lambda word: word.box.middle[1]):
        if level and word.box.middle[1] - level[0].box.middle[1] > _ONE_LEVEL * (word.box.bottom - word.box.top):
            yield sorted(level, key=lambda word: word.box.left)
            level = []
        level.append(word)
    yield sorted(level, key=lambda word: word.box.left)


def _is_below(before: Box, box: Box) -> bool:
    """Whether two neighbours of a line cover the same stretch of it, one of them lower."""
    is_over = before.right - box.left > (box.right - box.left) / 2
    return is_over and abs(before.middle[1] - box.middle[1]) > _ONE_LEVEL * (box.bottom - box.top)


_ONE_LEVEL = 0.15
"""Share of a character's height by which those of one line may stand higher or lower."""


def build_line(words: Sequence[Word], em: float) -> Line:
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


def find_score(words: Iterable[Word]) -> float | None:
    """The lowest score of recognised words; None where none was recognised."""
    return min((word.score for word in words if word.score is not None), default=None)


def doubt_of(words: Sequence[Word]) -> str:
    """Why the text of a cell is in doubt: by its words, or because figures lie over one another or differ in size."""
    doubt = next((word.doubt for word in words if word.doubt), "")
    if doubt or len(words) < 2 or words[0].score is not None:
        return doubt
    for line in group_lines(words):
        for before, word in pairwise(line):
            if _is_digit(before.text) and _is_digit(word.text):
                width = before.box.right - before.box.left
                if word.box.left - before.box.left < width * _OVER:
                    return "glyphs_overlap"
                sizes = sorted(glyph.box.bottom - glyph.box.top for glyph in (before, word))
                is_near = word.box.left - before.box.right < width
                if is_near and sizes[0] < _SMALLER * sizes[1] and not _is_raised(before, word):
                    return "figure_of_two_sizes"
    return ""


_OVER = 0.4
"""Two digits stand apart by more than this share of their width, in the closest of print."""
_SMALLER = 0.8
"""A footnote mark is at most this tall beside its figure."""


def _is_digit(text: str) -> bool:
    return len(text) == 1 and text.isdecimal()


def _is_raised(before: Word, word: Word) -> bool:
    """Whether the smaller of two neighbours stands above or below the line of the larger."""
    small, large = sorted((before.box, word.box), key=lambda box: box.bottom - box.top)
    height = large.bottom - large.top
    return small.bottom < large.bottom - height * _LIFTED or small.bottom > large.bottom + height * _LIFTED / 2


_LIFTED = 0.22


def raise_footnote_marks(words: Sequence[Word]) -> list[Word]:
    """The words of a page, small digits above or below the line as footnote marks that stand on it."""
    ordered = sorted(words, key=lambda word: word.box.right)
    rights = [word.box.right for word in ordered]
    marks: dict[Word, Word] = {}
    for word in sorted((word for word in words if _is_digit(word.text) and word.score is None), key=_get_left):
        height = word.box.bottom - word.box.top
        near = ordered[bisect_left(rights, word.box.left - height) : bisect_left(rights, word.box.left + height / 2)]
        for neighbour in near:
            before = marks.get(neighbour, neighbour)
            is_small = height < _SMALLER * (before.box.bottom - before.box.top)
            # The box of a character may reach into the line above or below: a mark has its middle in its own.
            is_beside = before.box.top <= word.box.middle[1] <= before.box.bottom
            if is_small and is_beside and _is_raised(before, word):
                box = Box(word.box.left, before.box.top, word.box.right, before.box.bottom)
                marks[word] = word._replace(text=word.text.translate(RAISED), box=box)
                break
    return [marks.get(word, word) for word in words] if marks else list(words)


def _get_left(word: Word) -> float:
    return word.box.left


def join_text(words: Sequence[Word], em: float) -> str:
    """Lines of a cell, parted by a space: digits must not run together over the end of a line."""
    return " ".join(build_line(line, em).text for line in group_lines(words))
