"""Lists that people and pages add to, row by row: read as the other lists beside the documents, written one writer at
a time.

A list is rewritten whole and takes its place at once, so that an ingest never meets half a row; what stands in it, the
order of its columns and further columns of the user's own included, stays as it is.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from analytics.collection.lists import check_place, make_value_error
from analytics.errors import CollectionError
from analytics.vocabulary.places.divisions import find_current_code

UNRESOLVED = "unresolved:"
"""How the key of an organ begins that stands for one report whose place or body nobody knows."""
_LOCK_SECONDS = 10


def read_organ_key(key: str, path: str, position: int) -> str:
    """The key of an organ under the division code in force now. CollectionError where it is none."""
    if key.startswith(UNRESOLVED):
        return key
    code, bar, body = key.partition("|")
    if not (code and bar and body):
        raise make_value_error(path, position, "organ", key)
    check_place(code, path, position)
    return f"{find_current_code(code)}|{body}"


def write_moment() -> str:
    """Now, as lists write it: UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def append_row(folder: str | Path, name: str, columns: Sequence[str], row: Mapping[str, object]) -> Path:
    """Add a row to the list ``name`` of a collection's folder, made with its head where it is absent; its path.

    Raises CollectionError where the folder is no folder of this machine, where the list lacks one of the ``columns``,
    or where it cannot be written; nothing is changed then.
    """
    root = Path(folder)
    if "://" in str(folder) or not root.is_dir():
        raise CollectionError("list_not_here", folder=str(folder), file=name)
    path = root / name
    try:
        with FileLock(root / f".{name}.lock", timeout=_LOCK_SECONDS):
            content = path.read_bytes() if path.exists() else b""
            _replace(path, content + _write_row(content, columns, row, path))
    except (Timeout, OSError) as reason:
        raise CollectionError("list_not_written", file=str(path)) from reason
    return path


def _write_row(content: bytes, columns: Sequence[str], row: Mapping[str, object], path: Path) -> bytes:
    """The row under the columns that the list has; a new list begins with a byte order mark, by which spreadsheets know
    its encoding."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as reason:
        raise CollectionError("sources_encoding", file=str(path)) from reason
    names = csv.DictReader(io.StringIO(text)).fieldnames or ()
    missing = [column for column in columns if column not in names]
    if text.strip() and missing:
        raise CollectionError("sources_column_missing", file=str(path), columns=missing)
    out = io.StringIO()
    writer = csv.DictWriter(out, names or columns, restval="", lineterminator="\r\n")
    if not text.strip():
        writer.writeheader()
    elif not text.endswith(("\n", "\r")):
        out.write("\r\n")
    writer.writerow({name: _write_value(row[name]) for name in columns})
    return out.getvalue().encode("utf-8" if content else "utf-8-sig")


def _write_value(value: object) -> str:
    text = "" if value is None else f"{value:.15g}" if isinstance(value, float) else str(value)
    return text.replace("\0", "")


def _replace(path: Path, content: bytes) -> None:
    partial = path.with_name(f".{path.name}.partial")
    try:
        with partial.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(partial, path)
    finally:
        partial.unlink(missing_ok=True)
