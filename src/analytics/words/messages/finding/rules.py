"""Findings and formulas (``rule``) of the rules that reports are checked against, as the rule book declares them."""

from analytics.vocabulary.rules import RULES

SENTENCES: dict[str, tuple[str, str]] = {key: text for rule in RULES for key, text in rule.list_sentences().items()}
