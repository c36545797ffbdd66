"""Whose a difference between two reports may be: the publisher's where the sums of both bear the figures out.

A figure that was misread fails the sums that it enters. So where each of two figures stands in sums, and all of them
hold, both were read as they are printed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analytics.audit.hints.equations import is_borne_out
from analytics.audit.hints.model import Printed
from analytics.transforms.rows import each_row
from analytics.vocabulary.rules import RULES
from analytics.vocabulary.terms import Fault, Origin

COPIES = frozenset({str(Origin.TRANSCRIBED), str(Origin.COLLECTED)})
"""Documents that are nobody's original: what they print is no more than that."""


def judge_faults(
    findings: pd.DataFrame, printed: Mapping[tuple[int, int], Printed], reports: pd.DataFrame
) -> pd.DataFrame:
    """The findings with ``fault`` and ``is_borne_out`` among the operands of ties whose figures both reports bear out.

    ``printed``: (organ_id, year) → figures; ``reports``: report_id, organ_id, year, origin.
    """
    places = {int(row.report_id): row for row in each_row(reports[["report_id", "organ_id", "year", "origin"]])}
    closed = _map_closed_cells()
    judged = [
        _judge(
            row, places.get(int(row.report_id)), closed.get((row.rule, row.cells[0])) if row.cells else None, printed
        )
        for row in each_row(findings)
    ]
    return findings.assign(operands=pd.Series(judged, index=findings.index, dtype=object))


def _map_closed_cells() -> dict[tuple[str, int], int]:
    """(rule, cell) of ties of one figure to another → the cell of the year before."""
    return {
        (rule.key, tie.cell): tie.before[0]
        for rule in RULES
        for tie in (rule.ties() if rule.ties is not None else ())
        if len(tie.before) == 1 and not (tie.added or tie.taken)
    }


def _judge(
    finding: Any, report: Any, closed: int | None, printed: Mapping[tuple[int, int], Printed]
) -> dict[str, object]:
    operands: dict[str, object] = dict(finding.operands)
    if report is None or pd.isna(report.year):
        return operands
    now = printed.get((int(report.organ_id), int(report.year)))
    before = printed.get((int(report.organ_id), int(report.year) - 1))
    if not operands.get("is_in_prose") and _are_borne_out((now, next(iter(finding.cells), None)), (before, closed)):
        operands |= {"fault": str(Fault.PUBLISHER), "is_borne_out": True}
    if operands.get("fault") == Fault.PUBLISHER and report.origin in COPIES:
        operands["fault"] = str(Fault.TRANSCRIPTION)
    return operands


def _are_borne_out(*figures: tuple[Printed | None, int | None]) -> bool:
    return all(printed is not None and code is not None and is_borne_out(printed, code) for printed, code in figures)
