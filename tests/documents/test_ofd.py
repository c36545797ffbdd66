"""The national fixed-layout format: glyphs by their advances, tables by their ruling lines, damage refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pytest

from analytics.documents.detect import read_bytes
from analytics.documents.model import Grid
from analytics.errors import DocumentError
from analytics.settings import Limits

OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'
ROOT = (
    f"<ofd:OFD {OFD}><ofd:DocBody><ofd:DocInfo><ofd:Title>报告</ofd:Title></ofd:DocInfo>"
    "<ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
)
DOCUMENT = f'<ofd:Document {OFD}><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/P/Content.xml"/></ofd:Pages></ofd:Document>'


def packed(page: str, changed: Mapping[str, str] | None = None) -> bytes:
    members = {
        "OFD.xml": ROOT,
        "Doc_0/Document.xml": DOCUMENT,
        "Doc_0/Pages/P/Content.xml": f"<ofd:Page {OFD}><ofd:Content><ofd:Layer>{page}</ofd:Layer></ofd:Content></ofd:Page>",
    } | dict(changed or {})
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members.items():
            if content:
                archive.writestr(name, content)
    return file.getvalue()


def text(x: float, y: float, content: str, *, size: float = 4, marks: str = "", code: str = "") -> str:
    return (
        f'<ofd:TextObject Boundary="{x} {y} 60 6" Size="{size}" {marks}>'
        f'<ofd:TextCode X="0" Y="4" {code}>{content}</ofd:TextCode></ofd:TextObject>'
    )


def frame(*xs: float, top: float = 10, bottom: float = 30, middle: float = 20) -> str:
    upright = "".join(f"M {x} {top} L {x} {bottom} " for x in xs)
    level = "".join(f"M {xs[0]} {y} L {xs[-1]} {y} " for y in (top, middle, bottom))
    return (
        f'<ofd:PathObject Boundary="0 0 210 297"><ofd:AbbreviatedData>{upright}{level}</ofd:AbbreviatedData>'
        "</ofd:PathObject>"
    )


def cells(data: bytes) -> list[list[str]]:
    (grid,) = [block for block in read_bytes(data, name="a.ofd").blocks if isinstance(block, Grid)]
    return [[cell.text for cell in row] for row in grid.rows]


def test_cells_stand_where_ruling_lines_part_them() -> None:
    page = frame(10, 60, 110) + text(12, 13, "规章", code='DeltaX="4"') + text(62, 13, "12", code='DeltaX="2"')
    page += text(12, 23, "行政强制", code='DeltaX="g 3 4"') + text(62, 23, "－453", code='DeltaX="4 2 2"')
    document = read_bytes(packed(page), name="a.ofd")
    assert (document.format, document.titles[-1]) == ("ofd", "报告")
    assert cells(packed(page)) == [["规章", "12"], ["行政强制", "－453"]]


def test_a_matrix_moves_glyphs_and_hidden_ones_are_left_out() -> None:
    page = frame(10, 60, 110) + text(0, 0, "规章", marks='CTM="1 0 0 1 12 13"', code='DeltaX="4"')
    page += text(62, 13, "7") + text(66, 13, "9", marks='Visible="false"')
    assert cells(packed(page))[0] == ["规章", "7"]


def test_one_path_may_draw_rectangles_and_thin_shapes_are_rules() -> None:
    boxes = "".join(
        f'<ofd:PathObject Boundary="{x} {y} 50 10"><ofd:AbbreviatedData>M 0 0 L 50 0 L 50 10 L 0 10 C'
        "</ofd:AbbreviatedData></ofd:PathObject>"
        for x in (10, 60)
        for y in (10, 20)
    )
    page = boxes + text(12, 13, "规章") + text(62, 13, "1") + text(12, 23, "许可") + text(62, 23, "2")
    assert cells(packed(page)) == [["规章", "1"], ["许可", "2"]]


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"Doc_0/Document.xml": ""}, "archive_damaged"),
        ({"OFD.xml": "<broken"}, "archive_damaged"),
        ({"Doc_0/Pages/P/Content.xml": ""}, "archive_damaged"),
        ({"OFD.xml": f'<!DOCTYPE a [<!ENTITY b "c">]>{ROOT}'}, "entities_declared"),
        ({"Doc_0/Document.xml": DOCUMENT.replace("Pages/P", "../../../etc")}, "archive_damaged"),
    ],
)
def test_damage_is_refused(changed: dict[str, str], key: str) -> None:
    with pytest.raises(DocumentError) as refusal:
        read_bytes(packed(text(10, 10, "甲"), changed), name="a.ofd")
    assert refusal.value.key == key


def test_pages_and_characters_are_limited_and_advances_cannot_explode() -> None:
    many = DOCUMENT.replace("<ofd:Pages>", "<ofd:Pages>" + '<ofd:Page BaseLoc="Pages/P/Content.xml"/>' * 20)
    with pytest.raises(DocumentError) as refusal:
        read_bytes(packed(text(1, 1, "甲"), {"Doc_0/Document.xml": many}), name="a.ofd", limits=Limits(pages=10))
    assert refusal.value.key == "too_many_pages"
    with pytest.raises(DocumentError) as refusal:
        read_bytes(packed(text(1, 1, "甲" * 300)), name="a.ofd", limits=Limits(page_characters=200))
    assert refusal.value.key == "too_many_characters"
    assert read_bytes(packed(text(1, 1, "甲乙", code='DeltaX="g 999999999 4"')), name="a.ofd").blocks


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(DocumentError):
        read_bytes(packed(""), name="a.ofd")
