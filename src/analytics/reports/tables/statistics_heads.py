"""Heads of statistics tables: which column is of the year, which cumulative."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from analytics.reports.labels import Way, match_column, strip_label
from analytics.reports.rows.stream import Row
from analytics.vocabulary.phrases import (
    STATISTICS_CODES,
    STATISTICS_LABELS,
    STATISTICS_NOTES,
    STATISTICS_UNITS,
    STATISTICS_YEAR,
    YEAR_SO_FAR,
)
from analytics.vocabulary.terms import Table

_TALLEST_HEADER = 6
"""Lines of text over which a header may spread, a head a line."""

_KINDS = ("label", "unit", "code", "note")


class Heads(NamedTuple):
    """The header of a statistics table: the columns of figures in printed order, the kinds of all columns before and
    behind that of the labels, and where the header ends.

    ``halves``: tables side by side under one header, ``width`` the columns of one. ``trailing``: cells without a head
    at the end of its row. ``grid`` is the number of its grid, None where lines of text print it.
    """

    columns: tuple[str, ...]
    before: tuple[str, ...]
    behind: tuple[str, ...]
    end: int
    halves: int
    width: int
    trailing: int
    grid: int | None


def find_heads(rows: Sequence[Row], at: int) -> Heads | None:
    """The header that begins in a row; None where none does, or where it does not say which figures stand beside which
    label."""
    if not _begins_with_head(rows[at]):
        return None
    texts: list[str] = []
    trailing = 0
    end = at
    for row in rows[at : at + _TALLEST_HEADER]:
        parts = [part for cell in row.cells for part in (cell.text.split() if row.is_loose else [cell.text]) if part]
        if not parts or not all(find_head_kind(part) for part in parts):
            break
        texts.extend(parts)
        end += 1
        if not row.is_loose:
            trailing = sum(1 for _ in takewhile(lambda cell: not cell.text, reversed(row.cells)))
            break
    kinds = _select_this_year(texts)
    if "period" in kinds and "year" not in kinds:  # 本期 / 累计: of the year so far, not of all years
        kinds = tuple(
            "year" if strip_label(text) == YEAR_SO_FAR else kind for text, kind in zip(texts, kinds, strict=True)
        )
    halves = 2 if len(kinds) % 2 == 0 and kinds[: len(kinds) // 2] == kinds[len(kinds) // 2 :] else 1
    kinds = kinds[: len(kinds) // halves]
    columns = tuple(kind for kind in kinds if kind not in _KINDS)
    if not columns or kinds.count("label") != 1:
        return None
    first = kinds.index("label")
    before, behind = kinds[:first], kinds[first + 1 :]
    if len(set(columns)) < len(columns) or not set(columns) <= set(behind) or set(before) - {"code"}:
        return None
    grid = rows[at].grid if not rows[at].is_loose else None
    return Heads(columns, before, behind, end, halves, len(kinds), trailing, grid)


def _begins_with_head(row: Row) -> bool:
    """Whether the first words of a row are a head: those of most rows are none, and need no further look."""
    first = next((cell.text for cell in row.cells if cell.text), "")
    words = first.split() if row.is_loose else [first]
    return bool(words) and bool(find_head_kind(words[0]))


def _select_this_year(texts: Sequence[str]) -> tuple[str, ...]:
    """The kinds of heads; of columns that differ by their year alone, those of the years before are notes."""
    years = [find_head_year(text) for text in texts]
    return tuple(
        "note" if year and year < max(years) else find_head_kind(text) for text, year in zip(texts, years, strict=True)
    )


def find_head_year(text: str) -> int:
    """The year that a head prints before its words or alone (``2015年度``); 0 where it prints none."""
    found = STATISTICS_YEAR.match(strip_label(text))
    return int(found[0][:4]) if found else 0


@lru_cache(maxsize=4096)
def find_head_kind(text: str) -> str:
    """What a head stands over: labels, units, codes, notes (last year's figures among them), or the key of a column of
    figures; empty for anything else."""
    plain = strip_label(text)
    words = (STATISTICS_LABELS, STATISTICS_UNITS, STATISTICS_CODES, STATISTICS_NOTES)
    for kind, heads in zip(_KINDS, words, strict=True):
        if plain in heads:
            return kind
    if STATISTICS_YEAR.fullmatch(plain):
        return "year"
    match = match_column(Table.STATISTICS, STATISTICS_YEAR.sub("", plain))
    return match.keys[0] if match is not None and match.way is Way.EXACT else ""
