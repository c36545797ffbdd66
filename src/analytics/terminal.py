"""What the command line writes on a terminal: lines, progress, and one sentence for each error."""

from __future__ import annotations

import locale
import os
import tempfile
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial, wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import pandas as pd
import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from analytics.errors import FAULTS_OF_THE_MOMENT, CountyScopeError, LossError, WarehouseError
from analytics.ingest.summaries import IngestSummary
from analytics.prose.search.excerpts import Excerpt
from analytics.query.prose import SearchResult
from analytics.reports.model import Fact, Report
from analytics.settings import require_local
from analytics.transforms.organ.ledger import Continuity
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.measures import list_measures, list_measures_before_2019, list_narrative_measures
from analytics.vocabulary.terms import Table
from analytics.words import Language, say
from analytics.words.numbers import number
from analytics.words.render import mark_finding, write_error, write_problem
from analytics.words.visible import make_visible

P = ParamSpec("P")


R = TypeVar("R")


out, err = Console(soft_wrap=True), Console(stderr=True, soft_wrap=True)


def choose_language(chosen: Language | None) -> Language:
    """The chosen language, else that of the environment."""
    locale_name = os.environ.get("LC_ALL") or os.environ.get("LANG") or (locale.getlocale()[0] or "")
    return chosen or (Language.ZH if locale_name.lower().startswith("zh") else Language.EN)


def show_line(text: str, *, on: Console = out, style: str | None = None) -> None:
    """One line on the terminal, whatever characters its names and cells hold."""
    if style is None:
        on.file.write(f"{make_visible(text)}\n")  # ten times as fast as a printer of colours, which a long list feels
    else:
        on.print(make_visible(text), style=style, markup=False, highlight=False, emoji=False)


def explain_errors(command: Callable[P, R]) -> Callable[P, R]:
    """Turn errors into one sentence. One that nobody foresaw keeps its trace in a file that the sentence names."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            for name in ("warehouse", "folder"):
                if isinstance(path := kwargs.get(name), Path):
                    require_local(path)
            return command(*args, **kwargs)
        except CountyScopeError as reason:
            refusal = reason
        except OSError as reason:  # a full disk, a folder without rights: wherever it was met
            operands = {"file": reason.filename or "", "reason": reason.strerror or str(reason)}
            refusal = WarehouseError("not_writable", **operands)
        except (typer.Exit, typer.Abort):
            raise
        except Exception as reason:  # noqa: BLE001
            refusal = CountyScopeError("unforeseen", reason=repr(reason), file=_write_trace())
        chosen = kwargs.get("language")
        show_line(write_error(refusal, choose_language(chosen if isinstance(chosen, Language) else None)), on=err)
        raise typer.Exit(3 if isinstance(refusal, LossError) else 2)

    return run


def _write_trace() -> str:
    """The file where the trace of the error at hand is kept; a dash where there is no room for one."""
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", errors="backslashreplace", prefix="countyscope-", suffix=".log", delete=False
        ) as file:
            traceback.print_exc(file=file)
    except OSError:
        return "–"
    return file.name


@contextmanager
def show_progress(*labels: str) -> Iterator[list[Callable[[int, int], None]]]:
    """A bar for each label, shown from its first step on."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=True) as bar:
        tasks = [bar.add_task(label, total=None, visible=not number) for number, label in enumerate(labels)]
        yield [partial(_advance, bar, task) for task in tasks]


def _advance(bar: Progress, task: TaskID, done: int, total: int) -> None:
    bar.update(task, completed=done, total=total, visible=True)


_MOST_SUPERSEDED = 20
"""Lines; the rest is counted."""


def show_ingest(summary: IngestSummary, language: Language) -> None:
    """What an ingest did: refusals on stderr, then what was read and published."""
    for refused in summary.rejected:
        show_line(f"✗ {write_problem(refused.key, refused.operands, language)}", on=err)
    counts = {"read": summary.read, "unchanged": summary.unchanged, "rejected": len(summary.rejected)}
    show_line(say("cli.ingested", language, **counts, reports=summary.reports, unresolved=summary.unresolved))
    again = sum(rejection.key in FAULTS_OF_THE_MOMENT for rejection in summary.rejected)
    if again:
        show_line(say("cli.again", language, count=again))
    _show_remarks(summary, language)
    key = "cli.published" if summary.is_new_build else "cli.nothing_new"
    show_line(say(key, language, build=summary.build_id))


def _show_remarks(summary: IngestSummary, language: Language) -> None:
    """What happened on the way that is no refusal: damage, the cluster's losses, what became superseded."""
    lines = [
        say(key, language, count=count)
        for key, count in (
            ("cli.shards_damaged", summary.damaged_shards),
            ("cli.brought_back", summary.brought_back),
            ("cli.superseded", len(summary.superseded)),
        )
        if count
    ]
    listed = summary.superseded[:_MOST_SUPERSEDED]
    lines += [
        say(
            "cli.superseded_line",
            language,
            file=superseded.file,
            organ=superseded.organ,
            year=superseded.year,
            by=superseded.by,
        )
        for superseded in listed
    ]
    if len(summary.superseded) > len(listed):
        lines.append(say("cli.superseded_more", language, count=len(summary.superseded) - len(listed)))
    for line in lines:
        show_line(line)


def show_measure_names(language: Language) -> None:
    """A line a measure: its key and its name."""
    for measure in (*list_measures(), *list_measures_before_2019(), *list_narrative_measures()):
        show_line(f"{measure.key:40} {measure.named(language)}")


def show_search(found: SearchResult, language: Language) -> None:
    """What a search found: the counts, then each section with its hits in brackets."""
    if not found.report_count:
        show_line(say("cli.search_none", language))
        return
    show_line(say("cli.search_found", language, hits=found.total, reports=found.report_count))
    if not found.is_exact:
        show_line(say("cli.search_inexact", language))
    for section in found.sections:
        heading = say(
            "cli.search_report", language, organ=section.organ, year=section.year or "?", heading=section.heading
        )
        show_line(heading, style="bold")
        for excerpt in section.excerpts:
            show_line(f"  {_mark_hits(excerpt)}")
    hidden = found.report_count - len({section.report_id for section in found.sections})
    if hidden:
        show_line(say("cli.search_more", language, count=hidden))


def _mark_hits(excerpt: Excerpt) -> str:
    """An excerpt on one line, its hits in corner brackets."""
    text, end = "", 0
    for hit in excerpt.hits:
        if hit.start >= end:
            text += f"{excerpt.text[end : hit.start]}【{excerpt.text[hit.start : hit.end]}】"
            end = hit.end
    text = " ".join((text + excerpt.text[end:]).split())
    return f"{'…' if excerpt.is_cut_before else ''}{text}{'…' if excerpt.is_cut_behind else ''}"


def show_report(report: Report, found: Mapping[str, Any], language: Language) -> None:
    """Show what one document says, cell by cell; ``found`` is its JSON."""
    organ = found["organ"] or say("cli.unresolved", language)
    editions = _write_editions(report, language)
    heading = say("cli.report_line", language, organ=organ, year=found["year"] or "?", edition=editions)
    show_line(heading, style="bold")
    for fact in report.facts:
        value = fact.printed if fact.printed else f"({say(f'status.{fact.status}', language)})"
        names = (_name_line(fact, language), _name_column(fact, report.editions.get(fact.table), language))
        show_line(f"  {_name_table(fact.table, language)}  {' · '.join(filter(None, names))}  {value}")
    for finding in found["findings"]:
        show_line(f"  {mark_finding(finding['severity'], finding['verdict'], language)}: {finding['message']}")


def _name_line(fact: Fact, language: Language) -> str:
    """The label of a fact's line, behind its head's where the table has another line of that label; in English what the
    line means, and its label as printed. A line that no edition has is quoted."""
    if fact.cell is None:
        is_unknown = fact.table is Table.STATISTICS
        return say("cli.unknown_line", language, label=fact.line) if is_unknown else fact.line
    line = form.map_cells_by_code()[fact.cell].line
    label, english = fact.line, line.english
    if form.name_line(line) != line.label:
        head = form.find_line(fact.table, line.parent)
        label, english = f"{head.label} › {label}", f"{head.english} › {english}"
    return label if language is Language.ZH else f"{english} “{fact.printed_label or fact.line}”"


def _name_column(fact: Fact, edition: Edition | None, language: Language) -> str:
    """What heads a fact's column: the head of its edition where that differs from edition to edition."""
    if fact.cell is None and not fact.column:
        return ""
    column = next(column for column in form.list_columns(fact.table) if column.label == fact.column)
    if language is Language.EN:
        return column.english
    if fact.table is not Table.STATISTICS or edition is None:
        return fact.column
    owned = form.find_table(fact.table, edition)
    columns = owned.blocks[0].columns
    return dict(zip(columns, owned.heads[-len(columns) :], strict=True)).get(column.key, fact.column)


def _write_editions(report: Report, language: Language) -> str:
    """Each table that the document has with its edition; words where it has none."""
    if not report.editions:
        return say("cli.no_tables", language)
    tables = [
        (_name_table(table, language), say(f"edition.{edition}" if edition else "cli.edition_unknown", language))
        for table, edition in report.editions.items()
    ]
    return say("cli.table_separator", language).join(
        say("cli.table_edition", language, table=table, edition=edition) for table, edition in tables
    )


def _name_table(table: Table, language: Language) -> str:
    return say("cli.statistics_table", language) if table is Table.STATISTICS else str(table)


def write_ledger_row(row: Any, language: Language) -> str:
    """One year of a ledger as a line: the four figures, and where it does not open with what was carried on."""
    figures = {
        name: say("ledger.absent", language) if pd.isna(value) else number(value, language)
        for name, value in (
            ("over", row.carried_over), ("received", row.received), ("answered", row.answered),
            ("forward", row.carried_forward), ("before", row.carried_before),
        )
    }  # fmt: skip
    column = form.find_column(Table.III, row.applicant)
    name = column.label if language is Language.ZH else column.english
    whose = "" if column.is_total else say("ledger.of_applicant", language, applicant=name)
    marks = [say(f"continuity.{row.continuity}", language, **figures)] if row.continuity not in _WHOLE else []
    if not pd.isna(row.left_over) and row.left_over:
        marks.append(say("ledger.unbalanced", language, left=number(row.left_over, language)))
    return say("ledger.line", language, organ=row.organ, year=row.year, whose=whose, **figures) + "".join(marks)


_WHOLE = frozenset({Continuity.FIRST, Continuity.CONTINUES})
"""What needs no mark."""
