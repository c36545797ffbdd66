"""Markdown, as converters, table extractors and models that see pages write it → Document.

It is text whose lines may carry markup: tables as ``<table>``, breaks and raised marks within cells, wrappers on lines
of their own. Source of what may stand where: the CommonMark specification, 4.6 (HTML blocks), and GitHub's for tables
and struck text.
"""

from __future__ import annotations

import re

from analytics.documents.model import Document, Grid
from analytics.documents.texts import text
from analytics.documents.texts.markups import convert_to_markdown, is_marked_up
from analytics.documents.web import html
from analytics.settings import Limits

_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|meta)\b", re.IGNORECASE)
_MARKED = re.compile(
    r"^ {0,3}(?:#{1,6} +\S|h[1-6](?:\([^)\n]*\))?\. +\S|\|.*\|[ \t]*$|-{3,}(?: +-{3,})+[ \t]*$)", re.MULTILINE
)
_STARTS = 4096
_TABLE = re.compile(r"(<table\b.*?</table\s*>)", re.IGNORECASE | re.DOTALL)
_UNSEEN = re.compile(
    r"<!--.*?-->|<(sup|sub|del|s|strike)\b[^<>]*>.*?</\1\s*>|~~(?=\S)[^~\n]*~~", re.IGNORECASE | re.DOTALL
)
"""Comments, raised marks and struck text: none of it is a figure."""
_TAG = re.compile(
    r"</?(?:br|div|span|p|center|font|a|b|strong|em|i|u|section|article|figure|img)\b[^<>]*>", re.IGNORECASE
)


def is_markdown_text(content: str) -> bool:
    """Whether a text is marked as Markdown or a like markup is, and is no page of markup."""
    if _PAGE.search(content, 0, _STARTS) is not None:
        return False
    return _MARKED.search(content) is not None or is_marked_up(content)


def read(content: str, *, name: str, sha256: str, encoding: str, limits: Limits) -> Document:
    """Read Markdown. Raises DocumentError as :func:`html.read` does for the tables in it."""

    def read_tables(markup: str) -> list[Grid]:
        page = html.read(markup, name=name, sha256=sha256, encoding=encoding, limits=limits)
        return [block for block in page.blocks if isinstance(block, Grid)]

    content = convert_to_markdown(content) or content
    parts = _TABLE.split(content)
    plain = "".join(part if number % 2 else _TAG.sub("", _UNSEEN.sub("", part)) for number, part in enumerate(parts))
    return text.read(plain, name=name, sha256=sha256, encoding=encoding, markup=read_tables if len(parts) > 1 else None)
