"""How many of several did what, in words that leave out what none of them did: “of 15 agencies, 12 rose, 3 fell”."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.words import Language, say
from analytics.words.numbers import number


def write_counts(prefix: str, counts: Mapping[str, int], language: Language) -> str:
    """The clause of ``counts``: name → how many, at least one of them above 0.

    ``prefix`` names the module of sentences with a word for each name and for what is counted (``chart``: agencies).
    """
    parts = {name: count for name, count in counts.items() if count}
    if len(parts) > 1:
        each = (
            say(f"{prefix}.part", language, count=number(count, language), what=say(f"{prefix}.{name}", language))
            for name, count in parts.items()
        )
        text = ("，" if language is Language.ZH else ", ").join(each)
        return say(f"{prefix}.parts", language, count=number(sum(parts.values()), language), parts=text)
    ((name, count),) = parts.items()
    key = {1: "alone", 2: "both"}.get(count, "all")
    return say(f"{prefix}.{key}", language, count=number(count, language), what=say(f"{prefix}.{name}", language))


def count_moves(differences: list[float]) -> dict[str, int]:
    """How many rose, fell and stayed."""
    rose, fell = sum(step > 0 for step in differences), sum(step < 0 for step in differences)
    return {"rose": rose, "fell": fell, "same": len(differences) - rose - fell}
