"""Lines of table III by names that do not suffice: known by where they stand.

A short name is a line's where it stands behind the line above it, a total the table's own or that of a group by the
rows about it, and 其他 the line of its group unless its number and its group say that it is an extra row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from analytics.documents.model import Cell
from analytics.reports.labels import Match, Way, fold, match_column, strip_label
from analytics.reports.numbers import is_figure
from analytics.reports.rows.stream import Row
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition, Under
from analytics.vocabulary.phrases import SUBTOTAL, TOTAL
from analytics.vocabulary.terms import Table

_EDITIONS = form.list_editions(Table.III)
_OUTCOMES = tuple(map(form.find_outcomes, _EDITIONS))
_ANSWERED = {group.total for group in _OUTCOMES}
"""The line of table III that adds up the outcomes."""
_ANSWERED_LABELS = {strip_label(form.find_line(Table.III, key).label) for key in _ANSWERED}


def is_next_line(key: str, text: str, *, above: str | None, has_total: bool) -> bool:
    """Whether the line that a short name stands for comes behind the one above it, by their keys, in an edition. A
    total may be that of a group: it is the table's by its number, or behind the last group where no other row is called
    so."""
    if above is None:
        return any(key == form.list_printed_lines(Table.III, edition)[0].key for edition in _EDITIONS)
    if key in _ANSWERED and fold(text) == strip_label(text):
        return not has_total and above in _list_last_outcomes()
    return any(_is_behind(_map_places(edition), key, above) for edition in _EDITIONS)


def _is_behind(places: dict[str, int], key: str, above: str) -> bool:
    return key in places and above in places and places[key] > places[above]


@cache
def _map_places(edition: Edition) -> dict[str, int]:
    """Key → place among the printed lines of an edition; a line that gives the figures of a group and the head of that
    group share one, since the label does not tell which of them is met."""
    places = {line.key: at for at, line in enumerate(form.list_printed_lines(Table.III, edition))}
    for line in form.list_lines(Table.III):
        for printed, other in ((line.key, line.stands_for), (line.stands_for, line.key)):
            if other and printed in places:
                places.setdefault(other, places[printed])
    return places


@cache
def _list_last_outcomes() -> frozenset[str]:
    """The lines right before the total of the outcomes: the last of the last group, and its head, whose sum some
    reports print behind its rows."""
    keys: set[str] = set()
    for group in _OUTCOMES:
        last = next(entry for entry in reversed(group.below) if entry != group.total)
        keys.update((last.head, form.list_parts(last)[-1]) if isinstance(last, Under) else (last,))
    return frozenset(keys)


def is_labelled_as_sum(row: Row) -> bool:
    """Whether a row is labelled as the sum of the outcomes by the form's own label."""
    texts = [cell.text for cell in row.cells if cell.text]
    labelled = [at for at, text in enumerate(texts[:-1]) if strip_label(text) in _ANSWERED_LABELS]
    return any(is_figure(texts[at + 1]) for at in labelled)


def is_sum(text: str) -> bool:
    """Whether a text labels a sum."""
    return fold(text) in (SUBTOTAL, TOTAL)


def group_of_sum(cells: Sequence[Cell], above: str) -> tuple[Match, int] | None:
    """The head of the group whose rows a row of a sum stands below, and the index of its label; ``above`` is the key of
    the line before it."""
    at = next((at for at, cell in enumerate(cells) if is_sum(cell.text)), None)
    parent = form.find_line(Table.III, above).parent
    is_outermost = parent in {"", *(group.head for group in _OUTCOMES)}
    if at is None or is_outermost or any(cell.text for cell in cells[:at]):
        return None
    return Match((parent,), Way.EXACT, cells[at].text), at


def is_other_elsewhere(match: Match, text: str, above: str | None) -> bool:
    """Whether a row called 其他 is one of another group than its own: the groups before it have none on the form."""
    before = _map_groups_before_other().get(match.keys[0]) if len(match.keys) == 1 else None
    if before is None or above is None or strip_label(text) == fold(text):
        return False
    label = form.find_line(Table.III, match.keys[0]).label
    is_numbered_otherwise = strip_label(text) == strip_label(label) and fold(text) != fold(label)
    return is_numbered_otherwise and form.find_line(Table.III, above).parent in before


@cache
def _map_groups_before_other() -> dict[str, frozenset[str]]:
    """Key of a reason called as a column is (其他) → heads of the groups printed before its own, in any edition."""
    found: dict[str, frozenset[str]] = {}
    for outcomes in _OUTCOMES:
        before: frozenset[str] = frozenset()
        for group in form.list_groups_in(outcomes.below):
            for key in _list_called_as_columns(group):
                found[key] = found.get(key, frozenset()) | before
            before |= {group.head}
    return found


def _list_called_as_columns(group: Under) -> Iterator[str]:
    for key in form.list_parts(group):
        match = match_column(Table.III, strip_label(form.find_line(Table.III, key).label))
        if match is not None and match.way is Way.EXACT:
            yield key
