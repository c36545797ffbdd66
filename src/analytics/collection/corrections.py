"""``corrections.csv``: what a cell of a report should read, with the reason and the source, by whom and when.

Columns: organ (its key, ``140830|人民政府``), year, cell (its code or key), printed (what the cell prints), value,
unit, reason, source, by, at. ``value`` is in the printed unit of measure, or in ``unit``. Of several rows for one cell
the last one counts; one without a value withdraws the correction. A row stands for the printed text that it names:
where the report prints anything else it is not applied, and said not to be.
"""

from __future__ import annotations

import math
from dataclasses import KW_ONLY, dataclass

from analytics.collection.growing import read_organ_key
from analytics.collection.lists import check_year, make_value_error, read_cell, read_rows
from analytics.vocabulary.terms import MeasuredIn

FILE_NAME = "corrections.csv"
COLUMNS = ("organ", "year", "cell", "printed", "value", "unit", "reason", "source", "by", "at")


@dataclass(frozen=True, slots=True)
class Correction:
    """What the cell of a report should read. ``value`` None withdraws an earlier one; ``unit`` None is as printed."""

    organ_key: str
    year: int
    cell: int
    printed: str
    _: KW_ONLY
    value: float | None
    unit: MeasuredIn | None
    reason: str
    source: str
    by: str
    at: str

    def describe(self) -> dict[str, object]:
        """The row of the list."""
        return {
            "organ": self.organ_key, "year": self.year, "cell": self.cell, "printed": self.printed,
            "value": self.value, "unit": self.unit, "reason": self.reason, "source": self.source,
            "by": self.by, "at": self.at,
        }  # fmt: skip


def read_corrections(content: bytes | None, *, path: str) -> list[Correction]:
    """The corrections in force, none where there is no list. ``path`` is for messages.

    Raises CollectionError naming row and column.
    """
    found: dict[tuple[str, int, int], Correction] = {}
    for position, row in read_rows(content, COLUMNS, path=path):
        correction = _read_correction(row, position, path)
        found[correction.organ_key, correction.year, correction.cell] = correction
    return [correction for correction in found.values() if correction.value is not None]


def _read_correction(row: dict[str, str], position: int, path: str) -> Correction:
    check_year(row["year"], path, position)
    cell = read_cell(row["cell"])
    if cell is None:
        raise make_value_error(path, position, "cell", row["cell"])
    if row["unit"] and row["unit"] not in set(MeasuredIn):
        raise make_value_error(path, position, "unit", row["unit"])
    value = _read_value(row["value"], position, path)
    for name in ("reason", "source") if value is not None else ():
        if not row[name]:
            raise make_value_error(path, position, name, "")
    return Correction(
        read_organ_key(row["organ"], path, position),
        int(row["year"]),
        cell,
        row["printed"],
        value=value,
        unit=MeasuredIn(row["unit"]) if row["unit"] else None,
        reason=row["reason"],
        source=row["source"],
        by=row["by"],
        at=row["at"],
    )


def _read_value(text: str, position: int, path: str) -> float | None:
    if not text:
        return None
    try:
        value = float(text)
    except ValueError as reason:
        raise make_value_error(path, position, "value", text) from reason
    if not math.isfinite(value) or "_" in text:
        raise make_value_error(path, position, "value", text)
    return value
