"""Words before figures that are the labels of two lines: the figures are of one of them alone."""

from __future__ import annotations

from functools import lru_cache

from analytics.reports.labels import NUMBERING, PUNCTUATION, fold, index_labels, strip_label
from analytics.vocabulary import form
from analytics.vocabulary.terms import Table


@lru_cache(maxsize=4096)
def names_two_lines(table: Table, text: str, keys: tuple[str, ...]) -> bool:
    """Whether the words before the figures of the line ``keys`` are the labels of another line as well: the figures are
    one of them's alone. A group before its own line is none."""
    words = text.split(" ")
    plain, numbered = index_labels(table, "line")
    start = 0
    while start < len(words):
        behind = len(words)
        while behind > start:
            run = " ".join(words[start:behind])
            found = numbered.get(PUNCTUATION.sub("", fold(run))) or plain.get(strip_label(run))
            if found and (len(strip_label(run)) >= _LONG or NUMBERING.match(fold(run))):
                break
            behind -= 1
        if behind > start and found and _are_apart(table, found, keys):
            return True
        start = max(behind, start + 1)
    return False


_LONG = 4
"""Characters of a label without a number that is no part of another's by chance."""


def _are_apart(table: Table, keys: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether a label is that of a line with figures of its own, and of none of the others nor their groups."""
    groups: set[str] = set(others)
    for other in others:
        while other := form.find_line(table, other).parent:
            groups.add(other)
    return not groups & set(keys) and not all(form.find_line(table, key).is_head for key in keys)
