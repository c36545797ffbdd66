"""The smallest change with which all sums of a report hold, told where it is the only one.

An operation that touches a sum no other operation of the change touches alters its figure by just what that sum fails
by; of up to three operations there is always such a one. So the search changes a figure of a failing sum by that sum's
own difference, where a slip of the pen can have made it, and goes on with what still fails.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from analytics.audit.hints.balance import Balance, Residuals, weigh_report
from analytics.audit.hints.equations import list_equations, list_ties, measure_residual
from analytics.audit.hints.model import Changes, Hint, Printed, Reading
from analytics.audit.hints.moves import list_moves
from analytics.audit.hints.slips import is_slip

MOST_OPERATIONS = 3
_MOST_ANSWERS = 50
_MOST_STEPS = 20_000
"""A report in which as much is tried without an end has no single answer worth telling."""


def find_hint(printed: Printed, *, before: Printed | None = None, after: Printed | None = None) -> Hint | None:
    """The hint of a report: None where its own sums hold, where no change of up to three operations mends them all, or
    where several do. ``before`` and ``after`` are the same organ's reports of the years beside it."""
    if any(value != int(value) for value in printed.figures.values()):
        return None
    within = list_equations(printed)
    if not any(measure_residual(equation, printed.figures) for equation in within):
        return None
    balance = weigh_report(printed, within, list_ties(printed, before, after))
    answers = _choose_by_wishes(balance, _find_answers(balance))
    return _make_hint(balance, dict(answers[0])) if len(answers) == 1 else None


Answer = frozenset[tuple[int, int]]
"""(code, by how much it changes)."""


def _find_answers(balance: Balance) -> list[Answer]:
    """All changes of the fewest operations; none where there are too many to be worth telling."""
    moves = [(changes, balance.add(balance.failing, changes)) for changes in list_moves(balance)]
    for operations in range(1, MOST_OPERATIONS + 1):
        search = _Search(balance)
        found = dict.fromkeys(search.find(balance.failing, {}, operations))
        for changes, left in moves:
            found.update(dict.fromkeys(search.find(left, changes, operations - 1)))
            if len(found) > _MOST_ANSWERS:
                break
        if search.steps > _MOST_STEPS or len(found) > _MOST_ANSWERS:
            return []
        if found:
            return list(found)
    return []


class _Search:
    """A search by changes of single figures; each set of changes is looked at once."""

    def __init__(self, balance: Balance) -> None:
        self.balance = balance
        self.steps = 0
        self._seen: set[Answer] = set()

    def find(self, residuals: Residuals, changes: Changes, operations: int) -> Iterator[Answer]:
        """Complete ``changes`` by that many operations at most."""
        if not residuals:
            yield frozenset(changes.items())
            return
        if not operations or self.balance.count_places(residuals) > operations:
            return
        for code, by in self._list_slips(residuals, changes):
            more = {**changes, code: by}
            key = frozenset(more.items())
            self.steps += 1
            if self.steps > _MOST_STEPS:
                return
            if key not in self._seen:
                self._seen.add(key)
                yield from self.find(self.balance.add(residuals, {code: by}), more, operations - 1)

    def _list_slips(self, residuals: Residuals, changes: Changes) -> Iterator[tuple[int, int]]:
        for index, residual in residuals.items():
            for code, sign in self.balance.required[index].terms:
                printed = self.balance.read_cell(code)
                by = -residual * sign
                if code not in changes and is_slip(printed, (printed or 0) + by):
                    yield code, by


def _choose_by_wishes(balance: Balance, answers: list[Answer]) -> list[Answer]:
    """Those answers that fulfil most of what reports and prose say beside."""
    if len(answers) < 2 or not balance.wishes:
        return answers
    fulfilled = [_count_fulfilled(balance, dict(answer)) for answer in answers]
    return [answer for answer, count in zip(answers, fulfilled, strict=True) if count == max(fulfilled)]


def _count_fulfilled(balance: Balance, changes: Mapping[int, int]) -> int:
    figures = _read_after(balance, changes)
    return sum(not measure_residual(wish, figures) for wish in balance.wishes)


def _read_after(balance: Balance, changes: Mapping[int, int]) -> dict[int, float]:
    figures = dict(balance.printed.figures)
    for code, by in changes.items():
        figures[code] = figures.get(code, 0) + by
    return figures


def _make_hint(balance: Balance, changes: Mapping[int, int]) -> Hint:
    figures = _read_after(balance, changes)
    readings = tuple(Reading(code, balance.read_cell(code), int(figures[code])) for code in sorted(changes))
    return Hint(readings, len(balance.failing) + _count_fulfilled(balance, changes))
