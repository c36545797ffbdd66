"""``countyscope fetch``: published reports into the raw folder."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from analytics.fetch.collect import FetchSummary
from analytics.fetch.collect import fetch as run_fetch
from analytics.fetch.manner import Manner
from analytics.settings import Settings
from analytics.terminal import choose_language, err, explain_errors, show_line, show_progress
from analytics.words import Language, say
from analytics.words.render import write_error

_MANNER, _RAW = Manner(), Path(Settings().raw)
_INTERRUPTED = 130
"""The exit status of what was ended by Ctrl+C."""


@explain_errors
def fetch(
    source: Annotated[str, typer.Argument(help="CSV with a column url (sources.csv), or the address of a list page")],
    raw: Annotated[Path, typer.Option(help="Folder that the documents are put into")] = _RAW,
    recheck: Annotated[
        float | None, typer.Option(min=0, help="Ask again for documents last asked for this many days ago or longer")
    ] = None,
    pause: Annotated[float, typer.Option(min=0, help="Seconds between two requests to a host")] = _MANNER.pause,
    hosts: Annotated[int, typer.Option(min=1, max=64, help="Hosts asked at the same time")] = _MANNER.hosts,
    allow_host: Annotated[
        list[str] | None, typer.Option(help="Host that may have a private address; may be repeated")
    ] = None,
    strict: Annotated[bool, typer.Option(help="Exit with 1 when an address gave no document")] = False,
    language: Annotated[Language | None, typer.Option("--language", help="zh | en")] = None,
) -> None:
    """Download published reports politely; what is there already is not downloaded again."""
    chosen = choose_language(language)
    with show_progress(say("cli.fetching", chosen)) as (advance,):
        summary = run_fetch(
            source, raw, recheck=None if recheck is None else timedelta(days=recheck), allowed=allow_host or (),
            manner=Manner(pause=pause, hosts=hosts), progress=advance,
        )  # fmt: skip
    _show_summary(summary, raw, chosen)
    if summary.is_stopped:
        raise typer.Exit(_INTERRUPTED)
    if strict and (summary.refused or summary.left):
        raise typer.Exit(1)


def _show_summary(summary: FetchSummary, raw: Path, language: Language) -> None:
    for refusal in summary.refused:
        show_line(f"✗ {write_error(refusal, language)}", on=err)
    for changed in summary.changed:
        show_line(say("cli.fetch_changed", language, older=changed.older, newer=changed.newer))
    for url in summary.cut:
        show_line(say("cli.fetch_cut", language, url=url, pages=_MANNER.list_pages))
    counts = {"downloaded": len(summary.downloaded), "unchanged": summary.unchanged, "present": summary.present}
    show_line(say("cli.fetched", language, **counts, refused=len(summary.refused), folder=raw))
    if summary.left:
        show_line(say("cli.fetch_left", language, count=summary.left))
    if summary.is_stopped:
        show_line(say("cli.fetch_stopped", language))
