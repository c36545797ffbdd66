"""Figures that a line strikes through → left out, with the line; those that a line only crosses → doubted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from analytics.documents.page.ruled.ruling_lines import SNAP, join_rules
from analytics.documents.printed import Box, Word


def remove_struck(words: Sequence[Word], rules: Sequence[Box], em: float) -> tuple[list[Word], list[Box]]:
    """Words and rules without struck-through figures and the lines through them. A strike ends with its figure; a
    glyph crossed by a longer line is in doubt, as it may belong to the cell above or below."""
    level = join_rules(rules, SNAP * em)
    digits = sorted(
        (word for word in words if word.score is None and word.text.strip("-+.,，．/").isdecimal()),
        key=lambda word: word.box.middle[1],
    )
    heights = [word.box.middle[1] for word in digits]
    strikes: list[Box] = []
    struck: set[Word] = set()
    crossed: set[Word] = set()
    for rule in level:
        middle = (rule.top + rule.bottom) / 2
        near = digits[bisect_left(heights, middle - em) : bisect_left(heights, middle + em)]
        through = [word for word in near if _is_crossed(word, rule, middle)]
        if not through:
            continue
        left, right = min(word.box.left for word in through), max(word.box.right for word in through)
        if rule.left >= left - em * 0.7 and rule.right <= right + em * 0.7:
            strikes.append(rule)
            struck.update(through)
        else:
            crossed.update(through)
    if not strikes and not crossed:
        return list(words), list(rules)
    kept = [word._replace(doubt="glyph_on_rule") if word in crossed else word for word in words if word not in struck]
    return kept, [rule for rule in rules if not any(_is_part(rule, strike) for strike in strikes)]


def _is_crossed(word: Word, rule: Box, middle: float) -> bool:
    box = word.box
    height = box.bottom - box.top
    is_over = rule.left <= box.middle[0] <= rule.right
    return is_over and box.top + _CROSSED[0] * height < middle < box.top + _CROSSED[1] * height


_CROSSED = (0.3, 0.72)
"""Shares of a character's place, from above: a line between them goes through its digits, one below underlines them."""


def _is_part(rule: Box, strike: Box) -> bool:
    x, y = rule.middle
    return strike.left <= x <= strike.right and strike.top <= y <= strike.bottom
