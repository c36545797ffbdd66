"""Single records of a build: its own, and the printed cell behind a fact."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Build:
    """What a build is made of; ``built_at`` is UTC."""

    build_id: str
    built_at: datetime
    version: str
    content: str
    _: KW_ONLY
    documents: int
    reports: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """The printed cell behind one fact, with its document."""

    report_id: int
    cell: int
    printed: str
    printed_label: str
    _: KW_ONLY
    read_from: str
    is_certain: bool
    page: int | None
    element: int | None
    grid: int | None
    row: int | None
    column: int | None
    source_line: int | None
    reading: int
    file: str
    sha256: str
    origin: str
    url: str | None
    source: str
    title: str
    published: date | None
    fetched: date | None
    table: str
    line: str
    column_label: str
    pages: tuple[str, ...] = ()
    """Names of the document's files where it has several."""
