"""What a parser of markup says → whether the markup is broken or the memory was not enough to read it."""

from __future__ import annotations

from lxml import etree

_UNSAID = "unknown error"
"""What lxml says where its parser fails without a word, as it does where it cannot even make room for one."""


def refuse_exhausted(reason: etree.XMLSyntaxError) -> None:
    """MemoryError where a parser of markup had no more memory: the same file may be read the next time."""
    if reason.code == etree.ErrorTypes.ERR_NO_MEMORY or (reason.msg or _UNSAID).startswith(_UNSAID):
        raise MemoryError from reason
