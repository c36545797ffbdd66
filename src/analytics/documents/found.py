"""A raw folder → every file below it, by name, with what tells whether it has changed.

Hidden files are left out. What is there and cannot be read as a file (a folder that may not be entered, a link, a pipe,
a device) is given with the reason: nothing is passed over in silence.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, NamedTuple

from fsspec.core import url_to_fs

from analytics.errors import CollectionError, CountyScopeError, DocumentError


class Stamp(NamedTuple):
    """What a file system tells of a file without reading it. ``changed_ns`` moves when the content is replaced and the
    time of modification is put back."""

    size: int
    modified_ns: int
    changed_ns: int
    inode: int


class Found(NamedTuple):
    """A file by name and path. ``stamp`` is None where the place gives none; ``refusal`` says why it cannot be read."""

    name: str
    path: str
    stamp: Stamp | None = None
    refusal: DocumentError | None = None


class Place:
    """A folder on disk or an fsspec address. Raises CollectionError where there is no such folder."""

    def __init__(self, address: str | Path) -> None:
        self.address = str(address)
        self.root = self.address
        self._files: Any = None
        if "://" in self.address:
            with _explain_unreachable(self.address):
                files, self.root = url_to_fs(self.address)
                if not files.isdir(self.root):
                    raise CollectionError("raw_missing", folder=self.address)
            is_local = "file" in ([files.protocol] if isinstance(files.protocol, str) else files.protocol)
            self._files = None if is_local else files
        elif not _is_folder(self.address):
            raise CollectionError("raw_missing", folder=self.address)
        self.is_remote = self._files is not None

    def files(self) -> list[Found]:
        """Every file in order of name. A name whose bytes are no UTF-8 is given with these bytes escaped."""
        found = _walk(self.root, self.address) if self._files is None else self._list_remote()
        return sorted(found, key=lambda file: file.name.split("/"))

    def path(self, name: str) -> str:
        """Where the file of a name lies."""
        return f"{self.root.rstrip('/')}/{name}"

    def open(self, path: str) -> IO[bytes]:
        """The file, for reading. Raises OSError; never waits for what is no plain file."""
        if self._files is None:
            return _open_plain(path)
        with raise_as_os_error():
            file: IO[bytes] = self._files.open(path, "rb")
            return file

    def is_file(self, path: str) -> bool:
        """Whether a plain file lies there."""
        if self._files is None:
            return Path(path).is_file()
        with raise_as_os_error():
            return bool(self._files.isfile(path))

    def is_there(self, path: str) -> bool:
        """Whether anything lies there."""
        if self._files is None:
            return os.path.lexists(path)
        with raise_as_os_error():
            return bool(self._files.exists(path))

    def stamp(self, path: str) -> Stamp | None:
        """The stamp of a file; None where the place gives none. Raises OSError."""
        return _build_stamp(os.stat(path)) if self._files is None else None

    def size(self, path: str) -> int:
        """Bytes of a file. Raises OSError."""
        if self._files is None:
            return os.stat(path).st_size
        with raise_as_os_error():
            return int(self._files.size(path))

    def _list_remote(self) -> Iterator[Found]:
        with _explain_unreachable(self.address):
            paths = self._files.find(self.root)
        for path in paths:
            name = path.removeprefix(self.root).lstrip("/")
            if not is_hidden(name):
                yield Found(name, path)


def is_hidden(name: str) -> bool:
    """Whether some part of a name begins with a dot."""
    return any(part.startswith(".") and part not in (".", "..") for part in name.split("/"))


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except OSError as reason:
        raise CollectionError("raw_unreachable", folder=path, reason=reason.strerror or str(reason)) from reason


def _walk(root: str, address: str) -> Iterator[Found]:
    waiting = [(root, "", False)]  # a list and no recursion: folders nest deeper than calls
    while waiting:
        folder, prefix, is_below_broken = waiting.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError as reason:
            why = reason.strerror or str(reason)
            if not prefix:
                raise CollectionError("raw_unreachable", folder=address, reason=why) from reason
            yield Found(prefix, folder, None, DocumentError("folder_not_entered", file=prefix, reason=why))
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            readable = _escape_name(entry.name)
            name, is_broken = prefix + readable, is_below_broken or readable != entry.name
            if entry.is_dir(follow_symlinks=False):
                waiting.append((entry.path, f"{name}/", is_broken))
            elif is_broken:  # no figure could be led back to its file
                yield Found(name, entry.path, None, DocumentError("file_name_broken", file=name))
            else:
                yield _describe_entry(entry, name)


def _describe_entry(entry: os.DirEntry[str], name: str) -> Found:
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError as reason:
        return Found(name, entry.path, None, describe_fault(reason, name))
    if stat.S_ISLNK(status.st_mode):
        return Found(name, entry.path, None, DocumentError("link_not_followed", file=name))
    if not stat.S_ISREG(status.st_mode):
        return Found(name, entry.path, None, DocumentError("no_plain_file", file=name))
    return Found(name, entry.path, _build_stamp(status))


def _build_stamp(status: os.stat_result) -> Stamp:
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def _escape_name(name: str) -> str:
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _open_plain(path: str) -> IO[bytes]:
    """A pipe that took the place of a file since it was found would make a plain ``open`` wait for ever."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(None, "not a plain file", path)
    return os.fdopen(descriptor, "rb")


def describe_fault(reason: OSError, name: str) -> DocumentError:
    """What a failure of the file system means for a document."""
    if isinstance(reason, (FileNotFoundError, NotADirectoryError)):
        return DocumentError("document_gone", file=name)
    return DocumentError("not_readable", file=name, reason=reason.strerror or str(reason))


@contextmanager
def _explain_unreachable(address: str) -> Iterator[None]:
    """A sentence for whatever keeps an address from being opened: each kind of place has errors of its own."""
    try:
        yield
    except CollectionError:
        raise
    except Exception as reason:
        raise CollectionError("raw_unreachable", folder=address, reason=_describe_reason(reason)) from reason


@contextmanager
def raise_as_os_error() -> Iterator[None]:
    """Whatever another machine's place, or a library that opens a file, raises, as the error of a file."""
    try:
        yield
    except (OSError, CountyScopeError, MemoryError):
        raise
    except Exception as reason:
        raise OSError(None, _describe_reason(reason)) from reason


def _describe_reason(reason: Exception) -> str:
    return " ".join(str(reason).split()) or type(reason).__name__


def find_archive_folders(names: Iterable[str], mark: str) -> frozenset[str]:
    """Names of archives that would share the names of their members with a folder that is there (``c.zip!/``)."""
    return frozenset(name[: found.start()] for name in names for found in re.finditer(re.escape(mark), name))
