"""A collection's raw folder → its warehouse. Composition only: what is read, cached, built and published, in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from analytics.collection.beside import FILE_NAMES, read_lists
from analytics.documents.containers.archived import MEMBER, ListedFile, refuse_taken_name
from analytics.documents.folder import Folder
from analytics.documents.found import find_archive_folders
from analytics.documents.scans.photographed import join_pages
from analytics.errors import CollectionError
from analytics.ingest.changes import Progress, compute_changes
from analytics.ingest.checks import add_checks
from analytics.ingest.digests import digest_content
from analytics.ingest.narratives import load_narratives
from analytics.ingest.summaries import IngestSummary, summarise_build
from analytics.ingest.tasks import reject_unread, split_into_tasks
from analytics.ingest.workers import list_apart, list_here, read_apart, read_here
from analytics.settings import Settings, require_local
from analytics.warehouse.builds.build import Builder
from analytics.warehouse.builds.changes import load_changes
from analytics.warehouse.builds.publish import (
    find_database_path,
    hold_ingest_lock,
    make_next_build_id,
    publish,
    remove_leftovers,
)
from analytics.warehouse.builds.revisions import record_revisions
from analytics.warehouse.builds.space import explain_no_room
from analytics.warehouse.content import read_content
from analytics.warehouse.losses import (
    Earlier,
    Superseded,
    collect_superseded,
    find_earlier_build,
    refuse_absent,
    refuse_lost,
    refuse_missing_folder,
    refuse_unnamed,
)
from analytics.warehouse.parse_cache.listings import Listings, read_time_ns
from analytics.warehouse.parse_cache.shards import Cache
from analytics.warehouse.read import Warehouse

_NOT_DOCUMENTS = (".md", ".gitkeep")


def ingest(
    settings: Settings,
    *,
    jobs: int | None = None,
    scheduler: str | None = None,
    replace_build: bool = False,
    progress: Progress | None = None,
    comparing: Progress | None = None,
) -> IngestSummary:
    """Read what is new in the raw folder and publish a build of all of it.

    ``progress`` hears of documents read, then ``comparing`` of measures whose changes are worked out.

    ``jobs`` processes read, each document within the time limit; without it this process does, without a limit. With
    ``scheduler``, the address of a Dask scheduler, its cluster reads. One bad document never stops an ingest. Raises
    CollectionError for an unusable folder, source list or cluster, WarehouseError while another ingest runs or where
    the disk is full, and LossError where the folder lacks more than a tenth of the reports of the build in use, unless
    ``replace_build`` says that it may; the last published build stays in use whatever happens.
    """
    require_local(settings.warehouse)
    folder = _open_folder(settings)
    with explain_no_room(settings.warehouse), hold_ingest_lock(settings.warehouse):
        remove_leftovers(settings.warehouse)
        earlier = find_earlier_build(settings.warehouse)
        listed = _list_documents(settings, folder, jobs if jobs or not scheduler else 1)
        beside = {name: folder.text(name) for name in FILE_NAMES}  # now: the folder may go away
        files = {document.name: document.sha256 for document in listed}
        if not replace_build:
            refuse_absent(earlier, str(settings.raw), files)
        cache = Cache(settings.warehouse)
        known = cache.known()
        new = [document for document in listed if (document.name, document.sha256) not in known]
        transient, brought_back = _read_new(
            settings, new, cache=cache, files=files, jobs=jobs, scheduler=scheduler,
            progress=progress or _ignore_progress,
        )  # fmt: skip
        summary = _build(
            settings, beside, files, read_count=len(new), cache=cache, against=Against(earlier, replace_build),
            comparing=comparing or _ignore_progress, transient=transient, jobs=jobs,
        )  # fmt: skip
        cache.sweep()
        return replace(summary, damaged_shards=cache.damaged, brought_back=brought_back)


def _read_new(
    settings: Settings,
    new: Sequence[ListedFile],
    *,
    cache: Cache,
    files: dict[str, str],
    jobs: int | None,
    scheduler: str | None,
    progress: Progress,
) -> tuple[list[dict[str, Any]], int]:
    """Read documents into the cache: rows of those that the moment refused, and how many the cluster lost. Of a file
    that changed since it was listed, the hash in ``files`` becomes that of what was read."""
    refused = reject_unread(new)
    transient = refused.take_transient()
    cache.write(refused)
    tasks = split_into_tasks((document for document in new if document.refusal is None), settings)
    done, lost = sum(document.refusal is not None for document in new), list[int]()
    parsed = (
        read_apart(settings, tasks, jobs=jobs or 1, scheduler=scheduler, brought_back=lost.append)
        if scheduler or jobs
        else read_here(settings, tasks)
    )
    for batch, count in parsed if tasks else ():
        transient += batch.take_transient()
        files.update(batch.map_contents())
        cache.write(batch)
        done += count
        progress(done, len(new))
    return transient, sum(lost)


class Against(NamedTuple):
    """The build that is in use, and whether one that lacks much of it may take its place."""

    earlier: Earlier
    may_replace: bool


def _open_folder(settings: Settings) -> Folder:
    try:
        return Folder(settings.raw, settings.limits)
    except CollectionError as reason:
        if reason.key == "raw_missing":
            refuse_missing_folder(find_earlier_build(settings.warehouse), str(settings.raw))
        raise


def _list_documents(settings: Settings, folder: Folder, jobs: int | None) -> list[ListedFile]:
    """Every document of the folder; only files that changed since the last ingest are opened."""
    since_ns, listings = read_time_ns(), Listings(settings.warehouse, settings.raw)
    files = [file for file in folder.files() if is_document(file.name)]
    found = {file: listings.known(file) for file in files}
    unknown = [file for file, documents in found.items() if documents is None]
    opened = list_apart(settings, unknown, jobs=jobs) if jobs else list_here(settings, unknown)
    found.update(opened)
    listed = {file: documents for file, documents in found.items() if documents is not None}
    listings.keep(listed, since_ns=since_ns)
    folders = find_archive_folders((file.name for file in files), MEMBER)
    return join_pages(
        document
        for file, documents in listed.items()
        for document in refuse_taken_name(file.name, documents, folders)
        if is_document(document.name)
    )


def _ignore_progress(done: int, total: int) -> None:
    """Nobody wants to hear."""


def is_document(name: str) -> bool:
    """Whether a file may be a report: no list and no note."""
    return PurePosixPath(name).name not in FILE_NAMES and not name.endswith(_NOT_DOCUMENTS)


def _build(
    settings: Settings,
    beside: dict[str, bytes | None],
    files: dict[str, str],
    *,
    read_count: int,
    cache: Cache,
    against: Against,
    comparing: Progress,
    transient: Sequence[Mapping[str, Any]],
    jobs: int | None,
) -> IngestSummary:
    lists = read_lists(beside, str(settings.raw))
    content = digest_content(list(beside.values()), files, transient)
    superseded: tuple[Superseded, ...] = ()
    is_new = read_content(settings.warehouse) != content
    if is_new:
        build_id = make_next_build_id(settings.warehouse)
        known = cache.known()
        shards = [known[item] for item in files.items() if item in known]
        with Builder(settings.warehouse, build_id) as builder:
            builder.load(shards, files, lists, content=content, transient=transient)
            loaded = Warehouse(builder.con, settings.warehouse, build_id)
            if not against.may_replace:
                refuse_lost(against.earlier, str(settings.raw), loaded.count_reports_by_document())
                refuse_unnamed(against.earlier, str(settings.raw), loaded.list_named_reports())
            superseded = _find_newly_superseded(loaded, against.earlier)
            add_checks(builder, loaded)
            builder.apply_corrections(lists.corrections)
            load_narratives(builder, loaded, jobs)
            load_changes(builder.con, compute_changes(loaded, comparing))
            if against.earlier.build_id:
                record_revisions(
                    builder.con, build_id, find_database_path(settings.warehouse, against.earlier.build_id)
                )
            builder.finish()
            publish(settings.warehouse, build_id, builder.partial, kept=settings.limits.kept_builds)
    summary = summarise_build(settings.warehouse, is_new, read_count, len(files) - read_count)
    return replace(summary, superseded=superseded)


def _find_newly_superseded(loaded: Warehouse, earlier: Earlier) -> tuple[Superseded, ...]:
    found = collect_superseded(loaded.superseded()) - earlier.superseded
    return tuple(sorted(found, key=lambda superseded: (superseded.organ_key, superseded.year, superseded.file)))
