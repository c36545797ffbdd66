"""Positions of every pair of neighbouring characters, as compact arrays.

The folded texts stand one behind the other, a stop between them; a position counts characters of all. Pairs with a
sign or a blank in them are left out. The positions of one pair are kept as steps from one to the next, in as few
bytes as suit it; the largest number of so many bytes is a step without a position.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

STOP = "\x00"
_WIDTHS = (1, 2, 3)
"""Bytes of a step."""
_LEAST = (250, 60_000)
"""The mean step from which the next wider kind is smaller in sum."""


class Postings(NamedTuple):
    """``characters`` are the codes that can be searched, in order; a pair's key is made of their places in it. ``keys``
    are in order; of each, ``kinds`` says how wide its steps are and ``ends`` where their bytes end in ``steps``."""

    characters: NDArray[np.uint32]
    keys: NDArray[np.uint32]
    kinds: NDArray[np.uint8]
    ends: NDArray[np.uint32]
    steps: NDArray[np.uint8]

    def find(self, pair: str) -> NDArray[np.uint32]:
        """Where a pair of characters stands, in order."""
        codes = np.array([ord(sign) for sign in pair], dtype=np.uint32)
        places = np.searchsorted(self.characters, codes)
        if (places == len(self.characters)).any() or (self.characters[places] != codes).any():
            return np.empty(0, dtype=np.uint32)
        key = int(places[0]) * len(self.characters) + int(places[1])
        at = int(np.searchsorted(self.keys, key))
        if at == len(self.keys) or int(self.keys[at]) != key:
            return np.empty(0, dtype=np.uint32)
        start = int(self.ends[at - 1]) if at else 0
        return _read_steps(self.steps[start : int(self.ends[at])], _WIDTHS[int(self.kinds[at])])


def make_postings(text: str) -> Postings:
    """The postings of folded texts, joined by ``STOP``."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    characters = np.array([code for code in np.unique(codes) if chr(int(code)).isalnum()], dtype=np.uint32)
    places = np.full(int(codes.max(initial=0)) + 1, len(characters), dtype=np.uint16)
    places[characters] = np.arange(len(characters), dtype=np.uint16)
    numbered = places[codes]
    del codes
    is_searched = numbered < len(characters)
    positions = np.flatnonzero(is_searched[:-1] & is_searched[1:]).astype(np.uint32)
    # By the second character, then by the first: two passes over small numbers are quicker than one over large ones.
    positions = positions[np.argsort(numbered[positions + 1], kind="stable")]
    positions = positions[np.argsort(numbered[positions], kind="stable")]
    keys = numbered[positions].astype(np.uint32) * np.uint32(len(characters)) + numbered[positions + 1]
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]]) if len(keys) else np.empty(0, dtype=np.int64)
    return _pack(characters, keys[starts], positions, np.r_[starts, len(positions)])


def _pack(
    characters: NDArray[np.uint32], keys: NDArray[np.uint32], positions: NDArray[np.uint32], bounds: NDArray[np.int64]
) -> Postings:
    pieces, kinds, ends, end = [], np.empty(len(keys), dtype=np.uint8), np.empty(len(keys), dtype=np.uint32), 0
    for number in range(len(keys)):
        run = positions[bounds[number] : bounds[number + 1]]
        steps = np.diff(run, prepend=np.uint32(0))
        mean = int(run[-1]) / len(run)
        kind = int(np.searchsorted(_LEAST, mean))
        piece = _write_steps(steps, _WIDTHS[kind])
        end += len(piece)
        pieces.append(piece)
        kinds[number], ends[number] = kind, end
    joined = np.concatenate(pieces) if pieces else np.empty(0, dtype=np.uint8)
    return Postings(characters, keys, kinds, ends, joined)


def _write_steps(steps: NDArray[np.uint32], width: int) -> NDArray[np.uint8]:
    largest = 256**width - 1
    if int(steps.max()) >= largest:
        skips = steps // largest
        places = np.arange(len(steps)) + np.cumsum(skips, dtype=np.int64)
        widened = np.full(int(places[-1]) + 1, largest, dtype=np.uint32)
        widened[places] = steps % largest
        steps = widened
    return steps.astype("<u4").view(np.uint8).reshape(-1, 4)[:, :width].reshape(-1)


def _read_steps(steps: NDArray[np.uint8], width: int) -> NDArray[np.uint32]:
    if width == 1:
        typed: NDArray[np.unsignedinteger] = np.asarray(steps)
    else:
        widened = np.zeros((len(steps) // width, 4 if width > 2 else 2), dtype=np.uint8)
        widened[:, :width] = steps.reshape(-1, width)
        typed = widened.reshape(-1).view("<u4" if width > 2 else "<u2")
    return np.asarray(np.cumsum(typed, dtype=np.uint32)[typed != 256**width - 1])
