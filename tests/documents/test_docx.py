"""A word processor's file is read as the page shows it, and a hostile one is refused before it costs anything."""

from __future__ import annotations

import io
import zipfile
import zlib

import pytest
from lxml import etree
from word_markup import NAMES, document, field, markup, p, run, tbl, tc

from analytics.documents.detect import read_bytes
from analytics.documents.model import Document, Grid, Heading
from analytics.errors import DocumentError
from analytics.settings import Limits
from analytics.simulate.docx import WORD, write_archive
from analytics.words import Language
from analytics.words.render import write_error


def span(count: int) -> str:
    return f'<w:gridSpan w:val="{count}"/>'


BEGUN, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def grids(found: Document) -> list[Grid]:
    return [block for block in found.blocks if isinstance(block, Grid)]


def texts(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in row] for row in grid.rows]


def cell_text(content: str) -> str:
    (grid,) = grids(document(tbl(tc(content) + tc("x"))))
    return grid.rows[0][0].text


def lines(body: str, **parts: bytes) -> list[str]:
    return [block.text for block in document(body, **parts).blocks if not isinstance(block, Grid)]


# Tables ---------------------------------------------------------------------------------------------------


def test_paragraphs_and_tables_keep_their_order_and_places() -> None:
    found = document(p("一") + tbl(tc("a") + tc("b")) + p("") + tbl(tc("c")))
    assert [type(block).__name__ for block in found.blocks] == ["Paragraph", "Grid", "Paragraph", "Grid"]
    assert [block.place.element for block in found.blocks] == [0, 1, 2, 3]
    second = grids(found)[0].rows[0][1].place
    assert (second.element, second.grid, second.row, second.column) == (1, 0, 0, 1)
    assert grids(found)[1].place.grid == 1


def test_merged_cells_are_told_once_with_their_spans() -> None:
    rows = (
        tc("head", BEGUN + span(2)) + tc("wide", span(3)),
        tc("", GOES_ON + span(2)) + tc("1") + tc("2") + tc("3"),
        tc("", GOES_ON + span(2)) + tc("4") + tc("5") + tc("6"),
        tc("foot", BEGUN + span(2)) + tc("7") + tc("8") + tc("9"),
    )
    (grid,) = grids(document(tbl(*rows)))
    assert texts(grid) == [["head", "wide"], ["1", "2", "3"], ["4", "5", "6"], ["foot", "7", "8", "9"]]
    assert (grid.rows[0][0].rowspan, grid.rows[0][0].colspan) == (3, 2)
    assert (grid.rows[3][0].rowspan, grid.rows[0][1].colspan) == (1, 3)


def test_a_cell_that_continues_nothing_is_read() -> None:
    (grid,) = grids(document(tbl(tc("5", GOES_ON) + tc("a"), tc("b") + tc("c"), tc("6", GOES_ON) + tc("d"))))
    assert texts(grid) == [["5", "a"], ["b", "c"], ["6", "d"]]


def test_cells_merged_across_in_the_old_way_are_one() -> None:
    row = tc("a", '<w:hMerge w:val="restart"/>') + tc("", "<w:hMerge/>") + tc("b")
    (grid,) = grids(document(tbl(row)))
    assert [(cell.text, cell.colspan) for cell in grid.rows[0]] == [("a", 2), ("b", 1)]


@pytest.mark.parametrize(("width", "expected"), [("2000", ["", "b"]), ("40", ["b"])])
def test_a_gap_before_a_row_is_a_cell_only_where_it_can_be_seen(width: str, expected: list[str]) -> None:
    before = f'<w:trPr><w:gridBefore w:val="1"/><w:wBefore w:w="{width}" w:type="dxa"/></w:trPr>'
    (grid,) = grids(document(tbl(tc("a", BEGUN) + tc("x", BEGUN), before + tc("b"), tc("c") + tc("", GOES_ON))))
    assert texts(grid)[1] == expected


def test_a_table_round_a_figure_is_the_figure() -> None:
    inner = tbl(tc("6"))
    (grid,) = grids(document(tbl(tc("1") + tc("2") + tc("3"), tc("4") + tc("5") + tc(inner + p("")))))
    assert texts(grid) == [["1", "2", "3"], ["4", "5", "6"]]


def test_a_table_that_lays_out_the_page_gives_way_to_the_ones_in_it() -> None:
    found = document(tbl(tc(p("left") + tbl(tc("1") + tc("2")) + tbl(tc("3") + tc("4"))) + tc("right")))
    assert [texts(grid) for grid in grids(found)] == [[["1", "2"]], [["3", "4"]]]
    assert [block.text for block in found.blocks if not isinstance(block, Grid)] == ["left", "right"]


def test_rows_and_cells_in_content_controls_are_rows_and_cells() -> None:
    control = "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    row = tc("a") + control.format(tc("b"))
    whole = control.format(f"<w:tbl><w:tr>{row}</w:tr>" + control.format(f"<w:tr>{tc('c')}</w:tr>") + "</w:tbl>")
    (grid,) = grids(document(whole))
    assert texts(grid) == [["a", "b"], ["c"]]


# Text -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (p("12", "34"), "1234"),
        (p("12") + p("34"), "12 34"),
        (p("12", "<w:r><w:br/></w:r>", "34"), "12 34"),
        (p("12", "<w:r><w:cr/></w:r>", "34"), "12 34"),
        (p("12", "<w:r><w:tab/></w:r>", "34"), "12 34"),
        (p("7", "<w:r><w:noBreakHyphen/></w:r>", "8"), "7-8"),
        (p("5", run("1", '<w:vertAlign w:val="superscript"/>')), "5¹"),
        (p("5", '<w:r><w:footnoteReference w:id="7"/></w:r>'), "5¹"),
        (p("5", '<w:del w:id="1"><w:r><w:delText>9</w:delText></w:r></w:del>'), "5"),
        (p("5", f'<w:moveFrom w:id="1">{run("9")}</w:moveFrom>'), "5"),
        (p("5", f'<w:ins w:id="1">{run("9")}</w:ins>'), "59"),
        (p("5", run("9", "<w:vanish/>")), "5"),
        (p("5", run("9", '<w:vanish w:val="0"/>')), "59"),
        (p("5", run("9", "<w:strike/>")), "5"),
        (p("5", run("9", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>")), "59"),
        (p('<w:r><w:sym w:font="Symbol" w:char="F037"/></w:r>'), "7"),
        (p('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "是"), "☑是"),
        (p(f'<w:fldSimple w:instr="REF a">{run("3")}</w:fldSimple>'), "3"),
        (p(f"<w:hyperlink>{run('3')}</w:hyperlink>", f"<w:smartTag>{run('4')}</w:smartTag>"), "34"),
        (p(f"<w:sdt><w:sdtPr/><w:sdtContent>{run('3')}</w:sdtContent></w:sdt>"), "3"),
        (p("<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"), "1 2"),
        ('<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>' + run("8") + "</w:p>", "8"),
        (p("<w:r><w:ruby><w:rt>" + run("gong") + "</w:rt><w:rubyBase>" + run("公") + "</w:rubyBase></w:ruby></w:r>"), "公"),
    ],
)  # fmt: skip
def test_a_cell_says_what_the_page_shows(content: str, expected: str) -> None:
    assert cell_text(content) == expected


def test_of_a_field_only_the_result_is_read() -> None:
    inner = field("begin", "<w:r><w:instrText>REF x</w:instrText></w:r>", "separate", run("9"), "end")
    outer = field("begin", "<w:r><w:instrText>= </w:instrText></w:r>", inner, "separate", run("12"), "end")
    assert cell_text(p(outer, "件")) == "12件"


def test_a_field_that_never_ends_hides_nothing() -> None:
    assert cell_text(p(field("begin"), "12") + p("34")) == "12 34"


def test_text_written_for_two_readers_is_read_once() -> None:
    box = f"<v:textbox><w:txbxContent>{p('盒')}{tbl(tc('1') + tc('2'))}</w:txbxContent></v:textbox>"
    twice = f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    found = document(p("外", twice) + p("后"))
    assert [block.text for block in found.blocks if not isinstance(block, Grid)] == ["外", "盒", "后"]
    assert [texts(grid) for grid in grids(found)] == [[["1", "2"]]]


def test_deleted_rows_and_cells_are_not_there() -> None:
    deleted = f'<w:trPr><w:del w:id="1"/></w:trPr>{tc("9")}'
    (grid,) = grids(document(tbl(tc("1") + tc("9", '<w:cellDel w:id="2"/>'), deleted, tc("2"))))
    assert texts(grid) == [["1"], ["2"]]


def test_lines_of_a_paragraph_are_paragraphs() -> None:
    assert lines(p("芮城县", "<w:r><w:br/></w:r>", "年度报告") + p("")) == ["芮城县", "年度报告", ""]


def test_headings_are_known_by_style_name_and_by_outline_level() -> None:
    styles = (
        f'<w:styles {NAMES}><w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="a7"><w:name w:val="own"/><w:basedOn w:val="2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="a8"><w:name w:val="loop"/><w:basedOn w:val="a8"/></w:style>'
        '<w:style w:type="character" w:styleId="a9"><w:name w:val="note"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>'
    )

    def styled(properties: str, text: str) -> str:
        return f"<w:p><w:pPr>{properties}</w:pPr>{text}</w:p>"

    body = "".join(
        (
            styled('<w:pStyle w:val="2"/>', run("一")),
            styled('<w:pStyle w:val="a7"/>', run("二")),
            styled('<w:pStyle w:val="a8"/>', run("三") + run("4", '<w:rStyle w:val="a9"/>')),
            styled('<w:outlineLvl w:val="0"/>', run("四")),
            styled('<w:pStyle w:val="2"/><w:outlineLvl w:val="9"/>', run("五")),
        )
    )
    found = document(body, styles=styles.encode())
    assert [(block.text, isinstance(block, Heading)) for block in found.blocks if not isinstance(block, Grid)] == [
        ("一", True), ("二", True), ("三⁴", False), ("四", True), ("五", False),
    ]  # fmt: skip


def test_a_strict_file_is_read_like_any_other() -> None:
    strict = markup(p("甲")).replace(WORD.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
    found = read_bytes(archive(("word/document2.xml", strict)), name="x")
    assert [block.text for block in found.blocks if not isinstance(block, Grid)] == ["甲"]
    assert (found.format, found.reader) == ("docx", "docx")


def test_the_printed_title_goes_before_the_one_among_the_properties() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>2019 年报告</dc:title></cp:coreProperties>'
    )
    data = archive(("word/document.xml", markup(p("2023 年报告"))), ("docProps/core.xml", core.encode()))
    assert read_bytes(data, name="x").titles == ("2023 年报告", "2019 年报告")


# Refusals -------------------------------------------------------------------------------------------------


def archive(*members: tuple[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members:
            made.writestr(name, content)
    return file.getvalue()


def refusal(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(DocumentError) as caught:
        read_bytes(data, name="report.docx", limits=limits)
    for language in Language:
        sentence = write_error(caught.value, language)
        assert "report.docx" in sentence and "{" not in sentence
    return caught.value.key


def test_macros_are_neither_run_nor_read() -> None:
    data = archive(("word/document.xml", markup(p("a"))), ("word/vbaProject.bin", b"\x00broken"))
    assert [block.place.element for block in read_bytes(data, name="report.docm").blocks] == [0]


def test_an_archive_that_is_no_office_file_is_refused_as_one() -> None:
    assert refusal(archive(("a.txt", b"word/document.xml"))) == "archive_alone"


def test_what_would_unpack_too_large_is_refused_unpacked() -> None:
    bomb = archive(("word/document.xml", markup(p("a"))), ("word/media/a.bmp", bytes(30_000_000)))
    assert len(bomb) < 100_000
    assert refusal(bomb) == "unpacks_too_large"
    assert (
        refusal(archive(("word/document.xml", bytes(3_000_000))), Limits(markup_bytes=1_000_000)) == "unpacks_too_large"
    )


def test_a_promise_in_the_directory_that_is_a_lie_is_damage() -> None:
    data = archive(("word/document.xml", markup(p("a" * 5000))))
    size = len(markup(p("a" * 5000)))
    lying = data.replace(size.to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert lying != data
    assert refusal(lying) == "archive_damaged"


def test_a_torn_or_spoilt_file_is_refused_in_a_sentence() -> None:
    data = write_archive(etree.fromstring(markup(p("a" * 5000) + tbl(tc("b")))))
    assert refusal(data[:-60]) == "archive_damaged"
    spoilt = bytearray(data)
    start = data.index(b"word/document.xml") + 17
    spoilt[start : start + 20] = zlib.compress(b"else")[:20].ljust(20, b"\xff")
    assert refusal(bytes(spoilt)) == "archive_damaged"
    assert refusal(archive(("word/document.xml", b"<w:document"))) == "archive_damaged"
    assert refusal(archive(("word/document.xml", b""))) == "archive_damaged"


def test_declared_entities_are_refused() -> None:
    bomb = (
        b'<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><w:document xmlns:w="%s">&b;</w:document>' % WORD.encode()
    )
    assert refusal(archive(("word/document.xml", bomb))) == "entities_declared"
    outside = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>'
    assert refusal(archive(("word/document.xml", outside))) == "entities_declared"


def test_nesting_and_cells_beyond_the_limit_are_refused() -> None:
    nested = p("x")
    for _ in range(40):
        nested = tbl(tc(nested + p("y")))
    data = write_archive(etree.fromstring(markup(nested)))
    assert refusal(data, Limits(nesting_depth=60)) == "nested_too_deep"
    assert (
        refusal(write_archive(etree.fromstring(markup(tbl(*[tc("1") * 20] * 20)))), Limits(grid_cells=399))
        == "too_many_cells"
    )
    deep = "<w:sdt>" * 3000 + "</w:sdt>" * 3000
    assert refusal(archive(("word/document.xml", markup(deep)))) == "nested_too_deep"
