"""Table IV of one organ as rows. Years are never summed: a pending case may recur.

Required frame ``figures``: year, cell, value, status (grain year × cell, one organ).
"""

from __future__ import annotations

import pandas as pd

from analytics.vocabulary import form
from analytics.vocabulary.terms import Table

BLOCKS = ("reconsideration", "suit_direct", "suit_after")
RESULTS = ("upheld", "corrected", "other_result", "pending")


def by_result(figures: pd.DataFrame) -> pd.DataFrame:
    """organ_id, report_id, cell, year, block, result, value, status of every printed cell but the totals."""
    keys = {form.cell(Table.IV, block, result).code: (block, result) for block in BLOCKS for result in RESULTS}
    own = figures[figures["cell"].isin(list(keys))]
    return pd.DataFrame(
        {
            **{name: own[name] for name in ("organ_id", "report_id", "cell")},
            "year": own["year"].astype(int),
            "block": [keys[int(code)][0] for code in own["cell"]],
            "result": [keys[int(code)][1] for code in own["cell"]],
            "value": own["value"],
            "status": own["status"],
        }
    ).reset_index(drop=True)
