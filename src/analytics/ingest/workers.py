"""Documents → batches of rows: in this process, on a pool of processes, or on a Dask cluster.

Pool and cluster stand behind one seam, a function from a task to a ``concurrent.futures.Future``. Tasks are handed
out a few at a time, so that memory does not grow with the collection. A task that is lost, because a document killed
its process or took too long, is read again document by document: only the one at fault is refused. Archives are listed
in the same way, and single documents read for the command line.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from pebble import ProcessExpired, ProcessPool

from analytics.documents.folder import Folder, Found, ListedFile
from analytics.errors import CountyScopeError, DocumentError
from analytics.ingest.clusters import make_absolute, open_cluster
from analytics.ingest.tasks import (
    Item,
    Listing,
    Result,
    Submit,
    Task,
    close_folder,
    list_batch,
    parse_batch,
    parse_file,
)
from analytics.reports.model import Report
from analytics.settings import Limits, Settings
from analytics.warehouse.parse_cache.shards import Batch

Lost = list[tuple[Sequence[Item], Exception]]

_AHEAD = 3
"""Tasks handed out for each worker: one under way, two waiting."""
_TASKS_A_PROCESS = 200
"""Then a process is replaced: what native libraries leak stays small."""


def read_here(settings: Settings, tasks: Iterable[Task]) -> Iterator[tuple[Batch, int]]:
    """(batch, number of documents) of every task, one after another, without a time limit."""
    try:
        for task in tasks:
            yield parse_batch(settings.raw, task, settings.limits), len(task)
    finally:
        close_folder()


def read_apart(
    settings: Settings,
    tasks: Sequence[Task],
    *,
    jobs: int,
    scheduler: str | None = None,
    brought_back: Callable[[int], None] | None = None,
) -> Iterator[tuple[Batch, int]]:
    """(batch, number of documents) of every task in order of completion, from ``jobs`` processes or from the cluster
    whose Dask scheduler has the address. Raises CollectionError where the cluster cannot be reached or cannot read.
    ``brought_back`` hears of documents that the cluster lost and that are read on this machine instead."""
    lost: Lost[ListedFile] = []
    jobs = min(jobs, sum(map(len, tasks)))
    if scheduler is None:
        with _open_pool(settings, jobs) as submit:
            yield from _gather(submit, tasks, jobs, lost)
    else:
        settings = replace(settings, raw=make_absolute(settings.raw))
        tasks = list(tasks)
        with open_cluster(settings, scheduler, sample=tasks[0][0]) as (submit, workers):
            yield from _gather(submit, tasks, workers, lost, patience=settings.limits.document_seconds)
    again = _split_lost(lost)
    if again:
        if scheduler is not None and brought_back is not None:
            brought_back(len(again))
        with _open_pool(settings, jobs) as submit:
            yield from _gather(submit, again, jobs, lost)
    for task, reason in lost:
        yield _reject_document(task[0], reason, settings.limits), 1


def list_here(settings: Settings, files: Iterable[Found]) -> Iterator[Listing]:
    """The documents in every file, in this process; archives within the time limit."""
    with Folder(settings.raw, settings.limits) as folder:
        for file in files:
            yield file, folder.documents(file)


def list_apart(settings: Settings, files: Iterable[Found], *, jobs: int) -> Iterator[Listing]:
    """The documents in every file, in no order: what may be an archive is opened in other processes, each file within
    limits of time and memory."""
    with Folder(settings.raw, settings.limits) as folder:
        packed = []
        for file in files:
            if folder.may_be_archive(file):
                packed.append([file])
            else:
                yield file, folder.documents(file)
    if not packed:
        return
    lost: Lost[Found] = []
    seconds = settings.limits.archive_seconds * 1.5  # a listing watches its own time; this is for one that hangs
    with _open_pool(settings, min(jobs, len(packed)), list_batch, seconds) as submit:
        for listings, _ in _gather(submit, packed, jobs, lost):
            yield from listings
    for task, reason in lost:
        yield task[0], (_make_unlisted(task[0], reason, settings.limits),)


def read_files(files: Iterable[Path], limits: Limits) -> Iterator[tuple[Path, tuple[Report, ...]]]:
    """The reports of each file, read in a process of its own within the limits. Raises DocumentError."""
    with _process_pool(1, limits) as pool:
        for file in files:
            future = pool.schedule(parse_file, args=(file, limits), timeout=limits.document_seconds)
            try:
                yield file, future.result()
            except CountyScopeError:
                raise
            except Exception as reason:
                raise _describe_death(file.name, reason, limits) from reason


def _split_lost(lost: Lost[Item]) -> list[list[Item]]:
    """Each item of the tasks that were lost and held more than one; these tasks count as lost no more."""
    again = [[item] for task, _ in lost if len(task) > 1 for item in task]
    lost[:] = [(task, reason) for task, reason in lost if len(task) == 1]
    return again


def _gather(
    submit: Submit[Item, Result],
    tasks: Iterable[Sequence[Item]],
    workers: int,
    lost: Lost[Item],
    patience: float | None = None,
) -> Iterator[tuple[Result, int]]:
    """Results as they are done. Without ``patience`` the tasks have a time limit of their own; with it, all that is
    under way counts as lost once nothing has been done for so many seconds."""
    coming, waiting = iter(tasks), dict[Future[Result], Sequence[Item]]()
    while True:
        for task in islice(coming, _AHEAD * workers - len(waiting)):
            try:
                waiting[submit(task)] = task
            except Exception as reason:  # noqa: BLE001
                lost.append((task, reason))  # a pool whose worker died while it started another takes no more
        if not waiting:
            lost.extend((task, OSError()) for task in coming)
            return
        done, _ = wait(waiting, timeout=patience, return_when=FIRST_COMPLETED)
        if not done:
            lost.extend((task, TimeoutError()) for task in waiting.values())
            for future in waiting:
                future.cancel()
            waiting.clear()
        for future in done:
            task = waiting.pop(future)
            try:
                yield future.result(), len(task)
            except Exception as reason:  # noqa: BLE001
                # Whatever became of the process, its documents are read again one by one.
                lost.append((task, reason))


@contextmanager
def _process_pool(jobs: int, limits: Limits) -> Iterator[ProcessPool]:
    """Processes whose memory is limited where the system can; what is under way is stopped when it is left."""
    context = multiprocessing.get_context("forkserver" if sys.platform == "linux" else "spawn")
    if sys.platform == "linux":
        context.set_forkserver_preload([__name__])
    with ProcessPool(jobs, _TASKS_A_PROCESS, _limit_memory, (limits.worker_bytes,), context) as pool:
        try:
            yield pool
        except BaseException:
            pool.stop()  # type: ignore[no-untyped-call]
            raise


@contextmanager
def _open_pool(
    settings: Settings, jobs: int, work: Callable[..., Any] | None = None, seconds: float | None = None
) -> Iterator[Callable[[Sequence[Any]], Future[Any]]]:
    """Processes that do the work, reading by default, on each task within a time limit."""
    limits = settings.limits
    with _process_pool(jobs, limits) as pool:
        yield lambda task: pool.schedule(
            work or parse_batch, args=(settings.raw, task, limits), timeout=seconds or limits.document_seconds
        )


def _limit_memory(size: int) -> None:
    """A document that asks for more fails alone instead of making the machine swap."""
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (size, size))


def _reject_document(document: ListedFile, reason: Exception, limits: Limits) -> Batch:
    batch, refusal = Batch(), _describe_death(document.name, reason, limits)
    batch.reject(document.name, document.sha256, document.size, refusal.key, refusal.operands)
    return batch


def _make_unlisted(file: Found, reason: Exception, limits: Limits) -> ListedFile:
    refusal = _describe_death(file.name, reason, limits)
    if refusal.key == "reader_timed_out":
        refusal = DocumentError("listing_timed_out", file=file.name, seconds=limits.archive_seconds)
    if refusal.key == "reader_out_of_memory":
        refusal = DocumentError("listing_out_of_memory", file=file.name)
    return ListedFile(file.name, "", file.stamp.size if file.stamp else 0, refusal)


def _describe_death(name: str, reason: Exception, limits: Limits) -> DocumentError:
    """What is said of a document whose process gave no answer."""
    if isinstance(reason, TimeoutError):
        return DocumentError("reader_timed_out", file=name, seconds=limits.document_seconds)
    if isinstance(reason, MemoryError):
        return DocumentError("reader_out_of_memory", file=name)
    if isinstance(reason, ProcessExpired):
        return DocumentError("reader_died", file=name)
    return DocumentError("reader_not_started", file=name, reason=_name_reason(reason))


def _name_reason(reason: Exception) -> str:
    return " ".join(str(reason).split()) or type(reason).__name__
