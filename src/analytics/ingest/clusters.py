"""A Dask cluster as a place where documents are read, and what keeps one from reading them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any

from analytics.documents.folder import Folder, ListedFile
from analytics.documents.scans.photographed import hash_files
from analytics.errors import CollectionError, CountyScopeError, DocumentError
from analytics.ingest.tasks import Submit, Task, parse_batch
from analytics.settings import Limits, Settings
from analytics.warehouse.parse_cache.shards import Batch


@contextmanager
def open_cluster(
    settings: Settings, address: str, *, sample: ListedFile
) -> Iterator[tuple[Submit[ListedFile, Batch], int]]:
    """How a task is handed to the cluster at the address, and how many workers it has. CollectionError where it cannot
    be reached or cannot read the ``sample``."""
    try:
        from distributed import Client
    except ImportError as reason:
        raise CollectionError("cluster_missing") from reason
    try:
        with ThreadPoolExecutor(1) as apart:  # in a notebook this thread has a loop of its own already
            apart.submit(lambda: asyncio.run(_reach(address))).result()
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


async def _reach(address: str) -> None:
    """Speak to the scheduler once: a client that never reached one takes as long again to let go, and complains."""
    from distributed.comm.core import connect

    comm = await connect(address, timeout=_CONNECT_SECONDS)  # type: ignore[no-untyped-call]
    await comm.close()


_CONNECT_SECONDS, _ANSWER_SECONDS = 2, 3
"""To reach the scheduler, then each for a worker to be there and for all of them to read: ten seconds together."""


def make_absolute(raw: str | Path) -> str | Path:
    """The folder as every process finds it, wherever it runs; other addresses are so already."""
    return raw if "://" in str(raw) else Path(raw).absolute()


def _refuse_unable(client: Any, address: str, settings: Settings, sample: ListedFile) -> None:
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
            reason=next(iter(unable.values())),
        )  # fmt: skip


def _ask(client: Any, answers: Future[dict[str, Any]], settings: Settings, sample: ListedFile) -> None:
    """Ask past the queue of the workers, which may be busy for others."""
    try:
        answers.set_result(client.run(find_hindrance, settings.raw, sample, settings.limits, on_error="return"))
    except Exception as reason:  # noqa: BLE001 whoever waits for the answers raises it
        answers.set_exception(reason)


def find_hindrance(raw: str | Path, sample: ListedFile, limits: Limits) -> CountyScopeError | None:
    """Why this process cannot read a document of the folder as it was listed; None where it can."""
    try:
        with Folder(raw, limits) as folder:
            files = () if sample.refusal else folder.files_of(sample.name, sample.pages)
    except CountyScopeError as refusal:
        return refusal
    if files and hash_files(files) != sample.sha256:
        return DocumentError("document_other", file=sample.name)
    return None


def _submit(executor: Any, settings: Settings, task: Task) -> Future[Batch]:
    future: Future[Batch] = executor.submit(parse_batch, settings.raw, task, settings.limits)
    return future
