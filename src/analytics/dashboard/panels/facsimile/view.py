"""What a document page shows: a report's facts, where they stand, and what was chosen of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import KW_ONLY, dataclass
from urllib.parse import urlencode

from analytics.charts.parts.points import Quote
from analytics.dashboard.panels.facsimile.facts import FindingRow, JudgedSum, ReportFacts, name_cell
from analytics.dashboard.panels.facsimile.marks import Marks
from analytics.dashboard.panels.facsimile.quoted import find_quoted, read_quote
from analytics.documents.facsimile.model import Leaf, Located
from analytics.vocabulary.measures import find_measure, has_measure
from analytics.words import Language, say

HERE = "here"
"""The id of the chosen cell: addresses end in it, and the browser scrolls there."""
_MOST_SUMS = 6


@dataclass(frozen=True, slots=True)
class Choice:
    """What the page is asked to show: cells by code, those of a measure, those of a finding (counted from 1), or a
    stretch of prose; all pages or those of what is chosen."""

    language: Language
    cells: tuple[int, ...] = ()
    _: KW_ONLY
    finding: int | None = None
    is_whole: bool = False
    measure: str = ""
    quote: Quote | None = None

    def write(self) -> str:
        """The address of this choice, relative to the page."""
        query: list[tuple[str, object]] = [("cell", cell) for cell in self.cells]
        if self.finding is not None:
            query.append(("finding", self.finding))
        if self.measure:
            query.append(("measure", self.measure))
        if self.quote is not None:
            query.append(("prose", self.quote.write()))
        if self.is_whole:
            query.append(("view", "whole"))
        return f"?{urlencode([*query, ('lang', self.language)])}#{HERE}"


def _list_cells(measure: str) -> tuple[int, ...]:
    return tuple(sorted(find_measure(measure).all_cells)) if has_measure(measure) else ()


class View:
    """A document page before it is written."""

    def __init__(self, facts: ReportFacts, marks: Marks, choice: Choice, up: str) -> None:
        self.facts, self.marks, self.choice, self.up = facts, marks, choice, up
        findings = facts.findings
        self.finding: FindingRow | None = None
        if choice.finding is not None and findings:
            self.finding = findings[min(max(choice.finding, 1), len(findings)) - 1]
        cells = self.finding.cells if self.finding else choice.cells or _list_cells(choice.measure)
        self.cells = tuple(cell for cell in cells if cell in facts.evidence)
        self.sums = self._sums()
        self.members = {cell for judged in self.sums for cell in judged.identity.members} - set(self.cells)
        chosen = [marks.places[cell] for cell in self.cells if cell in marks.places]
        self.quoted = "" if choice.quote is None else read_quote(facts.sections, choice.quote)
        if choice.quote is not None:
            chosen = [(0, located) for located in find_quoted(marks.facsimiles[0], facts.sections, choice.quote)]
        self.reading = chosen[0][0] if chosen else 0
        self.chosen = [located for _, located in chosen]
        self.facsimile = marks.facsimiles[self.reading]

    def say(self, key: str, **operands: object) -> str:
        """A sentence in the language of the page."""
        return say(key, self.choice.language, **operands)

    def name_year_before(self) -> str:
        """The year before that of the report, where that is known."""
        return "?" if self.facts.year is None else str(self.facts.year - 1)

    def _sums(self) -> list[JudgedSum]:
        found = [judged for cell in self.cells for judged in self.facts.find_sums(cell)]
        by_identity = {judged.identity: judged for judged in found}
        return list(by_identity.values())[:_MOST_SUMS]

    def leaves(self) -> Iterator[tuple[int, Leaf]]:
        """The pages that are shown: all, or those on which the chosen cells stand."""
        on = {located.page for located in self.chosen}
        for page, leaf in enumerate(self.facsimile.leaves, start=1):
            if self.choice.is_whole or page in on or not on:
                yield page, leaf

    def located_facts(self) -> Iterator[tuple[int, Located]]:
        """Facts of the reading that is shown. Boxes of both readings of a page stand on the same page, unless each
        made the page level in its own way."""
        for cell, (reading, located) in self.marks.places.items():
            is_alike = bool(self.facsimile.leaves) and not any(leaf.picture for leaf in self.facsimile.leaves)
            if reading == self.reading or is_alike:
                yield cell, located

    def name_link(self, cell: int) -> str:
        """What a mark leads to, in words."""
        evidence = self.facts.evidence[cell]
        label = name_cell(evidence, self.choice.language)
        return self.say("facsimile.leads_to", label=label, printed=evidence.printed or self.say("facsimile.blank"))
