"""Reconsideration and litigation of one organ: cases by result over the years.

Required: ``cells`` [year, block, result, value, status] as of ``transforms.remedies``, grain year × block × result.
Panels stand below each other, so that one axis of years serves all of them on any screen.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any, NamedTuple

import pandas as pd

from analytics.charts.gaps import gap_keys, gap_marker, gap_of
from analytics.charts.panels import panel_heading, panels
from analytics.charts.theme import (
    INK,
    MUTED,
    PATTERNS,
    Figure,
    cell_point_of,
    colour,
    hatched,
)
from analytics.charts.ticks import ticks
from analytics.transforms.remedies import BLOCKS, RESULTS
from analytics.transforms.rows import each_row
from analytics.vocabulary import form
from analytics.vocabulary.terms import Table
from analytics.words import Language, say
from analytics.words.numbers import is_missing, number

_BELOW, _ABOVE = 0.2, 1.25
"""Room below zero for marks of what is missing, and above the highest value for its number, in that value."""


class _Gap(NamedTuple):
    """A cell without a number: ``place`` is that of its result, None where no result of the block has one."""

    year: int
    gap: str
    place: int | None
    point: list[Any] | None


def cases(cells: pd.DataFrame, organ: str, language: Language, *, reported: Collection[int], source: str) -> Figure:
    """Three panels of stacked bars on one scale: pending cases are hatched apart, never summed over years. ``reported``
    are the years of which a report is held."""
    years = list(range(int(cells["year"].min()), int(cells["year"].max()) + 1))
    highest = max(1.0, float(cells.groupby(["block", "year"])["value"].sum().max()))
    traces: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    gaps: list[_Gap] = []
    for index, block in enumerate(BLOCKS):
        own = cells[cells["block"] == block]
        suffix = str(index + 1) if index else ""
        for place, result in enumerate(RESULTS):
            bars = own[own["result"] == result].sort_values("year")
            traces.append(_bars(bars, place, result, suffix, language, is_first=not index))
        found = list(_gaps(own, years, reported))
        gaps += found
        traces.append(_gap_marks(found, suffix, -_BELOW / 2 * highest, language))
        notes.append(panel_heading(f"<b>{line_name(block, language)}</b>", index, len(BLOCKS)))
        notes += _sums(own, suffix, language)
    traces += gap_keys((one.gap for one in gaps), language)
    numbers = ticks([highest], language, most=2, least_step=1)
    figure_layout = panels(
        title(cells, organ, language),
        say("remedies.note", language, source=source) + (say("remedies.gaps", language) if gaps else ""),
        years,
        [{"range": [-_BELOW * highest, _ABOVE * highest], **numbers} for _ in BLOCKS],
        notes,
        language,
    )
    return {"data": traces, "layout": figure_layout | {"barmode": "stack"}}


def _bars(
    own: pd.DataFrame, place: int, result: str, suffix: str, language: Language, *, is_first: bool
) -> dict[str, Any]:
    name = column_name(result, language)
    rows = [row for row in each_row(own) if not pd.isna(row.value)]
    return {
        "type": "bar", "name": name, "x": [int(row.year) for row in rows], "y": [row.value for row in rows],
        "width": 0.62, "marker": {"color": colour(place), "pattern": hatched(PATTERNS[place])},
        "customdata": [cell_point_of(row) for row in rows],
        "hovertext": [f"{name} {int(row.year)}: {number(row.value, language)}" for row in rows],
        "hovertemplate": "%{hovertext}<extra></extra>", "yaxis": f"y{suffix}", "showlegend": is_first,
        "legendgroup": result,
    }  # fmt: skip


def _sums(own: pd.DataFrame, suffix: str, language: Language) -> Iterator[dict[str, Any]]:
    """The sum above each bar all of whose parts are printed; of the others the hover texts and marks speak."""
    for _, rows in own.groupby("year"):
        if len(rows) == len(RESULTS) and rows["value"].notna().all():
            high = float(rows["value"].sum())
            yield {
                "x": int(rows["year"].iloc[0]), "y": high, "xref": "x", "yref": f"y{suffix}", "yanchor": "bottom",
                "showarrow": False, "text": number(high, language), "font": {"size": 12, "color": INK},
            }  # fmt: skip


def _gaps(own: pd.DataFrame, years: Sequence[int], reported: Collection[int]) -> Iterator[_Gap]:
    """What a block lacks, year by year; one mark where nothing of it is given, for one and the same reason."""
    held = {(int(row.year), row.result): row for row in each_row(own)}
    for year in years:
        rows = [held.get((year, result)) for result in RESULTS]
        absent = "not_reached" if year in reported else "no_report"
        found = [
            _Gap(year, gap_of(row) if row else absent, place, cell_point_of(row) if row else None)
            for place, row in enumerate(rows)
            if row is None or is_missing(row.value)
        ]
        if len(found) == len(RESULTS) and len({one.gap for one in found}) == 1:
            yield found[0]._replace(place=None)
        else:
            yield from found


def _gap_marks(found: Sequence[_Gap], suffix: str, y: float, language: Language) -> dict[str, Any]:
    """Marks below the axis: grey for a whole block, else in the colour of the result and in its place."""
    middle = (len(RESULTS) - 1) / 2
    names = ["" if one.place is None else column_name(RESULTS[one.place], language) for one in found]
    return {
        "type": "scatter", "mode": "markers", "showlegend": False, "cliponaxis": False, "yaxis": f"y{suffix}",
        "x": [one.year + (0 if one.place is None else (one.place - middle) * 0.2) for one in found],
        "y": [y] * len(found),
        "marker": gap_marker(
            [one.gap for one in found], [MUTED if one.place is None else colour(one.place) for one in found]
        ),
        "customdata": [one.point for one in found],
        "hovertext": [f"{name} {one.year}: {say(f'status.{one.gap}', language)}".strip()
                      for name, one in zip(names, found, strict=True)],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }  # fmt: skip


def title(cells: pd.DataFrame, organ: str, language: Language) -> str:
    """Cases of the latest year, by block."""
    year = int(cells.loc[cells["value"].notna(), "year"].max())
    sums = cells[cells["year"] == year].groupby("block")["value"].sum(min_count=1).dropna()
    counts = {
        block: number(sums[block], language) if block in sums.index else say("profile.none", language)
        for block in BLOCKS
    }
    return say("remedies.title_cases", language, organ=organ, year=year, **counts)


def line_name(key: str, language: Language) -> str:
    """Reconsideration, or one of the two ways to court."""
    line = form.line(Table.IV, key)
    return line.label if language is Language.ZH else line.english


def column_name(key: str, language: Language) -> str:
    """The result."""
    column = form.column(Table.IV, key)
    return column.label if language is Language.ZH else column.english
