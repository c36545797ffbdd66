"""What the prose of a report before 2019 states beside its statistics table: each whole line once, or not at all.

A number is held against the table only where nothing in its sentence could make it another's: no other time, organ or
part. What may be, and what the table does not give for certain, is said not to be assessed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from analytics.reports.checks.prose import Speaker, is_of_another, split_sentences
from analytics.reports.model import Fact, Finding, Section
from analytics.vocabulary import form, stated
from analytics.vocabulary.form import Edition
from analytics.vocabulary.prose.periods import WITHIN_YEAR
from analytics.vocabulary.rules import find_rule
from analytics.vocabulary.stated_before_2019 import OF_WHOLE_YEAR, StatedLine, list_stated_lines
from analytics.vocabulary.terms import HAS_VALUE, Fault, Scope, Severity, Table

_TABLE = Table.STATISTICS
_CLAUSE = re.compile("[,，:：(（]")
_WITHIN_YEAR = re.compile(WITHIN_YEAR)


class _Statement(NamedTuple):
    """A number that prose states of a line. ``is_open``: its words may mean another's; ``is_wide``: they name a whole
    area, and nothing else says that the table is of one."""

    value: float
    quote: str
    is_at_most: bool
    is_open: bool
    is_wide: bool


def check_prose_before_2019(
    narrative: Sequence[Section], facts: Iterable[Fact], edition: Edition, speaker: Speaker, agreed: Collection[int]
) -> Iterator[Finding]:
    """A finding for each line that prose states: that the table says otherwise, the same, or that it cannot be told.
    ``agreed`` are the cells of which two readings say the same."""
    by_cell = {fact.cell: fact for fact in facts}
    for key, statements in _gather_statements(split_sentences(narrative), edition, speaker).items():
        code = form.find_cell(_TABLE, key, "year").code
        yield from _compare(statements, by_cell.get(code), code, Fault.PUBLISHER if code in agreed else Fault.READER)


def _gather_statements(
    sentences: Iterable[str], edition: Edition, speaker: Speaker
) -> Mapping[str, Sequence[_Statement]]:
    """Statements by the key of the line that they are of, in the order of the prose."""
    found: dict[str, list[_Statement]] = {}
    for sentence in filter(stated.ANY_NUMBER.search, sentences):
        taken: list[tuple[int, int]] = []
        for line in list_stated_lines(edition):
            for match in line.pattern.finditer(sentence):
                if any(start < match.end() and match.start() < end for start, end in taken):
                    continue
                taken.append(match.span())
                if _is_of_line(sentence, match, line) and not is_of_another(sentence, match, speaker):
                    found.setdefault(line.key, []).append(
                        _Statement(
                            value=float(match["number"].replace(",", "")),
                            quote=match[0],
                            is_at_most=line.is_at_most,
                            is_open=_may_be_of_another(sentence[: match.start()], line, speaker),
                            is_wide=bool(stated.WHOLE_AREA.search(sentence)) and speaker.scope is not Scope.WHOLE_AREA,
                        )
                    )
    return found


def _is_of_line(sentence: str, match: re.Match[str], line: StatedLine) -> bool:
    """Whether a number is of the whole line at the report's own time: behind 其中 follow parts, behind 累计 and 同期
    figures of other times, and where requests are counted nothing else is named since they last were."""
    before = sentence[: match.start()]
    if stated.AMONG.search(before) or stated.OTHER_TIMES.search(before):
        return False
    through_number = sentence[: match.end()]
    since = through_number.rpartition("申请")[2]
    return not line.is_of_requests or ("申请" in through_number and not stated.OTHER_THINGS.search(since))


def _may_be_of_another(before: str, line: StatedLine, speaker: Speaker) -> bool:
    """Whether the words before a number leave open whose it is: those of its clause say more than a year and who
    speaks, those of the sentence name a part, or what is published may be that of a field or of a month."""
    if not line.is_of_requests and not _WITHIN_YEAR.search(before):
        return True
    for name in filter(None, (speaker.organ.name, speaker.organ.body)):
        before = before.replace(name, "")
    before = stated.WHOLE_AREA.sub("", stated.OURSELVES.sub("", before))
    return bool(OF_WHOLE_YEAR.sub("", _CLAUSE.split(before)[-1])) or stated.PARTS.search(before) is not None


def _compare(statements: Sequence[_Statement], fact: Fact | None, code: int, fault: Fault) -> Iterator[Finding]:
    known = fact.value if fact is not None and fact.status in HAS_VALUE and fact.is_certain else None
    same = next((statement for statement in statements if statement.value == known and not statement.is_open), None)
    sure = [statement for statement in statements if not statement.is_open and not statement.is_wide]
    if same is not None:
        yield _describe("prose_agrees", same, known, code)
    elif known is not None and len({statement.value for statement in statements}) == 1 and sure:
        if not sure[0].is_at_most or sure[0].value > known:
            rule = find_rule("prose_differs")
            yield _describe(rule.key, sure[0], known, code, severity=rule.severity, fault=fault)
    else:
        yield _describe("prose_not_assessed", statements[0], known, code)


def _describe(
    key: str,
    statement: _Statement,
    printed: float | None,
    code: int,
    *,
    severity: Severity = Severity.NOTE,
    fault: Fault | None = None,
) -> Finding:
    operands: dict[str, object] = {
        "quote": statement.quote, "table": str(_TABLE), "stated": statement.value, "printed": printed,
        "line": form.map_cells_by_code()[code].line.label,
    }  # fmt: skip
    if fault is not None:
        operands["fault"] = str(fault)
    return Finding(key, severity, operands, (code,), fault=fault)
