"""Printed prose → its sentences, folded, each knowing where it was printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from analytics.prose.folding import fold

_END = re.compile(r"[。;!?\n]+")


class Sentence(NamedTuple):
    """``text`` is folded, without its stop; it was printed at ``start``–``end``."""

    text: str
    start: int
    end: int


def split_sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a section's text; a semicolon ends one as well, as reports list by it."""
    folded = fold(text)
    at = 0
    for match in (*_END.finditer(folded.text), None):
        end = match.start() if match else len(folded.text)
        piece = folded.text[at:end]
        stripped = piece.strip()
        if stripped:
            start = at + len(piece) - len(piece.lstrip())
            yield Sentence(stripped, *folded.find_span(start, start + len(stripped)))
        at = match.end() if match else end
