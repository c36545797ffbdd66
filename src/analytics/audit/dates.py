"""When reports were published, beside when they had to be.

Required frame ``reports``: report_id, organ_id, year, published; ``organs``: organ_id, kind, level.
"""

from __future__ import annotations

from datetime import date

import pandas as pd

from analytics.audit.pairs import COLUMNS
from analytics.transforms.rows import each_row
from analytics.vocabulary.due_dates import find_due_date
from analytics.vocabulary.rules import find_rule


def check_dates(reports: pd.DataFrame, organs: pd.DataFrame) -> pd.DataFrame:
    """Findings [COLUMNS] of reports published late, or before their year had ended."""
    kinds = organs.set_index("organ_id")["kind"]
    rows = list[tuple[object, ...]]()
    for row in each_row(reports.dropna(subset=["published", "year", "organ_id"])):
        published, year = pd.Timestamp(row.published).date(), int(row.year)
        due = find_due_date(year, kinds.get(row.organ_id))
        operands: dict[str, object] = {"year": year, "published": published.isoformat()}
        if published <= date(year, 12, 31):
            key = "published_before_year_end"
        elif published > due:
            key = "published_late"
            operands |= {"due": due.isoformat(), "days": (published - due).days}
        else:
            continue
        rule = find_rule(key)
        rows.append((int(row.report_id), key, str(rule.severity), {**operands, "fault": str(rule.fault)}, []))
    return pd.DataFrame(rows, columns=COLUMNS)
