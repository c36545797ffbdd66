"""When a host may be asked, and for what: its pace, its ``robots.txt``."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Callable

import httpx
from protego import Protego

from analytics.errors import FetchError
from analytics.fetch.manner import AGENT, Manner


class StoppedError(Exception):
    """The user wants no more: what is done stays done."""


class Pacer:
    """Lets requests to a host pass one by one, each ``pause`` after the one before, later where the host says so."""

    def __init__(self, manner: Manner) -> None:
        self._manner, self._lock = manner, threading.Lock()
        self._free: dict[str, float] = defaultdict(float)
        self._pauses: dict[str, float] = {}
        self._stop = threading.Event()

    def stop(self) -> None:
        """Let nothing pass any more."""
        self._stop.set()

    @property
    def is_stopped(self) -> bool:
        """Whether nothing passes any more."""
        return self._stop.is_set()

    def sleep(self, seconds: float) -> None:
        """Wait. Raises StoppedError as soon as the user wants no more."""
        if self._stop.wait(max(0.0, seconds)):
            raise StoppedError

    def wait(self, host: str) -> None:
        """Wait until the host may be asked."""
        with self._lock:
            now = time.monotonic()
            at = max(now, self._free[host])
            self._free[host] = at + self._pause(host)
        self.sleep(at - now)

    def done(self, host: str) -> None:
        """An answer has ended: the pause begins now."""
        with self._lock:
            self._free[host] = max(self._free[host], time.monotonic() + self._pause(host))

    def defer(self, host: str, seconds: float) -> None:
        """The host asks to be left alone for a while."""
        with self._lock:
            self._free[host] = max(self._free[host], time.monotonic() + seconds)

    def slow_down(self, host: str, pause: float) -> None:
        """The host names a longer pause."""
        self._pauses[host] = min(pause, self._manner.longest_wait)

    def _pause(self, host: str) -> float:
        return max(self._manner.pause, self._pauses.get(host, 0.0))


class Robots:
    """The rules of each host, read once. ``load`` gives the text of an address: None where the host has none, and a
    FetchError where it does not answer; then everything is forbidden, as RFC 9309 has it."""

    def __init__(self, load: Callable[[httpx.URL], str | None], pacer: Pacer) -> None:
        self._load, self._pacer = load, pacer
        self._rules: dict[str, Protego | FetchError] = {}
        self._locks: dict[str, threading.Lock] = defaultdict(threading.Lock)

    def judge(self, url: httpx.URL) -> None:
        """Raises FetchError where the host forbids the address."""
        origin = f"{url.scheme}://{url.netloc.decode('ascii')}"
        with self._locks[origin]:
            if origin not in self._rules:
                self._rules[origin] = self._read(httpx.URL(f"{origin}/robots.txt"), url.host)
            rules = self._rules[origin]
        if isinstance(rules, FetchError):
            raise rules
        if not rules.can_fetch(str(url), AGENT):
            raise FetchError("robots_forbid", url=str(url), host=url.host)

    def _read(self, url: httpx.URL, host: str) -> Protego | FetchError:
        try:
            text = self._load(url)
        except FetchError as reason:
            is_judged = reason.key in ("host_not_public", "host_unknown")
            return reason if is_judged else FetchError("robots_away", is_of_the_moment=True, host=host, reason=reason)
        rules = Protego.parse(text or "")
        if pause := rules.crawl_delay(AGENT):
            self._pacer.slow_down(host, float(pause))
        return rules
