"""A file → the documents in it: itself, or the members of a ZIP, TAR or 7Z archive of documents, at any depth.

What an archive promises is judged before anything is unpacked, no member is written to a file of its own, and one whose
name leads out of the archive is refused. Names of archives made on Chinese systems are in GB18030 without saying so.
"""

from __future__ import annotations

import hashlib
import io
import stat
import time
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import IO

from analytics.documents.containers import packed, repacked
from analytics.documents.containers.office_marks import is_office_file
from analytics.documents.found import find_archive_folders, is_hidden
from analytics.errors import DocumentError
from analytics.settings import Limits

HEAD = repacked.HEAD
"""Bytes that tell whether a file may be an archive."""
MEMBER = "!/"
"""Between an archive's name and the name of a member."""
_UTF8_NAMES, _ENCRYPTED = 0x800, 0x1
"""Flags of a member, by the specification of the format."""
_UNIX = 3
"""The system that made a member, by the same specification: its attributes then tell kinds of files."""
_LITTER = ("__MACOSX",)


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A document by name, with the hash of its bytes; ``refusal`` where it cannot be read at all. What is refused
    unread has in place of the hash a digest of what is known of it, or nothing. ``pages`` are the names of its files
    where it has several."""

    name: str
    sha256: str
    size: int
    refusal: DocumentError | None = None
    pages: tuple[str, ...] = ()


class _Allowance:
    """What a file may still cost, with the archives within it at any depth."""

    def __init__(self, name: str, size: int, limits: Limits) -> None:
        self.name, self.limits = name, limits
        self.most = repacked.compute_unpacking_limit(size, limits)
        self.unpacked = 0
        self.until = time.monotonic() + limits.archive_seconds

    def spend(self, size: int, name: str) -> None:
        self.unpacked += size
        if self.unpacked > self.most:
            raise _build_size_error(name, self.unpacked, self.most)

    def check_time(self) -> None:
        if time.monotonic() > self.until:
            raise DocumentError("listing_timed_out", file=self.name, seconds=self.limits.archive_seconds)


def list_documents(name: str, file: IO[bytes], limits: Limits) -> tuple[ListedFile, ...]:
    """The documents in a file that is open. Raises OSError, and DocumentError where listing takes too long."""
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    return tuple(_list_file(name, file, limits, _Allowance(name, size, limits)))


def _list_file(
    name: str, file: IO[bytes], limits: Limits, allowance: _Allowance, depth: int = 0
) -> Iterator[ListedFile]:
    allowance.check_time()
    try:
        archive = archive_in(file, name=name, limits=limits)
    except DocumentError as refusal:
        yield replace(_list_alone(name, file, limits), refusal=refusal)
        return
    if archive is None:
        yield _list_alone(name, file, limits)
        return
    with archive:
        entries = archive.infolist()
        size = file.seek(0, io.SEEK_END)
        try:
            _judge(name, entries, limits, depth)
            allowance.spend(sum(entry.file_size for entry in entries), name)
        except DocumentError as refusal:
            yield ListedFile(name, _hash_entries(entries), size, refusal)
            return
        yield from _list_members(name, archive, limits, allowance, depth)


def _list_alone(name: str, file: IO[bytes], limits: Limits) -> ListedFile:
    size = file.seek(0, io.SEEK_END)
    if size > limits.document_bytes:
        refusal = DocumentError("too_large", file=name, size_mb=size / 1e6, limit_mb=limits.document_bytes / 1e6)
        return ListedFile(name, hashlib.sha256(str(size).encode()).hexdigest(), size, refusal)
    file.seek(0)
    digest = hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]
    return ListedFile(name, digest, size)


def _judge(name: str, entries: list[zipfile.ZipInfo], limits: Limits, depth: int) -> None:
    """DocumentError where an archive nests too deep, is empty or holds too many files."""
    if depth >= limits.archive_depth:
        raise DocumentError("archive_too_deep", file=name, limit=limits.archive_depth)
    if len(entries) > limits.archive_members:
        raise DocumentError("archive_too_many", file=name, members=len(entries), limit=limits.archive_members)
    if all(entry.is_dir() for entry in entries):
        raise DocumentError("archive_empty", file=name)


def _list_members(
    name: str, archive: zipfile.ZipFile, limits: Limits, allowance: _Allowance, depth: int
) -> Iterator[ListedFile]:
    by_name: dict[str, list[zipfile.ZipInfo]] = {}
    for entry in archive.infolist():
        if not entry.is_dir():
            by_name.setdefault(decode_member_name(entry), []).append(entry)
    folders = find_archive_folders(by_name, MEMBER)
    for inner, entries in by_name.items():
        if is_hidden(inner) or inner.split("/")[0] in _LITTER:
            continue
        full, entry = f"{name}{MEMBER}{inner}", entries[0]
        if len(entries) > 1:
            size = sum(twin.file_size for twin in entries)
            twice = DocumentError("archive_member_twice", file=full, count=len(entries))
            yield ListedFile(full, _hash_entries(entries), size, twice)
            continue
        refusal = _find_refusal(entry, inner, full, limits)
        if refusal is None:
            found = tuple(_list_member(archive, entry, full, limits=limits, allowance=allowance, depth=depth))
            yield from refuse_taken_name(full, found, folders, full.removesuffix(inner))
        else:
            yield ListedFile(full, _hash_entries([entry]), entry.file_size, refusal)


def refuse_taken_name(
    name: str, found: tuple[ListedFile, ...], folders: frozenset[str], prefix: str = ""
) -> tuple[ListedFile, ...]:
    """The documents in a file, or its refusal where it is an archive whose members would be called as the files of a
    folder are. ``folders`` are the names without ``prefix`` that such folders have."""
    is_archive = any(document.name != name for document in found)
    if not is_archive or name.removeprefix(prefix) not in folders:
        return found
    size = sum(document.size for document in found)
    return (ListedFile(name, "", size, DocumentError("archive_name_taken", file=name, folder=f"{name}{MEMBER}")),)


def _list_member(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, full: str, *, limits: Limits, allowance: _Allowance, depth: int
) -> Iterator[ListedFile]:
    try:
        data = archive.read(entry)
    except packed.DAMAGE as reason:
        if isinstance(reason, OSError) and reason.errno:
            raise  # the disk or the network, not the archive
        damage = DocumentError("archive_damaged", file=full, reason=str(reason))
        yield ListedFile(full, _hash_entries([entry]), entry.file_size, damage)
        return
    yield from _list_file(full, io.BytesIO(data), limits, allowance, depth + 1)


def _find_refusal(entry: zipfile.ZipInfo, inner: str, full: str, limits: Limits) -> DocumentError | None:
    if not repacked.is_safe(inner):
        return DocumentError("archive_member_name", file=full)
    if kind := stat.S_IFMT(entry.external_attr >> 16) if entry.create_system == _UNIX else 0:
        if stat.S_ISLNK(kind):
            return DocumentError("member_link", file=full)
        if not stat.S_ISREG(kind):
            return DocumentError("member_no_file", file=full)
    if entry.flag_bits & _ENCRYPTED:
        return DocumentError("password_needed", file=full)
    most = min(limits.document_bytes, max(limits.unpacked_ratio * entry.compress_size, limits.unpacked_anyway_bytes))
    return _build_size_error(full, entry.file_size, most) if entry.file_size > most else None


def _build_size_error(name: str, size: int, most: int) -> DocumentError:
    return DocumentError("unpacks_too_large", file=name, size_mb=size / 1e6, limit_mb=most / 1e6)


def decode_member_name(entry: zipfile.ZipInfo) -> str:
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


def may_be_archive(head: bytes) -> bool:
    """Whether a file whose first :data:`HEAD` bytes are these may be an archive, of documents or of an office file."""
    return head.startswith(packed.SIGNATURE) or repacked.is_archive(head)


def archive_in(file: IO[bytes], *, name: str, limits: Limits) -> zipfile.ZipFile | None:
    """The archive of documents that an open file is; None for an office file, and for what only looks like an archive.
    Raises DocumentError where a TAR or 7Z cannot be unpacked within the limits."""
    file.seek(0)
    head = file.read(HEAD)
    if repacked.is_archive(head):
        return repacked.unpack_archive(file, name=name, limits=limits)
    if not head.startswith(packed.SIGNATURE):
        return None
    try:
        archive = zipfile.ZipFile(file)
    except packed.DAMAGE:
        return None
    names = frozenset(archive.namelist())
    return None if is_office_file(names) else archive


def _hash_entries(entries: Iterable[zipfile.ZipInfo]) -> str:
    """Stands for the hash of what is not unpacked: names, checksums and sizes."""
    digest = hashlib.sha256()
    for entry in entries:
        digest.update(f"{entry.filename}\0{entry.CRC} {entry.file_size}\n".encode("utf-8", "backslashreplace"))
    return digest.hexdigest()
