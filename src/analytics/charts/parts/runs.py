"""Which points a line may join: those of consecutive years, and no others.

In: rows with ``year``, of one organ, in order. Out: runs of them, and their path with a gap after each run. Knows
neither organs nor looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any


def split_runs(rows: Iterable[Any]) -> Iterator[list[Any]]:
    """The rows in pieces of consecutive years."""
    piece: list[Any] = []
    for row in rows:
        if piece and row.year - piece[-1].year != 1:
            yield piece
            piece = []
        piece.append(row)
    if piece:
        yield piece


def pair_steps(rows: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    """The pairs of rows whose years follow each other."""
    return (pair for piece in split_runs(rows) for pair in pairwise(piece))


def trace_path(pieces: Iterable[Iterable[Any]], column: str) -> tuple[list[int | None], list[float | None]]:
    """Years and values of a ``column`` along several pieces, a gap between two."""
    xs: list[int | None] = []
    ys: list[float | None] = []
    for piece in pieces:
        if xs:
            xs.append(None)
            ys.append(None)
        for row in piece:
            xs.append(int(row.year))
            ys.append(getattr(row, column))
    return xs, ys
