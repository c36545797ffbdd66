"""A few documents at a time → a batch of rows: what one process does, whichever it is."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import TypeVar

from analytics.documents.detect import read, read_again, read_bytes, read_bytes_again, read_pages
from analytics.documents.folder import Folder, Found, ListedFile
from analytics.documents.found import describe_fault
from analytics.documents.model import Document
from analytics.documents.scans.photographed import hash_files
from analytics.documents.word.office import convert_together
from analytics.errors import CollectionError, CountyScopeError, DocumentError
from analytics.reports.model import Report
from analytics.reports.parse import parse
from analytics.settings import Limits, Settings
from analytics.warehouse.builds.space import is_full
from analytics.warehouse.parse_cache.shards import Batch

Task = Sequence[ListedFile]


Item = TypeVar("Item")


Result = TypeVar("Result")


Submit = Callable[[Sequence[Item]], "Future[Result]"]


Listing = tuple[Found, tuple[ListedFile, ...]]


_MANY_TASKS, _MOST_FILES = 200, 1_000
"""Tasks of a large collection, and documents of one of its tasks, at most."""


def split_into_tasks(documents: Iterable[ListedFile], settings: Settings) -> list[Task]:
    """Documents in order, cut by number and by bytes; of very many by a larger number, since each task is a shard."""
    every = list(documents)
    most = max(settings.batch_files, min(_MOST_FILES, len(every) // _MANY_TASKS))
    tasks: list[list[ListedFile]] = []
    room = 0
    for document in every:
        if not tasks or len(tasks[-1]) >= most or document.size > room:
            tasks.append([])
            room = settings.batch_bytes
        tasks[-1].append(document)
        room -= document.size
    return list(tasks)


def reject_unread(documents: Iterable[ListedFile]) -> Batch:
    """What is recorded of documents that listing refused."""
    batch = Batch()
    for document in documents:
        if document.refusal is not None:
            operands = {**document.refusal.operands, "file": document.name}
            batch.reject(document.name, document.sha256, document.size, document.refusal.key, operands)
    return batch


def list_batch(raw: str | Path, files: Sequence[Found], limits: Limits) -> list[Listing]:
    """The documents in some files. Raises MemoryError."""
    with Folder(raw, limits) as folder:
        return [(file, folder.documents(file)) for file in files]


def parse_file(file: Path, limits: Limits) -> tuple[Report, ...]:
    """The reports of one file. Raises DocumentError."""
    try:
        return parse(read(file, limits=limits), hints=(str(file),), again=lambda: read_again(file, limits=limits))
    except CountyScopeError:
        raise
    except Exception as reason:
        raise _make_failure(file.name, reason) from reason


def parse_batch(raw: str | Path, task: Task, limits: Limits) -> Batch:
    """Read the documents of one task. Whatever one of them does, the others are read."""
    batch = Batch()
    try:
        folder = _open_folder(raw, limits)
    except CollectionError:
        for document in task:
            batch.reject(document.name, document.sha256, document.size, "raw_away", {"file": document.name})
        return batch
    found = [(document, _fetch_files(folder, document)) for document in task]
    single = (files[0] for _, files in found if not isinstance(files, Exception) and len(files) == 1)
    conversions = convert_together(single, limits)
    for document, data in found:
        _read_into(batch, document, data, limits, conversions)
    return batch


_kept = threading.local()


def _open_folder(raw: str | Path, limits: Limits) -> Folder:
    """The raw folder of this process. It keeps the archive open that was read last, since opening one of ten thousand
    members takes longer than reading a member; a remote one is opened anew, as it gives no stamp to trust."""
    kept: Folder | None = getattr(_kept, "folder", None)
    if kept is None or kept.is_remote or (kept.address, kept.limits) != (str(raw), limits):
        close_folder()
        kept = _kept.folder = Folder(raw, limits)
    return kept


def close_folder() -> None:
    """Close the raw folder that this thread kept open."""
    kept: Folder | None = getattr(_kept, "folder", None)
    _kept.folder = None
    if kept is not None:
        kept.close()


def _fetch_files(folder: Folder, document: ListedFile) -> tuple[bytes, ...] | Exception:
    """The bytes of a document's files, or why there are none."""
    try:
        return _read_files(folder, document)
    except Exception as reason:  # noqa: BLE001 -- it is recorded where the user sees it
        return reason


def _read_into(
    batch: Batch,
    document: ListedFile,
    found: tuple[bytes, ...] | Exception,
    limits: Limits,
    conversions: Mapping[str, bytes],
) -> None:
    name, sha256, size = document.name, document.sha256, document.size
    try:
        if isinstance(found, Exception):
            raise found
        sha256, size = hash_files(found), sum(map(len, found))
        again: Callable[[], Document | None]
        if len(found) > 1:
            content = read_pages(found, name=name, limits=limits)
            again = partial(read_pages, found, name=name, limits=limits, reading=1)
        else:
            content = read_bytes(found[0], name=name, limits=limits, conversions=conversions)
            again = partial(read_bytes_again, found[0], name=name, limits=limits)
        batch.add(name, size, content, parse(content, hints=(name,), again=again), pages=document.pages)
    except DocumentError as refusal:
        batch.reject(name, sha256, size, refusal.key, {**refusal.operands, "file": name})
    except Exception as reason:  # noqa: BLE001
        # A defect of ours must not cost the other documents; it is recorded where the user sees it.
        failure = _make_failure(name, reason)
        batch.reject(name, sha256, size, failure.key, failure.operands)


_PAUSES = (0.1, 0.4, 1.5)
"""Seconds before a file that is being changed is read again."""


def _read_files(folder: Folder, document: ListedFile) -> tuple[bytes, ...]:
    """The bytes of a document's files as they were listed; of one that has changed since, as soon as two readings
    agree."""
    sha256 = document.sha256
    for pause in (*_PAUSES, None):
        try:
            files = folder.files_of(document.name, document.pages)
        except DocumentError as refusal:
            if refusal.key == "archive_damaged":  # it was whole when it was listed
                raise DocumentError("document_changing", file=document.name) from refusal
            raise
        found = hash_files(files)
        if found == sha256:
            return files
        sha256 = found
        if pause is not None:
            time.sleep(pause)
    raise DocumentError("document_changing", file=document.name)


def _make_failure(name: str, reason: Exception) -> DocumentError:
    """What is said of a document that raised an exception nobody foresaw."""
    if isinstance(reason, MemoryError):
        return DocumentError("reader_out_of_memory", file=name)
    if isinstance(reason, OSError) and is_full(reason):
        return DocumentError("disk_full_reading", file=name)
    if isinstance(reason, OSError) and reason.errno:
        return describe_fault(reason, name)
    return DocumentError("reader_failed", file=name, reason=repr(reason))
