"""How often a hint is given of planted slips, and how often it is right."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from analytics.audit.hints import Hint, Printed, find_hint
from analytics.vocabulary.terms import Table
from benchmarks.slips import OF_ONE_FIGURE, OF_SEVERAL, SEED, Figures, list_figures, list_reports, plant, slip


class Measured(NamedTuple):
    """Of reports with one kind of slip: how many were given a hint, and a right one; milliseconds a report."""

    name: str
    reports: int
    told: int
    right: int
    median_ms: float


def measure(count: int) -> Iterator[Measured]:
    """A line a kind of slip, of that many reports each."""
    reports = list(list_reports(count))
    yield _measure("none", reports, lambda printed, random: {})
    for slips in (1, 2, 3):
        yield _measure(f"{slips} of table III", reports, lambda printed, random, n=slips: _slip(printed, random, n))
    yield _measure("1 in any cell of table III", reports, lambda printed, random: _slip(printed, random, 1, zeros=True))
    for kind in OF_ONE_FIGURE:
        yield _measure(kind, reports, lambda printed, random, kind=kind: _slip(printed, random, 1, [kind]))
    for kind, make in OF_SEVERAL.items():
        yield _measure(kind, reports, make)
    yield _measure("1 of table IV", reports, lambda printed, random: _slip(printed, random, 1, table=Table.IV))


def _slip(
    printed: Printed,
    random: Random,
    count: int,
    kinds: list[str] | None = None,
    *,
    table: Table = Table.III,
    zeros: bool = False,
) -> Figures:
    cells = list_figures(printed, table, zeros=zeros)
    random.shuffle(cells)
    made: Figures = {}
    for code in cells:
        if len(made) < count:
            made |= slip(printed, code, random.choice(kinds or list(OF_ONE_FIGURE)), random)
    return made if len(made) == count else {}


def _measure(name, reports, make) -> Measured:  # type: ignore[no-untyped-def]
    random = Random(f"{SEED} {name}")
    told = right = done = 0
    took = []
    for now, before, after in reports:
        slips = make(now, random)
        if not slips and name != "none":
            continue
        done += 1
        planted = plant(now, slips)
        start = time.perf_counter()
        hint = find_hint(planted, before=before, after=after)
        took.append((time.perf_counter() - start) * 1000)
        told += hint is not None
        right += hint is not None and _is_right(hint, now, slips)
    return Measured(name, done, told, right, statistics.median(took))


def _is_right(hint: Hint, now: Printed, slips: Figures) -> bool:
    return {reading.cell: reading.value for reading in hint.readings} == {
        code: int(now.figures.get(code, 0)) for code, value in slips.items() if value != now.figures.get(code, 0)
    }


if __name__ == "__main__":
    import sys

    for found in measure(int(sys.argv[1]) if len(sys.argv) > 1 else 300):
        print(found)
