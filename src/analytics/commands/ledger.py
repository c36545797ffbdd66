"""``ledger``: what each agency carried over, received, answered and carried forward."""

from __future__ import annotations

from typing import Annotated

import typer

from analytics.commands.listings import Listing, write_rows
from analytics.commands.options import DEFAULT, LanguageOption, WarehouseOption
from analytics.query.ledger import ledger
from analytics.terminal import choose_language, explain_errors, show_line, write_ledger_row
from analytics.transforms.rows import each_row
from analytics.warehouse.read import open_warehouse


def add_commands(app: typer.Typer) -> None:
    """Give an application the command of this module."""
    app.command(name="ledger")(show_ledger)


@explain_errors
def show_ledger(
    organ: Annotated[list[str] | None, typer.Option(help="Agency's name or division code; may be repeated")] = None,
    year: Annotated[list[int] | None, typer.Option(help="May be repeated")] = None,
    applicants: Annotated[bool, typer.Option("--applicants", help="A row per applicant, not the totals alone")] = False,
    listing: Annotated[Listing, typer.Option("--format", help="How the ledger is written")] = Listing.TEXT,
    warehouse: WarehouseOption = DEFAULT.warehouse,
    language: LanguageOption = None,
) -> None:
    """List what each agency carried over, received, answered and carried forward, year by year, with the breaks."""
    chosen = choose_language(language)
    with open_warehouse(warehouse) as build:
        rows = ledger(build, organs=organ or (), years=year or (), applicants=applicants)
    if listing is not Listing.TEXT:
        write_rows(rows, listing)
        return
    for row in each_row(rows):
        show_line(write_ledger_row(row, chosen))
