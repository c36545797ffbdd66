"""Reconsideration and litigation of one organ: cases by result over the years.

Required: ``cells`` [organ_id, report_id, cell, year, block, result, value, status] as of ``transforms.organ.remedies``,
complete over block × result of each year with a report.
Panels stand below each other, so that one axis of years serves all of them on any screen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from analytics.charts.parts.missing_markers import gap_keys, gap_marker, gap_of
from analytics.charts.parts.panels import panel_heading, panels
from analytics.charts.parts.theme import INK, MUTED, PATTERNS, Figure, cell_point_of, colour, hatched
from analytics.charts.parts.ticks import ticks
from analytics.transforms.organ.remedies import BLOCKS, RESULTS
from analytics.transforms.rows import each_row
from analytics.transforms.series.complete import NO_REPORT
from analytics.vocabulary import form
from analytics.vocabulary.terms import Table
from analytics.words import Language, say
from analytics.words.numbers import is_missing, number

_BELOW, _ABOVE = 0.2, 1.25
"""Room below zero for marks of what is missing, and above the highest value for its number, in that value."""


_Held = Mapping[tuple[str, int, str], Any]
"""Row of each printed cell, by block, year and result."""


class _Gap(NamedTuple):
    """A cell without a number: ``place`` is that of its result, None where no result of the block has one."""

    year: int
    gap: str
    place: int | None
    point: list[Any] | None


def cases(cells: pd.DataFrame, organ: str, language: Language, *, source: str) -> Figure:
    """Three panels of stacked bars on one scale: pending cases are hatched apart, never summed over years."""
    held = {(row.block, int(row.year), row.result): row for row in each_row(cells)}
    years = list(range(min(year for _, year, _ in held), max(year for _, year, _ in held) + 1))
    highest = max(1.0, *(_sum(held, block, year)[0] or 0.0 for block in BLOCKS for year in years))
    traces: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    gaps: list[_Gap] = []
    for index, block in enumerate(BLOCKS):
        suffix = str(index + 1) if index else ""
        for place, result in enumerate(RESULTS):
            bars = [row for year in years if _has_value(row := held.get((block, year, result)))]
            traces.append(_bars(bars, place, result, suffix, language, is_first=not index))
        found = list(_gaps(held, block, years))
        gaps += found
        traces.append(_gap_marks(found, suffix, -_BELOW / 2 * highest, language))
        notes.append(panel_heading(f"<b>{line_name(block, language)}</b>", index, len(BLOCKS)))
        notes += _sums(held, block, years, suffix, language)
    traces += gap_keys((gap.gap for gap in gaps), language)
    numbers = ticks([highest], language, most=2, least_step=1)
    figure_layout = panels(
        _title(held, years, organ, language),
        say("remedies.note", language, source=source) + (say("remedies.gaps", language) if gaps else ""),
        years,
        [{"range": [-_BELOW * highest, _ABOVE * highest], **numbers} for _ in BLOCKS],
        notes,
        language,
    )
    return {"data": traces, "layout": figure_layout | {"barmode": "stack"}}


def _has_value(row: Any) -> bool:
    return row is not None and not is_missing(row.value)


def _sum(held: _Held, block: str, year: int) -> tuple[float | None, bool]:
    """The sum of the printed results of a block, None without any, and whether all of them are printed."""
    rows = (held.get((block, year, result)) for result in RESULTS)
    values = [float(row.value) for row in rows if row is not None and not is_missing(row.value)]
    return sum(values) if values else None, len(values) == len(RESULTS)


def _bars(
    rows: Sequence[Any], place: int, result: str, suffix: str, language: Language, *, is_first: bool
) -> dict[str, Any]:
    name = column_name(result, language)
    return {
        "type": "bar", "name": name, "x": [int(row.year) for row in rows], "y": [row.value for row in rows],
        "width": 0.62, "marker": {"color": colour(place), "pattern": hatched(PATTERNS[place])},
        "customdata": [cell_point_of(row) for row in rows],
        "hovertext": [f"{name} {int(row.year)}: {number(row.value, language)}" for row in rows],
        "hovertemplate": "%{hovertext}<extra></extra>", "yaxis": f"y{suffix}", "showlegend": is_first,
        "legendgroup": result,
    }  # fmt: skip


def _sums(held: _Held, block: str, years: Sequence[int], suffix: str, language: Language) -> Iterator[dict[str, Any]]:
    """The sum above each bar all of whose parts are printed; of the others the hover texts and marks speak."""
    for year in years:
        high, is_complete = _sum(held, block, year)
        if high is not None and is_complete:
            yield {
                "x": year, "y": high, "xref": "x", "yref": f"y{suffix}", "yanchor": "bottom", "showarrow": False,
                "text": number(high, language), "font": {"size": 12, "color": INK},
            }  # fmt: skip


def _gaps(held: _Held, block: str, years: Sequence[int]) -> Iterator[_Gap]:
    """What a block lacks, year by year; one mark where nothing of it is given, for one and the same reason. Years
    between those with rows have no report."""
    for year in years:
        rows = [held.get((block, year, result)) for result in RESULTS]
        found = [
            _Gap(year, gap_of(row) if row else NO_REPORT, place, cell_point_of(row) if row else None)
            for place, row in enumerate(rows)
            if not _has_value(row)
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


def _title(held: _Held, years: Sequence[int], organ: str, language: Language) -> str:
    """Cases of the latest year with any, by block: the sum of what is printed, and "at least" where a part is not."""
    year = max(year for year in years if any(_sum(held, block, year)[0] is not None for block in BLOCKS))
    counts = {}
    for block in BLOCKS:
        count, is_complete = _sum(held, block, year)
        if count is None:
            counts[block] = say("profile.none", language)
            continue
        said = say("remedies.count", language, count=number(count, language))
        counts[block] = said if is_complete else say("remedies.at_least", language, count=said)
    return say("remedies.title_cases", language, organ=organ, year=year, **counts)


def line_name(key: str, language: Language) -> str:
    """Reconsideration, or one of the two ways to court."""
    line = form.line(Table.IV, key)
    return line.label if language is Language.ZH else line.english


def column_name(key: str, language: Language) -> str:
    """The result."""
    column = form.column(Table.IV, key)
    return column.label if language is Language.ZH else column.english
