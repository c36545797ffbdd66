"""Data links: ``/data/rows.csv?m=…&o=…&from=…&to=…`` gives scripts the rows of the Data page.

Parameters are those of the address of that page that choose rows, and none but those: what has no effect is refused,
since nobody looks at the answer of a script. ``names`` is keys (as without it), zh or en, ``shape`` long, wide or
years, ``bom=1`` puts a byte order mark before CSV. ``rows.parquet`` gives the same with types, ``rows.xlsx`` a
workbook, ``rows.md`` the notes. Rows are written block by block, so that any number may be asked for. The answer
names its build, and an unchanged one is not sent twice (ETag). ``/data/plotly.min.js`` is what
``dashboard.panels.chart_files`` draws with.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Mapping
from importlib.resources import files
from itertools import chain
from pathlib import Path

from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from analytics.dashboard.choosers.groups import find_near_organs
from analytics.dashboard.state import address
from analytics.dashboard.state.address import DATA_LINK_PARAMETERS, Selection
from analytics.dashboard.state.group_keys import OWN, GroupKey, SizeKey, write_group_key
from analytics.dashboard.state.open_build import OpenBuild
from analytics.dashboard.state.open_builds import open_build
from analytics.errors import CountyScopeError, SelectionError, WarehouseError
from analytics.exports.formats import FileFormat, find_format
from analytics.exports.table import KEYS, LONG_SHAPE
from analytics.query import extracts
from analytics.query.extracts import Extract, extract
from analytics.query.frames import select_changes
from analytics.settings import Settings
from analytics.transforms.groups.peers import AreaKey, select_members
from analytics.vocabulary.measures import list_measures
from analytics.warehouse.builds.manifest import Condition, estimate_condition
from analytics.warehouse.builds.publish import find_builds_folder, find_current_build_id, find_database_path
from analytics.words import Language
from analytics.words.render import write_error

_PLOTLY = str(files("plotly").joinpath("package_data", "plotly.min.js"))


def list_routes() -> list[Route]:
    """The routes beside the pages."""
    return [
        Route("/data/rows.{format}", _send_rows, methods=["GET", "HEAD"]),
        Route("/data/plotly.min.js", _send_drawing_library, methods=["GET", "HEAD"]),
        Route("/data/{name}", _refuse_path, methods=["GET", "HEAD"]),
        Route("/data/{name}/{rest:path}", _refuse_path, methods=["GET", "HEAD"]),
    ]


async def _send_drawing_library(_: Request) -> Response:
    """What saves charts in the browser; its address holds its version, so that it may be kept."""
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return FileResponse(_PLOTLY, media_type="text/javascript; charset=utf-8", headers=headers)


async def _refuse_path(request: Request) -> Response:
    """A script that asks for what is not there must not be given a page as if it were data."""
    return _write_refusal(SelectionError("data_path", path=request.url.path, known=tuple(FileFormat)), request)


def _write_refusal(refusal: CountyScopeError, request: Request) -> Response:
    """The sentence in the language asked for, else that of the names."""
    requested = (request.query_params.get(name) for name in ("lang", "names"))
    language = next((Language(code) for code in requested if code in set(Language)), Language.EN)
    return PlainTextResponse(write_error(refusal, language), _find_status(refusal))


async def _send_rows(request: Request) -> Response:
    folder = Path(os.environ.get("COUNTYSCOPE_WAREHOUSE", str(Settings().warehouse)))
    try:
        build = await run_in_threadpool(_find_sound_build, folder)
    except WarehouseError as refusal:
        return _write_refusal(refusal, request)
    tag = f'"{hashlib.sha256(f"{build}?{request.url.path}?{request.url.query}".encode()).hexdigest()[:24]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache", "X-CountyScope-Build": build}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    try:
        file_format = find_format(request.path_params["format"])
        requested = await run_in_threadpool(_make_extract, folder, build, request)
        headers["Content-Disposition"] = f'attachment; filename="countyscope-data.{file_format}"'
        if request.method == "HEAD":
            answer = Response(media_type=file_format.media_type, headers=headers)
            del answer.headers["content-length"]  # nobody knows it before the rows are written
            return answer
        if file_format is FileFormat.CSV:
            pieces = extracts.render_csv(requested, byte_order_mark=request.query_params.get("bom") == "1")
            first = await run_in_threadpool(next, pieces, b"")  # what cannot be read is said before anything is sent
            return StreamingResponse(chain([first], pieces), media_type=file_format.media_type, headers=headers)
        file = await run_in_threadpool(_write_file, requested, file_format)
    except CountyScopeError as refusal:
        return _write_refusal(refusal, request)
    return FileResponse(
        file, media_type=file_format.media_type, headers=headers, background=BackgroundTask(file.unlink)
    )


def _find_sound_build(folder: Path) -> str:
    """The current build; empty where there is none. A script is given no other build than it takes this one for:
    WarehouseError where it is damaged."""
    build = find_current_build_id(folder)
    if build is not None:
        find_database_path(folder, build)
        if estimate_condition(find_builds_folder(folder) / build) is Condition.DAMAGED:
            raise WarehouseError("build_damaged", warehouse=str(folder), build=build)
    return build or ""


def _find_status(refusal: CountyScopeError) -> int:
    """Nothing stands at this path; the parameters are wrong; there are no data."""
    if isinstance(refusal, SelectionError):
        return 404 if refusal.key in ("format_unknown", "data_path") else 400
    return 503


def _make_extract(folder: Path, build_id: str, request: Request) -> Extract:
    build = open_build(folder, build_id)
    chosen = _read({name: request.query_params.getlist(name) for name in request.query_params}, build)
    return extract(
        build.warehouse,
        chosen.measures or [measure.key for measure in list_measures()],
        organs=chosen.organs or _find_group_organs(build, chosen.peers),
        years=_find_years(build, chosen.first, chosen.last),
        only_reports=not chosen.empty_years,
        shape=chosen.shape or LONG_SHAPE,
        names=chosen.names or KEYS,
        link=str(request.url),
        language=chosen.language,
    )


def _read(parameters: Mapping[str, list[str]], build: OpenBuild) -> Selection:
    """What is asked for. SelectionError for the first thing that is not understood."""
    for name, values in parameters.items():
        if name not in DATA_LINK_PARAMETERS:
            raise SelectionError("data_parameter", parameter=f"{name}={values[0]}", known=DATA_LINK_PARAMETERS)
        if "" in values:
            raise SelectionError("data_empty", parameter=name)
    others = {name: values for name, values in parameters.items() if name != "bom"}
    reading = address.read(others, organs=set(build.organs["organ_key"]))
    marks = [("bom", value) for value in parameters.get("bom", ()) if value != "1"]
    for name, value in (*reading.unknown, *marks):
        raise SelectionError("unknown_parameter", parameter=f"{name}={value}")
    if reading.backwards:
        first, last = reading.backwards
        raise SelectionError("years_backwards", first=first, last=last)
    linked_build = reading.selection.build
    if linked_build and linked_build != build.warehouse.build_id:
        raise SelectionError("build_other", build=linked_build, now=build.warehouse.build_id)
    return reading.selection


def _find_group_organs(build: OpenBuild, key: GroupKey | None) -> list[str] | None:
    """Organ keys of a group; None where no group is asked for."""
    if key is None or key == OWN:
        return None
    ids: tuple[int, ...] = ()
    if isinstance(key, AreaKey):
        ids = select_members(build.placed, level=key.level, kind=key.kind, area=key.area)
    elif isinstance(key, SizeKey) and key.organ in set(build.placed["organ_key"]):
        organ_row = build.find_row(key.organ)
        found = find_near_organs(build, organ_row, select_changes(build.warehouse, [key.basis]), key.count)
        ids = (int(organ_row["organ_id"]), *(found.organ_ids if found else ()))
    if not ids:
        raise SelectionError("unknown_parameter", parameter=f"peers={write_group_key(key)}")
    keys = dict(zip(build.placed["organ_id"], build.placed["organ_key"], strict=True))
    return [keys[organ_id] for organ_id in ids]


def _write_file(requested: Extract, file_format: FileFormat) -> Path:
    """The file on disk, to be sent from there and then removed."""
    with tempfile.NamedTemporaryFile(prefix="countyscope-", suffix=f".{file_format}", delete=False) as file:
        path = Path(file.name)
        try:
            extracts.write(requested, file_format, file)
        except OSError as reason:  # a full disk above all
            path.unlink()
            raise WarehouseError("not_writable", file=str(path), reason=reason.strerror or str(reason)) from reason
        except BaseException:
            path.unlink()
            raise
    return path


def _find_years(build: OpenBuild, first: int | None, last: int | None) -> list[int] | None:
    """The years of the collection from the first to the last; either may lie outside it, but not both on one side."""
    if (first is None and last is None) or not build.years:
        return None
    low, high = build.span[0], build.span[-1]
    years = range(max(first or low, low), min(last or high, high) + 1)
    if not years:
        bounds = "&".join(f"{name}={year}" for name, year in (("from", first), ("to", last)) if year)
        raise SelectionError("years_outside", asked=bounds, low=low, high=high)
    return list(years)
