"""All measures of a national collection as one file: how long it takes, and how much memory beyond standing idle.

Each format is written by a process of its own, which first opens the warehouse and reads one measure; its most memory
while it writes is compared with what it held then.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

FORMATS = ("csv", "parquet")
GOAL_MEGABYTES = 500
_STEP = 0.05


@dataclass(frozen=True, slots=True)
class ExportRow:
    """``above`` is the most memory beyond idle, in megabytes."""

    ending: str
    rows: int
    seconds: float
    above: float
    megabytes: float

    def cells(self) -> tuple[str, ...]:
        name = f"{self.rows:,} rows as {self.ending.upper()} ({self.megabytes:.0f} MB)"
        return name, f"{self.seconds:.0f} s, {self.above:.0f} MB above idle", f"< {GOAL_MEGABYTES} MB"


def measure(warehouse: Path) -> list[ExportRow]:
    """Write every measure of every organ and year in each format."""
    return [_measure_format(warehouse, ending) for ending in FORMATS]


def _measure_format(warehouse: Path, ending: str) -> ExportRow:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, f"rows.{ending}")
        command = [sys.executable, "-m", "benchmarks.export_once", str(warehouse), str(file)]
        process = psutil.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert process.stdout.readline() == "idle\n"
        idle = most = process.memory_info().rss
        start = time.monotonic()
        process.stdin.write("\n")
        process.stdin.flush()
        while process.poll() is None:
            most = max(most, _memory(process))
            time.sleep(_STEP)
        seconds, rows = time.monotonic() - start, int(process.stdout.readline())
        return ExportRow(ending, rows, seconds, (most - idle) / 1e6, file.stat().st_size / 1e6)


def _memory(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0


if __name__ == "__main__":
    for row in measure(Path(sys.argv[1])):
        print(" | ".join(row.cells()))
