"""Lines of text → tables that rules of dashes lay out: the simple and multiline tables of Markdown,
and the simple ones of reStructuredText under rules of equals signs.

A rule has a run of dashes over each column, so the columns are stated, not inferred; a table in which any line crosses
them is left to whoever infers. Programs differ in how wide they hold a character: the cells on which the widths that
fit disagree are doubted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from analytics.documents.texts.textcells import (
    COLUMN_DOUBT,
    WIDE_CLASSES,
    TextCell,
    TextTable,
    join_lines,
    measure_width,
)

_COLUMN_RULE = re.compile(r" *(?=.*(?:---|===))(?:-+(?: +-+)+|=+(?: +=+)+) *")
_WHOLE_RULE = re.compile(r" *-{3,} *")
_DASHES = re.compile(r"[-=]+")
_MOST_HEADER_LINES = 12


class _Extent(NamedTuple):
    """The lines of a table: of its header and of its body, and those it takes with its rules."""

    first: int
    behind: int
    header: range
    body: range


def find_dashed_tables(lines: Sequence[str]) -> Iterator[TextTable]:
    """The tables among ``lines``, from above."""
    start = 0
    while start < len(lines):
        table = _read_table(lines, start) if _COLUMN_RULE.fullmatch(lines[start]) else None
        if table is not None:
            yield table
        start = table.behind if table is not None else start + 1


def _read_table(lines: Sequence[str], rule: int) -> TextTable | None:
    extent = _find_extent(lines, rule)
    columns = [found.span() for found in _DASHES.finditer(lines[rule])]
    parts = [*_group_rows(lines, extent.header, is_header=True), *_group_rows(lines, extent.body)]
    readings = [reading for wide in WIDE_CLASSES if (reading := _read_cells(lines, parts, columns, wide)) is not None]
    if not readings or not parts:
        return None
    rows = tuple((part[0], tuple(map(_build_cell, *cells))) for part, *cells in zip(parts, *readings, strict=True))
    return TextTable(extent.first, extent.behind, rows)


def _find_extent(lines: Sequence[str], rule: int) -> _Extent:
    columns = lines[rule].rstrip()
    edge = next((at for at in _list_above(lines, rule) if _is_closing(lines[at], columns)), None)
    for end in range(rule + 1, len(lines)):
        if edge is None and lines[end].rstrip() == columns:
            last = _find_last_rule(lines, end, columns)
            if last is not None:
                return _Extent(rule, last + 1, range(rule + 1, end), range(end + 1, last))
            return _Extent(rule, end + 1, range(0), range(rule + 1, end))
        if edge is not None and _is_closing(lines[end], columns):
            return _Extent(edge, end + 1, range(edge + 1, rule), range(rule + 1, end))
        if _COLUMN_RULE.fullmatch(lines[end]):
            break  # of another table
    top = next((at + 1 for at in _list_above(lines, rule) if not lines[at].strip()), max(0, rule - 1))
    bottom = next((at for at in range(rule + 1, len(lines)) if not lines[at].strip()), len(lines))
    return _Extent(top, bottom, range(top, rule), range(rule + 1, bottom))


def _find_last_rule(lines: Sequence[str], rule: int, columns: str) -> int | None:
    """The rule below a body whose header stands between two others: a rule that text follows at once ends no table."""
    if "=" not in columns or rule + 1 >= len(lines) or not lines[rule + 1].strip():
        return None
    return next((at for at in range(rule + 1, len(lines)) if lines[at].rstrip() == columns), None)


def _list_above(lines: Sequence[str], rule: int) -> range:
    return range(rule - 1, max(-1, rule - 1 - _MOST_HEADER_LINES), -1)


def _is_closing(line: str, columns: str) -> bool:
    """Whether a line is the unbroken rule above or below a table with these columns."""
    is_rule = _WHOLE_RULE.fullmatch(line) is not None
    return is_rule and abs(len(line.rstrip()) - len(columns)) <= 1 and line.find("-") == columns.find("-")


def _group_rows(lines: Sequence[str], within: range, *, is_header: bool = False) -> list[list[int]]:
    """The lines of each row: blank lines part rows wherever there are any; the lines of a header are one row."""
    filled = [(bool(lines[at].strip()), at) for at in within]
    if is_header or not all(has_text for has_text, _ in filled):
        return [[at for _, at in group] for has_text, group in groupby(filled, lambda pair: pair[0]) if has_text]
    return [[at] for at in within]


def _read_cells(
    lines: Sequence[str], parts: Sequence[Sequence[int]], columns: Sequence[tuple[int, int]], wide: str
) -> list[list[str]] | None:
    """Texts of each row's cells; None where a character stands between two columns."""
    rows = []
    for part in parts:
        pieces = [_split_line(lines[at], columns, wide) for at in part]
        if any(piece is None for piece in pieces):
            return None
        rows.append([join_lines(cell) for cell in zip(*(piece for piece in pieces if piece), strict=True)])
    return rows


def _split_line(line: str, columns: Sequence[tuple[int, int]], wide: str) -> list[str] | None:
    """What stands in each column of a line; the last column may run on."""
    cells = [""] * len(columns)
    place, column = 0, 0
    for character in line.rstrip():
        behind = place + measure_width(character, wide)
        while column + 1 < len(columns) and place >= columns[column][1]:
            column += 1
        left, right = columns[column]
        is_inside = left <= place and (behind <= right or column == len(columns) - 1)
        if not is_inside and not character.isspace():
            return None
        cells[column] += character if is_inside else ""
        place = behind
    return [cell.strip() for cell in cells]


def _build_cell(*texts: str) -> TextCell:
    return TextCell(texts[0], doubt="" if len(set(texts)) == 1 else COLUMN_DOUBT)
