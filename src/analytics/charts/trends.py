"""A measure over years, one line an organ.

Lines join consecutive years only; over a change of edition they are dotted. A value that another year's report
states is hollow. What is missing, and what an axis has no place for, stands in a strip of its own below, each reason in
a shape of its own. Behind the lines there may be the quartiles of a group, and beside a prefecture the sum of its
counties.

Required: the frame of ``transforms.series.change.add_year_over_year`` with the columns of
``transforms.series.scale.apply_scale``, the frame of ``transforms.series.breaks.find_breaks``, names by organ_id.
"""

from __future__ import annotations

from itertools import groupby
from typing import Any

import pandas as pd

from analytics.charts.parts.break_lines import draw_breaks
from analytics.charts.parts.chart import Chart, Title
from analytics.charts.parts.hollow import is_hollow
from analytics.charts.parts.missing_markers import UNDRAWN, find_gap, make_gap_keys, make_gap_marker
from analytics.charts.parts.points import write_point
from analytics.charts.parts.runs import pair_steps, trace_path
from analytics.charts.parts.scales import make_y_scale, write_scale_subtitle, write_scale_title
from analytics.charts.parts.theme import (
    INK,
    LEGEND,
    MUTED,
    VEIL,
    choose_colour,
    choose_shape,
    make_axis,
    make_band_traces,
    make_layout,
    make_value_axis,
)
from analytics.charts.parts.ticks import choose_year_ticks
from analytics.charts.parts.wording import SAID_ALWAYS, write_hover, write_value
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


def draw_trends(
    changes: pd.DataFrame,
    breaks: pd.DataFrame,
    names: dict[int, str],
    measure: Measure,
    language: Language,
    *,
    source: str,
    scale: Scale = Scale.VALUE,
    base_year: int | None = None,
    band: pd.DataFrame | None = None,
) -> Chart:
    """The figure. Each point carries (report_id, organ_id, year) for the evidence behind it; ``band`` are quartiles of
    ``transforms.organ.profile.find_quartiles``."""
    rows = [list(group) for _, group in groupby(each_row(changes), key=lambda row: row.organ_id)]
    organs = [int(series[0].organ_id) for series in rows]
    edition_breaks = [(row.organ_id, row.year) for row in each_row(breaks) if row.kind == "edition"]
    traces = [] if band is None else make_band_traces(list(each_row(band)))
    for index, organ_rows in enumerate(rows):
        broken = {int(year) for organ_id, year in edition_breaks if organ_id == organ_rows[0].organ_id}
        traces += _make_series(
            organ_rows, broken, index, names[organ_rows[0].organ_id], measure, language, scale, base_year
        )
    gaps = [find_gap(row) for series in rows for row in series if is_missing(row.shown)]
    title = Title(
        write_scale_title(changes, names, measure, language, scale, base_year),
        write_scale_subtitle(changes, measure, language, source, scale, base_year),
    )
    figure_layout = make_layout(
        height=440 + (18 * len(organs) if gaps else 0),
        annotations=_end_labels(rows, measure, language, scale),
        shapes=[],
        showlegend=True,
        legend=LEGEND,
        **_make_axes(changes, organs, make_y_scale(changes, measure, language, scale), has_gaps=bool(gaps)),
    )
    if gaps:
        figure_layout["annotations"].append(_strip_label(_strip(organs), gaps, language))
    draw_breaks(figure_layout, breaks, organs, names, language, foot=_strip(organs) + _HEAD if gaps else 0)
    return Chart(title, [*traces, *make_gap_keys(gaps, language)], figure_layout)


def _strip(organs: list[int]) -> float:
    """Share of the height that the strip below the years takes: a line an organ."""
    return 0.05 + 0.035 * len(organs)


def _make_axes(changes: pd.DataFrame, organs: list[int], values: dict[str, Any], *, has_gaps: bool) -> dict[str, Any]:
    """Years, values above the strip, and the strip where there is one: without height it would hide the whole plot."""
    years = sorted({int(year) for year in changes["year"]})
    strip = _strip(organs)
    xaxis = make_axis(
        tickvals=choose_year_ticks(years),
        anchor="y2" if has_gaps else "y",
        range=[years[0] - 0.4, years[-1] + 0.4 + 0.06 * len(years)],
    )
    yaxis = make_value_axis(domain=[strip + _HEAD if has_gaps else 0, 1], **values)
    if not has_gaps:
        return {"xaxis": xaxis, "yaxis": yaxis}
    below = make_axis(domain=[0, strip], range=[-0.7, len(organs) - 0.3], tickvals=[], showgrid=False)
    return {"xaxis": xaxis, "yaxis": yaxis, "yaxis2": below}


def _make_series(
    organ_rows: list[Any],
    broken: set[int],
    index: int,
    name: str,
    measure: Measure,
    language: Language,
    scale: Scale,
    base_year: int | None,
) -> list[dict[str, Any]]:
    """One organ: its lines, its points and what it lacks."""
    organ_rows.sort(key=lambda row: row.year)
    drawn = [row for row in organ_rows if not is_missing(row.shown)]
    traces = [*_make_lines(drawn, broken, index), _make_points(drawn, name, index, measure, language, scale, base_year)]
    return (
        traces
        if len(drawn) == len(organ_rows)
        else [*traces, _make_missing_marks(organ_rows, name, index, measure, language)]
    )


def _make_lines(drawn: list[Any], broken: set[int], index: int) -> list[dict[str, Any]]:
    solid: list[tuple[Any, Any]] = []
    dotted: list[tuple[Any, Any]] = []
    for before, after in pair_steps(drawn):
        is_dotted = int(after.year) in broken or is_hollow(before) or is_hollow(after)
        (dotted if is_dotted else solid).append((before, after))
    paths = ((trace_path(solid, "shown"), "solid"), (trace_path(dotted, "shown"), "dot"))
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": xs,
            "y": ys,
            "hoverinfo": "skip",
            "showlegend": False,
            "line": {"color": choose_colour(index), "width": 2.4, "dash": dash},
        }
        for (xs, ys), dash in paths
        if xs
    ]


def _make_points(
    drawn: list[Any],
    organ: str,
    index: int,
    measure: Measure,
    language: Language,
    scale: Scale,
    base_year: int | None,
) -> dict[str, Any]:
    texts = [write_hover(row, organ, measure, language) for row in drawn]
    if scale is Scale.INDEX:
        texts = [
            f"{text}<br>{say('scale.index', language, value=number(row.shown, language, digits=1), year=base_year)}"
            for text, row in zip(texts, drawn, strict=True)
        ]
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "name": _write_name(drawn, organ, language),
        "showlegend": True,
        "x": [int(row.year) for row in drawn] or [None],
        "y": [row.shown for row in drawn] or [None],
        "marker": {
            "color": choose_colour(index),
            "size": 11,
            "opacity": 1,
            "line": {"color": choose_colour(index), "width": 2},
            "symbol": [f"{choose_shape(index)}-open" if is_hollow(row) else choose_shape(index) for row in drawn]
            or [choose_shape(index)],
        },
        "customdata": [write_point(row) for row in drawn],
        "hovertext": texts,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _write_name(rows: list[Any], organ: str, language: Language) -> str:
    """The organ, with how its figures were read where a reader must see that without hovering."""
    source_notes = [
        say(f"read_from.{source}", language)
        for source in dict.fromkeys(row.read_from for row in rows)
        if source in SAID_ALWAYS
    ]
    return escape_html(" · ".join([organ, *source_notes]))


def _make_missing_marks(
    organ_rows: list[Any], organ: str, index: int, measure: Measure, language: Language
) -> dict[str, Any]:
    rows = [row for row in organ_rows if is_missing(row.shown)]
    return {
        "type": "scatter",
        "mode": "markers",
        "yaxis": "y2",
        "name": escape_html(organ),
        "showlegend": False,
        "x": [int(row.year) for row in rows],
        "y": [index] * len(rows),
        "marker": make_gap_marker([find_gap(row) for row in rows], choose_colour(index)),
        "customdata": [write_point(row) for row in rows],
        "hovertext": [_describe_unshown(row, write_hover(row, organ, measure, language), language) for row in rows],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _describe_unshown(row: Any, text: str, language: Language) -> str:
    return text if is_missing(row.unshown) else f"{text}<br>{say(f'unshown.why_{row.unshown}', language)}"


def _end_labels(rows: list[list[Any]], measure: Measure, language: Language, scale: Scale) -> list[dict[str, Any]]:
    """The value at each line's last point, pushed apart where they would overlap."""
    ends = [drawn[-1] for organ_rows in rows if (drawn := [row for row in organ_rows if not is_missing(row.shown)])]
    if not ends or len(ends) > _LABELLED or scale is Scale.LOG:
        return []
    top = max(max(abs(row.shown) for organ_rows in rows for row in organ_rows if not is_missing(row.shown)), 1e-9)
    labels, floor = [], float("-inf")
    for row in sorted(ends, key=lambda end: end.shown):
        place = max(row.shown / top, floor + _LINE / _PLOT)
        floor = place
        text = number(row.shown, language, digits=1) if scale is Scale.INDEX else write_value(
            row.value, measure, language, with_unit=False)  # fmt: skip
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
