"""What the rules take from prose, beside clauses that were labelled by hand (``tests/prose/figures.tsv``)."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

from analytics.reports.checks.prose import Speaker, list_statements
from analytics.reports.labels import fold
from analytics.reports.model import Organ
from analytics.vocabulary.terms import Kind

LABELS = Path(__file__).parent.parent / "tests" / "prose" / "figures.tsv"
_SUBJECTS = {
    "new": {"received"}, "accepted": {"received", "handled"}, "answered": {"answered"}, "replied": {"answered"},
    "carried_over": {"carried_over"}, "carried_forward": {"carried_forward"}, "refused": {"refused"},
    "disclosed_both": {"granted_in_full_or_part"}, "disclosed": {"granted"}, "partly_disclosed": {"partly_granted"},
    "unable": {"unable"}, "not_held": {"unable"}, "not_processed": {"not_processed"}, "other": {"otherwise_handled"},
}  # fmt: skip
"""What the labels call the quantities."""


class Labelled(NamedTuple):
    """Counts of requests of the year that the clauses state, how many of them are taken, and the clauses of numbers
    that are taken for another's."""

    stated: int
    taken: int
    wrong: list[str]


def measure_labelled() -> Labelled:
    """Every labelled clause, spoken by a county's government."""
    stated = taken = 0
    wrong: list[str] = []
    with LABELS.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            told = _list_told(row["figures"] or "")
            organ = Organ("县人民政府", "人民政府", kind=Kind.GOVERNMENT)
            statements = list(list_statements(fold(row["clause"]), Speaker(organ, int(row["year"] or 0) or None)))
            right = {
                (statement.value, subject)
                for statement in statements
                for subject in _SUBJECTS[statement.quantity.key]
            } & told  # fmt: skip
            stated, taken = stated + len(told), taken + len(right)
            wrong += [row["clause"] for _ in range(len(statements) - len(right))]
    return Labelled(stated, taken, wrong)


def _list_told(figures: str) -> set[tuple[int, str]]:
    """(number, subject) of the counts of requests of the year: labels are ``NUMBER UNIT SUBJECT PERIOD YEAR``."""
    labels = (entry.split() for entry in figures.split(";"))
    return {
        (int(label[0].replace(",", "")), label[2].removeprefix("requests_"))
        for label in labels
        if len(label) > 3 and label[3] == "this_year" and label[2].startswith("requests_")
    }
