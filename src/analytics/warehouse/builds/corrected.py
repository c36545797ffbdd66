"""The lists of corrections and reviews → rows of a build: what each correction became of, and the findings that say so.

A correction is applied to the current report of its organ and year where the cell prints what the correction names;
it is never applied to anything else.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import duckdb

from analytics.collection.corrections import Correction
from analytics.collection.reviews import Review
from analytics.vocabulary import form
from analytics.vocabulary.terms import Severity, Status
from analytics.warehouse.builds.build_rows import make_finding

APPLIED, DIFFERS, NO_CELL, NO_REPORT = "applied", "printed_differs", "no_cell", "no_report"
"""What became of a correction."""
_PRINTED = """SELECT r.report_id, e.printed FROM report r JOIN organ o USING (organ_id)
LEFT JOIN evidence e ON e.report_id = r.report_id AND e.cell = $cell
WHERE r.is_resolved AND r.is_current AND o.organ_key = $organ_key AND r.year = $year"""


def place_corrections(con: duckdb.DuckDBPyConnection, corrections: Sequence[Correction]) -> list[dict[str, Any]]:
    """Rows of table ``correction``."""
    return [_place_correction(con, correction) for correction in corrections]


def _place_correction(con: duckdb.DuckDBPyConnection, correction: Correction) -> dict[str, Any]:
    key = {"organ_key": correction.organ_key, "year": correction.year, "cell": correction.cell}
    report_id, printed = con.execute(_PRINTED, key).fetchone() or (None, None)
    return {
        **key,
        "printed": correction.printed,
        "value": correction.value,
        "status": Status.NUMBER if correction.value else Status.ZERO,
        "measured_in": correction.unit,
        "reason": correction.reason,
        "source": correction.source,
        "written_by": correction.by,
        "written_at": correction.at,
        "report_id": report_id,
        "outcome": _judge(correction, report_id, printed),
        "printed_now": printed,
    }


def _judge(correction: Correction, report_id: int | None, printed: str | None) -> str:
    if report_id is None:
        return NO_REPORT
    if printed is None:
        return NO_CELL
    return APPLIED if fold_text(printed) == fold_text(correction.printed) else DIFFERS


def fold_text(text: str) -> str:
    """A printed text for comparison with what a list has of it: lists keep no line breaks."""
    return " ".join(text.split())


def list_correction_findings(con: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    """What the reports concerned say of their corrections."""
    found = con.execute(
        """SELECT report_id, cell, printed, printed_now, value, reason, source, written_by, written_at, outcome
        FROM correction WHERE report_id IS NOT NULL ORDER BY report_id, cell"""
    ).fetchall()
    return [_make_finding(*row) for row in found]


def _make_finding(report_id: int, cell: int, printed: str, printed_now: str | None, *row: Any) -> dict[str, Any]:
    value, reason, source, by, at, outcome = row
    known = form.map_cells_by_code()[cell]
    rule = "corrected" if outcome == APPLIED else f"correction_{outcome}"
    operands = {
        "line": form.name_line(known.line), "column": known.column.label, "printed": printed,
        "printed_now": printed_now or "", "value": value, "reason": reason, "source": source, "by": by, "at": at,
        "is_left_blank": not printed,
    }  # fmt: skip
    return make_finding(report_id, rule, Severity.WARNING, operands, [cell])


def describe_review(review: Review) -> dict[str, Any]:
    """A row of table ``review``."""
    organ_key, year, rule, cells = review.subject
    return {
        "organ_key": organ_key, "year": year, "rule": rule, "cells": list(cells), **review.content._asdict(),
        "decision": review.decision, "note": review.note, "written_by": review.by, "written_at": review.at,
    }  # fmt: skip
