"""Documents as published: ``/evidence/BUILD/REPORT?cell=…`` is the page, below it its pictures and the file itself.

Every answer rests on the bytes as they are now: a document that changed since it was read is refused. The page may
stand in a frame of ours; it loads pictures of this server and runs nothing.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from analytics.charts.parts.points import Quote
from analytics.dashboard.panels.facsimile.facts import ReportFacts, gather_facts
from analytics.dashboard.panels.facsimile.marks import Marks, mark_facts
from analytics.dashboard.panels.facsimile.page import choose_cells, render_page
from analytics.dashboard.panels.facsimile.view import Choice
from analytics.dashboard.routes.languages import find_language
from analytics.dashboard.state import data
from analytics.dashboard.state.facsimiles import load_facsimile, load_picture, read_files
from analytics.dashboard.state.open_builds import find_folder, keep_with_build
from analytics.documents.facsimile.model import Picture
from analytics.errors import CountyScopeError, SelectionError
from analytics.warehouse.builds.publish import find_usable_build_id
from analytics.words.render import write_error

PATH = "/evidence/"
POLICY = (
    "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'; sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads"
)
"""Of everything below :data:`PATH`. Without ``allow-scripts`` nothing runs, whatever stands in a document."""


def list_evidence_routes() -> list[Route]:
    """The routes of documents as published."""
    methods = ["GET", "HEAD"]
    return [
        Route(PATH + "{build}/{report:int}", _show_page, methods=methods),
        Route(PATH + "{build}/{report:int}/page/{page:int}", _send_picture, methods=methods),
        Route(PATH + "{build}/{report:int}/file", _send_file, methods=methods),
    ]


async def _show_page(request: Request) -> Response:
    try:
        page = await run_in_threadpool(_render, request)
    except CountyScopeError as refusal:
        return _refuse(refusal, request)
    return HTMLResponse(page, headers={"Cache-Control": "no-cache"})


async def _send_picture(request: Request) -> Response:
    try:
        picture = await run_in_threadpool(_load_picture, request)
    except CountyScopeError as refusal:
        return _refuse(refusal, request)
    headers = {"Cache-Control": "private, max-age=86400, immutable"}  # the address names the build, and so its hash
    return Response(picture.data, media_type=picture.media_type, headers=headers)


async def _send_file(request: Request) -> Response:
    try:
        facts = await run_in_threadpool(_gather_facts, request)
        files = await run_in_threadpool(read_files, facts.file, facts.pages, facts.sha256)
    except CountyScopeError as refusal:
        return _refuse(refusal, request)
    number = min(max(int(page) if (page := request.query_params.get("page", "1")).isdecimal() else 1, 1), len(files))
    name = PurePosixPath((facts.pages or (facts.file,))[number - 1]).name
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}", "Cache-Control": "no-cache"}
    return Response(files[number - 1], media_type="application/octet-stream", headers=headers)


def _refuse(refusal: CountyScopeError, request: Request) -> Response:
    status = 404 if isinstance(refusal, SelectionError) else 409
    return PlainTextResponse(
        write_error(refusal, find_language(request)), status, headers={"Cache-Control": "no-cache"}
    )


def _gather_facts(request: Request) -> ReportFacts:
    """The report that is asked for, of a build that can be opened. SelectionError where there is none."""
    build = request.path_params["build"]
    if build != find_usable_build_id(find_folder()):
        raise SelectionError("no_evidence", report=request.path_params["report"], cell=f"({build})")
    return gather_report(build, request.path_params["report"])


@keep_with_build(64)
def gather_report(build_id: str, report_id: int) -> ReportFacts:
    """The facts of a report, kept with its build."""
    return gather_facts(data.get_open_build(build_id), report_id)


def _render(request: Request) -> str:
    facts = _gather_facts(request)
    chosen = request.query_params
    finding = chosen.get("finding", "")
    choice = Choice(
        find_language(request),
        choose_cells(chosen.getlist("cell")),
        finding=int(finding) if finding.isascii() and finding.isdecimal() else None,
        is_whole=chosen.get("view") == "whole",
        measure=chosen.get("measure", ""),
        quote=Quote.parse(chosen.get("prose", "")),
    )
    return render_page(facts, _gather_marks(facts), choice, up="../../")


def _gather_marks(facts: ReportFacts) -> Marks:
    readings = {0, *(item.reading for item in facts.evidence.values() if item.element is not None)}
    facsimiles = {
        reading: load_facsimile(facts.file, facts.pages, facts.sha256, reading) for reading in sorted(readings)
    }
    return mark_facts(facsimiles, facts.evidence.values())


def _load_picture(request: Request) -> Picture:
    facts = _gather_facts(request)
    reading = 1 if request.query_params.get("reading") == "1" else 0
    return load_picture(facts.file, facts.pages, facts.sha256, reading, request.path_params["page"])
