"""OpenDocument texts and sheets are read as they are displayed, from archives and from single files of markup."""

from __future__ import annotations

import io
import zipfile

import pytest

from analytics.documents.detect import read_bytes
from analytics.documents.model import OBJECT, Cell, Document, Grid, Heading
from analytics.documents.odf.styles import SPACES
from analytics.errors import DocumentError
from analytics.reports.numbers import read as read_number

NAMES = " ".join(f'xmlns:{key}="{space}"' for key, space in SPACES.items())
STYLES = """<office:automatic-styles>
<style:style style:name="S1" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="S2" style:family="text" style:parent-style-name="S1"/>
<style:style style:name="S3" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="S4" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="S5" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>
<style:style style:name="S6" style:family="text"><style:text-properties fo:font-size="7pt"/></style:style>
<style:style style:name="S7" style:family="text"><style:text-properties style:text-position="33% 58%"/></style:style>
<style:style style:name="P1" style:family="paragraph"><style:text-properties text:display="none"/></style:style>
<style:style style:name="C1" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="C2" style:family="table-cell"><style:map style:condition="x" style:apply-style-name="C1"/></style:style>
<style:style style:name="T1" style:family="table"><style:table-properties table:display="false"/></style:style>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style>
</office:automatic-styles>"""


def flat(body: str, kind: str = "text") -> bytes:
    return (
        f'<?xml version="1.0"?><office:document {NAMES}>{STYLES}<office:body><office:{kind}>{body}</office:{kind}>'
        "</office:body></office:document>"
    ).encode()


def packed(markup: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", markup.replace(b"office:document", b"office:document-content"))
    return file.getvalue()


def grids(document: Document) -> list[Grid]:
    return [block for block in document.blocks if isinstance(block, Grid)]


def table(*rows: str, name: str = "") -> str:
    attribute = f' table:style-name="{name}"' if name else ""
    return f"<table:table{attribute}>{''.join(rows)}</table:table>"


def row(*cells: str, visibility: str = "") -> str:
    attribute = f' table:visibility="{visibility}"' if visibility else ""
    inner = "".join(
        content if content.startswith("<table:") else f"<table:table-cell>{content}</table:table-cell>"
        for content in cells
    )
    return f"<table:table-row{attribute}>{inner}</table:table-row>"


def p(content: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def span(style: str, content: str) -> str:
    return f'<text:span text:style-name="{style}">{content}</text:span>'


def cell(content: str) -> Cell:
    (grid,) = grids(read_bytes(flat(table(row(p("行政处罚"), content))), name="a.fodt"))
    return grid.rows[0][1]


@pytest.mark.parametrize(
    "content",
    [
        p(span("S1", "1650") + "1708"), p(span("S2", "1650") + "1708"), p(span("S4", "1650") + "1708"),
        p(span("S5", "1650") + "1708"), p("1650", "P1") + p("1708"), p("<text:hidden-text>1650</text:hidden-text>1708"),
        p("<office:annotation><text:p>1650</text:p></office:annotation>1708"), p("17\u200b08"),
        p("<text:ruby><text:ruby-base>1708</text:ruby-base><text:ruby-text>2</text:ruby-text></text:ruby>"),
        p("<draw:frame><draw:text-box><text:p>1708</text:p></draw:text-box></draw:frame>"),
        p("<text:drop-down>1708</text:drop-down>"),
    ],
)  # fmt: skip
def test_a_cell_says_what_the_page_shows(content: str) -> None:
    assert (cell(content).text, cell(content).doubt) == ("1708", "")


@pytest.mark.parametrize(
    "mark",
    [
        span("S3", "1"), span("S7", "1"),
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>9</text:p></text:note-body></text:note>",
    ],
)  # fmt: skip
def test_raised_digits_are_no_digits_of_the_figure(mark: str) -> None:
    assert read_number(cell(p("1708" + mark)).text).value == 1708


@pytest.mark.parametrize(
    "content",
    [
        p("<draw:frame><draw:image/></draw:frame>"), p("<draw:control/>"), p("<text:placeholder>数</text:placeholder>"),
        '<text:list text:style-name="L1"><text:list-item><text:p/></text:list-item></text:list>', p("#DIV/0!"), p("Err:502"),
    ],
)  # fmt: skip
def test_what_is_no_text_is_neither_blank_nor_a_number(content: str) -> None:
    assert OBJECT in cell(content).text


def test_digits_of_different_look_that_meet_are_doubted() -> None:
    assert cell(p("1708" + span("S6", "1"))).doubt == "runs_differ"


def test_a_text_keeps_its_order_and_leaves_out_what_is_hidden_or_deleted() -> None:
    body = (
        f"<text:tracked-changes>{p('旧')}</text:tracked-changes><text:h>年度报告</text:h>{p('甲<text:line-break/>乙')}"
        f'<text:section text:display="none">{p("藏")}</text:section><text:section>{p("丙")}</text:section>'
        + table(row(p("1"), p("2")), row(p("3"), p("4"), visibility="collapse"))
    )
    for data in (flat(body), packed(flat(body))):
        found = read_bytes(data, name="a.odt")
        assert [block.text for block in found.blocks if not isinstance(block, Grid)] == ["年度报告", "甲", "乙", "丙"]
        assert isinstance(found.blocks[0], Heading)
        assert [[table_cell.text for table_cell in line] for line in grids(found)[0].rows] == [["1", "2"]]


def test_a_sheet_gives_what_is_displayed() -> None:
    hidden = '<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column/>'
    figure = (
        '<table:table-cell office:value-type="float" office:value="1708000"><text:p>1,708</text:p></table:table-cell>'
    )
    struck = f'<table:table-cell table:style-name="C1">{p("1650")}</table:table-cell>'
    doubted = f'<table:table-cell table:style-name="C2">{p("7")}</table:table-cell>'
    bare = '<table:table-cell office:value-type="float" office:value="5"/>'
    error = '<table:table-cell table:formula="of:=1/0"/>'
    rows = [
        row(p("行政处罚"), p("去年"), figure), row(p("规章"), p("去年"), struck), row(p("强制"), p(""), doubted),
        row(p("许可"), p(""), bare), row(p("收费"), p(""), error), row(p("藏"), p("1"), p("2"), visibility="filter"),
    ]  # fmt: skip
    found = read_bytes(flat(table(hidden, *rows) + table(row(p("旧表")), name="T1"), "spreadsheet"), name="a.fods")
    (grid,) = grids(found)
    assert [[table_cell.text for table_cell in line] for line in grid.rows if line[0].text] == [
        ["行政处罚", "1,708"], ["规章", ""], ["强制", "7"], ["许可", "5"], ["收费", OBJECT],
    ]  # fmt: skip
    assert [line[1].doubt for line in grid.rows[2:4]] == ["may_be_unseen", "number_format"]


def test_a_locked_file_is_refused() -> None:
    file = io.BytesIO(packed(flat("")))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("META-INF/manifest.xml", "<m><encryption-data/></m>")
    with pytest.raises(DocumentError) as refusal:
        read_bytes(file.getvalue(), name="a.odt")
    assert refusal.value.key == "password_needed"
