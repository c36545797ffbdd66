"""Heads of columns → which column of the form each figure belongs to.

The order of columns is proven by header cells that stand above their figures. Where the document does not say where
its cells stand, the heads' own order is all there is; a head that names no column of the form heads an extra one,
unless it resembles the only name that is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from analytics.documents.model import Cell
from analytics.reports.labels import fold, is_other_year, strip_label
from analytics.reports.tables.events import HeaderRow, LineRow
from analytics.vocabulary import form
from analytics.vocabulary.phrases import CHANGE_HEAD, COMMON_IN_HEADS, EXTRA_HEAD, OF_THIS_YEAR
from analytics.vocabulary.terms import Table

EXTRA = ""
"""Stands for the key of a column that the form does not have."""
_COMMON = re.compile("|".join(COMMON_IN_HEADS))


class Head(NamedTuple):
    """One header of a column: its key, None where the text names no column of the form, and the text."""

    key: str | None
    text: str


def stack_heads(headers: Iterable[HeaderRow]) -> dict[int, tuple[str, ...]]:
    """For each column of the grid, the header texts above it from top to bottom."""
    above: dict[int, tuple[str, ...]] = {}
    for header in headers:
        for cell, (first, behind) in zip(header.cells, header.spans, strict=False):
            for column in range(first, behind) if cell.text else ():
                above[column] = (*above.get(column, ()), cell.text)
    return above


def find_cells_under(row: LineRow, keys: Mapping[int, str], columns: tuple[str, ...]) -> tuple[Cell, ...] | None:
    """The cells of a row in the order of ``columns``, by what stands above them; None where that leaves anything open:
    a figure under no head or under two, a column without a cell. ``keys``: grid column → key or :data:`EXTRA`."""
    found: dict[str, Cell] = {}
    for cell, (first, behind) in zip(row.cells, row.spans, strict=False):
        names = {keys[column] for column in range(first, behind) if column in keys}
        if cell.text and len(names) != 1:
            return None
        for name in names - {EXTRA}:
            rival = found.get(name)
            if rival is not None and rival.text and cell.text and rival.text != cell.text:
                return None  # the same figure twice is one merged cell whose text was repeated
            if rival is None or cell.text:
                found[name] = cell
    return tuple(found[key] for key in columns) if found.keys() == set(columns) else None


def is_like_column(text: str, table: Table, key: str) -> bool:
    """Whether a head could be another wording of a column: half of what sets the name apart is in both."""
    characters = set(_COMMON.sub("", strip_label(text)))
    names = (set(_COMMON.sub("", strip_label(name))) for name in _list_names(table, key))
    return any(characters & name and 2 * len(characters & name) >= min(len(characters), len(name)) for name in names)


def _list_names(table: Table, key: str) -> tuple[str, ...]:
    column = form.find_column(table, key)
    return (column.label, *column.aliases)


def is_extra(text: str, year: int | None = None) -> bool:
    """Whether a head's own words say that the form has no such column: a share, a serial number, another year."""
    return EXTRA_HEAD.search(fold(text)) is not None or is_other_year(text, year)


def is_of_this_year(text: str, year: int | None) -> bool:
    """Whether a head below the name of a column says that its figures are this year's, and names no column itself. A
    year of which nothing says that it is this one is another's."""
    folded = fold(text)
    stated = _YEAR.search(folded)
    is_known = stated is None or int(stated[0]) == year
    return bool(folded) and is_known and OF_THIS_YEAR.fullmatch(folded) is not None and not is_other_year(text, year)


_YEAR = re.compile(r"20\d\d")


def is_beside(text: str, year: int | None) -> bool:
    """Whether a head below the name of a column says that its figures are no figures of this year."""
    return is_extra(text, year) or CHANGE_HEAD.fullmatch(fold(text)) is not None


def order_slots(
    heads: Sequence[Head], columns: tuple[str, ...], table: Table, *, by_position: bool
) -> tuple[str, ...] | None:
    """The columns in printed order, :data:`EXTRA` where the form has none; None where the heads leave it open.

    ``by_position``: a head of another name stands for the only column missing where it stands in that one's place.
    Where the known heads stand in the form's order, so does the rest; heads that are missing altogether say nothing
    against it.
    """
    known = [head.key for head in heads if head.key is not None]
    if len(set(known)) < len(known):
        return None
    missing = [key for key in columns if key not in known]
    unknown = [head for head in heads if head.key is None and not is_extra(head.text)]
    if not missing:
        return tuple(head.key or EXTRA for head in heads)
    if len(missing) == len(unknown) == 1:
        filled = tuple(head.key or (missing[0] if head is unknown[0] else EXTRA) for head in heads)
        in_place = by_position and tuple(filter(None, filled)) == columns
        if in_place or is_like_column(unknown[0].text, table, missing[0]):
            return filled
        return tuple(head.key or EXTRA for head in heads)
    is_in_order = known == [key for key in columns if key in known]
    return columns if is_in_order and not unknown and len(known) == len(heads) else None
