"""Facts of one report → verdicts and findings. Never raises, never repairs: a wrong sum stays wrong, and is said to be
the publisher's only where two readings agree on it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from analytics.reports.model import Fact, Finding, Organ
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.identities import Cells, Identity, Judgement, judge, list_identities
from analytics.vocabulary.rules import find_rule
from analytics.vocabulary.terms import AS_ZERO, FAILING, Fault, Kind, Level, Severity, Status, Table, Verdict

_WITH_BLANKS = {Verdict.FAILS_BLANKS_AS_ZERO: Severity.WARNING, Verdict.HOLDS_BLANKS_AS_ZERO: Severity.NOTE}
"""What only blanks counted as zero say weighs less than the rule itself."""
_TOLD = frozenset({Verdict.FAILS, *_WITH_BLANKS})


def judge_identities(
    facts: Iterable[Fact], editions: Mapping[Table, Edition | None]
) -> Iterator[tuple[Identity, Judgement]]:
    """Every identity of the tables the report reaches, judged."""
    cells = Cells({fact.cell: (fact.status, fact.value) for fact in facts if fact.cell is not None})
    for table in editions:
        if table in _JUDGED:
            for identity in list_identities(table, editions[table]):
                yield identity, judge(identity, cells)


def measure_balance(facts: Iterable[Fact], table: Table) -> int:
    """How many rows add up to a total that is not zero, less those that do not: figures in columns that are not theirs
    do not add up."""
    judged = judge_identities(facts, {table: None})
    rows = [
        judgement for identity, judgement in judged if identity.rule in _OVER_COLUMNS and judgement.left is not None
    ]
    return sum((1 if row.left else 0) if row.left == row.right else -1 for row in rows)


_JUDGED = frozenset(owned.table for owned in form.list_tables() if list_identities(owned.table, owned.edition))
"""The tables of the form that have sums."""
_OVER_COLUMNS = frozenset(owned.total_rule for owned in form.list_tables() if owned.total_rule)


def check_sums(
    facts: tuple[Fact, ...], editions: Mapping[Table, Edition | None], *, agreed: Collection[int] = frozenset()
) -> Iterator[Finding]:
    """Identities that fail, or that hold only with blanks as zero. ``agreed`` are the cells of which two independent
    readings say the same."""
    blank = frozenset(fact.cell for fact in facts if fact.cell is not None and fact.status in AS_ZERO)
    judged = list(judge_identities(facts, editions))
    agreed = frozenset() if _is_mostly_failing(judgement for _, judgement in judged) else agreed
    found = [
        _make_finding(identity, judgement, blank, agreed)
        for identity, judgement in judged
        if judgement.verdict in _TOLD
    ]
    yield from _gather_findings(found)


def _is_mostly_failing(judged: Iterable[Judgement]) -> bool:
    """Whether most sums fail that could be told: figures stand in columns that are not theirs. No publisher adds up so
    badly, and two readings that take the same column for another agree on that as well."""
    assessed = [judgement.verdict in FAILING for judgement in judged if judgement.left or judgement.right]
    return len(assessed) >= _MANY and sum(assessed) > len(assessed) / 2


_MANY = 6
"""Sums: the three of table IV alone say little."""


def _make_finding(identity: Identity, judgement: Judgement, blank: frozenset[int], agreed: Collection[int]) -> Finding:
    """Operands: the sums, how many of the members are blank, and whether a whole side is."""
    operands: dict[str, object] = {"where": identity.where, "left": judgement.left, "right": judgement.right}
    operands["blanks"] = len(identity.members & blank)
    operands["is_left_blank"] = blank.issuperset(identity.left)
    operands["is_right_blank"] = blank.issuperset(identity.right)
    codes = (*identity.left, *identity.right)
    fault = None
    if judgement.verdict in FAILING:
        fault = Fault.PUBLISHER if all(code in agreed for code in codes) else Fault.READER
        operands["fault"] = str(fault)
    severity = _WITH_BLANKS.get(judgement.verdict, find_rule(identity.rule).severity)
    return Finding(
        rule=identity.rule, severity=severity, operands=operands, cells=codes, verdict=judgement.verdict, fault=fault
    )


def _gather_findings(found: list[Finding]) -> Iterator[Finding]:
    """Identities that hold with blanks as zero are one note a rule: a form filled sparsely has dozens."""
    notes: dict[str, list[Finding]] = {}
    for finding in found:
        if finding.verdict is Verdict.HOLDS_BLANKS_AS_ZERO:
            notes.setdefault(finding.rule, []).append(finding)
        else:
            yield finding
    for key, ones in notes.items():
        operands = {"count": len(ones), "where": [note.operands["where"] for note in ones]}
        codes = tuple(dict.fromkeys(code for note in ones for code in note.cells))
        yield Finding(
            rule=f"{key}_blanks",
            severity=Severity.NOTE,
            operands=operands,
            cells=codes,
            verdict=Verdict.HOLDS_BLANKS_AS_ZERO,
        )


def find_rules_without_power(facts: tuple[Fact, ...], organ: Organ, agreed: Collection[int]) -> Iterator[Finding]:
    """Only provinces, 设区的市 and 自治州 make 规章 (立法法); 对外公开总数量 may honestly repost higher rules."""
    if organ.level is None or (organ.level in (Level.PROVINCE, Level.PREFECTURE) and organ.kind is not Kind.DEPARTMENT):
        return
    broken = find_rule("rules_without_power")
    made = broken.cells()
    for fact in facts:
        if fact.cell is not None and fact.cell in made and fact.status is Status.NUMBER:
            fault = Fault.PUBLISHER if fact.cell in agreed else Fault.READER
            operands = {"column": fact.column, "printed": fact.printed, "fault": str(fault)}
            yield Finding(broken.key, broken.severity, operands, (fact.cell,), fault=fault)
