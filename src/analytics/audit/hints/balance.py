"""The figures of a report beside the sums they enter: what fails, and what fails once some figures read otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from analytics.audit.hints.equations import measure_residual
from analytics.audit.hints.model import Changes, Equation, Printed

Residuals = Mapping[int, int]
"""Index of an equation that fails → by how much."""


class Balance(NamedTuple):
    """``values`` are the figures as printed; ``required`` are the equations that have to hold in the end, ``wishes``
    those that only choose among answers; ``by_cell`` gives, for each figure, the required equations it enters with its
    sign there."""

    printed: Printed
    values: Mapping[int, int]
    required: Sequence[Equation]
    wishes: Sequence[Equation]
    by_cell: Mapping[int, Sequence[tuple[int, int]]]
    failing: Residuals

    def add(self, residuals: Residuals, changes: Changes) -> dict[int, int]:
        """What fails after figures changed; ``changes`` gives by how much."""
        out = dict(residuals)
        for code, by in changes.items():
            for index, sign in self.by_cell.get(code, ()):
                left = out.get(index, 0) + sign * by
                if left:
                    out[index] = left
                else:
                    out.pop(index, None)
        return out

    def read_cell(self, code: int) -> int | None:
        """What a cell prints; None where it is blank."""
        return self.values.get(code)

    def count_places(self, residuals: Iterable[int]) -> int:
        """The fewest figures whose change can mend these failures: each stands in one line and under one heading."""
        rows, columns = set(), set()
        for index in residuals:
            equation = self.required[index]
            if equation.row:
                rows.add(equation.row)
            if equation.column:
                columns.add(equation.column)
        return max(len(rows), len(columns))


def weigh_report(printed: Printed, within: Sequence[Equation], ties: Iterable[Equation]) -> Balance:
    """The balance of a report whose own sums are ``within``; soft ties that hold are required to go on holding."""
    required, wishes = list(within), list[Equation]()
    values = {code: int(value) for code, value in printed.figures.items()}
    for tie in ties:
        is_required = tie.is_firm or not measure_residual(tie, printed.figures)
        (required if is_required else wishes).append(tie)
    by_cell: dict[int, list[tuple[int, int]]] = {}
    failing = {}
    for index, equation in enumerate(required):
        for code, sign in equation.terms:
            by_cell.setdefault(code, []).append((index, sign))
        residual = measure_residual(equation, printed.figures)
        if residual:
            failing[index] = residual
    return Balance(printed, values, required, wishes, by_cell, failing)
