"""Quality lists every finding, keeps its filter in the address, and writes what a reader says of one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest
from test_pages import opened, read_sentences

from analytics import open_warehouse
from analytics.charts.parts.points import Point
from analytics.dashboard.panels import charts
from analytics.dashboard.panels.facsimile.facts import gather_facts
from analytics.dashboard.panels.finding_list import MOST_ROWS, TABLE
from analytics.dashboard.state import data
from analytics.ingest.pipeline import ingest
from analytics.serve import HOSTS, REVIEW
from analytics.settings import Settings
from analytics.words import Language, say
from conftest import ROOT

FILE = "淮安市洪泽区人民政府_2023.html"
HONGZE = "320813|人民政府"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A report whose table IV fails, one that names no place, and a document that is none."""
    folder = tmp_path_factory.mktemp("quality")
    raw = folder / "raw"
    raw.mkdir()
    shutil.copy(ROOT / "data" / "raw" / "transcribed" / FILE, raw / FILE)
    nobody = (
        (ROOT / "data" / "raw" / "transcribed" / FILE).read_text("utf-8").replace("洪泽区", "").replace("淮安市", "")
    )
    (raw / "nobody.html").write_text(nobody, "utf-8")
    (raw / "empty.html").write_bytes(b"")
    settings = Settings(raw=raw, warehouse=folder / "warehouse")
    ingest(settings)
    return settings


@pytest.fixture
def settings(built: Settings, tmp_path: Path) -> Settings:
    for name in ("raw", "warehouse"):
        shutil.copytree(Path(built.raw).parent / name, tmp_path / name)
    return Settings(raw=tmp_path / "raw", warehouse=tmp_path / "warehouse")


def table(app: AppTest, key: str = "finding") -> pd.DataFrame:
    """The table that has a column of this key, in either language."""
    names = {say(f"column.{key}", language) for language in Language}
    return next(grid.value for grid in app.dataframe if names & set(grid.value.columns))


def test_every_finding_that_is_told_is_listed_with_whose_it_may_be(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened("quality", settings, monkeypatch, lang="en")
    assert not app.exception and not app.error
    rows = table(app)
    with open_warehouse(settings.warehouse) as warehouse:
        found = warehouse.findings()
    told = found[found["severity"] != "note"]
    assert set(told["rule"]) <= set(rows["Rule"]) and len(rows) < MOST_ROWS
    failing = rows[rows["Rule"] == "total_equals_results"]
    assert failing["Severity"].eq("error").all() and failing["Finding"].str.contains("add up to 11").any()


@pytest.mark.parametrize(
    ("parameters", "column", "values"),
    [
        ({"rule": ["total_equals_results"]}, "Rule", {"total_equals_results"}),
        ({"sev": "error"}, "Severity", {"error"}),
        ({"fault": "publisher"}, "Where the problem may lie", {"publisher"}),
        ({"o": [HONGZE], "peers": "own"}, "File", {FILE}),
    ],
)
def test_the_filter_is_the_address(
    parameters: dict[str, str | list[str]],
    column: str,
    values: set[str],
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = opened("quality", settings, monkeypatch, lang="en", **parameters)
    assert set(table(app)[column]) == values
    for name, value in parameters.items():
        written = app.query_params[name]
        assert written == value or [written] == value
    assert "ignored" not in read_sentences(app)


def test_a_value_that_no_filter_has_is_said(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened("quality", settings, monkeypatch, lang="en", rule=["nonsense"])
    assert "rule=nonsense" in read_sentences(app)


def choose(app: AppTest, rule: str) -> AppTest:
    """Have the first row of a rule clicked that is of the report whose place is known."""
    rows = table(app)
    at = rows.index[(rows["规则"] == rule) & (rows["文件"] == FILE)][0]
    key = next(grid.proto.id[grid.proto.id.index(TABLE) :] for grid in app.dataframe if TABLE in grid.proto.id)
    app.session_state[key] = {"selection": {"rows": [int(at)], "columns": [], "cells": []}}
    return app.run()


def test_a_clicked_finding_opens_its_document_and_can_be_reviewed(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = choose(opened("quality", settings, monkeypatch, lang="zh", sev="error"), "total_equals_results")
    assert not app.exception
    assert any("data-facsimile-chosen='evidence/" in block.proto.body for block in app.get("html"))
    assert any("finding=" in markdown.value and "evidence/" in markdown.value for markdown in app.markdown)
    buttons = {button.key: button for button in app.button}
    confirm = next(key for key in buttons if key.startswith("review-") and key.endswith("-confirm"))
    buttons[confirm].click().run()
    assert say("error.without_by", Language.ZH) in [error.value for error in app.error]
    key = confirm.removesuffix("-confirm")
    app.text_input(key=f"{key}-by").set_value("甲")
    app.text_input(key=f"{key}-note").set_value("已核对")
    next(button for button in app.button if button.key == confirm).click().run()
    assert not app.error
    assert "已核对" in (Path(settings.raw) / "reviews.csv").read_text("utf-8-sig")
    assert "已确认" in set(table(app)["核对情况"])
    ingest(settings)
    with open_warehouse(settings.warehouse) as warehouse:
        assert "confirmed" in set(warehouse.findings()["review"])


def test_a_correction_and_a_letter_are_reached_from_a_finding(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = choose(opened("quality", settings, monkeypatch, lang="zh", sev="error"), "total_equals_results")
    assert any("谨请核对" in code.value for code in app.code)
    (save,) = [button for button in app.button if button.key.startswith("correct-save-")]
    key = save.key.removeprefix("correct-save-")
    app.number_input(key=f"correct-value-{key}").set_value(11)
    for name, text in (("reason", "漏填"), ("source", "电话")):
        app.text_input(key=f"correct-{name}-{key}").set_value(text)
    app.text_input(key=f"correct-{key}-by").set_value("甲")
    app.run()
    next(button for button in app.button if button.key == save.key).click().run()
    assert not [error.value for error in app.error]
    assert "漏填" in (Path(settings.raw) / "corrections.csv").read_text("utf-8-sig")
    assert any("countyscope ingest" in code.value for code in app.code)
    ingest(settings)
    with open_warehouse(settings.warehouse) as warehouse:
        assert warehouse.corrections()["outcome"].tolist() == ["applied"]


def test_what_was_rejected_is_listed_with_why_and_the_command(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened("quality", settings, monkeypatch, lang="en")
    rejected = table(app, "why_rejected")
    assert rejected["File"].tolist() == ["empty.html"] and rejected["Why it was rejected"].str.len().gt(10).all()


def test_a_report_that_is_nobodys_can_be_given_to_an_organ(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened("quality", settings, monkeypatch, lang="zh")
    assert table(app, "position")["文件"].tolist() == ["nobody.html"]
    app.text_input(key="assign-organ").set_value("芮城县人民政府")
    app.text_input(key="assign-place").set_value("140830")
    app.text_input(key="assign-reason").set_value("来自该县网站")
    app.text_input(key="assign-by").set_value("甲")
    app.run()
    app.button(key="assign-save").click().run()
    assert not app.error
    ingest(settings)
    with open_warehouse(settings.warehouse) as warehouse:
        assert warehouse.reports(current_only=False)["is_resolved"].all()


def test_a_server_that_others_reach_lets_nobody_write(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COUNTYSCOPE_HOSTS", "county.example.org")
    app = choose(opened("quality", settings, monkeypatch, lang="zh", sev="error"), "total_equals_results")
    assert say("quality.read_only", Language.ZH) in [caption.value for caption in app.caption]
    assert not [button for button in app.button if (button.key or "").startswith(("review-", "correct-", "assign-"))]


@pytest.mark.parametrize(("stated", "host", "writes"), [("0", "", False), ("1", "county.example.org", True)])
def test_whoever_starts_a_server_says_whether_its_readers_write(
    stated: str, host: str, writes: bool, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(REVIEW, stated)
    monkeypatch.setenv(HOSTS, host)
    app = choose(opened("quality", settings, monkeypatch, lang="zh", sev="error"), "total_equals_results")
    assert (say("quality.read_only", Language.ZH) not in [caption.value for caption in app.caption]) is writes
    assert any((button.key or "").startswith("review-") for button in app.button) is writes


def test_a_list_of_reviews_that_cannot_be_trusted_is_said(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    (Path(settings.raw) / "reviews.csv").write_text("organ\nx\n", "utf-8")
    app = opened("quality", settings, monkeypatch, lang="en")
    assert not app.exception and any("reviews.csv" in warning.value for warning in app.warning)
    assert len(table(app))


def test_a_figure_is_annotated_where_its_evidence_stands(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened("trends", settings, monkeypatch, lang="zh", m="requests_new", o=[HONGZE])
    assert not [button for button in app.button if (button.key or "").startswith("figure-")]  # nothing is chosen yet
    with open_warehouse(settings.warehouse) as warehouse:
        report_id = int(warehouse.reports()["report_id"].iloc[0])
        organ_id = int(warehouse.reports()["organ_id"].iloc[0])
    mark = Point(report_id, organ_id, 2023, "requests_new").write()
    monkeypatch.setattr(charts, "show_chart", lambda *_, **__: Point.parse(mark))
    app.run()
    (note,) = [field for field in app.text_input if field.key.startswith("figure-") and field.key.endswith("-note")]
    note.set_value("已电话询问")
    app.text_input(key=note.key.removesuffix("-note") + "-by").set_value("甲")
    app.run()
    next(button for button in app.button if button.key == note.key.removesuffix("-note") + "-annotate").click().run()
    assert any("已电话询问" in info.value for info in app.info)
    assert "annotated" in (Path(settings.raw) / "reviews.csv").read_text("utf-8-sig")


def test_the_document_of_a_report_that_no_figure_is_taken_from_opens(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COUNTYSCOPE_WAREHOUSE", str(settings.warehouse))
    monkeypatch.setenv("COUNTYSCOPE_RAW", str(settings.raw))
    build = data.open_current_build()
    reports = build.warehouse.reports(current_only=False)
    nobody = int(reports.loc[~reports["is_resolved"], "report_id"].iloc[0])
    facts = gather_facts(build, nobody)
    assert facts.file == "nobody.html"
    assert {(nobody, cell) for cell in facts.evidence} == set(build.warehouse.read_printed([nobody]))
    assert any(finding.rule == "total_equals_results" for finding in facts.findings)
