"""What a new build would lose or set behind against the one in use: a folder that is not the right one is no reason.

Documents are known by name and by content: one that was renamed or moved is still there. Reports that pages show are
known by organ and year as well: what another document says of them stands in their place. Refuses to know why a
report is gone; whoever means it says ``--replace``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb

from analytics.errors import LossError, WarehouseError
from analytics.warehouse.builds.manifest import Condition, check_condition
from analytics.warehouse.builds.publish import build_ids, find_builds_folder, read_named_build_id
from analytics.warehouse.read import open_warehouse

_BEARABLE_SHARE = 0.1
"""Of the reports: a county withdraws a report, a page moves; nobody withdraws a tenth of all."""

Counts = Mapping[tuple[str, str], int]
"""(file, sha256) of documents → how many reports were read from each."""
Named = frozenset[tuple[str, int, str]]
"""(organ_key, year, sha256) of the reports whose organ and year are known, those that pages show, with the content of
their documents."""


@dataclass(frozen=True, slots=True)
class Superseded:
    """A report that stands behind another document of the same organ and year."""

    file: str
    organ_key: str
    organ: str
    year: int
    by: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """The build that a new one is held against; empty where there is none."""

    build_id: str = ""
    counts: Counts | None = None
    named: Named = frozenset()
    superseded: frozenset[Superseded] = frozenset()

    @property
    def reports(self) -> int:
        """How many reports it holds."""
        return sum((self.counts or {}).values())


def find_earlier_build(warehouse: Path) -> Earlier:
    """The current build or, where that is damaged, the newest kept one that is not."""
    for build_id in _list_candidates(warehouse):
        try:
            with open_warehouse(warehouse, build_id) as build:
                superseded = collect_superseded(build.superseded())
                return Earlier(build_id, build.count_reports_by_document(), build.list_named_reports(), superseded)
        except (WarehouseError, duckdb.Error):
            continue  # of another version, or damaged where nothing was proven
    return Earlier()


def _list_candidates(warehouse: Path) -> Iterator[str]:
    current, kept = read_named_build_id(warehouse), build_ids(warehouse)
    for build_id in sorted(kept, key=lambda candidate: (candidate == current, candidate), reverse=True):
        if check_condition(find_builds_folder(warehouse) / build_id) is not Condition.DAMAGED:
            yield build_id


def collect_superseded(rows: list[tuple[str, str, str, int, str]]) -> frozenset[Superseded]:
    """Rows of ``Warehouse.superseded`` as what they mean."""
    return frozenset(Superseded(*row) for row in rows)


def refuse_missing_folder(earlier: Earlier, folder: str) -> None:
    """LossError where a build with reports is in use and its folder is not there."""
    if earlier.reports:
        raise LossError("reports_without_folder", count=earlier.reports, folder=folder, build=earlier.build_id)


def refuse_absent(earlier: Earlier, folder: str, files: Mapping[str, str]) -> None:
    """LossError where too many reports come from documents that the folder lacks. ``files``: name → sha256."""
    contents = set(files.values())
    absent = sum(
        count
        for (file, sha256), count in (earlier.counts or {}).items()
        if file not in files and sha256 not in contents
    )  # fmt: skip
    if _is_too_much(absent, earlier.reports):
        raise LossError(
            "reports_absent", count=absent, folder=folder, build=earlier.build_id, reports=earlier.reports
        )  # fmt: skip


def refuse_lost(earlier: Earlier, folder: str, now: Counts) -> None:
    """LossError where too many reports are no longer read, whether or not their documents are there."""
    by_file, by_content = Counter[str](), Counter[str]()
    for (file, sha256), count in now.items():
        by_file[file] += count
        by_content[sha256] += count
    lost = sum(
        max(0, count - max(by_file[file], by_content[sha256]))
        for (file, sha256), count in (earlier.counts or {}).items()
    )  # fmt: skip
    if _is_too_much(lost, earlier.reports):
        raise LossError("reports_lost", count=lost, folder=folder, build=earlier.build_id, reports=earlier.reports)


def refuse_unnamed(earlier: Earlier, folder: str, now: Named) -> None:
    """LossError where too many organs lose the report of a year: files of other counties under the same names, a source
    list that is gone. A document that is now said to be another organ's is no loss."""
    reports, contents = {(organ, year) for organ, year, _ in now}, {sha256 for _, _, sha256 in now}
    before = {(organ, year) for organ, year, _ in earlier.named}
    moved = {(organ, year) for organ, year, sha256 in earlier.named if sha256 in contents}
    lost = len(before - reports - moved)
    if _is_too_much(lost, len(before)):
        raise LossError("reports_unnamed", count=lost, folder=folder, build=earlier.build_id, reports=len(before))


def _is_too_much(lost: int, reports: int) -> bool:
    return lost > _BEARABLE_SHARE * reports
