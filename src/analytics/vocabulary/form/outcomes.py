"""The outcomes of requests (三、本年度办理结果) as each edition groups them under table III."""

from __future__ import annotations

from analytics.vocabulary.form.model import Edition, Under, list_parts
from analytics.vocabulary.form.tables import find_table
from analytics.vocabulary.terms import Table


def find_outcomes(edition: Edition) -> Under:
    """The group of the outcomes (三、本年度办理结果) as an edition prints it; its ``total`` is the line that adds them
    up. KeyError where the edition has no table III."""
    return next(group for group in find_table(Table.III, edition).groups() if group.total not in ("", group.head))


def list_outcome_heads(edition: Edition) -> tuple[str, ...]:
    """Keys of the outcomes of an edition, groups of reasons by their heads, in printed order; without the total."""
    group = find_outcomes(edition)
    keys = (entry.head if isinstance(entry, Under) else entry for entry in group.below)
    return tuple(key for key in keys if key != group.total)


def list_outcomes(edition: Edition) -> tuple[str, ...]:
    """Keys of the lines with figures that the total of the outcomes adds up in an edition, in printed order."""
    return list_parts(find_outcomes(edition))
