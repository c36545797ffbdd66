"""Lines of table III by names that do not suffice: known by where they stand.

A short name is a line's where it stands behind the line above it, a total the table's own or that of a group by the
rows about it, and 其他 the last line of the last group unless its number and its group say that it is an extra row.
"""

from __future__ import annotations

from collections.abc import Sequence

from analytics.documents.model import Cell
from analytics.reports.labels import Match, Way, fold, strip_label
from analytics.reports.numbers import is_figure
from analytics.reports.rows.stream import Row
from analytics.vocabulary import form
from analytics.vocabulary.phrases import SUBTOTAL, TOTAL
from analytics.vocabulary.terms import Table

_ANSWERED, _LAST_OUTCOMES = "answered", ("other_2019", "other_other", "other")
"""The line of table III that adds up the outcomes, and those right before it."""
_ANSWERED_LABEL = strip_label(form.find_line(Table.III, _ANSWERED).label)
_ORDER = [line.key for line in form.list_lines(Table.III) if line.key != "other"]
_FIRST = _ORDER[0]


def is_next_line(key: str, text: str, *, above: str | None, has_total: bool) -> bool:
    """Whether the line that a short name stands for comes behind the one above it, by their keys. A total may be that
    of a group: it is the table's by its number, or behind the last group where no other row is called so."""
    if above is None:
        return key == _FIRST
    if key == _ANSWERED and fold(text) == strip_label(text):
        return not has_total and above in _LAST_OUTCOMES
    # The sum of the last group, whose head the form counts last, stands behind its rows.
    return _ORDER.index(key) > _ORDER.index(_OTHER if above == "other" else above)


def is_labelled_as_sum(row: Row) -> bool:
    """Whether a row is labelled as the sum of the outcomes by the form's own label."""
    texts = [cell.text for cell in row.cells if cell.text]
    labelled = [at for at, text in enumerate(texts[:-1]) if strip_label(text) == _ANSWERED_LABEL]
    return any(is_figure(texts[at + 1]) for at in labelled)


def is_sum(text: str) -> bool:
    """Whether a text labels a sum."""
    return fold(text) in (SUBTOTAL, TOTAL)


def group_of_sum(cells: Sequence[Cell], above: str) -> tuple[Match, int] | None:
    """The head of the group whose rows a row of a sum stands below, and the index of its label; ``above`` is the key of
    the line before it."""
    at = next((at for at, cell in enumerate(cells) if is_sum(cell.text)), None)
    parent = form.find_line(Table.III, above).parent
    if at is None or parent in (None, _OUTCOMES) or any(cell.text for cell in cells[:at]):
        return None
    return Match((parent,), Way.EXACT, cells[at].text), at


def is_other_elsewhere(match: Match, text: str, above: str | None) -> bool:
    """Whether a row called 其他 is one of another group than the last: the groups before it have none on the form."""
    if match.keys != (_OTHER,) or above is None or strip_label(text) == fold(text):
        return False
    is_numbered_so = strip_label(text) == _OTHER_LABEL and fold(text) != fold(form.find_line(Table.III, _OTHER).label)
    return is_numbered_so and form.find_line(Table.III, above).parent in _GROUPS_BEFORE


_OUTCOMES, _OTHER = "outcomes", "other_other"
_OTHER_LABEL = strip_label(form.find_line(Table.III, _OTHER).label)
_GROUPS_BEFORE = ("refused", "unable", "not_processed")
