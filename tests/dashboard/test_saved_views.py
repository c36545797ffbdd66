"""Saved views on the page: save, open, rename, delete, export, import, and what is wrong said in a sentence."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from analytics.dashboard.panels.saved_views import list_unknown
from analytics.dashboard.state.data import OpenBuild
from analytics.ingest.pipeline import ingest
from analytics.query.selections import FILE_NAME, make_saved_view, read_saved_views, save
from analytics.settings import Settings
from analytics.warehouse.read import open_warehouse
from analytics.words import Language
from conftest import ROOT

RUICHENG = "140830|人民政府"
SCRIPT = """
from analytics.dashboard.state import data
from analytics.dashboard import frame
from analytics.dashboard.panels import saved_views
from analytics.dashboard.views import trends as view
frame.set_language()
frame.guard_page(view.show)()
saved_views.show_panel("trends", frame.PAGES, data.open_current_build())
"""


@pytest.fixture
def settings(collection: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    shutil.copytree(collection.warehouse, tmp_path / "warehouse")
    monkeypatch.setenv("COUNTYSCOPE_WAREHOUSE", str(tmp_path / "warehouse"))
    monkeypatch.setenv("COUNTYSCOPE_RAW", str(ROOT / "data" / "raw"))
    return Settings(ROOT / "data" / "raw", tmp_path / "warehouse")


def opened() -> AppTest:
    app = AppTest.from_string(SCRIPT, default_timeout=60)
    for name, value in {"lang": "zh", "m": "penalty_items", "o": [RUICHENG], "build": "b"}.items():
        app.query_params[name] = value
    app.session_state["saved"] = True  # the panel is open
    return app.run()


def read_messages(app: AppTest) -> str:
    return "\n".join(str(message.value) for message in [*app.success, *app.warning, *app.caption])


def test_a_page_is_saved_opened_renamed_and_deleted(settings: Settings) -> None:
    app = opened()
    app.text_input(key="saved-name").set_value("芮城处罚")
    app.button(key="saved-save").click().run()
    assert not app.exception
    assert "已保存“芮城处罚”" in read_messages(app)
    (view,) = read_saved_views(settings.warehouse)
    assert view.page == "trends" and view.organs == (RUICHENG,) and "build" not in dict(view.parameters)
    app.text_input(key="saved-new-name").set_value("芮城")
    app.button(key="saved-rename").click().run()
    assert [view.name for view in read_saved_views(settings.warehouse)] == ["芮城"]
    app.button(key="saved-delete").click().run()
    assert not app.exception and read_saved_views(settings.warehouse) == ()
    assert "还没有保存的视图" in read_messages(app)


def test_a_saved_view_opens_in_the_language_on_the_screen(settings: Settings) -> None:
    save(
        settings.warehouse,
        make_saved_view("<b>&'", "trends", {"m": ["penalty_items"], "o": [RUICHENG], "lang": ["zh"]}),
    )
    app = opened()
    app.session_state["language"] = Language.EN
    app.query_params.clear()
    app.run()
    (listed,) = [block.proto.body for block in app.get("html") if "saved-views" in block.proto.body]
    address = listed.split("href='")[1].split("'")[0].replace("&amp;", "&")
    assert parse_qs(urlsplit(address).query) == {"m": ["penalty_items"], "o": [RUICHENG], "lang": ["en"]}
    assert "&lt;b&gt;" in listed


def test_a_shared_link_carries_the_build_and_no_language(settings: Settings) -> None:
    app = opened()
    query = parse_qs(urlsplit(app.code[0].value).query)
    assert query["m"] == ["penalty_items"] and query["o"] == [RUICHENG]
    assert query["build"] != ["b"] and "lang" not in query


def test_a_taken_name_is_a_sentence(settings: Settings) -> None:
    save(settings.warehouse, make_saved_view("a", "data", {}))
    app = opened()
    app.text_input(key="saved-name").set_value("a")
    app.button(key="saved-save").click().run()
    assert "已有名为“a”的视图" in read_messages(app)
    assert len(read_saved_views(settings.warehouse)) == 1


def test_a_damaged_file_costs_nothing(settings: Settings) -> None:
    (settings.warehouse / FILE_NAME).write_bytes(b"\x00")
    app = opened()
    assert not app.exception and not app.error
    assert "已损坏" in read_messages(app)
    assert app.get("plotly_chart")


def test_an_import_says_what_it_does_not_know(settings: Settings) -> None:
    view = make_saved_view("x", "trends", {"m": ["nonsense"], "o": [RUICHENG, "999|x"], "colour": ["red"]})
    with open_warehouse(settings.warehouse) as warehouse:
        opened_build = OpenBuild(warehouse, warehouse.organs(), warehouse.reports())
        assert list_unknown(view, opened_build) == [("colour", "red"), ("m", "nonsense"), ("o", "999|x")]


def test_saved_views_survive_an_ingest(settings: Settings, tmp_path: Path) -> None:
    save(settings.warehouse, make_saved_view("a", "data", {}))
    raw = tmp_path / "raw"
    raw.mkdir()
    ingest(Settings(raw, settings.warehouse), replace_build=True)
    ingest(settings)
    assert [view.name for view in read_saved_views(settings.warehouse)] == ["a"]
