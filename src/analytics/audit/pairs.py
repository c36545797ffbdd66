"""Figures of consecutive years beside each other.

Required frame ``figures``: organ_id, year, report_id, cell, value (grain organ × year × cell, current reports).
"""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

COLUMNS = ["report_id", "rule", "severity", "operands", "cells"]
"""Of every frame of findings over several reports."""


class Years(NamedTuple):
    """Figures by organ and year × cell: of a year, and beside it of the year before; the report of each year."""

    now: pd.DataFrame
    before: pd.DataFrame
    reports: pd.Series


def pair_years(figures: pd.DataFrame) -> Years:
    """Every year that has the organ's year before; no rows where none has."""
    wide = figures.pivot_table(index=["organ_id", "year"], columns="cell", values="value", aggfunc="first")
    reports = figures.groupby(["organ_id", "year"])["report_id"].first()
    before = wide.copy()
    before.index = pd.MultiIndex.from_arrays(
        [before.index.get_level_values(0), before.index.get_level_values(1) + 1], names=before.index.names
    )
    pairs = wide.index.intersection(before.index)
    return Years(wide.loc[pairs], before.loc[pairs], reports)


def take_cell(frame: pd.DataFrame, cell: int) -> pd.Series:
    """A cell by organ and year, NaN where it has no value."""
    return frame[cell] if cell in frame.columns else pd.Series(float("nan"), index=frame.index)
