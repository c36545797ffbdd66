"""The bytes of a document → its facsimile: the reading once more, this time noting where everything stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from analytics.documents.detect import read_bytes, read_bytes_again, read_pages
from analytics.documents.encoding import decode
from analytics.documents.facsimile.lines import render_lines
from analytics.documents.facsimile.markup import render_markup
from analytics.documents.facsimile.model import Facsimile, Located
from analytics.documents.facsimile.pages import PDFIUM, draw_page, locate_pages
from analytics.documents.facsimile.sheets import list_sheets
from analytics.documents.facsimile.tables import render_tables
from analytics.documents.invisible import remove_invisible
from analytics.documents.model import TRAITS, Document, Format
from analytics.documents.scans.photographed import hash_files
from analytics.documents.traced import Spot, Trace, tracing
from analytics.documents.web import mhtml
from analytics.errors import DocumentError
from analytics.settings import Limits


def open_facsimile(
    files: Sequence[bytes], *, name: str, sha256: str, reading: int = 0, limits: Limits | None = None
) -> Facsimile:
    """A document as published, with what its first or second ``reading`` found in it; ``files`` are its pages where it
    has several. DocumentError where they are no longer those that were read, and as for reading."""
    if hash_files(files) != sha256:
        raise DocumentError("document_changed", file=name)
    limits = limits or Limits()
    with PDFIUM, tracing() as trace:
        document = _read(files, name, reading, limits)
    if document is None:
        raise DocumentError("document_changed", file=name)
    if TRAITS[document.format].is_paged:
        files = [_find_carried(files[0], name)] if len(files) == 1 else files
        leaves, located = locate_pages(files, document, trace)
        draw = partial(draw_page, tuple(files), document.format, leaves, limits)
        return Facsimile(document, located, leaves, draw=draw)
    markup, located = _render(files[0], document, trace, name)
    return Facsimile(document, located, markup=markup)


def _read(files: Sequence[bytes], name: str, reading: int, limits: Limits) -> Document | None:
    if len(files) > 1:
        return read_pages(files, name=name, limits=limits, reading=reading)
    if reading:
        return read_bytes_again(files[0], name=name, limits=limits)
    return read_bytes(files[0], name=name, limits=limits)


def _render(data: bytes, document: Document, trace: Trace, name: str) -> tuple[str, Mapping[Spot, Located]]:
    if document.format is Format.HTML and trace.markup is not None:
        return render_markup(trace.markup, document)
    if TRAITS[document.format].is_lined and document.encoding is not None:
        content, _ = decode(_find_carried(data, name), name=name)
        return render_lines(remove_invisible(content), document)
    is_book = document.format in (Format.WORKBOOK, Format.SHEET)
    return render_tables(document, list_sheets(_find_carried(data, name), document) if is_book else ())


def _find_carried(data: bytes, name: str) -> bytes:
    """The document itself where a mail carries it."""
    if not mhtml.is_message(data):
        return data
    return mhtml.find_document(data, name=name).data
