"""Publishers' errors in a simulated form, each recorded with the cells that it touches: a sum that is off, a total left
blank or printed 0, a broken carry-over, rules without the power to make any, last year's figures again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.terms import Table

Figures = dict[int, float]
"""Cell code → figure, before it is printed."""
UNDIVIDED = tuple(line for line in form.list_lines(Table.III) if line.stands_for)
"""Lines of table III that give the figures of a whole group."""
_UNDIVIDED_KEYS = [line.key for line in UNDIVIDED]
OUTCOMES = tuple(
    dict.fromkeys(
        key
        for edition in form.list_editions(Table.III)
        for key in form.list_outcomes(edition)
        if key not in _UNDIVIDED_KEYS
    )
)
"""Lines of table III on which requests end, whatever the edition."""


@dataclass(frozen=True, slots=True)
class Error:
    """A publisher's error: its name and the cells that print it."""

    name: str
    cells: tuple[int, ...]


class _Filling(NamedTuple):
    """The figures of a form without an error, and what its errors are made of."""

    random: np.random.Generator
    figures: Figures
    before: Figures
    editions: Mapping[Table, Edition]


def find_code(table: Table, line: str, column: str) -> int:
    """The code of a cell by its keys."""
    return form.find_cell(table, line, column).code


def add_error(
    random: np.random.Generator, figures: Figures, before: Figures, editions: Mapping[Table, Edition]
) -> tuple[Figures, tuple[Error, ...]]:
    """The figures of a form with one error, and the error; without one where none can be made of these figures.
    ``before`` are the figures of the year before."""
    makers, filling = list(_ERRORS), _Filling(random, figures, before, editions)
    for index in random.permutation(len(makers)).tolist():
        changed = _ERRORS[makers[index]](filling)
        if changed:
            return {**figures, **changed}, (Error(makers[index], tuple(changed)),)
    return figures, ()


_Maker = Callable[[_Filling], Figures]


def _sum_off(filling: _Filling) -> Figures:
    code = find_code(Table.III, "answered", "natural")
    return {code: filling.figures[code] + int(filling.random.integers(1, 4))}


def _carry_over_broken(filling: _Filling) -> Figures:
    codes = [find_code(Table.III, "carried_over", column) for column in ("natural", "total")]
    return {code: filling.figures[code] + 1 for code in codes} if filling.before else {}


def _blank_totals(filling: _Filling) -> Figures:
    codes = [find_code(Table.III, line, "total") for line in OUTCOMES]
    return {code: float("nan") for code in codes if code in filling.figures}


def _set_total_zero(filling: _Filling) -> Figures:
    code = find_code(Table.IV, "reconsideration", "total")
    return {code: 0.0} if filling.figures[code] else {}


def _add_powerless_rules(filling: _Filling) -> Figures:
    first, *_ = form.list_columns_over(Table.II, filling.editions[Table.II], "rules")
    return {find_code(Table.II, "rules", first): float(filling.random.integers(1, 9))}


def _repeat_figures(filling: _Filling) -> Figures:
    lines = ("licensing", "penalties", "coercion")
    codes = [cell.code for cell in form.list_form_cells(Table.II, filling.editions[Table.II]) if cell.line.key in lines]
    again = {code: filling.before[code] for code in codes if code in filling.before and code in filling.figures}
    return again if len(again) == len(codes) else {}


_ERRORS: Mapping[str, _Maker] = {
    "sum_off": _sum_off,
    "carry_over_broken": _carry_over_broken,
    "totals_blank": _blank_totals,
    "total_zero": _set_total_zero,
    "rules_without_power": _add_powerless_rules,
    "same_again": _repeat_figures,
}
ERRORS = tuple(_ERRORS)
"""Names of the errors."""
