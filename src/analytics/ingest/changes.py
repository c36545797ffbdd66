"""The changes of a build under way: every measure, organ and year, worked out in batches."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pandas as pd

from analytics.transforms.series.complete import list_needed_cells
from analytics.transforms.series.editions import list_earlier_editions
from analytics.transforms.series.long_frame import build_changes
from analytics.vocabulary.measures import (
    POPULATION,
    find_measure,
    list_measures,
    list_measures_before_2019,
    list_measures_per_resident,
    list_narrative_measures,
)
from analytics.warehouse.read import Warehouse

Progress = Callable[[int, int], None]
"""Called with (how many are done, how many there are)."""
_ROWS_AT_ONCE = 200_000
"""Changes worked out together: many enough that pandas is busy with figures, few enough for the memory of a desk."""


def compute_changes(loaded: Warehouse, progress: Progress) -> Iterator[pd.DataFrame]:
    """The changes of every measure, every organ with a report whose year is known, and every year; the year before the
    first is there for what reports state of it."""
    reports = loaded.reports()
    organs = sorted({int(report) for report in reports["organ_id"]})
    report_years = reports.loc[reports["is_current"], "year"].dropna()
    years = range(int(report_years.min()) - 1, int(report_years.max()) + 1) if len(report_years) else ()
    earlier = list_measures_before_2019(list_earlier_editions(reports))
    every = (
        *list_measures(),
        *list_measures_per_resident(),
        find_measure(POPULATION),
        *earlier,
        *list_narrative_measures(),
    )
    corrected = loaded.list_corrected_organs()
    at_once = max(1, _ROWS_AT_ONCE // max(1, len(organs) * len(years)))
    for at in range(0, len(every), at_once):
        batch = every[at : at + at_once]
        cells = list_needed_cells(batch)
        printed = loaded.figures(cells, organs=corrected, as_printed=True) if corrected else None
        yield build_changes(
            loaded.figures(cells), reports, batch, organs=organs, years=years, printed=printed
        )  # fmt: skip
        progress(min(at + at_once, len(every)), len(every))
