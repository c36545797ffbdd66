"""What casts doubt on a printed line of a statistics table: its unit, or a label that no edition has."""

from __future__ import annotations

from collections.abc import Sequence

from analytics.documents.model import Cell
from analytics.reports.labels import fold
from analytics.reports.model import Finding
from analytics.reports.numbers import has_digits
from analytics.reports.tables.placing import RULES, Doubt, Placed
from analytics.reports.tables.statistics_rows import Entry
from analytics.vocabulary.form import Line
from analytics.vocabulary.phrases import AMOUNT_UNITS, UNIT_WORDS
from analytics.vocabulary.terms import Severity, Table

_NAMES_UNIT = frozenset({Doubt.UNIT_UNKNOWN, Doubt.UNIT_CONTRARY})
_TIMES = "次"


def place_entry(entry: Entry, line: Line) -> Placed:
    """The figures of a line that an edition has. They are in doubt where an amount of money is printed for a count, or
    a count for an amount: the unit, the label or the figure is another's."""
    doubt = entry.doubt
    is_printed = any(isinstance(cell, Cell) and has_digits(cell.text) for cell in entry.figures)
    if doubt is Doubt.NONE and is_printed and line.counted_in and UNIT_WORDS.fullmatch(entry.unit):
        is_contrary = (entry.unit in AMOUNT_UNITS) != (line.counted_in in AMOUNT_UNITS)
        doubt = Doubt.UNIT_CONTRARY if is_contrary else doubt
    return Placed(entry.figures, doubt, entry.unit if doubt in _NAMES_UNIT else "")


def describe_times(entry: Entry, line: Line, cells: Sequence[int]) -> Finding | None:
    """That a line counts times (条次) where the table counts things (条), or the reverse; None where it does not."""
    declared, printed = (unit.replace("/", "") for unit in (line.counted_in, entry.unit))
    things = printed.removesuffix(_TIMES)
    if not cells or not things or printed == declared or things != declared.removesuffix(_TIMES):
        return None
    operands = {"table": str(Table.STATISTICS), "line": line.label, "unit": entry.unit, "declared": line.counted_in}
    return Finding("unit_counts_otherwise", Severity.NOTE, operands, tuple(cells))


def describe_unknown(entry: Entry, *, is_known: bool) -> Finding | None:
    """Why the figures of a line that no edition has are in doubt; None where they are not. ``is_known``: its label is
    that of a line which the table has printed elsewhere."""
    operands = {"table": str(Table.STATISTICS), "line": entry.label}
    if entry.doubt is Doubt.UNIT_UNKNOWN:
        return Finding("unknown_line_unit", Severity.WARNING, {**operands, "unit": entry.unit})
    if entry.doubt is not Doubt.NONE:
        return Finding(RULES[entry.doubt], Severity.WARNING, operands)
    if is_known:
        return Finding("unknown_line_recurs", Severity.WARNING, operands)
    if fold(entry.label)[-1:].isdigit():  # it may be a figure's (条4), and the figures stand in other columns
        return Finding("unknown_line_digit", Severity.WARNING, operands)
    return None
