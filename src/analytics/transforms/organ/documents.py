"""Reports and findings → the documents of one organ with how much there is to say of each; what is said of some cells.

Findings: report_id, year, severity, verdict, cells (list of codes).
"""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from analytics.transforms.series.editions import join_editions
from analytics.vocabulary.terms import Severity, Verdict

COLUMNS = ["year", "file", "format", "origin", "published", "editions", "findings"]


def list_documents(reports: pd.DataFrame, findings: pd.DataFrame) -> pd.DataFrame:
    """Columns COLUMNS, grain report. ``findings`` [report_id, severity, verdict] are counted by report."""
    told = select_told(findings).groupby("report_id").size()
    ordered = reports.sort_values("year")
    counts = [int(told.get(report_id, 0)) for report_id in ordered["report_id"]]
    return ordered.assign(findings=counts, editions=join_editions(ordered))[COLUMNS].reset_index(drop=True)


def select_told(findings: pd.DataFrame) -> pd.DataFrame:
    """The findings that pages and briefings tell: notes are none, but for sums that hold only with blanks as zero."""
    with_blanks = findings["verdict"] == str(Verdict.HOLDS_BLANKS_AS_ZERO)
    return findings[(findings["severity"] != str(Severity.NOTE)) | with_blanks]


def number_findings(told: pd.DataFrame) -> pd.DataFrame:
    """The findings with their ``number`` in the report, from 1; in the order in which a build gives them."""
    return told.assign(number=told.groupby("report_id").cumcount() + 1)


def select_findings_about(findings: pd.DataFrame, cells: Collection[int]) -> pd.DataFrame:
    """The findings about any of the ``cells`` that are told, in order of reports and years."""
    cell_codes = set(cells)
    touches = findings["cells"].map(lambda codes: not cell_codes.isdisjoint(codes)).astype(bool)
    return select_told(findings[touches]).sort_values(["organ_id", "year"], kind="stable").reset_index(drop=True)


def count_by_rule(findings: pd.DataFrame) -> pd.DataFrame:
    """[rule, findings, reports]: how many findings [rule, report_id] of each rule there are, and on how many reports;
    the rule with most findings first, in order of the key where they are as many."""
    counts = findings.groupby("rule")["report_id"].agg(findings="size", reports="nunique").reset_index()
    return counts.sort_values(["findings", "rule"], ascending=[False, True], ignore_index=True)
