"""A zip archive of parts (DOCX, XLSX) → its directory, and single parts within the limits.

What the directory promises is judged before anything is unpacked: an archive of a few kilobytes can promise
terabytes. Nothing is ever written to disk, and parts that nobody asks for (pictures, macros) are never unpacked.
"""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib

from lxml import etree

from analytics.documents.syntax import refuse_exhausted
from analytics.errors import DocumentError
from analytics.settings import Limits

SIGNATURE = b"PK\x03\x04"
DAMAGE = (
    KeyError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, OSError, EOFError, ValueError,
    NotImplementedError, RuntimeError, OverflowError,
)  # fmt: skip
"""What ``zipfile`` raises for a damaged directory or part, an unknown compression, a part with a password."""


def list_members(data: bytes, *, name: str) -> frozenset[str]:
    """The names of the parts. Raises DocumentError where the directory is damaged."""
    with _archive(data, name) as archive:
        return frozenset(archive.namelist())


def open_archive(data: bytes, *, name: str, limits: Limits) -> zipfile.ZipFile:
    """The archive. Raises DocumentError where it is damaged or would unpack beyond the limits."""
    archive = _archive(data, name)
    size = sum(entry.file_size for entry in archive.infolist())
    largest = min(limits.unpacked_bytes, max(limits.unpacked_ratio * len(data), limits.unpacked_anyway_bytes))
    if size > largest:
        raise DocumentError("unpacks_too_large", file=name, size_mb=size / 1e6, limit_mb=largest / 1e6)
    return archive


def read_part(archive: zipfile.ZipFile, member: str, *, name: str, limits: Limits) -> bytes:
    """One part unpacked. Raises DocumentError where it is damaged or larger than markup may be."""
    try:
        size = archive.getinfo(member).file_size
        if size > limits.markup_bytes:
            raise DocumentError("unpacks_too_large", file=name, size_mb=size / 1e6, limit_mb=limits.markup_bytes / 1e6)
        return archive.read(member)
    except DAMAGE as reason:
        raise DocumentError("archive_damaged", file=name, reason=str(reason)) from reason


def parse_markup(markup: bytes, *, name: str, limits: Limits) -> etree._Element:
    """The markup of a part. Raises DocumentError where it is broken, nests without end, or declares entities."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(markup, parser)
    except etree.XMLSyntaxError as reason:
        refuse_exhausted(reason)
        if "depth" in (reason.msg or ""):
            raise DocumentError("nested_too_deep", file=name, limit=limits.nesting_depth) from reason
        raise DocumentError("archive_damaged", file=name, reason=reason.msg) from reason
    if root.getroottree().docinfo.internalDTD is not None:
        # No office program writes declarations; entities are how markup attacks its reader.
        raise DocumentError("entities_declared", file=name)
    return root


def _archive(data: bytes, name: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except DAMAGE as reason:
        raise DocumentError("archive_damaged", file=name, reason=str(reason)) from reason
