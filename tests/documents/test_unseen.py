"""A page is read as a browser shows it: what is struck out, hidden or raised is no figure, what is no text is no blank."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.documents.detect import read_bytes
from analytics.documents.model import OBJECT, Cell, Document, Grid
from analytics.reports.numbers import read as read_number

STRUCK_OR_HIDDEN = [
    '<span style="text-decoration:line-through">1650</span>', "<s>1650</s>", "<del>1650</del>", "<strike>1650</strike>",
    '<SPAN STYLE="TEXT-DECORATION: LINE-THROUGH">1650</SPAN>', "<span hidden>1650</span>",
    '<b style="text-decoration-line:line-through;color:red">1650</b>', '<i style="display : none">1650</i>',
    '<span style="visibility:hidden">1650</span>', '<span style="opacity:0">1650</span>',
    '<span style="font-size:0">1650</span>', '<span style="font-size:0.1px">1650</span>',
    '<span style="position:absolute;left:-9999px">1650</span>', '<span style="color:#fff">1650</span>',
    '<span style="color:transparent">1650</span>', '<span style="color:rgba(0,0,0,0)">1650</span>',
    '<font style="color:white">1650</font>', "<template>1650</template>", '<input type="hidden" value="1650">',
    '<span class="struck">1650</span>', '<em class="off">1650</em>', '<span id="old">1650</span>',
    '<span class="sr-only">1650</span>', '<span style="display:inline-block;text-indent:-9999px">1650</span>',
    '<span style="overflow:hidden;width:0;display:inline-block">1650</span>', "<ruby><rt>1650</rt></ruby>",
    '<span style="mso-hide:all">1650</span>', "<details><summary></summary>1650</details>",
    '<span style="font:0/0 a">1650</span>', "<noscript>1650</noscript>",
]  # fmt: skip
RAISED = [
    "<sup>1</sup>", '<span style="vertical-align:super;font-size:9px">1</span>', '<span class="note">1</span>',
    '<a href="#fn1">1</a>', '<a href="#_ftn1" name="_ftnref1">[1]</a>', "<sub>1</sub>", "<ruby><rt>1</rt></ruby>",
    '<span style="vertical-align:0.4em">1</span>', '<span style="position:relative;top:-0.5em">1</span>',
    '<small style="vertical-align:text-top">1</small>', '<span style="vertical-align: 30%">1</span>',
    '<span style="font-variant-position:super">1</span>', '<span style="transform:translateY(-6px)">1</span>',
]  # fmt: skip
NO_TEXT = [
    '<img src="a.png" alt="1708">', "<svg><text>1708</text></svg>", "<canvas></canvas>", "<video></video>",
    "<select><option>1</option><option>2</option></select>", '<input type="checkbox" checked>', "<input>",
    "<script>document.write(1708)</script>", '<object data="a.swf"></object>', '<embed src="a">', "<textarea></textarea>",
    '<iframe src="a"></iframe>', '<span class="made"></span>', "<ol><li></li></ol>", '<bdo dir="rtl">8071</bdo>',
    '<span style="direction:rtl;unicode-bidi:bidi-override">8071</span>', "<picture><img src=a></picture>",
]  # fmt: skip
READ = [
    '<input type="text" value="1708" readonly>', "<textarea>1708</textarea>", '<input value="1708">',
    "<select><option>1650</option><option selected>1708</option></select>", "<p>1708</p>", "17<wbr>08", "17&#8203;08",
    '<span style="color:#fff;background:#000">1708</span>', '<span style="opacity:0.9">1708</span>', "&shy;1708",
    '<span style="font-size:10px">1708</span>', '<span class="shown">1708</span>', '<img src="s.gif" width="1">1708',
    '<span style="visibility:hidden">1<b style="visibility:visible">1708</b></span>', "1708<input type=hidden value=9>",
    '<span style="display:none;display:inline">1708</span>', "<b>1708</b>", "<span>17</span><span>08</span>",
]  # fmt: skip
DOUBTED = [
    '1708<span style="font-size:8px">1</span>', '<span style="color:red">1650</span>1708', "1708<small>1</small>",
    '1708<span class="x1">1</span>', '1708<font size="1">1</font>', "<b>1650</b>1708",
]  # fmt: skip
SHEET = """<style>/* a comment */ .struck{text-decoration:line-through} td .off{display:none}
#old{visibility:hidden} .sr-only{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)}
.note{vertical-align:super} .made::before{content:"1708"} .shown{display:none} td .shown{display:inline}
@media print{td{display:none}}</style>"""


def page(cell: str, sheet: str = SHEET) -> Document:
    rows = f"<tr><td>行政处罚</td><td>{cell}</td></tr>" + "<tr><td>行政强制</td><td>265</td></tr>" * 3
    return read_bytes(f"<html><head>{sheet}</head><body><table>{rows}</table></body></html>".encode(), name="a.html")


def cells(document: Document) -> list[list[str]]:
    return [[cell.text for cell in row] for block in document.blocks if isinstance(block, Grid) for row in block.rows]


def cell(content: str) -> Cell:
    (grid,) = [block for block in page(content).blocks if isinstance(block, Grid)]
    return grid.rows[0][1]


@pytest.mark.parametrize("content", STRUCK_OR_HIDDEN)
@pytest.mark.parametrize("pattern", ["{}1708", "1708{}", "<p>{}<span>1708</span></p>"])
def test_what_is_struck_out_or_hidden_is_not_read(content: str, pattern: str) -> None:
    assert cell(pattern.format(content)).text == "1708"


WHOLLY_UNSEEN = [
    '<font color="white">1708</font>', "<font color=FFFFFF>1708</font>", '<span style="color:#333;background:#333">1708</span>',
    '<span style="background:black">1708</span>', '<span class="bar">1708</span>', "<s>1708</s>", "<span hidden>1708</span>",
    '<span style="color:#fefefe">1708</span>', '<span style="scale:0">1708</span>', '<i style="transform:scaleX(0)">1708</i>',
    '<span style="-webkit-text-fill-color:transparent">1708</span>', "<details>1708</details>",
    '<span style="background:linear-gradient(#000,#000)">1708</span>', '<span class="named">1708</span>',
    '<span style="translate:-9999px">1708</span>', '<b class="nested">1708</b>', '<span style="font-size:0.01em">1708</span>',
    '<span style="color:#000;background-color:rgb(2, 2, 2)">1708</span>', '<span style="color:hsl(0,0%,100%)">1708</span>',
]  # fmt: skip
MAYBE_UNSEEN = [
    '<span style="color:#ddd">1708</span>', '<span style="filter:blur(9px)">1708</span>',
    '<span style="mask-image:linear-gradient(#0000,#0000)">1708</span>', '<b style="font-family:Wingdings">1708</b>',
    '<span style="-webkit-text-security:disc">1708</span>', '<span style="opacity:.1">1708</span>',
    '<span style="font-size:calc(1px - 1px)">1708</span>', '<span style="letter-spacing:-2em">1708</span>',
    '<span style="transform:rotateY(90deg)">1708</span>', '<span style="color:var(--unknown)">1708</span>',
    '<span style="display:block;overflow:hidden;line-height:0">1708</span>', '<b class="wide">1708</b>',
    '<span style="background:url(black.png);color:#fff">1708</span>', '<b class="somewhere" dir="auto">1708</b>',
    '<span style="animation:gone 1s forwards">1708</span>', '<b class="either">1708</b>', '<b class="initial">1708</b>',
    '<span style="background:linear-gradient(#fff,#000)">1708</span>', '<b class="contained">1708</b>',
]  # fmt: skip
HARMLESS = [
    '<font color="red">1708</font>', '<span style="color:windowtext;background:white">1708</span>',
    '<span style="color:#fff;background:rgba(0, 0, 0, 0.8)">1708</span>', '<span style="transform:translateZ(0)">1708</span>',
    '<span style="filter:grayscale(100%)">1708</span>', '<span style="letter-spacing:-0.5px">1708</span>',
    '<span style="color:var(--unknown, #111)">1708</span>', '<span style="color:inherit">1708</span>', '<b class="hover">1708</b>',
    '<span style="font-family:仿宋_GB2312;font-size:12pt">1708</span>', '<span style="font-size:0"><b style="font-size:14px">1708</b></span>',
    '<span style="background:url(paper.png)">1708</span>', '<b class="narrow">1708</b>', '<b class="print">1708</b>',
    '<b class="layered" style="display:inline">1708</b>', '<span style="color:#f00;background:#fff">1708</span>',
]  # fmt: skip
MORE_RULES = """<style>:root{--ink:#fff;--two:#fff} .x{--two:#000} .bar{background-color:#111} .named{color:var(--ink)}
tr{ td .nested{display:none} } @media (max-width:1300px){.wide{display:none}} .somewhere:dir(ltr){opacity:0}
.either{color:var(--two)} .initial::first-letter{font-size:0} @container (min-width:9px){.contained{display:none}}
.hover:hover{display:none} .hover:not(:first-child):hover{display:none} @media (max-width:700px){.narrow{display:none}}
@media print{.print{display:none}} @layer a{.layered{display:none}}</style>"""


def styled(content: str) -> Cell:
    (grid,) = [block for block in page(content, MORE_RULES).blocks if isinstance(block, Grid)]
    return grid.rows[0][1]


@pytest.mark.parametrize("content", WHOLLY_UNSEEN)
def test_a_cell_in_which_nothing_is_seen_is_no_blank_and_no_number(content: str) -> None:
    assert (styled(content).text, bool(styled(content).doubt)) == (OBJECT, "details" not in content)


@pytest.mark.parametrize("content", MAYBE_UNSEEN)
def test_what_a_style_may_hide_or_change_is_doubted(content: str) -> None:
    assert (styled(content).text, bool(styled(content).doubt)) == ("1708", True)


@pytest.mark.parametrize("content", HARMLESS)
def test_a_style_that_hides_nothing_makes_no_doubt(content: str) -> None:
    assert (styled(content).text, styled(content).doubt) == ("1708", "")


@pytest.mark.parametrize(
    "sheet",
    ["td{" * 3000, "td{color:#fff;" * 300 + "}" * 300, "td,b,i,p{" * 12 + "display:none" + "}" * 12, "td{filter:" + "a(" * 3000,
     "td" + ":x" * 9000 + "{display:none}"],
)  # fmt: skip
def test_rules_that_nobody_wrote_by_hand_keep_no_reader_busy_and_are_no_certainty(sheet: str) -> None:
    found = page("1708", f"<style>{sheet}</style>")
    assert {
        table_cell.doubt
        for block in found.blocks
        if isinstance(block, Grid)
        for row in block.rows
        for table_cell in row
    } != {""}


@pytest.mark.parametrize(
    ("table", "is_seen"),
    [
        ('<table style="color:#fff"><tr style="background:#026"><td>1708</td></tr></table>', True),
        ('<table style="color:#fff"><tr><td bgcolor="#FFFFFF">1708</td></tr></table>', False),
        ('<body bgcolor=black text=white><table><tr><td>1708</td></tr></table>', True),
        ('<body bgcolor=black><table><tr><td>1708</td></tr></table>', False),
        ('<div style="background:#000"><table><tr style="color:#fff"><td style="color:#000">1708</td></tr></table></div>', False),
        ('<div style="background:#000"><table bgcolor=white><tr><td>1708</td></tr></table></div>', True),
    ],
)  # fmt: skip
def test_colours_come_from_the_nearest_that_says_them(table: str, is_seen: bool) -> None:
    (grid,) = [block for block in read_bytes(f"<html>{table}".encode(), name="a").blocks if isinstance(block, Grid)]
    assert grid.rows[0][0].text == ("1708" if is_seen else OBJECT)


@pytest.mark.parametrize("content", RAISED)
def test_raised_digits_are_no_digits_of_the_figure(content: str) -> None:
    assert read_number(cell(f"1708{content}").text).value == 1708


@pytest.mark.parametrize("content", NO_TEXT)
def test_what_is_no_text_is_neither_blank_nor_a_number(content: str) -> None:
    assert OBJECT in cell(content).text
    assert read_number(cell(content).text).status == "unreadable"


@pytest.mark.parametrize("content", READ)
def test_what_can_be_read_is_read(content: str) -> None:
    assert (cell(content).text, cell(content).doubt) == ("1708", "")


@pytest.mark.parametrize("content", DOUBTED)
def test_digits_of_different_look_that_meet_are_doubted(content: str) -> None:
    assert cell(content).doubt == "runs_differ"


@given(st.integers(0, 10**7), st.integers(0, 9999), st.sampled_from(STRUCK_OR_HIDDEN + RAISED + NO_TEXT))
def test_a_figure_beside_anything_is_itself_or_in_doubt(figure: int, other: int, content: str) -> None:
    found = cell(f"{figure}{content.replace('1650', str(other))}")
    number = read_number(found.text)
    assert number.value == figure or found.doubt or number.status == "unreadable"


@pytest.mark.parametrize(
    "row",
    [
        '<tr style="display:none"><td>行政处罚</td><td>1</td></tr>', "<tr hidden><td>行政处罚</td><td>1</td></tr>",
        '<tr class="off"><td>行政处罚</td><td>1</td></tr>', '<tbody style="display:none"><tr><td>a</td><td>1</td></tr></tbody>',
        '<tr style="visibility:collapse"><td>行政处罚</td><td>1</td></tr>',
    ],
)  # fmt: skip
def test_hidden_rows_are_not_read(row: str) -> None:
    content = f"<style>tr.off{{display:none}}</style><table>{row}<tr><td>行政处罚</td><td>1708</td></tr></table>"
    assert cells(read_bytes(f"<html>{content}".encode(), name="a")) == [["行政处罚", "1708"]]


def test_a_hidden_tab_beside_a_shown_one_is_left_out_and_said() -> None:
    table = "<table>" + "<tr><td>行政处罚</td><td>{}</td></tr>" * 3 + "</table>"
    hidden = f'<div style="display:none">{table.format(1, 1, 1)}</div>'
    both = read_bytes(f"<html>{hidden}{table.format(2, 2, 2)}".encode(), name="a")
    assert {row[1] for row in cells(both)} == {"2"}
    assert both.remarks == ("hidden_tables_left_out",)
    alone = read_bytes(f"<html>{hidden}".encode(), name="a")
    assert {row[1] for row in cells(alone)} == {"1"}
    assert alone.remarks == ("hidden_tables_read",)


ROW = ("行政处罚", "1708", "265")


@pytest.mark.parametrize(
    ("outer", "row", "inner"),
    [
        ('<div style="display:table">{}</div>', '<div class="tr">{}</div>', '<span class="td">{}</span>'),
        ('<div role="table">{}</div>', '<div role="row">{}</div>', '<span role="cell">{}</span>'),
        ("<div>{}</div>", '<div style="display:table-row">{}</div>', '<i style="display:table-cell">{}</i>'),
        ("<div>{}</div>", "<p>{}</p>", '<span style="display:inline-block;width:9em">{}</span>'),
        ("<ul>{}</ul>", '<li style="display:flex">{}</li>', "<span>{}</span>"),
        ('<div class="g">{}</div>', "{}", "<span>{}</span>"),
        ("<div>{}</div>", '<div class="r">{}</div>', '<div class="c">{}</div>'),
    ],
)
def test_cells_laid_out_without_tables_are_cells(outer: str, row: str, inner: str) -> None:
    sheet = "<style>.g{display:grid;grid-template-columns:repeat(3, 1fr)} .r{display:table-row} .c{display:table-cell}</style>"
    rows = "".join(row.format("".join(inner.format(text) for text in ROW)) for _ in range(3))
    found = cells(read_bytes(f"<html>{sheet}<h1>年度报告</h1>{outer.format(rows)}".encode(), name="a"))
    assert found == [list(ROW)] * 3


def test_only_the_broken_part_of_a_page_is_lost() -> None:
    table = "<table>" + "<tr><td>行政处罚</td><td>1708</td></tr>" * 9 + "</table>"
    mixed = f"<html>{table}<p>".encode() + "存在的主要问题".encode("gb18030") + b"</p>"
    document = read_bytes(mixed, name="a")
    assert (document.encoding, document.blocks[-1].text) == ("utf-8", "存在的主要问题")  # type: ignore[union-attr]
    torn = f"<html>{table}<table><tr><td>行政强制</td><td>".encode() + b"1\xff8</td></tr></table>"
    assert cells(read_bytes(torn, name="a"))[-1] == ["行政强制", "1\ufffd8"]


@pytest.mark.parametrize(
    "sheet",
    [
        "<style>::-webkit-scrollbar{display:none}</style>",
        "<style>::selection{color:#fff} td::first-letter{visibility:hidden}</style>",
        "<style>@media (max-width: 768px){td{display:none}}</style>",
        "<style>@supports not (display: grid){td{display:none}}</style>",
        "<style media='print'>td{display:none}</style>",
        "<template><style>td{display:none}</style></template>",
    ],
)
def test_a_rule_for_something_else_than_the_cell_on_the_screen_hides_no_cell(sheet: str) -> None:
    page = f"<html><head>{sheet}</head><body><table><tr><td>规章</td><td>3</td></tr></table></body></html>"
    (grid,) = read_bytes(page.encode(), name="a.html").blocks
    assert [cell.text for cell in grid.rows[0]] == ["规章", "3"]  # type: ignore[union-attr]
