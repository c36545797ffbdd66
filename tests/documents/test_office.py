"""Word processor files of another age: converted where LibreOffice is there, refused with a sentence where it is not,
and never taken when a conversion loses figures."""

from __future__ import annotations

import stat
import struct
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import olefile
import pytest

from analytics.documents.detect import read_bytes
from analytics.documents.folder import Folder
from analytics.documents.word import office
from analytics.documents.word.doctext import count_figures
from analytics.errors import DocumentError
from analytics.ingest.tasks import parse_batch
from analytics.reports.parse import parse
from analytics.settings import Limits
from analytics.simulate.docx import render_docx
from analytics.simulate.render import FormSheet, build_table_rows
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.terms import Table
from folder_listing import list_documents

SECTOR = 512
END, FREE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
EDITIONS = {Table.II: Edition("2021"), Table.III: Edition("2021"), Table.IV: Edition("2021")}


def sheet(**changed: str) -> FormSheet:
    cells = [cell.code for table in EDITIONS for cell in form.list_form_cells(table, Edition("2021"))]
    printed = {code: str(number % 70) for number, code in enumerate(cells)}
    return FormSheet("芮城县人民政府2023年政府信息公开工作年度报告", EDITIONS, printed, tuple(changed.values()))


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file with these streams: one FAT sector, one directory sector, no small streams."""
    padded = {name: content + bytes(max(0, 4096 - len(content))) for name, content in streams.items()}
    fat = [FAT, END]
    starts = {}
    for name, content in padded.items():
        count = -(-len(content) // SECTOR)
        starts[name] = len(fat)
        fat += [*range(len(fat) + 1, len(fat) + count), END]
    directory = entry("Root Entry", 5, END, 0, child=1)
    for index, (name, content) in enumerate(padded.items(), start=1):
        directory += entry(name, 2, starts[name], len(content), right=index + 1 if index < len(padded) else FREE)
    head = struct.pack("<8s16xHHHHH6xIIIIIIIII", olefile.MAGIC, 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, END, 0, END, 0)
    head += struct.pack("<109I", 0, *[FREE] * 108)
    table = struct.pack(f"<{SECTOR // 4}I", *fat, *[FREE] * (SECTOR // 4 - len(fat)))
    contents = b"".join(content + bytes(-len(content) % SECTOR) for content in padded.values())
    return head + table + directory.ljust(SECTOR, b"\0") + contents


def entry(name: str, kind: int, start: int, size: int, *, child: int = FREE, right: int = FREE) -> bytes:
    stored = name.encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII36xIQ", stored, len(stored) + 2, kind, 1, FREE, right, child, start, size
    )  # fmt: skip


def doc(text: str, *, flags: int = 0x0200) -> bytes:
    """A word processor file that says no more than its text, in two pieces: one of wide characters, one of bytes."""
    cut = text.rindex("\x07", 0, -1) + 1  # the last cell is plain figures
    wide, narrow = text[:cut].encode("utf-16-le"), text[cut:].encode("cp1252")
    begin = 0x800
    main = bytearray(begin) + wide + narrow
    struct.pack_into("<H", main, 10, flags)
    struct.pack_into("<I", main, 0x4C, len(text))
    pieces = struct.pack("<III", 0, cut, len(text))
    pieces += struct.pack("<HIH", 0, begin, 0)
    pieces += struct.pack("<HIH", 0, (begin + len(wide)) * 2 | 0x40000000, 0)
    clx = struct.pack("<BH4s", 1, 4, b"prop") + struct.pack("<BI", 2, len(pieces)) + pieces
    struct.pack_into("<II", main, 0x01A2, 0, len(clx))
    return compound({"WordDocument": bytes(main), "1Table" if flags & 0x0200 else "0Table": clx})


def printed_text(filled: FormSheet) -> str:
    rows = [row for table in filled.editions for row in build_table_rows(filled, table)]
    return (
        f"{filled.title}\r" + "".join("".join(f"{span.text}\x07" for span in row) + "\x07" for row in rows) + "99\x07"
    )


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts a program named soffice in the path that runs a script with ``source`` and ``folder`` known."""

    def install(script: str) -> None:
        program = tmp_path / "bin" / "soffice"
        program.parent.mkdir()
        program.write_text(
            f"#!{sys.executable}\nimport pathlib, shutil, sys, time\n"
            "folder, source = pathlib.Path(sys.argv[-2]), pathlib.Path(sys.argv[-1])\n"
            f"folder.mkdir()\nprepared = pathlib.Path({str(tmp_path / 'prepared.docx')!r})\n{script}\n"
        )
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", str(program.parent))

    return install


TAKES = "assert source.exists()\nshutil.copy(prepared, folder / 'report.docx')"


@pytest.mark.parametrize("flags", [0x0200, 0x0000])
def test_the_second_reading_finds_every_figure_of_the_tables(flags: int) -> None:
    filled = sheet()
    found = count_figures(doc(printed_text(filled), flags=flags), name="a.doc")
    assert found == Counter([*filled.printed.values(), "99"])


def test_instructions_of_fields_are_not_figures() -> None:
    assert count_figures(doc("甲\x07\x13 =SUM(3) \x1412\x15\x0799\x07"), name="a.doc") == {"12": 1, "99": 1}


def test_a_converted_file_reads_as_a_newer_one_would(installed: Callable[[str], None], tmp_path: Path) -> None:
    (tmp_path / "prepared.docx").write_bytes(render_docx(sheet()))
    installed(TAKES)
    data = doc(printed_text(sheet()))
    document = read_bytes(data, name="报告.wps")
    assert (document.format, document.reader) == ("doc", "libreoffice")
    (report,) = parse(document)
    (newer,) = parse(read_bytes(render_docx(sheet()), name="a.docx"))
    assert report.facts == newer.facts
    assert read_bytes(b"{\\rtf1 ...}", name="a.rtf").format == "doc"


def test_a_conversion_that_loses_a_table_is_refused(installed: Callable[[str], None], tmp_path: Path) -> None:
    filled = sheet()
    less = FormSheet(filled.title, {Table.II: Edition("2021"), Table.IV: Edition("2021")}, filled.printed)
    (tmp_path / "prepared.docx").write_bytes(render_docx(less))
    installed(TAKES)
    assert refusal(doc(printed_text(filled))).key == "conversion_lost_figures"


@pytest.mark.parametrize("data", [doc(printed_text(sheet())), b"{\\rtf1 ...}"], ids=["doc", "rtf"])
def test_without_the_program_a_sentence_says_so(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_program", lambda: None)
    assert refusal(data).key == "office_missing"


def test_a_program_that_fails_or_hangs_is_stopped(installed: Callable[[str], None]) -> None:
    installed("time.sleep(60 if source.read_bytes().startswith(b'{') else 0)\nprint('no filter', file=sys.stderr)")
    failed = refusal(doc(printed_text(sheet())))
    assert (failed.key, failed.operands["reason"]) == ("conversion_failed", "no filter")
    assert refusal(b"{\\rtf1 ...}", Limits(conversion_seconds=0.5)).key == "conversion_timed_out"


def test_a_program_that_ends_badly_may_be_asked_again(installed: Callable[[str], None]) -> None:
    installed("sys.exit(77)")
    stopped = refusal(doc(printed_text(sheet())))
    assert (stopped.key, stopped.operands["status"], stopped.is_transient) == ("conversion_stopped", 77, True)


@pytest.mark.parametrize("flags", [0x0300])
def test_a_locked_file_is_refused(flags: int) -> None:
    assert refusal(doc(printed_text(sheet()), flags=flags)).key == "password_needed"


@pytest.mark.parametrize("keep", [600, 2000, 5000])
def test_a_torn_file_is_refused(keep: int) -> None:
    assert refusal(doc(printed_text(sheet()))[:keep]).key in ("archive_damaged", "office_missing", "format_not_read")


def refusal(data: bytes, limits: Limits | None = None) -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        read_bytes(data, name="a.doc", limits=limits)
    return caught.value


def test_many_files_are_converted_in_one_run_and_what_it_leaves_out_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "prepared.docx").write_bytes(render_docx(sheet()))
    program, runs = tmp_path / "bin" / "soffice", tmp_path / "runs"
    program.parent.mkdir()
    program.write_text(
        f"#!{sys.executable}\nimport pathlib, shutil, sys\n"
        "at = sys.argv.index('--outdir')\nfolder, sources = pathlib.Path(sys.argv[at + 1]), sys.argv[at + 2 :]\n"
        f"folder.mkdir()\nwith open({str(runs)!r}, 'a') as file: print(len(sources), file=file)\n"
        "for source in map(pathlib.Path, sources):\n"
        "    left_out = len(sources) > 1 and b'left out' in source.read_bytes()\n"
        f"    left_out or shutil.copy({str(tmp_path / 'prepared.docx')!r}, folder / (source.stem + '.docx'))\n"
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(program.parent))
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.rtf").write_bytes(b"{\\rtf1 a}")
    (raw / "b.rtf").write_bytes(b"{\\rtf1 left out}")
    (raw / "c.doc").write_bytes(doc(printed_text(sheet())))
    (raw / "d.txt").write_bytes(b"text")
    with Folder(raw) as folder:
        batch = parse_batch(raw, list(list_documents(folder)), Limits())
    assert {row["file"]: row.get("rejected") for row in batch.rows["documents"]} == {
        "a.rtf": None, "b.rtf": None, "c.doc": None, "d.txt": "not_a_report",
    }  # fmt: skip
    assert runs.read_text().split() == ["3", "1"]
