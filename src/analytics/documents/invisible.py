"""Characters that print nothing → gone. A cell of only such is blank, a figure with one inside is the figure."""

from __future__ import annotations

import re

_CHARACTERS = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202c\u2066\u2069\u180e"
"""Zero-width spaces and joiners, soft hyphens, marks of the usual direction. Those that turn text round stay: what
stands behind them is printed in another order."""
_ENCODED = tuple(character.encode() for character in _CHARACTERS)
_REFERENCE = re.compile(
    r"&(?:zwj|zwnj|shy|lrm|rlm|ZeroWidthSpace|NoBreak|#(?:8203|8204|8205|8288|65279|173|8206|8207|8234|8236)|"
    r"#[xX]0*(?:200[bcdefBCDEF]|2060|[fF][eE][fF][fF]|[aA][dD]|202[acAC]));?"
)
_ENCODED_REFERENCE = re.compile(_REFERENCE.pattern.encode())
_BEGINNINGS = re.compile("&(?:zw|shy|lrm|rlm|Zero|NoBr|#)")


def remove_invisible(content: str) -> str:
    """Text or markup without characters that print nothing, written as such or as references."""
    for character in _CHARACTERS:
        if character in content:
            content = content.replace(character, "")
    if _BEGINNINGS.search(content) is not None:
        content = _REFERENCE.sub("", content)
    return content


def remove_invisible_bytes(markup: bytes) -> bytes:
    """:func:`remove_invisible` for markup in UTF-8."""
    for character in _ENCODED:
        if character in markup:
            markup = markup.replace(character, b"")
    return _ENCODED_REFERENCE.sub(b"", markup) if b"&#" in markup else markup
