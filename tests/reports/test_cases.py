"""Document + expectation pairs: the smallest document that shows one defect, named for it.

An expectation lists every fact (``table|line|column`` → number, or the status where there is none) and the rules of the
findings that reading makes; identities and missing tables are another matter and left out.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from analytics.documents.detect import read
from analytics.reports.parse import parse

CASES = sorted(path for path in (Path(__file__).parent.parent / "cases").rglob("*.*") if path.suffix != ".json")
READING = {
    "amount_without_unit", "cell_unreadable", "columns_in_doubt", "label_misprinted", "line_not_of_edition", "line_repeated",
    "header_in_doubt", "mark_beside_figure", "merged_figure", "row_incomplete", "row_label_lost", "row_not_on_form", "row_without_label", "text_holds_digits",
    "unit_unknown",
}  # fmt: skip


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_an_odd_document_gives_the_expected_facts(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text("utf-8"))
    (report,) = parse(read(path))
    facts = {
        f"{fact.table}|{fact.line}|{fact.column}": str(fact.status) if fact.value is None else fact.value
        for fact in report.facts
    }
    assert facts == expected["facts"]
    assert sorted({finding.rule for finding in report.findings} & READING) == expected["findings"]


def test_a_heading_right_above_a_grid_keeps_its_section() -> None:
    (report,) = parse(read(Path(__file__).parent.parent / "cases" / "odd" / "heading_right_above_a_grid.txt"))
    assert [section.number for section in report.narrative] == ["", "I", "II", "V"]
    assert (report.organ.place_code, report.year) == ("140830", 2023)
