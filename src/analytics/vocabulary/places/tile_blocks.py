"""Where the blocks of a tile map stand: column and row of each province, roughly as they lie to one another.

A table of our own. It claims neighbourhood, not shape or size.
"""

from __future__ import annotations

BLOCKS: dict[str, tuple[int, int]] = {
    "150000": (4, 0), "210000": (5, 0), "220000": (6, 0), "230000": (7, 0),
    "650000": (0, 1), "620000": (1, 1), "640000": (2, 1), "610000": (3, 1), "140000": (4, 1), "130000": (5, 1),
    "110000": (6, 1), "120000": (7, 1),
    "540000": (0, 2), "630000": (1, 2), "510000": (2, 2), "500000": (3, 2), "410000": (4, 2), "370000": (5, 2),
    "320000": (6, 2), "310000": (7, 2),
    "530000": (1, 3), "520000": (2, 3), "430000": (3, 3), "420000": (4, 3), "340000": (5, 3), "330000": (6, 3),
    "450000": (3, 4), "440000": (4, 4), "360000": (5, 4), "350000": (6, 4), "710000": (7, 4),
    "460000": (3, 5), "820000": (4, 5), "810000": (5, 5),
}  # fmt: skip
"""Province code → (column from the west, row from the north)."""
NAMES = {"150000": "内蒙古"}
"""Names that a general rule does not shorten."""
