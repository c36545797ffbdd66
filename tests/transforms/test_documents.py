"""What there is to say of reports: counts of findings."""

from __future__ import annotations

import pandas as pd

from analytics.transforms.organ.documents import count_by_rule


def test_findings_are_counted_by_rule_with_the_reports_that_they_stand_on() -> None:
    findings = pd.DataFrame(
        {"rule": ["sum", "sum", "sum", "year", "date", "date"], "report_id": [1, 1, 2, 3, 4, 4], "severity": "error"}
    )
    counts = count_by_rule(findings)
    assert counts.values.tolist() == [["sum", 3, 2], ["date", 2, 1], ["year", 1, 1]]
    assert count_by_rule(findings.head(0)).empty
