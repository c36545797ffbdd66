"""Reports and findings → the documents of one organ with how much there is to say of each; what is said of some cells.

Findings: report_id, year, severity, cells (list of codes).
"""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from analytics.transforms.series.editions import join_editions

COLUMNS = ["year", "file", "format", "origin", "published", "editions", "findings"]


def list_documents(reports: pd.DataFrame, findings: pd.DataFrame) -> pd.DataFrame:
    """Columns COLUMNS, grain report. ``findings`` [report_id, severity] are counted by report; notes are none."""
    told = findings[findings["severity"] != "note"].groupby("report_id").size()
    ordered = reports.sort_values("year")
    counts = [int(told.get(report_id, 0)) for report_id in ordered["report_id"]]
    return ordered.assign(findings=counts, editions=join_editions(ordered))[COLUMNS].reset_index(drop=True)


def find_findings_about(findings: pd.DataFrame, cells: Collection[int]) -> pd.DataFrame:
    """The findings about any of the ``cells``, in order of reports and years; notes are none."""
    cell_codes = set(cells)
    touches = findings["cells"].map(lambda codes: not cell_codes.isdisjoint(codes)).astype(bool)
    found = findings[touches & (findings["severity"] != "note")]
    return found.sort_values(["organ_id", "year"], kind="stable").reset_index(drop=True)
