"""What no report is as large as → refused by counting, before anything is built of it.

A few megabytes of markup can keep a parser busy for hours; counting them takes milliseconds.
"""

from __future__ import annotations

import re

from analytics.errors import DocumentError
from analytics.settings import Limits

_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{20000,}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
"""A picture written into an attribute is long, and is one attribute."""
_BOUNDARY, _NESTED = b"\n--", b"multipart/"
_NESTED_PARTS = 50
_HEADER_BYTES = 65_536


def judge_text(content: str, *, name: str, limits: Limits) -> None:
    """DocumentError where a text has more lines than any report."""
    if max(content.count("\n"), content.count("\r")) > limits.lines:  # a line may end with both
        raise DocumentError("too_many_lines", file=name, limit=limits.lines)


def judge_markup(content: str, *, name: str, limits: Limits) -> None:
    """DocumentError where a page has more elements than any report, or one element more attributes."""
    if content.count("<") > limits.elements:
        raise DocumentError("too_many_elements", file=name, limit=limits.elements)
    for tag in _LONG_TAG.finditer(content):
        if len(_QUOTED.sub("", tag[0]).split()) > limits.attributes:
            raise DocumentError("too_many_attributes", file=name, limit=limits.attributes)


def judge_rtf(data: bytes, *, name: str, limits: Limits) -> None:
    """DocumentError where a file has more table rows than any report: LibreOffice would lay them all out."""
    if data.count(b"\\row") > limits.lines:
        raise DocumentError("too_many_lines", file=name, limit=limits.lines)


def judge_message(data: bytes, *, name: str, limits: Limits) -> None:
    """DocumentError where a saved page has more parts, or a longer header, than browsers write."""
    head = re.search(rb"\r?\n\r?\n", data.lstrip())
    is_endless = data.count(_BOUNDARY) > limits.parts or data.count(_NESTED) > _NESTED_PARTS
    if is_endless or (head.start() if head else len(data)) > _HEADER_BYTES:
        raise DocumentError("too_many_parts", file=name, limit=limits.parts)
