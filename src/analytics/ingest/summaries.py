"""What an ingest did, from the build that it left in use."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from pathlib import Path

from analytics.transforms.rows import each_row
from analytics.warehouse.losses import Superseded
from analytics.warehouse.read import open_warehouse


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
    _: KW_ONLY
    rejected: tuple[Rejection, ...]
    reports: int
    unresolved: int
    superseded: tuple[Superseded, ...] = ()
    """Reports that another document stands in front of since this build."""
    damaged_shards: int = 0
    """Parts of the cache that were set aside; their documents were read again."""
    brought_back: int = 0
    """Documents that the cluster lost and that were read on this machine instead."""


def summarise_build(warehouse: Path, is_new: bool, read_count: int, unchanged: int) -> IngestSummary:
    """The summary of the build in use, of which ``read_count`` documents were read anew."""
    with open_warehouse(warehouse) as build:
        rejected = tuple(Rejection(row.file, row.key, row.operands) for row in each_row(build.rejected()))
        reports = build.reports(current_only=False)
        return IngestSummary(
            build.build_id, is_new, read=read_count, unchanged=unchanged, rejected=rejected, reports=len(reports),
            unresolved=int((~reports["is_resolved"]).sum()),
        )  # fmt: skip
