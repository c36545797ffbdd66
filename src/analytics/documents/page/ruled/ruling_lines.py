"""Ruling lines of a page → the lines that a reader sees: pieces and double edges of one are one."""

from __future__ import annotations

from collections.abc import Iterable

from analytics.documents.printed import Box

SNAP = 0.35
"""Ruling lines nearer than this share of an em are one line: double rules, edges of neighbouring cells."""


def join_rules(rules: Iterable[Box], snap: float) -> list[Box]:
    """Level rules in their whole length: programs draw a border for each cell, and the pieces of one line touch."""
    lines: list[list[Box]] = []
    for rule in sorted(
        (rule for rule in rules if rule.right - rule.left >= rule.bottom - rule.top), key=measure_height
    ):
        if not lines or measure_height(rule) - measure_height(lines[-1][0]) > snap / 2:
            lines.append([])
        lines[-1].append(rule)
    whole: list[Box] = []
    for line in lines:
        line.sort()
        first = line[0]
        for rule in line[1:]:
            if rule.left > first.right + snap:
                whole.append(first)
                first = rule
            else:
                right, bottom = max(first.right, rule.right), max(first.bottom, rule.bottom)
                first = Box(first.left, min(first.top, rule.top), right, bottom)
        whole.append(first)
    return whole


def measure_height(rule: Box) -> float:
    """Twice how far down a rule is."""
    return rule.top + rule.bottom


def turn_box(box: Box) -> Box:
    """An upright rule as a level one, and the other way round."""
    return Box(box.top, box.left, box.bottom, box.right)
