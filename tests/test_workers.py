"""Many at once: pool and cluster give the same batches, and what hangs or dies is refused alone."""

from __future__ import annotations

import asyncio
import pickle
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import fsspec
import pytest

from analytics.documents.folder import Folder, ListedFile
from analytics.errors import CollectionError, DocumentError
from analytics.ingest.clusters import _ANSWER_SECONDS, _CONNECT_SECONDS, find_hindrance, make_absolute
from analytics.ingest.pipeline import ingest
from analytics.ingest.tasks import parse_batch, split_into_tasks
from analytics.ingest.workers import _gather, read_apart
from analytics.settings import Limits, Settings
from analytics.simulate.collection import Format, Plan, write
from analytics.warehouse.parse_cache.shards import Batch
from analytics.warehouse.read import open_warehouse
from analytics.words import Language
from analytics.words.render import write_error
from folder_listing import list_documents

pytestmark = pytest.mark.fault


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    write(tmp_path / "world", Plan(counties=2, formats=(Format.TXT,)))
    return Settings(tmp_path / "world" / "raw", tmp_path / "warehouse", batch_files=3)


def documents(settings: Settings) -> list[ListedFile]:
    return [file for file in list_documents(Folder(settings.raw)) if not file.name.endswith(".csv")]


def keys(batches: Sequence[Batch]) -> dict[str, str | None]:
    return {row["file"]: row.get("rejected") for batch in batches for row in batch.rows["documents"]}


def test_tasks_are_cut_by_number_and_by_bytes() -> None:
    sizes = [1, 1, 1, 9, 1, 20, 1]
    listed = [ListedFile(str(index), "", size) for index, size in enumerate(sizes)]
    tasks = split_into_tasks(listed, Settings(batch_files=2, batch_bytes=10))
    assert [[file.size for file in task] for task in tasks] == [[1, 1], [1, 9], [1], [20], [1]]


def hang_at_one(raw: str | Path, task: Sequence[ListedFile], limits: Limits) -> Batch:
    """A reader that never ends where the document is called so."""
    while any(document.name == "hangs.txt" for document in task):
        time.sleep(1)
    return parse_batch(raw, task, limits)


def test_a_document_that_hangs_is_timed_out_alone(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analytics.ingest.workers.parse_batch", hang_at_one)
    listed = [*documents(settings), ListedFile("hangs.txt", "x", 5)]
    limits = replace(settings.limits, document_seconds=5.0)
    tasks = split_into_tasks(listed, settings)
    found = keys([batch for batch, _ in read_apart(replace(settings, limits=limits), tasks, jobs=2)])
    assert len(found) == 15
    assert {name: key for name, key in found.items() if key} == {"hangs.txt": "reader_timed_out"}


def test_a_document_that_kills_its_process_is_refused_alone() -> None:
    """The seam takes any futures: here those of a pool that one document kills, and that takes no more after."""
    deaths: list[str] = []

    def submit(task: Any) -> Future[Batch]:
        future: Future[Batch] = Future()
        if any(file.name == "broken pool" for file in task):
            raise OSError("bad file descriptor")
        if any(file.name == "deadly" for file in task):
            deaths.append(task[0].name)
            future.set_exception(RuntimeError("died"))
        else:
            future.set_result(Batch())
        return future

    tasks = [[ListedFile(name, "", 1)] for name in ("a", "deadly", "b", "broken pool", "c")]
    lost: list[Any] = []
    done = list(_gather(submit, tasks, 1, lost))
    assert len(done) == 3
    assert {task[0].name for task, _ in lost} == {"deadly", "broken pool"}
    assert deaths == ["deadly"]


def test_nothing_done_for_long_on_a_cluster_counts_as_lost() -> None:
    futures: list[Future[Batch]] = []

    def submit(task: Any) -> Future[Batch]:
        futures.append(Future())
        return futures[-1]

    lost: list[Any] = []
    assert not list(_gather(submit, [[ListedFile("a", "", 1)]], 1, lost, patience=0.05))
    assert [(task[0].name, type(reason)) for task, reason in lost] == [("a", TimeoutError)]
    assert futures[0].cancelled()


def test_a_document_that_needs_too_much_memory_is_refused_alone(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hungry(data: bytes, **_: Any) -> Any:
        raise MemoryError

    monkeypatch.setattr("analytics.ingest.tasks.read_bytes", hungry)
    batch = parse_batch(settings.raw, documents(settings)[:1], settings.limits)
    assert list(keys([batch]).values()) == ["reader_out_of_memory"]


def test_errors_come_back_from_other_processes_as_they_were() -> None:
    copy = pickle.loads(pickle.dumps(DocumentError("too_large", file="a", size_mb=3)))
    assert (copy.key, copy.operands) == ("too_large", {"file": "a", "size_mb": 3})


def test_an_address_gives_the_same_facts_as_the_folder(settings: Settings, tmp_path: Path) -> None:
    files = fsspec.filesystem("memory")
    files.put(str(settings.raw), "/collection", recursive=True)
    remote = Settings("memory://collection", tmp_path / "remote")
    assert ingest(settings).reports == ingest(remote).reports == 14
    with open_warehouse(settings.warehouse) as first, open_warehouse(remote.warehouse) as second:
        assert first.figures().equals(second.figures())


def test_a_cluster_that_does_not_answer_is_said(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analytics.ingest.clusters._CONNECT_SECONDS", 0.2)
    with pytest.raises(CollectionError, match="cluster_unreachable"):
        ingest(settings, scheduler="tcp://127.0.0.1:9")


def test_a_cluster_is_reached_from_a_notebook(settings: Settings, cluster: Any) -> None:
    async def cell() -> int:
        """As a notebook runs it: the thread that calls has an event loop that is running."""
        return ingest(settings, scheduler=cluster.scheduler_address).reports

    with ThreadPoolExecutor(1) as notebook:  # the thread of the tests may have a loop of its own
        assert notebook.submit(asyncio.run, cell()).result() == 14


@pytest.fixture
def cluster() -> Iterator[Any]:
    """A scheduler and one worker, in threads of this process."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, processes=False, dashboard_address=":0", protocol="tcp"
    ) as found:
        yield found


def test_a_scheduler_without_workers_is_said(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    distributed = pytest.importorskip("distributed")
    monkeypatch.setattr("analytics.ingest.clusters._ANSWER_SECONDS", 0.5)
    with (
        distributed.LocalCluster(n_workers=0, processes=False, dashboard_address=":0", protocol="tcp") as empty,
        pytest.raises(CollectionError, match="cluster_empty"),
    ):
        ingest(settings, scheduler=empty.scheduler_address)


def test_what_a_cluster_is_waited_for_is_ten_seconds_together() -> None:
    assert 2 * _CONNECT_SECONDS + 2 * _ANSWER_SECONDS <= 10


def test_workers_that_cannot_read_the_folder_are_said(
    settings: Settings, cluster: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hindered(*_: object) -> CollectionError:
        return CollectionError("raw_missing", folder="/elsewhere")

    monkeypatch.setattr("analytics.ingest.clusters.find_hindrance", hindered)
    with pytest.raises(CollectionError, match="cluster_cannot_read") as refusal:
        ingest(settings, scheduler=cluster.scheduler_address)
    assert refusal.value.operands["folder"] == str(settings.raw)
    assert "The folder /elsewhere does not exist" in write_error(refusal.value, Language.EN)


def test_what_hinders_a_worker_is_an_absent_folder_or_another_document(settings: Settings, tmp_path: Path) -> None:
    first = documents(settings)[0]
    assert find_hindrance(settings.raw, first, settings.limits) is None
    absent = find_hindrance(tmp_path / "elsewhere", first, settings.limits)
    other = find_hindrance(settings.raw, replace(first, sha256="x"), settings.limits)
    assert absent is not None and other is not None
    assert (absent.key, other.key) == ("raw_missing", "document_other")
    (Path(settings.raw) / first.name).unlink()
    assert find_hindrance(settings.raw, first, settings.limits) is not None


def test_workers_are_given_an_absolute_folder(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(settings.raw).parent)
    assert make_absolute(Path("raw")) == Path(settings.raw)
    assert make_absolute("s3://bucket/raw") == "s3://bucket/raw"


def test_what_a_cluster_loses_and_this_machine_reads_is_counted(
    settings: Settings, cluster: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose(*_: object) -> Future[Batch]:
        future: Future[Batch] = Future()
        future.set_exception(RuntimeError("died"))
        return future

    monkeypatch.setattr("analytics.ingest.clusters._submit", lose)
    counts: list[int] = []
    tasks = split_into_tasks(documents(settings), settings)
    batches = read_apart(settings, tasks, jobs=1, scheduler=cluster.scheduler_address, brought_back=counts.append)
    found = keys([batch for batch, _ in batches])
    alone = sum(len(task) == 1 for task in tasks)
    assert counts == [len(documents(settings)) - alone] and len(found) == len(documents(settings))


@pytest.mark.slow
def test_a_cluster_of_two_workers_gives_the_same_facts(settings: Settings, tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed")
    other = replace(settings, warehouse=tmp_path / "other")
    ingest(settings)
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0") as cluster:
        ingest(other, scheduler=cluster.scheduler_address)
    with open_warehouse(settings.warehouse) as first, open_warehouse(other.warehouse) as second:
        assert first.figures().equals(second.figures())
        assert first.findings().equals(second.findings())
