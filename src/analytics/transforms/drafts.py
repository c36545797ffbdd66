"""Reports that were handed over beside those of a collection: what was read of each, and what is held of it already.

Required: ``warehouse.read.reports(current_only=False)`` and ``organs`` of both, ``count_cells`` and ``findings`` of the
draft; grain report. Refuses to know which of two the collection will use: the ingest decides that.
"""

from __future__ import annotations

from enum import StrEnum

import pandas as pd

from analytics.vocabulary.terms import Severity

COLUMNS = ["report_id", "file", "organ", "year", "cells", "sure_share", "uncertain", "unreadable", "unread", "errors",
           "warnings", "held"]  # fmt: skip
"""``sure_share`` is the share (0–1) of ``cells`` that are neither uncertain nor unreadable, NA without cells;
``unread`` counts numbers beside tables that no cell owns; ``held`` is a ``Held``."""


class Held(StrEnum):
    """What a collection holds of a report that is handed over."""

    NEW = "new"
    SAME_FILE = "same_file"
    SAME_YEAR = "same_year"
    REPEATED = "repeated"
    """Another of the files handed over stands in front of it."""
    NOBODY = "nobody"
    """Whose it is, or of which year, is not known."""


def describe_draft(
    reports: pd.DataFrame, organs: pd.DataFrame, cells: pd.DataFrame, findings: pd.DataFrame, held: pd.DataFrame
) -> pd.DataFrame:
    """COLUMNS, one row a report of the draft, in order of file. ``held`` has organ_key, year and sha256 of every report
    of the collection."""
    described = reports.merge(organs[["organ_id", "organ", "organ_key"]], on="organ_id").merge(
        cells[["report_id", "cells", "uncertain", "unreadable"]], on="report_id"
    )
    doubtful = described[["uncertain", "unreadable"]].sum(axis=1).clip(upper=described["cells"])
    share = (described["cells"] - doubtful).astype("Float64") / described["cells"].where(described["cells"] > 0)
    unread = findings[findings["rule"] == "figures_unread"]
    counted = {
        "unread": unread["operands"].map(lambda operands: int(operands["count"])).groupby(unread["report_id"]).sum(),
        **{
            f"{severity}s": findings[findings["severity"] == severity].groupby("report_id").size()
            for severity in (Severity.ERROR, Severity.WARNING)
        },
    }
    ids = described["report_id"]  # a report without such a finding has none of them
    counts = {name: count.reindex(ids, fill_value=0).astype("Int64").array for name, count in counted.items()}
    described = described.assign(sure_share=share, **counts)
    described["held"] = _find_held(described, held)
    return described.sort_values(["file", "report_id"], ignore_index=True)[COLUMNS]


def _find_held(described: pd.DataFrame, held: pd.DataFrame) -> pd.Series:
    years = set(zip(held["organ_key"], held["year"], strict=True))
    is_same_year = [key in years for key in zip(described["organ_key"], described["year"], strict=True)]
    found = pd.Series(str(Held.NEW), index=described.index)
    found = found.mask(pd.Series(is_same_year, index=described.index), str(Held.SAME_YEAR))
    found = found.mask(~(described["is_current"] | described["is_prose_current"]), str(Held.REPEATED))
    found = found.mask(~described["is_resolved"], str(Held.NOBODY))
    return found.mask(described["sha256"].isin(set(held["sha256"])), str(Held.SAME_FILE))
