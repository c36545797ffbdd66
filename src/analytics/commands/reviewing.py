"""``review``, ``correct``, ``assign`` and ``letter``: what somebody says of a report, written into the lists beside the
documents, and asked of the publisher."""

from __future__ import annotations

import getpass
from enum import StrEnum
from typing import Annotated

import typer

from analytics.collection.lists import read_cell
from analytics.collection.reviews import Decision
from analytics.commands.options import DEFAULT, LanguageOption, RawOption, WarehouseOption
from analytics.errors import SelectionError
from analytics.query.letter import write_letter
from analytics.query.reviewing import (
    Statement,
    Whose,
    assign_report,
    choose_finding,
    correct_figure,
    find_report,
    review_figure,
    review_finding,
)
from analytics.terminal import choose_language, explain_errors, show_line
from analytics.vocabulary.terms import MeasuredIn
from analytics.warehouse.read import Warehouse, open_warehouse
from analytics.words import say

OrganArgument = Annotated[str, typer.Argument(help="Agency's name, division code or key")]
YearArgument = Annotated[int, typer.Argument(help="Year of the report")]
ByOption = Annotated[str | None, typer.Option("--by", help="Who says so; without it the user of this machine")]
CellsOption = Annotated[list[str] | None, typer.Option("--cell", help="Cell, as check --format json names it")]


class Answer(StrEnum):
    """What a review says, as a command."""

    CONFIRM = "confirm"
    DISMISS = "dismiss"
    ANNOTATE = "annotate"
    REOPEN = "reopen"


_DECISIONS = dict(zip(Answer, Decision, strict=True))


def add_commands(app: typer.Typer) -> None:
    """Give an application the commands of this module."""
    for command in (review, correct, assign, letter):
        app.command()(command)


def _find_author(by: str | None) -> str:
    return by if by is not None else getpass.getuser()


def _read_cells(texts: list[str] | None) -> tuple[int, ...]:
    cells = tuple(read_cell(text) for text in texts or ())
    for text, cell in zip(texts or (), cells, strict=True):
        if cell is None:
            raise SelectionError("unknown_cell", cell=text)
    return tuple(cell for cell in cells if cell is not None)


@explain_errors
def review(
    organ: OrganArgument,
    year: YearArgument,
    answer: Annotated[Answer, typer.Argument(help="What you say of it")],
    rule: Annotated[str, typer.Option(help="Rule of the finding; without it the figure of --cell is meant")] = "",
    cell: CellsOption = None,
    note: Annotated[str, typer.Option(help="Why")] = "",
    by: ByOption = None,
    raw: RawOption = str(DEFAULT.raw),
    warehouse: WarehouseOption = DEFAULT.warehouse,
    language: LanguageOption = None,
) -> None:
    """Confirm, dismiss or annotate a finding or a figure, in reviews.csv."""
    cells, decision, author = _read_cells(cell), _DECISIONS[answer], _find_author(by)
    with open_warehouse(warehouse) as build:
        report_id = find_report(build, organ, year)
        if rule:
            finding = choose_finding(build.findings([report_id]), rule, cells)
            review_finding(raw, build, finding, decision, note=note, by=author)
        elif len(cells) == 1:
            review_figure(raw, build, report_id, cells[0], decision, note=note, by=author)
        else:
            raise SelectionError("nothing_to_review")
    show_line(say("cli.reviewed", choose_language(language), raw=raw))


@explain_errors
def correct(
    organ: OrganArgument,
    year: YearArgument,
    cell: Annotated[str, typer.Argument(help="Cell, as check --format json names it, or its code")],
    value: Annotated[float | None, typer.Argument(help="What it should read; without it that is withdrawn")] = None,
    reason: Annotated[str, typer.Option(help="Why")] = "",
    source: Annotated[str, typer.Option(help="Where that can be read")] = "",
    unit: Annotated[MeasuredIn | None, typer.Option(help="Unit of the value; without it as printed")] = None,
    by: ByOption = None,
    raw: RawOption = str(DEFAULT.raw),
    warehouse: WarehouseOption = DEFAULT.warehouse,
    language: LanguageOption = None,
) -> None:
    """Say what a cell of a report should read, in corrections.csv. The next ingest applies it."""
    (code,) = _read_cells([cell])
    statement = Statement(_find_author(by), reason, source)
    with open_warehouse(warehouse) as build:
        made = correct_figure(
            raw, build, find_report(build, organ, year), code, value, unit=unit, statement=statement
        )  # fmt: skip
    key = "cli.correction_withdrawn" if value is None else "cli.corrected"
    show_line(
        say(
            key,
            choose_language(language),
            printed=made.printed,
            value="" if made.value is None else f"{made.value:g}",
            raw=raw,
        )
    )


@explain_errors
def assign(
    file: Annotated[str, typer.Argument(help="Path of the document below the folder")],
    organ: Annotated[str | None, typer.Option(help="Agency's full name")] = None,
    place: Annotated[str | None, typer.Option(help="Division code")] = None,
    year: Annotated[int | None, typer.Option(min=1949, max=2100, help="Year of the report")] = None,
    number: Annotated[int, typer.Option(min=1, help="Which report of the file")] = 1,
    reason: Annotated[str, typer.Option(help="Why")] = "",
    source: Annotated[str, typer.Option(help="Where that can be read")] = "",
    by: ByOption = None,
    raw: RawOption = str(DEFAULT.raw),
    warehouse: WarehouseOption = DEFAULT.warehouse,
    language: LanguageOption = None,
) -> None:
    """Say whose a report is, or of which year, in assignments.csv; without any of them that is taken back."""
    whose = Whose(organ=organ, place_code=place, year=year)
    with open_warehouse(warehouse) as build:
        assign_report(raw, build, file, whose, number=number, statement=Statement(_find_author(by), reason, source))
    show_line(say("cli.assigned", choose_language(language), file=file, raw=raw))


@explain_errors
def letter(
    organ: OrganArgument,
    year: YearArgument,
    rule: Annotated[list[str] | None, typer.Option(help="Rule of a finding; may be repeated; all without it")] = None,
    warehouse: WarehouseOption = DEFAULT.warehouse,
    language: LanguageOption = None,
) -> None:
    """Print a text that asks the publisher to correct a report, with the cells quoted."""
    with open_warehouse(warehouse) as build:
        text = _write_letter(build, find_report(build, organ, year), tuple(rule or ()), language)
    for line in text.splitlines():
        show_line(line)


def _write_letter(build: Warehouse, report_id: int, rules: tuple[str, ...], language: LanguageOption) -> str:
    chosen = choose_language(language)
    found = build.findings([report_id])
    chosen_findings = found[found["rule"].isin(rules)] if rules else found
    return write_letter(build, report_id, chosen_findings, chosen)
