"""A collection's raw folder → its documents: files at any depth, on disk or at any fsspec address, and zip archives.

A document in an archive is named ``archive.zip!/inner/report.html``, in an archive within it once more so. What an
archive promises is judged before anything is unpacked, nothing is unpacked to disk, and a member whose name leads
out of the archive is refused. Names of archives made on Chinese systems are in GB18030 without saying so.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Self

from fsspec.core import url_to_fs

from analytics.documents import docx, odf, ofd, packed, workbook
from analytics.errors import CollectionError, DocumentError
from analytics.settings import Limits

MEMBER = "!/"
"""Between an archive's name and the name of a member."""
_UTF8_NAMES, _ENCRYPTED = 0x800, 0x1
"""Flags of a member, by the specification of the format."""
_LITTER = ("__MACOSX",)


@dataclass(frozen=True, slots=True)
class Listed:
    """A document by name, with the hash of its bytes; ``refusal`` where it cannot be read at all."""

    name: str
    sha256: str
    size: int
    refusal: DocumentError | None = None


class Folder:
    """The documents below a folder or an fsspec address (``s3://…``, ``sftp://…``). Raises CollectionError where
    there is no such folder. It keeps the archive open that was read last: use it with ``with``."""

    def __init__(self, address: str | Path, limits: Limits | None = None) -> None:
        self.address, self.limits = str(address), limits or Limits()
        self._is_remote = "://" in self.address
        self._root = self.address
        if self._is_remote:
            try:
                self._files, self._root = url_to_fs(self.address)
                is_there = self._files.isdir(self._root)
            except (OSError, ValueError, ImportError) as reason:
                raise CollectionError("raw_unreachable", folder=self.address, reason=str(reason)) from reason
        else:
            is_there = Path(self.address).is_dir()
        if not is_there:
            raise CollectionError("raw_missing", folder=self.address)
        self._opened: tuple[str, zipfile.ZipFile, IO[bytes]] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._opened:
            self._opened[1].close()
            self._opened[2].close()
        self._opened = None

    def listing(self) -> Iterator[Listed]:
        """Every document in order of name. Hidden files and symbolic links are left out."""
        for name, path in self._paths():
            try:
                with self._open(path) as file:
                    yield from self._listed(name, file)
            except OSError as reason:
                refusal = DocumentError("not_readable", file=name, reason=reason.strerror or str(reason))
                yield Listed(name, "", 0, refusal)

    def data(self, name: str) -> bytes:
        """The bytes of a document. Raises DocumentError where it is gone, empty, too large or damaged."""
        try:
            if MEMBER in name and not self._exists(name):
                return self._member(name)
            with self._open(self._path(name)) as file:
                data = file.read(self.limits.document_bytes + 1)
        except OSError as reason:
            raise DocumentError("not_readable", file=name, reason=reason.strerror or str(reason)) from reason
        if not data:
            raise DocumentError("empty_file", file=name)
        if len(data) > self.limits.document_bytes:
            size = self._size(name)
            raise DocumentError("too_large", file=name, size_mb=size / 1e6, limit_mb=self.limits.document_bytes / 1e6)
        return data

    def text(self, name: str) -> bytes | None:
        """The bytes of a file of the folder that is no document; None where it is absent."""
        if not self._exists(name):
            return None
        with self._open(self._path(name)) as file:
            return file.read()

    # Where files are --------------------------------------------------------------------------------------

    def _paths(self) -> Iterator[tuple[str, str]]:
        """(name, path): a name whose bytes are no UTF-8 is given with these bytes escaped."""
        if self._is_remote:
            for path in sorted(self._files.find(self._root)):
                name = path.removeprefix(self._root).lstrip("/")
                if not _is_hidden(name):
                    yield name, path
            return
        root = Path(self._root)
        for found in sorted(root.rglob("*")):
            name = found.relative_to(root).as_posix()
            if not found.is_symlink() and found.is_file() and not _is_hidden(name):
                yield name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace"), str(found)

    def _path(self, name: str) -> str:
        return f"{self._root.rstrip('/')}/{name}"

    def _open(self, path: str) -> IO[bytes]:
        if self._is_remote:
            opened: IO[bytes] = self._files.open(path, "rb")
            return opened
        return Path(path).open("rb")

    def _exists(self, name: str) -> bool:
        path = self._path(name)
        return bool(self._files.isfile(path)) if self._is_remote else Path(path).is_file()

    def _size(self, name: str) -> int:
        path = self._path(name)
        return int(self._files.size(path)) if self._is_remote else Path(path).stat().st_size

    # Archives ---------------------------------------------------------------------------------------------

    def _listed(self, name: str, file: IO[bytes], depth: int = 0, budget: list[int] | None = None) -> Iterator[Listed]:
        head = file.read(len(packed.SIGNATURE))
        file.seek(0)
        digest = hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]
        size = file.tell()
        members = _members(file) if head == packed.SIGNATURE else None
        if members is None:
            yield Listed(name, digest, size)
            return
        try:
            yield from self._unpacked(name, file, depth, budget if budget is not None else [self.limits.archive_bytes])
        except DocumentError as refusal:
            yield Listed(name, digest, size, refusal)

    def _unpacked(self, name: str, file: IO[bytes], depth: int, budget: list[int]) -> Iterator[Listed]:
        """Members of an archive; ``budget`` is what all archives within one may still unpack to."""
        if depth >= self.limits.archive_depth:
            raise DocumentError("archive_too_deep", file=name, limit=self.limits.archive_depth)
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
            if len(entries) > self.limits.archive_members:
                raise DocumentError(
                    "archive_too_many", file=name, members=len(entries), limit=self.limits.archive_members
                )
            budget[0] -= sum(entry.file_size for entry in entries)
            if budget[0] < 0:
                size = self.limits.archive_bytes - budget[0]
                raise DocumentError(
                    "unpacks_too_large", file=name, size_mb=size / 1e6, limit_mb=self.limits.archive_bytes / 1e6
                )
            seen: set[str] = set()
            if all(entry.is_dir() for entry in entries):
                raise DocumentError("archive_empty", file=name)
            for entry in entries:
                inner = member_name(entry)
                if entry.is_dir() or _is_hidden(inner) or inner.split("/")[0] in _LITTER:
                    continue
                full = f"{name}{MEMBER}{inner}"
                refusal = self._refused(entry, inner, full, inner in seen)
                seen.add(inner)
                if refusal:
                    yield Listed(full, _promised(entry), entry.file_size, refusal)
                else:
                    yield from self._of_member(archive, entry, full, depth, budget)

    def _of_member(
        self, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, full: str, depth: int, budget: list[int]
    ) -> Iterator[Listed]:
        try:
            data = archive.read(entry)
        except packed.DAMAGE as reason:
            damage = DocumentError("archive_damaged", file=full, reason=str(reason))
            yield Listed(full, _promised(entry), entry.file_size, damage)
            return
        yield from self._listed(full, io.BytesIO(data), depth + 1, budget)

    def _refused(self, entry: zipfile.ZipInfo, inner: str, full: str, is_second: bool) -> DocumentError | None:
        if is_second or not _is_safe(inner):
            return DocumentError("archive_member_name", file=full)
        if entry.flag_bits & _ENCRYPTED:
            return DocumentError("password_needed", file=full)
        limits = self.limits
        most = min(
            limits.document_bytes, max(limits.unpacked_ratio * entry.compress_size, limits.unpacked_anyway_bytes)
        )
        if entry.file_size > most:
            return DocumentError("unpacks_too_large", file=full, size_mb=entry.file_size / 1e6, limit_mb=most / 1e6)
        return None

    def _member(self, name: str) -> bytes:
        outer, _, inner = name.rpartition(MEMBER)
        if self._opened is None or self._opened[0] != outer:
            # A refused archive was never listed; what is asked for here was within the limits.
            nested = self._member(outer) if MEMBER in outer else None
            self.__exit__()
            held: IO[bytes] = self._open(self._path(outer)) if nested is None else io.BytesIO(nested)
            try:
                self._opened = (outer, zipfile.ZipFile(held), held)
            except packed.DAMAGE as reason:
                held.close()
                raise DocumentError("archive_damaged", file=outer, reason=str(reason)) from reason
        assert self._opened is not None
        archive = self._opened[1]
        entry = next((one for one in archive.infolist() if member_name(one) == inner), None)
        if entry is None:
            raise DocumentError("document_gone", file=name)
        if entry.file_size > self.limits.document_bytes:
            raise DocumentError(
                "too_large", file=name, size_mb=entry.file_size / 1e6, limit_mb=self.limits.document_bytes / 1e6
            )
        if entry.file_size == 0:
            raise DocumentError("empty_file", file=name)
        try:
            return archive.read(entry)
        except packed.DAMAGE as reason:
            raise DocumentError("archive_damaged", file=name, reason=str(reason)) from reason


def member_name(entry: zipfile.ZipInfo) -> str:
    """The name of a member with slashes, decoded as its archive meant it."""
    name = entry.filename
    if not entry.flag_bits & _UTF8_NAMES:
        try:
            stored = name.encode("cp437")
        except UnicodeEncodeError:
            return name.replace("\\", "/")
        for encoding in ("utf-8", "gb18030"):
            try:
                return stored.decode(encoding).replace("\\", "/")
            except UnicodeDecodeError:
                continue
    return name.replace("\\", "/")


def _members(file: IO[bytes]) -> frozenset[str] | None:
    """The members of an archive of documents; None for an office file, and for what only looks like an archive."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = frozenset(archive.namelist())
    except packed.DAMAGE:
        return None
    finally:
        file.seek(0)
    return None if docx.main_part(names) or workbook.PARTS & names or {ofd.MAIN, odf.PART} & names else names


def _promised(entry: zipfile.ZipInfo) -> str:
    """Stands for the hash of a member that is not unpacked."""
    return hashlib.sha256(f"{entry.CRC} {entry.file_size}".encode()).hexdigest()


def _is_safe(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return bool(parts) and ".." not in parts and parts[0] != "/" and ":" not in parts[0] and name.isprintable()


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") and part not in (".", "..") for part in name.split("/"))
