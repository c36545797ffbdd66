"""How well each format is read, on simulated reports; ``make quality`` raises the floor, and nothing lowers it.

Of documents that our own programs make, the figures are a property of the code and the seed alone; of those that other
programs make (:mod:`benchmarks.producers`), of their versions as well. The floor of the latter is that of the sample
which the suite reads; ``docs/accuracy.md`` and the Methods page tell all documents.

``python -m benchmarks.quality "pdf chromium" md`` measures those alone and leaves the others as they were.
"""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track
from rich.table import Table

from analytics.documents.detect import read_bytes, read_bytes_again
from analytics.errors import DocumentError
from analytics.reports.model import Report
from analytics.reports.parse import parse
from analytics.simulate.collection import FORMATS, Format
from analytics.simulate.damage import DAMAGES
from analytics.simulate.places import list_counties
from analytics.simulate.quality import Quality, measure_quality
from analytics.simulate.world import simulate
from benchmarks import accuracy
from benchmarks.producers.originals import reports
from benchmarks.producers.workshop import PRODUCERS, Workshop

FLOOR = Path(__file__).parent.parent / "tests" / "quality_floor.json"
MEASURED = Path(__file__).parent.parent / "src" / "analytics" / "dashboard" / "accuracy.json"
"""The figures of the last run, which the Methods page shows."""
SEED, YEARS, ERRORS = 11, (2019, 2020, 2021, 2022, 2023), 0.2
_COUNTIES = {Format.SCAN: 2}
"""Recognition takes ten seconds a report."""
_MANY = 8
DOCUMENTS = max(producer.documents for producer in PRODUCERS.values())
RISING, FALLING = ("read", "exact"), ("silent", "flagged")


def kinds() -> list[str]:
    """What our own programs make: every format, scans by their scanner."""
    apart = [one for one in Format if one is not Format.SCAN]
    return [*map(str, apart), *(f"scan {manner}" for manner in FORMATS[Format.SCAN].manners)]


def readings(kind: str) -> list[Quality]:
    """Read simulated reports of one kind in every manner, half of the damageable ones damaged: one a document."""
    name, _, only = kind.partition(" ")
    made = Format(name)
    manners = {only: FORMATS[made].manners[only]} if only else FORMATS[made].manners
    found = []
    for place in list_counties(_COUNTIES.get(made, _MANY)):
        for filled in simulate(place, YEARS, seed=SEED, errors=ERRORS):
            for manner, draw in manners.items():
                random = Random(f"{place.code} {filled.year} {manner}")
                data = draw(filled.sheet)
                if FORMATS[made].is_text and random.random() < 1 / 2:
                    data = random.choice(list(DAMAGES.values()))(data.decode(), random).encode()
                found.append(measure_quality(_report(data), filled.sheet.printed))
    return found


def readings_of(key: str, workshop: Workshop, count: int | None = None) -> list[Quality]:
    """Read the first ``count`` documents that a producer makes of the workshop's reports: one a document."""
    pairs = zip(workshop.files(key)[:count], workshop.reports, strict=False)
    return [measure_quality(_report(path.read_bytes()), filled.sheet.printed) for path, filled in pairs]


def _report(data: bytes) -> Report | None:
    """The report that a document holds, the fullest where it is taken for several; None where it is refused."""
    try:
        found = parse(read_bytes(data, name="report"), again=partial(read_bytes_again, data, name="report"))
    except DocumentError:
        return None
    return max(found, key=lambda report: len(report.facts), default=None)


def main(
    only: Annotated[list[str] | None, typer.Argument(help="Beginnings of kinds and producers; all without")] = None,
) -> None:
    """Measure, show, write docs/accuracy.md, and raise the floor where a sample is read better than it."""
    floor, shown = (json.loads(path.read_text("utf-8")) if path.exists() else {} for path in (FLOOR, MEASURED))
    names = [*kinds(), *PRODUCERS]
    table = Table("made by", "documents", "cells", "exact", "silent errors", "flagged", title="Quality of reading")
    with TemporaryDirectory() as folder:
        workshop = Workshop(Path(folder), reports(DOCUMENTS))
        chosen = [name for name in names if not only or name.startswith(tuple(only))]
        for name in track(chosen, "Reading", console=Console(stderr=True)):
            producer = PRODUCERS.get(name)
            found = readings_of(name, workshop) if producer else readings(name)
            floor[name] = raised(floor.get(name), _sum(found[: producer.sample if producer else None]).shares())
            shown[name] = {"documents": len(found), "cells": _sum(found).cells, **_sum(found).shares()}
            table.add_row(name, *accuracy.cells_of(shown[name]))
    floor, shown = ({name: held[name] for name in names if name in held} for held in (floor, shown))
    FLOOR.write_text(json.dumps(floor, indent=1) + "\n", "utf-8")
    MEASURED.write_text(json.dumps(shown, indent=1) + "\n", "utf-8")
    accuracy.write(shown)
    Console().print(table)


def _sum(found: list[Quality]) -> Quality:
    return sum(found, Quality())


def raised(held: dict[str, float] | None, found: dict[str, float]) -> dict[str, float]:
    """The better of both in every figure."""
    if held is None:
        return found
    return {
        **{name: max(held[name], found[name]) for name in RISING},
        **{name: min(held[name], found[name]) for name in FALLING},
    }


if __name__ == "__main__":
    typer.run(main)
