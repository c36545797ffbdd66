"""A web page saved as one file (MHTML, ``.mht``) or a mailed report (``.eml``) → the part of it that is the document.

A mail's body is the document where it holds tables or nothing is attached; otherwise its one attachment is.
"""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage
from typing import NamedTuple

from analytics.errors import DocumentError

_HEAD = 4096
_FIRST_FIELD = re.compile(rb"\s*[A-Za-z][A-Za-z0-9-]{1,40}:[ \t]")
_VERSION = b"mime-version:"
_TYPE = re.compile(rb"content-type:\s*(?:multipart/|text/|application/|image/)")
_PAGES = ("text/html", "application/xhtml+xml")
_ROW = re.compile(rb"<tr\b", re.IGNORECASE)
_FEWEST_ROWS = 20
"""No letterhead or signature has as many rows; the form's tables have more."""


class Part(NamedTuple):
    """A part of a message, decoded from what carried it. ``is_beside`` says that files are attached beside it."""

    data: bytes
    is_page: bool = False
    is_attached: bool = False
    is_beside: bool = False


def is_message(data: bytes) -> bool:
    """Whether the file begins with the header fields of a message."""
    head = data[:_HEAD]
    lower = head.lower()
    return _FIRST_FIELD.match(head) is not None and _VERSION in lower and _TYPE.search(lower) is not None


def find_document(data: bytes, *, name: str) -> Part:
    """The part of a message that is its document. Raises DocumentError where it has none, and where several files are
    attached."""
    parts = list(_list_parts(data))
    body = next((part for part in parts if part.is_page), None) or next(
        (part for part in parts if not part.is_attached), None
    )
    attached = [part for part in parts if part.is_attached]
    if body is not None and (not attached or (body.is_page and len(_ROW.findall(body.data)) >= _FEWEST_ROWS)):
        return body._replace(is_beside=bool(attached))
    if len(attached) > 1:
        raise DocumentError("many_attachments", file=name, attachments=len(attached))
    if attached:
        return attached[0]
    raise DocumentError("message_empty", file=name)


def _list_parts(data: bytes) -> Iterator[Part]:
    """Pages, texts and attached files, in order; pictures that belong to a page are none of them."""
    message = email.message_from_bytes(data.lstrip(), policy=email.policy.default)
    for part in message.walk():
        if not isinstance(part, EmailMessage) or part.is_multipart():
            continue
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes) or not content.strip():
            continue
        kind = part.get_content_type()
        if part.is_attachment() or (part.get_filename() and not kind.startswith("image/")):
            yield Part(content, is_attached=True)
        elif kind in _PAGES:
            yield Part(content, is_page=True)
        elif kind == "text/plain":
            yield Part(content)
        elif part is message and not kind.startswith("image/"):
            yield Part(content, is_attached=True)  # the file alone, mailed without a body
