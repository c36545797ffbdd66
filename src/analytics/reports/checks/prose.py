"""What the prose of a report states beside its tables: every statement, of this year and of the whole agency.

A statement is left alone where its words could make the number another's: another year, a part of the requests,
another office. So more is missed than said wrongly.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from analytics.reports.labels import fold
from analytics.reports.model import Fact, Finding, Organ, Section
from analytics.vocabulary import form, stated
from analytics.vocabulary.form import Edition
from analytics.vocabulary.rules import Rule, find_rule
from analytics.vocabulary.rules.prose import find_rule_of_statement
from analytics.vocabulary.stated import Quantity
from analytics.vocabulary.terms import AS_ZERO, HAS_VALUE, Fault, Kind, Scope, Table

_SECTIONS = frozenset({"", "I", "V", "VI"})


_SENTENCE_END = re.compile(r"(?<=[。；;!！])")


class Statement(NamedTuple):
    """A number that prose states, with its words, as printed in folded text."""

    quantity: Quantity
    value: int
    quote: str


class Speaker(NamedTuple):
    """Whose prose it is: of which organ, year and scope."""

    organ: Organ
    year: int | None
    scope: Scope = Scope.UNKNOWN


class Stating:
    """The figures of one report's tables, as prose may state them."""

    def __init__(
        self,
        facts: Iterable[Fact],
        editions: Mapping[Table, Edition | None],
        organ: Organ,
        *,
        year: int | None,
        scope: Scope = Scope.UNKNOWN,
        agreed: Collection[int] = frozenset(),
    ) -> None:
        self.speaker, self.agreed = Speaker(organ, year, scope), agreed
        self.edition = editions.get(Table.III)
        self._facts = {fact.cell: fact for fact in facts if fact.cell is not None}

    def sum_lines(self, lines: Sequence[str]) -> float | None:
        """What the lines add up to over all applicants; None where one of them prints nothing."""
        codes = [code for line in lines for code in self.list_total_cells(line)]
        values = [self._read_total(code) for code in codes]
        return None if not values or None in values else sum(value for value in values if value is not None)

    def list_total_cells(self, line: str) -> tuple[int, ...]:
        """The cells of a line, or of the lines of a group, in the column of totals."""
        if self.edition is None:
            return ()
        return form.map_continued_cells(Table.III, line, "total").get(self.edition, ())

    def _read_total(self, code: int) -> float | None:
        """The total that a line prints, or what its applicants add up to where it is blank beside numbers."""
        total = self._facts.get(code)
        if total is not None and total.status in HAS_VALUE:
            return total.value
        if total is None or total.status not in AS_ZERO:
            return None
        line = form.map_cells_by_code()[code].line.key
        cells = [form.find_cell(Table.III, line, column.key).code for column in form.list_columns(Table.III)]
        values = [self._facts[cell].value for cell in cells if cell in self._facts]
        numbers = [value for value in values if value is not None]
        return sum(numbers) if numbers else None

    def count(self, table: Table, line: str, columns: Sequence[str]) -> float:
        """The least that some cells of one line add up to: those that print a number."""
        cells = [self._facts.get(form.find_cell(table, line, column).code) for column in columns]
        return sum(cell.value for cell in cells if cell is not None and cell.value is not None)

    def find_fault(self, cells: Collection[int]) -> Fault:
        """The publisher's where two readings agree on the figures of the tables, else the reader's may be."""
        return Fault.PUBLISHER if cells and all(cell in self.agreed for cell in cells) else Fault.READER


def check_prose(narrative: Sequence[Section], stating: Stating) -> Iterator[Finding]:
    """Findings on what prose states."""
    sentences = split_sentences(section for section in narrative if section.number in _SECTIONS)
    statements = [statement for sentence in sentences for statement in list_statements(sentence, stating.speaker)]
    yield from _check_counts(statements, stating)
    yield from _check_outcomes(statements)
    yield from _check_all_answered(sentences, stating)
    yield from _check_all_upheld(sentences, stating)
    yield from _check_fees(sentences)


def split_sentences(narrative: Iterable[Section]) -> list[str]:
    """The sentences of some sections, folded."""
    lines = (line for section in narrative for line in section.text.split("\n"))
    return [sentence for line in lines for sentence in _SENTENCE_END.split(fold(line)) if sentence]


def list_statements(sentence: str, speaker: Speaker) -> Iterator[Statement]:
    """What a sentence states of all requests of the year to this organ. Where the words of two quantities overlap, the
    first of ``list_quantities`` has them."""
    taken: list[tuple[int, int]] = []
    for quantity in stated.list_quantities() if stated.ANY_NUMBER.search(sentence) else ():
        for match in quantity.pattern.finditer(sentence):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            taken.append(match.span())
            if _is_of_requests(sentence, match, quantity) and not is_of_another(sentence, match, speaker):
                yield Statement(quantity, int(match["number"].replace(",", "")), match[0])


_NAMELESS = frozenset({"answered", "carried_over", "carried_forward"})
"""Quantities whose words name no request: much else is answered and carried on."""


def _is_of_requests(sentence: str, match: re.Match[str], quantity: Quantity) -> bool:
    """Whether a number is of requests for information: nothing else is named since they last were."""
    said = sentence[: match.end()]
    since = said.rpartition("申请")[2]
    return not stated.OTHER_THINGS.search(since) and (quantity.key not in _NAMELESS or "申请" in sentence)


def is_of_another(sentence: str, match: re.Match[str], speaker: Speaker) -> bool:
    """Whether the words before a number make it that of another time, of a part, or of somebody else."""
    organ, year, scope = speaker
    before = sentence[: match.start()]
    years = stated.YEAR.findall(before)
    if years and year is not None and int(years[-1]) != year:
        return True
    clause = re.split("[,，:：(（]", before)[-1] + match[0]
    is_of_one = scope in (Scope.OWN_OFFICE, Scope.ONE_ORGAN)
    if stated.OTHER_TIMES.search(clause) or (is_of_one and stated.WHOLE_AREA.search(clause)):
        return True
    for name in filter(None, (organ.name, organ.body)):
        clause = clause.replace(name, "")
    mine = stated.OURSELVES.sub("", clause)
    if organ.kind is not Kind.GOVERNMENT:
        mine = stated.BODY.sub("", mine, count=1)
    return stated.PARTS.search(mine) is not None


def _check_counts(statements: Iterable[Statement], stating: Stating) -> Iterator[Finding]:
    seen = set()
    for statement in statements:
        key = (statement.quantity.key, statement.value)
        rule = _find_broken(statement, stating)
        if rule is None or key in seen:
            continue
        seen.add(key)
        lines = statement.quantity.sums[0]
        cells = tuple(code for line in lines for code in stating.list_total_cells(line))
        fault = stating.find_fault(cells)
        operands = {
            "quote": statement.quote,
            "table": str(statement.quantity.table),
            "stated": float(statement.value),
            "printed": stating.sum_lines(lines),
            "fault": str(fault),
        }
        yield Finding(rule.key, rule.severity, operands, cells, fault=fault)


def _find_broken(statement: Statement, stating: Stating) -> Rule | None:
    sums = [stating.sum_lines(lines) for lines in statement.quantity.sums]
    key = find_rule_of_statement(statement.value, sums, is_at_most=statement.quantity.is_at_most)
    is_of_requests = statement.quantity.key in ("new", "accepted")
    if key == "prose_differs" and is_of_requests and not any(sums):
        key = "zero_report_with_requests"
    return find_rule(key) if key else None


def _check_outcomes(statements: Sequence[Statement]) -> Iterator[Finding]:
    """Outcomes that prose states beside each other, where it states all of them and each but once."""
    values: dict[str, set[int]] = {}
    for statement in statements:
        values.setdefault(statement.quantity.key, set()).add(statement.value)
    answered = values.get("answered") or values.get("replied") or set()
    if len(answered) != 1:
        return
    for keys in stated.OUTCOME_SETS:
        parts = [values.get(key, set()) for key in keys]
        if all(len(part) == 1 for part in parts):
            total, (stated_total,) = sum(min(part) for part in parts), answered
            if total != stated_total:
                rule = find_rule("prose_outcomes_differ")
                operands = {"total": float(total), "stated": float(stated_total), "fault": str(rule.fault)}
                yield Finding(rule.key, rule.severity, operands, fault=rule.fault)
            return


def _check_all_answered(sentences: Iterable[str], stating: Stating) -> Iterator[Finding]:
    forward = stating.sum_lines(["carried_forward"])
    rule = find_rule("all_answered_but_carried")
    for sentence in sentences if forward else ():
        match = stated.ALL_ANSWERED.search(sentence) if stated.ABOUT_REQUESTS.search(sentence) else None
        if match and not is_of_another(sentence, match, stating.speaker):
            cells = stating.list_total_cells("carried_forward")
            fault = stating.find_fault(cells)
            operands = {"quote": match[0], "printed": forward, "fault": str(fault)}
            yield Finding(rule.key, rule.severity, operands, cells, fault=fault)
            return


_NOT_UPHELD = tuple(key for key in form.list_results() if key != "upheld")


def _check_all_upheld(sentences: Iterable[str], stating: Stating) -> Iterator[Finding]:
    rule = find_rule("all_upheld_but_not")
    match = next(filter(None, map(stated.ALL_UPHELD.search, sentences)), None)
    if match is None:
        return
    counts = {line.key: stating.count(Table.IV, line.key, _NOT_UPHELD) for line in form.list_lines(Table.IV)}
    others = {line: count for line, count in counts.items() if count}
    if others:
        cells = tuple(form.find_cell(Table.IV, line, column).code for line in others for column in _NOT_UPHELD)
        fault = stating.find_fault(cells)
        operands = {"quote": match[0], "printed": int(sum(others.values())), "fault": str(fault)}
        yield Finding(rule.key, rule.severity, operands, cells, fault=fault)


def _check_fees(sentences: Iterable[str]) -> Iterator[Finding]:
    amounts = set()
    for sentence in filter(stated.NAMES_FEE.search, sentences):
        for match in stated.FEE.finditer(sentence):
            amounts.add(float(match["number"].replace(",", "")) * (10_000 if match["unit"] == "万元" else 1))
        if stated.NO_FEE.search(sentence):
            amounts.add(0.0)
    if len(amounts) > 1:
        rule = find_rule("fee_stated_twice")
        operands = {"amounts": [f"{amount:,.10g}" for amount in sorted(amounts)], "fault": str(rule.fault)}
        yield Finding(rule.key, rule.severity, operands, fault=rule.fault)
