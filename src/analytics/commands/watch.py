"""``countyscope watch``: what arrives in a folder is ingested."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from analytics.errors import CountyScopeError
from analytics.ingest.pipeline import ingest
from analytics.ingest.watching import list_folder, wait_for_changes
from analytics.settings import Settings
from analytics.terminal import choose_language, err, explain_errors, show_ingest, show_line, show_progress
from analytics.words import Language, say
from analytics.words.render import write_error

_DEFAULT = Settings()


@explain_errors
def watch(
    raw: Annotated[str, typer.Argument(help="Folder or fsspec address of reports")] = str(_DEFAULT.raw),
    warehouse: Annotated[Path, typer.Option("--warehouse", help="Folder of builds")] = _DEFAULT.warehouse,
    jobs: Annotated[int, typer.Option(min=1, help="Processes")] = os.cpu_count() or 1,
    every: Annotated[float, typer.Option(min=0.1, help="Seconds between two looks at the folder")] = 5.0,
    settle: Annotated[float, typer.Option(min=0, help="Seconds without a change until a file counts as whole")] = 10.0,
    language: Annotated[Language | None, typer.Option("--language", help="zh | en")] = None,
) -> None:
    """Ingest what arrives in a folder, until Ctrl+C."""
    chosen = choose_language(language)
    settings = Settings(raw=raw, warehouse=warehouse)
    list_folder(raw)  # says what is wrong with it
    show_line(say("cli.watching", chosen, folder=raw, settle=f"{settle:g}"))
    explain = partial(_explain, language=chosen)
    with _end_quietly(), suppress(KeyboardInterrupt):
        for _ in wait_for_changes(partial(list_folder, raw), every=every, settle=settle, explain=explain):
            show_line(say("cli.watch_arrived", chosen, time=f"{datetime.now():%H:%M:%S}"))
            _ingest_once(settings, jobs, chosen)
    show_line(say("cli.watch_ended", chosen))


def _ingest_once(settings: Settings, jobs: int, language: Language) -> None:
    """One ingest; what is wrong is said and ends nothing, since the next change may mend it."""
    try:
        with show_progress(say("cli.reading", language), say("cli.comparing", language)) as (reading, comparing):
            summary = ingest(settings, jobs=jobs, progress=reading, comparing=comparing)
    except CountyScopeError as refusal:
        _explain(refusal, language=language)
        return
    show_ingest(summary, language)


def _explain(refusal: CountyScopeError, *, language: Language) -> None:
    show_line(f"✗ {write_error(refusal, language)}", on=err)


@contextmanager
def _end_quietly() -> Iterator[None]:
    """The signal that service managers send ends the watch as Ctrl+C does."""

    def interrupt(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
