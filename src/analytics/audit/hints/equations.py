"""The sums that bind the figures of a report: the identities of its tables, its neighbours' carry-overs, its prose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from analytics.audit.hints.model import Equation, Printed
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.identities import Identity, list_identities
from analytics.vocabulary.measures.prose import PROSE_CODES, PROSE_FIGURES, find_balance
from analytics.vocabulary.rules import Tie, find_rule
from analytics.vocabulary.terms import Table

TABLES = (Table.III, Table.IV)
"""Tables whose figures are counts that add up. Figures of table II owe each other nothing within a report."""
_IN_PROSE = "prose"


@cache
def _list_table_equations(table: Table, edition: Edition) -> tuple[tuple[frozenset[int], Equation], ...]:
    return tuple((identity.members, _make_equation(identity)) for identity in list_identities(table, edition))


def _make_equation(identity: Identity) -> Equation:
    terms = (*((code, 1) for code in identity.left), *((code, -1) for code in identity.right))
    cells = [form.map_cells_by_code()[code] for code in identity.members]
    lines, columns = ({cell.line.key for cell in cells}, {cell.column.key for cell in cells})
    if len(lines) == 1:
        return Equation(terms, row=f"{cells[0].table}.{lines.pop()}")
    return Equation(terms, column=f"{cells[0].table}.{columns.pop()}")


_BALANCE = find_balance()
_PROSE_EQUATION = Equation(
    (*((code, 1) for code in _BALANCE.left), *((code, -1) for code in _BALANCE.right)), column=_IN_PROSE
)


def list_equations(printed: Printed) -> list[Equation]:
    """Those within a report all of whose figures can be told, unless all are blank."""
    known = printed.figures.keys() | printed.blank
    found = [
        equation
        for table in TABLES
        if table in printed.editions
        for members, equation in _list_table_equations(table, printed.editions[table])
        if members <= known and not members <= printed.blank
    ]
    return [*found, _PROSE_EQUATION] if printed.figures.keys() >= PROSE_CODES else found


def _list_carried() -> Sequence[Tie]:
    rule = find_rule("carry_over_differs")
    return rule.ties() if rule.ties is not None else ()


def list_ties(printed: Printed, before: Printed | None, after: Printed | None) -> Iterator[Equation]:
    """What the reports of the years before and after say of the figures of this one, as far as their own sums bear
    them out; what prose and table say of the same figure."""
    for tie in _list_carried() if before or after else ():
        (closed,) = tie.before
        is_firm = tie.is_firm
        yield from _tie(printed, tie.cell, before, closed, is_firm)
        yield from _tie(printed, closed, after, tie.cell, is_firm)
        if tie.in_prose is not None:
            yield from _tie(printed, tie.in_prose.cell, before, tie.in_prose.before, is_firm)
            yield from _tie(printed, tie.in_prose.before, after, tie.in_prose.cell, is_firm)
    for code, line in ((figure.code, figure.line) for figure in PROSE_FIGURES):
        cell = form.find_cell(Table.III, line, "total").code
        if code in printed.figures and cell in printed.figures:
            yield Equation(((cell, 1), (code, -1)), is_firm=False)


def _tie(printed: Printed, cell: int, other: Printed | None, code: int, is_firm: bool) -> Iterator[Equation]:
    if other is None or cell not in printed.figures or not is_borne_out(other, code):
        return
    cells = form.map_cells_by_code()
    column = f"{cells[cell].table}.{cells[cell].column.key}" if cell in cells else _IN_PROSE
    yield Equation(((cell, 1),), int(other.figures[code]), column=column, is_firm=is_firm)


def is_borne_out(printed: Printed, code: int) -> bool:
    """Whether a report prints a figure and every sum of its own that the figure enters holds; there is one at least."""
    if code not in printed.figures:
        return False
    entered = [equation for equation in list_equations(printed) if any(term == code for term, _ in equation.terms)]
    return bool(entered) and not any(measure_residual(equation, printed.figures) for equation in entered)


def measure_residual(equation: Equation, figures: Mapping[int, float]) -> int:
    """By how much an equation fails; blank cells count as zero."""
    total = 0.0
    for code, sign in equation.terms:
        total += sign * figures.get(code, 0)
    return round(total) - equation.constant
