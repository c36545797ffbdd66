"""Figures of one organ → the changes that its own reports state (本年增/减), each beside the cell it starts from.

Required: ``figures`` [organ_id, year, report_id, cell, value, status, printed] of current reports, grain organ × year ×
cell. Nothing is worked out of two reports here.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analytics.vocabulary.measures import Measure

COLUMNS = [
    "organ_id", "report_id", "year", "measure", "printed_previous", "status_previous", "printed_change",
    "status_change",
]  # fmt: skip


def list_stated_changes(figures: pd.DataFrame, measures: Sequence[Measure]) -> pd.DataFrame:
    """Columns COLUMNS, one row a year and measure whose change the report prints something in, years first: both cells
    as printed with their statuses. A report that lacks the cell before it has NA there."""
    keys = ["organ_id", "report_id", "year", "measure"]
    changed = {measure.change_cell: measure.key for measure in measures if measure.change_cell is not None}
    prior = {cell: measure.key for measure in measures for cell in measure.stated_cells}
    sides = []
    for cells, end in ((changed, "change"), (prior, "previous")):
        kept = figures[figures["cell"].isin(list(cells))]
        names = {"printed": f"printed_{end}", "status": f"status_{end}"}
        sides.append(kept.assign(measure=kept["cell"].map(cells)).rename(columns=names)[[*keys, *names.values()]])
    found = sides[0].merge(sides[1], on=keys, how="left")
    order = {key: rank for rank, key in enumerate(changed.values())}
    found = found.sort_values(
        ["year", "measure"], key=lambda column: column.map(order) if column.name == "measure" else column
    )
    return found[COLUMNS].reset_index(drop=True)
