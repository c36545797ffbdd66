"""The prose of one report → its figures: number, unit, subject, year, and where each was printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from analytics.prose.figures.contexts import Context, list_contexts
from analytics.prose.figures.periods import find_period
from analytics.prose.figures.subjects import Reading
from analytics.prose.figures.tokens import Token
from analytics.prose.folding import Folded, fold
from analytics.vocabulary.prose.periods import Period
from analytics.vocabulary.prose.quantities import FigureKind


class Figure(NamedTuple):
    """One number as printed at ``start``–``end`` of a section's text, within ``clause_start``–``clause_end``.

    ``subject`` is a key of ``vocabulary.prose.subjects``, None where no declared subject fits: *unassigned*.
    ``is_part`` where a list says that it is a part of what an earlier number counts.
    Numbers that are no quantities have a ``kind`` of their own and neither value nor period.
    """

    start: int
    end: int
    clause_start: int
    clause_end: int
    kind: FigureKind
    value: float | None
    highest: float | None
    unit: str
    is_rounded: bool
    subject: str | None
    is_part: bool
    period: Period | None
    year: int | None


def read_figures(text: str, year: int | None) -> list[Figure]:
    """Every number of a section's text, in order. ``year`` is the report's; figures have no year where it is None and
    the text names none."""
    folded = fold(text)
    return [_place(folded, *assigned) for assigned in _assign(folded.text, year)]


class _Found(NamedTuple):
    subject: str | None
    period: Period | None
    year: int | None
    is_below: bool = False
    is_part: bool = False


_NOTHING = _Found(None, None, None)


def _assign(text: str, year: int | None) -> Iterator[tuple[Token, Context, _Found]]:
    reading = Reading()
    periods: list[Period] = []
    for context in list_contexts(text):
        if context.token.kind is not FigureKind.QUANTITY:
            yield context.token, context, _NOTHING
            continue
        dated = find_period(context, year)
        subject = reading.read(context, is_change=dated.period is Period.CHANGE)
        dated = dated.settle(subject, context, year)
        periods = periods if len(reading.subjects) > 1 else []
        if reading.whole_at is not None and periods[reading.whole_at] is Period.CUMULATIVE:
            dated = dated.become_part(year)
        periods.append(dated.period)
        yield (
            context.token,
            context,
            _Found(subject, dated.period, dated.year, dated.is_below, reading.whole is not None),
        )


def _place(folded: Folded, token: Token, context: Context, found: _Found) -> Figure:
    value = -token.value if found.is_below and token.value else token.value
    return Figure(
        *folded.find_span(token.start, token.end), *folded.find_span(*context.clause), token.kind, value, token.highest,
        token.unit, token.is_rounded, found.subject, found.is_part, found.period, found.year,
    )  # fmt: skip
