"""Documents → batches of rows: in this process, on a pool of processes, or on a Dask cluster.

Pool and cluster stand behind one seam, a function from a task to a ``concurrent.futures.Future``. Tasks are handed
out a few at a time, so that memory does not grow with the collection. A task that is lost, because a document killed
its process or took too long, is read again document by document: only the one at fault is refused.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from threading import Thread
from typing import Any

from pebble import ProcessPool

from analytics.documents.detect import again_of, read_bytes
from analytics.documents.folder import Folder, Listed
from analytics.errors import CollectionError, CountyScopeError, DocumentError
from analytics.reports.parse import parse
from analytics.settings import Limits, Settings
from analytics.warehouse.shards import Batch

Task = Sequence[Listed]
Submit = Callable[[Task], "Future[Batch]"]

_AHEAD = 3
"""Tasks handed out for each worker: one under way, two waiting."""
_TASKS_A_PROCESS = 200
"""Then a process is replaced: what native libraries leak stays small."""


def tasks_of(documents: Iterable[Listed], settings: Settings) -> list[Task]:
    """Documents in order, cut by number and by bytes."""
    tasks: list[list[Listed]] = []
    room = 0
    for one in documents:
        if not tasks or len(tasks[-1]) >= settings.batch_files or one.size > room:
            tasks.append([])
            room = settings.batch_bytes
        tasks[-1].append(one)
        room -= one.size
    return list(tasks)


def read_here(settings: Settings, tasks: Iterable[Task]) -> Iterator[tuple[Batch, int]]:
    """(batch, number of documents) of every task, one after another, without a time limit."""
    for task in tasks:
        yield parse_batch(settings.raw, task, settings.limits), len(task)


def read_apart(
    settings: Settings,
    tasks: Iterable[Task],
    *,
    jobs: int,
    scheduler: str | None = None,
    brought_back: Callable[[int], None] | None = None,
) -> Iterator[tuple[Batch, int]]:
    """(batch, number of documents) of every task in order of completion, from ``jobs`` processes or from the cluster
    whose Dask scheduler has the address. Raises CollectionError where the cluster cannot be reached or cannot read.
    ``brought_back`` hears of documents that the cluster lost and that are read on this machine instead."""
    lost: list[tuple[Task, Exception]] = []
    if scheduler is None:
        with _pool(settings, jobs) as submit:
            yield from _gather(submit, tasks, jobs, lost)
    else:
        settings = replace(settings, raw=absolute(settings.raw))
        tasks = list(tasks)
        with _cluster(settings, scheduler, sample=tasks[0][0]) as (submit, workers):
            yield from _gather(submit, tasks, workers, lost, patience=settings.limits.document_seconds)
    again = [[one] for task, _ in lost if len(task) > 1 for one in task]
    lost = [(task, reason) for task, reason in lost if len(task) == 1]
    if again:
        if scheduler is not None and brought_back is not None:
            brought_back(len(again))
        with _pool(settings, jobs) as submit:
            yield from _gather(submit, again, jobs, lost)
    for task, reason in lost:
        yield _refused(task[0], reason, settings.limits), 1


def _gather(
    submit: Submit,
    tasks: Iterable[Task],
    workers: int,
    lost: list[tuple[Task, Exception]],
    patience: float | None = None,
) -> Iterator[tuple[Batch, int]]:
    """Batches as they are done. Without ``patience`` the tasks have a time limit of their own; with it, all that is
    under way counts as lost once nothing has been done for so many seconds."""
    coming, waiting = iter(tasks), dict[Future[Batch], Task]()
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
def _pool(settings: Settings, jobs: int) -> Iterator[Submit]:
    """Processes with a time limit for each task and, where the system has it, a memory limit."""
    context = multiprocessing.get_context("forkserver" if sys.platform == "linux" else "spawn")
    if sys.platform == "linux":
        context.set_forkserver_preload([__name__])
    limits = settings.limits
    with ProcessPool(jobs, _TASKS_A_PROCESS, _limit_memory, (limits.worker_bytes,), context) as pool:
        try:
            yield lambda task: pool.schedule(
                parse_batch, args=(settings.raw, task, limits), timeout=limits.document_seconds
            )
        except BaseException:
            pool.stop()  # type: ignore[no-untyped-call]
            raise


@contextmanager
def _cluster(settings: Settings, address: str, *, sample: Listed) -> Iterator[tuple[Submit, int]]:
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


def _refused(one: Listed, reason: Exception, limits: Limits) -> Batch:
    batch = Batch()
    if isinstance(reason, TimeoutError):
        operands = {"file": one.name, "seconds": limits.document_seconds}
        batch.reject(one.name, one.sha256, one.size, "reader_timed_out", operands)
    else:
        batch.reject(one.name, one.sha256, one.size, "reader_died", {"file": one.name})
    return batch


def parse_batch(raw: str | Path, task: Task, limits: Limits) -> Batch:
    """Read the documents of one task. Whatever one of them does, the others are read."""
    batch = Batch()
    with Folder(raw, limits) as folder:
        for one in task:
            _read_into(batch, folder, one, limits)
    return batch


def _read_into(batch: Batch, folder: Folder, one: Listed, limits: Limits) -> None:
    try:
        if one.refusal:
            raise one.refusal
        data = folder.data(one.name)
        document = read_bytes(data, name=one.name, limits=limits)
        again = partial(again_of, data, name=one.name, limits=limits)
        batch.add(one.name, one.size, document, parse(document, hints=(one.name,), again=again))
    except DocumentError as refusal:
        batch.reject(one.name, one.sha256, one.size, refusal.key, {**refusal.operands, "file": one.name})
    except MemoryError:
        batch.reject(one.name, one.sha256, one.size, "reader_out_of_memory", {"file": one.name})
    except Exception as reason:  # noqa: BLE001
        # A defect of ours must not cost the other documents; it is recorded where the user sees it.
        batch.reject(one.name, one.sha256, one.size, "reader_failed", {"file": one.name, "reason": repr(reason)})
