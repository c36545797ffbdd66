"""Tables of text whose columns are told by a rule of dashes → rows of cells.

Source: pandoc's manual, “simple_tables” and “multiline_tables”. A rule of several groups of dashes stands over or under
the header, each group over its column; without a header it stands on top and at the bottom. Rows are parted by blank
lines where some row has several lines, else each line is a row. Positions count two for a character of double width.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import compress, pairwise
from typing import NamedTuple

from analytics.documents.wide import columns_of

_RULE = re.compile(r"\s*-{3,}(?: +-{3,})+\s*")
_FRAME = re.compile(r"\s*-{3,}\s*")
"""One group of dashes: the top and the bottom of a table whose header has several lines."""
_FARTHEST_HEADER = 12
"""Lines of a header at most."""


class Row(NamedTuple):
    """The cells of a row, and the index of its first line."""

    line: int
    cells: tuple[str, ...]


class Dashed(NamedTuple):
    """A table: index of its first line, its rows, and the index behind its last line."""

    first: int
    rows: list[Row]
    behind: int


def dashed_tables(lines: Sequence[str]) -> Iterator[Dashed]:
    """Every such table, in order."""
    at = 0
    while at < len(lines):
        table = _table(lines, at) if _RULE.fullmatch(lines[at]) else None
        if table is None:
            at += 1
        else:
            yield table
            at = table.behind


def _table(lines: Sequence[str], rule: int) -> Dashed | None:
    end = _end(lines, rule)
    starts = [found.start() for found in re.finditer(r"-+", lines[rule])]
    body = _rows(lines, rule + 1, end, starts)
    if not body:
        return None
    top = _header_top(lines, rule)
    above = [at for at in range(top, rule) if lines[at].strip()]
    header = [_row(lines, above, starts)] if above else []
    first = top - 1 if top and _FRAME.fullmatch(lines[top - 1]) else top
    return Dashed(first, header + body, min(end + 1, len(lines)))


def _end(lines: Sequence[str], rule: int) -> int:
    """The closing rule; without one, the first blank line."""
    blank = len(lines)
    for at in range(rule + 1, len(lines)):
        if _RULE.fullmatch(lines[at]) or _FRAME.fullmatch(lines[at]):
            return at
        if not lines[at].strip():
            blank = min(blank, at)
        elif not lines[at].startswith(" ") and at > blank:
            break  # text again: tables are drawn in
    return blank


def _header_top(lines: Sequence[str], rule: int) -> int:
    """The first line of the header above a rule; the rule itself where there is none."""
    for at in range(rule - 1, max(-1, rule - 1 - _FARTHEST_HEADER), -1):
        if _FRAME.fullmatch(lines[at]):
            return at + 1
    is_header = rule > 0 and lines[rule - 1].startswith(" ") and len(lines[rule - 1].split()) > 1
    return rule - 1 if is_header else rule


def _rows(lines: Sequence[str], start: int, end: int, starts: Sequence[int]) -> list[Row]:
    blocks: list[list[int]] = [[]]
    for at in range(start, end):
        if lines[at].strip():
            blocks[-1].append(at)
        elif blocks[-1]:
            blocks.append([])
    blocks = [block for block in blocks if block]
    if len(blocks) == 1:
        blocks = [[at] for at in blocks[0]]  # no blank line parts rows: each line is one
    return [_row(lines, block, starts) for block in blocks]


def _row(lines: Sequence[str], block: Sequence[int], starts: Sequence[int]) -> Row:
    parts = [_cut(lines[at], starts) for at in block]
    return Row(block[0], tuple("".join(column).strip() for column in zip(*parts, strict=True)))


def _cut(line: str, starts: Sequence[int]) -> list[str]:
    """A line cut where columns begin."""
    cuts = [0, *starts[1:], None]
    return [_between(line, start or 0, end).strip() for start, end in pairwise(cuts)]


def _between(line: str, start: int, end: int | None) -> str:
    inside = (start <= place and (end is None or place < end) for place in columns_of(line))
    return "".join(compress(line, inside))
