"""Many organs over years: thin lines without names, the quartiles and the median that they make.

Required: as ``charts.trends``; ``band`` of ``transforms.organ.profile.find_quartiles`` of the same organs.
"""

from __future__ import annotations

from itertools import groupby
from math import log10
from typing import Any

import pandas as pd

from analytics.charts.parts.chart import Chart, Title
from analytics.charts.parts.hollow import is_hollow
from analytics.charts.parts.points import write_point
from analytics.charts.parts.runs import split_runs, trace_path
from analytics.charts.parts.scales import make_y_scale, write_scale_subtitle
from analytics.charts.parts.theme import (
    INK,
    LEGEND,
    MUTED,
    VEIL,
    choose_colour,
    make_axis,
    make_band_traces,
    make_layout,
    make_value_axis,
)
from analytics.charts.parts.ticks import choose_year_ticks
from analytics.charts.parts.wording import write_hover, write_value
from analytics.transforms.rows import each_row
from analytics.transforms.series.breaks import find_law_break
from analytics.transforms.series.scale import Scale
from analytics.vocabulary.measures import Measure
from analytics.words import Language, say
from analytics.words.numbers import is_missing, number


def draw_many_organs(
    changes: pd.DataFrame,
    band: pd.DataFrame,
    names: dict[int, str],
    measure: Measure,
    language: Language,
    *,
    source: str,
    scale: Scale = Scale.VALUE,
    base_year: int | None = None,
) -> Chart:
    """The figure: every value can be hovered and clicked; the median carries its values."""
    drawn = [row for row in each_row(changes.sort_values(["organ_id", "year"])) if not is_missing(row.shown)]
    years = sorted(int(year) for year in changes["year"].unique())
    title = Title(
        write_median_title(band, changes, measure, language),
        write_scale_subtitle(changes, measure, language, source, scale=scale, base_year=base_year)
        + say("chart.many_breaks", language),
    )
    figure_layout = make_layout(
        height=520,
        xaxis=make_axis(tickvals=choose_year_ticks(years), range=[years[0] - 0.4, years[-1] + 0.5]),
        yaxis=make_value_axis(**make_y_scale(changes, measure, language, scale)),
        showlegend=True,
        legend={**LEGEND, "y": -0.1},
        shapes=_make_law_lines(years, measure),
        annotations=[]
        if scale is Scale.INDEX
        else [_make_median_label(row, measure, language, scale) for row in each_row(band)],
    )
    traces = [
        _make_lines(drawn),
        _make_points(drawn, names, measure, language),
        *_make_quartile_traces(band, language, scale),
    ]
    return Chart(title, traces, figure_layout)


def _make_law_lines(years: list[int], measure: Measure) -> list[dict[str, Any]]:
    """A dashed upright where the law changed; editions change organ by organ and have no one place here."""
    year = find_law_break(years[0], years[-1], measure)
    if year is None:
        return []
    at = year - 0.5
    return [{"type": "line", "x0": at, "x1": at, "y0": 0, "y1": 1, "yref": "paper",
             "line": {"color": INK, "width": 1, "dash": "dash"}}]  # fmt: skip


def write_median_title(band: pd.DataFrame, changes: pd.DataFrame, measure: Measure, language: Language) -> str:
    """The medians of the first and the last year with quartiles, of how many organs each, and between what half of the
    organs lie in the last."""
    measure_name, count = measure.named(language), number(changes["organ_id"].nunique(), language)
    if band.empty:
        return say("chart.many_alone", language, measure=measure_name, count=count)
    ordered = list(each_row(band.sort_values("year")))
    first, last = ordered[0], ordered[-1]
    values = {
        quartile: write_value(getattr(last, quartile), measure, language, with_unit=False)
        for quartile in ("low", "middle", "high")
    }
    words = {"measure": measure_name, "year": int(last.year), "count": number(last.count, language), **values}
    if first is last:
        return say("chart.many", language, **words)
    before = write_value(first.middle, measure, language, with_unit=False)
    return say(
        "chart.many_trend", language, first=int(first.year), first_count=number(first.count, language), before=before,
        **words,
    )  # fmt: skip


def _make_lines(drawn: list[Any]) -> dict[str, Any]:
    organs = groupby(drawn, key=lambda row: row.organ_id)
    xs, ys = trace_path((piece for _, organ_rows in organs for piece in split_runs(organ_rows)), "shown")
    return {
        "type": "scatter", "mode": "lines", "x": xs, "y": ys, "hoverinfo": "skip", "showlegend": False,
        "line": {"color": "rgba(98,112,125,0.28)", "width": 1},
    }  # fmt: skip


def _make_points(drawn: list[Any], names: dict[int, str], measure: Measure, language: Language) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "markers", "name": say("chart.many_each", language),
        "x": [int(row.year) for row in drawn], "y": [row.shown for row in drawn],
        "marker": {
            "color": MUTED, "size": 5, "opacity": 0.55,
            "symbol": ["circle-open" if is_hollow(row) else "circle" for row in drawn],
        },
        "customdata": [write_point(row) for row in drawn],
        "hovertext": [write_hover(row, names[row.organ_id], measure, language) for row in drawn],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }  # fmt: skip


def _make_median_label(row: Any, measure: Measure, language: Language, scale: Scale) -> dict[str, Any]:
    """The value of a median above its mark, legible before the points."""
    return {
        "x": int(row.year),
        "y": log10(row.middle) if scale is Scale.LOG and row.middle > 0 else row.middle,
        "yshift": 17,
        "showarrow": False,
        "text": f"<b>{write_value(row.middle, measure, language, with_unit=False)}</b>",
        "font": {"size": 12, "color": INK},
        "bgcolor": VEIL,
        "borderpad": 1,
    }


def _make_quartile_traces(band: pd.DataFrame, language: Language, scale: Scale) -> list[dict[str, Any]]:
    """Quartiles and median are of values; on an index, whose years are organs' own bases, they say nothing."""
    if band.empty or scale is Scale.INDEX:
        return []
    rows = list(each_row(band))
    area, _ = make_band_traces(rows)
    years, values = trace_path(split_runs(rows), "middle")
    area |= {"showlegend": True, "name": say("chart.quartiles", language), "fillcolor": "rgba(31,78,121,0.18)"}
    middle = {
        "type": "scatter",
        "mode": "lines+markers",
        "name": say("chart.median", language),
        "showlegend": True,
        "x": years,
        "y": values,
        "line": {"color": choose_colour(0), "width": 2.6},
        "marker": {"color": choose_colour(0), "size": 8, "symbol": "diamond"},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
    return [area, middle]
