"""What a table declares must be one: a number, a key or a code that stands twice would give one cell's figures to
another, a key without a label would lose a line in silence. Either is a ValueError that names it, at import."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from analytics.vocabulary.form.model import Cell, Column, EditionTable, Line, list_keys_in
from analytics.vocabulary.terms import Table


def check_declarations(
    table: Table, lines: Sequence[Line], *, columns: Sequence[Column], tables: Sequence[EditionTable]
) -> None:
    """Raise ValueError where lines share a number or a key, columns a key, or an edition names what is not declared
    or adds up without a rule.
    Columns of different editions may share a number: their cells are told apart by code."""
    _refuse_repeated(table, "number of a line", [line.number for line in lines])
    _refuse_repeated(table, "key of a line", [line.key for line in lines])
    _refuse_repeated(table, "key of a column", [column.key for column in columns])
    _refuse_repeated(table, "edition", [owned.edition for owned in tables])
    line_keys, column_keys = {line.key for line in lines}, {column.key for column in columns}
    for owned in tables:
        printed = list(_list_line_keys(owned))
        _refuse_unknown(owned, "line", printed, line_keys)
        named = [key for equation in owned.equations for key in (*equation.left, *equation.right)]
        totals = [group.total for group in owned.groups() if group.total]
        _refuse_unknown(owned, "line", [*named, *totals], {*printed})
        headings = [key for block in owned.blocks for key in list_keys_in(block.columns)]
        _refuse_unknown(owned, "column", headings, column_keys)
        sums = [group.total for group in owned.groups() if group.total not in ("", group.head)]
        _refuse_unknown(owned, "rule of a sum", [] if owned.outcomes_rule else sums, set())
    heads = {group.head for owned in tables for group in owned.groups()}
    _refuse_unknown(table, "group", [line.stands_for for line in lines if line.stands_for], heads)
    _refuse_unknown(table, "column", [column.continued_by for column in columns if column.continued_by], column_keys)


def check_codes(cells: Iterable[Cell]) -> None:
    """Raise ValueError where two cells share a code; both are named."""
    keys: dict[int, list[str]] = {}
    for cell in cells:
        keys.setdefault(cell.code, []).append(cell.key)
    repeated = [f"{code}: {', '.join(found)}" for code, found in keys.items() if len(found) > 1]
    if repeated:
        raise ValueError(f"cells of the form share a code ({'; '.join(repeated)}); give their line or column another")


def _list_line_keys(owned: EditionTable) -> Iterator[str]:
    for block in owned.blocks:
        yield from list_keys_in(block.lines)


def _refuse_repeated(table: Table, kind: str, values: Sequence[object]) -> None:
    repeated = [str(value) for value, count in Counter(values).items() if count > 1]
    if repeated:
        raise ValueError(f"table {table} declares a {kind} twice: {', '.join(repeated)}")


def _refuse_unknown(where: Table | EditionTable, kind: str, keys: Sequence[str], known: set[str]) -> None:
    unknown = [key for key in keys if key not in known]
    if unknown:
        place = f"table {where.table} of {where.edition}" if isinstance(where, EditionTable) else f"table {where}"
        raise ValueError(f"{place} names a {kind} that is not declared: {', '.join(dict.fromkeys(unknown))}")
