"""Changes that prose states, beside the difference of the two years' tables.

Required frames: ``changes`` (report_id, organ_id, year, cell, value, change, unit, decimals, quote: the change of a
figure that prose states as ``value``, in ``%`` or 件, falls negative); ``figures`` as of ``audit.pairs``.
"""

from __future__ import annotations

import pandas as pd

from analytics.audit.pairs import COLUMNS
from analytics.transforms.rows import each_row
from analytics.vocabulary.rules import find_rule

PERCENT = "%"


def check_stated_changes(changes: pd.DataFrame, figures: pd.DataFrame) -> pd.DataFrame:
    """Findings [COLUMNS] where both years' tables print the figure, the prose states this year's as the table does, and
    the change is another. Percentages are compared as exactly as they are stated."""
    keys = ["organ_id", "year", "cell"]
    values = figures[[*keys, "value"]].dropna().drop_duplicates(keys)
    found = changes.merge(values.rename(columns={"value": "now"}), on=keys)
    found = found.merge(values.assign(year=values["year"] + 1).rename(columns={"value": "before"}), on=keys)
    rule = find_rule("stated_change_differs")
    rows = []
    for row in each_row(found[(found["value"] == found["now"]) & (found["before"] > 0)]):
        difference = row.now - row.before
        computed = difference / row.before * 100 if row.unit == PERCENT else difference
        if abs(computed - row.change) > 0.51 * 10**-row.decimals:
            operands = {
                "quote": row.quote, "expected": round(float(computed), int(row.decimals)), "unit": row.unit,
                "year": int(row.year), "fault": str(rule.fault),
            }  # fmt: skip
            rows.append((int(row.report_id), rule.key, str(rule.severity), operands, [int(row.cell)]))
    return pd.DataFrame(rows, columns=COLUMNS)
