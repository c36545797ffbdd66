"""A collection's raw folder → its warehouse. Composition only: what is read, cached, built and published, in order."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from analytics.audit.years import across_years
from analytics.documents.detect import read, read_again
from analytics.errors import CollectionError, DocumentError
from analytics.reports.parse import parse
from analytics.settings import Limits, Settings
from analytics.transforms.rows import each_row
from analytics.warehouse.build import Builder
from analytics.warehouse.publish import current_build_id, ingest_lock, publish
from analytics.warehouse.read import content_of, open_warehouse
from analytics.warehouse.shards import Batch, Cache, builder_fingerprint, fingerprint
from analytics.warehouse.sources import FILE_NAME, read_sources

Progress = Callable[[int, int], None]
"""Called with (documents done, documents to read)."""

_NOT_DOCUMENTS = (".md", ".gitkeep")
_FEW = 8
"""Starting a pool of processes costs more than reading this many reports."""


@dataclass(frozen=True, slots=True)
class Rejection:
    """A document that was refused, with the key and operands of the sentence that says why."""

    file: str
    key: str
    operands: dict[str, object]


@dataclass(frozen=True, slots=True)
class IngestSummary:
    """What an ingest did. ``is_new_build`` is False where nothing had changed."""

    build_id: str
    is_new_build: bool
    read: int
    unchanged: int
    rejected: tuple[Rejection, ...]
    reports: int
    unresolved: int


def ingest(settings: Settings, *, jobs: int = 1, progress: Progress | None = None) -> IngestSummary:
    """Read what is new in the raw folder and publish a build of all of it.

    One bad document never stops an ingest. Raises CollectionError for an unusable folder or source list and
    WarehouseError while another ingest runs; the last published build stays in use whatever happens.
    """
    if not settings.raw.is_dir():
        raise CollectionError("raw_missing", folder=str(settings.raw))
    with ingest_lock(settings.warehouse):
        files = _hashes(settings.raw)
        cache = Cache(settings.warehouse)
        known = cache.known()
        new = [file for file, digest in files.items() if (file, digest) not in known]
        misnamed = [file for file in new if not (settings.raw / file).exists()]
        if misnamed:
            cache.write(_refused_names(misnamed, files))
            new = [file for file in new if file not in misnamed]
        for batch in _parsed(settings, new, files, jobs, progress or (lambda done, total: None)):
            cache.write(batch)
        summary = _build(settings, files, len(new) + len(misnamed), cache)
        cache.sweep()
        return summary


def _build(settings: Settings, files: dict[str, str], read_count: int, cache: Cache) -> IngestSummary:
    sources = read_sources(settings.raw)
    content = _content(settings.raw, files)
    current = current_build_id(settings.warehouse)
    is_new = current is None or content_of(settings.warehouse) != content
    if is_new:
        build_id = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
        known = cache.known()
        shards = [known[item] for item in files.items() if item in known]
        with Builder(settings.warehouse, build_id) as builder:
            builder.load(shards, files, sources, content)
            builder.add_findings(across_years(builder.figures()))
            partial = builder.partial
        publish(settings.warehouse, build_id, partial, kept=settings.limits.kept_builds)
    return _summary(settings.warehouse, is_new, read_count, len(files) - read_count)


def _summary(warehouse: Path, is_new: bool, read_count: int, unchanged: int) -> IngestSummary:
    with open_warehouse(warehouse) as build:
        rejected = tuple(Rejection(row.file, row.key, row.operands) for row in each_row(build.rejected()))
        reports = build.reports(current_only=False)
        unresolved = int((~reports["is_resolved"]).sum())
        return IngestSummary(build.build_id, is_new, read_count, unchanged, rejected, len(reports), unresolved)


def _content(raw: Path, files: dict[str, str]) -> str:
    """What a build would be made of: file hashes, the source list, and the way of reading."""
    listed = raw / FILE_NAME
    parts = [
        fingerprint(),
        builder_fingerprint(),
        hashlib.sha256(listed.read_bytes()).hexdigest() if listed.exists() else "",
    ]
    return hashlib.sha256(json.dumps([parts, sorted(files.items())]).encode()).hexdigest()


def _hashes(raw: Path) -> dict[str, str]:
    """Every document below the folder, by its relative path, with its hash. Symbolic links out are not followed.

    A name whose bytes are no UTF-8 (an archive unpacked with another encoding) is given with these bytes escaped.
    """
    found = {}
    for path in sorted(raw.rglob("*")):
        relative = path.relative_to(raw)
        hidden = any(part.startswith(".") for part in relative.parts)
        if path.is_symlink() or hidden or not path.is_file():
            continue
        if path.name != FILE_NAME and not path.name.endswith(_NOT_DOCUMENTS):
            with path.open("rb") as file:
                found[_escaped(relative)] = hashlib.file_digest(file, "sha256").hexdigest()
    return found


def _escaped(path: Path) -> str:
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _refused_names(misnamed: Iterable[str], files: dict[str, str]) -> Batch:
    """Documents that the warehouse could not name: no figure could be led back to its file."""
    batch = Batch()
    for file in misnamed:
        batch.reject(file, files[file], 0, "file_name_broken", {"file": file})
    return batch


# Reading --------------------------------------------------------------------------------------------------


def _parsed(
    settings: Settings, new: Sequence[str], files: dict[str, str], jobs: int, progress: Progress
) -> Iterator[Batch]:
    tasks = [
        [(file, files[file]) for file in new[start : start + settings.batch_files]]
        for start in range(0, len(new), settings.batch_files)
    ]
    done = 0
    for batch, count in _run(settings, tasks, jobs if len(new) > _FEW else 1):
        done += count
        progress(done, len(new))
        yield batch


def _run(settings: Settings, tasks: list[list[tuple[str, str]]], jobs: int) -> Iterator[tuple[Batch, int]]:
    if jobs <= 1:
        for task in tasks:
            yield parse_batch(settings.raw, task, settings.limits), len(task)
        return
    lost: list[list[tuple[str, str]]] = []
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield from _gather(pool, settings, tasks, lost)
    for task in lost:
        # A worker died: its documents are read one by one, so that the one that kills is the one refused.
        for file, digest in task:
            yield _read_alone(settings, file, digest), 1


def _gather(
    pool: Executor, settings: Settings, tasks: Iterable[list[tuple[str, str]]], lost: list[list[tuple[str, str]]]
) -> Iterator[tuple[Batch, int]]:
    futures: dict[Future[Batch], list[tuple[str, str]]] = {}
    for task in tasks:
        try:
            futures[pool.submit(parse_batch, settings.raw, task, settings.limits)] = task
        except (BrokenProcessPool, OSError):
            # A worker died while the pool was starting another: the pool takes no more.
            lost.append(task)
    for future in as_completed(futures):
        try:
            yield future.result(), len(futures[future])
        except BrokenProcessPool:
            lost.append(futures[future])


def _read_alone(settings: Settings, file: str, digest: str) -> Batch:
    try:
        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
            return pool.submit(parse_batch, settings.raw, [(file, digest)], settings.limits).result()
    except BrokenProcessPool:
        batch = Batch()
        batch.reject(file, digest, (settings.raw / file).stat().st_size, "reader_died", {"file": file})
        return batch


def parse_batch(raw: Path, task: Sequence[tuple[str, str]], limits: Limits) -> Batch:
    """Read the documents of one task. Whatever one of them does, the others are read."""
    batch = Batch()
    for file, digest in task:
        path = raw / file
        size = path.stat().st_size if path.exists() else 0
        try:
            document = read(path, limits=limits)
            reports = parse(document, hints=(file,), again=partial(read_again, path, limits=limits))
            batch.add(file, size, document, reports)
        except DocumentError as refusal:
            batch.reject(file, digest, size, refusal.key, {**refusal.operands, "file": file})
        except Exception as reason:  # noqa: BLE001
            # A defect of ours must not cost the other documents; it is recorded where the user sees it.
            batch.reject(file, digest, size, "reader_failed", {"file": file, "reason": repr(reason)})
    return batch
