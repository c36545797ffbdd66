"""Findings as data: whose, why, of which cells, with which hint; filtered alike for scripts and on the command line."""

from __future__ import annotations

import csv
import io
import json

import pytest

import analytics
from analytics.errors import SelectionError
from analytics.query.findings import COLUMNS
from analytics.settings import Settings
from analytics.vocabulary.terms import Fault
from test_cli import run

JIANGNING = "江宁区人民政府"


def test_each_finding_names_its_rule_organ_cells_and_whose_it_may_be(collection: Settings) -> None:
    with analytics.open_warehouse(collection.warehouse) as warehouse:
        found = analytics.findings(warehouse)
        findings = warehouse.findings()
    assert list(found.columns) == COLUMNS and len(found) == len(findings)
    wrong = found[(found["rule"] == "total_equals_results") & (found["severity"] == "error")]
    assert {"IV.reconsideration.total"} <= set(wrong["cells"].iloc[0])
    assert all(address.startswith("evidence/") for address in wrong["evidence"].iloc[0])
    assert len(wrong["evidence"].iloc[0]) == len(wrong["cells"].iloc[0])
    assert found.loc[found["fault"].notna(), "why"].notna().all()


def test_a_finding_carries_the_hint_about_its_cells(collection: Settings) -> None:
    with analytics.open_warehouse(collection.warehouse) as warehouse:
        found = analytics.findings(warehouse, organs=[JIANGNING], years=[2022], language="en")
    hints = found.set_index("rule")["hint"]
    assert "If it read 7" in hints["carry_over_differs"]
    assert hints.isna()["would_hold"]


@pytest.mark.parametrize(
    ("filters", "column", "values"),
    [
        ({"severities": ["error"]}, "severity", {"error"}),
        ({"rules": ["cumulative_differs"]}, "rule", {"cumulative_differs"}),
        ({"years": [2012, 2013]}, "year", {2012, 2013}),
        ({"organs": [JIANGNING]}, "organ", {JIANGNING}),
        ({"faults": ["transcription"]}, "fault", {str(Fault.TRANSCRIPTION)}),
    ],
)
def test_each_filter_lets_its_own_through_and_no_others(
    collection: Settings, filters: dict[str, list[object]], column: str, values: set[object]
) -> None:
    with analytics.open_warehouse(collection.warehouse) as warehouse:
        every, found = analytics.findings(warehouse), analytics.findings(warehouse, **filters)  # type: ignore[arg-type]
    assert set(found[column]) == values
    assert len(found) == every[column].isin(values).sum() < len(every)


def test_an_unknown_rule_organ_or_severity_is_named(collection: Settings) -> None:
    with analytics.open_warehouse(collection.warehouse) as warehouse:
        for filters in ({"rules": ["nonsense"]}, {"organs": ["nowhere"]}, {"severities": ["grave"]}):
            with pytest.raises(SelectionError):
                analytics.findings(warehouse, **filters)  # type: ignore[arg-type]


def test_the_command_line_writes_the_same_rows_as_csv_and_json(collection: Settings) -> None:
    words = ("check", "--warehouse", collection.warehouse, "--rule", "cumulative_differs", "--language", "en")
    with analytics.open_warehouse(collection.warehouse) as warehouse:
        found = analytics.findings(warehouse, rules=["cumulative_differs"], language="en")
    rows = list(csv.DictReader(io.StringIO(run(*words, "--format", "csv"))))
    objects = json.loads(run(*words, "--format", "json"))
    assert [row["message"] for row in rows] == [finding["message"] for finding in objects] == list(found["message"])
    assert objects[0]["cells"] == found["cells"].iloc[0] and list(objects[0]) == COLUMNS


def test_only_errors_that_are_listed_set_the_exit_status(collection: Settings) -> None:
    words = ("check", "--warehouse", collection.warehouse, "--language", "en")
    run(*words, "--severity", "error", code=1)
    run(*words, "--severity", "note")
    assert "nonsense" in run(*words, "--rule", "nonsense", code=2)


def test_documents_that_no_build_holds_are_filtered_as_well() -> None:
    from test_cli import RUICHENG

    assert json.loads(run("check", RUICHENG, "--format", "json", "--severity", "error")) == []
