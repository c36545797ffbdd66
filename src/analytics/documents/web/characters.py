"""Characters that no page shows: what a parser of pages cannot take, named or plain."""

from __future__ import annotations

import re


def remove_controls(content: str) -> str:
    """The markup without characters that no tree may hold, written as such or as references."""
    return _REFERENCE.sub(_decode_reference, _CONTROL.sub("", content))


def _decode_reference(reference: re.Match[str]) -> str:
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    return "" if code > _LAST_CODE or _CONTROL.match(chr(code)) else reference[0]


_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|(\d{1,9}));?")
_LAST_CODE = 0x10FFFF
