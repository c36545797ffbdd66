"""How well documents were read: the facts of a report beside the cells that its form prints.

A cell is *read* where it has a fact that says what is printed, *exact* where status and value are those of the printed
text. A wrong one is *silent* where it is certain and no finding names it: nobody would look it up. A correct one is
*flagged* where the reader doubts it. A cell without a fact is not read, which every page and file shows as such.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass

from analytics.reports.model import Report
from analytics.reports.numbers import read
from analytics.vocabulary.terms import Status

_UNREAD = (Status.UNREADABLE, Status.NOT_REACHED)


@dataclass(frozen=True, slots=True)
class Quality:
    """Counts of form cells; they add up over documents."""

    cells: int = 0
    read: int = 0
    exact: int = 0
    silent: int = 0
    flagged: int = 0

    def __add__(self, other: Quality) -> Quality:
        return Quality(*(first + two for first, two in zip(astuple(self), astuple(other), strict=True)))

    def shares(self) -> dict[str, float]:
        """Shares of form cells, flagged of the exact ones, and the number of silent errors."""
        return {
            "read": self.read / self.cells,
            "exact": self.exact / self.cells,
            "silent": self.silent,
            "flagged": self.flagged / max(1, self.exact),
        }


def measure_quality(report: Report | None, printed: Mapping[int, str]) -> Quality:
    """Compare a report (None: refused) with the texts of its form, by cell code."""
    if report is None:
        return Quality(len(printed))
    facts = {fact.cell: fact for fact in report.facts}
    named = {code for finding in report.findings for code in finding.cells}
    found = Quality()
    for code, text in printed.items():
        fact = facts.get(code)
        if fact is None or fact.status in _UNREAD:
            found += Quality(1)
            continue
        is_exact = (fact.status, fact.value) == read(text)[:2]
        found += Quality(
            1, 1, int(is_exact), int(not is_exact and fact.is_certain and code not in named),
            int(is_exact and not fact.is_certain),
        )  # fmt: skip
    return found
