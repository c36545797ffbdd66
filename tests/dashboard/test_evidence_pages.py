"""Documents as published over HTTP: what is boxed, what is refused, and that nothing in a document can act."""

from __future__ import annotations

import asyncio
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import etree
from starlette.applications import Starlette
from starlette.types import Message

from analytics.dashboard.routes.doors import Doors
from analytics.dashboard.routes.evidence_pages import list_evidence_routes
from analytics.ingest.pipeline import ingest
from analytics.settings import Settings
from analytics.transforms.organ.documents import select_told
from analytics.vocabulary import form
from analytics.warehouse.read import Warehouse, open_warehouse
from conftest import ROOT

CASES = ROOT / "tests" / "cases" / "odd"
PDF, PAGE = "lower_borders_and_a_row_torn_by_the_page.pdf", "上海市人民政府办公厅_2019.html"


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("published")
    (folder / "raw").mkdir()
    shutil.copy(CASES / PDF, folder / "raw")
    for document in (ROOT / "data" / "raw" / "transcribed").glob("*"):
        if document.name == PAGE or (document.name.startswith("平潭") and document.stem[-4:] in ("2023", "2024")):
            shutil.copy(document, folder / "raw")
    settings = Settings(raw=folder / "raw", warehouse=folder / "warehouse")
    ingest(settings)
    return settings


@dataclass(frozen=True)
class Answer:
    status_code: int
    headers: dict[str, str]
    content: bytes

    @property
    def text(self) -> str:
        return self.content.decode("utf-8")


class Client:
    """Asks the routes as a browser does, behind the doors of the server."""

    def __init__(self) -> None:
        self.app = Doors(Starlette(routes=list_evidence_routes()))

    def get(self, address: str) -> Answer:
        parts = urlsplit(address)
        sent: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": b""}

        async def send(message: Message) -> None:
            sent.append(message)

        scope = {
            "type": "http", "method": "GET", "path": unquote(parts.path), "query_string": parts.query.encode(),
            "headers": [(b"host", b"localhost")], "root_path": "", "scheme": "http", "server": ("localhost", 80),
        }  # fmt: skip
        asyncio.run(self.app(scope, receive, send))
        headers = {name.decode().lower(): value.decode("latin-1") for name, value in sent[0]["headers"]}
        body = b"".join(message.get("body", b"") for message in sent[1:])
        return Answer(sent[0]["status"], headers, body)


@pytest.fixture
def client(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Client:
    monkeypatch.setenv("COUNTYSCOPE_WAREHOUSE", str(settings.warehouse))
    monkeypatch.setenv("COUNTYSCOPE_RAW", str(settings.raw))
    return Client()


@pytest.fixture(scope="module")
def build(settings: Settings) -> Iterator[Warehouse]:
    with open_warehouse(settings.warehouse) as build:
        yield build


def report_of(build: Warehouse, file: str) -> int:
    reports = build.reports()
    return int(reports[reports["file"] == file]["report_id"].iloc[0])


def address(build: Warehouse, file: str, rest: str = "") -> str:
    return f"/evidence/{build.build_id}/{report_of(build, file)}{rest}"


def test_every_figure_of_a_pdf_is_boxed_on_its_page_and_every_box_leads_to_its_figure(
    client: Client, build: Warehouse
) -> None:
    figures = build.figures()
    figures = figures[figures["report_id"] == report_of(build, PDF)]
    page = etree.HTML(client.get(address(build, PDF, "?view=whole&lang=en")).text)
    links = {int(found[1]) for link in page.xpath("//a/@href") if (found := re.search(r"cell=(\d+)", link))}
    assert links >= set(figures["cell"])
    for cell in (3016, 3026, 2012):
        tree = etree.HTML(client.get(address(build, PDF, f"?cell={cell}&lang=en")).text)
        (box,) = tree.xpath("//*[@id='here']")
        assert "chosen" in box.get("class") and f"m{cell}" in box.get("class").split()
        (picture,) = tree.xpath("//img/@src")
        drawn = client.get(f"/evidence/{build.build_id}/{picture}")
        assert drawn.content.startswith(b"\x89PNG") and "immutable" in drawn.headers["cache-control"]


def test_a_cell_of_a_web_page_is_marked_in_the_page_with_its_sums_and_their_members(
    client: Client, build: Warehouse
) -> None:
    text = client.get(address(build, PAGE, "?cell=3016&lang=zh")).text
    tree = etree.HTML(text)
    (here,) = tree.xpath("//a[@id='here']")
    assert "".join(here.getparent().itertext()).strip() == "859"
    assert len(tree.xpath("//li[contains(@class, 'sum')]")) == 2
    assert form.map_cells_by_code()[3010].column.label in "".join(tree.xpath("//li//text()"))
    assert "body:has(.s0:hover)" in text


def test_last_years_cell_leads_to_its_own_document(client: Client, build: Warehouse) -> None:
    now = next(file for file in build.reports()["file"] if file.endswith("2024.html"))
    before = next(file for file in build.reports()["file"] if file.endswith("2023.txt"))
    tree = etree.HTML(client.get(address(build, now, "?cell=3016&lang=en")).text)
    (link,) = tree.xpath("//table[@class='cells']//a/@href")
    assert link.startswith(f"{report_of(build, before)}?cell=3016")


def test_findings_are_gone_through_in_order(client: Client, build: Warehouse) -> None:
    reports = build.findings()
    rows = select_told(reports[reports["report_id"] == report_of(build, PAGE)])
    assert len(rows) > 1
    first = etree.HTML(client.get(address(build, PAGE, "?finding=1&lang=en")).text)
    assert first.xpath("//nav/a[@accesskey='n']/@href")[0].startswith("?finding=2")
    assert not first.xpath("//nav/a[@accesskey='p']")
    last = etree.HTML(client.get(address(build, PAGE, f"?finding={len(rows)}&lang=en")).text)
    assert not last.xpath("//nav/a[@accesskey='n']") and last.xpath("//div[@class='finding']")


def test_the_file_itself_is_given_and_one_that_changed_is_refused(
    client: Client, build: Warehouse, settings: Settings
) -> None:
    path = Path(settings.raw) / PAGE
    data = path.read_bytes()
    answer = client.get(address(build, PAGE, "/file"))
    assert answer.content == data and answer.headers["content-disposition"].startswith("attachment")
    path.write_bytes(data + b" ")
    try:
        for rest in ("/file", "?cell=3016"):
            refused = client.get(address(build, PAGE, f"{rest}{'&' if '?' in rest else '?'}lang=en"))
            assert refused.status_code == 409 and "chang" in refused.text
    finally:
        path.write_bytes(data)


@pytest.mark.parametrize("rest", ["9999", "0/page/99", "0/page/0"])
def test_what_is_not_there_is_said(client: Client, build: Warehouse, rest: str) -> None:
    answer = client.get(f"/evidence/{build.build_id}/{rest}?lang=en")
    assert answer.status_code in (404, 409) and answer.text.strip() and "Traceback" not in answer.text


def test_another_build_is_no_build(client: Client) -> None:
    assert client.get("/evidence/20200101T000000000000/0?cell=3016").status_code == 404


@pytest.mark.parametrize("query", ["?cell=3016", "?cell=x&cell=-1&cell=99999999999", "?finding=-3", "?finding=99", ""])
def test_no_evidence_page_runs_or_loads_anything_from_elsewhere(client: Client, build: Warehouse, query: str) -> None:
    answer = client.get(address(build, PAGE, query))
    assert answer.status_code == 200
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "allow-scripts" not in policy and "frame-ancestors 'self'" in policy
    assert answer.headers["x-frame-options"] == "SAMEORIGIN"
    tree = etree.HTML(answer.text)
    assert not tree.xpath(
        "//script | //iframe | //form | //link | //@onload | //@onclick | //main//@src[contains(., '//')]"
    )
