"""The ground of a map: areas, points inside them, lines and names, all in one plane.

In: rows [code] and, for tiles, their places. Out: a :class:`Ground`, whose areas are numbered as the rows are. Knows
nothing of values. Shapes are drawn in an equal-area projection, so that a shade weighs as much as its land.
"""

from __future__ import annotations

import base64
from dataclasses import KW_ONLY, dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from analytics.transforms.groups.tiles import FEW, find_heads, place_tiles, trace_seams
from analytics.transforms.rows import each_row
from analytics.vocabulary.places.divisions import find_place, shorten_name
from analytics.vocabulary.places.shapes import COUNTRY, Layer, load_boundary, load_layer
from analytics.vocabulary.places.tile_blocks import BLOCKS, NAMES
from analytics.vocabulary.terms import Level

MERIDIAN = 105.0
"""The country's middle; a province's map has its own."""
_PARALLELS, _ORIGIN = (25.0, 47.0), 35.0
"""Standard parallels of equal-area maps of China."""
_MARGIN = 0.02
_TILE = 0.46
"""Half a tile, less half the room between two."""
_RADII = {0: 1.0, 2: 0.7, 3: 0.7, 4: _TILE}
"""Digits of the area → the largest circle in tiles: among thousands it may reach over its neighbours, or most would be
too small to see. Among few it stays in its tile, where name and value stand on it."""
UNLISTED, OUTSIDE = -1, -2
"""Whose an area is that has no row: of a place that is not listed, or outside the area shown."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the ground: ``kind`` is boundary, country, province, prefecture or seam."""

    kind: str
    x: Any
    y: Any


@dataclass(frozen=True, slots=True)
class Ground:
    """Corners of all areas with a gap after each ring, the row that each corner belongs to (or ``UNLISTED`` or
    ``OUTSIDE``), a point a row (NaN where it has no area), the window, the largest radius of a symbol, lines, and names
    (text, x, y)."""

    x: Any
    y: Any
    whose: Any
    centres: Any
    _: KW_ONLY
    window: tuple[float, float, float, float]
    radius: float
    lines: tuple[Line, ...]
    names: tuple[tuple[str, float, float], ...]

    def find_areas(self, rows: Any) -> tuple[Any, Any]:
        """Corners of the areas of some rows, as one path."""
        keep = np.isin(self.whose, rows)
        return self.x[keep], self.y[keep]


def encode_numbers(values: Any) -> dict[str, str]:
    """Numbers as a chart takes them in a third of the room: single precision, base 64."""
    return {"dtype": "f4", "bdata": base64.b64encode(np.asarray(values, dtype="<f4").tobytes()).decode("ascii")}


def project_albers(points: Any, meridian: float) -> tuple[Any, Any]:
    """Degrees → the plane, in thousandths of the earth's radius: Albers' equal-area conic projection (Snyder 1987,
    Map Projections: A Working Manual, p. 100, for the sphere)."""
    first, second, origin = (np.radians(angle) for angle in (*_PARALLELS, _ORIGIN))
    n = (np.sin(first) + np.sin(second)) / 2
    c = np.cos(first) ** 2 + 2 * n * np.sin(first)
    rho = np.sqrt(c - 2 * n * np.sin(np.radians(points[:, 1]))) / n
    theta = n * np.radians(points[:, 0] - meridian)
    return 1000 * rho * np.sin(theta), 1000 * (np.sqrt(c - 2 * n * np.sin(origin)) / n - rho * np.cos(theta))


def build_shapes_ground(codes: pd.Series, level: Level, area: str) -> Ground:
    """The ground of shapes. Lines of the national boundary and the sea are always among its lines: all of them on the
    map of the country, on another map those in its window."""
    shapes = load_layer(level, fine=bool(area))
    meridian = _find_meridian(shapes, area)
    x, y, ring_codes = _project_layer(level, bool(area), meridian)
    position = {code: index for index, code in enumerate(codes)}
    number = np.array([position.get(code, UNLISTED) for code in shapes.codes])
    whose = number[ring_codes]
    inside = np.array([code.startswith(area) for code in shapes.codes])[ring_codes]
    window = _find_window(x[inside], y[inside], area, meridian)
    near = inside | _find_rings_near(x, y, ring_codes, window)
    centre_x, centre_y = project_albers(shapes.centres, meridian)
    at = {code: index for index, code in enumerate(shapes.codes)}
    centres = np.array([(centre_x[at[code]], centre_y[at[code]]) if code in at else (np.nan, np.nan) for code in codes])
    return Ground(
        x=x[near],
        y=y[near],
        whose=np.where(inside, whose, OUTSIDE)[near],
        centres=centres.reshape(-1, 2),
        window=window,
        radius=0.028 * (window[1] - window[0]),
        lines=_build_shape_lines(level, area, meridian, window),
        names=(),
    )


def find_missing_shapes(codes: pd.Series, level: Level) -> list[str]:
    """Codes that have no shape."""
    known = set(load_layer(level, fine=False).codes)
    return [code for code in codes if code not in known]


def find_strange_shapes(codes: pd.Series, level: Level, area: str) -> list[str]:
    """Codes of shapes in the area that are no place of the list."""
    known = set(codes)
    return [code for code in load_layer(level, fine=False).codes if code.startswith(area) and code not in known]


def _find_meridian(shapes: Layer, area: str) -> float:
    inside = [index for index, code in enumerate(shapes.codes) if code.startswith(area)]
    return float(np.round(shapes.centres[inside, 0].mean(), 1)) if area and inside else MERIDIAN


@lru_cache(maxsize=8)
def _project_layer(level: Level | str, fine: bool, meridian: float) -> tuple[Any, Any, Any]:
    """All corners of a layer in the plane, a gap after each ring, and the shape that each belongs to."""
    shapes = load_layer(level, fine=fine)
    x, y = project_albers(shapes.points, meridian)
    ends = shapes.starts[1:]
    ring = np.repeat(shapes.whose, np.diff(shapes.starts))
    return np.insert(x, ends, np.nan), np.insert(y, ends, np.nan), np.insert(ring, ends, shapes.whose)


def _find_window(x: Any, y: Any, area: str, meridian: float) -> tuple[float, float, float, float]:
    if not area:
        sea = [project_albers(line, meridian) for line in load_boundary()]
        x = np.concatenate([x, *(sea_x for sea_x, _ in sea)])
        y = np.concatenate([y, *(sea_y for _, sea_y in sea)])
    left, right, low, high = np.nanmin(x), np.nanmax(x), np.nanmin(y), np.nanmax(y)
    pad = _MARGIN * max(right - left, high - low)
    return float(left - pad), float(right + pad), float(low - pad), float(high + pad)


def _find_rings_near(x: Any, y: Any, whose: Any, window: tuple[float, float, float, float]) -> Any:
    """Corners of the shapes that reach into the window: the neighbours of a province are drawn as plain land."""
    left, right, low, high = window
    seen = (x > left) & (x < right) & (y > low) & (y < high)
    return np.isin(whose, np.unique(whose[seen]))


def _build_shape_lines(
    level: Level, area: str, meridian: float, window: tuple[float, float, float, float]
) -> tuple[Line, ...]:
    levels = [Level.PREFECTURE] if area and level is Level.COUNTY else []
    found = []
    for border_level in (*levels, Level.PROVINCE, COUNTRY):
        x, y, whose = _project_layer(border_level, bool(area), meridian)
        near = _find_rings_near(x, y, whose, window)
        found.append(Line(str(border_level), x[near], y[near]))
    parts = [project_albers(np.vstack([line, [[np.nan, np.nan]]]), meridian) for line in load_boundary()]
    parts = [(x, y) for x, y in parts if not area or _is_in_window(x, y, window)]
    sea_x, sea_y = (np.concatenate([np.array([]), *(part[axis] for part in parts)]) for axis in (0, 1))
    return (*found, Line("boundary", sea_x, sea_y))


def _is_in_window(x: Any, y: Any, window: tuple[float, float, float, float]) -> bool:
    left, right, low, high = window
    return bool(np.nanmin(x) < right and np.nanmax(x) > left and np.nanmin(y) < high and np.nanmax(y) > low)


def build_tiles_ground(codes: pd.Series, area: str) -> Ground:
    """The ground of tiles, with the names of blocks and the seams between prefectures of one block. ``codes`` have the
    index 0, 1, 2 …"""
    every = pd.concat([codes, pd.Series(_find_absent_provinces(codes, area), dtype="str")], ignore_index=True)
    laid = place_tiles(every, area)
    middle = laid[["x", "y"]].to_numpy(dtype="float64") + 0.5
    corners = np.array([(-1, -1), (-1, 1), (1, 1), (1, -1), (-1, -1), (np.nan, np.nan)]) * _TILE
    points = (middle[:, None, :] + corners[None, :, :]).reshape(-1, 2)
    edges = (
        np.array([(a, b, c, d) for a, b, c, d in trace_seams(laid)]).reshape(-1, 4) if not area else np.empty((0, 4))
    )
    gaps = np.full(len(edges), np.nan)
    seam = Line(
        "seam",
        np.column_stack([edges[:, 0], edges[:, 2], gaps]).ravel(),
        np.column_stack([edges[:, 1], edges[:, 3], gaps]).ravel(),
    )
    names = (
        tuple((_find_name(row.block), row.x + 0.04, row.y) for row in each_row(find_heads(laid)))
        if len(area) < 4
        else ()
    )
    right, low = float(laid["x"].max()) + 1, float(laid["y"].min())
    whose = np.where(laid.index < len(codes), laid.index, UNLISTED)
    return Ground(
        x=points[:, 0],
        y=points[:, 1],
        whose=np.repeat(whose, len(corners)),
        centres=middle[: len(codes)],
        window=(-0.3, right + 0.3, low - 0.3, 0.3),
        radius=_TILE if len(codes) <= FEW else _RADII[len(area)],
        lines=(seam,),
        names=names,
    )


def _find_absent_provinces(codes: pd.Series, area: str) -> list[str]:
    """Provinces without a place of the level: the country is drawn whole, and they are said to have none."""
    if area or not codes.str[:2].add("0000").isin(list(BLOCKS)).any():
        return []
    provinces = set(codes.str[:2])
    return [code for code in BLOCKS if code[:2] not in provinces]


def _find_name(code: str) -> str:
    found = find_place(code)
    return NAMES.get(code) or (shorten_name(found.name) if found else "")
