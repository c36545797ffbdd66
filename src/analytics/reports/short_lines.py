"""Lines of table III by short names: known where they stand behind the line above them, a total only as the table's."""

from __future__ import annotations

from analytics.reports.labels import bare, fold
from analytics.reports.numbers import is_figure
from analytics.reports.rows import Row
from analytics.vocabulary import form
from analytics.vocabulary.terms import Table

_ANSWERED, _LAST_OUTCOMES = "answered", ("other_2019", "other_other")
"""The line of table III that adds up the outcomes, and those right before it."""
_ANSWERED_LABEL = bare(form.line(Table.III, _ANSWERED).label)
_ORDER = [line.key for line in form.lines(Table.III)]


def comes_next(key: str, text: str, *, above: str | None, has_total: bool) -> bool:
    """Whether the line that a short name stands for comes behind the one above it, by their keys. A total may be that
    of a group: it is the table's by its number, or behind the last group where no other row is called so."""
    if above is None:
        return key == _ORDER[0]
    if key == _ANSWERED and fold(text) == bare(text):
        return not has_total and above in _LAST_OUTCOMES
    return _ORDER.index(key) > _ORDER.index(above)


def adds_up(row: Row) -> bool:
    """Whether a row is labelled as the sum of the outcomes by the form's own label."""
    texts = [cell.text for cell in row.cells if cell.text]
    labelled = [at for at, text in enumerate(texts[:-1]) if bare(text) == _ANSWERED_LABEL]
    return any(is_figure(texts[at + 1]) for at in labelled)
