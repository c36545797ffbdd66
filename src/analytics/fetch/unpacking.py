"""The body of an answer, packed or not → its bytes, counted while they arrive.

Libraries take a packed body that breaks off for a whole one and unpack without end: both are met here.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from analytics.errors import FetchError

ACCEPTED = "gzip, deflate"
_PLAIN = ("", "identity")
_PACKED = ("gzip", "x-gzip", "deflate")
_EITHER_HEAD = 47
"""``zlib``: the widest window, and the heads of gzip and of zlib told apart by themselves."""


def gather(chunks: Iterable[bytes], *, encoding: str, url: str, limit: int) -> bytes:
    """The whole body. Raises FetchError where it grows beyond ``limit`` bytes, breaks off, or is packed in a way that
    was not asked for."""
    encoding = encoding.strip().lower()
    if encoding not in (*_PLAIN, *_PACKED):
        raise FetchError("answer_packed", url=url, found=encoding)
    packed = None if encoding in _PLAIN else zlib.decompressobj(_EITHER_HEAD)
    body = bytearray()
    for chunk in chunks:
        if packed is None:
            body += chunk
        else:
            _unpack(packed, chunk, body, url=url, limit=limit)
        if len(body) > limit:
            raise FetchError("answer_too_large", url=url, limit_mb=limit / 1e6)
    if packed is not None and not packed.eof:
        raise FetchError("answer_cut", is_of_the_moment=True, url=url)
    return bytes(body)


def _unpack(packed: zlib._Decompress, chunk: bytes, body: bytearray, *, url: str, limit: int) -> None:
    try:
        body += packed.decompress(chunk, limit + 1 - len(body))
    except zlib.error as reason:
        raise FetchError("answer_damaged", is_of_the_moment=True, url=url) from reason
