"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from analytics.errors import SelectionError
from analytics.settings import Settings
from analytics.words import Language

DEFAULT = Settings()
LanguageOption = Annotated[Language | None, typer.Option("--language", help="zh | en")]
WarehouseOption = Annotated[Path, typer.Option("--warehouse", help="Folder of builds")]
RawOption = Annotated[str, typer.Option("--raw", help="Folder of documents, where the lists lie")]


def require_file(file: Path) -> Path:
    """The file. SelectionError where there is none."""
    if not file.is_file():
        raise SelectionError("file_missing", file=str(file))
    return file
