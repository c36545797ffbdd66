"""Figures that a report's prose states in place of its table: which of its words mean which measure.

Only words that mean exactly what the line of the form counts are here. 受理 and 答复 may leave requests out,
行政复议 and 行政诉讼 without more may be those that a government decided as well as those brought against it,
予以公开及部分公开 is two lines at once: such figures keep the prose's own words and belong to no measure.
"""

from __future__ import annotations

from typing import NamedTuple

from analytics.vocabulary import form
from analytics.vocabulary.terms import Table

_CODES_FROM = 9_100
_REPORTS_SINCE = 2008
"""The year of the first Regulation; the lines of the present form, which count whole years of handling, are younger."""


class ProseFigure(NamedTuple):
    """``code`` stands for the figure among cells: codes of the form lie below, the lines of prose above. ``words`` are
    the prose's own; they have this meaning in reports for the year ``since`` and later. ``line`` is that of table
    III."""

    code: int
    measure: str
    line: str
    words: tuple[str, ...]
    since: int


PROSE_FIGURES = (
    ProseFigure(_CODES_FROM + 1, "requests_new", "new", ("本年新收", "收到申请"), _REPORTS_SINCE),
    ProseFigure(_CODES_FROM + 2, "requests_carried_over", "carried_over", ("上年结转",), form.FIRST_YEAR),
    ProseFigure(_CODES_FROM + 3, "requests_answered", "answered", ("办结",), form.FIRST_YEAR),
    ProseFigure(
        _CODES_FROM + 4, "requests_carried_forward", "carried_forward", ("结转下年度", "顺延到下年度"), form.FIRST_YEAR
    ),
)
_BY_LINE = {figure.line: figure.code for figure in PROSE_FIGURES}
PROSE_CODES = frozenset(figure.code for figure in PROSE_FIGURES)


class Balance(NamedTuple):
    """An equation that the form prints for table III, among the figures of prose: codes of its two sides, and the rule
    that is broken where they differ."""

    rule: str
    left: tuple[int, ...]
    right: tuple[int, ...]


def find_balance() -> Balance:
    """That of received and handled requests, as the latest edition prints it. StopIteration where it prints none all of
    whose lines prose states."""
    latest = form.find_table(Table.III, form.list_editions(Table.III)[-1])
    equation = next(each for each in latest.equations if {*each.left, *each.right} <= _BY_LINE.keys())
    return Balance(
        equation.rule, tuple(_BY_LINE[key] for key in equation.left), tuple(_BY_LINE[key] for key in equation.right)
    )


def find_prose_code(measure: str) -> int | None:
    """The code of the prose figure that means a measure; None where none does."""
    return next((figure.code for figure in PROSE_FIGURES if figure.measure == measure), None)
