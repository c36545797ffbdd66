"""Faults of the moment are said as such and tried again; what follows from the content is remembered."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from analytics.documents.folder import Folder, ListedFile
from analytics.errors import FAULTS_OF_THE_MOMENT, DocumentError
from analytics.ingest import pipeline, tasks, workers
from analytics.ingest.pipeline import ingest
from analytics.ingest.summaries import IngestSummary
from analytics.settings import Limits, Settings
from analytics.simulate.collection import Format, Plan, write
from analytics.words import has

pytestmark = pytest.mark.fault


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    write(tmp_path / "world", Plan(counties=2, formats=(Format.TXT,)))
    (tmp_path / "world" / "raw" / "novel.txt").write_text("很久很久以前。\n", "utf-8")
    return Settings(tmp_path / "world" / "raw", tmp_path / "warehouse")


def refusals(summary: IngestSummary) -> dict[str, str]:
    return {rejection.file: rejection.key for rejection in summary.rejected}


def test_every_fault_of_the_moment_has_a_sentence() -> None:
    assert [key for key in FAULTS_OF_THE_MOMENT if not has(f"error.{key}")] == []


def test_a_refusal_that_follows_from_the_content_is_remembered(settings: Settings) -> None:
    assert refusals(ingest(settings)) == {"novel.txt": "not_a_report"}
    assert ingest(settings).read == 0


@pytest.mark.parametrize(
    ("raised", "key"),
    [
        (MemoryError(), "reader_out_of_memory"),
        (OSError(28, "No space left on device"), "disk_full_reading"),
        (OSError(5, "Input/output error"), "not_readable"),
        (DocumentError("ocr_missing", file="x"), "ocr_missing"),
        (DocumentError("office_missing", file="x"), "office_missing"),
        (DocumentError("conversion_stopped", file="x", status=1), "conversion_stopped"),
    ],
)
def test_documents_refused_by_the_moment_are_read_at_the_next_ingest(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, raised: Exception, key: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise raised

    with monkeypatch.context() as patched:
        patched.setattr(tasks, "read_bytes", fail)
        first = ingest(settings)
        again = ingest(settings)
    assert set(refusals(first).values()) == {key}
    assert (first.reports, again.read, again.unchanged, again.is_new_build) == (0, 15, 0, False)
    healed = ingest(settings)
    assert (healed.read, healed.reports, refusals(healed)) == (15, 14, {"novel.txt": "not_a_report"})


def test_documents_of_a_share_that_goes_away_are_read_when_it_is_back(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw, away = Path(settings.raw), Path(settings.raw).with_name("away")

    def disconnect(documents: list[ListedFile], chosen: Settings) -> object:
        handed_out = tasks.split_into_tasks(documents, chosen)
        raw.rename(away)
        return handed_out

    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "split_into_tasks", disconnect)
        summary = ingest(settings)
    assert set(refusals(summary).values()) == {"raw_away"}
    away.rename(raw)
    back = ingest(settings)
    assert (back.read, back.unchanged, back.reports) == (15, 0, 14)


def test_a_task_that_finds_no_raw_folder_says_so(settings: Settings) -> None:
    batch = tasks.parse_batch("/nowhere/at/all", [ListedFile("a.txt", "x", 1)], settings.limits)
    assert [row["rejected"] for row in batch.take_transient()] == ["raw_away"]
    assert batch.rows["documents"] == []


def test_a_document_that_is_gone_between_listing_and_reading_is_said(settings: Settings) -> None:
    batch = tasks.parse_batch(settings.raw, [ListedFile("gone.txt", "x", 1)], settings.limits)
    assert [row["rejected"] for row in batch.take_transient()] == ["document_gone"]


def test_a_worker_that_dies_or_does_not_start_is_no_matter_of_the_document() -> None:
    reasons = (TimeoutError(), workers.ProcessExpired("killed"), OSError("Cannot fork"), MemoryError())
    deaths = [workers._describe_death("a.txt", reason, Limits()) for reason in reasons]
    assert [death.key for death in deaths] == [
        "reader_timed_out", "reader_died", "reader_not_started", "reader_out_of_memory",
    ]  # fmt: skip
    assert all(death.is_transient for death in deaths)


def test_a_file_replaced_between_listing_and_reading_counts_as_it_was_read(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = Path(settings.raw)
    report = next(path for path in raw.rglob("*.txt") if path.name != "novel.txt")

    def replace(documents: list[ListedFile], chosen: Settings) -> object:
        shutil.copy(report, raw / "novel.txt")
        return tasks.split_into_tasks(documents, chosen)

    monkeypatch.setattr(tasks, "_PAUSES", (0.0, 0.0))
    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "split_into_tasks", replace)
        summary = ingest(settings)
    assert (summary.reports, summary.rejected) == (15, ())
    assert ingest(settings).read == 0


def test_a_file_that_never_keeps_still_is_said_and_tried_again(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = iter(range(100))

    def data(self: Folder, name: str) -> bytes:
        return f"{next(numbers)}".encode()

    monkeypatch.setattr(tasks, "_PAUSES", (0.0, 0.0))
    monkeypatch.setattr(Folder, "data", data)
    batch = tasks.parse_batch(settings.raw, [ListedFile("a.txt", "x", 1)], settings.limits)
    assert [row["rejected"] for row in batch.take_transient()] == ["document_changing"]


@pytest.fixture
def locked(settings: Settings) -> Iterator[Path]:
    folder = Path(settings.raw) / "locked"
    folder.mkdir()
    (folder / "report.txt").write_text("x", "utf-8")
    folder.chmod(0)
    yield folder
    folder.chmod(0o700)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is locked for root")
def test_a_folder_that_cannot_be_entered_is_said(settings: Settings, locked: Path) -> None:
    assert refusals(ingest(settings))["locked/"] == "folder_not_entered"


def test_links_pipes_and_folders_without_end_are_said(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = Path(settings.raw)
    (raw / "link.txt").symlink_to("novel.txt")
    (raw / "loop").symlink_to(".")
    os.mkfifo(raw / "pipe.txt")
    (raw / "locked").mkdir()
    scandir = os.scandir

    def refuse(path: str | Path) -> object:
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = refusals(ingest(settings))
    assert found == {
        "link.txt": "link_not_followed", "loop": "link_not_followed", "pipe.txt": "no_plain_file",
        "locked/": "folder_not_entered", "novel.txt": "not_a_report",
    }  # fmt: skip
    assert ingest(settings).unchanged == 15


def test_a_pipe_that_took_the_place_of_a_file_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    errors: list[DocumentError] = []

    def read() -> None:
        try:
            Folder(tmp_path).data("a.txt")
        except DocumentError as refusal:
            errors.append(refusal)

    thread = threading.Thread(target=read, daemon=True)
    thread.start()
    thread.join(5)
    assert [error.key for error in errors] == ["not_readable"]


def test_files_that_have_not_changed_are_not_opened_again(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analytics.warehouse.parse_cache.listings._SETTLED_NS", 0)
    time.sleep(0.05)  # clocks of file systems tick every few milliseconds
    first = ingest(settings)

    def opened(self: Folder, file: object) -> tuple[ListedFile, ...]:
        raise AssertionError(file)

    with monkeypatch.context() as patched:
        patched.setattr(Folder, "documents", opened)
        assert ingest(settings).build_id == first.build_id
    novel = Path(settings.raw) / "novel.txt"
    before = novel.stat()
    novel.write_text("不久不久以前。\n", "utf-8")  # as many bytes, and the time put back
    os.utime(novel, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert ingest(settings).read == 1


def test_a_file_that_changed_a_moment_ago_is_opened_again(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    ingest(settings)
    opened: list[str] = []
    documents = Folder.documents
    monkeypatch.setattr(Folder, "documents", lambda self, file: opened.append(file.name) or documents(self, file))
    ingest(settings)
    assert "novel.txt" in opened


def test_a_damaged_index_costs_time_and_nothing_else(settings: Settings) -> None:
    ingest(settings)
    (settings.warehouse / "listings.parquet").write_bytes(b"PAR1 torn")
    assert ingest(settings).unchanged == 15
