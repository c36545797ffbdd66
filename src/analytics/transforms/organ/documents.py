"""Reports and findings → the documents of one organ with how much there is to say of each; what is said of some cells.

Findings: report_id, year, severity, cells (list of codes).
"""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from analytics.transforms.series.editions import named

COLUMNS = ["year", "file", "format", "origin", "published", "editions", "findings"]


def documents(reports: pd.DataFrame, findings: pd.DataFrame) -> pd.DataFrame:
    """Columns COLUMNS, grain report. ``findings`` [report_id, severity] are counted by report; notes are none."""
    told = findings[findings["severity"] != "note"].groupby("report_id").size()
    own = reports.sort_values("year")
    counts = [int(told.get(one, 0)) for one in own["report_id"]]
    return own.assign(findings=counts, editions=named(own))[COLUMNS].reset_index(drop=True)


def about(findings: pd.DataFrame, cells: Collection[int]) -> pd.DataFrame:
    """The findings about any of the ``cells``, in order of reports and years; notes are none."""
    wanted = set(cells)
    touches = findings["cells"].map(lambda own: not wanted.isdisjoint(own)).astype(bool)
    found = findings[touches & (findings["severity"] != "note")]
    return found.sort_values(["organ_id", "year"], kind="stable").reset_index(drop=True)
