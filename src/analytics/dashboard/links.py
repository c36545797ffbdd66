"""Data links: ``/data/rows.csv?m=…&o=…&from=…&to=…`` gives scripts the rows of the Data page.

Parameters are those of the address of that page; ``names`` is keys (as without it), zh or en, ``shape`` long or wide,
``bom=1`` puts a byte order mark before CSV. ``rows.parquet`` gives the same with types, ``rows.xlsx`` a workbook,
``rows.md`` the notes. Rows are written block by block, so that any number may be asked for. The answer names its build,
and an unchanged one is not sent twice (ETag). ``/data/plotly.min.js`` is what ``dashboard.saving`` draws with.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from analytics import extracts
from analytics.dashboard import address
from analytics.dashboard.groups import asked_for
from analytics.errors import CountyScopeError, SelectionError
from analytics.exports.table import KEYS, LONG_SHAPE
from analytics.extracts import Extract, extract
from analytics.frames import selected
from analytics.settings import Settings
from analytics.transforms.peers import members, nearest
from analytics.vocabulary.measures import measures
from analytics.warehouse.publish import current_build_id
from analytics.warehouse.read import Warehouse, open_warehouse
from analytics.words import Language
from analytics.words.render import error

_PLOTLY = str(files("plotly").joinpath("package_data", "plotly.min.js"))
_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "md": "text/markdown; charset=utf-8",
}


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
    tag = f'"{hashlib.sha256(f"{build}?{request.url.path}?{request.url.query}".encode()).hexdigest()[:24]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache", "X-CountyScope-Build": build}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    made = request.path_params["format"]
    try:
        wanted = await run_in_threadpool(_wanted, folder, build, request)
        headers["Content-Disposition"] = f'attachment; filename="countyscope-data.{made}"'
        if request.method == "HEAD":
            answer = Response(media_type=_TYPES[made], headers=headers)
            del answer.headers["content-length"]  # nobody knows it before the rows are written
            return answer
        if made == "csv":
            pieces = extracts.csv(wanted, byte_order_mark=request.query_params.get("bom") == "1")
            return StreamingResponse(pieces, media_type=_TYPES[made], headers=headers)
        file = await run_in_threadpool(_written, wanted, made)
    except CountyScopeError as refusal:
        status = 404 if isinstance(refusal, SelectionError) else 503
        return PlainTextResponse(error(refusal, Language.EN), status)
    return FileResponse(file, media_type=_TYPES[made], headers=headers, background=BackgroundTask(file.unlink))


def _wanted(folder: Path, build: str, request: Request) -> Extract:
    made = request.path_params["format"]
    if made not in _TYPES:
        raise SelectionError("format_unknown", format=made)
    held = _opened(folder, build)
    asked = {name: request.query_params.getlist(name) for name in request.query_params}
    reading = address.read(asked, organs=set(held.organs()["organ_key"]))
    wrong = next((f"{name}={value}" for name, value in reading.unknown), None)
    if wrong:
        raise SelectionError("unknown_parameter", parameter=wrong)
    chosen = reading.selection
    return extract(
        held,
        chosen.measures or [one.key for one in measures()],
        organs=chosen.organs or _of_group(held, chosen.peers),
        years=_years(held, chosen.first, chosen.last),
        only_reports=not chosen.empty_years,
        shape=chosen.shape or LONG_SHAPE,
        names=chosen.names or KEYS,
        link=str(request.url),
        language=chosen.language,
    )


def _of_group(held: Warehouse, key: str | None) -> list[str] | None:
    """Organ keys of a group; None where no group is asked for."""
    organs, asked = held.organs(), asked_for(key)
    placed = organs[organs["organ_id"].isin(held.reports()["organ_id"]) & organs["place_code"].notna()]
    if asked.level and asked.kind is not None and asked.area is not None:
        ids = members(placed, level=asked.level, kind=asked.kind, area=asked.area)
    elif asked.basis and asked.organ in set(placed["organ_key"]):
        own = placed[placed["organ_key"] == asked.organ].iloc[0]
        alike = members(placed, level=own["level"], kind=own["kind"])
        found = nearest(selected(held, [asked.basis]), int(own["organ_id"]), alike, asked.count or 1)
        ids = (int(own["organ_id"]), *(found.organ_ids if found else ()))
    elif asked == asked_for(None):
        return None
    else:
        ids = ()
    if not ids:
        raise SelectionError("unknown_parameter", parameter=f"peers={key}")
    keys = dict(zip(placed["organ_id"], placed["organ_key"], strict=True))
    return [keys[one] for one in ids]


def _written(wanted: Extract, made: str) -> Path:
    """The file on disk, to be sent from there and then removed."""
    with tempfile.NamedTemporaryFile(prefix="countyscope-", suffix=f".{made}", delete=False) as file:
        path = Path(file.name)
        try:
            extracts.write(wanted, made, file)
        except BaseException:
            path.unlink()
            raise
    return path


def _years(held: Warehouse, first: int | None, last: int | None) -> list[int] | None:
    if first is None and last is None:
        return None
    known = held.reports()["year"].dropna()
    low, high = int(known.min()) - 1, int(known.max())
    return list(range(max(first or low, low), min(last or high, high) + 1))


@lru_cache(maxsize=2)
def _opened(folder: Path, build: str) -> Warehouse:
    """One connection a build, as the pages have."""
    return open_warehouse(folder, build or None)
