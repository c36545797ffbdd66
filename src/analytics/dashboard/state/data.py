"""The warehouse behind the pages: opened once a build, reopened when the pointer names another."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from analytics.dashboard.state.changes import compute_group_quartiles as compute_group_quartiles
from analytics.dashboard.state.changes import read_changes as read_changes
from analytics.dashboard.state.facsimiles import load_facsimile
from analytics.dashboard.state.open_build import OpenBuild as OpenBuild
from analytics.dashboard.state.open_builds import find_folder, keep_with_build, open_build
from analytics.documents.excerpt import Excerpt, excerpt_of_document
from analytics.errors import SelectionError
from analytics.exports.table import shape_table
from analytics.query.extracts import Extract, count_rows, read_blocks
from analytics.settings import Settings
from analytics.transforms.groups.compare import find_mixed_scopes, find_mixed_sorts
from analytics.transforms.groups.coverage import build_matrix, count_by_area, count_consecutive_pairs
from analytics.transforms.groups.peers import EVERYWHERE, LEAST_PEERS, list_areas_around, select_members
from analytics.transforms.organ.documents import number_findings, select_findings_about, select_told
from analytics.transforms.rows import hold_text_as_objects
from analytics.transforms.series.breaks import find_breaks
from analytics.transforms.series.change import REPORTED, explain_left_out, find_largest_changes
from analytics.transforms.series.sums import list_county_ids, sum_of_counties
from analytics.vocabulary.measures import Measure, find_measure
from analytics.warehouse.builds.publish import find_usable_build_id, read_named_build_id
from analytics.warehouse.records import Evidence


@keep_with_build(4096)
def find_member_ids(build_id: str, level: str, kind: str, area: str) -> tuple[int, ...]:
    """Ids of the organs of one level and kind in an area."""
    return tuple(organ_id for organ_id, code in _list_alike(build_id, level, kind) if code.startswith(area))


@keep_with_build(64)
def _list_alike(build_id: str, level: str, kind: str) -> tuple[tuple[int, str], ...]:
    """Ids and place codes of all organs of one level and kind, in order of the code."""
    build = get_open_build(build_id)
    codes = dict(zip(build.placed["organ_id"], build.placed["place_code"], strict=True))
    return tuple((organ_id, codes[organ_id]) for organ_id in select_members(build.placed, level=level, kind=kind))


@keep_with_build(4096)
def find_near_area(build_id: str, organ_id: int) -> str:
    """The nearest area that has enough organs like this one, as ``transforms.groups.peers.find_peers`` finds it."""
    organ = get_open_build(build_id).select_organs([organ_id]).iloc[0]
    for area in list_areas_around(organ["place_code"]):
        members = find_member_ids(build_id, organ["level"], organ["kind"], area)
        if len(members) - (organ_id in members) >= LEAST_PEERS:
            return area
    return EVERYWHERE


def find_raw_folder() -> str:
    """The folder of the documents behind the figures."""
    return os.environ.get("COUNTYSCOPE_RAW", str(Settings().raw))


def open_current_build() -> OpenBuild:
    """The current build or, where that is damaged, the last good one. WarehouseError where there is none,
    SelectionError where it holds no report whose place and year are known. Asking costs the reading of two small
    files and a glance at the database, once in each run of a page."""
    drawn = _drawn_build.get()
    if drawn:
        return drawn[0]
    build = open_build(find_folder(), find_usable_build_id(find_folder()) or "")
    if build.reports.empty:
        raise SelectionError("empty_collection", raw=find_raw_folder())
    if drawn is not None:
        drawn.append(build)
    return build


_drawn_build: ContextVar[list[OpenBuild] | None] = ContextVar("drawn_build", default=None)
"""Within a run of a page, the build that it shows, once that is known."""


@contextmanager
def keep_build_for_run() -> Iterator[None]:
    """All that a run draws is of one build, the one that is current when it begins."""
    _drawn_build.set([])
    try:
        yield
    finally:  # else what a thread remembers would keep a build that nobody reads
        _drawn_build.set(None)


def find_refused_build(build: OpenBuild) -> str | None:
    """What the pointer names where another build is shown instead; None where they are the same."""
    named = read_named_build_id(find_folder())
    return None if named == build.warehouse.build_id else named or "?"


def add_sums(
    build: OpenBuild, frame: pd.DataFrame, organs: Sequence[int], measure: Measure, years: Sequence[int]
) -> pd.DataFrame:
    """The frame of changes with, below it, the sums of the counties held of each prefecture among ``organs``."""
    frames = [frame]
    for organ in organs:
        counties = find_county_ids(build.warehouse.build_id, organ)
        if counties:
            span = tuple(sorted({*years, *(year - 1 for year in years)}))
            below = read_changes(build.warehouse.build_id, (measure.key,), counties, span)
            frames.append(sum_of_counties(below, build.organs, organ, measure, years))
    return pd.concat(frames, ignore_index=True)


def get_open_build(build_id: str) -> OpenBuild:
    """A build that is open already."""
    return open_build(find_folder(), build_id)


@keep_with_build(8)
def count_file_rows(build_id: str, extract: Extract) -> int:
    """Rows of a file that is not made yet."""
    return count_rows(extract)


@keep_with_build(8)
def read_beginning(build_id: str, extract: Extract) -> pd.DataFrame:
    """The first block of a file that is not made yet, as the file shows it."""
    return shape_table(next(read_blocks(extract)), extract.shape, extract.names)


def find_server_root() -> str:
    """Scheme, host and path of this server as the reader's browser knows it, without the page's name."""
    return (st.context.url or "").split("?", 1)[0].rsplit("/", 1)[0]


@keep_with_build(256)
def read_form_figures(build_id: str, organ_id: int) -> pd.DataFrame:
    """Every cell of one organ's current reports, over all years; corrected values in place of printed ones. Text as
    objects."""
    return hold_text_as_objects(get_open_build(build_id).warehouse.figures(organs=[organ_id]))


@keep_with_build(64)
def read_printed_figures(build_id: str, organ_id: int) -> pd.DataFrame:
    """The same as printed, whatever was corrected."""
    return get_open_build(build_id).warehouse.figures(organs=[organ_id], as_printed=True)


@keep_with_build(1)
def read_every_report(build_id: str) -> pd.DataFrame:
    """All reports, those that no figure is taken from among them."""
    return get_open_build(build_id).warehouse.reports(current_only=False)


@keep_with_build(256)
def read_findings(build_id: str, report_ids: tuple[int, ...]) -> pd.DataFrame:
    """What the checks found in some reports."""
    return get_open_build(build_id).warehouse.findings(report_ids)


@keep_with_build(256)
def find_findings(build_id: str, report_ids: tuple[int, ...], cells: frozenset[int]) -> pd.DataFrame:
    """The findings that are told about some cells of some reports, with their ``number`` in the report."""
    build = get_open_build(build_id)
    organs = tuple(dict.fromkeys(build.organ_of[report_id] for report_id in report_ids))
    rows = _read_findings_of(build_id, organs)
    return select_findings_about(rows[rows["report_id"].isin(report_ids)], cells)


@keep_with_build(256)
def _read_findings_of(build_id: str, organs: tuple[int, ...]) -> pd.DataFrame:
    """Of all reports of some organs, told and numbered: the next choice of years or measures finds them read."""
    build = get_open_build(build_id)
    report_ids = tuple(int(report_id) for organ in organs for report_id in build.select_reports(organ)["report_id"])
    return number_findings(select_told(read_findings(build_id, report_ids)))


def list_mixtures(build: OpenBuild, series: pd.DataFrame, organs: tuple[int, ...]) -> list[str]:
    """As ``transforms.groups.compare.find_mixtures``, of a ``series`` of these organs alone."""
    found = _find_mixed_sorts(build.warehouse.build_id, organs)
    return [*found, *find_mixed_scopes(series)]


@keep_with_build(256)
def _find_mixed_sorts(build_id: str, organs: tuple[int, ...]) -> list[str]:
    return find_mixed_sorts(get_open_build(build_id).select_organs(organs))


@keep_with_build(4096)
def find_county_ids(build_id: str, organ_id: int) -> tuple[int, ...]:
    """Ids of the county governments below a prefecture's; none for any other organ."""
    return list_county_ids(get_open_build(build_id).organs, organ_id)


@keep_with_build(256)
def find_series_breaks(build_id: str, measure_key: str, organs: tuple[int, ...]) -> pd.DataFrame:
    """The breaks of a measure in the series of some organs."""
    build = get_open_build(build_id)
    return find_breaks(build.select_reports_of(organs), find_measure(measure_key), organs)


@keep_with_build(2)
def compute_coverage(build_id: str) -> tuple[pd.DataFrame, int]:
    """The coverage matrix and the number of real consecutive pairs."""
    build = get_open_build(build_id)
    return build_matrix(build.organs, build.reports, build.warehouse.count_failed_checks()), count_consecutive_pairs(
        build.reports
    )


@keep_with_build(2)
def count_coverage_by_area(build_id: str) -> pd.DataFrame:
    """The matrix counted by area."""
    return count_by_area(compute_coverage(build_id)[0], get_open_build(build_id).organs)


@dataclass(frozen=True, slots=True)
class Movers:
    """The largest changes; apart from them those whose coverage is in doubt, and of those that reports state themselves
    the largest, so that no difference of two reports crowds them out. ``left_out`` counts the changes that
    are no candidates, by the reasons of ``explain_left_out`` (``coverage_suspected`` counts all in doubt)."""

    largest: pd.DataFrame
    suspected: pd.DataFrame
    stated: pd.DataFrame
    left_out: dict[str, int]


@dataclass(frozen=True, slots=True)
class MoversFilter:
    """Which changes are looked at: of some measures, in one year or all (None), in an area (the first digits of the
    place code; empty for all)."""

    measures: tuple[str, ...]
    year: int | None
    area: str


@keep_with_build(32)
def find_movers(build_id: str, keys: tuple[str, ...], chosen: MoversFilter, limit: int) -> Movers:
    """The largest changes among those chosen, over all organs. ``keys`` are all measures that can be chosen, which are
    read once."""
    found = read_changes(build_id, keys, None, None)
    found = found[found["measure"].isin(chosen.measures)]
    if chosen.year is not None:
        found = found[found["year"] == chosen.year]
    if chosen.area:
        organs = get_open_build(build_id).placed
        inside = organs.loc[organs["place_code"].str.startswith(chosen.area), "organ_id"]
        found = found[found["organ_id"].isin(inside)]
    doubtful = found["is_coverage_suspected"].astype(bool)
    apart = find_largest_changes(found[doubtful], limit=limit, include_suspected=True)
    left_out = {str(reason): int(count) for reason, count in explain_left_out(found).value_counts().items()}
    is_stated = (found["basis"] == REPORTED) & (found["difference"] != 0)
    stated = find_largest_changes(found[is_stated], limit=limit // 2)
    return Movers(find_largest_changes(found, limit=limit), apart, stated, left_out)


@keep_with_build(64)
def read_narrative(build_id: str, report_ids: tuple[int, ...]) -> pd.DataFrame:
    """The prose of some reports, section by section."""
    return get_open_build(build_id).warehouse.narrative(report_ids)


@keep_with_build(2)
def read_prose(build_id: str) -> pd.DataFrame:
    """Figures that only the prose of a report states."""
    return get_open_build(build_id).warehouse.prose()


@keep_with_build(8)
def read_revisions(build_id: str, since: str) -> pd.DataFrame | None:
    """What is different from an earlier build; None where the record does not reach back to it."""
    return get_open_build(build_id).warehouse.read_revisions(since)


@keep_with_build(512)
def read_evidence(build_id: str, report_id: int, cells: tuple[int, ...]) -> list[Evidence]:
    """The printed cells behind a value."""
    return get_open_build(build_id).warehouse.list_evidence(report_id, cells)


def read_excerpt_of(cell: Evidence) -> Excerpt | None:
    """The document around a printed cell, read again; None where the fact has no place. DocumentError where the
    document is gone or changed."""
    if cell.element is None:
        return None
    document = load_facsimile(cell.file, cell.pages, cell.sha256, cell.reading).document
    return excerpt_of_document(document, cell.element, cell.row, cell.column)
