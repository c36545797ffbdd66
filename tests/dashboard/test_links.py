"""Data links give scripts the rows of the Data page, once."""

from __future__ import annotations

import asyncio
import io

import pandas as pd
import pytest
from starlette.applications import Starlette

from analytics.dashboard.links import routes
from analytics.settings import Settings


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

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    asyncio.run(Starlette(routes=routes())(scope, receive, send))  # type: ignore[arg-type]
    found = {name.decode(): value.decode() for name, value in sent[0]["headers"]}  # type: ignore[attr-defined]
    body = b"".join(bytes(one.get("body", b"")) for one in sent[1:])  # type: ignore[call-overload]
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


@pytest.mark.parametrize("query", ["m=nonsense", "o=nowhere", "names=klingon", "from=abc"])
def test_what_is_unknown_is_a_sentence(query: str) -> None:
    status, _, body = get("/data/rows.csv", query)
    assert status == 404
    assert query.encode() in body
    assert get("/data/rows.xml", RUICHENG)[0] == 404
