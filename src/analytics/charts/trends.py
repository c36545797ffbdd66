"""A measure over years, one line an organ.

Lines join consecutive years only; over a change of edition they are dotted. A value that another year's report
states is hollow. What is missing, and what an axis has no place for, stands in a strip of its own below, each reason in
a shape of its own. Behind the lines there may be the quartiles of a group, and beside a prefecture the sum of its
counties.

Required: the frame of ``transforms.series.change.year_over_year`` with the columns of
``transforms.series.scale.scaled``, the frame of ``transforms.series.breaks.breaks``, names by organ_id.
"""

from __future__ import annotations

from itertools import groupby
from typing import Any

import pandas as pd

from analytics.charts.parts.break_lines import draw_breaks
from analytics.charts.parts.missing_markers import UNDRAWN, gap_keys, gap_marker, gap_of
from analytics.charts.parts.runs import path, steps
from analytics.charts.parts.scales import scale_subtitle, scale_title, y_scale
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
    shape,
    value_axis,
)
from analytics.charts.parts.ticks import year_ticks
from analytics.charts.parts.wording import SAID_ALWAYS, hover, value_text
from analytics.transforms.rows import each_row
from analytics.transforms.series.scale import Scale
from analytics.vocabulary.measures import Measure
from analytics.words import Language, say
from analytics.words.numbers import is_missing, number
from analytics.words.plain import escape_html

_HEAD = 0.075
"""Share of the height between the strip and the plot: the heading of the strip."""
_PLOT, _LINE = 250, 16
"""Pixels from zero to the highest value, at least, and of a label at a line's end."""
_LABELLED = 8
"""Up to as many lines are labelled at their ends."""


def trends(
    changes: pd.DataFrame,
    breaks: pd.DataFrame,
    names: dict[int, str],
    wanted: Measure,
    language: Language,
    *,
    source: str,
    scale: Scale = Scale.VALUE,
    base_year: int | None = None,
    band: pd.DataFrame | None = None,
) -> Figure:
    """The figure. Each point carries (report_id, organ_id, year) for the evidence behind it; ``band`` are quartiles of
    ``transforms.organ.profile.quartiles``."""
    rows = [list(own) for _, own in groupby(each_row(changes), key=lambda row: row.organ_id)]
    organs = [int(own[0].organ_id) for own in rows]
    edition_breaks = breaks[breaks["kind"] == "edition"]
    traces = [] if band is None else band_traces(list(each_row(band)))
    for index, own in enumerate(rows):
        broken = set(edition_breaks.loc[edition_breaks["organ_id"] == own[0].organ_id, "year"])
        traces += _series(own, broken, index, names[own[0].organ_id], wanted, language, scale, base_year)
    gaps = [gap_of(row) for own in rows for row in own if is_missing(row.shown)]
    figure_layout = layout(
        scale_title(changes, names, wanted, language, scale, base_year),
        scale_subtitle(changes, wanted, language, source, scale, base_year),
        height=440 + (18 * len(organs) if gaps else 0),
        annotations=_end_labels(rows, wanted, language, scale),
        shapes=[],
        showlegend=True,
        legend=LEGEND,
        **_axes(changes, organs, y_scale(changes, wanted, language, scale), has_gaps=bool(gaps)),
    )
    if gaps:
        figure_layout["annotations"].append(_strip_label(_strip(organs), gaps, language))
    draw_breaks(figure_layout, breaks, organs, names, language, foot=_strip(organs) + _HEAD if gaps else 0)
    return {"data": [*traces, *gap_keys(gaps, language)], "layout": figure_layout}


def _strip(organs: list[int]) -> float:
    """Share of the height that the strip below the years takes: a line an organ."""
    return 0.05 + 0.035 * len(organs)


def _axes(changes: pd.DataFrame, organs: list[int], values: dict[str, Any], *, has_gaps: bool) -> dict[str, Any]:
    """Years, values above the strip, and the strip where there is one: without height it would hide the whole plot."""
    years = sorted({int(year) for year in changes["year"]})
    strip = _strip(organs)
    xaxis = axis(
        tickvals=year_ticks(years),
        anchor="y2" if has_gaps else "y",
        range=[years[0] - 0.4, years[-1] + 0.4 + 0.06 * len(years)],
    )
    yaxis = value_axis(domain=[strip + _HEAD if has_gaps else 0, 1], **values)
    if not has_gaps:
        return {"xaxis": xaxis, "yaxis": yaxis}
    below = axis(domain=[0, strip], range=[-0.7, len(organs) - 0.3], tickvals=[], showgrid=False)
    return {"xaxis": xaxis, "yaxis": yaxis, "yaxis2": below}


def _series(
    own: list[Any],
    broken: set[int],
    index: int,
    name: str,
    wanted: Measure,
    language: Language,
    scale: Scale,
    base_year: int | None,
) -> list[dict[str, Any]]:
    """One organ: its lines, its points and what it lacks."""
    own.sort(key=lambda row: row.year)
    drawn = [row for row in own if not is_missing(row.shown)]
    traces = [*_lines(drawn, broken, index), _points(drawn, name, index, wanted, language, scale, base_year)]
    return traces if len(drawn) == len(own) else [*traces, _missing(own, name, index, wanted, language)]


def _lines(drawn: list[Any], broken: set[int], index: int) -> list[dict[str, Any]]:
    solid: list[tuple[Any, Any]] = []
    dotted: list[tuple[Any, Any]] = []
    for before, after in steps(drawn):
        is_dotted = int(after.year) in broken or not is_missing(before.stated_by_year)
        (dotted if is_dotted else solid).append((before, after))
    paths = ((path(solid, "shown"), "solid"), (path(dotted, "shown"), "dot"))
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": xs,
            "y": ys,
            "hoverinfo": "skip",
            "showlegend": False,
            "line": {"color": colour(index), "width": 2.4, "dash": dash},
        }
        for (xs, ys), dash in paths
        if xs
    ]


def _points(
    drawn: list[Any],
    organ: str,
    index: int,
    wanted: Measure,
    language: Language,
    scale: Scale,
    base_year: int | None,
) -> dict[str, Any]:
    texts = [hover(row, organ, wanted, language) for row in drawn]
    if scale is Scale.INDEX:
        texts = [
            f"{text}<br>{say('scale.index', language, value=number(row.shown, language, digits=1), year=base_year)}"
            for text, row in zip(texts, drawn, strict=True)
        ]
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "name": _name(drawn, organ, language),
        "showlegend": True,
        "x": [int(row.year) for row in drawn] or [None],
        "y": [row.shown for row in drawn] or [None],
        "marker": {
            "color": colour(index),
            "size": 11,
            "opacity": 1,
            "line": {"color": colour(index), "width": 2},
            "symbol": [shape(index) if is_missing(row.stated_by_year) else f"{shape(index)}-open" for row in drawn]
            or [shape(index)],
        },
        "customdata": [point_of(row) for row in drawn],
        "hovertext": texts,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _name(rows: list[Any], organ: str, language: Language) -> str:
    """The organ, with how its figures were read where a reader must see that without hovering."""
    said = [
        say(f"read_from.{source}", language)
        for source in dict.fromkeys(row.read_from for row in rows)
        if source in SAID_ALWAYS
    ]
    return escape_html(" · ".join([organ, *said]))


def _missing(own: list[Any], organ: str, index: int, wanted: Measure, language: Language) -> dict[str, Any]:
    rows = [row for row in own if is_missing(row.shown)]
    return {
        "type": "scatter",
        "mode": "markers",
        "yaxis": "y2",
        "name": escape_html(organ),
        "showlegend": False,
        "x": [int(row.year) for row in rows],
        "y": [index] * len(rows),
        "marker": gap_marker([gap_of(row) for row in rows], colour(index)),
        "customdata": [point_of(row) for row in rows],
        "hovertext": [_unshown(row, hover(row, organ, wanted, language), language) for row in rows],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _unshown(row: Any, text: str, language: Language) -> str:
    return text if is_missing(row.unshown) else f"{text}<br>{say(f'unshown.why_{row.unshown}', language)}"


def _end_labels(rows: list[list[Any]], wanted: Measure, language: Language, scale: Scale) -> list[dict[str, Any]]:
    """The value at each line's last point, pushed apart where they would overlap."""
    ends = [drawn[-1] for own in rows if (drawn := [row for row in own if not is_missing(row.shown)])]
    if not ends or len(ends) > _LABELLED or scale is Scale.LOG:
        return []
    top = max(max(abs(row.shown) for own in rows for row in own if not is_missing(row.shown)), 1e-9)
    labels, floor = [], float("-inf")
    for row in sorted(ends, key=lambda one: one.shown):
        place = max(row.shown / top, floor + _LINE / _PLOT)
        floor = place
        text = number(row.shown, language, digits=1) if scale is Scale.INDEX else value_text(
            row.value, wanted, language, with_unit=False)  # fmt: skip
        labels.append(
            {
                "x": int(row.year),
                "y": row.shown,
                "xanchor": "left",
                "yanchor": "middle",
                "showarrow": False,
                "xshift": 12,
                "yshift": (place - row.shown / top) * _PLOT,
                "text": f"<b>{text}</b>",
                "font": {"color": INK, "size": 12},
                "bgcolor": VEIL,
                "align": "left",
            }
        )
    return labels


def _strip_label(strip: float, gaps: list[str], language: Language) -> dict[str, Any]:
    is_all = set(gaps) == {UNDRAWN}
    key = "chart.strip_undrawn" if is_all else "chart.strip_both" if UNDRAWN in gaps else "chart.strip"
    return {
        "text": say(key, language),
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": strip + 0.005,
        "yref": "paper",
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 11, "color": MUTED},
    }
