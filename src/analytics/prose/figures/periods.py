"""A number with its context → the time it speaks of."""

from __future__ import annotations

import re
from typing import NamedTuple

from analytics.prose.figures.contexts import Context
from analytics.vocabulary.prose import periods
from analytics.vocabulary.prose.periods import Period
from analytics.vocabulary.prose.subjects import CHANGED_STOCK, RATES

_COMPARED = re.compile(rf"(?:{periods.COMPARED})[^。;#]{{0,14}}#$")
_TURN = re.compile(periods.TURN)
_TURN_DOWN = re.compile(periods.TURN_DOWN)
_LAST_YEAR = re.compile(periods.LAST_YEAR)
_TOTALLED = re.compile(periods.TOTALLED)
_STANDING = re.compile(periods.STANDING)
_WITHIN_YEAR = re.compile(periods.WITHIN_YEAR)
_OWN_YEAR = re.compile(periods.OWN_YEAR)
_PLANNED = re.compile(periods.PLANNED)
_ATTRIBUTIVE = re.compile(periods.ATTRIBUTIVE)
_COMPARED_YEAR = re.compile(periods.COMPARED_YEAR)
_SAME_TIME = periods.SAME_TIME
_STOCKS = frozenset({"followers", "accounts", "websites"})
"""What stands at a date unless something else is said."""
_CARRIED = frozenset({"requests_carried_over", "requests_carried_forward"})
_CHANGED_STOCK = re.compile(CHANGED_STOCK)


class Dated(NamedTuple):
    """The time of a number; ``is_stated`` where its own words say so."""

    period: Period
    year: int | None
    is_below: bool = False
    is_stated: bool = False

    def settle(self, subject: str | None, context: Context, year: int | None) -> Dated:
        """The same once the subject is known: followers and accounts are those at a date, and what was carried over is
        of the year that received it."""
        if subject in _STOCKS and self.period is Period.THIS_YEAR and not _CHANGED_STOCK.search(context.sentence):
            return Dated(Period.CUMULATIVE, year)
        if subject in _CARRIED and self.period in (Period.LAST_YEAR, Period.OTHER_YEAR, Period.PLANNED):
            return Dated(Period.THIS_YEAR, year)
        return self

    def become_part(self, year: int | None) -> Dated:
        """The same as a part of what has been counted since some beginning, unless its own words say another time."""
        return self if self.is_stated or self.period is not Period.THIS_YEAR else Dated(Period.CUMULATIVE, year)


def find_period(context: Context, year: int | None) -> Dated:
    """The time of a quantity, in a report for ``year``."""
    marked = context.before + "#"
    if _COMPARED.search(marked) and (_TURN.search(marked) or context.token.unit in RATES):
        return Dated(Period.CHANGE, year, _TURN_DOWN.search(marked) is not None, True)
    if _COMPARED.search(marked) and _SAME_TIME not in marked:
        return Dated(Period.LAST_YEAR, _shift(year, -1), is_stated=True)
    if _PLANNED.search(context.sentence):
        return Dated(Period.PLANNED, _shift(year, 1), is_stated=True)
    if _LAST_YEAR.search(context.clause_before):
        return Dated(Period.LAST_YEAR, _shift(year, -1), is_stated=True)
    stated = _find_year(context, year)
    if stated is not None and year is not None and stated != year:
        return Dated(Period.LAST_YEAR if stated == year - 1 else Period.OTHER_YEAR, stated, is_stated=True)
    if _is_cumulative(context):
        return Dated(Period.CUMULATIVE, year, is_stated=True)
    is_stated = _OWN_YEAR.search(context.near) is not None
    return Dated(Period.THIS_YEAR, year if year is not None else stated, is_stated=is_stated)


def _is_cumulative(context: Context) -> bool:
    clause = re.split(r"[;。]", context.sentence)[-1]
    if _STANDING.search(clause):
        return True
    totalled = _TOTALLED.search(context.before)
    return totalled is not None and not _WITHIN_YEAR.search(context.paragraph)


def _find_year(context: Context, report_year: int | None) -> int | None:
    """The last year in the paragraph so far that tells when, if any."""
    for stated, before, behind, is_first in reversed(context.years):
        if _ATTRIBUTIVE.match(behind) or _COMPARED_YEAR.search(before):
            continue
        if is_first or stated == report_year:
            return stated
    return None


def _shift(year: int | None, by: int) -> int | None:
    return None if year is None else year + by
