"""Measures of table IV: reconsideration and the two ways to court, by result."""

from __future__ import annotations

from collections.abc import Iterator

from analytics.vocabulary import form
from analytics.vocabulary.measures.model import Measure, Unit
from analytics.vocabulary.terms import Edition, Table


def remedies() -> Iterator[Measure]:
    """Every cell of the table; a block's total is printed, never summed here."""
    for block in form.lines(Table.IV):
        for column in form.columns(Table.IV):
            code = (form.cell(Table.IV, block.key, column.key).code,)
            yield Measure(
                f"{block.key}_{column.key}",
                f"{block.label}·{column.label}",
                f"{block.english}: {column.english.lower()}",
                "remedies",
                Unit.COUNT,
                {Edition.E2019: code, Edition.E2021: code},
                ("law_2024", "never_sum"),
            )
