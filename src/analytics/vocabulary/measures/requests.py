"""Measures of table III: where applications end, the heads that group its lines, and who applied."""

from __future__ import annotations

from collections.abc import Iterator

from analytics.vocabulary import form
from analytics.vocabulary.measures.model import Measure, Unit
from analytics.vocabulary.measures.prose import find_prose_code
from analytics.vocabulary.phrases import LINE_NUMBER
from analytics.vocabulary.terms import Table

_TOTAL = form.find_total_column(Table.III).key
_NAMES = {
    "new": "本年新收申请",
    "carried_over": "上年结转申请",
    "carried_forward": "结转下年度继续办理",
    "answered": "办理结果总计",
    "other_other": "其他处理·其他",
}
"""Names of lines whose label says nothing away from its table."""
_KEYS = {"other": "requests_otherwise"}
"""Keys that stand in links, where they are not made of the line's own."""


def list_requests() -> Iterator[Measure]:
    """Every line of the form with figures, then the sums of its groups of outcomes."""
    for line in form.list_lines(Table.III):
        if not line.is_head and not line.stands_for:
            yield Measure(
                key=f"requests_{line.key}",
                label=_NAMES.get(line.key, LINE_NUMBER.sub("", line.label)),
                english=line.english,
                group="requests",
                unit=Unit.REQUESTS,
                cells={
                    **form.map_continued_cells(Table.III, line.key, _TOTAL),
                    **(earlier := form.map_earlier_cells(line.key)),
                },
                notes=("regulation_2019", *(("old_regulation",) if earlier else ())),
                prose_cell=find_prose_code(f"requests_{line.key}"),
            )
    for head in (line for line in form.list_lines(Table.III) if line.is_head and line.parent):
        yield _make_group(head)


def _make_group(head: form.Line) -> Measure:
    """The sum of a group's lines; in an edition that does not divide it, the one line that stands for it."""
    label = LINE_NUMBER.sub("", head.label)
    cells = form.map_continued_cells(Table.III, head.key, _TOTAL)
    undivided = [edition for edition in form.list_editions(Table.III) if edition not in head.editions]
    formula, english = f"{label}各项之和", "sum of the lines under this head"
    if undivided:
        formula = f"{'、'.join(undivided)}年版为单行；{'、'.join(sorted(head.editions))}年版为各行之和"
        english = f"one line in the {' and '.join(undivided)} edition, the sum of those under its head in the " + (
            f"{' and '.join(sorted(head.editions))} edition"
        )
    return Measure(
        key=_KEYS.get(head.key, f"requests_{head.key}"),
        label=label,
        english=head.english,
        group="requests",
        unit=Unit.REQUESTS,
        cells=cells,
        notes=("regulation_2019", "sum_of_lines"),
        formula=formula,
        formula_english=english,
    )


def list_applicants() -> Iterator[Measure]:
    """New requests by who applied."""
    for column in form.list_columns(Table.III):
        if not column.is_total:
            yield Measure(
                key=f"new_{column.key}",
                label=f"新收申请·{column.label}",
                english=f"New requests from {column.english.lower()}",
                group="applicants",
                unit=Unit.REQUESTS,
                cells=form.map_continued_cells(Table.III, "new", column.key),
                notes=("regulation_2019",),
            )
