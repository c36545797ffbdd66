"""Tables beside charts that are no list of figures: differences, coverage, what only prose states."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from analytics.charts.parts.wording import write_change, write_difference, write_state
from analytics.dashboard.panels import form_tables
from analytics.dashboard.state import data
from analytics.dashboard.state.session import language, t
from analytics.transforms.rows import each_row
from analytics.vocabulary.measures import Measure
from analytics.words import Language, has
from analytics.words.numbers import number


def make_difference_table(rows: pd.DataFrame, build: data.OpenBuild, measure: Measure) -> pd.DataFrame:
    """Organ, year, value, difference and multiple of the reference, as sentences of numbers."""
    chosen = language()
    table_rows = [
        (
            build.name_organs(language())[row.organ_id],
            int(row.year),
            write_state(row, measure, chosen),
            ""
            if pd.isna(row.difference_to_reference)
            else write_difference(row.difference_to_reference, measure, chosen),
            _describe_multiple(row, chosen),
            write_change(row, measure, chosen),
        )
        for row in each_row(rows)
    ]
    names = ("organ", "year", "value", "difference_to_reference", "ratio_to_reference", "difference")
    return pd.DataFrame(table_rows, columns=[t(f"column.{name}") for name in names])


def _describe_multiple(row: Any, chosen: Language) -> str:
    """The multiple of the reference, or why there is none although both have a value."""
    if not pd.isna(row.ratio_to_reference):
        return _write_multiple(row.ratio_to_reference, chosen)
    return "" if pd.isna(row.difference_to_reference) else t("reason.reference_zero")


def _write_multiple(ratio: float, chosen: Language) -> str:
    """×0.75 · ×0.0014: a small one keeps digits that tell it from nothing."""
    return f"×{number(ratio, chosen, digits=2 if ratio >= 0.1 else 4)}"


def show_prose_figures(build: data.OpenBuild, organs: Sequence[int], first: int, last: int) -> None:
    """Figures that only prose states, under the prose's own words: beside the form, never among its cells."""
    prose = data.read_prose(build.warehouse.build_id)
    figures = prose[prose["organ_id"].isin(organs) & prose["year"].between(first, last)]
    if figures.empty:
        return
    label = t("prose.title", rows=number(len(figures), language()))
    form_tables.show_form_table(
        build, form_tables.FormTable(len(figures), lambda: _word_prose(figures)), "prose", caption=t("prose.note"),
        label=label, reports=form_tables.select_reports(build, figures), cells=(),
    )  # fmt: skip


def _word_prose(figures: pd.DataFrame) -> pd.DataFrame:
    return figures.drop(columns=["organ_id", "report_id"]).assign(
        read_from=figures["read_from"].map(lambda source: t(f"read_from.{source}")),
        measured_in=figures["measured_in"].map(lambda unit: t(f"unit.{unit}") if has(f"unit.{unit}") else unit),
    )


def make_coverage_table(matrix: pd.DataFrame) -> pd.DataFrame:
    """The coverage matrix as a table: organs down, years across, words for states."""
    words = matrix.assign(state=matrix["state"].map(lambda state: t(f"coverage.{state}")))
    wide = words.pivot_table(index="organ", columns="year", values="state", aggfunc="first", observed=True)
    return wide.rename(columns=str).rename_axis(t("column.organ")).reset_index()
