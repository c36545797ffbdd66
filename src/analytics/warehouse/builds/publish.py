"""Builds as directories: written beside, with a manifest, then named by an atomically replaced pointer.

Readers open a build by its id, so they never wait and never see half of one. The current build and the one before
it are kept; a damaged one is never kept instead of a whole one.
"""

from __future__ import annotations

import codecs
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from filelock import FileLock, Timeout

from analytics.errors import WarehouseError
from analytics.warehouse.builds.manifest import DATABASE, Condition, check_condition, estimate_condition

SEARCH = "search"
"""Folder of a build that holds the index of its narratives. It is made anew from them where it is gone."""
_POINTER = "current"
_ID_FORMAT = "%Y%m%dT%H%M%S%f"
_ID = re.compile(r"\d{8}T\d{12}")
_MOST_POINTER_BYTES = 1000
_BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def find_builds_folder(warehouse: Path) -> Path:
    """Where builds stand."""
    return warehouse / "builds"


def find_current_build_id(warehouse: Path) -> str | None:
    """The id the pointer names, or None where nothing was ever published. Cheap: reads one small file.

    An editor or a shell may have written the pointer in another encoding; WarehouseError where it names no build.
    """
    try:
        with (warehouse / _POINTER).open("rb") as file:
            content = file.read(_MOST_POINTER_BYTES)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as reason:
        raise WarehouseError("pointer_unreadable", file=str(warehouse / _POINTER)) from reason
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS if content.startswith(mark)), "ascii")
    with suppress(UnicodeDecodeError):
        build_id = content.decode(encoding).strip()
        if _ID.fullmatch(build_id):
            return build_id
    raise WarehouseError("pointer_unreadable", file=str(warehouse / _POINTER))


def build_ids(warehouse: Path) -> list[str]:
    """The builds that are kept, the oldest first."""
    folder = find_builds_folder(warehouse)
    return sorted(build.name for build in folder.iterdir() if _ID.fullmatch(build.name)) if folder.is_dir() else []


def make_next_build_id(warehouse: Path) -> str:
    """The time, or just after the latest build where the clock was set back: ids tell which build is newer."""
    times = [datetime.now(UTC).replace(tzinfo=None)]
    for build_id in (*build_ids(warehouse), read_named_build_id(warehouse)):
        with suppress(ValueError, OverflowError):  # a folder that somebody named alike tells no time
            times.append(datetime.strptime(build_id, _ID_FORMAT) + timedelta(microseconds=1))
    return max(times).strftime(_ID_FORMAT)


def find_database_path(warehouse: Path, build_id: str | None = None) -> Path:
    """The database of a build, the current one by default. WarehouseError says what to do where there is none."""
    chosen = build_id or find_current_build_id(warehouse)
    if chosen is None:
        raise WarehouseError("no_build", warehouse=str(warehouse))
    path = find_builds_folder(warehouse) / chosen / DATABASE
    if not path.is_file():
        raise WarehouseError("build_missing", warehouse=str(warehouse), build=chosen)
    return path


def find_usable_build_id(warehouse: Path) -> str | None:
    """The current build or, where it is damaged, the newest kept one that is not; None where nothing was published.

    Looks at size and header only. WarehouseError where no kept build can be used.
    """
    try:
        current = find_current_build_id(warehouse)
        if current is None:
            return None
        find_database_path(warehouse, current)
        reason = WarehouseError("build_damaged", warehouse=str(warehouse), build=current)
        if estimate_condition(find_builds_folder(warehouse) / current) is not Condition.DAMAGED:
            return current
    except WarehouseError as refusal:
        reason = refusal
    for build_id in reversed(build_ids(warehouse)):
        if estimate_condition(find_builds_folder(warehouse) / build_id) is not Condition.DAMAGED:
            return build_id
    raise reason


def read_named_build_id(warehouse: Path) -> str:
    """What the pointer names, for a sentence: empty where that cannot be told."""
    try:
        return find_current_build_id(warehouse) or ""
    except WarehouseError:
        return ""


def publish(warehouse: Path, build_id: str, partial: Path, *, kept: int) -> None:
    """Give a finished build its place, name it current, remove the oldest."""
    os.replace(partial, find_builds_folder(warehouse) / build_id)
    try:
        point_to_build(warehouse, build_id)
    except BaseException:
        if read_named_build_id(warehouse) != build_id:  # else it is current already, whatever came after
            shutil.rmtree(find_builds_folder(warehouse) / build_id, ignore_errors=True)
        raise
    _remove_old(warehouse, build_id, kept)


def point_to_build(warehouse: Path, build_id: str) -> None:
    """Replace the pointer; whatever interrupts it, the old one or the new one stands there whole."""
    pointer = warehouse / f".{_POINTER}.{build_id}"
    try:
        with pointer.open("w", encoding="ascii") as file:
            file.write(build_id + "\n")
            file.flush()
            os.fsync(file.fileno())
        os.replace(pointer, warehouse / _POINTER)
    finally:
        pointer.unlink(missing_ok=True)


def remove_leftovers(warehouse: Path) -> None:
    """Remove what ingests that were killed left half done. Only for who has the lock."""
    for folder in find_builds_folder(warehouse).glob(".*"):
        shutil.rmtree(folder, ignore_errors=True)
    for pointer in warehouse.glob(f".{_POINTER}.*"):
        pointer.unlink(missing_ok=True)


def _remove_old(warehouse: Path, current: str, kept: int) -> None:
    room = kept - 1
    for build_id in sorted((candidate for candidate in build_ids(warehouse) if candidate != current), reverse=True):
        if room > 0 and check_condition(find_builds_folder(warehouse) / build_id) is not Condition.DAMAGED:
            room -= 1
        else:
            shutil.rmtree(find_builds_folder(warehouse) / build_id, ignore_errors=True)


@contextmanager
def hold_ingest_lock(warehouse: Path) -> Iterator[None]:
    """One ingest at a time; WarehouseError at once where another runs. The lock dies with its process."""
    warehouse.mkdir(parents=True, exist_ok=True)
    lock = FileLock(warehouse / ".ingest.lock", timeout=0)
    try:
        with lock:
            yield
    except Timeout as reason:
        raise WarehouseError("ingest_running", warehouse=str(warehouse)) from reason
