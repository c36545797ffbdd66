"""Texts → the hashes of a fixed sample of their shingles: stretches of eight characters, signs and figures left out.

Whether a shingle is in the sample depends on the shingle alone, so that a stretch two texts share is in the sample of
both or of neither. A copy in which only figures or places of signs differ has the same shingles.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analytics.prose.folding import load_character_table
from analytics.vocabulary.prose.boilerplate import list_boilerplate

WINDOW = 8
"""Characters of a shingle."""
SAMPLED = 16
"""One shingle in so many is kept."""
_BATCH = 500
_HAN = range(0x3400, 0xA000)
_MULTIPLIERS = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93,
     0xA0761D6478BD642F, 0xE7037ED1A0B428DB, 0x8EBC6AF09C88C6E3, 0x589965CC75374CC3],
    dtype=np.uint64,
)  # fmt: skip
_BEGINNING = np.uint64(48)
_MIX = np.uint64(0xFF51AFD7ED558CCD)


class Shingles(NamedTuple):
    """Hashes of sampled shingles with the place of the text each is from; each once a text, ordered by hash and place.
    ``sizes`` are the numbers of sampled shingles of each text."""

    hashes: NDArray[np.uint64]
    texts: NDArray[np.int32]
    sizes: NDArray[np.int64]


def sample_shingles(texts: Iterable[str]) -> Shingles:
    """The sampled shingles of texts, without those of the form's own words."""
    hashes, places, count = [], [], 0
    pending = iter(texts)
    while batch := list(islice(pending, _BATCH)):
        found, at, is_form = hash_shingles(batch)
        is_kept = (found % np.uint64(SAMPLED) == 0) & ~is_form
        hashes.append(found[is_kept])
        places.append((at[is_kept] + count).astype(np.int32))
        count += len(batch)
    joined = np.concatenate(hashes) if hashes else np.empty(0, dtype=np.uint64)
    owners = np.concatenate(places) if places else np.empty(0, dtype=np.int32)
    del hashes, places
    order = np.argsort(joined, kind="stable")  # the texts stand in order already
    joined, owners = joined[order], owners[order]
    del order
    is_first = np.ones(len(joined), dtype=bool)
    is_first[1:] = (joined[1:] != joined[:-1]) | (owners[1:] != owners[:-1])
    joined, owners = joined[is_first], owners[is_first]
    return Shingles(joined, owners, np.bincount(owners, minlength=count))


def read_han(text: str) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """(simplified characters, where each stands in the text) of its Chinese characters."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    plain = _load_codes()[np.minimum(codes, 0xFFFF)]
    at = np.flatnonzero(plain)
    return plain[at].astype(np.uint64), at


def hash_shingles(texts: Sequence[str]) -> tuple[NDArray[np.uint64], NDArray[np.int64], NDArray[np.bool_]]:
    """(hash, place of its text, whether it is the form's own) of every shingle, in order."""
    characters, at = read_han("".join(texts))
    ends = np.cumsum([len(text) for text in texts])
    owners = np.searchsorted(ends, at, side="right")
    if len(characters) < WINDOW:
        return np.empty(0, dtype=np.uint64), np.empty(0, dtype=np.int64), np.empty(0, dtype=bool)
    length = len(characters) - WINDOW + 1
    is_whole = owners[:length] == owners[WINDOW - 1 :]
    hashes = hash_windows(characters)
    return hashes[is_whole], owners[:length][is_whole], find_form(hashes)[is_whole]


def hash_windows(characters: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The hash of each stretch of ``WINDOW`` characters."""
    length = max(0, len(characters) - WINDOW + 1)
    hashes = np.zeros(length, dtype=np.uint64)
    for offset in range(WINDOW):
        hashes += characters[offset : offset + length] * _MULTIPLIERS[offset]
    hashes ^= hashes >> np.uint64(33)
    hashes *= _MIX
    hashes ^= hashes >> np.uint64(29)
    return hashes


@cache
def load_boilerplate() -> tuple[NDArray[np.uint64], NDArray[np.bool_]]:
    """Hashes of every shingle of the form's own words, and which beginnings of hashes are among them."""
    known = np.unique(np.concatenate([hash_windows(read_han(text)[0]) for text in list_boilerplate()]))
    beginnings = np.zeros(0x10000, dtype=bool)
    beginnings[known >> _BEGINNING] = True
    return known, beginnings


def find_form(hashes: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Which shingles of a text are the form's own: all their characters stand in sentences of the form, be it in two
    that follow each other. Takes the hashes of the whole text, in order."""
    known, beginnings = load_boilerplate()
    candidates = np.flatnonzero(beginnings[hashes >> _BEGINNING])
    places = candidates[np.isin(hashes[candidates], known)]
    covered = np.zeros(len(hashes) + WINDOW, dtype=np.int32)
    np.add.at(covered, places, 1)
    np.add.at(covered, places + WINDOW, -1)
    gaps = np.cumsum(np.r_[0, np.cumsum(covered)[:-1] == 0])
    return np.asarray(gaps[WINDOW:] == gaps[:-WINDOW])


@cache
def _load_codes() -> NDArray[np.uint16]:
    """Code of a character → the code it is compared as; 0 for what is no Chinese character."""
    codes = np.zeros(0x10000, dtype=np.uint16)
    codes[_HAN.start : _HAN.stop] = np.arange(_HAN.start, _HAN.stop)
    for code, plain in load_character_table().items():
        if code in _HAN and ord(plain) in _HAN:
            codes[code] = ord(plain)
    return codes
