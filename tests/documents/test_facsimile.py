"""Documents as published: what is boxed or marked for a fact is what the document prints for it."""

from __future__ import annotations

import ctypes
import hashlib
import zipfile
from functools import cache, partial
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from lxml import etree

from analytics.documents.detect import read_bytes, read_bytes_again
from analytics.documents.facsimile.links import set_links
from analytics.documents.facsimile.model import Facsimile, Located
from analytics.documents.facsimile.opened import open_facsimile
from analytics.documents.facsimile.pages import turn_back
from analytics.documents.model import Format
from analytics.documents.pdf.turned import Turn
from analytics.documents.printed import Box
from analytics.errors import DocumentError
from analytics.reports.model import Fact
from analytics.reports.parse import parse
from analytics.simulate.ofd import render_ofd
from analytics.simulate.places import list_counties
from analytics.simulate.world import simulate
from conftest import REPORTS, ROOT

CASES = sorted(
    path for path in (ROOT / "tests" / "cases" / "odd").iterdir() if path.suffix in (".html", ".pdf", ".txt")
)
REAL = sorted((REPORTS / "documents").glob("*.*"))
GRAIN = 1_000_000


@cache
def facsimile_of(path: Path, reading: int = 0) -> Facsimile:
    data = path.read_bytes()
    return open_facsimile([data], name=path.name, sha256=hashlib.sha256(data).hexdigest(), reading=reading)


def certain_facts(path: Path) -> list[Fact]:
    """Those of cells: a figure in running text has the paragraph for its place."""
    data = path.read_bytes()
    reports = parse(read_bytes(data, name=path.name), again=partial(read_bytes_again, data, name=path.name))
    return [
        fact
        for report in reports
        for fact in report.facts
        if fact.is_certain and fact.place is not None and fact.place.row is not None
    ]


def squeezed(text: str) -> str:
    return "".join(text.split())


def text_within(path: Path, located: Located) -> str:
    """What the PDF library finds within the frames of a page, however the page is turned."""
    found = []
    with pypdfium2.PdfDocument(path.read_bytes()) as document:
        page = document[(located.page or 1) - 1]
        for frame in located.frames:
            xs, ys = [], []
            for across, down in ((frame.left, frame.top), (frame.right, frame.bottom)):
                x, y = ctypes.c_double(), ctypes.c_double()
                at = (int(across * GRAIN), int(down * GRAIN))
                pdfium.FPDF_DeviceToPage(page.raw, 0, 0, GRAIN, GRAIN, 0, *at, ctypes.byref(x), ctypes.byref(y))
                xs.append(x.value)
                ys.append(y.value)
            found.append(page.get_textpage().get_text_bounded(min(xs), min(ys), max(xs), max(ys)))
    return squeezed("".join(found))


def text_marked(facsimile: Facsimile, located: Located) -> str:
    """What the marked element shows, but for what the page hides and for numbers of lines."""
    tree = etree.HTML(facsimile.markup)
    (element,) = tree.xpath(f"//*[@id='{located.anchor}']")
    texts = element.xpath(".//text()[not(ancestor::*[@class='unseen']) and not(parent::th[parent::tr[@class='line']])]")
    return squeezed("".join(texts))


SHOWN_OTHERWISE = {
    "figures_painted_over.pdf": 1,  # the library gives what lies beneath as well
    "watermark_across_figures.pdf": 5,  # and what runs across
    "figures_in_the_colour_of_their_ground.html": 1,  # the colour is the page's, and stays
    "marks_and_units_beside_counts.html": 1,  # raised marks are as the page has them
    "pieces_of_a_cell_are_not_one_number.html": 1,
}
"""Certain facts of a case whose marked place holds more than the fact: why."""


@pytest.mark.parametrize("path", [*CASES, *REAL], ids=lambda path: path.stem)
def test_what_is_marked_for_a_certain_fact_is_what_is_printed_for_it(path: Path) -> None:
    others = []
    for fact in certain_facts(path):
        place = fact.place
        assert place is not None
        facsimile = facsimile_of(path, place.reading)
        located = facsimile.located[place.element, place.row, place.column]  # type: ignore[index]
        assert located.place == place._replace(reading=0)
        is_text = facsimile.document.format is Format.PDF
        found = text_within(path, located) if is_text else text_marked(facsimile, located)
        if found != squeezed(fact.printed):
            others.append((fact.line, fact.column, fact.printed, found))
    assert len(others) == SHOWN_OTHERWISE.get(path.name, 0), others


@pytest.mark.parametrize("name", ["16_xlsx_rich_strike.xlsx", "28_docx_strike_by_style.docx", "35_docx_altchunk.docx"])
def test_office_files_show_every_fact_in_its_own_cell(name: str) -> None:
    path = REPORTS.parent / "odd" / name
    if not path.exists():
        pytest.skip(f"{path} is absent")
    facts = certain_facts(path)
    assert len(facts) > 190
    for fact in facts:
        facsimile = facsimile_of(path)
        located = facsimile.find(fact.place.element, fact.place.row, fact.place.column)  # type: ignore[union-attr]
        assert located is not None and text_marked(facsimile, located) == squeezed(fact.printed)


def test_figures_of_a_drawn_page_stand_in_frames_of_their_own(tmp_path: Path) -> None:
    report = next(iter(simulate(list_counties(1)[0], (2023,), seed=3, errors=0.0)))
    path = tmp_path / "report.ofd"
    path.write_bytes(render_ofd(report.sheet))
    facsimile, facts = facsimile_of(path), certain_facts(path)
    assert facsimile.draw is not None and facsimile.draw(1).media_type == "image/svg+xml" and len(facts) > 150
    frames = []
    for fact in facts:
        located = facsimile.find(fact.place.element, fact.place.row, fact.place.column)  # type: ignore[union-attr]
        assert located is not None and squeezed(located.text) == squeezed(fact.printed)
        (frame,) = located.frames
        assert 0 <= frame.left < frame.right <= 1 and 0 <= frame.top < frame.bottom <= 1
        frames.append((located.page, frame))
    assert len(set(frames)) == len(facts)


def test_sheets_of_a_workbook_stand_under_their_names() -> None:
    path = REPORTS.parent / "odd" / "27_xlsx_two_years_two_sheets.xlsx"
    if not path.exists():
        pytest.skip(f"{path} is absent")
    names = etree.HTML(facsimile_of(path).markup).xpath("//h2[@class='sheet-name']/text()")
    with zipfile.ZipFile(path) as archive:
        book = etree.fromstring(archive.read("xl/workbook.xml"))
    assert names == [sheet.get("name") for sheet in book.iter("{*}sheet")] and len(names) == 2


HOSTILE = """<html><head><style>@import url(//evil.example/x.css); td{background:url(//evil.example/a)}</style>
<script>document.title='x'</script><base href="//evil.example/"></head><body onload="x()" id="c0-0-0">
<h1 id="c1-0-0" onclick="x()">2023年政府信息公开工作年度报告</h1><form action="//evil.example/"><input name=q value=7><button>go</button></form>
<table style="background:url(//evil.example/b);position:fixed;text-align:center" background="//evil.example/c"><tr>
<td id="c9-9-9" onmouseover=x() style="width:expression(x());color:red">甲<img src="//evil.example/d.png" onerror=x()></td>
<td><a href="javascript:x()">12</a><a data-spot="c0-0-0"></a></td></tr></table><iframe src="//evil.example/e"></iframe>
<svg><script>x()</script><a xlink:href="javascript:x()">s</a></svg><math><mtext><img src=x onerror=x()></math>
<p>一<br>二<br>三</p><object data="//evil.example/f"></object><meta http-equiv=refresh content="0;url=//evil.example/">
<link rel=stylesheet href="//evil.example/g.css"><noscript><p title="</noscript><img src=x onerror=x()>"></noscript></body></html>"""


def test_a_hostile_page_keeps_its_words_and_loses_everything_that_could_act(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(HOSTILE, "utf-8")
    facsimile = facsimile_of(path)
    markup = facsimile.markup.lower()
    for word in (
        "evil",
        "script",
        "onload",
        "onclick",
        "onerror",
        "expression",
        "url(",
        "<form",
        "<img",
        "<iframe",
        "href",
    ):
        assert word not in markup, word
    assert "position" not in markup
    assert "text-align" in markup and "color:red" in markup.replace(" ", "") and "甲" in markup
    tree = etree.HTML(facsimile.markup)
    names = tree.xpath("//@id")
    assert sorted(names) == sorted(set(names)) and "c9-9-9" not in names
    assert set(names) == {located.anchor for located in facsimile.located.values()}
    assert [located.text for located in facsimile.located.values() if located.text in "一二三"] == ["一", "二", "三"]


def test_links_lead_from_marked_figures_and_from_nowhere_else() -> None:
    slots = '<td><a data-spot="c1-0-0"></a>5</td><td><a data-spot="c1-0-1"></a>6</td>'
    linked = set_links(slots, {"c1-0-1": ('/a?x=1&y="', "六")})
    assert linked == '<td>5</td><td><a class="to-fact" href="/a?x=1&amp;y=&quot;" aria-label="六"></a>6</td>'


def test_a_document_that_changed_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as refusal:
        open_facsimile([b"another"], name="a.txt", sha256="0" * 64)
    assert refusal.value.key == "document_changed"


@pytest.mark.parametrize("quarters", range(4))
def test_a_box_on_a_page_turned_level_is_turned_back(quarters: int) -> None:
    page, bounds = (10.0, 20.0, 610.0, 820.0), (100.0, 200.0, 150.0, 215.0)
    box = Turn(quarters).box(page, bounds)
    assert turn_back(Box(*box), page, quarters) == pytest.approx(bounds)


def test_pages_are_drawn_within_their_number() -> None:
    path = ROOT / "tests" / "cases" / "odd" / "printed_without_ruling_lines.pdf"
    draw = facsimile_of(path).draw
    assert draw is not None
    assert draw(1).data.startswith(b"\x89PNG")
    with pytest.raises(DocumentError):
        draw(len(facsimile_of(path).leaves) + 1)
