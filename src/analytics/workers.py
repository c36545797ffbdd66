"""Documents → batches of rows: in this process, on a pool of processes, or on a Dask cluster.

Pool and cluster stand behind one seam, a function from a task to a ``concurrent.futures.Future``. Tasks are handed
out a few at a time, so that memory does not grow with the collection. A task that is lost, because a document killed
its process or took too long, is read again document by document: only the one at fault is refused. Archives are listed
in the same way, and single documents read for the command line.
"""

from __future__ import annotations

import errno
import hashlib
import multiprocessing
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar

from pebble import ProcessExpired, ProcessPool

from analytics.documents.detect import again_of, read, read_again, read_bytes
from analytics.documents.folder import Folder, Found, Listed
from analytics.documents.found import fault
from analytics.errors import CollectionError, CountyScopeError, DocumentError
from analytics.reports.model import Report
from analytics.reports.parse import parse
from analytics.settings import Limits, Settings
from analytics.warehouse.shards import Batch

Task = Sequence[Listed]
Item = TypeVar("Item")
Result = TypeVar("Result")
Submit = Callable[[Sequence[Item]], "Future[Result]"]
Lost = list[tuple[Sequence[Item], Exception]]
Listing = tuple[Found, tuple[Listed, ...]]

_AHEAD = 3
"""Tasks handed out for each worker: one under way, two waiting."""
_MANY_TASKS, _MOST_FILES = 200, 1_000
"""Tasks of a large collection, and documents of one of its tasks, at most."""
_TASKS_A_PROCESS = 200
"""Then a process is replaced: what native libraries leak stays small."""


def tasks_of(documents: Iterable[Listed], settings: Settings) -> list[Task]:
    """Documents in order, cut by number and by bytes; of very many by a larger number, since each task is a shard."""
    every = list(documents)
    most = max(settings.batch_files, min(_MOST_FILES, len(every) // _MANY_TASKS))
    tasks: list[list[Listed]] = []
    room = 0
    for document in every:
        if not tasks or len(tasks[-1]) >= most or document.size > room:
            tasks.append([])
            room = settings.batch_bytes
        tasks[-1].append(document)
        room -= document.size
    return list(tasks)


def refused_unread(documents: Iterable[Listed]) -> Batch:
    """What is recorded of documents that listing refused."""
    batch = Batch()
    for document in documents:
        if document.refusal is not None:
            operands = {**document.refusal.operands, "file": document.name}
            batch.reject(document.name, document.sha256, document.size, document.refusal.key, operands)
    return batch


def read_here(settings: Settings, tasks: Iterable[Task]) -> Iterator[tuple[Batch, int]]:
    """(batch, number of documents) of every task, one after another, without a time limit."""
    try:
        for task in tasks:
            yield parse_batch(settings.raw, task, settings.limits), len(task)
    finally:
        _close_folder()


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
    lost: Lost[Listed] = []
    jobs = min(jobs, sum(map(len, tasks)))
    if scheduler is None:
        with _pool(settings, jobs) as submit:
            yield from _gather(submit, tasks, jobs, lost)
    else:
        settings = replace(settings, raw=absolute(settings.raw))
        tasks = list(tasks)
        with _cluster(settings, scheduler, sample=tasks[0][0]) as (submit, workers):
            yield from _gather(submit, tasks, workers, lost, patience=settings.limits.document_seconds)
    again = _one_by_one(lost)
    if again:
        if scheduler is not None and brought_back is not None:
            brought_back(len(again))
        with _pool(settings, jobs) as submit:
            yield from _gather(submit, again, jobs, lost)
    for task, reason in lost:
        yield _refused(task[0], reason, settings.limits), 1


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
    with _pool(settings, min(jobs, len(packed)), list_batch, seconds) as submit:
        for listings, _ in _gather(submit, packed, jobs, lost):
            yield from listings
    for task, reason in lost:
        yield task[0], (_unlisted(task[0], reason, settings.limits),)


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
                raise _death(file.name, reason, limits) from reason


def _one_by_one(lost: Lost[Item]) -> list[list[Item]]:
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
def _pool(
    settings: Settings, jobs: int, work: Callable[..., Any] | None = None, seconds: float | None = None
) -> Iterator[Callable[[Sequence[Any]], Future[Any]]]:
    """Processes that do the work, reading by default, on each task within a time limit."""
    limits = settings.limits
    with _process_pool(jobs, limits) as pool:
        yield lambda task: pool.schedule(
            work or parse_batch, args=(settings.raw, task, limits), timeout=seconds or limits.document_seconds
        )


@contextmanager
def _cluster(settings: Settings, address: str, *, sample: Listed) -> Iterator[tuple[Submit[Listed, Batch], int]]:
    try:
        from distributed import Client
    except ImportError as reason:
        raise CollectionError("cluster_missing") from reason
    try:
        client: AbstractContextManager[Any] = Client(  # type: ignore[no-untyped-call]
            address, timeout=_CONNECT_SECONDS, set_as_default=False
        )
    except (OSError, ValueError, TimeoutError) as reason:
        raise CollectionError("cluster_unreachable", address=address) from reason
    with client as connected:
        _refuse_unable(connected, address, settings, sample)
        executor = connected.get_executor(pure=False)
        workers = sum(connected.nthreads().values())
        yield partial(_submit, executor, settings), max(1, workers)


_CONNECT_SECONDS, _ANSWER_SECONDS = 4, 3
"""To reach the scheduler, then each for a worker to be there and for all of them to read: ten seconds together."""


def absolute(raw: str | Path) -> str | Path:
    """The folder as every process finds it, wherever it runs; other addresses are so already."""
    return raw if "://" in str(raw) else Path(raw).absolute()


def _refuse_unable(client: Any, address: str, settings: Settings, sample: Listed) -> None:
    """CollectionError where the cluster has no worker, or one that cannot read the first document."""
    try:
        client.wait_for_workers(1, timeout=_ANSWER_SECONDS)
    except TimeoutError as reason:
        raise CollectionError("cluster_empty", address=address) from reason
    answers = Future[dict[str, Any]]()
    Thread(target=_ask, args=(client, answers, settings, sample), daemon=True).start()
    try:
        found = answers.result(_ANSWER_SECONDS)
    except Exception as reason:
        raise CollectionError("cluster_silent", address=address, reason=repr(reason)) from reason
    unable = {worker: answer for worker, answer in found.items() if answer is not None}
    if unable:
        raise CollectionError(
            "cluster_cannot_read", address=address, workers=", ".join(sorted(unable)), folder=str(settings.raw),
            reason=str(next(iter(unable.values()))),
        )  # fmt: skip


def _ask(client: Any, answers: Future[dict[str, Any]], settings: Settings, sample: Listed) -> None:
    """Ask past the queue of the workers, which may be busy for others."""
    try:
        answers.set_result(client.run(what_hinders, settings.raw, sample, settings.limits, on_error="return"))
    except Exception as reason:  # noqa: BLE001 whoever waits for the answers raises it
        answers.set_exception(reason)


def what_hinders(raw: str | Path, sample: Listed, limits: Limits) -> str | None:
    """Why this process cannot read a document of the folder as it was listed; None where it can."""
    try:
        with Folder(raw, limits) as folder:
            data = None if sample.refusal else folder.data(sample.name)
    except CountyScopeError as refusal:
        return str(refusal)
    is_other = data is not None and hashlib.sha256(data).hexdigest() != sample.sha256
    return f"{sample.name}: other content" if is_other else None


def _submit(executor: Any, settings: Settings, task: Task) -> Future[Batch]:
    future: Future[Batch] = executor.submit(parse_batch, settings.raw, task, settings.limits)
    return future


def _limit_memory(size: int) -> None:
    """A document that asks for more fails alone instead of making the machine swap."""
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (size, size))


def _refused(document: Listed, reason: Exception, limits: Limits) -> Batch:
    batch, refusal = Batch(), _death(document.name, reason, limits)
    batch.reject(document.name, document.sha256, document.size, refusal.key, refusal.operands)
    return batch


def _unlisted(file: Found, reason: Exception, limits: Limits) -> Listed:
    refusal = _death(file.name, reason, limits)
    if refusal.key == "reader_timed_out":
        refusal = DocumentError("listing_timed_out", file=file.name, seconds=limits.archive_seconds)
    if refusal.key == "reader_out_of_memory":
        refusal = DocumentError("listing_out_of_memory", file=file.name)
    return Listed(file.name, "", file.stamp.size if file.stamp else 0, refusal)


def _death(name: str, reason: Exception, limits: Limits) -> DocumentError:
    """What is said of a document whose process gave no answer."""
    if isinstance(reason, TimeoutError):
        return DocumentError("reader_timed_out", file=name, seconds=limits.document_seconds)
    if isinstance(reason, MemoryError):
        return DocumentError("reader_out_of_memory", file=name)
    if isinstance(reason, ProcessExpired):
        return DocumentError("reader_died", file=name)
    return DocumentError("reader_not_started", file=name, reason=_reason(reason))


def _reason(reason: Exception) -> str:
    return " ".join(str(reason).split()) or type(reason).__name__


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
        raise _failure(file.name, reason) from reason


def parse_batch(raw: str | Path, task: Task, limits: Limits) -> Batch:
    """Read the documents of one task. Whatever one of them does, the others are read."""
    batch = Batch()
    try:
        folder = _folder(raw, limits)
    except CollectionError:
        for document in task:
            batch.reject(document.name, document.sha256, document.size, "raw_away", {"file": document.name})
        return batch
    for document in task:
        _read_into(batch, folder, document, limits)
    return batch


_kept = threading.local()


def _folder(raw: str | Path, limits: Limits) -> Folder:
    """The raw folder of this process. It keeps the archive open that was read last, since opening one of ten thousand
    members takes longer than reading a member; a remote one is opened anew, as it gives no stamp to trust."""
    kept: Folder | None = getattr(_kept, "folder", None)
    if kept is None or kept.is_remote or (kept.address, kept.limits) != (str(raw), limits):
        _close_folder()
        kept = _kept.folder = Folder(raw, limits)
    return kept


def _close_folder() -> None:
    kept: Folder | None = getattr(_kept, "folder", None)
    _kept.folder = None
    if kept is not None:
        kept.close()


def _read_into(batch: Batch, folder: Folder, document: Listed, limits: Limits) -> None:
    name, sha256, size = document.name, document.sha256, document.size
    try:
        data = _data(folder, document)
        sha256, size = hashlib.sha256(data).hexdigest(), len(data)
        again = partial(again_of, data, name=name, limits=limits)
        content = read_bytes(data, name=name, limits=limits)
        batch.add(name, size, content, parse(content, hints=(name,), again=again))
    except DocumentError as refusal:
        batch.reject(name, sha256, size, refusal.key, {**refusal.operands, "file": name})
    except Exception as reason:  # noqa: BLE001
        # A defect of ours must not cost the other documents; it is recorded where the user sees it.
        failure = _failure(name, reason)
        batch.reject(name, sha256, size, failure.key, failure.operands)


_PAUSES = (0.1, 0.4, 1.5)
"""Seconds before a file that is being changed is read again."""


def _data(folder: Folder, document: Listed) -> bytes:
    """The bytes of a document as it was listed; of one that has changed since, as soon as two readings agree."""
    sha256 = document.sha256
    for pause in (*_PAUSES, None):
        try:
            data = folder.data(document.name)
        except DocumentError as refusal:
            if refusal.key == "archive_damaged":  # it was whole when it was listed
                raise DocumentError("document_changing", file=document.name) from refusal
            raise
        found = hashlib.sha256(data).hexdigest()
        if found == sha256:
            return data
        sha256 = found
        if pause is not None:
            time.sleep(pause)
    raise DocumentError("document_changing", file=document.name)


def _failure(name: str, reason: Exception) -> DocumentError:
    """What is said of a document that raised an exception nobody foresaw."""
    if isinstance(reason, MemoryError):
        return DocumentError("reader_out_of_memory", file=name)
    if isinstance(reason, OSError) and reason.errno in (errno.ENOSPC, errno.EDQUOT):
        return DocumentError("disk_full_reading", file=name)
    if isinstance(reason, OSError) and reason.errno:
        return fault(reason, name)
    return DocumentError("reader_failed", file=name, reason=repr(reason))
