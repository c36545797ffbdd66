"""What a form is made of: editions own tables, a table owns blocks of lines × columns, a cell is one place in them.

Labels are declared once for all editions; which lines and columns an edition prints, in which order and under which
heads, its :class:`EditionTable` says. Everything else (cells, parents, sums) is derived from the two.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import KW_ONLY, dataclass, field
from typing import NamedTuple, NewType

from analytics.vocabulary.terms import MeasuredIn, Table

Edition = NewType("Edition", str)
"""Key of an edition of the statutory form, by the year of its notice, or of a statistics table before it, by the first
year of its use."""


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line (row) of a table.

    ``number`` enters cell codes and says nothing about where the line is printed; ``label`` is the canonical leaf
    label; ``aliases`` are further printed forms; ``stands_for`` is the key of a group whose figures this one line gives
    in editions that do not divide it. ``measured_in`` is the unit of an amount where the column does not say it,
    ``counted_in`` the word that the form prints for it. ``continues`` names what a line of a statistics table goes on
    as after 2018. ``is_head``: without figures of its own unless a report prints subtotals. ``editions``, ``parent``
    (key of the group head above) and ``is_head`` are derived from the tables.
    """

    number: int
    key: str
    label: str
    english: str
    _: KW_ONLY
    aliases: tuple[str, ...] = ()
    stands_for: str = ""
    counted_in: str = ""
    measured_in: MeasuredIn | None = None
    continues: str = ""
    table: Table = Table.II
    editions: frozenset[Edition] = frozenset()
    parent: str = ""
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A printed column; ``measured_in`` is None where each cell prints its own unit (采购总金额).

    ``is_total``: adds up the others of its row. ``continued_by`` is the key of the column under which a later edition
    prints the same quantity. ``editions`` and ``parent`` are derived from the tables.
    """

    number: int
    key: str
    label: str
    english: str
    _: KW_ONLY
    aliases: tuple[str, ...] = ()
    measured_in: MeasuredIn | None = MeasuredIn.COUNT
    is_total: bool = False
    continued_by: str = ""
    table: Table = Table.II
    editions: frozenset[Edition] = frozenset()
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One place on the form, the unit of every fact."""

    code: int
    line: Line
    column: Column
    editions: frozenset[Edition]

    @property
    def table(self) -> Table:
        """The table the cell stands in."""
        return self.line.table

    @property
    def key(self) -> str:
        """``table.line.column``, stable, ASCII."""
        return f"{self.table}.{self.line.key}.{self.column.key}"

    @property
    def measured_in(self) -> MeasuredIn | None:
        """The unit of its figure; None where each cell prints its own."""
        return self.line.measured_in or self.column.measured_in

    @property
    def is_subtotal(self) -> bool:
        """Whether the cell belongs to a group head: printed by some reports, not part of the form."""
        return self.line.is_head


class Under(NamedTuple):
    """A head and what is printed under it. ``total`` is the key of the line that adds up the figures of the group: the
    head itself, a line among the others, or none. ``has_figures``: the head is a line like others; otherwise only some
    reports print subtotals beside it. ``is_declared``: the head has a label of its own; False where it but gathers what
    stands under it."""

    head: str
    below: tuple[str | Under, ...]
    total: str = ""
    has_figures: bool = False
    is_declared: bool = True


Outline = tuple[str | Under, ...]
"""Keys in printed order, groups among them."""


class Equation(NamedTuple):
    """Two sums of lines that are equal in each column, as the form itself prints it."""

    rule: str
    left: tuple[str, ...]
    right: tuple[str, ...]


class Block(NamedTuple):
    """Lines with the columns printed over them; ``paragraph`` is the one of article 20 that a block of table II
    answers."""

    lines: Outline
    columns: Outline
    paragraph: str = ""


@dataclass(frozen=True, slots=True)
class EditionTable:
    """A table as one edition prints it; ``edition`` is derived from the declaration that owns it. ``total_rule`` names
    the identity of its total column, ``outcomes_rule`` that of a line that adds up the group it stands in,
    ``parts_rule`` that of a line that adds up those below it. ``heads`` are printed over labels, units, codes and
    figures where the columns' own labels are not."""

    table: Table
    blocks: tuple[Block, ...]
    equations: tuple[Equation, ...] = ()
    _: KW_ONLY
    total_rule: str = ""
    outcomes_rule: str = ""
    parts_rule: str = "subtotal_equals_parts"
    heads: tuple[str, ...] = ()
    edition: Edition = Edition("")

    def groups(self) -> Iterator[Under]:
        """Every group of lines, outer ones first."""
        for block in self.blocks:
            yield from list_groups_in(block.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionDeclaration:
    """An edition: its names, the report years that it is for (the last one open where none has followed), the code of
    the only province that it is for (empty where it is for all), the tables that it has, and the lines and columns
    that no edition before it printed."""

    edition: Edition
    chinese: str
    english: str
    first_year: int
    last_year: int | None = None
    region: str = ""
    tables: tuple[EditionTable, ...]
    lines: Mapping[Table, tuple[Line, ...]] = field(default_factory=dict)
    columns: Mapping[Table, tuple[Column, ...]] = field(default_factory=dict)


def list_groups_in(outline: Outline) -> Iterator[Under]:
    """Every group of an outline, outer ones first."""
    for entry in outline:
        if isinstance(entry, Under):
            yield entry
            yield from list_groups_in(entry.below)


def list_keys_in(outline: Outline) -> Iterator[str]:
    """All keys of an outline that are declared, in printed order, heads before what stands under them."""
    for entry in outline:
        if isinstance(entry, Under):
            if entry.is_declared:
                yield entry.head
            yield from list_keys_in(entry.below)
        else:
            yield entry


def list_leaves_in(outline: Outline) -> Iterator[str]:
    """The keys of an outline that have figures of their own, in printed order."""
    for entry in outline:
        if isinstance(entry, Under):
            if entry.has_figures:
                yield entry.head
            yield from list_leaves_in(entry.below)
        else:
            yield entry


def list_parts(group: Under) -> tuple[str, ...]:
    """The lines that the total of a group adds up: those right below it that have figures, and those below a head that
    has none; the total itself apart."""
    parts: list[str] = []
    for entry in group.below:
        if not isinstance(entry, Under):
            parts.append(entry)
        elif entry.has_figures:
            parts.append(entry.head)
        else:
            parts.extend(list_parts(entry))
    return tuple(key for key in parts if key != group.total)


def list_parents_in(outline: Outline, parent: str = "") -> Iterator[tuple[str, str]]:
    """(key, key of the head above it) for every key of an outline."""
    for entry in outline:
        if isinstance(entry, Under):
            yield entry.head, parent
            yield from list_parents_in(entry.below, entry.head)
        else:
            yield entry, parent
