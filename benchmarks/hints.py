"""How often a hint is given of planted slips, how often it is right, and how long it takes."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from random import Random
from typing import NamedTuple

from analytics.audit.hints import Hint, Printed, find_hint
from analytics.vocabulary.terms import Table
from benchmarks.slips import OF_ONE_FIGURE, OF_SEVERAL, SEED, Figures, list_figures, list_reports, plant, slip

Plant = Callable[[Printed, Random], Figures]
Reports = Sequence[tuple[Printed, Printed, Printed]]


class Measured(NamedTuple):
    """Of reports with one kind of slip: how many were given a hint, and a right one; milliseconds of CPU a
    report."""

    name: str
    reports: int
    told: int
    right: int
    median_ms: float


def measure_hints(count: int) -> Iterator[Measured]:
    """A line a kind of slip, of that many reports each."""
    reports = list(list_reports(count))
    yield measure_slips("none", reports, lambda printed, random: {})
    for name, make in _list_kinds().items():
        yield measure_slips(name, reports, make)


def _list_kinds() -> Mapping[str, Plant]:
    numbers = {1: "one slip", 2: "two slips", 3: "three slips"}
    return {
        **{f"{name} in figures of table III": partial(_slip, count=count) for count, name in numbers.items()},
        "one slip in any cell of table III": partial(_slip, count=1, zeros=True),
        **{f"one {kind}": partial(_slip, count=1, kinds=[kind]) for kind in OF_ONE_FIGURE},
        **OF_SEVERAL,
        "one slip in table IV": partial(_slip, count=1, table=Table.IV),
        "another number altogether": _replace_figure,
    }


def _slip(
    printed: Printed, random: Random, count: int, *, kinds: Sequence[str] = tuple(OF_ONE_FIGURE),
    table: Table = Table.III, zeros: bool = False,
) -> Figures:  # fmt: skip
    cells = list_figures(printed, table, zeros=zeros)
    random.shuffle(cells)
    made: Figures = {}
    for code in cells:
        if len(made) < count:
            made |= slip(printed, code, random.choice(kinds), random)
    return made if len(made) == count else {}


def _replace_figure(printed: Printed, random: Random) -> Figures:
    code = random.choice(list_figures(printed, Table.III))
    return {code: int(printed.figures[code]) + random.randint(113, 997)}


def measure_slips(name: str, reports: Reports, make: Plant) -> Measured:
    """Plant one kind of slip in each report and look for its hint."""
    random = Random(f"{SEED} {name}")
    told = right = done = 0
    took = []
    for now, before, after in reports:
        slips = make(now, random)
        if not slips and name != "none":
            continue
        done += 1
        planted = plant(now, slips)
        start = time.process_time()
        hint = find_hint(planted, before=before, after=after)
        took.append((time.process_time() - start) * 1000)
        told += hint is not None
        right += hint is not None and _is_right(hint, now, slips)
    return Measured(name, done, told, right, statistics.median(took))


def _is_right(hint: Hint, now: Printed, slips: Figures) -> bool:
    return {reading.cell: reading.value for reading in hint.readings} == {
        code: int(now.figures.get(code, 0)) for code, value in slips.items() if value != now.figures.get(code, 0)
    }


def list_hint_rows(count: int) -> Iterator[tuple[str, ...]]:
    """The rows of the page of accuracy."""
    for found in measure_hints(count):
        right = f"{found.right / found.told:.1%}" if found.told else "–"
        yield found.name, f"{found.reports:,}", f"{found.told / found.reports:.1%}", right, f"{found.median_ms:.2f}"
