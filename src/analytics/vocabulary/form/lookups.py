"""What is looked up in the form: the lines, columns and cells of its tables, derived from what is declared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from analytics.vocabulary.form.declared import check_codes, check_declarations
from analytics.vocabulary.form.model import (
    Cell,
    Column,
    Edition,
    EditionTable,
    Line,
    list_keys_in,
    list_leaves_in,
    list_parents_in,
    list_parts,
)
from analytics.vocabulary.form.tables import (
    DECLARED_TABLES,
    find_table,
    list_declared_columns,
    list_declared_lines,
    list_tables,
)
from analytics.vocabulary.terms import Table

_FIRST_CODES = {Table.II: 2000, Table.III: 3000, Table.IV: 4000, Table.STATISTICS: 5000}


@cache
def list_lines(table: Table) -> tuple[Line, ...]:
    """The lines of a table in all editions, in the order of their declaration."""
    blocks = [(owned.edition, block) for owned in list_tables() if owned.table is table for block in owned.blocks]
    parents = {key: parent for _, block in blocks for key, parent in list_parents_in(block.lines)}
    heads = {key for _, block in blocks for key in list_keys_in(block.lines)}
    heads -= {key for _, block in blocks for key in list_leaves_in(block.lines)}
    return tuple(
        replace(
            line,
            table=table,
            editions=frozenset(edition for edition, block in blocks if line.key in list_keys_in(block.lines)),
            parent=parents[line.key],
            is_head=line.key in heads,
        )
        for line in list_declared_lines(table)
    )


@cache
def list_columns(table: Table) -> tuple[Column, ...]:
    """The columns of a table in all editions, in the order of their declaration."""
    blocks = [(owned.edition, block) for owned in list_tables() if owned.table is table for block in owned.blocks]
    parents = {key: parent for _, block in blocks for key, parent in list_parents_in(block.columns)}
    return tuple(
        replace(
            column,
            table=table,
            editions=frozenset(edition for edition, block in blocks if column.key in list_leaves_in(block.columns)),
            parent=parents[column.key],
        )
        for column in list_declared_columns(table)
    )


@cache
def list_results(edition: Edition | None = None) -> tuple[str, ...]:
    """Keys of the results of table IV, without the total, in the order of their declaration: those that an edition
    prints, or those of all editions."""
    return tuple(
        column.key
        for column in list_columns(Table.IV)
        if not column.is_total and (edition is None or edition in column.editions)
    )


@cache
def list_cells() -> tuple[Cell, ...]:
    """Every cell of all editions, subtotals included, ordered by code. ValueError where two share one."""
    editions: dict[tuple[Table, str, str], set[Edition]] = {}
    for owned in list_tables():
        for block in owned.blocks:
            for line_key in list_keys_in(block.lines):
                for column_key in list_leaves_in(block.columns):
                    editions.setdefault((owned.table, line_key, column_key), set()).add(owned.edition)
    found = [
        _make_cell(find_line(table, line_key), find_column(table, column_key), frozenset(printed))
        for (table, line_key, column_key), printed in editions.items()
    ]
    check_codes(found)
    return tuple(sorted(found, key=lambda cell: cell.code))


def _make_cell(row: Line, heading: Column, editions: frozenset[Edition]) -> Cell:
    return Cell(_FIRST_CODES[row.table] + row.number * 10 + heading.number, row, heading, editions)


@cache
def map_cells_by_code() -> dict[int, Cell]:
    """Cell by its stable code."""
    return {cell.code: cell for cell in list_cells()}


@cache
def _map_cells_by_keys() -> dict[tuple[Table, str, str], Cell]:
    return {(cell.table, cell.line.key, cell.column.key): cell for cell in list_cells()}


def find_cell(table: Table, line_key: str, column_key: str) -> Cell:
    """The cell at a line and a column, by their keys; KeyError where the form has none."""
    return _map_cells_by_keys()[table, line_key, column_key]


@cache
def list_form_cells(table: Table, edition: Edition) -> tuple[Cell, ...]:
    """The cells a full report of this edition prints in this table (22 + 161 + 15, or 10 + 175 + 15)."""
    return tuple(
        cell for cell in list_cells() if cell.table is table and edition in cell.editions and not cell.is_subtotal
    )


@cache
def find_line(table: Table, key: str) -> Line:
    """A line by table and key."""
    return next(line for line in list_lines(table) if line.key == key)


@cache
def find_column(table: Table, key: str) -> Column:
    """A column by table and key."""
    return next(column for column in list_columns(table) if column.key == key)


@cache
def find_total_column(table: Table) -> Column:
    """The column that adds up the others of a table; StopIteration where there is none."""
    return next(column for column in list_columns(table) if column.is_total)


@cache
def list_cells_of_line(table: Table, line_key: str, column_keys: tuple[str, ...]) -> tuple[Cell, ...]:
    """The cells of a line in the given columns."""
    return tuple(find_cell(table, line_key, key) for key in column_keys)


@cache
def list_columns_over(table: Table, edition: Edition, line_key: str) -> tuple[str, ...]:
    """The columns that an edition prints over a line; empty where it has no such line."""
    for owned in list_tables():
        if owned.table is table and owned.edition == edition:
            for block in owned.blocks:
                if line_key in list_keys_in(block.lines):
                    return tuple(list_leaves_in(block.columns))
    return ()


@cache
def list_printed_lines(table: Table, edition: Edition) -> tuple[Line, ...]:
    """The lines of a table that an edition prints, heads among them, in printed order."""
    labelled = {line.key: line for line in list_lines(table)}
    keys = (key for block in find_table(table, edition).blocks for key in list_keys_in(block.lines))
    return tuple(labelled[key] for key in keys)


@cache
def list_lines_of_group(table: Table, head: str) -> tuple[str, ...]:
    """Keys of the lines with figures that a group consists of in any edition: those under its head, and a line that
    stands for it in another."""
    below = [key for owned in list_tables() if owned.table is table for key in _list_lines_for(owned, head)]
    return tuple(dict.fromkeys(below))


def _list_lines_for(owned: EditionTable, key: str) -> tuple[str, ...]:
    """The lines with figures that an edition prints for a line or a group; none where it has neither."""
    printed = {key for block in owned.blocks for key in list_leaves_in(block.lines)}
    if key in printed:
        return (key,)
    group = next((group for group in owned.groups() if group.head == key), None)
    if group is not None:
        return list_parts(group)
    return tuple(line.key for line in list_lines(owned.table) if line.stands_for == key and line.key in printed)


@cache
def map_continued_cells(table: Table, line_key: str, column_key: str) -> dict[Edition, tuple[int, ...]]:
    """Codes of the cells whose sum is one quantity, by edition: a line or the lines of a group, under a column or what
    continues it. An edition that prints none of it is absent."""
    found: dict[Edition, tuple[int, ...]] = {}
    for owned in list_tables():
        if owned.table is table:
            codes = tuple(_list_codes(owned, _list_lines_for(owned, line_key), column_key))
            if codes:
                found[owned.edition] = codes
    return found


@cache
def map_earlier_cells(name: str) -> dict[Edition, tuple[int, ...]]:
    """Codes of the cells of the statistics tables that go on after 2018 as ``name``, by edition."""
    found: dict[Edition, tuple[int, ...]] = {}
    for line in list_lines(Table.STATISTICS):
        if line.continues == name:
            for edition in line.editions:
                found[edition] = (*found.get(edition, ()), find_cell(Table.STATISTICS, line.key, "year").code)
    return found


def _list_codes(owned: EditionTable, line_keys: Sequence[str], column_key: str) -> Iterator[int]:
    continued = {
        column_key,
        *(heading.key for heading in list_columns(owned.table) if heading.continued_by == column_key),
    }
    for line_key in line_keys:
        for block in owned.blocks:
            if line_key in list_leaves_in(block.lines):
                yield from (
                    find_cell(owned.table, line_key, key).code
                    for key in list_leaves_in(block.columns)
                    if key in continued
                )


for _table in DECLARED_TABLES:
    check_declarations(
        _table,
        list_declared_lines(_table),
        columns=list_declared_columns(_table),
        tables=[owned for owned in list_tables() if owned.table is _table],
    )
list_cells()  # a code that stands twice must not wait for the first report


@cache
def name_line(line: Line) -> str:
    """The line's label, after its head's where another line of the same edition's table is labelled alike: a printed
    page tells the two apart by what stands above them, a list does not."""
    for owned in list_tables():
        labels = [find_line(owned.table, key).label for block in owned.blocks for key in list_keys_in(block.lines)]
        if owned.table is line.table and owned.edition in line.editions and labels.count(line.label) > 1:
            return f"{find_line(line.table, line.parent).label}：{line.label}" if line.parent else line.label
    return line.label
