"""Reports are downloaded politely, whatever a county's site does."""

from __future__ import annotations

import csv
import gzip
import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from email.utils import formatdate
from pathlib import Path
from typing import Any, NoReturn

import httpcore
import pytest
from county_site import REPORT, Handler, Site, resolve_here, serve_site
from typer.testing import CliRunner

from analytics.cli import app
from analytics.collection.sources import FILE_NAME, read_sources
from analytics.errors import CollectionError, FetchError
from analytics.fetch.addresses import is_public
from analytics.fetch.collect import FetchSummary, fetch
from analytics.fetch.journal import FILE_NAME as JOURNAL
from analytics.fetch.manner import Manner
from analytics.ingest.pipeline import ingest
from analytics.settings import Limits, Settings
from analytics.warehouse.read import open_warehouse
from analytics.words import Language
from analytics.words.render import write_error

QUICK = Manner(pause=0.0, first_wait=0.01, whole=3.0, read=2.0, connect=2.0, longest_wait=5.0)
TITLE = "洪泽区人民政府2023年政府信息公开工作年度报告"


@pytest.fixture
def site() -> Iterator[Site]:
    with serve_site() as found:
        yield found


def collect(site: Site, raw: Path, *paths: str, **options: Any) -> FetchSummary:
    """Fetch a list of the paths, as rows of the given ``columns``."""
    columns = options.pop("columns", {})
    wishes = raw.parent / "wishes.csv"
    with wishes.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["url", *columns])
        writer.writeheader()
        writer.writerows({"url": path if "://" in path else site.url(path), **columns} for path in paths)
    given = {"allowed": ["county.test"], "manner": QUICK, "resolver": resolve_here, **options}
    return fetch(str(wishes), raw, **given)


def sources(raw: Path) -> dict[str, Any]:
    return dict(read_sources((raw / FILE_NAME).read_bytes(), path=FILE_NAME))


def refusal(summary: FetchSummary) -> str:
    (found,) = summary.refused
    for language in Language:
        assert write_error(found, language)
    return found.key


def test_a_report_is_kept_under_its_title_and_listed(site: Site, tmp_path: Path) -> None:
    site.give("/art/1.html", REPORT)
    raw = tmp_path / "raw"
    found = collect(site, raw, "/art/1.html", columns={"organ": "淮安市洪泽区人民政府", "year": "2023"})
    (file,) = found.downloaded
    assert (raw / file).read_bytes() == REPORT
    row = sources(raw)[file]
    assert (row.organ, row.year, row.origin, row.url) == (
        "淮安市洪泽区人民政府", 2023, "published", site.url("/art/1.html"),
    )  # fmt: skip
    assert row.fetched and len(row.sha256) == 64
    summary = ingest(Settings(raw=raw, warehouse=tmp_path / "warehouse"))
    assert (summary.reports, summary.unresolved, summary.rejected) == (1, 0, ())


def test_what_is_there_is_not_asked_for_again(site: Site, tmp_path: Path) -> None:
    site.give("/1.html", REPORT)
    collect(site, tmp_path / "raw", "/1.html")
    found = collect(site, tmp_path / "raw", "/1.html")
    assert (found.present, found.downloaded, len(site.request_times["/1.html"])) == (1, [], 1)


def test_a_killed_run_goes_on_and_lists_what_it_had(site: Site, tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    site.give("/1.html", REPORT)
    site.give("/2.html", REPORT + b"<!-- other -->")
    first = collect(site, raw, "/1.html")
    (raw / FILE_NAME).unlink()  # the list is written now and then; a kill may lose it
    with (raw / JOURNAL).open("a") as journal:
        journal.write('{"url": "http://county.te')
    second = collect(site, raw, "/1.html", "/2.html")
    assert (second.present, len(second.downloaded), len(site.request_times["/1.html"])) == (1, 1, 1)
    assert set(sources(raw)) == {*first.downloaded, *second.downloaded}
    third = collect(site, raw, "/1.html", "/2.html")
    assert third.present == 2


def test_a_document_that_is_gone_is_downloaded_again(site: Site, tmp_path: Path) -> None:
    site.give("/1.html", REPORT)
    (file,) = collect(site, tmp_path / "raw", "/1.html").downloaded
    (tmp_path / "raw" / file).unlink()
    again = collect(site, tmp_path / "raw", "/1.html")
    assert again.downloaded and len(site.request_times["/1.html"]) == 2


def test_a_file_that_somebody_listed_by_hand_is_there(site: Site, tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "mine.html").write_bytes(REPORT)
    head = "file,organ,place_code,year,origin,url,published,fetched,sha256,note\n"
    listing = f"{head}mine.html,,,,,{site.url('/1.html')},,,,kept\nmissing.html,,,2022,,{site.url('/2.html')},,,,\n"
    (raw / FILE_NAME).write_text(listing, "utf-8")
    site.give("/2.html", REPORT)
    found = fetch(str(raw / FILE_NAME), raw, allowed=["county.test"], manner=QUICK, resolver=resolve_here)
    assert (found.present, found.downloaded) == (1, ["missing.html"])
    assert sources(raw)["missing.html"].year == 2022
    assert "kept" in (raw / FILE_NAME).read_text("utf-8").splitlines()[1]


def test_an_unchanged_document_costs_one_short_answer(site: Site, tmp_path: Path) -> None:
    def reply(handler: Handler) -> None:
        is_known = handler.headers.get("If-None-Match") == '"a"'
        handler.answer(b"" if is_known else REPORT, status=304 if is_known else 200, head={"ETag": '"a"'})

    site.replies["/1.html"] = reply
    collect(site, tmp_path / "raw", "/1.html")
    found = collect(site, tmp_path / "raw", "/1.html", recheck=timedelta(0))
    assert (found.unchanged, found.downloaded, len(site.request_times["/1.html"])) == (1, [], 2)
    later = collect(site, tmp_path / "raw", "/1.html", recheck=timedelta(days=1))
    assert (later.present, len(site.request_times["/1.html"])) == (1, 2)


def test_the_date_of_a_document_is_sent_where_it_has_no_tag(site: Site, tmp_path: Path) -> None:
    day = "Wed, 31 Jan 2024 08:00:00 GMT"
    site.give("/1.html", REPORT, last_modified=day)
    collect(site, tmp_path / "raw", "/1.html")
    collect(site, tmp_path / "raw", "/1.html", recheck=timedelta(0))
    assert site.headers["/1.html"][1]["if-modified-since"] == day


def test_a_changed_report_is_kept_beside_the_older_one_and_is_current(site: Site, tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    changed = REPORT.replace(b"<td>5</td>", b"<td>6</td>")
    assert changed != REPORT
    site.give("/1.html", REPORT, changed)
    (older,) = collect(site, raw, "/1.html").downloaded
    found = collect(site, raw, "/1.html", recheck=timedelta(0))
    ((before, newer, _),) = found.changed
    assert before == older and (raw / older).read_bytes() == REPORT and (raw / newer).read_bytes() == changed
    ingest(Settings(raw=raw, warehouse=tmp_path / "warehouse"))
    with open_warehouse(tmp_path / "warehouse") as build:
        assert build.reports()["file"].tolist() == [newer]
    assert collect(site, raw, "/1.html", recheck=timedelta(0)).unchanged == 1


def test_a_counter_of_visitors_is_no_change(site: Site, tmp_path: Path) -> None:
    pages = [REPORT.replace(b"</body>", f"<script>var visits={visits}</script></body>".encode()) for visits in (1, 2)]
    site.give("/1.html", *pages)
    collect(site, tmp_path / "raw", "/1.html")
    found = collect(site, tmp_path / "raw", "/1.html", recheck=timedelta(0))
    assert (found.unchanged, found.changed) == (1, [])


def test_robots_are_obeyed_and_their_pause_is_kept(site: Site, tmp_path: Path) -> None:
    site.give("/robots.txt", b"User-agent: *\nDisallow: /secret/*.html$\nCrawl-delay: 0.4\n")
    site.give("/secret/1.html", REPORT)
    site.give("/open/1.html", REPORT)
    site.give("/open/2.html", REPORT)
    found = collect(site, tmp_path / "raw", "/secret/1.html", "/open/1.html", "/open/2.html")
    assert refusal(found) == "robots_forbid" and len(found.downloaded) == 2
    assert not site.request_times["/secret/1.html"] and len(site.request_times["/robots.txt"]) == 1
    assert site.request_times["/open/2.html"][0] - site.request_times["/open/1.html"][0] >= 0.4


def test_a_host_whose_robots_fail_is_left_alone(site: Site, tmp_path: Path) -> None:
    site.give("/robots.txt", b"", status=500)
    site.give("/1.html", REPORT)
    found = collect(site, tmp_path / "raw", "/1.html", "/2.html", "/3.html", "/4.html", "/5.html")
    assert {reason.key for reason in found.refused} == {"robots_away"}
    assert (len(found.refused), found.left, site.request_times["/1.html"]) == (3, 2, [])


@pytest.mark.parametrize("is_date", [False, True])
def test_a_busy_host_is_asked_again_when_it_says_so(site: Site, tmp_path: Path, is_date: bool) -> None:
    patience = formatdate(time.time() + 2, usegmt=True) if is_date else "1"

    def reply(handler: Handler) -> None:
        is_first = len(site.request_times["/1.html"]) == 1
        handler.answer(b"" if is_first else REPORT, status=429 if is_first else 200, head={"Retry-After": patience})

    site.replies["/1.html"] = reply
    assert collect(site, tmp_path / "raw", "/1.html").downloaded
    first, second = site.request_times["/1.html"]
    assert second - first >= 0.7


def test_a_host_that_asks_for_an_hour_is_left(site: Site, tmp_path: Path) -> None:
    site.give("/1.html", b"", status=503, retry_after="3600")
    assert refusal(collect(site, tmp_path / "raw", "/1.html")) == "answer_busy"
    assert len(site.request_times["/1.html"]) == 1


def test_a_passing_fault_is_tried_again_and_a_lasting_one_is_not(site: Site, tmp_path: Path) -> None:
    def reply(handler: Handler) -> None:
        handler.answer(REPORT, status=200 if len(site.request_times["/1.html"]) == 3 else 503)

    site.replies["/1.html"] = reply
    site.give("/gone.html", b"", status=410)
    found = collect(site, tmp_path / "raw", "/1.html", "/gone.html")
    assert len(found.downloaded) == 1 and refusal(found) == "answer_refused"
    assert (len(site.request_times["/1.html"]), len(site.request_times["/gone.html"])) == (3, 1)


def drip(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    while True:
        handler.wfile.write(b"<")
        time.sleep(0.2)


def drip_heads(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while True:
        handler.wfile.write(b"X-A: b\r\n")
        time.sleep(0.2)


def never_end(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Connection", "close")
    handler.end_headers()
    while True:
        handler.wfile.write(b"<p>" * 100_000)


@pytest.mark.parametrize(
    ("reply", "key"), [(drip, "answer_slow"), (drip_heads, "answer_slow"), (never_end, "answer_too_large")]
)
def test_an_answer_without_end_is_given_up(site: Site, tmp_path: Path, reply: Any, key: str) -> None:
    site.replies["/1.html"] = reply
    found = collect(site, tmp_path / "raw", "/1.html", limits=Limits(document_bytes=2_000_000))
    assert refusal(found) == key
    assert not list((tmp_path / "raw").rglob("*.part"))


def test_what_is_packed_is_unpacked_within_bounds(site: Site, tmp_path: Path) -> None:
    site.give("/1.html", gzip.compress(REPORT), content_encoding="gzip")
    site.give("/cut.html", gzip.compress(REPORT)[:-20], content_encoding="gzip")
    site.give("/bomb.html", gzip.compress(b"<p>" * 20_000_000), content_encoding="gzip")
    site.give("/other.html", b"x", content_encoding="br")
    found = collect(
        site,
        tmp_path / "raw",
        "/1.html",
        "/cut.html",
        "/bomb.html",
        "/other.html",
        limits=Limits(document_bytes=2_000_000),
    )
    assert len(found.downloaded) == 1
    assert [reason.key for reason in found.refused] == ["answer_cut", "answer_too_large", "answer_packed"]


def test_an_answer_shorter_than_it_promises_is_not_kept(site: Site, tmp_path: Path) -> None:
    def reply(handler: Handler) -> None:
        handler.answer(REPORT[:2000], length=len(REPORT))
        handler.close_connection = True

    site.replies["/1.html"] = reply
    assert refusal(collect(site, tmp_path / "raw", "/1.html")) == "answer_cut"
    site.give("/a.pdf", b"%PDF-1.7\n" + b"x" * 5000)
    assert refusal(collect(site, tmp_path / "raw", "/a.pdf")) == "answer_cut"


@pytest.mark.parametrize(
    ("target", "key"),
    [
        ("http://127.0.0.1:{port}/secret", "host_not_public"),
        ("http://169.254.169.254/latest/meta-data/", "host_not_public"),
        ("http://other.test:{port}/secret", "host_not_public"),
        ("http://[::ffff:127.0.0.1]:{port}/secret", "host_not_public"),
        ("file:///etc/passwd", "url_unusable"),
        ("ftp://county.test/1", "url_unusable"),
        ("http://user:word@county.test:{port}/secret", "url_unusable"),
        ("/1.html", "redirects_endless"),
    ],
)
def test_a_redirection_is_judged_like_an_address(site: Site, tmp_path: Path, target: str, key: str) -> None:
    site.give("/1.html", b"", status=302, location=target.format(port=site.server_port))
    site.give("/secret", REPORT)
    resolver = lambda host, port: ["::ffff:127.0.0.1"] if ":" in host else resolve_here(host, port)  # noqa: E731
    assert refusal(collect(site, tmp_path / "raw", "/1.html", resolver=resolver)) == key
    assert not site.request_times["/secret"]


def test_a_redirection_to_the_report_is_followed(site: Site, tmp_path: Path) -> None:
    site.give("/1.html", b"", status=301, location="/2.html")
    site.give("/2.html", REPORT)
    assert len(collect(site, tmp_path / "raw", "/1.html").downloaded) == 1


def test_the_machine_that_was_judged_is_the_one_connected_to(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that is public when it is looked up first, and private when it is looked up again."""
    answers = iter([["127.0.0.1", "93.184.216.34"], ["127.0.0.1"]])
    connected: list[str] = []

    def connect(_: object, host: str, *__: object) -> NoReturn:
        connected.append(host)
        raise httpcore.ConnectError(host)

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    options = {"resolver": lambda *_: next(answers), "manner": Manner(pause=0.0, attempts=1)}
    address = site.url("/1.html", "rebound.test")
    assert refusal(collect(site, tmp_path / "raw", address, **options)) == "robots_away"
    assert connected == ["93.184.216.34"]
    assert refusal(collect(site, tmp_path / "raw", address, **options)) == "host_not_public"
    assert connected == ["93.184.216.34"]


@pytest.mark.parametrize(
    "machine",
    ["10.0.0.1", "172.16.0.1", "192.168.1.1", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "fe80::1%eth0",
     "fd00::1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1"],
)  # fmt: skip
def test_a_machine_of_a_network_of_ones_own_is_not_public(machine: str) -> None:
    assert not is_public(machine)


@pytest.mark.parametrize(
    "machine", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"]
)
def test_a_machine_of_the_internet_is_public(machine: str) -> None:
    assert is_public(machine)


def test_a_gb18030_page_is_read_and_kept_as_published(site: Site, tmp_path: Path) -> None:
    page = REPORT.decode("utf-8").replace("utf-8", "gb2312").encode("gb18030")
    site.give("/1.html", page, content_type="text/html; charset=utf-8")
    (file,) = collect(site, tmp_path / "raw", "/1.html").downloaded
    assert (tmp_path / "raw" / file).read_bytes() == page
    assert "年度报告" in file


def page_with(*links: str, title: str = TITLE, encoding: str = "utf-8") -> bytes:
    text = f"<html><head><title>{title}</title><meta name='PubDate' content='2024-01-30 09:12'></head><body>{''.join(links)}</body></html>"
    return text.encode(encoding)


@pytest.mark.parametrize(
    "offer",
    [
        "attachment; filename=../../../../etc/cron.d/evil.pdf",
        'attachment; filename="..\\..\\boot.ini"',
        "attachment; filename*=UTF-8''%E5%B9%B4%E5%BA%A6%E6%8A%A5%E5%91%8A.pdf",
        "attachment; filename=%E5%B9%B4%E6%8A%A5.pdf",
        "attachment; filename=" + "2023年报.pdf".encode("gb18030").decode("utf-8", "surrogateescape"),
        'attachment; filename="' + "长" * 300 + '.pdf"',
        "attachment; filename=.htaccess",
        "attachment; filename=CON.pdf",
        ";;;=",
    ],
)
def test_an_attachment_is_kept_within_the_folder_whatever_it_is_called(site: Site, tmp_path: Path, offer: str) -> None:
    pdf = b"%PDF-1.7\n1 0 obj\n%%EOF\n"
    site.give("/page.html", page_with("<a href='/down?id=7'>附件.pdf</a>", title="通知"))
    site.give("/down?id=7", pdf, content_disposition=offer, content_type="text/html")
    raw = tmp_path / "raw"
    found = collect(site, raw, "/page.html", "/down?id=7", columns={"organ": "淮安市洪泽区人民政府"})
    assert len(found.downloaded) == 1, found
    (file,) = (path for path in tmp_path.rglob("*.pdf"))
    assert file.is_relative_to(raw / "fetched" / "county.test") and not file.name.startswith(".")
    assert file.read_bytes() == pdf and found.refused == []


def test_the_report_attached_to_a_page_is_followed_with_what_is_known_of_it(site: Site, tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    site.give(
        "/page.html",
        page_with("<a href='files/P0202.pdf'>附件</a>", "<a href='/other.html'>2022年政府信息公开工作年度报告</a>"),
    )
    site.give("/files/P0202.pdf", b"%PDF-1.7\n%%EOF\n")
    found = collect(site, raw, "/page.html", columns={"organ": "淮安市洪泽区人民政府", "year": "2023"})
    (file,) = found.downloaded
    row = sources(raw)[file]
    assert Path(file).stem == TITLE
    assert (row.organ, row.year, str(row.published), row.url) == (
        "淮安市洪泽区人民政府", 2023, "2024-01-30", site.url("/files/P0202.pdf"),
    )  # fmt: skip
    assert not site.request_times["/other.html"]
    assert collect(site, raw, "/page.html", columns={"organ": "淮安市洪泽区人民政府", "year": "2023"}).present == 1
    assert len(site.request_times["/page.html"]) == 1


def test_what_is_known_of_one_report_is_not_said_of_several(site: Site, tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    site.give("/page.html", page_with("<a href='/a.pdf'>县水利局.pdf</a>", "<a href='/b.pdf'>县财政局.pdf</a>"))
    for path in ("/a.pdf", "/b.pdf"):
        site.give(path, b"%PDF-1.7\n%%EOF\n")
    found = collect(site, raw, "/page.html", columns={"organ": "淮安市洪泽区人民政府", "year": "2023"})
    assert len(found.downloaded) == 2
    assert {(row.organ, row.year) for row in sources(raw).values()} == {(None, None)}


def test_a_list_is_followed_by_titles_over_its_pages(site: Site, tmp_path: Path) -> None:
    titles = [f"{place}2023年政府信息公开工作年度报告" for place in ("文成县水利局", "文成县财政局", "文成县公安局")]
    site.give(
        "/list/", page_with(
            f"<a href='/1.html' title='{titles[0]}'>{titles[0][:9]}…</a>", f"<a href='/2.html'>{titles[1]}</a>",
            "<a href='/law.html'>关于做好2023年政府信息公开工作年度报告编制的通知</a>", "<a href='/news.html'>要闻</a>",
            "<a href='index_1.html'>下一页</a>", title="信息公开年报",
        ),
    )  # fmt: skip
    site.give(
        "/list/index_1.html",
        page_with(f"<a href='/3.html'>{titles[2]}</a><a href='/list/'>上一页</a>", title="信息公开年报"),
    )
    for number in (1, 2, 3):
        site.give(f"/{number}.html", REPORT + str(number).encode())
    found = fetch(site.url("/list/"), tmp_path / "raw", allowed=["county.test"], manner=QUICK, resolver=resolve_here)
    assert sorted(Path(file).stem for file in found.downloaded) == sorted(titles)
    assert not site.request_times["/law.html"] and not site.request_times["/news.html"] and not found.refused
    again = fetch(site.url("/list/"), tmp_path / "raw", allowed=["county.test"], manner=QUICK, resolver=resolve_here)
    assert (again.present, again.downloaded, len(site.request_times["/list/"])) == (3, [], 2)


def test_pages_that_a_script_numbers_are_turned(site: Site, tmp_path: Path) -> None:
    link = "<a href='/{0}.html'>文成县第{0}局2023年政府信息公开工作年度报告</a>"
    site.give(
        "/l/index.html",
        page_with(link.format(1), '<script>createPageHTML(3, 0, "index", "html");</script>', title="年报"),
    )
    site.give("/l/index_1.html", page_with(link.format(2), title="年报"))
    for number in (1, 2):
        site.give(f"/{number}.html", REPORT + str(number).encode())
    found = fetch(
        site.url("/l/index.html"), tmp_path / "raw", allowed=["county.test"], manner=QUICK, resolver=resolve_here
    )
    assert len(found.downloaded) == 2 and not found.refused and site.request_times["/l/index_2.html"]


@pytest.mark.parametrize(
    "body",
    [
        page_with("<h1>404</h1><p>您访问的页面不存在</p>", title="页面不存在"),
        page_with("<script>location='/captcha'</script>", title="安全验证"),
        "<html><title>出错了</title></html>".encode("gb18030"),
    ],
)
def test_an_error_page_that_says_all_is_well_is_not_kept(site: Site, tmp_path: Path, body: bytes) -> None:
    site.give("/1.html", body)
    site.give("/a.pdf", body, content_type="application/pdf")
    found = collect(site, tmp_path / "raw", "/1.html", "/a.pdf", columns={"year": "2023"})
    assert {reason.key for reason in found.refused} == {"page_without_report"} and not found.downloaded
    assert not [path for path in (tmp_path / "raw").rglob("*") if path.is_file() and path.suffix in (".html", ".pdf")]


@pytest.mark.parametrize("body", [b"", b"\x00\x00\x00", b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 20])
def test_what_is_no_document_is_not_kept(site: Site, tmp_path: Path, body: bytes) -> None:
    site.give("/1.pdf", body)
    assert refusal(collect(site, tmp_path / "raw", "/1.pdf")) in ("answer_empty", "answer_other")


@pytest.mark.parametrize("name", ["../outside.html", "/etc/passwd", ".hidden.html", "a/../../b.html", "NUL.html"])
def test_a_list_cannot_name_a_file_outside_the_folder(site: Site, tmp_path: Path, name: str) -> None:
    site.give("/1.html", REPORT)
    with pytest.raises(CollectionError, match="sources_value"):
        collect(site, tmp_path / "raw", "/1.html", columns={"file": name})
    assert not site.request_times["/1.html"]


def test_hosts_are_asked_at_once_and_each_at_its_pace(site: Site, tmp_path: Path) -> None:
    def reply(handler: Handler) -> None:
        time.sleep(0.5)
        handler.answer(REPORT)

    names = ["a.test", "b.test", "c.test"]
    for path in ("/1.html", "/2.html"):
        site.replies[path] = reply
    urls = [site.url(path, name) for name in names for path in ("/1.html", "/2.html")]
    collect(site, tmp_path / "raw", *urls, allowed=names, manner=Manner(pause=0.3))
    starts = sorted(site.request_times["/1.html"])
    assert len(starts) == 3 and starts[2] - starts[0] < 0.5 * 2, "three hosts one after the other take longer"
    assert min(site.request_times["/2.html"]) - starts[0] >= 0.8


def test_an_interrupt_leaves_what_is_done(site: Site, tmp_path: Path) -> None:
    site.give("/1.html", REPORT)
    site.replies["/2.html"] = drip
    steps: list[int] = []

    def interrupt(done: int, total: int) -> None:
        steps.append(done)
        raise KeyboardInterrupt

    found = collect(site, tmp_path / "raw", "/1.html", "/2.html", progress=interrupt)
    assert found.is_stopped and steps == [1]
    assert list(sources(tmp_path / "raw")) == found.downloaded
    assert threading.active_count() < 10


def test_two_fetches_do_not_share_a_folder(site: Site, tmp_path: Path) -> None:
    refused: list[str] = []

    def second(done: int, total: int) -> None:
        with pytest.raises(CollectionError) as reason:
            collect(site, tmp_path / "raw", "/1.html")
        refused.append(reason.value.key)

    site.give("/1.html", REPORT)
    collect(site, tmp_path / "raw", "/1.html", progress=second)
    assert refused == ["fetch_running"]


def test_the_command_says_what_it_did(site: Site, tmp_path: Path) -> None:
    wishes = tmp_path / "wishes.csv"
    wishes.write_text(f"url\n{site.url('/1.html', 'localhost')}\n{site.url('/2.html', 'localhost')}\n", "utf-8")
    site.give("/1.html", REPORT)
    words = ["fetch", str(wishes), "--raw", str(tmp_path / "raw"), "--pause", "0", "--language", "en"]
    refused = CliRunner().invoke(app, words)
    assert refused.exit_code == 0 and "--allow-host localhost" in refused.output
    found = CliRunner().invoke(app, [*words, "--allow-host", "localhost", "--strict"])
    assert found.exit_code == 1 and "status 404" in found.output
    assert "1 document downloaded" in found.output and "1 address without a document" in found.output
    unknown = CliRunner().invoke(app, ["fetch", str(tmp_path / "none.csv"), "--language", "en"])
    assert unknown.exit_code == 2 and "none.csv" in unknown.output


def test_an_address_that_cannot_be_asked_is_said(tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="url_unusable"):
        fetch("ftp://county.test/list", tmp_path / "raw")
