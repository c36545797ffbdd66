"""Several measures at once: the changes of every chosen measure, organ and year in one long frame."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analytics.transforms.series.change import year_over_year
from analytics.transforms.series.complete import NO_REPORT, series
from analytics.vocabulary.measures import Measure


def changes(
    figures: pd.DataFrame,
    reports: pd.DataFrame,
    wanted: Sequence[Measure],
    *,
    organs: Sequence[int] | None = None,
    years: Sequence[int] | None = None,
) -> pd.DataFrame:
    """The frame of ``year_over_year`` for each measure, one below the other.

    Years before those wanted are read for the change and then dropped.
    """
    span = None if years is None else sorted({*years, *(year - 1 for year in years)})
    frame = year_over_year(series(figures, reports, wanted, organs=organs, years=span), wanted, figures)
    return frame if years is None else frame[frame["year"].isin(years)].reset_index(drop=True)


def with_reports(changes: pd.DataFrame, *, whole_rows: bool) -> pd.DataFrame:
    """The rows that have a report, or a value that another year's report states. ``whole_rows`` keeps every measure of
    an organ and year that has any, which a wide table needs to say why the others have none."""
    held = changes["status"] != NO_REPORT
    if whole_rows:
        held = held.groupby([changes["organ_id"], changes["year"]]).transform("any")
    return changes[held].reset_index(drop=True)
