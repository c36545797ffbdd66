"""Several measures at once: the changes of every chosen measure, organ and year in one long frame."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analytics.transforms.series.change import add_year_over_year
from analytics.transforms.series.complete import NO_REPORT, build_series
from analytics.vocabulary.measures import Measure


def build_changes(
    figures: pd.DataFrame,
    reports: pd.DataFrame,
    measures: Sequence[Measure],
    *,
    organs: Sequence[int] | None = None,
    years: Sequence[int] | None = None,
) -> pd.DataFrame:
    """The frame of ``add_year_over_year`` for each measure, one below the other.

    Years before those wanted are read for the change and then dropped.
    """
    span = None if years is None else sorted({*years, *(year - 1 for year in years)})
    frame = add_year_over_year(build_series(figures, reports, measures, organs=organs, years=span), measures, figures)
    return frame if years is None else frame[frame["year"].isin(years)].reset_index(drop=True)


def keep_reported(changes: pd.DataFrame, *, whole_rows: bool) -> pd.DataFrame:
    """The rows that have a report, or a value that another year's report states. ``whole_rows`` keeps every measure of
    an organ and year that has any, which a wide table needs to say why the others have none."""
    has_report = changes["status"] != NO_REPORT
    if whole_rows:
        has_report = has_report.groupby([changes["organ_id"], changes["year"]]).transform("any")
    return changes[has_report].reset_index(drop=True)
