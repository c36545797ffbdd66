"""A word processor's file is read as its page shows it: by runs, styles and defaults; what is no text is no blank."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from word_markup import NAMES, document, field, p, run, tbl, tc

from analytics.documents.detect import read_bytes
from analytics.documents.model import OBJECT, Cell, Document, Grid
from analytics.reports.numbers import read as read_number
from analytics.simulate.docx import write_archive

STYLES = f"""<w:styles {NAMES}>
<w:style w:type="character" w:styleId="S1"><w:name w:val="struck"/><w:rPr><w:strike/></w:rPr></w:style>
<w:style w:type="character" w:styleId="S2"><w:name w:val="two"/><w:basedOn w:val="S1"/></w:style>
<w:style w:type="character" w:styleId="S3"><w:name w:val="ref"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="S4"><w:name w:val="up"/><w:rPr><w:position w:val="8"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="S5"><w:name w:val="off"/><w:basedOn w:val="S1"/><w:rPr><w:strike w:val="0"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="S6"><w:name w:val="white"/><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="P1"><w:name w:val="gone"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="P2"><w:name w:val="cut"/><w:rPr><w:dstrike/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="P3"><w:name w:val="list"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
<w:style w:type="table" w:styleId="T1"><w:name w:val="t"/><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="000000"/></w:tcPr></w:tblStylePr></w:style>
</w:styles>""".encode()
OLD = [
    run("1650", "<w:strike/>"), run("1650", "<w:dstrike/>"), run("1650", "<w:vanish/>"), run("1650", '<w:rStyle w:val="S1"/>'),
    run("1650", '<w:rStyle w:val="S2"/>'), run("1650", '<w:color w:val="FFFFFF"/>'), run("1650", '<w:rStyle w:val="S6"/>'),
    run("1650", '<w:sz w:val="2"/>'), run("1650", '<w:strike w:val="true"/>'), run("1650", "<w:specVanish/>"),
    run("1650", '<w:color w:val="FFFFFF" w:themeColor="background1"/>'),
    '<w:del w:id="1"><w:r><w:delText>1650</w:delText></w:r></w:del>', f'<w:moveFrom w:id="1">{run("1650")}</w:moveFrom>',
]  # fmt: skip
MARKS = [
    run("1", '<w:vertAlign w:val="superscript"/>'), run("1", '<w:position w:val="8"/><w:sz w:val="12"/>'),
    run("1", '<w:rStyle w:val="S3"/>'), run("1", '<w:rStyle w:val="S4"/>'), run("1", '<w:vertAlign w:val="subscript"/>'),
    '<w:r><w:footnoteReference w:id="2"/></w:r>', '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>1</w:t></w:r>',
    run("1", '<w:position w:val="-6"/>'), '<w:r><w:endnoteReference w:id="2"/></w:r>',
]  # fmt: skip
CONTROL = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
NO_TEXT = [
    "<w:r><w:drawing/></w:r>", "<w:r><w:pict><v:shape/></w:pict></w:r>", "<w:r><w:object/></w:r>",
    "<w:r><mc:AlternateContent><mc:Choice><w:drawing/></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>",
    CONTROL.format("<w:showingPlcHdr/><w:dropDownList/>", run("选择")), CONTROL.format("<w:picture/>", "<w:r><w:drawing/></w:r>"),
    field("begin", "<w:r><w:instrText> =SUM(ABOVE) </w:instrText></w:r>", "separate", "end"), '<w:fldSimple w:instr="SEQ a"/>',
    field("begin", "<w:r><w:instrText> PAGE </w:instrText></w:r>", "end"), "<w:r><w:pgNum/></w:r>",
    field('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox/></w:ffData></w:fldChar></w:r>', "end"),
    field("begin", "<w:r><w:instrText>FORMTEXT</w:instrText></w:r>", "separate", run("     "), "end"),
]  # fmt: skip
CHOICE = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="1650"/><w:listEntry w:val="1708"/></w:ddList></w:ffData></w:fldChar></w:r>'
READ = [
    field(CHOICE, "<w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r>", "end"), CONTROL.format("<w:dropDownList/>", run("1708")),
    run("1708", '<w:rStyle w:val="S5"/>'), run("1708", '<w:rStyle w:val="S1"/><w:strike w:val="0"/>'), run("1708", '<w:position w:val="-6"/>'),
    f"<w:r><w:pict><v:textbox><w:txbxContent>{p('1708')}</w:txbxContent></v:textbox></w:pict></w:r>", run("17") + run("08"),
    run("1708", '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="000000"/>'), run("1708", '<w:sz w:val="21"/>'),
    run("\u200b1708"), field("begin", "<w:r><w:instrText>=1</w:instrText></w:r>", "separate", run("1708"), "end"),
    run("1708") + field("begin", "<w:r><w:instrText> XE a </w:instrText></w:r>", "end"),
]  # fmt: skip


def cell(content: str, properties: str = "") -> Cell:
    body = tbl(tc("行政处罚") + tc(content if content.startswith("<w:p>") else f"<w:p>{properties}{content}</w:p>"))
    (grid,) = [block for block in document(body, styles=STYLES).blocks if isinstance(block, Grid)]
    return grid.rows[0][1]


@pytest.mark.parametrize("old", OLD)
@pytest.mark.parametrize("is_first", [True, False])
def test_what_is_struck_out_or_hidden_is_not_read(old: str, is_first: bool) -> None:
    assert cell(old + run("1708") if is_first else run("1708") + old).text == "1708"


WHOLLY_UNSEEN = [
    *OLD, run("1708", '<w:color w:val="333333"/><w:shd w:val="clear" w:fill="333333"/>'),
    run("1708", '<w:color w:val="000000"/><w:highlight w:val="black"/>'),
    run("1708", '<w:color w:val="0000FF"/><w:shd w:val="solid" w:color="0000FF" w:fill="auto"/>'),
    run("1708", '<w:color w:val="auto" w:themeColor="background1"/>'), '<w:bdo w:val="rtl">' + run("1708") + "</w:bdo>",
]  # fmt: skip
MAYBE_UNSEEN = [
    run("1708", '<w:highlight w:val="black"/>'), run("1708", '<w:color w:val="E0E0E0"/>'), run("1708", '<w:w w:val="1"/>'),
    run("1708", '<w:spacing w:val="-400"/>'), run("1708", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'),
    run("1708", '<w:color w:val="333333"/><w:shd w:val="pct90" w:color="000000" w:fill="FFFFFF"/>'),
]  # fmt: skip
HARMLESS = [
    run("1708", '<w:color w:val="FF0000"/><w:highlight w:val="yellow"/>'), run("1708", '<w:shd w:val="clear" w:fill="000000"/>'),
    run("1708", '<w:color w:val="FFFFFF"/><w:highlight w:val="darkBlue"/>'), run("1708", '<w:spacing w:val="-6"/><w:w w:val="90"/>'),
    run("1708", '<w:rFonts w:ascii="Times New Roman"/><w:color w:val="000000" w:themeColor="text1"/>'),
    run("1708", '<w:color w:val="333333"/><w:shd w:val="pct10" w:color="auto" w:fill="FFFFFF"/>'),
]  # fmt: skip


@pytest.mark.parametrize("content", WHOLLY_UNSEEN)
def test_a_cell_in_which_nothing_is_seen_is_no_blank_and_no_number(content: str) -> None:
    if "moveFrom" not in content:
        assert cell(content).text == OBJECT


@pytest.mark.parametrize("content", MAYBE_UNSEEN)
def test_what_a_look_may_hide_or_change_is_doubted(content: str) -> None:
    assert (cell(content).text, bool(cell(content).doubt)) == ("1708", True)


@pytest.mark.parametrize("content", HARMLESS)
def test_a_look_that_hides_nothing_makes_no_doubt(content: str) -> None:
    assert (cell(content).text, cell(content).doubt) == ("1708", "")


@pytest.mark.parametrize(("ground", "ink", "text"), [("222222", "222222", OBJECT), ("222222", "FFFFFF", "1708")])
def test_a_text_stands_on_the_ground_of_its_paragraph_or_cell(ground: str, ink: str, text: str) -> None:
    shade = f'<w:shd w:val="clear" w:fill="{ground}"/>'
    inked = run("1708", f'<w:color w:val="{ink}"/>')
    assert cell(f"<w:p><w:pPr>{shade}</w:pPr>{inked}</w:p>").text == text
    body = tbl(tc("行政处罚") + tc(f"<w:p>{inked}</w:p>", shade))
    (grid,) = [block for block in document(body, styles=STYLES).blocks if isinstance(block, Grid)]
    assert grid.rows[0][1].text == text


def test_the_number_of_a_page_is_no_digit_of_a_figure() -> None:
    page = field("begin", "<w:r><w:instrText> PAGE </w:instrText></w:r>", "separate", run("3"), "end")
    assert OBJECT in cell(run("1708") + page).text


@pytest.mark.parametrize("mark", MARKS)
def test_raised_digits_are_no_digits_of_the_figure(mark: str) -> None:
    assert read_number(cell(run("1708") + mark).text).value == 1708


@pytest.mark.parametrize("content", NO_TEXT)
def test_what_is_no_text_is_neither_blank_nor_a_number(content: str) -> None:
    assert OBJECT in cell(content).text
    assert read_number(cell(content).text).status == "unreadable"


@pytest.mark.parametrize("content", READ)
def test_what_can_be_read_is_read(content: str) -> None:
    assert (cell(content).text, cell(content).doubt) == ("1708", "")


@pytest.mark.parametrize("look", ['<w:sz w:val="10"/>', '<w:color w:val="FF0000"/>', "<w:b/>", '<w:u w:val="single"/>'])
def test_digits_of_different_look_that_meet_are_doubted(look: str) -> None:
    assert cell(run("1708") + run("1", look)).doubt == "runs_differ"


@given(st.integers(0, 10**7), st.integers(0, 9999), st.sampled_from(OLD + MARKS + NO_TEXT))
def test_a_figure_beside_anything_is_itself_or_in_doubt(figure: int, other: int, content: str) -> None:
    found = cell(run(str(figure)) + content.replace("1650", str(other)))
    number = read_number(found.text)
    assert number.value == figure or found.doubt or number.status == "unreadable"


@pytest.mark.parametrize("style", ["P1", "P2"])
def test_a_paragraph_style_hides_its_text(style: str) -> None:
    assert cell(f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run("1650")}</w:p>{p("1708")}').text == "1708"


def test_two_styles_that_both_strike_out_cancel_out() -> None:
    twice = STYLES.replace(b"<w:dstrike/>", b"<w:strike/>")
    struck = run("1708", '<w:rStyle w:val="S1"/>')
    styled = f'<w:p><w:pPr><w:pStyle w:val="P2"/></w:pPr>{struck}</w:p>'
    (grid,) = [block for block in document(tbl(tc(styled) + tc("a")), styles=twice).blocks if isinstance(block, Grid)]
    assert grid.rows[0][0].text == "1708"


def test_defaults_of_the_file_hold_for_every_run() -> None:
    defaults = f"<w:styles {NAMES}><w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>"
    body = tbl(tc("行政处罚") + tc(p("1708")))
    (grid,) = [block for block in document(body, styles=defaults.encode()).blocks if isinstance(block, Grid)]
    assert [table_cell.text for table_cell in grid.rows[0]] == [OBJECT, OBJECT]


def test_white_on_a_ground_that_a_table_style_may_lay_is_doubted() -> None:
    styled = tbl(tc(p("行政处罚")) + tc(p(run("1708", '<w:color w:val="FFFFFF"/>')))).replace(
        "<w:tbl>", '<w:tbl><w:tblPr><w:tblStyle w:val="T1"/></w:tblPr>'
    )
    (grid,) = [block for block in document(styled, styles=STYLES).blocks if isinstance(block, Grid)]
    assert (grid.rows[0][1].text, grid.rows[0][1].doubt) == ("1708", "may_be_unseen")


@pytest.mark.parametrize("properties", ["<w:hidden/>", '<w:trHeight w:val="10" w:hRule="exact"/>'])
def test_hidden_rows_are_not_read(properties: str) -> None:
    rows = tbl(f"<w:trPr>{properties}</w:trPr>{tc('行政处罚')}{tc('1650')}", tc("行政处罚") + tc("1708"))
    (grid,) = [block for block in document(rows).blocks if isinstance(block, Grid)]
    assert [[table_cell.text for table_cell in row] for row in grid.rows] == [["行政处罚", "1708"]]


@pytest.mark.parametrize("numbered", ['<w:numPr><w:numId w:val="3"/></w:numPr>', '<w:pStyle w:val="P3"/>'])
def test_a_number_that_a_list_prints_is_not_a_blank(numbered: str) -> None:
    assert OBJECT in cell(f"<w:p><w:pPr>{numbered}</w:pPr></w:p>").text
    assert cell(f"<w:p><w:pPr>{numbered}</w:pPr>{run('行政强制')}</w:p>").text == "行政强制"
    assert cell('<w:p><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:p>').text == ""


PAGE = "<html><h1>年度报告</h1><table><tr><td>行政处罚</td><td>1708</td></tr></table></html>".encode()


def with_chunk(body: str, chunk: bytes) -> Document:
    names = NAMES + ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    root = etree.fromstring(f"<w:document {names}><w:body>{body}</w:body></w:document>".encode())
    relations = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="c" Target="../word/chunk" Type="aFChunk"/></Relationships>'
    )
    file = io.BytesIO(write_archive(root))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("word/_rels/document.xml.rels", relations)
        archive.writestr("word/chunk", chunk)
    return read_bytes(file.getvalue(), name="a.docx")


def test_a_page_embedded_as_a_part_of_the_text_is_read_in_its_place() -> None:
    found = with_chunk(tbl(tc("甲") + tc("1")) + '<w:altChunk r:id="c"/>' + p("后") + tbl(tc("乙") + tc("2")), PAGE)
    grids = [block for block in found.blocks if isinstance(block, Grid)]
    assert [grid.rows[0][1].text for grid in grids] == ["1", "1708", "2"]
    assert [grid.place.grid for grid in grids] == [0, 1, 2]
    assert all(cell.place.element == grid.place.element for grid in grids for row in grid.rows for cell in row)
    assert [block.place.element for block in found.blocks] == list(range(len(found.blocks)))


def test_what_is_embedded_in_a_cell_is_its_text_or_an_object() -> None:
    row = tbl(tc("甲") + f'<w:tc><w:altChunk r:id="c"/>{p("")}</w:tc>')
    for chunk, expected in ((b"<html><p>1708</p></html>", "1708"), (b"\x00\x01\x02", OBJECT)):
        (grid,) = [block for block in with_chunk(row, chunk).blocks if isinstance(block, Grid)]
        assert grid.rows[0][1].text == expected
