"""A web page saved as one file (MHTML, ``.mht``) → Document: its first page of markup, read as any other page."""

from __future__ import annotations

import email
import email.policy
from dataclasses import replace
from email.message import EmailMessage

from analytics.documents import html
from analytics.documents.encoding import decode
from analytics.documents.model import Document
from analytics.errors import DocumentError
from analytics.settings import Limits

_HEAD = 4096
_MARKS = (b"mime-version:", b"content-type:")


def looks_like_mhtml(data: bytes) -> bool:
    """Whether the file begins with the header fields of a message and holds markup."""
    head = data[:_HEAD].lower()
    return all(mark in head for mark in _MARKS) and (b"multipart/related" in head or b"text/html" in head)


def read(data: bytes, *, name: str, sha256: str, limits: Limits) -> Document:
    """Read the page. Raises DocumentError where the message holds none, and as :func:`html.read` does."""
    message = email.message_from_bytes(data.lstrip(), policy=email.policy.default)
    for part in message.walk():
        if isinstance(part, EmailMessage) and part.get_content_type() in ("text/html", "application/xhtml+xml"):
            packed = part.get_payload(decode=True)
            if isinstance(packed, bytes) and packed.strip():
                content, encoding = decode(packed, name=name)
                return replace(
                    html.read(content, name=name, sha256=sha256, encoding=encoding, limits=limits), reader="mhtml"
                )
    raise DocumentError("markup_broken", file=name, reason="MHTML")
