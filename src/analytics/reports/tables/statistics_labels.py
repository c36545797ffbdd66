"""Labels of a statistics table before 2019 → lines of an edition: by what they say, in the order of the edition where
they recur under several heads."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache

from analytics.reports.labels import fold, strip_label
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.phrases import BEFORE_STATISTICS_LABEL, NOTE_IN_STATISTICS_LABEL, STATISTICS_FILLERS
from analytics.vocabulary.terms import Table

_TABLE = Table.STATISTICS
FEWEST_LINES = 4
"""Lines of an edition below a header that make a statistics table of what might be any table."""


def find_edition(labels: Sequence[str]) -> Edition | None:
    """The edition that has most of the labels, the one with the fewest lines of equals; None where it has not half."""
    scores = [
        (
            sum(bool(find_keys(edition, label)) for label in labels),
            -len(form.list_form_cells(_TABLE, edition)),
            order,
            edition,
        )
        for order, edition in enumerate(form.list_editions(_TABLE))
    ]
    most, _, _, edition = max(scores)
    return edition if most >= FEWEST_LINES and most * 2 >= len(labels) else None


def is_label(text: str) -> bool:
    """Whether a text is the label of a line in any edition."""
    return any(find_keys(edition, text) for edition in form.list_editions(_TABLE))


def is_label_of_figures(text: str) -> bool:
    """Whether a text is the label of a line that has figures in some edition: what stands beside it answers for them,
    in words too."""
    return any(
        not form.find_line(_TABLE, key).is_head
        for edition in form.list_editions(_TABLE)
        for key in find_keys(edition, text)
    )


def match_lines(edition: Edition, labels: Sequence[str], heads: Sequence[Sequence[str]] = ()) -> Mapping[int, str]:
    """Index of a label → key of its line, each line once. ``heads`` are heads of groups printed beside each label.

    Labels that recur under several heads (其他情形数), and all others of such groups, belong to the group whose head
    was printed last: where none was, nothing says whose they are.
    """
    found: dict[int, str] = {}
    taken: set[str] = set()
    is_below = False  # totals stand below their lines: no head says whose these are
    for at, (label, group) in enumerate(zip(labels, list_groups(edition, labels, heads), strict=True)):
        is_below |= not group and any(find_group(key) for key in find_keys(edition, label))
        groups = ("",) if is_below else ("", group)
        keys = [key for key in find_keys(edition, label) if key not in taken and find_group(key) in groups]
        if len(keys) == 1:
            found[at] = keys[0]
            taken.add(keys[0])
    return found


def list_groups(edition: Edition, labels: Sequence[str], heads: Sequence[Sequence[str]] = ()) -> list[str]:
    """The recurring group of each label: its head was printed last above or beside it; empty before the first."""
    recurring = _find_recurring_groups(edition)
    groups: list[str] = []
    group = ""
    for at, label in enumerate(labels):
        for text in heads[at] if at < len(heads) else ():
            group = next((key for key in find_keys(edition, text) if key in recurring), group)
        groups.append(group)
        group = next((key for key in find_keys(edition, label) if key in recurring), group)
    return groups


@cache
def _find_recurring_groups(edition: Edition) -> frozenset[str]:
    """The heads of groups that have a line of the same label as another group."""
    owned = [group for group in form.find_table(_TABLE, edition).groups() if group.has_figures]
    labels = [{_strip_number(form.find_line(_TABLE, key).label) for key in form.list_parts(group)} for group in owned]
    return frozenset(
        group.head
        for at, group in enumerate(owned)
        if any(labels[at] & other for before, other in enumerate(labels) if before != at)
    )


@cache
def find_group(key: str) -> str:
    """The head of the recurring group that a line is of; empty for other lines."""
    line = form.find_line(_TABLE, key)
    return line.parent if any(line.parent in _find_recurring_groups(edition) for edition in line.editions) else ""


def is_told_apart(edition: Edition, label: str) -> bool:
    """Whether a printed label is that of one line alone, word for word: two readings of the page then mean the same."""
    return len(_index_labels(edition)[0].get(_strip_number(label), ())) == 1


@lru_cache(maxsize=8192)
def find_keys(edition: Edition, label: str) -> tuple[str, ...]:
    """The lines that a label may name, in the order of the edition: by the whole label, without the note in its
    brackets where the form has such a note (含上年结转 is none), or without words that say nothing about what is
    counted. No letter is taken for another: 不 and 未 are as
    short as a misprint."""
    whole, short, skeletons = _index_labels(edition)
    text = _strip_number(label)
    without_note = NOTE_IN_STATISTICS_LABEL.sub("", text) or text
    if "(" in without_note:
        return whole.get(text, ())
    return whole.get(text) or short.get(without_note) or skeletons.get(_strip_fillers(without_note)) or ()


_Index = Mapping[str, tuple[str, ...]]


@cache
def _index_labels(edition: Edition) -> tuple[_Index, _Index, _Index]:
    """Lines by whole label, by the label without its brackets and by its skeleton; the latter two only where no other
    label is left alike."""
    whole: dict[str, tuple[str, ...]] = {}
    for line in form.list_printed_lines(_TABLE, edition):
        for label in dict.fromkeys(map(_strip_number, (line.label, *line.aliases))):
            whole[label] = (*whole.get(label, ()), line.key)
    return whole, _index_by(whole, lambda label: label.partition("(")[0] or label), _index_by(whole, _strip_fillers)


def _index_by(whole: _Index, shorten: Callable[[str], str]) -> _Index:
    lines: dict[str, set[tuple[str, ...]]] = {}
    for label, keys in whole.items():
        lines.setdefault(shorten(label), set()).add(keys)
    return {short: next(iter(keys)) for short, keys in lines.items() if len(keys) == 1}


@lru_cache(maxsize=8192)
def _strip_number(label: str) -> str:
    """A label without numbers before it and 其中."""
    return strip_label(BEFORE_STATISTICS_LABEL.sub("", fold(label)))


@lru_cache(maxsize=8192)
def _strip_fillers(label: str) -> str:
    """A label without words that drift from year to year and change nothing: 政府信息, 总, 的, 数量."""
    return STATISTICS_FILLERS.sub("", label.partition("(")[0] or label)
