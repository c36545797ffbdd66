"""Measures of table III: where applications end, the heads that group its lines, and who applied."""

from __future__ import annotations

from collections.abc import Iterator

from analytics.vocabulary import form
from analytics.vocabulary.measures.model import Measure, Unit
from analytics.vocabulary.terms import Edition, Table

_E19, _E21 = Edition.E2019, Edition.E2021


def _iii(*lines: str, column: str = "total") -> tuple[int, ...]:
    return tuple(form.cell(Table.III, line, column).code for line in lines)


_OTHERWISE = {_E19: _iii("other_2019"), _E21: _iii("correction_overdue", "fee_unpaid", "other_other")}


def requests() -> Iterator[Measure]:
    """Every line of the form with figures, the sums of its groups, and （六） over both editions."""
    for line in form.lines(Table.III):
        if line.is_head or line.key in ("other_2019",):
            continue
        editions = {edition: _iii(line.key) for edition in Edition if edition in line.editions}
        label = line.label.lstrip("一二四、（）七()0123456789.")
        names = {
            "new": "本年新收申请",
            "carried_over": "上年结转申请",
            "carried_forward": "结转下年度继续办理",
            "answered": "办理结果总计",
            "other_other": "其他处理·其他",
        }
        yield Measure(
            f"requests_{line.key}",
            names.get(line.key, label),
            line.english,
            "requests",
            Unit.COUNT,
            editions,
            ("regulation_2019",),
        )
    for head in (
        one for one in form.lines(Table.III) if one.is_head and one.key in ("refused", "unable", "not_processed")
    ):
        parts = _iii(*(one.key for one in form.lines(Table.III) if one.parent == head.key))
        yield Measure(
            f"requests_{head.key}",
            head.label[3:],
            head.english,
            "requests",
            Unit.COUNT,
            {_E19: parts, _E21: parts},
            ("regulation_2019", "sum_of_lines"),
            formula=f"{head.label[3:]}各项之和",
            formula_english="sum of the lines under this head",
        )
    yield Measure(
        "requests_otherwise",
        "其他处理",
        "Otherwise handled",
        "requests",
        Unit.COUNT,
        _OTHERWISE,
        ("regulation_2019", "sum_of_lines"),
        formula="2019年版为单行；2021年版为三行之和",
        formula_english="one line in the 2019 edition, the sum of three in the 2021 edition",
    )


def applicants() -> Iterator[Measure]:
    """New requests by who applied."""
    for column in form.columns(Table.III):
        if column.key != "total":
            codes = _iii("new", column=column.key)
            yield Measure(
                f"new_{column.key}",
                f"新收申请·{column.label}",
                f"New requests from {column.english.lower()}",
                "applicants",
                Unit.COUNT,
                {_E19: codes, _E21: codes},
                ("regulation_2019",),
            )
