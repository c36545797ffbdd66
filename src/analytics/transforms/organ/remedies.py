"""Table IV of one organ as rows. Years are never summed: a pending case may recur.

Required frames, of one organ: ``figures`` [year, report_id, cell, value, status, printed], grain year × cell, and its
current ``reports`` [year, organ_id, report_id, …] (see ``transforms.organ.profile``).
"""

from __future__ import annotations

import pandas as pd

from analytics.transforms.organ.profile import add_reports, build_form_over_years
from analytics.vocabulary import form
from analytics.vocabulary.terms import Table

BLOCKS = tuple(block.key for block in form.list_lines(Table.IV))
RESULTS = form.list_results()


def list_results(figures: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """organ_id, report_id, cell, year, block, result, value, status of every cell but the totals, complete over the
    years with a report: a cell without a number says why. Empty where no report has the table."""
    keys = {form.find_cell(Table.IV, block, result).code: (block, result) for block in BLOCKS for result in RESULTS}
    rows = build_form_over_years(figures, reports, Table.IV)
    result_rows = add_reports(rows[rows["cell"].isin(list(keys))], reports)
    ends = [keys[int(code)] for code in result_rows["cell"]]
    placed = result_rows.assign(
        year=result_rows["year"].astype(int), block=[block for block, _ in ends], result=[result for _, result in ends]
    )
    return placed[["organ_id", "report_id", "cell", "year", "block", "result", "value", "status"]].reset_index(
        drop=True
    )
