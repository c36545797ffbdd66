"""Documents wherever they lie: folders, addresses, archives in archives; bad archives cost themselves alone."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import fsspec
import pytest

from analytics.documents.folder import Folder, Listed
from analytics.errors import CollectionError, DocumentError
from analytics.settings import Limits
from analytics.simulate.docx import as_docx
from analytics.simulate.render import FormSheet


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


def listed(root: Path, limits: Limits | None = None) -> dict[str, Listed]:
    return {one.name: one for one in Folder(root, limits).listing()}


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
    assert len({one.sha256 for one in found.values()}) == 3


def test_names_of_old_archives_are_decoded(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(archive({"芮城县报告.txt": b"R"}, OldEntry))
    with Folder(tmp_path) as folder:
        assert [one.name for one in folder.listing()] == ["a.zip!/芮城县报告.txt"]
        assert folder.data("a.zip!/芮城县报告.txt") == b"R"


def test_an_office_file_is_a_document_and_no_archive(tmp_path: Path) -> None:
    (tmp_path / "report.docx").write_bytes(as_docx(FormSheet("甲", {}, {})))
    assert list(listed(tmp_path)) == ["report.docx"]


@pytest.mark.parametrize("name", ["../out.txt", "a/../../out.txt", "/etc/passwd", "C:/out.txt", "a\n.txt"])
def test_a_member_that_leads_out_of_its_archive_is_refused_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.zip").write_bytes(archive({name: b"X", "good.txt": b"G"}))
    found = list(Folder(tmp_path).listing())
    assert [one.refusal.key if one.refusal else None for one in found] == ["archive_member_name", None]


def test_bombs_are_refused_by_what_they_promise(tmp_path: Path) -> None:
    zeros = bytes(20_000_000)
    (tmp_path / "one.zip").write_bytes(archive({"bomb.txt": zeros, "good.txt": b"G"}))
    (tmp_path / "sum.zip").write_bytes(archive({f"{number}.txt": bytes(900_000) for number in range(9)}))
    found = listed(tmp_path, Limits(archive_bytes=25_000_000))
    assert [one.refusal.key if one.refusal else None for one in found.values()] == [
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
    (one,) = Folder(tmp_path).listing()
    assert one.refusal is not None
    assert one.refusal.key == "archive_too_deep"


def test_archives_with_too_many_or_no_members_are_refused(tmp_path: Path) -> None:
    (tmp_path / "many.zip").write_bytes(archive({f"{number}": b"" for number in range(30)}))
    (tmp_path / "none.zip").write_bytes(archive({"folder/": b""}))
    found = listed(tmp_path, Limits(archive_members=20))
    assert {name: one.refusal.key for name, one in found.items() if one.refusal} == {
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
        names = [one.name for one in folder.listing()]
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
