"""``builds`` and ``rollback``: which builds are kept, and which one is in use."""

from __future__ import annotations

from typing import Annotated

import typer

from analytics.commands.options import DEFAULT, LanguageOption, WarehouseOption
from analytics.errors import WarehouseError
from analytics.terminal import choose_language, explain_errors, out
from analytics.warehouse.builds.history import list_kept_builds, roll_back
from analytics.warehouse.builds.publish import find_usable_build_id, read_named_build_id
from analytics.words import say


def add_commands(app: typer.Typer) -> None:
    """Give an application the commands of this module."""
    for command in (builds, rollback):
        app.command()(command)


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


@explain_errors
def rollback(
    build: Annotated[str, typer.Argument(help="Id of a kept build, as countyscope builds lists them")],
    warehouse: WarehouseOption = DEFAULT.warehouse,
    language: LanguageOption = None,
) -> None:
    """Name an earlier build as the current one."""
    roll_back(warehouse, build)
    out.print(say("cli.rolled_back", choose_language(language), build=build), markup=False, highlight=False)
