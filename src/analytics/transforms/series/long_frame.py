"""Several measures at once: the changes of every chosen measure, organ and year in one long frame."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analytics.transforms.series.change import add_year_over_year
from analytics.transforms.series.complete import NO_REPORT, build_series
from analytics.vocabulary.measures import Measure

_KEYS = ["organ_id", "year", "measure"]


def build_changes(
    figures: pd.DataFrame,
    reports: pd.DataFrame,
    measures: Sequence[Measure],
    *,
    organs: Sequence[int] | None = None,
    years: Sequence[int] | None = None,
    printed: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """The frame of ``add_year_over_year`` for each measure, one below the other, with is_corrected (whether a
    correction has part in the value), value_printed (what it is without; NA where it has none) and is_change_corrected.

    Years before those wanted are read for the change and then dropped. ``printed`` are the figures of the organs that
    have a correction, as their reports print them.
    """
    frame = _build(figures, reports, measures, organs, years)
    frame["is_corrected"], frame["value_printed"], frame["is_change_corrected"] = False, np.nan, False
    corrected = [] if printed is None else sorted({int(organ) for organ in printed["organ_id"]})
    if printed is None or not frame["organ_id"].isin(corrected).any():
        return frame
    return _mark_corrected(frame, _build(printed, reports, measures, corrected, years or _list_years(frame)))


def _build(
    figures: pd.DataFrame,
    reports: pd.DataFrame,
    measures: Sequence[Measure],
    organs: Sequence[int] | None,
    years: Sequence[int] | None,
) -> pd.DataFrame:
    span = None if years is None else sorted({*years, *(year - 1 for year in years)})
    frame = add_year_over_year(build_series(figures, reports, measures, organs=organs, years=span), measures, figures)
    return frame if years is None else frame[frame["year"].isin(years)].reset_index(drop=True)


def _list_years(frame: pd.DataFrame) -> list[int]:
    return sorted({int(year) for year in frame["year"]})


def _mark_corrected(frame: pd.DataFrame, printed: pd.DataFrame) -> pd.DataFrame:
    """Tell by comparison what a correction has part in, through whatever sums and rates it got there."""
    names = ["value", "status", "numerator", "denominator", "difference"]
    beside = frame[_KEYS].merge(printed[[*_KEYS, *names]].assign(is_beside=True), on=_KEYS, how="left")
    is_beside = beside["is_beside"].notna().to_numpy()
    differs = {name: is_beside & _find_differing(frame[name], beside[name]) for name in names}
    is_corrected = np.logical_or.reduce([differs[name] for name in names[:-1]])
    return frame.assign(
        is_corrected=is_corrected,
        value_printed=np.where(is_corrected, beside["value"].to_numpy(dtype=float), np.nan),
        is_change_corrected=differs["difference"],
    )


def _find_differing(now: pd.Series, beside: pd.Series) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    first, second = now.to_numpy(dtype=object), beside.to_numpy(dtype=object)
    return np.asarray((first != second) & ~(pd.isna(first) & pd.isna(second)), dtype=bool)


def keep_reported(changes: pd.DataFrame, *, whole_rows: bool) -> pd.DataFrame:
    """The rows that have a report, or a value that another year's report states. ``whole_rows`` keeps every measure of
    an organ and year that has any, which a wide table needs to say why the others have none."""
    has_report = changes["status"] != NO_REPORT
    if whole_rows:
        has_report = has_report.groupby([changes["organ_id"], changes["year"]]).transform("any")
    return changes[has_report].reset_index(drop=True)
