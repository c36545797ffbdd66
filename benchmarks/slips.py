"""Slips planted in simulated reports, and what the hints say of them: ``python -m benchmarks.hints``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from random import Random

from analytics.audit.hints import Printed
from analytics.simulate.places import list_counties
from analytics.simulate.world import Filled, simulate
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.terms import Table

Figures = dict[int, int]
YEARS = (2021, 2022, 2023, 2024)
SEED = 23


def make_printed(filled: Filled) -> Printed:
    """The figures of tables III and IV of a simulated form, as they are printed."""
    tables = {table: edition for table, edition in filled.sheet.editions.items() if table is not Table.II}
    codes = [cell.code for table, edition in tables.items() for cell in form.list_form_cells(table, edition)]
    texts = {code: filled.sheet.printed.get(code, "").replace(",", "").lstrip("+") for code in codes}
    figures = {code: float(text) for code, text in texts.items() if text.lstrip("-").replace(".", "").isdigit()}
    return Printed(figures, frozenset(texts.keys() - figures.keys()), editions=tables)


def list_reports(count: int) -> Iterator[tuple[Printed, Printed, Printed]]:
    """That many reports without an error: (the report, that of the year before, that of the year after)."""
    made = 0
    for place in list_counties(count):
        forms = [make_printed(filled) for filled in simulate(place, YEARS, seed=SEED)]
        for before, now, after in zip(forms, forms[1:], forms[2:], strict=False):
            if made == count:
                return
            made += 1
            yield now, before, after


def plant(printed: Printed, slips: Figures) -> Printed:
    """The report with other figures in some cells."""
    figures = {**printed.figures, **{code: float(value) for code, value in slips.items()}}
    return replace(printed, figures=figures, blank=printed.blank - slips.keys())


# One figure ------------------------------------------------------------------------------------------------------


def _drop(text: str, random: Random) -> str:
    at = random.randrange(len(text))
    return text[:at] + text[at + 1 :] if len(text) > 1 else text


def _add(text: str, random: Random) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice("0123456789") + text[at:]


def _change_digit(text: str, random: Random) -> str:
    at = random.randrange(len(text))
    return text[:at] + random.choice("0123456789") + text[at + 1 :]


def _swap(text: str, random: Random) -> str:
    if len(text) < 2:
        return text
    at = random.randrange(len(text) - 1)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _negate(text: str, random: Random) -> str:
    return f"-{text}"


OF_ONE_FIGURE: Mapping[str, Callable[[str, Random], str]] = {
    "digit dropped": _drop, "digit added": _add, "digit changed": _change_digit, "digits swapped": _swap,
    "sign added": _negate,
}  # fmt: skip


def list_figures(printed: Printed, table: Table, *, zeros: bool = False) -> list[int]:
    """Cells of a table that print a figure; with those that print zero where ``zeros``."""
    cells = form.map_cells_by_code()
    return [code for code, value in printed.figures.items() if (value or zeros) and cells[code].table is table]


def slip(printed: Printed, code: int, kind: str, random: Random) -> Figures:
    """One figure with one slip in it, another than it was; empty where this kind cannot befall it."""
    text = str(int(printed.figures[code]))
    for _ in range(8):
        slipped = OF_ONE_FIGURE[kind](text, random)
        if int(slipped) != int(text):
            return {code: int(slipped)}
    return {}


# Several at once -------------------------------------------------------------------------------------------------


def _list_row(printed: Printed, line: str) -> list[int]:
    return [form.find_cell(Table.III, line, column.key).code for column in form.list_columns(Table.III)]


def _list_lines(edition: Edition) -> list[str]:
    return [line.key for line in form.list_printed_lines(Table.III, edition) if not line.is_head]


def _value(printed: Printed, code: int) -> int:
    return int(printed.figures.get(code, 0))


def split(printed: Printed, random: Random) -> Figures:
    """A number of several digits over two cells, the second of which is empty."""
    places = [
        (row[at], row[at + 1])
        for line in _list_lines(printed.editions[Table.III])
        for row in [_list_row(printed, line)]
        for at in range(len(row) - 2)
        if _value(printed, row[at]) > 9 and not _value(printed, row[at + 1])
    ]
    if not places:
        return {}
    first, second = random.choice(places)
    text = str(_value(printed, first))
    at = random.randrange(1, len(text))
    return {first: int(text[:at]), second: int(text[at:])}


def shift_row(printed: Printed, random: Random) -> Figures:
    """A row with figures in which an empty cell is left out, so that the others move up."""
    rows = [_list_row(printed, line) for line in _list_lines(printed.editions[Table.III])]
    return _shift(printed, [row for row in rows if _value(printed, row[-1])], random)


def shift_column(printed: Printed, random: Random) -> Figures:
    """The same down a column."""
    lines = _list_lines(printed.editions[Table.III])
    columns = [
        [form.find_cell(Table.III, line, column.key).code for line in lines] for column in form.list_columns(Table.III)
    ]
    return _shift(printed, [column for column in columns if any(_value(printed, code) for code in column)], random)


def _shift(printed: Printed, stretches: list[list[int]], random: Random) -> Figures:
    if not stretches:
        return {}
    cells = random.choice(stretches)
    values = [_value(printed, code) for code in cells]
    empty = [at for at, value in enumerate(values[:-1]) if not value and any(values[at:])]
    if not empty:
        return {}
    at = random.choice(empty)
    shifted = [*values[:at], *values[at + 1 :], 0]
    return {code: value for code, value, before in zip(cells, shifted, values, strict=True) if value != before}


def misplace(printed: Printed, random: Random) -> Figures:
    """A figure one cell beside its own, which is empty."""
    lines = _list_lines(printed.editions[Table.III])
    rows = [_list_row(printed, line)[:-1] for line in lines]
    places = [
        (rows[row][at], rows[row + down][at + along])
        for row in range(len(rows))
        for at in range(6)
        for down, along in ((0, 1), (0, -1), (1, 0), (-1, 0))
        if 0 <= row + down < len(rows) and 0 <= at + along < 6
        and _value(printed, rows[row][at]) and not _value(printed, rows[row + down][at + along])
    ]  # fmt: skip
    if not places:
        return {}
    first, second = random.choice(places)
    return {first: 0, second: _value(printed, first)}


OF_SEVERAL: Mapping[str, Callable[[Printed, Random], Figures]] = {
    "number split over two cells": split, "row shifted": shift_row, "column shifted": shift_column,
    "figure in the next cell": misplace,
}  # fmt: skip
