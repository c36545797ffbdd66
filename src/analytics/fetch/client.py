"""One address → its answer: each redirection judged, faults of the moment tried again, the body within bounds."""

from __future__ import annotations

import ssl
import time
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from importlib.metadata import version
from typing import NamedTuple, Self

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt, wait_random_exponential

from analytics.errors import FetchError
from analytics.fetch.addresses import Resolver, read_address
from analytics.fetch.connections import Deadline, JudgedTransport
from analytics.fetch.manner import AGENT, Manner
from analytics.fetch.politeness import Pacer, Robots
from analytics.fetch.unpacking import ACCEPTED, gather

_MOVED = frozenset({301, 302, 303, 307, 308})
_OF_THE_MOMENT = frozenset({408, 425, 429, 500, 502, 503, 504})
_ROBOTS_BYTES = 512 * 1024
"""RFC 9309 asks for at least 500 KiB."""


class Answer(NamedTuple):
    """What an address gave. ``url`` is where it was found at last; ``is_unchanged`` says that it is what we have."""

    url: httpx.URL
    content: bytes
    headers: httpx.Headers
    is_unchanged: bool = False


class Client:
    """Asks for addresses, for several threads at once. Use it with ``with``."""

    def __init__(
        self, manner: Manner, pacer: Pacer, *, limit: int, allowed: Collection[str], resolver: Resolver
    ) -> None:
        self._manner, self._pacer, self._limit = manner, pacer, limit
        self._deadline = Deadline(lambda: pacer.is_stopped)
        self._http = httpx.Client(
            transport=JudgedTransport(allowed, resolver, self._deadline),
            timeout=httpx.Timeout(manner.read, connect=manner.connect),
            headers={
                "User-Agent": f"{AGENT}/{version('countyscope')} (reads published annual reports)",
                "Accept-Encoding": ACCEPTED,
                "Accept-Language": "zh-CN,zh;q=0.9,en;q=0.5",
            },
            trust_env=False,
        )
        self._robots = Robots(self._load_robots, pacer)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def ask(self, url: httpx.URL, conditions: Mapping[str, str] | None = None) -> Answer:
        """The answer of an address; ``conditions`` are headers (If-None-Match, If-Modified-Since) of what is there
        already. Raises FetchError with what is wrong, after as many attempts as the manner has."""
        return self._try(url, conditions or {}, limit=self._limit, is_judged=True)

    def _load_robots(self, url: httpx.URL) -> str | None:
        try:
            found = self._try(url, {}, limit=_ROBOTS_BYTES, is_judged=False)
        except FetchError as reason:
            status = reason.operands.get("status")
            if reason.key == "answer_refused" and isinstance(status, int) and status < HTTPStatus.INTERNAL_SERVER_ERROR:
                return None
            raise
        return found.content.decode("utf-8", errors="replace")

    def _try(self, url: httpx.URL, conditions: Mapping[str, str], *, limit: int, is_judged: bool) -> Answer:
        retrying = Retrying(
            retry=retry_if_exception(self._is_worth_another),
            stop=stop_after_attempt(self._manner.attempts),
            wait=self._choose_wait,
            sleep=self._pacer.sleep,
            reraise=True,
        )
        return retrying(self._follow, url, conditions, limit=limit, is_judged=is_judged)

    def _is_worth_another(self, reason: BaseException) -> bool:
        if not isinstance(reason, FetchError) or not reason.is_of_the_moment or reason.key == "robots_away":
            return False
        return (reason.seconds or 0.0) <= self._manner.longest_wait

    def _choose_wait(self, state: RetryCallState) -> float:
        reason = state.outcome.exception() if state.outcome else None
        named = reason.seconds if isinstance(reason, FetchError) else None
        if named is not None:
            return named
        return wait_random_exponential(multiplier=self._manner.first_wait, max=self._manner.longest_wait)(state)

    def _follow(self, url: httpx.URL, conditions: Mapping[str, str], *, limit: int, is_judged: bool) -> Answer:
        first = str(url)
        for _ in range(self._manner.redirects + 1):
            if is_judged:
                self._robots.judge(url)
            found = self._ask_once(url, conditions, limit)
            if isinstance(found, Answer):
                return found
            url = found
        raise FetchError("redirects_endless", url=first, count=self._manner.redirects)

    def _ask_once(self, url: httpx.URL, conditions: Mapping[str, str], limit: int) -> Answer | httpx.URL:
        """The answer, or where it is to be found."""
        host = url.host
        self._pacer.wait(host)
        self._deadline.start(self._manner.whole)
        try:
            with self._http.stream("GET", url, headers=dict(conditions)) as response:
                if response.status_code in _MOVED and "location" in response.headers:
                    return read_address(response.headers["location"], url)
                if response.status_code == HTTPStatus.NOT_MODIFIED and conditions:
                    return Answer(url, b"", response.headers, is_unchanged=True)
                self._refuse_status(response, host)
                encoding = response.headers.get("content-encoding", "")
                content = gather(response.iter_raw(), encoding=encoding, url=str(url), limit=limit)
                return Answer(url, content, response.headers)
        except httpx.HTTPError as reason:
            raise self._explain(reason, url) from reason
        finally:
            self._pacer.done(host)

    def _refuse_status(self, response: httpx.Response, host: str) -> None:
        status = response.status_code
        if status == HTTPStatus.OK:
            return
        url = str(response.url)
        if status not in _OF_THE_MOMENT:
            raise FetchError("answer_refused", url=url, status=status)
        seconds = read_patience(response.headers.get("retry-after", ""))
        if seconds is not None:
            self._pacer.defer(host, min(seconds, self._manner.longest_wait))
        raise FetchError("answer_busy", is_of_the_moment=True, seconds=seconds, url=url, status=status)

    def _explain(self, reason: httpx.HTTPError, url: httpx.URL) -> FetchError:
        if self._deadline.is_over:
            return FetchError("answer_slow", is_of_the_moment=False, url=str(url), seconds_allowed=self._manner.whole)
        if isinstance(reason, httpx.TimeoutException):
            return FetchError("answer_silent", is_of_the_moment=True, url=str(url))
        if isinstance(reason, httpx.RemoteProtocolError):
            return FetchError("answer_cut", is_of_the_moment=True, url=str(url))
        if isinstance(_find_cause(reason), ssl.SSLCertVerificationError):
            return FetchError("certificate_wrong", url=str(url), host=url.host)
        return FetchError("host_away", is_of_the_moment=True, url=str(url), reason=" ".join(str(reason).split()))


def _find_cause(reason: BaseException) -> BaseException:
    """The first of the errors that led to one another."""
    while (before := reason.__cause__ or reason.__context__) is not None:
        reason = before
    return reason


def read_patience(text: str) -> float | None:
    """Seconds that a ``Retry-After`` asks for, as a number or a date; None where it says neither."""
    if text.strip().isdecimal():
        return float(text)
    try:
        until = parsedate_to_datetime(text)
    except ValueError:
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, (until - datetime.fromtimestamp(time.time(), UTC)).total_seconds())
