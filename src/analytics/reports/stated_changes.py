"""Prose → the changes from the year before that it states of counts of requests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from analytics.reports.checks.prose import Speaker, list_statements
from analytics.reports.labels import fold
from analytics.vocabulary import form, stated
from analytics.vocabulary.terms import Table

_HINT = re.compile(r"同\s*比|[较較比與与]\s*[去上前]")
_JOINED = re.compile(r"[,，(（]?(?:申请|答复)?(?:数量|总量|件数|量)?")


class StatedChange(NamedTuple):
    """A change of the figure ``cell`` that the prose states as ``value``: in ``unit`` (% or 件), falls negative, as
    exactly as ``decimals``."""

    cell: int
    value: float
    change: float
    unit: str
    decimals: int
    quote: str


_LINES = {"new": "new", "accepted": "new", "answered": "answered", "replied": "answered"}


def list_stated_changes(text: str, speaker: Speaker) -> Iterator[StatedChange]:
    """The changes that stand right behind the number they are of."""
    for line in text.split("\n"):
        if _HINT.search(line):
            for sentence in re.split(r"(?<=[。；;])", fold(line)):
                yield from _find_changes(sentence, speaker)


def _find_changes(sentence: str, speaker: Speaker) -> Iterator[StatedChange]:
    for statement in list_statements(sentence, speaker):
        line = _LINES.get(statement.quantity.key)
        rest = sentence[sentence.index(statement.quote) + len(statement.quote) :]
        joined = _JOINED.match(rest)
        match = stated.CHANGED.match(rest, joined.end() if joined else 0)
        if line is None or match is None or match["unit"] not in ("%", "件"):
            continue
        number = match["number"]
        sign = -1 if match["way"] in stated.FALLS else 1
        yield StatedChange(
            form.find_cell(Table.III, line, "total").code,
            float(statement.value),
            sign * float(number),
            match["unit"],
            len(number.partition(".")[2]),
            statement.quote + rest[: match.end()],
        )
