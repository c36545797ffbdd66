"""What a measure is: cells joined over the editions, or a ratio of sums of such, with its unit, formula and notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field
from enum import StrEnum

from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.terms import Table

SMALL_BASE = 10
"""A percentage or rate over fewer is marked: one case more or less moves it by ten points."""
LEAST_OF_EITHER_YEAR = 10
"""A count below it in either of two years changes by chance: no largest change, and a doubt in a title."""
SUSPECTED_FACTOR = 5.0
"""A change of decisions beyond ×5 or ÷5 is rather another coverage than another conduct (洪泽 许可 550 → 9,487)."""
LAW_BREAK_YEAR = 2024
"""Since 1 January 2024 a refusal to disclose goes to reconsideration before a suit (行政复议法 art. 23)."""
POPULATION = "population"
"""Key of the residents that rates per 10,000 are divided by: from the user's list, never from a report."""
POPULATION_CELL = 9_000
"""Stands for the population among cells; codes of the form lie below, those of prose above."""


class Unit(StrEnum):
    """What a measure is counted in."""

    DECISIONS = "decisions"
    DOCUMENTS = "documents"
    REQUESTS = "requests"
    CASES = "cases"
    PROJECTS = "projects"
    PIECES = "pieces"
    RECORDS = "records"
    ARTICLES = "articles"
    TIMES = "times"
    PLACES = "places"
    ITEMS = "items"
    WAN_YUAN = "wan_yuan"
    SHARE = "share"
    PER_100 = "per_100"
    PER_10000 = "per_10000"
    PERSONS = "persons"
    PERSON_TIMES = "person_times"

    @property
    def is_counted(self) -> bool:
        """Whether its figures are whole numbers of something."""
        return self not in (Unit.WAN_YUAN, Unit.SHARE, Unit.PER_100, Unit.PER_10000)

    @property
    def factor(self) -> float:
        """What a ratio is multiplied by: per hundred, per ten thousand."""
        return {Unit.PER_100: 100.0, Unit.PER_10000: 10_000.0}.get(self, 1.0)


@dataclass(frozen=True, slots=True)
class Measure:
    """One chartable quantity.

    ``stated_cells`` print the value of the year before (上一年项目数量), ``change_cell`` the change the report itself
    states (本年增/减), ``prose_cell`` stands for what prose states where the document lacks the table. Rates have
    ``numerator`` and ``denominator``: keys of measures, each side summed; ``members`` are the measures themselves.
    """

    key: str
    label: str
    english: str
    group: str
    _: KW_ONLY
    unit: Unit
    cells: Mapping[Edition, tuple[int, ...]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    numerator: tuple[str, ...] = ()
    denominator: tuple[str, ...] = ()
    stated_cells: tuple[int, ...] = ()
    change_cell: int | None = None
    prose_cell: int | None = None
    formula: str = ""
    formula_english: str = ""
    members: tuple[Measure, ...] = field(default=(), repr=False, compare=False)

    @property
    def is_rate(self) -> bool:
        """Whether the measure is a ratio of two sums."""
        return bool(self.denominator)

    @property
    def is_before_2019(self) -> bool:
        """Whether only statistics tables of years before 2019 print it."""
        return bool(self.cells) and set(self.cells) <= set(form.list_editions(Table.STATISTICS))

    @property
    def is_of_narrative(self) -> bool:
        """Whether only prose states the measure: no table of any edition has it."""
        return self.prose_cell is not None and not self.cells

    @property
    def is_per_resident(self) -> bool:
        """Whether the measure needs the population of the place."""
        return self.denominator == (POPULATION,)

    @property
    def stock_cells(self) -> frozenset[int]:
        """Members that no sum may count as zero: a blank number of items is not a list without items."""
        members = {code for codes in self.cells.values() for code in codes}
        return frozenset(members - {self.change_cell}) if self.change_cell in members else frozenset()

    def named(self, language: str) -> str:
        """The measure's name in a language (``zh`` or ``en``)."""
        return self.label if language == "zh" else self.english

    @property
    def tables(self) -> frozenset[Table]:
        """The tables whose edition and reach the measure depends on."""
        if self.is_rate:
            return frozenset(table for member in self.members for table in member.tables)
        codes = {code for members in self.cells.values() for code in members} - {POPULATION_CELL}
        return frozenset(form.map_cells_by_code()[code].table for code in codes)

    @property
    def all_cells(self) -> frozenset[int]:
        """Every cell needed to compute the measure."""
        if self.is_rate:
            return frozenset(code for member in self.members for code in member.all_cells)
        members = {code for codes in self.cells.values() for code in codes}
        extra = {code for code in (self.change_cell, self.prose_cell) if code is not None}
        return frozenset(members | set(self.stated_cells) | extra)
