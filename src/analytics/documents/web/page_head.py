"""What the head of a page says of it: titles, and the day of publication."""

from __future__ import annotations

import re

from lxml import etree

_META_DATES = ("pubdate", "publishdate", "publish_time", "article:published_time", "date")


_DATE = re.compile(r"(20\d\d)[-/年.](\d{1,2})[-/月.](\d{1,2})")


def find_titles(root: etree._Element) -> tuple[str, ...]:
    """Titles that the markup states, the one that its content management names first."""
    metas = [meta.get("content", "") for meta in root.iter("meta") if meta.get("name", "").lower() == "articletitle"]
    return tuple(filter(None, (fold(title) for title in (*metas, *(node.text or "" for node in root.iter("title"))))))


def find_published_date(root: etree._Element) -> str | None:
    """The day of publication that the markup states (ISO), or None."""
    for meta in root.iter("meta"):
        if (meta.get("name") or meta.get("property") or "").lower() in _META_DATES:
            found = _DATE.search(meta.get("content", ""))
            if found:
                return "{}-{:0>2}-{:0>2}".format(*found.groups())
    return None


def fold(text: str) -> str:
    """White space folded as a browser shows it, hard spaces included."""
    return " ".join(text.split())
