"""Heads of neighbouring cells that only a narrow gap parts → the pieces of each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf

from analytics.documents.page.unruled.heads import Piece
from analytics.documents.printed import Box, Column


def split_heads(pieces: Sequence[Piece], columns: Sequence[Column], gap: float) -> list[Piece]:
    """The pieces with heads of neighbouring cells apart, where only a narrow gap parts them: it lies between two
    columns, below the gap of another line, or between characters that are as wide as their places."""
    gaps = sorted(
        ((left.box.right + right.box.left) / 2, piece.box.top, id(piece))
        for piece in pieces
        for left, right in pairwise(piece.words)
        if right.box.left - left.box.right > gap
    )
    full = {(x, id(piece)) for piece in pieces for x in _find_full_gaps(piece, gap)}
    boxes = {id(piece): piece.box for piece in pieces}
    edges: dict[int, list[float]] = {}
    for x, top, key in gaps:
        near = range(bisect_left(gaps, (x - gap,)), bisect_right(gaps, (x + gap, inf)))
        if any(gaps[at][1] != top for at in near) or (x, key) in full or _is_between(x, boxes[key], columns):
            edges.setdefault(key, []).append(x)
    return [part for piece in pieces for part in _cut(piece, edges.get(id(piece), ()))]


def _find_full_gaps(piece: Piece, gap: float) -> Iterator[float]:
    """Gaps between two characters of a piece that are as wide as its widest, where most touch: where no more is known
    of a character than its ink, a gap beside it is its own."""
    pairs = list(pairwise(piece.words))
    widest = max(word.box.right - word.box.left for word in piece.words)
    if 2 * sum(right.box.left - left.box.right <= gap for left, right in pairs) <= len(pairs):
        return
    for left, right in pairs:
        is_full = min(word.box.right - word.box.left for word in (left, right)) >= _AS_WIDE * widest
        if is_full and right.box.left - left.box.right > gap:
            yield (left.box.right + right.box.left) / 2


_AS_WIDE = 0.97


def _is_between(x: float, box: Box, columns: Sequence[Column]) -> bool:
    """Whether columns stand below a head's box on both sides of a place, and none right below it."""
    lefts = [column for column in columns if column.right <= x and column.right > box.left]
    rights = [column for column in columns if column.left >= x and column.left < box.right]
    return bool(lefts) and bool(rights)


def _cut(piece: Piece, edges: Sequence[float]) -> Iterator[Piece]:
    start = 0
    for at, word in enumerate(piece.words):
        if at > start and any(piece.words[at - 1].box.right <= x <= word.box.left for x in edges):
            yield Piece.of(piece.words[start:at])
            start = at
    yield Piece.of(piece.words[start:])
