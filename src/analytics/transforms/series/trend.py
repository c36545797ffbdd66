"""Changes over several years → how each organ moved: from its first to its last value of its own.

What a trend says is of the years shown, never of the last of them alone; and of what may be compared: a move that may
be one of coverage is told apart, one on a small base is counted and never the largest.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from math import inf, log
from typing import Any, NamedTuple

import pandas as pd

from analytics.transforms.rows import each_row
from analytics.transforms.series.breaks import EDITION, find_breaks_within
from analytics.transforms.series.change import REPORTED, is_beyond
from analytics.vocabulary.measures import LEAST_OF_EITHER_YEAR, Measure


class Move(NamedTuple):
    """One organ's first and last value in the years shown. ``stated_by_year`` is the year of the report that states the
    change itself, where the first value is not of a report of its own; ``edition_years`` are the first years of another
    edition of the form on the way, ``law_years`` those of another law."""

    organ_id: int
    first: int
    before: float
    last: int
    now: float
    is_small: bool
    is_suspected: bool
    stated_by_year: int | None = None
    edition_years: tuple[int, ...] = ()
    law_years: tuple[int, ...] = ()

    @property
    def difference(self) -> float:
        """Positive where it rose."""
        return self.now - self.before


def build_moves(changes: pd.DataFrame, measure: Measure) -> list[Move]:
    """One move an organ that has values in two years, in the order of the organs; a change that a report itself states
    counts as two years where both are shown.

    Requires the changes of one measure: organ_id, year, value, value_previous, difference, basis, edition,
    stated_by_year, is_small_base, is_coverage_suspected.
    """
    if changes.empty:
        return []
    earliest = int(changes["year"].min())
    moves = (
        _find_move(sorted(rows, key=lambda row: row.year), measure, earliest)
        for _, rows in groupby(each_row(changes), key=lambda row: row.organ_id)
    )
    return [move for move in moves if move is not None]


def _find_move(rows: list[Any], measure: Measure, earliest: int) -> Move | None:
    valued_rows = [row for row in rows if not pd.isna(row.value) and pd.isna(row.stated_by_year)]
    if len(valued_rows) == 1:
        return _take_stated_move(valued_rows[0], measure, earliest)
    if not valued_rows:
        return None
    first, last = valued_rows[0], valued_rows[-1]
    is_unknown = "coverage_unknown" in measure.notes
    stretch = [row for row in rows if first.year <= row.year <= last.year]
    breaks = find_breaks_within(stretch, measure)
    return Move(
        organ_id=int(first.organ_id),
        first=int(first.year),
        before=float(first.value),
        last=int(last.year),
        now=float(last.value),
        is_small=_is_small(first, last, measure),
        is_suspected=any(row.is_coverage_suspected for row in valued_rows[1:])
        or (is_unknown and bool(is_beyond(first.value, last.value))),
        edition_years=tuple(year for year, kind in breaks if kind == EDITION),
        law_years=tuple(year for year, kind in breaks if kind != EDITION),
    )


def _is_small(first: Any, last: Any, measure: Measure) -> bool:
    if measure.is_rate:
        return bool(first.is_small_base or last.is_small_base)
    return bool(min(abs(first.value), abs(last.value)) < LEAST_OF_EITHER_YEAR)


def _take_stated_move(row: Any, measure: Measure, earliest: int) -> Move | None:
    """The change that the only report of an organ states."""
    if pd.isna(row.difference) or row.basis != REPORTED or row.year - 1 < earliest:
        return None
    before, year = float(row.value_previous), int(row.year)
    is_small = not measure.is_rate and min(abs(before), abs(row.value)) < LEAST_OF_EITHER_YEAR
    return Move(
        int(row.organ_id), year - 1, before, year, float(row.value), is_small, bool(row.is_coverage_suspected), year
    )


def find_largest_move(moves: Sequence[Move], measure: Measure) -> Move | None:
    """The move that is largest by ratio, of rates by difference: a fall to a third is as large as a rise to three
    times. None where every one is small, in doubt or no move at all."""
    firm = [move for move in moves if not (move.is_small or move.is_suspected) and move.difference]
    return max(firm, key=lambda move: _measure_size(move, measure), default=None)


def _measure_size(move: Move, measure: Measure) -> float:
    if measure.is_rate:
        return abs(move.difference)
    return measure_ratio(move.before, move.now)


def measure_ratio(before: float, now: float) -> float:
    """How large a change is, alike for rises and falls: |log(now / before)|; infinite from or to zero."""
    return abs(log(now / before)) if before > 0 and now > 0 else inf
