"""Measures of table IV: reconsideration and the two ways to court, by result."""

from __future__ import annotations

from collections.abc import Iterator

from analytics.vocabulary import form
from analytics.vocabulary.measures.model import Measure, Unit
from analytics.vocabulary.terms import Table


def list_remedies() -> Iterator[Measure]:
    """Every cell of the table; a block's total is printed, never summed here."""
    for block in form.list_lines(Table.IV):
        for column in form.list_columns(Table.IV):
            yield Measure(
                key=f"{block.key}_{column.key}",
                label=f"{block.label}·{column.label}",
                english=f"{block.english}: {column.english.lower()}",
                group="remedies",
                unit=Unit.CASES,
                cells={
                    **form.map_continued_cells(Table.IV, block.key, column.key),
                    **(earlier := form.map_earlier_cells(f"{block.key}.{column.key}")),
                },
                notes=("law_2024", "never_sum", *(("old_regulation",) if earlier else ())),
            )
    yield from _list_litigation()


def _list_litigation() -> Iterator[Measure]:
    """Both kinds of suit together, by the results that the table before 2019 prints as well."""
    suits = [block for block in form.list_lines(Table.IV) if block.parent]
    for column in form.list_columns(Table.IV):
        earlier = form.map_earlier_cells(f"{suits[0].parent}.{column.key}")
        if earlier:
            cells = {
                edition: tuple(form.find_cell(Table.IV, block.key, column.key).code for block in suits)
                for edition in form.list_editions(Table.IV)
            }
            yield Measure(
                key=f"{suits[0].parent}_{column.key}",
                label=f"行政诉讼·{column.label}",
                english=f"Administrative litigation: {column.english.lower()}",
                group="remedies",
                unit=Unit.CASES,
                cells={**cells, **earlier},
                notes=("law_2024", "never_sum", "old_regulation"),
                formula=" + ".join(block.label for block in suits),
                formula_english=" + ".join(block.english.lower() for block in suits),
            )
