"""An ingest of a folder of documents that are made to harm, among reports that must be read all the same."""

from __future__ import annotations

import io
import random
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import py7zr
from PIL import Image

from analytics.warehouse.builds.publish import find_database_path
from benchmarks.killed import ingest_command

COUNTIES = 40
"""Ordinary reports among the others: as many, over seven years."""
GOAL_FIRST, GOAL_AGAIN = 60, 3
_ROW = "<tr><td>规章</td><td>{0}</td><td>{0}</td></tr>"
_MEGABYTE = 1_000_000


def rows() -> Iterator[tuple[str, str, str]]:
    """(what, measured, goal)"""
    with tempfile.TemporaryDirectory() as name:
        raw, warehouse = Path(name, "world", "raw"), Path(name, "warehouse")
        simulate = [sys.executable, "-m", "analytics", "simulate", str(raw.parent), "--counties", str(COUNTIES)]
        subprocess.run([*simulate, "--format", "html"], check=True, capture_output=True)
        ordinary = sum(file.suffix == ".html" for file in raw.rglob("*"))
        folder = raw / "hostile"
        folder.mkdir()
        for file, make in _DOCUMENTS.items():
            (folder / file).write_bytes(make())
        first = _seconds(ingest_command(raw, warehouse))
        again = _seconds(ingest_command(raw, warehouse))
        with duckdb.connect(str(find_database_path(warehouse)), read_only=True) as con:
            read = _count(con, "report JOIN document USING (document_id) WHERE file NOT LIKE 'hostile/%'")
            taken = _count(con, "report JOIN document USING (document_id) WHERE file LIKE 'hostile/%'")
            refused = _count(con, "rejected")
    yield "documents made to harm", f"{len(_DOCUMENTS)}", "–"
    yield "ingest of all", f"{first:.1f} s", f"≤ {GOAL_FIRST} s"
    yield "ingest again with nothing new", f"{again:.1f} s", f"≤ {GOAL_AGAIN} s"
    yield "ordinary reports read", f"{read} of {ordinary}", f"{ordinary}"
    yield "refused with a sentence, members of an archive one by one", f"{refused}", "–"
    yield "documents made to harm that were read as reports", f"{taken}", "0"


def _seconds(command: list[str]) -> float:
    start = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    return time.monotonic() - start


def _count(con: duckdb.DuckDBPyConnection, rows: str) -> int:
    (count,) = con.execute(f"SELECT count(*) FROM {rows}").fetchone() or (0,)
    return int(count)


# Documents -----------------------------------------------------------------------------------------------------


def _page(body: str) -> bytes:
    return f"<html><body><h1>政府信息公开工作年度报告</h1>{body}</body></html>".encode()


def _pdf(*objects: bytes) -> bytes:
    """A file of these objects, the first of them the catalogue, without a table of where they stand: readers look."""
    parts = [b"%d 0 obj\n%s\nendobj\n" % (number, content) for number, content in enumerate(objects, 1)]
    return b"%PDF-1.4\n" + b"".join(parts) + b"trailer<</Size %d/Root 1 0 R>>\n%%%%EOF" % (len(objects) + 1)


def _stream(entries: bytes, content: bytes) -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(content), content)


def _drawing(*forms: bytes) -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</A 5 0 R>>>>>>"
    catalogue, pages = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return _pdf(catalogue, pages, page, _stream(b"", b"/A Do "), *forms)


def _form(inner: bytes, content: bytes) -> bytes:
    return _stream(b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<<%s>>" % inner, content)


def _drawing_a_billion() -> bytes:
    inner = [_form(b"/XObject<</A %d 0 R>>" % (6 + number), b"/A Do " * 10) for number in range(9)]
    return _drawing(*inner, _form(b"", b"0 0 m 9 9 l S "))


def _many_pages() -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 5003))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>"
    return _pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 5000/Kids[%s]>>" % kids, *[page] * 5000)


def _message() -> bytes:
    head = b'From: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="X"\r\n\r\n'
    return head + b"--X\r\nContent-Type: text/html\r\n\r\na\r\n" * 600_000 + b"--X--"


def _zip(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def _nested(depth: int) -> bytes:
    data = _page("a")
    for _ in range(depth):
        data = _zip({"inner.zip": data})
    return data


def _tar_bomb() -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w:xz") as archive:
        entry = tarfile.TarInfo("a.html")
        entry.size = 500 * _MEGABYTE
        archive.addfile(entry, io.BytesIO(bytes(entry.size)))
    return file.getvalue()


def _7z_bomb() -> bytes:
    file = io.BytesIO()
    with py7zr.SevenZipFile(file, "w") as archive:
        archive.writestr(bytes(300 * _MEGABYTE), "a.html")
    return file.getvalue()


def _sheet() -> bytes:
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(1, 400_000))
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return _zip(
        {
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{relation}"><sheets>'
            '<sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>'.encode(),
            "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{relation}/worksheet" Target="worksheets/s.xml"/></Relationships>'.encode(),
            "xl/worksheets/s.xml": f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>'.encode(),
        }
    )


def _picture() -> bytes:
    file = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(file, "PNG")
    return file.getvalue()


def _noise(size: int) -> bytes:
    return random.Random("noise").randbytes(size)


_DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "form_that_draws_itself.pdf": lambda: _drawing(_form(b"/XObject<</A 5 0 R>>", b"/A Do /A Do ")),
    "forms_that_draw_a_billion_times.pdf": _drawing_a_billion,
    "five_thousand_pages.pdf": _many_pages,
    "noise_in_a_pdf.pdf": lambda: b"%PDF-1.7\n" + _noise(20 * _MEGABYTE),
    "attributes.html": lambda: _page("<p " + " ".join(f"a{n}=1" for n in range(300_000)) + ">a</p>"),
    "nested.html": lambda: _page("<div>" * 200_000),
    "rows_without_end.html": lambda: _page("<table>" + "".join(map(_ROW.format, range(300_000))) + "</table>"),
    "one_row_repeated.html": lambda: _page("<table>" + _ROW.format(1) * 20_000 + "</table>"),
    "one_line_repeated.txt": lambda: "制发规范性文件 1 件\n".encode() * 90_000,
    "lines_without_end.txt": lambda: "".join(f"第{n}行 {n}\n" for n in range(2_000_000)).encode(),
    "one_line_without_end.txt": lambda: "规章1".encode() * 4_000_000,
    "parts.mht": _message,
    "rows.rtf": lambda: rb"{\rtf1 " + rb"\trowd\cellx100 1\cell\row" * 400_000 + b"}",
    "rows.xlsx": _sheet,
    "rows.csv": lambda: ("organ,year,measure,value\n" + "a,2021,b,1\n" * 1_000_000).encode(),
    "too_large.html": lambda: _page("a" * 60 * _MEGABYTE),
    "wide.png": _picture,
    "bomb.zip": lambda: _zip({f"{n}.html": bytes(40 * _MEGABYTE) for n in range(5)}),
    "bomb.tar.xz": _tar_bomb,
    "bomb.7z": _7z_bomb,
    "members.zip": lambda: _zip({f"{n}.txt": b"a" for n in range(60_000)}),
    "small_members.zip": lambda: _zip({f"{n}.html": _page(str(n)) for n in range(5_000)}),
    "nested.zip": lambda: _nested(30),
    "noise.zip": lambda: b"PK\x03\x04" + _noise(20 * _MEGABYTE),
    "noise.bin": lambda: _noise(40 * _MEGABYTE),
}
"""Name → what makes it."""
