"""``check``: what was found in documents, or in everything that the build in use holds."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import pandas as pd
import typer

from analytics.commands.listings import Listing, write_rows
from analytics.commands.options import DEFAULT, LanguageOption, WarehouseOption, require_file
from analytics.ingest.workers import read_files
from analytics.query.findings import Filters, list_folder_findings, list_report_findings
from analytics.terminal import choose_language, explain_errors, show_line
from analytics.transforms.rows import each_row
from analytics.vocabulary.terms import Fault, Severity
from analytics.words import Language, say


def add_commands(app: typer.Typer) -> None:
    """Give an application the command of this module."""
    app.command()(check)


@explain_errors
def check(
    files: Annotated[list[Path] | None, typer.Argument(help="Documents; without any, the warehouse is checked")] = None,
    rule: Annotated[list[str] | None, typer.Option(help="Key of a rule; may be repeated")] = None,
    severity: Annotated[list[Severity] | None, typer.Option(help="May be repeated")] = None,
    organ: Annotated[list[str] | None, typer.Option(help="Agency's name or division code; may be repeated")] = None,
    year: Annotated[list[int] | None, typer.Option(help="May be repeated")] = None,
    fault: Annotated[list[Fault] | None, typer.Option(help="Where the problem may lie; may be repeated")] = None,
    review: Annotated[list[str] | None, typer.Option(help="What somebody said of it: open, confirmed …")] = None,
    listing: Annotated[Listing, typer.Option("--format", help="How findings are written")] = Listing.TEXT,
    warehouse: WarehouseOption = DEFAULT.warehouse,
    language: LanguageOption = None,
) -> None:
    """List findings. Exit status 1 where one of them is an error."""
    chosen = choose_language(language)
    filters = Filters(
        rules=tuple(rule or ()), severities=tuple(map(str, severity or ())), organs=tuple(organ or ()),
        years=tuple(year or ()), faults=tuple(map(str, fault or ())),
        reviews=tuple(review or ()),
    )  # fmt: skip
    found = (
        list_report_findings(read_files([require_file(file) for file in files], DEFAULT.limits), filters, chosen)
        if files
        else list_folder_findings(warehouse, filters, chosen)
    )
    if listing is Listing.TEXT:
        _show_findings(found, chosen)
    else:
        write_rows(found, listing)
    if (found["severity"] == Severity.ERROR).any():
        raise typer.Exit(1)


def _show_findings(found: pd.DataFrame, language: Language) -> None:
    for row in each_row(found[["file", "mark", "message"]]):
        show_line(f"{row.file}  {row.mark}: {row.message}")
    counts = {f"{severity}s": int((found["severity"] == severity).sum()) for severity in Severity}
    show_line(say("cli.findings", language, **counts) if len(found) else say("cli.no_findings", language))
