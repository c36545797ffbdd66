"""Printed spaces of a page → words that a space joins, and the blank cells that one fills.

A space has no ink, and it has a place: where it touches a character on either side it parts words of one cell, and
where it stands alone it is all that a cell without a figure holds. Both are invisible in the gaps between characters,
which are as wide between two cells as between two words.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from statistics import median

from analytics.documents.printed import Box, Word

BLANK = "\u00a0"
"""Stands for a space that is all its cell holds."""
_WORD = re.compile(r"[\u3400-\u9fff（）()“”、，；：]")
"""Figures are never joined: a space may fill the cell between them."""
_NEAR = 0.15
"""Ems between a space and the characters beside it: of some fonts no more than the ink of a character is known."""
_ASCENT, _DESCENT = 0.85, 0.15
"""Ems above and below the line that a space stands on, whose box has no height."""


def join_spaced_words(words: Sequence[Word], spaces: Sequence[Box]) -> tuple[list[Word], list[Box]]:
    """The words of a page, those before a space that joins them to the next reaching over it, and the spaces that stand
    alone."""
    if not spaces or not words:
        return list(words), []
    em = median(word.box.bottom - word.box.top for word in words)
    by_left = sorted(words, key=lambda word: word.box.left)
    by_right = sorted(words, key=lambda word: word.box.right)
    lefts, rights = [word.box.left for word in by_left], [word.box.right for word in by_right]
    reach: dict[int, Word] = {}
    alone: list[Box] = []
    for space in spaces:
        near = _NEAR * em
        behind = by_left[bisect_left(lefts, space.right - near) : bisect_right(lefts, space.right + near)]
        before = by_right[bisect_left(rights, space.left - near) : bisect_right(rights, space.left + near)]
        behind = [word for word in behind if _is_beside(word, space)]
        before = [word for word in before if _is_beside(word, space)]
        if not before and not behind:
            y = space.middle[1]
            alone.append(Box(space.left, y - _ASCENT * em, space.right, y + _DESCENT * em))
        for word in before:
            if _is_joined(word, behind):
                box = word.box._replace(right=behind[0].box.left)
                reach[id(word)] = word._replace(text=f"{word.text} ", box=box)
    return [reach.get(id(word), word) for word in words], alone


def _is_beside(word: Word, space: Box) -> bool:
    return word.box.top <= space.middle[1] <= word.box.bottom


def _is_joined(word: Word, behind: Sequence[Word]) -> bool:
    is_between = len(behind) == 1 and behind[0].box.left >= word.box.right
    return is_between and all(_WORD.fullmatch(neighbour.text) for neighbour in (word, *behind))
