"""Pages of the web, saved alone or as one message with all that they show; mails."""

from __future__ import annotations

import re
from dataclasses import replace

from analytics.documents import excess, witness
from analytics.documents.encoding import decode
from analytics.documents.kinds import FileFormat, Kind, Sample, Source, Told
from analytics.documents.model import Document
from analytics.documents.texts import markdown
from analytics.documents.web import html, mhtml
from analytics.errors import DocumentError

PAGE, MESSAGE = Kind(".html"), Kind(".mht")
_TAGS = re.compile(r"<(?:!doctype\s+html|html|head|body|table|div|p|td|h1|meta)\b", re.IGNORECASE)
_HEAD = 4096
"""Markup announces itself early; deeper, a text may quote a tag."""
_ARCHIVES = ("archive_alone", "rar_not_read")
"""Keys of refusals of an archive, which a mail puts otherwise: it is not in the folder yet."""


def _is_page(sample: Sample) -> bool:
    """Whether a text is markup: Markdown merely quotes tags."""
    content, _ = sample.text
    return _TAGS.search(content, 0, _HEAD) is not None and not markdown.is_markdown_text(content)


def _is_message(sample: Sample) -> bool:
    return mhtml.is_message(sample.data)


def _read_page(source: Source) -> Document:
    return html.read(
        source.content, name=source.name, sha256=source.sha256, encoding=source.encoding, limits=source.limits
    )


def _reread_page(source: Source) -> Document | None:
    return witness.reread_page(source.content, name=source.name, sha256=source.sha256)


def _read_message(source: Source) -> Document:
    """A page saved as one file, or what a mail says or carries."""
    name = source.name
    excess.judge_message(source.data, name=name, limits=source.limits)
    part = mhtml.find_document(source.data, name=name)
    if part.is_page:
        content, encoding = decode(part.data, name=name)
        document = html.read(content, name=name, sha256=source.sha256, encoding=encoding, limits=source.limits)
        remarks = (*document.remarks, *(("attachments_unread",) if part.is_beside else ()))
        return replace(document, reader="mhtml", remarks=remarks)
    try:
        return replace(source.read_part(_extract_content(part, name)), sha256=source.sha256)
    except DocumentError as refusal:
        if refusal.key in _ARCHIVES:
            raise DocumentError("archive_attached", file=name) from refusal
        raise


def _reread_message(source: Source) -> Document | None:
    part = mhtml.find_document(source.data, name=source.name)
    second = None if part.is_page else source.reread_part(_extract_content(part, source.name))
    return second and replace(second, sha256=source.sha256)


def _extract_content(part: mhtml.Part, name: str) -> bytes:
    """What a mail carries. Raises DocumentError where it is a mail again."""
    if mhtml.is_message(part.data):
        raise DocumentError("message_empty", file=name)
    return part.data


FORMATS = (
    FileFormat(
        kind=PAGE,
        told=Told.TEXT,
        is_told_by=_is_page,
        rank=10,
        read=_read_page,
        read_again=_reread_page,
        is_attached=False,
        libraries=("lxml", "tinycss2", "cssselect", "nh3", "selectolax", "charset-normalizer"),
    ),
    FileFormat(
        kind=MESSAGE,
        told=Told.BYTES,
        is_told_by=_is_message,
        rank=90,
        read=_read_message,
        read_again=_reread_message,
        is_attached=False,
    ),
)
