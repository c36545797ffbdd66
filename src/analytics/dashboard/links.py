"""Data links: ``/data/rows.csv?m=…&o=…&from=…&to=…`` gives scripts the rows of the Data page.

Parameters are those of the address of that page; ``names`` is keys (as without it), zh or en, ``bom=1`` puts a byte
order mark before CSV. ``/data/rows.parquet`` gives the same with types. The answer names its build, and an unchanged
one is not sent twice (ETag). ``/data/plotly.min.js`` is what ``dashboard.saving`` draws with.
"""

from __future__ import annotations

import hashlib
import os
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from analytics.dashboard import address
from analytics.errors import CountyScopeError, SelectionError
from analytics.exports.files import as_csv, as_parquet
from analytics.exports.table import KEYS
from analytics.frames import rows
from analytics.settings import Settings
from analytics.vocabulary.measures import measures
from analytics.warehouse.publish import current_build_id
from analytics.warehouse.read import Warehouse
from analytics.words import Language
from analytics.words.render import error

_PLOTLY = str(files("plotly").joinpath("package_data", "plotly.min.js"))
_TYPES = {"csv": "text/csv; charset=utf-8", "parquet": "application/vnd.apache.parquet"}


def routes() -> list[Route]:
    """The routes beside the pages."""
    return [
        Route("/data/rows.{format}", _answer, methods=["GET", "HEAD"]),
        Route("/data/plotly.min.js", _drawing_library, methods=["GET", "HEAD"]),
    ]


async def _drawing_library(_: Request) -> Response:
    """What saves charts in the browser; its address holds its version, so that it may be kept."""
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return FileResponse(_PLOTLY, media_type="text/javascript; charset=utf-8", headers=headers)


async def _answer(request: Request) -> Response:
    folder = Path(os.environ.get("COUNTYSCOPE_WAREHOUSE", str(Settings().warehouse)))
    build = current_build_id(folder) or ""
    tag = f'"{hashlib.sha256(f"{build}?{request.url.query}".encode()).hexdigest()[:24]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache", "X-CountyScope-Build": build}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    try:
        content = await run_in_threadpool(_content, folder, build, request)
    except CountyScopeError as refusal:
        status = 404 if isinstance(refusal, SelectionError) else 503
        return PlainTextResponse(error(refusal, Language.EN), status)
    return Response(content, media_type=_TYPES[request.path_params["format"]], headers=headers)


def _content(folder: Path, build: str, request: Request) -> bytes:
    made = request.path_params["format"]
    if made not in _TYPES:
        raise SelectionError("format_unknown", format=made)
    held = _opened(folder, build)
    asked = {name: request.query_params.getlist(name) for name in request.query_params}
    keys = set(held.organs()["organ_key"])
    reading = address.read(asked, organs=keys)
    wrong = next((f"{name}={value}" for name, value in reading.unknown), None)
    names = request.query_params.get("names", KEYS)
    if wrong or names not in (KEYS, *Language):
        raise SelectionError("unknown_parameter", parameter=wrong or f"names={names}")
    chosen = reading.selection
    found = rows(
        held,
        chosen.measures or [one.key for one in measures()],
        organs=chosen.organs or None,
        years=_years(held, chosen.first, chosen.last),
        only_reports=not chosen.empty_years,
        names=names,
    )
    if made == "csv":
        return as_csv(found, byte_order_mark=request.query_params.get("bom") == "1")
    return as_parquet(found)


def _years(held: Warehouse, first: int | None, last: int | None) -> list[int] | None:
    if first is None and last is None:
        return None
    known = held.reports()["year"].dropna()
    low, high = int(known.min()) - 1, int(known.max())
    return list(range(max(first or low, low), min(last or high, high) + 1))


@lru_cache(maxsize=2)
def _opened(folder: Path, build: str) -> Warehouse:
    """One connection a build, as the pages have."""
    return Warehouse(folder, build or None)
