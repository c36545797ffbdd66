"""The warehouse behind the pages: opened once a build, reopened when the pointer names another."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

import pandas as pd
import streamlit as st

from analytics.documents.excerpt import Excerpt, excerpt
from analytics.documents.folder import Folder
from analytics.errors import CountyScopeError, DocumentError, SelectionError
from analytics.extracts import Extract, row_count
from analytics.settings import Settings
from analytics.transforms.coverage import consecutive_pairs, matrix
from analytics.transforms.selection import changes
from analytics.transforms.series import cells_of
from analytics.vocabulary.measures import measure
from analytics.warehouse.publish import current_build_id
from analytics.warehouse.read import Evidence, Warehouse


@dataclass(frozen=True)
class Collection:
    """One open build with the small frames every page needs."""

    warehouse: Warehouse
    organs: pd.DataFrame
    reports: pd.DataFrame

    @cached_property
    def names(self) -> dict[int, str]:
        """Organ's name by id."""
        return dict(zip(self.organs["organ_id"], self.organs["organ"], strict=True))

    @cached_property
    def keys(self) -> dict[str, int]:
        """Organ's id by key, of organs with a current report, in order of name."""
        held = self.organs[self.organs["organ_id"].isin(self.reports["organ_id"])].sort_values("organ")
        return dict(zip(held["organ_key"], held["organ_id"], strict=True))

    @cached_property
    def has_populations(self) -> bool:
        """Whether rates per resident can be offered."""
        return self.warehouse.has_populations()


def folder() -> Path:
    """The warehouse folder of this server."""
    return Path(os.environ.get("COUNTYSCOPE_WAREHOUSE", str(Settings().warehouse)))


def raw_folder() -> str:
    """The folder of the documents behind the figures."""
    return os.environ.get("COUNTYSCOPE_RAW", str(Settings().raw))


def collection() -> Collection:
    """The current build. WarehouseError where there is none, SelectionError where it holds no report whose place
    and year are known. Asking costs the reading of one small file."""
    held = _open(str(folder()), current_build_id(folder()) or "")
    if held.reports.empty:
        raise SelectionError("empty_collection", raw=raw_folder())
    return held


@st.cache_resource(max_entries=2, show_spinner=False)
def _open(path: str, build_id: str) -> Collection:
    warehouse = Warehouse(Path(path), build_id or None)
    return Collection(warehouse, warehouse.organs(), warehouse.reports())


@st.cache_data(max_entries=256, show_spinner=False)
def measured(
    build_id: str, keys: tuple[str, ...], organs: tuple[int, ...] | None, years: tuple[int, ...] | None
) -> pd.DataFrame:
    """Changes of some measures, organs and years; ``build_id`` keeps results of builds apart."""
    held = _open(str(folder()), build_id)
    wanted = [measure(key) for key in keys]
    figures = held.warehouse.figures(cells_of(wanted), None if organs is None else list(organs))
    return changes(figures, held.reports, wanted, organs=organs, years=years)


@st.cache_data(max_entries=32, show_spinner=False, hash_funcs={Extract: repr})
def counted(wanted: Extract, build_id: str) -> int:
    """Rows of a file that is not made yet."""
    return row_count(wanted)


def root() -> str:
    """Scheme, host and path of this server as the reader's browser knows it, without the page's name."""
    return (st.context.url or "").split("?", 1)[0].rsplit("/", 1)[0]


@st.cache_data(max_entries=64, show_spinner=False)
def form_figures(build_id: str, organ_id: int) -> pd.DataFrame:
    """Every printed cell of one organ's current reports, over all years."""
    return _open(str(folder()), build_id).warehouse.figures(organs=[organ_id])


@st.cache_data(max_entries=4, show_spinner=False)
def coverage(build_id: str) -> tuple[pd.DataFrame, int]:
    """The coverage matrix and the number of real consecutive pairs."""
    held = _open(str(folder()), build_id)
    return matrix(held.organs, held.reports), consecutive_pairs(held.reports)


@st.cache_data(max_entries=4, show_spinner=False)
def prose(build_id: str) -> pd.DataFrame:
    """Figures that only the prose of a report states."""
    return _open(str(folder()), build_id).warehouse.prose()


@st.cache_data(max_entries=512, show_spinner=False)
def evidence(build_id: str, report_id: int, cells: tuple[int, ...]) -> list[Evidence]:
    """The printed cells behind a value."""
    held = _open(str(folder()), build_id)
    figures = held.warehouse.figures(list(cells))
    have = figures.loc[figures["report_id"] == report_id, "cell"].tolist()
    return [held.warehouse.evidence(report_id, int(cell)) for cell in have]


def excerpt_of(one: Evidence) -> Excerpt | None:
    """The document around a printed cell, read again; None where the fact has no place. DocumentError where the
    document is gone or changed."""
    if one.element is None:
        return None
    name = PurePosixPath(one.file).name
    try:
        with Folder(raw_folder()) as documents:
            content = documents.data(one.file)
    except CountyScopeError as reason:
        raise DocumentError("document_gone", file=name) from reason
    return excerpt(
        content, name=name, sha256=one.sha256, element=one.element, row=one.row, column=one.column, reading=one.reading
    )
