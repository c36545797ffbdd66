"""A TAR or 7Z archive → the same members as a ZIP archive, which the rest of the reading knows.

The members are stored, not packed, in a file that is kept in memory while it is small and is gone when it is closed.
What an archive promises and what it holds are both counted against the limit: a promise may be false.
"""

from __future__ import annotations

import io
import stat
import tarfile
import tempfile
import time
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import PurePosixPath
from typing import IO

import py7zr
from py7zr.exceptions import ArchiveError, PasswordRequired
from py7zr.io import Py7zIO, WriterFactory

from analytics.documents.containers import packed
from analytics.errors import DocumentError
from analytics.settings import MEBIBYTE, Limits

HEAD = 512
"""Bytes that tell an archive: a TAR has its mark in the first member's head."""
SEVEN = b"7z\xbc\xaf\x27\x1c"
_TAR_MARK, _TAR_AT = b"ustar", 257
_COMPRESSED = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00")
"""First bytes of gzip, bzip2 and xz, which commonly hold a TAR."""
_IN_MEMORY = 64 * MEBIBYTE
_OLDEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that ZIP can name; no time of a member is used."""
_UTF8_NAMES = 0x800
_DAMAGE = (*packed.DAMAGE, tarfile.TarError, ArchiveError, AssertionError, AttributeError, IndexError, TypeError)
"""What both libraries raise for damaged archives: the second one also stumbles over what it takes for granted."""


def is_archive(head: bytes) -> bool:
    """Whether a file that begins so is a TAR, something compressed as TARs are, or a 7Z."""
    return _is_tar(head) or head.startswith((SEVEN, *_COMPRESSED))


class Unpacked(zipfile.ZipFile):
    """The members of another archive; the file that holds them is gone with it."""

    def __init__(self, members: IO[bytes]) -> None:
        self._members = members
        super().__init__(members)

    def close(self) -> None:
        """Close it, and let the members go."""
        super().close()
        self._members.close()


def unpack_archive(file: IO[bytes], *, name: str, limits: Limits) -> Unpacked:
    """The members of an open archive. Raises DocumentError where it is damaged, needs a password, unpacks beyond the
    limits, or is one compressed file and no archive."""
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    head = file.read(HEAD)
    file.seek(0)
    repacked = _Repacked(name, size, limits)
    with ExitStack() as stack, _explain_damage(name):
        stack.callback(repacked.drop)
        if head.startswith(SEVEN):
            _fill_from_7z(file, repacked)
        else:
            _fill_from_tar(file, repacked, is_plain=_is_tar(head))
        stack.pop_all()
    return Unpacked(repacked.closed())


def compute_unpacking_limit(size: int, limits: Limits) -> int:
    """Bytes that an archive of a size may unpack to, all members and archives within it together."""
    return min(limits.archive_bytes, max(limits.unpacked_ratio * size, limits.archive_anyway_bytes))


def _is_tar(head: bytes) -> bool:
    return head[_TAR_AT : _TAR_AT + len(_TAR_MARK)] == _TAR_MARK


@contextmanager
def _explain_damage(name: str) -> Iterator[None]:
    """A sentence for what damages raise; a fault of the disk stays one."""
    try:
        yield
    except PasswordRequired as reason:  # only the names may be open
        raise DocumentError("password_needed", file=name) from reason
    except _DAMAGE as reason:
        if isinstance(reason, OSError) and reason.errno:
            raise
        raise DocumentError("archive_damaged", file=name, reason=str(reason)) from reason


class _Repacked:
    """A ZIP archive that grows by members, within the limits."""

    def __init__(self, name: str, size: int, limits: Limits) -> None:
        self.name, self.limits = name, limits
        self.most, self.unpacked, self.members = compute_unpacking_limit(size, limits), 0, 0
        self._until = time.monotonic() + limits.archive_seconds
        self._file = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 -- whoever asked for it closes it
        self._zip = zipfile.ZipFile(self._file, "w", zipfile.ZIP_STORED)

    def promise(self, size: int, members: int) -> None:
        """Judge what the archive promises before anything is unpacked."""
        if members > self.limits.archive_members:
            raise DocumentError("archive_too_many", file=self.name, members=members, limit=self.limits.archive_members)
        if size > self.most:
            raise self._build_size_error(size)

    def spend(self, size: int) -> None:
        """Count what is unpacked, against the limits of size and time."""
        self.unpacked += size
        if time.monotonic() > self._until:
            raise DocumentError("listing_timed_out", file=self.name, seconds=self.limits.archive_seconds)
        if self.unpacked > self.most:
            raise self._build_size_error(self.unpacked)

    def add(self, member: str, data: bytes, kind: int = stat.S_IFREG) -> None:
        """Add a member; of what is no plain file, its kind alone."""
        self.members += 1
        self.promise(0, self.members)
        entry = zipfile.ZipInfo(member, _OLDEST)
        entry.external_attr = (kind | 0o600) << 16
        entry.flag_bits |= _UTF8_NAMES
        with warnings.catch_warnings():  # of a name that comes twice: listing refuses both
            warnings.simplefilter("ignore")
            self._zip.writestr(entry, data)

    def closed(self) -> IO[bytes]:
        """The archive, for reading."""
        self._zip.close()
        self._file.seek(0)
        return self._file

    def drop(self) -> None:
        """Let go of what there is so far."""
        self._zip.close()
        self._file.close()

    def _build_size_error(self, size: int) -> DocumentError:
        return DocumentError("unpacks_too_large", file=self.name, size_mb=size / 1e6, limit_mb=self.most / 1e6)


def _fill_from_tar(file: IO[bytes], repacked: _Repacked, *, is_plain: bool) -> None:
    with ExitStack() as stack:
        try:
            archive = stack.enter_context(tarfile.open(fileobj=file, mode="r:*"))
        except tarfile.ReadError as reason:
            if is_plain:
                raise
            raise DocumentError("compressed_alone", file=repacked.name) from reason
        for entry in archive:
            if entry.isdir():
                continue
            repacked.spend(entry.size)
            content = archive.extractfile(entry) if entry.isreg() else None
            if content is not None:
                repacked.add(_decode_name(entry.name), content.read())
            else:
                repacked.add(
                    _decode_name(entry.name), b"", stat.S_IFLNK if entry.issym() or entry.islnk() else stat.S_IFIFO
                )


def _decode_name(name: str) -> str:
    """The name of a member as its system meant it: old ones of Chinese systems are in GB18030 without saying so."""
    stored = name.encode("utf-8", "surrogateescape")
    for encoding in ("utf-8", "gb18030"):
        try:
            return stored.decode(encoding)
        except UnicodeDecodeError:
            continue
    return stored.decode("utf-8", "backslashreplace")


def _fill_from_7z(file: IO[bytes], repacked: _Repacked) -> None:
    with py7zr.SevenZipFile(file, "r") as archive:
        if archive.needs_password():
            raise DocumentError("password_needed", file=repacked.name)
        entries = [entry for entry in archive.list() if not entry.is_directory]
        repacked.promise(sum(entry.uncompressed for entry in entries), len(entries))
        targets = []
        for entry in entries:
            if entry.is_symlink:
                repacked.add(entry.filename, b"", stat.S_IFLNK)
            elif not is_safe(entry.filename):
                repacked.add(entry.filename, b"")  # listing refuses the name; the library would refuse the archive
            else:
                targets.append(entry.filename)
        if targets:
            archive.extract(targets=targets, factory=_Members(repacked))


def is_safe(member: str) -> bool:
    """Whether the name of a member stays within its archive and can be shown."""
    parts = PurePosixPath(member).parts
    return bool(parts) and ".." not in parts and parts[0] != "/" and ":" not in parts[0] and member.isprintable()


class _Members(WriterFactory):
    """Takes the members of a 7Z as they are unpacked, one after another."""

    def __init__(self, repacked: _Repacked) -> None:
        self.repacked = repacked

    def create(self, filename: str) -> Py7zIO:
        return _Member(filename, self.repacked)


class _Member(Py7zIO):
    """One member, added when it is whole."""

    def __init__(self, name: str, repacked: _Repacked) -> None:
        self.name, self.repacked = name, repacked
        self.content = io.BytesIO()

    def write(self, s: bytes | bytearray) -> int:
        self.repacked.spend(len(s))
        return self.content.write(s)

    def read(self, size: int | None = None) -> bytes:
        return self.content.read(size)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self.content.seek(offset, whence)

    def flush(self) -> None:
        self.content.flush()

    def size(self) -> int:
        return self.content.getbuffer().nbytes

    def close(self) -> None:
        self.repacked.add(self.name, self.content.getvalue())
