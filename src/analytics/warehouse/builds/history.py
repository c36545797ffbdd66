"""The builds that a warehouse keeps: what they are, which is current, and going back to an earlier one."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from datetime import datetime
from pathlib import Path

from analytics.errors import WarehouseError
from analytics.warehouse.builds.manifest import Condition, check_condition, read_manifest
from analytics.warehouse.builds.publish import (
    build_ids,
    find_builds_folder,
    find_database_path,
    hold_ingest_lock,
    point_to_build,
    read_named_build_id,
)


@dataclass(frozen=True, slots=True)
class KeptBuild:
    """A build with its time (UTC) and its numbers, None where its manifest does not tell."""

    build_id: str
    built_at: datetime | None
    documents: int | None
    reports: int | None
    _: KW_ONLY
    condition: Condition
    is_current: bool


def list_kept_builds(warehouse: Path) -> list[KeptBuild]:
    """Every build that is kept, the oldest first, each hashed as a whole."""
    current = read_named_build_id(warehouse)
    return [_describe_build(warehouse, build_id, current) for build_id in build_ids(warehouse)]


def _describe_build(warehouse: Path, build_id: str, current: str) -> KeptBuild:
    folder = find_builds_folder(warehouse) / build_id
    try:
        manifest = read_manifest(folder)
    except ValueError:
        manifest = None
    state, is_current = check_condition(folder), build_id == current
    if manifest is None:
        return KeptBuild(
            build_id=build_id, built_at=None, documents=None, reports=None, condition=state, is_current=is_current
        )
    return KeptBuild(
        build_id=build_id,
        built_at=manifest.time,
        documents=manifest.documents,
        reports=manifest.reports,
        condition=state,
        is_current=is_current,
    )


def roll_back(warehouse: Path, build_id: str) -> None:
    """Name a kept build as the current one. WarehouseError where it is not kept or damaged, or an ingest is running."""
    if build_id not in build_ids(warehouse):
        raise WarehouseError("build_not_kept", build=build_id, kept=", ".join(build_ids(warehouse)) or "–")
    with hold_ingest_lock(warehouse):
        find_database_path(warehouse, build_id)
        if check_condition(find_builds_folder(warehouse) / build_id) is Condition.DAMAGED:
            raise WarehouseError("build_damaged", warehouse=str(warehouse), build=build_id)
        point_to_build(warehouse, build_id)
