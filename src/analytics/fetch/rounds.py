"""Visits to many hosts at once and to each host one by one, until none is left or the user wants no more."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait

from analytics.errors import FetchError
from analytics.fetch.visits import Outcome, Visit

_EVERY = 0.5
"""Seconds after which an interrupt is met, whatever the visits do."""


class Round:
    """Visits by host; ``stop`` ends those that run. A host whose addresses fail ``given_up`` times in a row for the
    moment is left alone, with what is left of it in :attr:`left`."""

    def __init__(self, pay: Callable[[Visit], Outcome], stop: Callable[[], None], *, hosts: int, given_up: int) -> None:
        self._pay, self._stop, self._hosts, self._given_up = pay, stop, hosts, given_up
        self._waiting: dict[str, deque[Visit]] = {}
        self._seen: set[str] = set()
        self._failures: dict[str, int] = {}
        self._running: dict[Future[Outcome], Visit] = {}
        self.total, self.left = 0, list[Visit]()

    def add(self, visit: Visit) -> bool:
        """Put a visit at the end of its host's; False where its address has been added before."""
        address = str(visit.url)
        if address in self._seen:
            return False
        self._seen.add(address)
        self._waiting.setdefault(visit.url.host, deque()).append(visit)
        self.total += 1
        return True

    def outcomes(self) -> Generator[Outcome, None, None]:
        """Each outcome as it comes; visits may be added meanwhile. On the way out nothing runs any more."""
        with ThreadPoolExecutor(self._hosts) as pool:
            try:
                while self._start(pool):
                    done, _ = wait(self._running, timeout=_EVERY, return_when=FIRST_COMPLETED)
                    for future in done:
                        yield self._finish(future)
            finally:
                self._stop()

    def _start(self, pool: ThreadPoolExecutor) -> bool:
        """Start what may run; whether anything runs."""
        busy = {visit.url.host for visit in self._running.values()}
        for host, visits in self._waiting.items():
            if len(self._running) >= self._hosts:
                break
            if visits and host not in busy:
                visit = visits.popleft()
                self._running[pool.submit(self._pay, visit)] = visit
        return bool(self._running)

    def _finish(self, future: Future[Outcome]) -> Outcome:
        visit, outcome = self._running.pop(future), future.result()
        host, refusal = visit.url.host, outcome.refusal
        is_failure = isinstance(refusal, FetchError) and refusal.is_of_the_moment
        self._failures[host] = self._failures.get(host, 0) + 1 if is_failure else 0
        if self._failures[host] >= self._given_up:
            self.left += self._waiting[host]
            self._waiting[host].clear()
        return outcome
