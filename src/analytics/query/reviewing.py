"""What somebody says of a report, written into the lists beside the documents: reviews, corrections, assignments.

Each is made of what the current build prints, so that it can be told later whether that is still there. The lists are
inputs of the next ingest; nothing changes in a build that is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from analytics.collection import assignments, corrections, reviews
from analytics.collection.assignments import Assignment
from analytics.collection.corrections import Correction
from analytics.collection.growing import append_row, write_moment
from analytics.collection.reviews import Decision, Review, write_printed
from analytics.errors import SelectionError
from analytics.query.frames import find_organ_ids
from analytics.vocabulary.places.divisions import find_place
from analytics.vocabulary.terms import MeasuredIn
from analytics.warehouse.read import Warehouse
from analytics.warehouse.reviewed import describe_figure, describe_finding


@dataclass(frozen=True, slots=True)
class Statement:
    """Who says something, and why: ``source`` is where that can be read."""

    by: str
    reason: str
    source: str = ""


def review_finding(
    raw: str | Path, warehouse: Warehouse, finding: Any, decision: Decision, *, note: str, by: str
) -> Review:
    """Say something of a finding [report_id, organ_key, year, rule, cells, operands] of the build."""
    subject, content = describe_finding(finding, warehouse.read_printed([int(finding.report_id)]))
    return _write_review(raw, Review(subject, content, decision=decision, note=note, by=by, at=write_moment()))


def review_figure(
    raw: str | Path, warehouse: Warehouse, report_id: int, cell: int, decision: Decision, *, note: str, by: str
) -> Review:
    """Say something of a figure. SelectionError where the report has no such cell."""
    organ_key, year = _find_organ_year(warehouse, report_id)
    subject, content = describe_figure(organ_key, year, cell, warehouse.find_evidence(report_id, cell).printed)
    return _write_review(raw, Review(subject, content, decision=decision, note=note, by=by, at=write_moment()))


def _write_review(raw: str | Path, review: Review) -> Review:
    _refuse_empty(by=review.by)
    if review.decision is Decision.ANNOTATED:
        _refuse_empty(note=review.note)
    append_row(raw, reviews.FILE_NAME, reviews.COLUMNS, review.describe())
    return review


def correct_figure(
    raw: str | Path,
    warehouse: Warehouse,
    report_id: int,
    cell: int,
    value: float | None,
    *,
    unit: MeasuredIn | None = None,
    statement: Statement,
) -> Correction:
    """Say what a cell should read; None withdraws that. SelectionError where the report has no such cell of the form,
    or where nothing is said of reason, source or who says so."""
    _refuse_empty(
        by=statement.by, **({} if value is None else {"reason": statement.reason, "source": statement.source})
    )
    organ_key, year = _find_organ_year(warehouse, report_id)
    correction = Correction(
        organ_key,
        year,
        cell,
        write_printed([warehouse.find_evidence(report_id, cell).printed]),
        value=value,
        unit=unit,
        reason=statement.reason,
        source=statement.source,
        by=statement.by,
        at=write_moment(),
    )
    append_row(raw, corrections.FILE_NAME, corrections.COLUMNS, correction.describe())
    return correction


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose a report is and of which year; what is None stays as it was."""

    _: KW_ONLY
    organ: str | None = None
    place_code: str | None = None
    year: int | None = None


def assign_report(
    raw: str | Path, warehouse: Warehouse, file: str, whose: Whose, *, number: int = 1, statement: Statement
) -> Assignment:
    """Say whose the report is that stands as ``number`` in a file. SelectionError where the build has no such report,
    where there is no such place, or where nothing is said of reason and who says so."""
    if whose.organ or whose.place_code or whose.year:
        _refuse_empty(by=statement.by, reason=statement.reason)
    if whose.place_code and find_place(whose.place_code.split("-X")[0]) is None:
        raise SelectionError("unknown_place", code=whose.place_code)
    assignment = Assignment(
        file,
        number,
        write_printed([find_title(warehouse.reports(current_only=False), file, number)]),
        organ=whose.organ or None,
        place_code=whose.place_code or None,
        year=whose.year,
        reason=statement.reason,
        source=statement.source,
        by=statement.by,
        at=write_moment(),
    )
    append_row(raw, assignments.FILE_NAME, assignments.COLUMNS, assignment.describe())
    return assignment


def find_title(reports: pd.DataFrame, file: str, number: int) -> str:
    """The title of the report that stands as ``number`` in a file."""
    of_file = reports[reports["file"] == file].sort_values("report_id")
    if not 1 <= number <= len(of_file):
        raise SelectionError("unknown_report", file=file, number=number)
    title = of_file["title"].iloc[number - 1]
    return "" if pd.isna(title) else str(title)


def find_report(warehouse: Warehouse, organ: str, year: int) -> int:
    """The id of the report that figures of an organ and year are taken from. SelectionError where there is none."""
    (organ_id,) = find_organ_ids(warehouse.organs(), [organ])[:1]
    reports = warehouse.reports()
    found = reports[(reports["organ_id"] == organ_id) & (reports["year"] == year) & reports["is_current"]]
    if found.empty:
        raise SelectionError("no_report", organ=organ, year=year)
    return int(found["report_id"].iloc[0])


def choose_finding(findings: pd.DataFrame, rule: str, cells: Sequence[int]) -> Any:
    """The one finding of a rule about all of some cells. SelectionError where there is none, or several."""
    chosen = findings[(findings["rule"] == rule) & findings["cells"].map(lambda codes: set(cells) <= set(codes))]
    if len(chosen) != 1:
        known = sorted({" ".join(map(str, codes)) for codes in chosen["cells"]}) or sorted(set(findings["rule"]))
        raise SelectionError("finding_unclear" if len(chosen) else "no_finding", rule=rule, known=known)
    return next(chosen.itertuples(index=False))


def _find_organ_year(warehouse: Warehouse, report_id: int) -> tuple[str, int]:
    reports = warehouse.reports()
    found = reports[reports["report_id"] == report_id]
    if found.empty:
        raise SelectionError("no_evidence", report=report_id, cell="")
    organs = warehouse.organs().set_index("organ_id")["organ_key"]
    return str(organs[int(found["organ_id"].iloc[0])]), int(found["year"].iloc[0])


def _refuse_empty(**texts: str) -> None:
    missing = next((name for name, text in texts.items() if not text.strip()), None)
    if missing:
        raise SelectionError(f"without_{missing}")
