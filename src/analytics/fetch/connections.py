"""Connections that go where they were judged to go: a host is resolved once, and the machine that was judged is the one
connected to, so that a name cannot change its meaning in between. Every read ends by the deadline of its request."""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Callable, Collection, Iterable
from typing import Any

import httpcore
import httpx

from analytics.fetch.addresses import Resolver, list_machines
from analytics.fetch.politeness import StoppedError

_SLICE = 0.5
"""Seconds of silence after which a read looks whether it is still wanted."""


class Deadline(threading.local):
    """When the request of this thread must be done, on the monotonic clock; ``is_stopped`` says that none is wanted."""

    def __init__(self, is_stopped: Callable[[], bool]) -> None:
        self.is_stopped = is_stopped
        self.at = float("inf")

    def start(self, seconds: float) -> None:
        """A request begins."""
        self.at = time.monotonic() + seconds

    def cut(self, timeout: float | None) -> float:
        """The timeout, or what is left where that is less."""
        left = self.at - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("deadline")
        return left if timeout is None else min(timeout, left)

    @property
    def is_over(self) -> bool:
        """Whether nothing is left."""
        return time.monotonic() >= self.at


class _TimedStream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        end = time.monotonic() + self._deadline.cut(timeout)
        while True:
            try:
                return self._stream.read(max_bytes, max(0.01, min(_SLICE, end - time.monotonic())))
            except httpcore.ReadTimeout:
                if self._deadline.is_stopped():
                    raise StoppedError from None
                if time.monotonic() >= end:
                    raise

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.cut(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        cut = self._deadline.cut(timeout)
        return _TimedStream(self._stream.start_tls(ssl_context, server_hostname, cut), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _JudgedBackend(httpcore.NetworkBackend):
    def __init__(self, allowed: Collection[str], resolver: Resolver, deadline: Deadline) -> None:
        self._allowed, self._resolver, self._deadline = allowed, resolver, deadline
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        machines = list_machines(host, port, allowed=self._allowed, resolver=self._resolver)
        for number, machine in enumerate(machines, start=1):
            try:
                cut = self._deadline.cut(timeout)
                stream = self._plain.connect_tcp(machine, port, cut, local_address, socket_options)
                return _TimedStream(stream, self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if number == len(machines):
                    raise
        raise httpcore.ConnectError(host)


class JudgedTransport(httpx.HTTPTransport):
    """HTTP over judged connections, each used once. Certificates are checked against the host's name, as ever."""

    def __init__(self, allowed: Collection[str], resolver: Resolver, deadline: Deadline) -> None:
        context = httpx.create_ssl_context(trust_env=False)
        super().__init__(verify=context, trust_env=False)
        self._pool.close()
        self._pool = httpcore.ConnectionPool(
            ssl_context=context,
            max_keepalive_connections=0,  # a judgement holds for the one request it was made for
            network_backend=_JudgedBackend(allowed, resolver, deadline),
        )
