"""Report → the JSON object that ``countyscope parse --json`` prints: its records' own fields under their own names."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from analytics.reports.model import Fact, Report
from analytics.vocabulary.terms import Table

_DESCRIBED_APART = ("organ", "editions", "facts", "unread", "narrative", "findings")


def as_json(report: Report, messages: list[str]) -> dict[str, Any]:
    """The object of one report; ``messages`` are its findings' sentences, in order.

    The organ's fields stand beside the report's, its name as ``organ``. ``editions`` has the three tables, null for one
    that is not reached or whose edition cannot be told. ``value`` is in the printed unit of measure, null unless the
    status is number or zero. ``anchor`` is where a fact stands, with the label that it stands beside.
    """
    fields = asdict(report)
    organ = fields["organ"]
    return {
        "organ": organ.pop("name"),
        **organ,
        **{name: value for name, value in fields.items() if name not in _DESCRIBED_APART},
        "editions": {
            table: report.editions.get(table)
            for table in (Table.II, Table.III, Table.IV, Table.STATISTICS)
            if table is not Table.STATISTICS or table in report.editions
        },
        "facts": [_describe_fact(fact) for fact in report.facts],
        "unread": [{**unread._asdict(), "place": unread.place._asdict()} for unread in report.unread],
        "narrative": [
            {"section": section["number"], "heading": section["heading"], "text": section["text"]}
            for section in fields["narrative"]
        ],
        "findings": [
            {**asdict(finding), "message": message} for finding, message in zip(report.findings, messages, strict=True)
        ],
    }


def _describe_fact(fact: Fact) -> dict[str, Any]:
    fields = fact._asdict()
    place, label = fields.pop("place"), fields.pop("printed_label")
    if fact.value is not None and fact.value.is_integer():
        fields["value"] = int(fact.value)
    return {**fields, "anchor": {**place._asdict(), "label": label} if place else None}
