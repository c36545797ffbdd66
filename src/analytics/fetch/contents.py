"""The bytes of an answer → what they are, whatever the server calls them; and whether they are whole.

Names and types are not believed: a page of an error under the name of a PDF is a page.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from email.message import Message
from urllib.parse import unquote, unquote_to_bytes

from analytics.documents.containers import compound, packed, repacked
from analytics.documents.containers.office_marks import OFD_MAIN, OPENDOCUMENT_PART, WORKBOOK_PARTS, find_docx_text
from analytics.documents.encoding import decode
from analytics.documents.scans import picture
from analytics.documents.sheets.workbook import STREAMS as WORKBOOK_STREAMS
from analytics.documents.word import office
from analytics.documents.word.doctext import MAIN_STREAM
from analytics.errors import DocumentError, FetchError

PAGE = ".html"
_PDF, _PDF_WITHIN, _PDF_END, _PDF_END_WITHIN = b"%PDF-", 1024, b"%%EOF", 4096
_PICTURES = {b"\x89PNG": ".png", b"\xff\xd8\xff": ".jpg", b"GIF8": ".gif", b"BM": ".bmp", b"RIFF": ".webp"}
_MARKUP = re.compile(r"<(?:!doctype|html|head|body|div|table|p|script|meta|title|span|br)\b", re.IGNORECASE)
_SUFFIXES = re.compile(
    r"\.(?:pdf|docx?|wps|ofd|odt|rtf|xlsx?|et|ods|zip|7z|tar|tgz|jpe?g|png|tiff?)(?=$|[?#&;)）\s])", re.IGNORECASE
)
"""How the name of an attachment ends."""


def choose_suffix(content: bytes, *, url: str) -> str:
    """The ending for a file of this content; ``PAGE`` for markup. Raises FetchError where it is empty, no document, or
    ends before it is whole."""
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise FetchError("answer_empty", url=url)
    if _PDF in content[:_PDF_WITHIN]:
        if _PDF_END not in content[-_PDF_END_WITHIN:]:
            raise FetchError("answer_cut", is_of_the_moment=True, url=url)
        return ".pdf"
    if content.startswith(packed.SIGNATURE):
        return _choose_packed(content, url)
    if content.startswith(compound.SIGNATURE):
        return _choose_compound(content, url)
    if content.startswith(picture.SIGNATURES):
        return next((suffix for mark, suffix in _PICTURES.items() if content.startswith(mark)), ".tif")
    if content.startswith(office.RTF):
        return ".rtf"
    if repacked.is_archive(content[: repacked.HEAD]):
        return ".7z" if content.startswith(b"7z") else ".tar"
    return _choose_text(content, url)


def _choose_packed(content: bytes, url: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = frozenset(archive.namelist())
    except packed.DAMAGE as reason:
        raise FetchError("answer_cut", is_of_the_moment=True, url=url) from reason
    if find_docx_text(members):
        return ".docx"
    if WORKBOOK_PARTS & members:
        return ".xlsx"
    if OPENDOCUMENT_PART in members:
        return ".odt"
    return ".ofd" if OFD_MAIN in members else ".zip"


def _choose_compound(content: bytes, url: str) -> str:
    try:
        streams = compound.list_streams(content, name=url)
    except DocumentError as reason:
        raise FetchError("answer_cut", is_of_the_moment=True, url=url) from reason
    if WORKBOOK_STREAMS & streams:
        return ".xls"
    if MAIN_STREAM in streams:
        return ".doc"
    raise FetchError("answer_other", url=url)


def _choose_text(content: bytes, url: str) -> str:
    try:
        text, _ = decode(content, name=url)
    except DocumentError as reason:
        raise FetchError("answer_other", url=url) from reason
    return PAGE if _MARKUP.search(text) else ".txt"


def is_attachment(address: str, text: str = "") -> bool:
    """Whether a link leads to a file, by the end of its address or of its text."""
    return bool(_SUFFIXES.search(unquote(address)) or _SUFFIXES.search(text))


def read_offered_name(headers: Mapping[str, str]) -> str:
    """The file name of a ``Content-Disposition``, as servers write it: by RFC 6266, percent-encoded, or in bytes of
    UTF-8 or GB18030; empty where there is none."""
    message = Message()
    message["Content-Disposition"] = headers.get("content-disposition", "").replace("\n", " ").replace("\r", " ")
    try:
        name = message.get_filename("")
    except (LookupError, ValueError):
        return ""
    return _repair_name(name)


def _repair_name(name: str) -> str:
    try:
        raw = unquote_to_bytes(name.encode("latin-1")) if "%" in name else name.encode("latin-1")
    except UnicodeEncodeError:
        return unquote(name)
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name
