"""A county's web site on this machine, which answers as a test tells it to, and counts how often it was asked."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import monotonic

from conftest import ROOT

REPORT = (ROOT / "data/raw/transcribed/淮安市洪泽区人民政府_2023.html").read_bytes()
"""A page with the whole form."""
Reply = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers by the path; what a path is not told is not found."""

    protocol_version = "HTTP/1.1"
    server: Site

    def do_GET(self) -> None:
        site = self.server
        site.request_times[self.path].append(monotonic())
        site.headers[self.path].append({key.lower(): value for key, value in self.headers.items()})
        reply = site.replies.get(self.path)
        try:
            reply(self) if reply else self.answer(b"not here", status=404)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def answer(
        self, body: bytes, *, status: int = 200, head: dict[str, str] | None = None, length: int | None = None
    ) -> None:
        self.send_response(status)
        for key, value in (head or {}).items():
            self._headers_buffer.append(
                f"{key}: ".encode("latin-1") + value.encode("utf-8", "surrogateescape") + b"\r\n"
            )
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nobody reads it."""


class Site(ThreadingHTTPServer):
    """The site; ``replies`` by path, ``asked`` with the times of each request, ``headers`` with theirs."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.replies: dict[str, Reply] = {}
        self.request_times: defaultdict[str, list[float]] = defaultdict(list)
        self.headers: defaultdict[str, list[dict[str, str]]] = defaultdict(list)

    def url(self, path: str, host: str = "county.test") -> str:
        return f"http://{host}:{self.server_port}{path}"

    def give(self, path: str, *bodies: bytes, status: int = 200, length: int | None = None, **head: str) -> None:
        """Answer with each body in turn, with the last one for ever. ``content_type`` becomes Content-Type."""
        names = {key.replace("_", "-").title(): value for key, value in head.items()}

        def reply(handler: Handler) -> None:
            at = min(len(self.request_times[path]), len(bodies)) - 1
            handler.answer(bodies[at], status=status, head=names, length=length)

        self.replies[path] = reply


@contextmanager
def serve_site() -> Iterator[Site]:
    site = Site()
    thread = threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.shutdown()
        site.server_close()


def resolve_here(host: str, port: int) -> list[str]:
    """Every name is this machine, as on a site that a county runs; numbers are themselves."""
    return [host] if host.replace(".", "").isdecimal() else ["127.0.0.1"]
