"""The carry-over ledger for scripts and the command line.

>>> with analytics.open_warehouse("data/warehouse") as warehouse:
...     analytics.ledger(warehouse, organs=["江宁区人民政府"])
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analytics.query.frames import check_years, explain_refusals, find_organ_ids
from analytics.transforms.organ.ledger import COLUMNS as LEDGER_COLUMNS
from analytics.transforms.organ.ledger import build_ledger, list_ledger_cells
from analytics.warehouse.read import Warehouse

COLUMNS = ["organ", "organ_key", *(name for name in LEDGER_COLUMNS if name != "organ_id")]
"""Of :func:`ledger`: name and key of the organ before what ``transforms.organ.ledger`` says."""


@explain_refusals()
def ledger(
    warehouse: Warehouse, *, organs: Sequence[str] = (), years: Sequence[int] = (), applicants: bool = True
) -> pd.DataFrame:
    """The ledger [COLUMNS] of organs (names, division codes or organ keys; all without), a row an organ, a year and an
    applicant; with ``applicants`` False of the totals alone. Raises SelectionError for what is unknown."""
    reports, known = warehouse.reports(), warehouse.organs()
    ids = find_organ_ids(known, organs) if organs else None
    chosen = check_years(reports, years or None)
    figures = warehouse.figures(list_ledger_cells(), organs=ids)
    rows = build_ledger(figures, reports, warehouse.findings())
    names = known.set_index("organ_id")
    rows = rows.assign(organ=rows["organ_id"].map(names["organ"]), organ_key=rows["organ_id"].map(names["organ_key"]))
    if chosen is not None:
        rows = rows[rows["year"].isin(chosen)]
    if not applicants:
        rows = rows[rows["applicant"] == "total"]
    return rows[COLUMNS].reset_index(drop=True)
