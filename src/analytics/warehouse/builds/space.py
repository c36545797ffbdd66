"""A disk that is full → one sentence with the space that is needed, whichever library met it first."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from analytics.errors import WarehouseError
from analytics.warehouse.builds.publish import find_builds_folder

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_WORDS = ("no space left", "not enough space", "file too large", "quota exceeded")
"""DuckDB passes on what the system says, as text."""
_EMPTY_BUILD_BYTES, _PER_CACHED_BYTE = 4_000_000, 10
"""A build without reports, and how much larger a build is than the packed rows of the cache: 3.2 MB for 14 reports
(39 kB of rows), 5.0 MB for 420 (556 kB)."""


@contextmanager
def explain_no_room(warehouse: Path) -> Iterator[None]:
    """Say in a sentence that there was no room. WarehouseError ``disk_full``; other errors pass."""
    try:
        yield
    except (OSError, duckdb.Error, WarehouseError) as reason:
        if not is_full(reason):
            raise
        needed = estimate_needed_bytes(warehouse)
        free = _measure_free_bytes(warehouse)
        raise WarehouseError(
            "disk_full", warehouse=str(warehouse), needed_mb=f"{needed / 1e6:.0f}", free_mb=f"{free / 1e6:.0f}"
        ) from reason


@contextmanager
def explain_unwritable(path: Path) -> Iterator[None]:
    """Say in a sentence that a file or folder could not be written. WarehouseError ``disk_full_writing`` or
    ``not_writable``."""
    try:
        yield
    except Exception as reason:
        if not is_full(reason):
            if isinstance(reason, OSError):
                why = reason.strerror or str(reason)
                raise WarehouseError("not_writable", file=str(path), reason=why) from reason
            raise
        free = _measure_free_bytes(path.absolute().parent)
        raise WarehouseError("disk_full_writing", file=str(path), free_mb=f"{free / 1e6:.1f}") from reason


def _measure_free_bytes(path: Path) -> int:
    """Room on the disk of a path, or of the nearest folder above it that is there."""
    there = next(folder for folder in (path.absolute(), *path.absolute().parents) if folder.is_dir())
    return shutil.disk_usage(there).free


def is_full(reason: BaseException) -> bool:
    """Whether an error, or what it came from, says that there is no room."""
    below = reason.__cause__ or reason.__context__
    if isinstance(reason, OSError) and reason.errno in _FULL:
        return True
    if isinstance(reason, OSError | duckdb.Error) and any(words in str(reason).lower() for words in _WORDS):
        return True
    return below is not None and is_full(below)


def estimate_needed_bytes(warehouse: Path) -> int:
    """About how much room another build takes while it is made: as much as the largest kept one, or as what is in the
    cache will take, and half as much again for sorting."""
    kept = [_measure_size(folder) for folder in find_builds_folder(warehouse).glob("[!.]*")]
    cached = _measure_size(warehouse / "cache")
    return int(1.5 * max([_EMPTY_BUILD_BYTES + _PER_CACHED_BYTE * cached, *kept]))


def _measure_size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
