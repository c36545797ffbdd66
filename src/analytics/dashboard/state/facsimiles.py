"""Documents as published, opened once and kept while they are looked at.

The bytes are read and hashed at every request, so that a document that changed is refused; what was found in them is
kept by their hash. Knows no session: routes and pages share it.
"""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from pathlib import PurePosixPath
from threading import RLock
from typing import Generic, TypeVar

from analytics.documents.facsimile.model import Facsimile, Picture
from analytics.documents.facsimile.opened import open_facsimile
from analytics.documents.folder import Folder
from analytics.documents.scans.photographed import hash_files
from analytics.errors import CollectionError, DocumentError
from analytics.settings import Settings

T = TypeVar("T")
_DOCUMENTS, _PICTURES = 16, 96
"""How many are kept: a document with its places takes some megabytes, the picture of a page some hundred kilobytes."""


class _Kept(Generic[T]):
    """The results that were used last."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.results: OrderedDict[Hashable, T] = OrderedDict()
        self.lock = RLock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        with self.lock:
            if key in self.results:
                self.results.move_to_end(key)
                return self.results[key]
        result = make()
        with self.lock:
            self.results[key] = result
            while len(self.results) > self.size:
                self.results.popitem(last=False)
        return result


_documents: _Kept[Facsimile] = _Kept(_DOCUMENTS)
_pictures: _Kept[Picture] = _Kept(_PICTURES)


def read_files(file: str, pages: Sequence[str], sha256: str) -> tuple[bytes, ...]:
    """The bytes of a document. DocumentError where it is gone, or no longer the one that was read."""
    name = PurePosixPath(file).name
    try:
        with Folder(os.environ.get("COUNTYSCOPE_RAW", str(Settings().raw))) as documents:
            files = documents.files_of(file, pages)
    except CollectionError as reason:
        raise DocumentError("document_gone", file=name) from reason
    if hash_files(files) != sha256:
        raise DocumentError("document_changed", file=name)
    return files


def load_facsimile(file: str, pages: Sequence[str], sha256: str, reading: int = 0) -> Facsimile:
    """A document as published, by one of its readings. DocumentError as for reading it."""
    files = read_files(file, pages, sha256)
    name = PurePosixPath(file).name
    return _documents.get(
        (sha256, name, reading), lambda: open_facsimile(files, name=name, sha256=sha256, reading=reading)
    )


def load_picture(file: str, pages: Sequence[str], sha256: str, reading: int, number: int) -> Picture:
    """The picture of a page, numbered from 1. DocumentError where the document has no such page."""

    def draw() -> Picture:
        facsimile = load_facsimile(file, pages, sha256, reading)
        if facsimile.draw is None:
            raise DocumentError("document_gone", file=PurePosixPath(file).name)
        return facsimile.draw(number)

    return _pictures.get((sha256, reading, number), draw)
