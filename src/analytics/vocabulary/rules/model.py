"""What a rule is: the arithmetic that figures of a report owe each other, in words, in cells and in cases.

A rule that lacks a sentence in either language, or one of its cases, raises ValueError where it is declared, so that
nothing that imports it starts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field, fields
from enum import StrEnum

from analytics.vocabulary.terms import Fault, Severity

Printed = Mapping[str, str]
"""Key of a cell (``table.line.column``) → the text printed in it."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages; sentences have ``{operands}``."""

    zh: str
    en: str


class Basis(StrEnum):
    """What a rule goes by: the form's own sums, the powers of an organ, prose beside tables, the parts that a report
    has, the organ's report of the year before, dates, or reports of other organs."""

    SUMS = "sums"
    POWERS = "powers"
    PROSE = "prose"
    PARTS = "parts"
    YEARS = "years"
    DATES = "dates"
    ORGANS = "organs"


Prose = Mapping[str, str]
"""Number of a section → its text; the text of a heading alone is empty."""


@dataclass(frozen=True, slots=True)
class Case:
    """What a report prints in some cells, and what the same organ's report of the year before does; every other cell of
    the form is not reached. ``prose`` is the text of its sections, ``published`` its date (ISO), ``other`` and
    ``other_prose`` what another organ's report of the same year prints and says. ``crowd`` is how many other organs
    change as is usual, where a rule compares with them."""

    now: Printed = field(default_factory=dict)
    before: Printed = field(default_factory=dict)
    _: KW_ONLY
    prose: Prose = field(default_factory=dict)
    prose_before: Prose = field(default_factory=dict)
    published: str = ""
    other: Printed = field(default_factory=dict)
    other_prose: Prose = field(default_factory=dict)
    crowd: int = 0


@dataclass(frozen=True, slots=True)
class Cases:
    """A case that satisfies a rule, one that breaks it, and one of which it cannot be told."""

    passing: Case
    failing: Case
    not_assessable: Case


@dataclass(frozen=True, slots=True)
class Stated:
    """Codes of the figures of prose that mean what the cells of a tie do: ``cell`` of this year, ``before`` of the year
    before."""

    cell: int
    before: int


@dataclass(frozen=True, slots=True)
class Tie:
    """What a report should print in ``cell`` (codes throughout): the sum of ``before``, cells of the report of the year
    before, plus ``added`` and less ``taken``, cells of its own. ``where`` is the label that it is stated for;
    ``is_firm``: breaking it weighs as the rule itself does, not as its weaker half. ``in_prose`` stands in for a cell
    and the one cell before it where no table prints them."""

    where: str
    cell: int
    before: tuple[int, ...]
    _: KW_ONLY
    added: tuple[int, ...] = ()
    taken: tuple[int, ...] = ()
    is_firm: bool = False
    in_prose: Stated | None = None

    def __post_init__(self) -> None:
        if self.in_prose is not None and (len(self.before) != 1 or self.added or self.taken):
            raise ValueError(f"prose stands in for one cell of each year, and {self.where} ties more")

    @property
    def printed_cells(self) -> tuple[int, ...]:
        """The cells of the later report."""
        return (self.cell, *self.added, *self.taken)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. ``severity`` is that of breaking it, ``softer`` that of its weaker half where it has one (a carry-over
    by applicant); ``cells`` gives the codes that it binds. ``sentence`` says how it is broken, ``left_blank`` and
    ``right_blank`` how where that side prints nothing, ``in_prose`` how where only prose states it, ``blanks`` that
    it holds with blanks counted as zero. ``ties`` give its sums over two years where it ties a report to the one of
    the year before by sums. ``basis`` tells what the rule goes by, ``fault`` whose a breach may be where its finding
    does not say; ``first_year`` the first report year that it binds, where a law or notice brought it in."""

    key: str
    severity: Severity
    formula: Text
    cells: Callable[[], frozenset[int]]
    _: KW_ONLY
    sentence: Text
    cases: Cases
    left_blank: Text | None = None
    right_blank: Text | None = None
    in_prose: Text | None = None
    blanks: Text | None = None
    softer: Severity | None = None
    ties: Callable[[], Sequence[Tie]] | None = None
    basis: Basis = Basis.SUMS
    fault: Fault = Fault.READER
    first_year: int = 0

    @property
    def is_across_years(self) -> bool:
        """Whether it holds a report against the one of the year before."""
        return self.basis is Basis.YEARS

    def __post_init__(self) -> None:
        texts = (self.formula, self.sentence, self.left_blank, self.right_blank, self.in_prose, self.blanks)
        if not all(text.zh.strip() and text.en.strip() for text in texts if text is not None):
            raise ValueError(f"rule {self.key} lacks a text in one of the languages")
        cases = [getattr(self.cases, kind.name) for kind in fields(Cases)]
        if not all(case.now or case.prose or case.published for case in cases) or len(
            {str(case) for case in cases}
        ) < len(cases):
            raise ValueError(f"rule {self.key} lacks a case that passes, one that fails or one that cannot be assessed")
        if self.ties is not None and not self.is_across_years:
            raise ValueError(f"rule {self.key} has ties and is not across years")
        if self.is_across_years and not all(
            case.before or case.prose_before for case in (self.cases.passing, self.cases.failing)
        ):
            raise ValueError(f"rule {self.key} ties two years together and its cases have one")

    def list_sentences(self) -> dict[str, tuple[str, str]]:
        """Keys of interface sentences → (Chinese, English)."""
        texts = {
            "": self.sentence,
            "_left_blank": self.left_blank,
            "_right_blank": self.right_blank,
            "_in_prose": self.in_prose,
            "_blanks": self.blanks,
        }
        sentences = {f"finding.{self.key}{end}": (text.zh, text.en) for end, text in texts.items() if text is not None}
        return {**sentences, f"rule.{self.key}": (self.formula.zh, self.formula.en)}
