"""The rule book: every rule that reports are held against, declared once. Checks, sentences, the Methods page and
``docs/form.md`` come from it."""

from __future__ import annotations

from functools import cache

from analytics.vocabulary.rules import across, organs, prose, series, within
from analytics.vocabulary.rules.model import Basis, Case, Cases, Rule, Text, Tie

RULES: tuple[Rule, ...] = (*within.RULES, *prose.RULES, *across.RULES, *series.RULES, *organs.RULES)


@cache
def _map_by_key() -> dict[str, Rule]:
    return {rule.key: rule for rule in RULES}


def find_rule(key: str) -> Rule:
    """A rule by key; KeyError for one that is not declared."""
    return _map_by_key()[key]


__all__ = ["RULES", "Basis", "Case", "Cases", "Rule", "Text", "Tie", "find_rule"]
