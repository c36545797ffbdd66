"""``countyscope demo``: fictional counties, simulated, read and shown by one command."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer
from platformdirs import user_data_path

from analytics.commands.options import LanguageOption
from analytics.ingest.pipeline import ingest
from analytics.serve import Reach, check, serve
from analytics.settings import Settings
from analytics.simulate.collection import Plan, write
from analytics.terminal import choose_language, explain_errors, show_ingest, show_line, show_progress
from analytics.warehouse.builds.space import explain_unwritable
from analytics.words import Language, say

_COUNTIES = Plan().counties


@explain_errors
def demo(
    folder: Annotated[
        Path | None, typer.Argument(help="New folder; without it, one among the user's application data")
    ] = None,
    counties: Annotated[int, typer.Option(min=1, max=3240, help="Fictional counties")] = _COUNTIES,
    port: Annotated[int, typer.Option(help="Port")] = 8501,
    language: LanguageOption = None,
) -> None:
    """Simulate fictional counties and their prefectures over seven years, read them, open the dashboard."""
    chosen = choose_language(language)
    reach = Reach(port)
    check(reach)
    place = folder or user_data_path("countyscope", appauthor=False) / "demo"
    _ensure_simulated(place, counties, chosen)
    raw, warehouse = place / "raw", place / "warehouse"
    with show_progress(say("cli.reading", chosen), say("cli.comparing", chosen)) as (reading, comparing):
        settings = Settings(raw=raw, warehouse=warehouse)
        summary = ingest(settings, jobs=os.cpu_count() or 1, progress=reading, comparing=comparing)
    show_ingest(summary, chosen)
    show_line(say("cli.serving", chosen, address=reach.origin))
    serve(reach, warehouse, str(raw))


def _ensure_simulated(folder: Path, counties: int, language: Language) -> None:
    """A simulation is whole or is not there; any other folder with something in it is refused."""
    if (folder / "truth.parquet").is_file() and (folder / "raw").is_dir():
        show_line(say("cli.demo_kept", language, folder=folder))
        return
    with show_progress(say("cli.simulating", language)) as (advance,), explain_unwritable(folder):
        count = write(folder, Plan(counties=counties, prefectures=True), advance)
    show_line(say("cli.simulated", language, documents=count, folder=folder))
