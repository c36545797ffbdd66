"""Tables beside charts that are no list of figures: differences, coverage, what only prose states."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analytics.charts.parts.wording import change_text, difference_text, state_text
from analytics.dashboard.panels import form_tables
from analytics.dashboard.state import data
from analytics.dashboard.state.session import language, t
from analytics.transforms.rows import each_row
from analytics.vocabulary.measures import Measure
from analytics.words import Language, has
from analytics.words.numbers import number


def difference_table(rows: pd.DataFrame, held: data.Collection, wanted: Measure) -> pd.DataFrame:
    """Organ, year, value, difference and multiple of the reference, as sentences of numbers."""
    chosen = language()
    shown = [
        (
            held.names[row.organ_id],
            int(row.year),
            state_text(row, wanted, chosen),
            ""
            if pd.isna(row.difference_to_reference)
            else difference_text(row.difference_to_reference, wanted, chosen),
            "" if pd.isna(row.ratio_to_reference) else _multiple(row.ratio_to_reference, chosen),
            change_text(row, wanted, chosen),
        )
        for row in each_row(rows)
    ]
    names = ("organ", "year", "value", "difference_to_reference", "ratio_to_reference", "difference")
    return pd.DataFrame(shown, columns=[t(f"column.{name}") for name in names])


def _multiple(ratio: float, chosen: Language) -> str:
    """×0.75 · ×0.0014: a small one keeps digits that tell it from nothing."""
    return f"×{number(ratio, chosen, digits=2 if ratio >= 0.1 else 4)}"


def prose_figures(held: data.Collection, organs: Sequence[int], first: int, last: int) -> None:
    """Figures that only prose states, under the prose's own words: beside the form, never among its cells."""
    prose = data.prose(held.warehouse.build_id)
    shown = prose[prose["organ_id"].isin(organs) & prose["year"].between(first, last)]
    if shown.empty:
        return
    worded = shown.drop(columns=["organ_id", "report_id"]).assign(
        read_from=shown["read_from"].map(lambda one: t(f"read_from.{one}")),
        measured_in=shown["measured_in"].map(lambda one: t(f"unit.{one}") if has(f"unit.{one}") else one),
    )
    label = t("prose.title", rows=number(len(shown), language()))
    behind = form_tables.reports_behind(held, shown)
    form_tables.table_of(held, worded, "prose", said=t("prose.note"), label=label, reports=behind, cells=())


def coverage_table(matrix: pd.DataFrame) -> pd.DataFrame:
    """The coverage matrix as a table: organs down, years across, words for states."""
    words = matrix.assign(state=matrix["state"].map(lambda state: t(f"coverage.{state}")))
    wide = words.pivot_table(index="organ", columns="year", values="state", aggfunc="first", observed=True)
    return wide.rename(columns=str).rename_axis(t("column.organ")).reset_index()
