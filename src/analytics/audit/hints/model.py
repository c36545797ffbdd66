"""What a search for hints is given and what it gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field
from typing import NamedTuple

from analytics.vocabulary.form import Edition
from analytics.vocabulary.terms import Table

Changes = Mapping[int, int]
"""Code of a cell → what it would read."""


@dataclass(frozen=True, slots=True)
class Printed:
    """The figures of one report: ``figures`` by code, counts only, ``blank`` the codes that print none (they count as
    zero in sums); whatever else is absent was not reached or cannot be read. Prose stands under its own codes."""

    figures: Mapping[int, float]
    blank: frozenset[int] = frozenset()
    _: KW_ONLY
    editions: Mapping[Table, Edition] = field(default_factory=dict)


class Reading(NamedTuple):
    """A cell, what it prints (None where it is blank), and what it would read."""

    cell: int
    printed: int | None
    value: int


class Hint(NamedTuple):
    """The only smallest change: its cells in order of the form, and how many sums that fail now would hold."""

    readings: tuple[Reading, ...]
    sums: int


class Equation(NamedTuple):
    """Figures with their signs that add up to ``constant``. ``is_firm``: has to hold; a soft one has to go on holding
    where it does, and where it does not it only chooses among answers. ``row`` and ``column`` name the line or the
    heading within which all its figures stand: a change of one figure disturbs one of each."""

    terms: tuple[tuple[int, int], ...]
    constant: int = 0
    row: str = ""
    column: str = ""
    is_firm: bool = True
