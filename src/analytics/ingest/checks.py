"""Checks over a whole build, made once its reports are loaded and before it is published."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from analytics.audit.hints.frames import check_hints, list_hint_cells
from analytics.audit.prose import RULE as PROSE_RULE
from analytics.audit.prose import check_prose
from analytics.audit.years import check_across_years, list_cells_across_years
from analytics.vocabulary.measures.prose import PROSE_CODES
from analytics.vocabulary.terms import FAILING
from analytics.warehouse.builds.build import Builder
from analytics.warehouse.read import Warehouse

_ORGANS_AT_ONCE = 500
_FIGURES = ["organ_id", "year", "report_id", "cell", "value"]


def add_checks(builder: Builder, loaded: Warehouse) -> None:
    """Add what several reports say together: findings across years, then the hints of reports whose sums fail."""
    stated = loaded.figures(sorted(PROSE_CODES))[_FIGURES]
    builder.add_findings(check_prose(stated))
    printed = builder.figures(list_cells_across_years())
    builder.add_findings(check_across_years(pd.concat([printed, stated], ignore_index=True)))
    for hints in _find_hints(loaded):
        builder.add_findings(hints)


def _find_hints(loaded: Warehouse) -> Iterator[pd.DataFrame]:
    """Hints of the organs that have a report whose own sums fail; others have none."""
    found = loaded.findings()
    is_within = found["verdict"].isin(FAILING) | (found["rule"] == PROSE_RULE)
    organs = sorted({int(organ) for organ in found.loc[is_within, "organ_id"].dropna()})
    reports = loaded.reports()
    for at in range(0, len(organs), _ORGANS_AT_ONCE):
        figures = loaded.figures(list_hint_cells(), organs=organs[at : at + _ORGANS_AT_ONCE])
        yield check_hints(figures, reports)
