"""Every document and excerpt of the real reports, cell by cell, against what a careful reader finds in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from analytics.documents.detect import read
from analytics.reports.model import Report
from analytics.reports.parse import parse
from analytics.vocabulary.places.names import match_organ
from analytics.vocabulary.terms import Status, Table
from conftest import REPORTS

READABLE = (".txt", ".html", ".pdf")
FOUND = [
    path
    for folder in ("documents", "excerpts")
    for path in sorted((REPORTS / folder).glob("*"))
    if path.suffix in READABLE
]
BLANKS = {Status.BLANK, Status.NOT_APPLICABLE, Status.TEXT}
Expected = dict[tuple[str, str, str], float | None]


def truth(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((REPORTS / "truth" / f"{path.stem}.json").read_text("utf-8"))
    return found


def expected(found: dict[str, Any]) -> Expected:
    """Cells the truth names, under the canonical labels."""
    cells: Expected = {}
    for line, columns in found["table2"].items():
        name = "行政规范性文件" if found["edition"] == "2021" and line == "规范性文件" else line
        cells.update({("II", name, column): value for column, value in columns.items() if not column.endswith("_raw")})
    tail = "、行政机关不再处理其政府信息公开申请"
    for table, lines, columns in (("III", "table3", "table3_columns"), ("IV", "table4", "table4_columns")):
        for line, values in found[lines].items():
            named = zip(found[columns], values, strict=True)
            cells.update({(table, line.replace(tail, ""), column): value for column, value in named})
    return cells


def only(path: Path) -> Report:
    (report,) = parse(read(path))
    return report


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.stem)
def test_every_cell_of_the_truth_is_read(path: Path) -> None:
    facts = {(fact.table, fact.line, fact.column): fact for fact in only(path).facts}
    wrong = []
    for cell, value in expected(truth(path)).items():
        fact = facts.get((Table(cell[0]), cell[1], cell[2]))
        if fact is None or (fact.status not in BLANKS if value is None else fact.value != value):
            wrong.append((cell, value, fact))
    assert not wrong


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.stem)
def test_a_line_the_excerpt_does_not_reach_has_no_number(path: Path) -> None:
    named = {(table, line) for table, line, _ in expected(truth(path))}
    beyond = [fact for fact in only(path).facts if (fact.table, fact.line) not in named]
    # The row in which an excerpt is torn may print its first cells; all of them stand in the last row it shows.
    assert len({(fact.table, fact.line) for fact in beyond}) <= 1


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.stem)
def test_organ_and_year_are_those_of_the_truth_or_unresolved(path: Path) -> None:
    report, found = only(path), truth(path)
    assert report.year in (found["year"], None)
    if report.organ.name is not None:
        assert report.organ.name[-4:] == found["unit"][-4:]


def test_complete_documents_name_their_organ_and_year(real_reports: Path) -> None:
    for path in sorted((real_reports / "documents").glob("*")):
        if path.suffix in READABLE:
            report = only(path)
            unit = truth(path)["unit"]  # one title leaves the prefecture out
            assert report.organ.name is not None and unit.endswith(report.organ.name)
            assert report.year == truth(path)["year"]
            named = match_organ(unit, report.year).place
            assert named is not None and report.organ.place_code == named.code


def test_blank_totals_of_shanghai_2019_are_found(real_reports: Path) -> None:
    report = only(real_reports / "documents" / "上海市人民政府办公厅_2019.html")
    rows = {finding.operands["where"] for finding in report.findings if finding.rule == "total_equals_applicants"}
    assert "（一）予以公开" in rows and "（七）总计" not in rows
    assert "answered_equals_outcomes" in {finding.rule for finding in report.findings}


def test_title_wins_over_a_wrong_year_in_the_first_paragraph(real_reports: Path) -> None:
    report = only(real_reports / "excerpts" / "溧水区人民政府办公室_2025.txt")
    assert report.year == 2025
    assert [finding.operands["stated"] for finding in report.findings if finding.rule == "year_disagrees"] == [2024]
