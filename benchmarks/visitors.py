"""Visitors of a served collection: one who acts at once, then more and more who think for five seconds first.

A rerun is timed from sending a changed widget to the message that the script has finished, with all of its page
received. The clients are a process of their own beside the server's.
"""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from dataclasses import dataclass
from itertools import takewhile
from random import Random
from typing import Any

from websockets.exceptions import ConnectionClosed

from analytics.dashboard.pages import PAGES
from benchmarks.servers import Server
from benchmarks.session import PageFailedError, PageMissingError, Session, State, Widget

RUNS = 40
_LARGER = {"county": 250, "compare": 250, "map": 250, "quality": 250}
"""Pages of many charts or areas, and the milliseconds that they may take."""
VISITED = tuple(name for name, page in PAGES.items() if page.has_choices)
GOALS = {page: _LARGER.get(page, 80) for page in VISITED}
"""Page → milliseconds that the 95th percentile of one user's reruns may take."""
LEAN, CPU_GOALS = frozenset({"overview", "trends", "rankings", "compare"}), (15, 30)
"""Pages of one chart, and milliseconds of CPU that a rerun of theirs may cost (median), and of any other page."""
FILTERS: dict[str, tuple[str, ...]] = {
    "overview": ("aspect",),
    "trends": ("group", "measure", "years", "scale"),
    "rankings": ("group", "measure", "one-year", "rank-end", "peers-area"),
    "requests": ("one-organ", "one-year"),
    "remedies": ("one-organ",),
    "data": ("measures", "years", "table-shape"),
    "county": ("one-organ", "county-peers"),
    "compare": ("group", "measure", "common-year", "reference", "compare-chart"),
    "map": ("group", "measure", "map-year", "peers-area"),
    "quality": ("finding-rules", "years", "finding-severity", "finding-fault"),
}
"""Page → keys of the widgets that a person changes there; one that the page does not show is passed over. Of a page
that is not named, whatever widgets it has."""
START = "overview"
"""The page at the root of the address."""
_OFTEN = {"trends": 5, "rankings": 4, "county": 4, "compare": 3, "requests": 2}
MIX = {page: _OFTEN.get(page, 1) for page in VISITED}
"""Page → how many users are on it for each on the others."""
USERS, LEAST_USERS = (5, 10, 25, 50, 75, 100, 150, 200, 300), 50
THINK_SECONDS, STEP_SECONDS, GOAL_MANY = 5.0, 30.0, 200
ARRIVALS = 8.0
"""Users who open their first page in a second, before a step is counted."""
SEED = 2026

Act = Callable[[], Awaitable[int]]
"""One change or request; it gives the bytes received."""
Visitor = Callable[[Server, Random], AbstractAsyncContextManager[Act]]
"""Entering opens the page."""


@dataclass(frozen=True, slots=True)
class Alone:
    """One user: milliseconds of opening the page first and of its reruns, CPU of the server (median) and kilobytes
    each."""

    name: str
    first: float
    times: tuple[float, ...]
    cpu: float
    kilobytes: float

    def cells(self) -> tuple[str, ...]:
        times = (f"{self.first:.0f}", f"{statistics.median(self.times):.0f}", f"{percentile(self.times, 95):.0f}")
        goals = ("–", "–")
        if self.name in GOALS:
            goals = (f"≤ {GOALS[self.name]} ms", f"≤ {CPU_GOALS[self.name not in LEAN]} ms")
        return (self.name, *times, goals[0], f"{self.cpu:.0f}", goals[1], f"{self.kilobytes:,.0f}")


@dataclass(frozen=True, slots=True)
class Step:
    """Some users at once: milliseconds of what each did, the server's share of one core, and visits that failed."""

    users: int
    times: tuple[float, ...]
    busy: float
    megabytes: float
    failed: int

    @property
    def slow(self) -> float:
        return percentile(self.times, 95)

    @property
    def is_sustained(self) -> bool:
        return self.slow <= GOAL_MANY and not self.failed

    def cells(self) -> tuple[str, ...]:
        rate, median = len(self.times) / STEP_SECONDS, statistics.median(self.times)
        server = (f"{self.busy:.0%}", f"{self.megabytes:,.0f} MB", str(self.failed))
        return (str(self.users), f"{rate:.1f}", f"{median:.0f}", f"{self.slow:.0f}", f"≤ {GOAL_MANY} ms", *server)


def percentile(values: Sequence[float], percent: int) -> float:
    """The value below which so many percent lie; without any, more than every goal."""
    if len(values) < 2:
        return values[0] if values else float("inf")
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


def sustained(steps: Sequence[Step]) -> str:
    """The largest number of users within the goal, and whether the ceiling was found."""
    within = [one.users for one in takewhile(lambda step: step.is_sustained, steps)]
    if not within:
        return f"fewer than {steps[0].users}"
    return f"{within[-1]}" if len(within) < len(steps) else f"{within[-1]} or more"


# One user ------------------------------------------------------------------------------------------------------


def one_user(server: Server, *, runs: int = RUNS) -> Iterator[Alone]:
    """Every page in turn, each in a session of its own; a page that this version does not have is left out."""
    for page in GOALS:
        with suppress(PageMissingError):
            yield alone(server, page, on_page(page), runs=runs)


def alone(server: Server, name: str, visitor: Visitor, *, runs: int = RUNS) -> Alone:
    """One visitor who acts again as soon as the answer is there."""
    return asyncio.run(_alone(server, name, visitor, runs))


async def _alone(server: Server, name: str, visitor: Visitor, runs: int) -> Alone:
    times, cpu, sizes, start = [], [], [], time.perf_counter()
    async with visitor(server, Random(f"{SEED} {name}")) as act:
        first = time.perf_counter() - start
        for _ in range(runs):
            start, before = time.perf_counter(), server.cpu_seconds()
            sizes.append(await act())
            times.append((time.perf_counter() - start) * 1000)
            cpu.append((server.cpu_seconds() - before) * 1000)
    return Alone(name, first * 1000, tuple(times), statistics.median(cpu), statistics.mean(sizes) / 1000)


def on_page(page: str, *, filters: Sequence[str] | None = None, query: str = "lang=zh") -> Visitor:
    """A visitor of one page who changes one of its filters each time."""
    keys = FILTERS.get(page, ()) if filters is None else filters

    @asynccontextmanager
    async def visit(server: Server, random: Random) -> Any:
        async with Session(server.port) as session:
            await session.open("" if page == START else page, query)

            async def act() -> int:
                return await session.change(*_chosen(session, keys, random))

            yield act

    return visit


def _chosen(session: Session, keys: Sequence[str], random: Random) -> tuple[str, State]:
    """One of the widgets, and another state of it."""
    offered = [key for key in keys or session.widgets if key in session.widgets and _can_change(session.widgets[key])]
    if not offered:
        raise PageFailedError(f"none of {', '.join(keys)} is on the page, only {', '.join(session.widgets)}")
    key = random.choice(offered)
    return key, other(session.widgets[key], random)


def _can_change(widget: Widget) -> bool:
    return widget.kind in ("checkbox", "slider") or len(widget.options) > 1


def other(widget: Widget, random: Random) -> State:
    """A state that differs from the widget's: another option, the other position, other years."""
    match widget.kind:
        case "checkbox":
            return not widget.state
        case "slider":
            span = range(int(widget.low), int(widget.high) + 1)
            ends = [[float(low), float(high)] for low in span for high in span if low <= high]
            return random.choice([one for one in ends if one != widget.state])
        case "multiselect":
            held = [str(one) for one in widget.state] if isinstance(widget.state, list) else []
            return [*held[-3:], random.choice([one for one in widget.options if one not in held])]
        case "button_group" | "steps":
            return [random.choice([one for one in widget.options if [one] != widget.state])]
    return random.choice([one for one in widget.options if one != widget.state])


# Many users ----------------------------------------------------------------------------------------------------


def many_users(
    server: Server, visitors: Sequence[Visitor], weights: Sequence[int], *, users: Sequence[int] = USERS
) -> Iterator[Step]:
    """More users at every step, the least number at least, until their 95th percentile is above the goal."""
    for count in users:
        step = asyncio.run(_step(server, Random(f"{SEED} {count}").choices(visitors, weights, k=count)))
        yield step
        if not step.is_sustained and count >= LEAST_USERS:
            return


def on_mixed_pages() -> tuple[list[Visitor], list[int]]:
    """Visitors of our pages, with their weights."""
    return [on_page(page) for page in MIX], list(MIX.values())


async def _step(server: Server, visitors: Sequence[Visitor]) -> Step:
    """All arrive one after another and go on; what they do in the seconds after the last has come is counted."""
    start = time.monotonic() + THINK_SECONDS + len(visitors) / ARRIVALS
    times: list[float] = []
    visits = [
        _visit(server, one, Random(f"{SEED} {len(visitors)} {number}"), number / ARRIVALS, start, times)
        for number, one in enumerate(visitors)
    ]
    watching = asyncio.create_task(_busy(server, start))
    failed = sum(await asyncio.gather(*visits))
    return Step(len(visitors), tuple(times), await watching, server.megabytes(), failed)


async def _busy(server: Server, start: float) -> float:
    await asyncio.sleep(max(0.0, start - time.monotonic()))
    before = server.cpu_seconds()
    await asyncio.sleep(STEP_SECONDS)
    return (server.cpu_seconds() - before) / STEP_SECONDS


async def _visit(
    server: Server, visitor: Visitor, random: Random, wait: float, start: float, times: list[float]
) -> bool:
    """One user's visit; whether it failed. Think time is 2.5 to 7.5 seconds."""
    await asyncio.sleep(wait)
    try:
        async with visitor(server, random) as act:
            while True:
                await asyncio.sleep(random.uniform(0.5, 1.5) * THINK_SECONDS)
                sent = time.monotonic()
                if sent > start + STEP_SECONDS:
                    return False
                await act()
                if sent >= start:
                    times.append((time.monotonic() - sent) * 1000)
    except (OSError, PageFailedError, TimeoutError, ConnectionClosed):
        return True
