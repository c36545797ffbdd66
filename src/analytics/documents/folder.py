"""A collection's raw folder → its documents: files at any depth, on disk or at an fsspec address, and archives of them.

A document in an archive is named ``archive.zip!/inner/report.html``, in an archive within it once more so.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import IO, NamedTuple, Self

from analytics.documents.containers import packed
from analytics.documents.containers.archived import (
    HEAD,
    MEMBER,
    ListedFile,
    archive_in,
    decode_member_name,
    list_documents,
    may_be_archive,
)
from analytics.documents.found import Found, Place, Stamp, describe_fault, raise_as_os_error
from analytics.errors import CollectionError, DocumentError
from analytics.settings import Limits

__all__ = ["Folder", "Found", "ListedFile"]


class _Opened(NamedTuple):
    """An archive that is open, its members by name; ``stamp`` is that of its file, None within another archive."""

    archive: zipfile.ZipFile
    members: dict[str, zipfile.ZipInfo]
    file: IO[bytes]
    stamp: Stamp | None


class Folder:
    """The documents below a folder or an fsspec address (``s3://…``, ``sftp://…``). Raises CollectionError where
    there is no such folder. It keeps the archives open that were read last: use it with ``with``."""

    def __init__(self, address: str | Path, limits: Limits | None = None) -> None:
        self.address, self.limits = str(address), limits or Limits()
        self._place = Place(address)
        self.is_remote = self._place.is_remote
        self._opened: dict[str, _Opened] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the archives that are open."""
        for opened in self._opened.values():
            opened.archive.close()
            opened.file.close()
        self._opened.clear()

    def files(self) -> list[Found]:
        """Every file in order of name, unread; what cannot be read has its refusal."""
        return self._place.files()

    def may_be_archive(self, file: Found) -> bool:
        """Whether a file begins as archives do. False where it cannot be opened."""
        if file.refusal:
            return False
        try:
            with raise_as_os_error(), self._place.open(file.path) as opened:
                return may_be_archive(opened.read(HEAD))
        except OSError:
            return False  # listing says why

    def documents(self, file: Found) -> tuple[ListedFile, ...]:
        """The documents in a file. One that cannot be opened, or takes too long, is a refused document."""
        try:
            if file.refusal:
                raise file.refusal
            with raise_as_os_error(), self._place.open(file.path) as opened:
                return list_documents(file.name, opened, self.limits)
        except DocumentError as refusal:
            return (ListedFile(file.name, "", file.stamp.size if file.stamp else 0, refusal),)
        except OSError as reason:
            return (ListedFile(file.name, "", 0, describe_fault(reason, file.name)),)

    def data(self, name: str) -> bytes:
        """The bytes of a document. Raises DocumentError where it is gone, empty, too large or damaged."""
        try:
            if MEMBER in name and not self._place.is_file(self._place.path(name)):
                self._forget_changed()
                return self._read_member(name)
            with raise_as_os_error(), self._place.open(self._place.path(name)) as file:
                data = file.read(self.limits.document_bytes + 1)
            if len(data) > self.limits.document_bytes:
                raise self._build_size_error(name, self._place.size(self._place.path(name)))
        except OSError as reason:
            raise describe_fault(reason, name) from reason
        if not data:
            raise DocumentError("empty_file", file=name)
        return data

    def files_of(self, name: str, pages: Sequence[str] = ()) -> tuple[bytes, ...]:
        """The bytes of a document, or of each of its ``pages`` where it has several. Errors as for :meth:`data`."""
        return tuple(self.data(file) for file in pages or (name,))

    def text(self, name: str) -> bytes | None:
        """The bytes of a file of the folder that is no document; None where it is absent. Raises CollectionError where
        it is no file, cannot be read or is larger than any document."""
        path = self._place.path(name)
        try:
            if not self._place.is_there(path):
                return None
            with raise_as_os_error(), self._place.open(path) as file:
                data = file.read(self.limits.document_bytes + 1)
        except OSError as reason:
            raise CollectionError("list_unreadable", file=path, reason=reason.strerror or str(reason)) from reason
        if len(data) > self.limits.document_bytes:
            raise CollectionError("list_too_large", file=path, limit_mb=self.limits.document_bytes / 1e6)
        return data

    def _build_size_error(self, name: str, size: int) -> DocumentError:
        return DocumentError("too_large", file=name, size_mb=size / 1e6, limit_mb=self.limits.document_bytes / 1e6)

    def _read_member(self, name: str) -> bytes:
        """The bytes of a member. What is listed was within the limits; what is asked for may not be."""
        opened, inner = self._find_holder(name)
        entry = opened.members[inner]
        if entry.file_size > self.limits.document_bytes:
            raise self._build_size_error(name, entry.file_size)
        if entry.file_size == 0:
            raise DocumentError("empty_file", file=name)
        try:
            return opened.archive.read(entry)
        except packed.DAMAGE as reason:
            raise DocumentError("archive_damaged", file=name, reason=str(reason)) from reason

    def _find_holder(self, name: str) -> tuple[_Opened, str]:
        """The archive that holds a document, and the document's name within it: folders may end in ``!`` as well, and
        come before an archive of the same name, which listing refuses."""
        end = -1
        while (end := name.find(MEMBER, end + 1)) >= 0:
            outer, inner = name[:end], name[end + len(MEMBER) :]
            opened = self._archive(outer)
            if opened is not None and inner in opened.members:
                return opened, inner
        raise DocumentError("document_gone", file=name)

    def _archive(self, name: str) -> _Opened | None:
        """An archive by name; None where there is none."""
        if name in self._opened:
            return self._opened[name]
        if len(self._opened) > self.limits.archive_depth:
            self.close()
        path = self._place.path(name)
        if self._place.is_file(path):
            self.close()
            return self._keep(name, self._place.open(path), self._place.stamp(path))
        if MEMBER not in name:
            return None
        try:
            return self._keep(name, io.BytesIO(self._read_member(name)), None)
        except DocumentError as refusal:
            if refusal.key != "document_gone":
                raise
            return None

    def _forget_changed(self) -> None:
        """Close what is open where its file is another one by now."""
        opened = list(self._opened.items())
        if any(
            archive.stamp is not None and self._place.stamp(self._place.path(name)) != archive.stamp
            for name, archive in opened
        ):
            self.close()

    def _keep(self, name: str, file: IO[bytes], stamp: Stamp | None) -> _Opened:
        try:
            archive = archive_in(file, name=name, limits=self.limits)
        except DocumentError:
            file.close()
            raise
        if archive is None:  # it was an archive when it was listed
            file.close()
            raise DocumentError("archive_damaged", file=name, reason="ZIP")
        members: dict[str, zipfile.ZipInfo] = {}
        for entry in archive.infolist():
            members.setdefault(decode_member_name(entry), entry)
        self._opened[name] = _Opened(archive, members, file, stamp)
        return self._opened[name]
