"""The address of every page reproduces its view: widgets set, the address written, opened anew, the same figures."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from test_pages import as_read, opened, read_sentences

from analytics.dashboard.state.address import write
from analytics.query.selections import make_saved_view, save
from analytics.settings import Settings
from hostile import live_markdown

RUICHENG, JIANGNING, HONGZE = "140830|人民政府", "320115|人民政府", "320813|人民政府"


def _trends(app: AppTest) -> None:
    app.selectbox(key="group").select("requests").run()
    app.selectbox(key="measure").select("requests_answered").run()
    app.multiselect(key="organs").set_value([JIANGNING, HONGZE]).run()
    app.slider(key="years").set_value((2021, 2023)).run()


def _compare(app: AppTest) -> None:
    app.selectbox(key="group").select("requests").run()
    app.selectbox(key="measure").select("requests_new").run()
    app.multiselect(key="organs").set_value([JIANGNING, HONGZE]).run()
    app.selectbox(key="reference").select(HONGZE).run()
    app.selectbox(key="common-year").select(2021).run()


def _compare_latest(app: AppTest) -> None:
    app.multiselect(key="organs").set_value([JIANGNING, HONGZE]).run()
    app.selectbox(key="common-year").select_index(0).run()


def _rankings(app: AppTest) -> None:
    app.selectbox(key="group").select("requests").run()
    app.selectbox(key="measure").select("requests_new").run()
    app.selectbox(key="one-year").select(2022).run()
    app.selectbox(key="peers-area").select("32").run()
    app.number_input(key="least-base").set_value(0).run()
    app.session_state["rank-by"], app.session_state["rank-end"] = "difference", "lowest"
    app.run()


def _requests(app: AppTest) -> None:
    app.selectbox(key="one-organ").select(HONGZE).run()
    app.selectbox(key="one-year").select(2023).run()


def _organ(app: AppTest) -> None:
    app.selectbox(key="one-organ").select(JIANGNING).run()


def _data(app: AppTest) -> None:
    app.multiselect(key="measures").set_value(["requests_new", "disclosure_rate"]).run()
    app.multiselect(key="organs").set_value([JIANGNING]).run()
    app.slider(key="years").set_value((2021, 2023)).run()
    app.toggle(key="only-held-years").set_value(False).run()
    app.session_state["table-shape"] = "wide"
    app.run()


def _overview(app: AppTest) -> None:
    app.session_state["aspect"] = "break"
    app.run()


def _overview_changes(app: AppTest) -> None:
    app.selectbox(key="changes-year").select(2024).run()
    app.selectbox(key="changes-area").select("32").run()
    app.selectbox(key="changes-measure").select("requests_new").run()


def _trends_log(app: AppTest) -> None:
    app.session_state["scale"] = "log"
    app.run()
    app.toggle(key="band").set_value(True).run()


def _trends_index(app: AppTest) -> None:
    app.session_state["scale"] = "index"
    app.run()
    app.selectbox(key="base-year").select(2020).run()


def _trends_area(app: AppTest) -> None:
    app.session_state["whose"] = "area"
    app.run()
    app.selectbox(key="peers-area").select("32").run()


def _compare_nearest(app: AppTest) -> None:
    app.session_state["whose"] = "nearest"
    app.run()
    app.selectbox(key="nearest-organ").select(HONGZE).run()
    app.number_input(key="nearest-count").set_value(2).run()
    app.session_state["compare-chart"] = "multiples"
    app.run()


def _compare_years(app: AppTest) -> None:
    app.session_state["compare-chart"] = "dumbbell"
    app.run()
    app.selectbox(key="pair-first").select(2020).run()
    app.selectbox(key="pair-last").select(2024).run()


def _compare_forms(app: AppTest) -> None:
    app.toggle(key="forms").set_value(True).run()


def _county_peers(app: AppTest) -> None:
    app.selectbox(key="one-organ").select(HONGZE).run()
    app.selectbox(key="county-peers").select("licensing_decisions").run()


def _county_own_peers(app: AppTest) -> None:
    app.selectbox(key="one-organ").select(HONGZE).run()
    app.selectbox(key="county-peers").select("own").run()
    app.multiselect(key="own-peers").set_value([JIANGNING, RUICHENG]).run()


def _map(app: AppTest) -> None:
    app.selectbox(key="peers-area").select("14").run()
    app.session_state["map-view"] = "tiles"
    app.run()


WAYS: list[tuple[str, Callable[[AppTest], None]]] = [
    ("overview", _overview),
    ("overview", _overview_changes),
    ("county", _organ),
    ("trends", _trends),
    ("compare", _compare),
    ("compare", _compare_latest),
    ("rankings", _rankings),
    ("requests", _requests),
    ("remedies", _organ),
    ("data", _data),
    ("trends", _trends_log),
    ("trends", _trends_index),
    ("trends", _trends_area),
    ("compare", _compare_nearest),
    ("compare", _compare_years),
    ("compare", _compare_forms),
    ("county", _county_peers),
    ("county", _county_own_peers),
    ("map", _map),
]


def figures(app: AppTest) -> list[list[object]]:
    return [frame.value.astype(str).to_numpy().tolist() for frame in app.dataframe]


@pytest.mark.parametrize(("page", "choose"), WAYS)
def test_an_address_opens_the_view_that_wrote_it(
    page: str, choose: Callable[[AppTest], None], collection: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(page, collection, monkeypatch, lang="zh")
    start = app.session_state["selection"]
    choose(app)
    chosen = app.session_state["selection"]
    assert chosen != start and not app.exception
    again = opened(page, collection, monkeypatch, **{**write(chosen), "lang": "zh"})
    assert not again.exception
    assert "链接" not in read_sentences(again)
    assert write(again.session_state["selection"]) | {"lang": ""} == write(chosen) | {"lang": ""}
    assert figures(again) == figures(app)
    english = opened(page, collection, monkeypatch, **{**write(chosen), "lang": "en"})
    assert write(english.session_state["selection"]) | {"lang": ""} == write(chosen) | {"lang": ""}


@pytest.mark.parametrize(
    ("page", "name", "value"),
    [
        ("trends", "from", "1990"),
        ("trends", "m", "requests_per_10000"),
        ("compare", "ref", "321300|人民政府"),
        ("compare", "y", "1990"),
        ("rankings", "peers", "county|government|99"),
        ("rankings", "y", "1990"),
        ("rankings", "by", "sideways"),
        ("rankings", "end", "middle"),
        ("rankings", "base", "many"),
        ("requests", "y", "1990"),
        ("requests", "o", "999999|人民政府"),
        ("county", "o", "999999|人民政府"),
        ("remedies", "o", "999999|人民政府"),
        ("data", "shape", "round"),
        ("data", "to", "1990"),
        ("data", "empty", "2"),
        ("overview", "suspected", "yes"),
        ("overview", "aspect", "beauty"),
        ("overview", "cy", "1990"),
        ("overview", "ca", "99"),
        ("overview", "cm", "disclosure_rate"),
        ("trends", "peers", "nearest|beauty|10|140830|人民政府"),
        ("trends", "scale", "steep"),
        ("compare", "chart", "pie"),
        ("county", "among", "friends"),
        ("map", "view", "globe"),
    ],
)
def test_what_a_page_cannot_show_is_said(
    page: str, name: str, value: str, collection: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(page, collection, monkeypatch, lang="en", **{name: value})
    assert not app.exception
    assert f"The link asks for {name}={value}" in read_sentences(app)


def test_a_saved_list_of_organs_is_taken_as_it_is(
    collection: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings = Settings(raw=collection.raw, warehouse=tmp_path / "warehouse")
    shutil.copytree(collection.warehouse, settings.warehouse)
    save(settings.warehouse, make_saved_view("三个县", "trends", {"o": [RUICHENG, HONGZE, "999999|人民政府"]}))
    app = opened("compare", settings, monkeypatch, lang="zh", m="requests_new")
    app.selectbox(key="organs-list").select("三个县").run()
    assert not app.exception
    assert app.session_state["selection"].organs == (RUICHENG, HONGZE)


@pytest.mark.parametrize(
    ("page", "parameters", "sentence"),
    [
        ("trends", {"foo": "1"}, "The link has an unknown parameter, foo=1."),
        ("county", {"utm_source": "mail"}, "an unknown parameter, utm_source=mail"),
        ("county", {"y": "2030"}, "The link asks for y=2030"),
        ("county", {"from": "0000"}, "The link asks for from=0000"),
        ("data", {"from": "2030"}, "The link asks for from=2030"),
        ("trends", {"index": "1949"}, "The link asks for index=1949"),
        ("overview", {"build": "zzz"}, "The link asks for build=zzz"),
        ("requests", {"y": ["2021", "2022"]}, "The link asks for y=2022"),
        ("data", {"from": "2023", "to": "2020"}, "in the wrong order (2023 to 2020). Both were ignored."),
        ("county", {"from": "2023", "to": "2020"}, "in the wrong order"),
    ],
)
def test_what_an_address_gets_wrong_is_said_on_every_page(
    page: str, parameters: dict[str, str | list[str]], sentence: str, collection: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    app = opened(page, collection, monkeypatch, lang="en", **parameters)
    assert not app.exception
    assert sentence in read_sentences(app)
    wrong = {name for name in parameters if name != "y" or parameters["y"] == "2030"}
    address = write(app.session_state["selection"])
    assert not {(name, address.get(name)) for name in wrong} & {(name, parameters[name]) for name in wrong}


def test_what_an_address_holds_is_shown_as_it_is(collection: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened("county", collection, monkeypatch, lang="en", foo="[win](http://x.org) <b> $x$ `y`", bar="z" * 5000)
    (warning,) = (warning for warning in app.warning if "foo=" in warning.value)
    assert "foo=[win](http://x.org) <b> $x$ `y`" in as_read(warning.value)
    assert not live_markdown(warning.value)
    assert len(warning.value) < 400


@pytest.mark.parametrize(
    ("page", "parameters"),
    [
        ("data", {"names": "en", "shape": "wide"}),
        ("data", {"names": "zh", "shape": "long"}),
        ("trends", {"scale": "value"}),
        ("compare", {"chart": "bars"}),
        ("overview", {"aspect": "held"}),
        ("data", {"from": "2021", "to": "2021", "empty": "1"}),
    ],
)
def test_what_a_page_shows_anyway_is_no_complaint(
    page: str, parameters: dict[str, str], collection: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(page, collection, monkeypatch, lang="en", **parameters)
    assert not app.exception
    assert "The link" not in read_sentences(app)


SEVERAL_PAGES = """
import streamlit as st
from analytics.dashboard import frame
from analytics.dashboard.state import opening
page = st.session_state.get("page", "data")
opening.note_opening(page)
frame.set_language()
frame.guard_page(frame.PAGES[page].show)()
"""


def turned(app: AppTest, page: str) -> AppTest:
    """Another page, chosen in the navigation, which empties the address."""
    app.session_state["page"] = page
    app.query_params.clear()
    return app.run()


def test_everything_on_the_data_page_leaves_other_pages_their_organs(
    collection: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COUNTYSCOPE_WAREHOUSE", str(collection.warehouse))
    app = AppTest.from_string(SEVERAL_PAGES, default_timeout=60)
    app.session_state["page"] = "trends"
    app.query_params.update({"lang": "zh", "m": "requests_new", "o": [JIANGNING, HONGZE]})
    app.run()
    turned(app, "data")
    assert app.multiselect(key="organs").value == [JIANGNING, HONGZE]
    app.multiselect(key="organs").set_value([]).run()
    app.toggle(key="only-held-years").set_value(False).run()
    turned(app, "trends")
    assert app.multiselect(key="organs").value == [JIANGNING, HONGZE]
    turned(app, "data")
    assert app.multiselect(key="organs").value == []  # as it was left
    turned(app, "trends")
    app.multiselect(key="organs").set_value([RUICHENG]).run()
    turned(app, "data")
    assert app.multiselect(key="organs").value == [RUICHENG]
    assert not app.exception and not app.error


def test_pages_after_a_fresh_data_page_choose_organs_of_their_own(
    collection: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COUNTYSCOPE_WAREHOUSE", str(collection.warehouse))
    app = AppTest.from_string(SEVERAL_PAGES, default_timeout=60)
    app.query_params["lang"] = "zh"
    app.run()
    assert app.multiselect(key="organs").value == []
    turned(app, "trends")
    assert app.multiselect(key="organs").value
