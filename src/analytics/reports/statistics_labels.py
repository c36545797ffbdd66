"""Labels of a statistics table before 2019 → lines of an edition: by what they say, in the order of the edition where
they recur under several heads."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache

from analytics.reports.labels import bare, fold
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.phrases import BEFORE_STATISTICS_LABEL, STATISTICS_FILLERS
from analytics.vocabulary.terms import Table

_TABLE = Table.STATISTICS
FEWEST_LINES = 4
"""Lines of an edition below a header that make a statistics table of what might be any table."""


def edition_with(labels: Sequence[str]) -> Edition | None:
    """The edition that has most of the labels, the one with the fewest lines of equals; None where it has not half."""
    scores = [
        (len(found_lines(edition, labels)), -len(form.form_cells(_TABLE, edition)), order, edition)
        for order, edition in enumerate(form.editions_of(_TABLE))
    ]
    most, _, _, edition = max(scores)
    return edition if most >= FEWEST_LINES and most * 2 >= len(labels) else None


def found_lines(edition: Edition, labels: Sequence[str]) -> Mapping[int, str]:
    """Index of a label → key of its line. A label that stands under several heads is the next of them in the order of
    the edition; each line is found once."""
    order = {line.key: rank for rank, line in enumerate(form.printed_lines(_TABLE, edition))}
    found: dict[int, str] = {}
    taken: set[str] = set()
    last = -1
    for at, label in enumerate(labels):
        keys = keys_of(edition, label)
        free = [key for key in keys if key not in taken]
        behind = [key for key in free if order[key] > last]
        if behind or len(keys) == len(free) == 1:
            found[at] = behind[0] if behind else free[0]
            taken.add(found[at])
            last = order[found[at]]
    return found


@lru_cache(maxsize=8192)
def keys_of(edition: Edition, label: str) -> tuple[str, ...]:
    """The lines that a label may name, in the order of the edition: by the whole label, without the note in its
    brackets, or without words that say nothing about what is counted. No letter is taken for another: 不 and 未 are as
    short as a misprint."""
    whole, short, skeletons = _labels(edition)
    text = _without_number(label)
    without_note = text.partition("(")[0] or text
    return whole.get(text) or short.get(without_note) or skeletons.get(_skeleton(without_note)) or ()


_Index = Mapping[str, tuple[str, ...]]


@cache
def _labels(edition: Edition) -> tuple[_Index, _Index, _Index]:
    """Lines by whole label, by the label without its brackets and by its skeleton; the latter two only where no other
    label is left alike."""
    whole: dict[str, tuple[str, ...]] = {}
    for line in form.printed_lines(_TABLE, edition):
        for label in dict.fromkeys(map(_without_number, (line.label, *line.aliases))):
            whole[label] = (*whole.get(label, ()), line.key)
    return whole, _by(whole, lambda label: label.partition("(")[0] or label), _by(whole, _skeleton)


def _by(whole: _Index, shorten: Callable[[str], str]) -> _Index:
    lines: dict[str, set[tuple[str, ...]]] = {}
    for label, keys in whole.items():
        lines.setdefault(shorten(label), set()).add(keys)
    return {short: next(iter(keys)) for short, keys in lines.items() if len(keys) == 1}


@lru_cache(maxsize=8192)
def _without_number(label: str) -> str:
    """A label without numbers before it and 其中."""
    return bare(BEFORE_STATISTICS_LABEL.sub("", fold(label)))


@lru_cache(maxsize=8192)
def _skeleton(label: str) -> str:
    """A label without words that drift from year to year and change nothing: 政府信息, 总, 的, 数量."""
    return STATISTICS_FILLERS.sub("", label.partition("(")[0] or label)
