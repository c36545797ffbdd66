"""Builds as directories: written beside, checksummed, then named by an atomically replaced pointer.

Readers open a build by its id, so they never wait and never see half of one. The current build and the one before
it are kept.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from analytics.errors import WarehouseError

DATABASE = "countyscope.duckdb"
_POINTER = "current"
_CHECKSUMS = "SHA256SUMS"


def builds_folder(warehouse: Path) -> Path:
    """Where builds stand."""
    return warehouse / "builds"


def current_build_id(warehouse: Path) -> str | None:
    """The id the pointer names, or None where nothing was ever published. Cheap: reads one small file."""
    try:
        return (warehouse / _POINTER).read_text("utf-8").strip() or None
    except FileNotFoundError:
        return None


def database_path(warehouse: Path, build_id: str | None = None) -> Path:
    """The database of a build, the current one by default. WarehouseError says what to do where there is none."""
    chosen = build_id or current_build_id(warehouse)
    if chosen is None:
        raise WarehouseError("no_build", warehouse=str(warehouse))
    path = builds_folder(warehouse) / chosen / DATABASE
    if not path.is_file():
        raise WarehouseError("build_missing", warehouse=str(warehouse), build=chosen)
    return path


def publish(warehouse: Path, build_id: str, partial: Path, *, kept: int) -> None:
    """Give a finished build its checksums and its place, name it current, remove the oldest."""
    (partial / _CHECKSUMS).write_text(f"{_digest(partial / DATABASE)}  {DATABASE}\n", "utf-8")
    os.replace(partial, builds_folder(warehouse) / build_id)
    pointer = warehouse / f".{_POINTER}.{build_id}"
    with pointer.open("w", encoding="utf-8") as file:
        file.write(build_id + "\n")
        file.flush()
        os.fsync(file.fileno())
    os.replace(pointer, warehouse / _POINTER)
    _remove_old(warehouse, build_id, kept)


def is_intact(warehouse: Path, build_id: str) -> bool:
    """Whether the database of a build still has the checksum it was published with."""
    folder = builds_folder(warehouse) / build_id
    stated = (folder / _CHECKSUMS).read_text("utf-8").split()[0]
    return stated == _digest(folder / DATABASE)


def _remove_old(warehouse: Path, current: str, kept: int) -> None:
    folders = sorted((one for one in builds_folder(warehouse).iterdir() if one.is_dir()), key=lambda one: one.name)
    finished = [one for one in folders if not one.name.startswith(".") and one.name != current]
    for folder in [*finished[: max(0, len(finished) - (kept - 1))], *(one for one in folders if one.name[0] == ".")]:
        shutil.rmtree(folder, ignore_errors=True)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def ingest_lock(warehouse: Path) -> Iterator[None]:
    """One ingest at a time; WarehouseError at once where another runs. The lock dies with its process."""
    warehouse.mkdir(parents=True, exist_ok=True)
    lock = FileLock(warehouse / ".ingest.lock", timeout=0)
    try:
        with lock:
            yield
    except Timeout as reason:
        raise WarehouseError("ingest_running", warehouse=str(warehouse)) from reason
