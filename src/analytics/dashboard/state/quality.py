"""What a collection is worth: its findings with what was said of them up to now, how much of the form was read."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pandas as pd

from analytics.collection.beside import FILE_NAMES
from analytics.collection.reviews import FILE_NAME, read_reviews
from analytics.dashboard.state import data
from analytics.dashboard.state.open_builds import keep_with_build
from analytics.errors import CollectionError
from analytics.query.findings import Hints as Hints
from analytics.query.findings import judge_findings, map_hints
from analytics.serve import HOSTS, REVIEW
from analytics.transforms.groups.cells_read import count_cells_read
from analytics.transforms.organ.documents import number_findings, select_told
from analytics.vocabulary.terms import Severity
from analytics.warehouse.reviewed import OPEN, ReviewState, describe_figure, match_reviews
from analytics.words import Language

_ORDER = {str(severity): at for at, severity in enumerate(Severity)}


def may_write() -> bool:
    """Whether readers of this server may write into the folder of its documents: as whoever started it says, else on
    this machine alone; and only where the documents lie on this machine."""
    stated = os.environ.get(REVIEW)
    is_allowed = stated == "1" if stated in ("0", "1") else not os.environ.get(HOSTS)
    return is_allowed and Path(data.find_raw_folder()).is_dir()


def read_review_list() -> bytes | None:
    """The list of reviews as it is now, which may be ahead of the build; None where it does not lie on this machine."""
    path = Path(data.find_raw_folder()) / FILE_NAME
    try:
        return path.read_bytes()
    except OSError:
        return None


def list_newer_lists(build: data.OpenBuild) -> list[str]:
    """Names of the lists beside the documents that were written after the build was made."""
    folder, made = Path(data.find_raw_folder()), build.build.built_at.timestamp()
    offset = build.build.built_at.astimezone().utcoffset()
    made += offset.total_seconds() if offset else 0  # builds keep UTC without saying so
    return [name for name in FILE_NAMES if (folder / name).is_file() and (folder / name).stat().st_mtime > made]


@keep_with_build(4)
def judge_all(build_id: str, reviews: bytes | None) -> pd.DataFrame:
    """Every finding of a build, as of ``query.findings.judge_findings``, the gravest first, with its organ, its
    ``number`` in its report (of those that are told) and its place in this order (``at``). CollectionError for a list
    of reviews that cannot be trusted."""
    build = data.get_open_build(build_id)
    found = build.warehouse.findings()
    if reviews is not None:
        found = build.warehouse.add_reviews(found, read_reviews(reviews, path=FILE_NAME))
    found["number"] = number_findings(select_told(found))["number"].reindex(found.index)
    found["organ"] = found["organ_id"].map(build.warehouse.organs().set_index("organ_id")["organ"])
    judged = judge_findings(found).assign(order=found["severity"].map(_ORDER))
    ordered = judged.sort_values(["order", "organ", "year", "report_id"], kind="stable", ignore_index=True)
    return ordered.assign(at=range(len(ordered)))


@keep_with_build(4)
def map_all_hints(build_id: str, language: Language) -> Hints:
    """The hints of a build by report and cell."""
    return map_hints(data.get_open_build(build_id).warehouse.findings(), language)


def find_figure_reviews(
    build: data.OpenBuild, report_id: int, cells: Sequence[int]
) -> Iterator[tuple[int, ReviewState]]:
    """What was said of printed cells, by cell, up to now; of others nothing is yielded."""
    content = read_review_list()
    try:
        reviews = build.warehouse.reviews if content is None else read_reviews(content, path=FILE_NAME)
    except CollectionError:  # the Quality page says what is wrong with it
        reviews = build.warehouse.reviews
    if not any(not review.subject.rule for review in reviews):
        return
    report = build.reports[build.reports["report_id"] == report_id]
    keys = dict(zip(build.organs["organ_id"], build.organs["organ_key"], strict=True))
    printed = build.warehouse.read_printed([report_id])
    for organ_id, year in zip(report["organ_id"], report["year"].astype(int), strict=True):
        texts = [printed.get((report_id, cell), "") for cell in cells]
        described = [
            describe_figure(keys[organ_id], int(year), cell, text) for cell, text in zip(cells, texts, strict=True)
        ]
        for cell, state in zip(cells, match_reviews(described, reviews), strict=True):
            if state.state != OPEN:
                yield cell, state


@keep_with_build(1)
def count_cells(build_id: str) -> pd.DataFrame:
    """How much of the form was read, by format and reader."""
    return count_cells_read(data.get_open_build(build_id).warehouse.count_cells())


@keep_with_build(1)
def list_unresolved(build_id: str) -> pd.DataFrame:
    """Reports whose place or year nobody knows, with their ``organ`` and their ``position`` in the file, from 1."""
    warehouse = data.get_open_build(build_id).warehouse
    reports = warehouse.reports(current_only=False).sort_values("report_id")
    reports["position"] = reports.groupby("file").cumcount() + 1
    organs = warehouse.organs().set_index("organ_id")
    named = reports.assign(organ=reports["organ_id"].map(organs["organ"]))
    return named[~named["is_resolved"]].reset_index(drop=True)
