"""How well each format is read, on simulated reports; ``make quality`` raises the floor, and nothing lowers it.

The figures are a property of the code and the seed alone: the same everywhere, whatever the machine's speed.
"""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from random import Random

from rich.console import Console
from rich.progress import track
from rich.table import Table

from analytics.documents.detect import again_of, read_bytes
from analytics.errors import DocumentError
from analytics.reports.model import Report
from analytics.reports.parse import parse
from analytics.simulate.collection import FORMATS, Format
from analytics.simulate.damage import DAMAGES
from analytics.simulate.quality import Quality, quality
from analytics.simulate.world import counties, simulate

FLOOR = Path(__file__).parent.parent / "tests" / "quality_floor.json"
MEASURED = Path(__file__).parent.parent / "src" / "analytics" / "dashboard" / "accuracy.json"
"""The figures of the last run, which the Methods page shows."""
SEED, YEARS, ERRORS = 11, (2019, 2020, 2021, 2022, 2023), 0.2
_COUNTIES = {Format.SCAN: 2}
"""Recognition takes ten seconds a report."""
_MANY = 8
_DAMAGED = (Format.HTML, Format.TXT)
RISING, FALLING = ("read", "exact"), ("silent", "flagged")


def kinds() -> list[str]:
    """What is measured apart: every format, scans by their scanner."""
    apart = [one for one in Format if one is not Format.SCAN]
    return [*map(str, apart), *(f"scan {manner}" for manner in FORMATS[Format.SCAN])]


def measured(kind: str) -> Quality:
    """Read simulated reports of one kind in every manner, half of the damageable ones damaged."""
    name, _, only = kind.partition(" ")
    made = Format(name)
    manners = {only: FORMATS[made][only]} if only else FORMATS[made]
    total = Quality()
    for place in counties(_COUNTIES.get(made, _MANY)):
        for filled in simulate(place, YEARS, seed=SEED, errors=ERRORS):
            for manner, draw in manners.items():
                random = Random(f"{place.code} {filled.year} {manner}")
                data = draw(filled.sheet)
                if made in _DAMAGED and random.random() < 1 / 2:
                    data = random.choice(list(DAMAGES.values()))(data.decode(), random).encode()
                total += quality(_report(data), filled.sheet.printed)
    return total


def _report(data: bytes) -> Report | None:
    try:
        (report,) = parse(read_bytes(data, name="report"), again=partial(again_of, data, name="report"))
    except DocumentError:
        return None
    return report


def main() -> None:
    """Measure all kinds, show them, raise the floor where one is better than it."""
    floor = json.loads(FLOOR.read_text("utf-8")) if FLOOR.exists() else {}
    measured_now: dict[str, dict[str, float]] = {}
    shown = Table("format", "cells", "read", "exact", "silent errors", "flagged", title="Quality of reading")
    for kind in track(kinds(), "Reading", console=Console(stderr=True)):
        found = measured(kind)
        shares = found.shares()
        shown.add_row(
            kind, f"{found.cells:,}", f"{shares['read']:.3%}", f"{shares['exact']:.3%}", str(found.silent),
            f"{shares['flagged']:.3%}",
        )  # fmt: skip
        floor[kind] = raised(floor.get(kind), shares)
        measured_now[kind] = {"cells": found.cells, **shares}
    FLOOR.write_text(json.dumps(floor, indent=1) + "\n", "utf-8")
    MEASURED.write_text(json.dumps(measured_now, indent=1) + "\n", "utf-8")
    Console().print(shown)


def raised(held: dict[str, float] | None, found: dict[str, float]) -> dict[str, float]:
    """The better of both in every figure."""
    if held is None:
        return found
    return {
        **{name: max(held[name], found[name]) for name in RISING},
        **{name: min(held[name], found[name]) for name in FALLING},
    }


if __name__ == "__main__":
    main()
