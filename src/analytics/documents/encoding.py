"""Bytes → text, by content: what a page says of its own encoding is often wrong."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from analytics.errors import DocumentError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEGACY = ["gb18030", "big5", "utf_16_le", "utf_16_be"]
"""What Chinese pages use beside UTF-8. GB18030 contains GBK and GB2312."""


_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b]")
"""No text has these; bytes that only happen to decode do."""


def decode(data: bytes, *, name: str) -> tuple[str, str]:
    """The text of ``data`` and the encoding that gave it.

    A byte order mark decides; then strict UTF-8; then the best legacy encoding by content. Damaged bytes
    become U+FFFD and are met later as unreadable cells. Raises DocumentError where nothing reads as text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), encoding
    if b"\x00" not in data:
        try:
            return data.decode("utf-8"), "utf-8"
        except UnicodeDecodeError:
            pass
    return _by_content(data, name)


def _by_content(data: bytes, name: str) -> tuple[str, str]:
    best = from_bytes(data, cp_isolation=_LEGACY).best()
    if best is not None and not _CONTROL.search(str(best)):
        return str(best), best.encoding
    # Nothing decodes without loss: a page cut in the middle of a character, or a few damaged bytes.
    readings = [(data.decode(encoding, errors="replace"), encoding) for encoding in ("utf-8", "gb18030")]
    text, encoding = min(readings, key=lambda reading: reading[0].count("\ufffd"))
    if text.count("\ufffd") + len(_CONTROL.findall(text)) > len(text) // 50:
        raise DocumentError("not_text", file=name)
    return text, encoding
