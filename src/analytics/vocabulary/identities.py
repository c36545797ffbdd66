"""Reconciliation identities (勾稽关系) of the form, derived from its lines and columns, and how they are judged.

The first is printed on the form (第一项加第二项之和，等于第三项加第四项之和); the others follow from its totals.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.terms import AS_ZERO, HAS_VALUE, Status, Table, Verdict


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
def list_identities(table: Table, edition: Edition | None) -> tuple[Identity, ...]:
    """The identities of a table in an edition. Without an edition those over lines that hold in every edition, and
    those within a line of any."""
    if edition is not None:
        has_table = edition in form.list_editions(table)
        return tuple(_derive_identities(form.find_table(table, edition))) if has_table else ()
    by_edition = [tuple(_derive_identities(form.find_table(table, known))) for known in form.list_editions(table)]
    found = dict.fromkeys(identity for known in by_edition for identity in known)
    return tuple(
        identity
        for identity in found
        if identity.rule in _WITHIN_LINES or all(identity in known for known in by_edition)
    )


_WITHIN_LINES = frozenset(owned.total_rule for owned in form.list_tables())


def _derive_identities(owned: form.EditionTable) -> Iterator[Identity]:
    """What a table's printed equations, totals and groups say about its cells."""
    for block in owned.blocks:
        for column_key in form.list_leaves_in(block.columns):
            yield from _derive_over_lines(owned, block, column_key)
        yield from _derive_within_lines(owned, block)
        for group in form.list_groups_in(block.lines):
            if group.total == group.head:
                for column_key in form.list_leaves_in(block.columns):
                    yield _make_subtotal(owned, group, column_key)


def _derive_over_lines(owned: form.EditionTable, block: form.Block, column_key: str) -> Iterator[Identity]:
    where = form.find_column(owned.table, column_key).label
    lines = set(form.list_leaves_in(block.lines))
    for equation in owned.equations:
        if not lines.issuperset((*equation.left, *equation.right)):
            continue
        left, right = (_list_codes(owned.table, keys, [column_key]) for keys in (equation.left, equation.right))
        yield Identity(equation.rule, where, left, right)
    for group in form.list_groups_in(block.lines):
        if group.total not in ("", group.head):
            total, parts = (
                _list_codes(owned.table, keys, [column_key]) for keys in ([group.total], form.list_parts(group))
            )
            yield Identity(owned.outcomes_rule, where, total, parts)


def _derive_within_lines(owned: form.EditionTable, block: form.Block) -> Iterator[Identity]:
    columns = [form.find_column(owned.table, key) for key in form.list_leaves_in(block.columns)]
    totals = [column.key for column in columns if column.is_total]
    parts = [column.key for column in columns if not column.is_total]
    for line_key in form.list_leaves_in(block.lines) if totals else ():
        where = form.find_line(owned.table, line_key).label
        yield Identity(
            owned.total_rule,
            where,
            _list_codes(owned.table, [line_key], totals),
            _list_codes(owned.table, [line_key], parts),
        )


def _make_subtotal(owned: form.EditionTable, group: form.Under, column_key: str) -> Identity:
    head, column = form.find_line(owned.table, group.head), form.find_column(owned.table, column_key)
    return Identity(
        owned.parts_rule,
        f"{head.label}·{column.label}",
        _list_codes(owned.table, [head.key], [column_key]),
        _list_codes(owned.table, form.list_parts(group), [column_key]),
    )


def _list_codes(table: Table, line_keys: Iterable[str], column_keys: Sequence[str]) -> tuple[int, ...]:
    return tuple(form.find_cell(table, line, column).code for line in line_keys for column in column_keys)


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
