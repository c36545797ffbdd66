"""What was fetched, line by line in a hidden file of the raw folder, so that a run that was killed goes on.

The source list beside it follows from the journal and is written now and then; the journal as soon as a file is there.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import KW_ONLY, asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

FILE_NAME = ".fetched.jsonl"


@dataclass(frozen=True, slots=True)
class Entry:
    """What an address gave when it was last asked: a file, or links (address, words) to files.

    ``row`` is the file's row of the source list; ``replaces`` is the older file that it is kept beside.
    """

    url: str
    asked: str
    """Time, ISO 8601 in UTC."""
    file: str | None = None
    sha256: str | None = None
    _: KW_ONLY
    etag: str = ""
    modified: str = ""
    leads: tuple[tuple[str, str], ...] = ()
    title: str = ""
    published: str = ""
    row: Mapping[str, str] = field(default_factory=dict)
    replaces: str | None = None

    @property
    def asked_at(self) -> datetime:
        """The time as such."""
        return datetime.fromisoformat(self.asked)

    @property
    def conditions(self) -> dict[str, str]:
        """Headers by which a server need not send again what we have."""
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {header: value for header, value in named.items() if value}


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


class Journal:
    """The entries of a raw folder by address, the last one of each. Use it with ``with``."""

    def __init__(self, raw: Path) -> None:
        self._path = raw / FILE_NAME
        self.entries: dict[str, Entry] = {}
        self.by_file: dict[str, Entry] = {}
        self._read()
        self._file: IO[str] = self._path.open("a", encoding="utf-8", newline="\n")
        if self._path.stat().st_size and not self._path.read_bytes().endswith(b"\n"):
            self._file.write("\n")  # a line that a killed run left half written

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, entry: Entry) -> None:
        """Remember an entry, for good."""
        self._remember(entry)
        self._file.write(json.dumps(asdict(entry), ensure_ascii=False) + "\n")
        self._file.flush()
        os.fsync(self._file.fileno())

    def _remember(self, entry: Entry) -> None:
        self.entries[entry.url] = entry
        if entry.file:
            self.by_file[entry.file] = entry

    def _read(self) -> None:
        if not self._path.exists():
            return
        for line in self._path.read_text("utf-8", errors="replace").splitlines():
            try:
                found = json.loads(line)
                leads = tuple((str(url), str(text)) for url, text in found.pop("leads", ()))
                self._remember(Entry(**found, leads=leads))
            except (ValueError, TypeError):
                continue  # half a line: its address is asked again
