"""``reviews.csv``: what somebody who looked at a finding, or at a figure, says of it, by whom and when.

Columns: organ (its key), year, rule (of the finding; empty for a figure), cells (codes, parted by spaces), printed
(what these cells print, parted by `` | ``), operands (of the finding, as JSON), decision, note, by, at. A review stands
for what was looked at: where the cells print anything else, or the finding has other operands, it is open again. Of
several rows for the same the last one counts.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import KW_ONLY, dataclass
from enum import StrEnum
from typing import NamedTuple

from analytics.collection.growing import read_organ_key
from analytics.collection.lists import check_year, make_value_error, read_rows

FILE_NAME = "reviews.csv"
COLUMNS = ("organ", "year", "rule", "cells", "printed", "operands", "decision", "note", "by", "at")
_JUDGED = ("fault",)
"""What a finding carries that is no operand: how sure we are whose it is."""


class Decision(StrEnum):
    """What a review says. ``reopened`` takes an earlier one back."""

    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    ANNOTATED = "annotated"
    REOPENED = "reopened"


class Subject(NamedTuple):
    """What is reviewed: a finding by its rule, or a figure by its cell, whatever it says."""

    organ_key: str
    year: int | None
    rule: str
    cells: tuple[int, ...]


class Content(NamedTuple):
    """What it said when it was reviewed."""

    printed: str
    operands: str


@dataclass(frozen=True, slots=True)
class Review:
    """One row."""

    subject: Subject
    content: Content
    _: KW_ONLY
    decision: Decision
    note: str
    by: str
    at: str

    def describe(self) -> dict[str, object]:
        """The row of the list."""
        organ, year, rule, cells = self.subject
        return {
            "organ": organ, "year": year, "rule": rule, "cells": " ".join(map(str, cells)),
            **self.content._asdict(), "decision": self.decision, "note": self.note, "by": self.by, "at": self.at,
        }  # fmt: skip


def write_operands(operands: Mapping[str, object]) -> str:
    """The operands of a finding as a review keeps them."""
    kept = {name: value for name, value in operands.items() if name not in _JUDGED}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True) if kept else ""


def write_printed(texts: Iterable[str]) -> str:
    """What some cells print as a review keeps it; a line break within one is a space."""
    return " | ".join(" ".join(text.split()) for text in texts)


def read_reviews(content: bytes | None, *, path: str) -> list[Review]:
    """The reviews, the last of each subject and content, none where there is no list. ``path`` is for messages.

    Raises CollectionError naming row and column.
    """
    found: dict[tuple[Subject, Content], Review] = {}
    for position, row in read_rows(content, COLUMNS, path=path):
        review = _read_review(row, position, path)
        found.pop((review.subject, review.content), None)
        found[review.subject, review.content] = review
    return list(found.values())


def _read_review(row: dict[str, str], position: int, path: str) -> Review:
    if row["year"]:
        check_year(row["year"], path, position)
    codes = row["cells"].split()
    if not all(code.isdecimal() for code in codes) or not (codes or row["rule"]):
        raise make_value_error(path, position, "cells", row["cells"])
    if row["decision"] not in set(Decision):
        raise make_value_error(path, position, "decision", row["decision"])
    organ_key = read_organ_key(row["organ"], path, position)
    return Review(
        Subject(organ_key, int(row["year"]) if row["year"] else None, row["rule"], tuple(map(int, codes))),
        Content(row["printed"], _read_operands(row["operands"], position, path)),
        decision=Decision(row["decision"]),
        note=row["note"],
        by=row["by"],
        at=row["at"],
    )


def _read_operands(text: str, position: int, path: str) -> str:
    """Operands as JSON in the one way of writing: a hand or a program may have set them otherwise."""
    try:
        operands = json.loads(text) if text else {}
    except ValueError as reason:
        raise make_value_error(path, position, "operands", text) from reason
    if not isinstance(operands, dict):
        raise make_value_error(path, position, "operands", text)
    return write_operands(operands)
