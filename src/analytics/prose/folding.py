"""Printed prose → the form in which words are compared, each character knowing where it was printed.

Simplified characters, half-width punctuation and digits, no white space but line breaks. Every step is one character
for one, or leaves characters out: words that differ between regions stay different.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from opencc import OpenCC

from analytics.vocabulary.prose.letters import LEFT_OUT, SIGNS_ALIKE, WORDS_ALIKE

_HAN = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000))
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_LEFT_OUT = re.compile(LEFT_OUT)
SHORTEST_LINE = 15
"""A line this long that ends without a stop goes on in the next."""


class Folded(NamedTuple):
    """``offsets[i]`` is where character i of ``text`` was printed."""

    text: str
    offsets: Sequence[int]

    def find_span(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters from ``start`` up to ``end`` were printed."""
        return self.offsets[start], self.offsets[end - 1] + 1


@cache
def load_character_table() -> dict[int, str]:
    """Code of a character → what it is compared as: OpenCC's simplified form of each character by itself."""
    printed = [chr(code) for codes in _HAN for code in codes]
    simplified = OpenCC("t2s").convert("\n".join(printed)).split("\n")
    changed = {ord(old): new for old, new in zip(printed, simplified, strict=True) if old != new and len(new) == 1}
    alike = {ord(sign): plain for sign, plain in SIGNS_ALIKE.items()}
    return {**changed, **{code: chr(plain) for code, plain in _FULL_WIDTH.items()}, **alike}


def fold_characters(text: str) -> str:
    """The text character for character: as long as it was."""
    return text.translate(load_character_table())


def fold(text: str) -> Folded:
    """The text without what is left out, and where each of its characters was printed."""
    alike = fold_characters(text)
    for printed, plain in WORDS_ALIKE:
        alike = alike.replace(printed, plain)
    pieces: list[str] = []
    offsets: list[int] = []
    start = 0
    for match in _LEFT_OUT.finditer(alike):
        at, end = match.span()
        if match[0] == "\n" and at - (alike.rfind("\n", 0, at) + 1) < SHORTEST_LINE:
            continue
        pieces.append(alike[start:at])
        offsets.extend(range(start, at))
        start = end
    if not pieces:
        return Folded(alike, range(len(alike)))
    pieces.append(alike[start:])
    offsets.extend(range(start, len(alike)))
    return Folded("".join(pieces), offsets)
