"""By when an annual report has to be published, as the Regulation on Open Government Information says."""

from __future__ import annotations

from datetime import date

from analytics.vocabulary.terms import Kind

_FIRST_YEAR_OF_PRESENT_LAW = 2019
"""The first report year that the Regulation of 2019 (国务院令第711号) rules; reports before it are of the Regulation of
2008 (国务院令第492号)."""


def find_due_date(year: int, kind: str | None) -> date:
    """The last day on which the report of a year is published in time: 31 January of the next year for a department,
    31 March for a government and the office that reports for it (条例 art. 49 and 50). Up to the report year 2018 it is
    31 March for everyone (art. 31 of the Regulation of 2008)."""
    if year >= _FIRST_YEAR_OF_PRESENT_LAW and kind == Kind.DEPARTMENT:
        return date(year + 1, 1, 31)
    return date(year + 1, 3, 31)
