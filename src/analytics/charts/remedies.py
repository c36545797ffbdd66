"""Reconsideration and litigation of one organ: cases by result over the years, and how often they were corrected.

Required: ``cells`` [year, block, result, value, status] as of ``transforms.remedies``, grain year × block × result.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.charts.theme import (
    INK,
    LEGEND,
    MUTED,
    PATTERNS,
    Figure,
    axis,
    cell_point_of,
    colour,
    hatched,
    layout,
    point_of,
    shape,
    value_axis,
)
from analytics.charts.wording import hover
from analytics.transforms.remedies import BLOCKS, RESULTS
from analytics.transforms.rows import each_row
from analytics.vocabulary import form
from analytics.vocabulary.measures import LAW_BREAK_YEAR, Measure
from analytics.vocabulary.terms import Table
from analytics.words import Language, say
from analytics.words.numbers import number, percent


def cases(cells: pd.DataFrame, organ: str, language: Language, *, source: str) -> Figure:
    """Three panels of stacked bars on one scale: pending cases are hatched apart, never summed over years."""
    years = sorted(int(one) for one in cells["year"].unique())
    highest = cells.groupby(["block", "year"])["value"].sum().max()
    traces: list[dict[str, Any]] = []
    axes: dict[str, Any] = {}
    notes: list[dict[str, Any]] = []
    for index, block in enumerate(BLOCKS):
        suffix = str(index + 1) if index else ""
        left, width = index / len(BLOCKS), 1 / len(BLOCKS)
        domain = [left + 0.03, left + width - 0.02]
        axes[f"xaxis{suffix}"] = axis(domain=domain, anchor=f"y{suffix}", tickvals=years, tickangle=-45)
        axes[f"yaxis{suffix}"] = value_axis(
            anchor=f"x{suffix}", range=[0, max(1, highest) * 1.08], showticklabels=not index, tickformat=",~f", nticks=4
        )
        notes.append(
            {"x": domain[0], "y": 1.0, "xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom",
             "text": f"<b>{line_name(block, language)}</b>", "showarrow": False, "font": {"size": 13, "color": INK}}
        )  # fmt: skip
        for place, result in enumerate(RESULTS):
            own = cells[(cells["block"] == block) & (cells["result"] == result)].sort_values("year")
            traces.append(_bars(own, place, result, suffix, language, is_first=not index))
    marks = [_law_break(f"x{index + 1}" if index else "x") for index in range(len(BLOCKS))]
    figure_layout = layout(
        title(cells, organ, language),
        say("remedies.note", language, source=source),
        height=430,
        barmode="stack",
        showlegend=True,
        legend={**LEGEND, "y": -0.2},
        annotations=notes,
        shapes=marks if years[0] < LAW_BREAK_YEAR <= years[-1] else [],
        **axes,
    )
    figure_layout["margin"] |= {"l": 8, "r": 8, "b": 90}
    return {"data": traces, "layout": figure_layout}


def _bars(
    own: pd.DataFrame, place: int, result: str, suffix: str, language: Language, *, is_first: bool
) -> dict[str, Any]:
    name = column_name(result, language)
    rows = list(each_row(own))
    texts = [
        say(f"status.{row.status}", language) if pd.isna(row.value) else number(row.value, language) for row in rows
    ]
    return {
        "type": "bar", "name": name, "x": [int(row.year) for row in rows],
        "y": [None if pd.isna(row.value) else row.value for row in rows],
        "marker": {"color": colour(place), "pattern": hatched(PATTERNS[place])},
        "customdata": [cell_point_of(row) for row in rows],
        "hovertext": [f"{name} {int(row.year)}: {text}" for row, text in zip(rows, texts, strict=True)],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "xaxis": f"x{suffix}", "yaxis": f"y{suffix}", "showlegend": is_first, "legendgroup": result,
    }  # fmt: skip


def _law_break(xaxis: str) -> dict[str, Any]:
    """Since 2024 a refusal must be reconsidered before a suit."""
    at = LAW_BREAK_YEAR - 0.5
    return {
        "type": "line", "xref": xaxis, "yref": "paper", "x0": at, "x1": at, "y0": 0, "y1": 1,
        "line": {"color": MUTED, "width": 1, "dash": "dash"},
    }  # fmt: skip


def title(cells: pd.DataFrame, organ: str, language: Language) -> str:
    """Cases of the latest year, by block."""
    year = int(cells["year"].max())
    sums = cells[cells["year"] == year].groupby("block")["value"].sum(min_count=1).dropna()
    counts = {
        block: number(sums[block], language) if block in sums.index else say("profile.none", language)
        for block in BLOCKS
    }
    return say("remedies.title_cases", language, organ=organ, year=year, **counts)


def corrections(changes: pd.DataFrame, organ: str, wanted: list[Measure], language: Language, *, source: str) -> Figure:
    """Correction rates over the years with the counts they are made of; pending cases are in no denominator."""
    traces = []
    for index, one in enumerate(wanted):
        rows = list(each_row(changes[changes["measure"] == one.key].sort_values("year")))
        traces.append(
            {
                "type": "scatter", "mode": "lines+markers+text", "name": one.named(language), "connectgaps": False,
                "x": [int(row.year) for row in rows],
                "y": [None if pd.isna(row.value) else row.value for row in rows],
                "text": [_counts(row, language) for row in rows],
                "textposition": "top center" if index % 2 == 0 else "bottom center",
                "textfont": {"size": 11, "color": INK},
                "line": {"color": colour(index), "width": 2},
                "marker": {
                    "size": 9, "color": colour(index),
                    "symbol": [shape(index) + ("-open" if row.is_small_base else "") for row in rows],
                },
                "customdata": [[*point_of(row), one.key] for row in rows],
                "hovertext": [hover(row, organ, one, language) for row in rows],
                "hovertemplate": "%{hovertext}<extra></extra>", "cliponaxis": False,
            }
        )  # fmt: skip
    figure_layout = layout(
        say("remedies.title_rates", language, organ=organ),
        say("remedies.rates_note", language, source=source),
        height=400,
        showlegend=True,
        legend={**LEGEND, "y": -0.14},
        xaxis=axis(dtick=1),
        yaxis=value_axis(tickformat=",.0%", range=[-0.05, 1.1], nticks=6),
        shapes=[_law_break("x")] if changes["year"].min() < LAW_BREAK_YEAR <= changes["year"].max() else [],
    )
    figure_layout["margin"]["b"] = 80
    return {"data": traces, "layout": figure_layout}


def _counts(row: Any, language: Language) -> str:
    if pd.isna(row.value):
        return ""
    return f"{percent(row.value, language)} ({number(row.numerator, language)}/{number(row.denominator, language)})"


def line_name(key: str, language: Language) -> str:
    """Reconsideration, or one of the two ways to court."""
    line = form.line(Table.IV, key)
    return line.label if language is Language.ZH else line.english


def column_name(key: str, language: Language) -> str:
    """The result."""
    column = form.column(Table.IV, key)
    return column.label if language is Language.ZH else column.english
