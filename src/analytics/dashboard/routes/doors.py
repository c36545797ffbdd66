"""Who may ask this server, and what its pages may load: every request and every answer passes here.

A page of another site that a reader has open can make the browser ask this server, under a name that leads to this
machine (DNS rebinding) or from its own origin. So the Host must be this machine's or named by ``--allow-host``, and an
Origin must be that same host, on pages, on their websocket and below ``/data/`` alike. Answers carry a content policy
that allows our own origin and nothing else. Refuses to know what is asked for.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Collection
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from analytics.dashboard.panels.facsimile import drawer
from analytics.dashboard.routes import evidence_pages
from analytics.dashboard.state.address import Sheet
from analytics.dashboard.state.opening import HISTORY
from analytics.serve import name_of_host
from analytics.words import Language, say

LOCAL = frozenset({"127.0.0.1", "localhost", "[::1]"})
"""Names by which a browser on this machine knows it."""
_POLICY_VIOLATION = 1008
"""The code of a websocket for one that may not come in."""
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"
"""Of files below ``/data/``: they are saved, and show nothing where they are opened in a browser after all."""


class Doors:
    """ASGI middleware. ``named`` are hosts beside this machine's, in lower case; ``frames`` are sites in whose pages a
    chart may stand."""

    def __init__(self, app: ASGIApp, named: Collection[str] = (), frames: Collection[str] = ()) -> None:
        self.app, self.hosts, self.frames = app, LOCAL | frozenset(named), tuple(sorted(frames))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what may come in, refuse the rest; add the headers of every answer."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        host = headers.getlist("host")[0] if len(headers.getlist("host")) == 1 else ""
        if not is_admitted(host, headers.get("origin"), self.hosts):
            await _refuse(scope, receive, send, host)
            return
        policy, always = _choose_headers(scope["path"], host)
        if is_embedded(scope):
            policy, always = _allow_frames(policy, always, self.frames)

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update({**always, "Content-Security-Policy": policy})
            await send(message)

        await self.app(scope, receive, send_with_headers)


def _choose_headers(path: str, host: str) -> tuple[str, dict[str, str]]:
    """The content policy of a path and its other headers: documents as published may stand in a frame of our own."""
    if path.startswith(evidence_pages.PATH):
        return evidence_pages.POLICY, {**ALWAYS, "X-Frame-Options": "SAMEORIGIN"}
    return (DATA_POLICY if path.startswith("/data/") else write_page_policy(host)), ALWAYS


def is_embedded(scope: Scope) -> bool:
    """Whether one chart is asked for that may stand in a page of another site."""
    asked = parse_qs(scope.get("query_string", b"").decode("latin-1"))
    return not scope["path"].startswith((evidence_pages.PATH, "/data/")) and asked.get("sheet") == [Sheet.EMBED]


def _allow_frames(policy: str, always: dict[str, str], frames: Collection[str]) -> tuple[str, dict[str, str]]:
    """The headers of such a chart: in frames of this server and of the sites that were named when it was started."""
    ancestors = " ".join(("'self'", *(f"{host}:*" for host in frames)))
    rest = {name: value for name, value in always.items() if name != "X-Frame-Options"}  # knows no other sites
    return policy.replace("frame-ancestors 'none'", f"frame-ancestors {ancestors}"), rest


def is_admitted(host: str, origin: str | None, hosts: Collection[str]) -> bool:
    """Whether a request may come in: its Host is one of ``hosts`` at any port, its Origin, if it has one, that Host.
    A proxy must hand the Host on as the browser sent it, with its port."""
    if name_of_host(host) not in hosts:
        return False
    return origin is None or (origin.startswith(("http://", "https://")) and urlsplit(origin).netloc == host)


async def _refuse(scope: Scope, receive: Receive, send: Send, host: str) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": _POLICY_VIOLATION, "reason": ""})
        return
    host_name = name_of_host(host) or "?"
    text = "\n".join(say("error.host_refused", language, host=host_name) for language in Language) + "\n"
    await PlainTextResponse(text, 403, headers=ALWAYS)(scope, receive, send)


def write_page_policy(host: str) -> str:
    """What a page may load, run and reach: this server. Styles are written by scripts, so they may stand anywhere;
    scripts that stand in the page itself are named by their digests. ``blob:`` and ``data:`` lead nowhere else: the
    parts of pages, pictures of charts and what is saved are made in the browser."""
    scripts = " ".join(_list_script_digests())
    rules = {
        "default-src": "'none'",
        "script-src": f"'self' {scripts} blob:",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": f"'self' ws://{host} wss://{host} data: blob:",
        "worker-src": "'self' blob:",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-src": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


@cache
def _list_script_digests() -> tuple[str, ...]:
    """Of the scripts within Streamlit's page and of our own."""
    page = (Path(st.__file__).parent / "static" / "index.html").read_text("utf-8")
    return tuple(map(_digest, (*_INLINE_SCRIPT.findall(page), HISTORY, drawer.SCRIPT)))


def _digest(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def parse_hosts(listed: str) -> frozenset[str]:
    """The hosts that the server was started with."""
    return frozenset(host for host in listed.split(",") if host)
