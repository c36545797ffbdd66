"""Many organs over years: thin lines without names, the quartiles and the median that they make.

Required: as ``charts.trends``; ``band`` of ``transforms.organ.profile.quartiles`` of the same organs.
"""

from __future__ import annotations

from itertools import groupby
from math import log10
from typing import Any

import pandas as pd

from analytics.charts.parts.runs import path, runs
from analytics.charts.parts.scales import scale_subtitle, y_scale
from analytics.charts.parts.theme import (
    INK,
    LEGEND,
    MUTED,
    VEIL,
    Figure,
    axis,
    band_traces,
    colour,
    layout,
    point_of,
    value_axis,
)
from analytics.charts.parts.ticks import year_ticks
from analytics.charts.parts.wording import hover, value_text
from analytics.transforms.rows import each_row
from analytics.transforms.series.breaks import law_break
from analytics.transforms.series.scale import Scale
from analytics.vocabulary.measures import Measure
from analytics.words import Language, say
from analytics.words.numbers import is_missing, number


def many(
    changes: pd.DataFrame,
    band: pd.DataFrame,
    names: dict[int, str],
    wanted: Measure,
    language: Language,
    *,
    source: str,
    scale: Scale = Scale.VALUE,
    base_year: int | None = None,
) -> Figure:
    """The figure: every value can be hovered and clicked; the median carries its values."""
    drawn = [row for row in each_row(changes.sort_values(["organ_id", "year"])) if not is_missing(row.shown)]
    years = sorted(int(year) for year in changes["year"].unique())
    figure_layout = layout(
        many_title(band, changes, wanted, language),
        scale_subtitle(changes, wanted, language, source, scale, base_year) + say("chart.many_breaks", language),
        height=520,
        xaxis=axis(tickvals=year_ticks(years), range=[years[0] - 0.4, years[-1] + 0.5]),
        yaxis=value_axis(**y_scale(changes, wanted, language, scale)),
        showlegend=True,
        legend={**LEGEND, "y": -0.1},
        shapes=_law(years, wanted),
        annotations=[] if scale is Scale.INDEX else [_median(row, wanted, language, scale) for row in each_row(band)],
    )
    return {
        "data": [_lines(drawn), _points(drawn, names, wanted, language), *_middle(band, language, scale)],
        "layout": figure_layout,
    }


def _law(years: list[int], wanted: Measure) -> list[dict[str, Any]]:
    """A dashed upright where the law changed; editions change organ by organ and have no one place here."""
    year = law_break(years[0], years[-1], wanted)
    if year is None:
        return []
    at = year - 0.5
    return [{"type": "line", "x0": at, "x1": at, "y0": 0, "y1": 1, "yref": "paper",
             "line": {"color": INK, "width": 1, "dash": "dash"}}]  # fmt: skip


def many_title(band: pd.DataFrame, changes: pd.DataFrame, wanted: Measure, language: Language) -> str:
    """The median of the latest year with quartiles, and between what half of the organs lie."""
    measure, count = wanted.named(language), number(changes["organ_id"].nunique(), language)
    if band.empty:
        return say("chart.many_alone", language, measure=measure, count=count)
    last = next(each_row(band.sort_values("year").tail(1)))
    values = {
        one: value_text(getattr(last, one), wanted, language, with_unit=False) for one in ("low", "middle", "high")
    }
    return say(
        "chart.many", language, measure=measure, year=int(last.year), count=number(last.count, language), **values
    )


def _lines(drawn: list[Any]) -> dict[str, Any]:
    organs = groupby(drawn, key=lambda row: row.organ_id)
    xs, ys = path((piece for _, own in organs for piece in runs(own)), "shown")
    return {
        "type": "scatter", "mode": "lines", "x": xs, "y": ys, "hoverinfo": "skip", "showlegend": False,
        "line": {"color": "rgba(98,112,125,0.28)", "width": 1},
    }  # fmt: skip


def _points(drawn: list[Any], names: dict[int, str], wanted: Measure, language: Language) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "markers", "name": say("chart.many_each", language),
        "x": [int(row.year) for row in drawn], "y": [row.shown for row in drawn],
        "marker": {
            "color": MUTED, "size": 5, "opacity": 0.55,
            "symbol": ["circle" if is_missing(row.stated_by_year) else "circle-open" for row in drawn],
        },
        "customdata": [point_of(row) for row in drawn],
        "hovertext": [hover(row, names[row.organ_id], wanted, language) for row in drawn],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }  # fmt: skip


def _median(row: Any, wanted: Measure, language: Language, scale: Scale) -> dict[str, Any]:
    """The value of a median above its mark, legible before the points."""
    return {
        "x": int(row.year), "y": log10(row.middle) if scale is Scale.LOG and row.middle > 0 else row.middle,
        "yshift": 17, "showarrow": False, "text": f"<b>{value_text(row.middle, wanted, language, with_unit=False)}</b>",
        "font": {"size": 12, "color": INK}, "bgcolor": VEIL, "borderpad": 1,
    }  # fmt: skip


def _middle(band: pd.DataFrame, language: Language, scale: Scale) -> list[dict[str, Any]]:
    """Quartiles and median are of values; on an index, whose years are organs' own bases, they say nothing."""
    if band.empty or scale is Scale.INDEX:
        return []
    rows = list(each_row(band))
    area, _ = band_traces(rows)
    years, values = path(runs(rows), "middle")
    area |= {"showlegend": True, "name": say("chart.quartiles", language), "fillcolor": "rgba(31,78,121,0.18)"}
    middle = {
        "type": "scatter", "mode": "lines+markers", "name": say("chart.median", language), "showlegend": True,
        "x": years, "y": values,
        "line": {"color": colour(0), "width": 2.6}, "marker": {"color": colour(0), "size": 8, "symbol": "diamond"},
        "hoverinfo": "skip", "cliponaxis": False,
    }  # fmt: skip
    return [area, middle]
