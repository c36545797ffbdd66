"""Rows of one table → those of this year: a report may print last year's table beside its own, under a caption."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from analytics.reports.labels import Way, fold, is_other_year, match_column, match_line
from analytics.reports.numbers import is_figure
from analytics.reports.rows.layout import Stretch
from analytics.reports.rows.stream import Row
from analytics.vocabulary import form
from analytics.vocabulary.phrases import RESULTS_HEADER_STARTS
from analytics.vocabulary.terms import Table

_CAPTIONS = 2
"""Lines above a table among which its caption stands."""
_LONGEST_CAPTION = 40
_LABEL_COLUMNS = 5


class Blocks(NamedTuple):
    """The rows of this year's table, and those of another year's with their caption."""

    rows: list[Row]
    others: list[Row]
    caption: str = ""


class _Block(NamedTuple):
    caption: str
    rows: list[Row]


def select_this_year(table: Table, found: Sequence[Stretch], year: int | None) -> Blocks:
    """Part the rows of all stretches of a table."""
    rows: list[Row] = []
    captions: dict[int, Sequence[Row]] = {}  # where a stretch begins → the lines above it
    for above, stretch in pairwise([Stretch(None, "", ""), *found]):
        if stretch.table is table:
            captions[len(rows)] = above.rows[-_CAPTIONS:] if above.table is None else ()
            rows.extend(stretch.rows)
    starts = _find_starts(table, rows)
    if len(starts) < 2:
        return Blocks(rows, [])
    starts[0] = 0
    blocks = []
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        above_it = [row for at in range(start, start + _CAPTIONS) for row in captions.get(at, ())]
        blocks.append(_Block(_find_caption([*above_it, *rows[start : start + _CAPTIONS + 1]], year), rows[start:end]))
    others = [block for block in blocks if block.caption]
    if len(others) == len(blocks):
        return Blocks(rows, [])
    kept = [row for block in blocks if not block.caption for row in block.rows]
    return Blocks(kept, [row for block in others for row in block.rows], others[0].caption if others else "")


def _find_starts(table: Table, rows: Sequence[Row]) -> list[int]:
    """Where a table begins anew: its first line again after figures, with the header rows above it."""
    starts: list[int] = []
    has_figures = True
    header = 0  # rows since the last one with figures
    for index, row in enumerate(rows):
        if has_figures and _is_opening(table, row):
            starts.append(index - header)
            has_figures = False
        is_filled = any(is_figure(cell.text) for cell in row.cells if cell.text)
        has_figures |= is_filled
        header = 0 if is_filled or (_names_line(table, row) and not _is_column_head(table, row)) else header + 1
    return starts


def _is_column_head(table: Table, row: Row) -> bool:
    """Whether a row begins with the head of a column: 其他 is the name of a column as well as of a line."""
    first = next((cell.text for cell in row.cells if cell.text), "")
    match = match_column(table, first)
    return match is not None and match.way is Way.EXACT and match_line(table, first) is None


def _is_opening(table: Table, row: Row) -> bool:
    if table is Table.IV:
        return any(fold(cell.text).startswith(RESULTS_HEADER_STARTS) for cell in row.cells[:3] if cell.text)
    first = form.list_lines(table)[0].key
    return any(_name_line(table, cell.text) == first for cell in row.cells[:_LABEL_COLUMNS] if cell.text)


def _names_line(table: Table, row: Row) -> bool:
    """Whether a row's labels name a line; never for table IV, whose lines head columns."""
    cells = row.cells[:_LABEL_COLUMNS] if table is not Table.IV else ()
    return any(_name_line(table, cell.text) for cell in cells if cell.text)


@lru_cache(maxsize=8192)
def _name_line(table: Table, text: str) -> str:
    """The key of the line that a label names exactly; empty for any other text."""
    match = match_line(table, text)
    return match.keys[0] if match is not None and match.way is Way.EXACT else ""


def _find_caption(rows: Sequence[Row], year: int | None) -> str:
    texts = (row.text for row in rows if row.text and not any(cell.text for cell in row.cells[1:]))
    return next((text for text in texts if len(text) <= _LONGEST_CAPTION and is_other_year(text, year)), "")
