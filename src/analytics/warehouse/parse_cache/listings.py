"""What was found in each file of a raw folder when it was last opened, kept beside the cache.

A file with the size, times and inode that it had then is not opened again: neither hashed nor, as an archive, unpacked.
Nothing is kept of a file that changed a moment before it was listed, since it may change once more within the same tick
of the clock, nor of one that could not be read for a reason of the moment.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from analytics.documents.containers.archived import ListedFile
from analytics.documents.found import Found, Stamp
from analytics.errors import DocumentError
from analytics.warehouse.columns import write_json
from analytics.warehouse.parse_cache.fingerprints import make_fingerprint

_FILE = "listings.parquet"
_SETTLED_NS = 2_000_000_000
"""The coarsest clock of a file system that is in use, FAT's, ticks every two seconds."""
_FIELDS: list[tuple[str, pa.DataType]] = [
    ("file", pa.string()), *((field, pa.int64()) for field in Stamp._fields), ("name", pa.string()),
    ("sha256", pa.string()), ("bytes", pa.int64()), ("refused", pa.string()), ("operands", pa.string()),
]  # fmt: skip
_SCHEMA = pa.schema(_FIELDS)

Documents = tuple[ListedFile, ...]


class Listings:
    """The documents in each file of one raw folder, as of the last ingest into a warehouse."""

    def __init__(self, warehouse: Path, raw: str | Path) -> None:
        self._path = warehouse / _FILE
        self._mark = {b"made_for": json.dumps([make_fingerprint(), os.path.abspath(raw)]).encode()}
        self._kept = self._read()

    def known(self, file: Found) -> Documents | None:
        """The documents in a file; None where it was never opened or has changed."""
        stamp, documents = self._kept.get(file.name, (None, ()))
        return documents if stamp is not None and stamp == file.stamp else None

    def keep(self, listed: Mapping[Found, Documents], *, since_ns: int) -> None:
        """Keep what was found in files, and nothing of others. ``since_ns`` is the time when listing began."""
        kept = {
            file.name: (file.stamp, documents)
            for file, documents in listed.items()
            if file.stamp is not None and _is_settled(file.stamp, documents, since_ns)
        }
        if kept != self._kept or not self._path.exists():
            self._kept = kept
            self._write()

    def _read(self) -> dict[str, tuple[Stamp, Documents]]:
        kept: dict[str, tuple[Stamp, Documents]] = {}
        try:
            table = pq.read_table(self._path)
        except (OSError, pa.ArrowException):
            return kept  # absent or damaged: everything is listed anew
        if table.schema.metadata != self._mark or not table.schema.equals(_SCHEMA):
            return kept
        for row in table.to_pylist():
            stamp = Stamp(*(row[field] for field in Stamp._fields))
            _, documents = kept.get(row["file"], (stamp, ()))
            kept[row["file"]] = stamp, (*documents, _restore_listed(row))
        return kept

    def _write(self) -> None:
        rows = [
            {"file": name, **stamp._asdict(), **_make_row(document)}
            for name, (stamp, documents) in self._kept.items()
            for document in documents
        ]
        partial = self._path.with_suffix(".part")
        try:
            table = pa.Table.from_pylist(rows, schema=_SCHEMA.with_metadata(self._mark))
            pq.write_table(table, partial)
            os.replace(partial, self._path)
        finally:
            partial.unlink(missing_ok=True)


def read_time_ns() -> int:
    """The time of this machine, to compare with stamps."""
    return time.time_ns()


def _is_settled(stamp: Stamp, documents: Iterable[ListedFile], since_ns: int) -> bool:
    is_transient = any(document.refusal and document.refusal.is_transient for document in documents)
    return not is_transient and max(stamp.modified_ns, stamp.changed_ns) < since_ns - _SETTLED_NS


def _make_row(document: ListedFile) -> dict[str, Any]:
    refusal = document.refusal
    return {
        "name": document.name, "sha256": document.sha256, "bytes": document.size,
        "refused": refusal.key if refusal else None,
        "operands": write_json(refusal.operands) if refusal else None,
    }  # fmt: skip


def _restore_listed(row: Mapping[str, Any]) -> ListedFile:
    refusal = DocumentError(row["refused"], **json.loads(row["operands"])) if row["refused"] else None
    return ListedFile(row["name"], row["sha256"], row["bytes"], refusal)
