"""Table IV of one organ as rows. Years are never summed: a pending case may recur.

Required frames, of one organ: ``figures`` [year, report_id, cell, value, status, printed], grain year × cell, and its
current ``reports`` (see ``transforms.profile``).
"""

from __future__ import annotations

import pandas as pd

from analytics.transforms.profile import form_over_years
from analytics.vocabulary import form
from analytics.vocabulary.terms import Table

BLOCKS = ("reconsideration", "suit_direct", "suit_after")
RESULTS = ("upheld", "corrected", "other_result", "pending")


def by_result(figures: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """organ_id, report_id, cell, year, block, result, value, status of every cell but the totals, complete over the
    years with a report: one without a number says why. Empty where no report has the table."""
    keys = {form.cell(Table.IV, block, result).code: (block, result) for block in BLOCKS for result in RESULTS}
    rows = form_over_years(figures, reports, Table.IV)
    own = rows[rows["cell"].isin(list(keys))]
    whose = reports.drop_duplicates("year").set_index("year")[["organ_id", "report_id"]]
    return pd.DataFrame(
        {
            **{name: own["year"].map(whose[name]) for name in whose.columns},
            "cell": own["cell"],
            "year": own["year"].astype(int),
            "block": [keys[int(code)][0] for code in own["cell"]],
            "result": [keys[int(code)][1] for code in own["cell"]],
            "value": own["value"],
            "status": own["status"],
        }
    ).reset_index(drop=True)
