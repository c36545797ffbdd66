"""``search``: words in the narratives of all reports."""

from __future__ import annotations

from typing import Annotated

import typer

from analytics.commands.options import DEFAULT, LanguageOption, WarehouseOption
from analytics.query.prose import search as search_prose
from analytics.terminal import choose_language, explain_errors, show_search
from analytics.warehouse.read import open_warehouse


def add_commands(app: typer.Typer) -> None:
    """Give an application the command of this module."""
    app.command()(search)


@explain_errors
def search(
    words: Annotated[list[str], typer.Argument(help="A report has to have each; quote a phrase")],
    organ: Annotated[list[str] | None, typer.Option(help="Agency's name or division code; may be repeated")] = None,
    year: Annotated[list[int] | None, typer.Option(help="May be repeated")] = None,
    shown: Annotated[int, typer.Option(min=1, help="Reports listed")] = 10,
    warehouse: WarehouseOption = DEFAULT.warehouse,
    language: LanguageOption = None,
) -> None:
    """Search the narratives of all reports. Counts are exact; traditional and simplified characters are the same."""
    with open_warehouse(warehouse) as build:
        found = search_prose(build, " ".join(words), organs=organ, years=year, shown=shown)
    show_search(found, choose_language(language))
