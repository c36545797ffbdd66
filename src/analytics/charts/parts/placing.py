"""Where labels stand so that none covers another: as near as can be to where each would stand alone."""

from __future__ import annotations

from collections.abc import Sequence


def spread_labels(places: Sequence[float], *, apart: float, low: float, high: float) -> list[float]:
    """Places at least ``apart``, in the order of ``places`` and within ``low`` and ``high`` as far as these have room.

    The sum of the squares of all shifts is the least possible: neighbours that are too near form a block around their
    mean (pooling of adjacent violators, Ayer et al. 1955), the same for the same places.
    """
    order = sorted(range(len(places)), key=lambda index: (places[index], index))
    blocks: list[tuple[float, int]] = []
    for position, index in enumerate(order):
        mean, size = min(max(places[index], low), high) - position * apart, 1
        while blocks and blocks[-1][0] >= mean:
            before, count = blocks.pop()
            mean, size = (before * count + mean * size) / (count + size), size + count
        blocks.append((mean, size))
    levels = [mean for mean, size in blocks for _ in range(size)]
    top = max(low, high - (len(order) - 1) * apart)
    found = [0.0] * len(order)
    for position, index in enumerate(order):
        found[index] = min(max(levels[position], low), top) + position * apart
    return found
