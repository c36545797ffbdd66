"""Changes of measures as pages ask for them: what was read once is kept with its build, years are slices of it."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analytics.dashboard.state.open_builds import find_folder, keep_with_build, open_build
from analytics.transforms.organ.profile import Axes, Values, compute_quartiles, tabulate_printed

MANY_ORGANS = 500


def read_changes(
    build_id: str, keys: tuple[str, ...], organs: tuple[int, ...] | None, years: tuple[int, ...] | None
) -> pd.DataFrame:
    """Changes of some measures, organs and years; ``build_id`` keeps results of builds apart."""
    is_large = organs is None or len(organs) > MANY_ORGANS
    span = tuple(open_build(find_folder(), build_id).span)
    if years is None or not set(years) < set(span):
        return (_read_changes_of_many if is_large else _read_changes_of_few)(build_id, keys, organs, years)
    return (_slice_changes_of_many if is_large else _slice_changes_of_few)(build_id, keys, organs, years)


@keep_with_build(256)
def _read_changes_of_few(
    build_id: str, keys: tuple[str, ...], organs: tuple[int, ...] | None, years: tuple[int, ...] | None
) -> pd.DataFrame:
    return _read_changes(build_id, keys, organs, years)


@keep_with_build(12)
def _read_changes_of_many(
    build_id: str, keys: tuple[str, ...], organs: tuple[int, ...] | None, years: tuple[int, ...] | None
) -> pd.DataFrame:
    """Of a whole country: some twenty megabytes each, so few are kept."""
    return _read_changes(build_id, keys, organs, years)


def _read_changes(
    build_id: str, keys: tuple[str, ...], organs: tuple[int, ...] | None, years: tuple[int, ...] | None
) -> pd.DataFrame:
    return open_build(find_folder(), build_id).warehouse.changes(keys, organs, years)


@keep_with_build(256)
def _slice_changes_of_few(
    build_id: str, keys: tuple[str, ...], organs: tuple[int, ...] | None, years: tuple[int, ...]
) -> pd.DataFrame:
    """Of all years that can be shown: the next choice of years finds them read."""
    frame = _read_changes_of_few(build_id, keys, organs, tuple(open_build(find_folder(), build_id).span))
    return _select_years(frame, years)


@keep_with_build(12)
def _slice_changes_of_many(
    build_id: str, keys: tuple[str, ...], organs: tuple[int, ...] | None, years: tuple[int, ...]
) -> pd.DataFrame:
    frame = _read_changes_of_many(build_id, keys, organs, tuple(open_build(find_folder(), build_id).span))
    return _select_years(frame, years)


def _select_years(frame: pd.DataFrame, years: tuple[int, ...]) -> pd.DataFrame:
    is_among = np.isin(frame["year"].to_numpy(dtype=np.int64), years)
    return frame.iloc[np.flatnonzero(is_among)].reset_index(drop=True)


@keep_with_build(1)
def _find_axes(build_id: str) -> Axes:
    build = open_build(find_folder(), build_id)
    return Axes.of(build.organs["organ_id"], build.span)


@keep_with_build(128)
def _tabulate_printed(build_id: str, key: str) -> Values:
    """What all organs print of one measure: a fifth of a megabyte for a country, read once."""
    columns = ("value", "status", "stated_by_year")
    rows = open_build(find_folder(), build_id).warehouse.changes((key,), columns=columns)
    return tabulate_printed(rows[rows["year"].isin(_find_axes(build_id).years)], _find_axes(build_id))


@keep_with_build(256)
def compute_group_quartiles(build_id: str, keys: tuple[str, ...], group: tuple[int, ...], without: int) -> pd.DataFrame:
    """Quartiles of a group's values over all years, one organ left out."""
    printed = {key: _tabulate_printed(build_id, key) for key in keys}
    return compute_quartiles(printed, _find_axes(build_id), (organ_id for organ_id in group if organ_id != without))
