"""Measures of the statistics tables before 2019: every line of each edition, within that edition alone.

What goes on after 2018 is part of the measures of the form; here nothing is joined.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.measures.model import Measure, Unit
from analytics.vocabulary.phrases import BEFORE_STATISTICS_LABEL
from analytics.vocabulary.terms import MeasuredIn, Table

_SUFFIXES = {"year": ("", "", ""), "cumulative": ("_cumulative", "（历年累计）", ", all years so far")}
"""Of key, name and English name, by column; figures of a month are not charted."""
_UNITS = {
    "件": Unit.PIECES, "条": Unit.RECORDS, "篇": Unit.ARTICLES, "次": Unit.TIMES, "个": Unit.PLACES,
    "人": Unit.PERSONS, "人次": Unit.PERSON_TIMES,
}  # fmt: skip
"""By the word that the table prints beside a line."""


def list_statistics(edition: Edition) -> Iterator[Measure]:
    """A measure for each line with figures, and one for its total of all years where the edition prints that."""
    lines = [line for line in form.list_printed_lines(Table.STATISTICS, edition) if not line.is_head]
    recurring = Counter(line.label for line in lines)
    for line in lines:
        label, english = _strip_number(line.label), line.english
        if recurring[line.label] > 1:
            head = form.find_line(Table.STATISTICS, line.parent)
            label, english = (
                f"{_strip_number(head.label)}·{label}",
                f"{head.english}: {english.partition(': ')[2] or english}",
            )
        is_money = line.measured_in in (MeasuredIn.YUAN, MeasuredIn.WAN_YUAN)
        for column in form.list_columns_over(Table.STATISTICS, edition, line.key):
            if column in _SUFFIXES:
                key, name, plain = _SUFFIXES[column]
                yield Measure(
                    key=f"{line.key}{key}",
                    label=f"{label}{name}",
                    english=f"{english}{plain}",
                    group=str(edition),
                    unit=Unit.WAN_YUAN if is_money else _UNITS[line.counted_in],
                    cells={edition: (form.find_cell(Table.STATISTICS, line.key, column).code,)},
                    notes=("old_table", *(("amount_converted",) if is_money else ())),
                )


def _strip_number(label: str) -> str:
    """A label without the number that the form prints before it."""
    return BEFORE_STATISTICS_LABEL.sub("", label.replace("：", ":"))
