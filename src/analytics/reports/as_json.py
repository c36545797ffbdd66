"""Report → the JSON object that ``countyscope parse --json`` prints."""

from __future__ import annotations

from typing import Any

from analytics.reports.model import Fact, Report
from analytics.vocabulary.terms import Table


def as_json(report: Report, messages: list[str]) -> dict[str, Any]:
    """The object of one report; ``messages`` are its findings' sentences, in order.

    ``editions`` has the three tables, null for one that is not reached or whose edition cannot be told. ``value`` is
    in the printed unit of measure, null unless the status is number or zero.
    """
    organ = report.organ
    return {
        "organ": organ.name,
        "place_code": organ.place_code,
        "level": organ.level,
        "kind": organ.kind,
        "scope": report.scope,
        "scope_words": report.scope_words,
        "year": report.year,
        "title": report.title,
        "published": report.published,
        "editions": {
            table: report.editions.get(table)
            for table in (Table.II, Table.III, Table.IV, Table.STATISTICS)
            if table is not Table.STATISTICS or table in report.editions
        },
        "reader": report.reader,
        "facts": [_describe_fact(fact) for fact in report.facts],
        "unread": [
            {"text": unread.text, "table": unread.table, "place": unread.place._asdict()} for unread in report.unread
        ],
        "narrative": [
            {"section": section.number, "heading": section.heading, "text": section.text}
            for section in report.narrative
        ],
        "findings": [
            {
                "rule": finding.rule,
                "severity": finding.severity,
                "verdict": finding.verdict,
                "fault": finding.fault,
                "message": message,
                "operands": dict(finding.operands),
                "cells": list(finding.cells),
            }
            for finding, message in zip(report.findings, messages, strict=True)
        ],
    }


def _describe_fact(fact: Fact) -> dict[str, Any]:
    value = int(fact.value) if fact.value is not None and fact.value.is_integer() else fact.value
    return {
        "table": fact.table,
        "line": fact.line,
        "column": fact.column,
        "value": value,
        "status": fact.status,
        "printed": fact.printed,
        "measured_in": fact.measured_in,
        "anchor": {**fact.place._asdict(), "label": fact.printed_label} if fact.place else None,
        "read_from": fact.read_from,
        "is_certain": fact.is_certain,
    }
