"""Bytes → text, by content: what a page says of its own encoding is often wrong."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from analytics.documents.model import LOST
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

    A byte order mark decides; then strict UTF-8; then, where most stretches of a text are UTF-8, each stretch by
    itself; then the best legacy encoding by content. Damaged bytes become U+FFFD and are met later as unreadable
    cells. Raises DocumentError where nothing reads as text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), encoding
    if b"\x00" not in data:
        try:
            return data.decode("utf-8"), "utf-8"
        except UnicodeDecodeError:
            pass
        stretches = _STRETCH.split(data)
        if _is_mostly_utf8(stretches):
            return "".join(map(_decode_stretch, stretches)), "utf-8"
    return _decode_by_content(data, name)


_STRETCH = re.compile(rb"(?<=[<>\n])")
"""Where one author's part of a page may end and another's begin."""
_FEW_BYTES = 6
"""Fewer bytes beyond ASCII may be UTF-8 by chance."""


def _is_mostly_utf8(stretches: list[bytes]) -> bool:
    right = wrong = 0
    for stretch in stretches:
        if not stretch.isascii() and len(stretch) >= _FEW_BYTES:
            if _convert_strictly(stretch, "utf-8") is None:
                wrong += len(stretch)
            else:
                right += len(stretch)
    return right > wrong


def _decode_stretch(data: bytes) -> str:
    """A stretch in UTF-8, or else in GB18030 if all of it is common Chinese there; broken bytes are lost."""
    text = _convert_strictly(data, "utf-8")
    if text is not None:
        return text
    damaged = data.decode("utf-8", "replace")
    other = _convert_strictly(data, "gb18030")
    is_common = other is not None and _convert_strictly(other, "gb2312") is not None
    beyond = sum(not character.isascii() for character in damaged)
    return other if other is not None and is_common and damaged.count(LOST) * 3 > beyond else damaged


def _convert_strictly(content: bytes | str, encoding: str) -> str | None:
    try:
        return content.decode(encoding) if isinstance(content, bytes) else str(content.encode(encoding))
    except UnicodeError:
        return None


def _decode_by_content(data: bytes, name: str) -> tuple[str, str]:
    best = from_bytes(data, cp_isolation=_LEGACY).best()
    if best is not None and not _CONTROL.search(str(best)):
        return str(best), best.encoding
    # Nothing decodes without loss: a page cut in the middle of a character, or a few damaged bytes.
    readings = [(data.decode(encoding, errors="replace"), encoding) for encoding in ("utf-8", "gb18030")]
    text, encoding = min(readings, key=lambda reading: reading[0].count("\ufffd"))
    if text.count("\ufffd") + len(_CONTROL.findall(text)) > len(text) // 50:
        raise DocumentError("not_text", file=name)
    return text, encoding
