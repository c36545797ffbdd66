"""Bytes of a document → bytes that no program wrote: torn, spliced, flipped, with parts of archives changed inside.

Seeded: the same document and seed give the same bytes, so that what a fuzz finds can be repeated.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from random import Random

_NUMBER = re.compile(rb"\d+")
_TAG = re.compile(rb"<[^<>]{1,80}>")
_EXTREMES = (b"0", b"-1", b"65536", b"4294967295", b"99999999999999999999", b"1e308", b"NaN", b"")


def mutate_bytes(data: bytes, random: Random) -> bytes:
    """One to four changes. Members of an archive are changed inside it as often as the archive itself."""
    if data[:2] == b"PK" and random.random() < _INSIDE:
        return _mutate_member(data, random)
    for _ in range(random.randint(1, 4)):
        data = random.choice(_CHANGES)(data, random) if data else data
    return data


_INSIDE = 0.7


def _mutate_member(data: bytes, random: Random) -> bytes:
    """The archive with one member mutated."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        names = source.namelist()
        chosen = random.choice(names)
        for name in names:
            content = source.read(name)
            archive.writestr(zipfile.ZipInfo(name), mutate_bytes(content, random) if name == chosen else content)
    return file.getvalue()


def _flip(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice((1, 2, 8, 64))):
        changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def _tear(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data))]


def _cut(data: bytes, random: Random) -> bytes:
    start = random.randrange(len(data))
    return data[:start] + data[start + random.randint(1, max(1, len(data) // 8)) :]


def _repeat(data: bytes, random: Random) -> bytes:
    start = random.randrange(len(data))
    piece = data[start : start + random.randint(1, 2000)]
    return data[:start] + piece * random.choice((2, 3, 50)) + data[start:]


def _insert_extreme(data: bytes, random: Random) -> bytes:
    """A number of the markup or of a PDF's objects becomes an extreme one."""
    return _replace_match(_NUMBER, lambda found: random.choice(_EXTREMES), data, random)


def _untag(data: bytes, random: Random) -> bytes:
    """A tag is doubled, emptied or gone."""
    return _replace_match(_TAG, lambda found: random.choice((found * 2, b"", b"<>", found[:-1])), data, random)


def _replace_match(pattern: re.Pattern[bytes], change: Callable[[bytes], bytes], data: bytes, random: Random) -> bytes:
    found = list(pattern.finditer(data))
    if not found:
        return data
    chosen_match = random.choice(found)
    return data[: chosen_match.start()] + change(chosen_match[0]) + data[chosen_match.end() :]


_CHANGES = (_flip, _tear, _cut, _repeat, _insert_extreme, _insert_extreme, _untag, _untag)
