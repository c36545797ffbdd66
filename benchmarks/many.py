"""A national collection end to end: simulated, then read by the command that a user runs while its memory is watched.

The other measurements use the same collection. ``BENCH_COLLECTION`` names a folder with a ready one (``raw`` and
``warehouse``); its reading is then not measured.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from analytics.warehouse.read import open_warehouse

COUNTIES, GOAL_SECONDS = 2850, 120
_STEP = 0.5


@dataclass(frozen=True, slots=True)
class Reading:
    """``halfway`` is the memory when half of the reading was done, ``peak`` the most, in megabytes."""

    reports: int
    seconds: float
    halfway: float
    peak: float

    def rows(self) -> list[tuple[str, ...]]:
        name = f"{self.reports:,} simulated pages, bytes to published build, two processes"
        return [
            (name, f"{self.seconds:.0f} s", f"< {GOAL_SECONDS} s"),
            ("memory of all processes while reading", f"{self.halfway:.0f} MB", "flat"),
            ("most memory of all processes (while building)", f"{self.peak:.0f} MB", "bounded"),
        ]


@dataclass(frozen=True, slots=True)
class Nation:
    """A collection to measure on; ``reading`` is None where it was ready."""

    folder: Path
    organs: int
    reports: int
    reading: Reading | None

    @property
    def raw(self) -> Path:
        return self.folder / "raw"

    @property
    def warehouse(self) -> Path:
        return self.folder / "warehouse"


@contextmanager
def nation() -> Iterator[Nation]:
    """The ready collection, or one made for this run and deleted after it."""
    ready = os.environ.get("BENCH_COLLECTION")
    if ready:
        yield _counted(Path(ready), None)
        return
    with tempfile.TemporaryDirectory() as folder:
        world = Path(folder, "nation")
        command = [sys.executable, "-m", "analytics", "simulate", str(world), "--counties", str(COUNTIES)]
        subprocess.run([*command, "--prefectures", "--format", "html"], check=True, capture_output=True)
        yield _counted(world, _read(world))


def _counted(folder: Path, watched: tuple[float, float, float] | None) -> Nation:
    with open_warehouse(folder / "warehouse") as warehouse:
        organs, reports = len(warehouse.organs()), warehouse.build().reports
    return Nation(folder, organs, reports, None if watched is None else Reading(reports, *watched))


def _read(world: Path) -> tuple[float, float, float]:
    """Ingest with two processes; seconds, and megabytes halfway and at most."""
    command = [sys.executable, "-m", "analytics", "ingest", str(world / "raw"), "--jobs", "2"]
    start, memory = time.monotonic(), []
    process = psutil.Popen(
        [*command, "--warehouse", str(world / "warehouse")], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    while process.poll() is None:
        memory.append(_memory(process))
        time.sleep(_STEP)
    seconds = time.monotonic() - start
    assert process.returncode == 0
    return seconds, memory[len(memory) // 3] / 1e6, max(memory) / 1e6


def _memory(process: psutil.Process) -> int:
    total = 0
    for one in (process, *process.children(recursive=True)):
        try:
            total += one.memory_info().rss
        except psutil.Error:
            continue
    return total
