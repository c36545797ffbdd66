"""A link made on an earlier build says what has changed of what it shows, and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest
from test_pages import opened, read_sentences

from analytics.dashboard.pages import PAGES
from analytics.ingest.pipeline import ingest
from analytics.settings import Settings
from conftest import ROOT

RUICHENG, JIANGNING = "140830|人民政府", "320115|人民政府"
DOCUMENT = "transcribed/芮城县人民政府_2020.txt"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    shutil.copytree(ROOT / "data" / "raw", tmp_path / "raw")
    return Settings(tmp_path / "raw", tmp_path / "warehouse")


@pytest.fixture
def changed(settings: Settings) -> tuple[Settings, str]:
    """A collection after one document changed and one was added, and the build before."""
    before = ingest(settings).build_id
    document = Path(settings.raw) / DOCUMENT
    text = document.read_text("utf-8")
    document.write_text(text.replace("1701", "1702").replace("-453", "-450"), "utf-8")
    (Path(settings.raw) / "added.txt").write_text(text.replace("2020年政府", "2019年政府"), "utf-8")
    ingest(settings)
    return settings, before


def table(app: AppTest) -> list[tuple[object, ...]]:
    frames: list[pd.DataFrame] = [frame.value for frame in app.dataframe if "Then" in frame.value.columns]
    return [tuple(row) for frame in frames for row in frame.itertuples(index=False)]


def test_a_trend_tells_values_and_reports(changed: tuple[Settings, str], monkeypatch: pytest.MonkeyPatch) -> None:
    settings, before = changed
    years = {"from": "2019", "to": "2020"}
    app = opened("trends", settings, monkeypatch, lang="en", m="penalty_items", o=[RUICHENG], build=before, **years)
    assert not app.exception
    assert "1 report was added" in read_sentences(app)
    found = {(row[1], row[2]): row[3:] for row in table(app)}
    assert found[2019, "whole report"] == ("no report in the collection", "in the collection")
    assert any("1,252" in str(row) for row in found.values())


def test_a_change_of_a_single_cell_is_one_value(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    before = ingest(settings).build_id
    document = Path(settings.raw) / DOCUMENT
    document.write_text(document.read_text("utf-8").replace("1701", "1702"), "utf-8")
    ingest(settings)
    app = opened("trends", settings, monkeypatch, lang="en", m="penalty_items", o=[RUICHENG], build=before)
    assert not app.exception
    name = "Administrative penalties: items on the list of powers"
    assert table(app)[::-1] == [("芮城县人民政府", 2020, name, "1,248 items", "1,249 items"),
                          ("芮城县人民政府", 2019, name, "1,701 items", "1,702 items")]  # fmt: skip
    app = opened("trends", settings, monkeypatch, lang="en", m="penalty_decisions", o=[RUICHENG], build=before)
    assert "Nothing that it shows has changed" in read_sentences(app)


def test_what_a_link_does_not_show_is_not_counted(
    changed: tuple[Settings, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    settings, before = changed
    app = opened("county", settings, monkeypatch, lang="en", o=[JIANGNING], build=before)
    assert "Nothing that it shows has changed" in read_sentences(app)
    years = {"from": "2020", "to": "2020"}
    app = opened("trends", settings, monkeypatch, lang="en", m="requests_new", o=[RUICHENG], build=before, **years)
    assert "Nothing that it shows has changed" in read_sentences(app)


PARAMETERS = {
    "county": {"o": [RUICHENG]}, "requests": {"o": [RUICHENG], "y": "2020"}, "remedies": {"o": [RUICHENG]},
    "rankings": {"m": "penalty_items", "y": "2020"}, "compare": {"m": "requests_new", "o": [RUICHENG, JIANGNING]},
    "map": {"m": "penalty_items", "y": "2020", "peers": "county|government|14"}, "trends": {"m": "penalty_items", "o": [RUICHENG]},
}  # fmt: skip
"""Page → what its address asks for, so that it shows the report that was added."""


@pytest.mark.parametrize("page", [name for name, page in PAGES.items() if page.has_choices])
def test_every_page_counts_what_it_shows(
    page: str, changed: tuple[Settings, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    settings, before = changed
    app = opened(page, settings, monkeypatch, lang="en", build=before, **PARAMETERS.get(page, {}))
    assert not app.exception
    assert "1 report was added" in read_sentences(app)
    if page in ("county", "overview"):
        assert "2 values changed, 1 report was added" in read_sentences(app)


def test_a_removed_report_and_its_organ_are_said(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    before = ingest(settings).build_id
    (Path(settings.raw) / DOCUMENT).unlink()
    for turn in range(3):
        (Path(settings.raw) / f"{turn}.txt").write_text("no report", "utf-8")
        ingest(settings)
    app = opened("trends", settings, monkeypatch, lang="en", m="penalty_items", o=[RUICHENG, JIANGNING], build=before)
    assert f"o={RUICHENG}" in read_sentences(app)
    assert "1 report was removed" in read_sentences(app)
    assert "values changed" not in read_sentences(app)


def test_a_link_of_an_unknown_build_says_that_nothing_is_known(
    changed: tuple[Settings, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened("trends", changed[0], monkeypatch, lang="zh", o=[RUICHENG], build="20200101T000000000000")
    assert "无法得知有何变化" in read_sentences(app)


def test_the_sentence_stays_while_the_view_is_the_link_s(
    changed: tuple[Settings, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    settings, before = changed
    app = opened("trends", settings, monkeypatch, lang="zh", m="penalty_items", o=[RUICHENG], build=before)
    assert "显示的内容有变" in read_sentences(app.run())
    app.selectbox(key="measure").select("licensing_items").run()
    assert "链接取自" not in read_sentences(app)
