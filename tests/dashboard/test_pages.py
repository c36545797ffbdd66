"""Every page through Streamlit's own test harness: filled, in both languages, empty, missing, with a bad address."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analytics import open_warehouse, rows
from analytics.dashboard.address import Selection, read, write
from analytics.pipeline import ingest
from analytics.settings import Settings
from analytics.words import Language

PAGES = ["overview", "county", "trends", "compare", "rankings", "requests", "remedies", "data"]
EVERY_PAGE = [*PAGES, "methods"]
RUICHENG = "140830|人民政府"


def opened(page: str, settings: Settings, monkeypatch: pytest.MonkeyPatch, **parameters: str | list[str]) -> AppTest:
    monkeypatch.setenv("COUNTYSCOPE_WAREHOUSE", str(settings.warehouse))
    monkeypatch.setenv("COUNTYSCOPE_RAW", str(settings.raw))
    module = "data" if page == "data" else page
    script = f"""
import streamlit as st
from analytics.dashboard import frame
from analytics.dashboard.views import {module} as view
frame.set_language()
frame.guarded(view.show)()
"""
    app = AppTest.from_string(script, default_timeout=60)
    for name, value in parameters.items():
        app.query_params[name] = value
    return app.run()


def said(app: AppTest) -> str:
    elements = [*app.title, *app.caption, *app.markdown, *app.warning, *app.info, *app.error, *app.subheader]
    return "\n".join(str(element.value) for element in elements)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("page", EVERY_PAGE)
def test_every_page_opens_in_both_languages(
    page: str, language: Language, collection: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(page, collection, monkeypatch, lang=str(language))
    assert not app.exception
    assert not app.error
    assert len(app.title) == 1


@pytest.mark.parametrize("page", PAGES)
def test_a_missing_warehouse_is_a_sentence(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened(page, Settings(raw=tmp_path, warehouse=tmp_path), monkeypatch, lang="en")
    assert not app.exception
    assert "countyscope ingest" in app.error[0].value


@pytest.mark.parametrize("page", PAGES)
def test_an_empty_collection_is_a_sentence(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    settings = Settings(raw=raw, warehouse=tmp_path / "warehouse")
    ingest(settings)
    app = opened(page, settings, monkeypatch, lang="en")
    assert not app.exception
    assert "no report" in said(app).lower()


def test_an_unknown_value_in_the_address_is_said_and_not_replaced(
    collection: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened("trends", collection, monkeypatch, lang="zh", m="no_such_measure", o=[RUICHENG, "999999|人民政府"])
    shown = said(app)
    assert "m=no_such_measure" in shown and "o=999999|人民政府" in shown
    assert not app.exception


def test_trends_of_ruicheng_say_the_finding(collection: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened("trends", collection, monkeypatch, lang="en", m="penalty_items", o=[RUICHENG])
    assert "1,701" in said(app) and "1,248" in said(app) and "−26.6%" in said(app)
    assert "not decisions made" in said(app)


def test_compare_warns_of_mixed_levels(collection: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened("compare", collection, monkeypatch, lang="en", m="requests_new", o=[RUICHENG, "321300|人民政府"])
    assert "different levels" in said(app)


def test_prose_figures_stand_under_their_own_words(collection: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened("data", collection, monkeypatch, lang="zh", o=["320115|人民政府"])
    frames = [frame.value for frame in app.dataframe if "正文用语" in frame.value.columns]
    assert len(frames) == 1
    assert set(frames[0]["机关"]) == {"江宁区人民政府"}
    assert set(frames[0]["读取方式"]) == {"录自原件节选"}


def test_a_selection_survives_the_address() -> None:
    selection = Selection(
        Language.EN, ("penalty_items",), (RUICHENG,), 2019, 2023, 2020, RUICHENG, "build", True, True, names="keys"
    )
    parameters = {name: value if isinstance(value, list) else [value] for name, value in write(selection).items()}
    assert read(parameters, organs={RUICHENG}).selection == selection
    assert read(parameters, organs={RUICHENG}).unknown == ()


@pytest.mark.parametrize(("names", "columns"), [("keys", "stated_by_year"), ("en", "Value"), ("zh", "数值")])
def test_the_screen_names_columns_as_the_files_do(
    names: str, columns: str, collection: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened("data", collection, monkeypatch, lang="zh", m="penalty_items", o=[RUICHENG], names=names)
    assert not app.exception
    assert columns in app.dataframe[0].value.columns


@pytest.mark.parametrize("shape", ["long", "wide"])
def test_too_many_rows_are_begun_and_linked(shape: str, collection: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    from analytics.dashboard.views import data as view

    with open_warehouse(collection.warehouse) as warehouse:
        expected = len(
            rows(warehouse, ["penalty_items", "requests_new"], only_reports=True, shape=shape, years=range(2019, 2026))
        )
    monkeypatch.setattr(view, "MOST_ROWS", 5)
    asked = {"m": ["penalty_items", "requests_new"], "from": "2019", "to": "2025", "shape": shape, "lang": "en"}
    app = opened("data", collection, monkeypatch, **asked)
    assert not app.exception
    assert f"{expected} rows are chosen" in said(app)
    links = app.get("link_button")
    assert [one.proto.url.split("?")[0].rsplit("/", 1)[-1] for one in links] == [
        "rows.csv", "rows.xlsx", "rows.parquet", "rows.md",
    ]  # fmt: skip
    assert all(f"shape={shape}" in one.proto.url and "names=en" in one.proto.url for one in links)
    assert f"({expected} rows)" in links[0].proto.label
