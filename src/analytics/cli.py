"""The command line: a thin skin over the library. Errors are one sentence on stderr and exit status 2, or 3
where an ingest would lose reports."""

from __future__ import annotations

import json
import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer

import analytics
from analytics.commands.builds import add_commands as add_building
from analytics.commands.checking import add_commands as add_checking
from analytics.commands.demo import demo
from analytics.commands.fetch import fetch
from analytics.commands.ledger import add_commands as add_ledger
from analytics.commands.options import DEFAULT, LanguageOption, WarehouseOption, require_file
from analytics.commands.reviewing import add_commands as add_reviewing
from analytics.commands.searching import add_commands as add_searching
from analytics.commands.watch import watch
from analytics.documents.folder import Folder
from analytics.errors import SelectionError
from analytics.exports.formats import find_format
from analytics.exports.table import KEYS, LONG_SHAPE, WIDE
from analytics.ingest.pipeline import ingest as run_ingest
from analytics.ingest.workers import read_files
from analytics.query.extracts import extract
from analytics.query.extracts import write as write_extract
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
    show_ingest,
    show_line,
    show_measure_names,
    show_progress,
    show_report,
)
from analytics.vocabulary.form import FIRST_YEAR
from analytics.warehouse.builds.space import explain_unwritable
from analytics.warehouse.read import open_warehouse
from analytics.words import Language, say
from analytics.words.render import write_finding
from analytics.words.visible import make_json_visible

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, help="CountyScope 县镜")

PLAN = Plan()
DEFAULT_MEASURES = ("penalty_decisions", "requests_new", "disclosure_rate")


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
def parse(
    file: Annotated[Path, typer.Argument(help="One document")],
    as_json_object: Annotated[
        bool, typer.Option("--json", help="Print one JSON object, or a list where the document holds several reports")
    ] = False,
    language: LanguageOption = None,
) -> None:
    """Read one document and show what it says, cell by cell."""
    chosen = choose_language(language)
    ((_, reports),) = read_files([require_file(file)], DEFAULT.limits)
    objects = [as_json(report, _list_messages(report, chosen)) for report in reports]
    if as_json_object:
        is_sheet = reports[0].reader == "sheet"
        printed = {"reports": objects} if is_sheet else objects[0] if len(objects) == 1 else objects
        sys.stdout.write(make_json_visible(json.dumps(printed, ensure_ascii=False, indent=1)) + "\n")
        return
    for report, found in zip(reports, objects, strict=True):
        show_report(report, found, chosen)


def _list_messages(report: Report, language: Language) -> list[str]:
    return [write_finding(remark.rule, remark.operands, language) for remark in report.findings]


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
    allow_frame: Annotated[list[str] | None, typer.Option(help="A site that may frame charts; may be repeated")] = None,
    writing: Annotated[
        bool | None,
        typer.Option(
            "--allow-writing/--read-only",
            help="Whether readers may review, correct and publish; without it, only on this machine",
            show_default=False,
        ),
    ] = None,
    language: LanguageOption = None,
) -> None:
    """Open the dashboard."""
    reach = Reach(
        port, address=address, hosts=tuple(allow_host or ()), frames=tuple(allow_frame or ()), is_open=without_sign_in,
        may_write=writing,
    )  # fmt: skip
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
    first: Annotated[int, typer.Option(min=FIRST_YEAR, max=2100, help="First year")] = PLAN.first_year,
    last: Annotated[int, typer.Option(min=FIRST_YEAR, max=2100, help="Last year")] = PLAN.last_year,
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


app.command()(demo)
app.command()(fetch)
app.command()(watch)
add_building(app)
add_checking(app)
add_ledger(app)
add_searching(app)
add_reviewing(app)


def main() -> None:
    """Entry point of the console script."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that knows no Chinese
    app()
