"""``assignments.csv``: whose a report is, or of which year, where the report itself does not tell or tells wrong.

Columns: file, number (of the report in its file, from 1), title (as printed), organ, place_code, year, reason, source,
by, at. Empty fields leave what is known; a row without organ, place and year takes an earlier one back. What it says
wins over ``sources.csv``, which speaks of files. A row stands for the title that it names: where the document has
another, it is not applied, and said not to be.
"""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from analytics.collection.lists import check_place, check_year, make_value_error, read_rows

FILE_NAME = "assignments.csv"
COLUMNS = ("file", "number", "title", "organ", "place_code", "year", "reason", "source", "by", "at")


@dataclass(frozen=True, slots=True)
class Assignment:
    """Whose one report is; what is None stays as it was."""

    file: str
    number: int
    title: str
    _: KW_ONLY
    organ: str | None
    place_code: str | None
    year: int | None
    reason: str
    source: str
    by: str
    at: str

    def describe(self) -> dict[str, object]:
        """The row of the list."""
        return {name: getattr(self, name) for name in COLUMNS}


def read_assignments(content: bytes | None, *, path: str) -> dict[tuple[str, int], Assignment]:
    """The assignments in force by file and number, none where there is no list. ``path`` is for messages.

    Raises CollectionError naming row and column.
    """
    found: dict[tuple[str, int], Assignment] = {}
    for position, row in read_rows(content, COLUMNS, path=path):
        assignment = _read_assignment(row, position, path)
        found[assignment.file, assignment.number] = assignment
    return {
        key: assignment
        for key, assignment in found.items()
        if assignment.organ or assignment.place_code or assignment.year
    }


def _read_assignment(row: dict[str, str], position: int, path: str) -> Assignment:
    if not row["file"]:
        raise make_value_error(path, position, "file", "")
    if not (row["number"].isdecimal() and int(row["number"])):
        raise make_value_error(path, position, "number", row["number"])
    if row["place_code"]:
        check_place(row["place_code"], path, position)
    if row["year"]:
        check_year(row["year"], path, position)
    if (row["organ"] or row["place_code"] or row["year"]) and not row["reason"]:
        raise make_value_error(path, position, "reason", "")
    return Assignment(
        row["file"].replace("\\", "/"),
        int(row["number"]),
        row["title"],
        organ=row["organ"] or None,
        place_code=row["place_code"] or None,
        year=int(row["year"]) if row["year"] else None,
        reason=row["reason"],
        source=row["source"],
        by=row["by"],
        at=row["at"],
    )
