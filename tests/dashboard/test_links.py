"""Data links give scripts the rows of the Data page, once."""

from __future__ import annotations

import asyncio
import io
import os
from pathlib import Path
from urllib.parse import urlencode

import pandas as pd
import pytest
import streamlit as st
from python_calamine import CalamineWorkbook
from starlette.applications import Starlette
from streamlit.testing.v1 import AppTest
from test_pages import opened, read_sentences

from analytics.dashboard.panels import downloads
from analytics.dashboard.routes.data_links import list_routes
from analytics.dashboard.state.address import DATA_LINK_PARAMETERS
from analytics.exports.files import render_csv
from analytics.exports.formats import FileFormat
from analytics.ingest.pipeline import ingest
from analytics.settings import Settings
from analytics.warehouse.builds.publish import find_current_build_id, find_database_path, find_usable_build_id
from conftest import ROOT


@pytest.fixture(autouse=True)
def _warehouse(collection: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COUNTYSCOPE_WAREHOUSE", str(collection.warehouse))


def get(path: str, query: str = "", **headers: str) -> tuple[int, dict[str, str], bytes]:
    """(status, headers, body) of one request to the routes alone, as a server would make it."""
    sent: list[dict[str, object]] = []
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
        "path": path, "raw_path": path.encode(), "root_path": "", "query_string": query.encode(),
        "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
        "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80),
    }  # fmt: skip

    requests = iter([{"type": "http.request", "body": b"", "more_body": False}])

    async def receive() -> dict[str, object]:
        for request in requests:
            return request
        return await asyncio.Future()  # a client that stays until it has its answer

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    asyncio.run(Starlette(routes=list_routes())(scope, receive, send))  # type: ignore[arg-type]
    found = {name.decode(): value.decode() for name, value in sent[0]["headers"]}  # type: ignore[attr-defined]
    body = b"".join(bytes(message.get("body", b"")) for message in sent[1:])  # type: ignore[call-overload]
    return int(str(sent[0]["status"])), found, body


RUICHENG = "m=penalty_items&o=140830%7C%E4%BA%BA%E6%B0%91%E6%94%BF%E5%BA%9C&from=2020&to=2020"


def test_rows_come_as_csv_with_the_build_that_they_are_of() -> None:
    status, headers, body = get("/data/rows.csv", RUICHENG)
    assert (status, headers["content-type"]) == (200, "text/csv; charset=utf-8")
    (row,) = pd.read_csv(io.BytesIO(body)).itertuples()
    assert (row.value, row.difference) == (1248, -453)
    assert headers["x-countyscope-build"]
    assert not body.startswith(b"\xef\xbb\xbf")
    assert get("/data/rows.csv", f"{RUICHENG}&bom=1&names=zh")[2].startswith(b"\xef\xbb\xbf")


def test_an_unchanged_answer_is_not_sent_twice() -> None:
    _, headers, _ = get("/data/rows.csv", RUICHENG)
    status, again, body = get("/data/rows.csv", RUICHENG, if_none_match=headers["etag"])
    assert (status, body, again["etag"]) == (304, b"", headers["etag"])
    assert get("/data/rows.csv", "m=requests_new", if_none_match=headers["etag"])[0] == 200


def test_parquet_keeps_types() -> None:
    status, _, body = get("/data/rows.parquet", RUICHENG)
    assert status == 200
    assert pd.read_parquet(io.BytesIO(body))["value"].tolist() == [1248.0]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("m=nonsense", "m=nonsense in the address is unknown"),
        ("o=nowhere", "o=nowhere in the address is unknown"),
        ("names=klingon", "names=klingon"),
        ("shape=round", "shape=round"),
        ("from=abc", "from=abc"),
        ("from=0000", "from=0000"),
        ("bom=yes", "bom=yes"),
        ("shape=long&shape=wide", "shape=wide"),
        ("peers=county%7Cgovernment%7C99", "peers=county|government|99"),
        ("foo=1", "Data links have no parameter foo=1. Use one of m, o, peers, from, to,"),
        ("utm_source=mail&m=requests_new", "have no parameter utm_source=mail"),
        ("y=2020", "have no parameter y=2020"),
        ("from=2025&to=2019", "from=2025 is after to=2019"),
        ("from=2050&to=2051", "nothing for from=2050&to=2051"),
        ("to=1990", "nothing for to=1990: it runs from 2010"),
        ("build=20200101T000000000000", "not build=20200101T000000000000"),
    ],
)
def test_what_is_not_understood_is_refused_with_a_sentence(query: str, sentence: str) -> None:
    for made in ("csv", "md"):
        status, _, body = get(f"/data/rows.{made}", query)
        assert status == 400
        assert sentence in body.decode()


def test_a_refusal_speaks_the_language_of_the_link() -> None:
    assert "起止年份颠倒" in get("/data/rows.csv", "lang=zh&from=2025&to=2019")[2].decode()


def test_a_format_that_there_is_not_is_no_path() -> None:
    assert get("/data/rows.xml", RUICHENG)[0] == 404


def test_years_may_begin_before_the_collection_and_end_after_it() -> None:
    _, headers, body = get("/data/rows.csv", "m=requests_new&from=1990&to=2050")
    assert body == get("/data/rows.csv", f"m=requests_new&from=2010&build={headers['x-countyscope-build']}")[2]


def test_wide_rows_named_in_a_language_and_their_notes() -> None:
    _, _, body = get("/data/rows.csv", f"{RUICHENG}&shape=wide&names=zh")
    head, row = body.decode().splitlines()
    assert head == "机关,区划代码,年度,行政处罚项目数量（清单事项）,行政处罚项目数量（清单事项）（状态）"
    assert row == "芮城县人民政府,140830,2020,1248,数值"
    status, headers, notes = get("/data/rows.md", f"{RUICHENG}&names=zh")
    assert status == 200 and headers["content-disposition"].endswith('"countyscope-data.md"')
    assert "芮城县人民政府" in notes.decode() and "rows.md?m=penalty_items" in notes.decode()


def test_a_workbook_comes_by_a_link_as_well() -> None:
    status, _, body = get("/data/rows.xlsx", f"{RUICHENG}&names=en")
    assert status == 200
    head, row = CalamineWorkbook.from_filelike(io.BytesIO(body)).get_sheet_by_name("Data").to_python()
    assert dict(zip(head, row, strict=True))["Change on the year before"] == -453.0


def test_two_formats_of_one_query_have_tags_of_their_own() -> None:
    _, headers, _ = get("/data/rows.csv", RUICHENG)
    assert get("/data/rows.md", RUICHENG, if_none_match=headers["etag"])[0] == 200


def test_a_group_of_organs_is_asked_for_by_its_key() -> None:
    status, _, body = get("/data/rows.csv", "m=requests_new&peers=county%7Cgovernment%7C32&from=2023&to=2023")
    assert status == 200
    names = set(pd.read_csv(io.BytesIO(body))["organ"])
    assert {"洪泽区人民政府", "金湖县人民政府"} <= names and "芮城县人民政府" not in names
    near = "nearest%7Clicensing_decisions%7C1%7C320813%7C%E4%BA%BA%E6%B0%91%E6%94%BF%E5%BA%9C"
    status, _, body = get("/data/rows.csv", f"m=licensing_decisions&peers={near}&from=2023&to=2024")
    assert status == 200 and set(pd.read_csv(io.BytesIO(body))["organ"]) >= {"洪泽区人民政府"}


SELECTIONS: list[dict[str, str | list[str]]] = [
    {"m": ["requests_new", "penalty_items"]},
    {"m": ["requests_new", "penalty_items"], "shape": "wide"},
    {"m": "penalty_decisions", "o": ["320813|人民政府", "140830|人民政府"], "from": "2020", "to": "2024"},
    {"m": ["penalty_items", "disclosure_rate"], "peers": "county|government|32", "empty": "1"},
    {"m": "requests_new", "peers": "nearest|licensing_decisions|3|320813|人民政府", "names": "keys"},
]


@pytest.mark.parametrize(
    ("chosen", "which"),
    [
        *((selection, "collection") for selection in SELECTIONS),
        *((selection, "simulated") for selection in SELECTIONS[:2]),
    ],
)
def test_a_data_link_gives_the_bytes_of_the_file_of_the_page(
    chosen: dict[str, str | list[str]], which: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings: Settings = request.getfixturevalue(which)
    saved: list[bytes] = []
    monkeypatch.setattr(
        downloads, "render_csv", lambda table, **options: saved.append(render_csv(table, **options)) or b""
    )
    monkeypatch.setattr(st, "download_button", lambda label, content, *_, **__: callable(content) and content())
    app = opened("data", settings, monkeypatch, lang="en", **chosen)
    assert not app.exception and not app.error and "The link" not in read_sentences(app)
    names = {} if "names" in chosen else {"names": "en"}
    here = {name: value for name, value in app.query_params.items() if name in DATA_LINK_PARAMETERS}
    status, _, body = get("/data/rows.csv", urlencode({**here, **names, "bom": "1"}, doseq=True))
    assert status == 200
    assert body.count(b"\r\n") > 2
    assert body == saved[0]


@pytest.mark.parametrize("path", ["/data/other.csv", "/data/rows", "/data/deep/er.csv"])
def test_below_data_there_is_nothing_but_data_and_never_a_page(path: str) -> None:
    status, headers, body = get(path)
    assert (status, headers["content-type"]) == (404, "text/plain; charset=utf-8")
    assert path in body.decode() and ", ".join(FileFormat) in body.decode()
    assert "没有数据" in get(path, "lang=zh")[2].decode()


def test_the_page_itself_is_left_to_the_pages() -> None:
    assert get("/data")[2] == get("/data/")[2] == b"Not Found"  # of these routes alone; the app has the page


def test_a_refusal_is_in_the_language_of_the_names_where_no_other_is_asked_for() -> None:
    assert "无法识别" in get("/data/rows.csv", "m=nothing&names=zh")[2].decode()
    assert "is unknown" in get("/data/rows.csv", "m=nothing&names=zh&lang=en")[2].decode()
    assert "is unknown" in get("/data/rows.csv", "m=nothing&names=keys")[2].decode()


@pytest.mark.parametrize("query", ["m=", "m=&m=penalty_items", "m=penalty_items&o=", "m=penalty_items&bom="])
def test_a_parameter_without_a_value_is_refused_and_not_taken_for_all(query: str) -> None:
    status, _, body = get("/data/rows.csv", query)
    assert status == 400
    assert "has no value" in body.decode()


@pytest.fixture
def damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A warehouse of two builds the later of which lost its end."""
    raw = tmp_path / "raw"
    raw.mkdir()
    report = ROOT / "data" / "raw" / "transcribed" / "芮城县人民政府_2020.txt"
    (raw / report.name).write_bytes(report.read_bytes())
    settings = Settings(raw, tmp_path / "warehouse")
    ingest(settings)
    for file in raw.iterdir():
        file.write_bytes(file.read_bytes() + b"\n")
    ingest(settings)
    path = find_database_path(settings.warehouse)
    os.truncate(path, path.stat().st_size - 5000)
    monkeypatch.setenv("COUNTYSCOPE_WAREHOUSE", str(settings.warehouse))
    return settings


@pytest.mark.parametrize("made", ["csv", "parquet", "xlsx", "md"])
@pytest.mark.fault
def test_a_damaged_build_is_a_sentence_and_no_failure(damaged: Settings, made: str) -> None:
    status, _, body = get(f"/data/rows.{made}", "m=penalty_items&lang=en")
    assert (status, "is damaged and is not used" in body.decode()) == (503, True)


@pytest.mark.fault
def test_a_build_that_breaks_while_rows_are_read_is_a_sentence(damaged: Settings) -> None:
    ingest(damaged)  # heals
    path = find_database_path(damaged.warehouse)
    with path.open("r+b") as file:
        file.seek(12288)
        file.write(bytes(path.stat().st_size - 12288))  # of the same size, the header whole
    for made in ("csv", "parquet"):
        status, _, body = get(f"/data/rows.{made}", "m=penalty_items&lang=en")
        assert (status, "is damaged and is not used" in body.decode()) == (503, True)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"../.."])
@pytest.mark.fault
def test_a_pointer_that_names_nothing_is_a_sentence(damaged: Settings, content: bytes) -> None:
    (damaged.warehouse / "current").write_bytes(content)
    status, _, body = get("/data/rows.csv", "m=penalty_items&lang=en")
    assert (status, "does not name the build in use" in body.decode()) == (503, True)


def drawn() -> AppTest:
    app = AppTest.from_string("from analytics.dashboard.frame import draw\ndraw()", default_timeout=60)
    app.query_params["lang"] = "en"
    return app.run()


@pytest.mark.fault
def test_pages_show_the_last_good_build_and_say_so(damaged: Settings) -> None:
    refused = find_current_build_id(damaged.warehouse)
    page = drawn()
    usable_build = find_usable_build_id(damaged.warehouse)
    assert usable_build != refused
    assert any(
        f"Build {refused} is damaged" in warning.value and str(usable_build) in warning.value
        for warning in page.warning
    )
    healed = ingest(damaged).build_id
    assert not drawn().warning and find_usable_build_id(damaged.warehouse) == healed
