"""What a report's own figures, prose and parts say about each other. Never raises, never repairs."""

from __future__ import annotations

from analytics.reports.checks.report import check
from analytics.reports.checks.sums import judge_identities, measure_balance

__all__ = ["check", "judge_identities", "measure_balance"]
