"""The rule book: every rule that reports are held against, declared once. Checks, sentences, the Methods page and
``docs/form.md`` come from it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from analytics.vocabulary.rules import across, organs, prose, series, within
from analytics.vocabulary.rules.model import Basis, Case, Cases, Rule, Text, Tie
from analytics.vocabulary.rules.whys import Why, find_why

BLANKS = "_blanks"
"""Behind the key of a rule: it holds, with blanks counted as zero."""
RULES: tuple[Rule, ...] = (*within.RULES, *prose.RULES, *across.RULES, *series.RULES, *organs.RULES)


@cache
def _map_by_key() -> dict[str, Rule]:
    return {rule.key: rule for rule in RULES}


def has_rule(key: str) -> bool:
    """Whether a finding is of a declared rule, or says that one holds with blanks as zero."""
    return key.removesuffix(BLANKS) in _map_by_key()


def explain_fault(key: str, operands: Mapping[str, object]) -> Why | None:
    """Why a finding says whose the fault may be; None where it says nothing of that."""
    return find_why(_map_by_key().get(key.removesuffix(BLANKS)), operands)


def find_rule(key: str) -> Rule:
    """A rule by key; KeyError for one that is not declared."""
    return _map_by_key()[key]


__all__ = ["RULES", "Basis", "Case", "Cases", "Rule", "Text", "Tie", "Why", "explain_fault", "find_rule", "has_rule"]
