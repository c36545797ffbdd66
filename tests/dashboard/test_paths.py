"""Paths that are no page: ours, in the reader's language, and never in the way of what the server needs."""

from __future__ import annotations

import asyncio

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Mount

from analytics.dashboard.pages import PAGES
from analytics.dashboard.routes.data_links import list_routes
from analytics.dashboard.routes.paths import list_page_routes


async def _server(scope: object, receive: object, send: object) -> None:
    """What stands behind our routes, as the server's own files do."""
    path = Request(scope).url.path  # type: ignore[arg-type]
    await PlainTextResponse(f"server {path}")(scope, receive, send)  # type: ignore[arg-type]


def get(path: str, query: str = "", **headers: str) -> tuple[int, dict[str, str], str]:
    sent: list[dict[str, object]] = []
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
        "path": path, "raw_path": path.encode(), "root_path": "", "query_string": query.encode(),
        "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
        "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80),
    }  # fmt: skip

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    app = Starlette(routes=[*list_routes(), *list_page_routes(), Mount("/", app=_server)])  # type: ignore[arg-type]
    asyncio.run(app(scope, receive, send))  # type: ignore[arg-type]
    found = {name.decode(): value.decode() for name, value in sent[0]["headers"]}  # type: ignore[attr-defined]
    body = b"".join(bytes(message.get("body", b"")) for message in sent[1:])  # type: ignore[call-overload]
    return int(str(sent[0]["status"])), found, body.decode()


def test_the_overview_opens_under_its_name_with_what_the_address_asks_for() -> None:
    status, headers, _ = get("/overview", "lang=en&aspect=late&o=140830%7Cx")
    assert (status, headers["location"]) == (307, "./?lang=en&aspect=late&o=140830%7Cx")
    assert get("/overview/")[1]["location"] == "../"


@pytest.mark.parametrize(
    ("query", "accepts", "heading"),
    [("", "en-GB,en;q=0.9", "Page not found"), ("lang=zh", "en", "没有这个页面"), ("", "zh-CN", "没有这个页面")],
)
def test_an_unknown_path_is_said_in_the_language_of_the_reader(query: str, accepts: str, heading: str) -> None:
    status, _, body = get("/nosuch", query, accept="text/html", accept_language=accepts)
    assert status == 404 and f"<h1>{heading}</h1>" in body and "<code>/nosuch</code>" in body


def test_an_unknown_path_leads_on_with_what_the_address_asks_for() -> None:
    _, _, body = get("/trend/x", 'lang=en&m="><b>', accept="text/html")
    assert body.count("<li>") == len(PAGES)
    assert 'href="../trends?lang=en&amp;m=' in body and "<b>" not in body
    assert "The other choices in the address" in body and "other choices" not in get("/trend", accept_language="en")[2]


@pytest.mark.parametrize("path", ["/", *(f"/{name}" for name in PAGES if name != "overview"), "/county/"])
def test_pages_are_the_servers(path: str) -> None:
    assert get(path, accept="text/html")[0] == 200


@pytest.mark.parametrize("path", ["/_stcore/health", "/static/js/index.js", "/media/x.png", "/favicon.png", "//x.org"])
def test_what_pages_are_made_of_is_the_servers(path: str) -> None:
    assert get(path, accept="*/*")[2].startswith("server /")


def test_a_page_with_a_dot_is_no_page_either() -> None:
    assert get("/county.html", accept="text/html,*/*;q=0.8")[0] == 404
