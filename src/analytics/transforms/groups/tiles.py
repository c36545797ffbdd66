"""Places → a tile each, of one size, in blocks: no geography is claimed, and no place is too small to be seen.

The country's blocks are its provinces, about where they lie; a province's are its prefectures, in order of code; a
prefecture is one block. Within a block tiles stand in order of division code, line by line. Deterministic.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, sqrt

import pandas as pd

from analytics.transforms.groups.peers import EVERYWHERE
from analytics.transforms.rows import each_row
from analytics.vocabulary.places.fictional import take_province_digits
from analytics.vocabulary.places.tile_blocks import BLOCKS

HEADS = {0: 1.7, 2: 1.3, 3: 1.3, 4: 0.0}
"""Digits of the area → room above a block for its name, in tiles: the more tiles, the smaller they are."""
NAME_ROOM = 0.042
"""Least room for a name as a share of the country's width: 15 of the 360 pixels of a narrow screen."""
GAP = 1.0
"""Room between blocks, in tiles."""
LINE = 26
"""Tiles a line of a province's blocks holds, at least the largest block."""
COLUMNS = 6
"""Tiles a line of a prefecture: wide enough for a name on a narrow screen."""
FICTIONAL_COLUMNS = 3
FEW = 60
"""As many tiles stand in blocks below each other, so that each has room for name and value on a narrow screen."""


@dataclass(frozen=True, slots=True)
class _Block:
    code: str
    count: int
    columns: int

    @property
    def height(self) -> int:
        return ceil(self.count / self.columns)


def place_tiles(codes: pd.Series, area: str) -> pd.DataFrame:
    """Rows in order of ``codes``: x and y of each tile's lower left corner (y grows upwards, a tile is 1 × 1) and
    ``block``, the code of its province or prefecture. A code may come twice, and then has two tiles."""
    out = pd.DataFrame({"code": codes.to_numpy()}, index=codes.index)
    block = out["code"].map(take_province_digits) if area == EVERYWHERE else out["code"].str[:4]
    out["block"] = block.str.ljust(6, "0")
    ordered = out.sort_values("code", kind="stable")
    counts = ordered["block"].value_counts().sort_index()
    blocks = [_Block(str(code), int(count), _count_columns(int(count), area)) for code, count in counts.items()]
    is_few = len(codes) <= FEW
    corners = (
        _place_in_country(blocks, HEADS[0], is_few=is_few)
        if area == EVERYWHERE
        else _place_in_lines(blocks, HEADS[len(area)], is_few=is_few)
    )
    columns = {tile_block.code: tile_block.columns for tile_block in blocks}
    within = ordered.groupby("block").cumcount()
    wide = ordered["block"].map(columns)
    out["x"] = ordered["block"].map({code: x for code, (x, _) in corners.items()}) + within % wide
    out["y"] = -(ordered["block"].map({code: y for code, (_, y) in corners.items()}) + within // wide) - 1
    return out


def find_heads(laid: pd.DataFrame) -> pd.DataFrame:
    """block, x, y: where the name of each block begins, just above its first tile."""
    first = laid.groupby("block", sort=True).agg(x=("x", "min"), y=("y", "max")).reset_index()
    return first.assign(y=first["y"] + 1)


def trace_seams(laid: pd.DataFrame) -> list[tuple[float, float, float, float]]:
    """Edges (x, y, x, y) between tiles of one block that belong to different prefectures."""
    at = {(row.x, row.y): (row.block, row.code[:4]) for row in each_row(laid)}
    found = []
    for (x, y), (block, group) in at.items():
        right, below = at.get((x + 1, y)), at.get((x, y - 1))
        if right and right[0] == block and right[1] != group:
            found.append((x + 1, y, x + 1, y + 1))
        if below and below[0] == block and below[1] != group:
            found.append((x, y, x + 1, y))
    return found


def _count_columns(count: int, area: str) -> int:
    if len(area) == 4:
        return min(COLUMNS, count)
    return max(ceil(sqrt(count)), 1)


def _place_in_country(blocks: list[_Block], head: float, *, is_few: bool) -> dict[str, tuple[float, float]]:
    """Columns as wide and lines as high as their largest block; blocks without a place in the table below, in order."""
    places = {block.code: BLOCKS[block.code] for block in blocks if block.code in BLOCKS}
    below = max((row for _, row in places.values()), default=-1) + 1
    others = [block.code for block in blocks if block.code not in BLOCKS]
    beside = 1 if is_few else FICTIONAL_COLUMNS
    places |= {code: (i % beside, below + i // beside) for i, code in enumerate(others)}
    lefts = _find_offsets(
        {place[0]: 0 for place in places.values()}, [(places[b.code][0], b.columns) for b in blocks], GAP
    )
    width = max((lefts[places[block.code][0]] + block.columns for block in blocks), default=0.0)
    head = max(head, NAME_ROOM * width)
    tops = _find_offsets(
        {place[1]: 0 for place in places.values()}, [(places[b.code][1], b.height) for b in blocks], head
    )
    return {code: (lefts[column], tops[row] + head) for code, (column, row) in places.items()}


def _find_offsets(sizes: dict[int, int], found: list[tuple[int, int]], gap: float) -> dict[int, float]:
    for position, size in found:
        sizes[position] = max(sizes[position], size)
    offsets, here = {}, 0.0
    for position in sorted(sizes):
        offsets[position] = here
        here += sizes[position] + gap
    return offsets


def _place_in_lines(blocks: list[_Block], head: float, *, is_few: bool) -> dict[str, tuple[float, float]]:
    """Blocks one after another, in lines as a text has them."""
    most = max(COLUMNS if is_few else LINE, max((block.columns for block in blocks), default=0))
    corners: dict[str, tuple[float, float]] = {}
    x = y = tallest = 0.0
    for block in blocks:
        room = max(block.columns, 5)  # a name of four characters
        if x and x + room > most:
            x, y, tallest = 0.0, y + tallest + head + 0.3, 0.0
        corners[block.code] = (x, y + head)
        x += room + GAP
        tallest = max(tallest, block.height)
    return corners
