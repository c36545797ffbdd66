"""Reconsideration and litigation of one organ: cases by result over the years.

Required: ``cells`` [organ_id, report_id, cell, year, block, result, value, status] as of ``transforms.organ.remedies``,
complete over block × result of each year with a report.
Panels stand below each other, so that one axis of years serves all of them on any screen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from analytics.charts.parts.chart import Chart, Title
from analytics.charts.parts.missing_markers import find_gap, make_gap_keys, make_gap_marker
from analytics.charts.parts.panels import make_panel_heading, make_panels
from analytics.charts.parts.points import write_cell_point
from analytics.charts.parts.theme import INK, MUTED, choose_colour, choose_pattern, make_hatching
from analytics.charts.parts.ticks import make_ticks
from analytics.transforms.organ.remedies import BLOCKS, RESULTS
from analytics.transforms.rows import each_row
from analytics.transforms.series.complete import NO_REPORT
from analytics.vocabulary import form
from analytics.vocabulary.terms import Status, Table
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
    point: str | None


def draw_cases(cells: pd.DataFrame, organ: str, language: Language, *, source: str) -> Chart:
    """Three panels of stacked bars on one scale: pending cases are hatched apart, never summed over years."""
    results = {(row.block, int(row.year), row.result): row for row in each_row(cells)}
    years = list(range(min(year for _, year, _ in results), max(year for _, year, _ in results) + 1))
    highest = max(1.0, *(_sum_results(results, block, year)[0] or 0.0 for block in BLOCKS for year in years))
    traces: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    gaps: list[_Gap] = []
    for index, block in enumerate(BLOCKS):
        suffix = str(index + 1) if index else ""
        for place, result in enumerate(RESULTS):
            bars = [row for year in years if _has_value(row := results.get((block, year, result)))]
            traces.append(_make_bars(bars, place, result, suffix, language, is_first=not index))
        found = list(_find_gaps(results, block, years))
        gaps += found
        traces.append(_make_gap_marks(found, suffix, -_BELOW / 2 * highest, language))
        notes.append(make_panel_heading(f"<b>{name_line(block, language)}</b>", index, len(BLOCKS)))
        notes += _make_sum_labels(results, block, years, suffix, language)
    traces += make_gap_keys((gap.gap for gap in gaps), language)
    numbers = make_ticks([highest], language, most=2, least_step=1)
    title = Title(
        _write_title(results, years, organ, language),
        say("remedies.note", language, source=source) + (say("remedies.gaps", language) if gaps else ""),
    )
    figure_layout = make_panels(
        years,
        [{"range": [-_BELOW * highest, _ABOVE * highest], **numbers} for _ in BLOCKS],
        notes,
        language,
    )
    return Chart(title, traces, figure_layout | {"barmode": "stack"})


def _has_value(row: Any) -> bool:
    return row is not None and not is_missing(row.value)


def _sum_results(results: _Held, block: str, year: int) -> tuple[float | None, bool]:
    """The sum of the printed results of a block, None without any, and whether all that its form has are printed."""
    found = (results.get((block, year, result)) for result in RESULTS)
    rows = [row for row in found if row is None or row.status != Status.NOT_ON_FORM]
    values = [float(row.value) for row in rows if row is not None and not is_missing(row.value)]
    return sum(values) if values else None, len(values) == len(rows)


def _make_bars(
    rows: Sequence[Any], place: int, result: str, suffix: str, language: Language, *, is_first: bool
) -> dict[str, Any]:
    name = name_column(result, language)
    return {
        "type": "bar", "name": name, "x": [int(row.year) for row in rows], "y": [row.value for row in rows],
        "width": 0.62, "marker": {"color": choose_colour(place), "pattern": make_hatching(choose_pattern(place))},
        "customdata": [write_cell_point(row) for row in rows],
        "hovertext": [f"{name} {int(row.year)}: {number(row.value, language)}" for row in rows],
        "hovertemplate": "%{hovertext}<extra></extra>", "yaxis": f"y{suffix}", "showlegend": is_first,
        "legendgroup": result,
    }  # fmt: skip


def _make_sum_labels(
    results: _Held, block: str, years: Sequence[int], suffix: str, language: Language
) -> Iterator[dict[str, Any]]:
    """The sum above each bar all of whose parts are printed; of the others the hover texts and marks speak."""
    for year in years:
        high, is_complete = _sum_results(results, block, year)
        if high is not None and is_complete:
            yield {
                "x": year, "y": high, "xref": "x", "yref": f"y{suffix}", "yanchor": "bottom", "showarrow": False,
                "text": number(high, language), "font": {"size": 12, "color": INK},
            }  # fmt: skip


def _find_gaps(results: _Held, block: str, years: Sequence[int]) -> Iterator[_Gap]:
    """What a block lacks, year by year; one mark where nothing of it is given, for one and the same reason. Years
    between those with rows have no report."""
    for year in years:
        rows = [results.get((block, year, result)) for result in RESULTS]
        found = [
            _Gap(year, find_gap(row) if row else NO_REPORT, place, write_cell_point(row) if row else None)
            for place, row in enumerate(rows)
            if not _has_value(row)
        ]
        if len(found) == len(RESULTS) and len({mark.gap for mark in found}) == 1:
            yield found[0]._replace(place=None)
        else:
            yield from found


def _make_gap_marks(found: Sequence[_Gap], suffix: str, y: float, language: Language) -> dict[str, Any]:
    """Marks below the axis: grey for a whole block, else in the colour of the result and in its place."""
    middle = (len(RESULTS) - 1) / 2
    names = ["" if mark.place is None else name_column(RESULTS[mark.place], language) for mark in found]
    return {
        "type": "scatter", "mode": "markers", "showlegend": False, "cliponaxis": False, "yaxis": f"y{suffix}",
        "x": [mark.year + (0 if mark.place is None else (mark.place - middle) * 0.2) for mark in found],
        "y": [y] * len(found),
        "marker": make_gap_marker(
            [mark.gap for mark in found], [MUTED if mark.place is None else choose_colour(mark.place) for mark in found]
        ),
        "customdata": [mark.point for mark in found],
        "hovertext": [f"{name} {mark.year}: {say(f'status.{mark.gap}', language)}".strip()
                      for name, mark in zip(names, found, strict=True)],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }  # fmt: skip


def _write_title(results: _Held, years: Sequence[int], organ: str, language: Language) -> str:
    """Cases of the latest year with any, by block: the sum of what is printed, and "at least" where a part is not."""
    year = max(year for year in years if any(_sum_results(results, block, year)[0] is not None for block in BLOCKS))
    counts = {}
    for block in BLOCKS:
        count, is_complete = _sum_results(results, block, year)
        if count is None:
            counts[block] = say("profile.none", language)
            continue
        count_text = say("remedies.count", language, count=number(count, language))
        counts[block] = count_text if is_complete else say("remedies.at_least", language, count=count_text)
    return say("remedies.title_cases", language, organ=organ, year=year, **counts)


def name_line(key: str, language: Language) -> str:
    """Reconsideration, or one of the two ways to court."""
    line = form.find_line(Table.IV, key)
    return line.label if language is Language.ZH else line.english


def name_column(key: str, language: Language) -> str:
    """The result."""
    column = form.find_column(Table.IV, key)
    return column.label if language is Language.ZH else column.english
