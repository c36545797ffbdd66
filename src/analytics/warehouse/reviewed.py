"""Findings and reviews → the findings with what somebody who looked at them said, and whether that still stands.

A review stands while the cells of a finding print what they printed and the finding has the operands it had; else it is
told as *reopened*, with who had said what. Lines of prose have codes that a build gives anew: a review of a finding
about them goes by its operands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from analytics.collection.reviews import Content, Decision, Review, Subject, write_operands, write_printed
from analytics.warehouse.schema import PROSE_CELLS_FROM

OPEN, REOPENED = "open", "reopened"
REVIEW_STATES = (OPEN, Decision.CONFIRMED, Decision.DISMISSED, Decision.ANNOTATED, REOPENED)
"""States of a finding: nobody has looked at it, what somebody said, and that what was looked at is no longer there."""
COLUMNS = ["review", "review_note", "reviewed_by", "reviewed_at"]

Printed = Mapping[tuple[int, int], str]
"""(report, cell) → what it prints."""


class ReviewState(NamedTuple):
    """What a finding or figure is told with."""

    state: str = OPEN
    note: str = ""
    by: str = ""
    at: str = ""


def describe_finding(finding: Any, printed: Printed) -> tuple[Subject, Content]:
    """What a review of a finding [report_id, organ_key, year, rule, cells, operands] is of."""
    cells = tuple(int(cell) for cell in finding.cells if cell < PROSE_CELLS_FROM)
    year = None if pd.isna(finding.year) else int(finding.year)
    texts = write_printed(printed.get((int(finding.report_id), cell), "") for cell in cells)
    return Subject(finding.organ_key, year, finding.rule, cells), Content(texts, write_operands(finding.operands))


def describe_figure(organ_key: str, year: int, cell: int, printed: str) -> tuple[Subject, Content]:
    """What a review of a figure is of."""
    return Subject(organ_key, year, "", (cell,)), Content(write_printed([printed]), "")


def add_review_states(findings: pd.DataFrame, reviews: Sequence[Review], printed: Printed) -> pd.DataFrame:
    """Findings [report_id, organ_key, year, rule, cells, operands] with COLUMNS."""
    described = [describe_finding(row, printed) for row in findings.itertuples(index=False)]
    states = match_reviews(described, reviews)
    columns = zip(COLUMNS, zip(*states, strict=True), strict=True) if states else ((name, ()) for name in COLUMNS)
    return findings.assign(
        **{name: pd.Series(list(values), index=findings.index, dtype=object) for name, values in columns}
    )


def match_reviews(described: Sequence[tuple[Subject, Content]], reviews: Iterable[Review]) -> list[ReviewState]:
    """The state of each thing described. Of a review whose content is nowhere any more, what has its subject is
    reopened; one that still fits another finding of the same cells opens nothing."""
    exact = {(review.subject, review.content): review for review in reviews}
    present = set(described)
    gone = {subject: review for (subject, content), review in exact.items() if (subject, content) not in present}
    return [_find_state(exact.get(key), gone.get(key[0])) for key in described]


def _find_state(exact: Review | None, gone: Review | None) -> ReviewState:
    review = exact or gone
    if review is None or review.decision is Decision.REOPENED:
        return ReviewState()
    state = str(review.decision) if exact else REOPENED
    return ReviewState(state, review.note, review.by, review.at)


def parse_reviews(rows: Iterable[Mapping[str, Any]]) -> list[Review]:
    """Rows of table ``review`` as reviews."""
    return [
        Review(
            Subject(row["organ_key"], row["year"], row["rule"], tuple(row["cells"])),
            Content(row["printed"], row["operands"]),
            decision=Decision(row["decision"]),
            note=row["note"],
            by=row["written_by"],
            at=row["written_at"],
        )
        for row in rows
    ]
