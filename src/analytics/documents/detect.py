"""A file on disk → a Document: format by content, then the reader of that format.

Names and endings are not believed: a picture renamed ``.html`` is refused as a picture.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from analytics.documents import excess, witness
from analytics.documents.containers import compound, packed, repacked
from analytics.documents.containers.office_marks import OFD_MAIN, OPENDOCUMENT_PART, WORKBOOK_PARTS, find_docx_text
from analytics.documents.encoding import decode
from analytics.documents.model import Document
from analytics.documents.odf import sheets, texts
from analytics.documents.pdf import forms, ofd, pdf, pdfplumbed
from analytics.documents.scans import photographed, picture
from analytics.documents.sheets import sheet, workbook
from analytics.documents.texts import markdown, text
from analytics.documents.web import html, mhtml
from analytics.documents.word import docx, office
from analytics.documents.word.doctext import MAIN_STREAM
from analytics.errors import DocumentError
from analytics.settings import Limits

_RAR = b"Rar!"
_PDF, _PDF_WITHIN = b"%PDF-", 1024
"""Programs accept the mark anywhere in the first kilobyte, and mailed files carry junk before it."""
_TAGS = re.compile(r"<(?:!doctype\s+html|html|head|body|table|div|p|td|h1|meta)\b", re.IGNORECASE)
_HEAD = 4096
"""Markup announces itself early; deeper, a text may quote a tag."""


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
    if mhtml.is_message(data):
        part = mhtml.find_document(data, name=name)
        second = None if part.is_page else read_bytes_again(_extract_content(part, name), name=name, limits=limits)
        return second and replace(second, sha256=sha256)
    if data.startswith(picture.SIGNATURES):
        return picture.read(data, name=name, sha256=sha256, limits=limits, reading=1)
    if _PDF not in data[:_PDF_WITHIN]:
        found = witness.read(data, _decode_page(data, name), name=name, sha256=sha256)
        return _read_by_lines(data, name, sha256) if found is None else found
    if pdf.is_scan(data, limits=limits):
        return pdf.read(data, name=name, sha256=sha256, limits=limits, reading=1)
    return pdfplumbed.read(data, name=name, sha256=sha256, limits=limits)


def _read_by_lines(data: bytes, name: str, sha256: str) -> Document | None:
    """A text by its lines alone; None where the document is none."""
    if data.startswith((packed.SIGNATURE, compound.SIGNATURE, office.RTF)) or texts.is_flat(data):
        return None
    content, encoding = decode(data, name=name)
    if sheet.is_sheet(content):
        return None
    return text.read_lines(content, name=name, sha256=sha256, encoding=encoding)


def _decode_page(data: bytes, name: str) -> str | None:
    """The markup of a page; None where the document is none."""
    if data.startswith((packed.SIGNATURE, compound.SIGNATURE, office.RTF)):
        return None
    content, _ = decode(data, name=name)
    is_page = _TAGS.search(content, 0, _HEAD) and not markdown.is_markdown_text(content)
    return content if is_page else None


def read_bytes(
    data: bytes, *, name: str, limits: Limits | None = None, conversions: Mapping[str, bytes] | None = None
) -> Document:
    """Read a document from its bytes; ``name`` is used in messages only, ``conversions`` by :mod:`office`. Errors as
    for :func:`read`."""
    limits = limits or Limits()
    sha256 = hashlib.sha256(data).hexdigest()
    if data.startswith(packed.SIGNATURE):
        return _read_packed(data, name=name, sha256=sha256, limits=limits)
    if data.startswith(compound.SIGNATURE):
        return _read_compound(data, name=name, sha256=sha256, limits=limits, conversions=conversions)
    if _PDF in data[:_PDF_WITHIN]:
        forms.judge(data, name=name)
        return pdf.read(data, name=name, sha256=sha256, limits=limits)
    if data.startswith(picture.SIGNATURES):
        return picture.read(data, name=name, sha256=sha256, limits=limits)
    if data.startswith(_RAR):
        raise DocumentError("rar_not_read", file=name)
    if repacked.is_archive(data[: repacked.HEAD]):
        raise DocumentError("archive_alone", file=name)
    if data.startswith(office.RTF):
        excess.judge_rtf(data, name=name, limits=limits)
        return office.read(data, name=name, sha256=sha256, limits=limits, conversions=conversions)
    if texts.is_flat(data):
        return _read_odf(data, name=name, sha256=sha256, limits=limits)
    if mhtml.is_message(data):
        return _read_message(data, name=name, sha256=sha256, limits=limits)
    content, encoding = decode(data, name=name)
    if not content.strip("\ufeff \t\r\n\x00"):
        raise DocumentError("empty_file", file=name)
    is_markdown = markdown.is_markdown_text(content)
    if not is_markdown and _TAGS.search(content, 0, _HEAD):
        return html.read(content, name=name, sha256=sha256, encoding=encoding, limits=limits)
    if sheet.is_sheet(content):
        return sheet.read_csv(content, name=name, sha256=sha256, encoding=encoding, limits=limits)
    excess.judge_text(content, name=name, limits=limits)
    if is_markdown:
        return markdown.read(content, name=name, sha256=sha256, encoding=encoding, limits=limits)
    return text.read(content, name=name, sha256=sha256, encoding=encoding)


def read_pages(files: Sequence[bytes], *, name: str, limits: Limits | None = None, reading: int = 0) -> Document:
    """A report photographed page by page, from the pictures of its pages in order; ``reading`` 1 is the second one.
    Raises DocumentError as :func:`read`, and where one of the files is no picture."""
    for number, data in enumerate(files, start=1):
        if not data.startswith(picture.SIGNATURES):
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


def _read_packed(data: bytes, *, name: str, sha256: str, limits: Limits) -> Document:
    """Office files are archives: their directory says which."""
    members = packed.list_members(data, name=name)
    if find_docx_text(members):
        return docx.read(
            data, name=name, sha256=sha256, limits=limits, read_chunk=lambda chunk: _chunk(chunk, name, limits)
        )
    if WORKBOOK_PARTS & members:
        return workbook.read_packed(data, name=name, sha256=sha256, limits=limits)
    if OPENDOCUMENT_PART in members:
        return _read_odf(data, name=name, sha256=sha256, limits=limits)
    if OFD_MAIN in members:
        return ofd.read(data, name=name, sha256=sha256, limits=limits)
    raise DocumentError("archive_alone", file=name)


def _read_odf(data: bytes, *, name: str, sha256: str, limits: Limits) -> Document:
    root, known = texts.read_content(data, name=name, limits=limits)
    if texts.is_sheet(root):
        found_sheets = sheets.read_pages(root, known, name=name, limits=limits)
        return workbook.build_document(found_sheets, reader="odf", name=name, sha256=sha256, limits=limits)
    return texts.read_document(root, known, name=name, sha256=sha256, limits=limits)


def _chunk(data: bytes, name: str, limits: Limits) -> Document:
    """A document embedded in a word processor's file; one embedded in that one once more is not read."""
    if data.startswith(packed.SIGNATURE) and find_docx_text(packed.list_members(data, name=name)):
        return docx.read(data, name=name, sha256=hashlib.sha256(data).hexdigest(), limits=limits)
    return read_bytes(data, name=name, limits=limits)


def _read_compound(
    data: bytes, *, name: str, sha256: str, limits: Limits, conversions: Mapping[str, bytes] | None
) -> Document:
    streams = compound.list_streams(data, name=name)
    if compound.ENCRYPTED in streams:
        raise DocumentError("password_needed", file=name)
    if workbook.STREAMS & streams:
        return workbook.read(data, name=name, sha256=sha256, limits=limits)
    if MAIN_STREAM in streams:
        return office.read(data, name=name, sha256=sha256, limits=limits, conversions=conversions)
    raise DocumentError("format_not_read", file=name, found="office")
