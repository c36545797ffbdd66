"""What a build says of itself beside its database: how large it is and its checksum, and whether both still hold.

Size and header are looked at whenever a build is opened, which costs nothing; the checksum of the whole is for ingests,
for ``check``, and once for a process that serves the build, in the background. What is found damaged stays so for this
process until the file is another.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
from dataclasses import KW_ONLY, asdict, dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from threading import Lock, Thread

DATABASE = "countyscope.duckdb"
_MANIFEST = "manifest.json"
_MAGIC_AT, _MAGIC = 8, b"DUCK"
"""Where a DuckDB file says what it is, after the checksum of its first block."""
_LOG = logging.getLogger(__name__)


class Condition(StrEnum):
    """What is known of the database of a build."""

    WHOLE = "whole"
    DAMAGED = "damaged"
    UNPROVEN = "unproven"
    """Made by a version that left no manifest: it may be opened, and the next ingest makes it anew."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """``built_at`` is UTC; ``bytes`` and ``sha256`` are those of the database."""

    build_id: str
    built_at: str
    version: str
    documents: int
    _: KW_ONLY
    reports: int
    bytes: int
    sha256: str

    @property
    def time(self) -> datetime:
        """When the build was made, UTC."""
        return datetime.fromisoformat(self.built_at)


def write_manifest(folder: Path, build_id: str, built_at: datetime, version: str, counts: tuple[int, int]) -> None:
    """Write the manifest of a finished database; ``counts`` are its documents and reports."""
    database = folder / DATABASE
    documents, reports = counts
    manifest = Manifest(
        build_id=build_id,
        built_at=built_at.isoformat(),
        version=version,
        documents=documents,
        reports=reports,
        bytes=database.stat().st_size,
        sha256=_digest(database),
    )
    with (folder / _MANIFEST).open("w", encoding="utf-8") as file:
        json.dump(asdict(manifest), file, indent=1)
        file.flush()
        os.fsync(file.fileno())


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of a build; None where it has none. ValueError for one that cannot be understood."""
    try:
        manifest = Manifest(**json.loads((folder / _MANIFEST).read_text("utf-8")))
    except FileNotFoundError:
        return None
    except (TypeError, OSError) as reason:
        raise ValueError(_MANIFEST) from reason
    if not all(isinstance(number, int) for number in (manifest.documents, manifest.reports, manifest.bytes)):
        raise ValueError(_MANIFEST)
    return manifest


def estimate_condition(folder: Path) -> Condition:
    """By size and header alone, and by what this process has found before."""
    return _check_condition(folder, is_whole_hashed=False)


def check_condition(folder: Path) -> Condition:
    """By the checksum of the whole database."""
    return _check_condition(folder, is_whole_hashed=True)


def _check_condition(folder: Path, *, is_whole_hashed: bool) -> Condition:
    database = folder / DATABASE
    try:
        manifest = read_manifest(folder)
        with database.open("rb") as file:
            header, size = file.read(_MAGIC_AT + len(_MAGIC)), os.fstat(file.fileno()).st_size
        is_sound = header[_MAGIC_AT:] == _MAGIC and (manifest is None or size == manifest.bytes)
        if is_sound and manifest is not None and is_whole_hashed:
            is_sound = _digest(database) == manifest.sha256
        if not is_sound or _FOUND.is_damaged(database):
            return Condition.DAMAGED
    except (OSError, ValueError):
        return Condition.DAMAGED
    return Condition.WHOLE if manifest else Condition.UNPROVEN


class _Found:
    """Databases of this process that were hashed as a whole, and those of them that are damaged."""

    def __init__(self) -> None:
        self._lock, self._hashed, self._damaged = Lock(), set[tuple[object, ...]](), set[tuple[object, ...]]()

    def is_damaged(self, database: Path) -> bool:
        return _describe_state(database) in self._damaged

    def add_damaged(self, database: Path) -> None:
        self._damaged.add(_describe_state(database))

    def is_first(self, database: Path) -> bool:
        """Whether nobody has begun to hash it."""
        with self._lock:
            mark = _describe_state(database)
            is_first = mark not in self._hashed
            self._hashed.add(mark)
            return is_first


_FOUND = _Found()


def _describe_state(database: Path) -> tuple[object, ...]:
    """A file by its state: one that is put back from a copy is another."""
    stat = database.stat()
    return str(database.absolute()), stat.st_ino, stat.st_mtime_ns, stat.st_size


def confirm_damage(folder: Path) -> bool:
    """Hash the whole database now, since reading it failed; whether it is damaged, which this process then knows."""
    database = folder / DATABASE
    if check_condition(folder) is not Condition.DAMAGED:
        return False
    try:
        _FOUND.add_damaged(database)
    except FileNotFoundError:
        return False  # an old build that a newer one has replaced
    _LOG.warning("%s does not have its checksum and is not used", database)
    return True


def check_in_background(folder: Path) -> Thread | None:
    """Hash the whole database once in this process, while it is read; the thread that does, None where one has."""
    try:
        if not _FOUND.is_first(folder / DATABASE):
            return None
    except FileNotFoundError:
        return None
    thread = Thread(target=confirm_damage, args=(folder,), name=f"checksum of {folder.name}", daemon=True)
    thread.start()
    return thread


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
