"""Ten visitors for five minutes while four builds are published: waits, memory, and how long old builds stay open."""

from __future__ import annotations

import asyncio
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import psutil
from websockets.exceptions import ConnectionClosed

from analytics.warehouse.builds.publish import find_builds_folder, find_current_build_id
from benchmarks.killed import ingest_command
from benchmarks.servers import Server, dashboard
from benchmarks.session import PageFailedError
from benchmarks.visitors import MIX, THINK_SECONDS, on_page, percentile

VISITORS, MINUTES, PUBLICATIONS = 10, 5.0, 4
COUNTIES = 400
"""Over seven years: large enough that a build left open would show."""
GOAL_GROWTH, GOAL_CLOSED_SECONDS, GOAL_MANY = 0.05, 30, 200
_SETTLED_SECONDS = 20
"""At the end of each stretch between publications: what memory is then is what is kept."""


@dataclass(slots=True)
class Watch:
    """What was seen: waits with the moment they began, memory a second, builds and the seconds they stayed open after
    the next was named."""

    times: list[tuple[float, float]] = field(default_factory=list)
    memory: list[tuple[float, float]] = field(default_factory=list)
    published: list[float] = field(default_factory=list)
    building: list[tuple[float, float]] = field(default_factory=list)
    closed: list[float] = field(default_factory=list)
    failed: int = 0

    def rows(self) -> Iterator[tuple[str, ...]]:
        """(what, measured, goal)"""
        during = [ms for at, ms in self.times if any(start <= at <= end for start, end in self.building)]
        others = [ms for at, ms in self.times if not any(start <= at <= end for start, end in self.building)]
        yield f"reruns of {VISITORS} visitors in {MINUTES:.0f} minutes", f"{len(self.times)}", "–"
        yield "visits that failed", f"{self.failed}", "0"
        yield "p95 while no build is made", f"{percentile(others, 95):.0f} ms", f"≤ {GOAL_MANY} ms"
        yield "p95 while a build is made on the same cores", f"{percentile(during, 95):.0f} ms", "–"
        levels = self.levels()
        yield "memory before each publication and at the end", ", ".join(f"{one:.0f}" for one in levels) + " MB", "–"
        yield "… growth after the first publication", f"{levels[-1] / levels[1] - 1:+.1%}", f"≤ {GOAL_GROWTH:.0%}"
        slowest = f"{max(self.closed):.0f} s" if self.closed else "–"
        yield (
            "an old build stays open after the next is named, slowest",
            slowest,
            (f"≤ {GOAL_CLOSED_SECONDS} s after its last reader, who comes back within {1.5 * THINK_SECONDS:.0f} s"),
        )
        still_open = PUBLICATIONS - len(self.closed)
        yield "old builds never closed", f"{still_open}", "0"

    def levels(self) -> list[float]:
        """Megabytes before each publication and at the end: medians of the seconds before."""
        ends = [*self.published, self.memory[-1][0]]
        return [
            statistics.median([used for at, used in self.memory if end - _SETTLED_SECONDS <= at <= end]) for end in ends
        ]


def measure(raw: Path) -> Watch:
    """Serve a copy of a raw folder and change one of its documents' years before each publication."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        documents, warehouse = folder / "raw", folder / "warehouse"
        shutil.copytree(raw, documents)
        subprocess.run(ingest_command(documents, warehouse), check=True, capture_output=True)
        with dashboard(warehouse, documents) as server:
            return asyncio.run(_watch(server, documents, warehouse))


async def _watch(server: Server, raw: Path, warehouse: Path) -> Watch:
    watch, until = Watch(), time.monotonic() + MINUTES * 60
    pages = Random("pages").choices(list(MIX), list(MIX.values()), k=VISITORS)
    visits = [_visit(server, page, number, until, watch) for number, page in enumerate(pages)]
    await asyncio.gather(*visits, _memory(server, until, watch), _publish(server, raw, warehouse, until, watch))
    return watch


async def _visit(server: Server, page: str, number: int, until: float, watch: Watch) -> None:
    random = Random(f"soak {number}")
    try:
        async with on_page(page)(server, random) as act:
            while time.monotonic() < until:
                await asyncio.sleep(random.uniform(0.5, 1.5) * THINK_SECONDS)
                start = time.monotonic()
                await act()
                watch.times.append((start, (time.monotonic() - start) * 1000))
    except (OSError, PageFailedError, TimeoutError, ConnectionClosed):
        watch.failed += 1


async def _memory(server: Server, until: float, watch: Watch) -> None:
    while time.monotonic() < until:
        watch.memory.append((time.monotonic(), server.megabytes()))
        await asyncio.sleep(1)


async def _publish(server: Server, raw: Path, warehouse: Path, until: float, watch: Watch) -> None:
    """Publications at even distances, each of the same documents but one, which comes and goes."""
    spare = sorted(path for path in raw.rglob("*") if path.is_file() and path.suffix == ".html")[0]
    aside, pause = raw.parent / spare.name, MINUTES * 60 / (PUBLICATIONS + 1)
    closings = []
    begun = time.monotonic()
    for number in range(1, PUBLICATIONS + 1):
        await asyncio.sleep(begun + number * pause - time.monotonic())
        old = find_current_build_id(warehouse)
        shutil.move(*((spare, aside) if spare.exists() else (aside, spare)))
        start = time.monotonic()
        process = await asyncio.create_subprocess_exec(
            *ingest_command(raw, warehouse), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        assert await process.wait() == 0
        watch.building.append((start, time.monotonic()))
        watch.published.append(start)
        closings.append(
            asyncio.create_task(_closed(server, str(find_builds_folder(warehouse) / str(old)), until, watch))
        )
    await asyncio.gather(*closings)


async def _closed(server: Server, folder: str, until: float, watch: Watch) -> None:
    """Wait until the server has no file of an old build open."""
    start = time.monotonic()
    while time.monotonic() < until:
        with suppress(psutil.Error):
            if not any(opened.path.startswith(folder) for opened in server.process.open_files()):
                watch.closed.append(time.monotonic() - start)
                return
        await asyncio.sleep(0.5)
