"""The command line: a thin skin over the library. Errors are one sentence on stderr and exit status 2, or 3
where an ingest would lose reports."""

from __future__ import annotations

import json
import os
import sys
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import pandas as pd
import typer

import analytics
from analytics.commands.fetch import fetch
from analytics.commands.watch import watch
from analytics.documents.folder import Folder
from analytics.errors import SelectionError, WarehouseError
from analytics.exports.files import render_csv
from analytics.exports.formats import find_format
from analytics.exports.table import KEYS, LONG_SHAPE, WIDE
from analytics.ingest.pipeline import ingest as run_ingest
from analytics.ingest.workers import read_files
from analytics.query.extracts import extract
from analytics.query.extracts import write as write_extract
from analytics.query.findings import Filters, list_folder_findings, list_report_findings
from analytics.reports.as_json import as_json
from analytics.reports.model import Report
from analytics.serve import ADDRESS, Reach
from analytics.serve import check as check_reach
from analytics.serve import serve as start_dashboard
from analytics.settings import Settings
from analytics.simulate.collection import Format, Plan
from analytics.simulate.collection import write as write_collection
from analytics.terminal import (
    choose_language,
    explain_errors,
    out,
    show_ingest,
    show_line,
    show_measure_names,
    show_progress,
    show_report,
)
from analytics.transforms.rows import each_row
from analytics.vocabulary.terms import Fault, Severity
from analytics.warehouse.builds.history import list_kept_builds, roll_back
from analytics.warehouse.builds.publish import find_usable_build_id, read_named_build_id
from analytics.warehouse.builds.space import explain_unwritable
from analytics.warehouse.read import open_warehouse
from analytics.words import Language, say
from analytics.words.render import write_finding
from analytics.words.visible import make_json_visible

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, help="CountyScope 县镜")

LanguageOption = Annotated[Language | None, typer.Option("--language", help="zh | en")]
WarehouseOption = Annotated[Path, typer.Option("--warehouse", help="Folder of builds")]
DEFAULT, PLAN = Settings(), Plan()
DEFAULT_MEASURES = ("penalty_decisions", "requests_new", "disclosure_rate")


app.command()(fetch)
app.command()(watch)


def _show_version(is_asked: bool) -> None:
    if is_asked:
        show_line(f"countyscope {analytics.__version__}")
        raise typer.Exit


@app.callback()
def show(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and exit", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    """CountyScope 县镜"""


@app.command()
@explain_errors
def ingest(
    raw: Annotated[str, typer.Argument(help="Folder or fsspec address of reports")] = str(DEFAULT.raw),
    jobs: Annotated[int, typer.Option(min=1, help="Processes")] = os.cpu_count() or 1,
    scheduler: Annotated[str | None, typer.Option(help="Address of a Dask scheduler whose cluster reads")] = None,
    warehouse: WarehouseOption = DEFAULT.warehouse,
    strict: Annotated[bool, typer.Option(help="Exit with 1 when a document was rejected")] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Publish even if more than a tenth of the reports in use are gone")
    ] = False,
    language: LanguageOption = None,
) -> None:
    """Read new documents of a folder and publish a build of all of them. Exit status 3 where reports would be lost."""
    chosen = choose_language(language)
    with show_progress(say("cli.reading", chosen), say("cli.comparing", chosen)) as (reading, comparing):
        summary = run_ingest(
            Settings(raw=raw, warehouse=warehouse), jobs=jobs, scheduler=scheduler,
            replace_build=replace, progress=reading, comparing=comparing,
        )  # fmt: skip
    show_ingest(summary, chosen)
    if strict and summary.rejected:
        raise typer.Exit(1)


@app.command()
@explain_errors
def builds(warehouse: WarehouseOption = DEFAULT.warehouse, language: LanguageOption = None) -> None:
    """List the builds that are kept, each checked against its checksum."""
    chosen = choose_language(language)
    for build in list_kept_builds(warehouse):
        operands = {
            "build": build.build_id,
            "day": f"{build.built_at:%Y-%m-%d %H:%M} UTC" if build.built_at else "–",
            "reports": "–" if build.reports is None else build.reports,
            "documents": "–" if build.documents is None else build.documents,
            "condition": say(f"condition.{build.condition}", chosen),
            "current": say("cli.build_current", chosen) if build.is_current else "",
        }
        out.print(say("cli.build_line", chosen, **operands).rstrip(), markup=False, highlight=False)
    usable = find_usable_build_id(warehouse)
    if usable is None:
        raise WarehouseError("no_build", warehouse=str(warehouse))
    if usable != read_named_build_id(warehouse):
        out.print(say("cli.build_instead", chosen, build=usable), markup=False, highlight=False)


@app.command()
@explain_errors
def rollback(
    build: Annotated[str, typer.Argument(help="Id of a kept build, as countyscope builds lists them")],
    warehouse: WarehouseOption = DEFAULT.warehouse,
    language: LanguageOption = None,
) -> None:
    """Name an earlier build as the current one."""
    roll_back(warehouse, build)
    out.print(say("cli.rolled_back", choose_language(language), build=build), markup=False, highlight=False)


@app.command()
@explain_errors
def parse(
    file: Annotated[Path, typer.Argument(help="One document")],
    as_json_object: Annotated[
        bool, typer.Option("--json", help="Print one JSON object, or a list where the document holds several reports")
    ] = False,
    language: LanguageOption = None,
) -> None:
    """Read one document and show what it says, cell by cell."""
    chosen = choose_language(language)
    ((_, reports),) = read_files([_require_file(file)], DEFAULT.limits)
    objects = [as_json(report, _list_messages(report, chosen)) for report in reports]
    if as_json_object:
        is_sheet = reports[0].reader == "sheet"
        printed = {"reports": objects} if is_sheet else objects[0] if len(objects) == 1 else objects
        sys.stdout.write(make_json_visible(json.dumps(printed, ensure_ascii=False, indent=1)) + "\n")
        return
    for report, found in zip(reports, objects, strict=True):
        show_report(report, found, chosen)


def _require_file(file: Path) -> Path:
    if not file.is_file():
        raise SelectionError("file_missing", file=str(file))
    return file


def _list_messages(report: Report, language: Language) -> list[str]:
    return [write_finding(remark.rule, remark.operands, language) for remark in report.findings]


class Listing(StrEnum):
    """How findings are written."""

    TEXT = "text"
    CSV = "csv"
    JSON = "json"


@app.command()
@explain_errors
def check(
    files: Annotated[list[Path] | None, typer.Argument(help="Documents; without any, the warehouse is checked")] = None,
    rule: Annotated[list[str] | None, typer.Option(help="Key of a rule; may be repeated")] = None,
    severity: Annotated[list[Severity] | None, typer.Option(help="May be repeated")] = None,
    organ: Annotated[list[str] | None, typer.Option(help="Agency's name or division code; may be repeated")] = None,
    year: Annotated[list[int] | None, typer.Option(help="May be repeated")] = None,
    fault: Annotated[list[Fault] | None, typer.Option(help="Whose it may be; may be repeated")] = None,
    listing: Annotated[Listing, typer.Option("--format", help="How findings are written")] = Listing.TEXT,
    warehouse: WarehouseOption = DEFAULT.warehouse,
    language: LanguageOption = None,
) -> None:
    """List findings. Exit status 1 where one of them is an error."""
    chosen = choose_language(language)
    filters = Filters(
        rules=tuple(rule or ()), severities=tuple(map(str, severity or ())), organs=tuple(organ or ()),
        years=tuple(year or ()), faults=tuple(map(str, fault or ())),
    )  # fmt: skip
    found = (
        list_report_findings(read_files([_require_file(file) for file in files], DEFAULT.limits), filters, chosen)
        if files
        else list_folder_findings(warehouse, filters, chosen)
    )
    _WRITERS[listing](found, chosen)
    if (found["severity"] == Severity.ERROR).any():
        raise typer.Exit(1)


def _write_findings_as_text(found: pd.DataFrame, language: Language) -> None:
    for row in each_row(found[["file", "mark", "message"]]):
        show_line(f"{row.file}  {row.mark}: {row.message}")
    counts = {f"{severity}s": int((found["severity"] == severity).sum()) for severity in Severity}
    show_line(say("cli.findings", language, **counts) if len(found) else say("cli.no_findings", language))


def _write_findings_as_csv(found: pd.DataFrame, language: Language) -> None:
    flat = found.assign(**{name: found[name].map(" ".join) for name in ("cells", "evidence")})
    sys.stdout.write(render_csv(flat, byte_order_mark=False).decode())


def _write_findings_as_json(found: pd.DataFrame, language: Language) -> None:
    rows = found.astype(object).where(found.notna(), None).to_dict("records")
    sys.stdout.write(make_json_visible(json.dumps(rows, ensure_ascii=False, indent=1)) + "\n")


_WRITERS = {
    Listing.TEXT: _write_findings_as_text,
    Listing.CSV: _write_findings_as_csv,
    Listing.JSON: _write_findings_as_json,
}


@app.command(name="measures")
def show_measures(language: LanguageOption = None) -> None:
    """List the measures that can be charted and exported."""
    show_measure_names(choose_language(language))


@app.command()
@explain_errors
def export(
    file: Annotated[Path, typer.Argument(help="FILE.csv, FILE.xlsx, FILE.parquet, or FILE.md for the notes")],
    measure_keys: Annotated[list[str] | None, typer.Option("--measure", help="Measure key; may be repeated")] = None,
    organ: Annotated[
        list[str] | None, typer.Option("--organ", help="Agency's name or division code; may be repeated")
    ] = None,
    year: Annotated[list[int] | None, typer.Option("--year", help="May be repeated")] = None,
    keys: Annotated[bool, typer.Option("--keys", help="Column names and codes as keys")] = False,
    wide: Annotated[
        bool, typer.Option("--wide", help="One row per agency and year, a status beside each measure")
    ] = False,
    only_reports: Annotated[bool, typer.Option("--only-reports", help="Leave out years without a report")] = False,
    plain: Annotated[bool, typer.Option("--plain", help="CSV without a byte order mark")] = False,
    warehouse: WarehouseOption = DEFAULT.warehouse,
    language: LanguageOption = None,
) -> None:
    """Write series and changes to a file, a status beside every value."""
    chosen = choose_language(language)
    file_format = find_format(file.suffix or file.name)
    if not file.parent.is_dir():
        raise SelectionError("folder_missing", folder=str(file.parent))
    with open_warehouse(warehouse) as build:
        extracted = extract(
            build, measure_keys or DEFAULT_MEASURES, organs=organ, years=year, only_reports=only_reports,
            shape=WIDE if wide else LONG_SHAPE, names=KEYS if keys else chosen, language=chosen,
        )  # fmt: skip
        half = file.with_name(f"{file.name}.part")  # a file that bears its name is whole
        with explain_unwritable(file), show_progress(say("cli.exporting", chosen)) as (advance,):
            try:
                with half.open("wb") as stream:
                    count = write_extract(extracted, file_format, stream, byte_order_mark=not plain, progress=advance)
                half.replace(file)
            finally:
                half.unlink(missing_ok=True)
    show_line(say("cli.exported", chosen, rows=count, file=file))


@app.command()
@explain_errors
def serve(
    port: Annotated[int, typer.Option(help="Port")] = 8501,
    address: Annotated[str, typer.Option(help="IP address to listen at; others reach all but 127.0.0.1")] = ADDRESS,
    without_sign_in: Annotated[
        bool, typer.Option("--without-sign-in", help="Let everybody in who reaches the address")
    ] = False,
    warehouse: WarehouseOption = DEFAULT.warehouse,
    raw: Annotated[str, typer.Option("--raw", help="Folder of the documents behind the figures")] = str(DEFAULT.raw),
    allow_host: Annotated[
        list[str] | None, typer.Option(help="Another host name to answer to; may be repeated")
    ] = None,
    allow_frame: Annotated[
        list[str] | None, typer.Option(help="Another site whose pages may show a chart in a frame; may be repeated")
    ] = None,
    language: LanguageOption = None,
) -> None:
    """Open the dashboard."""
    reach = Reach(
        port, address=address, hosts=tuple(allow_host or ()), frames=tuple(allow_frame or ()), is_open=without_sign_in
    )
    check_reach(reach)
    if raw != str(DEFAULT.raw):
        Folder(raw)  # says what is wrong with it; a collection may do without its documents, but not by mistake
    show_line(say("cli.serving", choose_language(language), address=reach.origin))
    start_dashboard(reach, warehouse, raw)


@app.command()
@explain_errors
def simulate(
    folder: Annotated[Path, typer.Argument(help="New folder; it gets raw/, truth.csv and truth.parquet")],
    counties: Annotated[int, typer.Option(min=1, max=3240, help="Fictional counties")] = PLAN.counties,
    first: Annotated[int, typer.Option(min=2019, max=2100, help="First year")] = PLAN.first_year,
    last: Annotated[int, typer.Option(min=2019, max=2100, help="Last year")] = PLAN.last_year,
    formats: Annotated[list[Format] | None, typer.Option("--format", help="May be repeated; mixed without")] = None,
    damage: Annotated[float, typer.Option(min=0, max=1, help="Share of damaged documents")] = PLAN.damage,
    errors: Annotated[float, typer.Option(min=0, max=1, help="Share with a publisher's error")] = PLAN.errors,
    seed: Annotated[int, typer.Option(min=0, help="The same seed makes the same collection")] = PLAN.seed,
    prefectures: Annotated[bool, typer.Option(help="Also reports of the prefectures above")] = PLAN.prefectures,
    language: LanguageOption = None,
) -> None:
    """Write a collection of simulated reports of fictional counties, with the truth beside it."""
    chosen = choose_language(language)
    if last < first:
        raise SelectionError("years_reversed")
    plan = Plan(
        counties=counties, first_year=first, last_year=last, formats=tuple(formats or ()), damage=damage, errors=errors,
        seed=seed, prefectures=prefectures,
    )  # fmt: skip
    with show_progress(say("cli.simulating", chosen)) as (advance,), explain_unwritable(folder):
        count = write_collection(folder, plan, advance)
    show_line(say("cli.simulated", chosen, documents=count, folder=folder))


def main() -> None:
    """Entry point of the console script."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that knows no Chinese
    app()
