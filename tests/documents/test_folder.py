"""Documents wherever they lie: folders, addresses, archives in archives; bad archives cost themselves alone."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import fsspec
import py7zr
import pytest

from analytics.documents.detect import read_bytes
from analytics.documents.folder import Folder, ListedFile
from analytics.errors import CollectionError, DocumentError
from analytics.settings import Limits
from analytics.simulate.docx import render_docx
from analytics.simulate.render import FormSheet
from folder_listing import list_documents


class OldEntry(zipfile.ZipInfo):
    """A member whose name is stored in GB18030 without a mark, as old systems do."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802  # the name that zipfile looks for
        return self.filename.encode("gb18030"), self.flag_bits


def archive(members: dict[str, bytes], entry: type[zipfile.ZipInfo] = zipfile.ZipInfo) -> bytes:
    """A zip archive of these members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for name, content in members.items():
            packed.writestr(entry(name), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def listed(root: Path, limits: Limits | None = None) -> dict[str, ListedFile]:
    return {file.name: file for file in list_documents(Folder(root, limits))}


def test_documents_of_folders_and_archives_of_any_depth_are_listed_and_read(tmp_path: Path) -> None:
    (tmp_path / "江苏" / "淮安").mkdir(parents=True)
    (tmp_path / "江苏" / "淮安" / "a.txt").write_bytes(b"A")
    (tmp_path / ".hidden").write_bytes(b"H")
    inner = archive({"县/b.txt": b"B", "__MACOSX/b.txt": b"X", "县/.DS_Store": b"X", "县/": b""})
    (tmp_path / "上报.zip").write_bytes(archive({"内层.zip": inner, "c.txt": b"C"}))
    found = listed(tmp_path)
    assert list(found) == ["上报.zip!/内层.zip!/县/b.txt", "上报.zip!/c.txt", "江苏/淮安/a.txt"]
    with Folder(tmp_path) as folder:
        assert [folder.data(name) for name in found] == [b"B", b"C", b"A"]
    assert len({file.sha256 for file in found.values()}) == 3


def test_names_of_old_archives_are_decoded(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(archive({"芮城县报告.txt": b"R"}, OldEntry))
    with Folder(tmp_path) as folder:
        assert [file.name for file in list_documents(folder)] == ["a.zip!/芮城县报告.txt"]
        assert folder.data("a.zip!/芮城县报告.txt") == b"R"


def test_an_office_file_is_a_document_and_no_archive(tmp_path: Path) -> None:
    (tmp_path / "report.docx").write_bytes(render_docx(FormSheet("甲", {}, {})))
    assert list(listed(tmp_path)) == ["report.docx"]


@pytest.mark.parametrize("name", ["../out.txt", "a/../../out.txt", "/etc/passwd", "C:/out.txt", "a\n.txt"])
def test_a_member_that_leads_out_of_its_archive_is_refused_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.zip").write_bytes(archive({name: b"X", "good.txt": b"G"}))
    found = list(list_documents(Folder(tmp_path)))
    assert [file.refusal.key if file.refusal else None for file in found] == ["archive_member_name", None]


def test_bombs_are_refused_by_what_they_promise(tmp_path: Path) -> None:
    zeros = bytes(20_000_000)
    (tmp_path / "one.zip").write_bytes(archive({"bomb.txt": zeros, "good.txt": b"G"}))
    (tmp_path / "sum.zip").write_bytes(archive({f"{number}.txt": bytes(900_000) for number in range(9)}))
    found = listed(tmp_path, Limits(archive_bytes=25_000_000))
    assert [file.refusal.key if file.refusal else None for file in found.values()] == [
        "unpacks_too_large", None, *[None] * 9,
    ]  # fmt: skip
    refusal = listed(tmp_path, Limits(archive_bytes=5_000_000))["sum.zip"].refusal
    assert refusal is not None
    assert refusal.key == "unpacks_too_large"


def test_archives_within_archives_end_somewhere(tmp_path: Path) -> None:
    data = archive({"a.txt": b"A"})
    for _ in range(6):
        data = archive({"inner.zip": data})
    (tmp_path / "deep.zip").write_bytes(data)
    (file,) = list_documents(Folder(tmp_path))
    assert file.refusal is not None
    assert file.refusal.key == "archive_too_deep"


def test_archives_with_too_many_or_no_members_are_refused(tmp_path: Path) -> None:
    (tmp_path / "many.zip").write_bytes(archive({f"{number}": b"" for number in range(30)}))
    (tmp_path / "none.zip").write_bytes(archive({"folder/": b""}))
    found = listed(tmp_path, Limits(archive_members=20))
    assert {name: file.refusal.key for name, file in found.items() if file.refusal} == {
        "many.zip": "archive_too_many",
        "none.zip": "archive_empty",
    }


def test_damaged_archives_and_members_are_refused_when_read(tmp_path: Path) -> None:
    whole = archive({"a.txt": b"A" * 500, "b.txt": b"B" * 500})
    (tmp_path / "torn.zip").write_bytes(whole[:60])
    (tmp_path / "hurt.zip").write_bytes(whole[:40] + b"\xff\xff\xff" + whole[43:])
    found = listed(tmp_path)
    assert found["hurt.zip!/b.txt"].refusal is None
    hurt = found["hurt.zip!/a.txt"].refusal
    assert hurt is not None
    assert hurt.key == "archive_damaged"
    assert found["torn.zip"].refusal is None  # refused by content when it is read


def test_documents_at_an_address_are_those_of_a_folder(tmp_path: Path) -> None:
    files = fsspec.filesystem("memory")
    files.pipe("/raw/甲/a.txt", b"A")
    files.pipe("/raw/b.zip", archive({"c.txt": b"C"}))
    files.pipe("/raw/sources.csv", b"file")
    with Folder("memory://raw") as folder:
        names = [file.name for file in list_documents(folder)]
        assert names == ["b.zip!/c.txt", "sources.csv", "甲/a.txt"]
        assert [folder.data(name) for name in names] == [b"C", b"file", b"A"]
        assert folder.text("sources.csv") == b"file"
        assert folder.text("absent.csv") is None


@pytest.mark.parametrize("address", ["memory://nowhere", "nosuch://raw"])
def test_an_address_without_a_folder_is_said(address: str) -> None:
    with pytest.raises(CollectionError):
        Folder(address)


def test_what_is_gone_or_too_large_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(archive({"a.txt": b"A"}))
    (tmp_path / "large.txt").write_bytes(b"L" * 20)
    with Folder(tmp_path, Limits(document_bytes=10)) as folder:
        for name, key in (("a.zip!/b.txt", "document_gone"), ("c.txt", "document_gone"), ("large.txt", "too_large")):
            with pytest.raises(DocumentError) as refusal:
                folder.data(name)
            assert refusal.value.key == key


def tar(members: dict[str, bytes], mode: str = "w:gz") -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode=mode) as packed:  # type: ignore[call-overload]
        for name, content in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            packed.addfile(entry, io.BytesIO(content))
    return file.getvalue()


def seven(members: dict[str, bytes], password: str | None = None) -> bytes:
    file = io.BytesIO()
    with py7zr.SevenZipFile(file, "w", password=password) as packed:
        for name, content in members.items():
            packed.writestr(content, name)
    return file.getvalue()


@pytest.mark.parametrize(
    "pack", [archive, tar, lambda members: tar(members, "w"), lambda members: tar(members, "w:xz"), seven]
)
def test_archives_of_every_kind_hold_the_same_documents(
    tmp_path: Path, pack: Callable[[dict[str, bytes]], bytes]
) -> None:
    inner = pack({"县/b.txt": b"B" * 70_000, "县/.hidden": b"X"})
    (tmp_path / "上报").write_bytes(pack({"内层": inner, "c.txt": b"C"}))
    found = listed(tmp_path)
    assert {name: file.size for name, file in found.items()} == {"上报!/内层!/县/b.txt": 70_000, "上报!/c.txt": 1}
    with Folder(tmp_path) as folder:
        assert [folder.data(name)[:1] for name in found] == [b"B", b"C"]


def test_members_that_are_no_files_or_lead_out_are_refused_alone(tmp_path: Path) -> None:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as packed:
        for name, kind in {"link": tarfile.SYMTYPE, "hard": tarfile.LNKTYPE, "pipe": tarfile.FIFOTYPE}.items():
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = kind, "/etc/passwd"
            packed.addfile(entry)
        entry = tarfile.TarInfo("../out.txt")
        packed.addfile(entry)
        entry = tarfile.TarInfo("in.txt")
        entry.size = 1
        packed.addfile(entry, io.BytesIO(b"I"))
    (tmp_path / "a.tar").write_bytes(file.getvalue())
    refusals = {name: file.refusal and file.refusal.key for name, file in listed(tmp_path).items()}
    assert refusals == {
        "a.tar!/link": "member_link", "a.tar!/hard": "member_link", "a.tar!/pipe": "member_no_file",
        "a.tar!/../out.txt": "archive_member_name", "a.tar!/in.txt": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (seven({"a.txt": b"A"}, password="secret"), "password_needed"),
        (seven({"a.txt": b"A"})[:-9], "archive_damaged"),
        (tar({"a.txt": b"A" * 9_000}, "w")[:3_000], "archive_damaged"),
        (tar({"a.txt": bytes(40_000_000)}, "w:bz2"), "unpacks_too_large"),
        (seven({"a.txt": bytes(40_000_000)}), "unpacks_too_large"),
        (gzip.compress(b"<html><body>", mtime=0), "compressed_alone"),
    ],
)
def test_archives_that_cannot_be_unpacked_are_said(tmp_path: Path, data: bytes, key: str) -> None:
    (tmp_path / "a").write_bytes(data)
    (tmp_path / "b.txt").write_bytes(b"B")
    found = listed(tmp_path)
    assert {name: file.refusal and file.refusal.key for name, file in found.items()} == {"a": key, "b.txt": None}


def test_an_archive_given_alone_says_what_to_do() -> None:
    for data, key in (
        (seven({"a": b"A"}), "archive_alone"),
        (tar({"a": b"A"}), "archive_alone"),
        (b"Rar!\x1a\x07\x01\x00", "rar_not_read"),
    ):
        with pytest.raises(DocumentError) as refusal:
            read_bytes(data, name="a")
        assert refusal.value.key == key


def test_names_in_a_tar_are_decoded_and_a_name_that_comes_twice_is_refused(tmp_path: Path) -> None:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", encoding="gb18030", format=tarfile.GNU_FORMAT) as packed:
        for content in (b"1", b"2"):
            entry = tarfile.TarInfo("芮城县报告.txt")
            entry.size = 1
            packed.addfile(entry, io.BytesIO(content))
    (tmp_path / "a.tar").write_bytes(file.getvalue())
    with Folder(tmp_path) as folder:
        found = [(file.name, file.refusal and file.refusal.key) for file in list_documents(folder)]
    assert found == [("a.tar!/芮城县报告.txt", "archive_member_twice")]


@pytest.mark.parametrize("pack", [tar, seven])
def test_an_archive_that_takes_too_long_to_unpack_is_said(
    tmp_path: Path, pack: Callable[[dict[str, bytes]], bytes]
) -> None:
    (tmp_path / "a").write_bytes(pack({"a.txt": b"A", "b.txt": b"B"}))
    (file,) = listed(tmp_path, Limits(archive_seconds=-1.0)).values()
    assert file.refusal is not None and file.refusal.key == "listing_timed_out"


def test_a_folder_in_an_archive_comes_before_an_archive_of_the_same_name(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as packed:
        packed.writestr("r.txt", "of the archive")
    with zipfile.ZipFile(tmp_path / "outer.zip", "w") as packed:
        packed.writestr("c.zip", inner.getvalue())
        packed.writestr("c.zip!/r.txt", "of the folder")
    with Folder(tmp_path) as folder:
        found = {file.name: file for file in list_documents(folder)}
        assert found["outer.zip!/c.zip"].refusal is not None
        assert folder.data("outer.zip!/c.zip!/r.txt") == b"of the folder"


def test_a_name_that_only_looks_like_escaped_bytes_is_a_name(tmp_path: Path) -> None:
    (tmp_path / r"report\x41.txt").write_text("A", "utf-8")
    (file,) = listed(tmp_path).values()
    assert file.refusal is None
