"""A file on disk → a Document: format by content, then the reader of that format.

Names and endings are not believed: a picture renamed ``.html`` is refused as a picture.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from analytics.documents.formats import Identified, identify
from analytics.documents.formats.pictures import is_picture
from analytics.documents.kinds import Source
from analytics.documents.model import Document
from analytics.documents.scans import photographed, picture
from analytics.errors import DocumentError
from analytics.settings import Limits


def read(path: Path, *, limits: Limits | None = None) -> Document:
    """Read a document. Raises DocumentError with what is wrong and what to do; never reads past the limit."""
    limits = limits or Limits()
    return read_bytes(_load_bytes(path, limits), name=path.name, limits=limits)


def _load_bytes(path: Path, limits: Limits) -> bytes:
    try:
        size = path.stat().st_size
        if size == 0:
            raise DocumentError("empty_file", file=path.name)
        if size > limits.document_bytes:
            raise DocumentError("too_large", file=path.name, size_mb=size / 1e6, limit_mb=limits.document_bytes / 1e6)
        return path.read_bytes()
    except OSError as reason:
        raise DocumentError("not_readable", file=path.name, reason=reason.strerror or str(reason)) from reason


def read_again(path: Path, *, limits: Limits | None = None) -> Document | None:
    """A second, independent reading of a document whose format has one; None for the others. Errors as for
    :func:`read`."""
    return read_bytes_again(_load_bytes(path, limits or Limits()), name=path.name, limits=limits)


def read_bytes_again(data: bytes, *, name: str, limits: Limits | None = None) -> Document | None:
    """:func:`read_again` from bytes."""
    found = identify(data, name=name)
    if found.format.read_again is None:
        return None
    return found.format.read_again(_make_source(data, found, name=name, limits=limits or Limits()))


def read_bytes(
    data: bytes, *, name: str, limits: Limits | None = None, conversions: Mapping[str, bytes] | None = None
) -> Document:
    """Read a document from its bytes; ``name`` is used in messages only, ``conversions`` for what an office program
    converts. Errors as for :func:`read`."""
    found = identify(data, name=name)
    return found.format.read(_make_source(data, found, name=name, limits=limits or Limits(), conversions=conversions))


def _make_source(
    data: bytes, found: Identified, *, name: str, limits: Limits, conversions: Mapping[str, bytes] | None = None
) -> Source:
    return Source(
        data=data,
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        limits=limits,
        content=found.content,
        encoding=found.encoding,
        conversions=conversions or {},
        read_part=partial(read_bytes, name=name, limits=limits),
        reread_part=partial(read_bytes_again, name=name, limits=limits),
    )


def read_pages(files: Sequence[bytes], *, name: str, limits: Limits | None = None, reading: int = 0) -> Document:
    """A report photographed page by page, from the pictures of its pages in order; ``reading`` 1 is the second one.
    Raises DocumentError as :func:`read`, and where one of the files is no picture."""
    for number, data in enumerate(files, start=1):
        if not is_picture(data):
            raise DocumentError("page_no_picture", file=name, page=number)
    sha256 = photographed.hash_files(files)
    document = picture.read(*files, name=name, sha256=sha256, limits=limits or Limits(), reading=reading)
    return replace(document, remarks=(*document.remarks, "pages_joined"))
