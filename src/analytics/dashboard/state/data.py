"""The warehouse behind the pages: opened once a build, reopened when the pointer names another."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from analytics.dashboard.state.facsimiles import keep_facsimile
from analytics.dashboard.state.open_build import Collection as Collection
from analytics.dashboard.state.open_builds import folder as folder
from analytics.dashboard.state.open_builds import kept_with_build, open_build
from analytics.documents.excerpt import Excerpt, excerpt_of_document
from analytics.errors import SelectionError
from analytics.exports.table import shaped
from analytics.query.extracts import Extract, blocks, row_count
from analytics.settings import Settings
from analytics.transforms.groups.coverage import by_area, consecutive_pairs, matrix
from analytics.transforms.groups.peers import members, of_organ
from analytics.transforms.organ.profile import quartiles
from analytics.transforms.series.change import headline
from analytics.transforms.series.sums import counties_of, sum_of_counties
from analytics.vocabulary.measures import Measure
from analytics.warehouse.builds.publish import named_build_id, usable_build_id
from analytics.warehouse.records import Evidence


@kept_with_build(4096)
def members_of(build_id: str, level: str, kind: str, area: str) -> tuple[int, ...]:
    """Ids of the organs of one level and kind in an area."""
    return members(opened(build_id).placed, level=level, kind=kind, area=area)


@kept_with_build(4096)
def near_area(build_id: str, organ_id: int) -> str:
    """The nearest area that has enough organs like this one."""
    return of_organ(opened(build_id).placed, organ_id)[0]


def raw_folder() -> str:
    """The folder of the documents behind the figures."""
    return os.environ.get("COUNTYSCOPE_RAW", str(Settings().raw))


def collection() -> Collection:
    """The current build or, where that is damaged, the last good one. WarehouseError where there is none,
    SelectionError where it holds no report whose place and year are known. Asking costs the reading of two small
    files and a glance at the database."""
    held = open_build(folder(), usable_build_id(folder()) or "")
    if held.reports.empty:
        raise SelectionError("empty_collection", raw=raw_folder())
    return held


def refused_build(held: Collection) -> str | None:
    """What the pointer names where another build is shown instead; None where they are the same."""
    named = named_build_id(folder())
    return None if named == held.warehouse.build_id else named or "?"


def with_sums(
    held: Collection, frame: pd.DataFrame, organs: Sequence[int], wanted: Measure, years: Sequence[int]
) -> pd.DataFrame:
    """The frame of changes with, below it, the sums of the counties held of each prefecture among ``organs``."""
    frames = [frame]
    for organ in organs:
        counties = counties_of(held.organs, organ)
        if counties:
            span = tuple(sorted({*years, *(year - 1 for year in years)}))
            below = measured(held.warehouse.build_id, (wanted.key,), counties, span)
            frames.append(sum_of_counties(below, held.organs, organ, wanted, years))
    return pd.concat(frames, ignore_index=True)


def opened(build_id: str) -> Collection:
    """A build that is open already."""
    return open_build(folder(), build_id)


MANY_ORGANS = 500


def measured(
    build_id: str, keys: tuple[str, ...], organs: tuple[int, ...] | None, years: tuple[int, ...] | None
) -> pd.DataFrame:
    """Changes of some measures, organs and years; ``build_id`` keeps results of builds apart."""
    is_large = organs is None or len(organs) > MANY_ORGANS
    return (_measured_of_many if is_large else _measured)(build_id, keys, organs, years)


@kept_with_build(256)
def _measured(
    build_id: str, keys: tuple[str, ...], organs: tuple[int, ...] | None, years: tuple[int, ...] | None
) -> pd.DataFrame:
    return _changes(build_id, keys, organs, years)


@kept_with_build(12)
def _measured_of_many(
    build_id: str, keys: tuple[str, ...], organs: tuple[int, ...] | None, years: tuple[int, ...] | None
) -> pd.DataFrame:
    """Of a whole country: some twenty megabytes each, so few are kept."""
    return _changes(build_id, keys, organs, years)


def _changes(
    build_id: str, keys: tuple[str, ...], organs: tuple[int, ...] | None, years: tuple[int, ...] | None
) -> pd.DataFrame:
    return opened(build_id).warehouse.changes(keys, organs, years)


@kept_with_build(64)
def _values(build_id: str, keys: tuple[str, ...], organs: tuple[int, ...]) -> pd.DataFrame:
    columns = ("value", "stated_by_year")
    return opened(build_id).warehouse.changes(keys, organs, columns=columns)


def quartiles_of(build_id: str, keys: tuple[str, ...], group: tuple[int, ...], without: int) -> pd.DataFrame:
    """Quartiles of a group's values over all years, one organ left out. The values are those of the whole group, so
    that the next of it finds them read."""
    peers = [one for one in group if one != without]
    return quartiles(_values(build_id, keys, tuple(sorted({without, *group}))), peers)


@kept_with_build(8)
def counted(build_id: str, wanted: Extract) -> int:
    """Rows of a file that is not made yet."""
    return row_count(wanted)


@kept_with_build(8)
def beginning(build_id: str, wanted: Extract) -> pd.DataFrame:
    """The first block of a file that is not made yet, as the file shows it."""
    return shaped(next(blocks(wanted)), wanted.shape, wanted.names)


def root() -> str:
    """Scheme, host and path of this server as the reader's browser knows it, without the page's name."""
    return (st.context.url or "").split("?", 1)[0].rsplit("/", 1)[0]


@kept_with_build(256)
def form_figures(build_id: str, organ_id: int) -> pd.DataFrame:
    """Every printed cell of one organ's current reports, over all years."""
    return opened(build_id).warehouse.figures(organs=[organ_id])


@kept_with_build(256)
def findings(build_id: str, report_ids: tuple[int, ...]) -> pd.DataFrame:
    """What the checks found in some reports."""
    return opened(build_id).warehouse.findings(report_ids)


@kept_with_build(2)
def coverage(build_id: str) -> tuple[pd.DataFrame, int]:
    """The coverage matrix and the number of real consecutive pairs."""
    held = opened(build_id)
    return matrix(held.organs, held.reports, held.warehouse.error_counts()), consecutive_pairs(held.reports)


@kept_with_build(2)
def coverage_by_area(build_id: str) -> pd.DataFrame:
    """The matrix counted by area."""
    return by_area(coverage(build_id)[0], opened(build_id).organs)


@dataclass(frozen=True, slots=True)
class Movers:
    """The largest changes, and apart from them those whose coverage is in doubt, with their whole number."""

    largest: pd.DataFrame
    suspected: pd.DataFrame
    suspected_count: int


@kept_with_build(2)
def movers(build_id: str, keys: tuple[str, ...], limit: int) -> Movers:
    """The largest changes of some measures over all organs and years."""
    found = measured(build_id, keys, None, None)
    doubtful = found["is_coverage_suspected"].astype(bool)
    apart = headline(found[doubtful], limit=limit, include_suspected=True)
    return Movers(headline(found, limit=limit), apart, int((doubtful & found["percent"].notna()).sum()))


@kept_with_build(2)
def prose(build_id: str) -> pd.DataFrame:
    """Figures that only the prose of a report states."""
    return opened(build_id).warehouse.prose()


@kept_with_build(8)
def revisions(build_id: str, since: str) -> pd.DataFrame | None:
    """What is different from an earlier build; None where the record does not reach back to it."""
    return opened(build_id).warehouse.revisions(since)


@kept_with_build(512)
def evidence(build_id: str, report_id: int, cells: tuple[int, ...]) -> list[Evidence]:
    """The printed cells behind a value."""
    return opened(build_id).warehouse.evidence_of(report_id, cells)


def excerpt_of(one: Evidence) -> Excerpt | None:
    """The document around a printed cell, read again; None where the fact has no place. DocumentError where the
    document is gone or changed."""
    if one.element is None:
        return None
    document = keep_facsimile(one.file, one.pages, one.sha256, one.reading).document
    return excerpt_of_document(document, one.element, one.row, one.column)
