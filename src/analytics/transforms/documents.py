"""Reports and findings → the documents of one organ, in order of years, with how much there is to say of each."""

from __future__ import annotations

import pandas as pd

COLUMNS = ["year", "file", "format", "origin", "published", "edition_ii", "edition_iii", "findings"]


def documents(reports: pd.DataFrame, findings: pd.DataFrame) -> pd.DataFrame:
    """Columns COLUMNS, grain report. ``findings`` [report_id, severity] are counted by report; notes are none."""
    told = findings[findings["severity"] != "note"].groupby("report_id").size()
    own = reports.sort_values("year")
    counts = [int(told.get(one, 0)) for one in own["report_id"]]
    return own.assign(findings=counts)[COLUMNS].reset_index(drop=True)
