"""Which year a statistics table is of, by its caption and its header: the report's, a part of it, or another."""

from __future__ import annotations

from collections.abc import Sequence

from analytics.reports.labels import find_other_year, fold, is_other_year
from analytics.reports.model import Finding
from analytics.reports.rows.layout import Stretch
from analytics.reports.tables.statistics_heads import find_head_year, find_heads
from analytics.vocabulary.phrases import PART_OF_YEAR
from analytics.vocabulary.terms import Severity, Table


def describe_left_out(table: Stretch, year: int | None) -> Finding:
    """Why a table gives no figure of the year: it is of a part of it, or names another."""
    operands = {"table": str(Table.STATISTICS), "printed": table.heading}
    part = _find_part(table.heading)
    if part:
        return Finding("table_of_part_of_year", Severity.WARNING, {**operands, "stated": part})
    stated = find_other_year(table.heading) if is_other_year(table.heading, year) else ""
    header = _list_head_years(table)
    printed = table.heading if stated else " ".join(map(str, header))
    stated = stated or "、".join(map(str, header))
    operands |= {"printed": printed, "stated": stated, "year": str(year or "?")}
    return Finding("table_of_another_year", Severity.WARNING, operands)


def select_tables_of_year(tables: Sequence[Stretch], year: int | None) -> list[Stretch]:
    """The statistics tables that do not say they are another year's."""
    return [table for table in tables if not _is_other_year(table, year)]


def _is_other_year(table: Stretch, year: int | None) -> bool:
    """Whether the caption of a table, or every year in its header, is another than the report's, or the caption that of
    a part of the year."""
    years = _list_head_years(table)
    return (
        bool(_find_part(table.heading))
        or is_other_year(table.heading, year)
        or (year is not None and bool(years) and year not in years)
    )


def _list_head_years(table: Stretch) -> list[int]:
    """The years that the header of a table prints, each once."""
    heads = find_heads(table.rows, 0)
    texts = [
        text for row in table.rows[: heads.end if heads else 0] for cell in row.cells for text in cell.text.split()
    ]
    return list(dict.fromkeys(printed for text in texts if (printed := find_head_year(text))))


def _find_part(caption: str) -> str:
    """The words of a caption for a quarter, half a year or some months; twelve of them are the year."""
    found = PART_OF_YEAR.search(fold(caption))
    return found[0] if found is not None and (found["first"], found["last"]) != ("1", "12") else ""
