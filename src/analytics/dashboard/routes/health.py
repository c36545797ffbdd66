"""Whether this process runs, and whether it can answer: for what watches it or shares visitors out among several.

``/health/live`` answers as long as the process does. ``/health/ready`` answers 200 with the build that pages show, and
503 with the key of the reason where there is none that
pages could show. Both are JSON for programs; nothing in them is for readers.
"""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from analytics.dashboard.state.open_builds import find_folder, open_build
from analytics.errors import WarehouseError
from analytics.warehouse.builds.publish import find_usable_build_id

PATH = "/health/"
_FRESH = {"Cache-Control": "no-store"}


def list_health_routes() -> list[Route]:
    """The two addresses."""
    return [
        Route(f"{PATH}live", _say_live, methods=["GET", "HEAD"]),
        Route(f"{PATH}ready", _say_ready, methods=["GET", "HEAD"]),
    ]


async def _say_live(_: Request) -> Response:
    return JSONResponse({"status": "live"}, headers=_FRESH)


async def _say_ready(_: Request) -> Response:
    try:
        build_id = await run_in_threadpool(_open_current)
    except WarehouseError as reason:
        return JSONResponse({"status": "not ready", "reason": reason.key}, 503, headers=_FRESH)
    return JSONResponse({"status": "ready", "build": build_id}, headers=_FRESH)


def _open_current() -> str:
    """Id of the build that pages show now, opened as the next page will. WarehouseError where no page could show
    any."""
    folder = find_folder()
    build_id = find_usable_build_id(folder)
    if build_id is None:
        raise WarehouseError("no_build", warehouse=str(folder))
    open_build(folder, build_id)
    return build_id
