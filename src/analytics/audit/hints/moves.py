"""Slips that move several figures at once: one written a place too far, a whole row or column shifted, one number split
over two cells. Each is one operation; what is given undoes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from analytics.audit.hints.balance import Balance
from analytics.audit.hints.model import Changes
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.terms import Table


def list_moves(balance: Balance) -> Iterator[Changes]:
    """By how much figures change where a move among those that fail is undone."""
    edition = balance.printed.editions.get(Table.III)
    if edition is None:
        return
    failing = [balance.required[index] for index in balance.failing]
    rows, columns = {equation.row for equation in failing}, {equation.column for equation in failing}
    along_rows, down_columns = _list_rows(edition), _list_columns(edition)
    for line, cells in along_rows.items():
        if line in rows:
            yield from _undo_shifts(balance, cells)
            yield from _undo_splits(balance, cells)
    for heading, cells in down_columns.items():
        if heading in columns:
            yield from _undo_shifts(balance, cells)
    yield from _undo_exchanges(balance, down_columns, columns)
    yield from _undo_exchanges(balance, along_rows, rows)


@cache
def _list_rows(edition: Edition) -> dict[str, tuple[int, ...]]:
    rows: dict[str, list[int]] = {}
    for line in form.list_printed_lines(Table.III, edition):
        if not line.is_head:
            rows[f"{Table.III}.{line.key}"] = [
                form.find_cell(Table.III, line.key, column.key).code for column in form.list_columns(Table.III)
            ]
    return {key: tuple(codes) for key, codes in rows.items()}


@cache
def _list_columns(edition: Edition) -> dict[str, tuple[int, ...]]:
    keys = [f"{Table.III}.{column.key}" for column in form.list_columns(Table.III)]
    return dict(zip(keys, zip(*_list_rows(edition).values(), strict=True), strict=True))


def _undo_exchanges(balance: Balance, stretches: dict[str, tuple[int, ...]], failing: set[str]) -> Iterator[Changes]:
    """Figures of two neighbouring stretches that stand in each other's place."""
    for (first, firsts), (second, seconds) in pairwise(stretches.items()):
        if first in failing and second in failing:
            for one, other in zip(firsts, seconds, strict=True):
                yield from _change(balance, {one: _value(balance, other), other: _value(balance, one)})


def _undo_shifts(balance: Balance, cells: Sequence[int]) -> Iterator[Changes]:
    """A stretch whose figures stand one place too far on, the last of them lost, or one too near, the last cell empty.
    What is lost is what the stretch's own sum gives."""
    values = [_value(balance, code) for code in cells]
    last = len(values) - 1
    for at in range(last):
        if values[at] == 0 and any(values[at + 1 :]):
            drawn = [*values[:at], *values[at + 1 :]]
            for lost in _find_lost(balance, cells, drawn):
                yield from _change(balance, dict(zip(cells, [*drawn, lost], strict=True)))
        if values[last] == 0 and any(values[at:]):
            yield from _change(balance, dict(zip(cells, [*values[:at], 0, *values[at:last]], strict=True)))


def _undo_splits(balance: Balance, cells: Sequence[int]) -> Iterator[Changes]:
    """A number whose digits stand in two cells, the figures after it in their own places or one too far."""
    values = [_value(balance, code) for code in cells]
    for at in range(len(values) - 1):
        if values[at] <= 0 or values[at + 1] < 0 or balance.read_cell(cells[at + 1]) is None:
            continue
        joined = int(f"{values[at]}{values[at + 1]}")
        yield from _change(balance, {cells[at]: joined, cells[at + 1]: 0})
        drawn = [*values[:at], joined, *values[at + 2 :]]
        for lost in _find_lost(balance, cells, drawn):
            yield from _change(balance, dict(zip(cells, [*drawn, lost], strict=True)))


def _find_lost(balance: Balance, cells: Sequence[int], drawn: Sequence[int]) -> Iterator[int]:
    """What the last cell of a stretch would print by a sum of the stretch, given the cells before it."""
    *known, last = cells
    values = dict(zip(known, drawn, strict=True))
    for index, sign in balance.by_cell.get(last, ()):
        equation = balance.required[index]
        if all(code == last or code in values for code, _ in equation.terms):
            rest = sum(factor * values[code] for code, factor in equation.terms if code != last)
            lost = (equation.constant - rest) * sign
            if lost >= 0:
                yield lost
            return


def _change(balance: Balance, readings: dict[int, int]) -> Iterator[Changes]:
    changes = {
        code: value - _value(balance, code) for code, value in readings.items() if value != _value(balance, code)
    }
    if changes:
        yield changes


def _value(balance: Balance, code: int) -> int:
    return balance.values.get(code, 0)
