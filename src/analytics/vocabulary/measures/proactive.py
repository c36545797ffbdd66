"""Measures of table II: decisions, items on the list of powers, rules and normative documents, money."""

from __future__ import annotations

from collections.abc import Iterator

from analytics.vocabulary import form
from analytics.vocabulary.measures.model import Measure, Unit
from analytics.vocabulary.terms import Edition, Table

_E19, _E21 = Edition.E2019, Edition.E2021


def _ii(line: str, column: str) -> int:
    return form.cell(Table.II, line, column).code


def decisions() -> Iterator[Measure]:
    """Decisions made: the one stretch of table II that goes on over the editions."""
    for line, key in (("penalties", "penalty"), ("licensing", "licensing"), ("coercion", "coercion")):
        label = form.line(Table.II, line)
        yield Measure(
            f"{key}_decisions",
            f"{label.label}处理决定数量",
            f"{label.english}: decisions made",
            "decisions",
            Unit.COUNT,
            {_E19: (_ii(line, "decisions_2019"),), _E21: (_ii(line, "decisions"),)},
            ("coverage_unknown",),
        )
    yield Measure(
        "other_service_decisions",
        "其他对外管理服务事项处理决定数量",
        "Other public-facing services: decisions made",
        "decisions",
        Unit.COUNT,
        {_E19: (_ii("other_services", "decisions_2019"),)},
        ("coverage_unknown", "off_form_2021"),
    )


def items() -> Iterator[Measure]:
    """Items on the list of powers, which only the 2019 edition counts: a stock, not decisions."""
    lines = (
        ("penalties", "penalty"),
        ("licensing", "licensing"),
        ("coercion", "coercion"),
        ("other_services", "other_service"),
        ("charges", "charge"),
    )
    for line, key in lines:
        label = form.line(Table.II, line)
        prior, change = _ii(line, "prior_items"), _ii(line, "item_change")
        yield Measure(
            f"{key}_items",
            f"{label.label}项目数量（清单事项）",
            f"{label.english}: items on the list of powers",
            "items",
            Unit.ITEMS,
            {_E19: (prior, change)},
            ("items_not_decisions", "off_form_2021"),
            (),
            (),
            (prior,),
            change,
            "上一年项目数量 + 本年增/减",
            "items in the previous year + change this year",
        )


def documents() -> Iterator[Measure]:
    """Rules and normative documents: other columns in either edition, so that none is joined."""
    for line, key, edition, columns in (
        ("rules", "rules", _E19, ("made", "disclosed", "in_public")),
        ("normative", "normative", _E19, ("made", "disclosed", "in_public")),
        ("rules", "rules", _E21, ("issued", "repealed", "in_force")),
        ("admin_normative", "normative", _E21, ("issued", "repealed", "in_force")),
    ):
        label = form.line(Table.II, line)
        for column in columns:
            named = form.column(Table.II, column)
            yield Measure(
                f"{key}_{column}",
                f"{label.label}{named.label}",
                f"{label.english}: {named.english.lower()}",
                "documents",
                Unit.COUNT,
                {edition: (_ii(line, column),)},
                ("off_form_2021" if edition is _E19 else "off_form_2019",),
            )


def money() -> Iterator[Measure]:
    """Charges and procurement."""
    yield Measure(
        "charges_collected",
        "行政事业性收费金额",
        "Administrative charges collected",
        "money",
        Unit.WAN_YUAN,
        {_E21: (_ii("charges", "charged"),)},
        ("charges_meaning", "off_form_2019"),
    )
    yield Measure(
        "procurement_projects",
        "政府集中采购项目数量",
        "Centralised procurement: projects",
        "money",
        Unit.COUNT,
        {_E19: (_ii("procurement", "projects"),)},
        ("off_form_2021",),
    )
    yield Measure(
        "procurement_amount",
        "政府集中采购总金额",
        "Centralised procurement: amount",
        "money",
        Unit.WAN_YUAN,
        {_E19: (_ii("procurement", "amount"),)},
        ("amount_converted", "off_form_2021"),
    )
