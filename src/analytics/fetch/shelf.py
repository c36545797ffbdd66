"""A raw folder that fetched documents are put into, whole or not at all, and the source list that tells of them."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from filelock import FileLock, Timeout
from pathvalidate import sanitize_filename

from analytics.collection.sources import COLUMNS, FILE_NAME, Source, read_sources
from analytics.errors import CollectionError

FOLDER = "fetched"
_LONGEST_NAME = 180
"""Bytes of a name without its ending: file systems end at 255."""


class Shelf:
    """The folder, with its source list in memory until :meth:`save`. Raises CollectionError where the list cannot be
    trusted as it stands."""

    def __init__(self, raw: Path) -> None:
        self.raw = raw
        self._list = raw / FILE_NAME
        content = self._list.read_bytes() if self._list.exists() else None
        self.sources: Mapping[str, Source] = read_sources(content, path=str(self._list))
        reader = csv.DictReader(io.StringIO((content or b"").decode("utf-8-sig")))
        self._columns = [*(reader.fieldnames or COLUMNS)]
        self._rows = [{key: value or "" for key, value in row.items() if key} for row in reader]
        self._mark = "\ufeff" if (content or b"").startswith(b"\xef\xbb\xbf") else ""

    @contextmanager
    def hold_lock(self) -> Iterator[None]:
        """One fetch at a time; CollectionError at once where another runs."""
        lock = FileLock(self.raw / ".fetch.lock", timeout=0)
        try:
            with lock:
                yield
        except Timeout as reason:
            raise CollectionError("fetch_running", folder=str(self.raw)) from reason

    def path(self, name: str) -> Path:
        """Where the file of a name lies."""
        return self.raw / name

    def put(self, content: bytes, *, stem: str, suffix: str, mark: str = "", expected: str | None = None) -> str:
        """Write a document under a name that is free; ``mark`` stands before the ending. The file ``expected`` is
        free where it is listed and not there. The name, with ``/``."""
        name = self._find_free(f"{stem}{mark}", suffix, expected)
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_name(f".{path.name[:40]}.part")
        try:
            with half.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            half.replace(path)
        finally:
            half.unlink(missing_ok=True)
        return name

    def _find_free(self, stem: str, suffix: str, expected: str | None) -> str:
        listed = {row["file"] for row in self._rows} - {expected}
        number, name = 1, f"{stem}{suffix}"
        while name in listed or os.path.lexists(self.path(name)):
            number += 1
            name = f"{stem}_{number}{suffix}"
        return name

    def list_row(self, row: Mapping[str, str], *, older: str | None = None) -> None:
        """Add the row of a file, or fill that of a file which is listed. A row goes above that of the ``older`` file
        which it replaces: of two the upper one is current where their days do not tell."""
        present = next((found for found in self._rows if found["file"] == row["file"]), None)
        if present is not None:
            present.update({key: value for key, value in row.items() if value})
            return
        at = next((at for at, found in enumerate(self._rows) if older and found["file"] == older), len(self._rows))
        self._rows.insert(at, {column: row.get(column, "") for column in self._columns})

    def rename_row(self, old: str, new: str) -> None:
        """A listed file turned out to be of another kind, and has another ending."""
        for row in self._rows:
            if row["file"] == old:
                row["file"] = new

    def is_listed(self, name: str) -> bool:
        """Whether the list has a row of the file."""
        return any(row["file"] == name for row in self._rows)

    def save(self) -> None:
        """Write the source list, whole or not at all; with a copy that spreadsheets open as it was."""
        text = io.StringIO(newline="")
        writer = csv.DictWriter(text, self._columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(self._rows)
        half = self._list.with_name(f".{FILE_NAME}.part")
        half.write_text(self._mark + text.getvalue(), "utf-8", newline="")
        half.replace(self._list)


def make_stem(host: str, words: str) -> str:
    """A name below the folder of fetched documents, without its ending, on any system: no separators, no control
    characters, no leading dot, not too long."""
    plain = sanitize_filename("".join(words.split()), replacement_text="_", platform="universal").strip(". ")
    cut = plain.encode("utf-8")[:_LONGEST_NAME].decode("utf-8", errors="ignore").rstrip(". ")
    place = sanitize_filename(host, replacement_text="_", platform="universal").strip(". ")
    return f"{FOLDER}/{place or 'host'}/{cut or 'report'}"


def is_safe_name(name: str) -> bool:
    """Whether a file that a list names would lie below the raw folder, visible, on any system."""
    parts = PurePosixPath(name).parts
    return bool(parts) and all(
        part not in ("/", "..") and not part.startswith(".") and sanitize_filename(part, platform="universal") == part
        for part in parts
    )
