"""Reconciliation identities (勾稽关系) of the form, derived from its lines and columns, and how they are judged.

The first is printed on the form (第一项加第二项之和，等于第三项加第四项之和); the others follow from its totals.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from analytics.vocabulary import form
from analytics.vocabulary.terms import AS_ZERO, HAS_VALUE, Edition, Status, Table, Verdict


@dataclass(frozen=True, slots=True)
class Identity:
    """The sum over ``left`` equals the sum over ``right`` (cell codes).

    ``rule`` names the kind; ``where`` is the label of the column, row or block it is stated for.
    """

    rule: str
    where: str
    left: tuple[int, ...]
    right: tuple[int, ...]
    members: frozenset[int] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "members", frozenset(self.left + self.right))


class Judgement(NamedTuple):
    """Verdict with both sums (None where not assessable)."""

    verdict: Verdict
    left: float | None = None
    right: float | None = None


@cache
def identities(table: Table, edition: Edition | None) -> tuple[Identity, ...]:
    """The identities of a table in an edition. Without an edition only those that hold in both."""
    if table is Table.III:
        return tuple(_requests(edition))
    return tuple(_remedies()) if table is Table.IV else ()


def _codes(table: Table, line_keys: list[str], column_keys: list[str]) -> tuple[int, ...]:
    return tuple(form.cell(table, line, column).code for line in line_keys for column in column_keys)


def _requests(edition: Edition | None) -> Iterator[Identity]:
    table = Table.III
    columns = [column.key for column in form.columns(table)]
    for column in form.columns(table):
        left = _codes(table, ["new", "carried_over"], [column.key])
        right = _codes(table, ["answered", "carried_forward"], [column.key])
        yield Identity("received_equals_handled", column.label, left, right)
        if edition is not None:
            outcomes = _outcomes(edition)
            yield Identity(
                "answered_equals_outcomes", column.label,
                _codes(table, ["answered"], [column.key]), _codes(table, outcomes, [column.key]),
            )  # fmt: skip
    for line in form.lines(table):
        if not line.is_head and (edition is None or edition in line.editions):
            yield Identity(
                "total_equals_applicants", line.label,
                _codes(table, [line.key], ["total"]), _codes(table, [line.key], columns[:-1]),
            )  # fmt: skip
    for head in (line for line in form.lines(table) if line.is_head and line.parent == "outcomes"):
        children = [line.key for line in form.lines(table) if line.parent == head.key]
        for column in form.columns(table) if edition in head.editions else ():
            yield Identity(
                "subtotal_equals_parts", f"{head.label}·{column.label}",
                _codes(table, [head.key], [column.key]), _codes(table, children, [column.key]),
            )  # fmt: skip


def _outcomes(edition: Edition) -> list[str]:
    """The leaf rows that （七）总计 adds up."""
    return [
        line.key
        for line in form.lines(Table.III)
        if line.parent and not line.is_head and line.key != "answered" and edition in line.editions
    ]


def _remedies() -> Iterator[Identity]:
    results = [column.key for column in form.columns(Table.IV)]
    for line in form.lines(Table.IV):
        yield Identity(
            "total_equals_results", line.label,
            _codes(Table.IV, [line.key], ["total"]), _codes(Table.IV, [line.key], results[:-1]),
        )  # fmt: skip


class Cells:
    """The cells of one report, sorted for judging: a code that is absent was not reached or cannot be read."""

    def __init__(self, cells: Mapping[int, tuple[Status, float | None]]) -> None:
        self.blank = frozenset(code for code, (status, _) in cells.items() if status in AS_ZERO)
        self.amounts = {
            code: value for code, (status, value) in cells.items() if value is not None and status in HAS_VALUE
        }
        self.amounts.update(dict.fromkeys(self.blank, 0.0))


def judge(identity: Identity, cells: Cells) -> Judgement:
    """Judge an identity by the cells of one report.

    Blank cells and "/" beside numbers count as zero here, and the verdict says so; the cells keep their status.
    Where all members are blank, or one is unreadable, text or not reached, nothing can be said.
    """
    members = identity.members
    amounts = cells.amounts
    if not members <= amounts.keys() or members <= cells.blank:
        return Judgement(Verdict.NOT_ASSESSABLE)
    left = sum(map(amounts.__getitem__, identity.left))
    right = sum(map(amounts.__getitem__, identity.right))
    holds = abs(left - right) < 1e-9
    if members.isdisjoint(cells.blank):
        return Judgement(Verdict.HOLDS if holds else Verdict.FAILS, left, right)
    verdict = Verdict.HOLDS_BLANKS_AS_ZERO if holds else Verdict.FAILS_BLANKS_AS_ZERO
    return Judgement(verdict, left, right)
