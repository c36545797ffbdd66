"""Text that must stay text where marks have a meaning: names, titles, printed cells, whatever others wrote.

In: any text. Out: what shows as that text, in HTML (also in the subset that charts draw and PDF paragraphs read) or in
Markdown (also with what Streamlit adds: directives, icons, emoji, formulas, arrows). Refuses to know where it is shown.
"""

from __future__ import annotations

import re
from html import escape

JOINER = "\u2060"
"""Unseen and without width. Renderers of Markdown look for addresses, emoji and arrows after marks were taken away, so
that no mark keeps them from it; a joiner within does."""
_SEEN_LATE = re.compile(
    r"(?<=\bhttp:)(?=//)|(?<=\bhttps:)(?=//)|(?<=www)(?=\.)"  # addresses become links
    r"|(?<=@)(?=[-\w])"  # and those of mail
    r"|(?<=:)(?=[\w+-]+:)|(?<=:)(?=material/)"  # :smile:, :streamlit:, :material/home:
    r"|(?<=[-<>~])(?=[->=]{1,2}(?:\s|$))",  # -> and its like
    re.IGNORECASE,
)
_MARKS = re.compile(
    r"[\\`*\[\]<>|$~^{}]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # one between letters is no mark
    r"|:(?=[A-Za-z])"  # a directive: :red[…]
    r"|!(?=\[)|&(?=#?\w+;)"
    r"|^[#+=-](?!\d)"
)
_NUMBERED = re.compile(r"^(\d+)([.)])(?=\s|$)")
_UNSEEN = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")


def escape_html(text: str) -> str:
    """The text for HTML, within elements and attributes. Quotes are written as numbers, which every reader knows."""
    return escape(text, quote=False).replace('"', "&#34;").replace("'", "&#39;")


def escape_markdown(text: str) -> str:
    """The text in one line for Markdown, in any place: alone, within a sentence, in a label, a list or a table."""
    line = _SEEN_LATE.sub(JOINER, _UNSEEN.sub(" ", text).strip())
    return _NUMBERED.sub(r"\1\\\2", _MARKS.sub(r"\\\g<0>", line))
