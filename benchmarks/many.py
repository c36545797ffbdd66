"""20,000 simulated pages end to end: the command a user runs, its time, and the most memory of all its processes."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from benchmarks import exporting, pages
from benchmarks.exporting import ExportRow
from benchmarks.pages import PageRow

COUNTIES, GOAL_SECONDS = 2858, 120
_STEP = 0.5


@dataclass(frozen=True, slots=True)
class Many:
    """``halfway`` is the memory when half of the reading was done, ``peak`` the most, in megabytes."""

    reports: int
    seconds: float
    halfway: float
    peak: float
    pages: list[PageRow]
    exports: list[ExportRow]


def measure() -> Many:
    """Simulate, then ingest with two processes while memory is watched."""
    with tempfile.TemporaryDirectory() as folder:
        world = Path(folder, "world")
        command = [sys.executable, "-m", "analytics"]
        simulated = [*command, "simulate", str(world), "--counties", str(COUNTIES), "--format", "html"]
        subprocess.run(simulated, check=True, capture_output=True)
        start, memory = time.monotonic(), []
        ingested = [
            *command,
            "ingest",
            str(world / "raw"),
            "--warehouse",
            str(Path(folder, "warehouse")),
            "--jobs",
            "2",
        ]
        process = psutil.Popen(ingested, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while process.poll() is None:
            memory.append(_memory(process))
            time.sleep(_STEP)
        seconds = time.monotonic() - start
        assert process.returncode == 0
        exported = exporting.measure(Path(folder, "warehouse"))
        shown = pages.measure(Path(folder, "warehouse"), world / "raw")
    return Many(COUNTIES * 7, seconds, memory[len(memory) // 3] / 1e6, max(memory) / 1e6, shown, exported)


def _memory(process: psutil.Process) -> int:
    total = 0
    for one in (process, *process.children(recursive=True)):
        try:
            total += one.memory_info().rss
        except psutil.Error:
            continue
    return total
