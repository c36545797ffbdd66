"""Table IV of one organ as rows. Years are never summed: a pending case may recur.

Required frames, of one organ: ``figures`` [year, report_id, cell, value, status, printed], grain year × cell, and its
current ``reports`` [year, organ_id, report_id, …] (see ``transforms.organ.profile``).
"""

from __future__ import annotations

import pandas as pd

from analytics.transforms.organ.profile import PRINTED, list_form_rows, place_rows
from analytics.transforms.rows import zip_columns
from analytics.vocabulary import form
from analytics.vocabulary.terms import Table

BLOCKS = tuple(block.key for block in form.list_lines(Table.IV))
RESULTS = form.list_results()


def list_results(figures: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """organ_id, report_id, cell, year, block, result, value, status of every cell but the totals, complete over the
    years with a report: a cell without a number says why. Empty where no report has the table."""
    keys = {form.find_cell(Table.IV, block, result).code: (block, result) for block in BLOCKS for result in RESULTS}
    rows = [row for row in list_form_rows(zip_columns(figures, *PRINTED), reports, Table.IV) if row[0] in keys]
    placed = place_rows(rows, reports)
    ends = zip(*(keys[row[0]] for row in rows), strict=True) if rows else ((), ())
    blocks, results = (pd.Series(list(each), dtype=object) for each in ends)
    return pd.DataFrame(
        {
            **{name: placed[name] for name in ("organ_id", "report_id", "cell", "year")},
            "block": blocks,
            "result": results,
            **{name: placed[name] for name in ("value", "status")},
        }
    )
