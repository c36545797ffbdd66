"""The markup of word processor's files, for tests that read it."""

from __future__ import annotations

from lxml import etree

from analytics.documents.detect import read_bytes
from analytics.documents.model import Document
from analytics.settings import Limits
from analytics.simulate.docx import WORD, write_archive

NAMES = (
    f'xmlns:w="{WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml"'
)


def markup(body: str) -> bytes:
    return f"<w:document {NAMES}><w:body>{body}</w:body></w:document>".encode()


def document(body: str, *, limits: Limits | None = None, **parts: bytes) -> Document:
    return read_bytes(write_archive(etree.fromstring(markup(body)), **parts), name="report.docx", limits=limits)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str) -> str:
    return f"<w:p>{''.join(text if text.startswith('<') else run(text) for text in runs)}</w:p>"


def tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{text if text.startswith('<') else p(text)}</w:tc>"


def tbl(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def field(*parts: str) -> str:
    return "".join(
        part if part.startswith("<") else f'<w:r><w:fldChar w:fldCharType="{part}"/></w:r>' for part in parts
    )
