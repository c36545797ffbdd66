"""A report without tables that can be read is kept and said to be so; what is no report is refused."""

from __future__ import annotations

import io
import shutil
import subprocess
from base64 import b64encode
from pathlib import Path

import pytest
from PIL import Image

from analytics.documents.detect import read_bytes
from analytics.errors import DocumentError
from analytics.reports.model import Report
from analytics.reports.parse import parse
from analytics.simulate.render import MANNERS, FormSheet
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.terms import Table

TITLE = "芮城县人民政府2023年政府信息公开工作年度报告"
SECTIONS = "<h2>一、总体情况</h2><p>我县主动公开信息12条。</p><h2>二、主动公开政府信息情况</h2>{}<h2>三、收到和处理政府信息公开申请情况</h2>{}"
REST = "<h2>四、政府信息公开行政复议、行政诉讼情况</h2>{}<h2>五、存在的主要问题及改进情况</h2><p>一是培训不足。</p>"


def parsed(body: str, title: str = "") -> Report:
    (report,) = parse(read_bytes(f"<!doctype html><title>{title}</title><body>{body}</body>".encode(), name="a.html"))
    return report


def rules(report: Report) -> set[str]:
    return {finding.rule for finding in report.findings}


@pytest.mark.parametrize("title", [TITLE, ""])
def test_a_report_without_its_tables_keeps_its_prose(title: str) -> None:
    report = parsed((SECTIONS + REST).replace("{}", ""), title)
    assert "tables_absent" in rules(report) and report.facts == ()
    assert any("培训不足" in section.text for section in report.narrative)


def test_the_statistics_of_the_years_before_the_form_are_said_to_be_those() -> None:
    table = "<table><tr><td>统计指标</td><td>单位</td><td>统计数</td></tr><tr><td>（一）收到申请数</td><td>件</td><td>7</td></tr></table>"
    report = parsed(f"<p>2016年我县收到申请7件。</p>{table}", "芮城县人民政府2016年政府信息公开工作年度报告")
    assert "form_before_2019" in rules(report) and "tables_absent" not in rules(report)
    assert report.year == 2016 and report.facts == ()


def test_an_untitled_page_of_two_headings_is_no_report() -> None:
    with pytest.raises(DocumentError):
        parsed("<h2>一、总体情况</h2><p>甲</p><h2>五、存在的主要问题及改进情况</h2><p>乙</p>")


def test_only_tables_of_which_nothing_is_printed_are_lacking() -> None:
    whole = (SECTIONS + REST).replace("{}", "")
    assert parsed(whole, TITLE).unread_tables == ()
    head = (
        "<table><tr><td>收费项目</td><td>甲</td></tr><tr>"
        + "".join(f"<td>{at}</td>" for at in range(8))
        + "</tr></table>"
    )
    strays = parsed((SECTIONS + REST).replace("{}", head, 1).replace("{}", ""), TITLE)
    assert strays.unread and not strays.facts and strays.unread_tables == form.list_tables_of_form()


def test_a_row_that_was_not_read_leaves_open_what_its_table_has() -> None:
    editions = dict.fromkeys(form.list_tables_of_form(), Edition("2021"))
    codes = [cell.code for table in editions for cell in form.list_form_cells(table, Edition("2021"))]
    page = MANNERS["html"](FormSheet(TITLE, editions, dict.fromkeys(codes, "3")))
    (whole,) = parse(read_bytes(page.encode(), name="a.html"))
    assert whole.unread_tables == () and len(whole.facts) == len(codes)
    (odd,) = parse(read_bytes(page.replace("2.重复申请", "2.某某").encode(), name="a.html"))
    assert odd.unread and odd.unread_tables == (Table.III,)


def test_statistics_before_2019_that_were_not_read_are_not_lacking() -> None:
    table = "<table><tr><td>统计指标</td><td>单位</td><td>统计数</td></tr><tr><td>（一）收到申请数</td><td>件</td><td>7</td></tr></table>"
    report = parsed(f"<p>2016年我县收到申请7件。</p>{table}", "芮城县人民政府2016年政府信息公开工作年度报告")
    assert report.unread_tables == (Table.STATISTICS,)


PICTURE = '<p><img src="table.png"></p>'


@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_table_that_stands_as_a_picture_is_not_said_to_be_absent(at: int) -> None:
    page = (SECTIONS + REST).format(*(PICTURE if place == at else "" for place in range(3)))
    report = parsed(page, TITLE)
    assert "tables_are_pictures" in rules(report)
    assert report.unread_tables == form.list_tables_of_form()


@pytest.mark.parametrize(
    "page",
    [
        PICTURE + (SECTIONS + REST).replace("{}", ""),
        (SECTIONS + REST).replace("{}", "") + "<h2>六、其他需要报告的事项</h2><p>无。</p>" + PICTURE,
        (SECTIONS + REST).replace("{}", '<img src="dot.gif" width="1" height="1">'),
    ],
    ids=["banner", "foot", "speck"],
)
def test_pictures_around_a_report_hide_no_table_of_it(page: str) -> None:
    report = parsed(page, TITLE)
    assert "tables_absent" in rules(report) and report.unread_tables == ()


def test_one_table_as_a_picture_among_tables_that_are_read() -> None:
    editions = dict.fromkeys(form.list_tables_of_form(), Edition("2021"))
    codes = [cell.code for table in editions for cell in form.list_form_cells(table, Edition("2021"))]
    page = MANNERS["html"](FormSheet(TITLE, editions, dict.fromkeys(codes, "3")))
    tables = page.split("<table")
    assert len(tables) == 4
    _, end = tables[3].split("</table>")
    report = parsed("<table".join(tables[:3]) + PICTURE + end, TITLE)
    assert report.unread_tables == (Table.IV,)
    assert {form.map_cells_by_code()[fact.cell].table for fact in report.facts} == {Table.II, Table.III}


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("ending", ["docx", "odt", "rtf", "pdf"])
def test_pictures_in_place_of_tables_are_known_in_every_format_that_has_them(ending: str, tmp_path: Path) -> None:
    drawn = io.BytesIO()
    Image.new("RGB", (300, 120), "white").save(drawn, "PNG")
    picture = (
        f'<p><img width="300" height="120" src="data:image/png;base64,{b64encode(drawn.getvalue()).decode()}"></p>'
    )
    for name, page in (
        ("with", (SECTIONS + REST).replace("{}", picture)),
        ("without", (SECTIONS + REST).replace("{}", "")),
    ):
        (tmp_path / f"{name}.html").write_text(f"<meta charset=utf-8><h1>{TITLE}</h1>{page}", "utf-8")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    pages = sorted(map(str, tmp_path.glob("*.html")))
    for target in ("odt",) if ending == "odt" else ("odt", ending):  # pages of a browser become texts first
        subprocess.run(
            ["soffice", "--headless", profile, "--convert-to", target, "--outdir", str(tmp_path), *pages],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
        pages = sorted(map(str, tmp_path.glob(f"*.{target}")))
    for name, finding in (("with", "tables_are_pictures"), ("without", "tables_absent")):
        file = tmp_path / f"{name}.{ending}"
        (report,) = parse(read_bytes(file.read_bytes(), name=file.name))
        assert finding in rules(report), name
        assert bool(report.unread_tables) is (name == "with")
