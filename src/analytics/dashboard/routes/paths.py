"""Which paths are pages, and what stands at all others: a page of ours that leads on, never the server's own dialog.

The Overview is the root; ``/overview``, which saved views name, leads there. Refuses to know what the pages show.
"""

from __future__ import annotations

from typing import Any

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Match, Route

from analytics.dashboard.markup import render
from analytics.dashboard.pages import PAGES
from analytics.dashboard.routes.languages import find_language
from analytics.words import say

_NOT_PAGES = ("_stcore", "static", "media", "component")
"""First parts of the paths under which the server keeps what pages are made of. Its other files have a dot, and are
not asked for as a page is."""
_STYLE = """
body {margin: 0; background: #fff; color: #1f2933; line-height: 1.6;
  font-family: 'Source Han Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', 'Segoe UI', sans-serif}
main {max-width: 44rem; margin: 0 auto; padding: 4rem 1.5rem}
header {color: #55636f; font-weight: 650} h1 {font-size: 1.9rem; line-height: 1.3; margin: .4rem 0 1rem}
code {background: #f5f7f9; border: 1px solid #dfe4e8; border-radius: 4px; padding: .1rem .35rem;
  overflow-wrap: anywhere}
ul {list-style: none; margin: 1.5rem 0; padding: 0; display: grid; gap: .5rem;
  grid-template-columns: repeat(auto-fill, minmax(8rem, 1fr))}
li a {display: block; padding: .55rem .8rem; border: 1px solid #dfe4e8; border-radius: 4px; text-decoration: none}
a {color: #1f4e79} li a:hover, li a:focus-visible {background: #f5f7f9; border-color: #1f4e79}
"""


def list_page_routes() -> list[BaseRoute]:
    """Routes for the paths that are no page. They stand behind those of files and data."""
    return [
        Route("/overview", _send_to_root, methods=["GET", "HEAD"]),
        Route("/overview/", _send_to_root, methods=["GET", "HEAD"]),
        _Unknown("/{path:path}", _show_unknown_page, methods=["GET", "HEAD"]),
    ]


class _Unknown(Route):
    """Matches what asks for a page that there is not; the rest is the server's."""

    def matches(self, scope: Any) -> tuple[Match, Any]:
        is_ours = scope["type"] == "http" and _is_unknown(scope["path"], _read_accepted(scope))
        return super().matches(scope) if is_ours else (Match.NONE, {})


def _is_unknown(path: str, accepted: str) -> bool:
    parts = path.strip("/").split("/")
    is_page = len(parts) == 1 and (parts[0] in PAGES or not parts[0])
    is_file = parts[0] in _NOT_PAGES or ("." in parts[-1] and "text/html" not in accepted)
    is_unsafe = path.startswith("//")  # the server refuses it
    return not (is_page or is_file or is_unsafe)


def _read_accepted(scope: Any) -> str:
    return next((value.decode("latin-1") for name, value in scope["headers"] if name == b"accept"), "")


async def _send_to_root(request: Request) -> Response:
    """With all that the address asks for; the way back is relative, so that it holds behind a proxy as well."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{_find_way_up(request)}{query}", 307, headers={"Cache-Control": "no-cache"})


async def _show_unknown_page(request: Request) -> Response:
    language = find_language(request)
    query, up = f"?{request.url.query}" if request.url.query else "", _find_way_up(request)
    root, *_ = PAGES
    before, behind = say("paths.unknown", language, path="\0").split("\0")
    text = render(
        "unknown_page.html",
        language=language,
        title=say("paths.title", language),
        style=Markup(_STYLE),
        before=before,
        path=request.url.path,
        behind=behind,
        pages=[(say(f"{page}.title", language), f"{up}{'' if page == root else page}{query}") for page in PAGES],
        kept=say("paths.kept", language) if query else "",
    )
    return HTMLResponse(text, 404, headers={"Cache-Control": "no-cache", "Vary": "Accept-Language"})


def _find_way_up(request: Request) -> str:
    return "../" * (request.url.path.count("/") - 1) or "./"
