"""A file on disk → a Document: format by content, then the reader of that format.

Names and endings are not believed: a picture renamed ``.html`` is refused as a picture.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from analytics.documents import excess, witness
from analytics.documents.encoding import decode
from analytics.documents.kinds import ARCHIVES, PICTURES, Kind, identify, is_picture
from analytics.documents.model import Document
from analytics.documents.odf import sheets, texts
from analytics.documents.pdf import forms, ofd, pdf, pdfplumbed
from analytics.documents.scans import photographed, picture
from analytics.documents.sheets import sheet, workbook
from analytics.documents.texts import markdown, text
from analytics.documents.web import html, mhtml
from analytics.documents.word import docx, office
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
    """A second, independent reading of a document whose format has one (PDF, pictures, pages, DOCX, XLSX, texts with
    columns); None for the others. Errors as for :func:`read`."""
    return read_bytes_again(_load_bytes(path, limits or Limits()), name=path.name, limits=limits)


def read_bytes_again(data: bytes, *, name: str, limits: Limits | None = None) -> Document | None:
    """:func:`read_again` from bytes."""
    limits = limits or Limits()
    sha256 = hashlib.sha256(data).hexdigest()
    kind, content, encoding = identify(data, name=name)
    if kind is Kind.MESSAGE:
        part = mhtml.find_document(data, name=name)
        second = None if part.is_page else read_bytes_again(_extract_content(part, name), name=name, limits=limits)
        return second and replace(second, sha256=sha256)
    if kind in PICTURES:
        return picture.read(data, name=name, sha256=sha256, limits=limits, reading=1)
    if kind is Kind.PDF:
        if pdf.is_scan(data, limits=limits):
            return pdf.read(data, name=name, sha256=sha256, limits=limits, reading=1)
        return pdfplumbed.read(data, name=name, sha256=sha256, limits=limits)
    if kind in (Kind.TEXT, Kind.MARKDOWN):
        return text.read_lines(content, name=name, sha256=sha256, encoding=encoding)
    return witness.read(data, kind, content, name=name, sha256=sha256)


def read_bytes(
    data: bytes, *, name: str, limits: Limits | None = None, conversions: Mapping[str, bytes] | None = None
) -> Document:
    """Read a document from its bytes; ``name`` is used in messages only, ``conversions`` by :mod:`office`. Errors as
    for :func:`read`."""
    limits = limits or Limits()
    sha256 = hashlib.sha256(data).hexdigest()
    kind, content, encoding = identify(data, name=name)
    match kind:
        case Kind.DOCX:
            return docx.read(
                data, name=name, sha256=sha256, limits=limits, read_chunk=lambda chunk: _chunk(chunk, name, limits)
            )
        case Kind.XLSX:
            return workbook.read_packed(data, name=name, sha256=sha256, limits=limits)
        case Kind.XLS:
            return workbook.read(data, name=name, sha256=sha256, limits=limits)
        case Kind.ODT | Kind.ODS | Kind.FLAT_ODF:
            return _read_odf(data, name=name, sha256=sha256, limits=limits)
        case Kind.OFD:
            return ofd.read(data, name=name, sha256=sha256, limits=limits)
        case Kind.PDF:
            forms.judge(data, name=name)
            return pdf.read(data, name=name, sha256=sha256, limits=limits)
        case Kind.DOC | Kind.RTF:
            if kind is Kind.RTF:
                excess.judge_rtf(data, name=name, limits=limits)
            return office.read(data, name=name, sha256=sha256, limits=limits, conversions=conversions)
        case Kind.MESSAGE:
            return _read_message(data, name=name, sha256=sha256, limits=limits)
        case Kind.RAR:
            raise DocumentError("rar_not_read", file=name)
    if kind in PICTURES:
        return picture.read(data, name=name, sha256=sha256, limits=limits)
    if kind in ARCHIVES:
        raise DocumentError("archive_alone", file=name)
    return _read_text(kind, content, name=name, sha256=sha256, encoding=encoding, limits=limits)


def _read_text(kind: Kind, content: str, *, name: str, sha256: str, encoding: str, limits: Limits) -> Document:
    """Read a page, a figures sheet or a text from what it says."""
    if kind is Kind.PAGE:
        return html.read(content, name=name, sha256=sha256, encoding=encoding, limits=limits)
    if kind is Kind.FIGURES:
        return sheet.read_csv(content, name=name, sha256=sha256, encoding=encoding, limits=limits)
    excess.judge_text(content, name=name, limits=limits)
    if kind is Kind.MARKDOWN:
        return markdown.read(content, name=name, sha256=sha256, encoding=encoding, limits=limits)
    return text.read(content, name=name, sha256=sha256, encoding=encoding)


def read_pages(files: Sequence[bytes], *, name: str, limits: Limits | None = None, reading: int = 0) -> Document:
    """A report photographed page by page, from the pictures of its pages in order; ``reading`` 1 is the second one.
    Raises DocumentError as :func:`read`, and where one of the files is no picture."""
    for number, data in enumerate(files, start=1):
        if not is_picture(data):
            raise DocumentError("page_no_picture", file=name, page=number)
    sha256 = photographed.hash_files(files)
    document = picture.read(*files, name=name, sha256=sha256, limits=limits or Limits(), reading=reading)
    return replace(document, remarks=(*document.remarks, "pages_joined"))


def _read_message(data: bytes, *, name: str, sha256: str, limits: Limits) -> Document:
    """A page saved as one file, or what a mail says or carries."""
    excess.judge_message(data, name=name, limits=limits)
    part = mhtml.find_document(data, name=name)
    if part.is_page:
        content, encoding = decode(part.data, name=name)
        document = html.read(content, name=name, sha256=sha256, encoding=encoding, limits=limits)
        remarks = (*document.remarks, *(("attachments_unread",) if part.is_beside else ()))
        return replace(document, reader="mhtml", remarks=remarks)
    try:
        return replace(read_bytes(_extract_content(part, name), name=name, limits=limits), sha256=sha256)
    except DocumentError as refusal:
        if refusal.key in _ARCHIVES:
            raise DocumentError("archive_attached", file=name) from refusal
        raise


def _extract_content(part: mhtml.Part, name: str) -> bytes:
    """What a mail carries. Raises DocumentError where it is a mail again."""
    if mhtml.is_message(part.data):
        raise DocumentError("message_empty", file=name)
    return part.data


_ARCHIVES = ("archive_alone", "rar_not_read")
"""Keys of refusals of an archive, which a mail puts otherwise: it is not in the folder yet."""


def _read_odf(data: bytes, *, name: str, sha256: str, limits: Limits) -> Document:
    root, known = texts.read_content(data, name=name, limits=limits)
    if texts.is_sheet(root):
        found_sheets = sheets.read_pages(root, known, name=name, limits=limits)
        return workbook.build_document(found_sheets, reader="odf", name=name, sha256=sha256, limits=limits)
    return texts.read_document(root, known, name=name, sha256=sha256, limits=limits)


def _chunk(data: bytes, name: str, limits: Limits) -> Document:
    """A document embedded in a word processor's file; one embedded in that one once more is not read."""
    if identify(data, name=name).kind is Kind.DOCX:
        return docx.read(data, name=name, sha256=hashlib.sha256(data).hexdigest(), limits=limits)
    return read_bytes(data, name=name, limits=limits)
