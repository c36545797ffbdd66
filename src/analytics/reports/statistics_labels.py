"""Labels of a statistics table before 2019 → lines of an edition: by what they say, in the order of the edition where
they recur under several heads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import count

from rapidfuzz import fuzz, process

from analytics.reports.labels import CLOSE, bare, fold
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.phrases import BEFORE_STATISTICS_LABEL
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
    order = {line.key: rank for line, rank in zip(form.printed_lines(_TABLE, edition), count(), strict=False)}
    found: dict[int, str] = {}
    last = -1
    for at, label in enumerate(labels):
        keys = [key for key in keys_of(edition, label) if key not in found.values()]
        behind = [key for key in keys if order[key] > last]
        key = behind[0] if behind else keys[0] if len(keys) == 1 else None
        if key is not None and (behind or len(keys_of(edition, label)) == 1):
            found[at] = key
            last = order[key]
    return found


@cache
def keys_of(edition: Edition, label: str) -> tuple[str, ...]:
    """The lines that a label may name, in the order of the edition."""
    index = _labels(edition)
    plain = _plain(label)
    if plain in index:
        return index[plain]
    if len(plain) < _SHORTEST_MISPRINT:
        return ()
    close = process.extract(plain, index.keys(), scorer=fuzz.ratio, score_cutoff=CLOSE, limit=2)
    is_clear = close and (len(close) == 1 or close[0][1] - close[1][1] >= _APART)
    return index[close[0][0]] if is_clear else ()


_SHORTEST_MISPRINT = 6
_APART = 8.0


@cache
def _labels(edition: Edition) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in form.printed_lines(_TABLE, edition):
        for label in dict.fromkeys(map(_plain, (line.label, *line.aliases))):
            found[label] = (*found.get(label, ()), line.key)
    return found


@cache
def _plain(label: str) -> str:
    """A label without numbers before it, 其中 and notes in brackets."""
    text = BEFORE_STATISTICS_LABEL.sub("", fold(label))
    return bare(text.partition("(")[0] or text)
