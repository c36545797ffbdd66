"""Every rule that one report is held against by itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from analytics.reports.checks.parts import check_parts
from analytics.reports.checks.prose import Stating, check_prose
from analytics.reports.checks.prose_before_2019 import check_prose_before_2019
from analytics.reports.checks.sums import check_sums, find_rules_without_power
from analytics.reports.model import Fact, Finding, Organ, Section
from analytics.vocabulary.form import Edition
from analytics.vocabulary.terms import Scope, Table


def check(
    facts: tuple[Fact, ...],
    editions: Mapping[Table, Edition | None],
    organ: Organ,
    *,
    agreed: Collection[int] = frozenset(),
    narrative: Sequence[Section] = (),
    year: int | None = None,
    scope: Scope = Scope.UNKNOWN,
    is_torn: bool = False,
) -> tuple[Finding, ...]:
    """Findings: sums that fail or that hold only with blanks as zero, rules made without the power, prose that says
    otherwise than the tables or than itself, parts that are not there.

    ``agreed`` are the cells of which two independent readings say the same; ``is_torn``: a finding says already that
    the document ends before its end.
    """
    stating = Stating(facts, editions, organ, year=year, scope=scope, agreed=agreed)
    return (
        *check_sums(facts, editions, agreed=agreed),
        *find_rules_without_power(facts, organ, agreed),
        *check_prose(narrative, stating),
        *_check_statistics(facts, editions, narrative, stating),
        *check_parts(narrative, is_torn=is_torn, year=year),
    )


def _check_statistics(
    facts: tuple[Fact, ...],
    editions: Mapping[Table, Edition | None],
    narrative: Sequence[Section],
    stating: Stating,
) -> Iterator[Finding]:
    edition = editions.get(Table.STATISTICS)
    if edition is not None:
        yield from check_prose_before_2019(narrative, facts, edition, stating.speaker, stating.agreed)
