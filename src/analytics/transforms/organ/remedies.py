"""Table IV of one organ as rows. Years are never summed: a pending case may recur.

Required frames, of one organ: ``figures`` [year, report_id, cell, value, status, printed], grain year × cell, and its
current ``reports`` [year, organ_id, report_id, …] (see ``transforms.organ.profile``).
"""

from __future__ import annotations

import pandas as pd

from analytics.transforms.organ.profile import form_over_years, of_reports
from analytics.vocabulary import form
from analytics.vocabulary.terms import Table

BLOCKS = tuple(block.key for block in form.lines(Table.IV))
RESULTS = ("upheld", "corrected", "other_result", "pending")


def by_result(figures: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """organ_id, report_id, cell, year, block, result, value, status of every cell but the totals, complete over the
    years with a report: a cell without a number says why. Empty where no report has the table."""
    keys = {form.cell(Table.IV, block, result).code: (block, result) for block in BLOCKS for result in RESULTS}
    rows = form_over_years(figures, reports, Table.IV)
    own = of_reports(rows[rows["cell"].isin(list(keys))], reports)
    ends = [keys[int(code)] for code in own["cell"]]
    placed = own.assign(
        year=own["year"].astype(int), block=[block for block, _ in ends], result=[result for _, result in ends]
    )
    return placed[["organ_id", "report_id", "cell", "year", "block", "result", "value", "status"]].reset_index(
        drop=True
    )
