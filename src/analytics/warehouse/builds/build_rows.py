"""Rows of a build that follow from the lists beside the documents, from the form, or from what was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pyarrow as pa

from analytics.collection.assignments import Assignment
from analytics.collection.sources import Source
from analytics.vocabulary import form
from analytics.vocabulary.terms import Origin
from analytics.warehouse.columns import write_json


def quote_text(text: str) -> str:
    """As a string of SQL: a view takes no parameters."""
    return "'" + text.replace("'", "''") + "'"


def complete_documents(
    rows: list[dict[str, Any]], sources: Mapping[str, Source], stated: Mapping[str, Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """Documents that were read. Dates of the source list win over those a page states of itself."""
    accepted = [row for row in rows if not row["rejected"]]
    for document_id, row in enumerate(sorted(accepted, key=lambda row: row["file"])):
        source = sources.get(row["file"])
        report = stated.get(row["file"])
        row["document_id"] = document_id
        row["origin"] = str(report["origin"] if report else (source and source.origin) or Origin.PUBLISHED)
        row["url"] = source.url if source else None
        stated_date = report["published"] if report else None
        on_page = date.fromisoformat(stated_date) if stated_date else None
        row["published"] = (source.published if source else None) or on_page
        row["fetched"] = source.fetched if source else None
    return accepted


def make_rejection(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of table ``rejected``."""
    return {"file": row["file"], "sha256": row["sha256"], "key": row["rejected"], "operands": row["operands"]}


def make_source_findings(
    documents: Sequence[Mapping[str, Any]], sources: Mapping[str, Source], reports: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """A document that is no longer the one the source list describes."""
    changed = {
        row["file"]
        for row in documents
        if (source := sources.get(row["file"]))
        and source.sha256
        and source.sha256 != row["sha256"]
        and not row["pages"]  # the list names one of the files
    }
    return [
        make_finding(report["report_id"], "source_hash_differs", "warning", {"file": report["file"]}, [])
        for report in reports
        if report["file"] in changed
    ]


def make_assignment_findings(
    reports: Sequence[Mapping[str, Any]], assignments: Mapping[tuple[str, int], Assignment]
) -> list[dict[str, Any]]:
    """Whose a report is by somebody's word, and an assignment that was made of something else."""
    return [
        make_finding(
            report["report_id"],
            "assigned" if report["assigned"] else "assignment_not_applied",
            "note" if report["assigned"] else "warning",
            {"file": report["file"], "title": report["title"] or "", "assigned_title": assignment.title,
             "reason": assignment.reason, "source": assignment.source, "by": assignment.by, "at": assignment.at},
            [],
        )
        for report in reports
        if (assignment := assignments.get((report["file"], report["ordinal"] + 1)))
    ]  # fmt: skip


def make_finding(
    report_id: int, rule: str, severity: str, operands: Mapping[str, Any], cells: Sequence[int]
) -> dict[str, Any]:
    """A row of table ``finding``."""
    return {
        "report_id": report_id, "rule": rule, "severity": severity, "verdict": None, "fault": operands.get("fault"),
        "operands": write_json(operands), "cells": list(cells),
    }  # fmt: skip


def make_id_table(reports: Sequence[Mapping[str, Any]]) -> pa.Table:
    """One row a report: its file and ordinal beside its ids, to join the shards by."""
    names = {
        "file": pa.string(),
        "ordinal": pa.int32(),
        "report_id": pa.int32(),
        "organ_id": pa.int32(),
        "year": pa.int16(),
    }
    return pa.table({name: pa.array([row[name] for row in reports], kind) for name, kind in names.items()})


def make_cell_row(cell: form.Cell) -> dict[str, Any]:
    """A row of table ``cell`` for a cell of the form."""
    return {
        "cell": cell.code, "table": cell.table, "line": form.name_line(cell.line), "column": cell.column.label,
        "line_key": cell.line.key, "column_key": cell.column.key, "line_en": cell.line.english,
        "column_en": cell.column.english, "editions": sorted(cell.editions), "is_subtotal": cell.is_subtotal,
        "measured_in": cell.measured_in,
    }  # fmt: skip


def make_own_row(code: int, table: str, line: str, heading: str) -> dict[str, Any]:
    """A row of table ``cell`` for a line that the form does not have: of the prose, or of a statistics table."""
    return {
        "cell": code, "table": table, "line": line, "column": heading, "line_key": f"own_{code}", "column_key": "",
        "line_en": line, "column_en": heading, "editions": [], "is_subtotal": False,
        "measured_in": None,
    }  # fmt: skip


def strip_enum(value: Any) -> Any:
    """A value without its enumeration."""
    return str(value) if isinstance(value, str) else value
