"""What a reader handed over in this session: read, and waiting to be published or discarded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass
from pathlib import Path

import pandas as pd

from analytics.dashboard.state import data, quality
from analytics.dashboard.state.open_builds import find_folder
from analytics.documents.excerpt import Excerpt, read_excerpt
from analytics.documents.folder import Folder
from analytics.errors import CollectionError, CountyScopeError
from analytics.ingest.drafts import Draft, Upload, refuse_unwritable
from analytics.query.findings import judge_findings
from analytics.settings import Settings
from analytics.transforms.drafts import describe_draft
from analytics.transforms.organ.documents import select_told
from analytics.warehouse.read import open_warehouse

_HELD = ["organ_key", "year", "sha256"]


@dataclass(frozen=True, slots=True)
class ReadDraft:
    """A draft with what was read of it: ``reports`` as of ``transforms.drafts``, all ``findings`` and those that are
    ``told``, judged, with their organ; ``rejected`` [file, key, operands]; ``held`` are hashes of the documents that
    the collection has."""

    draft: Draft
    _: KW_ONLY
    reports: pd.DataFrame
    findings: pd.DataFrame
    told: pd.DataFrame
    rejected: pd.DataFrame
    held: frozenset[str]


def find_settings() -> Settings:
    """Where the collection of this server lives."""
    return Settings(raw=data.find_raw_folder(), warehouse=find_folder())


def explain_read_only() -> CollectionError | None:
    """Why nothing can be published here, None where it can."""
    if not quality.may_write():
        return CollectionError("upload_read_only")
    try:
        refuse_unwritable(find_settings())
    except CollectionError as refusal:
        return refusal
    return None


def read_draft(uploads: Sequence[Upload], progress: Callable[[int, int], None]) -> ReadDraft:
    """Read files that were handed over. CountyScopeError where that cannot be; nothing of them is kept then."""
    draft = Draft(uploads, Settings())
    try:
        draft.read(progress)
        return _describe(draft)
    except BaseException:
        draft.discard()
        raise


def _describe(draft: Draft) -> ReadDraft:
    held = _read_held()
    with open_warehouse(draft.settings.warehouse) as build:
        found, every = build.findings(), build.reports(current_only=False)
        reports = describe_draft(every, build.organs(), build.count_cells(), found, held)
        rejected = build.rejected()
    names = dict(zip(reports["report_id"], reports["organ"], strict=True))
    told = judge_findings(select_told(found))
    told = told.assign(organ=told["report_id"].map(names)).reset_index(drop=True)
    prefix = f"{draft.name}/"
    for frame in (reports, told, rejected):
        frame["file"] = frame["file"].str.removeprefix(prefix)
    return ReadDraft(
        draft, reports=reports, findings=found, told=told, rejected=rejected, held=frozenset(held["sha256"])
    )


def _read_held() -> pd.DataFrame:
    """Every report of the collection [organ_key, year, sha256]; none where there is no build yet."""
    try:
        build = data.open_current_build()
    except CountyScopeError:
        return pd.DataFrame(columns=_HELD)
    reports = data.read_every_report(build.warehouse.build_id)
    return reports.merge(build.organs[["organ_id", "organ_key"]], on="organ_id")[_HELD]


def read_draft_excerpt(draft: Draft, report_id: int, cells: Sequence[int]) -> Excerpt | None:
    """The document around the first of some cells of a report; None where none of them has a place. DocumentError
    where the document cannot be read again."""
    with open_warehouse(draft.settings.warehouse) as build:
        found = build.list_evidence(report_id, cells)
    first, element = next(((item, item.element) for item in found if item.element is not None), (None, None))
    if first is None or element is None:
        return None
    with Folder(draft.settings.raw, draft.settings.limits) as folder:
        files = folder.files_of(first.file, first.pages)
    return read_excerpt(
        files, name=Path(first.file).name, sha256=first.sha256, element=element, row=first.row,
        column=first.column, reading=first.reading,
    )  # fmt: skip
