"""Figures that only prose states, held against each other within one report.

Required frame ``figures``: organ_id, year, report_id, cell, value, with the codes of ``vocabulary.measures.prose``.
What ties two years together is in ``audit.years``.
"""

from __future__ import annotations

import pandas as pd

from analytics.transforms.rows import each_row
from analytics.vocabulary.measures.prose import PROSE_CODES, PROSE_FIGURES
from analytics.vocabulary.rules import find_rule
from analytics.vocabulary.terms import Fault, Severity

RULE = "received_equals_handled"
COLUMNS = ["report_id", "rule", "severity", "operands", "cells"]


def check_prose(figures: pd.DataFrame) -> pd.DataFrame:
    """Findings [COLUMNS] where new and carried over are not what was answered and carried forward. A warning: prose is
    not bound by the form's arithmetic."""
    stated = figures[figures["cell"].isin(PROSE_CODES)]
    lines = {figure.code: figure.line for figure in PROSE_FIGURES}
    wide = stated.assign(line=stated["cell"].map(lines)).pivot_table(
        index=["report_id", "year"], columns="line", values="value", aggfunc="first"
    )
    wide = wide.reindex(columns=list(lines.values())).dropna().reset_index()
    wide = wide.assign(left=wide["new"] + wide["carried_over"], right=wide["answered"] + wide["carried_forward"])
    rows = [
        (
            int(row.report_id), find_rule(RULE).key, str(Severity.WARNING),
            {"left": float(row.left), "right": float(row.right), "is_in_prose": True, "fault": str(Fault.READER)},
            sorted(PROSE_CODES),
        )
        for row in each_row(wide[(wide["left"] - wide["right"]).abs() > 1e-9])
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=COLUMNS)
