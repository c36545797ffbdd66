"""Who is let in, and what an answer allows a browser to do."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from typer.testing import CliRunner

from analytics.cli import app
from analytics.dashboard.routes.doors import Doors, is_admitted, parse_hosts, write_page_policy
from analytics.serve import name_of_host

pytestmark = pytest.mark.fault

HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]", "data.example.cn"})


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("127.0.0.1:8501", None),
        ("localhost:8501", "http://localhost:8501"),
        ("LOCALHOST:8501", None),
        ("[::1]:8501", "http://[::1]:8501"),
        ("data.example.cn", "https://data.example.cn"),
        ("data.example.cn.", None),
        ("data.example.cn:8443", "https://data.example.cn:8443"),
    ],
)
def test_this_machine_and_named_hosts_are_let_in(host: str, origin: str | None) -> None:
    assert is_admitted(host, origin, HOSTS)


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("rebound.example:8501", None),
        ("rebound.example:8501", "http://rebound.example:8501"),
        ("127.0.0.1.rebound.example", None),
        ("127.0.0.1:8501", "http://rebound.example"),
        ("127.0.0.1:8501", "http://127.0.0.1:9999"),
        ("127.0.0.1:8501", "null"),
        ("127.0.0.1:8501", "file://127.0.0.1:8501"),
        ("127.0.0.1:8501", "http://127.0.0.1:8501@rebound.example"),
        ("data.example.cn", "https://other.example.cn"),
        ("127.0.0.1:8501, rebound.example", None),
        ("user@127.0.0.1", None),
        ("127.0.0.1/x", None),
        ("127.0.0.1:port", None),
        ("", None),
    ],
)
def test_other_names_and_other_origins_are_refused(host: str, origin: str | None) -> None:
    assert not is_admitted(host, origin, HOSTS)


async def _inner(scope: Any, receive: Any, send: Any) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        return
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": b"in"})


def answer_to(kind: str, path: str, *headers: tuple[str, str]) -> list[dict[str, Any]]:
    """What is sent in answer to one request."""
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b""}

    async def send(message: Any) -> None:
        sent.append(message)

    pairs = [(name.encode(), value.encode()) for name, value in headers]
    scope = {"type": kind, "method": "GET", "path": path, "headers": pairs, "query_string": b""}
    asyncio.run(Doors(_inner)(scope, receive, send))
    return sent


HERE = ("host", "127.0.0.1:8501")


@pytest.mark.parametrize("path", ["/", "/county", "/_stcore/health", "/data/rows.csv", "/nothing"])
def test_every_path_is_guarded_and_dressed(path: str) -> None:
    start, body = answer_to("http", path, HERE)
    headers = dict(start["headers"])
    assert body["body"] == b"in"
    assert headers[b"x-content-type-options"] == b"nosniff"
    assert headers[b"x-frame-options"] == b"DENY"
    assert headers[b"referrer-policy"] == b"same-origin"
    assert b"frame-ancestors 'none'" in headers[b"content-security-policy"]
    for strange in ([("host", "rebound.example")], [HERE, ("origin", "http://rebound.example")]):
        start, body = answer_to("http", path, *strange)
        assert start["status"] == 403 and b"--allow-host" in body["body"]
        assert dict(start["headers"])[b"x-content-type-options"] == b"nosniff"


def test_a_refusal_repeats_no_markup() -> None:
    start, body = answer_to("http", "/", ("host", "<b>x</b>"))
    assert start["status"] == 403 and b"<b>" not in body["body"]


@pytest.mark.parametrize(
    ("headers", "is_in"),
    [
        ([HERE, ("origin", "http://127.0.0.1:8501")], True),
        ([("host", "rebound.example:8501"), ("origin", "http://rebound.example:8501")], False),
        ([HERE, ("origin", "http://rebound.example")], False),
        ([HERE, ("host", "rebound.example")], False),
        ([], False),
    ],
)
def test_the_websocket_is_guarded(headers: list[tuple[str, str]], is_in: bool) -> None:
    (first, *_) = answer_to("websocket", "/_stcore/stream", *headers)
    assert first["type"] == ("websocket.accept" if is_in else "websocket.close")


def test_the_policy_names_no_origin_but_our_own() -> None:
    policy = write_page_policy("127.0.0.1:8501")
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    allowed = {"'self'", "'none'", "data:", "blob:", "ws://127.0.0.1:8501", "wss://127.0.0.1:8501"}
    for name, values in rules.items():
        extra = {source for source in values.split() if source not in allowed}
        if name == "style-src":
            assert extra == {"'unsafe-inline'"}
        elif name == "script-src":
            # Neither unsafe-inline nor unsafe-eval.
            assert extra and all(source.startswith("'sha256-") for source in extra)
        else:
            assert not extra
    assert rules["default-src"] == "'none'"


def answered(path: str, query: bytes, frames: frozenset[str]) -> dict[str, str]:
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "path": path, "query_string": query, "headers": [(b"host", b"127.0.0.1:8501")]}
    asyncio.run(Doors(_inner, frames=frames)(scope, None, send))  # type: ignore[arg-type]
    return {name.decode(): value.decode() for name, value in sent[0]["headers"]}


def test_one_chart_alone_may_stand_in_pages_of_named_sites_and_nothing_else_may() -> None:
    sites = frozenset({"news.example.cn"})
    alone = answered("/trends", b"m=requests_new&sheet=embed&only=trends", sites)
    assert "frame-ancestors 'self' news.example.cn:*" in alone["content-security-policy"]
    assert "x-frame-options" not in alone
    unnamed = answered("/trends", b"sheet=embed&only=trends", frozenset())
    assert "frame-ancestors 'self';" in f"{unnamed['content-security-policy']};"
    for path, query in (("/trends", b"m=requests_new"), ("/trends", b"sheet=print"), ("/data/rows.csv", b"sheet=embed"),
                        ("/trends", b"sheet=embed&sheet=print")):  # fmt: skip
        whole = answered(path, query, sites)
        assert "news.example.cn" not in whole["content-security-policy"] and whole["x-frame-options"] == "DENY"


def test_hosts_are_named_one_by_one() -> None:
    assert parse_hosts("") == frozenset()
    assert parse_hosts("data.example.cn,10.0.0.5") == {"data.example.cn", "10.0.0.5"}
    assert name_of_host("Data.Example.CN:443") == "data.example.cn"


@pytest.mark.parametrize("host", ["http://data.example.cn", "data.example.cn:80", "*", "a b", ""])
def test_what_is_no_name_is_said_before_the_server_starts(host: str) -> None:
    answer = CliRunner().invoke(app, ["serve", "--allow-host", host, "--language", "en"])
    assert answer.exit_code == 2 and "is not a host name" in answer.output
