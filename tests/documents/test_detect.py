"""Bad input is refused with a key that has a sentence; good input is read whatever it is called."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from analytics.documents.detect import read, read_bytes
from analytics.documents.formats import FORMATS, identify
from analytics.documents.kinds import Kind
from analytics.documents.model import TRAITS, Format, Grid
from analytics.errors import DocumentError, FetchError
from analytics.fetch.contents import choose_suffix
from analytics.reports.parse import parse
from analytics.settings import Limits
from analytics.words import Language
from analytics.words.render import write_error

PNG = b"\x89PNG\r\n\x1a\n" + bytes(200)
SHEET = "organ,scope,year,evidence_kind,read_from,table,line,column,value,printed,measured_in,source\n"


def refusal(data: bytes) -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        parse(read_bytes(data, name="report.html"))
    return caught.value


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "empty_file"),
        (b"  \n\t ", "empty_file"),
        (PNG, "picture_broken"),
        (b"%PDF-1.7 ...", "pdf_broken"),
        ("很久很久以前，有一座山。\n".encode() * 400, "rows_repeated"),
        ("\n".join(f"第{number}天，山上来了{number}个人。" for number in range(400)).encode(), "not_a_report"),
        (b"<html><body><p>hello</p></body></html>", "not_a_report"),
        (b"\x00\x01\x02\xff\xfe\x03\x9f" * 300, "not_text"),
        (SHEET.replace("printed,", "").encode(), "sheet_column_missing"),
        (SHEET.encode(), "sheet_without_rows"),
    ],
)
def test_what_is_no_report_is_refused_in_a_sentence(data: bytes, key: str, tmp_path: Path) -> None:
    if not data:
        (tmp_path / "report.html").write_bytes(data)
        with pytest.raises(DocumentError) as caught:
            read(tmp_path / "report.html")
        found: DocumentError = caught.value
    else:
        found = refusal(data)
    assert found.key == key
    for language in Language:
        sentence = write_error(found, language)
        assert "report.html" in sentence and "{" not in sentence


def test_a_large_file_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(DocumentError, match="too_large"):
        read(path)


def test_nesting_beyond_the_limit_is_refused() -> None:
    page = b"<html><body>" + b"<div>" * 200 + b"x<p>y</p>" + b"</div>" * 200
    with pytest.raises(DocumentError, match="nested_too_deep"):
        read_bytes(page, name="deep.html", limits=Limits(nesting_depth=100))


def test_a_comment_in_a_cell_is_not_its_text() -> None:
    document = read_bytes(b"<table><tr><td><!-- 9 -->5</td><td><p>1</p><p>2</p></td></tr></table>", name="x")
    (grid,) = [block for block in document.blocks if isinstance(block, Grid)]
    assert [cell.text for cell in grid.rows[0]] == ["5", "1 2"]


def test_a_page_under_any_name_is_a_page() -> None:
    assert read_bytes(b"<html><p>a</p></html>", name="report.txt").format == "html"


def packed(*members: str, first: str = "", content: str = "") -> bytes:
    """An archive with these members, the first of which may say something."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        if first:
            archive.writestr(first, content)
        for member in members:
            archive.writestr(member, "<x/>")
    return file.getvalue()


ODF = "application/vnd.oasis.opendocument."


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (packed("content.xml", first="mimetype", content=f"{ODF}spreadsheet"), Kind(".ods")),
        (packed("content.xml", first="mimetype", content=f"{ODF}text"), Kind(".odt")),
        (packed("content.xml"), Kind(".odt")),
        (packed("word/document.xml"), Kind(".docx")),
        (packed("word/document2.xml"), Kind(".docx")),
        (packed("xl/workbook.bin"), Kind(".xlsx")),
        (packed("OFD.xml"), Kind(".ofd")),
        (packed("a.txt"), Kind(".zip")),
        (packed(first="a.pdf", content="%PDF-1.7 %%EOF"), Kind(".zip")),
        (b"junk %PDF-1.7 %%EOF", Kind(".pdf")),
        (b"{\\rtf1 x}", Kind(".rtf")),
        (b"<office:document >", Kind(".fodt")),
        (b"7z\xbc\xaf\x27\x1c", Kind(".7z")),
        (b"\x1f\x8b\x08", Kind(".tar")),
        (b"Rar!\x1a", Kind(".rar")),
        (b"II*\x00", Kind(".tif")),
        (b"MM\x00*", Kind(".tif")),
        (PNG, Kind(".png")),
        (SHEET.encode(), Kind(".csv")),
        (b"<html><p>a</p></html>", Kind(".html")),
        ("标题\n一段话。\n".encode(), Kind(".txt")),
    ],
)
def test_bytes_are_named_by_what_they_are_for_the_reader_and_for_a_fetched_file(data: bytes, kind: Kind) -> None:
    assert identify(data, name="a").kind == kind
    if not FORMATS[kind].is_read:
        with pytest.raises(FetchError, match="answer_other"):
            choose_suffix(data, url="http://a/b")
    else:
        assert choose_suffix(data, url="http://a/b") == kind


def test_every_format_says_how_it_is_treated() -> None:
    assert set(TRAITS) == set(Format)


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"%PDF-1.7 cut", "answer_cut"),
        (b"PK\x03\x04 cut", "answer_cut"),
        (b"\x00\x01\xff\xfe\x9f" * 300, "answer_other"),
    ],
)
def test_what_is_cut_or_no_document_is_no_file(data: bytes, key: str) -> None:
    with pytest.raises(FetchError, match=key):
        choose_suffix(data, url="http://a/b")
