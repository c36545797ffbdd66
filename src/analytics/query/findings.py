"""What a build or single documents say of themselves: findings as one frame, filtered, with their sentences.

>>> with analytics.open_warehouse("data/warehouse") as warehouse:
...     analytics.findings(warehouse, faults="publisher", years=2023)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import KW_ONLY, dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from analytics.audit.hints.frames import RULES as HINTS
from analytics.errors import SelectionError, WarehouseError
from analytics.query.frames import explain_refusals, find_organ_ids, list_values, type_columns
from analytics.reports.model import Report
from analytics.transforms.rows import each_row
from analytics.vocabulary import form
from analytics.vocabulary.measures.prose import PROSE_FIGURES
from analytics.vocabulary.rules import explain_fault, find_rule, has_rule
from analytics.vocabulary.terms import Fault, Severity
from analytics.warehouse.builds.manifest import Condition, check_condition
from analytics.warehouse.builds.publish import find_builds_folder
from analytics.warehouse.read import Warehouse, open_warehouse
from analytics.warehouse.reviewed import COLUMNS as REVIEW_COLUMNS
from analytics.warehouse.reviewed import OPEN, REVIEW_STATES
from analytics.words import Language, has
from analytics.words.render import mark_finding, write_finding

COLUMNS = [
    "report_id", "organ_id", "organ", "organ_key", "year", "rule", "severity", "verdict", "fault", "why", "cells",
    "evidence", "hint", "mark", "message", "file", "review", "review_note", "reviewed_by", "reviewed_at",
]  # fmt: skip
"""One row a finding. ``rule`` is the key of its sentence; ``fault`` whose it may be and ``why`` the key of the reason,
missing where it is nobody's; ``cells`` keys of cells of the form (``III.new.total``) or ``prose.LINE``; ``evidence`` as
many addresses of the printed cell below the dashboard; ``hint`` the sentence of a hint about any of the cells; ``mark``
and ``message`` as pages show them; ``review`` what somebody who looked at it said (``warehouse.reviewed``)."""


Hints = dict[tuple[object, int], str]
"""(report, cell) → the sentence of the hint about it."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Which findings: each empty tuple lets all through. ``organs`` are names, division codes or organ keys."""

    _: KW_ONLY
    rules: tuple[str, ...] = ()
    severities: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    faults: tuple[str, ...] = ()
    reviews: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for option, values, known in (
            ("severity", self.severities, [str(severity) for severity in Severity]),
            ("fault", self.faults, [str(fault) for fault in Fault]),
            ("review", self.reviews, [str(state) for state in REVIEW_STATES]),
        ):
            unknown = next((value for value in values if value not in known), None)
            if unknown is not None:
                raise SelectionError("unknown_option", option=option, value=unknown, known=known)
        unknown = next((rule for rule in self.rules if not (has_rule(rule) or has(f"finding.{rule}"))), None)
        if unknown is not None:
            raise SelectionError("unknown_rule", rule=unknown)


def build_findings(warehouse: Warehouse, filters: Filters, language: Language) -> pd.DataFrame:
    """The findings [COLUMNS] of a build, by file. SelectionError for an organ that the build does not know."""
    found, organs = warehouse.findings(), warehouse.organs()
    found = found.assign(organ=found["organ_id"].map(organs.set_index("organ_id")["organ"]))
    chosen = select_findings(judge_findings(found), filters)
    if filters.organs:
        chosen = chosen[chosen["organ_id"].isin(find_organ_ids(organs, filters.organs))]
    worded = word_findings(chosen, map_hints(found, language), language, build_id=warehouse.build_id)
    return worded[COLUMNS].sort_values(["file", "report_id"], kind="stable", ignore_index=True)


@explain_refusals()
def findings(
    warehouse: Warehouse,
    *,
    rules: str | Iterable[str] = (),
    severities: str | Iterable[str] = (),
    organs: str | Iterable[str] = (),
    years: int | Iterable[int] = (),
    faults: str | Iterable[str] = (),
    reviews: str | Iterable[str] = (),
    language: Language | str = Language.EN,
) -> pd.DataFrame:
    """The findings [COLUMNS] of a build, one row each: what ``countyscope check`` lists. Each argument left out lets
    all through, and may be a single value. Raises SelectionError for what is unknown."""
    filters = Filters(
        rules=tuple(list_values(rules)),
        severities=tuple(map(str, list_values(severities))),
        organs=tuple(list_values(organs)),
        years=tuple(list_values(years)),
        faults=tuple(map(str, list_values(faults))),
        reviews=tuple(map(str, list_values(reviews))),
    )
    return type_columns(build_findings(warehouse, filters, Language(language)))


def list_folder_findings(folder: Path, filters: Filters, language: Language) -> pd.DataFrame:
    """The findings [COLUMNS] of the current build. WarehouseError where it is damaged."""
    with open_warehouse(folder) as warehouse:
        if check_condition(find_builds_folder(folder) / warehouse.build_id) is Condition.DAMAGED:
            raise WarehouseError("build_damaged", warehouse=str(folder), build=warehouse.build_id)
        return build_findings(warehouse, filters, language)


def list_report_findings(
    files: Iterable[tuple[Path, Sequence[Report]]], filters: Filters, language: Language
) -> pd.DataFrame:
    """The findings [COLUMNS] of documents that no build holds: without ids, evidence and what several reports say.
    Organs are known by the name that the document prints."""
    rows = [
        {
            "file": str(file), "organ": report.organ.name, "organ_key": report.organ.place_code, "year": report.year,
            "rule": finding.rule, "severity": str(finding.severity), "operands": dict(finding.operands),
            "verdict": str(finding.verdict) if finding.verdict else None, "cells": list(finding.cells),
            "fault": str(finding.fault) if finding.fault else None,
        }
        for file, reports in files
        for report in reports
        for finding in report.findings
    ]  # fmt: skip
    names = ["file", "organ", "organ_key", "year", "rule", "severity", "operands", "verdict", "cells", "fault"]
    found = pd.DataFrame(rows, columns=names).astype({"year": "Int16"})
    nothing = pd.Series(pd.NA, index=found.index, dtype="Int64")
    found = found.assign(report_id=nothing, organ_id=nothing, **(dict.fromkeys(REVIEW_COLUMNS, "") | {"review": OPEN}))
    if filters.organs:
        found = found[found["organ"].isin(filters.organs) | found["organ_key"].isin(filters.organs)]
    chosen = select_findings(judge_findings(found), filters)
    return word_findings(chosen, map_hints(found, language), language, build_id=None)[COLUMNS].reset_index(drop=True)


def select_findings(found: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """Judged findings that are let through, of whatever organ."""
    chosen = pd.Series(True, index=found.index)
    for name, values in (
        ("rule", filters.rules), ("severity", filters.severities), ("year", filters.years), ("fault", filters.faults),
        ("review", filters.reviews),
    ):  # fmt: skip
        if values:
            chosen &= found[name].isin(values)
    return found[chosen]


def judge_findings(found: pd.DataFrame) -> pd.DataFrame:
    """Findings as of ``warehouse.quality`` with ``fault`` and ``why``: whose they may be, and the key of the reason."""
    rows = list(each_row(found[["rule", "operands"]]))
    whys = [explain_fault(row.rule, row.operands) for row in rows]
    columns = {"fault": [_find_fault(row) for row in rows], "why": [str(why) if why else None for why in whys]}
    return found.assign(
        **{name: pd.Series(values, index=found.index, dtype=object) for name, values in columns.items()}
    )


def word_findings(judged: pd.DataFrame, hints: Hints, language: Language, *, build_id: str | None) -> pd.DataFrame:
    """Judged findings with their sentences, their cells by name (``codes`` as they were), the hints about these."""
    rows = list(each_row(judged))
    columns = {
        "codes": [row.cells for row in rows],
        "hint": [_find_hint(row, hints) for row in rows],
        "mark": [mark_finding(row.severity, row.verdict, language) for row in rows],
        "message": [write_finding(row.rule, row.operands, language) for row in rows],
        "evidence": [
            [] if build_id is None else [f"evidence/{build_id}/{row.report_id}?cell={cell}" for cell in row.cells]
            for row in rows
        ],
        "cells": [[name_cell(int(cell)) for cell in row.cells] for row in rows],
    }
    return judged.assign(
        **{name: pd.Series(values, index=judged.index, dtype=object) for name, values in columns.items()}
    )


def _find_fault(row: Any) -> str | None:
    """What a finding says itself, else what its rule does."""
    stated = row.operands.get("fault")
    if isinstance(stated, str) and stated in tuple(Fault):
        return stated
    key = str(row.rule)
    is_broken = has_rule(key) and not key.endswith("_blanks")
    return str(find_rule(key).fault) if is_broken else None


def map_hints(found: pd.DataFrame, language: Language) -> Hints:
    """The hints among findings."""
    return {
        (row.report_id, cell): write_finding(row.rule, row.operands, language)
        for row in each_row(found[found["rule"].isin(HINTS)])
        for cell in row.cells
    }


def _find_hint(row: Any, hints: Hints) -> str | None:
    if row.rule in HINTS:
        return None
    return next((hints[key] for cell in row.cells if (key := (row.report_id, cell)) in hints), None)


def name_cell(code: int) -> str:
    """The key of a cell of the form, or ``prose.LINE`` of a figure of prose; the code of a line that the form lacks."""
    for figure in PROSE_FIGURES:
        if figure.code == code:
            return f"prose.{figure.line}"
    cell = form.map_cells_by_code().get(code)
    return cell.key if cell is not None else str(code)
