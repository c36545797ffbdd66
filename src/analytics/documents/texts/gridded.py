"""Lines of text → tables that rules of dashes and bars draw around every cell: the grid tables of reStructuredText and
Markdown.

Where no cell spans, the bars of a line part its cells, however wide a program holds a character. Where cells span, the
bars must stand below the crosses of the rules by one of the widths in use, all of them; cells on which the widths that
fit disagree are doubted, and a table that fits none is left to whoever infers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from analytics.documents.texts.textcells import (
    COLUMN_DOUBT,
    WIDE_CLASSES,
    TextCell,
    TextTable,
    join_lines,
    measure_width,
)

_RULE = re.compile(r"\s*\+(?:[-=:]{2,}\+)+\s*")
_INSIDE = re.compile(r"\s*[+|].*[+|]\s*")
_EDGES = frozenset("|+")
_DRAWN = re.compile(r"[-=:]{2,}")


class _Field(NamedTuple):
    """A cell: its first band and column, how far it spans, and its text."""

    band: int
    column: int
    rowspan: int
    colspan: int
    text: str


def find_gridded_tables(lines: Sequence[str]) -> Iterator[TextTable]:
    """The tables among ``lines``, from above."""
    start = 0
    while start < len(lines):
        end = start + 1
        if _RULE.fullmatch(lines[start]):
            while end < len(lines) and _INSIDE.fullmatch(lines[end]):
                end += 1
            while not _RULE.fullmatch(lines[end - 1]):
                end -= 1
            table = _read_table(lines, start, end) if end - start > 2 else None
            if table is not None:
                yield table
        start = end


def _read_table(lines: Sequence[str], start: int, end: int) -> TextTable | None:
    within = [line.strip() for line in lines[start:end]]
    plain = _split_at_bars(within)
    readings = (
        [plain] if plain is not None else [found for wide in WIDE_CLASSES if (found := _trace_fields(within, wide))]
    )
    if not readings or any(_describe_shape(other) != _describe_shape(readings[0]) for other in readings):
        return None
    rows: list[list[TextCell]] = [[] for _ in _find_bands(within)]
    for fields in zip(*readings, strict=True):
        rows[fields[0].band].append(_build_cell(fields))
    firsts = [start + first for first, _ in _find_bands(within)]
    return TextTable(start, end, tuple(zip(firsts, map(tuple, rows), strict=True)))


def _describe_shape(fields: Sequence[_Field]) -> list[tuple[int, int, int, int]]:
    return [field[:4] for field in fields]


def _build_cell(fields: Sequence[_Field]) -> TextCell:
    first = fields[0]
    doubt = "" if len({field.text for field in fields}) == 1 else COLUMN_DOUBT
    return TextCell(first.text, first.rowspan, first.colspan, doubt)


def _find_bands(lines: Sequence[str]) -> list[tuple[int, int]]:
    """The lines of each row between two lines that draw a rule, whole or in part: first and behind the last."""
    ruled = [at for at, line in enumerate(lines) if line.startswith("+") or "+-" in line or "+=" in line]
    return [(above + 1, below) for above, below in pairwise(ruled)]


def _split_at_bars(lines: Sequence[str]) -> list[_Field] | None:
    """The cells by the bars of their lines; None where a cell spans."""
    crosses = lines[0].count("+")
    fields: list[_Field] = []
    for band, (first, behind) in enumerate(_find_bands(lines)):
        rule = lines[first - 1]
        parts = [line.split("|")[1:-1] for line in lines[first:behind]]
        if not _RULE.fullmatch(rule) or rule.count("+") != crosses or any(len(cells) != crosses - 1 for cells in parts):
            return None
        texts = zip(*parts, strict=True) if parts else [()] * (crosses - 1)
        fields.extend(_Field(band, column, 1, 1, join_lines(cells)) for column, cells in enumerate(texts))
    return fields


def _trace_fields(lines: Sequence[str], wide: str) -> list[_Field] | None:
    """The cells as the rules and bars draw them; None where a bar stands off the crosses by this width."""
    drawn = [_spread_characters(line, wide) for line in lines]
    crosses = sorted(
        {at for row, line in zip(drawn, lines, strict=True) if _RULE.fullmatch(line) for at in _find_marks(row, "+")}
    )
    known = set(crosses)
    if any(not known.issuperset(_find_marks(row, "|")) or len(row) != crosses[-1] + 1 for row in drawn):
        return None
    bands = _find_bands(lines)
    segments = list(pairwise(crosses))
    found: list[_Field] = []
    taken: set[tuple[int, int]] = set()
    for band in range(len(bands)):
        for column in range(len(segments)):
            if (band, column) in taken:
                continue
            field = _trace_field(drawn, bands, segments, band, column)
            covered = {(band + down, column + right) for down in range(field.rowspan) for right in range(field.colspan)}
            if covered & taken:
                return None
            taken |= covered
            found.append(field)
    return found


def _spread_characters(line: str, wide: str) -> list[str]:
    """A character for each place of a line; a wide one is followed by nothing."""
    found: list[str] = []
    for character in line:
        width = measure_width(character, wide)
        found.extend([character, ""][:width])
    return found


def _find_marks(row: Sequence[str], mark: str) -> list[int]:
    return [at for at, character in enumerate(row) if character == mark]


def _trace_field(
    drawn: Sequence[Sequence[str]], bands: Sequence[tuple[int, int]], segments: Sequence[tuple[int, int]], band: int,
    column: int,
) -> _Field:  # fmt: skip
    """The cell whose upper left corner is at a band and column."""
    first, behind = bands[band]
    right = column
    while right + 1 < len(segments) and not any(drawn[at][segments[right][1]] in _EDGES for at in range(first, behind)):
        right += 1
    left, edge = segments[column][0] + 1, segments[right][1]
    below = band
    while below + 1 < len(bands) and not _DRAWN.search("".join(drawn[bands[below][1]][left:edge])):
        below += 1
    texts = ["".join(drawn[at][left:edge]) for at in range(first, bands[below][1])]
    return _Field(band, column, below - band + 1, right - column + 1, join_lines(texts))
