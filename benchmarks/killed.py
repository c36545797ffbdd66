"""Ingests killed by SIGKILL at random moments: what stands in the warehouse afterwards, and what the next ingest makes.

Half of the kills meet the first ingest into an empty warehouse, half one over a published build after the folder
changed. The facts of a build are compared by a digest over every figure.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pandas as pd

from analytics.warehouse.builds.manifest import Condition, check_condition
from analytics.warehouse.builds.publish import find_builds_folder, find_current_build_id
from analytics.warehouse.read import open_warehouse

KILLS, SEED = 100, 2026
COUNTIES, FIRST_YEAR, LAST_YEAR = 12, 2021, 2023
_LATEST_MOMENT = 1.1
"""Of the time that a whole ingest takes: a few kills come when it has just ended."""


@dataclass(slots=True)
class Outcome:
    """What was found after the kills; every count but ``kills`` and ``was_over`` should be zero."""

    kills: int = 0
    was_over: int = 0
    seconds: float = 0.0
    faults: Counter[str] = field(default_factory=Counter)

    def rows(self) -> Iterator[tuple[str, ...]]:
        """(what, measured, goal)"""
        yield f"ingests killed at random moments of the {self.seconds:.1f} s that one takes", f"{self.kills}", "100"
        yield "… of which had ended before", f"{self.was_over}", "–"
        for fault in _FAULTS:
            yield fault, f"{self.faults[fault]}", "0"


_BROKEN = "builds in use that were damaged or gone afterwards"
_MIXED = "builds in use with other facts than before or after"
_REFUSED = "later ingests that failed"
_UNEQUAL = "later ingests with other facts than one never killed"
_LEFT = "folders left over after the later ingest"
_FAULTS = (_BROKEN, _MIXED, _REFUSED, _UNEQUAL, _LEFT)


def measure(*, kills: int = KILLS, advance: Callable[[int, int], None] | None = None) -> Outcome:
    """Kill, look, ingest again, look again; ``advance`` hears of (kills done, all)."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        earlier, later = _two_collections(folder)
        digests = {_ingested(raw, folder / f"whole-{raw.name}") for raw in (earlier, later)}
        assert len(digests) == 2, "the two collections must differ"
        published = folder / f"whole-{earlier.name}"
        goal = facts_digest(folder / f"whole-{later.name}")
        outcome = Outcome(seconds=_timed(later, folder / "timed"))
        random = Random(SEED)
        for number in range(kills):
            warehouse = folder / "warehouse"
            shutil.rmtree(warehouse, ignore_errors=True)
            if number % 2:
                shutil.copytree(published, warehouse)
            _kill(later, warehouse, random.uniform(0, _LATEST_MOMENT) * outcome.seconds, outcome)
            _look(warehouse, later, digests, goal, outcome)
            if advance:
                advance(number + 1, kills)
        return outcome


def facts_digest(warehouse: Path) -> str:
    """A digest of every figure of the build in use, whatever order it was written in."""
    with open_warehouse(warehouse) as build:
        figures, organs = build.figures(), build.organs()
    named = figures.merge(organs[["organ_id", "organ_key"]], on="organ_id").drop(columns=["organ_id", "report_id"])
    ordered = named.sort_values(["organ_key", "year", "cell"], kind="stable").reset_index(drop=True)
    return hashlib.sha256(pd.util.hash_pandas_object(ordered, index=False).to_numpy().tobytes()).hexdigest()


def _two_collections(folder: Path) -> tuple[Path, Path]:
    """A raw folder, and the same with two documents more: an ingest of the second has something to do."""
    command = [sys.executable, "-m", "analytics", "simulate", str(folder / "world"), "--counties", str(COUNTIES)]
    years = ["--first", str(FIRST_YEAR), "--last", str(LAST_YEAR)]
    subprocess.run([*command, *years], check=True, capture_output=True)
    later = folder / "world" / "raw"
    earlier = folder / "earlier"
    shutil.copytree(later, earlier)
    documents = sorted(path for path in earlier.rglob("*") if path.is_file() and path.suffix not in (".csv", ".md"))
    for path in documents[-2:]:
        path.unlink()
    return earlier, later


def ingest_command(raw: Path, warehouse: Path) -> list[str]:
    """The command that a user runs."""
    return [sys.executable, "-m", "analytics", "ingest", str(raw), "--warehouse", str(warehouse), "--jobs", "2"]


def _ingested(raw: Path, warehouse: Path) -> str:
    subprocess.run(ingest_command(raw, warehouse), check=True, capture_output=True)
    return facts_digest(warehouse)


def _timed(raw: Path, warehouse: Path) -> float:
    start = time.monotonic()
    subprocess.run(ingest_command(raw, warehouse), check=True, capture_output=True)
    return time.monotonic() - start


def _kill(raw: Path, warehouse: Path, moment: float, outcome: Outcome) -> None:
    """Kill the ingest with all of its workers, as the end of memory or of a session does."""
    process = subprocess.Popen(
        ingest_command(raw, warehouse), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    time.sleep(moment)
    outcome.kills += 1
    outcome.was_over += process.poll() is not None
    with suppress(ProcessLookupError):  # it had ended, and all of its workers with it
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _look(warehouse: Path, raw: Path, digests: set[str], goal: str, outcome: Outcome) -> None:
    build_id = find_current_build_id(warehouse) if warehouse.is_dir() else None
    if build_id is not None:
        if check_condition(find_builds_folder(warehouse) / build_id) is not Condition.WHOLE:
            outcome.faults[_BROKEN] += 1
        elif facts_digest(warehouse) not in digests:
            outcome.faults[_MIXED] += 1
    again = subprocess.run(ingest_command(raw, warehouse), capture_output=True)
    if again.returncode:
        outcome.faults[_REFUSED] += 1
        return
    outcome.faults[_UNEQUAL] += facts_digest(warehouse) != goal
    outcome.faults[_LEFT] += len(_leftovers(warehouse))


def _leftovers(warehouse: Path) -> list[Path]:
    return [
        *find_builds_folder(warehouse).glob(".*"),
        *(warehouse / "cache").glob("*/.*"),
        *warehouse.glob(".current.*"),
    ]
