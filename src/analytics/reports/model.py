"""What a report is once read: whose, which year, its facts with their evidence, its prose, its findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field
from typing import NamedTuple

from analytics.documents.model import Place
from analytics.vocabulary.form import Edition
from analytics.vocabulary.terms import Fault, Kind, Level, MeasuredIn, ReadFrom, Scope, Severity, Status, Table, Verdict


class Fact(NamedTuple):
    """One cell of the form as one report prints it, or one figure of its prose.

    ``cell`` is the code of ``vocabulary.form`` and None for prose, whose ``line`` is the prose's own word and
    whose ``column`` is empty. ``value`` is in the printed unit of measure and None unless ``status`` is number
    or zero. ``printed`` is the text of the cell, ``printed_label`` the label it stands beside. ``is_certain``
    is False where the cell's place or value needed interpretation: a finding says which.
    """

    table: Table
    line: str
    column: str
    cell: int | None
    value: float | None
    status: Status
    printed: str
    measured_in: MeasuredIn | None
    place: Place | None = None
    printed_label: str = ""
    read_from: ReadFrom = ReadFrom.DOCUMENT
    is_certain: bool = True


class Unread(NamedTuple):
    """A number that stands on the pages where a table's figures stand and is no cell's: ``table`` is the one whose rows
    hold it, None where it stands in none that was found."""

    text: str
    place: Place
    table: Table | None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to know about a report: ``rule`` names a sentence of ``analytics.words``, ``operands`` fill it.

    ``cells`` are the codes concerned; ``verdict`` is set for identities, ``fault`` for those that
    fail: whose it may be.
    """

    rule: str
    severity: Severity
    operands: Mapping[str, object] = field(default_factory=dict)
    cells: tuple[int, ...] = ()
    _: KW_ONLY
    verdict: Verdict | None = None
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of narrative: ``number`` is I–VI or empty before the first heading."""

    number: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Organ:
    """The reporting body. ``name`` is None where nothing names it; ``body`` is the standard name without the
    place; ``place_code`` is None while the place is unknown or ambiguous."""

    name: str | None = None
    body: str | None = None
    place_code: str | None = None
    level: Level | None = None
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One organ's report for one year, as one document (or one hand-collected sheet) states it.

    ``editions`` has the tables that the document reaches; a value is None where the edition cannot be told.
    ``unread_tables`` are those that it prints, or may print, and that were not read whole: what is lacking of them need
    not be lacking in the document. ``scope_words`` are the words that show the scope. ``year`` is None where nothing
    states it.
    """

    organ: Organ
    year: int | None
    scope: Scope
    scope_words: str
    _: KW_ONLY
    editions: Mapping[Table, Edition | None]
    facts: tuple[Fact, ...]
    narrative: tuple[Section, ...]
    findings: tuple[Finding, ...]
    reader: str
    title: str = ""
    published: str | None = None
    source: str = ""
    unread: tuple[Unread, ...] = ()
    unread_tables: tuple[Table, ...] = ()
