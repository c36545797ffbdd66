"""The bytes of an answer → what they are, whatever the server calls them; and whether they are whole.

Names and types are not believed: a page of an error under the name of a PDF is a page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from email.message import Message
from urllib.parse import unquote, unquote_to_bytes

from analytics.documents.formats import ATTACHED_ENDINGS, identify
from analytics.documents.formats.pages import PAGE
from analytics.documents.formats.pdf import PDF
from analytics.documents.formats.texts import TEXT
from analytics.errors import DocumentError, FetchError

_PDF_END, _PDF_END_WITHIN = b"%%EOF", 4096
_MARKUP = re.compile(r"<(?:!doctype|html|head|body|div|table|p|script|meta|title|span|br)\b", re.IGNORECASE)
_SUFFIXES = re.compile(rf"(?:{'|'.join(map(re.escape, ATTACHED_ENDINGS))})(?=$|[?#&;)）\s])", re.IGNORECASE)
"""How the name of an attachment ends."""


def choose_suffix(content: bytes, *, url: str) -> str:
    """The ending for a file of this content; that of pages for markup. Raises FetchError where it is empty, no
    document, or ends before it is whole."""
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise FetchError("answer_empty", url=url)
    try:
        found = identify(content, name=url)
    except DocumentError as reason:
        is_cut = reason.key == "archive_damaged"
        raise FetchError("answer_cut" if is_cut else "answer_other", is_of_the_moment=is_cut, url=url) from reason
    if not found.format.is_read:
        raise FetchError("answer_other", url=url)
    if found.kind == PDF and _PDF_END not in content[-_PDF_END_WITHIN:]:
        raise FetchError("answer_cut", is_of_the_moment=True, url=url)
    return PAGE if found.kind == TEXT and _MARKUP.search(found.content) else found.kind


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
